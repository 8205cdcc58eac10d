/** What a yearly check and a drill need to know of the people on the list, and who has not confirmed. */

import {
  type CheckPeople,
  type CheckPerson,
  type CheckPlace,
  personConfirmed,
} from '../machines/check/asks.ts';
import type { Address } from '../machines/words/address.ts';
import type { RosterEntry } from '../machines/words/case.ts';
import type { Cctld } from '../machines/words/cctld.ts';
import { lastAskedYearly } from './checks.ts';
import type { Db } from './db.ts';
import { readRoster } from './roster.ts';

export async function readCheckPeople(db: Db): Promise<CheckPeople> {
  return {
    roster: await readRoster(db),
    persons: await personsOnList(db),
    places: await placesOnList(db),
  };
}

async function personsOnList(db: Db): Promise<Map<Address, CheckPerson>> {
  const rows = await db
    .selectFrom('persons')
    .select(['address', 'confirmed_at', 'unreachable_since'])
    .execute();
  return new Map(
    rows.map(({ address, confirmed_at, unreachable_since }) => [
      address as Address,
      {
        unreachable: unreachable_since !== null,
        ...(confirmed_at === null ? {} : { confirmedAt: confirmed_at }),
      },
    ]),
  );
}

async function placesOnList(db: Db): Promise<Map<Cctld, CheckPlace>> {
  const rows = await db
    .selectFrom('cctlds')
    .leftJoin('registry_snapshots as next', 'next.id', 'cctlds.candidate_id')
    .select(['cctlds.cctld', 'anchor', 'frozen_at', 'confirmed_at', 'undeliverable'])
    .select('next.record as next')
    .execute();
  return new Map(
    rows.map(({ cctld, anchor, frozen_at, confirmed_at, undeliverable, next }) => {
      const isMoving = next !== null && next.admin.email !== anchor;
      const asks = anchor !== null && anchor !== undeliverable && !isMoving;
      return [
        cctld as Cctld,
        {
          closed: frozen_at !== null,
          ...(asks ? { anchor: anchor as Address } : {}),
          ...(confirmed_at === null ? {} : { confirmedAt: confirmed_at }),
        },
      ];
    }),
  );
}

/**
 * Since when nobody has said that the data of a person are right (ISO instants): of those who were asked in
 * a yearly check that is over, and have not confirmed or changed them since (design 12).
 */
export async function unconfirmedPeople(db: Db): Promise<Map<Address, string>> {
  const asked = await lastAskedYearly(db);
  if (asked.size === 0) return new Map();
  const persons = await personsOnList(db);
  const places = Map.groupBy(await readRoster(db), ({ address }) => address);
  return new Map(
    [...places].flatMap(([address, entries]: [Address, RosterEntry[]]) => {
      const at = asked.get(address);
      const confirmed = personConfirmed(entries, persons.get(address));
      return at === undefined || confirmed > at ? [] : [[address, confirmed.toISOString()]];
    }),
  );
}
