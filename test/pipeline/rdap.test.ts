/** RDAP over real HTTP and HTTPS on loopback. */

import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { RDAP_NOT_FOUND, readRdapAnswer } from '../../src/machines/reading/rdap-answer.ts';
import { type Cctld, readCctld } from '../../src/machines/words/cctld.ts';
import { Temporary } from '../../src/machines/words/trouble.ts';
import { queryRdap } from '../../src/pipeline/rdap.ts';
import { rdapSource } from '../../src/pipeline/registry-source.ts';
import { population } from '../support/population.ts';
import {
  type Certificate,
  fromTable,
  makeCertificate,
  type RdapReply,
  type RdapServer,
  rdapAnswer,
  sendRdap,
  startRdap,
} from '../support/rdap-server.ts';

const entries = population(3);
const answers = new Map(entries.map((entry) => [entry.cctld as string, rdapAnswer(entry)]));
const entry = entries.find(({ cctld }) => !cctld.startsWith('xn--'));
const idn = entries.find(({ cctld }) => cctld.startsWith('xn--'));
if (entry === undefined || idn === undefined) throw new Error('an empty population');
const XA = entry.cctld;
const good = answers.get(XA) ?? '';

let server: RdapServer | undefined;
let certificate: Certificate;
beforeAll(async () => {
  certificate = await makeCertificate();
});
afterEach(() => server?.close());

interface Options {
  readonly deadlineMs?: number;
  readonly scheme?: string;
  readonly ca?: string;
  readonly host?: string;
}

function ask(cctld: Cctld, { scheme = 'http', host = '127.0.0.1', ...rest }: Options = {}) {
  const base = new URL(`${scheme}://${host}:${server?.port}/`);
  return queryRdap({ base, cctld, deadlineMs: 10_000, maxBytes: 65_536, ...rest });
}

async function troubleOf(asking: Promise<string>): Promise<Temporary> {
  const error = await asking.catch((thrown: unknown) => thrown);
  if (error instanceof Temporary) return error;
  throw new Error('no trouble', { cause: error });
}

test('the answer is what the server sends, to a question for the A-label', async () => {
  server = await startRdap(fromTable(answers));
  expect(await ask(XA)).toBe(good);
  const read = readRdapAnswer(await ask(idn.cctld), idn.cctld);
  expect(read).toMatchObject({ kind: 'record', record: { cctld: idn.cctld } });
  expect(server.paths).toEqual([`/domain/${XA}`, `/domain/${idn.cctld}`]);
});

test('a character split over two packets arrives whole', async () => {
  const bytes = Buffer.from(good.replace('Terms', 'Ünïcode 登録'));
  server = await startRdap((response) => {
    const cut = bytes.indexOf('登') + 1;
    response.writeHead(200, { 'content-type': 'application/rdap+json' });
    response.write(bytes.subarray(0, cut), () =>
      setImmediate(() => response.end(bytes.subarray(cut))),
    );
  });
  expect(await ask(XA)).toBe(bytes.toString());
});

describe('over TLS', () => {
  test('a certificate that is vouched for is enough', async () => {
    server = await startRdap(fromTable(answers), certificate);
    expect(await ask(XA, { scheme: 'https', ca: certificate.cert })).toBe(good);
    expect(await ask(XA, { scheme: 'https', ca: certificate.cert, host: 'localhost' })).toBe(good);
  });

  test.each<[string, string, (served: Certificate) => { ca?: string }]>([
    ['nobody vouches for', 'localhost', () => ({})],
    ['is not the one that is vouched for', 'localhost', () => ({ ca: certificate.cert })],
    ['is vouched for, but for another host', 'rdap.example', ({ cert }) => ({ ca: cert })],
  ])('a certificate that %s ends it before anything is asked', async (_, host, trusted) => {
    const served = await makeCertificate(host);
    server = await startRdap(fromTable(answers), served);
    const trouble = await troubleOf(ask(XA, { scheme: 'https', ...trusted(served) }));
    expect(trouble.reason).toBe('registry-unreachable');
    expect(trouble.cause).toMatchObject({ code: expect.stringMatching(/CERT/) });
    expect(server.paths).toEqual([]);
  });

  test('a server that speaks no TLS is trouble, and never asked without it', async () => {
    server = await startRdap(fromTable(answers));
    const trouble = await troubleOf(ask(XA, { scheme: 'https', ca: certificate.cert }));
    expect(trouble.reason).toBe('registry-unreachable');
    expect(server.paths).toEqual([]);
  });
});

