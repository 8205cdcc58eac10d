/** Compares the list server's members with the roster, daily and after each change (design 9). */

import type { LetterEffect } from '../machines/decision.ts';
import { type Drift, isSame } from '../machines/drift.ts';
import { type Outage, type Told, tellDrift, tellOutage } from '../machines/reconcile.ts';
import { Permanent, Temporary } from '../machines/words/trouble.ts';
import { appendAudit, lockChain } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { findJob, finishJob, hurryJob, type Job, putJob } from '../store/jobs.ts';
import { addLetter } from '../store/letters.ts';
import type { DigestDeps } from './digest.ts';
import { greet } from './greet.ts';
import { lookAtList } from './list-look.ts';
import type { ListServer } from './list-server.ts';
import type { Relay } from './relay.ts';
import { nextTime } from './schedule.ts';

export interface ReconcileDeps extends DigestDeps {
  readonly listServer: ListServer;
  /** Where Mailman takes posts. */
  readonly listDoor?: Relay;
}

const KEY = 'list:reconcile';
/** At night, and not when the letters of the day go out. */
const DAILY = '0 3 * * *';
const MINUTE = 60_000;
/** Pause between two tries while the list server does not answer. */
const RETRY = 15 * MINUTE;

/** What one comparison leaves to the next. */
interface Memory {
  readonly told?: Told;
  readonly outage?: Outage;
}

/**
 * Has the lists compared now, and makes sure that they are compared every day; safe to call at each start,
 * by several engines. The list in Mailman is made and set up by it.
 */
export async function startReconcile(db: Db, now: Date): Promise<void> {
  const found = await findJob(db, KEY);
  if (found === undefined || found.dead_at !== null) await arm(db, now, now, {});
  else await hurryJob(db, KEY, now);
}

/**
 * Has the lists compared soon: something has changed, or does not go as it should. During an outage the
 * next try is soon enough, however much waits for it.
 */
export async function compareSoon(db: Db, now: Date): Promise<void> {
  const found = await findJob(db, KEY);
  if (found === undefined || memoryOf(found).outage !== undefined) return;
  await hurryJob(db, KEY, new Date(now.getTime() + MINUTE));
}

function memoryOf({ payload }: Job): Memory {
  return payload;
}

export function isReconcile(job: Job): boolean {
  return job.payload['reconcile'] === true;
}

/**
 * Puts settings right, compares, tells the Validators, and arms itself again: all but the first in one
 * transaction. Members are never changed here.
 */
export async function reconcile(deps: ReconcileDeps, job: Job): Promise<void> {
  const memory = memoryOf(job);
  const at = deps.now();
  const about = { now: at, settings: deps.settings };
  const looked = await look(deps);
  if ('trouble' in looked) {
    const { letters, outage } = tellOutage(about, looked.trouble, memory.outage);
    const again = new Date(at.getTime() + RETRY);
    return conclude(deps, job, letters, { ...memory, outage }, again);
  }
  const { letters, told } = tellDrift(about, looked.drift, memory.told);
  const drift = letters.length === 0 ? undefined : looked.drift;
  await conclude(
    deps,
    job,
    letters,
    told === undefined ? {} : { told },
    nextTime(DAILY, at),
    drift,
  );
}

async function look({
  db,
  listServer,
  listDoor,
}: ReconcileDeps): Promise<{ readonly drift: Drift } | { readonly trouble: string }> {
  try {
    const settings = await listServer.prepare();
    const { drift } = await lookAtList(db, listServer);
    if (listDoor !== undefined) await knock(listDoor);
    return { drift: { ...drift, settings } };
  } catch (error) {
    if (error instanceof Temporary || error instanceof Permanent) return { trouble: error.message };
    throw error;
  }
}

// Its REST service may answer while nobody takes posts.
async function knock(door: Relay): Promise<void> {
  try {
    await greet(door);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Temporary('list-server-away', `Mailman takes no posts: ${why}`, error);
  }
}

async function conclude(
  { db, now, random, domain }: ReconcileDeps,
  job: Job,
  letters: readonly LetterEffect[],
  memory: Memory,
  next: Date,
  drift?: Drift,
): Promise<void> {
  const at = now();
  const step = `list-${at.toISOString()}`;
  await db.transaction().execute(async (trx) => {
    if (drift !== undefined) await note(trx, drift, at);
    await finishJob(trx, job);
    for (const letter of letters) await addLetter(trx, letter, { step, now: at, random, domain });
    await arm(trx, next, at, memory);
  });
}

// What people were told stays to be read: when somebody asks who was on the list server, and since when.
async function note(trx: Db, drift: Drift, at: Date): Promise<void> {
  await lockChain(trx);
  const reason = isSame({ ...drift, settings: [] }) ? 'list-settings' : 'list-drift';
  const facts = { ...drift };
  await appendAudit(trx, { at, actor: 'engine', reason, facts, before: {}, after: {} });
}

async function arm(db: Db, runAt: Date, now: Date, memory: Memory): Promise<void> {
  await putJob(db, {
    key: KEY,
    kind: 'timer',
    payload: { reconcile: true, ...memory },
    runAt,
    now,
  });
}
