/** What waits and how old things are: counts for the operator page, one query each. */

import { sql } from 'kysely';
import type { CheckFacts, OpenCase, Waiting } from '../machines/pages/operator-facts.ts';
import type { Cctld } from '../machines/words/cctld.ts';
import type { Verdict } from '../machines/words/registry.ts';
import type { Db } from './db.ts';
import { isReplaced } from './letters.ts';

type CaseRow = Omit<OpenCase, 'days' | 'ours' | 'due'> & {
  readonly openedAt: Date;
  readonly dueAt: Date | null;
};

/** Open cases, the oldest first, without invitations that only wait for their answer. */
export async function waitingCases(db: Db): Promise<CaseRow[]> {
  const rows = await db
    .selectFrom('cases')
    .select(['id', 'kind', 'cctld', 'state', 'waiting', 'opened_at', 'due_at'])
    .where('closed_at', 'is', null)
    .where((or) =>
      or.or([or('kind', '<>', 'invite'), or('state', 'not in', ['planned', 'invited'])]),
    )
    .orderBy('opened_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as OpenCase['kind'],
    ...(row.cctld === null ? {} : { cctld: row.cctld as Cctld }),
    state: row.state as OpenCase['state'],
    ...(row.waiting === null ? {} : { waiting: row.waiting }),
    openedAt: row.opened_at,
    dueAt: row.due_at,
  }));
}

/**
 * Work that is not done, by kind. What was tried in vain moves on to its next try again and again, and has
 * been due since its beginning all the same. Not a timer: its row may be older than its task.
 */
export async function countJobs(db: Db, now: Date): Promise<Waiting[]> {
  const dueAt = sql<Date>`case when kind <> 'timer' and last_error is not null
    then created_at else run_at end`;
  const isDue = sql`dead_at is null and ${dueAt} <= ${now}`;
  const rows = await db
    .selectFrom('jobs')
    .select([
      'kind',
      sql<number>`count(*) filter (where dead_at is null)::int`.as('count'),
      sql<number>`count(*) filter (where ${isDue})::int`.as('due'),
      sql<Date | null>`min(${dueAt}) filter (where ${isDue})`.as('oldest'),
      sql<number>`count(dead_at)::int`.as('givenUp'),
    ])
    .groupBy('kind')
    .orderBy('kind')
    .execute();
  return rows.map(({ oldest, ...row }) => ({
    ...row,
    oldestMinutes: oldest === null ? 0 : Math.floor((now.getTime() - oldest.getTime()) / 60_000),
  }));
}

/** Letters that the relay refused, and letters that came back, since a moment. */
export async function countUndelivered(
  db: Db,
  since: Date,
): Promise<{ readonly failed: number; readonly cameBack: number }> {
  return db
    .selectFrom('letters')
    .select([
      sql<number>`count(*) filter (where failed_at > ${since} and not ${isReplaced})::int`.as(
        'failed',
      ),
      sql<number>`count(*) filter (where bounced_at > ${since})::int`.as('cameBack'),
    ])
    .executeTakeFirstOrThrow();
}

export interface RegistryCounts {
  readonly day: number;
  readonly week: number;
  readonly older: number;
  readonly stale: number;
  readonly never: number;
  readonly settling: number;
}

/** Whether we have never had the record of a ccTLD, and the registry has not said that there is none. */
export const neverRead = sql<boolean>`(checked_at is null and absent_since is null)`;

/**
 * ccTLDs by the age of our copy of their record: under a day, under a week, older, none; and those whose
 * copy is older than `freshMs`: too old to decide by (design 4).
 */
export async function countRegistryAges(
  db: Db,
  now: Date,
  freshMs: number,
): Promise<RegistryCounts> {
  const stale = new Date(now.getTime() - freshMs);
  const age = sql`${now}::timestamptz - checked_at`;
  return db
    .selectFrom('cctlds')
    .select([
      sql<number>`count(*) filter (where ${age} < interval '1 day')::int`.as('day'),
      sql<number>`count(*) filter (where ${age} >= interval '1 day'
        and ${age} <= interval '7 days')::int`.as('week'),
      sql<number>`count(*) filter (where ${age} > interval '7 days')::int`.as('older'),
      sql<number>`count(*) filter (where checked_at < ${stale})::int`.as('stale'),
      sql<number>`count(*) filter (where ${neverRead})::int`.as('never'),
      sql<number>`count(candidate_id)::int`.as('settling'),
    ])
    .executeTakeFirstOrThrow();
}

/** Registry changes that counted since a moment, by what they came to. */
export async function countChanges(db: Db, since: Date): Promise<Record<Verdict, number>> {
  const rows = await db
    .selectFrom('registry_changes')
    .select(['verdict', sql<number>`count(*)::int`.as('count')])
    .where('at', '>', since)
    .groupBy('verdict')
    .execute();
  const none = { redelegation: 0, review: 0, anchor: 0, details: 0 };
  return { ...none, ...Object.fromEntries(rows.map(({ verdict, count }) => [verdict, count])) };
}

