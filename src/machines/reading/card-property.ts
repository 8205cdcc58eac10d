/** One property of a vCard as a line, read and written (RFC 2426, RFC 6350); the only file that knows ical.js 2.2.1. */

import ICAL from 'ical.js';

export type CardVersion = '3.0' | '4.0';

type Parameters = Readonly<Record<string, string | readonly string[]>>;

/** What a line holds. */
export interface CardProperty {
  readonly parameters: Parameters;
  /** One for most properties; one for each of several, as in CATEGORIES. */
  readonly values: readonly unknown[];
}

/** Reads one unfolded line. Throws when the library cannot. */
export function readCardProperty(line: string, version: CardVersion): CardProperty {
  const [, parameters, , ...values] = ICAL.parse.property(line, designOf(version)) as [
    string,
    Parameters,
    string,
    ...unknown[],
  ];
  return { parameters, values };
}

/** Writes one property, folded, without the last line end. A list of texts is one value of components. */
export function writeCardProperty(
  name: string,
  value: string | readonly string[],
  parameters: Parameters = {},
): string {
  const type = name === 'tel' ? 'phone-number' : 'text';
  return ICAL.stringify.property([name, parameters, type, value], designOf('3.0'), false);
}

function designOf(version: CardVersion) {
  return version === '4.0' ? ICAL.design.vcard : ICAL.design.vcard3;
}
