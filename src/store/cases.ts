/** Cases: read with their version, written only while that version still stands. */

import type { Insertable, Selectable } from 'kysely';
import type { CaseChange } from '../machines/decision.ts';
import { CLOSED, type Case, type CaseContext, type Request } from '../machines/words/case.ts';
import type { Address } from '../machines/words/address.ts';
import type { Cctld } from '../machines/words/cctld.ts';
import type { Db } from './db.ts';
import { toJson } from './json.ts';
import type { Database } from './schema.ts';

/** Somebody else changed the case meanwhile: gather and decide again. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
}

type Row = Selectable<Database['cases']>;

/** A row as the machines know it. */
function caseOf(row: Row): Case {
  return {
    id: row.id,
    version: row.version,
    kind: row.kind as Case['kind'],
    ...(row.cctld === null ? {} : { cctld: row.cctld as Cctld }),
    state: row.state as Case['state'],
    context: row.context as unknown as CaseContext,
    request: row.request as unknown as Request,
    requester: row.requester as Address,
    ...(row.anchor === null ? {} : { anchor: row.anchor as Address }),
    ...(row.snapshot_id === null ? {} : { snapshotId: row.snapshot_id }),
    ...(row.waiting === null ? {} : { waiting: row.waiting }),
    openedAt: row.opened_at.toISOString(),
    ...(row.due_at === null ? {} : { dueAt: row.due_at.toISOString() }),
  };
}

export async function findCase(db: Db, id: number): Promise<Case | undefined> {
  const row = await db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirst();
  return row && caseOf(row);
}

/** Cases by number; numbers that do not exist are left out. */
export async function findCases(db: Db, ids: readonly number[]): Promise<Map<number, Case>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('cases').selectAll().where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, caseOf(row)]));
}

/** The kinds of case that an Admin Contact or a Validator opens: one at a time for each ccTLD. */
const OF_CCTLD: readonly Case['kind'][] = ['subscribe', 'update', 'remove'];

/**
 * Open cases about these ccTLDs, and those of this requester whose ccTLD is not known yet. What SSCs
 * ask for themselves is not among them.
 */
export async function openCases(
  db: Db,
  cctlds: readonly Cctld[],
  requester: Address,
): Promise<Case[]> {
  const rows = await db
    .selectFrom('cases')
    .selectAll()
    .where('closed_at', 'is', null)
    .where('kind', 'in', OF_CCTLD)
    .where((or) =>
      or.or([
        ...(cctlds.length === 0 ? [] : [or('cctld', 'in', cctlds)]),
        or.and([or('cctld', 'is', null), or('requester', '=', requester)]),
      ]),
    )
    .orderBy('id')
    .execute();
  return rows.map(caseOf);
}

/**
 * Open cases whose Admin Contact address is not the one that counts in the registry now. Not while
 * changes are stopped: the new address may be a hijacker's, and gets no code.
 */
export async function casesWithOldAnchor(db: Db): Promise<Case[]> {
  const rows = await db
    .selectFrom('cases')
    .innerJoin('cctlds', 'cctlds.cctld', 'cases.cctld')
    .selectAll('cases')
    .where('cases.closed_at', 'is', null)
    .where('cases.kind', 'in', OF_CCTLD)
    .whereRef('cases.anchor', '<>', 'cctlds.anchor')
    .where('cctlds.frozen_at', 'is', null)
    .orderBy('cases.id')
    .execute();
  return rows.map(caseOf);
}

/** The cases about a ccTLD that are open or were so at that time, the oldest first. */
export async function casesOpenSince(db: Db, cctld: Cctld, at: Date): Promise<Case[]> {
  const rows = await db
    .selectFrom('cases')
    .selectAll()
    .where('cctld', '=', cctld)
    .where((or) =>
      or.or([
        or('closed_at', 'is', null),
        or.and([or('opened_at', '<=', at), or('closed_at', '>', at)]),
      ]),
    )
    .orderBy('id')
    .execute();
  return rows.map(caseOf);
}

