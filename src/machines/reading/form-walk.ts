/** Walks through the lines of a form: labels, headings, values, and what else stands between them. */

import { nameCctlds, openPlace, placeValue } from './cctld-places.ts';
import {
  type Blocks,
  enter,
  fill,
  findByName,
  findByNumber,
  mark,
  openHeading,
  type Place,
} from './form-blocks.ts';
import {
  adopt,
  bareName,
  fillBare,
  fillRecord,
  isPhone,
  noteUnlabelled,
  splitMixed,
} from './form-bare.ts';
import { type FormItem, readFormLine } from './form-line.ts';
import { isFunctionName } from './function-words.ts';
import { isWide, readAddressValue, readCctldValue } from './form-values.ts';
import { readHeading, readYesNo } from './label-words.ts';
import type { LabelKind } from './labels.ts';
import { headsRemoval } from './prose-text.ts';
import type { Walk } from './form-state.ts';
import type { Line } from './segments.ts';
import { isClosing } from './signature.ts';
import { addRow } from './table-rows.ts';
import type { Tables } from './table.ts';

export type Where = Place['where'] | undefined;

/**
 * "Primary contact" below each person instead of above leaves an empty last one, and each mark with
 * the wrong person: then nobody is marked, and the sender is asked.
 */
function dropShifted({ blocks: { all } }: Walk): void {
  const [first] = all;
  const last = all.at(-1);
  const isEmpty = last !== undefined && last.sources.length === 0 && last.number === undefined;
  if (first === undefined || !isEmpty || last.primary === undefined) return;
  if (first.primary !== undefined || first.number !== undefined) return;
  for (const block of all) delete block.primary;
}

/** Takes each line for what it is. */
export function walk(
  lines: readonly Line[],
  placeOf: (line: Line) => Where,
  tables: Tables | undefined,
): Walk {
  const state: Walk = {
    blocks: { all: [] },
    cctlds: [],
    places: [],
    leftover: [],
    paragraphs: [],
    said: [],
    adopted: [],
    unlabelled: [],
    afterBlank: false,
    beforeBlank: false,
    addressesLeft: lines.filter(holdsAddress).length,
    closed: false,
    removing: false,
    open: false,
    answers: false,
    running: false,
  };
  for (const [at, line] of lines.entries()) {
    state.beforeBlank = (lines[at + 1]?.text ?? '').trim() === '';
    if (tables?.lines.has(line.number) === true) takeRow(state, line, tables);
    else takeLine(state, line, placeOf(line));
    if (holdsAddress(line)) state.addressesLeft -= 1;
  }
  dropShifted(state);
  return state;
}

function holdsAddress({ part, text }: Line): boolean {
  return part === 'own' && text.includes('@');
}

function takeLine(state: Walk, line: Line, where: Where): void {
  if (where === undefined) {
    forget(state);
    state.running = false;
    state.closed ||= line.part === 'signature' && line.text.trim() !== '';
  } else if (line.text.trim() === '') skipBlank(state, line);
  else {
    const consumed = take(state, line, where);
    if (!consumed) forget(state);
    if (!consumed && where === 'own') leave(state, line);
    else state.running = false;
    state.afterBlank = false;
  }
}

function forget(state: Walk): void {
  delete state.pending;
  delete state.last;
}

function takeRow(state: Walk, line: Line, tables: Tables): void {
  forget(state);
  state.leftover.push(line.text.trim());
  state.running = false;
  state.open = false;
  for (const person of tables.people.get(line.number) ?? []) {
    if (!state.closed && !state.removing) addRow(state.blocks, person);
  }
}

/** Keeps a line that is no part of the form, for the reader of prose and for people. */
function leave(state: Walk, line: Line): void {
  const text = line.text.trim();
  state.leftover.push(text);
  if (!state.closed) state.said.push(line.text);
  state.answers ||= ANSWER.test(text);
  const removes = headsRemoval(text.slice(0, 200));
  if (removes !== undefined || /[:：]$/u.test(text)) state.removing = removes === true;
  state.open &&= isBetween(text);
  const kind = state.closed ? 'closed' : state.removing ? 'removed' : 'plain';
  const last = state.paragraphs.at(-1);
  if (state.running && last?.kind === kind) last.lines.push(line);
  else state.paragraphs.push({ lines: [line], kind, follows: state.afterBlank && state.running });
  state.running = true;
}

// A post or an organisation may stand among the bare lines of a person; another name begins another.
function isBetween(text: string): boolean {
  if (text.length > 60 || /[.!?:]$|@/.test(text)) return false;
  return bareName(text) === undefined || isFunctionName(text);
}

// One blank line may stand between a quoted label and the answer under it, not two.
function skipBlank(state: Walk, line: Line): void {
  if (line.part === 'own' && (state.leftover.at(-1) ?? '') !== '') state.leftover.push('');
  if (state.afterBlank && line.part === 'own') delete state.pending;
  delete state.last;
  state.afterBlank = true;
  const last = state.paragraphs.at(-1);
  if (state.running && last !== undefined && last.lines.length > 0)
    state.paragraphs.push({ lines: [], kind: last.kind, follows: true });
}

