/** Puts one of everything into a database that the operator page tells of, with secrets that it must not tell. */

import { sql } from 'kysely';
import type { Cctld } from '../../src/machines/words/cctld.ts';
import type { Db } from '../../src/store/db.ts';
import { addMail } from '../../src/store/inbox.ts';
import { putJob } from '../../src/store/jobs.ts';
import { REPLACED } from '../../src/store/letters.ts';
import { freeze } from '../../src/store/registry.ts';
import { fillRoster } from './fill-roster.ts';
import { entry } from './issue-facts.ts';

const DAY = 86_400_000;

/** What stands in the database and must never stand on a page. */
export const SECRETS = [
  'Ana',
  'Pérez',
  'isp.example',
  '+31207946080',
  '020 7946 0801',
  'admin@registry',
  'val1@ccnso.example',
  'told me by phone',
  'a body that nobody else shall read',
  'tld-ops-bounces+',
  'secret-token',
];

export async function fillOperator(db: Db, now: Date): Promise<void> {
  const ago = (days: number) => new Date(now.getTime() - days * DAY);
  await fillPeople(db, ago);
  await fillCctlds(db, now, ago);
  await fillCases(db, ago);
  await fillMail(db, now, ago);
  await fillChecks(db, ago);
}

type Ago = (days: number) => Date;

async function fillPeople(db: Db, ago: Ago): Promise<void> {
  const since = (days: number) => ago(days).toISOString();
  await fillRoster(db, [
    entry('xa', 'ana@isp.example', { primary: true, since: since(900) }),
    entry('xa', 'bo@isp.example', { since: since(20) }),
    entry('xb', 'ana@isp.example', { primary: true, since: since(500) }),
    entry('xb', 'cy@isp.example', { since: since(500) }),
  ]);
  await db
    .updateTable('persons')
    .set({ confirmed_at: ago(10) })
    .where('address', '=', 'cy@isp.example')
    .execute();
  await db
    .updateTable('persons')
    .set({ unreachable_since: ago(3) })
    .where('address', '=', 'bo@isp.example')
    .execute();
}

