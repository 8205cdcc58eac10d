/** Which ccTLDs the registry was asked about, when, and what came of it: a refresh goes on from there. */

import { sql } from 'kysely';
import type { Cctld } from '../machines/words/cctld.ts';
import type { Db } from './db.ts';
import { hurryJob } from './jobs.ts';

/** The job that looks at open cases and at changes that have to stand. */
export const WATCH_KEY = 'watch:open-cases';

/** While a change has to stand before it counts, it is looked at this often; milliseconds. */
export const WATCH_MS = 3_600_000;

/**
 * What a question came to. `record` ends all trouble. `away`: the source could not be asked, so the
 * ccTLD still has to be.
 */
export type Came = 'record' | 'absent' | 'unreadable' | 'away';

/** Notes it in the row of the ccTLD; one that is only a word in some mail has none, and gets none. */
export async function noteAsked(
  db: Db,
  cctld: Cctld,
  came: Came,
  at: Date,
  trouble: string | null = null,
): Promise<void> {
  await db
    .updateTable('cctlds')
    .set({
      ...(came === 'away' ? {} : { asked_at: sql<Date>`greatest(asked_at, ${at})` }),
      ...(came === 'record' ? { absent_since: null, absent_told_at: null } : {}),
      ...(came === 'absent' ? { absent_since: sql<Date>`coalesce(absent_since, ${at})` } : {}),
      trouble,
      trouble_at: trouble === null ? null : at,
    })
    .where('cctld', '=', cctld)
    .execute();
}

/** Gives each a row, so that what came of asking can be noted. */
export async function keepCctlds(db: Db, cctlds: readonly Cctld[]): Promise<void> {
  if (cctlds.length === 0) return;
  await db
    .insertInto('cctlds')
    .values(cctlds.map((cctld) => ({ cctld })))
    .onConflict((row) => row.column('cctld').doNothing())
    .execute();
}

/** Those not asked since a pass began; last come those for which the source was away in this pass. */
export async function notAskedSince(db: Db, began: Date, limit: number): Promise<Cctld[]> {
  const rows = await db
    .selectFrom('cctlds')
    .select('cctld')
    .where((or) => or.or([or('asked_at', 'is', null), or('asked_at', '<', began)]))
    .orderBy(sql`case when trouble_at >= ${began} then trouble_at end`, (by) =>
      by.asc().nullsFirst(),
    )
    .orderBy('cctld')
    .limit(limit)
    .execute();
  return rows.map((row) => row.cctld as Cctld);
}

/** Those with an open case or a change that has to stand, of which nothing was heard since `since`. */
export async function watchedSince(db: Db, since: Date, limit: number): Promise<Cctld[]> {
  const rows = await watched(db)
    .select('cctld')
    .where(sql<boolean>`coalesce(greatest(asked_at, trouble_at, checked_at) <= ${since}, true)`)
    .orderBy('cctld')
    .limit(limit)
    .execute();
  return rows.map((row) => row.cctld as Cctld);
}

