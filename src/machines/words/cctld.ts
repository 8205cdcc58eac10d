/** A country-code top-level domain, keyed by its A-label. */

import { domainToASCII, domainToUnicode } from 'node:url';

import { isLabel } from './address.ts';

declare const cctldBrand: unique symbol;

/** The A-label of a ccTLD, lower case, without a dot: `nl`, `xn--p1ai`. */
export type Cctld = string & { readonly [cctldBrand]: 'Cctld' };

/**
 * Reads `nl`, `.NL`, `xn--p1ai`, `.рф`. Says only that the text has the form of a ccTLD (two ASCII
 * letters, or one IDN label that round-trips, RFC 5891 5.3); whether it is delegated only the
 * registry knows.
 */
export function readCctld(text: string): Cctld | undefined {
  const label = text.trim().replace(/^\./, '');
  if (/^[a-z]{2}$/i.test(label)) return label.toLowerCase() as Cctld;
  // Letters that only look like ASCII (full width) would be folded onto it: an IDN is needed here.
  if (label.length > 63 || !/^(xn--[a-z0-9-]+|[\p{L}\p{M}\p{N}-]+)$/iu.test(label))
    return undefined;
  const ascii = domainToASCII(label);
  return ascii.startsWith('xn--') && isLabel(ascii) ? (ascii as Cctld) : undefined;
}

/** How a ccTLD is shown to people: `.nl`, or both labels for an IDN: `.рф (xn--p1ai)`. */
export function showCctld(cctld: Cctld): string {
  return cctld.startsWith('xn--') ? `.${uLabelOf(cctld)} (${cctld})` : `.${cctld}`;
}

/** The U-label: `рф`; the same as the A-label for one in ASCII. */
export function uLabelOf(cctld: Cctld): string {
  return domainToUnicode(cctld);
}
