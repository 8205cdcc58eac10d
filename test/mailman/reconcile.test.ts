/** The list in a real Mailman 3 beside the list of the engine: changes, drift, RECONCILE, an outage. */

import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { listJobs } from '../../src/store/jobs.ts';
import { readConfig } from '../../src/config.ts';
import { listServerOf } from '../../src/engine.ts';
import { verifyAudit } from '../../src/store/audit.ts';
import { runCli, runJson } from '../support/cli.ts';
import type { Conversation } from '../support/conversation.ts';
import { testDatabase } from '../support/database.ts';
import { type Mailman, mailmanIsHere, startMailman } from '../support/mailman.ts';
import { addMembers } from '../support/members.ts';
import { ADMIN, form, ROSA, VAL1 } from '../support/people.ts';
import { openStage } from '../support/stage.ts';
import { tcpProxy } from '../support/tcp-proxy.ts';

const here = await mailmanIsHere();
const DESK = 'tld-ops-validate@lists.example';
const LIST_ID = 'tld-ops.lists.example';
const BOTH = ['rosa.lind@nic.xa', 'teo.amaral@nic.xa'];

async function subscribe(talk: Conversation): Promise<void> {
  await talk.mail({ from: ADMIN, subject: 'Our contacts', text: form('xa') });
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1001 .xa' });
}

async function command(talk: Conversation, text: string, headers = {}): Promise<void> {
  await talk.mail({ from: VAL1, to: DESK, subject: 'Desk', text, headers });
}

