/** Recognises the labels of fields and the headings of contacts (the words are in labels.ts and heading-words.ts). */

import { HEADING_WORDS, NO, ORDINALS, YES } from './heading-words.ts';
import { FAMILY_FIRST, MORE_LABELS, TWO_FAMILY_NAMES } from './labels-more.ts';
import { LABELS, type LabelKind, type Words } from './labels.ts';

const KINDS = new Map(
  [LABELS, MORE_LABELS].flatMap((table) =>
    Object.entries(table).flatMap(([kind, words]) =>
      folded(words).map((label) => [label, kind as LabelKind] as const),
    ),
  ),
);
const ORDERS = new Map<string, NameOrder>([
  ...folded(FAMILY_FIRST).map(
    (label) =>
      [
        label,
        /^\p{Script=Cyrillic}/u.test(label) ? 'family-first-in-cyrillic' : 'family-first',
      ] as const,
  ),
  ...folded(TWO_FAMILY_NAMES).map((label) => [label, 'two-family-names'] as const),
]);
const YES_WORDS = new Set(folded(YES));
const NO_WORDS = new Set(folded(NO));

interface HeadingWord {
  readonly contact?: true;
  readonly primary?: boolean;
  readonly number?: number;
}

const HEADINGS = new Map<string, HeadingWord>([
  ...folded(HEADING_WORDS.filler).map((word) => [word, {}] as const),
  ...folded(HEADING_WORDS.contact).map((word) => [word, { contact: true }] as const),
  ...folded(HEADING_WORDS.primary).map((word) => [word, { primary: true }] as const),
  ...folded(HEADING_WORDS.secondary).map((word) => [word, { primary: false }] as const),
  ...ORDINALS.flatMap((words, at) =>
    folded(words).map((word) => [word, { number: at + 1 }] as const),
  ),
]);

/** How a language writes whole names, where that is not the first name and then the last. */
export type NameOrder = 'family-first' | 'family-first-in-cyrillic' | 'two-family-names';

function folded(words: Words): string[] {
  return Object.entries(words).flatMap(([language, list]) =>
    list.split(',').flatMap((word) => keysOf(word.trim(), language === 'vi')),
  );
}

// Without its tones a short Vietnamese word is another word, or a name: "họ" and Ho, "hệ" and He. The
// same goes for all of which two letters are left: "fő" and Fo.
function keysOf(word: string, toned: boolean): string[] {
  const key = foldLabel(word);
  const exact = exactKey(word);
  const short = (toned && !word.includes(' ')) || (key.length <= 2 && key !== exact);
  return short ? [exact] : [key];
}

// No key without marks looks like it: behind a blank.
function exactKey(word: string): string {
  const bare = word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
  const key = foldLabel(word);
  return bare === '' || /^[\u0000-\u007f]*$/.test(bare) || bare === key ? key : ` ${bare}`;
}

function lookUp<T>(map: ReadonlyMap<string, T>, text: string): T | undefined {
  const found = map.get(foldLabel(text));
  if (found !== undefined || text.length > 60 || /^[\u0000-\u007f]*$/.test(text)) return found;
  return map.get(exactKey(text));
}

/** Folds a label to what is compared: letters and digits alone, without case, width or accents. */
export function foldLabel(text: string): string {
  const isAscii = /^[\u0000-\u007f]*$/.test(text);
  const plain = isAscii ? text.toLowerCase() : text.normalize('NFKD').toLowerCase();
  const bare = plain.replace(isAscii ? /[^a-z0-9]/g : /[^\p{L}\p{N}]/gu, '');
  return bare === '' ? plain.trim() : bare;
}

/** The field that a label such as `E-mail address` announces, or undefined. */
export function labelKind(label: string): LabelKind | undefined {
  return lookUp(KINDS, label);
}

/** What a label of a whole name such as `ФИО` or `Nombre` says about the order in it. */
export function nameOrder(label: string): NameOrder | undefined {
  return lookUp(ORDERS, label);
}

/** true for yes, false for no, in any of our languages; undefined for anything else. */
export function readYesNo(text: string): boolean | undefined {
  const keys = [foldLabel(text), exactKey(text)];
  if (keys.some((key) => YES_WORDS.has(key))) return true;
  return keys.some((key) => NO_WORDS.has(key)) ? false : undefined;
}

