/** Who comes to Mailman and leaves it, where Mailman is slow, refuses, or an engine dies in between. */

import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { followMember } from '../../src/pipeline/apply.ts';
import { readListServer } from '../../src/pipeline/list-server-place.ts';
import { mailmanListServer } from '../../src/pipeline/mailman.ts';
import type { MailmanPlace } from '../../src/pipeline/mailman-rest.ts';
import { reconcile, startReconcile } from '../../src/pipeline/reconcile.ts';
import { listCases } from '../../src/store/cases.ts';
import { claimJob, type Job, LeaseLost, listJobs } from '../../src/store/jobs.ts';
import { followAddress } from '../../src/store/members.ts';
import { markUnreachable } from '../../src/store/reach.ts';
import { address, settings } from '../support/facts.ts';
import { type FarMailman, startFarMailman } from '../support/far-mailman.ts';
import { fillRoster } from '../support/fill-roster.ts';
import { entry } from '../support/issue-facts.ts';
import { form, record } from '../support/people.ts';
import { openRig, type Rig } from '../support/rig.ts';
import { whoisAnswer } from '../support/whois-server.ts';

const TEO = address('teo.amaral@nic.xa');
const BOTH = ['rosa.lind@nic.xa', 'teo.amaral@nic.xa'];

const THREE = [
  form('xa'),
  '',
  'Contact 3',
  'First name: Inês',
  'Last name: Pinto',
  'E-mail: ines.pinto@nic.xa',
  'Phone: +1 202 555 0114',
].join('\n');

const listServerOf = ({ place }: FarMailman) =>
  mailmanListServer(readListServer(place) as MailmanPlace, {
    list: 'tld-ops',
    domain: 'lists.example',
  });
const held = (far: FarMailman) => [...far.held.keys()].toSorted();
const waiting = async (rig: Rig) => (await listJobs(rig.db)).map(({ key }) => key);

async function begin() {
  const far = await startFarMailman();
  const rig = await openRig({ env: { TLDOPS_LIST_SERVER: far.place } });
  return { far, rig, engine: rig.engine() };
}

/** A request of .xa, approved by its only Validator. */
async function approved(rig: Rig, engine: ReturnType<Rig['engine']>, body?: string) {
  await engine.accept.accept(rig.request('xa', body === undefined ? {} : { body }));
  await rig.settle(engine);
  const letters = (await rig.letters()).filter(({ name }) => name === 'queue');
  const letter = letters.at(-1);
  if (letter === undefined) throw new Error('nothing is queued');
  const command = /APPROVE \d+ \.xa/.exec(letter.mail.text)?.[0] ?? '';
  await engine.accept.accept(rig.answer(letter, command));
}

it('an update of the ccTLD does not bring back whom mail does not reach', async () => {
  const { far, rig, engine } = await begin();
  await approved(rig, engine);
  await rig.settle(engine);
  expect(held(far)).toEqual(BOTH);
  await rig.db.transaction().execute((trx) => markUnreachable(trx, TEO, rig.clock.now));
  await rig.settle(engine);
  expect(held(far)).toEqual(['rosa.lind@nic.xa']);
  rig.advance('1h');
  await approved(rig, engine, THREE);
  await rig.settle(engine);
  expect(held(far)).toEqual(['ines.pinto@nic.xa', 'rosa.lind@nic.xa']);
});

it('who is in Mailman though mail does not reach them is taken off by the comparison, once', async () => {
  const { far, rig } = await begin();
  const listServer = listServerOf(far);
  const now = () => rig.clock.now;
  const { db } = rig;
  const deps = { db, listServer, now, random: randomBytes, domain: 'lists.example' };
  const compare = async () => {
    await startReconcile(db, now());
    const job = await claimJob(db, 'one', now());
    if (job === undefined) throw new Error('no comparison is due');
    await reconcile({ ...deps, settings: settings() }, job);
    return (await waiting(rig)).filter((key) => key.startsWith('member:'));
  };
  await fillRoster(db, [entry('xa', TEO)]);
  await listServer.prepare();
  await listServer.ensure({ address: TEO, name: 'Téo Amaral' });
  expect(await compare()).toEqual([]);
  await db.updateTable('persons').set({ unreachable_since: now() }).execute();
  expect(await compare()).toEqual([`member:${TEO}`]);
  await followMember(deps, (await claimJob(db, 'one', now())) as Job);
  expect(held(far)).toEqual([]);
  // A Mailman that says that it has, and has not, is not asked each minute.
  rig.advance('1m');
  expect(await compare()).toEqual([]);
  far.held.set(TEO, 'Téo Amaral');
  expect(await compare()).toEqual([`member:${TEO}`]);
  await db.deleteFrom('jobs').where('kind', '=', 'member').execute();
  rig.advance('1m');
  expect(await compare()).toEqual([]);
  expect(await db.selectFrom('letters').select('name').execute()).toEqual([]);
});

it('a slow drop does not take off who has come back meanwhile', async () => {
  const { far, rig } = await begin();
  const { db } = rig;
  const deps = { db, listServer: listServerOf(far), now: () => rig.clock.now };
  const follow = async (worker: string) => {
    const job = await claimJob(db, worker, rig.clock.now);
    if (job === undefined) throw new Error('nothing is due');
    return followMember(deps, job);
  };
  far.held.set(TEO, 'Téo Amaral');
  const [begun, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  far.before = async ({ method }) => {
    if (method !== 'DELETE') return;
    begun.resolve();
    await gate.promise;
  };
  await followAddress(db, TEO, rig.clock.now);
  const first = follow('one');
  await begun.promise;
  await fillRoster(db, [entry('xa', TEO)]);
  await followAddress(db, TEO, rig.clock.now);
  await follow('two');
  gate.resolve();
  await expect(first).rejects.toBeInstanceOf(LeaseLost);
  expect(held(far)).toEqual([]);
  // Not at once: another one may still be at it, and two must not take the work from each other for ever.
  expect(await claimJob(db, 'one', rig.clock.now)).toBeUndefined();
  rig.advance('1m');
  await follow('one');
  expect(held(far)).toEqual([TEO]);
  expect(await waiting(rig)).toEqual([]);
});

it.each([
  ['the Admin Contact objects', 'objected', objection],
  ['there is another Admin Contact', 'challenged', anotherAnchor],
  ['all is well', 'applied', async () => undefined],
] as const)(
  'who was let in by an engine that died then stays only with the change: %s',
  async (_what, state, event) => {
    const { far, rig, engine } = await begin();
    await approved(rig, engine);
    await engine.work();
    // Mailman had said yes to both; the change was not committed, and the lease still runs.
    expect(await claimJob(rig.db, 'dead', rig.clock.now)).toMatchObject({ kind: 'apply' });
    for (const one of BOTH) far.held.set(one, 'Let in');
    await event(rig, engine);
    await rig.settle(engine);
    rig.advance('61s');
    await rig.settle(engine);
    rig.advance('7h');
    await engine.idle();
    await rig.settle(engine);
    // The first case: another Admin Contact at another domain is looked at in a case of its own.
    expect((await listCases(rig.db))[0]?.state).toBe(state);
    expect(held(far)).toEqual(state === 'applied' ? BOTH : []);
  },
);

async function objection(rig: Rig, engine: ReturnType<Rig['engine']>): Promise<void> {
  await engine.accept.accept(rig.answer(await rig.letter('traced'), 'REJECT'));
}

async function anotherAnchor(rig: Rig): Promise<void> {
  rig.whois.answers = () => whoisAnswer(record('xa', 'Registry of xa', 'new@gov.example'));
}
