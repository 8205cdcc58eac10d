/** Work to be done, leased row by row: mails to process, letters, list changes, timers. */

import { type Selectable, sql } from 'kysely';
import { hideTokens } from '../machines/words/token.ts';
import type { Db } from './db.ts';
import { toJson } from './json.ts';
import type { Database } from './schema.ts';

export type JobKind = Database['jobs']['kind'];
export type Job = Selectable<Database['jobs']>;

/** The NOTIFY channel that tells workers of new work. */
export const JOBS_CHANNEL = 'tldops_jobs';

/** How long a worker may keep a row before another takes it up. */
const LEASE_MS = 60_000;

export interface NewJob {
  /** Names the work: a second row with the same key takes the place of the first. */
  readonly key: string;
  readonly kind: JobKind;
  readonly caseId?: number;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly runAt: Date;
  readonly now: Date;
}

/** Adds a row, or sets an existing one of the same key anew (its lease is void then). */
export async function putJob(db: Db, job: NewJob): Promise<void> {
  const fresh = {
    kind: job.kind,
    case_id: job.caseId ?? null,
    payload: toJson(job.payload),
    run_at: job.runAt,
    attempts: 0,
    leased_by: null,
    leased_until: null,
    last_error: null,
    dead_at: null,
  };
  await db
    .insertInto('jobs')
    .values({ ...fresh, key: job.key, created_at: job.now })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(fresh))
    .execute();
  await sql`select pg_notify(${JOBS_CHANNEL}, ${job.kind})`.execute(db);
}

/** The row with this key. */
export async function findJob(db: Db, key: string): Promise<Job | undefined> {
  return db.selectFrom('jobs').selectAll().where('key', '=', key).executeTakeFirst();
}

/** Takes away work that is no longer wanted; a row that is gone already is no fault. */
export async function cancelJob(db: Db, key: string): Promise<void> {
  await db.deleteFrom('jobs').where('key', '=', key).execute();
}

/** Has a row done earlier, at `at`; nothing happens when it is due before, leased or given up. */
export async function hurryJob(db: Db, key: string, at: Date): Promise<void> {
  const done = await db
    .updateTable('jobs')
    .set({ run_at: at })
    .where('key', '=', key)
    .where('run_at', '>', at)
    .where('leased_by', 'is', null)
    .where('dead_at', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows > 0n) await sql`select pg_notify(${JOBS_CHANNEL}, 'timer')`.execute(db);
}

/** Leases the row that has been due the longest, or returns undefined. Rows of dead workers count. */
export async function claimJob(db: Db, worker: string, now: Date): Promise<Job | undefined> {
  const due = db
    .selectFrom('jobs')
    .select('id')
    .where('dead_at', 'is', null)
    .where('run_at', '<=', now)
    .where((or) => or.or([or('leased_until', 'is', null), or('leased_until', '<=', now)]))
    .orderBy('run_at')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked();
  return (
    db
      .updateTable('jobs')
      .set(leaseFor(worker, now))
      // Not `in`: the planner may run a subquery for each row, and then it leases more than one.
      .where('id', '=', due)
      .returningAll()
      .executeTakeFirst()
  );
}

/** Leases the row with this key, due or not; undefined when it is not there, or somebody else has it. */
export async function claimJobNamed(
  db: Db,
  key: string,
  worker: string,
  now: Date,
): Promise<Job | undefined> {
  return db
    .updateTable('jobs')
    .set(leaseFor(worker, now))
    .where('key', '=', key)
    .where((or) => or.or([or('leased_until', 'is', null), or('leased_until', '<=', now)]))
    .returningAll()
    .executeTakeFirst();
}

function leaseFor(worker: string, now: Date) {
  return {
    // A name for each lease: the workers of one engine must not end each other's rows.
    leased_by: sql<string>`${worker}::text || ' ' || gen_random_uuid()`,
    leased_until: new Date(now.getTime() + LEASE_MS),
    attempts: sql<number>`attempts + 1`,
  };
}

/** Notes how far a leased row has come, for whoever takes it up later. Throws LeaseLost. */
export async function notePlace(
  db: Db,
  job: Job,
  payload: Readonly<Record<string, unknown>>,
): Promise<void> {
  const result = await db
    .updateTable('jobs')
    .set({ payload: toJson(payload) })
    .where('id', '=', job.id)
    .where('leased_by', '=', job.leased_by)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new LeaseLost(`job ${job.key} was taken over`);
}

