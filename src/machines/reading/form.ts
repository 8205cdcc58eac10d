/**
 * Reads the form that our letters carry (words/form-text.ts), as people fill it in: above the quoted
 * letter, inside it, with their own labels, in their own language.
 */

import type { Cctld } from '../words/cctld.ts';
import type { DraftContact } from '../words/contact.ts';
import {
  enter,
  fill,
  findByName,
  findByNumber,
  finish,
  mark,
  openHeading,
  type Blocks,
  type Place,
} from './form-blocks.ts';
import { readFormLine, type FormItem } from './form-line.ts';
import { readAddressValue, readCctldValue } from './form-values.ts';
import { readHeading, readYesNo } from './label-words.ts';
import type { LabelKind } from './labels.ts';
import type { Line } from './segments.ts';

export interface FormOptions {
  /**
   * True when the mail answers, by its token, a letter of ours with the **blank** form: then values
   * typed into the quoted form count. Never for a letter that shows data: they would be read as the
   * sender's own.
   */
  readonly inline: boolean;
  /** The ccTLD, when it is known already: the country of phones in national form. */
  readonly cctld?: Cctld;
}

export interface FormReading {
  readonly cctlds: Cctld[];
  readonly contacts: DraftContact[];
  /** A filled form stands in quoted text only, where it does not count. */
  readonly quotedOnly: boolean;
  /** Own text that is not part of the form. */
  readonly leftover: string;
}

/** Reads ccTLDs and contacts from the own text, and from the quoted form when `inline`. */
export function readForm(lines: readonly Line[], options: FormOptions): FormReading {
  const own = walk(lines, options.inline ? wherePlaced(lines) : whereOwn);
  const cctlds = [...new Set(own.cctlds)];
  const country = options.cctld ?? cctlds[0];
  const contacts = finish(own.blocks, country);
  const quotedOnly = contacts.length === 0 && hasQuotedForm(lines);
  return { cctlds, contacts, quotedOnly, leftover: own.leftover.join('\n').trim() };
}

type Where = Place['where'] | undefined;

function whereOwn(line: Line): Where {
  return line.part === 'own' ? 'own' : undefined;
}

/**
 * The quoted form is what stands behind one quote mark, or without marks below the first separator
 * only: deeper or further down is an older mail, whose values somebody else typed.
 */
function wherePlaced(lines: readonly Line[]): (line: Line) => Where {
  const starts = lines.filter(
    (line, at) => line.part === 'attribution' && lines[at - 1]?.part !== 'attribution',
  );
  const second = starts[1]?.number ?? Infinity;
  return (line) => {
    if (line.part === 'own') return 'own';
    const near = line.depth === 1 || (line.depth === 0 && line.number < second);
    return line.part === 'quoted' && near && BEGINS_WITH_LETTER.test(line.text)
      ? 'inline'
      : undefined;
  };
}

// The labels of our form begin their lines. What a letter shows of a case is indented, numbered or
// behind a dash, so that a contact named "E-mail: x@y" cannot come back as a field.
const BEGINS_WITH_LETTER = /^ ?(?:\p{L}|$)/u;

// A name and one more field, each with its label: the "Tel:" of a signature in the thread is no form.
function hasQuotedForm(lines: readonly Line[]): boolean {
  const { blocks } = walk(lines, ({ part }) =>
    part === 'quoted' || part === 'forwarded' ? 'inline' : undefined,
  );
  return finish(blocks, undefined).some(
    ({ lastName, firstName, address, phones }) =>
      (lastName ?? firstName) !== undefined && (address !== undefined || phones.length > 0),
  );
}

interface Walk {
  readonly blocks: Blocks;
  readonly cctlds: Cctld[];
  readonly leftover: string[];
  /** A label whose value may stand on the next own line. */
  pending?: { readonly field: LabelKind; readonly where: Place['where'] };
  afterBlank: boolean;
  /** The field of the line before, for a second phone on a line of its own. */
  last?: LabelKind;
  /** After "Best regards": what follows is a signature until a heading or a field that no signature has. */
  closed: boolean;
}

function walk(lines: readonly Line[], placeOf: (line: Line) => Where): Walk {
  const state: Walk = {
    blocks: { all: [] },
    cctlds: [],
    leftover: [],
    afterBlank: false,
    closed: false,
  };
  for (const line of lines) {
    const where = placeOf(line);
    if (where === undefined) forget(state);
    else if (line.text.trim() === '') skipBlank(state, line);
    else {
      const consumed = take(state, line, where);
      if (!consumed) forget(state);
      if (!consumed && where === 'own') state.leftover.push(line.text.trim());
      state.afterBlank = false;
    }
  }
  return state;
}

