/** Sends the contact list to everybody on it: monthly, and weekly when it has changed (design 10). */

import type { ListNames } from '../machines/words/list-address.ts';
import type { Settings } from '../machines/facts.ts';
import type { Db } from '../store/db.ts';
import type { Job } from '../store/jobs.ts';

export interface IssueDeps {
  readonly db: Db;
  readonly names: ListNames;
  readonly settings: Settings;
  readonly now: () => Date;
  readonly random: (size: number) => Buffer;
  readonly schedule: Schedule;
}

/** Patterns of crontab(5), in UTC. */
export interface Schedule {
  readonly monthly: string;
  readonly weekly: string;
}

/** Makes sure that both are among the jobs; safe to call at each start, by several engines. */
export async function startIssues(_db: Db, _now: Date, _schedule: Schedule): Promise<void> {
  await Promise.resolve();
}

export function isIssue(job: Job): boolean {
  return job.payload['issue'] !== undefined;
}

export async function sendIssue(_deps: IssueDeps, _job: Job): Promise<void> {
  throw new Error('not built yet');
}
