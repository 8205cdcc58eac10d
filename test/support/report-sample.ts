/** Reports and operator facts for tests of the pages: a small one to read, and a world of 316 ccTLDs. */

import type { OperatorFacts } from '../../src/machines/pages/operator-facts.ts';
import type {
  GrowthPoint,
  NamedCctld,
  RegionList,
  RegionTable,
  Report,
  Share,
} from '../../src/machines/report/report.ts';
import { type Cctld, readCctld } from '../../src/machines/words/cctld.ts';
import { isIdn, REGIONS, type Region } from '../../src/machines/words/region.ts';

export interface Counted extends NamedCctld {
  readonly region: Region;
  readonly joined: boolean;
}

export function cctld(text: string): Cctld {
  const read = readCctld(text);
  if (read === undefined) throw new Error(`"${text}" is no ccTLD`);
  return read;
}

/** A report in which everything adds up, about these ccTLDs. */
export function reportOf(counted: readonly Counted[], changes: Partial<Report> = {}): Report {
  const ascii = tableOf(counted.filter((one) => !isIdn(one.cctld)));
  const idn = tableOf(counted.filter((one) => isIdn(one.cctld)));
  const joined = counted.filter((one) => one.joined).length;
  return {
    day: '2026-11-27',
    madeAt: '2026-11-27T13:45:10.000Z',
    scheme: 'report',
    ascii,
    idn,
    ccnso: { members: joined, others: 0, unknown: 0 },
    contacts: { people: joined * 2, one: 0, two: joined, three: 0 },
    subscribed: listOf(counted, true),
    notSubscribed: listOf(counted, false),
    invitations: {
      planned: 1,
      invited: 2,
      answered: 3,
      declined: 1,
      undeliverable: 1,
      unanswered: 0,
    },
    cases: [
      { kind: 'subscribe', state: 'queued', count: 2, oldestDays: 9 },
      { kind: 'invite', state: 'invited', count: 2, oldestDays: 16 },
    ],
    waiting: [{ kind: 'subscribe', ended: 4, medianDays: 3, longestDays: 17 }],
    growth: growthTo(ascii.total.subscribed, idn.total.subscribed),
    frozen: [cctld('xc')],
    unlisted: [],
    ...changes,
  };
}

function tableOf(some: readonly Counted[]): RegionTable {
  const regions = REGIONS.map((region) => ({
    region,
    ...shareOf(some.filter((one) => one.region === region)),
  }));
  return { total: shareOf(some), regions };
}

function shareOf(some: readonly Counted[]): Share {
  const total = some.length;
  const subscribed = some.filter(({ joined }) => joined).length;
  const half = (part: number) => Math.floor((part / total) * 100 + 0.5);
  const counts = { subscribed, notSubscribed: total - subscribed, total };
  if (total === 0) return counts;
  return {
    ...counts,
    percent: { subscribed: half(subscribed), notSubscribed: half(total - subscribed) },
  };
}

function listOf(counted: readonly Counted[], joined: boolean): RegionList[] {
  return REGIONS.map((region) => ({
    region,
    cctlds: counted.filter((one) => one.region === region && one.joined === joined),
  }));
}

// Slow, then quick, then slow, to the end of October and on the day itself.
function growthTo(ascii: number, idn: number): GrowthPoint[] {
  const months = 22;
  const reached = (step: number) => 1 / (1 + Math.exp(7 - (step / months) * 12));
  const points = Array.from({ length: months }, (_, step): GrowthPoint => {
    const day = new Date(Date.UTC(2025, step + 1, 0)).toISOString().slice(0, 10);
    const share = reached(step);
    return { day, ascii: Math.round(ascii * share), idn: Math.round(idn * share) };
  });
  return [...points, { day: '2026-11-27', ascii, idn }];
}

/** Eight ccTLDs, as a person would write them down. */
export const SMALL: readonly Counted[] = [
  { cctld: cctld('xa'), country: 'Land XA', region: 'AF', joined: true },
  { cctld: cctld('xb'), country: 'Land XB', region: 'AF', joined: false },
  { cctld: cctld('xc'), country: "Coast of Xc's Gold", region: 'AP', joined: true },
  { cctld: cctld('حانون'), country: 'Land XD', region: 'AP', joined: true },
  { cctld: cctld('xd'), country: 'Land XD', region: 'AP', joined: false },
  { cctld: cctld('xe'), country: 'Земля XE & Söhne', region: 'EUR', joined: true },
  { cctld: cctld('рф'), country: 'Land XE', region: 'EUR', joined: false },
  { cctld: cctld('xf'), country: 'Saint Xf and the Further Islands', region: 'LAC', joined: false },
];

