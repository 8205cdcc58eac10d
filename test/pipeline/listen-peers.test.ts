import { once } from 'node:events';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Door } from '../../src/pipeline/doors.ts';
import { Permanent } from '../../src/machines/words/trouble.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { type OpenDoors, inboxOf, mail, openDoors } from '../support/door.ts';
import { SmtpClient } from '../support/smtp-client.ts';

let database: TestDatabase;
let trusting: OpenDoors;
let strict: OpenDoors;
let folder: string;
beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'tldops-door-'));
  trusting = await openDoors(database.db, { trustedPeers: ['192.0.2.0/24', '127.0.0.1'] });
  strict = await openDoors(database.db, { trustedPeers: ['192.0.2.1'] });
});
afterAll(async () => {
  await Promise.all([trusting.close(1000), strict.close(1000)]);
  await database.close();
  await rm(folder, { recursive: true });
});
beforeEach(() =>
  sql`truncate jobs, inbox, raw_mails restart identity cascade`.execute(database.db),
);

const FROM = 'MAIL FROM:<admin@nic.xa>';
const JOIN = 'RCPT TO:<tld-ops-join@lists.example>';

function socketDoor(name: string): Door {
  return { kind: 'unix', protocol: 'lmtp', path: join(folder, name) };
}

async function lhlo(door: Door): Promise<SmtpClient> {
  const client = await SmtpClient.open(door);
  await client.say('LHLO postfix.lists.example');
  return client;
}

/** Delivers one mail and returns what was stored of its client. */
async function deliver(client: SmtpClient, id = '1'): Promise<unknown> {
  await client.play(FROM, JOIN);
  await client.data(mail(id));
  return (await inboxOf(database.db)).at(-1)?.client;
}

describe('XFORWARD of a trusted peer', () => {
  it('is offered, and says who the client was', async () => {
    const client = await SmtpClient.open(trusting.lmtp);
    expect(await client.say('LHLO postfix.lists.example')).toContain('\n250 XFORWARD NAME ADDR');
    expect(
      await client.play(
        'XFORWARD NAME=mail.nic.xa ADDR=203.0.113.9 PORT=45678',
        'XFORWARD PROTO=ESMTP HELO=mail.nic.xa IDENT=4FzX1z SOURCE=REMOTE',
      ),
    ).toEqual([
      'C: XFORWARD NAME=mail.nic.xa ADDR=203.0.113.9 PORT=45678',
      'S: 250 2.0.0 ok',
      'C: XFORWARD PROTO=ESMTP HELO=mail.nic.xa IDENT=4FzX1z SOURCE=REMOTE',
      'S: 250 2.0.0 ok',
    ]);
    expect(await deliver(client)).toEqual({
      address: '203.0.113.9',
      name: 'mail.nic.xa',
      helo: 'mail.nic.xa',
      queueId: '4FzX1z',
    });
    await client.quit();
  });

  it.each([
    ['an IPv6 client', 'ADDR=IPV6:2001:db8::9', { address: '2001:db8::9' }],
    ['nothing known', 'NAME=[UNAVAILABLE] ADDR=[UNAVAILABLE] HELO=[TEMPUNAVAIL]', {}],
    ['xtext', 'HELO=a+2Bb+3Dc', { helo: 'a+b=c' }],
    ['a line break in xtext', 'HELO=a+0D+0Ab ADDR=203.0.113.9', { address: '203.0.113.9' }],
    ['an address that is none', 'ADDR=localhost HELO=x', { helo: 'x' }],
    [
      'a name that is none',
      'NAME=no!host..name ADDR=203.0.113.9',
      { name: 'no!host..name', address: '203.0.113.9' },
    ],
    ['attributes of tomorrow', 'NEW=1 ADDR=203.0.113.9 =x bare', { address: '203.0.113.9' }],
  ])('with %s', async (_, attributes, stored) => {
    const client = await lhlo(trusting.lmtp);
    expect(await client.say(`XFORWARD ${attributes}`)).toBe('250 2.0.0 ok');
    expect(await deliver(client)).toEqual(stored);
    await client.quit();
  });

  it('is for one mail: the next one on the connection inherits nothing', async () => {
    const client = await lhlo(trusting.lmtp);
    await client.say('XFORWARD ADDR=203.0.113.9 HELO=mail.nic.xa');
    expect(await deliver(client, '1')).toEqual({ address: '203.0.113.9', helo: 'mail.nic.xa' });
    await client.say('XFORWARD ADDR=[UNAVAILABLE] HELO=evil.test');
    expect(await deliver(client, '2')).toEqual({ helo: 'evil.test' });
    await client.play('XFORWARD ADDR=203.0.113.9', 'RSET');
    expect(await deliver(client, '3')).toEqual({});
    await client.quit();
  });

  it('is not taken in the middle of a mail', async () => {
    const client = await lhlo(trusting.lmtp);
    await client.say(FROM);
    expect(await client.say('XFORWARD ADDR=203.0.113.9')).toBe('503 5.5.1 a mail is under way');
    await client.say(JOIN);
    await client.data(mail('1'));
    expect((await inboxOf(database.db))[0]?.client).toEqual({});
    await client.quit();
  });

  it('is forgotten when it is missing: the relay itself is never taken for the client', async () => {
    const client = await lhlo(trusting.lmtp);
    expect(await deliver(client)).toEqual({});
    await client.quit();
  });
});

