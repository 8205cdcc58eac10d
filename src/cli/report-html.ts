/** `tldops report --html DIR`: the public and the operator page as files. */

import { resolve } from 'node:path';
import { readPagesConfig } from '../config.ts';
import { writePageFiles } from '../pipeline/page-files.ts';
import { makePages, reportUntilNow } from '../pipeline/pages.ts';
import { print, Refused, withStore } from './command.ts';

interface Options {
  readonly html: string;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly day?: string;
  readonly scheme?: string;
  readonly notSubscribed?: string;
}

/** Writes both and prints their paths. */
export async function reportHtml(options: Options): Promise<void> {
  const { csv, day, notSubscribed, scheme = 'report' } = options;
  if (csv === true || (day ?? notSubscribed) !== undefined || scheme !== 'report')
    throw new Refused(
      '--html writes the pages as of now; of the other options it takes --json alone.',
    );
  const { table, freshMs } = readPagesConfig();
  const report = reportUntilNow(table);
  const pages = await withStore((db) => makePages({ db, report, freshMs, now: () => new Date() }));
  const files = await write(resolve(options.html), pages);
  print(options.json, { files }, () => files.map((file) => `${file}\n`).join(''));
}

async function write(dir: string, pages: Parameters<typeof writePageFiles>[1]): Promise<string[]> {
  try {
    return await writePageFiles(dir, pages);
  } catch (error) {
    throw new Refused(`The pages cannot be written to ${dir}: ${String(error)}`);
  }
}
