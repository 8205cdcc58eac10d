/** An engine and its world with people on the list, and a post that is on its way to them. */

import type { Address } from '../../src/machines/words/address.ts';
import { rawMail } from './mail-text.ts';
import { addMembers, addPostOf } from './members.ts';
import { openRig, type Rig, type RigOptions } from './rig.ts';

export const NAMES = { list: 'tld-ops', domain: 'lists.example' };
const ROSA = 'rosa.lind@nic.xa';
export const MEMBERS = ['ana@nic.xb', ROSA, 'teo@isp.example'];
export const POST = { author: ROSA as Address, tlp: 'AMBER', messageId: 'post-1@nic.xa' } as const;

export function post(over: Parameters<typeof rawMail>[0] = {}): Buffer {
  return rawMail({
    from: `Rosa Lind <${ROSA}>`,
    to: 'tld-ops@lists.example',
    subject: 'Phishing against .xa',
    body: 'Dear all,\n\nplease look at your logs.\n',
    ...over,
    headers: { 'Message-ID': '<post-1@nic.xa>', ...over.headers },
  });
}

/** A list with these members, and a post to it that nobody has touched yet. */
export async function openList(
  members: readonly string[] = MEMBERS,
  options: RigOptions = {},
  raw = post(),
): Promise<Rig> {
  const rig = await openRig(options);
  if (members.length > 0) await addMembers(rig.db, members, rig.clock.now);
  await addPostOf(rig.db, raw, POST, rig.clock.now);
  return rig;
}

/** Who got a copy, each as often as they got it. */
export const readers = (rig: Rig) =>
  copiesIn(rig)
    .flatMap(({ recipients }) => recipients)
    // The sink keeps octets.
    .map((address) => Buffer.from(address, 'latin1').toString())
    .toSorted();
export const copiesIn = (rig: Rig) => rig.caught.filter(({ raw }) => /^List-Id: /m.test(raw));
export const copiesAt = (rig: Rig) =>
  rig.db.selectFrom('copies').selectAll().orderBy('address').execute();
export const broadcast = (rig: Rig) =>
  rig.db.selectFrom('broadcasts').selectAll().executeTakeFirstOrThrow();
export const alarm = async (rig: Rig) =>
  (await rig.letter('alarm-copies')).mail.text.replaceAll(/\s+/g, ' ');

export async function isForgotten(rig: Rig): Promise<boolean> {
  const { done_at: done, secret } = await broadcast(rig);
  const secrets = (await copiesAt(rig)).filter((copy) => copy.secret !== null);
  const editions = await rig.db.selectFrom('editions').select('number').execute();
  return done !== null && secret === null && secrets.length === 0 && editions.length === 0;
}
