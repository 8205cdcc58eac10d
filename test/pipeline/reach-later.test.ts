/** Somebody whom mail does not reach gets a further place; and reports from Mailman, which carry no token. */

import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Address } from '../../src/machines/words/address.ts';
import type { Cctld } from '../../src/machines/words/cctld.ts';
import { sendExtra } from '../../src/pipeline/issue.ts';
import { listCases } from '../../src/store/cases.ts';
import { knownPersons } from '../../src/store/roster.ts';
import { settings } from '../support/facts.ts';
import { fillRoster } from '../support/fill-roster.ts';
import { entry } from '../support/issue-facts.ts';
import { rawMail } from '../support/mail-text.ts';
import { addMembers, addPostOf } from '../support/members.ts';
import { report } from '../support/reports.ts';
import { openRig, type Rig } from '../support/rig.ts';

const GONE = 'gone@nic.xa' as Address;
const ROSA = 'rosa@nic.xa' as Address;

const lostCasesOf = async ({ db }: Rig) =>
  (await listCases(db))
    .filter(({ kind }) => kind === 'unreachable')
    .map(({ cctld, state, requester }) => `${cctld} ${state} ${requester}`);

it('a further place of somebody out of reach is asked about, once, by whatever engine', async () => {
  const rig = await openRig();
  await addMembers(rig.db, [ROSA, GONE], rig.clock.now);
  rig.advance('1 hour');
  await rig.db
    .updateTable('persons')
    .set({ unreachable_since: rig.clock.now })
    .where('address', '=', GONE)
    .execute();
  const engine = rig.engine();
  await engine.registry.look('bb' as Cctld);
  await engine.idle();
  expect(await lostCasesOf(rig)).toEqual([]);
  rig.advance('1 day');
  await appointFor(rig, 'bb');
  expect(await knownPersons(rig.db, [GONE, ROSA])).toMatchObject([
    { address: GONE, cctlds: ['aa', 'bb'], unreachable: true },
    { address: ROSA, cctlds: ['aa'] },
  ]);
  await Promise.all([engine.idle(), rig.engine('two').idle()]);
  await engine.idle();
  expect(await lostCasesOf(rig)).toEqual([`bb awaiting-successor ${GONE}`]);
  // A Validator has closed it: it is not opened again.
  const closed = { state: 'rejected', closed_at: rig.clock.now };
  await rig.db.updateTable('cases').set(closed).where('kind', '=', 'unreachable').execute();
  await engine.idle();
  expect(await lostCasesOf(rig)).toEqual([`bb rejected ${GONE}`]);
});

/** The person out of reach is appointed for one more ccTLD. */
async function appointFor({ db, clock }: Rig, cctld: string): Promise<void> {
  const row = await db
    .selectFrom('appointments')
    .innerJoin('persons', 'persons.id', 'appointments.person_id')
    .select(['person_id', 'case_id'])
    .where('address', '=', GONE)
    .executeTakeFirstOrThrow();
  const place = { cctld, place: 1, is_primary: true, since: clock.now };
  const open = { ended_at: null, ended_reason: null, ended_by: null };
  await db
    .insertInto('appointments')
    .values({ ...row, ...place, ...open })
    .execute();
}

const MAILMAN = {
  TLDOPS_LIST_SERVER: 'mailman+http://admin:hunter2@127.0.0.1:26999',
  TLDOPS_MAILMAN_LMTP: 'lmtp://127.0.0.1:26998',
};

/** Mailman, or somebody who knows the Message-ID, reports that the mail did not reach this person. */
async function comesBack(rig: Rig, messageId: string, to: Address): Promise<string[]> {
  const engine = rig.engine();
  const envelopeFrom = `tld-ops-bounces+${to.replace('@', '=')}@lists.example`;
  const { subject, text, headers } = report({ to, messageId, envelopeFrom });
  await engine.accept.accept(
    rig.mail({
      from: 'mailer-daemon@relay.example',
      to: envelopeFrom,
      envelopeFrom: '',
      subject: subject ?? '',
      body: text ?? '',
      headers: headers as Record<string, string>,
    }),
  );
  await rig.settle(engine);
  const rows = await rig.db.selectFrom('bounces').select(['address', 'kind']).execute();
  return rows.map(({ address, kind }) => `${address} ${kind}`);
}

it.each([
  ['a post of Mailman, about a member', 'post-1@nic.xa', GONE, [`${GONE} mailbox-gone`]],
  ['a post of Mailman, about a stranger', 'post-1@nic.xa', 'mallory@attacker.example', []],
  ['a post that Mailman never had', 'post-2@nic.xa', GONE, []],
] as const)('%s', async (_, messageId, to, expected) => {
  const rig = await openRig({ env: MAILMAN });
  await addMembers(rig.db, [ROSA, GONE], rig.clock.now);
  rig.advance('1 minute');
  const id = 'post-1@nic.xa';
  const raw = rawMail({ from: ROSA, headers: { 'Message-ID': `<${id}>` } });
  const post = { author: ROSA, tlp: 'GREEN', messageId: id } as const;
  await addPostOf(rig.db, raw, post, rig.clock.now);
  expect(await comesBack(rig, messageId, to as Address)).toEqual(expected);
});

it('about an issue nobody is believed without a token: Mailman sends none, and all know its Message-ID', async () => {
  const rig = await openRig({ env: MAILMAN });
  await fillRoster(rig.db, [entry('xa', ROSA, { primary: true }), entry('xa', GONE)]);
  const names = { list: 'tld-ops', domain: 'lists.example' };
  const now = () => rig.clock.now;
  await sendExtra({ db: rig.db, names, settings: settings(), now, random: randomBytes });
  const { message_id: messageId } = await rig.db
    .selectFrom('broadcasts')
    .select('message_id')
    .where('kind', '=', 'issue')
    .executeTakeFirstOrThrow();
  expect(await comesBack(rig, messageId, GONE)).toEqual([]);
});
