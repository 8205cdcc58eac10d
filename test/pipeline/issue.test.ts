/** One issue for each period and person, whatever crashes and however many engines run. */

import { randomBytes } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RosterEntry } from '../../src/machines/words/case.ts';
import {
  type IssueDeps,
  previewIssue,
  type Schedule,
  sendExtra,
  sendIssue,
  startIssues,
} from '../../src/pipeline/issue.ts';
import { verifyAudit } from '../../src/store/audit.ts';
import type { Db } from '../../src/store/db.ts';
import { claimJob, type Job, LeaseLost } from '../../src/store/jobs.ts';
import { withFuse } from '../model/fuse.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { settings, VAL1, VAL2 } from '../support/facts.ts';
import { fillRoster, manyPeople } from '../support/fill-roster.ts';
import { entry } from '../support/issue-facts.ts';
import { issuesIn, sentList } from '../support/issues-sent.ts';
import { rememberTables } from '../support/restore.ts';

const SCHEDULE: Schedule = { monthly: '0 6 1 * *', weekly: '0 6 * * 1' };
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

function deps(on: Db = db, schedule = SCHEDULE): IssueDeps {
  return {
    db: on,
    names: { list: 'tld-ops', domain: 'lists.example' },
    settings: settings(),
    now: () => new Date(clock.now),
    random: randomBytes,
    schedule,
  };
}

async function begin(roster: readonly RosterEntry[], schedule = SCHEDULE): Promise<void> {
  await fillRoster(db, roster);
  await startIssues(db, clock.now, schedule);
}

/** The issue that has been due the longest, leased; other work is left alone. */
async function claimIssue(worker = 'one'): Promise<Job | undefined> {
  await db.deleteFrom('jobs').where('kind', '<>', 'timer').execute();
  return claimJob(db, worker, clock.now);
}

/** Does all that is due. */
async function run(schedule = SCHEDULE): Promise<void> {
  for (let job = await claimIssue(); job !== undefined; job = await claimIssue())
    await sendIssue(deps(db, schedule), job);
}

const issues = () => issuesIn(db);

async function editions(): Promise<string[]> {
  const rows = await db.selectFrom('editions').select('content').execute();
  return Promise.all(
    rows.map(async ({ content }) => (await simpleParser(content)).text?.replace(/\s+/g, ' ') ?? ''),
  );
}

async function due(): Promise<Record<string, string>> {
  const rows = await db.selectFrom('jobs').selectAll().where('kind', '=', 'timer').execute();
  return Object.fromEntries(rows.map(({ key, run_at: runAt }) => [key, runAt.toISOString()]));
}

describe('the schedule', () => {
  it('is armed at the start, and again with each issue', async () => {
    await begin([ANA, TEO]);
    const armed = {
      'issue:monthly': '2026-12-01T06:00:00.000Z',
      'issue:weekly': '2026-11-30T06:00:00.000Z',
    };
    expect(await due()).toEqual(armed);
    await startIssues(db, clock.now, SCHEDULE);
    expect(await due()).toEqual(armed);
    at('2026-12-01T06:00:00Z');
    await run();
    expect(await due()).toEqual({
      'issue:monthly': '2027-01-01T06:00:00.000Z',
      'issue:weekly': '2026-12-07T06:00:00.000Z',
    });
  });

  it('that was changed counts from the next start', async () => {
    await begin([ANA]);
    await startIssues(db, clock.now, { monthly: '30 4 15 * *', weekly: '0 6 * * 1' });
    expect(await due()).toEqual({
      'issue:monthly': '2026-12-15T04:30:00.000Z',
      'issue:weekly': '2026-11-30T06:00:00.000Z',
    });
  });

  it('that was changed while an issue was missed does not lose that issue', async () => {
    await begin([ANA]);
    at('2026-12-02T09:00:00Z');
    const changed = { ...SCHEDULE, monthly: '0 6 28 * *' };
    await startIssues(db, clock.now, changed);
    await run(changed);
    expect(await issues()).toEqual(['1 month 2026-12: ana@isp.example']);
  });

  it('is that of today again after a clock that was ten years ahead', async () => {
    await begin([ANA]);
    at('2036-02-07T06:28:16Z');
    await run();
    at('2026-11-26T09:00:00Z');
    await startIssues(db, clock.now, SCHEDULE);
    expect(await due()).toEqual({
      'issue:monthly': '2026-12-01T06:00:00.000Z',
      'issue:weekly': '2026-11-30T06:00:00.000Z',
    });
    await fillRoster(db, [ANA, TEO]);
    at('2026-11-30T06:00:00Z');
    await run();
    at('2026-12-01T06:00:00Z');
    await run();
    // December's went out by the wrong clock.
    at('2027-01-01T06:00:00Z');
    await run();
    expect(await issues()).toEqual([
      '1 month 2026-12: ana@isp.example',
      '2 week 2026-W49: ana@isp.example teo@isp.example',
      '3 month 2027-01: ana@isp.example teo@isp.example',
    ]);
  });
});

