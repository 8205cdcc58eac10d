/** Makes the embedded cluster, once, whatever is killed in the middle. */

import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Permanent } from '../machines/words/trouble.ts';
import { DATABASE_USER, type Place, makePrivate } from './embedded-place.ts';
import { isAlive } from './embedded-process.ts';
import { type Account, asAccount } from './embedded-user.ts';

const run = promisify(execFile);

/** The programs get no environment of ours: PG* variables or a locale would change the cluster. */
export const ENVIRONMENT = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/**
 * Makes the cluster of the place when it is not there yet. Written under another name first: an
 * initdb that was cut off is never taken for a cluster, and is removed the next time. Throws
 * `Permanent` with what initdb said.
 */
export async function ensureCluster(place: Place, initdb: string, fsync: boolean): Promise<void> {
  if (await isThere(place)) return;
  await removeHalfMade(place.home);
  const temporary = join(place.home, `initdb.${process.pid}.${randomBytes(4).toString('hex')}`);
  await makePrivate(temporary, place.account);
  try {
    await runInitdb(initdb, initdbFlags(temporary, fsync), place.account);
    await rename(temporary, place.cluster);
    await syncDirectory(place.home);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    // Another process was faster: its cluster is as good.
    if (!(await isThere(place))) throw failure(place, error);
  }
}

async function runInitdb(initdb: string, flags: string[], account: Account): Promise<void> {
  await run(initdb, flags, { ...asAccount(account), env: ENVIRONMENT });
}

/** Builtin locale: sorting does not change with the C library of the machine. */
function initdbFlags(directory: string, fsync: boolean): string[] {
  const names = ['-D', directory, '--username', DATABASE_USER, '--auth', 'peer'];
  const text = ['--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin'];
  const flags = [...names, ...text, '--builtin-locale', 'C.UTF-8'];
  return fsync ? flags : [...flags, '--no-sync'];
}

async function isThere(place: Place): Promise<boolean> {
  const found = await stat(join(place.cluster, 'PG_VERSION')).catch(() => undefined);
  return found !== undefined;
}

async function removeHalfMade(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const pid = /^initdb\.(\d+)\./.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      await rm(join(home, name), { recursive: true, force: true });
  }
}

/** initdb has made its files durable; this does it for the new name. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path);
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

function failure(place: Place, cause: unknown): Permanent {
  const words = cause instanceof Error ? cause.message : String(cause);
  return new Permanent(
    'embedded-failed',
    `The database cannot be made in ${place.home}: ${words}`,
    cause,
  );
}
