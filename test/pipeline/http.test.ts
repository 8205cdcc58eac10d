/** The HTTP server on loopback: what it answers, to whom, and what it does not put up with. */

import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';
import { readLoopback } from '../../src/config-values.ts';
import { type HttpOptions, type Routes, serveHttp } from '../../src/pipeline/http.ts';
import { TestLog } from '../support/door.ts';

const ROUTES: Routes = {
  '/page': () => ({ status: 200, type: 'text/html; charset=utf-8', body: '<p>é</p>' }),
  '/public': () => ({ status: 200, body: 'x', headers: { 'cache-control': 'max-age=60' } }),
  '/broken': () => {
    throw new Error('secret words of the database');
  },
};

async function start(options: Partial<HttpOptions> = {}) {
  const log = new TestLog();
  const where = { host: '127.0.0.1', port: 0 };
  const server = await serveHttp({ where, names: [], routes: ROUTES, log, ...options });
  onTestFinished(server.close);
  return { port: server.port ?? 0, log };
}

/** What comes back for exactly these octets. */
async function say(port: number, octets: string, host = '127.0.0.1'): Promise<string> {
  const socket = connect({ host, port, allowHalfOpen: true });
  onTestFinished(() => void socket.destroy());
  socket.write(octets);
  return text(socket);
}

const ask = (port: number, line: string, host = 'localhost') =>
  say(port, `${line} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);

it('answers a route, with headers that let a page do nothing', async () => {
  const { port } = await start();
  const response = await fetch(`http://127.0.0.1:${port}/page?any=thing`);
  expect(await response.text()).toBe('<p>é</p>');
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'cache-control': 'no-store',
    'content-length': '9',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'content-type': 'text/html; charset=utf-8',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  const other = await fetch(`http://127.0.0.1:${port}/public`);
  expect(other.headers.get('cache-control')).toBe('max-age=60');
});

it('answers HEAD with the headers alone', async () => {
  const { port } = await start();
  const reply = await ask(port, 'HEAD /page');
  expect(reply).toMatch(/^HTTP\/1\.1 200 /);
  expect(reply).toMatch(/content-length: 9\r\n/i);
  expect(reply).toMatch(/\r\n\r\n$/);
});

it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('refuses %s', async (method) => {
  const { port } = await start();
  const reply = await ask(port, `${method} /page`);
  expect(reply).toMatch(/^HTTP\/1\.1 405 /);
  expect(reply).toMatch(/allow: GET, HEAD\r\n/i);
});

it.each([
  ['localhost', 200],
  ['LOCALHOST:9', 200],
  ['127.0.0.1:8080', 200],
  ['[::1]:8080', 200],
  ['tldops.internal.example', 200],
  ['evil.example', 421],
  ['localhost.evil.example', 421],
  ['127.0.0.1.evil.example:80', 421],
  ['0.0.0.0', 421],
  ['localhost:80:80', 421],
  ['', 421],
])('asked as "%s" it answers %i: no name of others may be pointed here', async (host, status) => {
  const { port } = await start({ names: ['tldops.internal.example'] });
  expect(await ask(port, 'GET /page', host)).toContain(`HTTP/1.1 ${status} `);
});

it('answers by the address that it listens on, any of 127.0.0.0/8, and by that alone', async () => {
  const { port } = await start({ where: readLoopback('127.0.0.2:0') });
  const by = (host: string) =>
    say(port, `GET /page HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`, '127.0.0.2');
  expect(await by(`127.0.0.2:${port}`)).toMatch(/^HTTP\/1\.1 200 /);
  expect(await by('127.0.0.3')).toMatch(/^HTTP\/1\.1 421 /);
});

it('answers nobody who names no host', async () => {
  const { port } = await start();
  expect(await say(port, 'GET /page HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 421 /);
  expect(await say(port, 'GET /page HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
});

it.each([
  '/../../etc/passwd',
  '/page/..%2f..%2fetc/passwd',
  '/page/',
  '//page',
  '/%70age',
  '/constructor',
  '/__proto__',
  'http://localhost/page',
  '*',
])('has nothing at %s', async (path) => {
  const { port } = await start();
  expect(await ask(port, `GET ${path}`)).toMatch(/^HTTP\/1\.1 404 /);
});

it('says nothing of what went wrong but in the log', async () => {
  const { port, log } = await start();
  const reply = await ask(port, 'GET /broken');
  expect(reply).toMatch(/^HTTP\/1\.1 503 /);
  expect(reply).not.toContain('secret');
  expect(log.lines.join()).toContain('a page could not be made');
});

it('does not listen to a header without end, nor wait for a slow one', async () => {
  const { port } = await start({ patience: 200 });
  const long = `GET /page HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(9_000)}\r\n\r\n`;
  expect(await say(port, long)).toMatch(/^HTTP\/1\.1 431 /);
  const begun = performance.now();
  expect(await say(port, 'GET /page HTTP/1.1\r\nHost: loc')).toMatch(/^(HTTP\/1\.1 408 |$)/);
  expect(performance.now() - begun).toBeLessThan(4_000);
});

it('opens nothing when no port is set, and says when it cannot have one', async () => {
  const log = new TestLog();
  const none = await serveHttp({ where: undefined, names: [], routes: ROUTES, log });
  expect(none.port).toBeUndefined();
  await none.close();
  const { port } = await start();
  await expect(start({ where: { host: '127.0.0.1', port } })).rejects.toThrow(
    `cannot listen on 127.0.0.1:${port}`,
  );
});
