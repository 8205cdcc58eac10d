/**
 * A raw message as plain values. Whatever identifies anybody comes from our own readers of the raw
 * header; mailparser reads the body only, and this is the only file that knows it.
 */

import { Transform } from 'node:stream';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';

import { MailParser } from 'mailparser';
import type { AttachmentStream, MailParserOptions, MessageText } from 'mailparser';

import { decodeBytes, findCharset } from '../machines/reading/charset.ts';
import { cleanLine } from '../machines/reading/clean-line.ts';
import { decodeWords } from '../machines/reading/encoded-word.ts';
import { unflow } from '../machines/reading/flowed.ts';
import { readHeader, valuesOf } from '../machines/reading/header.ts';
import { readFrom, readRecipients } from '../machines/reading/mailbox.ts';
import { readAnswers, readMessageId } from '../machines/reading/message-id.ts';
import { measureParts } from '../machines/reading/mime-shape.ts';
import type { Attachment, Envelope, Mail } from '../machines/words/mail.ts';

const MAX_PARTS = 100;
const MAX_DEPTH = 20;
const MAX_SUBJECT = 500;
const MAX_TEXT = 200_000;
const MAX_HTML = 1_000_000;
const MAX_FILE_NAME = 200;
const DEADLINE_MS = 10_000;

const OPTIONS = {
  // mailparser 3.9.31 takes 12 s for a megabyte of nested <div> and links text exponentially: none of
  // what it would make out of the text or the HTML is wanted.
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipImageLinks: true,
  skipTextLinks: true,
  checksumAlgo: 'sha256',
  // An enclosed message is somebody else's words: it stays an attachment and never becomes text.
  ignoreEmbedded: true,
  // Second line behind measureParts; the message itself counts as a part.
  maxChildNodes: MAX_PARTS + 1,
} as const;

/**
 * Parses one stored message. Throws an Error for what cannot or should not be parsed (more than 100
 * parts, nested deeper than 20, a header over 1 MiB, 10 seconds over): the caller sets it aside.
 */
export async function parseMail(input: {
  readonly raw: Buffer;
  readonly sha256: string;
  readonly envelope: Envelope;
}): Promise<Mail> {
  const shape = measureParts(input.raw);
  if (shape.parts > MAX_PARTS) throw new Error(`the mail has more than ${MAX_PARTS} parts`);
  if (shape.depth > MAX_DEPTH)
    throw new Error(`the mail is nested deeper than ${MAX_DEPTH} levels`);
  const headers = readHeader(input.raw);
  const messageId = readMessageId(headers);
  const body = await readBody(input.raw);
  return {
    sha256: input.sha256,
    envelope: input.envelope,
    headers,
    from: readFrom(headers),
    recipients: readRecipients(headers),
    subject: cleanLine(decodeWords(valuesOf(headers, 'subject')[0] ?? ''), MAX_SUBJECT),
    ...(messageId === undefined ? {} : { messageId }),
    answers: readAnswers(headers),
    ...body,
  };
}

type Body = Pick<Mail, 'text' | 'html' | 'reports' | 'cards' | 'attachments'>;

// mailparser emits each attachment (and waits until it is released), then all text at once.
async function readBody(raw: Buffer): Promise<Body> {
  const parser = new BodyParser(OPTIONS);
  const attachments: AttachmentStream[] = [];
  let texts: Pick<Mail, 'text' | 'html'> = { text: '' };
  parser.on('data', (part: AttachmentStream | MessageText) => {
    if (part.type === 'text') {
      texts = textsOf(part);
      return;
    }
    attachments.push(part);
    const content = part.content as Readable;
    content.on('end', () => part.release());
    content.on('error', (error) => parser.destroy(error));
    content.resume();
  });
  const timer = setTimeout(() => {
    parser.destroy(new Error(`parsing took longer than ${DEADLINE_MS / 1000} s`));
  }, DEADLINE_MS);
  try {
    const ended = finished(parser, { writable: false });
    parser.end(raw);
    await ended;
    return { ...texts, reports: [], cards: [], attachments: attachments.map(readAttachment) };
  } finally {
    clearTimeout(timer);
  }
}

/** What we use of mailparser's and mailsplit's inner life; the version is pinned for it. */
interface MimeNode {
  flowed: boolean;
  delSp: boolean;
  charset: string | false;
}
interface Decoder {
  readonly decodeStream: (label: string) => Transform;
}
interface Internals extends Transform {
  createNode(node: MimeNode): object;
  getDecoder(): Decoder;
}
const Internals = MailParser as unknown as new (options: MailParserOptions) => Internals;

/**
 * mailparser with two mends. Its format=flowed joins quoted lines with unquoted ones, so that quoted
 * words become the sender's own; and it takes text without a charset for UTF-8, and loses it when it
 * is not. Both are done by our own decoder, which gets to know of them in the name of the charset.
 */
class BodyParser extends Internals {
  override createNode(node: MimeNode): object {
    const flow = node.flowed ? (node.delSp ? 'delsp' : 'flowed') : 'fixed';
    node.charset = `${flow}:${node.charset === false ? '' : node.charset}`;
    node.flowed = false;
    return super.createNode(node);
  }

  override getDecoder(): Decoder {
    const builtIn = super.getDecoder();
    return {
      decodeStream(label) {
        const [flow = '', name = ''] = label.split(/:(.*)/s);
        const charset = findCharset(name);
        // Rare ones (ARMSCII-8, VISCII) only mailparser's library knows; UTF-7 nobody shall read.
        const isForeign = name !== '' && charset === undefined && !/utf-?7/i.test(name);
        return isForeign ? builtIn.decodeStream(name) : decoding(charset, flow);
      },
    };
  }
}

function decoding(charset: string | undefined, flow: string): Transform {
  const chunks: Buffer[] = [];
  return new Transform({
    transform(chunk: Buffer, _, done) {
      chunks.push(chunk);
      done();
    },
    flush(done) {
      const text = decodeBytes(Buffer.concat(chunks), charset).replaceAll('\r\n', '\n');
      done(null, Buffer.from(flow === 'fixed' ? text : unflow(text, flow === 'delsp')));
    },
  });
}

function textsOf(body: MessageText): Pick<Mail, 'text' | 'html'> {
  const text = cleanText(body.text ?? '', MAX_TEXT);
  // mailparser joins what it leaves out with line breaks; HTML without a letter is none.
  const html = cleanText(typeof body.html === 'string' ? body.html : '', MAX_HTML);
  return html.replaceAll('<br/>\n', '') === '' ? { text } : { text, html };
}

// LF line ends; NUL goes, which PostgreSQL cannot store; no half of a surrogate pair at the cut.
function cleanText(text: string, limit: number): string {
  return text
    .slice(0, limit)
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '')
    .replace(/[\ud800-\udbff]$/, '');
}

function readAttachment(part: AttachmentStream): Attachment {
  // A name is shown and may be typed into a shell: one line, no path.
  const name = cleanLine(part.filename ?? '', MAX_FILE_NAME).replace(/[/\\]/g, '_');
  const type = part.contentType.toLowerCase();
  return {
    name,
    type: /^[\w.+-]{1,60}\/[\w.+-]{1,100}$/.test(type) ? type : 'application/octet-stream',
    size: part.size,
    sha256: part.checksum,
  };
}
