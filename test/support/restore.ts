/** Takes a database back to an earlier moment, so that many mails can meet the same engine. */

import { sql } from 'kysely';
import type { Db } from '../../src/store/db.ts';

/** Notes what all tables hold now; what it returns puts that back, while nobody else writes. */
export async function rememberTables(db: Db): Promise<() => Promise<void>> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public'`.execute(db);
  const names = rows.map(({ name }) => name);
  await sql`create schema earlier`.execute(db);
  for (const name of names) {
    await sql`create table ${sql.table(`earlier.${name}`)} as table ${sql.table(name)}`.execute(db);
  }
  // As a replica does: without the rule that the audit is append-only, and in any order.
  const statements = [
    'set local session_replication_role = replica',
    ...names.map((name) => `delete from "${name}"`),
    ...names.map(
      (name) => `insert into "${name}" overriding system value select * from earlier."${name}"`,
    ),
  ];
  return async () => {
    await db.transaction().execute((all) => sql.raw(statements.join(';')).execute(all));
  };
}
