/** The yearly check and drills: one letter for each, once, whatever crashes and whatever the clock does. */

import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RosterEntry } from '../../src/machines/words/case.ts';
import type { DrillReport } from '../../src/machines/words/check.ts';
import {
  beginYearly,
  type CheckDeps,
  followCheck,
  isYearly,
  startChecks,
} from '../../src/pipeline/check.ts';
import { readDrill } from '../../src/pipeline/drill.ts';
import { verifyAudit } from '../../src/store/audit.ts';
import { findCheck, noteAnswer } from '../../src/store/checks.ts';
import type { Db } from '../../src/store/db.ts';
import { addDrill } from '../../src/store/drills.ts';
import { claimJob, type Job, LeaseLost, restartJob } from '../../src/store/jobs.ts';
import { changePerson } from '../../src/store/roster.ts';
import { withFuse } from '../model/fuse.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { TEST_TABLE } from '../support/facts.ts';
import { address, record, settings } from '../support/check-facts.ts';
import { fillRoster, manyPeople } from '../support/fill-roster.ts';
import { entry } from '../support/issue-facts.ts';
import { rememberTables } from '../support/restore.ts';

const YEARLY = '0 6 15 1 *';
const ANA = entry('xa', 'ana@isp.example', { primary: true });
const TEO = entry('xa', 'teo@isp.example', { firstName: 'Téo', lastName: 'Amaral' });
const MAX = entry('xb', 'max@isp.example', { firstName: 'Max', lastName: 'Muster' });

let database: TestDatabase;
let db: Db;
let forget: () => Promise<void>;
const clock = { now: new Date('2026-11-25T09:00:00Z') };

beforeAll(async () => {
  database = await testDatabase();
  db = database.db;
  forget = await rememberTables(db);
});
afterAll(() => database.close());
beforeEach(async () => {
  await forget();
  at('2026-11-25T09:00:00Z');
});

function at(iso: string): void {
  clock.now = new Date(iso);
}

function later(ms: number): void {
  clock.now = new Date(clock.now.getTime() + ms);
}

const MINUTE = 60_000;
const DAY = 86_400_000;

const now = () => new Date(clock.now);

function deps(on: Db = db): CheckDeps {
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
async function begin(roster: readonly RosterEntry[], anchors: Record<string, string> = {}) {
  await fillRoster(db, roster);
  for (const cctld of new Set(roster.map((one) => one.cctld)))
    await anchor(cctld, anchors[cctld] ?? `admin@nic.${cctld}`);
  await startChecks(db, clock.now, YEARLY);
}

async function anchor(cctld: string, of: string): Promise<void> {
  const none = { candidate_id: null, candidate_since: null, checked_at: null };
  const free = { frozen_at: null, frozen_by: null, frozen_reason: null };
  const mail = { undeliverable: null, undeliverable_at: null };
  const asked = { asked_at: null, confirmed_at: null, snapshot_id: null };
  await db
    .insertInto('cctlds')
    .values({ cctld, anchor: of, ...none, ...free, ...mail, ...asked })
    .execute();
}

/** The work that has been due the longest; letters are left alone. */
async function claim(worker = 'one'): Promise<Job | undefined> {
  await db.deleteFrom('jobs').where('kind', '<>', 'timer').execute();
  return claimJob(db, worker, clock.now);
}

function work(job: Job, on: Db = db): Promise<void> {
  return isYearly(job) ? beginYearly(deps(on), job) : followCheck(deps(on), job);
}

/** Does all that is due now; returns how many pieces of work that were. */
async function run(): Promise<number> {
  for (let done = 0; ; done += 1) {
    const job = await claim();
    if (job === undefined) return done;
    await work(job);
  }
}

/** Until everybody is asked. */
async function runAll(): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    await run();
    later(10 * MINUTE);
  }
}

async function letters(): Promise<string[]> {
  const rows = await db.selectFrom('letters').select(['name', 'addressee']).orderBy('id').execute();
  return rows.map(({ name, addressee }) => `${name} to ${addressee}`);
}

