/** Writes the generated pages of docs/; with `--check` only says which of them are stale. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { SETTINGS } from '../src/config.ts';
import { REASONS } from '../src/machines/reasons.ts';
import { inviteMachine } from '../src/machines/invite.ts';
import { lostMachine } from '../src/machines/lost.ts';
import { movedMachine } from '../src/machines/moved.ts';
import { ownMachine } from '../src/machines/own.ts';
import { requestMachine } from '../src/machines/request.ts';
import { drawChart } from './chart.ts';
import { renderConfigPage } from './config-page.ts';
import { renderGallery } from './gallery.ts';
import { renderIssuePage } from './issue-page.ts';
import { SAMPLES } from './letter-samples.ts';
import { renderReasonsPage } from './reasons-page.ts';

/** A file that is made from the code: its path from the root of the checkout, and how to make it. */
export interface Page {
  readonly file: string;
  readonly make: () => string;
}

export const PAGES: readonly Page[] = [
  { file: 'docs/CONFIG.md', make: () => renderConfigPage(SETTINGS) },
  { file: 'docs/ISSUE.md', make: () => `${renderIssuePage()}\n` },
  { file: 'docs/LETTERS.md', make: () => renderGallery(SAMPLES) },
  { file: 'docs/REASONS.md', make: () => renderReasonsPage(REASONS) },
  { file: 'docs/charts/invite.mmd', make: () => drawChart(inviteMachine) },
  { file: 'docs/charts/lost.mmd', make: () => drawChart(lostMachine) },
  { file: 'docs/charts/moved.mmd', make: () => drawChart(movedMachine) },
  { file: 'docs/charts/own.mmd', make: () => drawChart(ownMachine) },
  { file: 'docs/charts/request.mmd', make: () => drawChart(requestMachine) },
];

/** The files under the root that are not what the code makes now. */
export function findStalePages(root: string, pages: readonly Page[] = PAGES): string[] {
  return pages
    .filter(({ file, make }) => readOrEmpty(`${root}/${file}`) !== make())
    .map((page) => page.file);
}

/** Writes every page under the root. */
export function writePages(root: string, pages: readonly Page[] = PAGES): void {
  for (const { file, make } of pages) {
    mkdirSync(dirname(`${root}/${file}`), { recursive: true });
    writeFileSync(`${root}/${file}`, make());
  }
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

if (import.meta.main) {
  const root = new URL('..', import.meta.url).pathname;
  if (!process.argv.includes('--check')) writePages(root);
  const stale = findStalePages(root);
  for (const file of stale) console.error(`${file} is stale: run "npm run docs"`);
  process.exitCode = stale.length === 0 ? 0 : 1;
}
