/** A real Postfix between senders and the engine, and between the engine and the world: all on loopback. */

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Caught, startSink } from '../../src/demo/sink.ts';
import { startWhoisServer, whoisAnswer } from '../../src/demo/whois-server.ts';
import { startDns, type ZoneRecords } from '../support/dns-server.ts';
import { EngineProcess } from '../support/engine-process.ts';
import { form, record } from '../support/people.ts';
import { CHECKOUT, freePort, type Mta, startPostfix } from '../support/postfix.ts';
import { keyRecord } from '../support/sign.ts';
import { SmtpClient } from '../support/smtp-client.ts';
import { until as untilAtOnce } from '../support/until.ts';

export const JOIN = 'tld-ops-join@lists.example';

/** A server that the fictional registries' SPF allows. */
export const OWN = { address: '192.0.2.10', helo: 'mail.nic.xa' };
/** One that it does not. */
export const FOREIGN = { address: '198.51.100.66', helo: 'mail.attacker.example' };

/** Each ccTLD has a registry of its own, so that tests do not get into each other's cases. */
const CCTLDS = ['xa', 'xb', 'xc', 'xd'];

/** A look at Postfix or the engine starts a process: not every 10 ms, on a machine that they need. */
const BETWEEN_LOOKS = 40;

const run = promisify(execFile);

/** One row of `tldops inbox --json`, as far as tests look at it. */
export interface InboxLine {
  readonly envelopeFrom: string;
  readonly recipient: string;
  readonly from: string | null;
  readonly messageId: string | null;
  readonly outcome: string;
  readonly reason: string | null;
  readonly timesSeen: number;
}

export interface CaseLine {
  readonly case: number;
  readonly cctld: string;
  readonly state: string;
  readonly evidence: string;
}

export interface World {
  readonly mta: Mta;
  readonly engine: EngineProcess;
  /** What Postfix sent to the world. */
  readonly caught: readonly Caught[];
  /** Runs a command of `bin/tldops` with --json and returns its document. */
  readonly ask: <T>(...command: string[]) => Promise<T>;
  readonly close: () => Promise<void>;
}

export interface WorldOptions {
  /** Arguments of postfix/setup besides domain and list; the door comes by itself. */
  readonly setup?: readonly string[];
  /** Where the engine's data are: DATABASE_URL or TLDOPS_DATA. */
  readonly env: Readonly<Record<string, string>>;
  readonly checkout?: string;
  readonly account?: { readonly uid: number; readonly gid: number };
  /** Told the whole environment before anything starts. */
  readonly onEnvironment?: (env: Readonly<Record<string, string>>) => void;
}

