/** The pages as the engine serves and writes them, made from a real database. */

import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { PAGE_POLICY } from '../../src/machines/pages/style.ts';
import { readCctldTable } from '../../src/pipeline/cctld-table.ts';
import { writePageFiles } from '../../src/pipeline/page-files.ts';
import { makePages, onceIn, pageRoutes, reportUntilNow } from '../../src/pipeline/pages.ts';
import { runCli } from '../support/cli.ts';
import { testDatabase } from '../support/database.ts';
import { fillOperator } from '../support/fill-operator.ts';
import { TEST_TABLES } from '../support/tables.ts';

const NOW = new Date('2026-11-27T13:45:10Z');
const now = () => NOW;

/** A database with people of .xa and .xb on the list. */
async function open() {
  const { db, url, close } = await testDatabase();
  onTestFinished(close);
  await fillOperator(db, NOW);
  const report = reportUntilNow(readCctldTable(TEST_TABLES));
  return { db, url, report, now, freshMs: 7 * 86_400_000 };
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tldops-pages-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe('the pages', () => {
  it('say what the database says', async () => {
    const { public: everybody, operator } = await makePages(await open());
    for (const page of [everybody, operator]) {
      expect(page).toContain('<bdi>.xa</bdi>');
      expect(page).toContain('<bdi>.xb</bdi>');
    }
    expect(everybody).not.toContain('<bdi>.xc</bdi>');
    expect(operator).toContain('<bdi>.xc</bdi>');
    expect(operator).toContain('Changes are stopped for <bdi>.xb</bdi>.');
  });

  it('are served with a policy that allows their sheet, beside an index and other routes', async () => {
    const others = { '/healthz': () => ({ status: 200, body: 'running\n' }) };
    const routes = pageRoutes(await open(), others);
    expect(Object.keys(routes).toSorted()).toEqual(['/', '/healthz', '/operator', '/public']);
    const answers = await Promise.all(
      ['/', '/operator', '/public'].map(async (path) => routes[path]?.()),
    );
    for (const answer of answers) {
      expect(answer?.type).toBe('text/html; charset=utf-8');
      expect(answer?.headers).toEqual({
        'content-security-policy': `${PAGE_POLICY}; frame-ancestors 'none'`,
      });
    }
    expect(answers[0]?.body).toContain('href="/healthz"');
    expect(answers[0]?.body).not.toContain('href="/metrics"');
  });
});

describe('what is made once in ten seconds', () => {
  it('is made once for all who ask meanwhile, and anew when it is older, also when it failed', async () => {
    let passed = 0;
    let made = 0;
    const make = async () => {
      made += 1;
      if (made === 2) throw new Error('the database is away');
      return made;
    };
    const ask = onceIn(10_000, make, () => passed);
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
    passed = 9_999;
    expect(await ask()).toBe(1);
    passed = 10_000;
    await expect(ask()).rejects.toThrow('away');
    await expect(ask()).rejects.toThrow('away');
    passed = 20_000;
    expect(await ask()).toBe(3);
    expect(made).toBe(3);
  });

  it('is waited for however long it takes: nothing is begun a second time', async () => {
    let passed = 0;
    const gate = Promise.withResolvers<void>();
    let begun = 0;
    const make = async () => {
      begun += 1;
      await gate.promise;
    };
    const ask = onceIn(10, make, () => passed);
    const first = ask();
    passed = 100_000;
    const second = ask();
    gate.resolve();
    await Promise.all([first, second]);
    expect(begun).toBe(1);
  });

  it('does not go by the clock, which may have been ahead and is put right', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-28T12:00:00Z') });
    onTestFinished(() => void vi.useRealTimers());
    let made = 0;
    const ask = onceIn(20, async () => (made += 1));
    expect(await ask()).toBe(1);
    vi.setSystemTime(new Date('2026-11-27T12:00:00Z'));
    await expect.poll(ask).toBe(2);
  });
});

describe('the files', () => {
  const pages = { public: '<p>public', operator: '<p>operator' };

  it('lie in two folders, of which only one can be read by others', async () => {
    const folder = newFolder();
    const written = await writePageFiles(join(folder, 'new', 'pages'), pages);
    const of = (name: string) => join(folder, 'new/pages', name, 'index.html');
    expect(written).toEqual([of('public'), of('operator')]);
    expect(readFileSync(of('public'), 'utf8')).toBe('<p>public');
    expect(readFileSync(of('operator'), 'utf8')).toBe('<p>operator');
    expect([modeOf(join(of('public'), '..')), modeOf(of('public'))]).toEqual(['755', '644']);
    expect([modeOf(join(of('operator'), '..')), modeOf(of('operator'))]).toEqual(['700', '600']);
  });

  it('take the place of the old ones in one step, and leave nothing beside them', async () => {
    const folder = newFolder();
    await writePageFiles(folder, pages);
    const before = statSync(join(folder, 'public/index.html')).ino;
    chmodSync(join(folder, 'operator/index.html'), 0o644);
    await writePageFiles(folder, { public: 'new', operator: 'new' });
    expect(statSync(join(folder, 'public/index.html')).ino).not.toBe(before);
    expect(modeOf(join(folder, 'operator/index.html'))).toBe('600');
    expect(readdirSync(join(folder, 'public'))).toEqual(['index.html']);
  });

  it('stay as they were when the new ones cannot be put in their place', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'public/index.html'), { recursive: true });
    await expect(writePageFiles(folder, pages)).rejects.toThrow('EISDIR');
    expect(readdirSync(join(folder, 'public'))).toEqual(['index.html']);
  });
});

describe('tldops report --html', () => {
  it('writes them and prints where', async () => {
    const { url } = await open();
    const folder = newFolder();
    const env = { DATABASE_URL: url, TLDOPS_TABLES: TEST_TABLES };
    const files = [join(folder, 'public/index.html'), join(folder, 'operator/index.html')];
    const { code, stdout, stderr } = await runCli(['report', '--html', folder, '--json'], env);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({ files });
    expect(readFileSync(files[0] ?? '', 'utf8')).toContain('<bdi>.xa</bdi>');
  });

  it('refuses what it does not write, and says where it cannot', async () => {
    const { url } = await open();
    const folder = newFolder();
    const env = { DATABASE_URL: url, TLDOPS_TABLES: TEST_TABLES };
    const old = await runCli(['report', '--html', folder, '--day', '2026-01-01'], env);
    expect(old).toMatchObject({ code: 1, stdout: '' });
    expect(old.stderr).toContain('as of now');
    writeFileSync(join(folder, 'file'), '');
    const nowhere = await runCli(['report', '--html', join(folder, 'file')], env);
    expect(nowhere).toMatchObject({ code: 1, stdout: '' });
    expect(nowhere.stderr).toContain('The pages cannot be written to');
  });
});
