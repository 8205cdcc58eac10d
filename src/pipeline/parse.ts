/**
 * A raw message as plain values. Whatever identifies anybody comes from our own readers of the raw
 * header; mailparser takes the body apart, and this is the only file that knows it.
 */

import { type Readable, Transform } from 'node:stream';
import { finished } from 'node:stream/promises';

import { MailParser } from 'mailparser';
import type { AttachmentStream, MailParserOptions } from 'mailparser';

import { decodeBytes, findCharset } from '../machines/reading/charset.ts';
import { cleanLine } from '../machines/reading/clean-line.ts';
import { decodeWords } from '../machines/reading/encoded-word.ts';
import { readHeader, valuesOf } from '../machines/reading/header.ts';
import { readFrom, readRecipients } from '../machines/reading/mailbox.ts';
import { readAnswers, readMessageId } from '../machines/reading/message-id.ts';
import { mendMime } from '../machines/reading/mime-mend.ts';
import { measureParts } from '../machines/reading/mime-shape.ts';
import type { Envelope, HeaderField, Mail } from '../machines/words/mail.ts';
import { readLeaves } from './parse-body.ts';
import { describeLeaf, type Leaf, type MimeNode } from './parse-leaf.ts';

const MAX_PARTS = 100;
const MAX_DEPTH = 20;
const MAX_SUBJECT = 500;
const MAX_DECODED = 20_971_520;

const OPTIONS = {
  checksumAlgo: 'sha256',
  // An enclosed message is somebody else's words: it stays an attachment and never becomes text.
  ignoreEmbedded: true,
  // Second line behind measureParts; the message itself counts as a part.
  maxChildNodes: MAX_PARTS + 1,
} as const;

/** One stored message, and what is known of how it came. */
export interface RawMail {
  readonly raw: Buffer;
  readonly sha256: string;
  readonly envelope: Envelope;
}

/**
 * Parses one stored message. Throws an Error for what cannot or should not be parsed (more than 100
 * parts, nested deeper than 20, a header over 1 MiB, over 20 MiB decoded): the caller sets it aside.
 * It has no time limit of its own; parse-pool.ts runs it where it can be ended.
 */
export async function parseMail({ raw, sha256, envelope }: RawMail): Promise<Mail> {
  const shape = measureParts(raw);
  if (shape.parts > MAX_PARTS) throw new Error(`the mail has more than ${MAX_PARTS} parts`);
  if (shape.depth > MAX_DEPTH)
    throw new Error(`the mail is nested deeper than ${MAX_DEPTH} levels`);
  const headers = readHeader(raw);
  const messageId = readMessageId(headers);
  const leaves = await takeApart(mendMime(raw, headers));
  const charset = leaves.find(({ type }) => type.startsWith('text/'))?.charset;
  return {
    sha256,
    envelope,
    headers,
    from: readFrom(headers),
    recipients: readRecipients(headers),
    subject: readSubject(raw, headers, charset),
    ...(messageId === undefined ? {} : { messageId }),
    answers: readAnswers(headers),
    ...readLeaves(leaves),
  };
}

// Bytes above ASCII that are not UTF-8 are most likely in the charset of the text.
function readSubject(raw: Buffer, headers: readonly HeaderField[], charset = ''): string {
  const plain = valuesOf(headers, 'subject')[0] ?? '';
  const unsure = /[\u0080-\u00ff]/.test(plain) && !/[\u0100-\uffff]/.test(plain);
  const fields = unsure ? readHeader(raw, (bytes) => decodeBytes(bytes, findCharset(charset))) : [];
  const subject = valuesOf(fields, 'subject')[0] ?? plain;
  return cleanLine(decodeWords(subject.slice(0, 20 * MAX_SUBJECT)), MAX_SUBJECT);
}

/** The parts that have no parts, in order. */
async function takeApart(raw: Buffer): Promise<Leaf[]> {
  const parser = new BodyParser(OPTIONS);
  const leaves: Leaf[] = [];
  let total = 0;
  parser.on('data', (part: AttachmentStream | { readonly type: 'text' }) => {
    if (part.type === 'text') return;
    const described = parser.leafOf(part);
    const chunks: Buffer[] = [];
    let size = 0;
    const content = part.content as Readable;
    content.on('data', (chunk: Buffer) => {
      total += chunk.length;
      if (total > MAX_DECODED) parser.destroy(new Error('the mail is larger than 20 MiB decoded'));
      if (size < described.keep) chunks.push(chunk);
      size += chunk.length;
    });
    content.on('error', (error) => parser.destroy(error));
    content.on('end', () => {
      const bytes = Buffer.concat(chunks).subarray(0, described.keep);
      leaves.push({ ...described, bytes, size, sha256: part.checksum });
      part.release();
    });
  });
  const ended = finished(parser, { writable: false });
  parser.end(raw);
  await ended;
  return leaves;
}

type Described = Omit<Leaf, 'bytes' | 'size' | 'sha256'>;

/** What we use of mailparser's and mailsplit's inner life; the version is pinned for it. */
interface ParserNode {
  readonly node: MimeNode;
  readonly headers: object;
  readonly parent?: ParserNode;
  isAttachment?: boolean;
}
interface Internals extends Transform {
  createNode(node: MimeNode): ParserNode;
  processHeaders(lines: unknown): Map<string, unknown>;
}
const Internals = MailParser as unknown as new (options: MailParserOptions) => Internals;

/**
 * mailparser, used to take a message apart and to undo transfer encodings, no more: it hands out every
 * part as it hands out attachments. What it would do with text itself is not wanted: its
 * format=flowed makes quoted lines the sender's own, it takes 12 s for a megabyte of nested <div>, it
 * loses text without a charset, reads delivery reports as text, and makes addresses of encoded words.
 */
class BodyParser extends Internals {
  // mailparser gives the map of a part's fields to the attachment, but not the part itself.
  readonly #leaves = new Map<object, Described>();

  override createNode(node: MimeNode): ParserNode {
    const described = describeLeaf(node);
    if (node.encoding === 'base64') node.getDecoder = decodingBase64;
    const made = super.createNode(node);
    if (node.multipart === false) {
      made.isAttachment = true;
      this.#leaves.set(made.headers, { ...described, inside: typesAround(made) });
    }
    return made;
  }

  override processHeaders(): Map<string, unknown> {
    return new Map();
  }

  leafOf(part: AttachmentStream): Described {
    const found = this.#leaves.get(part.headers);
    if (found === undefined) throw new Error('mailparser made a part of nothing');
    return found;
  }
}

/**
 * libbase64 takes letters above ASCII for others, and ends at the first "=". RFC 2045 6.8: whatever is
 * not of the alphabet is passed over; pieces that were encoded apart are often sent in one part.
 */
function decodingBase64(): Transform {
  let rest = '';
  return new Transform({
    transform(chunk: Buffer, _, done) {
      const text = rest + chunk.toString('latin1').replace(/[^A-Za-z0-9+/=]/g, '');
      const pieces = text.split(/=+/);
      const open = pieces.pop() ?? '';
      const whole = open.length - (open.length % 4);
      rest = open.slice(whole);
      done(null, Buffer.concat([...pieces, open.slice(0, whole)].map(fromBase64)));
    },
    flush(done) {
      done(null, fromBase64(rest));
    },
  });
}

function fromBase64(text: string): Buffer {
  return Buffer.from(text, 'base64');
}

function typesAround(made: ParserNode): string[] {
  const types: string[] = [];
  for (let at = made.parent; at !== undefined; at = at.parent)
    types.push(at.node.contentType || '');
  return types;
}