/** Starts everything; when something fails on the way, what has been started is stopped again. */
export async function openWorld(options: WorldOptions): Promise<World> {
  const closing: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const one of closing.toReversed()) await one();
  };
  try {
    return { ...(await build(options, closing)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function build(
  options: WorldOptions,
  closing: (() => Promise<unknown>)[],
): Promise<Omit<World, 'close'>> {
  const { checkout = CHECKOUT, setup = [], account, onEnvironment = () => undefined } = options;
  const sink = await startSink();
  closing.push(sink.close);
  const dns = await startDns(zone());
  closing.push(dns.close);
  const whois = await startWhoisServer(
    new Map(CCTLDS.map((name) => [name, whoisAnswer(record(name, `Nic ${name}`, anchor(name)))])),
  );
  closing.push(whois.close);
  const [port, door] = [await freePort(), await freePort()];
  const env = {
    TLDOPS_LIST: 'tld-ops',
    TLDOPS_DOMAIN: 'lists.example',
    TLDOPS_VALIDATORS: 'val1@ccnso.example',
    TLDOPS_LISTEN: `lmtp://127.0.0.1:${door}`,
    TLDOPS_RELAY: `smtp://127.0.0.1:${port}`,
    TLDOPS_REGISTRY: `whois://127.0.0.1:${whois.port}`,
    TLDOPS_DNS: dns.address,
    ...options.env,
  };
  onEnvironment(env);
  const program = join(checkout, 'bin/tldops');
  const engine = new EngineProcess({ program, env, ...(account === undefined ? {} : { account }) });
  closing.push(() => engine.stop());
  await engine.start();
  const own = ['--domain', 'lists.example', '--door', env.TLDOPS_LISTEN, ...setup];
  const mta = await startPostfix({ checkout, setup: own, port, sinkPort: sink.port });
  closing.push(mta.stop);
  const ask = async <T>(...command: string[]): Promise<T> => {
    const how = { ...account, cwd: '/', env: { PATH: process.env['PATH'], ...env } };
    const { stdout } = await run(program, [...command, '--json'], how);
    return JSON.parse(stdout) as T;
  };
  return { mta, engine, caught: sink.caught, ask };
}

function zone(): Record<string, ZoneRecords> {
  const all = CCTLDS.map((name) => ({
    [`nic.${name}`]: { TXT: [`v=spf1 ip4:${OWN.address} -all`] },
    [`_dmarc.nic.${name}`]: { TXT: ['v=DMARC1; p=reject'] },
    [`s1._domainkey.nic.${name}`]: { TXT: [keyRecord()] },
  }));
  return Object.assign({}, ...all) as Record<string, ZoneRecords>;
}

/** The Admin Contact of a ccTLD. */
export function anchor(cctld: string): string {
  return `admin@nic.${cctld}`;
}

/** A request for a ccTLD, complete, in UTF-8; by its Admin Contact unless told otherwise. */
export function request(cctld: string, id: string, fields: Record<string, string> = {}): string {
  const all = {
    From: `Registry Desk <${anchor(cctld)}>`,
    To: JOIN,
    Date: 'Sat, 21 Nov 2026 10:00:00 +0100',
    Subject: `contacts of .${cctld}`,
    'Message-ID': `<${id}@nic.${cctld}>`,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Transfer-Encoding': '8bit',
    ...fields,
  };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [...head, '', form(cctld), ''].join('\n').replaceAll('\n', '\r\n');
}

export interface Sent {
  readonly from: string;
  readonly to?: readonly string[];
  readonly raw: string | Buffer;
  /** The client for whom Postfix shall take us (XCLIENT). */
  readonly client?: { readonly address: string; readonly helo: string };
  /** Parameters of MAIL FROM. */
  readonly parameters?: string;
}

/** A conversation with a door of Postfix, as the client that is named. */
export async function connectAs(client: Sent['client'], port: number): Promise<SmtpClient> {
  const smtp = await SmtpClient.open({ kind: 'tcp', protocol: 'smtp', host: '127.0.0.1', port });
  await smtp.say('EHLO client.example');
  if (client !== undefined) {
    const { address, helo } = client;
    await smtp.say(`XCLIENT NAME=[UNAVAILABLE] ADDR=${address}`);
    await smtp.say(`EHLO ${helo}`);
  }
  return smtp;
}

/** Sends one mail by SMTP; returns the replies to RCPT and, when one was accepted, to the dot. */
export async function send(port: number, mail: Sent): Promise<string[]> {
  const { from, to = [JOIN], raw, client, parameters = '' } = mail;
  const smtp = await connectAs(client, port);
  const replies = [await smtp.say(`MAIL FROM:<${from}> ${parameters}`.trimEnd())];
  for (const one of to) replies.push(await smtp.say(`RCPT TO:<${one}>`));
  if (replies.slice(1).some((reply) => reply.startsWith('250'))) {
    replies.push(...(await smtp.data(raw)));
  }
  await smtp.quit();
  return replies.slice(1);
}

function untilSlowly<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  return untilAtOnce(what, async () => {
    const seen = await look();
    if (seen === undefined) await pause(BETWEEN_LOOKS);
    return seen;
  });
}

/** Waits for a letter of ours that left through Postfix. */
export function letter({ caught }: World, name: string, to: string): Promise<Caught> {
  return untilAtOnce(`the letter "${name}" to ${to} is sent`, async () =>
    caught.find(
      ({ raw, recipients }) => recipients.includes(to) && header(raw, 'X-TLD-OPS-Letter') === name,
    ),
  );
}

/** The value of the first field of this name, unfolded. */
export function header(raw: string, name: string): string | undefined {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n') + 2).replace(/\r\n(?=[ \t])/g, '');
  return new RegExp(`^${name}: *(.*)\\r$`, 'im').exec(head)?.[1];
}

/** Waits until Postfix has tried all mails in its queue in vain; returns why they wait. */
export function held({ mta }: World): Promise<string[]> {
  return untilSlowly('Postfix holds the mails back', async () => {
    const mails = await mta.queue();
    // With a reason but still active, a mail would be overlooked by a flush.
    if (mails.length === 0 || mails.some(({ queue_name }) => queue_name !== 'deferred')) return;
    return mails.flatMap(({ recipients }) => recipients.map((one) => one.delay_reason ?? ''));
  });
}

/** Waits until Postfix has nothing left to deliver. */
export function empty({ mta }: World): Promise<true> {
  return untilSlowly("Postfix's queue is empty", async () =>
    (await mta.queue()).length === 0 ? true : undefined,
  );
}

/** Waits until mails with this Message-ID have come and been processed, and returns their rows. */
export async function processed(world: World, id: string): Promise<InboxLine[]> {
  await empty(world);
  return untilSlowly(`the mail ${id} is processed`, async () => {
    const rows = await world.ask<InboxLine[]>('inbox');
    const found = rows.filter(({ messageId }) => messageId?.includes(id) === true);
    return found.length > 0 && found.every(({ outcome }) => outcome !== 'pending')
      ? found
      : undefined;
  });
}

/** The case about a ccTLD once the Validators have it to decide. */
export async function queuedCase(world: World, cctld: string): Promise<CaseLine> {
  await letter(world, 'traced', anchor(cctld));
  return caseIn(world, cctld, 'queued');
}

/** The newest case about a ccTLD, once it is in this state. */
export function caseIn(world: World, cctld: string, state: string): Promise<CaseLine> {
  return untilSlowly(`the case about .${cctld} is ${state}`, async () =>
    (await world.ask<CaseLine[]>('cases')).find(
      (one) => one.cctld === cctld && one.state === state,
    ),
  );
}
