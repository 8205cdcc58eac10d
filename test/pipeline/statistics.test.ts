/** The statistics of a day that is over are read from what the database still knows of it. */

import { afterEach, beforeEach, expect, it } from 'vitest';
import { appendAudit } from '../../src/store/audit.ts';
import type { Db } from '../../src/store/db.ts';
import { claimJob, findJob, type Job, LeaseLost } from '../../src/store/jobs.ts';
import type { Report } from '../../src/machines/report/report.ts';
import { nextTime } from '../../src/pipeline/schedule.ts';
import { gatherReport } from '../../src/pipeline/statistics.ts';
import { sendStatistics, startStatistics } from '../../src/pipeline/statistics-letter.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { settings, TEST_TABLE, VAL1, XA } from '../support/facts.ts';
import { fillRoster } from '../support/fill-roster.ts';
import { entry } from '../support/issue-facts.ts';
import { VAL1 as VERA } from '../support/people.ts';
import { subscribed } from '../support/subscribed.ts';

const DESK = 'tld-ops-validate@lists.example';
const NOW = new Date('2027-03-01T12:00:00Z');

function on(db: Db, day: string): Promise<Report> {
  return gatherReport(db, { table: TEST_TABLE, day, now: NOW });
}

it('knows what was open, stopped and done on each day', async () => {
  const talk = await subscribed({
    title: 'Days that are over',
    teaches: 'A case opens and ends, changes are stopped and allowed again.',
    shownOnFailure: false,
  });
  const { db } = talk;
  // It is 23 November, 09:00.
  const command = (text: string) => talk.mail({ from: VERA, to: DESK, subject: 'Desk', text });
  await command('FREEZE .xa hijack\nREMOVE .xb "Nobody" is refused');
  await command('FREEZE .xa hijack');
  await talk.advance('3 days');
  await command('UNFREEZE .xa');
  await command('FREEZE .xc for good');
  await talk.advance('1 day');
  await command('REMOVE .xa "Téo Amaral" he left');
  const id = Number(
    (await db.selectFrom('cases').select('id').orderBy('id', 'desc').executeTakeFirst())?.id,
  );
  await talk.advance('2 days');
  await talk.reply(talk.letter('queue', VERA), { from: VERA, text: `APPROVE ${id} .xa` });
  expect(await talk.roster()).toHaveLength(1);

  const days = ['2026-11-20', '2026-11-22', '2026-11-23', '2026-11-25', '2026-11-27', '2026-11-29'];
  const seen = [];
  for (const day of days) {
    const { frozen, cases, waiting, contacts } = await on(db, day);
    const open = cases.map(({ kind, state, oldestDays }) => `${kind} ${state} ${oldestDays}`);
    const ended = waiting.map(({ kind, longestDays }) => `${kind} ${longestDays}`);
    seen.push([day, frozen.join(' '), open.join(), ended.join(), contacts.people].join('; '));
  }
  expect(seen).toEqual([
    '2026-11-20; ; ; ; 0',
    '2026-11-22; ; ; subscribe 0; 2',
    '2026-11-23; xa; ; subscribe 0; 2',
    '2026-11-25; xa; ; subscribe 0; 2',
    '2026-11-27; xc; remove queued 0; subscribe 0; 2',
    '2026-11-29; xc; ; subscribe 0,remove 2; 1',
  ]);
});

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.close());

it('is the same for a day that is over, whatever happens later', async () => {
  const { db } = database;
  await fillRoster(db, [
    ana('xa', '2026-10-01T09:00:00Z'),
    ana('xn--p1ai', '2026-11-05T09:00:00Z'),
  ]);
  const before = await on(db, '2026-11-10');
  expect([before.ascii.total.subscribed, before.idn.total.subscribed]).toEqual([1, 1]);
  await fillRoster(db, [ana('xo', '2026-11-22T09:00:00Z')]);
  expect(await on(db, '2026-11-10')).toEqual(before);
  const later = await on(db, '2026-12-31');
  expect(later.growth.map(({ day, ascii, idn }) => `${day} ${ascii} ${idn}`)).toEqual([
    '2026-10-31 1 0',
    '2026-11-30 1 0',
    '2026-12-31 1 0',
  ]);
});

function ana(cctld: string, since: string) {
  return entry(cctld, 'ana@isp.example', { since });
}

