/** Whether mail reaches the people on the list: what came back, who was asked, and the work that follows. */

import { sql } from 'kysely';
import { type CameBack, nextStep, type Probe, type Standing } from '../machines/reachability.ts';
import type { Address } from '../machines/words/address.ts';
import type { BounceKind } from '../machines/words/bounce.ts';
import type { Cctld } from '../machines/words/cctld.ts';
import type { Case } from '../machines/words/case.ts';
import { findCases } from './cases.ts';
import type { Db } from './db.ts';
import { cancelJob, findJob, putJob } from './jobs.ts';
import { followAddress } from './members.ts';

/** A person on the list, as far as mail to them is concerned. */
export interface Reach extends Standing {
  readonly address: Address;
  readonly firstName: string;
  readonly lastName: string;
  readonly cctlds: readonly Cctld[];
  /** What the other server said last. */
  readonly said?: string;
}

/** The standing of an address; undefined when nobody on the list has it. */
export async function readReach(db: Db, address: Address): Promise<Reach | undefined> {
  const person = await db
    .selectFrom('persons')
    .selectAll()
    .where('address', '=', address)
    .executeTakeFirst();
  if (person === undefined) return undefined;
  const places = await db
    .selectFrom('appointments')
    .select('cctld')
    .where('person_id', '=', person.id)
    .where('ended_at', 'is', null)
    .orderBy('cctld')
    .execute();
  if (places.length === 0) return undefined;
  const since = person.reachable_at ?? new Date(0);
  const rows = await bouncesSince(db, address, since);
  const { said } = rows.findLast((row) => row.said !== null) ?? {};
  return {
    address,
    firstName: person.first_name,
    lastName: person.last_name,
    cctlds: places.map(({ cctld }) => cctld as Cctld),
    returned: rows.map(({ kind, at }): CameBack => ({ kind: kind as BounceKind, at })),
    probes: await probesSince(db, address, since, rows),
    ...(person.unreachable_since === null ? {} : { unreachableSince: person.unreachable_since }),
    ...(said == null ? {} : { said }),
  };
}

// What was sent before the last sign of life says nothing, however late it comes back.
function bouncesSince(db: Db, address: Address, since: Date) {
  return db
    .selectFrom('bounces')
    .leftJoin('letters', 'letters.id', 'bounces.letter_id')
    .leftJoin('broadcasts', 'broadcasts.id', 'bounces.broadcast_id')
    .select(['bounces.letter_id', 'bounces.kind', 'bounces.said', 'bounces.at'])
    .where('bounces.address', '=', address)
    .where(sql<boolean>`coalesce(letters.created_at, broadcasts.created_at) > ${since}`)
    .orderBy('bounces.at')
    .orderBy('bounces.id')
    .execute();
}

async function probesSince(
  db: Db,
  address: Address,
  since: Date,
  bounces: readonly { readonly letter_id: number | null; readonly kind: string }[],
): Promise<Probe[]> {
  const letters = await db
    .selectFrom('letters')
    .select(['id', 'created_at'])
    .where('addressee', '=', address)
    .where('name', '=', 'probe')
    .where('created_at', '>', since)
    .orderBy('id')
    .execute();
  return letters.map(({ id, created_at }) => ({
    sentAt: created_at,
    back: bounces.flatMap((row) => (row.letter_id === id ? [row.kind as BounceKind] : [])),
  }));
}

/** Everybody on the list about whose address something came back, or who counts as unreachable. */
export async function listReach(db: Db): Promise<Reach[]> {
  const rows = await db
    .selectFrom('persons')
    .select('address')
    .where((or) =>
      or.or([
        or('unreachable_since', 'is not', null),
        or.exists(
          or
            .selectFrom('bounces')
            .select('bounces.id')
            .whereRef('bounces.address', '=', 'persons.address'),
        ),
      ]),
    )
    .orderBy('address')
    .execute();
  const all: Reach[] = [];
  for (const { address } of rows) {
    const found = await readReach(db, address as Address);
    if (found !== undefined) all.push(found);
  }
  return all;
}

function keyOf(address: Address): string {
  return `probe:${address}`;
}

