/** Plays conversations with a whole engine: real door, database, whois, DNS and relay, a clock of its own. */

import { createHash } from 'node:crypto';
import ms, { type StringValue } from 'ms';
import { expect, onTestFailed, onTestFinished } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { handOver } from '../../src/demo/client.ts';
import { type Caught, startSink } from '../../src/demo/sink.ts';
import {
  listenWhois,
  NO_OBJECT,
  whoisAnswer,
  type WhoisServer,
} from '../../src/demo/whois-server.ts';
import { makeEngine } from '../../src/engine.ts';
import { explain } from '../../src/machines/explain.ts';
import type { Case } from '../../src/machines/words/case.ts';
import type { Cctld } from '../../src/machines/words/cctld.ts';
import type { Mail } from '../../src/machines/words/mail.ts';
import type { RegistryRecord } from '../../src/machines/words/registry.ts';
import { listen } from '../../src/pipeline/listen.ts';
import { parseMail } from '../../src/pipeline/parse.ts';
import { startWatch } from '../../src/pipeline/watch.ts';
import { auditOfCase, verifyAudit } from '../../src/store/audit.ts';
import { listCases } from '../../src/store/cases.ts';
import type { Db } from '../../src/store/db.ts';
import { type InboxRow, listInbox } from '../../src/store/inbox.ts';
import { listJobs, nextDue } from '../../src/store/jobs.ts';
import { readRoster } from '../../src/store/roster.ts';
import { testDatabase } from './database.ts';
import { startDns } from './dns-server.ts';
import { TestLog } from './door.ts';
import { type Person, record, REGISTRY, VALIDATORS, ZONE } from './people.ts';
import { signMail } from './sign.ts';
import { showTime, Transcript } from './transcript.ts';
import {
  fillIn,
  messageOf,
  quote,
  type Quoting,
  replyHead,
  type WrittenMail,
} from './written-mail.ts';

/** Every conversation begins on this Saturday morning. */
const BEGIN = new Date('2026-11-21T09:00:00Z');
const JOIN = 'tld-ops-join@lists.example';

/** A letter of ours that somebody got. */
export interface Letter {
  readonly name: string;
  readonly to: string;
  readonly mail: Mail;
}

/** A new mail; to the join address when nothing is said. */
export interface NewMail {
  readonly from: Person;
  readonly to?: string;
  readonly cc?: string;
  readonly subject: string;
  readonly text: string;
  readonly headers?: WrittenMail['headers'];
  /** '' for the null reverse-path; the author's address when left out. */
  readonly envelopeFrom?: string;
}

export interface Answer {
  readonly from: Person;
  readonly text?: string;
  readonly quoting?: Quoting;
  /** Types values into the quoted form instead. */
  readonly fill?: readonly (readonly [label: string, value: string])[];
  readonly cc?: string;
  readonly to?: string;
  readonly subject?: string;
  readonly headers?: WrittenMail['headers'];
  readonly envelopeFrom?: string;
}

interface Play {
  readonly title: string;
  /** One paragraph. */
  readonly teaches: string;
  readonly policy?: 'classic' | 'balanced' | 'strict';
}

/** Opens a stage that is closed when the test ends. */
export async function openStage(play: Play): Promise<Stage> {
  const database = await testDatabase();
  const sink = await startSink();
  const dns = await startDns(ZONE);
  const registry = await TestRegistry.open(REGISTRY);
  const log = new TestLog();
  const clock = { now: BEGIN };
  let chance = 0;
  const config = readConfig({
    TLDOPS_LIST: 'tld-ops',
    TLDOPS_DOMAIN: 'lists.example',
    TLDOPS_VALIDATORS: VALIDATORS.join(','),
    TLDOPS_RELAY: `smtp://127.0.0.1:${sink.port}`,
    TLDOPS_REGISTRY: `whois://127.0.0.1:${registry.port}`,
    TLDOPS_DNS: dns.address,
    TLDOPS_POLICY: play.policy ?? 'balanced',
    TLDOPS_LISTEN: 'lmtp://127.0.0.1:0',
    DATABASE_URL: database.url,
  });
  const engine = makeEngine(config, {
    db: database.db,
    now: () => new Date(clock.now),
    random: (size) => {
      chance += 1;
      return createHash('sha256').update(`chance ${chance}`).digest().subarray(0, size);
    },
    log,
    worker: 'stage',
  });
  const doors = await listen({
    doors: config.doors,
    trustedPeers: config.trustedPeers,
    accept: engine.accept,
    maxSize: config.maxSize,
    hostname: config.domain,
    log,
  });
  await engine.registry.refresh(REGISTRY.map(({ cctld }) => cctld));
  await startWatch(database.db, BEGIN);
  const [door] = doors.addresses;
  if (door === undefined || door.kind === 'unix') throw new Error('no door');
  onTestFinished(async () => {
    await doors.close(1_000);
    engine.close();
    await Promise.all([sink.close(), dns.close(), registry.goDown()]);
    await database.close();
  });
  const { work, idle } = engine;
  const inside = { db: database.db, clock, log, work, idle };
  const stage = new Stage(play, { ...inside, registry, caught: sink.caught, port: door.port });
  onTestFailed(() => void process.stderr.write(`\n${stage.soFar()}${log.lines.join('\n')}\n`));
  return stage;
}