const SCRIPTS: readonly (readonly [Region, string])[] = [
  ['AP', 'ابتثجحخدذر'],
  ['AP', 'कखगघचछजटठड'],
  ['AP', '东南西北中国山水火'],
  ['AF', 'سشصضطظعغفق'],
  ['EUR', 'абвгдежзик'],
  ['EUR', 'αβγδεζηθικ'],
];

/** 251 ASCII and 65 IDN ccTLDs that do not exist, in the five regions. */
export function worldOf316(): Counted[] {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const ascii = Array.from({ length: 251 }, (_, index): Counted => {
    const name = `${letters[Math.floor(index / 26) + 12]}${letters[index % 26]}`;
    const region = REGIONS[((index * 7) % 23) % 5] ?? 'AF';
    const country =
      index % 9 === 4
        ? `The Federated Islands of ${name.toUpperCase()}`
        : `Land ${name.toUpperCase()}`;
    return { cctld: cctld(name), country, region, joined: (index * 5) % 9 < 5 };
  });
  const idn = Array.from({ length: 65 }, (_, index): Counted => {
    const [region, signs] = SCRIPTS[index % SCRIPTS.length] ?? ['AP', ''];
    const word = [...signs];
    const turned = [...word.slice(index % 9), ...word].slice(0, 3 + (index % 5)).join('');
    return {
      cctld: cctld(`${turned}${word[Math.floor(index / 6) % 9] ?? ''}`),
      country: `Land ${index}`,
      region,
      joined: index % 3 === 0,
    };
  });
  return [...ascii, ...idn];
}

/** What the operator of the small world sees. */
export const FACTS: OperatorFacts = {
  at: '2026-11-27T13:45:10.000Z',
  cases: [
    {
      id: 1001,
      kind: 'subscribe',
      cctld: cctld('xb'),
      state: 'queued',
      days: 9,
      due: '2026-12-02T09:00:00.000Z',
      ours: true,
    },
    { id: 1004, kind: 'subscribe', state: 'needs-cctld', days: 3, ours: false },
    {
      id: 1005,
      kind: 'update',
      cctld: cctld('حانون'),
      state: 'applying',
      waiting: 'registry-unreachable',
      days: 0,
      ours: true,
    },
    {
      id: 1006,
      kind: 'unreachable',
      cctld: cctld('xa'),
      state: 'awaiting-successor',
      days: 31,
      ours: false,
    },
  ],
  work: [
    { kind: 'letter', count: 3, due: 2, oldestMinutes: 95, givenUp: 0 },
    { kind: 'timer', count: 12, due: 0, oldestMinutes: 0, givenUp: 1 },
  ],
  letters: { failed: 1, cameBack: 4 },
  registry: {
    ages: [
      { label: 'less than a day', count: 6 },
      { label: '1 to 7 days', count: 1 },
      { label: 'more than 7 days', count: 1 },
      { label: 'never read', count: 1 },
    ],
    stale: 1,
    never: 1,
    settling: 1,
    changes: { redelegation: 0, review: 1, anchor: 2, details: 5 },
    undeliverable: [cctld('xf')],
  },
  frozen: [{ cctld: cctld('xc'), since: '2026-11-20T08:00:00.000Z' }],
  aside: { quarantined: 1, held: 2 },
  lastIssue: { number: 12, period: 'month 2026-11', at: '2026-11-01T06:00:00.000Z', places: 9 },
  confirmed: {
    people: [
      { label: 'less than a year', count: 5 },
      { label: '1 to 2 years', count: 2 },
      { label: 'more than 2 years', count: 1 },
    ],
    anchors: [
      { label: 'less than a year', count: 3 },
      { label: '1 to 2 years', count: 1 },
      { label: 'more than 2 years', count: 0 },
    ],
    silent: 2,
    silentSince: '2024-05-02T08:00:00.000Z',
  },
  checks: [
    {
      kind: 'yearly',
      period: 'year 2026',
      opened: '2026-03-01T06:00:00.000Z',
      closes: '2026-03-31T06:00:00.000Z',
      asked: 12,
      answered: 10,
    },
  ],
  unreachable: [cctld('xa')],
};
