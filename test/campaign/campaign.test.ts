import { expect, test } from 'vitest';
import { sql } from 'kysely';
import type { RegionList, Share } from '../../src/machines/report/report.ts';
import { gatherReport } from '../../src/pipeline/statistics.ts';
import { verifyAudit } from '../../src/store/audit.ts';
import { listCases } from '../../src/store/cases.ts';
import { invitationCounts } from '../../src/store/invitations.ts';
import { listJobs } from '../../src/store/jobs.ts';
import { readRoster } from '../../src/store/roster.ts';
import { cpuTime } from '../support/cpu.ts';
import { VAL1 } from '../support/people.ts';
import { report } from '../support/reports.ts';
import type { Letter } from '../support/shown.ts';
import {
  type About,
  addressesOf,
  ANSWERS,
  outOfOffice,
  refuse,
  reply,
  severalAtOnce,
  type Way,
} from './people.ts';
import { World } from './world.ts';

/** What becomes of a ccTLD, as it is planned. */
type Fate =
  | { readonly end: 'joins'; readonly way: string; readonly after: 'invite' | 'reminder' | 'task' }
  | { readonly end: 'joins together' }
  | { readonly end: 'declines' }
  | { readonly end: 'bounces' }
  | { readonly end: 'is away' }
  | { readonly end: 'is silent' }
  | { readonly end: 'is refused' };

const WAYS = Object.keys(ANSWERS);

/** 60 % answer, 10 % come back, the others say no, are away, or nothing; by address, as people are. */
function fates(world: World): Map<string, Fate> {
  const groups = [...Map.groupBy(world.countries, ({ admin }) => admin.email ?? '').values()];
  const out = new Map<string, Fate>();
  const single = groups.filter((group) => group.length === 1);
  const shared = groups.filter((group) => group.length > 1);
  for (const group of shared.slice(0, 12)) {
    for (const { cctld } of group) out.set(cctld, { end: 'joins together' });
  }
  for (const group of shared.slice(12)) {
    for (const [at, { cctld }] of group.entries()) out.set(cctld, joining(at, 'invite'));
  }
  for (const [at, [one]] of single.entries()) if (one) out.set(one.cctld, fateOf(at));
  return out;
}

// Of twenty: eight join, three mailboxes are dead, three say no, two are away, one is refused, three are silent.
function fateOf(at: number): Fate {
  const turn = at % 20;
  if (turn < 8) return joining(at, turn === 7 ? 'task' : turn > 4 ? 'reminder' : 'invite');
  if (turn < 11) return { end: 'bounces' };
  if (turn < 14) return { end: 'declines' };
  if (turn < 16) return { end: 'is away' };
  return turn === 16 ? { end: 'is refused' } : { end: 'is silent' };
}

function joining(at: number, after: 'invite' | 'reminder' | 'task'): Fate {
  return { end: 'joins', way: WAYS[at % WAYS.length] ?? 'inline', after };
}

class Cast {
  readonly #world: World;
  readonly #fates: ReadonlyMap<string, Fate>;
  readonly #reminded = new Map<string, number>();
  readonly #first = new Map<string, Letter>();
  readonly approved = new Set<string>();

  constructor(world: World, plan: ReadonlyMap<string, Fate>) {
    this.#world = world;
    this.#fates = plan;
  }

  react(letter: Letter): void {
    const cctld = /, case \d+, (?:.*\()?\.?([a-z0-9-]+)\)?\n/.exec(letter.mail.text)?.[1] ?? '';
    switch (letter.name) {
      case 'invite':
        return this.#invited(letter, cctld);
      case 'queue':
        return this.#decide(letter, cctld);
      case 'challenge':
        return this.#answer(letter, 5, 'CONFIRM');
      case 'clarify':
        return this.#complete(letter, cctld);
      case 'alarm-invite':
        return this.#called(cctld);
      default:
    }
  }

  #invited(letter: Letter, cctld: string): void {
    const fate = this.#fates.get(cctld);
    const times = (this.#reminded.get(cctld) ?? 0) + 1;
    this.#reminded.set(cctld, times);
    if (times === 1) this.#first.set(cctld, letter);
    if (fate === undefined) return;
    if (fate.end === 'joins' && fate.after === (times === 1 ? 'invite' : 'reminder') && times < 3)
      return this.#do(letter, cctld, ANSWERS[fate.way]);
    if (times > 1) return;
    if (fate.end === 'declines') this.#do(letter, cctld, refuse);
    if (fate.end === 'is away') this.#do(letter, cctld, outOfOffice, 0.1);
    if (fate.end === 'is refused') this.#do(letter, cctld, ANSWERS['inline']);
    if (fate.end === 'bounces') this.#comesBack(letter);
    if (fate.end === 'joins together') this.#together(letter, cctld);
  }

