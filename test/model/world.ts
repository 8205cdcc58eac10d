/** The world that a sequence is played in: real database, registry, DNS and relay, two engines, a clock. */

import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Config, readConfig } from '../../src/config.ts';
import { handOver } from '../../src/demo/client.ts';
import type { Caught, Sink } from '../../src/demo/sink.ts';
import { type Engine, makeEngine, settingsOf } from '../../src/engine.ts';
import { openOrder, planOrder, type Whom } from '../../src/machines/invite-order.ts';
import type { Report } from '../../src/machines/report/report.ts';
import type { Policy } from '../../src/machines/words/evidence.ts';
import type { RegistryRecord } from '../../src/machines/words/registry.ts';
import { findTokens, hashToken } from '../../src/machines/words/token.ts';
import { startChecks } from '../../src/pipeline/check.ts';
import { readDoors } from '../../src/pipeline/doors.ts';
import { listen, type Listening } from '../../src/pipeline/listen.ts';
import { startIssues } from '../../src/pipeline/issue.ts';
import { startRefresh } from '../../src/pipeline/refresh.ts';
import { gatherReport } from '../../src/pipeline/statistics.ts';
import { startWatch } from '../../src/pipeline/watch.ts';
import { isDatabaseAway } from '../../src/store/away.ts';
import { commitChanges } from '../../src/store/commit.ts';
import type { Db } from '../../src/store/db.ts';
import { standings } from '../../src/store/invitations.ts';
import { nextDue } from '../../src/store/jobs.ts';
import type { DnsServer } from '../support/dns-server.ts';
import { TestLog } from '../support/door.ts';
import type { Person } from '../support/people.ts';
import { sharedReader } from '../support/reader.ts';
import type { FakeWhois } from '../support/whois-server.ts';
import { FIRST_RECORDS, pick, VALIDATORS } from './cast.ts';
import { type Fuse, withFuse } from './fuse.ts';
import { isCopy, type Relay } from './relay.ts';

const TABLES = fileURLToPath(new URL('tables', import.meta.url));

const BEGIN = new Date('2026-11-21T09:00:00Z');
const SECOND = 1_000;

/** How often the engines are woken at most while time passes; for the rest of it they are off. */
const MOST_WAKES = 25;
/** A row that a worker has is another's after a minute. */
const LEASE = 60 * SECOND;
/** How long an engine is waited for that may wait for a lock itself. */
const PATIENCE = 300;
/** Work that does not come to an end is a fault. */
const MOST_ROUNDS = 500;

export interface Terms {
  readonly policy: Policy;
  readonly fourEyes: boolean;
  /** Mails come over a socket, as Postfix hands them over; else straight to what the door calls. */
  readonly door: boolean;
}

/** A mail on its way to us. */
export interface Posted {
  readonly raw: Buffer;
  readonly messageId: string;
  readonly envelopeFrom: string;
  readonly to: string;
  readonly from: Person;
  /** Whose mailboxes the writer of it reads, truly. */
  readonly readers: readonly string[];
  /** What a delivery report is about, and whether it tells the truth. */
  readonly report?: {
    readonly to: string;
    /** The name of the letter; empty for a post. */
    readonly of: string;
    readonly isBounce: boolean;
    readonly genuine: boolean;
  };
}

interface Worker {
  readonly engine: Engine;
  readonly fuse: Fuse;
}

/** What stays from one sequence to the next. */
export interface Ground {
  readonly db: Db;
  readonly url: string;
  readonly dns: DnsServer;
  readonly sink: Sink;
  readonly relay: Relay;
  readonly whois: FakeWhois;
  readonly records: Map<string, RegistryRecord>;
  readonly forget: () => Promise<void>;
}

export class World {
  readonly db: Db;
  readonly clock = { now: BEGIN };
  readonly atEnd: (() => Promise<unknown>)[] = [];
  /** Every mail that was posted, in order, whether it has arrived or not. */
  readonly posted: Posted[] = [];
  /** Mails that are still on their way. */
  readonly onTheWay: Posted[] = [];
  /** Who got a token, by its digest. */
  readonly secretsSeen = new Map<string, Set<string>>();
  /** How often a letter came to the relay, by its Message-ID and reader. */
  readonly handedOver = new Map<string, number>();
  /** Mailboxes that are gone: all mail to them comes back. */
  readonly dead = new Set<string>();
  /** What was handed over for these, and has not come back yet. */
  readonly undeliverable: Caught[] = [];
  /** Asked when nothing is due; true when it made work. */
  onQuiet: () => Promise<boolean> = () => Promise.resolve(false);
  log = new TestLog();
  terms: Terms = { policy: 'balanced', fourEyes: false, door: false };
  crashes = 0;
  /** The engine that has the next piece of work stands still after so many answers. */
  slowNext: number | undefined;
  readonly #ground: Ground;
  /** Takes mails in and is never killed: Postfix would keep the mail meanwhile. */
  #door: Worker | undefined;
  #workers: Worker[] = [];
  #listening: Listening | undefined;
  #looked = 0;
  #chance = 0;
  #turn = 0;

