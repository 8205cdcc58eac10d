/** Commands while the database is away: one sentence and code 75, and no waiting for ever. */

import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { runCli } from './support/cli.ts';

/** A port where somebody listens and says nothing, or (once closed) where nobody listens. */
async function port(listening: boolean): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: own } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  if (listening) onTestFinished(close);
  else await close();
  return own;
}

const ENOUGH = {
  TLDOPS_DOMAIN: 'lists.example',
  TLDOPS_VALIDATORS: 'val1@ccnso.example',
  TLDOPS_REGISTRY: 'whois://127.0.0.1:1',
  TLDOPS_RELAY: 'smtp://127.0.0.1:1',
};

it.each([
  ['refuses', false],
  ['never answers', true],
])('a database that %s', async (_, listening) => {
  const where = `127.0.0.1:${await port(listening)}`;
  const env = { ...ENOUGH, DATABASE_URL: `postgres://tldops:secret@${where}/tldops` };
  const [cases, check] = await Promise.all([
    runCli(['cases', '--json'], env),
    runCli(['check'], env),
  ]);
  const sentence = `The database at ${where}/tldops does not answer.\n`;
  expect(cases).toEqual({ code: 75, stdout: '', stderr: sentence });
  expect(check).toMatchObject({ code: 75, stderr: 'The database does not answer, see above.\n' });
  expect(check.stdout).toContain(`WRONG database: ${sentence.trim()} Is DATABASE_URL right`);
});
