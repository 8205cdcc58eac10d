/** Writes the pages into a folder, so that a web server sees the old one or the new one, whole. */

import { chmod, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pages } from './pages.ts';

/** The public page may be read by everybody on the machine, the operator page by its owner alone. */
const PLACES = [
  { page: 'public', folder: 0o755, file: 0o644 },
  { page: 'operator', folder: 0o700, file: 0o600 },
] as const;

/** Writes `public/index.html` and `operator/index.html` under the folder; returns their paths. */
export async function writePageFiles(dir: string, pages: Pages): Promise<string[]> {
  const written: string[] = [];
  for (const place of PLACES) {
    const folder = join(dir, place.page);
    await mkdir(folder, { recursive: true });
    await chmod(folder, place.folder);
    written.push(await replace(join(folder, 'index.html'), pages[place.page], place.file));
  }
  return written;
}

// Written beside and then given its name: on one file system that is one step (rename(2)).
async function replace(path: string, text: string, mode: number): Promise<string> {
  const beside = `${path}.${process.pid}.new`;
  try {
    const file = await open(beside, 'wx', mode);
    try {
      await file.writeFile(text);
      await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
  return path;
}
