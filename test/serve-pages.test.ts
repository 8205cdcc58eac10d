/** The pages of an engine that runs, as the operator asks for them. */

import { request } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { PROGRAM } from './support/cli.ts';
import { EngineProcess } from './support/engine-process.ts';
import { freePort } from './support/postfix.ts';
import { openRig } from './support/rig.ts';

/** Status and body of what is at a path, asked by the name of some host. */
function ask(port: number, path: string, host = 'localhost'): Promise<[number, string]> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers: { host }, agent: false });
    asked.on('error', reject);
    asked.on('response', (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (more: string) => {
        body += more;
      });
      response.on('end', () => resolve([response.statusCode ?? 0, body]));
    });
    asked.end();
  });
}

it('an engine serves its pages on loopback, to whoever asks by its names', async () => {
  const rig = await openRig();
  const port = await freePort();
  const env = {
    ...rig.environment,
    DATABASE_URL: rig.url,
    TLDOPS_HTTP: `127.0.0.1:${port}`,
    TLDOPS_HTTP_NAMES: 'tldops.internal.example',
  };
  const engine = new EngineProcess({ program: PROGRAM, env });
  onTestFinished(() => engine.kill());
  await engine.start();
  expect(await ask(port, '/healthz')).toEqual([200, 'running\n']);
  expect(await ask(port, '/readyz')).toEqual([200, 'ready\n']);
  const [, index] = await ask(port, '/', 'tldops.internal.example');
  expect(index).toContain('href="/operator"');
  const [shown, everybody] = await ask(port, '/public');
  expect(shown).toBe(200);
  expect(everybody).toContain('0 country-code top-level domains of 28');
  const [told, operator] = await ask(port, '/operator');
  expect(told).toBe(200);
  expect(operator).toContain('How things stand');
  expect((await ask(port, '/operator', 'evil.example'))[0]).toBe(421);
  expect(await engine.stop()).toBe(0);
}, 60_000);
