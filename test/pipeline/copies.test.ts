/** Posts from the decision to the relay: each member one copy, whatever breaks. */

import { expect, it } from 'vitest';
import type { Address } from '../../src/machines/words/address.ts';
import { addMembers, addPostOf } from '../support/members.ts';
import { rawMail } from '../support/mail-text.ts';
import { openRig } from '../support/rig.ts';

const ROSA = 'rosa.lind@nic.xa';
const MEMBERS = [ROSA, 'teo@isp.example', 'ana@nic.xb'];
const POST = { author: ROSA as Address, tlp: 'AMBER', messageId: 'post-1@nic.xa' } as const;

function post(over: Parameters<typeof rawMail>[0] = {}): Buffer {
  return rawMail({
    from: `Rosa Lind <${ROSA}>`,
    to: 'tld-ops@lists.example',
    subject: 'Phishing against .xa',
    body: 'Dear all,\n\nplease look at your logs.\n',
    ...over,
    headers: { 'Message-ID': '<post-1@nic.xa>', ...over.headers },
  });
}

it('a post goes to each member once, with a sender that names the member', async () => {
  const rig = await openRig();
  await addMembers(rig.db, MEMBERS, rig.clock.now);
  await addPostOf(rig.db, post(), POST, rig.clock.now);
  await rig.settle(rig.engine());
  expect(rig.caught.flatMap(({ recipients }) => recipients).toSorted()).toEqual(MEMBERS.toSorted());
  const [first] = rig.caught;
  expect(first?.envelopeFrom).toMatch(
    /^tld-ops-bounces\+[a-z0-9]{26}\+ana=nic\.xb@lists\.example$/,
  );
  expect(first?.raw).toContain('List-Id: TLD-OPS <tld-ops.lists.example>\r\n');
  expect(first?.raw).toContain('X-TLP: AMBER\r\n');
  expect(first?.raw).toContain('\r\n\r\nDear all,\r\n\r\nplease look at your logs.\r\n');
});
