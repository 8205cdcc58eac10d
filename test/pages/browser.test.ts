/** Both pages in a real Chromium, from the engine's server and from the written files. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report, Share } from '../../src/machines/report/report.ts';
import { REGION_NAMES } from '../../src/machines/words/region.ts';
import { type HttpServer, serveHttp } from '../../src/pipeline/http.ts';
import { writePageFiles } from '../../src/pipeline/page-files.ts';
import { makePages, pageRoutes } from '../../src/pipeline/pages.ts';
import {
  chromiumIsHere,
  coloursOf,
  openBrowser,
  readTable,
  violations,
  visit,
} from '../support/browser.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { TestLog } from '../support/door.ts';
import { fillOperator } from '../support/fill-operator.ts';
import { reportOf, SMALL, worldOf316 } from '../support/report-sample.ts';

const here = await chromiumIsHere();

const NOW = new Date('2026-11-27T13:45:10Z');
const WORLD: Report = reportOf(worldOf316());
/** `TLDOPS_SHOTS=folder` keeps the pictures, for people to look at. */
const SHOTS = process.env['TLDOPS_SHOTS'];

let browser: Browser;
let database: TestDatabase;
let world: HttpServer;
let small: HttpServer;
let folder: string;

const deps = (report: Report) => ({
  db: database.db,
  report: async () => report,
  now: () => NOW,
  freshMs: 7 * 86_400_000,
});

function serve(report: Report): Promise<HttpServer> {
  const where = { host: '127.0.0.1', port: 0 };
  const routes = pageRoutes(deps(report), {});
  return serveHttp({ where, names: [], routes, log: new TestLog() });
}

beforeAll(async () => {
  if (!here) return;
  database = await testDatabase();
  await fillOperator(database.db, NOW);
  world = await serve(WORLD);
  small = await serve(reportOf(SMALL));
  folder = mkdtempSync(join(tmpdir(), 'tldops-pages-'));
  await writePageFiles(folder, await makePages(deps(WORLD)));
  browser = await openBrowser();
});

afterAll(async () => {
  if (!here) return;
  await browser.close();
  await Promise.all([world.close(), small.close()]);
  await database.close();
  rmSync(folder, { recursive: true });
});

const onServer = ({ port }: HttpServer, name: string) => `http://127.0.0.1:${port}/${name}`;
const inFolder = (name: string) => pathToFileURL(join(folder, name, 'index.html')).href;

