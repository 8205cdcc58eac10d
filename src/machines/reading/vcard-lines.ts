/**
 * The lines of vCard files made such that a reader of vCard 3.0 and 4.0 (RFC 2426, RFC 6350) can read
 * them: 2.1, which Outlook writes, has other folding, other parameters and quoted-printable.
 */

import { cleanLine } from './clean-line.ts';
import { decodeBytes, findCharset } from './charset.ts';

/** One property that matters here. */
export interface CardLine {
  /** In upper case, without its group. */
  readonly name: string;
  /** As vCard 3.0 or 4.0: one line, unfolded, no group, no parameters but TYPE, PREF and VALUE. */
  readonly line: string;
  /** As it was written, unfolded and fit to be shown. */
  readonly shown: string;
}

export interface CardLines {
  readonly version: '3.0' | '4.0';
  readonly lines: readonly CardLine[];
}

const MAX_TEXT = 2_000_000;
const MAX_CARDS = 20;
const MAX_LINES = 60;
const MAX_LINE = 2000;

const WANTED = new Set(['N', 'FN', 'EMAIL', 'TEL', 'KIND', 'ORG']);

/** The cards in one file, at most 20, with at most 200 lines of each that matter. Linear; never throws. */
export function readCardLines(text: string): CardLines[] {
  const cards: CardLines[] = [];
  let open: string[] | undefined;
  let depth = 0;
  for (const line of unfold(text.slice(0, MAX_TEXT))) {
    const mark = /^(BEGIN|END):VCARD$/i.exec(line.slice(0, 20).trim())?.[1]?.toUpperCase();
    if (mark === 'BEGIN') {
      depth += 1;
      if (depth === 1) open = [];
    } else if (mark === 'END') {
      if (depth === 1 && open !== undefined) cards.push(toCard(open));
      depth = Math.max(0, depth - 1);
      // A card within a card (AGENT) is another person.
    } else if (depth === 1 && open !== undefined && open.length < MAX_LINES && isWanted(line))
      open.push(line);
    if (cards.length === MAX_CARDS) break;
  }
  // A file that was cut off is read as far as it goes.
  if (depth >= 1 && open !== undefined && cards.length < MAX_CARDS) cards.push(toCard(open));
  return cards;
}

// Folded lines go on behind one blank; quoted-printable ones (2.1 only) behind a "=" at the end.
function unfold(text: string): string[] {
  const lines: string[] = [];
  let pieces: string[] = [];
  let isQuotedPrintable = false;
  for (const line of text.split(/\r\n?|\n/)) {
    const last = pieces.at(-1);
    const isSoft = isQuotedPrintable && last?.endsWith('=') === true;
    if (last !== undefined && isSoft) {
      pieces[pieces.length - 1] = last.slice(0, -1);
      pieces.push(line);
    } else if (last !== undefined && /^[ \t]/.test(line)) pieces.push(line.slice(1));
    else {
      if (pieces.length > 0) lines.push(pieces.join(''));
      pieces = [line];
      isQuotedPrintable = /^[^:]{0,200}QUOTED-PRINTABLE/i.test(line.slice(0, 300));
    }
  }
  return [...lines, pieces.join('')];
}

function isWanted(line: string): boolean {
  const name = nameOf(line);
  return name === 'VERSION' || WANTED.has(name);
}

// "item1.EMAIL;TYPE=INTERNET:…"
function nameOf(line: string): string {
  const [, name = ''] =
    /^\s{0,9}(?:[\w-]{1,60}\.)?([\w-]{1,40})\s{0,9}[;:]/.exec(line.slice(0, 120)) ?? [];
  return name.toUpperCase();
}

function toCard(lines: readonly string[]): CardLines {
  const version = lines.find((line) => nameOf(line) === 'VERSION')?.slice(0, 100) ?? '';
  const isOld = /:\s*2/.test(version);
  return {
    version: /:\s*4/.test(version) ? '4.0' : '3.0',
    lines: lines
      .filter((line) => nameOf(line) !== 'VERSION')
      .map((line) => toLine(line.slice(0, MAX_LINE), isOld)),
  };
}

function toLine(line: string, isOld: boolean): CardLine {
  const colon = findColon(line);
  const parameters = readParameters(line.slice(0, colon));
  const written = line.slice(colon + 1);
  const value = parameters.isQuotedPrintable ? decode(written, parameters.charset) : written;
  const name = nameOf(line);
  const head = [name, ...parameters.kept].join(';');
  return {
    name,
    line: `${head}:${escape(value, isOld || parameters.isQuotedPrintable)}`,
    shown: cleanLine(line, 200),
  };
}

// The first colon that does not stand in quotation marks; without any the line has no value.
function findColon(line: string): number {
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at);
    if (sign === '"') isQuoted = !isQuoted;
    else if (sign === ':' && !isQuoted) return at;
  }
  const first = line.indexOf(':');
  return first < 0 ? line.length : first;
}

interface Parameters {
  readonly kept: readonly string[];
  readonly isQuotedPrintable: boolean;
  readonly charset?: string;
}

// 2.1 leaves out the names: "TEL;WORK;VOICE:", "N;QUOTED-PRINTABLE:".
function readParameters(head: string): Parameters {
  const kept: string[] = [];
  let isQuotedPrintable = false;
  let charset: string | undefined;
  for (const parameter of head.split(';').slice(1, 30)) {
    const [before = '', after] = parameter.split('=', 2);
    const key = (after === undefined ? 'TYPE' : before).trim().toUpperCase();
    const value = (after ?? before).replaceAll('"', '').trim();
    if (/^QUOTED-PRINTABLE$/i.test(value)) isQuotedPrintable = true;
    else if (key === 'CHARSET') charset = value;
    else if (/^(?:TYPE|PREF|VALUE)$/.test(key) && /^[\w,-]{1,100}$/.test(value))
      kept.push(`${key}=${value}`);
  }
  return { kept, isQuotedPrintable, ...(charset !== undefined && { charset }) };
}

// RFC 2045 6.7. A "=" without two hex digits stands for itself.
function decode(text: string, label = ''): string {
  const latin1 = Buffer.from(text, 'utf8').toString('latin1');
  const bytes = latin1.replace(/=([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return decodeBytes(Buffer.from(bytes, 'latin1'), findCharset(label));
}

// In 2.1 a comma is a comma, and only "\;" is an escape.
function escape(value: string, isOld: boolean): string {
  const oneLine = value.replace(/\r\n?|\n/g, String.raw`\n`);
  return isOld ? oneLine.replace(/\\?,/g, String.raw`\,`) : oneLine;
}
