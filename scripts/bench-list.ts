/**
 * What it costs to hand a post and an issue to a real Postfix, by ways of cutting the recipients into
 * transactions: `node scripts/bench-list.ts [people]`, as root. Postfix delivers to its own smtp-sink.
 */

import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { writeAddress } from '../src/machines/words/list-address.ts';
import { writeMark } from '../src/machines/words/token.ts';
import { openBatchLine, type Parcel } from '../src/pipeline/smtp-batch.ts';
import { memberAddresses } from '../test/support/members.ts';
import {
  CHECKOUT,
  freePort,
  type Mta,
  postfixIsHere,
  startPostfix,
} from '../test/support/postfix.ts';

const NAMES = { list: 'tld-ops', domain: 'lists.example' };
const PEOPLE = memberAddresses(Number(process.argv[2] ?? 900));
const TICK = 10;

const WAYS = [
  { way: 'VERP, one transaction', batch: PEOPLE.length, verp: true, lines: 1 },
  { way: 'VERP, 100 in each', batch: 100, verp: true, lines: 1 },
  { way: 'VERP, 50 in each', batch: 50, verp: true, lines: 1 },
  { way: 'one each, 1 connection', batch: 1, verp: false, lines: 1 },
  { way: 'one each, 4 connections', batch: 1, verp: false, lines: 4 },
];

function message(size: number): Buffer {
  const head = 'From: Rosa <rosa@nic.xa>\r\nTo: tld-ops@lists.example\r\nSubject: bench\r\n\r\n';
  const line = `${'x'.repeat(70)}\r\n`;
  return Buffer.from(head + line.repeat(Math.ceil((size - head.length) / line.length)));
}

function parcels(content: Buffer, { batch, verp }: (typeof WAYS)[number]): Parcel[] {
  const all: Parcel[] = [];
  for (let at = 0; at < PEOPLE.length; at += batch) {
    const from = writeAddress('bounces', NAMES, writeMark(Buffer.alloc(8, at % 251)));
    all.push({ from, verp, to: PEOPLE.slice(at, at + batch), content });
  }
  return all;
}

async function handAll(port: number, all: readonly Parcel[], lines: number): Promise<void> {
  const waiting = [...all];
  const one = async (): Promise<void> => {
    const relay = { host: '127.0.0.1', port };
    const line = await openBatchLine({ relay, hostname: 'lists.example' });
    for (let parcel = waiting.shift(); parcel !== undefined; parcel = waiting.shift()) {
      const result = await line.send(parcel, async () => undefined);
      if (result.kind !== 'taken' || result.to.length !== parcel.to.length)
        throw new Error(`not taken: ${JSON.stringify(result).slice(0, 300)}`);
    }
    line.close();
  };
  await Promise.all(Array.from({ length: lines }, one));
}

/** Of the master and of all that it started, living or not, in milliseconds. */
function cpuOf({ configDir }: Mta): number {
  const spool = configDir.replace(/etc$/, 'spool');
  const master = readFileSync(`${spool}/pid/master.pid`, 'utf8').trim();
  let ticks = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      const own = Number(fields[11]) + Number(fields[12]);
      if (pid === master) ticks += own + Number(fields[13]) + Number(fields[14]);
      else if (fields[1] === master) ticks += own;
    } catch {
      // It ended while we looked.
    }
  }
  return ticks * TICK;
}

async function measure(mta: Mta, size: number, way: (typeof WAYS)[number]): Promise<string[]> {
  const all = parcels(message(size), way);
  const [cpu, node, start] = [cpuOf(mta), process.cpuUsage(), performance.now()];
  await handAll(mta.port, all, way.lines);
  const handed = performance.now() - start;
  const own = process.cpuUsage(node);
  while ((await mta.queue()).length > 0) await pause(20);
  const through = performance.now() - start;
  return [
    way.way,
    `${Math.round(size / 1024)} KB`,
    `${Math.round(handed)}`,
    `${Math.round(through)}`,
    `${Math.round((own.user + own.system) / 1000)}`,
    `${Math.round(cpuOf(mta) - cpu)}`,
  ];
}

if (!(await postfixIsHere())) process.exit(1);
const [port, sinkPort] = [await freePort(), await freePort()];
const sink = spawn('smtp-sink', ['-u', 'postfix', `127.0.0.1:${sinkPort}`, '200'], {
  stdio: 'inherit',
});
const setup = ['--domain', 'lists.example', '--door', 'lmtp://127.0.0.1:2424'];
const mta = await startPostfix({ checkout: CHECKOUT, setup, port, sinkPort });
try {
  console.log(
    `${PEOPLE.length} people\nway | message | handed over ms | delivered ms | Node CPU ms | Postfix CPU ms`,
  );
  for (const size of [2_048, 358_400]) {
    for (const way of WAYS) console.log((await measure(mta, size, way)).join(' | '));
  }
} finally {
  await mta.stop();
  sink.kill();
}
