/** Health over HTTP, on loopback only: /healthz says that we run, /readyz that the database answers. */

import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { Permanent } from '../machines/words/trouble.ts';
import type { Db } from '../store/db.ts';
import type { Metrics } from './metrics.ts';
import { ping } from '../store/migrate.ts';

export interface Health {
  readonly port?: number;
  readonly close: () => Promise<void>;
}

/** Opens the port, or nothing when none is configured. */
export async function serveHealth(
  where: { readonly host: string; readonly port: number } | undefined,
  db: Db,
  metrics?: Metrics,
): Promise<Health> {
  if (where === undefined) return { close: async () => undefined };
  const server = createServer((request, response) => {
    if (request.url === '/metrics' && metrics !== undefined) void metrics.answer(response);
    else void answer(request.url ?? '', response, db);
  });
  server.listen(where.port, where.host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new Permanent('door-shut', `cannot listen on ${where.host}:${where.port}`, error);
  }
  const address = server.address();
  return {
    ...(typeof address === 'object' && address !== null ? { port: address.port } : {}),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function answer(url: string, response: ServerResponse, db: Db): Promise<void> {
  const [status, words] = await statusOf(url, db);
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${words}\n`);
}

async function statusOf(url: string, db: Db): Promise<[number, string]> {
  if (url === '/healthz') return [200, 'running'];
  if (url !== '/readyz') return [404, 'not found'];
  try {
    await ping(db);
    return [200, 'ready'];
  } catch {
    return [503, 'the database does not answer'];
  }
}
