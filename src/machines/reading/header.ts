/**
 * The raw header block as fields, read strictly and without a mail library: what identity rests on.
 *
 * Parsers differ in which lines they take for a field, and forgers live on the difference. So a line
 * that some other program would read as a field, but that is not written as one, comes out as a
 * doubtful field: its name begins with a colon, which no real name can contain. readFrom counts it.
 */

import { isUtf8 } from 'node:buffer';

import type { HeaderField } from '../words/mail.ts';

/** Stands at the end of a header block that was too long to be read to its end. */
export const TRUNCATED = ':truncated';

const MAX_BYTES = 1_048_576;
const MAX_FIELDS = 10_000;

// Line ends to some programs only (Python's splitlines, old gateways); RFC 5322 2.2 knows CRLF alone.
const ODD_BREAK = /[\r\v\f\u001c-\u001e]/;

/** Makes text of the bytes of a value that are not UTF-8. */
type EightBit = (bytes: Buffer) => string;

/** A field under way: its lines as Latin-1; whether it begins like a field (RFC 5322 2.2). */
interface Draft {
  readonly lines: string[];
  readonly sound: boolean;
  /** True once a colon was seen: only then the name is known. */
  named: boolean;
}

/**
 * Reads the block up to the first empty line (CRLF or LF). Names come in lower case, blanks between
 * name and colon removed (RFC 5322 4.5); values unfolded and trimmed, as UTF-8 when the bytes are
 * valid UTF-8, else Latin-1. Linear in its input; stops after 1 MiB or 10,000 fields with TRUNCATED.
 * `eightBit` reads bytes that are not UTF-8 in another way, for display.
 */
export function readHeader(raw: Buffer, eightBit: EightBit = latin1): HeaderField[] {
  const fields: HeaderField[] = [];
  let draft: Draft | undefined;
  let closed = false;
  for (const line of linesOf(raw)) {
    closed = line === '';
    if (closed || fields.length >= MAX_FIELDS) break;
    if (draft !== undefined && isFolded(line) && (draft.sound || !draft.named)) {
      draft.lines.push(line);
      draft.named ||= line.includes(':');
    } else {
      finish(draft, fields, eightBit);
      draft = { lines: [line], sound: startsField(line), named: line.includes(':') };
    }
  }
  finish(draft, fields, eightBit);
  const cut = fields.length >= MAX_FIELDS || (!closed && raw.length > MAX_BYTES);
  return cut ? [...fields.slice(0, MAX_FIELDS), { name: TRUNCATED, value: '' }] : fields;
}

/** The values of all fields of that name, in order. */
export function valuesOf(fields: readonly HeaderField[], name: string): string[] {
  return fields.filter((field) => field.name === name).map((field) => field.value);
}

function linesOf(raw: Buffer): string[] {
  const lines = raw.subarray(0, MAX_BYTES).toString('latin1').split('\n');
  return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
}

function isFolded(line: string): boolean {
  return line.startsWith(' ') || line.startsWith('\t');
}

// ftext (RFC 5322 3.6.8), then blanks that the obsolete syntax allows (4.5.8), then the colon.
function startsField(line: string): boolean {
  return /^[\u0021-\u0039\u003b-\u007e]+[ \t]*:/.test(line);
}

function finish(draft: Draft | undefined, fields: HeaderField[], eightBit: EightBit): void {
  if (draft === undefined || !draft.named) return;
  const text = draft.lines.join('');
  if (draft.sound) {
    const colon = text.indexOf(':');
    const name = text.slice(0, colon).trimEnd().toLowerCase();
    fields.push({ name, value: decode(text.slice(colon + 1), eightBit) });
  } else {
    addDoubtful(text, fields);
    // "garbage", then " From: a@b": who drops the first line reads the second one alone.
    if (draft.lines.length > 1) addDoubtful(draft.lines.at(-1) ?? '', fields);
  }
  if (ODD_BREAK.test(text)) {
    for (const line of text.split(ODD_BREAK).slice(1)) addDoubtful(line, fields);
  }
}

// Whatever is not a letter of a name may be skipped by someone: "\u00a0From", "F rom", "From\0".
function addDoubtful(line: string, fields: HeaderField[]): void {
  const colon = line.indexOf(':');
  if (colon < 1) return;
  const name = line
    .slice(0, colon)
    .replace(/[^\u0021-\u007e]/g, '')
    .toLowerCase();
  if (name !== '') fields.push({ name: `:${name}`, value: decode(line.slice(colon + 1)) });
}

function latin1(bytes: Buffer): string {
  return bytes.toString('latin1');
}

function decode(text: string, eightBit: EightBit = latin1): string {
  const trimmed = trimBlanks(text);
  if (/^[\u0000-\u007f]*$/.test(trimmed)) return trimmed;
  const bytes = Buffer.from(trimmed, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : eightBit(bytes);
}

// Not trim(), which takes the byte A0 off a UTF-8 letter; not a regex, which is quadratic on blanks.
function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && (text[start] === ' ' || text[start] === '\t')) start += 1;
  while (end > start && (text[end - 1] === ' ' || text[end - 1] === '\t')) end -= 1;
  return text.slice(start, end);
}
