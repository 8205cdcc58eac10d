/** The embedded default: a private Postgres in the data directory, adopted, started, kept, stopped. */

import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { Permanent } from '../machines/words/trouble.ts';
import { isDatabaseAway } from './away.ts';
import { APPLICATION, ignore } from './connection.ts';
import { type Place, findPlace } from './embedded-place.ts';
import { reach, stopServer } from './embedded-server.ts';
import type { Log } from './log.ts';

export interface ClusterOptions {
  dataDir?: string | undefined;
  /** Only one engine may run on a data directory; any number of commands may. */
  role: 'engine' | 'command';
  log: Log;
  /** Ends the waiting for a database that is away. */
  signal?: AbortSignal | undefined;
  /** Where the cluster goes when the data directory is closed to its user; /var/lib/tldops. */
  systemDirectory?: string | undefined;
  /** The installed package with the binaries; found by itself unless told. */
  runtimePackage?: string | undefined;
  /** False gives up durability for speed: only for the clusters of tests. */
  fsync?: boolean | undefined;
}

export interface Cluster {
  connection: pg.ClientConfig;
  where: string;
  /** Leaves it, and stops it when nobody else is there. */
  close: () => Promise<void>;
}

/** Advisory locks: shared by all who use the cluster, and held by the one engine. */
const PRESENCE = 7_630_001;
const ENGINE = 7_630_002;

/** The backend of an engine that was killed may take a moment to notice: 10 times 100 ms. */
const LOCK_ATTEMPTS = 10;
const LOCK_PAUSE = 100;
/** Pauses in milliseconds between attempts to bring a lost Postgres back; the last is repeated. */
const PAUSES = [0, 100, 250, 500, 1000, 2000, 5000];

/**
 * Opens the cluster of a data directory: adopts a Postgres that runs there (of another process, or
 * left by one that was killed), else makes and starts one. While it is open, a Postgres that dies is
 * started again. Throws `Permanent` when it cannot run here, or for a second engine.
 */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const place = await findPlace(options);
  const name = `${APPLICATION} ${options.role} ${process.pid} ${randomBytes(4).toString('hex')}`;
  const closing = new AbortController();
  let restoring: Promise<void> | undefined;
  let presence: pg.Client;

  const hold = (client: pg.Client): void => {
    presence = client;
    presence.once('end', () => {
      if (!closing.signal.aborted) restoring = restore();
    });
  };

  const restore = async (): Promise<void> => {
    options.log('warn', 'The embedded Postgres went away; bringing it back.');
    for (let attempt = 0; !closing.signal.aborted; attempt++) {
      await pause(PAUSES[attempt] ?? PAUSES.at(-1), undefined, closing).catch(ignore);
      try {
        hold(await enter(place, name, { ...options, signal: closing.signal }));
        return options.log('info', 'The embedded Postgres is back.');
      } catch (error) {
        if (closing.signal.aborted) return;
        options.log('error', `The embedded Postgres is still away: ${String(error)}`);
      }
    }
  };

  const close = async (): Promise<void> => {
    closing.abort();
    await restoring;
    await leave(place, presence);
  };

  hold(await enter(place, name, options));
  const connection = { ...place.connection, application_name: name };
  return { connection, where: `the embedded Postgres in ${place.home}`, close };
}

/**
 * A connection that says "somebody is here" for as long as it lives. Tries again when the Postgres
 * was stopped, by the last one who left, in the moment between connecting and saying so.
 */
async function enter(place: Place, name: string, options: ClusterOptions): Promise<pg.Client> {
  for (;;) {
    const client = await reach(place, name, options);
    try {
      await client.query('select pg_advisory_lock_shared($1)', [PRESENCE]);
      if (options.role === 'engine') await becomeTheEngine(client, place);
      return client;
    } catch (error) {
      await client.end().catch(ignore);
      if (!isDatabaseAway(error)) throw error;
    }
  }
}

async function becomeTheEngine(client: pg.Client, { dataDir }: Place): Promise<void> {
  for (let attempt = 0; attempt < LOCK_ATTEMPTS; attempt++) {
    if (await tryLock(client, ENGINE)) return;
    await pause(LOCK_PAUSE);
  }
  throw new Permanent(
    'second-engine',
    `Another engine is running on the data directory ${dataDir}. ` +
      'Stop it first, or name another directory in TLDOPS_DATA.',
  );
}

/**
 * The last one out stops the Postgres. Who is here holds PRESENCE shared, so getting it alone proves
 * that no process of ours is left; and one that comes now waits for it, finds itself cut off, and
 * starts the Postgres again. A person's psql counts as well.
 */
async function leave(place: Place, presence: pg.Client): Promise<void> {
  try {
    await presence.query('select pg_advisory_unlock_all()');
    if (!(await tryLock(presence, PRESENCE)) || (await strangers(presence)) > 0) return;
    await stopServer(place);
  } catch (error) {
    // It died while we were leaving: then there is nothing to stop.
    if (!isDatabaseAway(error)) throw error;
  } finally {
    await presence.end().catch(ignore);
  }
}

async function tryLock(client: pg.Client, key: number): Promise<boolean> {
  const { rows } = await client.query('select pg_try_advisory_lock($1) as locked', [key]);
  return rows[0].locked === true;
}

/** How many connections are not this program's. */
async function strangers(client: pg.Client): Promise<number> {
  const { rows } = await client.query(
    `select count(*) as count from pg_stat_activity
      where backend_type = 'client backend' and application_name not like $1`,
    [`${APPLICATION} %`],
  );
  return rows[0].count;
}
