/** What follows when letters and copies do not reach somebody, without any mail about it. */

import { expect, it } from 'vitest';
import type { Address } from '../../src/machines/words/address.ts';
import type { BounceKind } from '../../src/machines/words/bounce.ts';
import { addBounce } from '../../src/store/bounces.ts';
import { listCases } from '../../src/store/cases.ts';
import { findJob } from '../../src/store/jobs.ts';
import { membersToMail } from '../../src/store/members.ts';
import { listReach } from '../../src/store/reach.ts';
import { rawMail } from '../support/mail-text.ts';
import { addMembers, addPostOf } from '../support/members.ts';
import { openRig, type Rig } from '../support/rig.ts';

const GONE = 'gone@nic.xa' as Address;
const ROSA = 'rosa@nic.xa' as Address;

/** A post went to both, and its copy to the one came back for this reason. */
async function postCameBack(rig: Rig, kind: BounceKind): Promise<void> {
  await addMembers(rig.db, [ROSA, GONE], rig.clock.now);
  rig.advance('1 minute');
  const messageId = 'post-1@nic.xa';
  const raw = rawMail({ from: ROSA, headers: { 'Message-ID': `<${messageId}>` } });
  const at = rig.clock.now;
  await addPostOf(rig.db, raw, { author: ROSA, tlp: 'GREEN', messageId }, at);
  const note = { broadcastId: 1, address: GONE, kind };
  await rig.db.transaction().execute((trx) => addBounce(trx, note, undefined, at));
}

it('a relay that refuses the letter for good is its report', async () => {
  const rig = await openRig();
  const engine = rig.engine();
  await postCameBack(rig, 'mailbox-gone');
  rig.refuse = (to) => (to === GONE ? '550 5.1.1 <gone@nic.xa>: User unknown' : undefined);
  await rig.settle(engine);
  for (const pause of ['1 day', '2 days'] as const) {
    expect(await membersToMail(rig.db)).toContain(GONE);
    rig.advance(pause);
    await rig.settle(engine);
  }
  expect(await membersToMail(rig.db)).toEqual([ROSA]);
  const [reach] = await listReach(rig.db);
  expect(reach).toMatchObject({ address: GONE, cctlds: ['aa'] });
  expect(reach?.returned.map(({ kind }) => kind)).toEqual(Array(3).fill('mailbox-gone'));
  expect((await listCases(rig.db)).filter(({ kind }) => kind === 'unreachable')).toMatchObject([
    {
      state: 'awaiting-successor',
      cctld: 'aa',
      requester: GONE,
      anchor: 'admin@registry-aa.example',
    },
  ]);
  const letters = (await rig.letters()).map(({ name, to }) => `${name} to ${to}`);
  expect(letters.filter((one) => one.includes('undelivered'))).toEqual([]);
});

it('a relay that refuses it by its rules says nothing about the mailbox', async () => {
  const rig = await openRig();
  const engine = rig.engine();
  await postCameBack(rig, 'mailbox-gone');
  rig.refuse = (to) => (to === GONE ? '554 5.7.1 Relay access denied' : undefined);
  await rig.settle(engine);
  rig.advance('1 day');
  await rig.settle(engine);
  rig.advance('60 days');
  await rig.settle(engine);
  expect(await membersToMail(rig.db)).toContain(GONE);
});

it('a copy that the relay refuses is no report', async () => {
  const rig = await openRig();
  const engine = rig.engine();
  await postCameBack(rig, 'policy');
  rig.refuse = (to) => (to === GONE ? '550 5.1.1 User unknown' : undefined);
  await rig.settle(engine);
  expect(await findJob(rig.db, `probe:${GONE}`)).toBeUndefined();
  expect((await listReach(rig.db)).map(({ returned }) => returned.length)).toEqual([1]);
});

it('a report that comes while the letter is on its way neither hurries nor delays anything', async () => {
  const rig = await openRig();
  await postCameBack(rig, 'mailbox-full');
  const first = await findJob(rig.db, `probe:${GONE}`);
  rig.advance('3 hours');
  const note = { broadcastId: 1, address: GONE, kind: 'mailbox-gone' } as const;
  await rig.db.transaction().execute((trx) => addBounce(trx, note, undefined, rig.clock.now));
  const second = await findJob(rig.db, `probe:${GONE}`);
  expect(second?.run_at).toEqual(first?.run_at);
});
