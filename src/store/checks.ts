/** Yearly checks and drills: which there are, who was asked, and what was answered. */

import type { Selectable } from 'kysely';
import type { CheckRow } from '../machines/check/course.ts';
import type { Address } from '../machines/words/address.ts';
import type { Cctld } from '../machines/words/cctld.ts';
import type { CheckAnswer, CheckKind, CheckWord } from '../machines/words/check.ts';
import { Conflict } from './cases.ts';
import type { Db } from './db.ts';
import { findJob, putJob } from './jobs.ts';
import type { Database } from './schema.ts';

export type Check = Selectable<Database['checks']>;

/** One who was asked. */
export interface AskedRow extends CheckRow {
  readonly address: Address;
  /** Of a drill: those of the person when it began. */
  readonly cctlds: readonly Cctld[];
  readonly answer?: CheckWord;
  readonly answeredAt?: Date;
}

export interface NewCheck {
  readonly kind: CheckKind;
  readonly period: string;
  readonly at: Date;
  readonly closesAt: Date;
  readonly by: string;
  readonly words?: string;
}

/** Begins one, and puts its work among the jobs. Throws when there is one of this period: the schema says no. */
export async function addCheck(trx: Db, one: NewCheck): Promise<number> {
  const { id } = await trx
    .insertInto('checks')
    .values({
      kind: one.kind,
      period: one.period,
      opened_at: one.at,
      closes_at: one.closesAt,
      closed_at: null,
      started_by: one.by,
      words: one.words ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await armCheck(trx, id, one.at, one.at);
  return id;
}

function keyOf(id: number): string {
  return `check:${id}`;
}

/** Has the next step of a check done then. */
export async function armCheck(trx: Db, id: number, runAt: Date, now: Date): Promise<void> {
  await putJob(trx, { key: keyOf(id), kind: 'timer', payload: { check: id }, runAt, now });
}

/** The work of each open check is among the jobs; safe to call at each start, by several engines. */
export async function armOpenChecks(db: Db, now: Date): Promise<void> {
  for (const { id } of await openChecks(db)) {
    const found = await findJob(db, keyOf(id));
    if (found === undefined || found.dead_at !== null || found.run_at > now)
      await armCheck(db, id, now, now);
  }
}

export async function findCheck(db: Db, id: number): Promise<Check | undefined> {
  return db.selectFrom('checks').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function findPeriod(db: Db, period: string): Promise<Check | undefined> {
  return db.selectFrom('checks').selectAll().where('period', '=', period).executeTakeFirst();
}

/** The newest yearly check that began between these two times. */
export async function yearlyBetween(db: Db, from: Date, to: Date): Promise<Check | undefined> {
  return db
    .selectFrom('checks')
    .selectAll()
    .where('kind', '=', 'yearly')
    .where('opened_at', '>', from)
    .where('opened_at', '<', to)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Gives another name to a period, so that a check of it can begin. */
export async function renamePeriod(trx: Db, id: number, period: string): Promise<void> {
  await trx.updateTable('checks').set({ period }).where('id', '=', id).execute();
}

export async function openChecks(db: Db, kind?: CheckKind): Promise<Check[]> {
  return db
    .selectFrom('checks')
    .selectAll()
    .where('closed_at', 'is', null)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'yearly'))
    .orderBy('id')
    .execute();
}

/** The newest one, running or over. */
export async function lastCheck(db: Db, kind: CheckKind): Promise<Check | undefined> {
  return db
    .selectFrom('checks')
    .selectAll()
    .where('kind', '=', kind)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Everybody who was asked, by address. */
export async function askedIn(db: Db, checkId: number): Promise<AskedRow[]> {
  const rows = await db
    .selectFrom('check_answers')
    .selectAll()
    .where('check_id', '=', checkId)
    .orderBy('address')
    .execute();
  return rows.flatMap(({ address, cctlds, asked_at, answered_at, answer, ...row }) =>
    asked_at === null
      ? []
      : [
          {
            address: address as Address,
            cctlds: cctlds as Cctld[],
            askedAt: asked_at,
            reminded: row.reminded_at !== null,
            told: row.told_at !== null,
            answered: answer !== null,
            ...(answer === null ? {} : { answer }),
            ...(answered_at === null ? {} : { answeredAt: answered_at }),
          },
        ],
  );
}

export async function noteAsked(trx: Db, checkId: number, address: Address, at: Date) {
  await trx
    .insertInto('check_answers')
    .values({ check_id: checkId, address, asked_at: at })
    .onConflict((conflict) =>
      conflict.columns(['check_id', 'address']).doUpdateSet({ asked_at: at }),
    )
    .execute();
}

export async function noteTold(trx: Db, checkId: number, address: Address, at: Date) {
  await trx
    .updateTable('check_answers')
    .set({ told_at: at })
    .where('check_id', '=', checkId)
    .where('address', '=', address)
    .execute();
}

export async function noteReminded(trx: Db, checkId: number, address: Address, at: Date) {
  await trx
    .updateTable('check_answers')
    .set({ reminded_at: at })
    .where('check_id', '=', checkId)
    .where('address', '=', address)
    .execute();
}

/** Keeps an answer, and that the data were said to be right. In a drill the first one stays. */
export async function noteAnswer(trx: Db, answer: CheckAnswer): Promise<void> {
  const { checkId, address, word, at, right } = answer;
  await trx
    .updateTable('check_answers')
    .set({ answer: word, answered_at: at })
    .where('check_id', '=', checkId)
    .where('address', '=', address)
    .where((or) => or.or([or('answer', 'is', null), or('answer', '<>', 'here')]))
    .execute();
  if (right?.person === true) await confirmPerson(trx, address, at);
  await confirmCctlds(trx, right?.cctlds ?? [], at);
}

async function confirmPerson(trx: Db, address: Address, at: Date): Promise<void> {
  await trx
    .updateTable('persons')
    .set({ confirmed_at: at })
    .where('address', '=', address)
    .execute();
}

/** The Admin Contact has said who the contacts are. */
export async function confirmCctlds(trx: Db, cctlds: readonly string[], at: Date): Promise<void> {
  if (cctlds.length === 0) return;
  await trx.updateTable('cctlds').set({ confirmed_at: at }).where('cctld', 'in', cctlds).execute();
}

/** Ends a check. Throws Conflict when somebody else did. */
export async function closeCheck(trx: Db, id: number, at: Date): Promise<void> {
  const result = await trx
    .updateTable('checks')
    .set({ closed_at: at })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new Conflict('the check has ended meanwhile');
}

/** When each address was last asked in a yearly check that is over. */
export async function lastAskedYearly(db: Db): Promise<Map<Address, Date>> {
  const rows = await db
    .selectFrom('check_answers')
    .innerJoin('checks', 'checks.id', 'check_answers.check_id')
    .select((take) => [
      'check_answers.address',
      take.fn.max('check_answers.asked_at').as('asked_at'),
    ])
    .where('checks.kind', '=', 'yearly')
    .where('checks.closed_at', 'is not', null)
    .groupBy('check_answers.address')
    .execute();
  return new Map(
    rows.flatMap(({ address, asked_at }) =>
      asked_at === null ? [] : [[address as Address, asked_at] as const],
    ),
  );
}