async function due(): Promise<Record<string, string>> {
  const rows = await db.selectFrom('jobs').selectAll().where('kind', '=', 'timer').execute();
  return Object.fromEntries(rows.map(({ key, run_at: runAt }) => [key, runAt.toISOString()]));
}

async function checks(): Promise<string[]> {
  const rows = await db.selectFrom('checks').selectAll().orderBy('id').execute();
  return rows.map(({ period, closed_at }) => `${period}${closed_at === null ? '' : ' over'}`);
}

const FROZEN = { frozen_at: new Date(0), frozen_by: 'val1@ccnso.example', frozen_reason: 'x' };
const LETTERS = [
  'check-anchor to admin@nic.xa',
  'check-contact to ana@isp.example',
  'check-contact to teo@isp.example',
];

describe('the schedule', () => {
  it('is armed at the start, and again with each check', async () => {
    await begin([ANA, TEO]);
    expect(await due()).toEqual({ yearly: '2027-01-15T06:00:00.000Z' });
    await startChecks(db, clock.now, YEARLY);
    expect(await due()).toEqual({ yearly: '2027-01-15T06:00:00.000Z' });
    at('2027-01-15T06:00:00Z');
    await runAll();
    expect((await due())['yearly']).toBe('2028-01-15T06:00:00.000Z');
    expect(await letters()).toEqual(LETTERS);
  });

  it('that was changed counts from the next start, and what was missed is not lost by it', async () => {
    await begin([ANA]);
    await startChecks(db, clock.now, '0 6 1 3 *');
    expect(await due()).toEqual({ yearly: '2027-03-01T06:00:00.000Z' });
    at('2027-03-02T09:00:00Z');
    await startChecks(db, clock.now, '0 6 1 9 *');
    expect(await due()).toEqual({ yearly: '2027-03-01T06:00:00.000Z' });
  });

  it('sends once for three years in which no engine ran', async () => {
    await begin([ANA, TEO]);
    at('2029-06-01T09:00:00Z');
    await startChecks(db, clock.now, YEARLY);
    await runAll();
    expect(await checks()).toEqual(['year 2027']);
    expect(await letters()).toEqual(LETTERS);
    at('2030-01-15T06:00:00Z');
    await runAll();
    expect(await checks()).toEqual(['year 2027 over', 'year 2030']);
  });

  it('is that of today again after a clock that was ten years ahead', async () => {
    await begin([ANA]);
    at('2036-02-07T06:28:16Z');
    await run();
    at('2026-11-26T09:00:00Z');
    await startChecks(db, clock.now, YEARLY);
    expect((await due())['yearly']).toBe('2027-01-15T06:00:00.000Z');
  });

  it('asks nobody twice within half a year, though the next year begins soon', async () => {
    await begin([ANA, TEO]);
    // No engine ran for a year: the check of 2027 comes five days before that of 2028.
    at('2028-01-10T09:00:00Z');
    await startChecks(db, clock.now, YEARLY);
    await runAll();
    at('2028-01-15T06:00:00Z');
    await runAll();
    expect(await letters()).toEqual(LETTERS);
    expect(await checks()).toEqual(['year 2027']);
    at('2029-01-15T06:00:00Z');
    await runAll();
    expect(await checks()).toEqual(['year 2027 over', 'year 2029']);
  });

  it('asks nobody twice after a clock that was a week ahead', async () => {
    await begin([ANA, TEO]);
    at('2027-01-17T09:00:00Z');
    await run();
    at('2027-01-10T09:10:00Z');
    await startChecks(db, clock.now, YEARLY);
    at('2027-01-15T06:00:00Z');
    await runAll();
    expect(await letters()).toEqual(LETTERS);
    expect(await checks()).toEqual(['year 2027']);
  });

  it('is of the year in which it was due, though its first try failed at the turn of the year', async () => {
    const pattern = '30 23 31 12 *';
    await startChecks(db, clock.now, pattern);
    at('2026-12-31T23:30:00Z');
    const job = await claim();
    at('2027-01-01T00:30:00Z');
    if (job !== undefined) await restartJob(db, job, now(), 'a fault of ours');
    await startChecks(db, clock.now, pattern);
    await run();
    expect(await checks()).toEqual(['year 2026']);
  });

  it('asks once in a year, though it comes twice by a change of the pattern', async () => {
    await begin([ANA, TEO]);
    at('2027-01-15T06:00:00Z');
    await runAll();
    await startChecks(db, clock.now, '0 6 1 5 *');
    at('2027-05-01T06:00:00Z');
    await runAll();
    expect(await checks()).toEqual(['year 2027 over']);
    expect((await letters()).filter((one) => one === LETTERS[1])).toHaveLength(1);
  });
});

