/** The parts of a message that have no parts: what the header of each says that it is. */

import type { Transform } from 'node:stream';
import { cleanLine } from '../machines/reading/clean-line.ts';

export const MAX_TEXT = 200_000;
export const MAX_HTML = 1_000_000;
export const MAX_REPORT = 65_536;
export const MAX_CARD = 200_000;
const MAX_FILE_NAME = 200;

/** Texts that are not for people. */
const KNOWN_TEXT = /^text\/(?:html|calendar|rfc822-headers|(?:x-)?vcard|directory|csv|xml)$/;

/** One part without parts, its transfer encoding undone. */
export interface Leaf {
  /** `text/plain` when the message says nothing that can be read (RFC 2045 5.2). */
  readonly type: string;
  /** As the sender wrote it, '' when nothing was said. */
  readonly charset: string;
  readonly flow: 'fixed' | 'flowed' | 'delsp';
  /** Anything unknown is an attachment (RFC 2183 2.8); '' when nothing was said. */
  readonly disposition: 'inline' | 'attachment' | '';
  readonly name: string;
  readonly contentId: string;
  /** True when no transfer encoding was named that had to be undone. */
  readonly isPlain: boolean;
  /** Types of the parts around it, the nearest first. */
  readonly inside: readonly string[];
  /** How many octets of it are worth to be kept. */
  readonly keep: number;
  readonly bytes: Buffer;
  readonly size: number;
  readonly sha256: string;
}

/** A part as mailsplit describes it; what is written here is what it then works with. */
export interface MimeNode {
  readonly multipart: string | false;
  readonly contentType: string | false;
  readonly charset: string | false;
  readonly disposition: string | false;
  readonly filename: string | false;
  readonly flowed: boolean;
  readonly delSp: boolean;
  readonly parentNode: MimeNode | false;
  readonly headers: { getFirst(name: string): string; hasHeader(name: string): boolean };
  encoding: string | false;
  getDecoder: () => Transform;
}

/** What the header of a part says, and mends a transfer encoding that is nearly right. */
export function describeLeaf(node: MimeNode): Omit<Leaf, 'bytes' | 'size' | 'sha256'> {
  node.encoding = encodingOf(node.encoding || '');
  const type = typeOf(node);
  // "text/plain charset=utf-8": the semicolon is missing.
  const behind = /charset[ \t]{0,9}=[ \t]{0,9}"?([\w.:-]{1,40})/i.exec(node.contentType || '')?.[1];
  const said = node.disposition || '';
  return {
    type,
    charset: (node.charset || behind || '').slice(0, 60),
    flow: node.flowed ? (node.delSp ? 'delsp' : 'flowed') : 'fixed',
    disposition: said === '' || said === 'inline' ? said : 'attachment',
    name: fileNameOf(node, type),
    contentId: node.headers.getFirst('Content-ID').slice(0, MAX_FILE_NAME),
    isPlain: node.encoding !== 'base64' && node.encoding !== 'quoted-printable',
    inside: [],
    keep: keepOf(type, node.filename || ''),
  };
}

// UTF-8 takes up to four octets for a character, and base64 that is undone later a third more.
function keepOf(type: string, name: string): number {
  if (type === 'text/html') return 6 * MAX_HTML;
  if (type === 'text/plain') return 6 * MAX_TEXT;
  if (isCardFile({ type, name })) return MAX_CARD;
  return isReport(type) ? MAX_REPORT : 0;
}

// "quoted printable", "base-64", "Base64;" and a comment behind it.
function encodingOf(said: string): string {
  const letters = said.slice(0, 40).replace(/[^a-z0-9]/g, '');
  if (letters.startsWith('quotedprint')) return 'quoted-printable';
  return letters.startsWith('base64') ? 'base64' : said;
}

function typeOf({ contentType, filename, headers, parentNode }: MimeNode): string {
  // In a digest a part is a message unless it says otherwise (RFC 2046 5.1.5).
  const isDigest = parentNode !== false && parentNode.contentType === 'multipart/digest';
  if (isDigest && !headers.hasHeader('Content-Type')) return 'message/rfc822';
  const type = /^([\w.+-]{1,60}\/[\w.+-]{1,100})(?![^\s;,])/.exec(contentType || '')?.[1];
  // Any other text is read as plain text (RFC 2046 4.1.4); as a part of a mail it is a file.
  const isText = parentNode === false && filename === false && /^(?:text|plain)\//.test(type ?? '');
  if (isText && !KNOWN_TEXT.test(type ?? '')) return 'text/plain';
  return type ?? (filename === false ? 'text/plain' : 'application/octet-stream');
}

// A name is shown and may be typed into a shell: one line, no path.
function fileNameOf({ filename }: MimeNode, type: string): string {
  const name = cleanLine((filename || '').slice(0, 2_000), MAX_FILE_NAME).replace(/[/\\]/g, '_');
  // Both are opened by name only.
  if (name === '' && /^application\/(?:x-)?pkcs7-mime$/.test(type)) return 'smime.p7m';
  return name === '' && type === 'application/ms-tnef' ? 'winmail.dat' : name;
}

/** Mail systems speak to each other in it, or it is the header of a mail that came back. */
export function isReport(type: string): boolean {
  return /^(?:message\/(?:global-)?(?:delivery-status|disposition-notification)|message\/(?:feedback-report|rfc822|global|global-headers)|text\/rfc822-headers)$/.test(
    type,
  );
}

export function isMessage(type: string): boolean {
  return type === 'message/rfc822' || type === 'message/global';
}

const CARD_TYPES = /^(?:text\/(?:x-)?vcard|text\/directory|application\/(?:x-)?vcard)$/;

/** A vCard by type or by name; people's mail programs do not agree on the type. */
export function isCardFile({ type, name }: Pick<Leaf, 'type' | 'name'>): boolean {
  return CARD_TYPES.test(type) || /\.vcf$/i.test(name.trim());
}
