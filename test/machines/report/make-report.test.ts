/** The statistics of a day: whatever happened, the parts add up. */

import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { percentOf, shareOf } from '../../../src/machines/report/count.ts';
import {
  type CaseThen,
  makeReport,
  type PlaceOnList,
  type ReportFacts,
} from '../../../src/machines/report/make-report.ts';
import type { Report, Share } from '../../../src/machines/report/report.ts';
import { reportCsv } from '../../../src/machines/report/report-csv.ts';
import { reportText } from '../../../src/machines/report/report-text.ts';
import { widthOf } from '../../../src/machines/letters/wrap.ts';
import type { CaseKind, CaseState } from '../../../src/machines/words/case.ts';
import { countsOn } from '../../../src/machines/words/region.ts';
import { cctld, TEST_TABLE, XA, XB } from '../../support/facts.ts';

const DAY = '2026-11-21';
const RF = cctld('xn--p1ai');

const invitations = {
  planned: 1,
  invited: 2,
  answered: 3,
  declined: 4,
  undeliverable: 5,
  unanswered: 6,
};

function facts(over: Partial<ReportFacts> = {}): ReportFacts {
  return {
    day: DAY,
    now: new Date('2026-11-27T12:00:00Z'),
    scheme: 'report',
    table: TEST_TABLE,
    places: [],
    cases: [],
    frozen: [],
    invitations,
    ...over,
  };
}

function noonOf(day: string): string {
  return day.includes('T') ? day : `${day}T09:00:00.000Z`;
}

function place(label: string, person: number, since: string, endedAt?: string): PlaceOnList {
  const end = endedAt === undefined ? {} : { endedAt: noonOf(endedAt) };
  return { cctld: cctld(label), person, since: noonOf(since), ...end };
}

function one(kind: CaseKind, state: CaseState, opened: string, ended?: string): CaseThen {
  const end = ended === undefined ? {} : { endedAt: `${ended}T12:00:00.000Z` };
  return { kind, state, openedAt: `${opened}T09:00:00.000Z`, ...end };
}

it('counts a ccTLD as subscribed while one contact of it is on the list', () => {
  const places = [
    place('xa', 1, '2026-10-01'),
    place('xa', 2, '2026-10-01', '2026-11-01'),
    place('xb', 3, '2026-10-01', '2026-11-20'),
    place('xo', 1, '2026-11-21T23:59:59.999Z'),
    place('xp', 4, '2026-11-22T00:00:00.000Z'),
    place('xn--p1ai', 4, '2026-11-01', '2026-11-22T00:00:00.000Z'),
  ];
  const made = makeReport(facts({ places }));
  expect(made.subscribed.flatMap(({ cctlds }) => cctlds.map((each) => each.cctld))).toEqual([
    'xa',
    'xo',
    'xn--p1ai',
  ]);
  expect(made.ascii.regions.map(({ subscribed, total }) => [subscribed, total])).toEqual([
    [1, 5],
    [0, 9],
    [1, 6],
    [0, 2],
    [0, 5],
  ]);
  expect([made.idn.total.subscribed, made.idn.total.total]).toEqual([1, 1]);
  expect(made.contacts).toEqual({ people: 2, one: 3, two: 0, three: 0 });
  expect(made.ccnso).toEqual({ members: 0, others: 0, unknown: 3 });
  expect(made.growth).toEqual([
    { day: '2026-10-31', ascii: 2, idn: 0 },
    { day: '2026-11-21', ascii: 2, idn: 1 },
  ]);
});

it('counts who was brought back once, though there are two rows for the time before', () => {
  const places = [place('xa', 1, '2026-10-01', '2026-11-22'), place('xa', 1, '2026-10-01')];
  expect(makeReport(facts({ places })).contacts).toMatchObject({ people: 1, one: 1, two: 0 });
});

