/** Mails on their way through the stages: what breaks is set aside, what cannot be known yet waits. */

import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { listCases } from '../../src/store/cases.ts';
import { listJobs } from '../../src/store/jobs.ts';
import { dropMail, replayMail } from '../../src/store/quarantine.ts';
import { form } from '../support/people.ts';
import { anchorOf, openRig, type Rig } from '../support/rig.ts';
import type { Fault } from '../support/whois-server.ts';

/** Makes every mail that holds this word fault in the middle of its commit. */
async function poison(rig: Rig): Promise<void> {
  await sqlOf(
    rig,
    `create function refuse_poison() returns trigger language plpgsql as $$
    begin
      if new.request::text like '%poison%' then raise exception 'poisoned'; end if;
      return new;
    end $$`,
  );
  await sqlOf(
    rig,
    `create trigger poison before insert on cases for each row execute function refuse_poison()`,
  );
}

const cure = (rig: Rig) => sqlOf(rig, 'drop trigger poison on cases');

async function sqlOf(rig: Rig, statement: string): Promise<void> {
  await sql.raw(statement).execute(rig.db);
}

const poisoned = (rig: Rig, cctld: string) =>
  rig.request(cctld, { body: `${form(cctld)}\n\nThis is poison.` });

/** Works for as long as something is due within a minute. */
async function workOn(rig: Rig, engine: ReturnType<Rig['engine']>): Promise<void> {
  for (let tries = 0; tries < 6; tries += 1) {
    await rig.settle(engine);
    rig.advance('10s');
  }
}

it('a mail that breaks its processing is tried again, set aside and told of; the next is not kept waiting', async () => {
  const rig = await openRig();
  await poison(rig);
  const engine = rig.engine();
  await engine.accept.accept(poisoned(rig, 'xa'));
  await engine.accept.accept(rig.request('xb'));
  await rig.settle(engine);
  expect(await rig.outcomes()).toEqual(['pending null', 'opened request-opened']);
  await workOn(rig, engine);
  expect(await rig.outcomes()).toEqual(['quarantined process-failed', 'opened request-opened']);
  const [row] = await rig.inbox();
  expect(row).toMatchObject({ class: 'quarantined', detail: { error: 'poisoned' } });
  expect((await rig.letter('alarm-quarantine')).mail.text).toContain(`${row?.id}`);
  expect((await listJobs(rig.db)).filter(({ kind }) => kind === 'mail')).toEqual([]);
  expect(rig.log.lines.filter((line) => line.startsWith('error a job failed'))).toHaveLength(4);
});

it('a mail that was set aside is processed like any other when its fault is mended', async () => {
  const rig = await openRig();
  await poison(rig);
  const engine = rig.engine();
  await engine.accept.accept(poisoned(rig, 'xa'));
  await workOn(rig, engine);
  await cure(rig);
  const [row] = await rig.inbox();
  expect(await replayMail(rig.db, row?.id ?? 0, rig.clock.now)).toBe(true);
  await rig.settle(engine);
  expect(await rig.outcomes()).toEqual(['opened request-opened']);
  expect((await rig.letters()).map(({ name }) => name)).toContain('queue');
});

it('a mail that breaks again after a replay is set aside again, and can be dropped', async () => {
  const rig = await openRig();
  await poison(rig);
  const engine = rig.engine();
  await engine.accept.accept(poisoned(rig, 'xa'));
  await workOn(rig, engine);
  const id = (await rig.inbox())[0]?.id ?? 0;
  await replayMail(rig.db, id, rig.clock.now);
  await workOn(rig, engine);
  expect(await rig.outcomes()).toEqual(['quarantined process-failed']);
  expect(await dropMail(rig.db, id, rig.clock.now)).toBe(true);
  await workOn(rig, engine);
  expect(await rig.outcomes()).toEqual(['ignored dropped']);
});

const part = (head: string, body: string) => `--b1\r\n${head}\r\n\r\n${body}\r\n`;

it('a file is named to the Validator with its size and digest, because nobody read it; a logo is not', async () => {
  const rig = await openRig();
  const engine = rig.engine();
  const body = [
    part('Content-Type: text/plain; charset=utf-8', form('xa')),
    part('Content-Type: application/pdf; name=letter.pdf', 'stamp'),
    part('Content-Type: image/png; name=logo.png\r\nContent-ID: <logo>', 'x'),
    '--b1--',
  ].join('');
  const headers = { 'Content-Type': 'multipart/mixed; boundary=b1' };
  await engine.accept.accept(rig.request('xa', { body, headers }));
  await rig.settle(engine);
  const text = (await rig.letter('queue')).mail.text.replace(/\s+/g, ' ');
  const digest = createHash('sha256').update('stamp').digest('hex').slice(0, 16);
  expect(text).toContain(`letter.pdf (5 octets, SHA-256 ${digest})`);
  expect(text).not.toContain('logo.png');
});

const ODD: Readonly<Record<string, Buffer>> = {
  nothing: Buffer.alloc(0),
  'no header': Buffer.from('\r\n\r\n'),
  'only a NUL': Buffer.from([0]),
  noise: Buffer.from(Array.from({ length: 4_000 }, (_, index) => (index * 7_919) % 256)),
  'a multipart without an end': Buffer.from('Content-Type: multipart/mixed; boundary=x\r\n\r\n--x'),
  'a thousand parts in each other': Buffer.from(nested(1_000)),
  'From twice': Buffer.from('From: a@b.example\r\nFrom: c@d.example\r\n\r\nCONFIRM\r\n'),
  'a broken charset': Buffer.from(
    'From: a@b.example\r\nContent-Type: text/plain; charset=%00\r\n\r\n\xff',
  ),
  'an unknown encoding': Buffer.from(
    'From: a@b.example\r\nContent-Transfer-Encoding: x-none\r\n\r\nHi',
  ),
};

