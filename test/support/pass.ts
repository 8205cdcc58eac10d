/** The refresh of the registry on a real whois server, a clock of its own, and as many engines as wanted. */

import { deepEqual, ok } from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Cctld } from '../../src/machines/words/cctld.ts';
import type { CctldTable } from '../../src/machines/words/region.ts';
import {
  type RefreshDeps,
  isRefresh,
  refreshRegistry,
  startRefresh,
} from '../../src/pipeline/refresh.ts';
import { makeRegistry } from '../../src/pipeline/registry.ts';
import { type RegistrySource, whoisSource } from '../../src/pipeline/registry-source.ts';
import { isWatch, watchRegistry } from '../../src/pipeline/watch.ts';
import type { Db } from '../../src/store/db.ts';
import { claimJob, finishJob } from '../../src/store/jobs.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { TestLog } from './door.ts';
import { settings } from './facts.ts';
import { type Entry, population, populationAnswers } from './population.ts';
import { rememberTables } from './restore.ts';
import { type FakeWhois, startWhois } from './whois-server.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
const REFRESH_AT = '30 3 * * *';
export const REFRESH_KEY = 'refresh:registry';

export const everybody = population(5);
export const many = everybody.slice(0, 45);
export const few = everybody.slice(0, 6).toSorted((a, b) => (a.cctld < b.cctld ? -1 : 1));

export function names(entries: readonly Entry[]): Cctld[] {
  return entries.map(({ cctld }) => cctld);
}

interface PassWorld {
  readonly clock: { now: Date };
  readonly source: RegistrySource;
  readonly cctlds: readonly Cctld[];
}

/** What a refresh needs, on this database or on a way to it that breaks. */
function passDeps(
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

/** A database and a whois server for each test of a file; to be made once in it, outside of any test. */
export function passStage(): PassStage {
  const stage = new PassStage();
  beforeAll(() => stage.open());
  afterAll(() => stage.close());
  beforeEach(() => stage.renew());
  afterEach(() => stage.whois.close());
  return stage;
}

export class PassStage {
  readonly clock = { now: new Date() };
  #database: TestDatabase | undefined;
  #whois: FakeWhois | undefined;
  /** Takes the database back to where it was empty. */
  forget: () => Promise<void> = async () => {};

  get db(): Db {
    if (this.#database === undefined) throw new Error('not open');
    return this.#database.db;
  }

  get whois(): FakeWhois {
    if (this.#whois === undefined) throw new Error('not open');
    return this.#whois;
  }

  async open(): Promise<void> {
    this.#database = await testDatabase();
    this.forget = await rememberTables(this.db);
  }

  async close(): Promise<void> {
    await this.#database?.close();
  }

  async renew(): Promise<void> {
    await this.forget();
    this.#whois = await startWhois({ answers: populationAnswers(everybody) });
    this.clock.now = new Date('2026-11-21T12:00:00Z');
  }

  later(milliseconds: number): void {
    this.clock.now = new Date(this.clock.now.getTime() + milliseconds);
  }

  /** To the time of the next refresh. */
  tomorrow(): void {
    this.later(24 * HOUR);
    this.clock.now.setUTCHours(3, 30, 0, 0);
  }

  here(): RegistrySource {
    return whoisSource('127.0.0.1', this.whois.port);
  }

  /** An engine with these ccTLDs in its table. */
  engine(
    entries: readonly Entry[] = few,
    on = this.db,
    source = this.here(),
  ): ReturnType<typeof passDeps> {
    return passDeps(on, { clock: this.clock, source, cctlds: names(entries) });
  }

  begin(): Promise<void> {
    return startRefresh(this.db, this.clock.now, REFRESH_AT);
  }

  /** What was asked since the last time. */
  asked(): string[] {
    return this.whois.queries.splice(0);
  }

  /** The data of the letters since the last time. */
  async letters(): Promise<unknown[]> {
    const rows = await this.db
      .selectFrom('letters')
      .select(['name', 'data'])
      .orderBy('id')
      .execute();
    await this.db.deleteFrom('letters').execute();
    ok(rows.every(({ name }) => name === 'alarm-refresh'));
    // Two Validators get the same one.
    const [odd, even] = [0, 1].map((rest) => rows.filter((_, index) => index % 2 === rest));
    deepEqual(
      odd?.map(({ data }) => data),
      even?.map(({ data }) => data),
    );
    return odd?.map(({ data }) => data['letter']) ?? [];
  }
}
