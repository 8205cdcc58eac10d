/** The issues of the contact list that were sent, and what the next one is made of besides the roster. */

import { sql } from 'kysely';
import type { LastIssue } from '../machines/issue/issue.ts';
import type { Address } from '../machines/words/address.ts';
import type { Cctld } from '../machines/words/cctld.ts';
import type { RosterEntry } from '../machines/words/case.ts';
import type { Db } from './db.ts';
import { toJson } from './json.ts';

/** The newest issue, of whatever period. */
export async function lastIssue(db: Db): Promise<LastIssue | undefined> {
  const row = await db
    .selectFrom('issues')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return { number: row.id, period: row.period, at: row.made_at, roster: row.roster };
}

/** Number and time of the issue of a period. */
export async function findIssue(
  db: Db,
  period: string,
): Promise<{ readonly number: number; readonly at: Date } | undefined> {
  const row = await db
    .selectFrom('issues')
    .select(['id', 'made_at'])
    .where('period', '=', period)
    .executeTakeFirst();
  return row && { number: row.id, at: row.made_at };
}

export interface NewIssue {
  readonly number: number;
  readonly period: string;
  readonly at: Date;
  readonly digest: string;
  readonly roster: readonly RosterEntry[];
}

/** Notes an issue. Throws when there is one for the period, or with the number: the schema says no. */
export async function addIssue(trx: Db, issue: NewIssue): Promise<void> {
  await trx
    .insertInto('issues')
    .values({
      id: issue.number,
      period: issue.period,
      made_at: issue.at,
      digest: issue.digest,
      roster: toJson(issue.roster),
    })
    .execute();
}

/** The ccTLDs for which changes are stopped. */
export async function frozenCctlds(db: Db): Promise<Cctld[]> {
  const rows = await db
    .selectFrom('cctlds')
    .select('cctld')
    .where('frozen_at', 'is not', null)
    .orderBy('cctld')
    .execute();
  return rows.map(({ cctld }) => cctld as Cctld);
}

/** Since when mail does not reach somebody (ISO instants). */
export async function unreachablePeople(db: Db): Promise<Map<Address, string>> {
  const rows = await db
    .selectFrom('persons')
    .select(['address', 'unreachable_since'])
    .where('unreachable_since', 'is not', null)
    .execute();
  return new Map(
    rows.flatMap(({ address, unreachable_since: since }) =>
      since === null ? [] : [[address as Address, since.toISOString()] as const],
    ),
  );
}

/** To whom the whole list was sent as an answer to `who`, and how often, since a moment or ever. */
export async function listsSent(db: Db, since?: Date): Promise<Map<Address, number>> {
  const rows = await db
    .selectFrom('letters')
    .select(['addressee', sql<number>`count(*)::int`.as('times')])
    .where('name', '=', 'own-answer')
    .where(sql<boolean>`data #>> '{letter,full}' = 'true'`)
    .where('failed_at', 'is', null)
    .$if(since !== undefined, (query) => query.where('created_at', '>', since ?? new Date(0)))
    .groupBy('addressee')
    .execute();
  return new Map(rows.map(({ addressee, times }) => [addressee as Address, times]));
}
