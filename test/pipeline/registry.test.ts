import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Cctld } from '../../src/machines/words/cctld.ts';
import { readAddress } from '../../src/machines/words/address.ts';
import { whoisSource } from '../../src/pipeline/registry-source.ts';
import { type Asked, type RegistryDeps, makeRegistry } from '../../src/pipeline/registry.ts';
import type { Recorded } from '../../src/store/record-answer.ts';
import { findRegistry, listRegistry } from '../../src/store/registry.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { type Entry, population, populationAnswers } from '../support/population.ts';
import { type FakeWhois, type Fault, startWhois, whoisAnswer } from '../support/whois-server.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const entries = population(5);
const [one, two, three] = entries as [Entry, Entry, Entry];
const XA = one.cctld;
const movedAway: Entry = {
  ...one,
  admin: { ...one.admin, email: readAddress('new@nic.example')! },
};

let database: TestDatabase;
let whois: FakeWhois;
let clock: Date;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  whois = await startWhois({ answers: populationAnswers(entries) });
  clock = new Date('2026-11-21T00:00:00Z');
});
afterEach(async () => {
  await whois.close();
  await database.db.deleteFrom('cctlds').execute();
  await database.db.deleteFrom('registry_snapshots').execute();
});

function registry(given: Partial<RegistryDeps> = {}) {
  return makeRegistry({
    db: database.db,
    source: whoisSource('127.0.0.1', whois.port),
    now: () => clock,
    freshMs: 7 * DAY,
    settleMs: 6 * HOUR,
    log: { info: () => {}, warn: () => {} },
    ...given,
  });
}

function later(milliseconds: number): void {
  clock = new Date(clock.getTime() + milliseconds);
}

/** From now on the registry lists another Admin Contact. */
function move(): void {
  whois.answers = new Map([[XA, whoisAnswer(movedAway)]]);
}

describe('a look', () => {
  test('asks once, and answers from the store while that is fresh', async () => {
    const { look } = registry();
    const first = await look(XA);
    later(7 * DAY - 1);
    expect(await look(XA)).toEqual(first);
    expect(first).toMatchObject({ kind: 'known', state: { anchor: one.admin.email } });
    expect(whois.queries).toEqual([XA]);
  });

  test.each([
    ['older than the limit of freshness', 7 * DAY, {}],
    ['older than the caller can bear', 2 * HOUR, { maxAgeMs: HOUR }],
    ['at apply time, however fresh', 0, { maxAgeMs: 0 }],
  ])('asks again when the answer is %s', async (_, age, options) => {
    const { look } = registry();
    await look(XA);
    later(age);
    expect(await look(XA, options)).toMatchObject({ state: { checkedAt: clock } });
    expect(whois.queries).toHaveLength(2);
  });

  test('says unknown of a ccTLD that the registry does not have, and asks once in an hour', async () => {
    const { look } = registry();
    whois.answers = new Map();
    expect(await look(XA)).toEqual({ kind: 'unknown' });
    expect(await look(XA)).toEqual({ kind: 'unknown' });
    expect(whois.queries).toHaveLength(1);
    expect(await look(XA, { maxAgeMs: 0 })).toEqual({ kind: 'unknown' });
    later(HOUR);
    whois.answers = populationAnswers(entries);
    expect(await look(XA)).toMatchObject({ kind: 'known' });
    expect(whois.queries).toHaveLength(3);
  });

  test('at the same time as others for the same ccTLD makes one query', async () => {
    const { look } = registry();
    const release = whois.hold();
    const looks = [look(XA), look(XA, { maxAgeMs: 0 }), look(two.cctld), look(XA)];
    await vi.waitUntil(() => whois.queries.length === 2);
    release();
    const [first, second, , last] = await Promise.all(looks);
    expect(whois.queries.toSorted()).toEqual([XA, two.cctld].toSorted());
    expect([second, last]).toEqual([first, first]);
  });

  test('of two processes leaves one snapshot', async () => {
    await Promise.all([registry().look(XA), registry().look(XA), registry().look(XA)]);
    const rows = await database.db.selectFrom('registry_snapshots').select('id').execute();
    expect(rows).toHaveLength(1);
  });
});

