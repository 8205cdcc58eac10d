/** The refresh of all ccTLDs: each once in a pass, whatever stops the engine and however many there are. */

import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  onTestFinished,
  test,
  vi,
} from 'vitest';
import { readAddress } from '../../src/machines/words/address.ts';
import type { Cctld } from '../../src/machines/words/cctld.ts';
import { refreshByHand, startRefresh } from '../../src/pipeline/refresh.ts';
import { rdapSource, whoisSource } from '../../src/pipeline/registry-source.ts';
import type { Asked } from '../../src/pipeline/registry.ts';
import { startWatch } from '../../src/pipeline/watch.ts';
import { registryAge } from '../../src/store/asked.ts';
import type { Db } from '../../src/store/db.ts';
import { claimJobNamed, findJob } from '../../src/store/jobs.ts';
import { findRegistry, listRegistry } from '../../src/store/registry.ts';
import { withFuse } from '../model/fuse.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { passAll, passDeps, passOnce, REFRESH_AT } from '../support/pass.ts';
import { type Entry, population, populationAnswers } from '../support/population.ts';
import { fromTable, rdapAnswer, startRdap } from '../support/rdap-server.ts';
import { rememberTables } from '../support/restore.ts';
import { type FakeWhois, startWhois, whoisAnswer } from '../support/whois-server.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const everybody = population(5);
const few = everybody.slice(0, 6).toSorted((a, b) => (a.cctld < b.cctld ? -1 : 1));
const many = everybody.slice(0, 45);
const KEY = 'refresh:registry';

let database: TestDatabase;
let db: Db;
let forget: () => Promise<void>;
let whois: FakeWhois;
const clock = { now: new Date() };
beforeAll(async () => {
  database = await testDatabase();
  db = database.db;
  forget = await rememberTables(db);
});
afterAll(() => database.close());
beforeEach(async () => {
  await forget();
  whois = await startWhois({ answers: populationAnswers(everybody) });
  clock.now = new Date('2026-11-21T12:00:00Z');
});
afterEach(() => whois.close());

function later(milliseconds: number): void {
  clock.now = new Date(clock.now.getTime() + milliseconds);
}

function names(entries: readonly Entry[]): Cctld[] {
  return entries.map(({ cctld }) => cctld);
}

/** An engine with these ccTLDs in its table. */
function engine(entries: readonly Entry[] = few, on = db, source = here()) {
  return passDeps(on, { clock, source, cctlds: names(entries) });
}

function here() {
  return whoisSource('127.0.0.1', whois.port);
}

/** What was asked since the last time. */
function asked(): string[] {
  return whois.queries.splice(0);
}

async function begin(): Promise<void> {
  await startRefresh(db, clock.now, REFRESH_AT);
}

/** To the time of the next refresh. */
function tomorrow(): void {
  later(24 * HOUR);
  clock.now.setUTCHours(3, 30, 0, 0);
}

/** The data of the letters since the last time. */
async function letters(): Promise<unknown[]> {
  const rows = await db.selectFrom('letters').select(['name', 'data']).orderBy('id').execute();
  await db.deleteFrom('letters').execute();
  expect(rows.every(({ name }) => name === 'alarm-refresh')).toBe(true);
  // Two Validators get the same one.
  const [odd, even] = [0, 1].map((rest) => rows.filter((_, index) => index % 2 === rest));
  expect(odd?.map(({ data }) => data)).toEqual(even?.map(({ data }) => data));
  return odd?.map(({ data }) => data['letter']) ?? [];
}