/** ccTLDs whose Admin Contact's address takes no mail; a new address is another matter. */
export async function undeliverableCctlds(db: Db): Promise<Cctld[]> {
  const rows = await db
    .selectFrom('cctlds')
    .select('cctld')
    .whereRef('undeliverable', '=', 'anchor')
    .orderBy('cctld')
    .execute();
  return rows.map(({ cctld }) => cctld as Cctld);
}

/** The ccTLDs for which changes are stopped, and since when. */
export async function frozenSince(db: Db): Promise<{ cctld: Cctld; since: Date }[]> {
  const rows = await db
    .selectFrom('cctlds')
    .select(['cctld', 'frozen_at'])
    .where('frozen_at', 'is not', null)
    .orderBy('cctld')
    .execute();
  return rows.flatMap(({ cctld, frozen_at: since }) =>
    since === null ? [] : [{ cctld: cctld as Cctld, since }],
  );
}

/** Mails that were set aside and mails that are held. */
export async function countAside(
  db: Db,
): Promise<{ readonly quarantined: number; readonly held: number }> {
  return db
    .selectFrom('inbox')
    .select([
      sql<number>`count(*) filter (where outcome = 'quarantined')::int`.as('quarantined'),
      sql<number>`count(*) filter (where outcome = 'held')::int`.as('held'),
    ])
    .where('outcome', 'in', ['quarantined', 'held'])
    .executeTakeFirstOrThrow();
}

export interface ConfirmedCounts {
  readonly year: number;
  readonly two: number;
  readonly older: number;
}

// Who never confirmed has said so last when the place on the list began.
const confirmedAges = (now: Date) => [
  sql<number>`count(*) filter (where at > ${now}::timestamptz - interval '1 year')::int`.as('year'),
  sql<number>`count(*) filter (where at <= ${now}::timestamptz - interval '1 year'
    and at > ${now}::timestamptz - interval '2 years')::int`.as('two'),
  sql<number>`count(*) filter (where at <= ${now}::timestamptz - interval '2 years')::int`.as(
    'older',
  ),
];

/** People on the list by when they last said that their data are right, or came to the list. */
export async function countConfirmedPeople(db: Db, now: Date): Promise<ConfirmedCounts> {
  const people = db
    .selectFrom('persons')
    .innerJoin('appointments', 'appointments.person_id', 'persons.id')
    .select(sql<Date>`coalesce(persons.confirmed_at, min(appointments.since))`.as('at'))
    .where('appointments.ended_at', 'is', null)
    .groupBy('persons.id');
  return db.selectFrom(people.as('people')).select(confirmedAges(now)).executeTakeFirstOrThrow();
}

/** The same of the Admin Contacts of ccTLDs that have somebody on the list. */
export async function countConfirmedAnchors(db: Db, now: Date): Promise<ConfirmedCounts> {
  const anchors = db
    .selectFrom('appointments')
    .leftJoin('cctlds', 'cctlds.cctld', 'appointments.cctld')
    .select(sql<Date>`coalesce(max(cctlds.confirmed_at), min(appointments.since))`.as('at'))
    .where('appointments.ended_at', 'is', null)
    .groupBy('appointments.cctld');
  return db.selectFrom(anchors.as('anchors')).select(confirmedAges(now)).executeTakeFirstOrThrow();
}

/** The newest yearly check and the newest drill, with how many were asked and how many answered. */
export async function newestChecks(db: Db): Promise<CheckFacts[]> {
  const rows = await db
    .selectFrom('checks')
    .leftJoin('check_answers', 'check_answers.check_id', 'checks.id')
    .distinctOn('checks.kind')
    .select(['checks.kind', 'checks.period', 'opened_at', 'closes_at', 'closed_at'])
    .select([
      sql<number>`count(asked_at)::int`.as('asked'),
      sql<number>`count(answered_at)::int`.as('answered'),
    ])
    .groupBy('checks.id')
    .orderBy('checks.kind', 'desc')
    .orderBy('checks.id', 'desc')
    .execute();
  return rows.map(({ kind, period, opened_at, closes_at, closed_at, asked, answered }) => ({
    kind,
    period,
    opened: opened_at.toISOString(),
    closes: closes_at.toISOString(),
    ...(closed_at === null ? {} : { closed: closed_at.toISOString() }),
    asked,
    answered,
  }));
}

/** ccTLDs with a contact whom mail does not reach. */
export async function unreachableCctlds(db: Db): Promise<Cctld[]> {
  const rows = await db
    .selectFrom('appointments')
    .innerJoin('persons', 'persons.id', 'appointments.person_id')
    .select('appointments.cctld')
    .distinct()
    .where('ended_at', 'is', null)
    .where('unreachable_since', 'is not', null)
    .orderBy('appointments.cctld')
    .execute();
  return rows.map(({ cctld }) => cctld as Cctld);
}
