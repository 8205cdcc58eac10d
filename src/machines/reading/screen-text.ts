/** The beginning of what a mail says itself, made comparable: what the tables of phrases are held against. */

import type { Mail } from '../words/mail.ts';
import { RETURNED } from './bounce-sentences.ts';
import { labelKind } from './label-words.ts';
import { headerKind } from './header-words.ts';
import { isAttribution, titleKind } from './quote-words.ts';

export interface Top {
  /** Folded: lower case, one line, no quoted or forwarded text. */
  readonly text: string;
  /** How many header lines of a returned mail or of a delivery report stand in the own text. */
  readonly traces: number;
  /** True when somebody typed CONFIRM or REJECT, or filled in the form. */
  readonly answered: boolean;
}

const MAX_TEXT = 30_000;
const MAX_LINES = 300;
const MAX_LINE = 500;
const MAX_HTML = 300_000;

const TRACE =
  /^(?:received: (?:from|by) |return-path: ?<|message-id: ?<|reporting-mta:|final-recipient:|diagnostic-code:)/i;

/** Reads the beginning of the mail. Linear; never throws. */
export function readTop(mail: Mail): Top {
  const lines = visibleText(mail).slice(0, MAX_TEXT).split('\n').slice(0, MAX_LINES);
  const own: string[] = [];
  for (const [at, line] of lines.entries()) {
    if (beginsQuote(lines, at)) break;
    if (!line.startsWith('>')) own.push(line.slice(0, MAX_LINE));
  }
  return {
    text: fold(own.join('\n')),
    traces: own.filter((line) => TRACE.test(line)).length,
    answered: isAnswer(aboveCopy(own)),
  };
}

/** The plain text, or the words of the HTML when there is none: Exchange writes bounces in HTML alone. */
export function visibleText({ text, html = '' }: Pick<Mail, 'text' | 'html'>): string {
  return text.trim() === '' ? stripTags(html.slice(0, MAX_HTML)) : text;
}

/** Lower case, straight apostrophes, single blanks, compatible letters made one. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´ʼ]/g, "'")
    .replace(/[\s\u200b-\u200f\u2060\ufeff]+/g, ' ')
    .trim();
}

// "-----Original Message-----", "On … wrote:", or Outlook's "From: … Sent: …".
function beginsQuote(lines: readonly string[], at: number): boolean {
  const line = (lines[at] ?? '').slice(0, MAX_LINE).trim();
  const title = line.replace(/^[-_=\s*]{1,60}/, '').replace(/[-_=\s*:]{1,60}$/, '');
  if (titleKind(title) !== undefined) return true;
  // qmail writes `<address>:` above each reason.
  if (isAttribution(line) && !line.startsWith('<')) return true;
  if (headerKind(line) !== 'from') return false;
  return lines.slice(at + 1, at + 4).some((next) => headerKind(next) === 'sent');
}

// The mail that came back may be a form, or hold CONFIRM.
function aboveCopy(own: readonly string[]): readonly string[] {
  const copy = own.findIndex((line) => TRACE.test(line) || RETURNED.test(line.toLowerCase()));
  return copy < 0 ? own : own.slice(0, copy);
}

// A name, an address and a phone, each with its label and a value: a signature has no "Name:".
function isAnswer(own: readonly string[]): boolean {
  if (own.some((line) => /^[\s"'*_]{0,9}(?:confirm|reject)(?![\p{L}\p{N}])/iu.test(line)))
    return true;
  const kinds = own.map((line) => {
    const [, label = ''] = /^\s{0,9}([^:：]{2,40})[:：]\s{0,9}\S/u.exec(line) ?? [];
    return label === '' ? undefined : labelKind(label);
  });
  const has = (kind: string) => kinds.some((each) => each === kind);
  return (has('name') || has('firstName')) && has('address') && has('phone');
}

const BLOCK = /^\/?(?:br|p|div|tr|table|h[1-6]|li|ul|pre|hr|td)\b/i;
const SILENT = /^(?:style|script|title|head)\b/i;
// Where the mail that is answered begins.
const QUOTE = /^blockquote\b|gmail_quote|divrplyfwdmsg/i;
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
};

/** The words of an HTML text up to the first quotation; crude, but linear. */
function stripTags(html: string): string {
  let out = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    out += html.slice(at, open);
    const close = html.indexOf('>', open);
    if (close < 0) return decode(out);
    const tag = html.slice(open + 1, Math.min(close, open + 300));
    if (QUOTE.test(tag)) return decode(out);
    out += BLOCK.test(tag) ? '\n' : ' ';
    const name = SILENT.exec(tag)?.[0];
    const end = name === undefined ? close : html.indexOf(`</${name}`, close);
    if (end < 0) return decode(out);
    at = end === close ? close + 1 : end;
  }
  return decode(out + html.slice(at));
}

function decode(text: string): string {
  return text.replace(/&(?:([a-z]{2,5})|#(\d{1,5}));/gi, (whole, name?: string, code?: string) => {
    if (code !== undefined) return String.fromCharCode(Number(code));
    return ENTITIES[(name ?? '').toLowerCase()] ?? whole;
  });
}