describe('an issue', () => {
  it('goes monthly to everybody whom mail reaches, with a broadcast, its copies, and a row of the trail', async () => {
    await begin([ANA, TEO, MAX, { ...ANA, cctld: MAX.cctld }]);
    await db
      .updateTable('persons')
      .set({ unreachable_since: new Date('2026-11-20T00:00:00Z') })
      .where('address', '=', TEO.address)
      .execute();
    at('2026-12-01T06:00:00Z');
    await db.deleteFrom('jobs').where('key', '=', 'issue:weekly').execute();
    await run();
    expect(await issues()).toEqual(['1 month 2026-12: ana@isp.example max@isp.example']);
    expect(await db.selectFrom('broadcasts').selectAll().executeTakeFirst()).toMatchObject({
      kind: 'issue',
      tlp: 'AMBER+STRICT',
      message_id: 'issue-month-2026-12@lists.example',
    });
    const [text = ''] = await editions();
    expect(text).toContain('Mail has not arrived since 20 November 2026: please phone.');
    const audit = await db.selectFrom('audit').selectAll().executeTakeFirstOrThrow();
    expect(audit).toMatchObject({ actor: 'timer', reason: 'issue-sent' });
    expect(audit.facts).toMatchObject({ issue: 1, period: 'month 2026-12', copies: 2 });
    expect(await verifyAudit(db)).toEqual({ rows: 1 });
  });

  it('goes weekly only after a change since the issue before', async () => {
    await begin([ANA]);
    at('2026-12-01T06:00:00Z');
    await run();
    at('2026-12-07T06:00:00Z');
    await run();
    expect(await issues()).toHaveLength(1);
    await fillRoster(db, [ANA, TEO]);
    at('2026-12-14T06:00:00Z');
    await run();
    at('2026-12-21T06:00:00Z');
    await run();
    expect(await issues()).toEqual([
      '1 month 2026-12: ana@isp.example',
      '2 week 2026-W51: ana@isp.example teo@isp.example',
    ]);
    expect((await editions())[1]).toContain(
      'WHAT HAS CHANGED SINCE ISSUE 1 (1 December 2026) New on the list: - .xa: Téo Amaral',
    );
  });

  it('is one when the weekly and the monthly one are due in the same moment', async () => {
    const monday = { monthly: '0 6 7 * *', weekly: '0 6 * * 1' };
    at('2026-12-06T09:00:00Z');
    await begin([ANA], monday);
    at('2026-12-07T06:00:00Z');
    await run(monday);
    expect(await issues()).toEqual(['1 month 2026-12: ana@isp.example']);
    expect(await due()).toEqual({
      'issue:monthly': '2027-01-07T06:00:00.000Z',
      'issue:weekly': '2026-12-14T06:00:00.000Z',
    });
  });

  it('is one after three months without an engine, and then all goes on as before', async () => {
    await begin([ANA]);
    at('2026-12-01T06:00:00Z');
    await run();
    at('2027-03-03T10:00:00Z');
    await fillRoster(db, [ANA, TEO]);
    await startIssues(db, clock.now, SCHEDULE);
    await run();
    expect((await issues()).slice(1)).toEqual(['2 month 2027-01: ana@isp.example teo@isp.example']);
    at('2027-04-01T06:00:00Z');
    await run();
    expect((await issues()).slice(2)).toEqual(['3 month 2027-04: ana@isp.example teo@isp.example']);
  });

  it('that is late counts for the month in which it was due', async () => {
    const late = { ...SCHEDULE, monthly: '0 6 28 * *' };
    await begin([ANA], late);
    at('2026-12-01T06:00:00Z');
    await run(late);
    at('2026-12-28T06:00:00Z');
    await run(late);
    expect(await issues()).toEqual([
      '1 month 2026-11: ana@isp.example',
      '2 month 2026-12: ana@isp.example',
    ]);
  });

  it('goes weekly where the monthly one that is due has been sent already', async () => {
    const monday = { monthly: '0 6 1 * *', weekly: '0 6 * * 1' };
    await begin([ANA], monday);
    at('2026-12-01T06:00:00Z');
    await run(monday);
    // Another day of the month from now on; that month has its issue.
    const changed = { ...monday, monthly: '0 6 7 * *' };
    await startIssues(db, clock.now, changed);
    await fillRoster(db, [ANA, TEO]);
    at('2026-12-07T06:00:00Z');
    await run(changed);
    expect((await issues()).slice(1)).toEqual(['2 week 2026-W50: ana@isp.example teo@isp.example']);
  });

  it('tells those to whom the whole list was sent meanwhile how often, and only them', async () => {
    await begin([ANA, TEO, MAX]);
    at('2026-12-01T06:00:00Z');
    await sentList(db, TEO, '2026-11-30T00:00:00Z');
    await run();
    await sentList(db, ANA, '2026-12-02T00:00:00Z', '2026-12-09T00:00:00Z');
    await sentList(db, MAX, '2026-12-02T01:00:00Z', '2026-12-09T01:00:00Z');
    at('2027-01-01T06:00:00Z');
    await db.deleteFrom('editions').execute();
    await run();
    const rows = await db
      .selectFrom('copies')
      .innerJoin('broadcasts', 'broadcasts.id', 'copies.broadcast_id')
      .select(['copies.address', 'copies.edition'])
      .where('broadcasts.issue_id', '=', 2)
      .orderBy('copies.address')
      .execute();
    const texts = await editions();
    const told = rows.map(({ address, edition }) =>
      [address, /(once|\d times), because/.exec(texts[edition] ?? '')?.[1]].join(' '),
    );
    expect(told).toEqual([
      'ana@isp.example 2 times',
      'max@isp.example 2 times',
      'teo@isp.example ',
    ]);
    expect(texts).toHaveLength(2);
  });
});

