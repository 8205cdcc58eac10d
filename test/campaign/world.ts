/** A whole engine with a registry of 316 ccTLDs, in which time passes and people react to letters. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { handOver } from '../../src/demo/client.ts';
import { startSink } from '../../src/demo/sink.ts';
import { makeEngine } from '../../src/engine.ts';
import type { RegistryRecord } from '../../src/machines/words/registry.ts';
import { uLabelOf } from '../../src/machines/words/cctld.ts';
import { type CctldTable, isIdn, REGIONS } from '../../src/machines/words/region.ts';
import { listen } from '../../src/pipeline/listen.ts';
import type { Db } from '../../src/store/db.ts';
import { nextDue } from '../../src/store/jobs.ts';
import { testDatabase } from '../support/database.ts';
import { startDns } from '../support/dns-server.ts';
import { TestLog } from '../support/door.ts';
import { record, VAL1, ZONE, type Person } from '../support/people.ts';
import { type Entry, population, spareCctlds } from '../support/population.ts';
import { sharedReader } from '../support/reader.ts';
import { type Letter, readLetter } from '../support/shown.ts';
import { signMail } from '../support/sign.ts';
import { TestRegistry } from '../support/test-registry.ts';
import { messageOf, type WrittenMail } from '../support/written-mail.ts';

const HOUR = 3_600_000;
const BEGIN = new Date('2027-01-04T09:00:00Z');

/** The languages of the countries, one after the other. */
const LANGUAGES = ['', 'fr', 'es', 'ar', 'zh', 'ru', 'pt'];

export interface Country extends RegistryRecord {
  readonly language: string;
}

/** What somebody does at a time of their own. */
interface Plan {
  readonly at: number;
  readonly act: () => Promise<void>;
}

export class World {
  readonly db: Db;
  readonly countries: readonly Country[];
  readonly log = new TestLog();
  readonly letters: Letter[] = [];
  table: CctldTable = new Map();
  readonly #clock = { now: BEGIN };
  readonly #plans: Plan[] = [];
  #deps: Deps | undefined;
  #mails = 0;
  #seen = 0;

  private constructor(db: Db, countries: readonly Country[]) {
    this.db = db;
    this.countries = countries;
  }

  static async open(): Promise<World> {
    const entries = population(2027);
    const more = spareCctlds(entries, 7).map((cctld) =>
      record(cctld, `Registry of ${cctld}`, `admin@nic.${cctld}`),
    );
    const records: readonly (Entry | RegistryRecord)[] = [...entries, ...more];
    const countries = records.map((one, at) => ({
      ...one,
      language: LANGUAGES[at % LANGUAGES.length] ?? '',
    }));
    const database = await testDatabase();
    const world = new World(database.db, countries);
    await world.#start(database);
    return world;
  }

  get now(): Date {
    return this.#clock.now;
  }

  /** Somebody does something so many hours from now. */
  later(hours: number, act: () => Promise<void>): void {
    this.#plans.push({ at: this.now.getTime() + hours * HOUR, act });
    this.#plans.sort((a, b) => a.at - b.at);
  }

