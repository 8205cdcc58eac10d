/** The refresh of the registry on a real whois server, a clock of its own, and as many engines as wanted. */

import { randomBytes } from 'node:crypto';
import type { Cctld } from '../../src/machines/words/cctld.ts';
import type { CctldTable } from '../../src/machines/words/region.ts';
import { type RefreshDeps, isRefresh, refreshRegistry } from '../../src/pipeline/refresh.ts';
import { makeRegistry } from '../../src/pipeline/registry.ts';
import type { RegistrySource } from '../../src/pipeline/registry-source.ts';
import { isWatch, watchRegistry } from '../../src/pipeline/watch.ts';
import type { Db } from '../../src/store/db.ts';
import { claimJob, finishJob } from '../../src/store/jobs.ts';
import { TestLog } from './door.ts';
import { settings } from './facts.ts';

export const REFRESH_AT = '30 3 * * *';
const HOUR = 3_600_000;

export interface PassWorld {
  readonly clock: { now: Date };
  readonly source: RegistrySource;
  readonly cctlds: readonly Cctld[];
}

/** What a refresh needs, on this database or on a way to it that breaks. */
export function passDeps(
  db: Db,
  { clock, source, cctlds }: PassWorld,
): RefreshDeps & {
  readonly log: TestLog;
} {
  const log = new TestLog();
  const now = (): Date => new Date(clock.now);
  const registry = makeRegistry({ db, source, now, freshMs: 168 * HOUR, settleMs: 6 * HOUR, log });
  return {
    db,
    registry,
    settings: { ...settings(), table: tableOf(cctlds) },
    refreshAt: REFRESH_AT,
    now,
    random: randomBytes,
    domain: 'lists.example',
    log,
  };
}

function tableOf(cctlds: readonly Cctld[]): CctldTable {
  const entry = { country: 'Somewhere', region: 'EUR', schemes: {} } as const;
  return new Map(cctlds.map((cctld) => [cctld, { cctld, ...entry }]));
}

/** Does one piece of work that is due; false when there is none. */
export async function passOnce(deps: RefreshDeps, worker = 'one'): Promise<boolean> {
  const job = await claimJob(deps.db, worker, deps.now());
  if (job === undefined) return false;
  if (isRefresh(job)) await refreshRegistry(deps, job);
  else if (isWatch(job)) await watchRegistry(deps, job);
  // Nobody carries letters here.
  else if (job.kind === 'letter') await finishJob(deps.db, job);
  else throw new Error(`no such work: ${job.key}`);
  return true;
}

/** Does all that is due now. */
export async function passAll(deps: RefreshDeps, worker = 'one'): Promise<void> {
  while (await passOnce(deps, worker));
}