interface Setting {
  readonly db: Db;
  readonly clock: { now: Date };
  readonly log: TestLog;
  readonly registry: TestRegistry;
  readonly caught: readonly Caught[];
  readonly port: number;
  readonly work: () => Promise<boolean>;
  readonly idle: () => Promise<void>;
}

export class Stage {
  readonly db: Db;
  readonly #at: Setting;
  readonly #book: Transcript;
  readonly #letters: Letter[] = [];
  readonly #said = new Map<string, string>();
  #step = 0;
  #mails = 0;
  #sent: { mail: WrittenMail; raw: Buffer; envelopeFrom: string } | undefined;

  constructor({ title, teaches }: Play, at: Setting) {
    this.db = at.db;
    this.#at = at;
    this.#book = new Transcript(title, teaches);
    this.#book.time(at.clock.now);
  }

  /** Somebody writes to us. */
  async mail(mail: NewMail): Promise<void> {
    const { from, cc, subject, text } = mail;
    const written = {
      from,
      to: mail.to ?? JOIN,
      subject,
      shown: text,
      body: text,
      headers: mail.headers ?? {},
      ...(cc === undefined ? {} : { cc }),
    };
    await this.#post(written, mail.envelopeFrom);
  }

  /** Somebody answers a letter of ours with a mail program. */
  async reply(letter: Letter, answer: Answer): Promise<void> {
    const { from, text = '', quoting = 'below', fill, cc } = answer;
    const head = replyHead(letter.mail);
    const body =
      fill === undefined
        ? quote(text, letter.mail, quoting, this.#at.clock.now)
        : fillIn(letter.mail, fill);
    const written = {
      from,
      to: answer.to ?? head.to,
      subject: answer.subject ?? head.subject,
      headers: { ...head.headers, ...answer.headers },
      ...body,
      ...(cc === undefined ? {} : { cc }),
    };
    await this.#post(written, answer.envelopeFrom);
  }

  /** Postfix did not see our 250 and hands the last mail over once more. */
  async redeliver(): Promise<void> {
    const { mail, raw, envelopeFrom } = this.#sent ?? fail('nothing was sent');
    this.#book.event('Postfix did not see our answer, and hands the same mail over once more.');
    const again = 'Received: from localhost by mx.lists.example (Postfix, again) id 5A2B\r\n';
    const late = Buffer.concat([Buffer.from(again), raw]);
    await this.#handOver(mail, late, envelopeFrom);
  }

  /** Time passes; whatever becomes due on the way happens at its time. */
  async advance(length: StringValue): Promise<void> {
    const { clock } = this.#at;
    const end = new Date(clock.now.getTime() + ms(length));
    this.#book.event(`… ${ms(ms(length), { long: true })} pass`);
    this.#step = this.#letters.length;
    for (;;) {
      const due = await nextDue(this.db);
      if (due === undefined || due > end) break;
      if (due > clock.now) clock.now = due;
      await this.#settle();
    }
    clock.now = end;
    this.#book.time(end);
  }

  /** The registry lists another Admin Contact address from now on. */
  registryChanges(cctld: string, admin: Person): void {
    this.#at.registry.change(cctld, admin.address);
    this.#book.event(
      `The IANA registry lists ${admin.address} as Admin Contact of .${cctld} from now on.`,
    );
  }

  async registryDown(): Promise<void> {
    await this.#at.registry.goDown();
    this.#book.event('The whois server of the registry cannot be reached.');
  }

  async registryUp(): Promise<void> {
    await this.#at.registry.comeBack();
    this.#book.event('The whois server of the registry can be reached again.');
  }