describe('a refresh', () => {
  test('asks about every ccTLD of the table and of the database once a day, in a few seconds', async () => {
    const engineOne = engine(everybody.slice(2));
    await engineOne.registry.refresh(names(everybody.slice(0, 3)));
    asked();
    later(MINUTE);
    const start = performance.now();
    await begin();
    await passAll(engineOne);
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(asked().toSorted()).toEqual(names(everybody).toSorted());
    expect(await listRegistry(db)).toHaveLength(309);
    expect(await registryAge(db, clock.now, HOUR)).toEqual({
      known: 309,
      stale: 0,
      oldest: clock.now,
    });

    later(HOUR);
    await passAll(engineOne);
    expect(asked()).toEqual([]);
    tomorrow();
    expect(await registryAge(db, clock.now, HOUR)).toMatchObject({ known: 309, stale: 309 });
    await passAll(engineOne);
    expect(asked()).toHaveLength(309);
    expect(await letters()).toEqual([]);
  });

  test('owes a pause between two questions, and works on other things meanwhile', async () => {
    const deps = engine(few, db, { ...here(), pauseMs: 1_000 });
    await begin();
    await passAll(deps);
    expect(asked()).toHaveLength(1);
    later(999);
    await passAll(deps);
    expect(asked()).toHaveLength(0);
    later(1);
    await passAll(deps);
    expect(asked()).toHaveLength(1);
  });

  test('counts those as asked that gave no record', async () => {
    const [one, two, three] = names(few) as [Cctld, Cctld, Cctld];
    whois.faults.set(one, 'truncated');
    whois.faults.set(two, 'huge');
    whois.answers = populationAnswers(few.filter(({ cctld }) => cctld !== three));
    await begin();
    await passAll(engine());
    expect(asked()).toHaveLength(6);
    const rows = await db.selectFrom('cctlds').select(['cctld', 'trouble']).execute();
    const troubles = new Map(rows.map(({ cctld, trouble }) => [cctld, trouble]));
    expect(troubles.get(one)).toMatch(/^unreadable: .* could not be read: truncated/);
    expect(troubles.get(two)).toBe('unreadable: The registry sent far more than an answer.');
    expect(troubles.get(three)).toBe('absent');
    expect(rows.filter(({ trouble }) => trouble === null)).toHaveLength(3);
    expect(await letters()).toEqual([]);
  });

  test('does not ask again about those that were asked for another reason meanwhile', async () => {
    const deps = engine();
    await begin();
    await passOnce(deps);
    later(MINUTE);
    await deps.registry.look(names(few)[2] as Cctld);
    await passAll(deps);
    expect(asked().toSorted()).toEqual(names(few).toSorted());
  });

  test('begins at once where there never was one, keeps its time else, and follows a new pattern', async () => {
    const at = async (): Promise<string | undefined> =>
      (await findJob(db, KEY))?.run_at.toISOString();
    await begin();
    expect(await at()).toBe('2026-11-21T12:00:00.000Z');
    await passAll(engine());
    expect(await at()).toBe('2026-11-22T03:30:00.000Z');
    later(HOUR);
    await begin();
    expect(await at()).toBe('2026-11-22T03:30:00.000Z');
    await startRefresh(db, clock.now, '0 18 * * *');
    expect(await at()).toBe('2026-11-21T18:00:00.000Z');
    later(72 * HOUR);
    await begin();
    expect(await at()).toBe('2026-11-21T18:00:00.000Z');
  });
});

describe('a refresh that is stopped', () => {
  test('goes on with those that were not asked, wherever the engine was killed', async () => {
    let killed = 0;
    for (let isDone = false; !isDone; killed += 1) {
      await forget();
      await begin();
      isDone = await passAll(engine(few, withFuse(db, { left: killed, stall: undefined }))).then(
        () => true,
        () => false,
      );
      // The lease of the dead one ends, and another takes it up.
      later(2 * MINUTE);
      await passAll(engine());
      const all = asked();
      expect(new Set(all)).toEqual(new Set(names(few)));
      // At most the one whose answer was not yet written down.
      expect(all.length).toBeLessThanOrEqual(few.length + 1);
      expect(await listRegistry(db)).toHaveLength(few.length);
    }
    expect(killed).toBeGreaterThan(40);
  });

  test('is not asked twice by engines side by side', async () => {
    const sides = ['one', 'two', 'three'].map((worker) => ({ worker, deps: engine(many) }));
    await begin();
    await Promise.all(sides.map(({ worker, deps }) => passAll(deps, worker)));
    // Whoever found nothing to do has stopped; the rest is done by one.
    await passAll(engine(many));
    expect(asked().toSorted()).toEqual(names(many).toSorted());
  });
});

describe('a source that is away', () => {
  test('three times in a row is left alone for a quarter of an hour, and the place is kept', async () => {
    const deps = engine();
    await begin();
    await passOnce(deps);
    const hurt = names(few).slice(2);
    for (const cctld of hurt) whois.faults.set(cctld, 'reset');
    await passAll(deps);
    const first = asked();
    expect(first).toHaveLength(5);
    later(15 * MINUTE - 1);
    await passAll(deps);
    expect(asked()).toEqual([]);
    whois.faults.clear();
    later(1);
    await passAll(deps);
    const second = asked();
    expect(second.toSorted()).toEqual(hurt.toSorted());
    // Who was not reached comes after those that were not tried.
    expect(second[0]).toBe(hurt.find((cctld) => !first.includes(cctld)));
  });

  test('because it is asked too often is left alone too', async () => {
    whois.faults.set('*', 'rate-limit');
    await begin();
    await passAll(engine());
    expect(asked()).toHaveLength(3);
    whois.faults.clear();
    later(15 * MINUTE);
    await passAll(engine());
    expect(asked()).toHaveLength(6);
  });

  test('is left alone for as long as it says', async () => {
    const answers = new Map(few.map((entry) => [entry.cctld as string, rdapAnswer(entry)]));
    const rdap = await startRdap((response) => {
      response.writeHead(429, { 'retry-after': '3600' }).end();
    });
    onTestFinished(rdap.close);
    const deps = engine(few, db, rdapSource(new URL(`http://127.0.0.1:${rdap.port}/`)));
    await begin();
    await passAll(deps);
    expect(rdap.paths.splice(0)).toHaveLength(1);
    rdap.reply = fromTable(answers);
    later(HOUR - 1);
    await passAll(deps);
    expect(rdap.paths).toEqual([]);
    later(1);
    await passAll(deps);
    expect(rdap.paths).toHaveLength(6);
  });

  test('for one ccTLD keeps nothing else from its end, and is told when it is most of them', async () => {
    const [one] = names(few) as [Cctld];
    whois.faults.set(one, 'reset');
    await begin();
    await passAll(engine());
    expect(new Set(asked())).toEqual(new Set(names(few)));
    tomorrow();
    whois.faults.set('*', 'reset');
    await passAll(engine());
    expect(await letters()).toEqual([]);
    tomorrow();
    await passAll(engine());
    expect(await letters()).toMatchObject([{ all: 6, asked: 0, read: 0, alarms: ['unread'] }]);
  });
});