/** Takes one line; false when it is no part of the form. */
function take(state: Walk, line: Line, where: Place['where']): boolean {
  const items = readFormLine(line.text);
  if (items === undefined) return takeBare(state, line, where);
  const first = items[0];
  if (state.closed && where === 'own' && isSignature(first)) return false;
  if (state.removing && where === 'own' && isField(first)) return false;
  if (first?.kind === 'heading') state.removing = false;
  state.closed = false;
  if (where === 'own' && !state.answers && isField(first)) adopt(state, first);
  const place = {
    line: line.raw,
    where: where === 'own' && /[|\t]/.test(line.text) ? 'table' : where,
  } as const;
  let consumed = false;
  for (const item of items) {
    if (item.kind === 'field' && item.field === 'cctld')
      openPlace(state.places, line, where, items.length > 1);
    consumed = takeItem(state, item, place, line) || consumed;
  }
  markRecord(state, items, line);
  state.open = consumed;
  return consumed;
}

// "이름: … / 이메일: … / 전화: … (주)": a note at the end of a whole record is about the person. In other
// scripts only with the word for contact: "(main)" behind a number is about the number.
function markRecord({ blocks: { current } }: Walk, items: readonly FormItem[], line: Line): void {
  const kinds = new Set(items.map((item) => (item.kind === 'field' ? item.field : undefined)));
  const note = /[(（]([^()（）]{1,40})[)）]\s*$/u.exec(line.text.slice(-60))?.[1];
  const heading = note === undefined ? undefined : readHeading(note);
  const primary =
    heading?.contact === true || EAST_ASIAN.test(note ?? '') ? heading?.primary : undefined;
  if (current === undefined || primary === undefined) return;
  if (kinds.has('address') && (kinds.has('name') || kinds.has('lastName')))
    current.primary ??= primary;
}

const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\s]+$/u;

function isField(item: FormItem | undefined): item is Extract<FormItem, { kind: 'field' }> {
  return item?.kind === 'field' && item.field !== 'cctld' && item.field !== 'other';
}

/** A line without a label: the value of the label before it, a second phone, or other text. */
function takeBare(state: Walk, line: Line, where: Place['where']): boolean {
  const text = line.text.trim();
  const thanks = text.length <= 60 && THANKS.test(text);
  if (thanks || isClosing(text)) {
    state.closed = where === 'own' && (!thanks || closesByThanks(state, text));
    return false;
  }
  const { pending } = state;
  if (pending !== undefined && where === 'own' && isPlausible(pending.field, text)) {
    delete state.pending;
    if (pending.field === 'cctld') placeValue(state.places, line);
    setValue(state, pending.field, text, { line: line.raw, where: pending.where });
    state.last = pending.field;
    return true;
  }
  if (state.last === 'phone' && isPhone(text)) {
    setValue(state, 'phone', text, { line: line.raw, where });
    return true;
  }
  const isOpen = state.open && !state.answers && !state.closed && !state.removing;
  return where === 'own' && isOpen && fillBare(state, line);
}

const ANSWER = /^\W{0,3}(?:confirm|reject)(?![\p{L}\p{N}])/iu;

// "Thanks" above the data greets; below them it closes the letter, and so it does below other words
// when no more than one address follows: that of who signs.
function closesByThanks(state: Walk, text: string): boolean {
  if (hasData(state)) return true;
  return text.length <= 24 && state.said.length > 1 && state.addressesLeft <= 1;
}

function hasData({ blocks, paragraphs }: Walk): boolean {
  return (
    blocks.all.some(({ sources }) => sources.length > 0) ||
    paragraphs.some(({ lines }) => lines.some(({ text }) => text.includes('@')))
  );
}

function takeItem(state: Walk, item: FormItem, place: Place, line: Line): boolean {
  delete state.pending;
  delete state.last;
  if (item.kind === 'heading') return takeHeading(state, item, place, line);
  const field = fieldOf(item);
  if (field === undefined) return false;
  if (field === 'role') return takeRole(state, item.value, place);
  if (field !== 'cctld') enter(state.blocks, { ...item, field }, state.afterBlank);
  if (item.value === '') state.pending = { field, where: place.where };
  else setValue(state, field, item.value, place);
  state.last = field;
  return true;
}

// "Address: ana@nic.xa" and "Office: +31 …" are what their values say.
function fieldOf({
  field,
  value,
}: Extract<FormItem, { kind: 'field' }>):
  | Exclude<LabelKind, 'place' | 'postal' | 'other'>
  | undefined {
  if (field === 'postal') return value.includes('@') ? 'address' : undefined;
  if (field === 'place') return isPhone(value) ? 'phone' : undefined;
  return field === 'other' ? undefined : field;
}

