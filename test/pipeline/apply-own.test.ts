/** An SSC's own change at the moment when it is made: trouble with the list, and a freeze in between. */

import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { verifyAudit } from '../../src/store/audit.ts';
import { listCases } from '../../src/store/cases.ts';
import { freeze, unfreeze } from '../../src/store/registry.ts';
import { readRoster } from '../../src/store/roster.ts';
import { cctld } from '../support/facts.ts';
import { openRig, type Rig } from '../support/rig.ts';

type Engine = ReturnType<Rig['engine']>;

const XA = cctld('xa');
const REQUEST = 'tld-ops-request@lists.example';

/** Rosa and Téo are on the list of .xa, and Rosa has asked for this. */
async function asked(rig: Rig, engine: Engine, line: string): Promise<void> {
  await engine.accept.accept(rig.request('xa'));
  await rig.settle(engine);
  await engine.accept.accept(rig.answer(await rig.letter('queue'), 'APPROVE 1001 .xa'));
  await rig.settle(engine);
  await engine.accept.accept(rig.mail({ from: 'rosa.lind@nic.xa', to: REQUEST, body: line }));
  await rig.settle(engine);
}

async function confirm(rig: Rig, engine: Engine): Promise<void> {
  await engine.accept.accept(rig.answer(await rig.letter('own-challenge'), 'CONFIRM'));
  await rig.settle(engine);
}

const own = async (rig: Rig) => (await listCases(rig.db)).find(({ id }) => id === 1002);
const phones = async (rig: Rig) => (await readRoster(rig.db))[0]?.phones.map(({ e164 }) => e164);
const count = async (rig: Rig, letter: string) =>
  (await rig.letters()).filter(({ name }) => name === letter).length;

it('a list that cannot be changed is told once a day, tried again, and mends itself', async () => {
  const rig = await openRig();
  const engine = rig.engine();
  await asked(rig, engine, 'change phone +44 20 7946 0811');
  await sql`alter table persons add constraint no_more check (phones::text not like '%0811%')`.execute(
    rig.db,
  );
  await confirm(rig, engine);
  expect((await own(rig))?.state).toBe('apply-failed');
  for (let tries = 0; tries < 4; tries += 1) {
    rig.advance('15m');
    await rig.settle(engine);
  }
  expect(await count(rig, 'alarm-own')).toBe(1);
  expect(await phones(rig)).toEqual(['+12025550112']);
  await sql`alter table persons drop constraint no_more`.execute(rig.db);
  rig.advance('15m');
  await rig.settle(engine);
  expect((await own(rig))?.state).toBe('applied');
  expect(await phones(rig)).toEqual(['+442079460811']);
  expect((await verifyAudit(rig.db)).broken).toBeUndefined();
});

it.each([
  ['change phone +44 20 7946 0811', 2],
  ['leave .xa', 1],
])('"%s" waits behind a freeze, says so once, and goes on', async (line, people) => {
  const rig = await openRig();
  const engine = rig.engine();
  await asked(rig, engine, line);
  await rig.db.transaction().execute((trx) => freeze(trx, XA, 'test', 'a test', rig.clock.now));
  await confirm(rig, engine);
  for (let tries = 0; tries < 3; tries += 1) {
    rig.advance('1h');
    await rig.settle(engine);
  }
  expect(await own(rig)).toMatchObject({ state: 'applying', waiting: 'frozen' });
  expect(await readRoster(rig.db)).toHaveLength(2);
  expect([await count(rig, 'own-ended'), await count(rig, 'alarm-own')]).toEqual([1, 1]);
  await rig.db.transaction().execute((trx) => unfreeze(trx, XA));
  rig.advance('1h');
  await rig.settle(engine);
  expect((await own(rig))?.state).toBe('applied');
  expect(await readRoster(rig.db)).toHaveLength(people);
});

it('who was taken off the list meanwhile is told that nothing was changed', async () => {
  const rig = await openRig();
  const engine = rig.engine();
  await asked(rig, engine, 'change name Rosalind Lind');
  await sql`update appointments set ended_at = now(), ended_reason = 'test' where is_primary`.execute(
    rig.db,
  );
  await confirm(rig, engine);
  expect((await own(rig))?.state).toBe('superseded');
  expect((await rig.letter('own-ended')).mail.text).toContain('cannot be done any more');
});