it('counts no ccTLD before it was there or after it was gone, and names whoever is on the list for it', () => {
  const xa = TEST_TABLE.get(XA);
  const xb = TEST_TABLE.get(XB);
  if (xa === undefined || xb === undefined) throw new Error('no such entry');
  const table = new Map([
    [XA, { ...xa, from: '2026-11-22' }],
    [XB, { ...xb, until: '2026-11-21' }],
    [RF, { ...xb, cctld: RF, from: '2026-11-21', until: '2026-11-22', ccnso: true }],
  ]);
  const places = ['zz', 'xb', 'xa', 'xn--p1ai'].map((label) => place(label, 1, '2026-10-01'));
  const made = makeReport(facts({ table, places }));
  expect(made.unlisted).toEqual(['xa', 'xb', 'zz']);
  expect([made.ascii.total, made.idn.total.total]).toEqual([
    { subscribed: 0, notSubscribed: 0, total: 0 },
    1,
  ]);
  expect(made.ccnso).toEqual({ members: 1, others: 0, unknown: 0 });
  expect(reportText(made)).toContain('BUT NOT IN THE TABLE OF CCTLDS\n\n  .xa, .xb, .zz\n');
  expect(reportText(made)).toMatch(/^Total +0 +- +0 +- +0$/m);
});

it('shows apart what a scheme puts nowhere', () => {
  const places = [place('xa', 1, '2026-10-01')];
  const made = makeReport(facts({ places, scheme: 'icann' }));
  expect(made.ascii.unplaced).toMatchObject({ subscribed: 1, notSubscribed: 26, total: 27 });
  expect(made.unplaced?.subscribed.map((each) => each.cctld)).toEqual(['xa']);
  expect(reportText(made)).toMatch(/^In no region +1 +4% +26 +96% +27$/m);
  expect(makeReport(facts({ places })).unplaced).toBeUndefined();
});

it('counts open cases by kind and state, and how long people waited', () => {
  const cases = [
    one('subscribe', 'queued', '2026-11-20'),
    one('subscribe', 'queued', '2026-10-22'),
    one('invite', 'invited', '2026-11-21'),
    one('subscribe', 'applied', '2026-11-01', '2026-11-03'),
    one('subscribe', 'applied', '2026-11-01', '2026-11-08'),
    one('subscribe', 'expired', '2026-11-01', '2026-11-15'),
    one('leave', 'applied', '2026-11-21', '2026-11-21'),
    one('update', 'applied', '2026-06-01', '2026-06-03'),
    one('invite', 'answered', '2026-11-01', '2026-11-03'),
  ];
  const made = makeReport(facts({ cases }));
  expect(made.cases).toEqual([
    { kind: 'invite', state: 'invited', count: 1, oldestDays: 0 },
    { kind: 'subscribe', state: 'queued', count: 2, oldestDays: 30 },
  ]);
  expect(made.waiting).toEqual([
    { kind: 'subscribe', ended: 3, medianDays: 7, longestDays: 14 },
    { kind: 'leave', ended: 1, medianDays: 0, longestDays: 0 },
  ]);
});

it.each([
  [1, 8, 13],
  [7, 8, 88],
  [1, 200, 1],
  [1, 201, 0],
  [134, 246, 54],
  [112, 246, 46],
  [20, 45, 44],
  [0, 5, 0],
  [5, 5, 100],
])('rounds %i of %i half up to %i %', (part, total, percent) => {
  expect(percentOf(part, total)).toBe(percent);
});

it('gives no percentage of nothing', () => {
  expect(shareOf(0, 0)).toEqual({ subscribed: 0, notSubscribed: 0, total: 0 });
});