describe('without a usable answer the caller has to wait', () => {
  const faults: [Fault, string][] = [
    ['reset', 'registry-unreachable'],
    ['silent', 'registry-unreachable'],
    ['drip', 'registry-unreachable'],
    ['huge', 'registry-unreadable'],
    ['truncated', 'registry-unreadable'],
    ['other-domain', 'registry-unreadable'],
    ['rate-limit', 'registry-unreachable'],
    ['old-format', 'registry-unreadable'],
    ['binary', 'registry-unreadable'],
    ['empty', 'registry-unreadable'],
  ];
  test.each(faults)('%s: %s', async (fault, reason) => {
    const { look } = registry();
    const deadlineMs = fault === 'silent' || fault === 'drip' ? 150 : 10_000;
    const hurt = registry({ source: whoisSource('127.0.0.1', whois.port, deadlineMs) });
    const trouble = { name: 'Temporary', reason };
    whois.faults.set('*', fault);
    await expect(hurt.look(XA)).rejects.toMatchObject(trouble);
    expect(await findRegistry(database.db, XA)).toBeUndefined();

    whois.faults.clear();
    const good = await look(XA);
    whois.faults.set('*', fault);
    await expect(hurt.look(XA, { maxAgeMs: 0 })).rejects.toMatchObject(trouble);
    expect(await look(XA)).toEqual(good);

    whois.faults.clear();
    expect(await look(XA, { maxAgeMs: 0 })).toEqual(good);
  });

  test('nor when the registry no longer lists a ccTLD that it listed', async () => {
    const { look } = registry();
    const good = await look(XA);
    whois.answers = new Map();
    const gone = { name: 'Temporary', reason: 'registry-absent' };
    await expect(look(XA, { maxAgeMs: 0 })).rejects.toMatchObject(gone);
    expect(await look(XA)).toEqual(good);
  });

  test('which the log tells, without the answer', async () => {
    const warn = vi.fn<RegistryDeps['log']['warn']>();
    const { look } = registry({ log: { info: () => {}, warn } });
    whois.faults.set('*', 'truncated');
    await expect(look(XA)).rejects.toThrow(/could not be read: truncated/);
    expect(warn.mock.calls).toEqual([
      [expect.objectContaining({ cctld: XA, why: 'truncated' }), 'the registry gave no record'],
    ]);
  });
});

describe('a change of the Admin Contact', () => {
  test('is seen at apply time, waits, and is asked for once more when it has stood', async () => {
    const { look } = registry();
    await look(XA);
    move();
    const waiting = await look(XA, { maxAgeMs: 0 });
    expect(waiting).toMatchObject({
      state: { anchor: one.admin.email, candidate: { since: clock } },
    });
    later(6 * HOUR - 1);
    expect(await look(XA)).toEqual(waiting);
    later(1);
    expect(await look(XA)).toMatchObject({ state: { anchor: 'new@nic.example' } });
    expect(whois.queries).toHaveLength(3);
  });

  test('that has stood does not count while the registry is away: what is fresh stays in use', async () => {
    const { look } = registry();
    await look(XA);
    move();
    const waiting = await look(XA, { maxAgeMs: 0 });
    later(7 * HOUR);
    whois.faults.set('*', 'reset');
    expect(await look(XA)).toEqual(waiting);
    later(7 * DAY);
    await expect(look(XA)).rejects.toMatchObject({ reason: 'registry-unreachable' });
  });

  test('that has stood, of a ccTLD that is then no longer listed, makes the caller wait', async () => {
    const { look } = registry();
    await look(XA);
    move();
    await look(XA, { maxAgeMs: 0 });
    later(7 * HOUR);
    whois.answers = new Map();
    await expect(look(XA)).rejects.toMatchObject({ reason: 'registry-absent' });
  });

  test('is told once, in the transaction that makes it count', async () => {
    const told: Recorded['change'][] = [];
    const onChange = async (_: unknown, recorded: Recorded): Promise<void> => {
      told.push(recorded.change);
    };
    const processes = [registry({ onChange }), registry({ onChange })];
    await processes[0]?.look(XA);
    move();
    await processes[0]?.look(XA, { maxAgeMs: 0 });
    later(6 * HOUR);
    await Promise.all(processes.map(({ look }) => look(XA, { maxAgeMs: 0 })));
    expect(told).toEqual(['first', 'candidate', 'settled']);
  });

  test('is made again when what follows from it fails', async () => {
    let failing = true;
    const onChange = async (): Promise<void> => {
      if (failing) throw new Error('no room for the letters');
    };
    const { look } = registry({ onChange });
    await expect(look(XA)).rejects.toThrow('no room');
    expect(await findRegistry(database.db, XA)).toBeUndefined();
    failing = false;
    expect(await look(XA)).toMatchObject({ kind: 'known' });
  });
});

