/**
 * Encoded words (RFC 2047) as text, for display and for finding tokens only. Nothing that identifies
 * anybody is ever taken from what this returns.
 */

import { decodeBytes, findCharset } from './charset.ts';

// A blank inside the text is not allowed, and often sent. Each "=?" is tried once and runs to the
// next "?" at most, so this is linear.
const WORD = /=\?([^?\s*]{1,60})(?:\*[^?\s]{0,60})?\?([bq])\?([^?]*)\?=/gi;

/** Bytes of one charset that came from neighbouring words; a letter may be split between them. */
interface Run {
  readonly charset: string;
  readonly chunks: Buffer[];
}

/**
 * Decodes every encoded word of a header value; the blanks between two of them vanish (6.2), and
 * neighbours of one charset are joined before decoding. A word of an unknown charset stays as it is.
 */
export function decodeWords(value: string): string {
  let out = '';
  let run: Run | undefined;
  let end = 0;
  for (const match of value.matchAll(WORD)) {
    const between = value.slice(end, match.index);
    const [word, label = '', encoding = '', text = ''] = match;
    end = match.index + word.length;
    const charset = findCharset(label);
    const adjacent = run !== undefined && /^\s*$/.test(between);
    if (run !== undefined && (!adjacent || run.charset !== charset)) {
      out += decodeBytes(Buffer.concat(run.chunks), run.charset);
      run = undefined;
    }
    if (!adjacent || charset === undefined) out += between;
    if (charset === undefined) {
      out += word;
      continue;
    }
    run ??= { charset, chunks: [] };
    run.chunks.push(encoding.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : fromQ(text));
  }
  return (
    out +
    (run === undefined ? '' : decodeBytes(Buffer.concat(run.chunks), run.charset)) +
    value.slice(end)
  );
}

// The Q encoding (RFC 2047 4.2). A "=" without two hex digits stands for itself.
function fromQ(text: string): Buffer {
  const spaced = text.replaceAll('_', ' ');
  const latin1 = Buffer.from(spaced, 'utf8').toString('latin1');
  const bytes = latin1.replace(/=([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1');
}
