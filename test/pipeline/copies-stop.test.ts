/** What comes between a post and its copies: members who leave, and an author who never wrote it. */

import { randomBytes } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSink } from '../../src/demo/sink.ts';
import type { Engine } from '../../src/engine.ts';
import { addCopies, addIssueBroadcast } from '../../src/store/broadcasts.ts';
import { listJobs } from '../../src/store/jobs.ts';
import { membersToMail } from '../../src/store/members.ts';
import { releaseMail } from '../../src/store/quarantine.ts';
import { type Fuse, withFuse } from '../model/fuse.ts';
import { copiesAt, isForgotten, MEMBERS, NAMES, openList, readers } from '../support/list-rig.ts';
import { addMembers, memberAddresses } from '../support/members.ts';
import { type Letter, openRig, type Rig, type RigOptions } from '../support/rig.ts';

const [ANA = '', ROSA = '', TEO = ''] = MEMBERS;
const alarms = (rig: Rig) => rig.caught.filter(({ raw }) => raw.includes('Letter: alarm-'));

const person = (rig: Rig, address: string) =>
  rig.db.updateTable('persons').where('address', '=', address);

async function leave(rig: Rig, address: string): Promise<void> {
  const whose = rig.db.selectFrom('persons').select('id').where('address', '=', address);
  await rig.db
    .updateTable('appointments')
    .set({ ended_at: rig.clock.now, ended_reason: 'left' })
    .where('person_id', 'in', whose)
    .execute();
}

const WAYS: [string, (rig: Rig) => Promise<unknown>][] = [
  ['left the list', (rig) => leave(rig, TEO)],
  ['has another address', (rig) => person(rig, TEO).set({ address: 'teo@nic.xc' }).execute()],
  [
    'cannot be reached',
    (rig) => person(rig, TEO).set({ unreachable_since: rig.clock.now }).execute(),
  ],
];

it.each(WAYS)(
  'whoever %s while a post waits gets no copy, and nobody is alarmed',
  async (_, end) => {
    const rig = await openList();
    const engine = rig.engine();
    await rig.relayDown();
    await rig.settle(engine);
    await end(rig);
    rig.advance('2 days');
    await rig.relayUp();
    await rig.settle(engine);
    expect(readers(rig)).toEqual([ANA, ROSA]);
    expect((await copiesAt(rig)).map((copy) => copy.kept_back)).toEqual([
      null,
      null,
      'not-on-list',
    ]);
    expect(alarms(rig)).toEqual([]);
    expect(await isForgotten(rig)).toBe(true);
  },
);

it('nor does whoever leaves when the copies are half sent: the relay gets no end of the message', async () => {
  const rig = await openList();
  const fuse: Fuse = { left: undefined, stall: undefined };
  const engine = rig.engine('one', withFuse(rig.db, fuse));
  await engine.work();
  let asked = 0;
  rig.refuse = (to) => {
    if (to === TEO) asked += 1;
    // The next question of the engine to the database is the one before the end of the message.
    if (to === TEO) fuse.stall = { left: 0, held: () => leave(rig, TEO) };
    return undefined;
  };
  await rig.settle(engine);
  expect([readers(rig), asked]).toEqual([[], 1]);
  rig.advance('1s');
  await rig.settle(engine);
  expect([readers(rig), asked]).toEqual([[ANA, ROSA], 1]);
  expect(alarms(rig)).toEqual([]);
});

