/** Plays a whole subscription in the terminal: the engine of `serve`, fictional people around it. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { createHash, randomBytes } from 'node:crypto';
import { rosterTable } from '../cli/look.ts';
import { type Config, readConfig } from '../config.ts';
import { settingsOf } from '../engine.ts';
import { makeLog } from '../log.ts';
import { serve } from '../main.ts';
import { openOrder, planOrder } from '../machines/invite-order.ts';
import { reportText } from '../machines/report/report-text.ts';
import type { Address } from '../machines/words/address.ts';
import { dayOf } from '../machines/words/day.ts';
import type { Mail } from '../machines/words/mail.ts';
import { sendExtra } from '../pipeline/issue.ts';
import { parseMail } from '../pipeline/parse.ts';
import { gatherReport } from '../pipeline/statistics.ts';
import { listCases } from '../store/cases.ts';
import { commitChanges } from '../store/commit.ts';
import { openStore, type Store } from '../store/db.ts';
import { standings } from '../store/invitations.ts';
import { readRoster } from '../store/roster.ts';
import { handOver } from './client.ts';
import { startEmptyDns } from './dns-server.ts';
import {
  ANCHOR,
  FIRST_MAIL,
  LIST,
  REGISTRY,
  REQUESTER,
  SSC,
  TABLES,
  VALIDATOR,
  writeMail,
} from './people.ts';
import { type Caught, startSink } from './sink.ts';
import { startWhoisServer, whoisAnswer } from './whois-server.ts';

const LONGEST_WAIT = 30_000;

/** Runs the play and returns when the curtain has fallen; everything it made is removed again. */
export async function demo(): Promise<void> {
  const place = await mkdtemp(join(tmpdir(), 'tldops-demo-'));
  const stage = await Stage.build(place);
  try {
    await play(stage);
  } finally {
    await stage.strike();
    await rm(place, { recursive: true, force: true });
  }
}

async function play(stage: Stage): Promise<void> {
  title('1. The Admin Contact of .xa is invited, at the address that the IANA registry lists');
  await stage.invite();
  await stage.letter('invite', ANCHOR);

  title('2. Rosa Lind of .xa writes from her own mailbox; the admin address is in copy');
  await stage.send({
    from: `Rosa Lind <${REQUESTER}>`,
    cc: ANCHOR,
    subject: 'TLD-OPS contacts for .xa',
    body: FIRST_MAIL,
  });
  const challenge = await stage.letter('challenge', ANCHOR);
  await stage.letter('received', REQUESTER);
  await stage.tellState();

  title('3. A copy proves nothing, so the admin address is asked; its reader confirms');
  await stage.send({
    from: `Registry Desk <${ANCHOR}>`,
    answering: challenge,
    body: 'CONFIRM\n\nThank you!',
  });
  await stage.letter('traced', ANCHOR);
  const queue = await stage.letter('queue', VALIDATOR);
  await stage.tellState();

  title('4. The Validator reads the difference and the evidence, and approves by mail');
  const command = /APPROVE \d+ \.xa/.exec(queue.text)?.[0] ?? '';
  await stage.send({ from: `Validator <${VALIDATOR}>`, answering: queue, body: command });
  await stage.letter('transcript', VALIDATOR);
  await stage.letter('welcome', 'rosa.lind@nic.xa');
  await stage.letter('welcome', 'teo.amaral@nic.xa');
  await stage.letter('applied', ANCHOR);
  await stage.letter('applied', REQUESTER);
  await stage.tellState();

  title('5. Rosa writes to the list; her domain proves nothing, so she is asked once');
  await stage.send({
    from: `Rosa Lind <${SSC}>`,
    to: `${LIST.list}@${LIST.domain}`,
    subject: '[TLP:GREEN] Phishing against registrars',
    body: 'Somebody sends false invoices to registrars of .xa. Do you see this too?',
  });
  const question = await stage.letter('post-ask', SSC);
  await stage.send({ from: `Rosa Lind <${SSC}>`, answering: question, body: 'CONFIRM' });
  await stage.copies('x-tld-ops-post: ');

  title('6. The contact list goes to everybody on it, to be kept and read offline');
  await stage.sendContactList();
  await stage.copies('x-tld-ops-letter: issue');

  await end(stage);
}

