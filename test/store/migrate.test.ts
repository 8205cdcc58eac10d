/** Migrations: once, also when several engines start together; all or nothing. */

import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { type Db, connect } from '../../src/store/db.ts';
import { migrate } from '../../src/store/migrate.ts';
import { databaseUrl, onServer } from '../support/database.ts';

const { url } = inject('postgres');
let name: string;
let engines: Db[];

beforeEach(async () => {
  name = `t_${randomBytes(8).toString('hex')}`;
  await onServer(url, `create database ${name}`);
  engines = Array.from({ length: 4 }, () => connect(databaseUrl(url, name), 2));
});

afterEach(async () => {
  await Promise.all(engines.map((db) => db.destroy()));
  await onServer(url, `drop database ${name} with (force)`);
});

const ALL = ['0001-first', '0002-bounces', '0003-services', '0004-list', '0005-watch'];

it('brings an empty database to the newest schema, and then has nothing to do', async () => {
  const [db] = engines;
  expect(await migrate(db!)).toEqual(ALL);
  expect(await db!.selectFrom('cases').selectAll().execute()).toEqual([]);
  expect(await migrate(db!)).toEqual([]);
});

it('is done once when several engines start together', async () => {
  const applied = await Promise.all(engines.map(migrate));
  expect(applied.flat()).toEqual(ALL);
});

it('changes nothing when it fails, and says why', async () => {
  const [db] = engines;
  await sql`create table audit ()`.execute(db!);
  await expect(migrate(db!)).rejects.toThrow('relation "audit" already exists');
  const { rows } = await sql`select to_regclass('cases') as cases`.execute(db!);
  expect(rows).toEqual([{ cases: null }]);
});
