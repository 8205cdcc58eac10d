/** `tldops report`: the statistics of a day, as text, JSON and CSV, and from a list like Table 7. */

import Papa from 'papaparse';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from './support/database.ts';
import { runCli, runJson } from './support/cli.ts';
import { fillRoster } from './support/fill-roster.ts';
import { entry } from './support/issue-facts.ts';

const TABLE_7 = new URL('reports/table-7.csv', import.meta.url).pathname;
let database: TestDatabase;
let env: Record<string, string>;
beforeAll(async () => {
  database = await testDatabase();
  env = { DATABASE_URL: database.url };
  // With the tables that come with the engine: the made-up ccTLDs are not among them.
  await fillRoster(database.db, [
    entry('xa', 'ana@isp.example', { since: '2015-03-01T00:00:00Z' }),
    entry('xn--p1ai', 'ana@isp.example', { since: '2015-03-01T00:00:00Z' }),
  ]);
});
afterAll(() => database.close());

it('counts a day of long ago, and needs nothing but the database and the tables', async () => {
  const { code, stdout } = await runCli(['report', '--day', '2015-06-17'], env);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Total +0 +0% +246 +100% +246$/m);
  expect(stdout).toMatch(/^Europe +1 +11% +8 +89% +9$/m);
  expect(stdout).toMatch(/^ +\d+ {2}Belarus: \.бел \(xn--90ais\)$/m);
  expect(stdout).toMatch(/^SUBSCRIBED\n\nEurope\n {2}\.рф \(xn--p1ai\)$/m);
  expect(stdout).toContain('NOT IN THE TABLE OF CCTLDS\n\n  .xa\n');

  const json = await runJson(['report', '--day', '2015-02-28'], env);
  expect(json).toMatchObject({
    day: '2015-02-28',
    scheme: 'report',
    ascii: { total: { subscribed: 0, notSubscribed: 246, total: 246 } },
    idn: { total: { subscribed: 0, notSubscribed: 45, total: 45 } },
    growth: [],
  });
  const csv = (await runCli(['report', '--csv', '--scheme', 'icann'], env)).stdout;
  const rows = Papa.parse<string[]>(csv, { skipEmptyLines: true }).data;
  expect(rows[0]).toEqual(['day', 'scheme', 'part', 'region', 'item', 'label', 'value']);
  const total = rows.find((row) => row.slice(2, 5).join() === 'ascii,total,total');
  expect(total?.slice(1)).toEqual(['icann', 'ascii', 'total', 'total', '', '247']);
}, 240_000);

it('makes Table 1 from Table 7, without a database', async () => {
  const args = ['report', '--day', '2015-06-17', '--not-subscribed', TABLE_7];
  const { code, stdout } = await runCli(args, { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/x' });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Total +134 +54% +112 +46% +246$/m);
  expect(stdout).toContain('  - .tc stands in the list twice: in AP as number 36 and in LAC as\n');
  const json = (await runJson(args, {})) as { remarks: string[] };
  expect(json.remarks).toHaveLength(7);
}, 240_000);

it.each([
  [['--day', '2015-02-30'], '"2015-02-30" is no day; write it as 2015-06-17.\n'],
  [['--day', '2999-01-01'], '2999-01-01 has not come yet.\n'],
  [['--scheme', 'un'], 'There is no scheme "un"; there is report, icann.\n'],
  [
    ['--not-subscribed', TABLE_7, '--scheme', 'icann'],
    'A list has its own regions, those of the report: --not-subscribed takes no --scheme.\n',
  ],
  [['--not-subscribed', '/nowhere'], /^\/nowhere cannot be read: ENOENT/],
])(
  'refuses %j in one sentence',
  async (args, says) => {
    const { code, stdout, stderr } = await runCli(['report', ...args], env);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(says);
  },
  240_000,
);
