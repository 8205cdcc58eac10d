/** One paragraph of running text for the reader of prose: its lines, sentences and where each begins. */

import { ADDS, NOT_OURS, REMOVES, REPLACES, says } from './intent-words.ts';
import type { Line } from './segments.ts';

export interface ProseText {
  /** The lines, joined by LF. */
  readonly text: string;
  /** The line of the mail at that place of the text. */
  readonly lineAt: (place: number) => Line;
  /** Whether that place is in a sentence about people who are not to be put on the list. */
  readonly isExcluded: (place: number) => boolean;
  /** Number of the sentence at that place. */
  readonly sentenceAt: (place: number) => number;
  /** Whether the LF at that place only wraps a longer line. */
  readonly wraps: (place: number) => boolean;
}

const WRAPPED = 55;

export function proseText(lines: readonly Line[]): ProseText {
  const text = lines.map((line) => line.text.trim()).join('\n');
  const starts: number[] = [];
  let at = 0;
  for (const line of lines) {
    starts.push(at);
    at += line.text.trim().length + 1;
  }
  const lineAt = (place: number): Line => lines[Math.max(0, indexAt(starts, place))] as Line;
  const wraps = (place: number): boolean => isWrap(text, place);
  const ends = sentenceEnds(text);
  const sentenceAt = (place: number): number => indexAt([0, ...ends], place);
  const excluded = ends.map((end, index) => isAside(text.slice(ends[index - 1] ?? 0, end)));
  return {
    text,
    lineAt,
    wraps,
    sentenceAt,
    isExcluded: (place) => excluded[sentenceAt(place)] === true,
  };
}

function indexAt(starts: readonly number[], place: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

function isWrap(text: string, place: number): boolean {
  const start = text.lastIndexOf('\n', place - 1) + 1;
  const next = text.charAt(place + 1);
  return (
    place - start >= WRAPPED && !/[-–—•*\d]/u.test(next) && !/[.:;!?]/.test(text.charAt(place - 1))
  );
}

// A full stop behind these ends nothing; nor does one behind an initial.
const ABBREVIATED =
  /(?:^|[\s(,;:])(?:\p{L}|mr|mrs|ms|dr|dra|sr|sra|st|ing|prof|dipl|tel|tél|mob|ext|no|nr|ph|mme|mlle|hr|lic|cel|тел|моб|доб|эл|jr|phone)\.$/iu;

/** Whether the text ends in an abbreviation: "Dr.", "tel.", "A." */
export function isAbbreviated(text: string): boolean {
  return ABBREVIATED.test(text.slice(-8));
}

function sentenceEnds(text: string): number[] {
  const ends: number[] = [];
  for (const { index } of text.matchAll(/[.!?。！？؟](?=["')\]]?\s)|\n/gu)) {
    const isLine = text.charAt(index) === '\n';
    if (isLine ? isWrap(text, index) : isAbbreviated(text.slice(0, index + 1))) continue;
    ends.push(index + 1);
  }
  return [...ends, text.length + 1];
}

// A line of a mail's header that somebody pasted.
const HEADER =
  /^\W{0,3}(?:from|to|cc|bcc|sent|reply-to|subject|von|an|de|para|от|кому|копия|发件人|收件人|差出人|宛先|من)\s?[:：]/iu;

// "Please add me: Ana Pérez …" is meant; "I am Ana Pérez …" is not.
function isAside(sentence: string): boolean {
  if (HEADER.test(sentence)) return true;
  if (says(REMOVES, sentence) || says(REPLACES, sentence)) return true;
  // "Is Ana <ana@nic.xa> on the list?", but "Could you add Ana <ana@nic.xa>?"
  if (/[?？؟]\s*$/u.test(sentence) && !says(ADDS, sentence)) return true;
  return (
    says(NOT_OURS, sentence) &&
    !/^\W{0,3}(?:please |kindly )?(?:add|subscribe|register|put)\b/iu.test(sentence)
  );
}

/** A line such as `Please remove:`, above people who are to go; false for one above those who come. */
export function headsRemoval(text: string): boolean | undefined {
  // "Alice has left. The new contacts are:" heads those who come.
  const line =
    text
      .trim()
      .split(/(?<=[.!?])\s+/)
      .at(-1) ?? '';
  if (!/[:：]$/.test(line) || line.length > 120) {
    return says(ADDS, line) && !says(REMOVES, line) ? false : undefined;
  }
  return says(REMOVES, line) && !/(?:with|by|par|por|durch|auf|on)\s?[:：]$/iu.test(line);
}
