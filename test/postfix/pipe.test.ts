/** Mail by SMTP into a real Postfix, and by its pipe to a process for each mail, as an unprivileged user. */

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, postfixIsHere } from '../support/postfix.ts';
import { readableCheckout } from '../support/readable-checkout.ts';
import { signMail } from '../support/sign.ts';
import { anchor, FOREIGN, header, JOIN, OWN, request, send } from './mails.ts';
import { empty, held, letter, openWorld, processed, queuedWith, type World } from './world.ts';

const here = await postfixIsHere();
const VALIDATE = 'tld-ops-validate@lists.example';

/** Owns the engine and its private Postgres, and runs the pipe: as the user tldops of tldops.service. */
const NOBODY = { uid: 65_534, gid: 65_534 };

describe.skipIf(!here)('a real Postfix with the pipe', () => {
  let world: World;
  let folder: string;
  let settings: string;
  let envFile: string;
  beforeAll(async () => {
    folder = makeFolder();
    const data = join(folder, 'data');
    mkdirSync(data);
    execFileSync('chown', ['nobody', data]);
    envFile = join(folder, 'tldops.env');
    world = await openWorld({
      env: { TLDOPS_DATA: data },
      databaseUrl: `postgres://tldops@localhost/postgres?host=${data}/postgres/socket&application_name=tldops%20test`,
      account: NOBODY,
      checkout: readableCheckout(NOBODY, folder),
      setup: ['--pipe', '--user', 'nobody', '--env-file', envFile],
      onEnvironment: (env) => {
        const lines = Object.entries(env).map(([name, value]) => `${name}="${value}"\n`);
        settings = `# The engine's settings.\n\n${lines.join('')}`;
        writeFileSync(envFile, settings);
      },
    });
  });
  afterAll(async () => {
    await world?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('carries the first conversation', async () => {
    const rosa = 'rosa.lind@mailbox.example';
    const raw = request('xa', 'first', { From: `Rosa Lind <${rosa}>`, Cc: anchor('xa') });
    await send(world.mta.port, { from: rosa, raw });
    const challenge = await letter(world, 'challenge', anchor('xa'));
    const to = (header(challenge.raw, 'Reply-To') ?? '').replace(/[<>]/g, '');
    const answer = `From: ${anchor('xa')}\r\nTo: ${to}\r\nMessage-ID: <yes@nic.xa>\r\n\r\nCONFIRM\r\n`;
    await send(world.mta.port, { from: anchor('xa'), to: [to], raw: answer });
    expect(await queuedWith(world, 'xa')).toBe('E4');
  });

  it('tells the engine the client, whatever it said in HELO, so that SPF proves the sender (E3)', async () => {
    const client = { ...OWN, helo: '--help=$(id)' };
    await send(world.mta.port, { from: anchor('xb'), raw: request('xb', 'spf'), client });
    expect(await queuedWith(world, 'xb')).toBe('E3');
  });

  it('keeps every byte: a signed mail in raw UTF-8 passes DKIM behind it (E3)', async () => {
    const raw = request('xc', 'dkim', { Subject: 'Überraschung für .xc' });
    const signed = await signMail(Buffer.from(raw), { domain: 'nic.xc' });
    const parameters = 'BODY=8BITMIME SMTPUTF8';
    await send(world.mta.port, { from: anchor('xc'), raw: signed, client: FOREIGN, parameters });
    expect(await queuedWith(world, 'xc')).toBe('E3');
  });

  it('makes two rows of one mail to two of our addresses', async () => {
    const raw = request('xd', 'two', { To: `${JOIN}, ${VALIDATE}` });
    await send(world.mta.port, { from: anchor('xd'), to: [JOIN, VALIDATE], raw });
    await empty(world);
    const rows = await processed(world, 'two@nic.xd');
    expect(rows.map(({ recipient }) => recipient).toSorted()).toEqual([JOIN, VALIDATE]);
  });

  it('takes a local mail without sender and client: arguments that are empty', async () => {
    const raw = 'From: MAILER-DAEMON@nic.xa\nMessage-ID: <local@nic.xa>\n\nhello\n';
    const how = { input: raw };
    execFileSync('sendmail', ['-C', world.mta.configDir, '-i', '-f', '<>', JOIN], how);
    expect(await processed(world, 'local@nic.xa')).toMatchObject([{ envelope_from: '' }]);
  });

  it('bounces what is unknown to the engine, with 5.1.1 and nothing else of ours', async () => {
    const raw = request('xd', 'nobody');
    const to = ['nobody@lists.example'];
    await send(world.mta.openPort, { from: anchor('xd'), to, raw });
    await empty(world);
    const report = world.caught.find(({ envelopeFrom }) => envelopeFrom === '');
    expect(report?.recipients).toEqual([anchor('xd')]);
    expect(header(report?.raw ?? '', 'Subject')).toContain('Undelivered');
    expect(report?.raw).toMatch(
      /^Status: 5\.1\.1\r\nDiagnostic-Code: x-unix; no such address here\r$/m,
    );
  });

  it.each([
    ['has a fault', () => writeFileSync(envFile, 'TLDOPS_DOMAIN=(oops\nexit 1\n')],
    ['cannot be read', () => chmodSync(envFile, 0o600)],
  ])(
    'keeps the mail when the file of settings %s, and takes it once later',
    async (what, spoil) => {
      const id = `spoilt-${what.replaceAll(' ', '-')}`;
      spoil();
      await send(world.mta.port, { from: anchor('xd'), raw: request('xd', id), client: OWN });
      const reasons = await held(world);
      rmSync(envFile, { force: true });
      writeFileSync(envFile, settings);
      expect(reasons).toEqual(['try again later']);
      await world.mta.flush();
      await empty(world);
      expect(await processed(world, id)).toMatchObject([{ times_seen: 1 }]);
    },
  );

  it('needs no engine to take mail: what came meanwhile is processed by the next one', async () => {
    await world.engine.stop();
    await send(world.mta.port, { from: anchor('xd'), raw: request('xd', 'alone'), client: OWN });
    try {
      await empty(world);
    } finally {
      await world.engine.start();
    }
    expect(await processed(world, 'alone@nic.xd')).toMatchObject([{ times_seen: 1 }]);
  });
});
