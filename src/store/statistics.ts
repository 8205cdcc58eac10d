/** What the statistics of a day are made of, as it was at the end of that day (design 11). */

import { sql } from 'kysely';
import type { CaseThen, PlaceOnList } from '../machines/report/make-report.ts';
import { CLOSED, type CaseKind, type CaseState } from '../machines/words/case.ts';
import type { Cctld } from '../machines/words/cctld.ts';
import { endOfDay } from '../machines/words/day.ts';
import type { Db } from './db.ts';

/** Every place that anybody ever had on the list. */
export async function allPlaces(db: Db): Promise<PlaceOnList[]> {
  const rows = await db
    .selectFrom('appointments')
    .select(['cctld', 'person_id', 'since', 'ended_at'])
    .orderBy('id')
    .execute();
  return rows.map(({ cctld, person_id: person, since, ended_at: ended }) => ({
    cctld: cctld as Cctld,
    person,
    since: since.toISOString(),
    ...(ended === null ? {} : { endedAt: ended.toISOString() }),
  }));
}

/**
 * Every case that was open on the day or had ended by then, in the state of that time: read from the audit
 * trail, because the case itself tells only how it is now. It ended when it first came into a closed state.
 */
export async function casesThen(db: Db, day: string): Promise<CaseThen[]> {
  const end = endOfDay(day);
  const { rows } = await sql<{
    kind: CaseKind;
    state: CaseState;
    opened: Date;
    ended: Date | null;
  }>`
    select cases.kind, cases.opened_at as opened, moves.ended,
      coalesce(moves.state, cases.state) as state
    from cases left join (
      select case_id,
        (array_agg(after ->> 'state' order by id desc))[1] as state,
        min(at) filter (where after ->> 'state' = any(${CLOSED})) as ended
      from audit
      where at < ${end} and case_id is not null and after ? 'state'
      group by case_id
    ) as moves on moves.case_id = cases.id
    where cases.opened_at < ${end}
    order by cases.id`.execute(db);
  return rows.map(({ kind, state, opened, ended }) => ({
    kind,
    state,
    openedAt: opened.toISOString(),
    ...(ended === null ? {} : { endedAt: ended.toISOString() }),
  }));
}

/**
 * The ccTLDs for which changes were stopped at the end of a day: those that still are, and those for which
 * a Validator has allowed them since; the audit trail says from when on they were stopped.
 */
export async function frozenOn(db: Db, day: string): Promise<Cctld[]> {
  const end = endOfDay(day);
  const { rows } = await sql<{ cctld: Cctld }>`
    select cctld from cctlds where frozen_at < ${end}
    union
    select cctld from audit
    where reason = 'unfrozen' and at >= ${end} and cctld is not null
      and (facts ->> 'since')::timestamptz < ${end}
    order by cctld`.execute(db);
  return rows.map(({ cctld }) => cctld);
}