  /** The newest letter of this name (to this person). Throws when there is none. */
  letter(name: string, to?: Person): Letter {
    const found = this.#letters.findLast(
      (one) => one.name === name && (to === undefined || one.to === to.address),
    );
    return found ?? fail(`nobody got the letter "${name}"`);
  }

  /** What was sent since the last mail or pause: `challenge to admin@nic.xa`, sorted. */
  sent(): string[] {
    const fresh = this.#letters.slice(this.#step);
    return fresh.map(({ name, to }) => `${name} to ${to}`).toSorted();
  }

  /** The text of every letter to this person until now. */
  allTo(person: Person): string[] {
    return this.#letters.filter(({ to }) => to === person.address).map(({ mail }) => mail.text);
  }

  /** The state and evidence of a case: `challenged E1`. */
  async state(id = 1001): Promise<string> {
    const found = (await listCases(this.db)).find((one) => one.id === id);
    return found === undefined ? 'no such case' : `${found.state} ${found.context.evidence}`;
  }

  /** What became of the newest mail: `human advanced confirmed-by-anchor`. */
  async outcome(): Promise<string> {
    const [row] = await listInbox(this.db, { limit: 1 });
    return row === undefined ? 'no mail' : [row.class, row.outcome, row.reason].join(' ');
  }

  /** Who is on the list: `.xa rosa.lind@nic.xa (primary)`. */
  async roster(): Promise<string[]> {
    return (await readRoster(this.db)).map(
      ({ cctld, address, primary }) => `.${cctld} ${address}${primary ? ' (primary)' : ''}`,
    );
  }

  /** What was said until now; shown when a test fails. */
  soFar(): string {
    return String(this.#book);
  }

  /** Writes the end of the story and holds the transcript against the file of this name. */
  async end(name: string): Promise<void> {
    const roster = await this.roster();
    this.#book.section('The list', roster.length === 0 ? ['Nobody is on the list.'] : roster);
    for (const one of await listCases(this.db)) {
      const story = explain(await auditOfCase(this.db, one.id)).flatMap(({ at, sentences }) => [
        showTime(new Date(at)),
        ...sentences.map((sentence) => `  ${sentence}`),
      ]);
      this.#book.section(`Why case ${one.id} is "${one.state}"`, story);
    }
    const failed = this.#at.log.lines.filter((line) => line.startsWith('error'));
    expect(failed, 'no job failed').toEqual([]);
    const dead = (await listJobs(this.db)).filter((job) => job.dead_at !== null);
    expect(dead, 'no job was given up').toEqual([]);
    expect((await verifyAudit(this.db)).broken, 'the audit trail is whole').toBeUndefined();
    await expect(String(this.#book)).toMatchFileSnapshot(`../conversations/${name}.transcript`);
  }

  async #post(mail: WrittenMail, envelopeFrom = mail.from.address): Promise<void> {
    this.#mails += 1;
    const { from } = mail;
    const plain = messageOf(mail, this.#mails, this.#at.clock.now);
    const domain = from.address.split('@')[1] ?? '';
    const raw = from.signs ? await signMail(plain, { domain }) : plain;
    this.#sent = { mail, raw, envelopeFrom };
    this.#book.mail(`${this.#mails}`, fieldsOf(mail, envelopeFrom), mail.shown);
    await this.#handOver(mail, raw, envelopeFrom);
  }

  async #handOver({ from, to }: WrittenMail, raw: Buffer, envelopeFrom: string): Promise<void> {
    this.#step = this.#letters.length;
    const answer = await handOver({
      host: '127.0.0.1',
      port: this.#at.port,
      envelopeFrom,
      recipient: to,
      raw: raw.toString('utf8'),
      client: from.client,
    });
    this.#book.fact(`The door answers: ${answer.replace(/ as .*$/, '')}`);
    await this.#settle(true);
  }

  // Works until nothing is due, then writes down what changed; the clock stands still meanwhile.
  async #settle(always = false): Promise<void> {
    await this.#workUntilQuiet();
    const fresh = await this.#newLetters();
    const facts = await this.#news();
    if (!always && fresh.length === 0 && facts.length === 0) return;
    if (!always) this.#book.time(this.#at.clock.now);
    for (const fact of facts) this.#book.fact(fact);
    this.#book.letters(fresh.map(shownLetter));
  }

  // As a worker of `serve` does; what it finds to do while idle may be new work.
  async #workUntilQuiet(): Promise<void> {
    const { work, idle } = this.#at;
    while (await work());
    await idle();
    if (await work()) await this.#workUntilQuiet();
  }

  async #newLetters(): Promise<Letter[]> {
    const fresh = await Promise.all(this.#at.caught.slice(this.#letters.length).map(readLetter));
    this.#letters.push(...fresh);
    return fresh;
  }

  async #news(): Promise<string[]> {
    const rows = (await listInbox(this.db, { limit: 100 })).toReversed();
    const cases = await listCases(this.db);
    const lines = [
      ...rows.map((row) => [`inbox ${row.id}`, describeMail(row)] as const),
      ...cases.map((one) => [`case ${one.id}`, describeCase(one)] as const),
    ];
    return lines.flatMap(([key, text]) => {
      if (this.#said.get(key) === text) return [];
      this.#said.set(key, text);
      return [text];
    });
  }
}

