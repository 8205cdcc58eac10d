/** `serve` as a process: starts, takes mail, stops in time, is killed and goes on, outlives its database. */

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Door } from '../src/pipeline/doors.ts';
import { PROGRAM, runCli, runJson } from './support/cli.ts';
import { EngineProcess } from './support/engine-process.ts';
import { openRig, type Rig } from './support/rig.ts';
import { SmtpClient } from './support/smtp-client.ts';
import { tcpProxy } from './support/tcp-proxy.ts';
import { until } from './support/until.ts';

const JOIN = 'tld-ops-join@lists.example';

/** An engine in a process of its own, in the world of the rig; killed when the test ends. */
async function startEngine(rig: Rig, where: Record<string, string>): Promise<EngineProcess> {
  const engine = new EngineProcess({ program: PROGRAM, env: { ...rig.environment, ...where } });
  onTestFinished(() => engine.kill());
  await engine.start();
  return engine;
}

/** The door that it opened last, from its log. */
function doorOf(engine: EngineProcess): Door {
  const port = engine.log
    .match(/lmtp:\/\/127\.0\.0\.1:(\d+)/g)
    ?.at(-1)
    ?.split(':')
    .at(-1);
  return { kind: 'tcp', protocol: 'lmtp', host: '127.0.0.1', port: Number(port) };
}

/** Hands a request over and returns the reply to the dot. */
async function deliver(rig: Rig, engine: EngineProcess, cctld: string): Promise<string> {
  const client = await SmtpClient.open(doorOf(engine));
  await client.play('LHLO mx.example', 'MAIL FROM:<a@b.example>', `RCPT TO:<${JOIN}>`);
  const [reply = ''] = await client.data(rig.request(cctld).raw);
  await client.quit();
  return reply;
}

function newDataDirectory(): string {
  const dir = mkdtempSync(join(tmpdir(), 'tldops-serve-'));
  chmodSync(dir, 0o755);
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

it('with its own Postgres: one engine, looked into while it runs, killed, started again', async () => {
  const rig = await openRig();
  const env = { TLDOPS_DATA: newDataDirectory() };
  const engine = await startEngine(rig, env);
  expect(await deliver(rig, engine, 'xa')).toMatch(/^250 2\.6\.0/);
  const second = await runCli(['serve'], { ...rig.environment, ...env });
  expect(second.code).toBe(1);
  expect(second.stderr.trimEnd().split('\n').at(-1)).toMatch(/^Another engine .*\.$/);
  await until('the case is queued', async () => {
    const cases = (await runJson(['cases'], env)) as { readonly state: string }[];
    return cases.find(({ state }) => state === 'queued');
  });
  await engine.kill();
  await engine.start();
  expect(await deliver(rig, engine, 'xb')).toMatch(/^250 2\.6\.0/);
  await until('the letters of both are out', async () =>
    rig.caught.length >= 4 ? true : undefined,
  );
  expect(await engine.stop()).toBe(0);
}, 180_000);

it('that is told to stop takes the mail that is being delivered, and ends with 0 within ten seconds', async () => {
  const rig = await openRig();
  const engine = await startEngine(rig, { DATABASE_URL: rig.url });
  const client = await SmtpClient.open(doorOf(engine));
  await client.play('LHLO mx.example', 'MAIL FROM:<a@b.example>', `RCPT TO:<${JOIN}>`);
  await client.say('DATA');
  const raw = rig.request('xa').raw.toString();
  client.write(raw.slice(0, 300));
  const begun = performance.now();
  const stopped = engine.stop();
  await until('it says that it stops', async () =>
    engine.log.includes('engine stops') ? true : undefined,
  );
  client.write(`${raw.slice(300)}.\r\n`);
  const reply = await client.reply();
  expect(reply).toMatch(/^(250 2\.6\.0|421|451)/);
  client.drop();
  expect(await stopped).toBe(0);
  expect(performance.now() - begun).toBeLessThan(10_000);
  const stored = (await rig.inbox()).length;
  expect(stored).toBe(reply.startsWith('250') ? 1 : 0);
}, 60_000);

it('that loses its database says 451, and 250 when it is back, without a restart', async () => {
  const rig = await openRig();
  const proxy = await tcpProxy(rig.url);
  onTestFinished(() => proxy.stop().catch(() => undefined));
  const engine = await startEngine(rig, { DATABASE_URL: proxy.url });
  await proxy.stop();
  expect(await deliver(rig, engine, 'xa')).toMatch(/^451 4\.3\.0/);
  await proxy.start();
  expect(await deliver(rig, engine, 'xa')).toMatch(/^250 2\.6\.0/);
  await until('the letters are out', async () => (rig.caught.length === 2 ? true : undefined));
  expect(await rig.outcomes()).toEqual(['opened request-opened']);
  expect(await engine.stop()).toBe(0);
}, 60_000);
