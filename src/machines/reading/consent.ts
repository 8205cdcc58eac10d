/**
 * Did the sender write CONFIRM or REJECT (design 5)? Only a word that somebody typed counts, and only
 * where its meaning cannot be another. The rules:
 *
 * 1. Only own text is searched: nothing quoted, forwarded, signed, or in a line such as "On … wrote:".
 * 2. The word is the first of its line, in any case, and whole: not "I confirm", not "Confirmed".
 *    Quotation marks, `*` and `_` may stand around it.
 * 3. It begins a sentence: the line above is blank, a greeting, or ends like a sentence without a
 *    denial. "We cannot / confirm this" is one sentence in two lines. Below a long quoted line the
 *    word may be that line's end, wrapped by a gateway: unclear.
 * 4. After CONFIRM stands nothing, a token (then any text), or words that change nothing. A denial or
 *    a question mark on the line, or below it before a blank line, makes it unclear.
 * 5. After REJECT any explanation may follow. Unclear are the other word on the same line, a denial
 *    directly behind it ("reject nothing"), and a question that begins with it ("reject what?").
 * 6. Doubt anywhere in the own text ("I did not ask for this", "phishing") makes CONFIRM unclear, and
 *    so does any word of rejection, and any denial above the word, in whatever language.
 * 7. Both words, invisible signs in the line, full-width letters, a mistyped or translated word, or
 *    the word elsewhere in a line: unclear. No such word at all: none.
 */

import {
  hasDoubt,
  hasNegation,
  isFiller,
  isMistyped,
  looksLikeToken,
  mentions,
} from './consent-words.ts';
import type { Line, Part } from './segments.ts';
import { isClosing } from './signature.ts';
import { hasUnsafe } from './unsafe-characters.ts';

export type Consent = 'confirm' | 'reject' | 'unclear' | 'none';

/** What the own text says to a request. Linear; never throws. */
export function readConsent(lines: readonly Line[]): Consent {
  const said = new Set<Consent>();
  const mentioned = { confirm: false, reject: false };
  const own: string[] = [];
  let denied = false;
  for (const [at, line] of lines.entries()) {
    if (line.part !== 'own') continue;
    const folded = fold(line.text);
    own.push(folded);
    const here = readLine(lines, at, folded);
    said.add(here === 'confirm' && denied ? 'unclear' : here);
    denied ||= hasNegation(folded);
    const words = mentions(folded);
    mentioned.confirm ||= words.confirm;
    mentioned.reject ||= words.reject;
  }
  if (said.has('unclear') || (said.has('confirm') && said.has('reject'))) return 'unclear';
  if (said.has('reject')) return 'reject';
  if (!said.has('confirm')) return mentioned.confirm || mentioned.reject ? 'unclear' : 'none';
  return mentioned.reject || hasDoubt(own.join(' ')) ? 'unclear' : 'confirm';
}

// For searching only: one width, no invisible signs, so that neither hides a word.
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .replace(/\s/g, ' ');
}

const AROUND = String.raw`[*_"'“”„«»‘’\x60]`;
const QUESTION = /[?？؟]/u;
const FIRST_WORD = new RegExp(
  `^[ \\t\\u00a0]{0,80}${AROUND}{0,4}(confirm|reject)(?![\\p{L}\\p{M}\\p{N}])`,
  'iu',
);
const CLOSING_SIGNS = new RegExp(`^${AROUND}{0,4}`, 'u');

/** What this line says: `none` also when the words stand elsewhere in it. */
function readLine(lines: readonly Line[], at: number, folded: string): Consent {
  const { text } = lines[at] as Line;
  const match = FIRST_WORD.exec(text);
  if (match === null) return startsDoubtfully(folded) ? 'unclear' : 'none';
  if (hasUnsafe(text.replaceAll('\t', ' '))) return 'unclear';
  const word = match[1]?.toLowerCase() === 'confirm' ? 'confirm' : 'reject';
  const rest = text.slice(match[0].length).replace(CLOSING_SIGNS, '');
  if (!/^(?:$|[\s.,:;!。，：；！])/u.test(rest) || !beginsSentence(lines, at, word))
    return 'unclear';
  const clear = word === 'confirm' ? isPlainConfirm(rest, lines, at) : isPlainReject(rest);
  return clear ? word : 'unclear';
}

