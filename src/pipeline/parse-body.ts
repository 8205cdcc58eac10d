/** What a mail holds by its parts: the text that was typed, files, vCards and reports. */

import { decodeBytes, findCharset } from '../machines/reading/charset.ts';
import { unflow } from '../machines/reading/flowed.ts';
import type { Attachment, Mail, ReportPart } from '../machines/words/mail.ts';
import {
  isCardFile,
  isMessage,
  isReport,
  type Leaf,
  MAX_CARD,
  MAX_HTML,
  MAX_REPORT,
  MAX_TEXT,
} from './parse-leaf.ts';

const MAX_REPORTS = 20;
const MAX_CARDS = 20;
const MAX_LOGO = 50_000;

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

function reportOf({ type, bytes, charset }: Leaf): ReportPart {
  const kept = bytes.subarray(0, MAX_REPORT);
  const text = clean([decodeBytes(kept, findCharset(charset))], MAX_REPORT).replace(/^\n+/, '');
  return { type, text: isMessage(type) ? (text.split('\n\n', 1)[0] ?? '') : text };
}

function isCard(leaf: Leaf): boolean {
  if (!isCardFile(leaf) || leaf.size > MAX_CARD) return false;
  const head = leaf.bytes.subarray(0, 1024).toString('latin1').replaceAll('\0', '');
  return /BEGIN[ \t]{0,9}:[ \t]{0,9}VCARD/i.test(head);
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
