/** Looks at the registry for every ccTLD with an open case or with a change that has to stand. */

import { openCctlds } from '../store/cases.ts';
import { isWatchUneasy, keepCctlds, WATCH_KEY, WATCH_MS, watchedSince } from '../store/asked.ts';
import type { Db } from '../store/db.ts';
import { finishJob, type Job, putJob } from '../store/jobs.ts';
import type { DoorLog } from './accept.ts';
import { askSome, howMany } from './ask-some.ts';
import type { Registry } from './registry.ts';

export interface WatchDeps {
  readonly db: Db;
  readonly registry: Registry;
  readonly now: () => Date;
  readonly log: DoorLog;
}

const DAY = 86_400_000;

/** Makes sure that the watch is among the jobs; safe to call at each start, by several engines. */
export async function startWatch(db: Db, now: Date): Promise<void> {
  await arm(db, 0, now, now);
}

/** True for the watch's own job. */
export function isWatch(job: Job): boolean {
  return job.payload['watch'] === true;
}

/**
 * Asks about a few that were not asked within the hour, and arms itself again: at once while there are
 * more, hourly while a change has to stand or the registry is in trouble, and else daily.
 */
export async function watchRegistry(deps: WatchDeps, job: Job): Promise<void> {
  const { db, registry, now } = deps;
  await keepCctlds(db, await openCctlds(db));
  const since = new Date(now().getTime() - WATCH_MS);
  const cctlds = await watchedSince(db, since, howMany(registry));
  const { lost, away } = await askSome(deps, cctlds, Number(job.payload['lost'] ?? 0));
  const soon = away !== undefined || (await isWatchUneasy(db)) ? WATCH_MS : DAY;
  const isDone = away !== undefined || cctlds.length === 0;
  const next = isDone ? Math.max(soon, away?.waitMs ?? 0) : registry.source.pauseMs;
  await db.transaction().execute(async (trx) => {
    await finishJob(trx, job);
    const at = now();
    await arm(trx, isDone ? 0 : lost, new Date(at.getTime() + next), at);
  });
}

async function arm(db: Db, lost: number, runAt: Date, now: Date): Promise<void> {
  await putJob(db, { key: WATCH_KEY, kind: 'timer', payload: { watch: true, lost }, runAt, now });
}