  constructor(ground: Ground) {
    this.#ground = ground;
    this.db = ground.db;
    ground.relay.now = () => this.clock.now;
  }

  /** Forgets all that was played and begins anew. */
  async begin(terms: Terms): Promise<void> {
    await this.#stop();
    await this.#ground.forget();
    this.terms = terms;
    this.clock.now = BEGIN;
    this.log = new TestLog();
    this.posted.length = 0;
    this.onTheWay.length = 0;
    this.secretsSeen.clear();
    this.handedOver.clear();
    this.dead.clear();
    this.undeliverable.length = 0;
    this.relay.forget();
    this.crashes = 0;
    this.slowNext = undefined;
    this.#ground.sink.caught.length = 0;
    this.#looked = 0;
    this.#chance = 0;
    this.#turn = 0;
    for (const one of FIRST_RECORDS) this.registryLists(one);
    this.registryIs('up');
    this.#workers = [this.#worker('one'), this.#worker('two')];
    const door = this.#worker('door');
    this.#door = door;
    if (terms.door) await this.#openDoor(door.engine);
    const config = this.#config();
    await door.engine.registry.refresh(
      FIRST_RECORDS.map(({ cctld }) => cctld),
      { pauseMs: 0 },
    );
    await startWatch(this.db, BEGIN);
    await startIssues(this.db, BEGIN, config);
    await startRefresh(this.db, BEGIN, config.refresh);
    await startChecks(this.db, BEGIN, config.yearly);
  }

  async end(): Promise<void> {
    await this.#stop();
    for (const close of this.atEnd) await close();
  }

  /** The letters that people got in this sequence, oldest first. */
  get caught(): readonly Caught[] {
    return this.#ground.sink.caught.filter((mail) => !isCopy(mail));
  }

  /** The copies of posts and issues, oldest first. */
  get copies(): readonly Caught[] {
    return this.#ground.sink.caught.filter(isCopy);
  }

  get relay(): Relay {
    return this.#ground.relay;
  }

  /** What the registry says now, whether it counts or not. */
  recordOf(cctld: string): RegistryRecord | undefined {
    return this.#ground.records.get(cctld);
  }

  registryLists(record: RegistryRecord): void {
    this.#ground.records.set(record.cctld, record);
  }

  /** An operator has the engine ask about it now. */
  async ask(cctld: RegistryRecord['cctld']): Promise<void> {
    await this.#door?.engine.registry.askOne(cctld);
  }

