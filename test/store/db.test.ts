/** Opening a Postgres of one's own (DATABASE_URL): waiting, refusing, recovering, listening. */

import { sql } from 'kysely';
import { Pool } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Store, connect, isDatabaseAway, openStore } from '../../src/store/db.ts';
import { type TestDatabase, databaseUrl, testDatabase } from '../support/database.ts';
import { type TcpProxy, tcpProxy } from '../support/tcp-proxy.ts';
import { until } from '../support/until.ts';

let database: TestDatabase;
let proxy: TcpProxy;
let lines: string[];
let stores: Store[];

beforeEach(async () => {
  database = await testDatabase();
  proxy = await tcpProxy(database.url);
  lines = [];
  stores = [];
});

afterEach(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await proxy.stop().catch(() => {});
  await database.close();
});

async function open(url: string, signal?: AbortSignal): Promise<Store> {
  const store = await openStore({ databaseUrl: url, role: 'engine', log: note, signal });
  stores.push(store);
  return store;
}

function note(_level: string, message: string): void {
  lines.push(message);
}

async function answers({ db }: Store): Promise<true | undefined> {
  return sql`select 1`.execute(db).then(
    () => true as const,
    () => undefined,
  );
}

describe('at the start', () => {
  it('waits for a database that is away, and says so without the password', async () => {
    await proxy.stop();
    const secret = proxy.url.replace('//tldops', '//tldops:hush');
    const opening = open(secret);
    await until('it has said that it waits', async () => lines[0]);
    await proxy.start();
    expect(await answers(await opening)).toBe(true);
    expect(lines).toEqual([
      expect.stringMatching(
        /^The database at 127\.0\.0\.1:\d+\/t_\w+ does not answer; waiting for it\.$/,
      ),
    ]);
  });

  it('stops waiting when told to', async () => {
    await proxy.stop();
    const stop = new AbortController();
    const opening = open(proxy.url, stop.signal);
    await until('it has said that it waits', async () => lines[0]);
    stop.abort();
    await expect(opening).rejects.toMatchObject({ name: 'Temporary', reason: 'database-away' });
  });

  it('does not wait for a database that refuses', async () => {
    await expect(open(databaseUrl(database.url, 'no_such_database'))).rejects.toMatchObject({
      name: 'Permanent',
      reason: 'database-refused',
      message: expect.stringMatching(/does not exist\. Check DATABASE_URL\.$/),
    });
  });
});

describe('while it runs', () => {
  it('fails as away and recovers without being opened again', async () => {
    const store = await open(proxy.url);
    expect(await answers(store)).toBe(true);
    await proxy.stop();
    await until('the loss is seen', async () => ((await answers(store)) ? undefined : true));
    const trouble = await sql`select 1`.execute(store.db).catch((error: unknown) => error);
    expect(isDatabaseAway(trouble)).toBe(true);
    await proxy.start();
    expect(await answers(store)).toBe(true);
  });

  it('outlives a connection that is cut between two queries of a transaction', async () => {
    const store = await open(proxy.url);
    const cut = store.db.transaction().execute(async (trx) => {
      await sql`select 1`.execute(trx);
      await proxy.stop();
      await until('the cut is seen', async () => ((await answers(store)) ? undefined : true));
      await sql`select 1`.execute(trx);
    });
    expect(isDatabaseAway(await cut.catch((error: unknown) => error))).toBe(true);
  });

  it('hears notices, and after a gap is told to look for what it missed', async () => {
    const store = await open(proxy.url);
    const heard: string[] = [];
    await store.listen('Work to do', (payload) => heard.push(payload));
    await sql`select pg_notify('Work to do', '17')`.execute(database.db);
    await until('the notice arrives', async () => heard[0]);
    await proxy.stop();
    await sql`select pg_notify('Work to do', '18')`.execute(database.db);
    await proxy.start();
    await until('the gap is told', async () => heard[1]?.concat('.'));
    await sql`select pg_notify('Work to do', '19')`.execute(database.db);
    await until('a new notice arrives', async () => heard[2]);
    expect(heard).toEqual(['17', '', '19']);
  });

  it('begins to listen as soon as a database that is away comes', async () => {
    const store = await open(proxy.url);
    await proxy.stop();
    const heard: string[] = [];
    await store.listen('work', (payload) => heard.push(payload));
    await proxy.start();
    await until('it listens', async () => heard[0]?.concat('.'));
    await sql`select pg_notify('work', '1')`.execute(database.db);
    await until('the notice arrives', async () => heard[1]);
    expect(heard).toEqual(['', '1']);
  });
});

describe('values', () => {
  it('reads bigint as number, a date as text, a timestamp as Date', async () => {
    const query = sql`select 9007199254740991::bigint as number, date '2026-05-01' as day,
      timestamptz '2026-05-01 12:00+02' as time`;
    expect((await query.execute(database.db)).rows).toEqual([
      {
        number: Number.MAX_SAFE_INTEGER,
        day: '2026-05-01',
        time: new Date('2026-05-01T10:00:00Z'),
      },
    ]);
  });
});

describe('isDatabaseAway', () => {
  it('is true for a pool that has no free connection in time', async () => {
    const pool = new Pool({ connectionString: database.url, max: 1, connectionTimeoutMillis: 500 });
    const client = await pool.connect();
    const trouble = await pool.connect().catch((error: unknown) => error);
    client.release();
    await pool.end();
    expect(isDatabaseAway(trouble)).toBe(true);
  });

  it('is true for a pool that was never able to connect', async () => {
    await proxy.stop();
    const db = connect(proxy.url);
    const trouble = await db
      .selectFrom('cases')
      .select('id')
      .execute()
      .catch((error: unknown) => error);
    await db.destroy();
    expect(isDatabaseAway(trouble)).toBe(true);
  });
});
