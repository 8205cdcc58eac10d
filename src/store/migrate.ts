/** Brings the database to the newest schema; several engines that start at once do it once. */

import { sql } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import type { Db } from './db.ts';
import { up as first } from './migrations/0001-first.ts';
import { up as bounces } from './migrations/0002-bounces.ts';
import { up as services } from './migrations/0003-services.ts';
import { up as list } from './migrations/0004-list.ts';
import { up as watch } from './migrations/0005-watch.ts';

/** Named here and not found in a folder: what runs is what was read by the type checker. */
const MIGRATIONS: Record<string, Migration> = {
  '0001-first': { up: first },
  '0002-bounces': { up: bounces },
  '0003-services': { up: services },
  '0004-list': { up: list },
  '0005-watch': { up: watch },
};

/**
 * Applies what is missing, in one transaction, under kysely's lock. Returns the names of the
 * migrations that this call applied. Throws what Postgres said when one fails; then none is applied.
 */
export async function migrate(db: Db): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return (results ?? []).map((result) => result.migrationName);
}

/** The names of the migrations that this database has, oldest first. */
export async function appliedMigrations(db: Db): Promise<string[]> {
  const rows = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
    db,
  );
  return rows.rows.map(({ name }) => name);
}

/** Throws what the database throws when it does not answer. */
export async function ping(db: Db): Promise<void> {
  await sql`select 1`.execute(db);
}