describe('"not found" is an answer only in the words of RDAP', () => {
  test.each<[string, RdapReply]>([
    ['an RDAP error', (response) => sendRdap(response, '{"errorCode":404,"title":"x"}', 404)],
    ['nothing but the status', (response) => response.writeHead(404).end()],
  ])('%s', async (_, reply) => {
    server = await startRdap(reply);
    expect(await ask(XA)).toBe(RDAP_NOT_FOUND);
  });

  test.each<[string, RdapReply]>([
    ['a web page', (response) => response.writeHead(404).end('<html>Not Found</html>')],
    ['a quota', (response) => sendRdap(response, '{"errorCode":429}', 404)],
    ['words', (response) => sendRdap(response, 'quota exceeded', 404)],
    ['half an answer', (response) => sendRdap(response, '{"errorCode":404', 404)],
    ['a long page', (response) => sendRdap(response, 'x'.repeat(100_000), 404)],
  ])('not %s', async (_, reply) => {
    server = await startRdap(reply);
    expect((await troubleOf(ask(XA))).reason).toBe('registry-unreadable');
  });
});

const REDIRECT_ELSEWHERE = [
  ['another host', 'http://registry.example/domain/xa'],
  ['another port', 'http://127.0.0.1:9/domain/xa'],
  ['another scheme', 'https://127.0.0.1/domain/xa'],
  ['this machine by another name', '//localhost/domain/xa'],
  ['a file', 'file:///etc/passwd'],
  ['nowhere', 'http://'],
] as const;

describe('a redirect', () => {
  test('is followed on the same host', async () => {
    server = await startRdap((response, name, request) => {
      if (request.url?.startsWith('/new/') === true) return sendRdap(response, good);
      return response.writeHead(302, { location: `/new/${name}` }).end();
    });
    expect(await ask(XA)).toBe(good);
  });

  test.each(REDIRECT_ELSEWHERE)('is not followed to %s', async (_, location) => {
    server = await startRdap((response) => response.writeHead(301, { location }).end());
    expect((await troubleOf(ask(XA))).reason).toBe('registry-unreadable');
    expect(server.paths).toHaveLength(1);
  });

  test('is not followed from TLS to none', async () => {
    server = await startRdap((response, _, { headers }) => {
      response.writeHead(302, { location: `http://${headers.host ?? ''}/domain/xa` }).end();
    }, certificate);
    const trouble = await troubleOf(ask(XA, { scheme: 'https', ca: certificate.cert }));
    expect(trouble.reason).toBe('registry-unreadable');
  });

  test('is not followed for ever', async () => {
    server = await startRdap((response) => response.writeHead(302, { location: '/again' }).end());
    expect((await troubleOf(ask(XA))).reason).toBe('registry-unreadable');
    expect(server.paths).toHaveLength(4);
  });
});

describe('a server that wants to be left alone says for how long', () => {
  const date = 'Sat, 21 Nov 2026 09:00:00 GMT';
  test.each([
    [429, { 'retry-after': '120' }, 120_000],
    [503, { 'retry-after': 'Sat, 21 Nov 2026 09:05:00 GMT', date }, 300_000],
    [503, { 'retry-after': 'Sat, 21 Nov 2026 08:00:00 GMT', date }, undefined],
    [429, { 'retry-after': '99999999999' }, 86_400_000],
    [429, { 'retry-after': 'soon' }, undefined],
    [429, {}, undefined],
  ])('%i %o', async (status, headers, waitMs) => {
    server = await startRdap((response) => response.writeHead(status, headers).end('later'));
    const trouble = await troubleOf(ask(XA));
    expect(trouble).toMatchObject({ reason: 'registry-unreachable', waitMs });
  });
});

test.each([400, 401, 403, 405, 410, 418, 500, 502, 504, 206, 204, 304])(
  'the status %i is no answer about the ccTLD',
  async (status) => {
    server = await startRdap((response) => response.writeHead(status).end());
    expect((await troubleOf(ask(XA))).reason).toBe('registry-unreachable');
  },
);

