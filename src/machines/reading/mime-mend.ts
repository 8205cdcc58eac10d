/**
 * A message whose structure is broken in one of the usual ways, made whole before a parser sees it, so
 * that what a person typed is found. Only the body is read from it; identity rests on the raw header.
 */

import type { HeaderField } from '../words/mail.ts';
import { valuesOf } from './header.ts';
import { delimitersOf, namedBoundaries } from './mime-shape.ts';

/** The first line of a mailbox file, also as another one quotes it. */
const MBOX = /^>?From [^\n]{0,1000}\n/;

/** A delimiter, seen by the header of a part behind it. */
const PART = /^--([^\s"\\]{1,199})[ \t]{0,9}\r?\nContent-[a-z-]{1,40}[ \t]{0,9}:/im;

/** Text that goes in at a place, for `drop` characters that are there. */
interface Edit {
  readonly at: number;
  readonly drop: number;
  readonly text: string;
}

/** Returns the same bytes when nothing is broken. Linear; never throws. */
export function mendMime(raw: Buffer, headers: readonly HeaderField[]): Buffer {
  const given = raw.toString('latin1');
  const text = mendLineEnds(given);
  const end = headEnd(text, beforeHead(text, headers));
  const edits = [...mendHead(text, end, headers), ...mendDelimiters(text)];
  if (edits.length === 0 && text === given) return raw;
  return Buffer.from(apply(text, edits), 'latin1');
}

// Only where there is no other line end at all: elsewhere CR is a character like any other.
function mendLineEnds(text: string): string {
  return text.includes('\n') ? text : text.replaceAll('\r', '\n');
}

interface HeadEnd {
  readonly at: number;
  /** How many characters stand before the first field that belong to none. */
  readonly before: number;
  /** False when something else than an empty line ends the header. */
  readonly sound: boolean;
}

/** A field as it begins (RFC 5322 2.2), also in the obsolete way with blanks before the colon. */
const FIELD = /^[\u0021-\u0039\u003b-\u007e]+[ \t]*:/;

/** The octets of U+FEFF in UTF-8, as Latin-1. */
const ORDER_MARK = '\u00ef\u00bb\u00bf';

/**
 * What stands before the first field and belongs to none: the first line of an mbox, a byte-order
 * mark, the rest of a field whose beginning was lost. The last two only above a header that has an
 * author: else they are the text of a mail without a header. Nothing that is taken off here becomes a
 * field, and a From with a mark before it stays none: identity does not read what is mended.
 */
function beforeHead(text: string, headers: readonly HeaderField[]): number {
  const mbox = MBOX.exec(text)?.[0].length ?? 0;
  if (valuesOf(headers, 'from').length === 0) return mbox;
  let at = text.startsWith(ORDER_MARK, mbox) ? mbox + ORDER_MARK.length : mbox;
  while (/^[ \t]+[^\s]/.test(text.slice(at, at + 200)))
    at = text.indexOf('\n', at) + 1 || text.length;
  return FIELD.test(text.slice(at, at + 200)) ? at : mbox;
}

/** A line that is no field ends the header, as it does for Postfix (cleanup): somebody forgot the empty line. */
function headEnd(text: string, before: number): HeadEnd {
  let at = before;
  while (at < text.length) {
    const next = text.indexOf('\n', at) + 1 || text.length;
    const line = text.slice(at, Math.min(next, at + 200));
    if (/^\r?\n/.test(line)) return { at, before, sound: true };
    const folded = at > before && /^[ \t]/.test(line);
    if (!folded && !FIELD.test(line)) return { at, before, sound: false };
    at = next;
  }
  return { at, before, sound: true };
}

function mendHead(text: string, end: HeadEnd, headers: readonly HeaderField[]): Edit[] {
  const { at, before, sound } = end;
  const type = typeFor(text.slice(at), headers);
  // The first of two Content-Type fields counts for mailsplit: so ours does.
  const field = type === undefined ? '' : `Content-Type: ${type}\r\n`;
  return [
    ...(before > 0 || field !== '' ? [{ at: 0, drop: before, text: field }] : []),
    ...(sound ? [] : [{ at, drop: 0, text: '\r\n' }]),
  ];
}

/** The type of a message that says multipart and names no boundary that it uses, or says nothing. */
function typeFor(body: string, headers: readonly HeaderField[]): string | undefined {
  const said = valuesOf(headers, 'content-type')[0];
  const type = /^multipart\/[\w.+-]{1,60}/i.exec(said ?? '')?.[0];
  if (said !== undefined && type === undefined) return undefined;
  // RFC 2231 3: a boundary in pieces. Whoever writes it knows what a boundary is.
  if (said !== undefined && /boundary\*/i.test(said)) return undefined;
  const used = namedBoundaries(said ?? '').find((one) => body.includes(`--${one}`));
  // Without its semicolon a parameter is not seen.
  if (used !== undefined && said?.slice(type?.length).trimStart().startsWith(';')) return undefined;
  const found = used ?? PART.exec(body)?.[1];
  if (found !== undefined) return `${type ?? 'multipart/mixed'}; boundary="${found}"`;
  return type === undefined ? undefined : 'text/plain';
}

/** Blanks after a boundary go (RFC 2046 5.1.1), and what an outer delimiter leaves open is closed. */
function mendDelimiters(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const { boundary, closes, start, end, unclosed } of delimitersOf(text)) {
    for (const inner of unclosed.toReversed()) {
      edits.push({ at: start, drop: 0, text: `--${inner}--\r\n` });
    }
    const length = boundary.length + (closes ? 4 : 2);
    if (end - start > length)
      edits.push({ at: start + length, drop: end - start - length, text: '' });
  }
  return edits;
}

function apply(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { at, drop, text: piece } of edits.toSorted((a, b) => a.at - b.at)) {
    pieces.push(text.slice(from, at), piece);
    from = at + drop;
  }
  pieces.push(text.slice(from));
  return pieces.join('');
}
