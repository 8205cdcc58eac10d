/** Looks at the registry once a day for every ccTLD with an open case: an anchor may change meanwhile. */

import { Temporary } from '../machines/words/trouble.ts';
import { openCctlds } from '../store/cases.ts';
import type { Db } from '../store/db.ts';
import { finishJob, type Job, putJob } from '../store/jobs.ts';
import type { DoorLog } from './accept.ts';
import type { Registry } from './registry.ts';

export interface WatchDeps {
  readonly db: Db;
  readonly registry: Registry;
  readonly now: () => Date;
  readonly log: DoorLog;
}

const KEY = 'watch:open-cases';
const DAY = 86_400_000;
/** While a change has to stand before it counts, it is looked at this often. */
const HOUR = 3_600_000;
/** A registry that is down is not asked for each of many ccTLDs. */
const GIVE_UP_AFTER = 3;

/** Makes sure that the watch is among the jobs; safe to call at each start, by several engines. */
export async function startWatch(db: Db, now: Date): Promise<void> {
  await putJob(db, { key: KEY, kind: 'timer', payload: { watch: true }, runAt: now, now });
}

/** True for the watch's own job. */
export function isWatch(job: Job): boolean {
  return job.payload['watch'] === true;
}

/** Asks for each ccTLD in question and arms itself again. What cannot be asked is asked next time. */
export async function watchOpenCases(deps: WatchDeps, job: Job): Promise<void> {
  const { db, registry, now, log } = deps;
  let next = DAY;
  let unreachable = 0;
  for (const cctld of await openCctlds(db)) {
    if (unreachable >= GIVE_UP_AFTER) break;
    try {
      const looked = await registry.look(cctld, { maxAgeMs: HOUR });
      if (looked.kind === 'known' && looked.state.candidate !== undefined) next = HOUR;
    } catch (error) {
      if (!(error instanceof Temporary)) throw error;
      log.warn({ cctld, reason: error.reason }, 'the registry could not be asked for an open case');
      next = HOUR;
      unreachable += 1;
    }
  }
  await db.transaction().execute(async (trx) => {
    await finishJob(trx, job);
    const at = now();
    const runAt = new Date(at.getTime() + next);
    await putJob(trx, { key: KEY, kind: 'timer', payload: { watch: true }, runAt, now: at });
  });
}