/**
 * Puts the next step about an address among the jobs. An earlier one that waits already stays. Runs under
 * the lock of the audit chain, so that no report falls between two looks at the standing.
 */
export async function armNextStep(trx: Db, address: Address, at: Date): Promise<void> {
  const reach = await readReach(trx, address);
  const next = reach === undefined ? undefined : nextStep(reach, at);
  if (next === undefined || next.do === 'nothing') return;
  const runAt = next.do === 'ask' && next.at > at ? next.at : at;
  const found = await findJob(trx, keyOf(address));
  if (found !== undefined && found.dead_at === null && found.run_at <= runAt) return;
  const payload = { probe: address };
  await putJob(trx, { key: keyOf(address), kind: 'timer', payload, runAt, now: at });
}

/** Mail does not reach the person: no copies are sent from now on. */
export async function markUnreachable(trx: Db, address: Address, at: Date): Promise<void> {
  await trx
    .updateTable('persons')
    .set({ unreachable_since: at })
    .where('address', '=', address)
    .execute();
  // A list server with members of its own must not send to whom mail does not reach.
  await followAddress(trx, address, at);
}

/** Mail reaches the person: what came back until now does not count any more. */
export async function markAlive(trx: Db, address: Address, at: Date): Promise<void> {
  await trx
    .updateTable('persons')
    .set({ unreachable_since: null, reachable_at: at })
    .where('address', '=', address)
    .execute();
  await cancelJob(trx, keyOf(address));
  await followAddress(trx, address, at);
}

/** Whether the person with this address counts as unreachable. */
export async function isUnreachable(db: Db, address: Address): Promise<boolean> {
  const row = await db
    .selectFrom('persons')
    .select('id')
    .where('address', '=', address)
    .where('unreachable_since', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Everybody on the list who counts as unreachable. */
export async function unreachableAddresses(db: Db): Promise<Address[]> {
  const rows = await db
    .selectFrom('persons')
    .innerJoin('appointments', 'appointments.person_id', 'persons.id')
    .select('persons.address')
    .distinct()
    .where('appointments.ended_at', 'is', null)
    .where('persons.unreachable_since', 'is not', null)
    .orderBy('persons.address')
    .execute();
  return rows.map(({ address }) => address as Address);
}

/** A place on the list of somebody whom mail does not reach. */
export interface LostPlace {
  readonly address: Address;
  readonly cctld: Cctld;
}

/** The places that came after the mark, so that no case was opened about them with it. */
export async function placesWithoutCase(db: Db): Promise<LostPlace[]> {
  const rows = await db
    .selectFrom('appointments')
    .innerJoin('persons', 'persons.id', 'appointments.person_id')
    .select(['persons.address', 'appointments.cctld'])
    .where('appointments.ended_at', 'is', null)
    .whereRef('appointments.since', '>', 'persons.unreachable_since')
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('cases')
            .select('cases.id')
            .where('cases.kind', '=', 'unreachable')
            .whereRef('cases.requester', '=', 'persons.address')
            .whereRef('cases.cctld', '=', 'appointments.cctld')
            .where((or) =>
              or.or([
                or('cases.closed_at', 'is', null),
                or('cases.opened_at', '>=', or.ref('appointments.since')),
              ]),
            ),
        ),
      ),
    )
    .orderBy('persons.address')
    .orderBy('appointments.cctld')
    .execute();
  return rows as LostPlace[];
}

/** The open cases about contacts whom mail does not reach. */
export async function lostCases(db: Db): Promise<Case[]> {
  const rows = await db
    .selectFrom('cases')
    .select('id')
    .where('kind', '=', 'unreachable')
    .where('closed_at', 'is', null)
    .orderBy('id')
    .execute();
  const ids = rows.map(({ id }) => id);
  return [...(await findCases(db, ids)).values()].toSorted((a, b) => a.id - b.id);
}

/** When the Validators were last told that this address does not get our mail. */
export async function lastAlarmAbout(db: Db, address: Address): Promise<Date | undefined> {
  const row = await db
    .selectFrom('letters')
    .select('created_at')
    .where('name', '=', 'alarm-undelivered')
    .where(sql<boolean>`data #>> '{letter,addressee}' = ${address}`)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.created_at;
}