describe.skipIf(!here).each(['public', 'operator'])('the %s page', (name) => {
  /** Of the whole world, from the server. */
  let page: Page;
  let address: string;
  let requests: readonly string[];
  let complaints: readonly string[];
  /** Of the small one, where each rule takes less time. */
  let few: Page;

  beforeAll(async () => {
    address = onServer(world, name);
    ({ page, requests, complaints } = await visit(browser, address));
    ({ page: few } = await visit(browser, onServer(small, name)));
  });

  afterAll(() => {
    // Whatever the tests did with it: nothing else was loaded, and nothing went wrong.
    const others = requests.filter((url) => url !== address);
    if (others.length + complaints.length > 0)
      throw new Error([...others, ...complaints].join('\n'));
  });

  it('is the same as a file, which asks for nothing but itself', async () => {
    const written = await visit(browser, inFolder(name));
    expect(written.requests).toEqual([inFolder(name)]);
    expect(written.complaints).toEqual([]);
    expect(await (await fetch(address)).text()).toBe(
      readFileSync(join(folder, name, 'index.html'), 'utf8'),
    );
    await written.page.context().close();
  });

  it('says the same without scripts', async () => {
    const off = await visit(browser, address, false);
    expect(await wordsOf(off.page)).toBe(await wordsOf(page));
    await off.page.context().close();
  });

  it('shows the figures of the report, and they add up', async () => {
    for (const kind of ['ascii', 'idn'] as const) {
      const [, ...rows] = await readTable(page, `${kind}-shares`);
      expect(rows).toEqual(cellsOf(WORLD, kind));
      for (const column of [1, 3, 4]) {
        const numbers = rows.map((row) => Number(row[column]));
        expect(numbers.slice(0, -1).reduce((sum, one) => sum + one)).toBe(numbers.at(-1));
      }
    }
    const [, ...growth] = await readTable(page, 'growth-figures');
    expect(growth.map((row) => row.slice(1).map(Number))).toEqual(
      WORLD.growth.map(({ ascii, idn }) => [ascii, idn, ascii + idn]),
    );
    const joined = WORLD.ascii.total.subscribed + WORLD.idn.total.subscribed;
    expect(await page.locator('.names li').count()).toBe(name === 'public' ? joined : 316);
  });

  it('has one heading of the first level, none left out, and no id twice', async () => {
    const levels: readonly number[] = await page.evaluate<number[]>(
      `[...document.querySelectorAll('h1, h2, h3, h4')].map((one) => Number(one.tagName.slice(1)))`,
    );
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    expect(levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
    const ids = await page.evaluate<string[]>(
      `[...document.querySelectorAll('[id]')].map((one) => one.id)`,
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('can be gone through by keyboard: past the head, then all links in their order, and out again', async () => {
    const focused = () =>
      page.evaluate<string>(
        `document.activeElement === document.body ? '' : document.activeElement.textContent.trim()`,
      );
    const all = await page.evaluate<string[]>(
      `[...document.querySelectorAll('a[href], summary')].map((one) => one.textContent.trim())`,
    );
    const met: string[] = [];
    for (const one of all) {
      await page.keyboard.press('Tab');
      met.push(await focused());
      if (one === 'Skip to the content') await expectSeen(page);
    }
    expect(met).toEqual(all);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('');
    await page.locator('.skip').focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
  });

  it('prints all of it, the table behind the chart too, on white', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await styleOf(page, 'html', 'backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(await page.evaluate(`document.querySelector('#growth-figures').checkVisibility()`)).toBe(
      true,
    );
    expect(await styleOf(page, 'nav', 'display')).toBe('none');
    await keep(`${name}-print`, page);
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  });

  it('does not scroll sideways on small screens, with all tables opened', async () => {
    await page.evaluate(`document.querySelector('details').open = true`);
    for (const width of [320, 360, 768]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    }
    await page.evaluate(`document.querySelector('details').open = false`);
  });

  it.each([
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 1280 },
    { colorScheme: 'light', width: 360 },
  ] as const)(
    'breaks no rule of WCAG 2.2 AA and can be seen: $colorScheme, $width pixels',
    async (look) => {
      await few.emulateMedia({ colorScheme: look.colorScheme });
      await few.setViewportSize({ width: look.width, height: 800 });
      expect(await violations(few)).toEqual([]);
      expect(await coloursOf(few, await few.screenshot())).toBeGreaterThan(50);
      await keep(`${name}-${look.colorScheme}-${look.width}`, few);
    },
  );
});

it.skipIf(!here)('the index leads to both', async () => {
  const { page, complaints } = await visit(browser, onServer(small, ''));
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'The operator page' }).click();
  expect(await page.title()).toContain('operator page');
  await page.goBack();
  await page.getByRole('link', { name: 'The public page' }).click();
  expect(await page.title()).toContain('the ccTLDs on the list');
  expect(complaints).toEqual([]);
});

function wordsOf(page: Page): Promise<string> {
  return page.evaluate<string>('document.body.innerText');
}

/** What a table of shares must say. */
function cellsOf(report: Report, kind: 'ascii' | 'idn'): string[][] {
  const { regions, total } = report[kind];
  const rows = regions.map((share) => cellsOfRow(REGION_NAMES[share.region], share));
  return [...rows, cellsOfRow('Together', total)];
}

function cellsOfRow(head: string, { subscribed, notSubscribed, total, percent }: Share): string[] {
  const share = percent === undefined ? '–' : `${percent.subscribed}%`;
  return [head, String(subscribed), share, String(notSubscribed), String(total)];
}

/** What has the focus is on the screen, with a ring around it. */
async function expectSeen(page: Page): Promise<void> {
  const [top, ring] = await page.evaluate<[number, string]>(`(() => {
    const one = document.activeElement;
    return [one.getBoundingClientRect().top, getComputedStyle(one).outlineStyle];
  })()`);
  expect(top).toBeGreaterThanOrEqual(0);
  expect(ring).toBe('solid');
}

function styleOf(page: Page, selector: string, property: string): Promise<unknown> {
  return page.evaluate(`getComputedStyle(document.querySelector('${selector}')).${property}`);
}

async function keep(picture: string, page: Page): Promise<void> {
  if (SHOTS === undefined) return;
  mkdirSync(SHOTS, { recursive: true });
  writeFileSync(join(SHOTS, `${picture}.png`), await page.screenshot({ fullPage: true }));
}