const LABELS = [...TEST_TABLE.keys(), cctld('yy')];
const moment = fc
  .date({ min: new Date('2025-06-01'), max: new Date('2027-01-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const somePlace = fc
  .record({
    cctld: fc.constantFrom(...LABELS),
    person: fc.integer({ min: 1, max: 12 }),
    since: moment,
    endedAt: fc.option(moment, { nil: undefined }),
  })
  .map(({ endedAt, ...rest }): PlaceOnList =>
    endedAt === undefined || endedAt < rest.since ? rest : { ...rest, endedAt },
  );
const someCase = fc
  .record({
    kind: fc.constantFrom<CaseKind[]>('subscribe', 'update', 'invite', 'leave', 'redelegation'),
    state: fc.constantFrom<CaseState[]>('queued', 'challenged', 'invited', 'on-notice', 'asked'),
    openedAt: moment,
    endedAt: fc.option(moment, { nil: undefined }),
  })
  .map(({ endedAt, ...rest }): CaseThen =>
    endedAt === undefined ? rest : { ...rest, endedAt, state: 'applied' },
  );
const anyReport = fc
  .record({
    places: fc.array(somePlace, { maxLength: 60 }),
    cases: fc.array(someCase, { maxLength: 12 }),
    frozen: fc.uniqueArray(fc.constantFrom(...LABELS), { maxLength: 3 }),
    scheme: fc.constantFrom('report', 'icann'),
    day: moment.map((at) => at.slice(0, 10)),
  })
  .map((some) => makeReport(facts(some)));

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);

function addsUp({ subscribed, notSubscribed, total, percent }: Share): boolean {
  const shares = percent === undefined ? 100 : percent.subscribed + percent.notSubscribed;
  return subscribed + notSubscribed === total && [100, 101].includes(shares);
}

function sizes(report: Report) {
  const named = (side: 'subscribed' | 'notSubscribed') =>
    sum(report[side].map(({ cctlds }) => cctlds.length)) + (report.unplaced?.[side].length ?? 0);
  return { subscribed: named('subscribed'), notSubscribed: named('notSubscribed') };
}

it('adds up, whoever was on the list when', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const { ascii, idn, contacts, ccnso, growth } = report;
      for (const { total, regions, unplaced } of [ascii, idn]) {
        const parts = [...regions, ...(unplaced === undefined ? [] : [unplaced])];
        expect([total, ...parts].every(addsUp)).toBe(true);
        for (const side of ['subscribed', 'notSubscribed', 'total'] as const)
          expect(sum(parts.map((part) => part[side]))).toBe(total[side]);
      }
      const all = ascii.total.subscribed + idn.total.subscribed;
      const rest = ascii.total.notSubscribed + idn.total.notSubscribed;
      expect(sizes(report)).toEqual({ subscribed: all, notSubscribed: rest });
      expect(contacts.one + contacts.two + contacts.three).toBe(all);
      expect(ccnso.members + ccnso.others + ccnso.unknown).toBe(all);
      const last = growth.at(-1) ?? { day: report.day, ascii: 0, idn: 0 };
      expect(last).toEqual({
        day: report.day,
        ascii: ascii.total.subscribed,
        idn: idn.total.subscribed,
      });
      expect(growth.map(({ day }) => day)).toEqual(growth.map(({ day }) => day).toSorted());
      const counted = [...TEST_TABLE.values()].filter((entry) => countsOn(entry, report.day));
      expect(all + rest).toBe(counted.length);
    }),
  );
});

it('is text of at most 72 columns, plain numbers in JSON, and CSV that a spreadsheet program reads back', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const lines = reportText(report).split('\n');
      expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(72);
      expect(JSON.parse(JSON.stringify(report))).toEqual(report);
      const read = Papa.parse<Record<string, string>>(reportCsv(report), {
        header: true,
        skipEmptyLines: true,
      });
      expect(read.errors).toEqual([]);
      const value = (part: string, region: string, item: string) =>
        read.data.find(
          (row) => row['part'] === part && row['region'] === region && row['item'] === item,
        )?.['value'];
      expect(value('ascii', 'total', 'subscribed')).toBe(String(report.ascii.total.subscribed));
      expect(value('idn', 'total', 'total')).toBe('1');
      expect(read.data.filter(({ part }) => part === 'subscribed')).toHaveLength(
        sizes(report).subscribed,
      );
    }),
  );
});

it('makes no formula of a country', () => {
  const xa = TEST_TABLE.get(XA);
  if (xa === undefined) throw new Error('no such entry');
  const table = new Map([[XA, { ...xa, country: '=cmd|"/c calc";A1' }]]);
  const { data } = Papa.parse<string[]>(reportCsv(makeReport(facts({ table }))));
  expect(data.find(([, , part]) => part === 'not-subscribed')?.at(-1)).toBe(`'=cmd|"/c calc",A1`);
});