it('XFORWARD of anybody else is refused, and the client is who connected', async () => {
  const client = await lhlo(strict.lmtp);
  expect(await client.say('XFORWARD ADDR=203.0.113.9 HELO=mail.nic.xa')).toBe(
    '550 5.7.0 not allowed',
  );
  expect(await deliver(client)).toEqual({ address: '127.0.0.1', helo: 'postfix.lists.example' });
  await client.quit();
});

describe('a Unix socket', () => {
  it('takes mail, may be used by owner and group, trusts its peer, and is gone after close', async () => {
    const door = socketDoor('a.sock');
    const path = join(folder, 'a.sock');
    const open = await openDoors(database.db, { text: `lmtp+unix:${path}` });
    expect(open.addresses).toEqual([door]);
    expect((await stat(path)).mode & 0o777).toBe(0o660);
    const client = await lhlo(door);
    await client.say('XFORWARD ADDR=203.0.113.9');
    expect(await deliver(client)).toEqual({ address: '203.0.113.9' });
    await client.quit();
    await open.close(1000);
    await expect(stat(path)).rejects.toThrow('ENOENT');
  });

  it('that a killed engine left behind is replaced', async () => {
    const path = join(folder, 'stale.sock');
    const script = `require('node:net').createServer().listen(${JSON.stringify(path)}, () => console.log('up'))`;
    const engine = spawn(process.execPath, ['-e', script]);
    await once(engine.stdout, 'data');
    engine.kill('SIGKILL');
    await once(engine, 'exit');
    expect((await stat(path)).isSocket()).toBe(true);
    const open = await openDoors(database.db, { text: `lmtp+unix:${path}` });
    const client = await lhlo(socketDoor('stale.sock'));
    expect(await deliver(client)).toEqual({});
    await client.quit();
    await open.close(1000);
  });

  it('of an engine that lives is left alone', async () => {
    const path = join(folder, 'live.sock');
    const living = createServer().listen(path);
    await once(living, 'listening');
    const text = `lmtp://127.0.0.1:0,lmtp+unix:${path}`;
    await expect(openDoors(database.db, { text })).rejects.toThrow(Permanent);
    expect((await stat(path)).isSocket()).toBe(true);
    living.close();
    await once(living, 'close');
  });

  it('does not take the place of a file', async () => {
    const path = join(folder, 'notes.txt');
    await writeFile(path, 'keep me');
    const text = `lmtp+unix:${path}`;
    await expect(openDoors(database.db, { text })).rejects.toThrow(`cannot listen on ${text}`);
    expect((await stat(path)).size).toBe(7);
  });
});

it('a port that is taken is said, and the doors opened before are closed again', async () => {
  const taken = strict.lmtp;
  const port = taken.kind === 'tcp' ? taken.port : 0;
  const text = `lmtp://127.0.0.1:0,lmtp://127.0.0.1:${port}`;
  await expect(openDoors(database.db, { text })).rejects.toMatchObject({
    name: 'Permanent',
    reason: 'door-shut',
    message: `cannot listen on lmtp://127.0.0.1:${port}`,
    cause: { code: 'EADDRINUSE' },
  });
});
