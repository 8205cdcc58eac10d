/** Makes text that other people wrote safe to show in a letter. */

import { WIDTH, widthOf, wrap } from './wrap.ts';

const NOTHING = /[\u00ad\u200b\u2060\ufeff]/gu;
const LINE_END = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/gu;
// Joiners belong to the spelling in these scripts; anywhere else they hide something.
const JOINER =
  /(?<![\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{M}])[\u200c\u200d]/gu;
// Control and bidi characters, private use, fillers that show as nothing.
const UNSAFE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\u034f\u115f\u1160\u3164\uffa0]/gu;
const BLANKS = /[\s\u2800]+/gu;
const MARKS = /(\p{M}{4})\p{M}+/gu;

/**
 * One line: line ends and runs of blanks become one blank, what cannot be seen becomes U+FFFD,
 * and what is longer than `max` characters is cut and ends in "…".
 */
export function cleanLine(text: string, max = 100): string {
  const line = clean(text.slice(0, max * 4).replace(LINE_END, ' '));
  const letters = [...line];
  return letters.length > max ? `${letters.slice(0, max - 1).join('')}…` : line;
}

/**
 * As `cleanLine`, in quotation marks; inner ones become single, so that the end can be seen. Held
 * together by no-break spaces for `wrap`, so that no word inside begins a line.
 */
export function quoteLine(text: string, max = 100): string {
  return `"${cleanLine(text, max).replaceAll('"', "'")}"`.replaceAll(' ', '\u00a0');
}

/**
 * Text of several lines, each with `| ` before it, cut after `max` characters or 120 lines; '' when
 * there is nothing to see. The wall keeps foreign words from the start of a line.
 */
export function quoteText(text: string, max = 4000): string {
  const lines = text
    .slice(0, max)
    .replace(LINE_END, '\n')
    .split('\n')
    .map(clean)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .split('\n');
  if (lines.length === 1 && lines[0] === '') return '';
  const shown = lines.slice(0, 120).map(wall).join('\n');
  const isCut = text.length > max || lines.length > 120;
  return isCut ? `${shown}\n(The text is longer. It is cut here.)` : shown;
}

/** Text that was set out in columns for a letter: its blanks stay, whatever cannot be seen does not. */
export function columns(text: string): string {
  const lines = text.replace(LINE_END, '\n').trimEnd().split('\n');
  return lines
    .map((line) => line.replace(/[^ ]+/gu, clean))
    .map((line) => (widthOf(line) > WIDTH ? wrap(line, { first: '  ', cutAll: true }) : line))
    .join('\n');
}

/** The text with its links made dead: mail programs make one of whatever looks like a host name. */
export function breakLinks(text: string): string {
  return text
    .replace(/(?<=[\p{L}\p{N}\]])[.\u3002\uff0e\uff61](?=[\p{L}\p{N}])/gu, '[.]')
    .replace(/:(?=\/\/)|(?<=\b(?:mailto|tel|sms|data)):/giu, '[:]');
}

function wall(line: string): string {
  return line === '' ? '|' : wrap(line, { first: '| ', rest: '| ', cutAll: true });
}

function clean(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(NOTHING, '')
    .replace(BLANKS, ' ')
    .replace(JOINER, '\ufffd')
    .replace(UNSAFE, '\ufffd')
    .replace(MARKS, '$1')
    .trim();
}
