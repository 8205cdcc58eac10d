/** Bytes as text, in the charset that the sender named, or in the likeliest one. */

import { isUtf8 } from 'node:buffer';

// Names that senders use and that TextDecoder (WHATWG Encoding) does not know.
const ALIASES: Readonly<Record<string, string>> = {
  utf8mb4: 'utf-8',
  utf_8: 'utf-8',
  'unknown-8bit': 'utf-8',
  'x-unknown': 'utf-8',
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
};

/**
 * The canonical name of a charset, or undefined when it is not one that Node decodes. UTF-7 is none
 * of them, on purpose: it hides signs from whoever looks at the bytes.
 */
export function findCharset(label: string): string | undefined {
  const name = label
    .trim()
    .toLowerCase()
    .replace(/^win-?(?=\d)/, 'windows-');
  try {
    return new TextDecoder(ALIASES[name] ?? name).encoding;
  } catch {
    return undefined;
  }
}

/**
 * Decodes bytes; `charset` is a name of findCharset, or undefined when nothing was said. Never throws:
 * what cannot be decoded becomes U+FFFD.
 */
export function decodeBytes(bytes: Buffer, charset: string | undefined): string {
  // Us-ascii and Latin-1 are windows-1252 here, and mostly said of UTF-8; bytes of Latin-1 text with
  // accents are not valid UTF-8 but by rare chance.
  if (charset !== undefined && charset !== 'utf-8' && charset !== 'windows-1252') {
    return new TextDecoder(charset).decode(bytes);
  }
  // ESC $ or ESC ( begins every switch of ISO-2022-JP, whose bytes are all ASCII.
  if (charset !== 'utf-8' && /\u001b[$(]/.test(bytes.toString('latin1'))) {
    return new TextDecoder('iso-2022-jp').decode(bytes);
  }
  if (isUtf8(bytes)) return new TextDecoder('utf-8').decode(bytes);
  // A text cut in the middle of a letter is still UTF-8; a text without one sound letter is not.
  const loose = new TextDecoder('utf-8').decode(bytes);
  return charset === 'utf-8' && /[\u0080-\ufffc]/.test(loose)
    ? loose
    : new TextDecoder('windows-1252').decode(bytes);
}
