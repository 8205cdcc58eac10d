/** Header fields as we write them: plain ASCII, folded, with nothing in them that could begin another. */

import type { Mailbox } from './words/address.ts';

/** RFC 5322 2.1.1 asks for lines of 78. */
const LINE = 78;
/** RFC 2047 2: an encoded word has at most 75 characters; so many octets of UTF-8 fit beside a name. */
const WORD_OCTETS = 42;
/** Longer words cannot be folded as they are. */
const LONGEST_WORD = 70;

/** An unstructured field (RFC 5322 3.2.5), such as Subject; encoded words (RFC 2047) where it needs them. */
export function textField(name: string, value: string): string {
  const text = value
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  return fold(name, isPlain(text) ? text.split(/(?= )/) : encode(text));
}

/** A field of addresses (RFC 5322 3.4). */
export function addressField(name: string, mailboxes: readonly Mailbox[]): string {
  const parts = mailboxes.flatMap((one, index) => {
    const words = writeMailbox(one);
    return index === mailboxes.length - 1 ? words : [...words.slice(0, -1), `${words.at(-1)},`];
  });
  return fold(name, parts);
}

/** A field of parts that are given as they are: ASCII, each shorter than a line. */
export function fold(name: string, parts: readonly string[]): string {
  const lines: string[] = [];
  let line = `${name}:`;
  for (const part of parts) {
    const word = part.startsWith(' ') ? part : ` ${part}`;
    if (line.length + word.length > LINE && line.trim() !== '' && line !== `${name}:`) {
      lines.push(line);
      line = '';
    }
    line += word;
  }
  return [...lines, line].join('\r\n');
}

function isPlain(text: string): boolean {
  if (!/^[ -~]*$/.test(text) || text.includes('=?') || text.includes('  ')) return false;
  return text.split(' ').every((word) => word.length <= LONGEST_WORD);
}

function writeMailbox({ name, address }: Mailbox): string[] {
  // SMTPUTF8 addresses (RFC 6532 3.2) stand in UTF-8; the header is put together in Latin-1.
  const angle = `<${Buffer.from(address, 'utf8').toString('latin1')}>`;
  const clean = name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  if (clean === '') return [angle];
  if (/^[ -~]*$/.test(clean) && !clean.includes('=?') && clean.length <= LONGEST_WORD - 2)
    return [`"${clean.replace(/["\\]/g, '\\$&')}"`, angle];
  return [...encode(clean), angle];
}

function encode(text: string): string[] {
  const words: string[] = [];
  let word = '';
  for (const letter of text) {
    if (Buffer.byteLength(word + letter) > WORD_OCTETS) {
      words.push(word);
      word = '';
    }
    word += letter;
  }
  return [...words, word].map((one) => `=?UTF-8?B?${Buffer.from(one).toString('base64')}?=`);
}