describe.skipIf(!here)('the list in Mailman', () => {
  let mailman: Mailman;
  beforeAll(async () => {
    mailman = await startMailman({ runners: 'rest' });
  }, 180_000);
  beforeEach(() => mailman.ask('DELETE', `/lists/${LIST_ID}`));
  afterAll(() => mailman?.close());

  const members = async (): Promise<string[]> => {
    const { body } = await mailman.ask('GET', `/lists/${LIST_ID}/roster/member`);
    return (body.entries ?? []).map(({ email }: { email: string }) => email);
  };
  const join = (subscriber: string) =>
    mailman.ask('POST', '/members', {
      list_id: LIST_ID,
      subscriber,
      pre_verified: 'true',
      pre_confirmed: 'true',
      pre_approved: 'true',
    });
  const take = (emails: string) =>
    mailman.ask('DELETE', `/lists/${LIST_ID}/roster/member`, { emails });

  test('what somebody changes by hand is told, and put right by a Validator', async () => {
    const talk = await openStage({
      title: 'Mailman: somebody is on the list server who is not on the list',
      teaches:
        'In Mailman somebody puts a stranger on the list, takes an SSC off, and opens the archive. At night ' +
        'the engine puts the setting right and tells the Validators of the people. It takes nobody off by ' +
        'itself: RECONCILE does, when a Validator is proven to have written it.',
      mailman,
    });
    await subscribe(talk);
    expect(await talk.state()).toBe('applied E3');
    expect(await members()).toEqual(BOTH);
    await talk.advance('1h');
    await join('mallory@attacker.example');
    await take('teo.amaral@nic.xa');
    await mailman.ask('PATCH', `/lists/${LIST_ID}/config`, { archive_policy: 'public' });
    await talk.advance('1d');
    const letter = talk.letter('list-drift', VAL1);
    expect(letter.mail.subject).toContain('ALARM');
    await talk.reply(letter, {
      from: { ...VAL1, signs: false, client: ROSA.client },
      text: 'RECONCILE',
    });
    expect(await members()).toEqual(['mallory@attacker.example', 'rosa.lind@nic.xa']);
    await command(talk, 'RECONCILE');
    expect(await talk.outcome()).toBe('human advanced list-mended');
    expect(await members()).toEqual(BOTH);
    await talk.advance('2m');
    await command(talk, 'RECONCILE');
    expect(await talk.outcome()).toBe('human refused command-refused');
    await talk.advance('1d');
    expect(talk.sent()).toEqual([]);
    expect((await verifyAudit(talk.db)).broken).toBeUndefined();
    await expect(await talk.story()).toMatchFileSnapshot('stranger-in-mailman.transcript');
  });

  test('most of the members are not taken off by a routine command', async () => {
    const talk = await openStage({
      title: 'RECONCILE: more than half',
      teaches:
        'The engine was started with an empty database, and Mailman holds the list of before. RECONCILE says ' +
        'how many would be taken off, and does nothing; "RECONCILE all" does it.',
      mailman,
    });
    await talk.advance('1m');
    for (const name of ['a', 'b', 'c']) await join(`${name}@nic.xb`);
    await command(talk, 'RECONCILE');
    expect(await talk.outcome()).toBe('human refused command-refused');
    expect(await members()).toHaveLength(3);
    await command(talk, 'RECONCILE all');
    expect(await members()).toEqual([]);
    await expect(await talk.story()).toMatchFileSnapshot('reconcile-all.transcript');
  });

  test('while Mailman is away an approved change waits, and the Validators learn of it once', async () => {
    const line = await tcpProxy(`http://127.0.0.1:${mailman.restPort}`);
    onTestFinished(() => line.stop());
    const { port } = new URL(line.url);
    const place = mailman.place.replace(`:${mailman.restPort}`, `:${port}`);
    const talk = await openStage({
      title: 'Mailman is away',
      teaches:
        'A change is approved while Mailman does not run. The case waits and says why; after an hour the ' +
        'Validators are told, once. RECONCILE is answered all the same. When Mailman is back, the change is made.',
      mailman: { place, door: mailman.door },
    });
    await line.stop();
    await subscribe(talk);
    expect(await talk.state()).toBe('applying E3');
    await command(talk, 'RECONCILE');
    expect(await talk.outcome()).toBe('human refused command-refused');
    await talk.advance('90m');
    expect(talk.sent()).toEqual([
      'list-away to val1@ccnso.example',
      'list-away to val2@ccnso.example',
    ]);
    await talk.advance('1h');
    expect(talk.sent()).toEqual([]);
    await line.start();
    await talk.advance('30m');
    expect(await talk.state()).toBe('applied E3');
    expect(await members()).toEqual(BOTH);
    expect((await listJobs(talk.db)).map(({ kind }) => kind)).not.toContain('member');
    await expect(await talk.story()).toMatchFileSnapshot('mailman-away.transcript');
  });

  test('the command line says what differs, and has it put right', async () => {
    const database = await testDatabase();
    onTestFinished(database.close);
    const env = {
      DATABASE_URL: database.url,
      TLDOPS_DOMAIN: 'lists.example',
      TLDOPS_VALIDATORS: VAL1.address,
      TLDOPS_LIST_SERVER: mailman.place,
      TLDOPS_MAILMAN_LMTP: mailman.door,
    };
    const none = await runCli(['list', 'check'], env);
    expect([none.code, none.stderr]).toEqual([
      1,
      'Mailman has no list tld-ops.lists.example yet; the engine makes it when it runs.\n',
    ]);
    await listServerOf(readConfig(env), database.db).prepare();
    expect(await runCli(['list', 'check'], env)).toMatchObject({ code: 0 });
    await addMembers(database.db, BOTH, new Date());
    await join('rosa.lind@nic.xa');
    await join('mallory@attacker.example');
    const { code, stdout } = await runCli(['list', 'check', '--json'], env);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      members: 2,
      same: false,
      strangers: ['mallory@attacker.example'],
      missing: [{ address: 'teo.amaral@nic.xa' }],
      settings: [],
    });
    expect(await runJson(['list', 'mend'], env)).toEqual({
      off: ['mallory@attacker.example'],
      on: ['teo.amaral@nic.xa'],
    });
    const jobs = await listJobs(database.db);
    expect(jobs.map(({ key }) => key)).toEqual([
      'member:mallory@attacker.example',
      'member:teo.amaral@nic.xa',
    ]);
  });
});
