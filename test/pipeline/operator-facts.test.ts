/** What the operator page is told: counted from the database, without anybody's name or words. */

import { expect, it, onTestFinished } from 'vitest';
import { attention } from '../../src/machines/pages/attention.ts';
import { gatherOperatorFacts } from '../../src/pipeline/operator-facts.ts';
import { makePages } from '../../src/pipeline/pages.ts';
import type { Db } from '../../src/store/db.ts';
import { claimJob, postponeJob, putJob } from '../../src/store/jobs.ts';
import { readNumbers } from '../../src/store/metrics.ts';
import { testDatabase } from '../support/database.ts';
import { fillOperator, SECRETS } from '../support/fill-operator.ts';
import { reportOf, SMALL } from '../support/report-sample.ts';

const NOW = new Date('2026-11-27T13:45:10Z');
const DAY = 86_400_000;
const FRESH = 2 * DAY;

async function open(): Promise<Db> {
  const { db, close } = await testDatabase();
  onTestFinished(close);
  return db;
}

it('counts what waits, what is old, and what was not confirmed', async () => {
  const db = await open();
  await fillOperator(db, NOW);
  const found = await gatherOperatorFacts(db, NOW, FRESH);
  const cases = found.cases.map(({ id: _, ...one }) => one);
  expect({ ...found, cases }).toEqual({
    at: '2026-11-27T13:45:10.000Z',
    cases: [
      {
        kind: 'subscribe',
        state: 'needs-cctld',
        days: 40,
        due: '2026-11-29T13:45:10.000Z',
        ours: false,
      },
      { kind: 'subscribe', cctld: 'xc', state: 'queued', days: 9, ours: true },
      {
        kind: 'update',
        cctld: 'xa',
        state: 'applying',
        waiting: 'registry-unreachable',
        days: 1,
        ours: true,
      },
    ],
    work: [
      { kind: 'letter', count: 3, due: 2, oldestMinutes: 180, givenUp: 0 },
      { kind: 'timer', count: 0, due: 0, oldestMinutes: 0, givenUp: 1 },
    ],
    letters: { failed: 1, cameBack: 1 },
    registry: {
      ages: [
        { label: 'less than a day', count: 1 },
        { label: '1 to 7 days', count: 2 },
        { label: 'more than 7 days', count: 1 },
        { label: 'never read', count: 1 },
      ],
      stale: 2,
      never: 1,
      settling: 1,
      changes: { redelegation: 0, review: 0, anchor: 2, details: 1 },
      undeliverable: ['xc'],
    },
    frozen: [{ cctld: 'xb', since: '2026-11-20T13:45:10.000Z' }],
    aside: { quarantined: 1, held: 2 },
    lastIssue: { number: 7, period: 'month 2026-11', at: '2026-11-01T13:45:10.000Z', places: 3 },
    confirmed: {
      people: [
        { label: 'less than a year', count: 2 },
        { label: '1 to 2 years', count: 0 },
        { label: 'more than 2 years', count: 1 },
      ],
      anchors: [
        { label: 'less than a year', count: 0 },
        { label: '1 to 2 years', count: 1 },
        { label: 'more than 2 years', count: 1 },
      ],
      silent: 1,
      silentSince: '2024-06-10T13:45:10.000Z',
    },
    checks: [
      {
        kind: 'yearly',
        period: 'year 2026',
        opened: '2026-10-18T13:45:10.000Z',
        closes: '2026-11-17T13:45:10.000Z',
        closed: '2026-11-18T13:45:10.000Z',
        asked: 2,
        answered: 1,
      },
      {
        kind: 'drill',
        period: 'drill 2026-10-18',
        opened: '2026-10-18T13:45:10.000Z',
        closes: '2026-11-17T13:45:10.000Z',
        asked: 0,
        answered: 0,
      },
    ],
    unreachable: ['xa'],
  });
});

