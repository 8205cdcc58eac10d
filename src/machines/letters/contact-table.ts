/** The contact list as text to keep and to read without a network: by ccTLD, the primary contact first. */

import type { RosterEntry } from '../words/case.ts';
import { type Cctld, showCctld } from '../words/cctld.ts';
import { showPhone } from './contacts.ts';
import { cleanLine } from './foreign.ts';
import { wrap } from './wrap.ts';

/** `!` stands before a ccTLD whose contacts cannot be changed now, because something is wrong there. */
export function contactTable(
  entries: readonly RosterEntry[],
  frozen: readonly Cctld[] = [],
): string {
  const groups = Map.groupBy(entries, ({ cctld }) => cctld);
  const sorted = [...groups].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const blocks = sorted.map(([cctld, people]) =>
    [heading(cctld, frozen.includes(cctld)), ...people.toSorted(byMark).map(row)].join('\n'),
  );
  const isMarked = sorted.some(([cctld]) => frozen.includes(cctld));
  return [...blocks, ...(isMarked ? [LEGEND] : [])].join('\n\n');
}

const LEGEND = wrap(
  'The sign "!" means: something may be wrong with this ccTLD, and we make no changes for it now. Please check by phone who you are talking to.',
);

function heading(cctld: Cctld, isFrozen: boolean): string {
  return wrap(showCctld(cctld), { first: isFrozen ? '! ' : '  ', rest: '  ' });
}

function byMark(a: RosterEntry, b: RosterEntry): number {
  return Number(b.primary) - Number(a.primary);
}

function row({ firstName, lastName, address, phones, primary }: RosterEntry): string {
  const name = cleanLine(`${firstName} ${lastName}`, 120);
  const lines = [address, ...phones.slice(0, 9).map(showPhone)];
  return [
    wrap(`${name}${primary ? ' (primary)' : ''}`, { first: '  - ', rest: '    … ' }),
    ...lines.map((line) => wrap(line, { first: '      - ', rest: '        … ' })),
  ].join('\n');
}