it('nor does it get the contact list, which holds the data of everybody', async () => {
  const rig = await openRig();
  await addMembers(rig.db, MEMBERS, rig.clock.now);
  await rig.db.transaction().execute(async (trx) => {
    const { id: issueId } = await trx
      .insertInto('issues')
      .values({ period: 'month 2026-11', made_at: rig.clock.now, digest: 'x', roster: '[]' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const by = { random: randomBytes, names: NAMES };
    const issue = { issueId, tlp: 'AMBER', messageId: 'issue@lists.example' } as const;
    const id = await addIssueBroadcast(trx, issue, by, rig.clock.now);
    const content = Buffer.from('List-Id: <tld-ops.lists.example>\r\n\r\nAll of it\r\n');
    const addresses = await membersToMail(trx);
    await addCopies(trx, id, [{ content, addresses }], by, rig.clock.now);
  });
  await leave(rig, TEO);
  await rig.settle(rig.engine());
  expect(readers(rig)).toEqual([ANA, ROSA]);
});

it('the one copy for Mailman is for nobody on the list, and goes', async () => {
  const door = await startSink();
  onTestFinished(() => door.close());
  const env = {
    TLDOPS_LIST_SERVER: 'mailman+http://admin:hunter2@127.0.0.1:9',
    TLDOPS_MAILMAN_LMTP: `lmtp://127.0.0.1:${door.port}`,
  };
  const rig = await openList(MEMBERS, { env });
  await rig.settle(rig.engine());
  expect(door.caught.map(({ recipients }) => recipients)).toEqual([['tld-ops@lists.example']]);
  expect(await isForgotten(rig)).toBe(true);
});

/** A forged post that is held; its author is asked. */
async function forged(members: readonly string[], options: RigOptions = {}) {
  const rig = await openRig(options);
  await addMembers(rig.db, members, rig.clock.now);
  const engine = rig.engine();
  const mail = {
    from: members[0] ?? '',
    to: 'tld-ops@lists.example',
    body: 'Call +1 900 555 0100.',
  };
  await engine.accept.accept(rig.mail({ ...mail, subject: 'TLP:GREEN Urgent' }));
  await rig.settle(engine);
  return { rig, engine, letter: await rig.letter('post-ask') };
}

async function answer(rig: Rig, engine: Engine, letter: Letter, word: string): Promise<string> {
  await engine.accept.accept(rig.answer(letter, word));
  await rig.settle(engine);
  return (await rig.outcomes()).at(-1) ?? '';
}

const words = async (rig: Rig, name: string) =>
  (await rig.letter(name)).mail.text.replaceAll(/\s+/g, ' ');

describe('REJECT of a post that was released', () => {
  it('stops it while nobody has it', async () => {
    const { rig, engine, letter } = await forged(MEMBERS);
    await rig.relayDown();
    await releaseMail(rig.db, 1, rig.clock.now);
    await rig.settle(engine);
    expect(await answer(rig, engine, letter, 'REJECT')).toBe('advanced post-denied');
    rig.advance('1h');
    await rig.relayUp();
    await rig.settle(engine);
    expect(readers(rig)).toEqual([]);
    expect(await words(rig, 'alarm-post')).toContain('was stopped. Nobody on the list has got it.');
    expect((await rig.outcomes())[0]).toBe('refused post-denied');
    expect((await copiesAt(rig)).map((copy) => copy.kept_back)).toEqual(
      MEMBERS.map(() => 'stopped'),
    );
    expect(await isForgotten(rig)).toBe(true);
    expect((await listJobs(rig.db)).filter(({ kind }) => kind !== 'timer')).toEqual([]);
    expect(await releaseMail(rig.db, 1, rig.clock.now)).toBe(false);
    expect(await answer(rig, engine, letter, 'CONFIRM')).toBe('answered token-replaced');
  });

  it('stops it for those who do not have it, and says how many do', async () => {
    const { rig, engine, letter } = await forged(memberAddresses(150));
    rig.refuse = (to) => (to === 'm3@nic.xc' || to > 'm9' ? '450 4.2.0 later' : undefined);
    await releaseMail(rig.db, 1, rig.clock.now);
    await rig.settle(engine);
    const before = readers(rig);
    rig.refuse = () => undefined;
    expect(await answer(rig, engine, letter, 'REJECT')).toBe('advanced post-denied');
    rig.advance('1h');
    await rig.settle(engine);
    expect(readers(rig)).toEqual(before);
    const said = `We stopped it. Of 150 people, ${before.length} had got it before. Please tell`;
    expect(await words(rig, 'alarm-post')).toContain(said);
  });

  it('says so where nobody knows', async () => {
    const { rig, engine, letter } = await forged(MEMBERS);
    rig.atEnd = ({ raw }) => (raw.includes('List-Id') ? { keep: true } : undefined);
    await releaseMail(rig.db, 1, rig.clock.now);
    await rig.settle(engine);
    rig.atEnd = () => undefined;
    await answer(rig, engine, letter, 'REJECT');
    rig.advance('1h');
    await rig.settle(engine);
    expect(readers(rig)).toEqual(MEMBERS);
    expect(await words(rig, 'alarm-post')).toMatch(
      /stopped it\. Something broke while it was sent/,
    );
    expect((await copiesAt(rig)).map(({ doubtful }) => doubtful)).toEqual([true, true, true]);
  });

  it('stops it while DNS does not say whether it may go', async () => {
    const { rig, engine, letter } = await forged(MEMBERS);
    rig.dns.set('nic.xb', { TXT: ['v=spf1 include:away.example -all'] });
    rig.dns.set('_dmarc.nic.xb', { TXT: ['v=DMARC1; p=reject'] });
    rig.dns.fail.add('away.example');
    await releaseMail(rig.db, 1, rig.clock.now);
    // It asks DNS anew, and gets no answer.
    await rig.settle(rig.engine('two'));
    expect((await rig.outcomes())[0]).toContain('pending');
    rig.dns.fail.delete('away.example');
    rig.dns.set('nic.xb', { TXT: ['v=spf1 ip4:192.0.2.10 -all'] });
    expect(await answer(rig, rig.engine('three'), letter, 'REJECT')).toBe('advanced post-denied');
    rig.advance('1 day');
    await rig.settle(engine);
    expect(readers(rig)).toEqual([]);
    expect((await rig.outcomes())[0]).toBe('refused post-denied');
    expect(await words(rig, 'alarm-post')).toContain('was stopped. Nobody on the list has got it.');
  });

  it('and CONFIRM of one that is on its way says that it is', async () => {
    const { rig, engine, letter } = await forged(MEMBERS);
    await rig.relayDown();
    await releaseMail(rig.db, 1, rig.clock.now);
    await rig.settle(engine);
    expect(await answer(rig, engine, letter, 'CONFIRM')).toBe('answered token-used');
    await rig.relayUp();
    rig.advance('1h');
    await rig.settle(engine);
    expect(await words(rig, 'post-again')).toContain('is on its way to everybody already');
  });
});
