/** Our dated copy of the registry: every answer is kept, and one of them counts for each ccTLD. */

import { sql } from 'kysely';
import { SUSPECTED } from '../machines/facts.ts';
import type { Address } from '../machines/words/address.ts';
import type { Cctld } from '../machines/words/cctld.ts';
import type { RegistryRecord } from '../machines/words/registry.ts';
import type { Db } from './db.ts';

/** One stored answer, by number, and what it says. */
export interface Snapshot {
  readonly snapshotId: number;
  readonly record: RegistryRecord;
}

/** A record that differs from what counts, and the time since which it has been standing. */
export interface Candidate extends Snapshot {
  readonly since: Date;
}

export interface Freeze {
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
}

/** What counts for one ccTLD. */
export interface RegistryState extends Snapshot {
  readonly cctld: Cctld;
  readonly anchor: Address;
  /** The source that the counted record came from. */
  readonly source: string;
  /** When the registry last gave a readable answer about it. */
  readonly checkedAt: Date;
  readonly candidate?: Candidate;
  readonly frozen?: Freeze;
}

/** What counts for a ccTLD; undefined when no readable answer about it was ever recorded. */
export async function findRegistry(db: Db, cctld: Cctld): Promise<RegistryState | undefined> {
  const row = await selectStates(db).where('c.cctld', '=', cctld).executeTakeFirst();
  return row && stateOf(row);
}

/** What counts for every ccTLD that we know, in the order of the A-labels. */
export async function listRegistry(db: Db): Promise<RegistryState[]> {
  const rows = await selectStates(db).orderBy('c.cctld').execute();
  return rows.map(stateOf);
}

/** The ccTLDs whose counted anchor is this address: one address serves up to sixteen (design 4). */
export async function cctldsOfAnchor(db: Db, address: Address): Promise<Cctld[]> {
  const rows = await db
    .selectFrom('cctlds')
    .select('cctld')
    .where('anchor', '=', address)
    .orderBy('cctld')
    .execute();
  return rows.map((row) => row.cctld as Cctld);
}

/** Whether the registry shows another anchor that has not stood long enough: decisions wait for it. */
export function anchorInDoubt({ anchor, candidate }: RegistryState): boolean {
  return candidate !== undefined && candidate.record.admin.email !== anchor;
}

/** What one stored answer says, by its number. */
export async function findSnapshot(db: Db, id: number): Promise<RegistryRecord | undefined> {
  const row = await db
    .selectFrom('registry_snapshots')
    .select('record')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.record;
}

/**
 * Stops all changes of a ccTLD (design 12), also of one that the registry has not yet told us of.
 * False when it was frozen already: then the first reason stays. Only a person's takes the place of
 * our own suspicion, so that it outlives that; the ccTLD has been frozen since the first.
 */
export async function freeze(
  trx: Db,
  cctld: Cctld,
  by: string,
  reason: string,
  at: Date,
): Promise<boolean> {
  const frozen = { frozen_at: at, frozen_by: by, frozen_reason: reason };
  const result = await trx
    .insertInto('cctlds')
    .values({ cctld, ...frozen })
    .onConflict((row) =>
      row
        .column('cctld')
        .doUpdateSet({ ...frozen, frozen_at: sql<Date>`coalesce(cctlds.frozen_at, ${at})` })
        .where((or) =>
          or.or([
            or('cctlds.frozen_at', 'is', null),
            ...(by === SUSPECTED.by ? [] : [or('cctlds.frozen_by', '=', SUSPECTED.by)]),
          ]),
        ),
    )
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Ends a freeze; false when there was none, or another one than `was` (since an ISO instant). */
export async function unfreeze(
  trx: Db,
  cctld: Cctld,
  was?: { readonly by: string; readonly at: string },
): Promise<boolean> {
  let query = trx
    .updateTable('cctlds')
    .set({ frozen_at: null, frozen_by: null, frozen_reason: null })
    .where('cctld', '=', cctld)
    .where('frozen_at', 'is not', null);
  if (was !== undefined)
    query = query.where('frozen_by', '=', was.by).where('frozen_at', '=', new Date(was.at));
  const result = await query.executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** The Admin Contact address of a ccTLD takes no mail, as a believed report says (design 8.6). */
export async function markUndeliverable(
  trx: Db,
  cctld: Cctld,
  address: Address,
  at: Date,
): Promise<void> {
  await trx
    .updateTable('cctlds')
    .set({ undeliverable: address, undeliverable_at: at })
    .where('cctld', '=', cctld)
    .execute();
}

/** The address that an answer makes the anchor: no answer without one is ever kept. */
export function anchorOf(record: RegistryRecord): Address {
  if (record.admin.email === undefined) throw new Error('a record without an anchor cannot count');
  return record.admin.email;
}

function selectStates(db: Db) {
  return db
    .selectFrom('cctlds as c')
    .innerJoin('registry_snapshots as s', 's.id', 'c.snapshot_id')
    .leftJoin('registry_snapshots as k', 'k.id', 'c.candidate_id')
    .select(['c.cctld', 's.id', 's.record', 's.source', 's.last_seen', 'c.checked_at'])
    .select(['c.frozen_at', 'c.frozen_by', 'c.frozen_reason'])
    .select(['k.id as candidate_id', 'k.record as candidate_record', 'c.candidate_since']);
}

type StateRow = Awaited<ReturnType<ReturnType<typeof selectStates>['executeTakeFirstOrThrow']>>;

function stateOf(row: StateRow): RegistryState {
  const candidate = candidateOf(row);
  const frozen = freezeOf(row);
  return {
    cctld: row.cctld as Cctld,
    snapshotId: row.id,
    record: row.record,
    source: row.source,
    anchor: anchorOf(row.record),
    checkedAt: row.checked_at ?? row.last_seen,
    ...(candidate && { candidate }),
    ...(frozen && { frozen }),
  };
}

function candidateOf(row: StateRow): Candidate | undefined {
  const { candidate_id: snapshotId, candidate_record: record, candidate_since: since } = row;
  return snapshotId && record && since ? { snapshotId, record, since } : undefined;
}

function freezeOf(row: StateRow): Freeze | undefined {
  const { frozen_at: at, frozen_by: by, frozen_reason: reason } = row;
  return at && by !== null ? { at, by, reason: reason ?? '' } : undefined;
}
