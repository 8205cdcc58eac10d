/** The places in a form where a ccTLD is named: labels with their values, and headings of its own. */

import type { Cctld } from '../words/cctld.ts';
import { readCctldHeading } from './cctld-heading.ts';
import type { Place } from './form-blocks.ts';
import { isCctldAlone, readCctldValue } from './form-values.ts';
import type { Line } from './segments.ts';

export interface CctldPlace {
  /** Number of the line with the label, or of the heading. */
  readonly line: number;
  /** Number of the line with the value, when it stands below its label. */
  value?: number;
  /** Typed into the quoted form, or not. */
  readonly inline: boolean;
  /** A line of its own without a label: `For .xa:`. */
  readonly heading: boolean;
  /** None when nothing stands behind the label. */
  readonly cctlds: Cctld[];
  /** More stands there than the names of ccTLDs, or something that names none. */
  unclear: boolean;
}

// More than any form has.
const MOST_PLACES = 100;

/** Notes a label of ccTLDs; `unclear` when its line holds other fields too. */
export function openPlace(
  places: CctldPlace[],
  { number }: Line,
  where: Place['where'],
  unclear: boolean,
): void {
  places.push({ line: number, inline: where === 'inline', heading: false, cctlds: [], unclear });
}

/** Notes that the value of the last label stands on this line. */
export function placeValue(places: readonly CctldPlace[], { number }: Line): void {
  const place = places.at(-1);
  if (place !== undefined) place.value = number;
}

/** Reads the value of the label that was noted last. */
export function nameCctlds(places: readonly CctldPlace[], value: string): Cctld[] {
  const found = readCctldValue(value);
  const place = places.at(-1);
  if (place !== undefined) {
    place.cctlds.push(...found);
    place.unclear ||= found.length === 0 || !isCctldAlone(value);
  }
  return found;
}

/** The labels and the headings among the sender's own lines, in order; of very many the first. */
export function withHeadings(places: readonly CctldPlace[], lines: readonly Line[]): CctldPlace[] {
  const labelled = new Set(places.flatMap(({ line, value }) => [line, value]));
  const all = places.slice(0, MOST_PLACES);
  for (const { part, text, number } of lines) {
    if (all.length > MOST_PLACES) break;
    if (part !== 'own' || labelled.has(number)) continue;
    const cctlds = readCctldHeading(text);
    if (cctlds === undefined) continue;
    all.push({ line: number, inline: false, heading: true, cctlds, unclear: false });
  }
  return all.toSorted((a, b) => a.line - b.line);
}
