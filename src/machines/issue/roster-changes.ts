/** What has changed on the whole list between two issues, person by person. */

import { showPhone } from '../letters/contacts.ts';
import { inOrder } from '../letters/contact-table.ts';
import type { RosterEntry } from '../words/case.ts';

/** What can be different about somebody who is still on the list of a ccTLD. */
export type ChangedField = 'name' | 'address' | 'phones' | 'primary';

export interface RosterChanges {
  readonly added: readonly RosterEntry[];
  readonly changed: readonly {
    readonly now: RosterEntry;
    readonly fields: readonly ChangedField[];
  }[];
  readonly removed: readonly RosterEntry[];
}

/**
 * The difference, by ccTLD. Within a ccTLD a person is known by the address, and if that is new by the
 * name: who changes both shows as gone and as new. Since when somebody is on the list makes no difference.
 */
export function rosterChanges(
  before: readonly RosterEntry[],
  after: readonly RosterEntry[],
): RosterChanges {
  const old = Map.groupBy(inOrder(before), ({ cctld }) => cctld);
  const kept = new Set<RosterEntry>();
  const pairs = pairsOf(inOrder(after), old, kept);
  return {
    added: pairs.flatMap(([now, was]) => (was === undefined ? [now] : [])),
    changed: pairs.flatMap(([now, was]) => {
      const fields = was === undefined ? [] : changedFields(was, now);
      return fields.length === 0 ? [] : [{ now, fields }];
    }),
    removed: inOrder(before).filter((one) => !kept.has(one)),
  };
}

/** Whether there is anything to tell. */
export function isUnchanged({ added, changed, removed }: RosterChanges): boolean {
  return added.length + changed.length + removed.length === 0;
}

type Groups = ReadonlyMap<string, readonly RosterEntry[]>;

// Addresses first: a newcomer with somebody's name must not take the place of that person.
function pairsOf(
  now: readonly RosterEntry[],
  old: Groups,
  kept: Set<RosterEntry>,
): [RosterEntry, RosterEntry | undefined][] {
  const found = new Map<RosterEntry, RosterEntry>();
  for (const isSame of [sameAddress, sameName]) {
    for (const one of now) {
      if (found.has(one)) continue;
      const was = old.get(one.cctld)?.find((other) => !kept.has(other) && isSame(one, other));
      if (was === undefined) continue;
      found.set(one, was);
      kept.add(was);
    }
  }
  return now.map((one) => [one, found.get(one)]);
}

function sameAddress(one: RosterEntry, other: RosterEntry): boolean {
  return one.address === other.address;
}

function sameName(one: RosterEntry, other: RosterEntry): boolean {
  return nameOf(one) === nameOf(other);
}

function changedFields(was: RosterEntry, now: RosterEntry): ChangedField[] {
  return [
    ...(sameName(was, now) ? [] : (['name'] as const)),
    ...(sameAddress(was, now) ? [] : (['address'] as const)),
    ...(phonesOf(was) === phonesOf(now) ? [] : (['phones'] as const)),
    ...(was.primary === now.primary ? [] : (['primary'] as const)),
  ];
}

function nameOf({ firstName, lastName }: RosterEntry): string {
  return JSON.stringify([firstName, lastName]);
}

function phonesOf({ phones }: RosterEntry): string {
  return phones.map(showPhone).join('\n');
}
