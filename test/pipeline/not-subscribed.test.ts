/** Table 7 of the report as input: its Tables 1 and 2 come out, and what is odd about it. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { reportFromList } from '../../src/machines/report/from-list.ts';
import type { Share } from '../../src/machines/report/report.ts';
import { readCctldTable } from '../../src/pipeline/cctld-table.ts';
import { readNotSubscribed } from '../../src/pipeline/not-subscribed.ts';

const TABLE_7 = new URL('../reports/table-7.csv', import.meta.url).pathname;
const WANTED = { day: '2015-06-17', table: readCctldTable() };

function cells({ subscribed, notSubscribed, total, percent }: Share): number[] {
  return [
    subscribed,
    percent?.subscribed ?? -1,
    notSubscribed,
    percent?.notSubscribed ?? -1,
    total,
  ];
}

it('makes Table 1 of the report from its Table 7, every cell of it', () => {
  const { ascii, idn } = reportFromList(readNotSubscribed(TABLE_7), WANTED);
  expect([ascii.total, ...ascii.regions].map(cells)).toEqual([
    [134, 54, 112, 46, 246],
    [21, 41, 30, 59, 51],
    [43, 49, 44, 51, 87],
    [47, 87, 7, 13, 54],
    [4, 67, 2, 33, 6],
    [19, 40, 29, 60, 48],
  ]);
  expect(idn).toBeUndefined();
});

it('names the row that stands twice, and the numbers that do not add up', () => {
  const { remarks } = reportFromList(readNotSubscribed(TABLE_7), WANTED);
  expect(remarks).toEqual([
    '.tc stands in the list twice: in AP as number 36 and in LAC as number 27. It is counted each time.',
    'The list has 112 rows, and names 111 ccTLDs.',
    'In AF the number 28 stands twice: .td and .tg.',
    'In AF the last number is 29, and there are 30 rows.',
    'In EUR the number 3 stands twice: .eu and .fo.',
    'In EUR the last number is 6, and there are 7 rows.',
    '.tc stands in AP, and the table has it in LAC.',
  ]);
});

async function file(text: string): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'list-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  await writeFile(join(dir, 'list'), text);
  return join(dir, 'list');
}

it('makes Table 2 from a list of IDN ccTLDs, with no percentage of nothing', async () => {
  const labels = {
    AF: 'المغرب مصر سودان',
    EUR: 'бг ею ελ ευ бел',
    AP: 'भारत بھارت భారత్ ભારત ਭਾਰਤ இந்தியா ভারত қаз мон გე հայ عمان ایران سورية قطر فلسطين الاردن',
  };
  const rows = Object.entries(labels).map(([region, some]) => {
    const list = some.split(' ').map((label, at) => `${at + 1}) .${label}\tsomewhere\n`);
    return `(${region})\n${list.join('')}`;
  });
  const { idn, remarks } = reportFromList(readNotSubscribed(await file(rows.join('\n'))), WANTED);
  expect(idn && [idn.total, ...idn.regions].map(cells)).toEqual([
    [20, 44, 25, 56, 45],
    [2, 40, 3, 60, 5],
    [14, 45, 17, 55, 31],
    [4, 44, 5, 56, 9],
    [0, -1, 0, -1, 0],
    [0, -1, 0, -1, 0],
  ]);
  expect(remarks).toEqual([]);
});

it('reads the layout of the report: a region before its first row or above it, tabs or blanks', async () => {
  const text =
    'Region\tccTLDs\tCountry\nAfrica (AF)\t1) .ac\tAscension\n\t2) .AO\tAngola\n29) .zw\tZimbabwe\n\nEurope (EUR)\n  1) .рф   Russia';
  expect(readNotSubscribed(await file(text))).toEqual([
    { region: 'AF', number: 1, cctld: 'ac', country: 'Ascension' },
    { region: 'AF', number: 2, cctld: 'ao', country: 'Angola' },
    { region: 'AF', number: 29, cctld: 'zw', country: 'Zimbabwe' },
    { region: 'EUR', number: 1, cctld: 'xn--p1ai', country: 'Russia' },
  ]);
});

it('says so when a ccTLD is not counted on that day', async () => {
  const rows = readNotSubscribed(await file('(AF)\n1) .ss\tSouth Sudan\n2) .gb\tReserved\n'));
  expect(reportFromList(rows, WANTED).remarks).toEqual([
    '.ss stands in the list, and the table does not count it on 2015-06-17.',
    '.gb stands in the list, and the table does not count it on 2015-06-17.',
  ]);
});

it.each([
  ['region,number,cctld,country\nAF,1,ac,x\nXX,2,ao,y\n', 'line 3: "XX" is no region'],
  ['region,number,cctld,country\nAF,one,ac,x\n', 'line 2: "one" is no number'],
  ['region,number,cctld,country\nAF,1,.ac,x\n', 'line 2: ".ac" is no ccTLD'],
  ['region,number,cctld\nAF,1,ac\n', 'line 1: no column country'],
  ['(AF)\n1) .com\tAll\n', 'line 2: ".com" is no ccTLD'],
  ['1) .ac\tAscension\n', 'line 1: it stands under no region'],
  [
    'Africa (AF)\n1)\t.ac\tAscension\n2)\t.ao\n',
    'line 3: it is no row of number, ccTLD and country',
  ],
  ['(AF)\n3. .bj Benin\n', 'line 2: it is no row'],
  ['(AF)\nAngola .ao\n', 'line 2: it is no row'],
  ['(AF)\n12 Angola\n', 'line 2: it is no row'],
  ['Africa (AF)\t.рф\n', 'line 1: it is no row'],
  ['nothing of the kind\n', 'has no rows'],
])('refuses a list with a fault, and names file and line: %s', async (text, says) => {
  const list = await file(text);
  expect(() => readNotSubscribed(list)).toThrow(says);
  expect(() => readNotSubscribed(list)).toThrow(list);
});

it('passes over headings and the numbers of pages', async () => {
  const text =
    'Table 7. Not yet subscribed (112)\n\nAfrica (AF)\n1) .ac\tAscension\n\n  12\nccTLDs e.g. in Africa\n2) .ao\tAngola\n';
  expect(readNotSubscribed(await file(text))).toHaveLength(2);
});

it('counts no region below zero: a list that has more rows there than there are ccTLDs is refused', async () => {
  const labels = ['bm', 'ca', 'gl', 'pm', 'pr', 'us', 'ag', 'ai'];
  const rows = labels.map((label, at) => `${at + 1}) .${label}\tsomewhere\n`);
  const list = readNotSubscribed(await file(`(NA)\n${rows.join('')}`));
  expect(() => reportFromList(list, WANTED)).toThrow(
    'The list has 8 rows in NA, and the table counts 6 ccTLDs there: nothing can be counted.\n.ag stands in NA',
  );
});