/** Keeps a lease for work that takes longer; nothing happens when it is gone already. */
export async function renewLease(db: Db, job: Job, now: Date): Promise<void> {
  await db
    .updateTable('jobs')
    .set({ leased_until: new Date(now.getTime() + LEASE_MS) })
    .where('id', '=', job.id)
    .where('leased_by', '=', job.leased_by)
    .execute();
}

/** Thrown when another worker has taken the row meanwhile: nothing of this one may count. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/**
 * Makes sure, inside a transaction, that this worker still has the row, and keeps it for one lease more;
 * nobody else can take it before the transaction ends. Throws LeaseLost.
 */
export async function holdLease(trx: Db, job: Job, now: Date): Promise<void> {
  const result = await trx
    .updateTable('jobs')
    .set({ leased_until: new Date(now.getTime() + LEASE_MS) })
    .where('id', '=', job.id)
    .where('leased_by', '=', job.leased_by)
    .where('attempts', '=', job.attempts)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new LeaseLost(`job ${job.key} was taken over`);
}

/** Ends a job inside the transaction of its effects, so that both happen or neither. */
export async function finishJob(trx: Db, job: Job): Promise<void> {
  const result = await trx
    .deleteFrom('jobs')
    .where('id', '=', job.id)
    .where('leased_by', '=', job.leased_by)
    .where('attempts', '=', job.attempts)
    .executeTakeFirst();
  if (result.numDeletedRows !== 1n) throw new LeaseLost(`job ${job.key} was taken over`);
}

/** Gives a row back, to be tried again at `at`; `waited`: not for a fault, so it does not count. */
export async function postponeJob(
  db: Db,
  job: Job,
  at: Date,
  error: string,
  waited: boolean,
): Promise<void> {
  await db
    .updateTable('jobs')
    .set({
      run_at: at,
      leased_by: null,
      leased_until: null,
      last_error: kept(error),
      ...(waited ? { attempts: job.attempts - 1 } : {}),
    })
    .where('id', '=', job.id)
    .where('leased_by', '=', job.leased_by)
    .execute();
}

/** Gives a row back with all its tries, as if it were new: what is never given up starts over. */
export async function restartJob(db: Db, job: Job, at: Date, error: string): Promise<void> {
  await postponeJob(db, { ...job, attempts: 1 }, at, error, true);
}

// A relay's words may quote a bounce address, and with it the token.
function kept(error: string): string {
  return hideTokens(error).slice(0, 1_000);
}

/** Sets a row aside for good; it stays to be looked at. Throws LeaseLost when another one has it. */
export async function buryJob(db: Db, job: Job, at: Date, error: string): Promise<void> {
  const result = await db
    .updateTable('jobs')
    .set({ dead_at: at, leased_by: null, leased_until: null, last_error: kept(error) })
    .where('id', '=', job.id)
    .where('leased_by', '=', job.leased_by)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new LeaseLost(`job ${job.key} was taken over`);
}

/** When the next row is due; undefined when nothing waits. Leased rows count with their lease's end. */
export async function nextDue(db: Db): Promise<Date | undefined> {
  const row = await db
    .selectFrom('jobs')
    .select(sql<Date | null>`min(greatest(run_at, leased_until))`.as('at'))
    .where('dead_at', 'is', null)
    .executeTakeFirst();
  return row?.at ?? undefined;
}

/** An engine that stops gives back what it is still at work on; that is no try that failed. */
export async function handBack(db: Db, worker: string): Promise<void> {
  await db
    .updateTable('jobs')
    .set({ leased_by: null, leased_until: null, attempts: sql`greatest(attempts - 1, 0)` })
    .where(sql`starts_with(leased_by, ${`${worker} `})`, '=', true)
    .execute();
}

/** Frees what a killed engine had leased, where no second engine can be at work. */
export async function freeLeases(db: Db): Promise<void> {
  await db.updateTable('jobs').set({ leased_by: null, leased_until: null }).execute();
}

/** All rows that are not done, oldest first, for the operator. */
export async function listJobs(db: Db): Promise<Job[]> {
  return db.selectFrom('jobs').selectAll().orderBy('run_at').orderBy('id').execute();
}

/** When recurring work was meant to be done; its row moves on when it is tried again. */
export function dueOf({ payload, run_at: runAt }: Job): Date {
  const due = payload['due'];
  return typeof due === 'string' ? new Date(due) : runAt;
}