/** What a heading such as `Contact 2 (primary)`, `Secondary SSC` or `2.` says about the contact. */
export interface Heading {
  readonly number?: number;
  readonly primary?: boolean;
  /** True when it names a contact, not only `Primary`: then it is a heading even above other fields. */
  readonly contact: boolean;
}

/**
 * Reads a heading of a contact: nothing but words for contact, primary, secondary and one number from
 * 1 to 9, with any decoration. What stands in brackets is only searched for primary and secondary.
 */
export function readHeading(text: string): Heading | undefined {
  if (text.length > 80) return undefined;
  const note = readNote(text);
  const words = wordsOf(text.replace(BRACKETS, ' '));
  const heading: { number?: number; primary?: boolean; contact: boolean } = { contact: false };
  if (note !== undefined) heading.primary = note;
  for (const word of words) {
    const meaning = headingWord(word);
    if (meaning === undefined) return undefined;
    if (meaning.number !== undefined) {
      if (heading.number !== undefined) return undefined;
      heading.number = meaning.number;
    }
    if (meaning.primary !== undefined) heading.primary = meaning.primary;
    heading.contact ||= meaning.contact === true;
  }
  // "2 contacts:" counts them.
  if (PLURAL.test(text.slice(0, 40))) delete heading.number;
  const says = words.some((word) => headingWord(word)?.primary !== undefined);
  const isNumber = words.length === 1 && heading.number !== undefined;
  return heading.contact || says || isNumber ? heading : undefined;
}

const PLURAL =
  /^\W{0,4}\d\s{0,3}(?:contacts|sscs|persons|contactos|contatos|contatti|kontakte|контакта|контакти|kontakty|kontakter|contactpersonen)(?!\p{L})/iu;
const BRACKETS = /[([（][^()[\]（）]{0,60}[)\]）]/g;

/** `(primary)` or `(secondary)` somewhere in the text: true or false; undefined when it does not say. */
export function readNote(text: string): boolean | undefined {
  for (const { 0: bracket, index } of text.slice(0, 500).matchAll(BRACKETS)) {
    if (isKoreanCompany(text, index, index + bracket.length)) continue;
    for (const word of wordsOf(bracket)) {
      const primary = headingWord(word)?.primary;
      if (primary !== undefined) return primary;
    }
  }
  return undefined;
}

/** "(주)넷": a limited company, as Koreans write it; elsewhere "(주)" is who is primary. */
export function isKoreanCompany(text: string, start: number, end: number): boolean {
  return (
    /^[(（]주[)）]$/u.test(text.slice(start, end)) && /^\s?\p{L}/u.test(text.slice(end, end + 3))
  );
}

/** The meaning of one word of a heading: a word of the dictionary, or a digit from 1 to 9. */
export function headingWord(word: string): HeadingWord | undefined {
  if (/^\p{Nd}$/u.test(word)) {
    const number = digitOf(word);
    return number >= 1 ? { number } : undefined;
  }
  return lookUp(HEADINGS, word);
}

/**
 * Words and numbers of a label, in order. Chinese and Japanese write no blanks: there the longest
 * words of the dictionary are cut off the front (`主要联系人`, `第二联系人`).
 */
export function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{M}'’]+|\p{N}+/gu) ?? []).flatMap((word) =>
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word) ? cutHan(word) : [word],
  );
}

function cutHan(word: string): string[] {
  const out: string[] = [];
  let rest = word;
  while (rest !== '' && out.length < 8) {
    const size = [4, 3, 2, 1].find((length) => HEADINGS.has(foldLabel(rest.slice(0, length))));
    if (size === undefined) return [...out, rest];
    out.push(rest.slice(0, size));
    rest = rest.slice(size);
  }
  return rest === '' ? out : [...out, rest];
}

// Western, Arabic-Indic, Persian, Devanagari and full-width digits.
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0xff10];

function digitOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  const zero = ZEROS.find((each) => code >= each && code <= each + 9);
  return zero === undefined ? 0 : code - zero;
}
