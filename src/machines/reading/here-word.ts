/** Whether somebody answers a drill: the word HERE, alone on its line (design 5, 12). */

import { isFiller, looksLikeToken } from './consent-words.ts';

/** OK is what other letters of ours ask for: who writes it has read the letter too. */
const HERE = new Set(['here', 'ok', 'okay', 'ок', 'окей']);
const MOST = 20_000;

/**
 * True when a line of the own text says it, and nothing else: "Here is the number of my colleague" is what
 * an absence notice says. Signs around it, thanks and the code behind it do not matter. Linear.
 */
export function saysHere(ownText: string): boolean {
  return ownText.slice(0, MOST).normalize('NFKC').split('\n').some(isHere);
}

function isHere(line: string): boolean {
  if (line.length > 200 || /[?？؟]/u.test(line)) return false;
  const [first = '', ...rest] = line.match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  return HERE.has(first.toLowerCase()) && rest.every((one) => isFiller(one) || looksLikeToken(one));
}
