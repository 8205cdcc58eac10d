/** What breaks while copies are handed over: nobody gets one again and again, and nobody is told untruths. */

import { createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import type { Address } from '../../src/machines/words/address.ts';
import { openBatchLine, type Parcel } from '../../src/pipeline/smtp-batch.ts';
import { readRecipient } from '../../src/machines/words/list-address.ts';
import { handBack, listJobs } from '../../src/store/jobs.ts';
import {
  alarm,
  broadcast,
  copiesAt,
  isForgotten,
  MEMBERS,
  NAMES,
  openList,
  post,
  readers,
} from '../support/list-rig.ts';
import { memberAddresses } from '../support/members.ts';
import type { Rig } from '../support/rig.ts';
import { until } from '../support/until.ts';

const [ANA = ''] = MEMBERS;
const BREAKS = { keep: true } as const;

/** The relay keeps each copy for these, and breaks the line. */
function breakAtEnd(rig: Rig, when: (recipient: string) => boolean = () => true): void {
  rig.atEnd = ({ raw, recipients }) =>
    raw.includes('List-Id') && recipients.some(when) ? BREAKS : undefined;
}

/** A day and more, as often as a job that waits is tried. */
async function aDay(rig: Rig): Promise<void> {
  const engine = rig.engine();
  for (let quarter = 0; quarter < 100; quarter += 1) {
    await rig.settle(engine);
    rig.advance('15m');
  }
}

it('a relay that takes each message and breaks the line gets each copy twice, not all day', async () => {
  const rig = await openList([ANA]);
  breakAtEnd(rig);
  await aDay(rig);
  expect(readers(rig)).toEqual([ANA, ANA]);
  expect(await alarm(rig)).toContain(
    `We do not know whether these people got it, and it is not sent again: - ${ANA}`,
  );
  expect(await alarm(rig)).not.toContain('did not get it');
  expect(await alarm(rig)).not.toContain('twice.');
  expect(await isForgotten(rig)).toBe(true);
  expect(await listJobs(rig.db)).toEqual([]);
});

it('that nobody knows is told at once, while others wait, and once more with the rest', async () => {
  const rig = await openList(memberAddresses(101));
  breakAtEnd(rig, (to) => to === 'm2@nic.xb');
  rig.refuse = (to) => (to === 'm101@nic.xw' ? '450 4.2.0 later' : undefined);
  const engine = rig.engine();
  for (const pause of ['1m', '5m', '15m'] as const) {
    await rig.settle(engine);
    rig.advance(pause);
  }
  expect(await isForgotten(rig)).toBe(false);
  expect(await alarm(rig)).toContain('- m2@nic.xb (The connection broke twice');
  rig.refuse = () => undefined;
  await rig.settle(engine);
  expect(await isForgotten(rig)).toBe(true);
  const alarms = rig.caught.filter(({ raw }) => raw.includes('alarm-copies'));
  expect(alarms).toHaveLength(2);
});

it('whoever is in doubt when the time is over is named as that, and as nothing else', async () => {
  const rig = await openList([ANA]);
  const engine = rig.engine();
  breakAtEnd(rig);
  await rig.settle(engine);
  await rig.relayDown();
  rig.advance('1h');
  await rig.settle(engine);
  expect(await copiesAt(rig)).toMatchObject([{ doubtful: false }]);
  rig.advance('6 days');
  await rig.settle(engine);
  rig.atEnd = () => undefined;
  await rig.relayUp();
  rig.advance('1h');
  await rig.settle(engine);
  expect(readers(rig)).toEqual([ANA]);
  expect(await alarm(rig)).toContain('We do not know whether these people got it');
  expect(await alarm(rig)).not.toContain('did not get it:');
  expect(await alarm(rig)).not.toContain('once more');
});

it('whom the relay refused is not in doubt when the line breaks for the others', async () => {
  const rig = await openList();
  rig.refuse = (to) => (to === ANA ? '450 4.2.0 later' : undefined);
  breakAtEnd(rig);
  const engine = rig.engine();
  await rig.settle(engine);
  const doubts = (await copiesAt(rig)).map(({ in_doubt_at: since }) => since !== null);
  expect(doubts).toEqual([false, true, true]);
  rig.refuse = () => undefined;
  rig.atEnd = () => undefined;
  rig.advance('1m');
  await rig.settle(engine);
  expect(await alarm(rig)).not.toContain(ANA);
  expect((await copiesAt(rig)).map(({ doubtful }) => doubtful)).toEqual([false, true, true]);
});

it('a refusal of the second time does not make the first one certain', async () => {
  const rig = await openList([ANA]);
  const engine = rig.engine();
  breakAtEnd(rig);
  await rig.settle(engine);
  rig.refuse = (to) => (to === ANA ? '550 5.1.1 no such user' : undefined);
  rig.advance('1m');
  await rig.settle(engine);
  expect(await alarm(rig)).toMatch(/do not know .* - ana@nic\.xb \(550 5\.1\.1 no such user\)/);
});

it('a copy that the relay finds too large is given up at once', async () => {
  const rig = await openList([ANA], { size: 9_000 }, post({ body: 'A line.\n'.repeat(1_500) }));
  await rig.settle(rig.engine());
  expect(readers(rig)).toEqual([]);
  expect(await alarm(rig)).toMatch(/did not get it: - ana@nic\.xb \(Message size larger than/);
  expect(await isForgotten(rig)).toBe(true);
});

it('the token that a relay quotes goes into no row and no letter', async () => {
  const rig = await openList();
  const { secret } = await broadcast(rig);
  const quoted = `from=<tld-ops-bounces+${secret}@lists.example>`;
  rig.refuse = (to) => (to === ANA ? `554 5.7.1 rejected; ${quoted}` : undefined);
  rig.atEnd = ({ raw }) =>
    raw.includes('List-Id') ? { keep: false, reply: `451 4.3.0 ${quoted}` } : undefined;
  const engine = rig.engine();
  await rig.settle(engine);
  const [job] = await listJobs(rig.db);
  expect(job?.last_error).toContain('451 4.3.0 from=<tld-ops-bounces+(token)@');
  rig.atEnd = ({ raw }) =>
    raw.includes('List-Id') ? { keep: true, reply: `250 2.0.0 ${quoted}` } : undefined;
  rig.advance('1m');
  await rig.settle(engine);
  expect(await isForgotten(rig)).toBe(true);
  expect(JSON.stringify(await copiesAt(rig))).not.toContain(secret);
  expect((await alarm(rig)).replaceAll(/\s/g, '')).not.toContain(secret);
  expect(readRecipient(rig.caught[0]?.envelopeFrom ?? '', NAMES)?.token).toBe(secret);
});

it('engines that end again and again during the work lose no post', async () => {
  const rig = await openList();
  const engine = rig.engine();
  await engine.work();
  for (const attempts of [4, 4, 4]) {
    await rig.db.updateTable('jobs').set({ attempts }).where('kind', '=', 'copies').execute();
    await rig.settle(engine);
    expect(await listJobs(rig.db)).toMatchObject([{ kind: 'copies', attempts: 0 }]);
    rig.advance('15m');
  }
  // The Validators need not wait five days for it, nor read it at each try.
  expect(await alarm(rig)).toContain('has not gone to 3 people yet');
  expect(rig.caught.filter(({ raw }) => raw.includes('alarm-copies'))).toHaveLength(1);
  await rig.settle(engine);
  expect(readers(rig)).toEqual(MEMBERS);
});

it('an engine that stops gives its work back, and that counts as no try', async () => {
  const rig = await openList();
  const lease = { leased_by: 'one 7a', leased_until: new Date(rig.clock.now.getTime() + 60_000) };
  await rig.db
    .updateTable('jobs')
    .set({ ...lease, attempts: 1 })
    .execute();
  await handBack(rig.db, 'on');
  expect(await listJobs(rig.db)).toMatchObject([{ leased_by: 'one 7a', attempts: 1 }]);
  await handBack(rig.db, 'one');
  expect(await listJobs(rig.db)).toMatchObject([{ leased_by: null, attempts: 0 }]);
  await rig.settle(rig.engine('two'));
  expect(readers(rig)).toEqual(MEMBERS);
});

/** A relay that answers this as soon as a message begins, and keeps what it gets. */
async function hastyRelay(reply: string) {
  const kept: string[] = [];
  const talk = (socket: Socket) => {
    let data: string | undefined;
    socket.write('220 hasty\r\n');
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      if (data !== undefined) {
        data += chunk.toString();
        if (data.endsWith('\r\n.\r\n')) kept.push(data);
        return;
      }
      const line = chunk.toString();
      if (line.startsWith('DATA')) {
        data = '';
        socket.write(`354 go on\r\n`);
        setImmediate(() => socket.write(`${reply}\r\n`));
      } else socket.write('250 ok\r\n');
    });
  };
  const server = createServer(talk).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const place = server.address();
  const port = typeof place === 'object' && place !== null ? place.port : 0;
  return { relay: { host: '127.0.0.1', port }, kept };
}

it.each([
  ['250 2.0.0 kept', 'in-doubt', false],
  ['451 4.3.0 no', 'not-taken', false],
  ['554 5.7.1 no', 'not-taken', true],
])(
  '%s before the end of the message: nothing follows on that line',
  async (reply, kind, forGood) => {
    const { relay, kept } = await hastyRelay(reply);
    const line = await openBatchLine({ relay, hostname: 'lists.example' });
    const parcel: Parcel = {
      from: 'tld-ops-bounces@lists.example' as Address,
      verp: false,
      to: [ANA as Address],
      content: Buffer.from('Subject: x\r\n\r\nx\r\n'),
    };
    const notes: string[] = [];
    const sent = await line.send(parcel, async (to) => {
      await until(
        'the answer is there, and the line is closed',
        async () => !line.isOpen() || undefined,
      );
      notes.push(...to);
    });
    expect(sent).toMatchObject({ kind, ...(kind === 'in-doubt' ? {} : { forGood }) });
    expect([notes, line.isOpen(), kept]).toEqual([[ANA], false, []]);
  },
);