async function end(stage: Stage): Promise<void> {
  title('The list now, and what the statistics say of it');
  say(`${rosterTable(await readRoster(stage.store.db))}\n`);
  const { table } = stage.config;
  const now = clock();
  say(
    reportText(
      await gatherReport(stage.store.db, { table, now, day: dayOf(now), scheme: 'report' }),
    ),
  );
}

interface Sent {
  readonly from: string;
  readonly to?: string;
  readonly cc?: string;
  readonly subject?: string;
  readonly answering?: Mail;
  readonly body: string;
}

/** The engine with its surroundings, all on loopback. */
class Stage {
  readonly store: Store;
  readonly config: Config;
  readonly #port: number;
  readonly #caught: Caught[];
  readonly #strike: () => Promise<void>;
  readonly #shown = new Set<Caught>();
  #mails = 0;

  private constructor(
    store: Store,
    config: Config,
    port: number,
    caught: Caught[],
    strike: () => Promise<void>,
  ) {
    this.store = store;
    this.config = config;
    this.#port = port;
    this.#caught = caught;
    this.#strike = strike;
  }

  static async build(place: string): Promise<Stage> {
    say(dim('The engine starts: its own Postgres, an LMTP door, a fictional registry …\n'));
    const whois = await startWhoisServer(new Map([[REGISTRY.cctld, whoisAnswer(REGISTRY)]]));
    const dns = await startEmptyDns();
    const sink = await startSink();
    for (const [name, rows] of Object.entries(TABLES)) await writeFile(join(place, name), rows);
    const config = readConfig({
      TLDOPS_LIST: LIST.list,
      TLDOPS_DOMAIN: LIST.domain,
      TLDOPS_VALIDATORS: VALIDATOR,
      TLDOPS_LISTEN: 'lmtp://127.0.0.1:0',
      TLDOPS_RELAY: `smtp://127.0.0.1:${sink.port}`,
      TLDOPS_REGISTRY: `whois://127.0.0.1:${whois.port}`,
      TLDOPS_DNS: `127.0.0.1:${dns.port}`,
      TLDOPS_DATA: place,
      TLDOPS_TABLES: place,
      TLDOPS_LOG_LEVEL: 'warn',
    });
    const stop = new AbortController();
    const opened = Promise.withResolvers<number>();
    const running = serve(config, makeLog(config.logLevel), stop.signal, ([door]) => {
      opened.resolve(door?.kind === 'tcp' ? door.port : 0);
    });
    const port = await Promise.race([opened.promise, running.then(() => 0)]);
    const store = await openStore({ dataDir: place, role: 'command', log: () => undefined });
    return new Stage(store, config, port, sink.caught, async () => {
      await store.close();
      stop.abort();
      await running;
      await Promise.all([sink.close(), whois.close(), dns.close()]);
    });
  }

  /** Shows a mail and hands it to the engine's door. */
  async send({ from, to: named, cc, subject, answering, body }: Sent): Promise<void> {
    this.#mails += 1;
    const reply = answering?.headers.find(({ name }) => name === 'reply-to')?.value;
    const to = (reply ?? named ?? `${LIST.list}-join@${LIST.domain}`).replace(/[<>]/g, '').trim();
    const about = subject ?? `Re: ${answering?.subject ?? ''}`;
    const raw = writeMail({
      from,
      to,
      subject: about,
      body,
      id: `demo-${this.#mails}`,
      ...(cc === undefined ? {} : { cc }),
      ...(answering?.messageId === undefined ? {} : { inReplyTo: `<${answering.messageId}>` }),
    });
    showMail(
      'cyan',
      { From: from, To: to, ...(cc === undefined ? {} : { Cc: cc }), Subject: about },
      body,
    );
    const envelopeFrom = /<([^>]+)>/.exec(from)?.[1] ?? from;
    const reply250 = await handOver({
      host: '127.0.0.1',
      port: this.#port,
      envelopeFrom,
      recipient: to,
      raw,
    });
    say(dim(`  the door answers: ${reply250}\n`));
  }

