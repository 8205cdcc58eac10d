/** Mail by SMTP into a real Postfix, by LMTP to the engine, and its letters back through Postfix. */

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { CHECKOUT, postfixIsHere } from '../support/postfix.ts';
import { signMail } from '../support/sign.ts';
import { anchor, connectAs, FOREIGN, header, JOIN, OWN, request, send } from './mails.ts';
import {
  evidenceIn,
  empty,
  letter,
  openWorld,
  processed,
  queuedWith,
  type World,
} from './world.ts';

const here = await postfixIsHere();
const run = promisify(execFile);
const VALIDATE = 'tld-ops-validate@lists.example';
const TOKEN = '[a-z0-9]{26}';

describe.skipIf(!here)('a real Postfix with LMTP', () => {
  let database: TestDatabase;
  let world: World;
  let port: number;
  beforeAll(async () => {
    database = await testDatabase();
    world = await openWorld({ env: { DATABASE_URL: database.url }, databaseUrl: database.url });
    ({ port } = world.mta);
  });
  afterAll(async () => {
    await world?.close();
    await database.close();
  });

  it('carries the first conversation: request, challenge, answer to the address with the token', async () => {
    const rosa = 'rosa.lind@mailbox.example';
    const raw = request('xa', 'first', { From: `Rosa Lind <${rosa}>`, Cc: anchor('xa') });
    expect(await send(port, { from: rosa, raw })).toEqual([
      '250 2.1.5 Ok',
      expect.stringContaining('250 2.0.0 Ok: queued as '),
    ]);
    const challenge = await letter(world, 'challenge', anchor('xa'));
    const replyTo = header(challenge.raw, 'Reply-To') ?? '';
    expect(challenge.envelopeFrom).toMatch(
      new RegExp(`^tld-ops-bounces\\+${TOKEN}@lists\\.example$`),
    );
    expect(replyTo).toMatch(new RegExp(`^<?tld-ops-join\\+${TOKEN}@lists\\.example>?$`));
    expect(header(challenge.raw, 'Auto-Submitted')).toBe('auto-generated');
    expect(await evidenceIn(world, 'xa', 'challenged')).toBe('E1');

    const to = replyTo.replace(/[<>]/g, '');
    const answer = `From: ${anchor('xa')}\r\nTo: ${to}\r\nMessage-ID: <yes@nic.xa>\r\n\r\nCONFIRM\r\n`;
    await send(port, { from: anchor('xa'), to: [to], raw: answer });
    expect(await queuedWith(world, 'xa')).toBe('E4');
  });

  it('tells the engine the client, so that SPF proves the sender (E3)', async () => {
    await send(port, { from: anchor('xb'), raw: request('xb', 'spf'), client: OWN });
    expect(await queuedWith(world, 'xb')).toBe('E3');
    const queueId = expect.stringMatching(/^\w+$/) as string;
    expect(await processed(world, 'spf@nic.xb')).toMatchObject([{ client: { ...OWN, queueId } }]);
  });

  it('keeps every byte: a signed mail in raw UTF-8 passes DKIM behind it (E3)', async () => {
    const raw = request('xc', 'dkim', {
      From: `Téo <${anchor('xc')}>`,
      Subject: 'Überraschung für .xc',
    });
    const signed = await signMail(Buffer.from(raw), { domain: 'nic.xc' });
    const parameters = 'BODY=8BITMIME SMTPUTF8';
    await send(port, { from: anchor('xc'), raw: signed, client: FOREIGN, parameters });
    expect(await queuedWith(world, 'xc')).toBe('E3');
  });

  it('makes two rows of one mail to two of our addresses, as `tldops inbox` shows', async () => {
    const raw = request('xd', 'two', { To: `${JOIN}, ${VALIDATE}` });
    expect(await send(port, { from: anchor('xd'), to: [JOIN, VALIDATE], raw })).toHaveLength(3);
    await processed(world, 'two@nic.xd');
    const env = { PATH: process.env['PATH'], DATABASE_URL: database.url };
    const { stdout } = await run(join(CHECKOUT, 'bin/tldops'), ['inbox', '--json'], { env });
    const rows = (JSON.parse(stdout) as { messageId: string | null; recipient: string }[])
      .filter(({ messageId }) => messageId?.includes('two@nic.xd'))
      .map(({ recipient }) => recipient);
    expect(rows.toSorted()).toEqual([JOIN, VALIDATE]);
  });

  it.each([
    ['nobody@lists.example', '550 5.1.1'],
    ['tld-ops-nobody@lists.example', '550 5.1.1'],
    ['tld-ops-nobody+join@lists.example', '550 5.1.1'],
    ['somebody@elsewhere.example', '454 4.7.1'],
  ])('refuses %s while the sender is still there', async (to, code) => {
    const raw = request('xd', 'unknown');
    const [reply] = await send(port, { from: anchor('xd'), to: [to], raw, client: FOREIGN });
    expect(reply).toContain(code);
  });

  it.each([
    'tld-ops@lists.example',
    'TLD-OPS-Join+0123456789abcdefghjkmnpqrs@Lists.Example',
    'tld-ops-request@lists.example',
    'tld-ops-owner@lists.example',
    'postmaster@lists.example',
  ])('takes %s', async (to) => {
    const raw = `From: <>\r\nAuto-Submitted: auto-replied\r\n\r\nto ${to}\r\n`;
    expect((await send(port, { from: '', to: [to], raw }))[0]).toContain('250');
  });

  it('bounces what only the engine knows to be unknown, with 5.1.1', async () => {
    const raw = request('xd', 'nobody');
    const { openPort } = world.mta;
    await send(openPort, { from: anchor('xd'), to: ['nobody@lists.example'], raw });
    await empty(world);
    const report = world.caught.find(({ envelopeFrom }) => envelopeFrom === '');
    expect(report?.recipients).toEqual([anchor('xd')]);
    expect(report?.raw).toMatch(/^Status: 5\.1\.1\r$/m);
    expect(report?.raw).toContain('550 5.1.1 no such address here');
  });

  it('brings delivery reports, which have no sender', async () => {
    const to = 'tld-ops-bounces+0123456789abcdefghjkmnpqrs@lists.example';
    const raw = 'From: MAILER-DAEMON@nic.xa\r\nMessage-ID: <dsn@nic.xa>\r\n\r\nnot delivered\r\n';
    await send(port, { from: '', to: [to], raw });
    expect(await processed(world, 'dsn@nic.xa')).toMatchObject([{ envelope_from: '' }]);
  });

  it('refuses at once what is too big for the engine', async () => {
    const smtp = await connectAs(FOREIGN, port);
    expect(await smtp.say(`MAIL FROM:<${anchor('xd')}> SIZE=10200001`)).toContain('552 5.3.4');
    await smtp.quit();
  });

  it('takes nothing that is too big for the engine once Postfix has broken its long lines', async () => {
    const raw = `${request('xd', 'big')}${'x'.repeat(10_180_000)}\r\n`;
    expect((await send(port, { from: anchor('xd'), raw })).at(-1)).toContain('250 2.0.0');
    expect(await processed(world, 'big@nic.xd')).toHaveLength(1);
  });
});
