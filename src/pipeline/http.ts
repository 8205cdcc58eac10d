/** The HTTP server on loopback: looks only, answers from a table of routes, and reads nothing from disk. */

import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Permanent } from '../machines/words/trouble.ts';
import type { DoorLog } from './accept.ts';

/** What is sent for a path. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  /** Plain text unless told. */
  readonly type?: string;
  /** Beside those that every answer has; lower case, so that they take the place of those. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is served, by exact path. A route that throws answers 503, and the log says why. */
export type Routes = Readonly<Record<string, () => Answer | Promise<Answer>>>;

export interface HttpOptions {
  /** Loopback; no server at all when it is not set. */
  readonly where: { readonly host: string; readonly port: number } | undefined;
  /** Host names beside those of loopback, for a proxy that passes the Host field on. */
  readonly names: readonly string[];
  readonly routes: Routes;
  readonly log: DoorLog;
  /** Milliseconds within which a whole request must be here; five seconds unless told. */
  readonly patience?: number;
}

export interface HttpServer {
  /** The port that port 0 became. */
  readonly port?: number;
  readonly close: () => Promise<void>;
}

const LOOPBACK: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

// Whoever is slow or many costs a socket for some seconds, and mail nothing.
const limits = (patience: number) => ({
  maxHeaderSize: 8_192,
  headersTimeout: patience,
  requestTimeout: patience,
  keepAliveTimeout: patience,
  connectionsCheckingInterval: patience / 5,
});
const PATIENCE = 5_000;
const MOST_CONNECTIONS = 50;
/** Without a byte in either direction, in milliseconds. */
const IDLE = 20_000;

/** Nothing may be loaded, framed, guessed or kept; pages say which styles they have. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** Opens the port. Throws `Permanent` when it cannot be had. */
export async function serveHttp(options: HttpOptions): Promise<HttpServer> {
  const { where } = options;
  if (where === undefined) return { close: async () => undefined };
  // Any address of 127.0.0.0/8 may be the one that it listens on.
  const known = new Set([...LOOPBACK, where.host, ...options.names]);
  const routes = new Map(Object.entries(options.routes));
  const server = createServer(limits(options.patience ?? PATIENCE), (request, response) => {
    void answerTo(request, known, routes, options.log).then((answer) => send(response, answer));
  });
  server.maxConnections = MOST_CONNECTIONS;
  server.setTimeout(IDLE);
  server.listen(where.port, where.host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new Permanent('door-shut', `cannot listen on ${where.host}:${where.port}`, error);
  }
  const address = server.address();
  return {
    ...(typeof address === 'object' && address !== null ? { port: address.port } : {}),
    close: () => closeAll(server),
  };
}

async function closeAll(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}

async function answerTo(
  request: IncomingMessage,
  names: ReadonlySet<string>,
  routes: ReadonlyMap<string, Routes[string]>,
  log: DoorLog,
): Promise<Answer> {
  // A page of somebody else whose name was pointed here (DNS rebinding) says that name in Host.
  if (!names.has(nameOf(request.headers.host)))
    return { status: 421, body: 'this server does not answer to that name\n' };
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return { status: 405, body: 'only GET and HEAD\n', headers: { allow: 'GET, HEAD' } };
  const path = (request.url ?? '').replace(/[?#].*$/s, '');
  const route = routes.get(path);
  if (route === undefined) return { status: 404, body: 'not found\n' };
  try {
    return await route();
  } catch (error) {
    log.warn({ err: error, path }, 'a page could not be made');
    return { status: 503, body: 'this cannot be shown now; try again later\n' };
  }
}

/** The name in a Host field, without the port: a tunnel brings another one. */
function nameOf(host: string | undefined): string {
  return (host ?? '').toLowerCase().replace(/:\d{1,5}$/, '');
}

function send(response: ServerResponse, { status, body, type, headers }: Answer): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, {
    ...HEADERS,
    'content-type': type ?? 'text/plain; charset=utf-8',
    'content-length': bytes.length,
    // What a client sends besides is not waited for.
    ...(status >= 400 ? { connection: 'close' } : {}),
    ...headers,
  });
  // Node leaves the body out for HEAD (RFC 9110 9.3.2).
  response.end(bytes);
}
