/** The list change: the registry is read once more, and what changed meanwhile goes back to people. */

import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { verifyAudit } from '../../src/store/audit.ts';
import { listCases } from '../../src/store/cases.ts';
import { freeze } from '../../src/store/registry.ts';
import { readRoster } from '../../src/store/roster.ts';
import { openRig, type Rig } from '../support/rig.ts';
import { record } from '../support/people.ts';
import { whoisAnswer } from '../support/whois-server.ts';
import { cctld } from '../support/facts.ts';

type Engine = ReturnType<Rig['engine']>;

/** A request for .xa that waits in the queue; its only Validator has the letter. */
async function queued(rig: Rig, engine: Engine, name = 'xa'): Promise<void> {
  await engine.accept.accept(rig.request(name));
  await rig.settle(engine);
}

/** The Validator approves by the letter about this ccTLD. */
async function approve(rig: Rig, engine: Engine, name = 'xa'): Promise<void> {
  const letter = await rig.letter('queue', `.${name}`);
  const command = new RegExp(`APPROVE \\d+ \\.${name}`).exec(letter.mail.text)?.[0] ?? '';
  await engine.accept.accept(rig.answer(letter, command));
}

const states = async (rig: Rig) => (await listCases(rig.db)).map(({ state }) => state);
const waits = async (rig: Rig) => (await listCases(rig.db)).map(({ waiting }) => waiting ?? '');

async function roster(rig: Rig): Promise<string[]> {
  return (await readRoster(rig.db)).map(({ address }) => address);
}

const named = async (rig: Rig) => (await rig.letters()).map(({ name, to }) => `${name} to ${to}`);

it('what is approved is on the list, and everybody is told', async () => {
  const rig = await openRig();
  const engine = rig.engine();
  await queued(rig, engine);
  const asked = rig.whois.queries.length;
  await approve(rig, engine);
  await rig.settle(engine);
  expect(await states(rig)).toEqual(['applied']);
  expect(await roster(rig)).toEqual(['rosa.lind@nic.xa', 'teo.amaral@nic.xa']);
  expect(rig.whois.queries.length).toBe(asked + 1);
  expect((await named(rig)).slice(2).toSorted()).toEqual([
    'applied to admin@registry-xa.example',
    'transcript to val1@ccnso.example',
    'welcome to rosa.lind@nic.xa',
    'welcome to teo.amaral@nic.xa',
  ]);
  expect((await verifyAudit(rig.db)).broken).toBeUndefined();
});

it.each([
  ['reset', 'registry-unreachable'],
  ['truncated', 'registry-unreadable'],
] as const)(
  'a registry that is %s makes the case wait, with its reason; then it goes on',
  async (fault, reason) => {
    const rig = await openRig();
    const engine = rig.engine();
    await queued(rig, engine);
    rig.whois.faults.set('xa', fault);
    await approve(rig, engine);
    await rig.settle(engine);
    expect([await states(rig), await waits(rig)]).toEqual([['applying'], [reason]]);
    rig.advance('1h');
    await rig.settle(engine);
    expect(await states(rig)).toEqual(['applying']);
    rig.whois.faults.clear();
    rig.advance('1h');
    await rig.settle(engine);
    expect([await states(rig), await waits(rig)]).toEqual([['applied'], ['']]);
  },
);

it('a ccTLD that the registry no longer lists waits as well', async () => {
  const rig = await openRig();
  const engine = rig.engine();
  await queued(rig, engine);
  const before = rig.whois.answers;
  rig.whois.answers = new Map();
  await approve(rig, engine);
  await rig.settle(engine);
  expect([await states(rig), await waits(rig)]).toEqual([['applying'], ['registry-absent']]);
  rig.whois.answers = before;
  rig.advance('1h');
  await rig.settle(engine);
  expect(await states(rig)).toEqual(['applied']);
});

it('a freeze after the approval holds the change back until it is lifted', async () => {
  const rig = await openRig();
  const engine = rig.engine();
  await queued(rig, engine);
  await approve(rig, engine);
  await engine.work();
  await freeze(rig.db, cctld('xa'), 'val1@ccnso.example', 'a suspicion', rig.clock.now);
  await rig.settle(engine);
  expect([await states(rig), await waits(rig)]).toEqual([['applying'], ['frozen']]);
  expect(await roster(rig)).toEqual([]);
  await rig.db.updateTable('cctlds').set({ frozen_at: null, frozen_by: null }).execute();
  rig.advance('1h');
  await rig.settle(engine);
  expect(await states(rig)).toEqual(['applied']);
});

