/** The comparison as work that comes again: when it is due, and that the built-in list server never differs. */

import { expect, it } from 'vitest';
import { compareSoon, startReconcile } from '../../src/pipeline/reconcile.ts';
import { findJob } from '../../src/store/jobs.ts';
import { addMembers } from '../support/members.ts';
import { openRig, type Rig } from '../support/rig.ts';

const KEY = 'list:reconcile';
const due = async ({ db }: Rig) => (await findJob(db, KEY))?.run_at.toISOString();

it('is due at the start, then at three in the morning, and soon after a change', async () => {
  const rig = await openRig();
  await startReconcile(rig.db, rig.clock.now);
  expect(await due(rig)).toBe('2026-11-21T09:00:00.000Z');
  await rig.settle(rig.engine());
  expect(await due(rig)).toBe('2026-11-22T03:00:00.000Z');
  await compareSoon(rig.db, rig.clock.now);
  expect(await due(rig)).toBe('2026-11-21T09:01:00.000Z');
  // What is due before stays so, whatever changes meanwhile.
  rig.advance('30s');
  await compareSoon(rig.db, rig.clock.now);
  expect(await due(rig)).toBe('2026-11-21T09:01:00.000Z');
  rig.advance('1m');
  await rig.settle(rig.engine());
  expect(await due(rig)).toBe('2026-11-22T03:00:00.000Z');
  // The start of another engine.
  await startReconcile(rig.db, rig.clock.now);
  expect(await due(rig)).toBe('2026-11-21T09:01:30.000Z');
});

it('finds nothing with the built-in list server, also where somebody cannot be reached', async () => {
  const rig = await openRig();
  await addMembers(rig.db, ['ana@nic.xa', 'ben@nic.xb'], rig.clock.now);
  await rig.db
    .updateTable('persons')
    .set({ unreachable_since: rig.clock.now })
    .where('address', '=', 'ben@nic.xb')
    .execute();
  await startReconcile(rig.db, rig.clock.now);
  await rig.settle(rig.engine());
  expect(rig.caught).toEqual([]);
});

it('waits for a Mailman that is not there, and tells the Validators once', async () => {
  const env = { TLDOPS_LIST_SERVER: 'mailman+http://admin:hunter2@127.0.0.1:26999' };
  const rig = await openRig({ env });
  const engine = rig.engine();
  await startReconcile(rig.db, rig.clock.now);
  for (let quarter = 0; quarter < 8; quarter += 1) {
    await rig.settle(engine);
    rig.advance('15m');
  }
  expect((await rig.letters()).map(({ name, to }) => `${name} to ${to}`)).toEqual([
    'list-away to val1@ccnso.example',
  ]);
  expect(rig.caught[0]?.raw).not.toContain('hunter2');
});
