/** The command line as a process: what it prints with and without --json, and how it ends (design 16). */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { listCases } from '../src/store/cases.ts';
import { runCli, runJson } from './support/cli.ts';
import { databaseUrl } from './support/database.ts';
import { record } from './support/people.ts';
import { anchorOf, openRig, type Rig } from './support/rig.ts';
import { whoisAnswer } from './support/whois-server.ts';

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const time = expect.stringMatching(TIME);

/** .xa is on the list, .xb waits for its Validator, one mail is held, one letter is dead. */
async function furnished(): Promise<{ rig: Rig; xa: number; xb: number; held: number }> {
  const rig = await openRig();
  const engine = rig.engine();
  rig.refuse = (to) => (to === anchorOf('xb') ? '550 5.1.1 no such user' : undefined);
  for (const name of ['xa', 'xb']) {
    await engine.accept.accept(rig.request(name));
    await rig.settle(engine);
  }
  const letter = await rig.letter('queue', '.xa');
  const command = /APPROVE \d+ \.xa/.exec(letter.mail.text)?.[0] ?? '';
  await engine.accept.accept(rig.answer(letter, command));
  await engine.accept.accept(
    rig.mail({ to: 'tld-ops-owner@lists.example', body: '\u001b[31mHello\u0007 people' }),
  );
  await rig.settle(engine);
  const ids = new Map((await listCases(rig.db)).map((one) => [String(one.cctld), one.id]));
  const held = (await rig.inbox()).at(-1)?.id ?? 0;
  return { rig, xa: ids.get('xa') ?? 0, xb: ids.get('xb') ?? 0, held };
}

it('looks into everything, for programs', async () => {
  const { rig, xa, xb, held } = await furnished();
  const env = { DATABASE_URL: rig.url };
  const commands = [
    'inbox',
    'cases',
    `show ${xb}`,
    'show .xa',
    `why ${xa}`,
    'roster',
    'outbox',
    'audit verify',
    'quarantine list',
    `quarantine show ${held}`,
    'registry show',
    'migrate',
    'reach',
  ];
  const results = await Promise.all(commands.map((command) => runJson(command.split(' '), env)));
  const [
    inbox,
    cases,
    show,
    showXa,
    why,
    roster,
    outbox,
    audit,
    list,
    one,
    registry,
    migrate,
    reach,
  ] = results;
  expect(inbox).toEqual(expect.arrayContaining([mailRow({ outcome: 'opened', case: xa })]));
  expect(inbox).toEqual(expect.arrayContaining([mailRow({ id: held, outcome: 'held' })]));
  expect(cases).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        case: xb,
        kind: 'subscribe',
        cctld: 'xb',
        state: 'queued',
        evidence: 'E2',
        policy: 'classic',
        requester: anchorOf('xb'),
        opened: time,
        due: null,
      }),
    ]),
  );
  expect(show).toMatchObject({
    case: xb,
    contacts: [{ firstName: 'Rosa' }, { firstName: 'Téo' }],
    before: [],
    after: [{ address: 'rosa.lind@nic.xb' }, { address: 'teo.amaral@nic.xb' }],
    complaints: [],
    warnings: expect.any(Array),
    evidence: expect.arrayContaining([expect.stringContaining(anchorOf('xb'))]),
    events: [{ at: time, reason: 'request-opened' }],
    can: [
      `APPROVE ${xb} .xb`,
      ...['REJECT', 'ASK', 'HOLD', 'AMEND', 'ESCALATE', 'NOTE'].map((word) =>
        expect.stringMatching(new RegExp(`^${word} ${xb} `)),
      ),
    ],
  });
  expect(showXa).toMatchObject({ cctld: 'xa', anchor: anchorOf('xa'), roster: [{}, {}] });
  expect(why).toMatchObject({ case: xa, state: 'applied', steps: expect.any(Array) });
  expect(reach).toEqual([]);
  expect(roster).toEqual([
    {
      cctld: 'xa',
      firstName: 'Rosa',
      lastName: 'Lind',
      address: 'rosa.lind@nic.xa',
      phones: ['+12025550112'],
      primary: true,
      since: time,
    },
    expect.objectContaining({ address: 'teo.amaral@nic.xa', primary: false }),
  ]);
  expect(outbox).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        kind: 'letter',
        dead: true,
        error: expect.stringContaining('550'),
      }),
      expect.objectContaining({ kind: 'timer', case: xb, dead: false, due: time }),
    ]),
  );
  expect(audit).toMatchObject({ rows: expect.any(Number) });
  expect(list).toMatchObject([{ id: held, outcome: 'held', reason: 'passed-on' }]);
  expect(one).toMatchObject({ id: held, raw: expect.stringContaining('\u001b[31mHello') });
  expect(registry).toMatchObject([{ cctld: 'xa', anchor: anchorOf('xa') }, { cctld: 'xb' }]);
  expect(migrate).toEqual(expect.arrayContaining(['0001-first']));
  expect(JSON.stringify(results)).not.toMatch(/"(secrets|bounce|token)"/);
});

