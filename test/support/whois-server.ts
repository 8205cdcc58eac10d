/** The loopback whois server with faults that a test can switch on and off for each ccTLD. */

import type { Socket } from 'node:net';
import {
  NO_OBJECT,
  type WhoisServer,
  listenWhois,
  whoisAnswer,
} from '../../src/demo/whois-server.ts';

export { NO_OBJECT, whoisAnswer };

/** How a query goes wrong; without one it is answered as the registry would. */
export type Fault =
  | 'truncated'
  | 'other-domain'
  | 'rate-limit'
  | 'old-format'
  | 'binary'
  | 'huge'
  | 'empty'
  | 'drip'
  | 'silent'
  | 'reset';

type Answers = ReadonlyMap<string, string> | ((query: string) => string | undefined);

export interface FakeWhois extends WhoisServer {
  /** Every query so far, in order. */
  readonly queries: string[];
  /** Replace or add answers and faults while it runs; `*` is the fault for every query. */
  answers: Answers;
  readonly faults: Map<string, Fault>;
  /** Holds back every answer until the function returned is called. */
  readonly hold: () => () => void;
}

/** Starts it on a free port of 127.0.0.1. */
export async function startWhois(given: {
  answers: Answers;
  faults?: Iterable<readonly [string, Fault]>;
}): Promise<FakeWhois> {
  const queries: string[] = [];
  const faults = new Map(given.faults);
  let gate = Promise.resolve();
  const server = await listenWhois((socket, query) => {
    queries.push(query);
    void gate.then(() => {
      const answer = answerOf(fake.answers, query);
      misbehave(socket, answer, faults.get(query) ?? faults.get('*'));
    });
  });
  const hold = (): (() => void) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    gate = promise;
    return resolve;
  };
  const fake: FakeWhois = { ...server, queries, faults, answers: given.answers, hold };
  return fake;
}

/** What the registry of before July 2010 wrote. */
export const OLD_FORMAT = [
  'IANA Whois Service',
  'Domain: xa',
  'ID: xa',
  '',
  'Sponsoring Organization:',
  '    Organization: Harbour Registry',
  'Administrative Contact:',
  '    Name: Ada Example',
  '    Email: admin@nic.xa',
  '',
].join('\n');

function answerOf(answers: Answers, query: string): string {
  return (typeof answers === 'function' ? answers(query) : answers.get(query)) ?? NO_OBJECT;
}

function misbehave(socket: Socket, answer: string, fault: Fault | undefined): void {
  switch (fault) {
    case undefined:
      return void socket.end(answer);
    case 'truncated':
      return void socket.end(answer.slice(0, answer.indexOf('source:')));
    case 'other-domain':
      return void socket.end(answer.replace(/^domain: .*$/m, 'domain:       XZ'));
    case 'rate-limit':
      return void socket.end('% Query rate limit exceeded, please try again later\n');
    case 'old-format':
      return void socket.end(OLD_FORMAT);
    case 'binary':
      return void socket.end(Buffer.from([0, 1, 2, 0xff, 0xfe, 0x80, 10]));
    case 'huge':
      return void socket.end(`${answer}${'remarks:      again and again\n'.repeat(10_000)}`);
    case 'empty':
      return void socket.end();
    case 'drip':
      return drip(socket, answer);
    case 'silent':
      return;
    case 'reset':
      return void socket.write(answer.slice(0, 100), () => socket.resetAndDestroy());
  }
}

// One byte at a time, each in time, the whole never: only an overall deadline ends it.
function drip(socket: Socket, answer: string): void {
  let sent = 0;
  const timer = setInterval(() => {
    if (socket.destroyed) return clearInterval(timer);
    socket.write(answer.charAt(sent % answer.length));
    sent += 1;
  }, 5);
  socket.on('close', () => clearInterval(timer));
}
