/** The letter of the day as work that comes again. */

import { expect, it } from 'vitest';
import { startDigest } from '../../src/pipeline/digest.ts';
import { findJob } from '../../src/store/jobs.ts';
import { openRig } from '../support/rig.ts';

it('is due each morning, also after a clock that was ten years ahead; what was missed is sent late', async () => {
  const rig = await openRig();
  const due = async () =>
    (await findJob(rig.db, 'digest:validators'))?.run_at.toISOString().slice(0, 13);
  await startDigest(rig.db, rig.clock.now);
  expect(await due()).toBe('2026-11-22T06');
  await startDigest(rig.db, new Date('2026-12-24T09:00:00Z'));
  expect(await due()).toBe('2026-11-22T06');
  const today = rig.clock.now;
  rig.clock.now = new Date('2036-02-07T06:28:16Z');
  await rig.settle(rig.engine());
  expect(await due()).toBe('2036-02-08T06');
  await startDigest(rig.db, today);
  expect(await due()).toBe('2026-11-22T06');
});
