/** The server process of the embedded cluster: made, started, reached and stopped. */

import { type ChildProcess, spawn } from 'node:child_process';
import { constants, open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { Permanent, Temporary } from '../machines/words/trouble.ts';
import { isDatabaseAway } from './away.ts';
import { openClient } from './connection.ts';
import { ENVIRONMENT, ensureCluster } from './embedded-initdb.ts';
import { DATABASE_USER, type Place, writeWhole } from './embedded-place.ts';
import { postmaster, removeStale } from './embedded-process.ts';
import { type RuntimeOptions, findRuntime } from './embedded-runtime.ts';
import { accountOf, asAccount, isRoot } from './embedded-user.ts';

export interface ServerOptions extends RuntimeOptions {
  signal?: AbortSignal | undefined;
  fsync?: boolean | undefined;
}

/** A server that this process started. */
interface Launched {
  child: ChildProcess;
  /** Where in the log file its own lines begin. */
  logged: number;
}

const POLL_MILLISECONDS = 20;
/** Another process starts it too, or a child of a killed server still holds the memory. */
const PASSING = /lock file|shared memory/;
const STARTS = 20;
const START_PAUSE = 100;
/** Recovery after a crash may read much WAL; this is the end of all patience. */
const REACH_MILLISECONDS = 600_000;
const STOP_MILLISECONDS = 30_000;
const LOG_BYTES = 10_000_000;

/**
 * A connection to the server of the place, which is made and started when it does not run. Several
 * processes may try at once: postmaster.pid lets one of them win and the others connect to it.
 * Throws `Permanent` when it does not start, `Temporary` when aborted.
 */
export async function reach(
  place: Place,
  name: string,
  options: ServerOptions,
): Promise<pg.Client> {
  const where = { ...place.connection, application_name: name };
  const begun = performance.now();
  let launched: Launched | undefined;
  for (let starts = 0; ;) {
    const client = await answering(where);
    if (client !== undefined) return client;
    if (options.signal?.aborted === true || performance.now() - begun > REACH_MILLISECONDS)
      throw new Temporary(
        'database-away',
        `The embedded Postgres in ${place.home} does not answer.`,
      );
    const underWay = isRunning(launched) || (await postmaster(place)) !== undefined;
    if (underWay) {
      await pause(POLL_MILLISECONDS);
      continue;
    }
    if (launched !== undefined) await pauseOrGiveUp(place, launched, starts);
    launched = await launch(place, options);
    starts += 1;
  }
}

/** Stops it fast (PostgreSQL 18.5): transactions are rolled back, the files are left clean. */
export async function stopServer(place: Place): Promise<void> {
  const pid = await postmaster(place);
  if (pid === undefined) return;
  process.kill(pid, 'SIGINT');
  const begun = performance.now();
  while ((await postmaster(place)) === pid) {
    if (performance.now() - begun > STOP_MILLISECONDS)
      throw new Temporary('database-busy', `The embedded Postgres in ${place.home} does not stop.`);
    await pause(POLL_MILLISECONDS);
  }
}

function isRunning(launched: Launched | undefined): boolean {
  return launched?.child.exitCode === null && launched.child.signalCode === null;
}

async function answering(where: pg.ClientConfig): Promise<pg.Client | undefined> {
  try {
    return await openClient(where);
  } catch (error) {
    if (isDatabaseAway(error)) return undefined;
    throw new Permanent('database-refused', 'The embedded Postgres refuses the connection.', error);
  }
}

async function launch(place: Place, options: ServerOptions): Promise<Launched> {
  const runtime = await findRuntime(place, options);
  const fsync = options.fsync ?? true;
  await ensureCluster(place, runtime.initdb, fsync);
  await removeStale(place);
  await writeAccessRules(place);
  const path = join(place.home, 'postgres.log');
  const logged = await fitLog(path);
  const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW;
  const log = await open(path, flags, 0o600);
  try {
    if (isRoot()) await log.chown(place.account.uid, place.account.gid);
    // A session of its own: Ctrl-C in a terminal must reach the engine alone, which stops it last.
    const child = spawn(runtime.postgres, serverFlags(place, fsync), {
      ...asAccount(place.account),
      env: ENVIRONMENT,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    child.on('error', () => {});
    child.unref();
    return { child, logged };
  } finally {
    await log.close();
  }
}

/** A full disk would stop the database that fills it with its complaints. */
async function fitLog(path: string): Promise<number> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size <= LOG_BYTES) return size;
  await rename(path, `${path}.old`);
  return 0;
}

/**
 * Told at each start and not in postgresql.conf, so that a new version of this program can change
 * them. The log gets no statements and no details: they hold names, addresses and phone numbers.
 */
function serverFlags(place: Place, fsync: boolean): string[] {
  const settings = {
    listen_addresses: '',
    port: place.connection.port,
    unix_socket_directories: `"${place.connection.host.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    hba_file: join(place.home, 'pg_hba.conf'),
    ident_file: join(place.home, 'pg_ident.conf'),
    fsync: fsync ? 'on' : 'off',
    max_connections: 100,
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    cluster_name: 'tldops',
  };
  const pairs = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  return ['-D', place.cluster, ...pairs];
}

/**
 * Who may connect: the kernel tells the server which user is at the other end of the socket (peer),
 * so there is no password to keep. Root and the cluster's own user, who can read the files anyway.
 */
async function writeAccessRules(place: Place): Promise<void> {
  const root = await accountOf(0);
  const names = new Set([root?.name ?? 'root', place.account.name]);
  const map = [...names].map((name) => `tldops "${name}" ${DATABASE_USER}\n`).join('');
  await writeWhole(join(place.home, 'pg_hba.conf'), 'local all all peer map=tldops\n');
  await writeWhole(join(place.home, 'pg_ident.conf'), map);
}

/**
 * After a start that failed: pauses when another may succeed (it was killed, or somebody else was
 * faster), else throws with Postgres's reason.
 */
async function pauseOrGiveUp(place: Place, failed: Launched, starts: number): Promise<void> {
  const path = join(place.home, 'postgres.log');
  const log = (await readFile(path)).subarray(failed.logged).toString();
  // Other servers of this cluster write to the same file: only lines of this process count.
  const fatal = new RegExp(`\\[${failed.child.pid}\\] FATAL: {2}(.*)`).exec(log);
  const reason = fatal?.[1] ?? 'it gave no reason';
  const passing = failed.child.signalCode !== null || PASSING.test(reason);
  if (starts < STARTS && passing) return pause(START_PAUSE);
  throw new Permanent(
    'embedded-failed',
    `The embedded Postgres does not start: ${reason}. Its log is ${path}.`,
  );
}
