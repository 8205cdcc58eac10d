/** A whole engine without doors, and the world around it: database, registry, DNS, relay, clock. */

import { createHash, randomBytes } from 'node:crypto';
import ms, { type StringValue } from 'ms';
import { onTestFinished } from 'vitest';
import { readConfig } from '../../src/config.ts';
import {
  type Caught,
  type Refusal,
  type Sink,
  type SinkOptions,
  startSink,
} from '../../src/demo/sink.ts';
import { type Engine, makeEngine } from '../../src/engine.ts';
import type { Mail } from '../../src/machines/words/mail.ts';
import type { Meter } from '../../src/pipeline/metrics.ts';
import { parseMail } from '../../src/pipeline/parse.ts';
import type { Db } from '../../src/store/db.ts';
import { type InboxRow, listInbox } from '../../src/store/inbox.ts';
import { testDatabase } from './database.ts';
import { type DnsServer, startDns } from './dns-server.ts';
import { TestLog } from './door.ts';
import { mailText, type MailParts } from './mail-text.ts';
import { form, record } from './people.ts';
import { sharedReader } from './reader.ts';
import { TEST_TABLES } from './tables.ts';
import { type FakeWhois, startWhois, whoisAnswer } from './whois-server.ts';

const BEGIN = new Date('2026-11-21T09:00:00Z');
const VALIDATOR = 'val1@ccnso.example';
const JOIN = 'tld-ops-join@lists.example';

/** Every ccTLD of two letters has an Admin Contact of its own, whose domain publishes nothing. */
export const anchorOf = (cctld: string): string => `admin@registry-${cctld}.example`;

/** A letter as its reader gets it. */
export interface Letter {
  readonly name: string;
  readonly to: string;
  readonly messageId: string;
  readonly mail: Mail;
}

/** A mail as it comes to a door. */
export interface Incoming {
  readonly raw: Buffer;
  readonly envelopeFrom: string;
  readonly recipients: readonly string[];
  readonly client: Record<string, string>;
}

export interface RigOptions {
  /** `classic` unless told: what comes from the anchor's address goes straight to the queue. */
  readonly policy?: 'classic' | 'balanced' | 'strict';
  readonly settle?: string;
  /** False for a relay without VERP. */
  readonly verp?: boolean;
  /** The largest mail that the relay takes, as it says. */
  readonly size?: number;
  /** Further settings. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Sets everything up and takes it down when the test ends. */
export async function openRig(options: RigOptions = {}): Promise<Rig> {
  const database = await testDatabase();
  const dns = await startDns({});
  const whois = await startWhois({ answers: answerFor });
  const rig = new Rig(database, dns, whois, options);
  await rig.relayUp();
  onTestFinished(async () => {
    await rig.close();
    await Promise.all([rig.relayDown(), dns.close(), whois.close()]);
    await database.close();
  });
  return rig;
}

function answerFor(query: string): string | undefined {
  if (!/^[a-z]{2}$/.test(query)) return undefined;
  return whoisAnswer(record(query, `Registry of ${query}`, anchorOf(query)));
}

export class Rig {
  readonly db: Db;
  readonly url: string;
  readonly dns: DnsServer;
  readonly whois: FakeWhois;
  readonly log = new TestLog();
  readonly clock = { now: BEGIN };
  /** What the relay answers to a recipient; it takes the letter when this is undefined. */
  refuse: Refusal = () => undefined;
  /** What becomes of a mail at its end; kept when this is undefined. */
  atEnd: NonNullable<SinkOptions['atEnd']> = () => undefined;
  readonly #options: RigOptions;
  readonly #engines: Engine[] = [];
  readonly #caught: Caught[] = [];
  #port = 0;
  #sink: Sink | undefined;
  #mails = 0;

  constructor(
    database: { readonly db: Db; readonly url: string },
    dns: DnsServer,
    whois: FakeWhois,
    options: RigOptions,
  ) {
    this.db = database.db;
    this.url = database.url;
    this.dns = dns;
    this.whois = whois;
    this.#options = options;
  }

  async relayUp(): Promise<void> {
    this.#sink ??= await startSink({
      port: this.#port,
      refuse: (to) => this.refuse(to),
      atEnd: (mail) => this.atEnd(mail),
      verp: this.#options.verp ?? true,
      ...(this.#options.size === undefined ? {} : { size: this.#options.size }),
    });
    this.#port = this.#sink.port;
  }

  async relayDown(): Promise<void> {
    const sink = this.#sink;
    this.#sink = undefined;
    this.#caught.push(...(sink?.caught ?? []));
    await sink?.close();
  }

