/** The yearly check and drills on a database of their own, with a clock that tests move. */

import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type RosterEntry } from '../../src/machines/words/case.ts';
import { type DrillReport } from '../../src/machines/words/check.ts';
import {
  beginYearly,
  type CheckDeps,
  followCheck,
  isYearly,
  startChecks,
} from '../../src/pipeline/check.ts';
import { readDrill } from '../../src/pipeline/drill.ts';
import { findCheck } from '../../src/store/checks.ts';
import { type Db } from '../../src/store/db.ts';
import { addDrill } from '../../src/store/drills.ts';
import { claimJob, type Job } from '../../src/store/jobs.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { TEST_TABLE } from './facts.ts';
import { settings } from './check-facts.ts';
import { fillRoster } from './fill-roster.ts';
import { entry } from './issue-facts.ts';
import { rememberTables } from './restore.ts';

export const YEARLY = '0 6 15 1 *';
export const ANA = entry('xa', 'ana@isp.example', { primary: true });
export const TEO = entry('xa', 'teo@isp.example', { firstName: 'Téo', lastName: 'Amaral' });
export const MAX = entry('xb', 'max@isp.example', { firstName: 'Max', lastName: 'Muster' });

export const clock = { now: new Date('2026-11-25T09:00:00Z') };

let forget: () => Promise<void>;

/** The database of this file; there once its hooks have run. */
export const world: { db: Db } = {
  get db(): Db {
    throw new Error('useChecks() was not called');
  },
};

/** Gives each test of a file the same empty database, and the same morning. */
export function useChecks(): void {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    Object.defineProperty(world, 'db', { value: database.db });
    forget = await rememberTables(database.db);
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await forget();
    at('2026-11-25T09:00:00Z');
  });
}

export function at(iso: string): void {
  clock.now = new Date(iso);
}

export function later(ms: number): void {
  clock.now = new Date(clock.now.getTime() + ms);
}

export const MINUTE = 60_000;
export const DAY = 86_400_000;

export const now = () => new Date(clock.now);

function deps(on: Db = world.db): CheckDeps {
  return {
    db: on,
    settings: settings(),
    now,
    random: randomBytes,
    domain: 'lists.example',
    yearly: YEARLY,
  };
}

/** These people are on the list, and each of their ccTLDs has an Admin Contact of its own. */
export async function begin(roster: readonly RosterEntry[], anchors: Record<string, string> = {}) {
  await fillRoster(world.db, roster);
  for (const cctld of new Set(roster.map((one) => one.cctld)))
    await anchor(cctld, anchors[cctld] ?? `admin@nic.${cctld}`);
  await startChecks(world.db, clock.now, YEARLY);
}

async function anchor(cctld: string, of: string): Promise<void> {
  const none = { candidate_id: null, candidate_since: null, checked_at: null };
  const free = { frozen_at: null, frozen_by: null, frozen_reason: null };
  const mail = { undeliverable: null, undeliverable_at: null };
  const asked = { asked_at: null, confirmed_at: null, snapshot_id: null };
  await world.db
    .insertInto('cctlds')
    .values({ cctld, anchor: of, ...none, ...free, ...mail, ...asked })
    .execute();
}

/** The work that has been due the longest; letters are left alone. */
export async function claim(worker = 'one'): Promise<Job | undefined> {
  await world.db.deleteFrom('jobs').where('kind', '<>', 'timer').execute();
  return claimJob(world.db, worker, clock.now);
}

export function work(job: Job, on: Db = world.db): Promise<void> {
  return isYearly(job) ? beginYearly(deps(on), job) : followCheck(deps(on), job);
}

/** Does all that is due now; returns how many pieces of work that were. */
export async function run(): Promise<number> {
  for (let done = 0; ; done += 1) {
    const job = await claim();
    if (job === undefined) return done;
    await work(job);
  }
}

/** Until everybody is asked. */
export async function runAll(): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    await run();
    later(10 * MINUTE);
  }
}

export async function letters(): Promise<string[]> {
  const rows = await world.db
    .selectFrom('letters')
    .select(['name', 'addressee'])
    .orderBy('id')
    .execute();
  return rows.map(({ name, addressee }) => `${name} to ${addressee}`);
}

export async function due(): Promise<Record<string, string>> {
  const rows = await world.db.selectFrom('jobs').selectAll().where('kind', '=', 'timer').execute();
  return Object.fromEntries(rows.map(({ key, run_at: runAt }) => [key, runAt.toISOString()]));
}

export async function checks(): Promise<string[]> {
  const rows = await world.db.selectFrom('checks').selectAll().orderBy('id').execute();
  return rows.map(({ period, closed_at }) => `${period}${closed_at === null ? '' : ' over'}`);
}

export const FROZEN = {
  frozen_at: new Date(0),
  frozen_by: 'val1@ccnso.example',
  frozen_reason: 'x',
};
export const LETTERS = [
  'check-anchor to admin@nic.xa',
  'check-contact to ana@isp.example',
  'check-contact to teo@isp.example',
];

export async function reportOf(id: number): Promise<DrillReport> {
  const check = await findCheck(world.db, id);
  if (check === undefined) throw new Error('there is no such drill');
  return readDrill(world.db, check, TEST_TABLE);
}

export function drill(): Promise<number> {
  const one = { by: 'operator', windowMs: DAY };
  return world.db.transaction().execute((trx) => addDrill(trx, one, clock.now));
}
