/** A look at the database that sees one moment, changes nothing, and holds nobody up. */

import { sql } from 'kysely';
import type { Db } from './db.ts';

/** Seconds that one query may take. */
const PATIENCE = 5;

/** Runs `look` in a transaction that only reads. Throws when one of its queries takes longer. */
export async function lookOnly<T>(db: Db, look: (trx: Db) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      await sql.raw(`set local statement_timeout = '${PATIENCE}s'`).execute(trx);
      return look(trx);
    });
}
