/** The values of the form: a whole name in its two parts, an address, a list of ccTLDs. */

import { readAddress, type Address } from '../words/address.ts';
import { readCctld, type Cctld } from '../words/cctld.ts';
import { beginsVietnamese, isGeneration, isParticle, stripTitles } from './name-words.ts';

// "Петрова Анна Ивановна": with the father's name at the end the family name comes first.
const PATRONYMIC = /(?:ович|евич|ьич|овна|евна|ична|инична|івна|ївна)$/iu;

export interface NameParts {
  readonly firstName?: string;
  readonly lastName?: string;
}

const EAST_ASIAN =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\s・]+$/u;

/**
 * Splits a whole name. `Pérez, Ana` and `PÉREZ Ana` put the family name first, as do Chinese, Japanese
 * and Korean names in their own script; in all others the last word is the last name, with its
 * particles. One word is a last name. Titles and degrees are left out. A guess that the Validator sees beside the line as it was written.
 */
export function splitName(written: string): NameParts {
  const whole = stripTitles(written);
  const [before, after, ...more] = whole.split(',').map((part) => part.trim());
  if (before && after && more.length === 0) return { firstName: after, lastName: before };
  const words = whole.split(/\s+/).filter((word) => word !== '');
  if (words.length < 2) return words[0] === undefined ? {} : { lastName: words[0] };
  if (EAST_ASIAN.test(whole) || countCapitals(words) > 0) {
    const size = Math.max(1, EAST_ASIAN.test(whole) ? 1 : countCapitals(words));
    return { lastName: words.slice(0, size).join(' '), firstName: words.slice(size).join(' ') };
  }
  if (words.length === 3 && PATRONYMIC.test(words[2] ?? ''))
    return { firstName: words.slice(1).join(' '), lastName: words[0] ?? '' };
  const start = familyStart(words);
  return { firstName: words.slice(0, start).join(' '), lastName: words.slice(start).join(' ') };
}

/**
 * Where the family name begins: at the last run of particles ("van der Berg", "de la Cruz Pérez"), one
 * word before "y" ("Ortega y Gasset"), never at the first word, and with "Jr." behind it.
 */
function familyStart(words: readonly string[]): number {
  let end = words.length - 1;
  while (end > 1 && isGeneration(words[end] ?? '')) end -= 1;
  if (beginsVietnamese(words[0] ?? '')) return end;
  let start = end;
  for (let at = end - 1; at >= 1; at -= 1) {
    if (!isParticle(words[at] ?? '')) {
      if (start < end) break;
      continue;
    }
    start = at;
  }
  if (start === end) return end;
  const joins = /^[ye]$/.test(words[start] ?? '');
  if (joins) return Math.max(1, start - 1);
  // María del Carmen Pérez: a first name with a particle of its own.
  const isMary =
    /^mar[ií]a$/iu.test(words[start - 1] ?? '') &&
    end - start >= 2 &&
    /^de/i.test(words[start] ?? '');
  return isMary ? end : start;
}

// Leading words in capitals, when others follow that are not: "PÉREZ GARCÍA Ana".
function countCapitals(words: readonly string[]): number {
  const end = words.findIndex((word) => !isCapitals(word));
  return end > 0 && words.slice(end).some((word) => word !== word.toUpperCase()) ? end : 0;
}

// Initials ("A.") and two letters ("JP") are first names as often as not.
function isCapitals(word: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{M}'’-]{2,}$/u.test(word);
}

export interface AddressValue {
  readonly address?: Address;
  readonly rawAddress?: string;
}

/**
 * The one address in `ana@nic.xa`, `<ana@nic.xa>`, `mailto:…`, `Ana <ana@nic.xa>`, or Outlook's
 * `ana@nic.xa<mailto:ana@nic.xa>`. Anything else, and two different addresses, stays raw: which of
 * them is meant only the sender can say.
 */
export function readAddressValue(text: string): AddressValue {
  const value = text.trim();
  if (value === '') return {};
  const found = value
    .split(/[\s<>,;()[\]"“”]+/)
    .filter((word) => word.includes('@'))
    .map((word) => readAddress(word.replace(/^mailto:/i, '').replace(/\.$/, '')));
  const [address] = found;
  const agree = address !== undefined && found.every((each) => each === address);
  return agree ? { address } : { rawAddress: value.slice(0, 300) };
}

const JOINING_WORDS = new Set([
  'and',
  'und',
  'et',
  'y',
  'e',
  'i',
  'и',
  'و',
  '和',
  'と',
  'или',
  'or',
]);

/**
 * The ccTLDs in the value of a `ccTLD:` field. Written with dots, only those count; without, every
 * word must be one ("our ccTLD is xa" names nothing, for `is` is a ccTLD too).
 */
export function readCctldValue(text: string): Cctld[] {
  const words = text
    .slice(0, 500)
    .split(/[\s,;/&+()（）、，]+/)
    .map((word) => word.replace(/[.:]$/, ''))
    .filter((word) => word !== '');
  const dotted = words.filter((word) => word.startsWith('.'));
  const candidates =
    dotted.length > 0 ? dotted : words.filter((word, at) => !isJoining(words, word, at));
  const found = candidates.map(readCctld);
  if (dotted.length === 0 && found.includes(undefined)) return [];
  return [...new Set(found.filter((cctld) => cctld !== undefined))];
}

// `et` is a ccTLD as well: between two others it is taken for the word.
function isJoining(words: readonly string[], word: string, at: number): boolean {
  return at > 0 && at < words.length - 1 && JOINING_WORDS.has(word.toLowerCase());
}