it('counts an invitation that is out, from the day on which it went', async () => {
  const { db } = database;
  const at = new Date('2026-11-20T09:00:00Z');
  const { id } = await db
    .insertInto('cases')
    .values({
      kind: 'invite',
      cctld: 'xa',
      state: 'invited',
      context: '{}',
      request: '{}',
      evidence: 'E0',
      policy: 'balanced',
      requester: VAL1,
      opened_at: at,
      updated_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const [before, after] = [{ state: 'planned' }, { state: 'invited' }];
  const about = { at, actor: VAL1, reason: 'invited', caseId: id, cctld: XA };
  await db.transaction().execute((trx) => appendAudit(trx, { ...about, facts: {}, before, after }));
  expect((await on(db, '2026-11-19')).invitations.invited).toBe(0);
  expect((await on(db, '2026-11-20')).invitations.invited).toBe(1);
});

const MONTHLY = '0 7 1 * *';

function deps(db: Db, now: string, pattern: string | undefined = MONTHLY) {
  return {
    db,
    settings: { ...settings(), committee: [VAL1] },
    statistics: pattern,
    now: () => new Date(now),
    random: (size: number) => Buffer.alloc(size, Math.random() * 256),
    domain: 'lists.example',
  };
}

// The letters of the month before wait for their delivery, and are passed over.
async function claim(db: Db, now: string): Promise<Job> {
  for (;;) {
    const job = await claimJob(db, 'worker', new Date(now));
    if (job === undefined) throw new Error('the statistics are not due');
    if (job.payload['statistics'] === true) return job;
  }
}

async function letters(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('letters')
    .selectAll()
    .where('name', '=', 'statistics')
    .execute();
  return rows.map(({ addressee, data }) => {
    const { day } = (data as { letter: { day: string } }).letter;
    return `${day} to ${addressee}`;
  });
}

const OF_NOVEMBER = ['2026-11-30 to val1@ccnso.example', '2026-11-30 to val2@ccnso.example'];

it('goes once to each address, also to a Validator who is on the Committee', async () => {
  const { db } = database;
  await startStatistics(db, new Date('2026-11-21T09:00:00Z'), MONTHLY);
  const at = '2026-12-01T07:00:00Z';
  await sendStatistics(deps(db, at), await claim(db, at));
  expect(await letters(db)).toEqual(OF_NOVEMBER);
  const next = await findJob(db, 'statistics:monthly');
  expect(next?.run_at.toISOString()).toBe('2027-01-01T07:00:00.000Z');
});

it('sends nothing twice when a worker loses its lease, or the time is changed within a month', async () => {
  const { db } = database;
  await startStatistics(db, new Date('2026-11-21T09:00:00Z'), MONTHLY);
  const at = '2026-12-01T07:00:00Z';
  const first = await claim(db, at);
  const second = await claim(db, '2026-12-01T07:30:00Z');
  await expect(sendStatistics(deps(db, at), first)).rejects.toThrow(LeaseLost);
  expect(await letters(db)).toEqual([]);
  await sendStatistics(deps(db, '2026-12-03T00:30:00Z'), second);
  expect(await letters(db)).toEqual(OF_NOVEMBER);
  const pattern = '0 7 15 * *';
  await startStatistics(db, new Date('2026-12-04T00:00:00Z'), pattern);
  const again = '2026-12-15T07:00:00Z';
  await sendStatistics(deps(db, again, pattern), await claim(db, again));
  expect(await letters(db)).toEqual(OF_NOVEMBER);
  expect((await findJob(db, 'statistics:monthly'))?.run_at).toEqual(
    nextTime(pattern, new Date(again)),
  );
});

it('comes on its day all the same when a clock that was ahead for a minute has sent it before', async () => {
  const { db } = database;
  await startStatistics(db, new Date('2026-11-25T09:00:00Z'), MONTHLY);
  const ahead = '2026-12-02T09:00:00Z';
  await sendStatistics(deps(db, ahead), await claim(db, ahead));
  // The engine is started anew, with the right time.
  await startStatistics(db, new Date('2026-11-25T09:01:00Z'), MONTHLY);
  const at = '2026-12-01T07:00:00Z';
  await sendStatistics(deps(db, at), await claim(db, at));
  expect(await letters(db)).toEqual([...OF_NOVEMBER, ...OF_NOVEMBER]);
  expect((await findJob(db, 'statistics:monthly'))?.run_at.toISOString()).toBe(
    '2027-01-01T07:00:00.000Z',
  );
});

it('keeps what is due, follows a changed pattern and a clock put right, and can be turned off', async () => {
  const { db } = database;
  const due = async () => (await findJob(db, 'statistics:monthly'))?.run_at.toISOString();
  await startStatistics(db, new Date('2026-11-21T09:00:00Z'), MONTHLY);
  await startStatistics(db, new Date('2027-02-20T09:00:00Z'), MONTHLY);
  expect(await due()).toBe('2026-12-01T07:00:00.000Z');
  await startStatistics(db, new Date('2026-11-22T09:00:00Z'), '30 5 2 * *');
  expect(await due()).toBe('2026-12-02T05:30:00.000Z');
  await startStatistics(db, new Date('2026-03-22T09:00:00Z'), '30 5 2 * *');
  expect(await due()).toBe('2026-04-02T05:30:00.000Z');
  await startStatistics(db, new Date('2026-03-22T09:00:00Z'), undefined);
  expect(await due()).toBeUndefined();
});