describe('a refresh', () => {
  test('of the whole registry records every ccTLD', async () => {
    const asked = await registry().refresh(entries.map((entry) => entry.cctld));
    expect(asked.filter((each) => 'change' in each && each.change === 'first')).toHaveLength(309);
    const states = await listRegistry(database.db);
    expect(new Set(states.map((state) => state.anchor)).size).toBe(246);
  });

  test('goes on after trouble with one, and tells of each as it comes', async () => {
    whois.faults.set(two.cctld, 'truncated');
    const seen: Cctld[] = [];
    const onEach = (each: Asked): unknown => seen.push(each.cctld);
    const asked = await registry().refresh([XA, two.cctld, three.cctld], { onEach });
    expect(asked).toMatchObject([
      { change: 'first' },
      { trouble: { reason: 'registry-unreadable' } },
      { change: 'first' },
    ]);
    expect(seen).toEqual([XA, two.cctld, three.cctld]);
  });

  test('gives up when the source is away, rather than wait for each', async () => {
    whois.faults.set('*', 'reset');
    const refreshing = registry().refresh(entries.map((entry) => entry.cctld));
    await expect(refreshing).rejects.toMatchObject({ reason: 'registry-unreachable' });
    expect(whois.queries).toHaveLength(3);
  });

  test('pauses between two questions and can be ended there', async () => {
    const ending = new AbortController();
    const start = performance.now();
    const options = { pauseMs: 20, signal: ending.signal };
    const onEach = (each: Asked): void => {
      if (each.cctld === two.cctld) ending.abort();
    };
    await registry().refresh([XA, two.cctld, three.cctld], { ...options, onEach });
    expect(whois.queries).toEqual([XA, two.cctld]);
    expect(performance.now() - start).toBeGreaterThanOrEqual(19);
  });
});

describe('an import', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'import-'));
  });
  afterEach(() => rm(dir, { recursive: true }));

  test('records every answer of a folder by the same rules', async () => {
    await writeFile(join(dir, `${XA}.txt`), whoisAnswer(one));
    await writeFile(join(dir, two.cctld), whoisAnswer(two).slice(0, 300));
    await writeFile(join(dir, 'NOTES.txt'), 'collected by hand');
    const asked = await registry().importFolder(dir);
    expect(asked.map((each) => each.cctld)).toEqual([XA, two.cctld].toSorted());
    expect(asked.find((each) => each.cctld === two.cctld)).toHaveProperty('trouble');

    await writeFile(join(dir, `${XA}.txt`), whoisAnswer(movedAway));
    expect(await registry().importFolder(dir)).toContainEqual(
      expect.objectContaining({ cctld: XA, change: 'candidate' }),
    );
    expect(whois.queries).toEqual([]);
  });

  test('of a folder that is not there is trouble', async () => {
    const trouble = { name: 'Temporary', reason: 'registry-unreachable' };
    await expect(registry().importFolder(join(dir, 'none'))).rejects.toMatchObject(trouble);
  });
});
