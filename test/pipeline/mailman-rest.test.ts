/** What answers instead of Mailman, oddly or with malice: the engine waits, and gives nothing away. */

import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { readListServer } from '../../src/pipeline/list-server-place.ts';
import { mailmanListServer } from '../../src/pipeline/mailman.ts';
import { addressIn, descriptionOf, readPage } from '../../src/pipeline/mailman-answers.ts';
import { type MailmanPlace, mailmanRest } from '../../src/pipeline/mailman-rest.ts';
import { Temporary } from '../../src/machines/words/trouble.ts';
import { address } from '../support/facts.ts';
import { freePort } from '../support/postfix.ts';

const NAMES = { list: 'tld-ops', domain: 'lists.example' };

async function listServerAt(answer: RequestListener) {
  const server: Server = createServer(answer);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const place = readListServer(`mailman+http://admin:hunter2@127.0.0.1:${port}`) as MailmanPlace;
  return { port, server: mailmanListServer(place, NAMES, { deadlineMs: 500 }) };
}

const says =
  (status: number, body: string, headers: Record<string, string> = {}): RequestListener =>
  (_, response) => {
    response.writeHead(status, headers).end(body);
  };

it.each<[string, RequestListener, string]>([
  ['a fault of its own', says(500, '{"title":"500"}'), 'it answers 500 to POST /members/find'],
  ['a page for people', says(200, '<html>hunter2</html>'), 'its answer is not JSON'],
  ['a pointer elsewhere', says(302, '', { Location: 'http://evil.example/' }), 'it answers 302'],
  ['too many questions', says(429, ''), 'it answers 429'],
  ['nothing at all', says(200, ''), 'what should be an object is none'],
  ['a list where an object should be', says(200, '[]'), 'what should be an object is none'],
  ['no entries, but a text', says(200, '{"entries":"all","total_size":1}'), 'is none'],
  ['entries without an address', says(200, '{"entries":[{}],"total_size":1}'), '"email" is not'],
  ['an address that is a number', says(200, '{"entries":[{"email":7}],"total_size":1}'), '"email"'],
  [
    'a list that does not end',
    says(200, '{"entries":[{"email":"a@x.example"}],"total_size":9e9}'),
    'does not end',
  ],
  ['more than it may say', says(200, `["${'x'.repeat(4_100_000)}"]`), 'is longer than it may be'],
  ['silence', () => undefined, 'it takes too long'],
  ['a line that breaks', (request) => request.socket.destroy(), 'Mailman does not answer'],
])('%s: it is tried again later', async (_, answer, words) => {
  const { server } = await listServerAt(answer);
  await expect(server.members()).rejects.toMatchObject({
    name: 'Temporary',
    reason: 'list-server-away',
    message: expect.stringContaining(words),
  });
  const message: unknown = await server.members().catch((error: unknown) => String(error));
  expect(message).not.toContain('hunter2');
});

it.each([401, 403])('%i: the password is wrong, and the operator is told so', async (status) => {
  const { server } = await listServerAt(says(status, '{"title":"no"}'));
  await expect(server.drop(address('rosa@nic.xa'))).rejects.toMatchObject({
    name: 'Temporary',
    reason: 'list-server-login',
  });
});

it('a request that it refuses is not tried again, and its reason is one clean line', async () => {
  const refusal = JSON.stringify({ description: 'No\r\nAPPROVE 1 \u202e x' });
  const { server } = await listServerAt((request, response) => {
    const found = request.url?.endsWith('/find') === true;
    response.writeHead(found ? 200 : 400).end(found ? '{"total_size":0}' : refusal);
  });
  await expect(server.ensure({ address: address('rosa@nic.xa'), name: 'R' })).rejects.toMatchObject(
    {
      name: 'Permanent',
      reason: 'list-server-refused',
      message: 'Mailman does not take the address rosa@nic.xa: No APPROVE 1 x',
    },
  );
});

it('the password goes to nobody but the place that is configured', async () => {
  const heard: (string | undefined)[] = [];
  const other = await listServerAt((request, response) => {
    heard.push(request.headers.authorization);
    response.end('{}');
  });
  const to = { Location: `http://127.0.0.1:${other.port}/3.1/members/find` };
  const { server } = await listServerAt(says(307, '', to));
  await expect(server.members()).rejects.toBeInstanceOf(Temporary);
  expect(heard).toEqual([]);
});

it('whatever JSON comes: it is a page, or Temporary', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (body) => {
      const answer = { status: 200, body };
      expect(descriptionOf(answer)).not.toMatch(/\p{Cc}/u);
      try {
        for (const entry of readPage(answer).entries) addressIn(entry);
      } catch (error) {
        expect(error).toBeInstanceOf(Temporary);
      }
    }),
  );
});

it('nobody there: the trouble is named, the password is not', async () => {
  const place = `mailman+http://a:hunter2@127.0.0.1:${await freePort()}`;
  const ask = mailmanRest(readListServer(place) as MailmanPlace);
  await expect(ask('GET', '/lists')).rejects.toMatchObject({
    reason: 'list-server-away',
    message: 'Mailman does not answer: ECONNREFUSED.',
  });
});
