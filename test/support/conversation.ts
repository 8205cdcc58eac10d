/** One conversation with an engine: people write, time passes, and a transcript is taken of it. */

import ms, { type StringValue } from 'ms';
import { handOver } from '../../src/demo/client.ts';
import type { Caught } from '../../src/demo/sink.ts';
import { explain } from '../../src/machines/explain.ts';
import type { Cctld } from '../../src/machines/words/cctld.ts';
import type { RegistryRecord } from '../../src/machines/words/registry.ts';
import { auditOfCase, verifyAudit } from '../../src/store/audit.ts';
import { listCases } from '../../src/store/cases.ts';
import type { Db } from '../../src/store/db.ts';
import { listInbox } from '../../src/store/inbox.ts';
import { listJobs, nextDue } from '../../src/store/jobs.ts';
import { findRegistry } from '../../src/store/registry.ts';
import { readRoster } from '../../src/store/roster.ts';
import type { TestLog } from './door.ts';
import type { Play } from './play-options.ts';
import type { Person } from './people.ts';
import {
  describeCase,
  describeMail,
  fieldsOf,
  type Letter,
  isCopy,
  readLetter,
  shownCopies,
  shownLetter,
} from './shown.ts';
import { signMail } from './sign.ts';
import type { TestRegistry } from './test-registry.ts';
import { showTime, Transcript } from './transcript.ts';
import {
  type Answer,
  fillIn,
  messageOf,
  quote,
  replyHead,
  type WrittenMail,
} from './written-mail.ts';

const JOIN = 'tld-ops-join@lists.example';

/** A new mail; to the join address when nothing is said. */
export interface NewMail {
  readonly from: Person;
  readonly to?: string;
  readonly cc?: string;
  readonly subject: string;
  readonly text: string;
  /** What the transcript shows of the text, where it is another one each time (a signature). */
  readonly shown?: string;
  readonly headers?: WrittenMail['headers'];
  /** '' for the null reverse-path; the author's address when left out. */
  readonly envelopeFrom?: string;
}

/** What a conversation is played with. */
export interface Setting {
  readonly db: Db;
  readonly clock: { now: Date };
  readonly log: TestLog;
  readonly registry: TestRegistry;
  readonly caught: readonly Caught[];
  readonly port: number;
  readonly work: () => Promise<boolean>;
  readonly idle: () => Promise<void>;
  /** Asks the registry about a ccTLD, as the daily refresh does. */
  readonly refresh: (cctld: Cctld) => Promise<unknown>;
}

export class Conversation {
  readonly db: Db;
  readonly #at: Setting;
  #book: Transcript;
  readonly #play: Play;
  readonly #letters: Letter[] = [];
  readonly #copies: Letter[] = [];
  readonly #said = new Map<string, string>();
  #step = 0;
  #copyStep = 0;
  #mails = 0;
  // The list and the cases are told at the end, where the transcript holds what they came from.
  #tellsAll = true;
  readonly #sent: { mail: WrittenMail; raw: Buffer; envelopeFrom: string }[] = [];

  constructor(play: Play, at: Setting) {
    this.db = at.db;
    this.#at = at;
    this.#play = play;
    this.#book = new Transcript(play.title, play.teaches);
    this.#book.time(at.clock.now);
  }

  /** The transcript begins here, with one sentence about what went before. */
  begin(sentence: string): void {
    this.#tellsAll = false;
    this.#book = new Transcript(this.#play.title, this.#play.teaches);
    this.#book.event(sentence);
    this.#book.time(this.#at.clock.now);
  }