describe('the Validators are told, once', () => {
  async function refreshed(entries: readonly Entry[]): Promise<void> {
    await begin();
    await passAll(engine(entries));
    tomorrow();
    expect(await letters()).toEqual([]);
  }

  function rename(count: number): void {
    const renamed = everybody.map((entry, index) =>
      index < count ? { ...entry, nameServers: ['new.nic.example'] } : entry,
    );
    whois.answers = populationAnswers(renamed);
  }

  test('when more than 5 % of the records change', async () => {
    await refreshed(many);
    rename(2);
    await passAll(engine(many));
    expect(await letters()).toEqual([]);
    tomorrow();
    rename(5);
    await passAll(engine(many));
    // Three of 45: those of the day before are as they were.
    expect(await letters()).toMatchObject([
      { all: 45, asked: 45, read: 45, alarms: ['changed'], changed: { length: 3 } },
    ]);
    tomorrow();
    await passAll(engine(many));
    expect(await letters()).toEqual([]);
  });

  test('when most answers cannot be read', async () => {
    await refreshed(few);
    for (const cctld of names(few).slice(0, 3)) whois.faults.set(cctld, 'truncated');
    await passAll(engine());
    expect(await letters()).toEqual([]);
    tomorrow();
    whois.faults.set(names(few)[4] as Cctld, 'old-format');
    await passAll(engine());
    expect(await letters()).toMatchObject([
      { asked: 6, read: 2, unreadable: 4, alarms: ['unread'] },
    ]);
    expect(await listRegistry(db)).toHaveLength(6);
  });

  test('when a ccTLD is gone from the registry, and once more when it came back between', async () => {
    await refreshed(few);
    const [gone] = names(few) as [Cctld];
    whois.answers = populationAnswers(few.slice(1));
    await passAll(engine());
    expect(await letters()).toMatchObject([{ vanished: [gone], alarms: [] }]);
    tomorrow();
    await passAll(engine());
    expect(await letters()).toEqual([]);
    expect(await findRegistry(db, gone)).toMatchObject({ anchor: few[0]?.admin.email });
    whois.answers = populationAnswers(few);
    tomorrow();
    await passAll(engine());
    whois.answers = populationAnswers(few.slice(1));
    tomorrow();
    await passAll(engine());
    expect(await letters()).toMatchObject([{ vanished: [gone] }]);
  });

  test('when the source is another one, and not of names that it writes otherwise', async () => {
    await refreshed(few);
    const loud = few.map((entry) => ({ ...entry, organisation: entry.organisation.toUpperCase() }));
    const rdap = await startRdap(
      fromTable(new Map(loud.map((entry) => [entry.cctld as string, rdapAnswer(entry)]))),
    );
    onTestFinished(rdap.close);
    const source = rdapSource(new URL(`http://127.0.0.1:${rdap.port}/`));
    const deps = engine(few, db, source);
    await startWatch(db, clock.now);
    await passAll(deps);
    expect(await letters()).toMatchObject([
      { source: source.name, sourceBefore: here().name, alarms: [] },
    ]);
    for (let hour = 0; hour < 7; hour += 1) {
      later(HOUR);
      await passAll(deps);
    }
    expect(await listRegistry(db)).toMatchObject(
      loud
        .map(({ organisation }) => ({ source: source.name, record: { organisation } }))
        .toSorted(),
    );
    tomorrow();
    await passAll(deps);
    expect(await letters()).toEqual([]);
  });
});