// Full-width or with invisible signs inside, or one letter wrong: meant, but not written.
function startsDoubtfully(folded: string): boolean {
  if (FIRST_WORD.test(folded)) return true;
  const [first] = /^[^\p{L}]{0,20}(\p{L}{5,8})(?!\p{L})/u.exec(folded)?.slice(1) ?? [];
  return first !== undefined && isMistyped(first);
}

// Columns at which gateways and old programs wrap, less the longest of our two words.
const WRAPPED = 50;
export const GREETING =
  /^(?:hi|hello|dear|hey|good (?:morning|day|afternoon|evening)|greetings|hola|buen[oa]s|bonjour|olá|bom dia|hallo|guten tag|sehr geehrte|здравствуйте|добрый|您好|你好|مرحبا|السلام)(?!\p{L})/iu;

// What no sentence of the sender goes on from.
const UNTYPED: ReadonlySet<Part> = new Set(['attribution', 'signature', 'boilerplate']);

function beginsSentence(lines: readonly Line[], at: number, word: 'confirm' | 'reject'): boolean {
  const above = lines[at - 1];
  if (above === undefined) return true;
  const text = above.text.trim();
  if (text === '' || UNTYPED.has(above.part)) return true;
  if (above.part !== 'own') return above.raw.length < WRAPPED;
  // A whole sentence may deny something above REJECT; above CONFIRM it makes one wonder.
  if (hasNegation(text)) return word === 'reject' && /[.!。！]$/u.test(text);
  const ends = /[.!:,;。！：，…]["'”’»)*_]?$/u.test(text);
  return ends || GREETING.test(text) || isAllFiller(text.replace(FIRST_WORD, ''));
}

function isPlainConfirm(rest: string, lines: readonly Line[], at: number): boolean {
  if (hasNegation(rest) || mentions(rest).reject || QUESTION.test(rest)) return false;
  const [first] = wordsOf(rest);
  if (first !== undefined && !looksLikeToken(first) && !isAllFiller(rest)) return false;
  const below = lines[at + 1];
  if (below === undefined || below.part !== 'own' || below.text.trim() === '') return true;
  // "Confirm / that you are who you say": a sentence that goes on in small letters, or is denied.
  const text = below.text.trim();
  const goesOn =
    /^\p{Ll}/u.test(text) &&
    !looksLikeToken(wordsOf(text)[0] ?? '') &&
    !isAllFiller(text) &&
    !isClosing(text);
  return (
    !(goesOn && !/[.!]$/.test(rest.trim())) &&
    !hasNegation(text.slice(0, 200)) &&
    !QUESTION.test(text)
  );
}

function isPlainReject(rest: string): boolean {
  if (mentions(rest).confirm || /^\s*[?？؟]/u.test(rest)) return false;
  const [first] = wordsOf(rest);
  // With a stop or the token behind it the word stands for itself, whatever is asked afterwards.
  if (/^\s*(?:$|[.,:;!–—。，：；！-])/u.test(rest) || looksLikeToken(first ?? '')) return true;
  return !hasNegation(first ?? '') && !/^[^.!;:]{0,200}[?？؟]/u.test(rest);
}

function isAllFiller(text: string): boolean {
  return (
    text.length <= 200 && wordsOf(text).every((word) => isFiller(word) || looksLikeToken(word))
  );
}

function wordsOf(text: string): string[] {
  return (text.match(/[^\s,:;!()*_"“”«»，。！、،]+/gu) ?? [])
    .map((word) => word.replace(/\.+$/, ''))
    .filter((word) => word !== '');
}