function setValue(state: Walk, field: LabelKind, value: string, place: Place): void {
  const { current } = state.blocks;
  if (field === 'cctld') state.cctlds.push(...nameCctlds(state.places, value));
  else if (current !== undefined) {
    if (field === 'address' && isWide(value)) noteUnlabelled(state, place.line);
    for (const [kind, part] of splitMixed(field, value)) fill(current, kind, part, place);
  }
}

// "Role: primary" at the end of a person; where the first person begins with it, so do the others.
function takeRole({ blocks }: Walk, value: string, place: Place): boolean {
  const heading = readHeading(value);
  if (heading?.primary === undefined) return false;
  blocks.first ??= 'role';
  if (blocks.first === 'role') openHeading(blocks, heading);
  if (blocks.current === undefined) return false;
  mark(blocks.current, heading.primary, place);
  return true;
}

/** `Contact 2`, `Secondary contact:`, `Primary: yes`, `Primary: 2`, `SSC 1: Ana Pérez`. */
function takeHeading(
  state: Walk,
  { heading, value }: Extract<FormItem, { kind: 'heading' }>,
  place: Place,
  line: Line,
): boolean {
  const { blocks } = state;
  const { current } = blocks;
  const said = readYesNo(value);
  // The number in "5) Primary: yes" is that of the line.
  const own = heading.number === undefined || !heading.contact;
  if (heading.primary !== undefined && said !== undefined && own) {
    if (current !== undefined) mark(current, said ? heading.primary : !heading.primary, place);
    return current !== undefined;
  }
  if (heading.primary !== undefined && value !== '') {
    const number = readHeading(value)?.number;
    const named = number === undefined ? findByName(blocks, value) : findByNumber(blocks, number);
    if (named !== undefined) {
      mark(named, heading.primary, place);
      return true;
    }
  }
  // "Primary contact" as the last line of a person, not the first of the next.
  if (value === '' && heading.primary !== undefined && heading.number === undefined) {
    const closes = !state.afterBlank && state.beforeBlank && !/[:：]\s*$/u.test(line.text);
    if (closes && current !== undefined && current.seen.size > 1 && current.primary === undefined) {
      mark(current, heading.primary, place);
      return true;
    }
  }
  // "Primary: Ana" about somebody named in the words above.
  if (heading.primary !== undefined && value !== '' && isNamedAbove(state, value)) return false;
  // "The first is primary": a sentence about people named elsewhere.
  if (value === '' && heading.primary !== undefined && IS.test(line.text)) return false;
  // "Primary:" left blank at the end of a contact is a blank field, not the next contact.
  const blankField = value === '' && heading.primary === true && !heading.contact;
  if (blankField && current !== undefined && current.seen.size > 0) return true;
  openHeading(blocks, heading);
  if (value === '' || fillHeading(blocks, value, place)) return true;
  const from = line.text.lastIndexOf(value);
  return (
    place.where === 'own' &&
    from >= 0 &&
    fillRecord(state, { ...line, text: line.text.slice(from) })
  );
}

function isNamedAbove({ paragraphs }: Walk, value: string): boolean {
  if (value.includes('@') || value.length > 60) return false;
  const wanted = value.toLowerCase();
  return paragraphs
    .slice(-20)
    .some(({ lines }) => lines.slice(-40).some(({ text }) => text.toLowerCase().includes(wanted)));
}

const IS = /(?<!\p{L})(?:is|est|es|ist|é|è|是)(?!\p{L})/iu;

function fillHeading({ current }: Blocks, value: string, place: Place): boolean {
  if (current === undefined) return false;
  const field = readAddressValue(value).address !== undefined ? 'address' : 'name';
  const plain = field === 'address' ? !/[\s,;]/.test(value) : isPlausible('name', value);
  if (!plain) return false;
  current.seen.add(field);
  fill(current, field, value, place);
  return true;
}

// Fields that a signature has too. Nobody signs with "First name:" or with a heading.
function isSignature(item: FormItem | undefined): boolean {
  if (item === undefined || item.kind === 'heading') return false;
  if (item.contact !== undefined || item.before !== undefined || item.after !== undefined)
    return false;
  return !['cctld', 'firstName', 'lastName'].includes(item.field);
}

// "Thanks" closes only below the data.
const THANKS =
  /^(?:thanks|thank you|many thanks|thx|gracias|muchas gracias|merci|obrigad[oa]|danke|vielen dank|спасибо|شكرا|谢谢|謝謝|grazie|bedankt|dank|tack|tak|takk|kiitos|dziękuj|teşekkür|děkuj|дякую|terima kasih|감사합니다|よろしくお願い|ありがとう)/iu;

/** True when the text may be the value of a field whose label stands on the line before. */
function isPlausible(field: LabelKind, text: string): boolean {
  if (text.length > 100) return false;
  if (field === 'phone') return isPhone(text);
  if (field === 'address') return text.includes('@') && text.split(/\s+/).length <= 5;
  if (field === 'cctld') return readCctldValue(text).length > 0;
  return /\p{L}/u.test(text) && !/[@\d:!?]|[.,;]$/.test(text) && text.split(/\s+/).length <= 5;
}
