/** A real Chromium that opens pages as people do: light or dark, on a desk or on a phone. */

import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { isHere } from './debian.ts';

const CHROMIUM = '/usr/bin/chromium';

export function chromiumIsHere(): Promise<boolean> {
  return isHere({
    what: 'a real Chromium',
    test: `[ -x ${CHROMIUM} ]`,
    packages: ['chromium'],
  });
}

/** It needs no sandbox of its own where it only sees our pages; root cannot have one. */
export function openBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) throw new Error(`there is no ${CHROMIUM}`);
  return chromium.launch({
    executablePath: CHROMIUM,
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
}

export interface Visit {
  readonly page: Page;
  /** Every address that was asked for, and everything that the console or the page complained of. */
  readonly requests: string[];
  readonly complaints: string[];
}

/** Opens an address and waits until it is there. */
export async function visit(browser: Browser, url: string, script = true): Promise<Visit> {
  const context = await browser.newContext({ javaScriptEnabled: script });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(url);
  return { page, requests, complaints };
}

const RULES = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};

/** What breaks WCAG 2.2 AA, as far as a program can see it: the rule and the first place. */
export async function violations(page: Page): Promise<string[]> {
  // Evaluated by the debugger, past the policy of the page, which allows no script.
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(axe.source);
  const found = await page.evaluate<axe.AxeResults>(`axe.run(document, ${JSON.stringify(RULES)})`);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

/** The cells of a table, by its id: one row after the other, heads first. */
export function readTable(page: Page, id: string): Promise<string[][]> {
  return page.evaluate<string[][]>(
    `[...document.querySelectorAll('#${id} tr')].map((row) =>
      [...row.cells].map((cell) => cell.textContent.trim().replace(/\\s+/g, ' ')))`,
  );
}

/** How many colours a picture has; a blank one has a single one. Needs any page to look with. */
export function coloursOf(page: Page, png: Buffer): Promise<number> {
  return page.evaluate<number>(`(async () => {
    const bytes = Uint8Array.from(atob('${png.toString('base64')}'), (one) => one.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, picture.width, picture.height);
    return new Set(new Uint32Array(data.buffer)).size;
  })()`);
}