  /** Somebody writes to us, through the door. */
  async send(mail: WrittenMail, envelopeFrom = mail.from.address): Promise<void> {
    this.#mails += 1;
    const plain = messageOf(mail, this.#mails, this.now);
    const raw = mail.from.signs
      ? await signMail(plain, { domain: mail.from.address.split('@')[1] ?? '' })
      : plain;
    const { from, to } = mail;
    const place = { host: '127.0.0.1', port: this.#running.port };
    await handOver({ ...place, envelopeFrom, recipient: to, client: from.client, raw });
  }

  /** Time passes for so many days; `react` gets every new letter. */
  async live(days: number, react: (letter: Letter) => void): Promise<void> {
    const end = this.now.getTime() + days * 86_400_000;
    for (;;) {
      await this.#work(react);
      const [plan] = this.#plans;
      const due = (await nextDue(this.db))?.getTime() ?? Infinity;
      const next = Math.min(due, plan?.at ?? Infinity);
      if (next > end) break;
      if (next > this.now.getTime()) this.#clock.now = new Date(next);
      const acting = this.#plans.filter(({ at }) => at <= next);
      this.#plans.splice(0, acting.length);
      for (const { act } of acting) await act();
    }
    this.#clock.now = new Date(end);
  }

  async #work(react: (letter: Letter) => void): Promise<void> {
    const { work, idle, caught } = this.#running;
    do {
      await this.#allWork();
      await idle();
    } while (await work());
    for (; this.#seen < caught.length; this.#seen += 1) {
      const raw = caught[this.#seen];
      if (raw === undefined) break;
      const letter = await readLetter(raw);
      this.letters.push(letter);
      react(letter);
    }
  }

  // As many workers as `serve` has.
  async #allWork(): Promise<void> {
    const { work } = this.#running;
    const worker = async () => {
      while (await work());
    };
    await Promise.all([worker(), worker(), worker(), worker()]);
  }

  get #running(): Deps {
    if (this.#deps === undefined) throw new Error('the world does not run');
    return this.#deps;
  }

  async #start(database: Awaited<ReturnType<typeof testDatabase>>): Promise<void> {
    const sink = await startSink();
    const dns = await startDns(ZONE);
    const registry = await TestRegistry.open(this.countries);
    const tables = writeTables(this.countries);
    const config = readConfig({
      TLDOPS_DOMAIN: 'lists.example',
      TLDOPS_VALIDATORS: VAL1.address,
      TLDOPS_RELAY: `smtp://127.0.0.1:${sink.port}`,
      TLDOPS_REGISTRY: `whois://127.0.0.1:${registry.port}`,
      TLDOPS_DNS: dns.address,
      TLDOPS_LISTEN: 'lmtp://127.0.0.1:0',
      TLDOPS_TABLES: tables,
      DATABASE_URL: database.url,
    });
    this.table = config.table;
    const engine = makeEngine(config, {
      db: database.db,
      now: () => new Date(this.now),
      random: randomBytes,
      log: this.log,
      worker: 'campaign',
      reader: sharedReader,
    });
    const doors = await listen({
      doors: config.doors,
      trustedPeers: config.trustedPeers,
      accept: engine.accept,
      maxSize: config.maxSize,
      hostname: config.domain,
      log: this.log,
    });
    onTestFinished(async () => {
      await doors.close(1_000);
      await engine.close();
      await Promise.all([sink.close(), dns.close(), registry.goDown()]);
      await database.close();
      rmSync(tables, { recursive: true });
    });
    const [door] = doors.addresses;
    if (door === undefined || door.kind === 'unix') throw new Error('no door');
    await engine.registry.refresh(
      this.countries.map(({ cctld }) => cctld),
      { pauseMs: 0 },
    );
    const { work, idle } = engine;
    this.#deps = { work, idle, port: door.port, caught: sink.caught };
  }
}

interface Deps {
  readonly work: () => Promise<boolean>;
  readonly idle: () => Promise<void>;
  readonly port: number;
  readonly caught: readonly Parameters<typeof readLetter>[0][];
}

/** Somebody at this address, whose domain publishes nothing. */
export function personAt(address: string, name = 'Admin'): Person {
  const domain = address.split('@')[1] ?? '';
  const host = `mail.${domain}`;
  const client = { address: '192.0.2.77', name: host, helo: host };
  return { mailbox: `${name} <${address}>`, address, signs: false, client };
}

function writeTables(countries: readonly Country[]): string {
  const dir = mkdtempSync(join(tmpdir(), 'tldops-campaign-'));
  const [first] = countries.filter(({ cctld }) => !isIdn(cctld));
  const rows = countries.map(({ cctld, language }) => {
    const sibling = isIdn(cctld) ? first?.cctld : '';
    return `${cctld},${uLabelOf(cctld)},Land,${sibling},,,,${language}`;
  });
  const regions = countries.map(
    ({ cctld }, at) => `report,2027-01-01,${cctld},${REGIONS[at % REGIONS.length] ?? 'AF'}`,
  );
  const heads = 'cctld,ulabel,country,sibling,from,until,ccnso,languages';
  writeFileSync(join(dir, 'cctlds.csv'), [heads, ...rows, ''].join('\n'));
  writeFileSync(join(dir, 'regions.csv'), ['scheme,asof,cctld,region', ...regions, ''].join('\n'));
  return dir;
}
