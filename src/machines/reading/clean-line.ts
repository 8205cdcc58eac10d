/** Foreign text made fit to be shown in one line: no controls, no reordering, bounded. */

// Bidi controls reorder what a Validator reads; zero-width signs hide in it. The joiners U+200C and
// U+200D stay: Persian and the Indic scripts need them.
const HIDDEN =
  /[\u034f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;
const HALVES = /\p{Cs}/gu;

/** One line of at most `limit` characters (code points); runs of blanks and controls become one blank. */
export function cleanLine(text: string, limit: number): string {
  const short = text.slice(0, limit * 8);
  const clean = short.replace(HIDDEN, '').replace(BREAKS, ' ').replace(HALVES, '\ufffd').trim();
  return clean.length <= limit ? clean : [...clean].slice(0, limit).join('').trim();
}
