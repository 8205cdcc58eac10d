/** One line of a filled form: which fields it labels, for which contact, and with what values. */

import {
  headingWord,
  labelKind,
  readHeading,
  nameOrder,
  readNote,
  wordsOf,
  type Heading,
  type NameOrder,
} from './label-words.ts';
import { hasFunctionWord } from './function-words.ts';
import type { LabelKind } from './labels.ts';
import { fullName } from './person-name.ts';

/** `Contact 2 phone: +31…` is a field of contact 2; `Contact 2:` and `Contact 2 (primary)` are headings. */
export type FormItem =
  | { readonly kind: 'heading'; readonly heading: Heading; readonly value: string }
  | {
      readonly kind: 'field';
      readonly field: LabelKind;
      readonly value: string;
      /** The number of the contact that the label names: `SSC 1 - E-mail`. */
      readonly contact?: number;
      /** A number before the label, `1. Name`: of the contact or of the line. */
      readonly before?: number;
      /** A number after the label, `Phone 2`: of the contact or of the phone. */
      readonly after?: number;
      readonly primary?: boolean;
      /** Of a whole name, when the label tells. */
      readonly order?: NameOrder;
    };

type Label = Omit<Extract<FormItem, { kind: 'field' }>, 'kind' | 'value'>;

// Longer lines are prose; a value is cut here and then too long for every field.
const MAX_LINE = 1000;
const MAX_LABEL = 60;

/**
 * Reads `First name: Ana`, `Name: Ana Pérez, E-mail: ana@nic.xa` (several fields), `Contact 2`,
 * `Primary: yes`. Returns undefined for a line that begins with no label and is no heading.
 */
export function readFormLine(text: string): FormItem[] | undefined {
  const line = text.slice(0, MAX_LINE);
  return readCells(line) ?? readColon(line) ?? readLoose(line);
}

function readColon(line: string): FormItem[] | undefined {
  const colon = findColon(line, 0);
  if (colon < 0) {
    const heading = readHeading(trimSigns(line));
    return heading === undefined ? undefined : [{ kind: 'heading', heading, value: '' }];
  }
  const begin = line.slice(0, colon);
  const label = readLabel(begin);
  if (label !== undefined) return splitFields(label, line, colon + 1);
  const heading = readHeading(trimSigns(begin));
  return heading && [{ kind: 'heading', heading, value: cleanValue(line.slice(colon + 1)) }];
}

/** A row of a table whose cells are label and value by turns, a heading before them or alone. */
function readCells(line: string): FormItem[] | undefined {
  const sign = line.includes('|') ? '|' : '\t';
  if (!line.includes(sign)) return undefined;
  const cells = line
    .split(sign)
    .map((cell) => trimSigns(cell).replace(/[:：]$/u, ''))
    .filter((cell) => cell !== '');
  if (cells.length === 0 || cells.length > 8) return undefined;
  const items: FormItem[] = [];
  const heading = readHeading(cells[0] ?? '');
  if (heading !== undefined && (cells.length === 1 || cells.length % 2 === 1)) {
    items.push({ kind: 'heading', heading, value: '' });
    cells.shift();
  }
  if (cells.length === 1) cells.push('');
  for (let at = 0; at < cells.length; at += 2) {
    const pair = readPair(cells[at] ?? '', cells[at + 1] ?? '');
    if (pair === undefined) return undefined;
    items.push(pair);
  }
  return items;
}

function readPair(front: string, back: string): FormItem | undefined {
  const label = readLabel(front);
  if (label !== undefined && readLabel(back) === undefined)
    return { kind: 'field', ...label, value: cleanValue(back) };
  const heading = readHeading(front);
  // "Primary contact | Secondary contact" heads two columns.
  if (readHeading(back)?.contact === true) return undefined;
  return heading && { kind: 'heading', heading, value: cleanValue(back) };
}