  /** `tldops invite`; how many are invited. */
  async order(whom: Whom): Promise<number> {
    const { db } = this;
    const config = this.#config();
    const at = { now: this.clock.now, settings: settingsOf(config) };
    const order = planOrder({ ...at, standings: await standings(db) }, whom);
    const by = { db, now: () => at.now, random: this.#random.bind(this), domain: config.domain };
    await commitChanges(by, openOrder(at, order, 'operator'));
    return order.planned.length;
  }

  /** The statistics until now. */
  report(): Promise<Report> {
    const { now } = this.clock;
    const { table } = this.#config();
    return gatherReport(this.db, { table, day: now.toISOString().slice(0, 10), now });
  }

  registryIs(how: 'up' | 'down' | 'unreadable'): void {
    const { faults } = this.#ground.whois;
    faults.clear();
    if (how === 'down') faults.set('*', 'reset');
    if (how === 'unreadable') faults.set('*', 'rate-limit');
  }

  get registryAnswers(): boolean {
    return this.#ground.whois.faults.size === 0;
  }

  /** Postfix hands a mail over; what follows from it is done by `work`. */
  async deliver({ raw, envelopeFrom, to, from }: Posted): Promise<void> {
    const { client } = from;
    const [door] = this.#listening?.addresses ?? [];
    if (door !== undefined && door.kind !== 'unix') {
      const at = { host: '127.0.0.1', port: door.port };
      await handOver({ ...at, envelopeFrom, recipient: to, client, raw });
      return;
    }
    await this.#door?.engine.accept.accept({ raw, envelopeFrom, recipients: [to], client });
  }

  /** One of the engines dies after so many more questions to the database. */
  crashSoon(after: number): void {
    const worker = this.#workers[this.#turn % this.#workers.length];
    if (worker !== undefined) worker.fuse.left = after;
  }

  /** The engines do what is due, by turns or both at once. */
  async work(atOnce = false): Promise<void> {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const did = await this.#workOneEach(atOnce);
      if (did) continue;
      await this.#door?.engine.idle();
      if (await this.#workOneEach(atOnce)) continue;
      this.#look();
      if (!(await this.onQuiet())) return;
    }
    throw new Error('the work does not come to an end');
  }

  async #workOneEach(atOnce: boolean): Promise<boolean> {
    const some = atOnce ? this.#workers : [pick(this.#workers, this.#turn)];
    this.#turn += 1;
    const results = await Promise.all(some.map((worker) => this.#workOne(worker)));
    return results.some(Boolean);
  }

  /**
   * One engine stands still in the middle of a piece of work, until its lease is over and the other one has
   * done what is due. Where it holds a lock meanwhile the other one waits for it: then it goes on at once.
   */
  async workSlowly(after: number): Promise<void> {
    const slow = pick(this.#workers, this.#turn);
    const reached = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    slow.fuse.stall = {
      left: after,
      held: () => {
        reached.resolve();
        return gate.promise;
      },
    };
    const working = this.#workOne(slow);
    await Promise.race([reached.promise, working]);
    slow.fuse.stall = undefined;
    this.clock.now = new Date(this.clock.now.getTime() + 2 * LEASE);
    const others = this.#workers.filter((one) => one !== slow);
    const overtaking = Promise.all(others.map((one) => this.#workOne(one)));
    await Promise.race([overtaking, pause(PATIENCE)]);
    gate.resolve();
    await Promise.all([working, overtaking]);
    // What was done twice may be seen twice: a letter, with the same Message-ID.
    this.crashes += 1;
    await this.work();
  }

  /** Time passes; what becomes due on the way is done at its time. */
  async pass(length: number): Promise<void> {
    const end = new Date(this.clock.now.getTime() + length);
    for (let wakes = 0; wakes < MOST_WAKES; wakes += 1) {
      const due = await nextDue(this.db);
      if (due === undefined || due > end) break;
      if (due > this.clock.now) this.clock.now = due;
      await this.work();
    }
    this.clock.now = end;
    await this.work();
  }

  async #workOne(worker: Worker): Promise<boolean> {
    try {
      return await worker.engine.work();
    } catch (error) {
      if (worker.fuse.left !== 0 || !isDatabaseAway(error)) throw error;
      this.crashes += 1;
      await worker.engine.close();
      const place = this.#workers.indexOf(worker);
      this.#workers[place] = this.#worker(`new-${this.crashes}`);
      return true;
    }
  }

  // Who got which secret, and which letter, since the last look.
  #look(): void {
    const { caught } = this.#ground.sink;
    for (const mail of caught.slice(this.#looked)) {
      const { raw, recipients } = mail;
      if (recipients.some((one) => this.dead.has(one))) this.undeliverable.push(mail);
      if (isCopy(mail)) continue;
      const name = `${/^message-id:\s*(\S+)/im.exec(raw)?.[1] ?? ''} to ${recipients.join()}`;
      this.handedOver.set(name, (this.handedOver.get(name) ?? 0) + 1);
      for (const token of findTokens(raw.replaceAll('=\r\n', ''))) {
        const readers = this.secretsSeen.get(hashToken(token)) ?? new Set();
        for (const one of recipients) readers.add(one);
        this.secretsSeen.set(hashToken(token), readers);
      }
    }
    this.#looked = caught.length;
  }

  #worker(name: string): Worker {
    const fuse: Fuse = { left: undefined, stall: undefined };
    const engine = makeEngine(this.#config(), {
      db: withFuse(this.db, fuse),
      now: () => new Date(this.clock.now),
      random: (size) => this.#random(size),
      log: this.log,
      worker: name,
      reader: sharedReader,
    });
    return { engine, fuse };
  }

  #config(): Config {
    const { url, dns, sink, whois } = this.#ground;
    return readConfig({
      TLDOPS_DOMAIN: 'lists.example',
      TLDOPS_VALIDATORS: VALIDATORS.map(({ address }) => address).join(','),
      TLDOPS_COMMITTEE: 'chair@committee.example',
      TLDOPS_LISTEN: 'lmtp://127.0.0.1:0',
      TLDOPS_RELAY: `smtp://127.0.0.1:${sink.port}`,
      TLDOPS_REGISTRY: `whois://127.0.0.1:${whois.port}`,
      TLDOPS_DNS: dns.address,
      TLDOPS_POLICY: this.terms.policy,
      TLDOPS_FOUR_EYES: this.terms.fourEyes ? 'yes' : 'no',
      TLDOPS_TABLES: TABLES,
      TLDOPS_REFRESH: '30 3 * * 1',
      TLDOPS_YEARLY_CHECK: '0 6 28 12 *',
      TLDOPS_WAVE_SIZE: '2',
      DATABASE_URL: url,
    });
  }

  #random(size: number): Buffer {
    this.#chance += 1;
    return createHash('sha256').update(`chance ${this.#chance}`).digest().subarray(0, size);
  }

  async #openDoor({ accept }: Engine): Promise<void> {
    this.#listening = await listen({
      doors: readDoors('lmtp://127.0.0.1:0'),
      trustedPeers: ['127.0.0.1'],
      accept,
      maxSize: 1_000_000,
      hostname: 'lists.example',
      log: this.log,
    });
  }

  async #stop(): Promise<void> {
    await this.#listening?.close(SECOND);
    this.#listening = undefined;
    const all = [...this.#workers, ...(this.#door === undefined ? [] : [this.#door])];
    await Promise.all(all.map(({ engine }) => engine.close()));
    this.#workers = [];
    this.#door = undefined;
  }
}