  /** Waits for a letter, shows it, and returns it. */
  async letter(name: string, to: string): Promise<Mail> {
    const field = `x-tld-ops-letter: ${name}\r\n`;
    const [found] = await this.#wait(
      `the letter "${name}" to ${to}`,
      1,
      (one) => one.recipients.includes(to) && holds(one, field),
    );
    return this.#show(found);
  }

  /** Waits until both people on the list have their copy, and shows one of the two. */
  async copies(field: string): Promise<void> {
    const [first, second] = await this.#wait('the copies', 2, (one) => holds(one, field));
    await this.#show(first);
    for (const one of [first, second]) {
      say(dim(`  a copy to ${one?.recipients.join(', ')}, from ${one?.envelopeFrom}\n`));
      if (one !== undefined) this.#shown.add(one);
    }
  }

  /** What `tldops invite .xa` does, once the engine has asked the registry about .xa. */
  async invite(): Promise<void> {
    const { db } = this.store;
    const settings = settingsOf(this.config);
    const known = await this.#until('the registry record of .xa', async () => {
      const all = await standings(db);
      return all.length > 0 ? all : undefined;
    });
    const order = planOrder({ now: clock(), settings, standings: known }, { all: true });
    const by = { db, now: clock, random: randomBytes, domain: LIST.domain };
    await commitChanges(by, openOrder({ now: clock(), settings }, order, 'operator'));
  }

  /** What `tldops notify` does. */
  async sendContactList(): Promise<void> {
    const { db } = this.store;
    const settings = { validators: [VALIDATOR as Address] };
    await sendExtra({ db, names: LIST, settings, now: clock, random: randomBytes });
  }

  async #wait(
    what: string,
    least: number,
    fits: (one: Caught) => boolean,
  ): Promise<[Caught, ...Caught[]]> {
    return this.#until(what, () => {
      const found = this.#caught.filter((one) => !this.#shown.has(one) && fits(one));
      const [first, ...rest] = found;
      return first !== undefined && found.length >= least ? [first, ...rest] : undefined;
    });
  }

  async #until<T>(what: string, look: () => T | undefined | Promise<T | undefined>): Promise<T> {
    const deadline = Date.now() + LONGEST_WAIT;
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      if (Date.now() > deadline) throw new Error(`${what} did not come`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async #show(found: Caught): Promise<Mail> {
    this.#shown.add(found);
    const raw = Buffer.from(found.raw, 'latin1');
    const sha256 = createHash('sha256').update(raw).digest('hex');
    const envelope = { from: found.envelopeFrom, to: found.recipients[0] ?? '', client: {} };
    const mail = await parseMail({ raw, sha256, envelope });
    const replyTo = mail.headers.find(({ name }) => name === 'reply-to')?.value ?? '';
    showMail('yellow', { To: envelope.to, 'Reply-To': replyTo, Subject: mail.subject }, mail.text);
    return mail;
  }

  async tellState(): Promise<void> {
    for (const one of await listCases(this.store.db)) {
      say(
        `${bold(`Case ${one.id}`)}: state ${bold(one.state)}, evidence ${bold(one.context.evidence)}\n\n`,
      );
    }
  }

  strike(): Promise<void> {
    return this.#strike();
  }
}

function clock(): Date {
  return new Date();
}

function holds({ raw }: Caught, field: string): boolean {
  return raw.toLowerCase().includes(field);
}

function showMail(colour: 'cyan' | 'yellow', head: Record<string, string>, body: string): void {
  const paint = (text: string) => styleText(colour, text, { stream: process.stdout });
  const kind = colour === 'cyan' ? 'mail in' : 'letter out';
  const lines = [
    `┌─ ${kind} ${'─'.repeat(72 - kind.length)}`,
    ...Object.entries(head).map(([name, value]) => `│ ${name}: ${value}`),
    '│',
    ...body
      .trimEnd()
      .split('\n')
      .map((line) => `│ ${line}`.trimEnd()),
    `└${'─'.repeat(75)}`,
  ];
  say(`${lines.map((line) => paint(line)).join('\n')}\n`);
}

function title(text: string): void {
  say(`\n${bold(text)}\n\n`);
}

function bold(text: string): string {
  return styleText('bold', text, { stream: process.stdout });
}

function dim(text: string): string {
  return styleText('dim', text, { stream: process.stdout });
}

function say(text: string): void {
  process.stdout.write(text);
}
