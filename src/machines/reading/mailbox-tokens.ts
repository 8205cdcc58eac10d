/** The tokens of an address field (RFC 5322 3.2), or nothing at all when they are ambiguous. */

export type Token =
  | { readonly kind: 'word' | 'quoted' | 'comment' | 'angle'; readonly text: string }
  | { readonly kind: ',' | ':' | ';' };

/** A piece of the field: its text without delimiters, and where the next one begins. */
interface Piece {
  readonly text: string;
  readonly next: number;
}

const MAX_COMMENT_DEPTH = 20;
// Blanks of other scripts (U+3000) stay in the word: they stand in names, and readAddress refuses them.
const SPECIAL = /[ \t()<>[\]\\,;:"]/;

// A well-formed encoded word (RFC 2047 2). Its text may hold only what stands in an atom: a sloppy
// word with a comma or a quotation mark in it has one structure for us and another for other programs.
const ENCODED_WORD = /=\?[\w.+:-]{1,60}(\*[\w-]{0,20})?\?[bq]\?[\w!#$%&'*+\-/=^`{|}~.]*\?=/iy;

/**
 * Splits a field value in one pass. Words are runs of anything that is not special, "@" and "."
 * included: an address must stand in one piece, so the obsolete forms with blanks or comments inside
 * (RFC 5322 4.4) never make one. Returns undefined for control characters, unbalanced delimiters,
 * domain literals, and a "=?" that does not begin a well-formed encoded word: whatever could be cut
 * differently by another reader.
 */
export function readTokens(value: string): Token[] | undefined {
  // A tab is a blank here; the pattern leaves it out.
  if (/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029]/.test(value)) return undefined;
  if (!hasSoundWords(value)) return undefined;
  const tokens: Token[] = [];
  let at = 0;
  while (at < value.length) {
    const sign = value.charAt(at);
    if (sign === ' ' || sign === '\t') {
      at += 1;
    } else if (sign === ',' || sign === ':' || sign === ';') {
      tokens.push({ kind: sign });
      at += 1;
    } else {
      const kind = kindOf(sign);
      const piece = READERS[kind](value, at);
      if (piece === undefined) return undefined;
      tokens.push({ kind, text: piece.text });
      at = piece.next;
    }
  }
  return tokens;
}

const READERS = { word: readWord, quoted: readQuoted, comment: readComment, angle: readAngle };

function kindOf(sign: string): keyof typeof READERS {
  if (sign === '"') return 'quoted';
  if (sign === '(') return 'comment';
  return sign === '<' ? 'angle' : 'word';
}

function hasSoundWords(value: string): boolean {
  let at = value.indexOf('=?');
  while (at >= 0) {
    ENCODED_WORD.lastIndex = at;
    if (!ENCODED_WORD.test(value)) return false;
    at = value.indexOf('=?', ENCODED_WORD.lastIndex);
  }
  return true;
}

function readWord(value: string, start: number): Piece | undefined {
  let at = start;
  while (at < value.length && !SPECIAL.test(value.charAt(at))) at += 1;
  return at === start ? undefined : { text: value.slice(start, at), next: at };
}

function readQuoted(value: string, start: number): Piece | undefined {
  let text = '';
  for (let at = start + 1; at < value.length; at += 1) {
    const sign = value.charAt(at);
    if (sign === '"') return { text, next: at + 1 };
    if (sign === '\\') at += 1;
    text += value.charAt(at);
  }
  return undefined;
}

function readComment(value: string, start: number): Piece | undefined {
  let depth = 0;
  let text = '';
  for (let at = start; at < value.length; at += 1) {
    const sign = value.charAt(at);
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (depth === 0) return { text: text.slice(1), next: at + 1 };
    if (depth > MAX_COMMENT_DEPTH) return undefined;
    if (sign === '\\') at += 1;
    text += value.charAt(at);
  }
  return undefined;
}

// Up to its ">". A quoted local part may hold a ">" of its own; its quotation marks stay in the text,
// so that it never reads as an address.
function readAngle(value: string, start: number): Piece | undefined {
  for (let at = start + 1; at < value.length; at += 1) {
    const sign = value.charAt(at);
    if (sign === '>') return { text: value.slice(start + 1, at), next: at + 1 };
    if (sign === '"') {
      const quoted = readQuoted(value, at);
      if (quoted === undefined) return undefined;
      at = quoted.next - 1;
    } else if ('<()\\'.includes(sign)) {
      return undefined;
    }
  }
  return undefined;
}
