/** Posts from the decision to the relay: each member one copy, whatever breaks. */

import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { readRecipient } from '../../src/machines/words/list-address.ts';
import { hashToken } from '../../src/machines/words/token.ts';
import { type CopiesDeps, handOverCopies } from '../../src/pipeline/copies.ts';
import { claimJob, LeaseLost, listJobs } from '../../src/store/jobs.ts';
import { settings } from '../support/facts.ts';
import {
  alarm,
  broadcast,
  copiesAt,
  copiesIn,
  isForgotten,
  MEMBERS,
  NAMES,
  openList,
  post,
  POST,
  readers,
} from '../support/list-rig.ts';
import { addPostOf, memberAddresses } from '../support/members.ts';

it('a post goes to each member once, with a sender that names the member', async () => {
  const rig = await openList();
  await rig.settle(rig.engine());
  expect(readers(rig)).toEqual(MEMBERS);
  const [first] = rig.caught;
  const { bounce_sha256: digest } = await broadcast(rig);
  const sender = readRecipient(first?.envelopeFrom ?? '', NAMES);
  expect(sender).toMatchObject({ service: 'bounces', member: MEMBERS[0] });
  expect(hashToken(sender?.token ?? '')).toBe(digest);
  expect(first?.raw).toContain('List-Id: TLD-OPS <tld-ops.lists.example>\r\n');
  expect(first?.raw).toContain('X-TLP: AMBER\r\n');
  expect(first?.raw).toContain('\r\n\r\nDear all,\r\n\r\nplease look at your logs.\r\n');
  expect(await isForgotten(rig)).toBe(true);
  expect(await listJobs(rig.db)).toEqual([]);
  expect(await copiesAt(rig)).toMatchObject(
    MEMBERS.map((address) => ({ address, relay_reply: '250 2.0.0 kept', doubtful: false })),
  );
});

it('members go in batches of a hundred; whose name does not fit into a sender goes alone', async () => {
  const long = [`${'l'.repeat(30)}@nic.xa`, 'ünal@nic.xb'];
  const members = [...memberAddresses(210), ...long];
  const rig = await openList(members);
  await rig.settle(rig.engine());
  expect(readers(rig)).toEqual(members.toSorted());
  const copies = copiesIn(rig);
  const locals = copies.map(({ envelopeFrom }) => envelopeFrom.split('@')[0] ?? '');
  expect(locals.filter((local) => local.length > 64)).toEqual([]);
  const alone = copies.filter(
    ({ recipients }) => !memberAddresses(210).some((one) => one === recipients[0]),
  );
  const own = alone.map(({ envelopeFrom }) => readRecipient(envelopeFrom, NAMES));
  expect(own.map((sender) => sender?.member)).toEqual([undefined, undefined]);
  const digests = (await copiesAt(rig)).flatMap(({ bounce_sha256: one }) => one ?? []);
  expect(own.map((sender) => hashToken(sender?.token ?? '')).toSorted()).toEqual(
    digests.toSorted(),
  );
  expect(new Set((await copiesAt(rig)).map(({ batch }) => batch)).size).toBe(4);
});

it('a relay without VERP gets a transaction for each, with a token of its own', async () => {
  const rig = await openList(MEMBERS, { verp: false });
  await rig.settle(rig.engine());
  expect(readers(rig)).toEqual(MEMBERS);
  const tokens = copiesIn(rig).map(({ envelopeFrom, recipients }) => [
    recipients[0],
    hashToken(readRecipient(envelopeFrom, NAMES)?.token ?? ''),
  ]);
  const copies = await copiesAt(rig);
  expect(tokens).toEqual(copies.map(({ address, bounce_sha256: own }) => [address, own]));
  expect(await isForgotten(rig)).toBe(true);
});