it('another Admin Contact at the last moment is asked first, once the change has settled', async () => {
  const rig = await openRig({ settle: '6h' });
  const engine = rig.engine();
  await queued(rig, engine);
  rig.whois.answers = () => whoisAnswer(record('xa', 'Registry of xa', 'new@gov.example'));
  await approve(rig, engine);
  await rig.settle(engine);
  expect([await states(rig), await waits(rig)]).toEqual([['applying'], ['registry-unsettled']]);
  rig.advance('7h');
  await rig.settle(engine);
  await engine.idle();
  await rig.settle(engine);
  // Another mail domain is for a Validator to look at, in a case of its own.
  expect(await states(rig)).toEqual(['challenged', 'queued']);
  expect(await roster(rig)).toEqual([]);
  expect(await named(rig)).toEqual(
    expect.arrayContaining([
      'anchor-changed to admin@registry-xa.example',
      'anchor-changed to new@gov.example',
      'challenge to new@gov.example',
    ]),
  );
});

it('a list that cannot be changed is told once a day, tried again, and mends itself', async () => {
  const rig = await openRig();
  const engine = rig.engine();
  await queued(rig, engine);
  await queued(rig, engine, 'xb');
  await approve(rig, engine, 'xb');
  await rig.settle(engine);
  // As when the schema says no: a fourth place, a second primary.
  await sql`alter table appointments add constraint no_xa check (cctld <> 'xa')`.execute(rig.db);
  await approve(rig, engine);
  await rig.settle(engine);
  expect(await states(rig)).toEqual(['apply-failed', 'applied']);
  for (let tries = 0; tries < 4; tries += 1) {
    rig.advance('15m');
    await rig.settle(engine);
  }
  expect(await states(rig)).toEqual(['apply-failed', 'applied']);
  expect((await named(rig)).filter((line) => line.startsWith('alarm-apply'))).toEqual([
    'alarm-apply to val1@ccnso.example',
  ]);
  await sql`alter table appointments drop constraint no_xa`.execute(rig.db);
  rig.advance('15m');
  await rig.settle(engine);
  expect(await states(rig)).toEqual(['applied', 'applied']);
  expect(await roster(rig)).toHaveLength(4);
});

it('people who came on the list between approval and change send it back to the Admin Contact', async () => {
  const rig = await openRig();
  const engine = rig.engine();
  await queued(rig, engine);
  await queued(rig, engine, 'xb');
  await approve(rig, engine, 'xb');
  await rig.settle(engine);
  await approve(rig, engine);
  await engine.work();
  // By another way than this case, such as an operator's hand.
  await rig.db.updateTable('appointments').set({ cctld: 'xa' }).execute();
  await rig.settle(engine);
  expect(await states(rig)).toEqual(['needs-details', 'applied']);
  const [first] = await listCases(rig.db);
  expect(first?.request.before).toHaveLength(2);
  const { text } = (await rig.letter('clarify')).mail;
  expect(text).toContain('more than three people');
  expect(text).toContain('rosa.lind@nic.xb');
});

it('two engines that take up the same change make it once', async () => {
  const rig = await openRig();
  const engine = rig.engine('one');
  await queued(rig, engine);
  await approve(rig, engine);
  await engine.work();
  const release = rig.whois.hold();
  const first = engine.work();
  rig.advance('2m');
  const second = rig.engine('two').work();
  release();
  await Promise.all([first, second]);
  await rig.settle(engine);
  expect(await states(rig)).toEqual(['applied']);
  expect(await roster(rig)).toHaveLength(2);
  const letters = await named(rig);
  expect(letters.filter((line) => line.startsWith('applied'))).toHaveLength(1);
});

it('a replacement whose newcomer cannot be added leaves the old contact where they are', async () => {
  const rig = await openRig();
  const engine = rig.engine();
  await queued(rig, engine);
  await approve(rig, engine);
  await rig.settle(engine);
  const lines = ['REPLACE 2', '', 'First name: Ines', 'Last name: Sol'];
  const body = [...lines, 'E-mail: ines.sol@nic.xa', 'Phone: +1 202 555 0114'].join('\n');
  await engine.accept.accept(rig.request('xa', { subject: '.xa', body }));
  await rig.settle(engine);
  const newcomer = sql`alter table persons add constraint no_ines check (address not like 'ines%')`;
  await newcomer.execute(rig.db);
  await approve(rig, engine);
  await rig.settle(engine);
  expect(await states(rig)).toEqual(['applied', 'apply-failed']);
  expect(await roster(rig)).toEqual(['rosa.lind@nic.xa', 'teo.amaral@nic.xa']);
  await sql`alter table persons drop constraint no_ines`.execute(rig.db);
  rig.advance('15m');
  await rig.settle(engine);
  expect(await states(rig)).toEqual(['applied', 'applied']);
  expect(await roster(rig)).toEqual(['rosa.lind@nic.xa', 'ines.sol@nic.xa']);
});
