/** Records what the registry answered: a snapshot of it, and whether it counts now. */

import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { normaliseAnswer } from '../machines/reading/registry-answer.ts';
import { type Dated, type RegistryChange, dated, settle, standsIn } from '../machines/settling.ts';
import type { Address } from '../machines/words/address.ts';
import type { Cctld } from '../machines/words/cctld.ts';
import type { RegistryAnswer, RegistryRecord } from '../machines/words/registry.ts';
import type { Db } from './db.ts';
import { isManyMoved } from './many-moved.ts';
import { type RegistryState, type Snapshot, anchorOf, findRegistry } from './registry.ts';

/** One answer of a source, as asked and as read. */
export interface GivenAnswer {
  readonly cctld: Cctld;
  /** The name of the source. */
  readonly source: string;
  readonly text: string;
  /** What of the text counts when two answers are compared; as for a whois answer unless told. */
  readonly normal?: string;
  readonly answer: RegistryAnswer;
  readonly at: Date;
  /** How long a difference must stand before it counts, in milliseconds. */
  readonly settleMs: number;
}

/** What became of an answer. */
export interface Recorded {
  readonly state: RegistryState | undefined;
  readonly change: RegistryChange;
  /** Why nothing was recorded: the answer says "no such ccTLD", or could not be read. */
  readonly problem?: Exclude<RegistryAnswer, { kind: 'record' }>;
  /** What counted until now, when `change` is `settled`, `people-settled` or `details`. */
  readonly before?: Snapshot;
  /** How the people of a new candidate are dated: their date should be a newer one. */
  readonly dated?: Dated;
  /** Present in exactly one answer for each change of an anchor: the one that made it count. */
  readonly anchorChanged?: { readonly from: Address; readonly to: Address };
}

/**
 * Records one answer. A readable one is kept as a snapshot, and `settle` says whether it counts.
 * One that is unreadable or says "absent" changes nothing at all, not even `checkedAt`. Runs in the
 * transaction given, or in one of its own; answers about one ccTLD wait for each other on its row.
 */
export async function recordAnswer(db: Db, given: GivenAnswer): Promise<Recorded> {
  const { answer } = given;
  if (answer.kind !== 'record') {
    const state = await findRegistry(db, given.cctld);
    return { state, change: 'none', problem: answer };
  }
  if (db.isTransaction) return recordRecord(db, given, answer.record);
  return db.transaction().execute((trx) => recordRecord(trx, given, answer.record));
}

async function recordRecord(trx: Db, given: GivenAnswer, record: RegistryRecord) {
  const { cctld, at, settleMs } = given;
  await lockCctld(trx, cctld);
  const before = await findRegistry(trx, cctld);
  const seen = { snapshotId: await keepSnapshot(trx, given, record), record };
  const otherForm = before !== undefined && !writeAlike(before.source, given.source);
  const change = await unlessMany(trx, given, settle(before, record, at, settleMs, otherForm));
  await markChecked(trx, cctld, at);
  await place(trx, given, { seen, change, before });
  const state = await findRegistry(trx, cctld);
  return { state, change, ...differences(change, before, state) };
}

// It stands on until they are fewer, or until an operator who has looked asks without waiting.
async function unlessMany(trx: Db, { settleMs }: GivenAnswer, change: RegistryChange) {
  const counts = change === 'settled' || change === 'people-settled';
  return counts && settleMs > 0 && (await isManyMoved(trx)) ? 'none' : change;
}

// Whois servers and folders of their answers write a record in the same words; RDAP has words of its own.
function writeAlike(one: string, other: string): boolean {
  return one.startsWith('rdap+') === other.startsWith('rdap+');
}

interface Placed {
  readonly seen: Snapshot;
  readonly change: RegistryChange;
  readonly before: RegistryState | undefined;
}

async function place(trx: Db, { cctld, at }: GivenAnswer, { seen, change, before }: Placed) {
  if (change === 'candidate') return setCandidate(trx, cctld, seen, at);
  if (before?.candidate === undefined) return setCounted(trx, cctld, seen);
  const { record, candidate } = before;
  if (change === 'people-settled') {
    await setCounted(trx, cctld, candidate);
    return setCandidate(trx, cctld, seen, at);
  }
  if (change !== 'none') return setCounted(trx, cctld, seen);
  if (standsIn(seen.record, candidate.record, record)) await setCandidate(trx, cctld, seen);
}

function differences(
  change: RegistryChange,
  before: RegistryState | undefined,
  state: RegistryState | undefined,
): Pick<Recorded, 'before' | 'dated' | 'anchorChanged'> {
  if (!before || !state) return {};
  if (change === 'candidate' && state.candidate !== undefined)
    return { dated: dated(before.record, state.candidate.record) };
  if (change !== 'settled' && change !== 'people-settled' && change !== 'details') return {};
  const old = { before: { snapshotId: before.snapshotId, record: before.record } };
  if (before.anchor === state.anchor) return old;
  return { ...old, anchorChanged: { from: before.anchor, to: state.anchor } };
}

// Two processes may hear of a ccTLD at once: both make sure of the row, the second then waits for it.
async function lockCctld(trx: Db, cctld: Cctld): Promise<void> {
  await trx
    .insertInto('cctlds')
    .values({ cctld })
    .onConflict((row) => row.column('cctld').doNothing())
    .execute();
  await trx
    .selectFrom('cctlds')
    .select('cctld')
    .where('cctld', '=', cctld)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

// A flap back and forth is history too, so only a repetition of the newest answer is not kept.
async function keepSnapshot(trx: Db, given: GivenAnswer, record: RegistryRecord): Promise<number> {
  const { cctld, source, text, normal = normaliseAnswer(text), at } = given;
  const sha256 = createHash('sha256').update(normal).digest('hex');
  const newest = await trx
    .selectFrom('registry_snapshots')
    .select(['id', 'sha256', 'source'])
    .where('cctld', '=', cctld)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (newest?.sha256 === sha256 && newest.source === source) {
    await seenAgain(trx, newest.id, at);
    return newest.id;
  }
  const row = { cctld, source, sha256, answer: text, record: JSON.stringify(record) };
  const { id } = await trx
    .insertInto('registry_snapshots')
    .values({ ...row, first_seen: at, last_seen: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function seenAgain(trx: Db, id: number, at: Date): Promise<void> {
  await trx
    .updateTable('registry_snapshots')
    .set({ last_seen: sql<Date>`greatest(last_seen, ${at})` })
    .where('id', '=', id)
    .execute();
}

async function markChecked(trx: Db, cctld: Cctld, at: Date): Promise<void> {
  await trx
    .updateTable('cctlds')
    .set({ checked_at: sql<Date>`greatest(checked_at, ${at})` })
    .where('cctld', '=', cctld)
    .execute();
}

async function setCounted(trx: Db, cctld: Cctld, seen: Snapshot): Promise<void> {
  await trx
    .updateTable('cctlds')
    .set({ snapshot_id: seen.snapshotId, anchor: anchorOf(seen.record) })
    .set({ candidate_id: null, candidate_since: null })
    .where('cctld', '=', cctld)
    .execute();
}

// Seen again, its newest copy stands in, and its time goes on.
async function setCandidate(trx: Db, cctld: Cctld, seen: Snapshot, since?: Date): Promise<void> {
  await trx
    .updateTable('cctlds')
    .set({ candidate_id: seen.snapshotId, ...(since && { candidate_since: since }) })
    .where('cctld', '=', cctld)
    .execute();
}
