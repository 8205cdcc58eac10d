/** Tells the name of a person from other words: at the end of a sentence's part, or filling it. */

import { foldLabel, headingWord, labelKind } from './label-words.ts';
import { hasFunctionWord, isFunctionName } from './function-words.ts';
import { fillsCaseless, isParticle, isTitle, STOP_WORDS, stripTitles } from './name-words.ts';

const MOST_WORDS = 6;

/**
 * The name at the end of the text, for the address that follows it: `Please add Ana Pérez`,
 * `Dr. Luis de la Cruz`. Names in scripts without capitals must fill the text, for nothing else tells
 * where they begin.
 */
export function nameAtEnd(text: string): string | undefined {
  const part = bare(text);
  const whole = fullName(part, true);
  if (whole !== undefined) return whole;
  const words = part.split(/\s+/).filter((word) => word !== '');
  let start = words.length;
  while (start > 0 && words.length - start < MOST_WORDS) {
    const word = words[start - 1] ?? '';
    const joins = start < words.length && isParticle(word);
    if (!joins && !isNameWord(word)) break;
    start -= 1;
    if (isTitle(word)) break;
  }
  while (start < words.length && isLowerParticle(words[start] ?? '')) start += 1;
  const name = stripTitles(words.slice(start).join(' '));
  return name === '' || !/\p{L}{2}/u.test(name) ? undefined : name;
}

/**
 * The text when it is a name and nothing else, without titles; one word only where `single` allows it.
 * The name of a function ("NOC duty officer") counts as well: the sender is asked back about it.
 */
export function fullName(text: string, single: boolean): string | undefined {
  const part = bare(text);
  if (part.length > 80 || part === '' || /[\p{Nd}@/\\_=+*?!]/u.test(part)) return undefined;
  if (isFunctionName(part))
    return /^(?:our|my|the|for|of|and|on|at)\s/i.test(part) ? undefined : part;
  const name = stripTitles(part);
  const caseless = fillsCaseless(name);
  if (caseless !== undefined) return caseless ? name : undefined;
  const words = name.split(/\s+/);
  if (words.length > MOST_WORDS || (words.length === 1 && !single)) return undefined;
  if (!words.every((word, at) => isNameWord(word) || (isParticle(word) && at < words.length - 1)))
    return undefined;
  return hasFunctionWord(name) || !/\p{L}{2}/u.test(words.at(-1) ?? '') ? undefined : name;
}

/** True for a whole name of one word, which only some places make a name of. */
export function isSingleWord(name: string): boolean {
  return !/\s/.test(name);
}

function isLowerParticle(word: string): boolean {
  return isParticle(word) && word === word.toLowerCase();
}

// A capital, then letters, an apostrophe, a hyphen; or an initial with its dot.
function isNameWord(word: string): boolean {
  if (!/^[\p{Lu}\p{Lt}][\p{L}\p{M}'’‘`-]{0,30}\.?$/u.test(word)) return false;
  if (word.endsWith('.') && word.length > 3 && !isTitle(word)) return false;
  return !isStop(word);
}

function isStop(word: string): boolean {
  if (/^\p{Lu}\.$/u.test(word)) return false;
  const folded = foldLabel(word);
  if (STOP_WORDS.has(folded)) return true;
  const heading = headingWord(word);
  if (heading !== undefined && Object.keys(heading).length > 0) return true;
  return labelKind(word) !== undefined || hasFunctionWord(word);
}

// Without bullets, numbering, quotation marks and brackets around it.
function bare(text: string): string {
  return text
    .slice(-200)
    .replace(/^[\s\-–—•·*▪◦○●>#"'“”„«»‘’([]{1,10}/u, '')
    .replace(/^(?:[(（]?\p{Nd}{1,2}[.)°º:．）、：]{1,2}|[①-⑨])\s{0,3}/u, '')
    .replace(/^[\s"'“”„«»‘’([]{1,5}/u, '')
    .replace(/[\s"'“”„«»’)\]*]{1,10}$/u, '')
    .trim();
}