function forget(state: Walk): void {
  delete state.pending;
  delete state.last;
}

// One blank line may stand between a quoted label and the answer under it, not two.
function skipBlank(state: Walk, line: Line): void {
  if (line.part === 'own' && (state.leftover.at(-1) ?? '') !== '') state.leftover.push('');
  if (state.afterBlank && line.part === 'own') delete state.pending;
  delete state.last;
  state.afterBlank = true;
}

/** Takes one line; false when it is no part of the form. */
function take(state: Walk, line: Line, where: Place['where']): boolean {
  const items = readFormLine(line.text);
  if (items === undefined) return takeBare(state, line, where);
  const first = items[0];
  if (state.closed && where === 'own' && isSignature(first)) return false;
  state.closed = false;
  let consumed = false;
  for (const item of items) consumed = takeItem(state, item, { line: line.raw, where }) || consumed;
  return consumed;
}

/** A line without a label: the value of the label before it, a second phone, or other text. */
function takeBare(state: Walk, line: Line, where: Place['where']): boolean {
  const text = line.text.trim();
  if (CLOSING.test(text.slice(0, 60)) && text.length <= 60) {
    state.closed = where === 'own';
    return false;
  }
  const { pending } = state;
  if (pending !== undefined && where === 'own' && isPlausible(pending.field, text)) {
    delete state.pending;
    setValue(state, pending.field, text, { line: line.raw, where: pending.where });
    state.last = pending.field;
    return true;
  }
  if (state.last === 'phone' && isPhone(text)) {
    setValue(state, 'phone', text, { line: line.raw, where });
    return true;
  }
  return false;
}

function takeItem(state: Walk, item: FormItem, place: Place): boolean {
  delete state.pending;
  delete state.last;
  if (item.kind === 'heading') return takeHeading(state, item, place);
  const field = item.field === 'postal' && item.value.includes('@') ? 'address' : item.field;
  if (field === 'other' || field === 'postal') return false;
  if (field === 'role') return takeRole(state, item.value, place);
  if (field !== 'cctld') enter(state.blocks, { ...item, field }, state.afterBlank);
  if (item.value === '') state.pending = { field, where: place.where };
  else setValue(state, field, item.value, place);
  state.last = field;
  return true;
}

function setValue(state: Walk, field: LabelKind, value: string, place: Place): void {
  if (field === 'cctld') state.cctlds.push(...readCctldValue(value));
  else if (state.blocks.current !== undefined) fill(state.blocks.current, field, value, place);
}

function takeRole({ blocks: { current } }: Walk, value: string, place: Place): boolean {
  const primary = readHeading(value)?.primary;
  if (primary === undefined || current === undefined) return false;
  mark(current, primary, place);
  return true;
}

/** `Contact 2`, `Secondary contact:`, `Primary: yes`, `Primary: 2`, `SSC 1: Ana Pérez`. */
function takeHeading(
  { blocks }: Walk,
  { heading, value }: Extract<FormItem, { kind: 'heading' }>,
  place: Place,
): boolean {
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
  // "Primary:" left blank at the end of a contact is a blank field, not the next contact.
  const blankField = value === '' && heading.primary === true && !heading.contact;
  if (blankField && current !== undefined && current.seen.size > 0) return true;
  openHeading(blocks, heading);
  return value === '' || fillHeading(blocks, value, place);
}

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

const CLOSING =
  /^(?:(?:best|kind|kindest|warm|many|with) (?:kind |best )?regards|regards|sincerely|yours|best wishes|best,|cheers|cordialement|bien à vous|salutations|mit freundlichen|freundliche grüße|viele grüße|mfg|saludos|un saludo|atentamente|cordialmente|atenciosamente|(?:com os melhores )?cumprimentos|с уважением|此致|敬具|よろしく|مع (?:أطيب )?(?:التحية|التحيات)|تحياتي|vriendelijke groet|met vriendelijke)/iu;

/** True when the text may be the value of a field whose label stands on the line before. */
function isPlausible(field: LabelKind, text: string): boolean {
  if (text.length > 100) return false;
  if (field === 'phone') return isPhone(text);
  if (field === 'address') return text.includes('@') && text.split(/\s+/).length <= 5;
  if (field === 'cctld') return readCctldValue(text).length > 0;
  return /\p{L}/u.test(text) && !/[@\d:!?]|[.,;]$/.test(text) && text.split(/\s+/).length <= 5;
}

// Digits and what stands between them, with a few words such as "(mobile)" or "ext. 12".
function isPhone(text: string): boolean {
  return (
    text.length <= 80 &&
    /^\s*[+＋(（\p{Nd}]/u.test(text) &&
    (text.match(/\p{Nd}/gu)?.length ?? 0) >= 6
  );
}