const drip: RdapReply = (response) => {
  response.writeHead(200, { 'content-type': 'application/rdap+json' });
  const timer = setInterval(() => response.write(' '), 5);
  response.on('close', () => clearInterval(timer));
};

function typed(type: string, text: string): RdapReply {
  return (response) => void response.writeHead(200, { 'content-type': type }).end(text);
}

describe('what is no answer', () => {
  const [other = ''] = [...answers].filter(([name]) => name !== XA).map(([, text]) => text);
  test.each<[string, RdapReply, string]>([
    ['silence', () => {}, 'registry-unreachable'],
    ['a slow drip', drip, 'registry-unreachable'],
    [
      'heads without end',
      ({ socket }) => {
        socket?.write('HTTP/1.1 200 OK\r\n');
        const timer = setInterval(() => socket?.write('x-more: 1\r\n'), 5);
        socket?.on('close', () => clearInterval(timer));
      },
      'registry-unreachable',
    ],
    ['a reset', ({ socket }) => socket?.resetAndDestroy(), 'registry-unreachable'],
    ['no HTTP', ({ socket }) => socket?.end('% IANA WHOIS server\r\n'), 'registry-unreachable'],
    [
      'less than was announced',
      (response) => {
        response.writeHead(200, {
          'content-type': 'application/rdap+json',
          'content-length': 9_999,
        });
        response.write(good, () => response.destroy());
      },
      'registry-unreachable',
    ],
    ['10 MB', (response) => sendRdap(response, ' '.repeat(10_000_000)), 'registry-unreadable'],
    ['a web page', typed('text/html', good), 'registry-unreadable'],
    ['no type', (response) => void response.writeHead(200).end(good), 'registry-unreadable'],
    [
      'something packed',
      (response) => {
        const headers = { 'content-type': 'application/rdap+json', 'content-encoding': 'gzip' };
        response.writeHead(200, headers).end(good);
      },
      'registry-unreadable',
    ],
  ])('%s: %s', async (_, reply, reason) => {
    server = await startRdap(reply);
    const deadlineMs = /silence|drip|end/.test(_) ? 200 : 10_000;
    expect((await troubleOf(ask(XA, { deadlineMs }))).reason).toBe(reason);
  });

  test.each<[string, string | Buffer]>([
    ['nothing', ''],
    ['half of it', good.slice(0, 500)],
    ['another domain', other],
    ['two objects', good + good],
    ['octets', Buffer.from([0, 1, 2, 0xff, 0xfe, 0x80, 10])],
    ['invalid UTF-8 in a name', Buffer.from(good.replace('Registry', 'Registr\u00ff'), 'latin1')],
    ['the words of a quota', 'Quota exceeded'],
    ['an error', '{"errorCode":404,"title":"Not Found"}'],
  ])('%s reaches the reader, which refuses it', async (_, body) => {
    server = await startRdap((response) => sendRdap(response, body));
    expect(readRdapAnswer(await ask(XA), XA).kind).toBe('unreadable');
  });

  test('nobody listens, or there is no such host', async () => {
    server = await startRdap(fromTable(answers));
    await server.close();
    expect((await troubleOf(ask(XA))).reason).toBe('registry-unreachable');
    const trouble = await troubleOf(ask(XA, { host: 'rdap.invalid' }));
    expect(trouble.reason).toBe('registry-unreachable');
    expect(trouble.message).not.toContain('invalid');
    server = undefined;
  });
});

test('a source of this machine is asked without a pause, below its path', async () => {
  server = await startRdap(fromTable(answers));
  const source = rdapSource(new URL(`http://127.0.0.1:${server.port}/rdap/v1/`));
  expect(source).toMatchObject({
    name: `rdap+http://127.0.0.1:${server.port}/rdap/v1`,
    pauseMs: 0,
  });
  expect(source.form.read(await source.ask(XA), XA).kind).toBe('record');
  expect(server.paths).toEqual([`/rdap/v1/domain/${XA}`]);
});

test('a name can add nothing to the path', () => {
  expect(readCctld('xa/../yb')).toBeUndefined();
});
