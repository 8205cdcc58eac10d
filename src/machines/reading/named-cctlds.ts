/** ccTLDs that a text names explicitly, with their dot: `.xa`, `.рф`, `.xn--p1ai`. */

import { readCctld, type Cctld } from '../words/cctld.ts';

// Before the dot: the beginning, a blank, an opening sign, or another ccTLD and one of "/,;+&".
// After the label: no letter, digit, sign of a name or path, and no dot with a letter behind it. So
// it is no part of a host name, an address, a file name, a number or an ellipsis.
const NAMED =
  /(?<=^|[\s([{<«"'“”‘’„*、，（：:=]|(?<![\p{L}\p{N}])\.(?:[a-z]{2}|xn--[a-z0-9-]{1,59})[/,;+&])\.(xn--[a-z0-9-]{1,59}|[\p{L}\p{M}\p{N}-]{1,63})(?![\p{L}\p{M}\p{N}_@\\-]|\.[\p{L}\p{N}]|\/(?![.\s]|$))/giu;

/** Each ccTLD named in the subject or in the own text, once, in order. Whether it exists the registry knows. */
export function findNamedCctlds(subject: string, ownText: string): Cctld[] {
  const found = [...`${subject}\n${ownText}`.matchAll(NAMED)].map((match) =>
    readCctld(match[1] ?? ''),
  );
  return [...new Set(found.filter((cctld) => cctld !== undefined))];
}