  #do(letter: Letter, cctld: string, way: Way | undefined, hours = 30): void {
    const about = this.#about(cctld);
    this.#world.later(hours, async () => way?.(this.#world, letter, about));
  }

  // When the letters about all of them are there, the last is answered for all.
  #together(letter: Letter, cctld: string): void {
    const { cctlds } = this.#about(cctld);
    if (cctlds.every((one) => this.#first.has(one))) this.#do(letter, cctld, severalAtOnce);
  }

  #comesBack({ to, mail, envelopeFrom }: Letter): void {
    const { from, ...rest } = report({ to, messageId: mail.messageId, envelopeFrom });
    const { text, subject, headers = {}, to: bounces = '' } = rest;
    const written = { from, to: bounces, subject, body: text, shown: '', headers };
    this.#world.later(0.2, () => this.#world.send(written, ''));
  }

  #decide(letter: Letter, cctld: string): void {
    if (letter.to !== VAL1.address || /reminder/i.test(letter.mail.subject)) return;
    const id = /, case (\d+),/.exec(letter.mail.text)?.[1] ?? '';
    const isRefused = this.#fates.get(cctld)?.end === 'is refused';
    const text = isRefused ? `REJECT ${id} We could not reach you.` : `APPROVE ${id} .${cctld}`;
    if (!isRefused) this.approved.add(cctld);
    const answer = { text, quoting: 'none', from: VAL1 } as const;
    this.#world.later(3, () => this.#world.send(reply(letter, this.#world.now, answer)));
  }

  #answer(letter: Letter, hours: number, text: string): void {
    const world = this.#world;
    world.later(hours, () => world.send(reply(letter, world.now, { text })));
  }

  #complete(letter: Letter, cctld: string): void {
    const { country, pair } = this.#about(cctld);
    if (letter.to !== country.admin.email) return;
    if (/PRIMARY 1/.test(letter.mail.text)) return this.#answer(letter, 10, 'PRIMARY 1');
    const [, teo = ''] = addressesOf(pair);
    const text = `Contact 2\nE-mail: ${teo}\nPhone: +1 202 555 0113`;
    this.#answer(letter, 10, text);
  }

  // A Validator has telephoned; the old letter is still there.
  #called(cctld: string): void {
    const fate = this.#fates.get(cctld);
    const letter = this.#first.get(cctld);
    if (fate?.end !== 'joins' || fate.after !== 'task' || letter === undefined) return;
    this.#do(letter, cctld, ANSWERS['inline'], 48);
  }

  #about(cctld: string): About {
    const country = this.#world.countries.find((one) => one.cctld === cctld);
    if (country === undefined) throw new Error(`nobody knows .${cctld}`);
    const all = this.#world.countries.filter(({ admin }) => admin.email === country.admin.email);
    const home = this.#fates.get(cctld)?.end === 'joins together' ? all[0] : country;
    const cctlds = all.map((one) => one.cctld);
    return { country, cctlds, pair: { domain: `nic.${home?.cctld ?? cctld}` } };
  }
}

const sum = (some: readonly Share[]) => ({
  subscribed: some.reduce((all, one) => all + one.subscribed, 0),
  notSubscribed: some.reduce((all, one) => all + one.notSubscribed, 0),
  total: some.reduce((all, one) => all + one.total, 0),
});

const namedIn = (regions: readonly RegionList[]) =>
  regions.flatMap(({ cctlds }) => cctlds.map(({ cctld }) => String(cctld))).toSorted();

