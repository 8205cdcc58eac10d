/**
 * The text of a mail as lines that tell who wrote them, from its plain part or from its HTML.
 *
 * The plain part is read when it says something, for in it the quote marks are the sender's own. The
 * HTML is read instead when the plain part
 *
 * 1. is empty, or holds nothing but "[image: …]" and the like;
 * 2. is a stub: short, and about HTML or a browser ("your program cannot show HTML");
 * 3. has in all not half as many letters as the sender's own text in the HTML. Counted against the own
 *    text alone: a plain part that leaves out the quoted letter is not crippled;
 * 4. tears a table apart: no row of the own HTML has its first two cells in one line of it.
 *
 * Consent (design 5) is read from both parts, whichever of them gives the lines:
 *
 * 5. When both say the same, or there is only one (a stub is none), that is the answer.
 * 6. CONFIRM counts only if both say it. When one part shows the words in a quotation alone, the other
 *    has lost its quote marks: none. When one part does not show them at all: unclear.
 * 7. REJECT is the safe direction, and one part is enough: unless the other confirms, or shows the
 *    word in a quotation alone. Then it is unclear.
 * 8. Unclear in one part is never made clear by the other, but for REJECT and for rule 6.
 * 9. Own text without the words that answers all the same ("Ok", "I did not ask for this") is unclear.
 *
 * The commands of a Validator must stand in both parts too (command.ts).
 */

import type { Mail } from '../words/mail.ts';
import { answersOtherwise, mentions } from './consent-words.ts';
import { type Consent, readConsent } from './consent.ts';
import { htmlToText } from './html-text.ts';
import { type Line, ownText, readSegments } from './segments.ts';

export interface Body {
  readonly lines: readonly Line[];
  /** Which part was read; `none` when the mail has no text at all. */
  readonly source: 'plain' | 'html' | 'none';
  /** What the sender says to a request (design 5). */
  readonly consent: Consent;
  /** The sender's own text in the part that was not read, when both parts say something. */
  readonly other?: string;
}

/** One part: its text, and what it is as lines. */
interface Part {
  readonly text: string;
  readonly lines: readonly Line[];
}

/** Reads the body. Linear; never throws. */
export function readBody(mail: Pick<Mail, 'text' | 'html'>): Body {
  const body = chooseBody(mail);
  const answers = body.consent === 'none' && answersOtherwise(ownText(body.lines));
  return answers ? { ...body, consent: 'unclear' } : body;
}

function chooseBody({ text, html }: Pick<Mail, 'text' | 'html'>): Body {
  const plain = partOf(text);
  const other = html === undefined ? undefined : partOf(htmlToText(html));
  if (other === undefined || !saysSomething(other.text)) {
    const source = text.trim() === '' ? 'none' : 'plain';
    return { lines: plain.lines, source, consent: readConsent(plain.lines) };
  }
  if (isEmpty(text) || isStub(plain))
    return { lines: other.lines, source: 'html', consent: readConsent(other.lines) };
  const consent = joinConsent(plain, other);
  return isCrippled(plain, other)
    ? { lines: other.lines, source: 'html', consent, other: ownText(plain.lines) }
    : { lines: plain.lines, source: 'plain', consent, other: ownText(other.lines) };
}

function partOf(text: string): Part {
  return { text, lines: readSegments(text) };
}

function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

// What programs put in the place of pictures.
const PICTURE = /\[(?:image|cid|inline image|bild|imagen|imagem|изображение)\b[^[\]\n]{0,300}\]/giu;

function isEmpty(text: string): boolean {
  return !saysSomething(text.slice(0, 20_000).replace(PICTURE, '')) && text.length <= 20_000;
}

const MAX_STUB = 500;
const STUB =
  /(?<![\p{L}\p{N}.])html(?![\p{L}\p{N}])|view (?:this|the) (?:e-?mail|message)|in (?:your|a|the) (?:web ?)?browser|nicht (?:korrekt )?(?:angezeigt|darstellen|anzeigen)|im browser|navigateur|votre (?:messagerie|logiciel|client)|no (?:puede|admite|soporta) (?:ver|mostrar|mensajes)|navegador|не поддерживает|в браузере|浏览器|不支持|瀏覽器|ブラウザ|المتصفح/iu;

// Taking a person's short line about HTML for a stub does no harm: the HTML says the same. A line that
// answers a request is no stub.
function isStub({ text, lines }: Part): boolean {
  return text.trim().length <= MAX_STUB && STUB.test(text) && readConsent(lines) === 'none';
}

function isCrippled(plain: Part, html: Part): boolean {
  const own = ownText(html.lines);
  return 2 * countLetters(plain.text) < countLetters(own) || tearsTable(plain.text, own);
}

function countLetters(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(/[\p{L}\p{N}]/gu)) count += 1;
  return count;
}

const MAX_ROWS = 10;

function tearsTable(plain: string, own: string): boolean {
  const rows = own.split('\n').map((line) => line.split(' | ').filter(saysSomething));
  const pairs = rows.filter((cells) => cells.length >= 2).slice(0, MAX_ROWS);
  if (pairs.length < 2) return false;
  const lines = plain.split('\n').map(bare);
  return !pairs.some(([first = '', second = '']) => {
    const [one, two] = [bare(first), bare(second)];
    return lines.some((line) => line.includes(one) && line.includes(two));
  });
}

// Letters and digits alone: links and stars stand around them in plain text.
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

function joinConsent(plain: Part, html: Part): Consent {
  const [one, two] = [readConsent(plain.lines), readConsent(html.lines)];
  if (one === two) return one;
  if (one === 'none') return againstNone(two, plain);
  if (two === 'none') return againstNone(one, html);
  const isRejected = one === 'reject' || two === 'reject';
  return isRejected && (one === 'unclear' || two === 'unclear') ? 'reject' : 'unclear';
}

/** What one part says, where the other says nothing. */
function againstNone(said: Consent, silent: Part): Consent {
  const isQuoted = silent.lines.some(({ part, text }) => {
    const words = part === 'own' ? undefined : mentions(text);
    return words?.confirm === true || words?.reject === true;
  });
  if (said === 'reject') return isQuoted ? 'unclear' : 'reject';
  return isQuoted ? 'none' : 'unclear';
}