describe('nobody on the list', () => {
  it('is told to the Validators once for each period, and no issue is made', async () => {
    await begin([]);
    at('2026-12-01T06:00:00Z');
    await run();
    await db.updateTable('jobs').set({ run_at: clock.now }).where('kind', '=', 'timer').execute();
    await run();
    expect(await issues()).toEqual([]);
    const letters = await db.selectFrom('letters').select(['name', 'addressee']).execute();
    expect(letters.map(({ name, addressee }) => `${name} ${addressee}`).toSorted()).toEqual([
      `alarm-no-issue ${VAL1}`,
      `alarm-no-issue ${VAL2}`,
    ]);
    at('2027-01-01T06:00:00Z');
    await run();
    expect(await db.selectFrom('letters').select('id').execute()).toHaveLength(4);
  });
});

describe('engines that die, and engines side by side', () => {
  it('make exactly one issue wherever the first of them was killed', async () => {
    await begin([ANA, TEO]);
    await db.deleteFrom('jobs').where('key', '=', 'issue:weekly').execute();
    const month = new Date('2026-12-01T06:00:00Z');
    let killed = 0;
    for (let isDone = false; !isDone; killed += 1) {
      clock.now = new Date(month);
      const job = await claimIssue();
      if (job === undefined) throw new Error('no issue is due');
      isDone = await sendIssue(deps(withFuse(db, { left: killed, stall: undefined })), job).then(
        () => true,
        () => false,
      );
      // The lease of the dead one ends, and the second one takes it up.
      clock.now = new Date(month.getTime() + 120_000);
      await run();
      month.setUTCMonth(month.getUTCMonth() + 1);
      expect(await issues()).toHaveLength(killed + 1);
      expect((await due())['issue:monthly']).toBe(month.toISOString());
    }
    expect(killed).toBeGreaterThan(10);
    expect((await issues()).map((line) => line.replace(/month [\d-]+/, ''))).toEqual(
      Array.from(
        { length: killed },
        (_, index) => `${index + 1} : ana@isp.example teo@isp.example`,
      ),
    );
    expect(await verifyAudit(db)).toEqual({ rows: killed });
  });

  it('make one when both have the job, because the lease of the first ran out', async () => {
    await begin([ANA]);
    at('2026-12-01T06:00:00Z');
    await db.deleteFrom('jobs').where('key', '=', 'issue:weekly').execute();
    const first = await claimIssue('one');
    clock.now = new Date(clock.now.getTime() + 120_000);
    const second = await claimIssue('two');
    if (first === undefined || second === undefined) throw new Error('no issue is due');
    const ends = await Promise.allSettled([sendIssue(deps(), first), sendIssue(deps(), second)]);
    expect(ends[0]).toMatchObject({ status: 'rejected', reason: expect.any(LeaseLost) });
    expect(ends[1]?.status).toBe('fulfilled');
    expect(await issues()).toEqual(['1 month 2026-12: ana@isp.example']);
  });

  it('make one when one has the monthly and the other the weekly one', async () => {
    const monday = { monthly: '0 6 7 * *', weekly: '0 6 * * 1' };
    at('2026-12-06T09:00:00Z');
    await begin([ANA], monday);
    at('2026-12-07T06:00:00Z');
    const jobs = [await claimIssue('one'), await claimIssue('two')];
    await Promise.all(
      jobs.flatMap((job) => (job === undefined ? [] : [sendIssue(deps(db, monday), job)])),
    );
    expect(await issues()).toEqual(['1 month 2026-12: ana@isp.example']);
  });
});

