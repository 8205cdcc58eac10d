/**
 * Finds what an OpenPGP signature of a mail claims to cover, and the signature: PGP/MIME (RFC 3156 5) or
 * a text that is one clear-signed block (RFC 9580 7). Says nothing about whether the signature is valid.
 *
 * Programs that verify a part of a mail and show another one are what forgers look for. So this takes
 * what signers write and nothing else, and whoever reads the signed words gets them from here alone.
 */

import type { HeaderField, Mail } from '../words/mail.ts';
import { readHeader, valuesOf } from './header.ts';

/** Octets and the armoured signature that somebody says is of them. */
export interface SignedPart {
  /** `mime`: a part with its header; `text`: UTF-8, blanks at the ends of lines taken off. */
  readonly kind: 'mime' | 'text';
  /** Line ends are CRLF (RFC 3156 5, RFC 9580 7.1). */
  readonly signed: Buffer;
  readonly signature: string;
}

/** A mail that looks signed and is not taken: half a sentence, to follow "The mail ". */
export interface UnreadSignature {
  readonly fault: string;
}

const MAX_SIGNED = 1_048_576;
/** Of a mail with such a part: header, signature and transfer encoding are in it too. */
const MAX_RAW = 3 * MAX_SIGNED;
const TOO_LONG = { fault: 'has more than 1 MiB of signed text' };
const MAX_SIGNATURE = 16_384;
const BEGIN_TEXT = '-----BEGIN PGP SIGNED MESSAGE-----';
const BEGIN = '-----BEGIN PGP SIGNATURE-----';
const END = '-----END PGP SIGNATURE-----';

/** Undefined when the mail does not look signed. Linear; never throws. */
export function findSignedPart(
  raw: Buffer,
  mail: Pick<Mail, 'headers' | 'text' | 'html' | 'attachments'>,
): SignedPart | UnreadSignature | undefined {
  const type = typeOf(mail.headers);
  if (type.name === 'multipart/signed') return findInMime(raw, type.parameters);
  if (type.name === 'multipart/encrypted') return { fault: 'is encrypted' };
  if (!mail.text.includes(BEGIN_TEXT)) return undefined;
  const isAlone = type.name === 'text/plain' && mail.html === undefined;
  return isAlone && mail.attachments.length === 0
    ? findInText(mail.text)
    : { fault: 'has more parts than the signed text' };
}

interface ContentType {
  /** '' when it cannot be read with certainty. */
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
}

// RFC 2045 5.1, without comments and without continuations (RFC 2231): no signer needs them here.
const PARAMETER =
  /[ \t]{0,99};[ \t]{0,99}([a-z][a-z0-9-]{0,30})[ \t]?=[ \t]?(?:"([^"\\]{0,200})"|([^\s"();]{1,200}))/iy;

function typeOf(fields: readonly HeaderField[]): ContentType {
  const given = fields.filter(({ name }) => name.replace(/^:/, '') === 'content-type');
  const unsure = { name: '', parameters: new Map<string, string>() };
  if (given.length === 0) return { ...unsure, name: 'text/plain' };
  const value = given.length === 1 ? (given[0]?.value ?? '') : '';
  const name = /^[a-z]{1,30}\/[a-z0-9.+-]{1,80}/i.exec(value)?.[0] ?? '';
  const parameters = readParameters(value.slice(0, 2_000), name.length);
  return parameters === undefined ? unsure : { name: name.toLowerCase(), parameters };
}

function readParameters(value: string, from: number): Map<string, string> | undefined {
  const found = new Map<string, string>();
  let at = from;
  while (value.slice(at).replace(/^[ \t;]{1,99}$/, '') !== '') {
    PARAMETER.lastIndex = at;
    const match = PARAMETER.exec(value);
    const name = match?.[1]?.toLowerCase() ?? '';
    if (match === null || found.has(name)) return undefined;
    found.set(name, match[2] ?? match[3] ?? '');
    at = PARAMETER.lastIndex;
  }
  return found;
}

function findInMime(
  raw: Buffer,
  parameters: ReadonlyMap<string, string>,
): SignedPart | UnreadSignature {
  const protocol = parameters.get('protocol')?.toLowerCase();
  if (protocol !== 'application/pgp-signature') return { fault: 'has no OpenPGP signature' };
  const boundary = parameters.get('boundary') ?? '';
  if (boundary.length > 70 || boundary.trim() === '')
    return { fault: 'has no boundary between its parts' };
  if (raw.length > MAX_RAW) return TOO_LONG;
  const parts = splitParts(raw.toString('latin1').replaceAll(/\r?\n/g, '\r\n'), boundary);
  if (parts === undefined) return { fault: 'does not have two parts and nothing behind them' };
  const [first, second] = parts;
  if (first.length > MAX_SIGNED) return TOO_LONG;
  const signed = Buffer.from(first, 'latin1');
  if (!isSignedText(readHeader(signed)))
    return { fault: 'has a signed part that is no plain text' };
  const signature = signatureIn(Buffer.from(second, 'latin1'));
  return signature === undefined
    ? { fault: 'has a second part that is not one OpenPGP signature' }
    : { kind: 'mime', signed, signature };
}