it('is all zeros for an engine that has just been installed', async () => {
  const found = await gatherOperatorFacts(await open(), NOW, FRESH);
  expect(found).toMatchObject({ cases: [], work: [], frozen: [], checks: [], unreachable: [] });
  expect(found.lastIssue).toBeUndefined();
});

it('says what is too old to decide by as the metrics do, by one setting, and what was never read apart', async () => {
  const db = await open();
  await fillOperator(db, NOW);
  for (const [freshMs, stale] of [
    [FRESH, 2],
    [5 * DAY, 1],
    [9 * DAY, 0],
  ] as const) {
    const { registry } = await readNumbers(db, NOW, freshMs);
    expect([registry.stale, registry.unread]).toEqual([stale, 1]);
    const facts = await gatherOperatorFacts(db, NOW, freshMs);
    expect([facts.registry.stale, facts.registry.never]).toEqual([stale, 1]);
  }
  const words = attention(await gatherOperatorFacts(db, NOW, FRESH)).toString();
  expect(words).toContain('2 records of the registry that we read too long ago to decide by.');
  expect(words).toContain('1 record of the registry that we have never read.');
});

it('counts among the never read no ccTLD of which the registry says that there is none', async () => {
  const db = await open();
  const absent_since = new Date('2026-11-20T00:00:00Z');
  await db
    .insertInto('cctlds')
    .values([{ cctld: 'xa' }, { cctld: 'xb', absent_since }])
    .execute();
  expect((await gatherOperatorFacts(db, NOW, FRESH)).registry.never).toBe(1);
});

it('tells of letters that the relay has not taken for two days, though the next try of each is yet to come', async () => {
  const db = await open();
  const before = new Date('2026-11-25T13:00:00Z');
  for (const key of ['a', 'b', 'tomorrow']) {
    const runAt = key === 'tomorrow' ? new Date('2026-11-28T07:00:00Z') : before;
    await putJob(db, { key, kind: 'letter', payload: {}, runAt, now: before });
  }
  for (let tries = 0; tries < 2; tries += 1) {
    const job = await claimJob(db, 'one', NOW);
    if (job === undefined) throw new Error('nothing is due');
    await postponeJob(db, job, new Date('2026-11-27T13:59:00Z'), 'the relay is away', true);
  }
  const facts = await gatherOperatorFacts(db, NOW, FRESH);
  const oldestMinutes = 48 * 60 + 45;
  expect(facts.work).toEqual([{ kind: 'letter', count: 3, due: 2, oldestMinutes, givenUp: 0 }]);
  expect(attention(facts).toString()).toContain('Work has been due for 2 days.');
});

it('tells no page a name, an address, a number, a token or a word of a mail', async () => {
  const db = await open();
  await fillOperator(db, NOW);
  const pages = await makePages({ db, report: small, freshMs: FRESH, now });
  for (const page of [pages.public, pages.operator]) {
    expect(SECRETS.filter((secret) => page.includes(secret))).toEqual([]);
    expect(page.replace(/<style>.*<\/style>/s, '')).not.toContain('@');
  }
});

it('holds nobody up: a slow query ends it, and nothing can be changed by it', async () => {
  const db = await open();
  const begun = performance.now();
  await expect(makePages({ db, report: slow, freshMs: FRESH, now, patience: 200 })).rejects.toThrow(
    'statement timeout',
  );
  expect(performance.now() - begun).toBeLessThan(10_000);
  await expect(makePages({ db, report: writing, freshMs: FRESH, now })).rejects.toThrow(
    'read-only',
  );
});

const now = () => NOW;
const small = async () => reportOf(SMALL);

async function slow(trx: Db) {
  await trx.selectNoFrom((of) => of.fn('pg_sleep', [of.val(20)]).as('x')).execute();
  return reportOf(SMALL);
}

async function writing(trx: Db) {
  await trx.deleteFrom('jobs').execute();
  return reportOf(SMALL);
}
