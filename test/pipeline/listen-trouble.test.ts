import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Door } from '../../src/pipeline/doors.ts';
import { connect } from '../../src/store/db.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { inboxOf, mail, openDoors, until } from '../support/door.ts';
import { SmtpClient } from '../support/smtp-client.ts';
import { tcpProxy } from '../support/tcp-proxy.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(() =>
  sql`truncate jobs, inbox, raw_mails restart identity cascade`.execute(database.db),
);

const FROM = 'MAIL FROM:<admin@nic.xa>';
const JOIN = 'RCPT TO:<tld-ops-join@lists.example>';
const POSTS = 'RCPT TO:<tld-ops@lists.example>';

async function lhlo(door: Door): Promise<SmtpClient> {
  const client = await SmtpClient.open(door);
  await client.say('LHLO postfix.lists.example');
  return client;
}

/** Holds a lock on the inbox: whoever stores a mail waits until `release`. */
async function blockInbox(): Promise<{
  waiting: () => Promise<boolean>;
  release: () => Promise<void>;
}> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query('begin; lock table inbox in access exclusive mode');
  return {
    waiting: async () => {
      const { rowCount } = await client.query('select from pg_locks where not granted');
      return (rowCount ?? 0) > 0;
    },
    release: () => client.end(),
  };
}

describe('the database', () => {
  it('away is 451 for each recipient, RCPT still tells the truth, and it recovers by itself', async () => {
    const proxy = await tcpProxy(database.url);
    const db = connect(proxy.url);
    const doors = await openDoors(db);
    const client = await lhlo(doors.lmtp);
    await client.play(FROM, JOIN);
    expect(await client.data(mail('1'))).toEqual(['250 2.6.0 accepted as 1']);

    await proxy.stop();
    await client.play(FROM, JOIN);
    expect(await client.say('RCPT TO:<nobody@lists.example>')).toBe(
      '550 5.1.1 no such address here',
    );
    await client.say(POSTS);
    expect(await client.data(mail('2'), 2)).toEqual([
      '451 4.3.0 try again later',
      '451 4.3.0 try again later',
    ]);
    expect(doors.log.lines.at(-1)).toMatch(
      /^error mail not accepted.*database-away.*(ECONN|terminated)/,
    );

    await proxy.start();
    await client.play(FROM, JOIN);
    expect(await client.data(mail('2'))).toEqual([expect.stringMatching(/^250 2\.6\.0 accepted/)]);
    expect(await inboxOf(database.db)).toHaveLength(2);
    await client.quit();
    await doors.close(1000);
    await db.destroy();
    await proxy.stop();
  });

  it('with any fault is 451, by SMTP too, and the reply tells nothing of it', async () => {
    const doors = await openDoors(database.db);
    await sql`alter table inbox rename to outbox`.execute(database.db);
    const client = await SmtpClient.open(doors.smtp);
    await client.play('EHLO mx.nic.xa', FROM, JOIN, POSTS);
    expect(await client.data(mail('1'))).toEqual(['451 4.3.0 try again later']);
    await sql`alter table outbox rename to inbox`.execute(database.db);
    expect(doors.log.lines.join()).toContain('relation \\"inbox\\" does not exist');
    await client.play(FROM, JOIN);
    expect(await client.data(mail('1'))).toEqual([expect.stringMatching(/^250 /)]);
    await client.quit();
    await doors.close(1000);
  });
});

it('a connection lost behind the dot leaves a row, and the mail that comes again is that row', async () => {
  const doors = await openDoors(database.db);
  const block = await blockInbox();
  const client = await lhlo(doors.lmtp);
  await client.play(FROM, JOIN, 'DATA');
  client.write(`${mail('1')}.\r\n`);
  await until(block.waiting);
  client.drop();
  await block.release();
  await until(async () => (await inboxOf(database.db)).length === 1);
  const again = await lhlo(doors.lmtp);
  await again.play(FROM, JOIN);
  expect(await again.data(mail('1'))).toEqual(['250 2.6.0 accepted as 1']);
  expect(await inboxOf(database.db)).toMatchObject([{ times_seen: 2 }]);
  expect(await database.db.selectFrom('jobs').select('key').execute()).toEqual([{ key: 'mail:1' }]);
  await again.quit();
  await doors.close(1000);
});

it('a client that falls silent is sent away', async () => {
  const doors = await openDoors(database.db, { idle: 50 });
  const client = await lhlo(doors.lmtp);
  await client.play(FROM, JOIN, 'DATA');
  client.write('Subject: half');
  expect(await client.reply()).toBe('421 4.4.2 Timeout - closing connection');
  expect(await client.reply()).toBe('(closed)');
  expect(await inboxOf(database.db)).toEqual([]);
  await doors.close(1000);
});

it('the hundred and first client is asked to come later', async () => {
  const doors = await openDoors(database.db);
  const clients = await Promise.all(Array.from({ length: 100 }, () => SmtpClient.open(doors.lmtp)));
  const late = await SmtpClient.connect(doors.lmtp);
  expect(await late.reply()).toBe('421 4.3.2 too many connections');
  await clients[0]?.quit();
  const next = await SmtpClient.connect(doors.lmtp);
  expect(await next.reply()).toBe('220 lists.example LMTP');
  await doors.close(1000);
});

describe('close', () => {
  it('sends idle clients away, takes no more, and lets a mail that is under way end', async () => {
    const doors = await openDoors(database.db);
    const idle = await lhlo(doors.lmtp);
    await idle.say(FROM);
    const block = await blockInbox();
    const busy = await lhlo(doors.lmtp);
    await busy.play(FROM, JOIN, 'DATA');
    busy.write(`${mail('1')}.\r\nNOOP\r\n`);
    await until(block.waiting);

    const closed = doors.close(10_000);
    expect(await idle.reply()).toBe('421 4.3.2 closing, try again later');
    expect(await idle.reply()).toBe('(closed)');
    await expect(SmtpClient.connect(doors.lmtp)).rejects.toThrow('ECONNREFUSED');
    await block.release();
    expect([await busy.reply(), await busy.reply(), await busy.reply()]).toEqual([
      '250 2.6.0 accepted as 1',
      '421 4.3.2 closing, try again later',
      '(closed)',
    ]);
    await closed;
    expect(await inboxOf(database.db)).toHaveLength(1);
  });

  it('takes the whole of a mail whose bytes are still coming', async () => {
    const doors = await openDoors(database.db);
    const client = await lhlo(doors.lmtp);
    await client.play(FROM, JOIN, 'DATA');
    client.write(mail('1').slice(0, 50));
    const closed = doors.close(10_000);
    client.write(`${mail('1').slice(50)}.\r\n`);
    expect(await client.reply()).toBe('250 2.6.0 accepted as 1');
    await closed;
  });

  it('cuts what is left after the grace; the mail is then known when it comes again', async () => {
    const doors = await openDoors(database.db);
    const block = await blockInbox();
    const busy = await lhlo(doors.lmtp);
    await busy.play(FROM, JOIN, 'DATA');
    busy.write(`${mail('1')}.\r\n`);
    await until(block.waiting);
    await doors.close(50);
    expect(await busy.reply()).toBe('(closed)');
    await block.release();
    await until(async () => (await inboxOf(database.db)).length === 1);
  });
});
