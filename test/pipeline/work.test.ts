/** Workers that die: whatever the moment, one case, each letter under one Message-ID, no mail lost. */

import type { KyselyPlugin, PluginTransformQueryArgs, PluginTransformResultArgs } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import type { Engine } from '../../src/engine.ts';
import { connect } from '../../src/store/db.ts';
import { verifyAudit } from '../../src/store/audit.ts';
import { findCase, listCases } from '../../src/store/cases.ts';
import { claimJob, findJob, listJobs, putJob } from '../../src/store/jobs.ts';
import { lettersOfCase } from '../../src/store/letters.ts';
import { readRoster } from '../../src/store/roster.ts';
import { cctld } from '../support/facts.ts';
import { type Incoming, openRig, type Rig } from '../support/rig.ts';

/** From its nth query on, the database is away for this engine: as when its process is killed there. */
class DiesAtQuery implements KyselyPlugin {
  queries = 0;
  readonly #nth: number;

  constructor(nth: number) {
    this.#nth = nth;
  }

  transformQuery({ node }: PluginTransformQueryArgs) {
    this.queries += 1;
    if (this.queries >= this.#nth) throw new Error('Connection terminated by the test');
    return node;
  }

  async transformResult({ result }: PluginTransformResultArgs) {
    return result;
  }
}

/** The engine that works now, and the one that takes over when it dies. */
class Pair {
  readonly #rig: Rig;
  readonly #second: Engine;
  #now: Engine;

  constructor(rig: Rig, first: Engine, second: Engine) {
    this.#rig = rig;
    this.#second = second;
    this.#now = first;
  }

  /** Postfix hands the mail over until somebody says 250. */
  async deliver(mail: Incoming): Promise<void> {
    await this.#survive(() => this.#now.accept.accept(mail));
  }

  async work(): Promise<void> {
    await this.#survive(() => this.#rig.settle(this.#now));
  }

  // Leases of the dead run out before another one takes its work up.
  async #survive(step: () => Promise<unknown>): Promise<void> {
    try {
      await step();
    } catch (error) {
      if (this.#now === this.#second) throw error;
      this.#now = this.#second;
      this.#rig.advance('61s');
      await step();
    }
  }
}

/** A whole subscription: the request, the Validator's word, the list. */
async function subscribe(rig: Rig, pair: Pair, name: string): Promise<void> {
  await pair.deliver(rig.request(name));
  await pair.work();
  const letter = await rig.letter('queue', `APPROVE ${await caseOf(rig, name)} .${name}`);
  const command = new RegExp(`APPROVE \\d+ \\.${name}`).exec(letter.mail.text)?.[0] ?? '';
  await pair.deliver(rig.answer(letter, command));
  await pair.work();
}

/** The number of the only case about this ccTLD. */
async function caseOf(rig: Rig, name: string): Promise<number> {
  const rows = await rig.db.selectFrom('cases').select('id').where('cctld', '=', name).execute();
  expect(rows).toHaveLength(1);
  return rows[0]?.id ?? 0;
}

const LETTERS = [
  'applied to admin',
  'queue to val1',
  'traced to admin',
  'transcript to val1',
  'welcome to rosa.lind',
  'welcome to teo.amaral',
];

/** What must be there after a subscription, whoever died in the middle of it. */
async function expectWhole(rig: Rig, name: string): Promise<void> {
  const id = await caseOf(rig, name);
  expect(await findCase(rig.db, id)).toMatchObject({ state: 'applied' });
  expect(await readRoster(rig.db, [cctld(name)])).toHaveLength(2);
  const mails = rig.db.selectFrom('inbox').select('outcome').where('case_id', '=', id);
  const outcomes = await mails.orderBy('id').execute();
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['opened', 'advanced']);
  const letters = await lettersOfCase(rig.db, id);
  expect(letters.every(({ sent_at, secrets }) => sent_at !== null && secrets === null)).toBe(true);
}

/** `queue to val1`, once for each Message-ID, sorted. */
function sentSince(rig: Rig, before: number): string[] {
  const seen = new Map<string, string>();
  for (const { raw, recipients } of rig.caught.slice(before)) {
    const id = /^Message-ID: <([^>]+)>/im.exec(raw)?.[1] ?? '';
    const name = /^X-TLD-OPS-Letter: (.+)\r$/im.exec(raw)?.[1] ?? '';
    seen.set(id, `${name} to ${recipients[0]?.split('@')[0]}`);
  }
  return [...seen.values()].toSorted();
}

const LETTER = (index: number) => String.fromCodePoint(97 + index);

/** Fictional ccTLDs without end: aa, ab, … */
const nameOf = (index: number) => `${LETTER(Math.floor(index / 26) % 26)}${LETTER(index % 26)}`;