test('a campaign over 316 ccTLDs adds up', { timeout: 1_800_000 }, async () => {
  const [began, cpu] = [Date.now(), cpuTime()];
  const world = await World.open();
  expect(world.countries).toHaveLength(316);
  const plan = fates(world);
  const cast = new Cast(world, plan);
  const order = { from: VAL1, to: 'tld-ops-validate@lists.example', subject: 'Orders' };
  await world.send({ ...order, body: 'INVITE all', shown: '', headers: {} });
  await world.live(120, (letter) => cast.react(letter));
  const took = Math.round((Date.now() - began) / 1000);
  const processor = Math.round((cpuTime() - cpu) / 1000);
  process.stderr.write(
    `campaign: ${took} s, ${processor} s of this thread's processor, ${world.letters.length} letters\n`,
  );
  // No proof of the minute: neighbours make even this grow (49 s at a load of 20, 60 s at 25).
  expect(processor).toBeLessThan(120);

  const by = (end: Fate['end']) =>
    [...plan].filter(([, fate]) => fate.end === end).map(([cctld]) => cctld);
  const joined = [...by('joins'), ...by('joins together')].toSorted();
  const cases = await listCases(world.db);
  const invites = cases.filter(({ kind }) => kind === 'invite');
  const ended = (state: string) =>
    invites.filter((one) => one.state === state).map(({ cctld }) => String(cctld));

  // Each ccTLD was invited once, and is in exactly one end state.
  expect(invites.map(({ cctld }) => String(cctld)).toSorted()).toEqual(
    world.countries.map(({ cctld }) => String(cctld)).toSorted(),
  );
  expect(ended('answered').toSorted()).toEqual([...joined, ...by('is refused')].toSorted());
  expect(ended('declined').toSorted()).toEqual(by('declines').toSorted());
  const tasks = invites.filter(({ state }) => state === 'awaiting-validator');
  const dead = tasks.filter(({ request }) => request.invitation?.undeliverable === true);
  expect(dead.map(({ cctld }) => String(cctld)).toSorted()).toEqual(by('bounces').toSorted());
  expect(tasks).toHaveLength(by('bounces').length + by('is silent').length + by('is away').length);
  const day = world.now.toISOString().slice(0, 10);
  const counts = await invitationCounts(world.db, day);
  expect(counts).toEqual({
    planned: 0,
    invited: 0,
    answered: joined.length + by('is refused').length,
    declined: by('declines').length,
    undeliverable: by('bounces').length,
    unanswered: by('is silent').length + by('is away').length,
  });

  // The list is what was approved.
  expect([...cast.approved].toSorted()).toEqual(joined);
  const roster = await readRoster(world.db);
  const lists = Map.groupBy(roster, ({ cctld }) => String(cctld));
  expect([...lists.keys()].toSorted()).toEqual(joined);
  for (const [, people] of lists) expect(people).toHaveLength(2);

  // The report says the same, and adds up.
  const wanted = { table: world.table, day, now: world.now, scheme: 'report' };
  const told = await gatherReport(world.db, wanted);
  expect(told.invitations).toEqual(counts);
  const tables = [told.ascii, told.idn];
  const [{ subscribed, people: contacts } = { subscribed: 0, people: 0 }] = (
    await sql<{ subscribed: number; people: number }>`
      select count(distinct cctld)::integer as subscribed, count(distinct person_id)::integer as people
      from appointments where ended_at is null`.execute(world.db)
  ).rows;
  const whole = { subscribed, notSubscribed: 316 - subscribed, total: 316 };
  expect(subscribed).toBe(joined.length);
  expect(sum(tables.map(({ total }) => total))).toEqual(whole);
  expect(sum(tables.flatMap(({ regions }) => regions))).toEqual(whole);
  const everybody = world.countries.map(({ cctld }) => String(cctld));
  expect(namedIn(told.subscribed)).toEqual(joined);
  expect(namedIn(told.notSubscribed)).toEqual(
    everybody.filter((cctld) => !joined.includes(cctld)).toSorted(),
  );
  expect([told.unplaced, told.unlisted, told.frozen]).toEqual([undefined, [], []]);
  expect(told.contacts).toEqual({ people: contacts, one: 0, two: joined.length, three: 0 });
  expect(told.cases.find(({ kind }) => kind === 'invite')).toMatchObject({
    state: 'awaiting-validator',
    count: tasks.length,
  });

  // Every letter went out once, and nobody got more of them than they should.
  const twice = await sql<{ n: number }>`select count(*)::integer as n from (
    select message_id_sha256 from letters group by 1 having count(*) > 1) as double`.execute(
    world.db,
  );
  expect(twice.rows).toEqual([{ n: 0 }]);
  const stored = await sql<{ n: number }>`select count(*)::integer as n from letters`.execute(
    world.db,
  );
  expect(world.letters).toHaveLength(stored.rows[0]?.n ?? 0);
  const ids = world.letters.map(({ mail }) => mail.messageId);
  expect(new Set(ids).size).toBe(ids.length);
  const invitations = Map.groupBy(
    world.letters.filter(({ name }) => name === 'invite'),
    ({ mail }) => /, case (\d+),/.exec(mail.text)?.[1],
  );
  expect(invitations.size).toBe(316);
  for (const [id, some] of invitations) {
    const { cctld = '' } = invites.find((one) => String(one.id) === id) ?? {};
    const { end } = plan.get(cctld) ?? { end: 'is silent' };
    if (end === 'is silent' || end === 'is away') expect([cctld, some.length]).toEqual([cctld, 3]);
    if (end === 'bounces' || end === 'declines') expect([cctld, some.length]).toEqual([cctld, 1]);
  }

  // The engine is well.
  expect(world.log.lines.filter((line) => line.startsWith('error'))).toEqual([]);
  expect((await listJobs(world.db)).filter(({ dead_at }) => dead_at !== null)).toEqual([]);
  expect((await verifyAudit(world.db)).broken).toBeUndefined();
});
