/** Whom the yearly check asks, and about what: one letter for each address (design 12). Pure. */

import { createHash } from 'node:crypto';
import type { Address } from '../words/address.ts';
import type { RosterEntry } from '../words/case.ts';
import type { Cctld } from '../words/cctld.ts';
import type { Asked } from '../words/check.ts';

/** A person on the list. */
export interface CheckPerson {
  readonly confirmedAt?: Date;
  readonly unreachable: boolean;
}

/** A ccTLD that has people on the list. */
export interface CheckPlace {
  /** Absent while it is changing, or takes no mail. */
  readonly anchor?: Address;
  /** Changes are stopped: nobody is shown or asked anything for it now. */
  readonly closed: boolean;
  readonly confirmedAt?: Date;
}

export interface CheckPeople {
  readonly roster: readonly RosterEntry[];
  readonly persons: ReadonlyMap<Address, CheckPerson>;
  readonly places: ReadonlyMap<Cctld, CheckPlace>;
}

export interface Ask extends Asked {
  readonly address: Address;
  /** Of all that the letter shows: an answer to other data confirms nothing. */
  readonly digest: string;
  /** All of it was said to be right at this time, or later. */
  readonly confirmedAt: Date;
}

/**
 * What each address is asked, by address. Nobody is asked whom mail does not reach; and whoever may hold a
 * ccTLD that is frozen, or whose anchor is changing, learns nothing about its people.
 */
export function asksOf(facts: CheckPeople): Ask[] {
  const { roster, places } = facts;
  const shown = roster.filter(({ cctld }) => places.get(cctld)?.closed !== true);
  const own = Map.groupBy(shown, ({ address }) => address);
  const lists = [...Map.groupBy(shown, ({ cctld }) => cctld)].map(([cctld, people]) => ({
    cctld,
    people,
  }));
  const anchors = Map.groupBy(lists, ({ cctld }) => places.get(cctld)?.anchor);
  const addresses = new Set([...own.keys(), ...anchors.keys()]);
  return [...addresses]
    .flatMap((address) => address ?? [])
    .filter((address) => facts.persons.get(address)?.unreachable !== true)
    .toSorted()
    .map((address) => {
      const asked = { places: own.get(address) ?? [], anchored: anchors.get(address) ?? [] };
      const confirmedAt = confirmedOf(facts, address, asked);
      return { address, ...asked, digest: digestOf(address, asked), confirmedAt };
    });
}

/** Everybody on the list whom mail reaches, with their ccTLDs: whom a drill asks, about nothing. */
export function membersIn(facts: CheckPeople): Ask[] {
  return asksOf({ ...facts, places: new Map() });
}

/** What this address is asked now; undefined when it is asked nothing. */
export function askOf(facts: CheckPeople, address: Address): Ask | undefined {
  return asksOf(facts).find((one) => one.address === address);
}

/** Since when the own data of a person stand as they were written or last confirmed. */
export function personConfirmed(
  entries: readonly RosterEntry[],
  person: CheckPerson | undefined,
): Date {
  return person?.confirmedAt ?? earliest(entries.map(({ since }) => new Date(since)));
}

function confirmedOf({ persons, places: all }: CheckPeople, address: Address, asked: Asked): Date {
  const { places: own, anchored } = asked;
  return earliest([
    ...(own.length === 0 ? [] : [personConfirmed(own, persons.get(address))]),
    ...anchored.map(
      ({ cctld, people }) =>
        all.get(cctld)?.confirmedAt ?? earliest(people.map(({ since }) => new Date(since))),
    ),
  ]);
}

function earliest(dates: readonly Date[]): Date {
  return new Date(Math.min(...dates.map((date) => date.getTime())));
}

// What people are shown of a person: not since when.
function digestOf(address: Address, { places: own, anchored }: Asked): string {
  const shown = [...own, ...anchored.flatMap(({ people }) => people)].map((one) => [
    one.cctld,
    one.firstName,
    one.lastName,
    one.address,
    one.phones.map(({ raw, e164 }) => e164 ?? raw),
    one.primary,
  ]);
  const text = JSON.stringify([address, own.length, shown]);
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
