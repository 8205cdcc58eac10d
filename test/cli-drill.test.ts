/** `tldops drill`, `tldops roster`, and /metrics of a running engine: as an operator sees them. */

import { createServer } from 'node:net';
import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import { PROGRAM, runCli, runJson } from './support/cli.ts';
import { EngineProcess } from './support/engine-process.ts';
import { readExposition } from './support/exposition.ts';
import { fillRoster } from './support/fill-roster.ts';
import { entry } from './support/issue-facts.ts';
import { openRig } from './support/rig.ts';
import { until } from './support/until.ts';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

it('a drill is looked at, begun once, sent by the engine, and seen in the metrics', async () => {
  const rig = await openRig();
  const port = await freePort();
  const env = { ...rig.environment, DATABASE_URL: rig.url, TLDOPS_HTTP: `127.0.0.1:${port}` };
  const none = await runCli(['drill'], env);
  expect([none.code, none.stderr]).toEqual([1, 'There was no drill yet.\n']);
  await fillRoster(rig.db, [entry('xa', 'ana@isp.example'), entry('xb', 'teo@isp.example')]);
  const dry = await runCli(['drill', 'start', '--dry-run'], env);
  expect([dry.code, dry.stdout]).toEqual([
    0,
    expect.stringMatching(/^2 people would be asked, .* Nothing was sent\.\n$/),
  ]);
  const made = await runJson(['drill', 'start', '--text', 'Only a test.'], env);
  expect(made).toMatchObject({ began: true, people: 2 });
  const again = await runCli(['drill', 'start'], env);
  expect([again.code, again.stderr]).toEqual([1, expect.stringMatching(/^A drill runs since /)]);
  const engine = new EngineProcess({ program: PROGRAM, env });
  onTestFinished(() => engine.kill());
  await engine.start();
  await until(
    'the letters are out',
    async () => rig.caught.filter(({ raw }) => raw.includes('Only a test.')).length === 2,
  );
  expect(await runJson(['drill'], env)).toMatchObject({
    running: true,
    startedBy: 'operator',
    text: 'Only a test.',
    people: { asked: 2, answered: 0 },
  });
  const response = await fetch(`http://127.0.0.1:${port}/metrics`);
  const samples = readExposition(await response.text()).flatMap((one) => one.samples);
  const value = (name: string) => samples.find((one) => one.name === name)?.value;
  expect([value('tldops_people'), value('tldops_database_up')]).toEqual([2, 1]);
  expect(samples.find(({ name }) => name === 'tldops_build_info')?.labels).toEqual({
    version: '0.1.0',
  });
  // Nobody was asked in a yearly check, so there is nothing to say about it.
  const [first] = (await runJson(['roster'], env)) as readonly object[];
  expect(Object.keys(first ?? {})).not.toContain('notConfirmedSince');
}, 120_000);
