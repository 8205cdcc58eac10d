/**
 * What an answer to the yearly check says (design 5, 12). Elsewhere CONFIRM is about a change that its letter
 * shows, and whatever stands below it is talk. Here it says that nothing is to change: beside anything that
 * may ask for a change it says two things, and people must read the other one.
 */

import { isFreeWord } from './ask-free-words.ts';
import type { Body } from './body.ts';
import { type Consent, GREETING, readConsent } from './consent.ts';
import { isFiller, looksLikeToken } from './consent-words.ts';
import { foldName } from './function-words.ts';
import { type Line, ownText, readSegments } from './segments.ts';
import { isClosing } from './signature.ts';

/** `more`: CONFIRM, and own words besides that are no courtesy. */
export type CheckConsent = Consent | 'more';

/** `names`: of whoever may sign the answer. Linear; never throws. */
export function readCheckConsent(
  body: Pick<Body, 'lines' | 'consent' | 'other'>,
  names: readonly string[],
): CheckConsent {
  const known = new Set(names.flatMap(wordsOf).map(keyOf));
  const parts = [body.lines, ...(body.other === undefined ? [] : [readSegments(body.other)])];
  const consent =
    body.consent === 'unclear' && parts.every(saysNothingChanges) ? 'confirm' : body.consent;
  if (consent !== 'confirm') return consent;
  return parts.every((lines) => isBare(ownText(lines), known)) ? 'confirm' : 'more';
}

// "Change nothing." above CONFIRM is a denial to every other letter of ours. To this one it is the answer.
function saysNothingChanges(lines: readonly Line[]): boolean {
  if (!lines.some(isAside)) return false;
  const others = lines.map((line) => (isAside(line) ? { ...line, text: '' } : line));
  return readConsent(others) === 'confirm';
}

function isAside({ part, text }: Line): boolean {
  return part === 'own' && isSame(text);
}

function isSame(line: string): boolean {
  const text =
    line.length > 100
      ? ''
      : line
          .normalize('NFKC')
          .replace(/[\s.!,;*_"“”]+/gu, ' ')
          .trim();
  return SAME.test(text);
}

/** Whole lines that say that the data are right. */
const SAME = new RegExp(
  `^(?:${[
    '(?:please )?(?:change nothing|leave (?:it|everything|them|all)(?: as (?:it|they) (?:is|are))?|keep (?:it|everything|them|all))',
    '(?:there (?:is|are) )?(?:nothing (?:to change|has changed|changed|changes)|no changes?)',
    '(?:it|all|everything|all (?:the )?data|the data|the list|they)(?: is| are)?(?: all| still)? (?:right|correct|ok|okay|fine|good|up to date|the same|unchanged)',
  ].join('|')})$`,
  'iu',
);

// Longer answers are for people, whatever they say.
const MOST = 2_000;

function isBare(own: string, known: ReadonlySet<string>): boolean {
  if (own.length > MOST) return false;
  const lines = own.split('\n').filter((text) => /[\p{L}\p{N}]/u.test(text));
  return lines.every((text) => isCourtesy(text.trim(), known));
}

function isCourtesy(text: string, known: ReadonlySet<string>): boolean {
  if (isSame(text) || isGreeting(text)) return true;
  if (isClosing(text) && !/[\d@]/.test(text)) return true;
  // The name of whoever signs: one that we know, for any other word may ask for something.
  if (PHONE.test(text)) return false;
  return wordsOf(text.replace(CONFIRM, '')).every(
    (word) => isFiller(word) || looksLikeToken(word) || known.has(keyOf(word)),
  );
}

const CONFIRM = /^[^\p{L}]{0,90}confirm(?![\p{L}\p{N}])/iu;

const PHONE = /\d{6}|\d[ ./-]\d/;

// "Hello,", "Dear Vera": never "Hello, remove Téo".
function isGreeting(text: string): boolean {
  const match = text.length > 80 ? null : GREETING.exec(text);
  if (match === null) return false;
  const rest = text.slice(match[0].length).replace(/[,!.:，！]$/u, '');
  return (
    /^(?: [\p{Lu}\p{Lo}][\p{L}\p{M}.-]*| all| team| colleagues){0,3}$/u.test(rest) &&
    !wordsOf(rest).some(asks)
  );
}

function asks(word: string): boolean {
  return isFreeWord(keyOf(word)) && !/^(?:all|team|colleagues|mr|ms|mrs|dr)$/i.test(word);
}

function keyOf(word: string): string {
  return foldName(word).join(' ');
}

function wordsOf(text: string): string[] {
  const words = text.match(/[^\s,:;!()*_"“”«»，。！、،]+/gu) ?? [];
  return words.map((word) => word.replace(/\.+$/, '')).filter((word) => /[\p{L}\p{N}]/u.test(word));
}
