/** Opens the database: the Postgres of DATABASE_URL, or the embedded one of the data directory. */

import { setTimeout as pause } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import { Client, Pool } from 'pg';
import { Permanent, Temporary } from '../machines/words/trouble.ts';
import { isDatabaseAway } from './away.ts';
import { type Where, clientConfig, ignore, openClient } from './connection.ts';
import { type ClusterOptions, openCluster } from './embedded.ts';
import { type Listener, listen } from './listen.ts';
import type { Database } from './schema.ts';

export { isDatabaseAway } from './away.ts';

export type Db = Kysely<Database>;

export interface Store {
  db: Db;
  /**
   * Calls `onNotify` with the payload of each NOTIFY on the channel, and with '' after each
   * reconnect, when notices may have been lost.
   */
  listen: (channel: string, onNotify: (payload: string) => void) => Promise<Listener>;
  /** Ends all connections; the last one to leave an embedded Postgres stops it. */
  close: () => Promise<void>;
  /** Names the database in messages; holds no password. */
  where: string;
}

export interface OpenOptions extends Omit<ClusterOptions, 'dataDir'> {
  /** A Postgres somewhere; without it, the embedded one. */
  databaseUrl?: string | undefined;
  /** Where the embedded cluster lives; `defaultDataDirectory()` unless told. */
  dataDir?: string | undefined;
  /** How many connections the pool may have; 10 unless told. */
  connections?: number | undefined;
}

/** How long to wait between two attempts to reach a database that is away at the start. */
const RETRY_MILLISECONDS = 1000;
/** After how many attempts the waiting is told again. */
const TELL_AGAIN = 30;

/**
 * Opens the store. A DATABASE_URL that does not answer is waited for, until `signal` is aborted
 * (`Temporary`); one that refuses is `Permanent`. Without a DATABASE_URL the embedded Postgres of
 * the data directory is used when it runs, and started when not; a second engine is refused there
 * (`Permanent`, `second-engine`). The schema is not touched: see `migrate`.
 */
export async function openStore(options: OpenOptions): Promise<Store> {
  const { databaseUrl } = options;
  if (databaseUrl === undefined) {
    const cluster = await openCluster(options);
    return storeOn(cluster.connection, cluster.where, options, () => cluster.close());
  }
  await waitFor(databaseUrl, options);
  return storeOn(databaseUrl, describeUrl(databaseUrl), options, async () => {});
}

/**
 * A pool of connections (at most `connections`) as kysely. Nothing is opened before the first
 * query. A Postgres that dies fails the queries under way (`isDatabaseAway`), never the process;
 * the next query connects anew. Close it with `destroy()`.
 */
export function connect(where: Where, connections = 10): Db {
  const pool = new Pool({ ...clientConfig(where), max: connections });
  pool.on('error', ignore);
  // pg-pool takes its listener off a connection that is lent: between two queries of a transaction
  // a dying server would be an unhandled 'error' event, which ends the process.
  pool.on('connect', (client) => client.on('error', ignore));
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}

function storeOn(
  where: Where,
  description: string,
  options: OpenOptions,
  leave: () => Promise<void>,
): Store {
  const db = connect(where, options.connections);
  const listeners = new Set<Listener>();
  return {
    db,
    where: description,
    async listen(channel, onNotify) {
      const listener = await listen(where, channel, onNotify, options.log);
      listeners.add(listener);
      return listener;
    },
    async close() {
      await Promise.all([...listeners].map((listener) => listener.close()));
      await db.destroy();
      await leave();
    },
  };
}

/** Returns when the database has answered once. */
async function waitFor(url: string, { log, role, signal }: OpenOptions): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    // oxlint-disable-next-line no-await-in-loop -- one attempt after the other is the point.
    const trouble = await troubleWith(url);
    if (trouble === undefined) return;
    if (!isDatabaseAway(trouble)) throw refusal(url, trouble);
    // A command says it in one sentence, when it gives up.
    if (role === 'engine' && attempt % TELL_AGAIN === 0)
      log('warn', `The database at ${describeUrl(url)} does not answer; waiting for it.`, {
        error: words(trouble),
      });
    await pause(RETRY_MILLISECONDS, undefined, { signal }).catch(ignore);
    if (signal?.aborted === true)
      throw new Temporary('database-away', `The database at ${describeUrl(url)} does not answer.`);
  }
}

async function troubleWith(url: string): Promise<unknown> {
  try {
    const client = await openClient(url);
    await client.end();
    return undefined;
  } catch (error) {
    return error;
  }
}

function refusal(url: string, trouble: unknown): Permanent {
  const sentence = `The database at ${describeUrl(url)} refuses: ${words(trouble)}. Check DATABASE_URL.`;
  return new Permanent('database-refused', sentence, trouble);
}

function words(trouble: unknown): string {
  return trouble instanceof Error ? trouble.message || trouble.name : String(trouble);
}

/** Host, port and database, without user and password. */
function describeUrl(url: string): string {
  const { host, port, database } = new Client({ connectionString: url });
  return `${host}:${port}/${database ?? ''}`;
}