  /** The settings of an engine in this world, but for where its database is. */
  get environment(): Record<string, string> {
    return {
      TLDOPS_DOMAIN: 'lists.example',
      TLDOPS_VALIDATORS: VALIDATOR,
      TLDOPS_LISTEN: 'lmtp://127.0.0.1:0',
      TLDOPS_RELAY: `smtp://127.0.0.1:${this.#port}`,
      TLDOPS_REGISTRY: `whois://127.0.0.1:${this.whois.port}`,
      TLDOPS_DNS: this.dns.address,
      TLDOPS_POLICY: this.#options.policy ?? 'classic',
      TLDOPS_TABLES: TEST_TABLES,
      TLDOPS_SETTLE: this.#options.settle ?? '6h',
      ...this.#options.env,
    };
  }

  /** An engine on this database, or on a way to it that breaks. */
  engine(worker = 'one', db: Db = this.db, metrics?: Meter): Engine {
    const config = readConfig({ ...this.environment, DATABASE_URL: this.url });
    const now = () => new Date(this.clock.now);
    const random = randomBytes;
    const counted = metrics === undefined ? {} : { metrics };
    const world = { db, now, random, log: this.log, worker, reader: sharedReader, ...counted };
    const engine = makeEngine(config, world);
    this.#engines.push(engine);
    return engine;
  }

  async close(): Promise<void> {
    await Promise.all(this.#engines.map((engine) => engine.close()));
  }

  /** Does all that is due now; returns how many pieces of work that were. */
  async settle(engine: Engine): Promise<number> {
    for (let done = 0; ; done += 1) {
      if (!(await engine.work())) return done;
    }
  }

  advance(length: StringValue): void {
    this.clock.now = new Date(this.clock.now.getTime() + ms(length));
  }

  /** A request with two people, from the Admin Contact's address. */
  request(cctld: string, parts: MailParts = {}): Incoming {
    const from = anchorOf(cctld);
    return this.mail({ from, subject: 'Our contacts', body: form(cctld), ...parts });
  }

  /** The answer of somebody to a letter, with the token in the address. */
  answer(letter: Letter, body: string): Incoming {
    const replyTo = letter.mail.headers.find(({ name }) => name === 'reply-to')?.value ?? '';
    const to = replyTo.replace(/^.*<|>.*$/g, '').trim();
    return this.mail({ from: letter.to, to, subject: `Re: ${letter.mail.subject}`, body });
  }

  /** Any mail; each is another one. */
  mail(parts: MailParts & { readonly envelopeFrom?: string }): Incoming {
    this.#mails += 1;
    const { from = 'rosa.lind@mailbox.example', to = JOIN, envelopeFrom = from } = parts;
    const id = `<mail-${this.#mails}@mailbox.example>`;
    const headers = { 'Message-ID': id, ...parts.headers };
    const body = `${parts.body ?? 'Hello.'}\n`;
    const raw = Buffer.from(mailText({ ...parts, from, to, headers, body }));
    return { raw, envelopeFrom, recipients: [to], client: { address: '192.0.2.10' } };
  }

  /** What the relay took, each attempt of it. */
  get caught(): readonly Caught[] {
    return [...this.#caught, ...(this.#sink?.caught ?? [])];
  }

  /** The same as letters. */
  letters(): Promise<Letter[]> {
    return Promise.all(this.caught.map(readLetter));
  }

  /** The newest letter of this name that holds this text. Throws when there is none. */
  async letter(name: string, text = ''): Promise<Letter> {
    const head = `x-tld-ops-letter: ${name}\r\n`;
    const found = this.caught.findLast(
      ({ raw }) => raw.toLowerCase().includes(head) && raw.includes(text),
    );
    if (found === undefined) throw new Error(`nobody got the letter ${name}`);
    return readLetter(found);
  }

  /** The mails that came, oldest first. */
  async inbox(): Promise<InboxRow[]> {
    return (await listInbox(this.db, { limit: 1_000 })).toReversed();
  }

  /** `opened request-opened`, for each mail in order. */
  async outcomes(): Promise<string[]> {
    return (await this.inbox()).map(({ outcome, reason }) => `${outcome} ${reason}`);
  }
}

async function readLetter({ raw, envelopeFrom, recipients }: Caught): Promise<Letter> {
  const bytes = Buffer.from(raw, 'latin1');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const to = recipients[0] ?? '';
  const envelope = { from: envelopeFrom, to, client: {} };
  const mail = await parseMail({ raw: bytes, sha256, envelope });
  const name = mail.headers.find((field) => field.name === 'x-tld-ops-letter')?.value.trim() ?? '';
  return { name, to, messageId: mail.messageId ?? '', mail };
}