describe('who is asked', () => {
  it.each([
    [
      'one letter for who is contact and Admin Contact',
      { anchors: { xa: 'ana@isp.example' } },
      ['check-anchor to ana@isp.example', 'check-contact to teo@isp.example'],
    ],
    ['nothing about a ccTLD for which changes are stopped', { set: FROZEN }, []],
    [
      'no Admin Contact whose address takes no mail',
      { set: { undeliverable: 'admin@nic.xa' } },
      LETTERS.slice(1),
    ],
    [
      'no Admin Contact by the old address, while another took no mail',
      { set: { undeliverable: 'old@nic.xa' } },
      LETTERS,
    ],
  ])(
    '%s',
    async (_, { anchors, set }: { anchors?: Record<string, string>; set?: object }, expected) => {
      await begin([ANA, TEO], anchors);
      if (set !== undefined) await db.updateTable('cctlds').set(set).execute();
      at('2027-01-15T06:00:00Z');
      await runAll();
      expect((await letters()).toSorted()).toEqual(expected);
    },
  );

  it('no Admin Contact whose address is changing in the registry', async () => {
    await begin([ANA, TEO]);
    const { id } = await db
      .insertInto('registry_snapshots')
      .values(record('xa', 'new@gov.example'))
      .returning('id')
      .executeTakeFirstOrThrow();
    await db.updateTable('cctlds').set({ candidate_id: id, candidate_since: clock.now }).execute();
    at('2027-01-15T06:00:00Z');
    await runAll();
    expect(await letters()).toEqual(LETTERS.slice(1));
  });

  it('nobody whom mail does not reach, and nobody who has just joined or confirmed', async () => {
    await begin([ANA, TEO, { ...MAX, since: '2027-01-02T09:00:00.000Z' }]);
    const lost = { unreachable_since: new Date('2026-12-01T09:00:00Z') };
    await db.updateTable('persons').set(lost).where('address', '=', ANA.address).execute();
    at('2027-01-15T06:00:00Z');
    await runAll();
    expect(await letters()).toEqual([
      'check-anchor to admin@nic.xa',
      'check-contact to teo@isp.example',
    ]);
  });

  it('fifty at once, the next ones ten minutes later', async () => {
    await begin(manyPeople(96));
    at('2027-01-15T06:00:00Z');
    await run();
    expect(await letters()).toHaveLength(50);
    later(9 * MINUTE);
    expect(await run()).toBe(0);
    later(MINUTE);
    await run();
    expect(await letters()).toHaveLength(100);
    await runAll();
    expect(await letters()).toHaveLength(96 + 32);
    expect(new Set(await letters()).size).toBe(96 + 32);
  });
});