it(`mails of ${Object.keys(ODD).join(', ')} each have an end, and so has the one behind them`, async () => {
  const rig = await openRig();
  const engine = rig.engine();
  for (const raw of Object.values(ODD)) await engine.accept.accept({ ...rig.request('xb'), raw });
  await engine.accept.accept(rig.request('xa'));
  await workOn(rig, engine);
  const outcomes = await rig.outcomes();
  expect(outcomes).toHaveLength(Object.keys(ODD).length + 1);
  expect(outcomes.filter((outcome) => outcome.startsWith('pending'))).toEqual([]);
  expect(outcomes.at(-1)).toBe('opened request-opened');
});

it('a registry that cannot be reached makes the mail wait, with its reason, and then it goes on', async () => {
  const rig = await openRig();
  const engine = rig.engine();
  rig.whois.faults.set('xa', 'reset');
  await engine.accept.accept(rig.request('xa'));
  await engine.accept.accept(rig.request('xb'));
  await workOn(rig, engine);
  expect(await rig.outcomes()).toEqual(['pending registry-unreachable', 'opened request-opened']);
  expect(rig.log.lines.filter((line) => line.startsWith('error'))).toEqual([]);
  rig.whois.faults.clear();
  rig.advance('20m');
  await rig.settle(engine);
  expect(await rig.outcomes()).toEqual(['opened request-opened', 'opened request-opened']);
});

it('an answer of the registry that cannot be read never means "no admin contact"', async () => {
  const rig = await openRig();
  const engine = rig.engine();
  for (const [cctld, fault] of Object.entries({ xa: 'truncated', xb: 'rate-limit', xc: 'empty' })) {
    rig.whois.faults.set(cctld, fault as Fault);
    await engine.accept.accept(rig.request(cctld));
  }
  await rig.settle(engine);
  expect(await rig.outcomes()).toEqual([
    'pending registry-unreadable',
    // Whoever is asked too often says so in many words.
    'pending registry-unreachable',
    'pending registry-unreadable',
  ]);
  expect(await rig.letters()).toEqual([]);
});

it('a mail for which nothing outside answers for days is set aside, not forgotten', async () => {
  const rig = await openRig();
  const engine = rig.engine();
  rig.whois.faults.set('xa', 'reset');
  await engine.accept.accept(rig.request('xa'));
  await rig.settle(engine);
  rig.advance('6d');
  await rig.settle(engine);
  expect(await rig.outcomes()).toEqual(['quarantined registry-unreachable']);
  expect((await rig.letter('alarm-quarantine')).to).toBe('val1@ccnso.example');
});

it('DNS trouble makes the mail wait and never lowers what it proves', async () => {
  const rig = await openRig({ policy: 'balanced' });
  const engine = rig.engine();
  const domain = 'registry-xa.example';
  rig.dns.set(domain, { TXT: ['v=spf1 ip4:192.0.2.10 -all'] });
  rig.dns.set(`_dmarc.${domain}`, { TXT: ['v=DMARC1; p=reject'] });
  rig.dns.fail.add(domain);
  rig.dns.fail.add(`_dmarc.${domain}`);
  await engine.accept.accept(rig.request('xa'));
  await rig.settle(engine);
  expect(await rig.outcomes()).toEqual(['pending dns']);
  expect(await listCases(rig.db)).toEqual([]);
  rig.dns.fail.clear();
  rig.advance('1m');
  await rig.settle(engine);
  expect(await rig.outcomes()).toEqual(['opened request-opened']);
  expect(await listCases(rig.db)).toMatchObject([{ state: 'queued', context: { evidence: 'E3' } }]);
});

it('the same mail delivered again, before or after it was processed, is one mail', async () => {
  const rig = await openRig();
  const engine = rig.engine();
  const mail = rig.request('xa');
  await engine.accept.accept(mail);
  await engine.accept.accept(mail);
  await rig.settle(engine);
  const again = Buffer.concat([Buffer.from('Received: from relay by mx; id 2\r\n'), mail.raw]);
  await engine.accept.accept({ ...mail, raw: again });
  await rig.settle(engine);
  expect(await rig.inbox()).toMatchObject([{ times_seen: 3, outcome: 'opened' }]);
  expect(await listCases(rig.db)).toHaveLength(1);
  expect((await rig.letters()).map(({ name }) => name)).toEqual(['traced', 'queue']);
});

it('a mail of our own that comes back is not answered, and no loop begins', async () => {
  const rig = await openRig();
  const engine = rig.engine();
  await engine.accept.accept(rig.request('xa'));
  await rig.settle(engine);
  for (const letter of await rig.letters()) {
    const raw = Buffer.from(`Received: from mx\r\nFrom: ${anchorOf('xa')}\r\n\r\n`);
    await engine.accept.accept({ ...rig.answer(letter, ''), raw });
  }
  const { mail } = await rig.letter('traced');
  const back = rig.mail({
    from: 'tld-ops-join@lists.example',
    headers: { 'Message-ID': `<${mail.messageId}>` },
  });
  await engine.accept.accept(back);
  await workOn(rig, engine);
  expect((await rig.inbox()).at(-1)).toMatchObject({ class: 'own', outcome: 'ignored' });
});

function nested(depth: number): string {
  const parts = Array.from(
    { length: depth },
    (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`,
  );
  return `From: a@b.example\r\n${parts.join('')}`;
}
