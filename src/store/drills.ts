/** Drills: one at a time, and one a day at most; who is asked in them, and whom they did not reach. */

import { sql } from 'kysely';
import type { NoDrill } from '../machines/check/no-drill.ts';
import type { Address } from '../machines/words/address.ts';
import { appendAudit } from './audit.ts';
import { Conflict } from './cases.ts';
import { readCheckPeople } from './check-people.ts';
import { addCheck, type Check, findPeriod, openChecks } from './checks.ts';
import type { Db } from './db.ts';

export interface NewDrill {
  /** An address, or `operator`. */
  readonly by: string;
  readonly text?: string;
  readonly windowMs: number;
}

export async function whyNoDrill(db: Db, at: Date): Promise<NoDrill | undefined> {
  const [open] = await openChecks(db, 'drill');
  if (open !== undefined) return { why: 'open', since: open.opened_at };
  return (await findPeriod(db, periodAt(at))) === undefined ? undefined : { why: 'today' };
}

function periodAt(at: Date): string {
  return `drill ${at.toISOString().slice(0, 10)}`;
}

/** Whom it asks is settled now, and what stands in its report: whoever joins or changes later is not in it. */
async function settle(trx: Db, checkId: number): Promise<void> {
  const { roster, persons } = await readCheckPeople(trx);
  const rows = [...Map.groupBy(roster, ({ address }) => address)].map(([address, places]) => ({
    check_id: checkId,
    address,
    cctlds: places.map(({ cctld }) => cctld),
    not_asked: persons.get(address)?.unreachable === true,
  }));
  if (rows.length > 0) await trx.insertInto('check_answers').values(rows).execute();
}

/** Who of them is still to be asked. */
export async function stillToAsk(db: Db, checkId: number): Promise<Address[]> {
  const rows = await db
    .selectFrom('check_answers')
    .select('address')
    .where('check_id', '=', checkId)
    .where('asked_at', 'is', null)
    .where('not_asked', '=', false)
    .execute();
  return rows.map(({ address }) => address as Address);
}

/** How many were on the list when it began, and are not asked. */
export async function countNotAsked(db: Db, checkId: number): Promise<number> {
  const { count } = await db
    .selectFrom('check_answers')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('check_id', '=', checkId)
    .where('not_asked', '=', true)
    .executeTakeFirstOrThrow();
  return count;
}

/** Whose letter came back before the end. Drills follow one another, so the time tells which one it was. */
export async function cameBack(db: Db, { opened_at, closes_at }: Check): Promise<Address[]> {
  const rows = await db
    .selectFrom('letters')
    .select('addressee')
    .where('name', '=', 'drill')
    .where('created_at', '>=', opened_at)
    .where('created_at', '<', closes_at)
    .where('bounced_at', '<', closes_at)
    .execute();
  return rows.map(({ addressee }) => addressee as Address);
}

/** Runs under the lock of the audit chain. Throws Conflict when another one began meanwhile. */
export async function addDrill(trx: Db, one: NewDrill, at: Date): Promise<number> {
  if ((await whyNoDrill(trx, at)) !== undefined)
    throw new Conflict('another drill began meanwhile');
  const { by, text, windowMs } = one;
  const id = await addCheck(trx, {
    kind: 'drill',
    period: periodAt(at),
    at,
    closesAt: new Date(at.getTime() + windowMs),
    by,
    ...(text === undefined ? {} : { words: text }),
  });
  await settle(trx, id);
  const facts = { check: id, hours: windowMs / 3_600_000, ...(text === undefined ? {} : { text }) };
  await appendAudit(trx, {
    at,
    actor: by,
    reason: 'drill-opened',
    facts,
    before: {},
    after: {},
  });
  return id;
}
