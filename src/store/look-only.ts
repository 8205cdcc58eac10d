/** A look at the database that sees one moment, changes nothing, and holds nobody up. */

import { sql } from 'kysely';
import type { Db } from './db.ts';

/** Runs `look` in a transaction that only reads. Throws when one of its queries takes more milliseconds. */
export async function lookOnly<T>(
  db: Db,
  patience: number,
  look: (trx: Db) => Promise<T>,
): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      await sql.raw(`set local statement_timeout = '${patience}ms'`).execute(trx);
      return look(trx);
    });
}
