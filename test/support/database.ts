/** A migrated database of one's own for a test, cloned from the template of the test run. */

import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { type Db, connect } from '../../src/store/db.ts';

export interface TestDatabase {
  db: Db;
  /** For an engine or a second connection. */
  url: string;
  /** Ends all connections to it and drops it. */
  close: () => Promise<void>;
}

/** An empty migrated database with a name of its own, on the server of the test run. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('postgres');
  const name = `t_${randomBytes(8).toString('hex')}`;
  const admin = new Client({ connectionString: server.url });
  await admin.connect();
  // Copying files takes a third of the time of copying them through the log, as is the default.
  await admin.query(`create database ${name} template ${server.template} strategy file_copy`);
  const url = databaseUrl(server.url, name);
  const db = connect(url);
  const close = async (): Promise<void> => {
    await db.destroy();
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  };
  return { db, url, close };
}

/** The same server, another database. */
export function databaseUrl(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

/** Runs one statement on the server's own database. */
export async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
