/** Knows whether the server process of the embedded cluster lives, from its postmaster.pid. */

import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Place } from './embedded-place.ts';

/** The process of the running server, or undefined when none runs. */
export async function postmaster(place: Place): Promise<number | undefined> {
  const pid = await pidIn(place);
  return pid !== undefined && (await isServer(pid, place)) ? pid : undefined;
}

async function pidIn(place: Place): Promise<number | undefined> {
  const text = await readFile(join(place.cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  return Number.isSafeInteger(pid) && pid > 1 ? pid : undefined;
}

/** A number in postmaster.pid proves little: after a crash it may be another process, or a zombie. */
async function isServer(pid: number, place: Place): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return commandLine.split('\0').includes(place.cluster);
}

/**
 * Postgres clears a postmaster.pid whose process is gone, but refuses to start when the number has
 * gone to another process, as it does in containers, where numbers are low and used again. Two that
 * do this at once do no harm: Postgres also looks at the shared memory of the cluster.
 */
export async function removeStale(place: Place): Promise<void> {
  const pid = await pidIn(place);
  if (pid === undefined || !isAlive(pid) || (await isServer(pid, place))) return;
  const socket = join(place.connection.host, `.s.PGSQL.${place.connection.port}`);
  for (const path of [join(place.cluster, 'postmaster.pid'), `${socket}.lock`])
    await rm(path, { force: true });
}

/** Whether any process has this number now. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