describe('an issue out of turn', () => {
  it('goes once a day, and the next regular one is not changed by it', async () => {
    await begin([ANA]);
    expect((await sendExtra(deps())).due).toBe('send');
    expect((await sendExtra(deps())).due).toBe('exists');
    at('2026-11-30T06:00:00Z');
    await run();
    at('2026-12-01T06:00:00Z');
    await run();
    expect(await issues()).toEqual([
      '1 extra 2026-11-25: ana@isp.example',
      '2 month 2026-12: ana@isp.example',
    ]);
    const audit = await db.selectFrom('audit').select('actor').orderBy('id').execute();
    expect(audit.map(({ actor }) => actor)).toEqual(['operator', 'timer']);
  });

  it('can be looked at before, and nothing is written', async () => {
    await fillRoster(db, [ANA, TEO]);
    const { issue, readers } = await previewIssue(deps());
    expect(issue.textFor(0)).toContain('  - Téo Amaral\n      - teo@isp.example\n');
    expect(readers).toHaveLength(2);
    expect(await issues()).toEqual([]);
    expect(await db.selectFrom('jobs').select('id').execute()).toEqual([]);
  });
});

describe('a thousand people', () => {
  it('make one message of less than 450 KB', async () => {
    await begin(manyPeople(1_000));
    await sendExtra(deps());
    const [edition] = await db.selectFrom('editions').select('content').execute();

    expect(edition?.content.length).toBeLessThan(450_000);
    expect(edition?.content.toString('latin1')).toMatch(/^[\t\r\n -~]*$/);
    const copies = await db.selectFrom('copies').select('address').execute();
    expect(copies).toHaveLength(1_000);
  });
});