// Thunderbird puts the text into a multipart/mixed of its own, for the header fields that it signs too.
function isSignedText(fields: readonly HeaderField[]): boolean {
  const { name } = typeOf(fields);
  const isNamed = valuesOf(fields, 'content-type').length === 1;
  return isNamed && (name === 'text/plain' || name === 'multipart/mixed');
}

/**
 * The two parts between exactly three delimiter lines (RFC 2046 5.1.1). What stands above the first is
 * for programs that know no MIME; a line that only begins like a delimiter is one to some programs.
 */
function splitParts(text: string, boundary: string): [string, string] | undefined {
  const mark = `\r\n--${boundary}`;
  const starts: number[] = [];
  let at = text.indexOf('\r\n\r\n') + 2;
  for (at = text.indexOf(mark, at); at >= 0; at = text.indexOf(mark, at + 2)) {
    if (starts.push(at) > 3) return undefined;
  }
  const [one = -1, two = -1, three = -1] = starts;
  if (three < 0) return undefined;
  const ends = starts.map((start) => endOfLine(text, start + 2));
  const tails = starts.map((start, index) => text.slice(start + mark.length, ends[index]));
  if (tails.map(withoutBlanks).join('|') !== '||--' || text.slice(ends[2]).trim() !== '')
    return undefined;
  return [text.slice((ends[0] ?? one) + 2, two), text.slice((ends[1] ?? two) + 2, three)];
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\r\n', at);
  return end < 0 ? text.length : end;
}

function signatureIn(part: Buffer): string | undefined {
  if (part.length > 2 * MAX_SIGNATURE) return undefined;
  const fields = readHeader(part);
  const encoding = valuesOf(fields, 'content-transfer-encoding')[0] ?? '7bit';
  if (typeOf(fields).name !== 'application/pgp-signature') return undefined;
  if (!/^[78]bit$/i.test(encoding)) return undefined;
  const text = part.toString('latin1');
  const body = text.indexOf('\r\n\r\n');
  return body < 0 ? undefined : oneSignature(text.slice(body).trim());
}

function oneSignature(text: string): string | undefined {
  const isWhole = text.startsWith(BEGIN) && text.endsWith(END) && text.length <= MAX_SIGNATURE;
  return isWhole && text.split('-----BEGIN').length === 2 ? text : undefined;
}

/** The block is all of the text, blank lines around it apart. */
function findInText(text: string): SignedPart | UnreadSignature {
  const lines = text
    .slice(0, MAX_SIGNED + MAX_SIGNATURE)
    .trim()
    .split(/\r?\n/);
  const begin = lines.indexOf(BEGIN);
  const blank = lines.indexOf('');
  if (lines[0] !== BEGIN_TEXT || begin < 0) return { fault: 'has text around the signed text' };
  // RFC 9580 7.1: no other field may stand here, least of all one that is taken for signed text.
  const isPlain = lines.slice(1, blank).every((line) => /^Hash: [A-Z0-9, -]{1,60}$/i.test(line));
  if (blank < 0 || blank > begin || blank > 10 || !isPlain)
    return { fault: 'has a signed text with an unknown heading' };
  const escaped = lines.slice(blank + 1, begin);
  // RFC 9580 7.2: a line that begins with a dash is escaped, or it is no line of the signed text.
  if (escaped.some((line) => line.startsWith('-') && !line.startsWith('- ')))
    return { fault: 'has a line in its signed text that cannot be signed' };
  const signature = oneSignature(lines.slice(begin).join('\r\n'));
  if (signature === undefined) return { fault: 'has text around the signed text' };
  const signed = Buffer.from(escaped.map(bareLine).join('\r\n'), 'utf8');
  return signed.length > MAX_SIGNED ? TOO_LONG : { kind: 'text', signed, signature };
}

// Blanks at the end of a line are not signed (RFC 9580 7.2).
function bareLine(line: string): string {
  return withoutBlanks(line.startsWith('- ') ? line.slice(2) : line);
}

// Not a regex, which is quadratic on blanks.
function withoutBlanks(line: string): string {
  let end = line.length;
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end -= 1;
  return line.slice(0, end);
}
