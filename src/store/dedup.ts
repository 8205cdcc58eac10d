/** The key by which a mail that comes twice is known (design 2). */

import { createHash } from 'node:crypto';

/** What decides whether two mails are the same mail to the same recipient. */
export interface Delivery {
  readonly raw: Buffer;
  /** '' for the null reverse-path. */
  readonly envelopeFrom: string;
  /** In normal form (`readRecipient`). */
  readonly recipient: string;
}

/**
 * Trace fields (RFC 5321 4.4) and those that Postfix's pipe(8) and lmtp(8) add with the flags D, O
 * and R: they differ when Postfix, or the sender's system, delivers the same mail once more.
 */
const TRACE = new Set(['received', 'return-path', 'delivered-to', 'x-original-to']);

const LONGEST_TRACE_NAME = 20;
const CR = 0x0d;
const LF = 0x0a;

/**
 * SHA-256 (hex) over recipient, envelope sender and content without trace fields, line ends folded
 * to LF: the same mail has the same key whether it came by LMTP (CRLF) or by the pipe (LF). The
 * Message-ID alone is never the key: its sender chooses it.
 *
 * Honest limit: a mail without Date and Message-ID that somebody sends again with the same words is
 * taken for the same mail.
 */
export function dedupKey({ raw, envelopeFrom, recipient }: Delivery): string {
  return recipientKey(contentDigest(raw), { envelopeFrom, recipient });
}

/** The same from a digest of the content, which is made once for a mail to many. */
export function recipientKey(
  digest: string,
  { envelopeFrom, recipient }: Omit<Delivery, 'raw'>,
): string {
  // JSON keeps the texts apart whatever they hold.
  const parts = JSON.stringify([recipient.toLowerCase(), envelopeFrom, digest]);
  return createHash('sha256').update(parts).digest('hex');
}

/** Two passes over the bytes, so that a header of any size costs linear time. */
export function contentDigest(raw: Buffer): string {
  const content = foldLineEnds(raw);
  const hash = createHash('sha256');
  const rest = hashHeader(content, (part) => hash.update(part));
  return hash.update(content.subarray(rest)).digest('hex');
}

// By index: an iterator takes four times as long for 10 MB.
function foldLineEnds(raw: Buffer): Buffer {
  const folded = Buffer.allocUnsafe(raw.length);
  let length = 0;
  for (let index = 0; index < raw.length; index += 1) {
    const byte = raw[index] ?? 0;
    if (byte === CR && raw[index + 1] === LF) continue;
    folded[length] = byte;
    length += 1;
  }
  return folded.subarray(0, length);
}

/** Feeds the header without its trace fields; returns where the rest (empty line, body) begins. */
function hashHeader(content: Buffer, feed: (part: Buffer) => void): number {
  let kept = 0;
  let inTrace = false;
  for (let start = 0; start < content.length;) {
    const end = lineEnd(content, start);
    const kind = lineKind(content, start, end);
    // Feeding whole stretches: a hundred thousand lines are not a hundred thousand calls.
    if (kind === 'other') return inTrace ? start : kept;
    const trace: boolean = kind === 'folded' ? inTrace : kind === 'trace';
    if (trace && !inTrace) feed(content.subarray(kept, start));
    if (!trace && inTrace) kept = start;
    inTrace = trace;
    start = end;
  }
  return inTrace ? content.length : kept;
}

/** `other` ends the header: the empty line, or a line that is no field (RFC 5322 2.2). */
function lineKind(
  content: Buffer,
  start: number,
  end: number,
): 'folded' | 'trace' | 'field' | 'other' {
  const first = content[start];
  if (first === 0x20 || first === 0x09) return 'folded';
  const colon = content.subarray(start, end).indexOf(0x3a);
  if (colon < 1) return 'other';
  if (colon > LONGEST_TRACE_NAME) return 'field';
  const name = content
    .toString('latin1', start, start + colon)
    .trimEnd()
    .toLowerCase();
  return TRACE.has(name) ? 'trace' : 'field';
}

function lineEnd(content: Buffer, start: number): number {
  const newline = content.indexOf(LF, start);
  return newline < 0 ? content.length : newline + 1;
}
