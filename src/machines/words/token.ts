/** Tokens (nonces): their written form, and where they may stand in a mail. */

import { createHash } from 'node:crypto';

/** 128 bits in Crockford's base 32, lower case, without i, l, o, u: 26 characters. */
const TOKEN_LENGTH = 26;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** What a token may be used for. A token for one purpose is nothing for another. */
export type TokenPurpose =
  | 'challenge'
  | 'objection'
  | 'details'
  | 'question'
  | 'validate'
  | 'committee'
  /** The nonce of an SSC's own request. */
  | 'own'
  /** Asks an SSC whether a post is theirs; stands for no case. Its digest is the number of the mail. */
  | 'post'
  /** Asks an SSC whether their mailbox is read; stands for no case. */
  | 'probe'
  /** Asks an Admin Contact for new contacts: the answer opens a request of its own (E4). */
  | 'invite'
  /** Asks an SSC or an Admin Contact in a yearly check or a drill; stands for no case. Digest: its number, and what was shown. */
  | 'check';

/** Tokens that may stand for no case at all. */
export const FREE: readonly TokenPurpose[] = ['post', 'probe', 'invite', 'check'];

/** Writes 16 random bytes as a token. */
export function writeToken(bytes: Uint8Array): string {
  if (bytes.length !== 16) throw new RangeError('a token is made of 16 bytes');
  return write(bytes, TOKEN_LENGTH);
}

/** 64 bits: all readers of a post share it, so it proves little, and leaves room for their address. */
export const MARK_LENGTH = 13;

/** Writes 8 random bytes as the mark that the copies of one post have in common. */
export function writeMark(bytes: Uint8Array): string {
  if (bytes.length !== 8) throw new RangeError('a mark is made of 8 bytes');
  return write(bytes, MARK_LENGTH);
}

/** The mark that this text is; undefined when it is none. */
export function readMark(text: string): string | undefined {
  const mark = foldToken(text);
  const fits = mark.length === MARK_LENGTH && [...mark].every((one) => ALPHABET.includes(one));
  return fits ? mark : undefined;
}

function write(bytes: Uint8Array, length: number): string {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  let text = '';
  for (let index = 0; index < length; index += 1) {
    text = ALPHABET.charAt(Number(value & 31n)) + text;
    value >>= 5n;
  }
  return text;
}

/** In groups of four for people who type: `abcd-efgh-…`. */
export function showToken(token: string): string {
  return token.match(/.{1,4}/g)?.join('-') ?? token;
}

/** Only this digest of a token is stored (design 3). */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

// Mailman and gateways change case, people type o for 0 and l for 1; Crockford's alphabet forgives it.
function foldToken(text: string): string {
  return text.toLowerCase().replaceAll('-', '').replaceAll('o', '0').replace(/[il]/g, '1');
}

const GROUPED = /(?<![a-z0-9])(?:[a-z0-9]{4}-){6}[a-z0-9]{2}(?![a-z0-9])/gi;
/** Only where it stands in an address of ours: words of thirteen letters are common. */
const MARK = /(?<=-bounces\+)[a-z0-9]{13}(?=[+@])/gi;
const PLAIN = /(?<![a-z0-9])[a-z0-9]{26}(?![a-z0-9])/gi;

/** The text with everything that has the form of a token blotted out: a token is for one person. */
export function hideTokens(text: string): string {
  return [GROUPED, PLAIN, MARK].reduce((rest, form) => rest.replaceAll(form, '(token)'), text);
}

/** Every string in the text that has the form of a token, in order, each once. */
export function findTokens(text: string): string[] {
  const found = [...text.matchAll(GROUPED), ...text.matchAll(PLAIN)]
    .toSorted((a, b) => a.index - b.index)
    .map((match) => foldToken(match[0]))
    .filter((token) => [...token].every((letter) => ALPHABET.includes(letter)));
  return [...new Set(found)];
}
