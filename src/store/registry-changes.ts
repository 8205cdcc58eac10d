/** The history of the registry: every change that counted, what it scored, and the case that it belongs to. */

import { type Selectable, sql } from 'kysely';
import type { Cctld } from '../machines/words/cctld.ts';
import type { RegistryField, Verdict } from '../machines/words/registry.ts';
import type { Db } from './db.ts';
import type { Snapshot } from './registry.ts';
import type { Database } from './schema.ts';

/** One change that counted. */
export interface HistoryRow {
  readonly id: number;
  readonly cctld: Cctld;
  readonly at: Date;
  /** Snapshots, by number: what counted until then, where the score counts from, what counts since. */
  readonly before: number;
  readonly base: number;
  readonly after: number;
  readonly fields: readonly RegistryField[];
  readonly score: number;
  readonly verdict: Verdict;
  readonly caseId?: number;
}

/** Adds a change to the history, in the transaction in which it counts; returns its number. */
export async function addChange(trx: Db, row: Omit<HistoryRow, 'id' | 'caseId'>): Promise<number> {
  const { cctld, at, before, base, after, fields, score, verdict } = row;
  const { id } = await trx
    .insertInto('registry_changes')
    .values({
      cctld,
      at,
      before_id: before,
      base_id: base,
      after_id: after,
      fields: JSON.stringify(fields),
      score,
      verdict,
      case_id: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function findChange(db: Db, id: number): Promise<HistoryRow | undefined> {
  const row = await db
    .selectFrom('registry_changes')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && rowOf(row);
}

/** The history, newest first; of one ccTLD or of all. */
export async function listChanges(
  db: Db,
  { cctld, limit }: { readonly cctld?: Cctld; readonly limit: number },
): Promise<HistoryRow[]> {
  let query = db.selectFrom('registry_changes').selectAll().orderBy('id', 'desc').limit(limit);
  if (cctld !== undefined) query = query.where('cctld', '=', cctld);
  return (await query.execute()).map(rowOf);
}

/** Whether a change of this ccTLD has counted whose job is still to be done: no case has heard of it. */
export async function isUnheard(db: Db, cctld: Cctld): Promise<boolean> {
  const { rows } = await sql`
    select 1 from registry_changes r join jobs j on j.key = 'registry-change:' || r.id
    where r.cctld = ${cctld} limit 1`.execute(db);
  return rows.length > 0;
}

/** Says which case a change opened or went into. */
export async function setCaseOfChange(trx: Db, id: number, caseId: number): Promise<void> {
  await trx.updateTable('registry_changes').set({ case_id: caseId }).where('id', '=', id).execute();
}

/**
 * The record from which a new change is scored: that from which an undecided case counts, else that
 * before the first change since `since`. What a Validator has seen and decided is not counted again.
 * Undefined: nothing has changed since then.
 */
export async function findBase(db: Db, cctld: Cctld, since: Date): Promise<Snapshot | undefined> {
  const { rows } = await sql<{ id: number; record: Snapshot['record'] }>`
    with mine as (
      select r.id, r.at, r.before_id, r.base_id, k.id is not null and k.closed_at is null as open,
        case when k.closed_at is not null then r.id
          else coalesce(k.request->'moved'->'outcome'->>'changeId',
            k.request->'moved'->>'decided')::bigint end as decided
      from registry_changes r left join cases k on k.id = r.case_id
      where r.cctld = ${cctld})
    select s.id, s.record from mine
    join registry_snapshots s on s.id = case when open then base_id else before_id end
    where (open or at > ${since}) and mine.id > (select coalesce(max(decided), 0) from mine)
    order by open desc, mine.id limit 1`.execute(db);
  const [row] = rows;
  return row && { snapshotId: row.id, record: row.record };
}

type Row = Selectable<Database['registry_changes']>;

function rowOf(row: Row): HistoryRow {
  return {
    id: row.id,
    cctld: row.cctld as Cctld,
    at: row.at,
    before: row.before_id,
    base: row.base_id,
    after: row.after_id,
    fields: row.fields,
    score: row.score,
    verdict: row.verdict,
    ...(row.case_id === null ? {} : { caseId: row.case_id }),
  };
}