describe('silence', () => {
  it('is reminded of once, but not of what was changed or answered meanwhile', async () => {
    await begin([ANA, TEO, MAX]);
    at('2027-01-15T06:00:00Z');
    await runAll();
    const sent = (await letters()).length;
    const confirmed = { confirmed_at: new Date('2027-01-20T06:00:00Z') };
    await db.updateTable('persons').set(confirmed).where('address', '=', ANA.address).execute();
    const [{ id } = { id: 0 }] = await db.selectFrom('checks').select('id').execute();
    const answer = { checkId: id, address: address(TEO.address), word: 'wrong' } as const;
    await noteAnswer(db, { ...answer, at: clock.now });
    await fillRoster(db, [ANA, TEO]);
    at('2027-01-29T07:00:00Z');
    await runAll();
    expect((await letters()).slice(sent)).toEqual(['check-anchor to admin@nic.xa']);
    at('2027-02-25T06:00:00Z');
    expect(await run()).toBe(0);
    at('2027-02-26T06:00:00Z');
    await run();
    expect(await checks()).toEqual(['year 2027 over']);
    const report = await db
      .selectFrom('letters')
      .selectAll()
      .where('name', '=', 'check-report')
      .execute();
    expect(report).toHaveLength(2);
    expect(report[0]?.data['letter']).toMatchObject({ asked: 5, right: 0, wrong: 1, silent: 4 });
    expect(await db.selectFrom('jobs').select('key').where('kind', '=', 'timer').execute()).toEqual(
      [{ key: 'yearly' }],
    );
  });

  it('of a check that was begun under a clock far ahead ends when the next one begins', async () => {
    await begin([ANA, TEO]);
    at('2036-02-07T06:28:16Z');
    await run();
    at('2026-11-26T09:00:00Z');
    await startChecks(db, clock.now, YEARLY);
    at('2027-01-15T06:00:00Z');
    await runAll();
    expect(await checks()).toEqual(['year 2027, dated 2036-02-07T06:28:16.000Z over', 'year 2027']);
    expect(await due()).toMatchObject({ yearly: '2028-01-15T06:00:00.000Z' });
  });
});

describe('an engine that is killed at any moment', () => {
  it('asks, reminds and ends once all the same', async () => {
    const moments = [
      ['2027-01-15T06:00:00Z', LETTERS],
      ['2027-01-29T07:00:00Z', LETTERS],
      [
        '2027-02-27T06:00:00Z',
        ['check-report to val1@ccnso.example', 'check-report to val2@ccnso.example'],
      ],
    ] as const;
    await begin([ANA, TEO]);
    let killed = 0;
    for (const [moment, expected] of moments) {
      at(moment);
      const before = (await letters()).length;
      for (let queries = 0; ; queries += 3) {
        const job = await claim();
        if (job === undefined) break;
        const fuse = { left: queries, stall: undefined };
        const isKilled = await work(job, withFuse(db, fuse)).then(
          () => false,
          () => true,
        );
        if (isKilled) killed += 1;
        // Its lease runs out, and another engine has the job.
        await db.updateTable('jobs').set({ leased_by: null, leased_until: null }).execute();
      }
      later(10 * MINUTE);
      await runAll();
      expect((await letters()).slice(before)).toEqual(expected);
    }
    expect(killed).toBeGreaterThan(15);
    expect((await verifyAudit(db)).broken).toBeUndefined();
  });

  it('goes on from an open check whose work is gone or was put off by a wrong clock', async () => {
    await begin([ANA, TEO]);
    at('2027-01-15T06:00:00Z');
    const job = await claim();
    if (job !== undefined) await work(job);
    await db.deleteFrom('jobs').where('key', '<>', 'yearly').execute();
    await startChecks(db, clock.now, YEARLY);
    await runAll();
    expect(await letters()).toEqual(LETTERS);
  });

  it('does nothing when another one has its job', async () => {
    await begin([ANA, TEO]);
    at('2027-01-15T06:00:00Z');
    const first = await claim('one');
    later(2 * MINUTE);
    const second = await claim('two');
    if (first === undefined || second === undefined) throw new Error('no check is due');
    const ends = await Promise.allSettled([work(first), work(second)]);
    expect(ends[0]).toMatchObject({ status: 'rejected', reason: expect.any(LeaseLost) });
    expect(ends[1]?.status).toBe('fulfilled');
    await runAll();
    expect(await letters()).toEqual(LETTERS);
  });
});

async function reportOf(id: number): Promise<DrillReport> {
  const check = await findCheck(db, id);
  if (check === undefined) throw new Error('there is no such drill');
  return readDrill(db, check, TEST_TABLE);
}

function drill(): Promise<number> {
  const one = { by: 'operator', windowMs: DAY };
  return db.transaction().execute((trx) => addDrill(trx, one, clock.now));
}

