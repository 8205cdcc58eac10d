/** Compares the list server's members with the roster, daily and after each change (design 9). */

import type { Db } from '../store/db.ts';
import type { Job } from '../store/jobs.ts';
import type { DigestDeps } from './digest.ts';
import type { ListServer } from './list-server.ts';

/** Makes sure that the comparison is among the jobs; safe to call at each start, by several engines. */
export async function startReconcile(_db: Db, _now: Date): Promise<void> {
  await Promise.resolve();
}

export function isReconcile(job: Job): boolean {
  return job.payload['reconcile'] === true;
}

export async function reconcile(
  _deps: DigestDeps & { readonly listServer: ListServer },
  _job: Job,
): Promise<void> {
  throw new Error('not built yet');
}
