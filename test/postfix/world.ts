/** A real Postfix between senders and the engine, and between the engine and the world: all on loopback. */

import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Caught, type Refusal, startSink } from '../../src/demo/sink.ts';
import { listCases } from '../../src/store/cases.ts';
import { connect, type Db } from '../../src/store/db.ts';
import { type InboxRow, listInbox } from '../../src/store/inbox.ts';
import { startWhoisServer, whoisAnswer } from '../../src/demo/whois-server.ts';
import { startDns, type ZoneRecords } from '../support/dns-server.ts';
import { EngineProcess } from '../support/engine-process.ts';
import { record } from '../support/people.ts';
import { CHECKOUT, freePort, type Mta, startPostfix } from '../support/postfix.ts';
import { keyRecord } from '../support/sign.ts';
import { until as untilAtOnce } from '../support/until.ts';
import { anchor, header, OWN } from './mails.ts';

/** Each ccTLD has a registry of its own, so that tests do not get into each other's cases. */
const CCTLDS = ['xa', 'xb', 'xc', 'xd'];

/** A look at Postfix's queue starts a process: not every 10 ms, on a machine that they need. */
const BETWEEN_LOOKS = 40;

export interface World {
  readonly mta: Mta;
  readonly engine: EngineProcess;
  /** What Postfix sent to the world. */
  readonly caught: readonly Caught[];
  /** The engine's database, looked into from outside. */
  readonly db: Db;
  readonly close: () => Promise<void>;
}

export interface WorldOptions {
  /** Arguments of postfix/setup besides domain and list; the door comes by itself. */
  readonly setup?: readonly string[];
  /** Where the engine's data are: DATABASE_URL or TLDOPS_DATA. */
  readonly env: Readonly<Record<string, string>>;
  /** How a test reaches them. */
  readonly databaseUrl: string;
  readonly checkout?: string;
  /** What the world's mail servers answer to a recipient; they take it when this is undefined. */
  readonly refuse?: Refusal;
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
  const sink = await startSink(options.refuse === undefined ? {} : { refuse: options.refuse });
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
  const db = connect(options.databaseUrl, 1);
  closing.push(() => db.destroy());
  return { mta, engine, caught: sink.caught, db };
}

function zone(): Record<string, ZoneRecords> {
  const all = CCTLDS.map((name) => ({
    [`nic.${name}`]: { TXT: [`v=spf1 ip4:${OWN.address} -all`] },
    [`_dmarc.nic.${name}`]: { TXT: ['v=DMARC1; p=reject'] },
    [`s1._domainkey.nic.${name}`]: { TXT: [keyRecord()] },
  }));
  return Object.assign({}, ...all) as Record<string, ZoneRecords>;
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

/** Waits until Postfix and the engine have nothing left to do for mails that came; returns all rows. */
export async function allProcessed(world: World): Promise<InboxRow[]> {
  await empty(world);
  return untilAtOnce('all mails are processed', async () => {
    const rows = await listInbox(world.db, { limit: 100 });
    return rows.every(({ outcome }) => outcome !== 'pending') ? rows : undefined;
  });
}

/** The same; the rows of mails with this Message-ID. */
export async function processed(world: World, id: string): Promise<InboxRow[]> {
  const rows = await allProcessed(world);
  return rows.filter(({ message_id: found }) => found?.includes(id) === true);
}

/** The evidence of the case about a ccTLD, once the Validators have it to decide. */
export async function queuedWith(world: World, cctld: string): Promise<string> {
  await letter(world, 'traced', anchor(cctld));
  return evidenceIn(world, cctld, 'queued');
}

/** The evidence of the case about a ccTLD, once it is in this state. */
export function evidenceIn({ db }: World, cctld: string, state: string): Promise<string> {
  return untilAtOnce(`the case about .${cctld} is ${state}`, async () => {
    const found = await listCases(db);
    return found.find((one) => one.cctld === cctld && one.state === state)?.context.evidence;
  });
}
