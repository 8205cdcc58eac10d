/** A ccTLD that is taken over in small steps: the step that completes it is the event, through the whole engine. */

import { expect, test } from 'vitest';
import { readCctld } from '../../src/machines/words/cctld.ts';
import type { RegistryRecord } from '../../src/machines/words/registry.ts';
import { listCases } from '../../src/store/cases.ts';
import { listChanges } from '../../src/store/registry-changes.ts';
import { findRegistry } from '../../src/store/registry.ts';
import { record } from '../support/people.ts';
import { openRig } from '../support/rig.ts';
import { whoisAnswer } from '../support/whois-server.ts';

const FIRST: RegistryRecord = {
  ...record('xa', 'Xanadu Network Information Centre', 'admin@nic.xa'),
  nameServers: ['a.nic.xa', 'b.nic.xa'],
};
const MANAGER = { ...FIRST, organisation: 'Ministry of Communications' };
const HALF = { ...MANAGER, nameServers: ['a.gov.example', 'b.nic.xa'] };
const WHOLE = { ...MANAGER, nameServers: ['a.gov.example', 'b.gov.example'] };

test('a manager, and then one name server after the other, are a suspected redelegation', async () => {
  const rig = await openRig();
  const engine = rig.engine();
  const xa = readCctld('xa');
  if (xa === undefined) throw new Error('no ccTLD');
  const shows = async (shown: RegistryRecord): Promise<void> => {
    rig.whois.answers = new Map([[xa, whoisAnswer(shown)]]);
    await engine.registry.askOne(xa);
    await rig.settle(engine);
  };
  const isFrozen = async () => (await findRegistry(rig.db, xa))?.frozen !== undefined;
  await shows(FIRST);
  for (const step of [MANAGER, HALF, WHOLE]) {
    expect(await isFrozen()).toBe(false);
    rig.advance('2d');
    await shows(step);
    rig.advance('6h');
    await shows(step);
  }
  const history = await listChanges(rig.db, { cctld: xa, limit: 10 });
  expect(history.toReversed().map(({ verdict, score }) => `${verdict} ${score}`)).toEqual([
    'review 3',
    'details 3',
    'redelegation 5',
  ]);
  expect(await isFrozen()).toBe(true);
  const cases = await listCases(rig.db);
  expect(cases.map(({ kind, request }) => `${kind} ${request.moved?.verdict}`)).toEqual([
    'redelegation redelegation',
  ]);
  const alarm = await rig.letter('alarm-moved', 'b.gov.example');
  expect(alarm.to).toBe('val1@ccnso.example');
});
