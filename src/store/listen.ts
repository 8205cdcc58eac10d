/** Hears NOTIFY on a connection of its own, and reconnects by itself. */

import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { isDatabaseAway } from './away.ts';
import { type Where, ignore, openClient } from './connection.ts';
import type { Log } from './log.ts';

export interface Listener {
  close: () => Promise<void>;
}

/** Pauses between attempts to reconnect, in milliseconds; the last one is repeated. */
const PAUSES = [50, 100, 250, 500, 1000, 2000, 5000];

/**
 * Calls `onNotify` with the payload of each notice on the channel, and once with '' after each
 * reconnect, because notices may have been lost: it must look for all work, not for what the notice
 * names. Resolves when it listens, or at once when the database is away (then it listens as soon as
 * it is back). Throws when the database refuses.
 */
export async function listen(
  where: Where,
  channel: string,
  onNotify: (payload: string) => void,
  log: Log,
): Promise<Listener> {
  const closing = new AbortController();
  let client: pg.Client | undefined;

  const attach = async (): Promise<void> => {
    client = await openClient(where);
    client.on('notification', (notice) => onNotify(notice.payload ?? ''));
    await client.query(`listen ${client.escapeIdentifier(channel)}`);
    client.once('end', lost);
    // Closed while it was connecting: nobody else would end this connection.
    if (closing.signal.aborted) await client.end();
  };

  const lost = (): void => {
    if (!closing.signal.aborted) void reattach();
  };

  const reattach = async (): Promise<void> => {
    for (let attempt = 0; !closing.signal.aborted; attempt++) {
      await pause(PAUSES[attempt] ?? PAUSES.at(-1), undefined, closing).catch(ignore);
      if (closing.signal.aborted || (await succeeds(attach, log))) break;
    }
    if (!closing.signal.aborted) onNotify('');
  };

  await attach().catch((error: unknown) => {
    if (!isDatabaseAway(error)) throw error;
    lost();
  });

  const close = async (): Promise<void> => {
    closing.abort();
    await client?.end().catch(ignore);
  };
  return { close };
}

/** A reconnect that is refused is only logged: there is nobody to throw to, and it may mend. */
async function succeeds(attempt: () => Promise<void>, log: Log): Promise<boolean> {
  try {
    await attempt();
    return true;
  } catch (error) {
    if (!isDatabaseAway(error))
      log('error', `The database does not let us listen: ${String(error)}`);
    return false;
  }
}
