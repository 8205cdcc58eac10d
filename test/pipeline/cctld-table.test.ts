/** The tables of ccTLDs and regions: those that come with the engine, and what an operator may get wrong. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { domainToASCII, domainToUnicode } from 'node:url';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { countsOn, isIdn, REGIONS } from '../../src/machines/words/region.ts';
import { readCctldTable } from '../../src/pipeline/cctld-table.ts';

const OURS = [...readCctldTable().values()];

function totals(day: string, idn: boolean): number[] {
  const counted = OURS.filter((one) => isIdn(one.cctld) === idn && countsOn(one, day));
  return REGIONS.map((region) => counted.filter((one) => one.region === region).length);
}

const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);

it('has the totals of Tables 1 and 2 of the report on its day', () => {
  expect(totals('2015-06-17', false)).toEqual([51, 87, 54, 6, 48]);
  expect(totals('2015-06-17', true)).toEqual([5, 31, 9, 0, 0]);
});

it('has 247 ASCII and 61 IDN ccTLDs today', () => {
  expect([sum(totals('2026-11-27', false)), sum(totals('2026-11-27', true))]).toEqual([247, 61]);
});

it('has an A-label for each U-label that Node makes of it, and back', () => {
  const all = OURS.map(({ cctld }) => [domainToUnicode(cctld), cctld]);
  expect(all.map(([label]) => [label, domainToASCII(label ?? '')])).toEqual(all);
  expect(
    OURS.filter(({ cctld }) => isIdn(cctld)).every(({ sibling }) => sibling?.length === 2),
  ).toBe(true);
});

it('leaves out what the root never had, keeps back, or has given up', () => {
  const all = new Set<string>(OURS.map(({ cctld }) => cctld));
  const out = ['an', 'bl', 'bq', 'eh', 'gb', 'mf', 'tp', 'um', 'yu', 'zr', 'cs', 'dd'];
  expect(out.filter((label) => all.has(label))).toEqual([]);
});

it('places in the scheme of ICANN only independent countries, as the report does but for four', () => {
  const placed = OURS.filter(({ schemes }) => schemes['icann'] !== undefined);
  const other = placed.filter(({ schemes, region }) => schemes['icann'] !== region);
  expect(other.map(({ cctld }) => cctld)).toEqual(['dj', 'km', 'ma', 'sc']);
  expect(placed.some(({ cctld }) => ['gl', 'pr', 'tc', 'aq', 'eu', 'su'].includes(cctld))).toBe(
    false,
  );
});

const CCTLDS = 'cctld,ulabel,country,sibling,from,until,ccnso,languages';
const REGION_HEAD = 'scheme,asof,cctld,region';

async function folder(cctlds: readonly string[], regions: readonly string[]): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'tables-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  await writeFile(join(dir, 'cctlds.csv'), `\ufeff${[CCTLDS, ...cctlds].join('\r\n')}\r\n`);
  await writeFile(join(dir, 'regions.csv'), [REGION_HEAD, ...regions].join('\n'));
  return dir;
}

const XA = 'xa,xa,Land XA,,,,,';
const XA_IN = 'report,2026-01-01,xa,AF';
const XB_IN = 'report,2026-01-01,xb,AF';
const RF = 'xn--p1ai,рф,Land XA,xa,,,,';
const RF_IN = 'report,2026-01-01,xn--p1ai,EUR';

it('reads what a spreadsheet program writes: a byte order mark, CRLF, quotes', async () => {
  const rows = ['xa,xa,"Land, of XA",,2020-02-29,2027-01-01,yes,fr ar', RF];
  const dir = await folder(rows, [XA_IN, 'icann,2026-02-01,xa,NA', RF_IN]);
  const table = [...readCctldTable(dir).values()];
  expect(table).toEqual([
    {
      cctld: 'xa',
      country: 'Land, of XA',
      region: 'AF',
      schemes: { report: 'AF', icann: 'NA' },
      from: '2020-02-29',
      until: '2027-01-01',
      ccnso: true,
      languages: ['fr', 'ar'],
    },
    {
      cctld: 'xn--p1ai',
      country: 'Land XA',
      region: 'EUR',
      schemes: { report: 'EUR' },
      sibling: 'xa',
    },
  ]);
});

const FAULTY: readonly (readonly [
  why: string,
  cctlds: string[],
  regions: string[],
  says: string,
])[] = [
  ['a ccTLD twice', [XA, XA], [XA_IN], 'cctlds.csv line 3: .xa stands twice'],
  [
    'a place twice',
    [XA],
    [XA_IN, XA_IN],
    'regions.csv line 3: .xa stands twice in the scheme report',
  ],
  ['an unknown ccTLD', [XA], [XA_IN, XB_IN], 'regions.csv line 3: .xb is not in cctlds.csv'],
  [
    'no region',
    [XA, 'xb,xb,Land XB,,,,,'],
    [XA_IN],
    'cctlds.csv line 3: .xb has no region in the scheme report',
  ],
  ['no such region', [XA], ['report,2026-01-01,xa,EU'], 'regions.csv line 2: "EU" is no region'],
  ['no ccTLD', [XA, 'com,com,All,,,,,'], [XA_IN], 'cctlds.csv line 3: "com" is no ccTLD'],
  ['capitals', ['XA,XA,Land XA,,,,,'], [XA_IN], 'cctlds.csv line 2: "XA" is no ccTLD'],
  [
    'another U-label',
    [XA, 'xn--p1ai,рг,Land,xa,,,,'],
    [XA_IN, RF_IN],
    'line 3: the U-label "рг" is not that of .xn--p1ai',
  ],
  [
    'a U-label in capitals',
    [XA, 'xn--p1ai,РФ,Land,xa,,,,'],
    [XA_IN, RF_IN],
    'line 3: the U-label "РФ" is not that of .xn--p1ai',
  ],
  [
    'no sibling',
    [XA, 'xn--p1ai,рф,Land,,,,,'],
    [XA_IN, RF_IN],
    'line 3: .xn--p1ai is an IDN and has no sibling',
  ],
  [
    'a sibling that is not there',
    [XA, 'xn--p1ai,рф,Land,xz,,,,'],
    [XA_IN, RF_IN],
    'line 3: the sibling .xz has no row',
  ],
  [
    'a sibling in ASCII',
    ['xa,xa,Land,xb,,,,'],
    [XA_IN],
    'line 2: .xa is in ASCII and needs no sibling',
  ],
  ['a day that is none', ['xa,xa,Land,,2015-02-30,,,'], [XA_IN], 'line 2: "2015-02-30" is no day'],
  [
    'an end before the beginning',
    ['xa,xa,Land,,2020-01-01,2019-01-01,,'],
    [XA_IN],
    'line 2: it ends on 2019-01-01, before 2020-01-01',
  ],
  [
    'a day of the scheme that is none',
    [XA],
    ['report,June,xa,AF'],
    'regions.csv line 2: "June" is no day',
  ],
  [
    'two days of a scheme',
    [XA, RF],
    [XA_IN, 'report,2026-01-02,xn--p1ai,EUR'],
    'line 3: the scheme report is of 2026-01-01 above, and of 2026-01-02 here',
  ],
  [
    'a membership that is neither',
    ['xa,xa,Land,,,,maybe,'],
    [XA_IN],
    'line 2: ccnso is "maybe", not yes, no or empty',
  ],
  [
    'a language without letters',
    ['xa,xa,Land,,,,,fr tlh'],
    [XA_IN],
    'line 2: no letter is written in "tlh"',
  ],
  ['no country', ['xa,xa,,,,,,'], [XA_IN], 'line 2: .xa has no country'],
  ['no rows', [], [XA_IN], 'cctlds.csv has no rows'],
  ['a row that is too short', [XA, 'xb,xb'], [XA_IN], 'on line 3'],
];

it.each(FAULTY)('refuses %s, and names file and line', async (_, cctlds, regions, says) => {
  const dir = await folder(cctlds, regions);
  expect(() => readCctldTable(dir)).toThrow(says);
});

it('tells all faults at once, as a fault of the configuration', async () => {
  const dir = await folder(['xa,xa,,,soon,,,', 'xa,xa,Land,,,,,'], [XA_IN, XB_IN]);
  const env = {
    TLDOPS_DOMAIN: 'lists.example',
    TLDOPS_VALIDATORS: 'val1@ccnso.example',
    TLDOPS_TABLES: dir,
  };
  expect(() => readConfig(env)).toThrow(
    [
      'TLDOPS_TABLES has faults:',
      `${dir}/cctlds.csv line 2: .xa has no country`,
      `${dir}/cctlds.csv line 2: "soon" is no day (2015-06-17)`,
      `${dir}/cctlds.csv line 3: .xa stands twice`,
      `${dir}/regions.csv line 3: .xb is not in cctlds.csv`,
    ].join('\n'),
  );
  expect(() => readConfig({ ...env, TLDOPS_TABLES: '/nowhere' })).toThrow(
    'TLDOPS_TABLES cannot be read: /nowhere/regions.csv',
  );
});

it('reads any text, or says what is wrong with it, and never throws anything else', async () => {
  const dir = await folder([XA], [XA_IN]);
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
      await writeFile(join(dir, 'cctlds.csv'), `${CCTLDS}\n${XA}\n${text}`);
      try {
        expect(readCctldTable(dir).get('xa' as never)?.country).toBe('Land XA');
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }),
  );
});
