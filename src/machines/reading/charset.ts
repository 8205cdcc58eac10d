/** Bytes as text, in the charset that the sender named, or in the likeliest one. */

import { isUtf8 } from 'node:buffer';

import { guessCharset } from './charset-guess.ts';
import { decodeShifted, isShifted } from './charset-shifted.ts';

// Names that senders use and that TextDecoder (WHATWG Encoding) does not know, without punctuation.
const ALIASES: Readonly<Record<string, string>> = {
  '646': 'us-ascii',
  '8bit': 'utf-8',
  ascii8bit: 'utf-8',
  big5hkscs2004: 'big5',
  big5eten: 'big5',
  cngb: 'gbk',
  cp874: 'windows-874',
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
  cp10007: 'x-mac-cyrillic',
  default: 'us-ascii',
  eucjp: 'euc-jp',
  eucjpms: 'euc-jp',
  euckr: 'euc-kr',
  gb2312charset: 'gbk',
  hz: 'hz-gb-2312',
  hzgb2312: 'hz-gb-2312',
  iso2022kr: 'iso-2022-kr',
  iso2022jp1: 'iso-2022-jp',
  iso2022jp2: 'iso-2022-jp',
  iso2022jp3: 'iso-2022-jp',
  iso2022jp2004: 'iso-2022-jp',
  iso2022jpms: 'iso-2022-jp',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  iso885912: 'iso-8859-1',
  isolatin1: 'iso-8859-1',
  ms874: 'windows-874',
  ms932: 'shift_jis',
  ms936: 'gbk',
  ms949: 'euc-kr',
  tis620: 'windows-874',
  uhc: 'euc-kr',
  unicode: 'utf-16',
  unknown: 'utf-8',
  unknown8bit: 'utf-8',
  utf8mb4: 'utf-8',
  utf8sig: 'utf-8',
  xunknown: 'utf-8',
  xuserdefined: 'utf-8',
  xwindows949: 'euc-kr',
};

/**
 * The canonical name of a charset, or undefined when it is not one that we decode. UTF-7 is none of
 * them, on purpose: it hides signs from whoever looks at the bytes.
 */
export function findCharset(label: string): string | undefined {
  // Quotes and semicolons of a parameter that was put together by hand.
  const name = label
    .slice(0, 60)
    .toLowerCase()
    .replace(/[^a-z0-9._:+-]/g, '')
    .replace(/^[^a-z0-9]+/, '');
  const key = name.replace(/[^a-z0-9]/g, '');
  const known = ALIASES[key];
  if (known !== undefined && isShifted(known)) return known;
  const code = /^(?:x?(?:win|windows|cp|ms|mswin))(125[0-8])$/.exec(key)?.[1];
  const spellings = [known, code && `windows-${code}`, name, key, key.replace(/^x/, '')];
  // "utf_8", "ISO8859_15" and "iso-885915" are all somebody's.
  spellings.push(key.replace(/^utf/, 'utf-'), key.replace(/^iso8859/, 'iso-8859-'));
  for (const spelling of spellings) {
    const found = spelling && canonical(spelling);
    if (found) return found;
  }
  return undefined;
}

function canonical(name: string): string | undefined {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}

/**
 * Decodes bytes; `charset` is a name of findCharset, or undefined when nothing was said. Never throws:
 * what cannot be decoded becomes U+FFFD.
 */
export function decodeBytes(bytes: Buffer, charset: string | undefined): string {
  const marked = markedAs(bytes);
  if (marked !== undefined) return new TextDecoder(marked).decode(bytes);
  // Us-ascii and Latin-1 are windows-1252 here, and mostly said of other things.
  if (charset === undefined || charset === 'windows-1252') return decodeUnsure(bytes, charset);
  if (charset === 'utf-8') return decodeUtf8(bytes);
  if (charset.startsWith('utf-16')) return decodeUtf16(bytes, charset);
  if (isShifted(charset)) return decodeShifted(bytes, charset);
  if (charset === 'iso-2022-jp') return decodeJapanese(bytes);
  return isMislabelled(bytes, charset)
    ? new TextDecoder('utf-8').decode(bytes)
    : new TextDecoder(charset).decode(bytes);
}

// Whatever the label says, a byte order mark is not text (RFC 2781 3.2).
function markedAs(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, 3).toString('latin1');
  if (head === '\u00ef\u00bb\u00bf') return 'utf-8';
  // A lone surrogate or a NUL would follow in anything else.
  if (bytes.length % 2 === 0 && head.startsWith('\u00ff\u00fe')) return 'utf-16le';
  if (bytes.length % 2 === 0 && head.startsWith('\u00fe\u00ff')) return 'utf-16be';
  return undefined;
}

// Nothing was said that could be relied on.
function decodeUnsure(bytes: Buffer, charset: string | undefined): string {
  // The switches of 7-bit charsets: ESC $ or ESC ( begins one of ISO-2022.
  const switched = /\u001b(?:\$\)C|[$(])/.exec(bytes.toString('latin1'))?.[0];
  if (switched === '\u001b$)C') return decodeShifted(bytes, 'iso-2022-kr');
  if (switched !== undefined) return decodeJapanese(bytes);
  if (isUtf8(bytes)) return new TextDecoder('utf-8').decode(bytes);
  const loose = new TextDecoder('utf-8').decode(bytes);
  // A text cut in the middle of a letter is still UTF-8.
  if (charset === undefined && isMostlySound(loose)) return loose;
  return new TextDecoder(guessCharset(bytes, charset !== undefined)).decode(bytes);
}

// TextDecoder puts U+FFFD between two switches with nothing between them. Every long Japanese subject
// has them: each of its encoded words goes back to ASCII at its end.
function decodeJapanese(bytes: Buffer): string {
  const text = bytes.toString('latin1').replace(/(?:\u001b(?:\([BIJ]|\$[@B]))+(?=\u001b[($])/g, '');
  return new TextDecoder('iso-2022-jp').decode(Buffer.from(text, 'latin1'));
}

function decodeUtf8(bytes: Buffer): string {
  const loose = new TextDecoder('utf-8').decode(bytes);
  if (!loose.includes('\ufffd') || isMostlySound(loose)) return loose;
  return new TextDecoder(guessCharset(bytes)).decode(bytes);
}

function isMostlySound(loose: string): boolean {
  const broken = loose.split('\ufffd').length - 1;
  const sound = loose.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  return sound > broken;
}

// Without a mark it is big-endian (RFC 2781 4.3), but most senders are not: their NULs tell.
function decodeUtf16(bytes: Buffer, charset: string): string {
  const head = bytes.subarray(0, 200);
  const nulsAt = (parity: number) => head.filter((byte, at) => byte === 0 && at % 2 === parity);
  const big = nulsAt(0).length > nulsAt(1).length;
  return new TextDecoder(big ? 'utf-16be' : charset).decode(bytes);
}

// Several letters that are sound UTF-8 are so by chance only in Thai, where every byte is a letter.
function isMislabelled(bytes: Buffer, charset: string): boolean {
  if (!isUtf8(bytes) || bytes.every((byte) => byte < 0x80)) return false;
  if (charset !== 'windows-874' && isSingleByte(charset)) return true;
  try {
    new TextDecoder(charset, { fatal: true }).decode(bytes);
    return false;
  } catch {
    return true;
  }
}

function isSingleByte(charset: string): boolean {
  return /^(?:windows|iso-8859|koi8|ibm|macintosh|x-mac)/.test(charset);
}
