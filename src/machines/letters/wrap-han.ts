/** Lines of at most 72 columns in a language that writes no blanks between words. */

import { WIDTH, widthOf, wrap } from './wrap.ts';

const HAN = /[\p{Script=Han}\u3001-\u3017\uff01-\uff5e“”]/u;
// What must not begin a line (as in any Chinese book).
const CLOSES = /^[，。、：；！？）》”’.,:;!?)]/u;
const OPENS = /[（《“‘(]$/u;

/** One paragraph: as `wrap` does, and between any two signs of Chinese where the line is full. */
export function wrapAny(text: string): string {
  return HAN.test(text) ? wrapHan(text) : wrap(text);
}

function wrapHan(text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    const next = line === '' ? piece.trimStart() : line + piece;
    if (widthOf(next.trimEnd()) <= WIDTH) line = next;
    else {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    }
  }
  return [...lines, line.trimEnd()].join('\n');
}

// A sign of Chinese with the marks that belong to it, or a whole word of another script.
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const piece of text.match(/ |[^\s\p{Script=Han}，。、：；！？（）《》“”‘’]+|./gu) ?? []) {
    const last = pieces.at(-1);
    if (last !== undefined && (CLOSES.test(piece) || OPENS.test(last)))
      pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  return pieces;
}