describe('a change that has to stand', () => {
  const [one] = few as [Entry];
  const email = readAddress('new@nic.example')!;
  const moved = { ...one, admin: { ...one.admin, email }, written: email };

  async function standing() {
    const deps = engine();
    await startWatch(db, clock.now);
    await begin();
    await passAll(deps);
    tomorrow();
    whois.answers = populationAnswers([moved, ...few.slice(1)]);
    await passAll(deps);
    asked();
    return deps;
  }

  test('is looked at every hour, of any ccTLD, and counts when it has stood', async () => {
    const deps = await standing();
    for (let hour = 1; hour <= 6; hour += 1) {
      later(HOUR);
      await passAll(deps);
      expect(asked()).toEqual([one.cctld]);
    }
    expect(await findRegistry(db, one.cctld)).toMatchObject({ anchor: 'new@nic.example' });
    later(HOUR);
    await passAll(deps);
    expect(asked()).toEqual([]);
  });

  test('is not looked at any more when it has flapped back', async () => {
    const deps = await standing();
    whois.answers = populationAnswers(few);
    for (let hour = 1; hour <= 6; hour += 1) {
      later(HOUR);
      await passAll(deps);
    }
    expect(asked()).toEqual([one.cctld]);
    expect((await findRegistry(db, one.cctld))?.candidate).toBeUndefined();
  });

  test('is looked at although the registry is away now and then', async () => {
    const deps = await standing();
    whois.faults.set('*', 'reset');
    later(HOUR);
    await passAll(deps);
    expect(asked()).toEqual([one.cctld]);
    whois.faults.clear();
    later(6 * HOUR);
    await passAll(deps);
    expect(await findRegistry(db, one.cctld)).toMatchObject({ anchor: 'new@nic.example' });
  });

  test('under an older date is told in the log, and waits a day', async () => {
    const deps = engine();
    const warn = vi.spyOn(deps.log, 'warn');
    await begin();
    await passAll(deps);
    tomorrow();
    const stale = { ...moved, changed: '2001-01-01' };
    whois.answers = new Map([[one.cctld, whoisAnswer(stale)]]);
    await deps.registry.look(one.cctld, { maxAgeMs: 0 });
    expect(warn.mock.calls).toEqual([
      [
        expect.objectContaining({ cctld: one.cctld, dated: 'older' }),
        'the registry shows other people, and not under a newer date',
      ],
    ]);
    later(23 * HOUR);
    await deps.registry.look(one.cctld, { maxAgeMs: 0 });
    expect(await findRegistry(db, one.cctld)).toMatchObject({ anchor: one.admin.email });
    later(HOUR);
    await deps.registry.look(one.cctld, { maxAgeMs: 0 });
    expect(await findRegistry(db, one.cctld)).toMatchObject({ anchor: 'new@nic.example' });
  });
});

describe('by hand', () => {
  function byHand(onEach: (one: Asked) => void = () => {}, signal = new AbortController().signal) {
    return refreshByHand(engine(few, db, { ...here(), pauseMs: 1 }), {
      worker: 'hand',
      onEach,
      signal,
    });
  }

  test('a new one asks about all, and an engine that comes later does not', async () => {
    const seen: Cctld[] = [];
    const facts = await byHand((one) => seen.push(one.cctld));
    expect(facts).toMatchObject({ all: 6, asked: 6, read: 6 });
    expect(seen.toSorted()).toEqual(names(few).toSorted());
    expect(asked()).toHaveLength(6);
    later(HOUR);
    await passAll(engine());
    expect(asked()).toEqual([]);
  });

  test('one that is stopped goes on, by hand or in an engine', async () => {
    const stop = new AbortController();
    const seen: Cctld[] = [];
    const halt = (one: Asked): void => {
      seen.push(one.cctld);
      if (seen.length === 2) stop.abort();
    };
    expect(await byHand(halt, stop.signal)).toBe('stopped');
    expect(asked()).toHaveLength(2);
    later(MINUTE);
    expect(await byHand((one) => seen.push(one.cctld))).toMatchObject({ asked: 6 });
    expect(asked()).toHaveLength(4);
    expect(new Set(seen).size).toBe(6);
  });

  test('waits for nobody: while somebody else is at it nothing is asked', async () => {
    await begin();
    await claimJobNamed(db, KEY, 'engine', clock.now);
    expect(await byHand()).toBe('busy');
    expect(asked()).toEqual([]);
  });

  test('ends with the trouble when the source is away, and the place is kept', async () => {
    await begin();
    whois.faults.set('*', 'reset');
    await expect(byHand()).rejects.toMatchObject({ reason: 'registry-unreachable' });
    expect(asked()).toHaveLength(3);
    whois.faults.clear();
    expect(await byHand()).toMatchObject({ asked: 6 });
  });
});