function mailRow(over: Record<string, unknown>): unknown {
  return expect.objectContaining({
    id: expect.any(Number),
    received: time,
    envelopeFrom: expect.any(String),
    recipient: expect.stringMatching(/@lists\.example$/),
    from: expect.any(String),
    messageId: expect.any(String),
    class: 'human',
    reason: expect.any(String),
    ...over,
  });
}

it('looks into everything, for people, and no mail steers their terminal', async () => {
  const { rig, xa, xb, held } = await furnished();
  const env = { DATABASE_URL: rig.url };
  const rows: [string[], RegExp][] = [
    [['inbox'], /^mail +received \(UTC\) +from.*\n.*passed-on/],
    [['cases'], new RegExp(`\\n${xb} +subscribe +\\.xb +queued`)],
    [['why', `${xa}`], /applied[\s\S]*rosa\.lind@nic\.xa is on the list now\./],
    [['quarantine', 'show', `${held}`], /Hello. people/],
  ];
  const ended = await Promise.all(rows.map(([args]) => runCli(args, env)));
  for (const [index, { code, stdout, stderr }] of ended.entries()) {
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(rows[index]?.[1] ?? /^never$/);
    expect(stdout).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f]/);
  }
});

it('acts: registry, quarantine, and one sentence with code 1 for what cannot be done', async () => {
  const { rig, held } = await furnished();
  const dir = mkdtempSync(join(tmpdir(), 'tldops-answers-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  mkdirSync(join(dir, 'more'));
  for (const name of ['xc', 'xd']) {
    writeFileSync(
      join(dir, name),
      whoisAnswer(record(name, `Registry of ${name}`, `a@nic.${name}`)),
    );
  }
  const env = {
    DATABASE_URL: rig.url,
    TLDOPS_DOMAIN: 'lists.example',
    TLDOPS_VALIDATORS: 'val1@ccnso.example',
    TLDOPS_REGISTRY: `whois://127.0.0.1:${rig.whois.port}`,
  };
  expect(await runJson(['registry', 'import', dir], env)).toEqual([
    { cctld: 'xc', change: 'first', trouble: null },
    { cctld: 'xd', change: 'first', trouble: null },
  ]);
  const [refreshed, replayed, ...refused] = await Promise.all([
    runJson(['registry', 'refresh', 'xa', 'xe'], env),
    runJson(['quarantine', 'replay', `${held}`], env),
    ...REFUSED.map((args) => runCli(args, env)),
  ]);
  expect(refreshed).toEqual([
    { cctld: 'xa', change: 'none', trouble: null },
    { cctld: 'xe', change: 'first', trouble: null },
  ]);
  expect(replayed).toEqual({ replayed: held });
  for (const { code, stdout, stderr } of refused) {
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^[A-Z"].*\.\n$/);
  }
  await settleNow(rig);
  expect(await runJson(['quarantine', 'drop', `${held}`], env)).toEqual({ dropped: held });
  expect((await rig.outcomes()).at(-1)).toBe('ignored dropped');
});

// Commands are processes with the clock of this machine: what they put in is due by that one.
async function settleNow(rig: Rig): Promise<void> {
  rig.clock.now = new Date();
  await rig.settle(rig.engine());
}

const REFUSED = [
  ['why', 'nothing'],
  ['quarantine', 'drop', '4711', '--json'],
  ['quarantine', 'release', '4711', '--json'],
];

it('finds a row of the audit trail that was changed, and ends with 1', async () => {
  const { rig } = await furnished();
  await sql`alter table audit disable trigger audit_append_only`.execute(rig.db);
  await sql`update audit set actor = 'nobody' where id = 2`.execute(rig.db);
  const ended = await runCli(['audit', 'verify', '--json'], { DATABASE_URL: rig.url });
  expect(ended.code).toBe(1);
  expect(JSON.parse(ended.stdout)).toMatchObject({ broken: 2 });
  expect(ended.stderr).toMatch(/^[A-Z].*\.\n$/);
});

it('takes a mail from Postfix, and leaves it there when it cannot be stored', async () => {
  const rig = await openRig();
  const env = { DATABASE_URL: rig.url, TLDOPS_DOMAIN: 'lists.example' };
  const mail = rig.request('xf').raw.toString().replaceAll('\r\n', '\n');
  const receive = (settings: Record<string, string>, to: string) =>
    runCli(['receive', anchorOf('xf'), `${to}@lists.example`], settings, mail);
  const [taken, unknown, later] = await Promise.all([
    receive(env, 'tld-ops-join'),
    receive(env, 'nobody'),
    receive({ ...env, DATABASE_URL: databaseUrl(rig.url, 'no_such_database') }, 'tld-ops-join'),
  ]);
  expect(taken).toMatchObject({ code: 0, stdout: expect.stringMatching(/^2\.0\.0 accepted/) });
  expect(unknown).toMatchObject({ code: 67, stdout: '5.1.1 no such address here\n' });
  expect(later).toMatchObject({ code: 75, stdout: '4.3.0 try again later\n' });
  await settleNow(rig);
  expect(await rig.outcomes()).toEqual(['opened request-opened']);
});

it('lists every fault of its configuration at once, with code 78', async () => {
  const env = {
    TLDOPS_LIST: 'TLD OPS',
    TLDOPS_DOMAIN: 'not a domain',
    TLDOPS_VALIDATORS: 'nobody',
    TLDOPS_LISTEN: 'pop3://127.0.0.1:110',
    TLDOPS_RELAY: 'https://relay.example',
    TLDOPS_POLICY: 'loose',
    TLDOPS_SETTLE: 'soon',
    DATABASE_URL: 'mysql://db.example',
  };
  const { code, stdout, stderr } = await runCli(['serve'], env);
  expect([code, stdout]).toEqual([78, '']);
  const named = stderr
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' ')[0]);
  expect(new Set(named)).toEqual(new Set(Object.keys(env)));
});

it('rebuilds the list from the audit trail, and finds a list that was changed behind its back', async () => {
  const { rig } = await furnished();
  const env = { DATABASE_URL: rig.url };
  const [stored, rebuilt, shown] = await Promise.all([
    runJson(['roster'], env),
    runJson(['replay', '--check'], env),
    runCli(['replay'], env),
  ]);
  expect(rebuilt).toEqual({ rows: 1, roster: stored, difference: null });
  expect(shown).toMatchObject({ code: 0, stderr: '' });
  expect(shown.stdout).toMatch(/\.xa +primary +Rosa[\s\S]*Rebuilt from 1 rows/);
  await sql`update persons set last_name = 'Lund' where first_name = 'Rosa'`.execute(rig.db);
  const ended = await runCli(['replay', '--check', '--json'], env);
  expect(ended.code).toBe(1);
  expect(ended.stderr).toBe(
    'The list of .xa is not what the audit trail says: rosa.lind@nic.xa has other data.\n',
  );
  expect(JSON.parse(ended.stdout)).toMatchObject({ difference: { cctld: 'xa' } });
  expect(await runCli(['replay'], env)).toMatchObject({ code: 0 });
});