it('one whom the relay does not know misses it alone, and the Validators are told', async () => {
  const rig = await openList();
  rig.refuse = (to) => (to.startsWith('ana') ? '550 5.1.1 no such user' : undefined);
  await rig.settle(rig.engine());
  expect(readers(rig)).toEqual(MEMBERS.slice(1));
  expect(await alarm(rig)).toMatch(/did not get it:\s+- ana@nic\.xb \(550 5\.1\.1 no such user\)/);
  expect((await copiesAt(rig))[0]).toMatchObject({ relay_reply: '550 5.1.1 no such user' });
  expect(await isForgotten(rig)).toBe(true);
});

it('one whom the relay does not take now gets it later, the others once', async () => {
  const rig = await openList();
  const engine = rig.engine();
  rig.refuse = (to) => (to.startsWith('ana') ? '450 4.2.0 greylisted' : undefined);
  await rig.settle(engine);
  expect(readers(rig)).toEqual(MEMBERS.slice(1));
  expect(await isForgotten(rig)).toBe(false);
  rig.refuse = () => undefined;
  rig.advance('1m');
  await rig.settle(engine);
  expect(readers(rig)).toEqual(MEMBERS);
  expect(await isForgotten(rig)).toBe(true);
  expect(await rig.letters()).toHaveLength(3);
});

it('a relay that is away gets it later; after five days it is given up, and told', async () => {
  const rig = await openList();
  const engine = rig.engine();
  await rig.relayDown();
  await rig.settle(engine);
  rig.advance('4 days');
  await rig.settle(engine);
  const waiting = (await listJobs(rig.db)).filter(({ kind }) => kind === 'copies');
  expect(waiting).toMatchObject([{ attempts: 0 }]);
  rig.advance('2 days');
  await rig.settle(engine);
  await rig.relayUp();
  rig.advance('1 day');
  await rig.settle(engine);
  expect(readers(rig)).toEqual([]);
  const told = rig.caught
    .filter(({ raw }) => raw.includes('alarm-copies'))
    .map(({ raw }) => raw.replaceAll(/\s+/g, ' '));
  // Both waited for the relay too: in whatever order they go.
  const [late, lost] = told.toSorted((a, b) => a.length - b.length);
  expect(late).toContain('has not gone to 3 people yet');
  for (const part of ['ECONNREFUSED', ...MEMBERS]) expect(lost).toContain(part);
  expect(await isForgotten(rig)).toBe(true);
});

it.each([
  ['451 4.3.0 disk full', MEMBERS, ''],
  ['552 5.3.4 too big', [], '552 5.3.4 too big'],
])('%s at the end of the message leaves no doubt', async (reply, got, told) => {
  const rig = await openList();
  const engine = rig.engine();
  rig.atEnd = ({ raw }) => (raw.includes('List-Id') ? { keep: false, reply } : undefined);
  await rig.settle(engine);
  expect((await copiesAt(rig)).map((copy) => copy.in_doubt_at)).toEqual([null, null, null]);
  rig.atEnd = () => undefined;
  rig.advance('1m');
  await rig.settle(engine);
  expect(readers(rig)).toEqual(got);
  expect((await copiesAt(rig)).filter(({ doubtful }) => doubtful)).toEqual([]);
  if (told !== '') expect(await alarm(rig)).toContain(told);
});

it.each([
  ['kept', true],
  ['lost', false],
])(
  'a connection that breaks after the end leaves a doubt, which is named (%s)',
  async (_, keep) => {
    const rig = await openList();
    const engine = rig.engine();
    rig.atEnd = ({ raw }) => (raw.includes('List-Id') ? { keep } : undefined);
    await rig.settle(engine);
    expect((await copiesAt(rig)).map((copy) => copy.in_doubt_at !== null)).toEqual([
      true,
      true,
      true,
    ]);
    rig.atEnd = () => undefined;
    rig.advance('1m');
    await rig.settle(engine);
    const all = keep ? [...MEMBERS, ...MEMBERS] : MEMBERS;
    expect(readers(rig)).toEqual(all.toSorted());
    expect(new Set(copiesIn(rig).map(({ raw }) => /^Message-ID: .*$/m.exec(raw)?.[0])).size).toBe(
      1,
    );
    for (const member of MEMBERS) expect(await alarm(rig)).toContain(`- ${member}`);
    expect(await alarm(rig)).toContain('They may get it twice.');
    expect(rig.log.lines.join('\n')).toContain(
      'nobody knows whether these copies were handed over',
    );
    expect(await isForgotten(rig)).toBe(true);
  },
);

