/** The contact list as text to keep and to read without a network: by ccTLD, the primary contact first. */

import type { Address } from '../words/address.ts';
import type { RosterEntry } from '../words/case.ts';
import { type Cctld, showCctld } from '../words/cctld.ts';
import { showPhone, unconfirmedSince } from './contacts.ts';
import { cleanLine } from './foreign.ts';
import { showDay } from './parts.ts';
import { wrap } from './wrap.ts';

/** Since when mail does not reach somebody (ISO instants). */
export type Unreachable = ReadonlyMap<Address, string>;
/** Since when nobody has said that the data of somebody are right (ISO instants), after they were asked. */
export type Unconfirmed = ReadonlyMap<Address, string>;

/** `!` stands before a ccTLD whose contacts cannot be changed now, because something is wrong there. */
export function contactTable(
  entries: readonly RosterEntry[],
  frozen: readonly Cctld[] = [],
  unreachable: Unreachable = new Map(),
  unconfirmed: Unconfirmed = new Map(),
): string {
  const sorted = inOrder(entries);
  const blocks = [...Map.groupBy(sorted, ({ cctld }) => cctld)].map(([cctld, people]) =>
    [
      heading(cctld, frozen.includes(cctld)),
      ...people.map((one) => row(one, unreachable, unconfirmed)),
    ].join('\n'),
  );
  const isMarked = sorted.some(({ cctld }) => frozen.includes(cctld));
  return [...blocks, ...(isMarked ? [LEGEND] : [])].join('\n\n');
}

/** By ccTLD (its A-label), the primary contact first, otherwise as they were. */
export function inOrder(entries: readonly RosterEntry[]): RosterEntry[] {
  return entries.toSorted(
    (a, b) => compare(a.cctld, b.cctld) || Number(b.primary) - Number(a.primary),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const LEGEND = wrap(
  'The sign "!" means: something may be wrong with this ccTLD, and we make no changes for it now. Please check by phone who you are talking to.',
);

function heading(cctld: Cctld, isFrozen: boolean): string {
  return wrap(showCctld(cctld), { first: isFrozen ? '! ' : '  ', rest: '  ' });
}

function row(person: RosterEntry, unreachable: Unreachable, unconfirmed: Unconfirmed): string {
  const { firstName, lastName, address, phones, primary } = person;
  const name = cleanLine(`${firstName} ${lastName}`, 120);
  const since = unreachable.get(address);
  const asked = unconfirmed.get(address);
  const mark = [
    ...(since === undefined ? [] : [`Mail has not arrived since ${showDay(since)}: please phone.`]),
    ...(asked === undefined ? [] : [unconfirmedSince(asked)]),
  ];
  const lines = [address, ...phones.slice(0, 9).map(showPhone), ...mark];
  return [
    wrap(`${name}${primary ? ' (primary)' : ''}`, { first: '  - ', rest: '    … ' }),
    ...lines.map((line) => wrap(line, { first: '      - ', rest: '        … ' })),
  ].join('\n');
}