/** Every open case, the oldest first. */
export async function allOpenCases(db: Db): Promise<Case[]> {
  const rows = await db
    .selectFrom('cases')
    .selectAll()
    .where('closed_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(caseOf);
}

/** The last cases about a ccTLD that are over, the newest first. */
export async function lastClosedCases(db: Db, cctld: Cctld, most: number): Promise<Case[]> {
  const rows = await db
    .selectFrom('cases')
    .selectAll()
    .where('closed_at', 'is not', null)
    .where('cctld', '=', cctld)
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map(caseOf);
}

/** The ccTLDs about which a case is open; before an invitation goes out the registry is asked anyway. */
export async function openCctlds(db: Db): Promise<Cctld[]> {
  const rows = await db
    .selectFrom('cases')
    .select('cctld')
    .distinct()
    .where('closed_at', 'is', null)
    .where('kind', '<>', 'invite')
    .where('cctld', 'is not', null)
    .orderBy('cctld')
    .execute();
  return rows.map((row) => row.cctld as Cctld);
}

export async function listCases(db: Db): Promise<(Case & { closed: boolean })[]> {
  const rows = await db.selectFrom('cases').selectAll().orderBy('id').execute();
  return rows.map((row) => ({ ...caseOf(row), closed: row.closed_at !== null }));
}

/**
 * Says why a case does not move on although it is our turn; null when it does again. False when it
 * was said before.
 */
export async function setWaiting(db: Db, id: number, waiting: string | null): Promise<boolean> {
  const result = await db
    .updateTable('cases')
    .set({ waiting })
    .where('id', '=', id)
    .where('waiting', 'is distinct from', waiting)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/**
 * Writes a change and returns the number of its case. Throws `Conflict` when the case was changed
 * since it was read, or when another one was opened for the same ccTLD.
 */
export async function writeCase(trx: Db, change: CaseChange, at: Date): Promise<number> {
  const { was } = change;
  const columns = columnsOf(change, at);
  return was === undefined ? insertCase(trx, columns, at) : updateCase(trx, was, columns);
}

type Columns = Omit<Insertable<Database['cases']>, 'opened_at'>;

function columnsOf({ was, next, effects }: CaseChange, at: Date): Columns {
  const answer = effects.find(
    (effect) => effect.type === 'set-timer' && /\.(?:answer|hold|end)\./.test(effect.id),
  );
  const stays = was?.state === next.state && answer === undefined;
  const due = answer?.type === 'set-timer' ? new Date(at.getTime() + answer.delayMs) : null;
  return {
    kind: next.kind,
    cctld: next.cctld ?? null,
    state: next.state,
    context: toJson(next.context),
    request: toJson(next.request),
    evidence: next.context.evidence,
    policy: next.context.policy,
    requester: next.requester,
    anchor: next.anchor ?? null,
    snapshot_id: next.snapshotId ?? null,
    waiting: null,
    updated_at: at,
    closed_at: CLOSED.includes(next.state) ? at : null,
    ...(stays ? {} : { due_at: due }),
  };
}

async function insertCase(trx: Db, columns: Columns, at: Date): Promise<number> {
  const row = await trx
    .insertInto('cases')
    .values({ ...columns, opened_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row === undefined) throw new Conflict('another case was opened for the same ccTLD');
  return row.id;
}

async function updateCase(trx: Db, was: Case, columns: Columns): Promise<number> {
  const result = await trx
    .updateTable('cases')
    .set({ ...columns, version: was.version + 1 })
    .where('id', '=', was.id)
    .where('version', '=', was.version)
    .executeTakeFirst()
    .catch(orConflict);
  if (result.numUpdatedRows !== 1n) throw new Conflict(`case ${was.id} was changed meanwhile`);
  return was.id;
}

// A case that has found its ccTLD, while another one was opened for it.
function orConflict(error: unknown): never {
  const taken = error instanceof Error && 'constraint' in error ? error.constraint : undefined;
  if (taken !== 'cases_one_open' && taken !== 'cases_one_own') throw error;
  throw new Conflict('another case was opened for the same ccTLD', { cause: error });
}