it('whoever has lost the lease ends nothing: the relay keeps no message', async () => {
  const rig = await openList();
  await rig.engine().work();
  const stale = await claimJob(rig.db, 'slow', rig.clock.now);
  rig.advance('2m');
  const fresh = await claimJob(rig.db, 'other', rig.clock.now);
  const { host, port } = new URL(rig.environment['TLDOPS_RELAY'] ?? '');
  const deps: CopiesDeps = {
    db: rig.db,
    names: NAMES,
    settings: settings(),
    now: () => rig.clock.now,
    random: randomBytes,
    log: rig.log,
    relay: { host: host.split(':')[0] ?? '', port: Number(port) },
    hostname: 'lists.example',
  };
  if (stale === undefined || fresh === undefined) throw new Error('there is no job');
  await expect(handOverCopies(deps, stale)).rejects.toThrow(LeaseLost);
  expect(readers(rig)).toEqual([]);
  expect((await copiesAt(rig)).filter(({ in_doubt_at: since }) => since !== null)).toEqual([]);
  await handOverCopies(deps, fresh);
  expect(readers(rig)).toEqual(MEMBERS);
});

it('engines that work side by side send each copy once', async () => {
  const members = memberAddresses(450);
  const rig = await openList(members);
  const engines = ['one', 'two', 'three'].map((name) => rig.engine(name));
  await Promise.all(engines.map((engine) => rig.settle(engine)));
  expect(readers(rig)).toEqual(members.toSorted());
  expect(await isForgotten(rig)).toBe(true);
});

it('a list without members ends a post at once', async () => {
  const rig = await openList([]);
  await rig.settle(rig.engine());
  expect(await isForgotten(rig)).toBe(true);
});

it('a post whose copy cannot be made is told, and the next one goes', async () => {
  const rig = await openList();
  const engine = rig.engine();
  await rig.db.updateTable('raw_mails').set({ content: null }).execute();
  for (const pause of ['1s', '10s', '1m', '1m'] as const) {
    await rig.settle(engine);
    rig.advance(pause);
  }
  expect(await alarm(rig)).toContain('could not be sent to anybody');
  expect(await isForgotten(rig)).toBe(true);
  await addPostOf(
    rig.db,
    post({ body: 'Again.' }),
    { ...POST, messageId: 'post-2@nic.xa' },
    rig.clock.now,
  );
  await rig.settle(engine);
  expect(readers(rig)).toEqual(MEMBERS);
});

it('waits an hour for DNS to say what the domain wants, and then takes over From', async () => {
  const rig = await openList();
  rig.dns.set('nic.xa', { TXT: ['v=spf1 include:away.example -all'] });
  rig.dns.set('_dmarc.nic.xa', { TXT: ['v=DMARC1; p=reject'] });
  rig.dns.fail.add('away.example');
  const engine = rig.engine();
  await rig.settle(engine);
  expect(await listJobs(rig.db)).toMatchObject([{ kind: 'broadcast', attempts: 0 }]);
  rig.advance('61m');
  await rig.settle(engine);
  expect(readers(rig)).toEqual(MEMBERS);
  const [copy] = copiesIn(rig);
  expect(copy?.raw).toContain('\r\nFrom: "Rosa Lind via TLD-OPS" <tld-ops@lists.example>\r\n');
  expect(copy?.raw).not.toContain('Authentication-Results');
});

it('goes out unsealed when the key is not there, and the log says so', async () => {
  const rig = await openList(MEMBERS, { env: { TLDOPS_ARC_KEY: 'arc:/nowhere/arc.pem' } });
  await rig.settle(rig.engine());
  expect(readers(rig)).toEqual(MEMBERS);
  expect(rig.log.lines.join('\n')).toMatch(
    /without an ARC seal .*nowhere\/arc\.pem cannot be read/,
  );
});
