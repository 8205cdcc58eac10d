import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { readRegistryAnswer } from '../../src/machines/reading/registry-answer.ts';
import { type Cctld, readCctld } from '../../src/machines/words/cctld.ts';
import { Temporary } from '../../src/machines/words/trouble.ts';
import { queryWhois } from '../../src/pipeline/whois.ts';
import { population, populationAnswers } from '../support/population.ts';
import { type FakeWhois, type Fault, NO_OBJECT, startWhois } from '../support/whois-server.ts';

const entries = population(3);
const answers = populationAnswers(entries);
const [entry] = entries;
const idn = entries.find(({ cctld }) => cctld.startsWith('xn--'));
if (entry === undefined || idn === undefined) throw new Error('an empty population');

let whois: FakeWhois | undefined;
afterEach(() => whois?.close());

function ask(
  cctld: Cctld,
  { deadlineMs = 5_000, maxBytes = 65_536, port = whois?.port ?? 0 } = {},
) {
  return queryWhois({ host: '127.0.0.1', port, cctld, deadlineMs, maxBytes });
}

async function troubleOf(asking: Promise<string>): Promise<Temporary> {
  const error = await asking.catch((thrown: unknown) => thrown);
  if (error instanceof Temporary) return error;
  throw new Error('no trouble', { cause: error });
}

test('an answer is everything until the connection closes', async () => {
  whois = await startWhois({ answers });
  expect(await ask(entry.cctld)).toBe(answers.get(entry.cctld));
});

test('an IDN is asked for by its A-label and answered in UTF-8', async () => {
  whois = await startWhois({ answers });
  const answer = readRegistryAnswer(await ask(idn.cctld), idn.cctld);
  expect(whois.queries).toEqual([idn.cctld]);
  expect(answer).toMatchObject({ kind: 'record', record: { cctld: idn.cctld } });
});

test('a name without an object is an answer too', async () => {
  whois = await startWhois({ answers: new Map() });
  expect(await ask(entry.cctld)).toBe(NO_OBJECT);
});

test('a character split over two packets arrives whole', async () => {
  const text = 'organisation: Ünïcode 登録 ' + '登'.repeat(20_000);
  whois = await startWhois({ answers: () => text });
  expect(await ask(entry.cctld)).toBe(text);
});

test('a host name is looked up', async () => {
  whois = await startWhois({ answers });
  const { port } = whois;
  const question = { host: 'localhost', port, cctld: entry.cctld, deadlineMs: 5_000 };
  expect(await queryWhois({ ...question, maxBytes: 65_536 })).toContain('source:');
});

describe('trouble is temporary', () => {
  test.each<[Fault, string, number]>([
    ['reset', 'registry-unreachable', 10_000],
    ['silent', 'registry-unreachable', 150],
    ['drip', 'registry-unreachable', 150],
    ['huge', 'registry-unreadable', 10_000],
  ])('%s: %s', async (fault, reason, deadlineMs) => {
    whois = await startWhois({ answers, faults: [['*', fault]] });
    expect((await troubleOf(ask(entry.cctld, { deadlineMs }))).reason).toBe(reason);
  });

  test('nobody listens', async () => {
    const { port, close } = await startWhois({ answers });
    await close();
    expect((await troubleOf(ask(entry.cctld, { port }))).reason).toBe('registry-unreachable');
  });

  test('the host name does not exist', async () => {
    const question = { host: 'whois..invalid', port: 43, cctld: entry.cctld, deadlineMs: 2_000 };
    const trouble = await troubleOf(queryWhois({ ...question, maxBytes: 100 }));
    expect(trouble.reason).toBe('registry-unreachable');
    expect(trouble.message).not.toContain('invalid');
  });
});

test('a server that answers before it is asked, and is gone, harms nobody', async () => {
  const rude = createServer((socket) => {
    socket.on('error', () => {});
    socket.end('% too many queries\n', () => socket.resetAndDestroy());
  });
  rude.listen(0, '127.0.0.1');
  await once(rude, 'listening');
  const { port } = rude.address() as AddressInfo;
  const asking = Array.from({ length: 20 }, () => ask(entry.cctld, { port }));
  for (const result of await Promise.allSettled(asking)) {
    const text = result.status === 'fulfilled' ? result.value : '';
    expect(readRegistryAnswer(text, entry.cctld).kind).toBe('unreadable');
    expect(result).not.toHaveProperty('reason', expect.not.objectContaining({ name: 'Temporary' }));
  }
  rude.close();
});

describe('what the server says instead of a record reaches the reader, which refuses it', () => {
  const refused: Fault[] = [
    'truncated',
    'other-domain',
    'rate-limit',
    'old-format',
    'binary',
    'empty',
  ];
  test.each(refused)('%s', async (fault) => {
    whois = await startWhois({ answers, faults: [['*', fault]] });
    const text = await ask(entry.cctld);
    expect(readRegistryAnswer(text, entry.cctld).kind).toBe('unreadable');
  });
});

test('the A-label is what the form of a ccTLD allows: no line end can be put into a query', () => {
  expect(readCctld('xa\r\nxb')).toBeUndefined();
});
