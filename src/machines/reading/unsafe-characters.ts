/** Characters that make a text look other than it is: they have no place in a name, a phone or a command. */

// Controls (CR, LF, NUL, tab), format characters (bidi, zero width, tags), line and paragraph
// separators, lone surrogates, and letters that draw nothing (Hangul fillers, Braille blank).
const UNSAFE = /\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Cs}|\p{Default_Ignorable_Code_Point}|\u2800/u;

// Persian and the Indic scripts write words with joiners: allowed there, between two letters only.
const JOINING = String.raw`\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}`;
const RIGHTFUL_JOINER = new RegExp(`(?<=[${JOINING}])[\\u200c\\u200d](?=[${JOINING}])`, 'gu');

/** True when the text holds a character that a person can neither see nor type on purpose. */
export function hasUnsafe(text: string): boolean {
  return UNSAFE.test(text) && UNSAFE.test(text.replace(RIGHTFUL_JOINER, ''));
}
