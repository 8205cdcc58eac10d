/** The settings that every connection to Postgres has, alone or in a pool. */

import { Client, type ClientConfig, TypeOverrides, types } from 'pg';

/** What pg needs to reach a database: its URL, or host, user and database. */
export type Where = string | ClientConfig;

/** No attempt to connect, and no wait for a free connection of a pool, takes longer. */
const CONNECT_MILLISECONDS = 10_000;

/** Starts the application_name of each connection of ours: the others are other people's. */
export const APPLICATION = 'tldops';

/** Settings for a pg Client or Pool, with a time limit and with the parsers of this program. */
export function clientConfig(where: Where): ClientConfig {
  return {
    application_name: APPLICATION,
    ...(typeof where === 'string' ? { connectionString: where } : where),
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    keepAlive: true,
    types: typeParsers(),
  };
}

/**
 * One connection outside any pool. It survives, as an object, a server that dies: queries fail and
 * `end` is emitted, no unhandled `error`. Throws what connecting throws (see `isDatabaseAway`).
 */
export async function openClient(where: Where): Promise<Client> {
  const client = new Client(clientConfig(where));
  client.on('error', ignore);
  try {
    await client.connect();
  } catch (error) {
    void client.end().catch(ignore);
    throw error;
  }
  return client;
}

/** For errors that another channel reports too: the query that was running, or the `end` event. */
export function ignore(): void {}

/**
 * bigint as number: ids and counts stay far below 2^53. A date stays text (`2026-05-01`): as a Date
 * it would be midnight in the zone of this machine, which is another day elsewhere.
 */
function typeParsers(): TypeOverrides {
  const parsers = new TypeOverrides();
  parsers.setTypeParser(types.builtins.INT8, Number);
  parsers.setTypeParser(types.builtins.DATE, (text) => text);
  return parsers;
}
