/** `tldops notify`: an issue out of turn, and a look at what it would be. */

import { createHash } from 'node:crypto';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from './support/database.ts';
import { runCli, runJson } from './support/cli.ts';
import { fillRoster } from './support/fill-roster.ts';
import { entry } from './support/issue-facts.ts';

let database: TestDatabase;
let env: Record<string, string>;
beforeAll(async () => {
  database = await testDatabase();
  env = {
    DATABASE_URL: database.url,
    TLDOPS_DOMAIN: 'lists.example',
    TLDOPS_VALIDATORS: 'val1@ccnso.example',
  };
});
afterAll(() => database.close());

async function countRows(): Promise<number[]> {
  const tables = ['issues', 'broadcasts', 'copies', 'jobs', 'audit', 'letters'] as const;
  return Promise.all(
    tables.map(async (table) => (await database.db.selectFrom(table).selectAll().execute()).length),
  );
}

it('shows what would go out, sends it on demand, and once a day', async () => {
  const { code, stdout, stderr } = await runCli(['notify'], env);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toBe('There is nobody on the list to whom mail can be sent: no issue was made.\n');
  expect(await countRows()).toEqual([0, 0, 0, 0, 0, 0]);

  await fillRoster(database.db, [
    entry('xa', 'ana@isp.example', { primary: true }),
    entry('xa', 'teo@isp.example', { firstName: 'Téo', lastName: '=1+1' }),
  ]);
  const text = await runCli(['notify', '--preview'], env);
  expect(text.code).toBe(0);
  expect(text.stdout).toMatch(/^Subject: \[TLP:AMBER\+STRICT\] TLD-OPS contact list, issue 1, /);
  expect(text.stdout).toContain('  - Téo =1+1\n      - teo@isp.example\n');
  const csv = (await runCli(['notify', '--preview', '--csv'], env)).stdout;
  expect(Papa.parse<string[]>(csv).data[2]?.slice(2, 4)).toEqual(['Téo', "'=1+1"]);
  const cards = (await runCli(['notify', '--preview', '--vcard'], env)).stdout;
  expect(cards.match(/^BEGIN:VCARD\r$/gm)).toHaveLength(2);
  expect(await countRows()).toEqual([0, 0, 0, 0, 0, 0]);

  const sent = await runJson(['notify'], env);
  expect(sent).toMatchObject({ issue: 1, recipients: 2, entries: 2 });
  // The reader of standard output has taken the byte order mark off.
  const digest = createHash('sha256').update(`\ufeff${csv}`).digest('hex');
  expect((sent as { digest: string }).digest).toBe(digest);
  expect(await countRows()).toEqual([1, 1, 2, 1, 1, 0]);
  const again = await runCli(['notify'], env);
  expect([again.code, again.stderr]).toEqual([
    1,
    'An issue out of turn went out today already; the next one can go tomorrow.\n',
  ]);
  expect(await countRows()).toEqual([1, 1, 2, 1, 1, 0]);
}, 240_000);
