/** Letters on their way to the relay: away, refusing, slow to be told, never with another Message-ID. */

import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { settingsOf } from '../../src/engine.ts';
import { openInvitation } from '../../src/machines/invite-case.ts';
import type { Cctld } from '../../src/machines/words/cctld.ts';
import { viewOf } from '../../src/pipeline/gather.ts';
import { listCases } from '../../src/store/cases.ts';
import { commitChange } from '../../src/store/commit.ts';
import { undeliverableCctlds } from '../../src/store/operator.ts';
import { findRegistry } from '../../src/store/registry.ts';
import { listJobs } from '../../src/store/jobs.ts';
import { openRig } from '../support/rig.ts';

const letterJobs = async (rig: Awaited<ReturnType<typeof openRig>>) =>
  (await listJobs(rig.db)).filter(({ kind }) => kind === 'letter');

it('a relay that is away holds nothing up, and gets the letters later', async () => {
  const rig = await openRig();
  const engine = rig.engine();
  await rig.relayDown();
  await engine.accept.accept(rig.request('xa'));
  await rig.settle(engine);
  expect(await rig.outcomes()).toEqual(['opened request-opened']);
  expect(await letterJobs(rig)).toMatchObject([
    { attempts: 0, last_error: expect.stringContaining('relay-away') },
    { attempts: 0, last_error: expect.stringContaining('relay-away') },
  ]);
  const waiting = await rig.db.selectFrom('letters').select('secrets').execute();
  await rig.relayUp();
  rig.advance('1m');
  await rig.settle(engine);
  const sent = (await rig.letters()).map(({ messageId }) => messageId);
  expect(new Set(sent)).toEqual(new Set(waiting.map(({ secrets }) => secrets?.['messageId'])));
  expect(await letterJobs(rig)).toEqual([]);
});

it('a relay that says "later" to one reader does not keep the others waiting', async () => {
  const rig = await openRig();
  const engine = rig.engine();
  rig.refuse = (to) => (to.startsWith('val1') ? '450 4.2.0 greylisted' : undefined);
  await engine.accept.accept(rig.request('xa'));
  await rig.settle(engine);
  expect((await rig.letters()).map(({ name }) => name)).toEqual(['traced']);
  rig.refuse = () => undefined;
  rig.advance('1m');
  await rig.settle(engine);
  expect((await rig.letters()).map(({ name }) => name)).toEqual(['traced', 'queue']);
});

it('a relay that refuses for good leaves a dead letter, seen by the operator, without its secrets', async () => {
  const rig = await openRig();
  const engine = rig.engine();
  rig.refuse = (to) => (to.startsWith('admin') ? '550 5.1.1 no such user' : undefined);
  await engine.accept.accept(rig.request('xa'));
  await rig.settle(engine);
  const [dead, ...more] = await letterJobs(rig);
  expect(more).toEqual([]);
  expect(dead).toMatchObject({ last_error: expect.stringContaining('550 5.1.1 no such user') });
  expect(dead?.dead_at).toEqual(rig.clock.now);
  const letters = await rig.db.selectFrom('letters').selectAll().orderBy('id').execute();
  expect(letters).toMatchObject([
    { name: 'traced', secrets: null, failed_at: rig.clock.now, sent_at: null },
    { name: 'queue', secrets: null, failed_at: null, sent_at: rig.clock.now },
    { name: 'alarm-undelivered', secrets: null, failed_at: null, sent_at: rig.clock.now },
  ]);
  rig.advance('1d');
  await rig.settle(engine);
  const sent = (await rig.letters()).map(({ name, to }) => `${name} to ${to}`);
  expect(sent).toEqual(['queue to val1@ccnso.example', 'alarm-undelivered to val1@ccnso.example']);
});

it('a relay that knows no such mailbox tells of an invitation what a report would', async () => {
  const rig = await openRig();
  const engine = rig.engine();
  const xa = 'xa' as Cctld;
  await engine.registry.look(xa);
  const state = await findRegistry(rig.db, xa);
  if (state === undefined) throw new Error('the registry was asked');
  rig.refuse = (to) => (to.startsWith('admin') ? '550 5.1.1 no such user' : undefined);
  const config = readConfig({ ...rig.environment, DATABASE_URL: rig.url });
  const at = { now: rig.clock.now, settings: settingsOf(config) };
  const plan = { view: viewOf(state), by: 'operator', wave: 1, waves: 1, delayMs: 0 };
  const by = { db: rig.db, now: () => rig.clock.now, random: randomBytes, domain: config.domain };
  await commitChange(by, openInvitation(at, plan));
  await rig.settle(engine);
  expect((await rig.letters()).map(({ name }) => name)).toEqual(['alarm-invite']);
  expect(await listCases(rig.db)).toMatchObject([
    { state: 'awaiting-validator', request: { invitation: { undeliverable: true } } },
  ]);
  expect(await undeliverableCctlds(rig.db)).toEqual(['xa']);
  expect(await letterJobs(rig)).toMatchObject([{ dead_at: rig.clock.now }]);
});

it('a relay that is away for more than five days is given up', async () => {
  const rig = await openRig();
  const engine = rig.engine();
  await rig.relayDown();
  await engine.accept.accept(rig.request('xa'));
  await rig.settle(engine);
  rig.advance('6d');
  await rig.settle(engine);
  const dead = (await letterJobs(rig)).filter(({ dead_at }) => dead_at !== null);
  expect(dead).toHaveLength(2);
  const failed = await rig.db.selectFrom('letters').select(['failed_at', 'secrets']).execute();
  expect(failed.filter(({ failed_at }) => failed_at !== null)).toHaveLength(2);
});

it('a letter that cannot be written is tried a few times and then shown, and the next one goes', async () => {
  const rig = await openRig();
  const engine = rig.engine();
  await engine.accept.accept(rig.request('xa'));
  await engine.work();
  await rig.db.updateTable('letters').set({ data: '{}' }).where('name', '=', 'traced').execute();
  for (let tries = 0; tries < 5; tries += 1) {
    await rig.settle(engine);
    rig.advance('1m');
  }
  expect((await rig.letters()).map(({ name }) => name)).toEqual(['queue']);
  expect(await letterJobs(rig)).toMatchObject([{ attempts: 4, dead_at: expect.any(Date) }]);
});

it('what is sent says in its header that a machine wrote it, and bounces come back to it', async () => {
  const rig = await openRig();
  const engine = rig.engine();
  await engine.accept.accept(rig.request('xa'));
  await rig.settle(engine);
  const { mail } = await rig.letter('traced');
  const header = (name: string) => mail.headers.find((field) => field.name === name)?.value.trim();
  expect(header('auto-submitted')).toMatch(/^auto-(replied|generated)$/);
  expect(header('reply-to')).toMatch(/^tld-ops-join\+[0-9a-z]{26}@lists\.example$/);
  expect(mail.envelope.from).toMatch(/^tld-ops-bounces\+[0-9a-z]{26}@lists\.example$/);
  const bounce = rig.mail({
    from: 'MAILER-DAEMON@mx.example',
    to: mail.envelope.from,
    envelopeFrom: '',
  });
  await engine.accept.accept(bounce);
  await rig.settle(engine);
  expect((await rig.inbox()).at(-1)).toMatchObject({
    class: 'bounce',
    outcome: 'noted',
    case_id: expect.any(Number),
  });
});