  /** Somebody writes to us. */
  async mail(mail: NewMail): Promise<void> {
    const { from, cc, subject, text } = mail;
    const written = {
      from,
      to: mail.to ?? JOIN,
      subject,
      shown: mail.shown ?? text,
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

  /** A mail as it came, byte for byte; it does not show in the transcript. */
  async deliver(mail: {
    readonly raw: Buffer;
    readonly envelopeFrom: string;
    readonly to: string;
    readonly client: Person['client'];
  }): Promise<void> {
    this.#nextStep();
    const { raw, envelopeFrom, to, client } = mail;
    const place = { host: '127.0.0.1', port: this.#at.port };
    await handOver({ ...place, envelopeFrom, recipient: to, client, raw });
    await this.#workUntilQuiet();
    await this.#newLetters();
  }

  /** Postfix did not see our 250 and hands the last mail over once more. */
  async redeliver(): Promise<void> {
    const { mail, raw, envelopeFrom } = this.#sent.at(-1) ?? fail('nothing was sent');
    this.#book.event('Postfix did not see our answer, and hands the same mail over once more.');
    const again = 'Received: from localhost by mx.lists.example (Postfix, again) id 5A2B\r\n';
    const late = Buffer.concat([Buffer.from(again), raw]);
    await this.#handOver(mail, late, envelopeFrom);
  }

  /** Somebody who has a copy of an earlier mail (1 is the first) sends it to us again, as it was. */
  async playBack(number: number, by: Person): Promise<void> {
    const { mail, raw } = this.#sent[number - 1] ?? fail(`there was no mail ${number}`);
    this.#book.event(
      `Mail ${number} comes once more, from ${by.client.name} [${by.client.address}], its signature untouched.`,
    );
    await this.#handOver({ ...mail, from: by }, raw, by.address);
  }

  /** Time passes; whatever becomes due on the way happens at its time. */
  async advance(length: StringValue): Promise<void> {
    const { clock } = this.#at;
    const end = new Date(clock.now.getTime() + ms(length));
    this.#book.event(`… ${ms(ms(length), { long: true })} pass`);
    this.#nextStep();
    for (;;) {
      const due = await nextDue(this.db);
      if (due === undefined || due > end) break;
      if (due > clock.now) clock.now = due;
      await this.#settle();
    }
    clock.now = end;
    this.#book.time(end);
  }

  /** No engine runs for so long; what was due meanwhile is done when it is back. */
  async standStill(length: StringValue): Promise<void> {
    const { clock } = this.#at;
    this.#book.event(`No engine runs for ${ms(ms(length), { long: true })}.`);
    this.#nextStep();
    clock.now = new Date(clock.now.getTime() + ms(length));
    await this.#settle();
  }

  /** The registry lists another Admin Contact address from now on. */
  registryChanges(cctld: string, admin: Person): void {
    this.#at.registry.change(cctld, admin.address);
    this.#book.event(
      `The IANA registry lists ${admin.address} as Admin Contact of .${cctld} from now on.`,
    );
  }

  /** The registry shows this record from now on; the sentence says what is other. */
  registryShows(record: RegistryRecord, sentence: string): void {
    this.#at.registry.set(record);
    this.#book.event(sentence);
  }

  /** The refresh comes to this ccTLD now. */
  async lookAtRegistry(cctld: string): Promise<void> {
    this.#nextStep();
    await this.#at.refresh(cctld as Cctld);
    await this.#settle();
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

  /** The newest letter of this name about this ccTLD. Throws when there is none. */
  letterAbout(name: string, cctld: string): Letter {
    const heading = new RegExp(`, case \\d+, \\.${cctld}\\n`);
    const found = this.#letters.findLast((one) => one.name === name && heading.test(one.mail.text));
    return found ?? fail(`nobody got the letter "${name}" about .${cctld}`);
  }

  /** What was sent since the last mail or pause: `challenge to admin@nic.xa`, sorted. */
  sent(): string[] {
    const fresh = this.#letters.slice(this.#step);
    return fresh.map(({ name, to }) => `${name} to ${to}`).toSorted();
  }

  /** The copies of posts and issues since the last mail or pause. */
  copies(): Letter[] {
    return this.#copies.slice(this.#copyStep);
  }

  /** Everything that was sent until now, in order: `challenge to admin@nic.xa`. */
  everyLetter(): string[] {
    return this.#letters.map(({ name, to }) => `${name} to ${to}`);
  }

  /** Whether changes of a ccTLD are stopped. */
  async frozen(cctld: string): Promise<boolean> {
    return (await findRegistry(this.db, cctld as Cctld))?.frozen !== undefined;
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

  /** The whole transcript, with its end: the list, and why each case is where it is. */
  async story(): Promise<string> {
    await this.#checkHealth();
    if (!this.#tellsAll) return this.soFar();
    const roster = await this.roster();
    this.#book.section('The list', roster.length === 0 ? ['Nobody is on the list.'] : roster);
    for (const one of await listCases(this.db)) {
      const story = explain(await auditOfCase(this.db, one.id)).flatMap(({ at, sentences }) => [
        showTime(new Date(at)),
        ...sentences.map((sentence) => `  ${sentence}`),
      ]);
      this.#book.section(`Why case ${one.id} is "${one.state}"`, story);
    }
    return this.soFar();
  }

  async #checkHealth(): Promise<void> {
    const failed = this.#at.log.lines.filter((line) => line.startsWith('error'));
    if (failed.length > 0) fail(`a job failed: ${failed.join(' ')}`);
    const dead = (await listJobs(this.db)).filter((job) => job.dead_at !== null);
    if (dead.length > 0) fail(`jobs were given up: ${dead.map(({ key }) => key).join(', ')}`);
    const { broken } = await verifyAudit(this.db);
    if (broken !== undefined) fail(`the audit trail is broken at row ${broken}`);
  }

  async #post(mail: WrittenMail, envelopeFrom = mail.from.address): Promise<void> {
    this.#mails += 1;
    const { from } = mail;
    const plain = messageOf(mail, this.#mails, this.#at.clock.now);
    const domain = from.address.split('@')[1] ?? '';
    const raw = from.signs ? await signMail(plain, { domain }) : plain;
    this.#sent.push({ mail, raw, envelopeFrom });
    this.#book.mail(`${this.#mails}`, fieldsOf(mail, envelopeFrom), mail.shown);
    await this.#handOver(mail, raw, envelopeFrom);
  }

  async #handOver({ from, to }: WrittenMail, raw: Buffer, envelopeFrom: string): Promise<void> {
    this.#nextStep();
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
    this.#book.letters(fresh.filter((one) => !isCopy(one)).map(shownLetter));
    this.#book.copies(shownCopies(fresh.filter(isCopy)));
  }

  #nextStep(): void {
    this.#step = this.#letters.length;
    this.#copyStep = this.#copies.length;
  }

  // As a worker of `serve` does; what it finds to do while idle may be new work.
  async #workUntilQuiet(): Promise<void> {
    const { work, idle } = this.#at;
    while (await work());
    await idle();
    if (await work()) await this.#workUntilQuiet();
  }

  // Letters and copies, as they came.
  async #newLetters(): Promise<Letter[]> {
    const known = this.#letters.length + this.#copies.length;
    const fresh = await Promise.all(this.#at.caught.slice(known).map(readLetter));
    this.#letters.push(...fresh.filter((one) => !isCopy(one)));
    this.#copies.push(...fresh.filter(isCopy));
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

function fail(why: string): never {
  throw new Error(why);
}
