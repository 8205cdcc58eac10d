/** The engine or its database is away: mail waits in a real Postfix's queue, and comes once. */

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { CHECKOUT, postfixIsHere } from '../support/postfix.ts';
import { type TcpProxy, tcpProxy } from '../support/tcp-proxy.ts';
import { anchor, OWN, request, send } from './mails.ts';
import { empty, held, letter, openWorld, processed, queuedWith, type World } from './world.ts';

const here = await postfixIsHere();
const run = promisify(execFile);

describe.skipIf(!here)('when the engine cannot take mail', () => {
  let database: TestDatabase;
  let proxy: TcpProxy;
  let world: World;
  let listen: string;
  beforeAll(async () => {
    database = await testDatabase();
    proxy = await tcpProxy(database.url);
    world = await openWorld({
      env: { DATABASE_URL: proxy.url },
      databaseUrl: database.url,
      onEnvironment: (env) => (listen = env['TLDOPS_LISTEN'] ?? ''),
    });
  });
  afterAll(async () => {
    await world?.close();
    await proxy.stop();
    await database.close();
  });

  /** What postfix/setup promises to the sender: 250, whatever the engine does. */
  async function write(cctld: string, id: string): Promise<void> {
    const mail = { from: anchor(cctld), raw: request(cctld, id), client: OWN };
    const [, end] = await send(world.mta.port, mail);
    expect(end).toContain('250 2.0.0 Ok: queued');
  }

  it('killed: mail waits, and comes once when it is started again (postfix/flush)', async () => {
    await world.engine.kill();
    await write('xa', 'while-down');
    expect(await held(world)).toEqual([expect.stringContaining('Connection refused')]);

    const env = { PATH: process.env['PATH'], MAIL_CONFIG: world.mta.configDir };
    const flushed = run(join(CHECKOUT, 'postfix/flush'), {
      env: { ...env, TLDOPS_LISTEN: listen },
    });
    await world.engine.start();
    await flushed;
    await empty(world);
    expect(await processed(world, 'while-down')).toMatchObject([
      { outcome: 'opened', times_seen: 1 },
    ]);
    expect(await queuedWith(world, 'xa')).toBe('E3');
    await letter(world, 'queue', 'val1@ccnso.example');
  });

  it('its database away: it says 451, mail waits, and comes once when that is back', async () => {
    await proxy.stop();
    await write('xb', 'while-451');
    expect(await held(world)).toEqual([expect.stringContaining('said: 451 4.3.0')]);

    await proxy.start();
    await world.mta.flush();
    await empty(world);
    expect(await processed(world, 'while-451')).toMatchObject([
      { outcome: 'opened', times_seen: 1 },
    ]);
  });

  it('nobody hears of it: no report of a failure was written', () => {
    expect(world.caught.filter(({ envelopeFrom }) => envelopeFrom === '')).toEqual([]);
  });
});