function describeMail(row: InboxRow): string {
  const about = row.case_id === null ? '' : `, case ${row.case_id}`;
  const times = row.times_seen > 1 ? `, came ${row.times_seen} times` : '';
  return `Inbox ${row.id}: ${row.class ?? 'not read yet'}, ${row.outcome} (${row.reason ?? '-'})${about}${times}`;
}

function describeCase(one: Case): string {
  const about = one.cctld === undefined ? 'no ccTLD yet' : `.${one.cctld}`;
  const due = one.dueAt === undefined ? '' : `, until ${showTime(new Date(one.dueAt))}`;
  const waits = one.waiting === undefined ? '' : `, waits: ${one.waiting}`;
  return `Case ${one.id} (${about}): ${one.state}, evidence ${one.context.evidence}${due}${waits}`;
}

function fieldsOf(mail: WrittenMail, envelopeFrom: string): Record<string, string> {
  const { from, to, cc, subject, headers } = mail;
  const domain = from.address.split('@')[1] ?? '';
  const shown = Object.entries(headers).filter(
    ([name]) => name !== 'In-Reply-To' && name !== 'References',
  );
  return {
    From: from.mailbox,
    To: to,
    ...(cc === undefined ? {} : { Cc: cc }),
    Subject: subject,
    ...Object.fromEntries(shown.map(([name, value]) => [name, [value ?? ''].flat().join(' | ')])),
    ...(envelopeFrom === from.address ? {} : { '(envelope sender)': `<${envelopeFrom}>` }),
    '(sent by)': `${from.client.name} [${from.client.address}]${from.signs ? `, signed by ${domain}` : ', not signed'}`,
  };
}

async function readLetter({ raw, envelopeFrom, recipients }: Caught): Promise<Letter> {
  const bytes = Buffer.from(raw, 'latin1');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const to = recipients[0] ?? '';
  const mail = await parseMail({ raw: bytes, sha256, envelope: { from: envelopeFrom, to, client: {} } });
  const name = mail.headers.find((field) => field.name === 'x-tld-ops-letter')?.value.trim() ?? '';
  return { name, to, mail };
}

function shownLetter({ name, to, mail }: Letter) {
  const replyTo = mail.headers.find((field) => field.name === 'reply-to')?.value.trim() ?? '';
  const attached = mail.attachments.map((file) => `\n\n[attached: ${file.name}]`).join('');
  return { name, to, replyTo, subject: mail.subject, text: mail.text.trimEnd() + attached };
}

/** The whois server of the registry, which can be told other things and be away. */
class TestRegistry {
  readonly #records: Map<string, RegistryRecord>;
  #server: WhoisServer | undefined;
  readonly port: number;

  private constructor(records: Map<string, RegistryRecord>, server: WhoisServer) {
    this.#records = records;
    this.#server = server;
    this.port = server.port;
  }

  static async open(records: readonly RegistryRecord[]): Promise<TestRegistry> {
    const table = new Map<string, RegistryRecord>(records.map((one) => [one.cctld, one]));
    return new TestRegistry(table, await serve(table, 0));
  }

  change(cctld: string, admin: string): void {
    const old = this.#records.get(cctld as Cctld) ?? fail(`no .${cctld}`);
    this.#records.set(cctld, record(cctld, old.organisation, admin));
  }

  async goDown(): Promise<void> {
    await this.#server?.close();
    this.#server = undefined;
  }

  async comeBack(): Promise<void> {
    this.#server = await serve(this.#records, this.port);
  }
}

function serve(records: ReadonlyMap<string, RegistryRecord>, port: number): Promise<WhoisServer> {
  return listenWhois((socket, query) => {
    const found = records.get(query);
    socket.end(found === undefined ? NO_OBJECT : whoisAnswer(found));
  }, port);
}

function fail(why: string): never {
  throw new Error(why);
}
