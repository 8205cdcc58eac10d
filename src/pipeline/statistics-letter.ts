/** Sends the statistics to the Standing Committee and the Validators once a month (design 1, 11). */

import type { Settings } from '../machines/facts.ts';
import { decideStatistics } from '../machines/report/statistics-letter.ts';
import { dayBefore, dayOf } from '../machines/words/day.ts';
import type { Db } from '../store/db.ts';
import { cancelJob, findJob, finishJob, type Job, putJob, dueOf } from '../store/jobs.ts';
import { addLetter, freeKeysAhead } from '../store/letters.ts';
import { nextTime } from './schedule.ts';
import { gatherReport } from './statistics.ts';

export interface StatisticsDeps {
  readonly db: Db;
  readonly settings: Settings;
  /** A pattern of crontab(5) in UTC; absent: never. */
  readonly statistics?: string;
  readonly now: () => Date;
  readonly random: (size: number) => Buffer;
  readonly domain: string;
}

const KEY = 'statistics:monthly';

/**
 * Makes sure that the letter is among the jobs; safe to call at each start, by several engines. What
 * became due while no engine ran is sent late, and once. Another time follows a pattern that was changed
 * meanwhile, and a clock that was ahead and is put right.
 */
export async function startStatistics(db: Db, now: Date, pattern?: string): Promise<void> {
  if (pattern === undefined) {
    await cancelJob(db, KEY);
    return;
  }
  const found = await findJob(db, KEY);
  const isDue = found !== undefined && found.run_at <= now;
  const isCurrent = found?.payload['pattern'] === pattern && found.run_at <= nextTime(pattern, now);
  if (found === undefined || found.dead_at !== null || (!isDue && !isCurrent))
    await arm(db, pattern, now, isDue ? found.run_at : undefined);
}

export function isStatistics(job: Job): boolean {
  return job.payload['statistics'] === true;
}

/**
 * Sends the letters and arms itself again, all in one transaction. The figures are those of the day before
 * the letter was due, however late it is sent, and the key of each letter is the month in which it was due:
 * nobody gets two of one month, unless the first was sent early, by a clock that was ahead.
 */
export async function sendStatistics(deps: StatisticsDeps, job: Job): Promise<void> {
  const { db, settings, statistics, now, random, domain } = deps;
  const { table } = settings;
  const at = now();
  const due = dueOf(job);
  const day = dayBefore(due);
  const letters = decideStatistics(settings, await gatherReport(db, { table, day, now: at }));
  const step = `statistics-${dayOf(due).slice(0, 7)}`;
  await db.transaction().execute(async (trx) => {
    await finishJob(trx, job);
    await freeKeysAhead(trx, 'statistics', at);
    for (const letter of letters) await addLetter(trx, letter, { step, now: at, random, domain });
    if (statistics !== undefined) await arm(trx, statistics, at);
  });
}

async function arm(
  db: Db,
  pattern: string,
  now: Date,
  runAt = nextTime(pattern, now),
): Promise<void> {
  const payload = { statistics: true, pattern, due: runAt.toISOString() };
  await putJob(db, { key: KEY, kind: 'timer', payload, runAt, now });
}
