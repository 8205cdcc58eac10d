/** Splits a whole name into first and last name: a guess that the Validator sees beside the line as written. */

import { splitEastAsian } from './east-asian-name.ts';
import { isFunctionName } from './function-words.ts';
import type { NameOrder } from './label-words.ts';
import {
  beginsVietnamese,
  isGeneration,
  isGivenInSpanish,
  isKorean,
  isNobility,
  isParticle,
  isVietnameseMiddle,
  stripTitles,
} from './name-words.ts';

// "Петрова Анна Ивановна": with the father's name at the end the family name comes first.
const PATRONYMIC = /(?:ович|евич|ьич|овна|евна|ична|инична|івна|ївна|ійович|йович)$/iu;
// Endings of family names that no first name has.
const FAMILY_ENDING =
  /(?:ова|ева|ёва|ов|ев|ёв|ский|ская|цкий|цкая|ський|ська|цький|цька|енко|ук|юк|чук|ян)$/iu;

export interface NameParts {
  readonly firstName?: string;
  readonly lastName?: string;
}

export interface NameHints {
  /** What the label of the name says. */
  readonly order?: NameOrder;
  /** The mail is in Japanese: a name without a blank cannot be told apart. */
  readonly japanese?: boolean;
}

/**
 * `Pérez, Ana` and `PÉREZ Ana` put the family name first, as do Chinese, Korean, Japanese and Vietnamese
 * names and those behind a label that says so (`ФИО`, `Név`); in all others the last word is the last
 * name, with its particles. One word is a last name. Titles and degrees are left out.
 */
export function splitName(written: string, hints: NameHints = {}): NameParts {
  const whole = stripTitles(written);
  const [before, after, ...more] = whole.split(',').map((part) => part.trim());
  if (before && after && more.length === 0) return { firstName: after, lastName: before };
  const words = whole.split(/\s+/).filter((word) => word !== '');
  // "보안팀" is a team: cut in two it would look like a person.
  if (words.length === 1 && isFunctionName(whole)) return { lastName: whole };
  const eastAsian = splitEastAsian(words, hints.japanese === true);
  if (eastAsian !== undefined) return eastAsian;
  if (words.length < 2) return words[0] === undefined ? {} : { lastName: words[0] };
  const size = familyFirst(words, hints.order);
  if (size > 0) return parts(words.slice(size), words.slice(0, size));
  const start = familyStart(words, hints.order);
  return parts(words.slice(0, start), words.slice(start));
}

function parts(first: readonly string[], last: readonly string[]): NameParts {
  return { firstName: first.join(' '), lastName: last.join(' ') };
}

/** How many words of a family name stand first; 0 when the first name does. */
function familyFirst(words: readonly string[], order: NameOrder | undefined): number {
  const capitals = countCapitals(words);
  if (capitals > 0) return capitals;
  const [first = '', second = '', third = ''] = words;
  // Behind "ФИО" a name in Latin letters is a foreigner's.
  const isForeign = order === 'family-first-in-cyrillic' && !/\p{Script=Cyrillic}/u.test(first);
  const says = order !== undefined && order !== 'two-family-names' && !isForeign;
  if (words.length === 3 && PATRONYMIC.test(third)) return 1;
  if (beginsVietnamese(first) && (isVietnameseMiddle(second) || says)) return 1;
  if (words.length === 2 && isKorean(first, second)) return 1;
  if (!says) return 0;
  // "Виктор Андреевич Ким", "Виктор Петров": written the usual way in spite of the label.
  if (words.length === 3 && PATRONYMIC.test(second)) return 0;
  const last = words.at(-1) ?? '';
  if (FAMILY_ENDING.test(last) && !FAMILY_ENDING.test(first)) return 0;
  if (last === last.toUpperCase() && last.length > 2 && last !== last.toLowerCase()) return 0;
  let size = 1;
  while (size < words.length - 1 && isParticle(words[size - 1] ?? '')) size += 1;
  return size;
}

/**
 * Where the family name begins: at the last run of particles ("van der Berg", "de la Cruz Pérez"), at a
 * title of nobility ("Graf von"), one word before "y" ("Ortega y Gasset"), never at the first word, and
 * with "Jr." behind it.
 */
function familyStart(words: readonly string[], order: NameOrder | undefined): number {
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
  if (start === end) return order === 'two-family-names' ? twoFamilyNames(words, end) : end;
  const joins = /^[ye]$/.test(words[start] ?? '');
  if (joins || (start > 1 && isNobility(words[start - 1] ?? ''))) return Math.max(1, start - 1);
  // María del Carmen Pérez: a first name with a particle of its own.
  const isMary =
    /^mar[ií]a$/iu.test(words[start - 1] ?? '') &&
    end - start >= 2 &&
    /^de/i.test(words[start] ?? '');
  return isMary ? end : start;
}

// "Mercedes Ñáñez Iturbe", but "Juan Carlos Pérez": the second word is a first name or it is not.
function twoFamilyNames(words: readonly string[], end: number): number {
  return end >= 2 && !isGivenInSpanish(words[end - 1] ?? '') && !/\./.test(words[end - 1] ?? '')
    ? end - 1
    : end;
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
