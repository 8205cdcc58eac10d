/** The parts of a message that have no parts: what each of them is, and what a mail holds by them. */

import type { Transform } from 'node:stream';
import { decodeBytes, findCharset } from '../machines/reading/charset.ts';
import { cleanLine } from '../machines/reading/clean-line.ts';
import { unflow } from '../machines/reading/flowed.ts';
import type { Attachment, Mail, ReportPart } from '../machines/words/mail.ts';

const MAX_TEXT = 200_000;
const MAX_HTML = 1_000_000;
const MAX_FILE_NAME = 200;
const MAX_REPORT = 65_536;
const MAX_REPORTS = 20;
const MAX_CARD = 200_000;
const MAX_CARDS = 20;
const MAX_LOGO = 50_000;

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
  if (CARD_TYPES.test(type) || isCardName(name)) return MAX_CARD;
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
  return type ?? (filename === false ? 'text/plain' : 'application/octet-stream');
}

// A name is shown and may be typed into a shell: one line, no path.
function fileNameOf({ filename }: MimeNode, type: string): string {
  const name = cleanLine((filename || '').slice(0, 2_000), MAX_FILE_NAME).replace(/[/\\]/g, '_');
  // Both are opened by name only.
  if (name === '' && /^application\/(?:x-)?pkcs7-mime$/.test(type)) return 'smime.p7m';
  return name === '' && type === 'application/ms-tnef' ? 'winmail.dat' : name;
}

type Body = Pick<Mail, 'text' | 'html' | 'reports' | 'cards' | 'attachments'>;

/** What a mail holds. */
export function readLeaves(leaves: readonly Leaf[]): Body {
  const body = bodyOf(leaves);
  const inBody = new Set(body);
  const html = body.filter(({ type }) => type === 'text/html').map(textOf);
  const cards = leaves.filter(isCard).slice(0, MAX_CARDS);
  const reports = leaves.filter(({ type }) => isReport(type)).slice(0, MAX_REPORTS);
  const read = new Set([...cards, ...reports.filter(({ type }) => !isMessage(type))]);
  const rest = leaves.filter((leaf) => !inBody.has(leaf));
  return {
    text: clean(body.filter(({ type }) => type === 'text/plain').map(textOf), MAX_TEXT),
    ...(html.some((one) => one !== '') ? { html: clean(html, MAX_HTML) } : {}),
    reports: reports.map(reportOf),
    cards: cards.map((leaf) => clean([decodeCard(leaf)], MAX_CARD)),
    attachments: rest.map((leaf) => attachmentOf(leaf, read.has(leaf) || isIncidental(leaf))),
  };
}

/**
 * The parts that the sender typed. A file is none of them, whatever its type: it may be a saved copy
 * of a letter of ours. But when there is nothing else, a part that has a name and shall be shown
 * (Apple Mail, some gateways) is the text, and so is a message that is itself marked as a file.
 */
function bodyOf(leaves: readonly Leaf[]): readonly Leaf[] {
  const texts = leaves.filter(({ type }) => type === 'text/plain' || type === 'text/html');
  const typed = texts.filter(
    ({ disposition, name }) => disposition !== 'attachment' && name === '',
  );
  if (typed.some(({ bytes }) => bytes.toString('latin1').trim() !== '')) return typed;
  const alone = texts.filter(
    ({ disposition, inside }) => disposition !== 'attachment' || inside.length === 0,
  );
  const shown = alone.find((leaf) => !isCard(leaf) && !typed.includes(leaf));
  return shown === undefined ? typed : [...typed, shown];
}

function textOf(leaf: Leaf): string {
  const bytes = leaf.isPlain ? undoBase64(leaf.bytes) : leaf.bytes;
  const label =
    leaf.charset === '' && leaf.type === 'text/html' ? metaCharset(bytes) : leaf.charset;
  const text = decodeBytes(bytes, findCharset(label)).replaceAll('\r\n', '\n');
  return leaf.flow === 'fixed' ? text : unflow(text, leaf.flow === 'delsp');
}

// HTML 4.2.5.4: within the first 1024 octets.
function metaCharset(bytes: Buffer): string {
  const head = bytes.subarray(0, 1024).toString('latin1');
  return /<meta[^>]{0,200}charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i.exec(head)?.[1] ?? '';
}

// A gateway lost the field that names the encoding: nothing but full lines of base64, which no person types.
function undoBase64(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1').trim();
  if (!/^[A-Za-z0-9+/]{60,76}\r?\n[A-Za-z0-9+/]/.test(text)) return bytes;
  return /^[A-Za-z0-9+/\r\n]{60,}={0,2}$/.test(text) ? Buffer.from(text, 'base64') : bytes;
}

// LF line ends; NUL goes, which PostgreSQL cannot store; no half of a surrogate pair at the cut.
function clean(texts: readonly string[], limit: number): string {
  return texts
    .filter((text) => text !== '')
    .join('\n')
    .slice(0, limit)
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '')
    .replace(/[\ud800-\udbff]$/, '');
}

function isReport(type: string): boolean {
  return /^(?:message\/(?:global-)?(?:delivery-status|disposition-notification)|message\/(?:feedback-report|rfc822|global|global-headers)|text\/rfc822-headers)$/.test(
    type,
  );
}

function reportOf({ type, bytes, charset }: Leaf): ReportPart {
  const kept = bytes.subarray(0, MAX_REPORT);
  const text = clean([decodeBytes(kept, findCharset(charset))], MAX_REPORT).replace(/^\n+/, '');
  return { type, text: isMessage(type) ? (text.split('\n\n', 1)[0] ?? '') : text };
}

function isMessage(type: string): boolean {
  return type === 'message/rfc822' || type === 'message/global';
}

const CARD_TYPES = /^(?:text\/(?:x-)?vcard|text\/directory|application\/(?:x-)?vcard)$/;

function isCardName(name: string): boolean {
  return /\.vcf$/i.test(name.trim());
}

function isCard({ type, name, bytes, size }: Leaf): boolean {
  if (!CARD_TYPES.test(type) && !isCardName(name)) return false;
  const head = bytes.subarray(0, 1024).toString('latin1').replaceAll('\0', '');
  return size <= MAX_CARD && /BEGIN[ \t]{0,9}:[ \t]{0,9}VCARD/i.test(head);
}

// A vCard 2.1 names a charset for each property; it is one charset in practice, and the part names none.
function decodeCard({ bytes, charset }: Leaf): string {
  const own = /;CHARSET=([\w.:-]{1,40})/i.exec(bytes.toString('latin1'))?.[1] ?? '';
  return decodeBytes(bytes, findCharset(charset) ?? findCharset(own));
}

function attachmentOf({ name, type, size, sha256 }: Leaf, incidental: boolean): Attachment {
  return { name, type, size, sha256, ...(incidental ? { incidental } : {}) };
}

/** Nothing that anybody sent to be read: a logo in the text, a signature, another form of the text. */
function isIncidental({ type, name, size, contentId, disposition, inside }: Leaf): boolean {
  if (size === 0) return true;
  if (type.startsWith('image/')) {
    return contentId !== '' && disposition !== 'attachment' && size <= MAX_LOGO;
  }
  if (/^application\/(?:pgp-signature|pgp-encrypted|(?:x-)?pkcs7-signature)$/.test(type))
    return true;
  return inside[0] === 'multipart/alternative' && name === '' && disposition !== 'attachment';
}