/** Whether one of those has a change that has to stand, or could not be asked: then look again soon. */
export async function isWatchUneasy(db: Db): Promise<boolean> {
  const row = await watched(db)
    .select('cctld')
    .where((or) => or.or([or('candidate_id', 'is not', null), or('trouble', 'is not', null)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

function watched(db: Db) {
  const open = db
    .selectFrom('cases')
    .select('cases.cctld')
    .where('closed_at', 'is', null)
    .where('cases.cctld', 'is not', null);
  return db
    .selectFrom('cctlds')
    .where((or) => or.or([or('candidate_id', 'is not', null), or('cctld', 'in', open)]));
}

/** Has the watch look at a change that has just been seen for the first time. */
export async function watchSoon(db: Db, at: Date): Promise<void> {
  await hurryJob(db, WATCH_KEY, new Date(at.getTime() + WATCH_MS));
}

/** What came of a pass so far. */
export interface PassCounts {
  /** All that are to be asked about. */
  readonly all: number;
  readonly asked: number;
  readonly unreadable: number;
  /** Known before, and answered with "there is none"; the Validators were not told yet. */
  readonly vanished: readonly Cctld[];
  /** A newer record says something else than the one before. */
  readonly changed: readonly Cctld[];
  /** The first record of a ccTLD came, or the same as before, or another one. */
  readonly read: number;
}

export async function countPass(db: Db, began: Date): Promise<PassCounts> {
  const row = await db
    .selectFrom('cctlds')
    .select([
      sql<number>`count(*)`.as('all'),
      sql<number>`count(*) filter (where asked_at >= ${began})`.as('asked'),
      sql<number>`count(*) filter (where asked_at >= ${began} and trouble is null)`.as('read'),
      sql<number>`count(*) filter (where asked_at >= ${began} and trouble like 'unreadable%')`.as(
        'unreadable',
      ),
    ])
    .executeTakeFirstOrThrow();
  return { ...row, vanished: await vanishedCctlds(db), changed: await changedSince(db, began) };
}

async function vanishedCctlds(db: Db): Promise<Cctld[]> {
  const rows = await db
    .selectFrom('cctlds')
    .select('cctld')
    .where('snapshot_id', 'is not', null)
    .where('absent_since', 'is not', null)
    .where('absent_told_at', 'is', null)
    .orderBy('cctld')
    .execute();
  return rows.map((row) => row.cctld as Cctld);
}

// A copy in other words is no change of the record; of one from another source only the address counts.
async function changedSince(db: Db, began: Date): Promise<Cctld[]> {
  const { rows } = await sql<{ cctld: Cctld }>`
    select distinct n.cctld
    from registry_snapshots n
    cross join lateral (
      select o.record, o.source from registry_snapshots o
      where o.cctld = n.cctld and o.id < n.id
      order by o.id desc
      limit 1
    ) before
    where n.first_seen >= ${began} and n.record <> before.record
      and (n.source = before.source
        or n.record #>> '{admin,email}' is distinct from before.record #>> '{admin,email}')
    order by n.cctld`.execute(db);
  return rows.map((row) => row.cctld);
}

/** Notes that the Validators were told of these. */
export async function vanishedTold(db: Db, cctlds: readonly Cctld[], at: Date): Promise<void> {
  if (cctlds.length === 0) return;
  await db
    .updateTable('cctlds')
    .set({ absent_told_at: at })
    .where('cctld', 'in', cctlds)
    .where('absent_since', 'is not', null)
    .execute();
}

/** When each was last asked about, and why that brought no record. */
export type AskedRow = Awaited<ReturnType<typeof askedRows>>[number];

export function askedRows(db: Db) {
  return db
    .selectFrom('cctlds')
    .select(['cctld', 'asked_at', 'trouble', 'trouble_at'])
    .orderBy('cctld')
    .execute();
}

/** How old our copy of the registry is. */
export interface RegistryAge {
  /** ccTLDs of which a record counts. */
  readonly known: number;
  /** Those whose last readable answer is older than `staleMs`. */
  readonly stale: number;
  /** The oldest of their last readable answers. */
  readonly oldest?: Date;
}

/** For metrics and pages. `staleMs`: milliseconds. */
export async function registryAge(db: Db, now: Date, staleMs: number): Promise<RegistryAge> {
  const since = new Date(now.getTime() - staleMs);
  const row = await db
    .selectFrom('cctlds')
    .select([
      sql<number>`count(*)`.as('known'),
      sql<number>`count(*) filter (where checked_at is null or checked_at < ${since})`.as('stale'),
      sql<Date | null>`min(checked_at)`.as('oldest'),
    ])
    .where('snapshot_id', 'is not', null)
    .executeTakeFirstOrThrow();
  const { known, stale, oldest } = row;
  return { known, stale, ...(oldest === null ? {} : { oldest }) };
}