/** Labels without a colon: `E-mail   ana@nic.xa`, `Phone = +1 …`, `Name - Ana Pérez`; sure ones only. */
function readLoose(line: string): FormItem[] | undefined {
  const text = trimSigns(line);
  const found = /=|\t|\s[-–—]\s|[\s\u3000]{2}/u.exec(text.slice(0, MAX_LABEL));
  if (found !== null) {
    const value = cleanValue(text.slice(found.index + found[0].length));
    const front = text.slice(0, found.index);
    const label = readLabel(front);
    if (label !== undefined && isSure(label.field, value))
      return [{ kind: 'field', ...label, value }];
    const heading = readHeading(front);
    if (heading?.contact === true && isSure('name', value))
      return [{ kind: 'heading', heading, value }];
  }
  return readBlank(text);
}

// With one blank between them, only an address or a number shows where the label ends.
function readBlank(text: string): FormItem[] | undefined {
  const value = /(?<=\s)(?:[+＋(（\p{Nd}]|[^\s@]{1,64}@[^\s@]{1,255}$)/u.exec(text.slice(0, 330));
  if (value === null || value.index > MAX_LABEL) return readNamed(text);
  const label = readLabel(text.slice(0, value.index));
  const rest = cleanValue(text.slice(value.index));
  if (label === undefined || (label.field !== 'phone' && label.field !== 'address'))
    return undefined;
  return isSure(label.field, rest) ? [{ kind: 'field', ...label, value: rest }] : undefined;
}

// "Name Ana Pérez", "Last name Pérez": a name and nothing else behind the label of one.
function readNamed(text: string): FormItem[] | undefined {
  if (text.length > 100 || !/^[\p{L}\s.'’-]+$/u.test(text)) return undefined;
  const words = text.split(/\s+/);
  if (words.length > 7 || !/^[\p{Lu}\p{Lo}]/u.test(words.at(-1) ?? '')) return undefined;
  for (const size of [3, 2, 1]) {
    const label = words.length > size ? readLabel(words.slice(0, size).join(' ')) : undefined;
    if (label === undefined || (words[0] ?? '').length < 3) continue;
    if (!['name', 'firstName', 'lastName'].includes(label.field)) return undefined;
    const value = words.slice(size).join(' ');
    const isName = fullName(value, label.field !== 'name') !== undefined && !hasFunctionWord(value);
    return isName && isSure(label.field, value) ? [{ kind: 'field', ...label, value }] : undefined;
  }
  return undefined;
}

function isSure(field: LabelKind, value: string): boolean {
  if (field === 'address')
    return /^\S{0,20}[^\s@]{1,64}@[^\s@]{1,255}(?:\s\S{1,40}){0,3}$/u.test(value);
  if (field === 'phone')
    return (
      /^[+＋(（\p{Nd}]/u.test(value) &&
      (value.match(/\p{Nd}/gu)?.length ?? 0) >= 6 &&
      value.length <= 80
    );
  if (field === 'cctld') return value.startsWith('.');
  if (field !== 'name' && field !== 'firstName' && field !== 'lastName') return false;
  return (
    /^[\p{Lu}\p{Lo}]/u.test(value) && !/[@\p{Nd}:?]/u.test(value) && value.split(/\s+/).length <= 6
  );
}

function findColon(line: string, from: number): number {
  for (let at = from; at < line.length; at += 1) {
    if (':：︓﹕'.includes(line.charAt(at))) return at;
  }
  return -1;
}

// The value of a field ends where the next label begins: "Ana Last name: Pérez".
function splitFields(first: Label, line: string, from: number): FormItem[] {
  const items: FormItem[] = [];
  let label = first;
  let start = from;
  for (let colon = findColon(line, from); colon >= 0; colon = findColon(line, colon + 1)) {
    const next = labelAtEnd(line.slice(Math.max(start, colon - MAX_LABEL), colon));
    if (next === undefined) continue;
    items.push({
      kind: 'field',
      ...label,
      value: cleanValue(line.slice(start, colon - next.size)),
    });
    label = next.label;
    start = colon + 1;
  }
  items.push({ kind: 'field', ...label, value: cleanValue(line.slice(start)) });
  return items;
}

/** The longest label of one to four words at the end of the text, and how many characters it takes. */
function labelAtEnd(text: string): { readonly label: Label; readonly size: number } | undefined {
  const starts = [...text.matchAll(/(?<=^|[\s,;|])[^\s,;|]/g)]
    .map((match) => match.index)
    .slice(-4);
  for (const start of starts) {
    const label = readLabel(text.slice(start));
    if (label !== undefined) return { label, size: text.length - start };
  }
  return undefined;
}

/** The field that a label names, with what it says about the contact: `Contact 2 phone`. */
export function readLabel(text: string): Label | undefined {
  if (text.length > MAX_LABEL + 20) return undefined;
  const note = readNote(text);
  const primary = note === undefined ? {} : { primary: note };
  const bare = trimSigns(text.replace(/[([（][^()[\]（）]{0,60}[)\]）]/g, ' '));
  const direct = kindOf(bare);
  if (direct !== undefined) return { field: direct, ...primary, ...orderOf(direct, bare) };
  const found = readWords(wordsOf(bare));
  return found && { ...found, ...primary };
}

function orderOf(field: LabelKind, label: string): { readonly order?: NameOrder } {
  const order = field === 'name' ? nameOrder(label) : undefined;
  return order === undefined ? {} : { order };
}

const BETWEEN = /\s*[/|&]\s*|\s+(?:and|or|et|ou|und|oder|и|или|y|e)\s+/u;

// "Phone/Mobile", "Nom / Name": both must be known. Two different names make a whole name.
function kindOf(text: string): LabelKind | undefined {
  const whole = labelKind(text);
  if (whole !== undefined) return whole;
  const parts = text.split(BETWEEN).map(labelKind);
  if (parts.length < 2 || parts.includes(undefined)) return undefined;
  const kinds = new Set(parts.filter((kind) => kind !== undefined && kind !== 'other'));
  if (kinds.has('firstName') && kinds.has('lastName')) return 'name';
  return kinds.size <= 1 ? ([...kinds][0] ?? 'other') : undefined;
}

// "Contact 2 phone", "Primary contact e-mail", "2. Name", "Phone 1", "Name of contact 2": a label
// with words of a heading around it.
function readWords(words: readonly string[]): Label | undefined {
  if (words.length > 7) return undefined;
  for (let start = 0; start < words.length; start += 1) {
    for (let end = words.length; end > start; end -= 1) {
      const field = labelKind(words.slice(start, end).join(' '));
      const around = field && readAround(words.slice(0, start), words.slice(end));
      if (field !== undefined && around !== undefined) return { field, ...around };
    }
  }
  return undefined;
}

function numberIn(words: readonly string[]): number | undefined {
  return words.map((word) => headingWord(word)?.number).find((number) => number !== undefined);
}

function readAround(
  front: readonly string[],
  back: readonly string[],
): Omit<Label, 'field'> | undefined {
  const meanings = [...front, ...back].map(headingWord);
  if (meanings.includes(undefined)) return undefined;
  const [before, after] = [numberIn(front), numberIn(back)];
  const primary = meanings.find((meaning) => meaning?.primary !== undefined)?.primary;
  const named = meanings.some(
    (meaning) => meaning?.contact === true || meaning?.primary !== undefined,
  );
  const contact = named ? (before ?? after) : undefined;
  return {
    ...(contact !== undefined && { contact }),
    ...(!named && before !== undefined && { before }),
    ...(!named && after !== undefined && { after }),
    ...(primary !== undefined && { primary }),
  };
}

// What people and templates write where nothing is known.
const NOTHING = new Set([
  '',
  '-',
  '–',
  '—',
  '.',
  '..',
  '...',
  '…',
  '?',
  'n/a',
  'none',
  'nil',
  'tbd',
  'tba',
]);

function cleanValue(text: string): string {
  const value = trimSigns(text)
    .replace(/[,;|]$/, '')
    .trim();
  return NOTHING.has(value.toLowerCase()) ? '' : value;
}

/** Without blanks, rules and the marks of bold text at both ends (`**First name:** Ana`, `____`). */
function trimSigns(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSign(text.charAt(start), '*_•·–—=#~|-')) start += 1;
  while (end > start && isSign(text.charAt(end - 1), '*_=~|')) end -= 1;
  return text.slice(start, end);
}

// Only blanks that are seen as such: a zero-width sign stays in the value, to be complained of.
function isSign(sign: string, signs: string): boolean {
  return (
    signs.includes(sign) || sign === ' ' || sign === '\t' || sign === '\u00a0' || sign === '\u3000'
  );
}