describe('a drill', () => {
  it('asks everybody at once, but for those whom mail does not reach, and ends once', async () => {
    await begin([...manyPeople(120), { ...ANA, cctld: MAX.cctld }]);
    const lost = { unreachable_since: clock.now };
    await db.updateTable('persons').set(lost).where('address', '=', 'ana@isp.example').execute();
    await db.updateTable('cctlds').set(FROZEN).execute();
    await drill();
    await run();
    expect((await letters()).filter((one) => one.startsWith('drill to'))).toHaveLength(120);
    later(DAY);
    await run();
    const all = await letters();
    expect(all.filter((one) => one.startsWith('drill-over'))).toHaveLength(120);
    expect(all.filter((one) => one.startsWith('drill-report'))).toHaveLength(3);
    expect(await run()).toBe(0);
  });

  it('asks a person once, whose address changes in it, and nobody who joins meanwhile', async () => {
    await begin([ANA, TEO]);
    await drill();
    await run();
    later(60 * MINUTE);
    const to = address('ana@new.example');
    await db.transaction().execute(async (trx) => {
      await changePerson(trx, address(ANA.address), { what: 'address', address: to }, clock.now);
    });
    await fillRoster(db, [{ ...ANA, address: to }, TEO, MAX]);
    await startChecks(db, clock.now, YEARLY);
    await run();
    expect(await letters()).toEqual(['drill to ana@isp.example', 'drill to teo@isp.example']);
    later(DAY);
    await run();
    const over = (await letters()).filter((one) => one.startsWith('drill-over'));
    expect(over).toEqual(['drill-over to teo@isp.example']);
  });

  it('has a report that nothing changes afterwards', async () => {
    await begin([ANA, TEO, { ...ANA, cctld: MAX.cctld }, MAX]);
    const lost = { unreachable_since: clock.now };
    await db.updateTable('persons').set(lost).where('address', '=', MAX.address).execute();
    const id = await drill();
    await run();
    later(60 * MINUTE);
    const answer = { checkId: id, address: address(ANA.address), word: 'here' } as const;
    await noteAnswer(db, { ...answer, at: clock.now });
    // The letter of the drill comes back, and with it Téo counts as out of reach.
    await db.updateTable('persons').set(lost).where('address', '=', TEO.address).execute();
    const back = { bounced_at: clock.now };
    await db.updateTable('letters').set(back).where('addressee', '=', TEO.address).execute();
    later(DAY);
    await run();
    const report = await reportOf(id);
    expect(report).toMatchObject({
      people: { asked: 2, answered: 1 },
      cctlds: { asked: 2, answered: 2 },
      notAsked: 1,
      cameBack: 1,
    });
    await fillRoster(db, [MAX]);
    await db.updateTable('persons').set({ unreachable_since: null }).execute();
    later(30 * DAY);
    expect(await reportOf(id)).toEqual(report);
  });

  it('tells fifty at once that it is over, and each of them once, whatever crashes', async () => {
    await begin(manyPeople(120));
    await drill();
    await run();
    later(DAY);
    const first = await claim();
    if (first !== undefined) await work(first);
    expect((await letters()).filter((one) => one.startsWith('drill-over'))).toHaveLength(50);
    const second = await claim();
    const fuse = { left: 40, stall: undefined };
    if (second !== undefined) await expect(work(second, withFuse(db, fuse))).rejects.toThrow();
    await db.updateTable('jobs').set({ leased_by: null, leased_until: null }).execute();
    await run();
    const over = (await letters()).filter((one) => one.startsWith('drill-'));
    expect(over).toHaveLength(120 + 3);
    expect(new Set(over).size).toBe(120 + 3);
  });

  it('is one at a time, and one a day', async () => {
    await begin([ANA]);
    await drill();
    await expect(drill()).rejects.toThrow('another drill began meanwhile');
    await run();
    later(DAY);
    await run();
    await drill();
    expect(await checks()).toEqual(['drill 2026-11-25 over', 'drill 2026-11-26']);
    await expect(drill()).rejects.toThrow('another drill began meanwhile');
  });
});