it('an engine that dies at any query leaves nothing half done, lost or doubled', async () => {
  const rig = await openRig();
  const second = rig.engine('second');
  let died = 0;
  for (let nth = 1; ; nth += 1) {
    const killer = new DiesAtQuery(nth);
    const first = rig.engine(`first ${nth}`, rig.db.withPlugin(killer));
    const name = nameOf(nth);
    const before = rig.caught.length;
    await subscribe(rig, new Pair(rig, first, second), name);
    await expectWhole(rig, name);
    expect(sentSince(rig, before), `died at query ${nth}`).toEqual(LETTERS);
    await first.close();
    if (killer.queries < nth) break;
    died += 1;
  }
  expect(died).toBeGreaterThan(80);
  expect(await listJobs(rig.db)).toEqual([]);
  expect((await rig.inbox()).every(({ outcome }) => outcome !== 'pending')).toBe(true);
  expect((await verifyAudit(rig.db)).broken).toBeUndefined();
  expect(rig.log.lines.filter((line) => line.startsWith('error'))).toEqual([]);
}, 180_000);

it('two engines on one database share fifty mails and their letters, and do nothing twice', async () => {
  const rig = await openRig();
  const far = connect(rig.url);
  onTestFinished(() => far.destroy());
  const engines = [rig.engine('near'), rig.engine('far', far)];
  const names = Array.from({ length: 50 }, (_, index) => nameOf(index + 1));
  const mails = names.map((name) => rig.request(name));
  // Postfix delivers some of them twice, to either door.
  const twice = [...mails, ...mails.slice(0, 10)];
  await Promise.all(twice.map((mail, index) => (engines[index % 2] as Engine).accept.accept(mail)));
  const done = await Promise.all([...engines, ...engines].map((engine) => rig.settle(engine)));
  expect(done.every((count) => count > 0)).toBe(true);
  expect(done.reduce((sum, count) => sum + count)).toBe(150);
  const cases = await listCases(rig.db);
  expect(cases.map((one) => String(one.cctld)).toSorted()).toEqual(names.toSorted());
  expect(cases.every(({ state }) => state === 'queued')).toBe(true);
  const ids = new Set(rig.caught.map(({ raw }) => /^Message-ID: (.+)$/im.exec(raw)?.[1]));
  expect([ids.size, rig.caught.length]).toEqual([100, 100]);
  expect(await verifyAudit(rig.db)).toEqual({ rows: 50 });
  expect(rig.log.lines.filter((line) => line.startsWith('error'))).toEqual([]);
});

it('fifty mails about one ccTLD, worked on by two engines at once, are one open request', async () => {
  const rig = await openRig();
  const far = connect(rig.url);
  onTestFinished(() => far.destroy());
  const engines = [rig.engine('near'), rig.engine('far', far)];
  for (let index = 0; index < 50; index += 1) {
    await (engines[index % 2] as Engine).accept.accept(rig.request('xa'));
  }
  for (let round = 0; round < 12; round += 1) {
    await Promise.all([...engines, ...engines].map((engine) => rig.settle(engine)));
    rig.advance('2s');
  }
  const open = (await listCases(rig.db)).filter(({ closed }) => !closed);
  expect(open).toMatchObject([{ state: 'queued' }]);
  // Each took the place of the one before, or was older than what was open by then.
  const outcomes = await rig.outcomes();
  const opened = outcomes.filter((outcome) => outcome === 'opened request-opened');
  const late = outcomes.filter((outcome) => outcome === 'noted older-than-open-case');
  expect([outcomes.length, opened.length + late.length]).toEqual([50, 50]);
  expect(await listCases(rig.db)).toHaveLength(opened.length);
  expect((await verifyAudit(rig.db)).broken).toBeUndefined();
  expect(rig.log.lines.filter((line) => line.startsWith('error'))).toEqual([]);
});

it('what comes again and again is tried each hour, however often its process ended before', async () => {
  const rig = await openRig();
  const armed = { key: 'issue:monthly', kind: 'timer', payload: { issue: 'monthly' } } as const;
  await putJob(rig.db, { ...armed, runAt: rig.clock.now, now: rig.clock.now });
  for (let kill = 0; kill < 6; kill += 1) {
    await claimJob(rig.db, 'killed', rig.clock.now);
    rig.advance('61s');
  }
  const engine = rig.engine();
  await rig.settle(engine);
  expect(await findJob(rig.db, armed.key)).toMatchObject({
    attempts: 0,
    last_error: 'the process ended during this work',
  });
  rig.advance('1h');
  await rig.settle(engine);
  const next = await findJob(rig.db, armed.key);
  expect(next).toMatchObject({ attempts: 0, last_error: null });
  expect(next?.run_at.toISOString()).toBe('2026-12-01T06:00:00.000Z');
});
