/** Numbers about the whole engine, for Prometheus: read from the database, the same for every process. */

import { sql } from 'kysely';
import type { Db } from './db.ts';
import { unconfirmedPeople } from './check-people.ts';
import { isReplaced } from './letters.ts';
import { neverRead } from './operator.ts';

/** Ages are in seconds. Labels come from closed sets: no name, no address, no ccTLD. */
export interface Numbers {
  readonly cases: readonly { kind: string; state: string; count: number; oldest: number }[];
  /** Work that waits; timers only when they are due. */
  readonly jobs: readonly { kind: string; count: number; oldest: number }[];
  readonly dead: readonly { kind: string; count: number }[];
  readonly mails: readonly { outcome: string; count: number }[];
  /** Mails that were accepted and not decided yet. */
  readonly pending: { readonly count: number; readonly oldest: number };
  /** Of the last 24 hours, by what became of them. */
  readonly letters: readonly { result: string; count: number }[];
  /** Delivery reports of the last seven days that were believed. */
  readonly reports: readonly { kind: string; count: number }[];
  readonly registry: {
    readonly cctlds: number;
    readonly stale: number;
    /** Those of which no record was ever read, though the registry does not say that there is none. */
    readonly unread: number;
    /** Of the answer that was looked at the longest ago; absent while nothing is known. */
    readonly oldest?: number;
    readonly frozen: number;
  };
  /** Absent when there was none yet. */
  readonly issueAge?: number;
  readonly people: {
    readonly all: number;
    readonly unreachable: number;
    readonly unconfirmed: number;
  };
  /** ccTLDs by how many contacts they have. */
  readonly cctlds: readonly { contacts: number; count: number }[];
}

/** No query of a scrape may take longer, whatever the database is at. */
const PATIENCE_MS = 3_000;

/** `freshMs`: an answer of the registry that is older is stale (design 4). */
export async function readNumbers(db: Db, now: Date, freshMs: number): Promise<Numbers> {
  return db.transaction().execute(async (trx) => {
    await sql`select set_config('statement_timeout', ${String(PATIENCE_MS)}, true)`.execute(trx);
    const stale = new Date(now.getTime() - freshMs);
    return {
      cases: await casesOf(trx, now),
      jobs: await jobsOf(trx, now),
      dead: await deadOf(trx),
      mails: await mailsOf(trx),
      pending: await pendingOf(trx, now),
      letters: await lettersOf(trx, new Date(now.getTime() - DAY)),
      reports: await reportsOf(trx, new Date(now.getTime() - 7 * DAY)),
      registry: await registryOf(trx, now, stale),
      ...(await issueOf(trx, now)),
      people: await peopleOf(trx),
      cctlds: await cctldsOf(trx),
    };
  });
}

const DAY = 86_400_000;

// Of clocks that do not agree nothing is younger than now.
function age(at: Date | null, now: Date): number {
  return at === null ? 0 : Math.max(0, (now.getTime() - at.getTime()) / 1_000);
}

async function casesOf(trx: Db, now: Date): Promise<Numbers['cases']> {
  const { rows } = await sql<{ kind: string; state: string; count: number; at: Date }>`
    select kind, state, count(*)::int as count, min(opened_at) as at
    from cases where closed_at is null group by kind, state order by kind, state`.execute(trx);
  return rows.map(({ at, ...row }) => ({ ...row, oldest: age(at, now) }));
}

// A letter that the relay does not take waits for its next try: that is no reason not to count it.
async function jobsOf(trx: Db, now: Date): Promise<Numbers['jobs']> {
  const { rows } = await sql<{ kind: string; count: number; at: Date }>`
    select kind, count(*)::int as count,
      min(case when kind = 'timer' then run_at else created_at end) as at
    from jobs where dead_at is null and (kind <> 'timer' or run_at <= ${now})
    group by kind order by kind`.execute(trx);
  return rows.map(({ at, ...row }) => ({ ...row, oldest: age(at, now) }));
}

async function deadOf(trx: Db): Promise<Numbers['dead']> {
  const { rows } = await sql<{ kind: string; count: number }>`
    select kind, count(*)::int as count from jobs where dead_at is not null
    group by kind order by kind`.execute(trx);
  return rows;
}

async function mailsOf(trx: Db): Promise<Numbers['mails']> {
  const { rows } = await sql<{ outcome: string; count: number }>`
    select outcome, count(*)::int as count from inbox where outcome in ('quarantined', 'held')
    group by outcome order by outcome`.execute(trx);
  return rows;
}

async function pendingOf(trx: Db, now: Date): Promise<Numbers['pending']> {
  const { rows } = await sql<{ count: number; at: Date | null }>`
    select count(*)::int as count, min(received_at) as at from inbox
    where outcome = 'pending'`.execute(trx);
  const [row = { count: 0, at: null }] = rows;
  return { count: row.count, oldest: age(row.at, now) };
}

async function lettersOf(trx: Db, since: Date): Promise<Numbers['letters']> {
  const { rows } = await sql<{ result: string; count: number }>`
    select case when ${isReplaced} then 'replaced' when failed_at is not null then 'failed' when bounced_at is not null then 'returned'
      when sent_at is not null then 'sent' else 'waiting' end as result, count(*)::int as count
    from letters where created_at > ${since} group by 1 order by 1`.execute(trx);
  return rows;
}

async function reportsOf(trx: Db, since: Date): Promise<Numbers['reports']> {
  const { rows } = await sql<{ kind: string; count: number }>`
    select kind, count(*)::int as count from bounces where at > ${since}
    group by kind order by kind`.execute(trx);
  return rows;
}

type RegistryRow = Omit<Numbers['registry'], 'oldest'> & { readonly at: Date | null };

async function registryOf(trx: Db, now: Date, stale: Date): Promise<Numbers['registry']> {
  const { rows } = await sql<RegistryRow>`
    select count(anchor)::int as cctlds, min(checked_at) filter (where anchor is not null) as at,
      (count(*) filter (where anchor is not null and checked_at < ${stale}))::int as stale,
      (count(*) filter (where ${neverRead}))::int as unread,
      count(frozen_at)::int as frozen
    from cctlds`.execute(trx);
  const [row = { cctlds: 0, stale: 0, unread: 0, at: null, frozen: 0 }] = rows;
  const { at, ...counts } = row;
  return { ...counts, ...(at === null ? {} : { oldest: age(at, now) }) };
}

async function issueOf(trx: Db, now: Date): Promise<Pick<Numbers, 'issueAge'>> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(made_at) as at from issues`.execute(trx);
  const at = rows[0]?.at ?? null;
  return at === null ? {} : { issueAge: age(at, now) };
}

async function peopleOf(trx: Db): Promise<Numbers['people']> {
  const { rows } = await sql<{ all: number; unreachable: number }>`
    select count(*)::int as all, count(unreachable_since)::int as unreachable from persons
    where exists (select from appointments
      where person_id = persons.id and ended_at is null)`.execute(trx);
  const [row = { all: 0, unreachable: 0 }] = rows;
  return { ...row, unconfirmed: (await unconfirmedPeople(trx)).size };
}

async function cctldsOf(trx: Db): Promise<Numbers['cctlds']> {
  const { rows } = await sql<{ contacts: number; count: number }>`
    select contacts, count(*)::int as count from (
      select count(*)::int as contacts from appointments where ended_at is null group by cctld
    ) as places group by contacts order by contacts`.execute(trx);
  return rows;
}
