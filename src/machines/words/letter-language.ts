/** The languages that an Admin Contact is invited in: the six of the United Nations, and Portuguese. */

/** ISO 639-1, as the column `languages` of `cctlds.csv` writes them, with blanks between several. */
export const LETTER_LANGUAGES = ['en', 'fr', 'es', 'ar', 'zh', 'ru', 'pt'] as const;
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number];

/** The same language, or undefined when no letter is written in it. */
export function readLetterLanguage(text: string): LetterLanguage | undefined {
  return LETTER_LANGUAGES.find((one) => one === text.toLowerCase());
}

/** Those of a letter: English first, which everybody at a registry can show to somebody, then the country's. */
export function languagesOf(spoken: readonly LetterLanguage[]): LetterLanguage[] {
  return [...new Set<LetterLanguage>(['en', ...spoken])];
}
