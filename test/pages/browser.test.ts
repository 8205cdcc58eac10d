/** Both pages in a real Chromium, from the engine's server and from the written files. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/machines/report/report.ts';
import { REGION_NAMES } from '../../src/machines/words/region.ts';
import { type HttpServer, serveHttp } from '../../src/pipeline/http.ts';
import { writePageFiles } from '../../src/pipeline/page-files.ts';
import { makePages, pageRoutes } from '../../src/pipeline/pages.ts';
import { chromiumIsHere, lookAt, openBrowser, readTable, violations, visit } from '../support/browser.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { TestLog } from '../support/door.ts';
import { fillOperator } from '../support/fill-operator.ts';
import { reportOf, worldOf316 } from '../support/report-sample.ts';

const here = await chromiumIsHere();

const NOW = new Date('2026-11-27T13:45:10Z');
const REPORT: Report = reportOf(worldOf316());
/** `TLDOPS_SHOTS=folder` keeps the pictures, for people to look at. */
const SHOTS = process.env['TLDOPS_SHOTS'];

const LOOKS = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 360 },
  { colorScheme: 'dark', width: 360 },
] as const;

let browser: Browser;
let database: TestDatabase;
let server: HttpServer;
let folder: string;
let base: string;

beforeAll(async () => {
  if (!here) return;
  database = await testDatabase();
  await fillOperator(database.db, NOW);
  const deps = { db: database.db, report: async () => REPORT, now: () => NOW };
  const where = { host: '127.0.0.1', port: 0 };
  const routes = pageRoutes(deps, {});
  server = await serveHttp({ where, names: [], routes, log: new TestLog() });
  base = `http://127.0.0.1:${server.port}`;
  folder = mkdtempSync(join(tmpdir(), 'tldops-pages-'));
  await writePageFiles(folder, await makePages(deps));
  browser = await openBrowser();
});

afterAll(async () => {
  if (!here) return;
  await browser.close();
  await server.close();
  await database.close();
  rmSync(folder, { recursive: true });
});

const onServer = (name: string) => `${base}/${name}`;
const inFolder = (name: string) => pathToFileURL(join(folder, name, 'index.html')).href;

describe.skipIf(!here).each(['public', 'operator'])('the %s page', (name) => {
  it('asks for nothing but itself, complains of nothing, and is the same from the server and as a file', async () => {
    const served = await visit(browser, onServer(name));
    const written = await visit(browser, inFolder(name));
    expect(served.requests).toEqual([onServer(name)]);
    expect(written.requests).toEqual([inFolder(name)]);
    expect([...served.complaints, ...written.complaints]).toEqual([]);
    expect(await written.page.content()).toBe(await served.page.content());
    await served.page.context().close();
    await written.page.context().close();
  });

  it('breaks no rule of WCAG 2.2 AA, scrolls only downwards, and can be seen, in light and dark, at a desk and on a phone', async () => {
    const { page } = await visit(browser, onServer(name));
    for (const { colorScheme, width } of LOOKS) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      expect(await violations(page)).toEqual([]);
      const picture = await page.screenshot({ fullPage: width === 360 });
      const { colours } = await lookAt(browser, picture);
      expect(colours).toBeGreaterThan(50);
      keep(`${name}-${colorScheme}-${width}`, picture);
    }
    await page.context().close();
  });

  it.each([320, 360, 768])('does not scroll sideways at %i pixels, opened tables included', async (width) => {
    const { page } = await visit(browser, onServer(name));
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true; })`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await page.context().close();
  });

  it('can be gone through by keyboard: first past the head, then all links in their order, and out again', async () => {
    const { page } = await visit(browser, onServer(name));
    const focused = () =>
      page.evaluate<string>(
        `(() => { const one = document.activeElement; return one === document.body ? '' : one.textContent.trim(); })()`,
      );
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to the content');
    const box = await page.locator('.skip').boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect(await page.evaluate(`getComputedStyle(document.activeElement).outlineStyle`)).toBe('solid');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.reload();
    const all = await page.evaluate<string[]>(
      `[...document.querySelectorAll('a[href], summary')].map((one) => one.textContent.trim())`,
    );
    const met: string[] = [];
    for (const _ of all) {
      await page.keyboard.press('Tab');
      met.push(await focused());
    }
    expect(met).toEqual(all);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('');
    await page.context().close();
  });

  it('says the same without scripts', async () => {
    const [on, off] = [await visit(browser, onServer(name)), await visit(browser, onServer(name), false)];
    expect(await off.page.locator('body').innerText()).toBe(await on.page.locator('body').innerText());
    await on.page.context().close();
    await off.page.context().close();
  });

  it('prints all of it, the tables behind the charts too, on white', async () => {
    const { page } = await visit(browser, onServer(name));
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate(`getComputedStyle(document.documentElement).backgroundColor`)).toBe('rgb(255, 255, 255)');
    expect(await page.locator('#growth-figures').evaluate('(table) => table.checkVisibility()')).toBe(true);
    expect(await page.locator('nav').isVisible()).toBe(false);
    keep(`${name}-print`, await page.screenshot({ fullPage: true }));
    await page.context().close();
  });

  it('has one heading of the first level, none left out, and no id twice', async () => {
    const { page } = await visit(browser, onServer(name));
    const levels = await page.evaluate<number[]>(
      `[...document.querySelectorAll('h1, h2, h3, h4')].map((one) => Number(one.tagName.slice(1)))`,
    );
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    expect(levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
    const ids = await page.evaluate<string[]>(`[...document.querySelectorAll('[id]')].map((one) => one.id)`);
    expect(new Set(ids).size).toBe(ids.length);
    await page.context().close();
  });

  it('shows the figures of the report, and they add up', async () => {
    const { page } = await visit(browser, onServer(name));
    for (const kind of ['ascii', 'idn'] as const) {
      const [, ...rows] = await readTable(page, `${kind}-shares`);
      const { regions, total } = REPORT[kind];
      const cells = [...regions, total].map((share) => [
        'region' in share ? REGION_NAMES[share.region] : 'Together',
        String(share.subscribed),
        share.percent === undefined ? '–' : `${share.percent.subscribed}%`,
        String(share.notSubscribed),
        String(share.total),
      ]);
      expect(rows).toEqual(cells);
      for (const column of [1, 3, 4]) {
        const numbers = rows.map((row) => Number(row[column]));
        expect(numbers.slice(0, -1).reduce((sum, one) => sum + one)).toBe(numbers.at(-1));
      }
    }
    const [, ...growth] = await readTable(page, 'growth-figures');
    expect(growth.map((row) => row.slice(1).map(Number))).toEqual(
      REPORT.growth.map(({ ascii, idn }) => [ascii, idn, ascii + idn]),
    );
    const joined = REPORT.ascii.total.subscribed + REPORT.idn.total.subscribed;
    const named = await page.locator('.names li').count();
    expect(named).toBe(name === 'public' ? joined : 316);
    await page.context().close();
  });
});

it.skipIf(!here)('the index leads to both', async () => {
  const { page, complaints } = await visit(browser, `${base}/`);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'The operator page' }).click();
  expect(await page.title()).toContain('operator page');
  await page.goBack();
  await page.getByRole('link', { name: 'The public page' }).click();
  expect(await page.title()).toContain('the ccTLDs on the list');
  expect(complaints).toEqual([]);
  await page.context().close();
});

function keep(name: string, picture: Buffer): void {
  if (SHOTS === undefined) return;
  mkdirSync(SHOTS, { recursive: true });
  writeFileSync(join(SHOTS, `${name}.png`), picture);
}
