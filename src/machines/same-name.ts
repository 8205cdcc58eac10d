/** Whether two spellings mean the same organisation or person, as far as their words can tell. */

import { isWithin } from './words/distance.ts';

/**
 * The share of words that two names of organisations have in common, 0 to 1, the same both ways. Case,
 * accents, punctuation, little words and legal forms do not count; one letter may be wrong.
 */
export function organisationOverlap(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.join('') === b.join('') || isAcronym(one, b) || isAcronym(other, a)) return 1;
  const [few, many] = inOrder(a, b);
  const common = commonWords(few, many);
  const all = few.length + many.length - common;
  return all === 0 ? 0 : common / all;
}

type Words = readonly string[];

// The shorter one first, so that the answer does not hang on the direction.
function inOrder(a: Words, b: Words): readonly [few: Words, many: Words] {
  const isFirst = a.length === b.length ? a.join(' ') <= b.join(' ') : a.length < b.length;
  return isFirst ? [a, b] : [b, a];
}

const LITTLE = new Set(
  (
    'a an and at by for in of on the to de del della der des di do du d e el en et fuer fur im l la las ' +
    'le les los para por pour the und van von y ltd limited llc llp inc incorporated corp corporation co ' +
    'company gmbh ag kg ev sa sas sarl srl spa bv nv plc pty pte pvt as asa ab oy aps jsc ojsc ooo oao ' +
    'zao doo eood ead kft zrt sro rl ltda cia'
  ).split(' '),
);

// Where nothing else is left, the little words are the name.
function wordsOf(name: string): string[] {
  const words = foldedWords(name);
  const telling = words.filter((word) => !LITTLE.has(word));
  return [...new Set(telling.length > 0 ? telling : words)];
}

/** Letters that no decomposition takes apart, as they are written without accents. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** The longest text that is compared; the registry's lines are far shorter. */
const LONGEST = 500;

// "S.A." and "Ltd." are one word each; a hyphen ends one, as a line end may stand for it.
function foldedWords(name: string): string[] {
  return name
    .slice(0, LONGEST)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[.'’`]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

// "SIDN" for "Stichting Internet Domeinregistratie Nederland".
function isAcronym(name: string, words: readonly string[]): boolean {
  const [short, ...more] = foldedWords(name);
  const initials = words.map((word) => [...word][0] ?? '').join('');
  return short !== undefined && more.length === 0 && short.length > 2 && short === initials;
}

// Each word once. Exact ones first, so that it comes out the same both ways.
function commonWords(few: readonly string[], many: readonly string[]): number {
  const left = many.filter((word) => !few.includes(word));
  const exact = many.length - left.length;
  let close = 0;
  for (const word of few.filter((one) => !many.includes(one)).toSorted()) {
    const at = left.findIndex((one) => isClose(word, one));
    if (at < 0) continue;
    left.splice(at, 1);
    close += 1;
  }
  return exact + close;
}

// A slip, or another transliteration (Muenchen, Munchen); short words differ in meaning by one letter.
function isClose(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  return length >= 6 && isWithin(length >= 9 ? 2 : 1, one, other);
}

const TITLES = new Set(
  (
    'mr mrs ms miss dr prof professor eng engr engineer ing dipl ir sir madam mme mlle m monsieur madame ' +
    'herr frau sr sra senor senora hon honourable he sheikh datuk phd msc bsc mba jr'
  ).split(' '),
);

/**
 * Whether two names are the same person's: titles, order, accents, one letter, and a first name of
 * which only the initial is written make no other person.
 */
export function isSamePerson(one: string, other: string): boolean {
  const [a, b] = [personWords(one), personWords(other)];
  if (a.join(' ') === b.join(' ')) return true;
  const [few, many] = inOrder(a, b);
  // "Admin" and "Admin Contact": one word alone says too little.
  if (few.length < 2) return false;
  const left = [...many];
  return few
    .toSorted((x, y) => y.length - x.length)
    .every((word) => {
      const at = left.findIndex((each) => isPart(word, each));
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    });
}

function isPart(one: string, other: string): boolean {
  if (one === other || isClose(one, other)) return true;
  return (
    (one.length === 1 && other.startsWith(one)) || (other.length === 1 && one.startsWith(other))
  );
}

function personWords(name: string): string[] {
  const words = foldedWords(name);
  const named = words.filter((word) => !TITLES.has(word));
  return (named.length > 0 ? named : words).toSorted();
}
