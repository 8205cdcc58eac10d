/** The values behind the word of a command: a case, a ccTLD, a text, a name, telephone numbers. */

import { type Address, readAddress } from '../words/address.ts';
import { type Cctld, readCctld } from '../words/cctld.ts';
import type { Phone } from '../words/contact.ts';
import { hideTokens } from '../words/token.ts';
import { cleanLine } from './clean-line.ts';
import { readPhones } from './phone.ts';
import { splitName } from './split-name.ts';

/** A sentence that says why something cannot be read. */
export interface Why {
  readonly why: string;
  /** A form that fits better than the first one of the word. */
  readonly usage?: string;
}

/** In characters; names and numbers as in the requests of Admin Contacts (check-contacts.ts). */
export const LIMITS = { text: 1000, name: 100, phone: 40, phones: 5 };

export const NO_CCTLD = 'This is not one ccTLD.';

/** Why no number of a case was found at the start. */
export function noCase(rest: string): Why {
  return /^#?\p{Nd}/u.test(rest)
    ? {
        why: 'The number of the case cannot be read: a blank must follow it, and it begins with 1 to 9.',
      }
    : { why: 'The number of the case is missing.' };
}

/** The line with the common blank for the others; NBSP is what mail programs make of two blanks. */
export function plainBlanks(text: string): string {
  return text.replace(/[\t\u00a0\u202f]/g, ' ').trim();
}

/** "4711", "#4711", "case 4711"; what follows is text. "0815" and "4711a" are no numbers of cases. */
export function splitCase(rest: string): { readonly caseId?: number; readonly text: string } {
  const match = /^(?:case\s{1,9})?#?([1-9]\d{0,8})(?![\p{L}\p{N}_.-])(.*)$/isu.exec(rest);
  if (match === null) return { text: rest };
  return { caseId: Number(match[1]), text: dropColon(match[2] ?? '') };
}

/** ".xa", "xa", and an IDN as letters show it: ".рф (xn--p1ai)", when both are the same. */
export function readShownCctld(text: string): Cctld | undefined {
  const both = /^(\S+) +\((xn--[a-z0-9-]+)\)$/i.exec(text);
  if (both === null) return /\s/.test(text) ? undefined : readCctld(text);
  const cctld = readCctld(both[1] ?? '');
  return cctld === both[2]?.toLowerCase() ? cctld : undefined;
}

/** A ccTLD at the start of the text, and what follows it, with or without a colon between. */
export function splitCctld(rest: string): { readonly cctld?: Cctld; readonly text: string } {
  const [, shown = '', text = ''] =
    /^([^\s:,]+(?: +\(xn--[a-z0-9-]+\))?)[:,]?(?=\s|$)(.*)$/isu.exec(rest) ?? [];
  const cctld = readShownCctld(shown);
  return cctld === undefined ? { text: rest } : { cctld, text: dropColon(text) };
}

/** Without the colon or dash that some put before a text. */
export function dropColon(text: string): string {
  return text.replace(/^\s*[:：–—]?\s*/u, '');
}

export function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** What our letters show in the place of a text: copied as it stands, it says nothing. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  'your reason',
  '14d your reason',
  'your question',
  'your question to the committee',
  'what the other validators should know',
  'how you checked it',
]);

/**
 * A text that other people will read: one line, bounded, without codes: whoever copies one from a
 * letter would hand it to all of them. Undefined when it says nothing.
 */
export function readText(text: string): string | undefined {
  if (PLACEHOLDERS.has(text.trim().toLowerCase())) return undefined;
  return saysSomething(text) ? hideTokens(cleanLine(text, LIMITS.text)) : undefined;
}

interface WholeName {
  readonly firstName: string;
  readonly lastName: string;
}

/** "Anna Maria Berg", "Berg, Anna", "first: Anna last: Berg": both names, or undefined. */
export function readWholeName(text: string): WholeName | undefined {
  const { firstName, lastName } = labelled(text) ?? unlabelled(text);
  if (firstName === undefined || lastName === undefined) return undefined;
  return isName(firstName) && isName(lastName) ? { firstName, lastName } : undefined;
}

const FIRST = String.raw`(?:first|given)(?:\s?name)?\s{0,3}[:=：]\s{0,3}`;
const LAST = String.raw`(?:(?:last|family)(?:\s?name)?|surname)\s{0,3}[:=：]\s{0,3}`;
const FIRST_LAST = new RegExp(String.raw`^${FIRST}(.{1,100}?)[,;]?\s${LAST}(.{1,100})$`, 'isu');
const LAST_FIRST = new RegExp(String.raw`^${LAST}(.{1,100}?)[,;]?\s${FIRST}(.{1,100})$`, 'isu');

// "Anna Alt to Anna Berg", "Anna Berg and make her primary": more than a name, if written in small letters.
const MORE = /(?:^|\s)(?:to|from|and|is|into|instead|but|not|please)(?=\s|$)/;

function unlabelled(text: string): Partial<WholeName> {
  return MORE.test(text) ? {} : splitName(text);
}

function labelled(text: string): Partial<WholeName> | undefined {
  const [, first, last] = FIRST_LAST.exec(text) ?? [];
  if (first !== undefined && last !== undefined)
    return { firstName: first.trim(), lastName: last.trim() };
  const [, family, given] = LAST_FIRST.exec(text) ?? [];
  if (family === undefined || given === undefined) return undefined;
  return { firstName: given.trim(), lastName: family.trim() };
}

/** Letters, and none of the signs that show that something else was written there. */
export function isName(text: string): boolean {
  return (
    /\p{L}/u.test(text) &&
    text.length <= LIMITS.name &&
    !/[\p{Nd}@<>()[\]{}=:;,!?"/\\|]/u.test(text)
  );
}

/** One address and nothing else, also as mail programs write a link: "a@b.test <mailto:a@b.test>". */
export function readOneAddress(text: string): Address | undefined {
  const twice = /^([^\s<>]{3,320})\s*<(?:mailto:)?([^\s<>]{3,320})>$/i.exec(text);
  if (twice !== null) {
    const address = readAddress(twice[1] ?? '');
    return address === readAddress(twice[2] ?? '') ? address : undefined;
  }
  return readAddress(text.replace(/^<(.*)>$/s, '$1').replace(/^mailto:/i, ''));
}

// Besides the number: what people call it, and its extension.
const BESIDE =
  /[,;]?\s?(?<!\p{L})(?:mobile|cell|office|work|home|direct|desk|tel|phone|ext|extension|x)(?!\p{L})\.?/giu;

/** Numbers and nothing else, each readable as an international one. */
export function readOnlyPhones(text: string): readonly Phone[] | Why {
  if (text.trim() === '') return { why: 'The phone number is missing.' };
  const phones = text.length > LIMITS.text / 3 ? [] : readPhones(text);
  if (phones.length === 0 || phones.length > LIMITS.phones)
    return { why: `Write one to ${LIMITS.phones} phone numbers, with a comma between.` };
  const wrong = phones.find(
    ({ raw, e164 }) =>
      e164 === undefined ||
      raw.length > LIMITS.phone ||
      /[\p{L}@?!",;]/u.test(raw.replace(BESIDE, '')),
  );
  if (wrong === undefined) return phones;
  return {
    why: `"${cleanLine(wrong.raw, LIMITS.phone)}" cannot be read as a phone number. Write it with + and the country code, and nothing else behind it.`,
  };
}