async function fillCctlds(db: Db, now: Date, ago: Ago): Promise<void> {
  const { id } = await db
    .insertInto('registry_snapshots')
    .values({
      cctld: 'xa',
      source: 'file',
      sha256: 'x',
      answer: 'x',
      record: '{}',
      first_seen: now,
      last_seen: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const one = (cctld: string, checked: Date | null, more: object = {}) => ({
    cctld,
    snapshot_id: id,
    anchor: `admin@registry-${cctld}.example`,
    checked_at: checked,
    ...more,
  });
  await db
    .insertInto('cctlds')
    .values([
      one('xa', ago(0.5), { candidate_id: id, candidate_since: ago(0.1) }),
      one('xb', ago(3), { confirmed_at: ago(400) }),
      one('xc', ago(7.5), {
        undeliverable: 'admin@registry-xc.example',
        undeliverable_at: ago(1),
      }),
      one('xd', ago(1), { undeliverable: 'gone@registry-xd.example', undeliverable_at: ago(1) }),
      one('xe', null),
    ])
    .execute();
  await freeze(db, 'xb' as Cctld, 'val1@ccnso.example', 'told me by phone', ago(7));
  const change = { cctld: 'xa', base_id: id, before_id: id, after_id: id, fields: '[]', score: 1 };
  await db
    .insertInto('registry_changes')
    .values([
      { ...change, at: ago(2), verdict: 'anchor' },
      { ...change, at: ago(29), verdict: 'anchor' },
      { ...change, at: ago(29), verdict: 'details' },
      { ...change, at: ago(31), verdict: 'review' },
    ])
    .execute();
}

function aCase(kind: string, cctld: string | null, state: string, opened: Date) {
  return {
    kind,
    cctld,
    state,
    context: '{}',
    request: '{"text": "a body that nobody else shall read"}',
    evidence: 'E3',
    policy: 'balanced',
    requester: 'ana@isp.example',
    opened_at: opened,
    updated_at: opened,
  };
}

async function fillCases(db: Db, ago: Ago): Promise<void> {
  await db
    .insertInto('cases')
    .values([
      aCase('subscribe', 'xc', 'queued', ago(9.9)),
      { ...aCase('update', 'xa', 'applying', ago(1)), waiting: 'registry-unreachable' },
      { ...aCase('subscribe', null, 'needs-cctld', ago(40)), due_at: ago(-2) },
      aCase('invite', 'xd', 'invited', ago(50)),
    ])
    .execute();
}

async function fillMail(db: Db, now: Date, ago: Ago): Promise<void> {
  for (const outcome of ['quarantined', 'held', 'held', 'ignored'] as const) {
    const raw = Buffer.from(`Subject: a body that nobody else shall read ${Math.random()}\r\n\r\n`);
    const recipients = ['tld-ops-join@lists.example'];
    const arrival = { raw, envelopeFrom: 'ana@isp.example', recipients, client: {} };
    const [added] = await addMail(db, { ...arrival, receivedAt: ago(1) });
    await db
      .updateTable('inbox')
      .set({ outcome })
      .where('id', '=', added?.inboxId ?? 0)
      .execute();
  }
  await db.deleteFrom('jobs').execute();
  const work = { kind: 'letter', payload: { token: 'secret-token' }, now } as const;
  await putJob(db, { ...work, key: 'a', runAt: ago(0.125) });
  await putJob(db, { ...work, key: 'b', runAt: ago(0.1) });
  await putJob(db, { ...work, key: 'c', runAt: ago(-1) });
  await putJob(db, { ...work, key: 'd', kind: 'timer', runAt: ago(1) });
  const error = 'ana@isp.example said no to tld-ops-bounces+secret-token';
  await sql`update jobs set dead_at = ${now}, last_error = ${error} where key = 'd'`.execute(db);
  const letter = (
    key: string,
    more: { failed_at?: Date; bounced_at?: Date; relay_reply?: string },
  ) => ({
    key,
    secrets: '{"token": "secret-token"}',
    name: 'welcome',
    addressee: 'ana@isp.example',
    data: '{}',
    message_id_sha256: key,
    bounce_sha256: key,
    created_at: ago(60),
    ...more,
  });
  await db
    .insertInto('letters')
    .values([
      letter('a', { failed_at: ago(2), relay_reply: '550 5.1.1 ana@isp.example' }),
      letter('b', { failed_at: ago(2), relay_reply: REPLACED }),
      letter('c', { failed_at: ago(40) }),
      letter('d', { bounced_at: ago(3) }),
    ])
    .execute();
  await sql`insert into issues (id, period, made_at, digest, roster)
    overriding system value
    values (7, 'month 2026-11', ${ago(26)}, 'x', '[{}, {}, {}]')`.execute(db);
}

async function fillChecks(db: Db, ago: Ago): Promise<void> {
  const check = {
    kind: 'yearly',
    started_by: 'engine',
    opened_at: ago(40),
    closes_at: ago(10),
  } as const;
  const rows = await db
    .insertInto('checks')
    .values([
      { ...check, period: 'year 2025' },
      { ...check, period: 'year 2026', closed_at: ago(9) },
      { ...check, kind: 'drill', period: 'drill 2026-10-18' },
    ])
    .returning('id')
    .execute();
  const id = rows[1]?.id ?? 0;
  const asked = { check_id: id, asked_at: ago(40) };
  await db
    .insertInto('check_answers')
    .values([
      { ...asked, address: 'bo@isp.example', answered_at: ago(39), answer: 'right' },
      { ...asked, address: 'ana@isp.example' },
      { check_id: id, address: 'cy@isp.example' },
    ])
    .execute();
}
