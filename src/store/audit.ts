/** The audit trail: append-only, one row per decision, each with the hash of the row before it. */

import { createHash } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { Db } from './db.ts';
import { toJson } from './json.ts';
import type { Database } from './schema.ts';

export type AuditRow = Selectable<Database['audit']>;

export interface AuditEntry {
  readonly at: Date;
  readonly actor: string;
  readonly reason: string;
  readonly caseId?: number | undefined;
  readonly cctld?: string | undefined;
  readonly inboxId?: number | undefined;
  readonly rawSha256?: string | undefined;
  readonly snapshotId?: number | undefined;
  readonly evidence?: string | undefined;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

const CHAIN_LOCK = 7_650_001;
const GENESIS = '0'.repeat(64);

/**
 * Makes writers wait for each other until the transaction ends. A decision takes this lock before it
 * touches any row: who held rows and then waited for the chain would lock the others out.
 */
export async function lockChain(trx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${CHAIN_LOCK})`.execute(trx);
}

/** Appends one row inside the transaction of the decision. */
export async function appendAudit(trx: Db, entry: AuditEntry): Promise<void> {
  await lockChain(trx);
  const last = await trx
    .selectFrom('audit')
    .select(['id', 'hash'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const plain = {
    id: (last?.id ?? 0) + 1,
    at: entry.at,
    actor: entry.actor,
    reason: entry.reason,
    case_id: entry.caseId ?? null,
    cctld: entry.cctld ?? null,
    inbox_id: entry.inboxId ?? null,
    raw_sha256: entry.rawSha256 ?? null,
    snapshot_id: entry.snapshotId ?? null,
    evidence: entry.evidence ?? null,
    facts: entry.facts,
    before: entry.before,
    after: entry.after,
    previous_hash: last?.hash ?? GENESIS,
  };
  await trx
    .insertInto('audit')
    .values({
      ...plain,
      facts: toJson(plain.facts),
      before: toJson(plain.before),
      after: toJson(plain.after),
      hash: hashOf(plain),
    })
    .execute();
}

/** The rows of one case, in order. */
export async function auditOfCase(db: Db, caseId: number): Promise<AuditRow[]> {
  return db.selectFrom('audit').selectAll().where('case_id', '=', caseId).orderBy('id').execute();
}

/** The rows that moved somebody on or off the list, or changed their data, in order. */
export async function rosterRows(db: Db): Promise<AuditRow[]> {
  return db
    .selectFrom('audit')
    .selectAll()
    .where(sql<boolean>`before || after ?| array['rosters', 'roster']`)
    .orderBy('id')
    .execute();
}

export interface AuditCheck {
  readonly rows: number;
  /** Number of the first row that was changed, removed or inserted; undefined when all is well. */
  readonly broken?: number;
}

/** Computes the whole chain anew. */
export async function verifyAudit(db: Db): Promise<AuditCheck> {
  let previous = GENESIS;
  let count = 0;
  for (;;) {
    const rows = await after(db, count);
    if (rows.length === 0) return { rows: count };
    for (const row of rows) {
      count += 1;
      const { hash, ...plain } = row;
      const sound = row.id === count && row.previous_hash === previous && hash === hashOf(plain);
      if (!sound) return { rows: count, broken: row.id };
      previous = hash;
    }
  }
}

function after(db: Db, id: number): Promise<AuditRow[]> {
  return db.selectFrom('audit').selectAll().where('id', '>', id).orderBy('id').limit(500).execute();
}

function hashOf(row: Omit<AuditRow, 'hash'>): string {
  return createHash('sha256').update(canonical(row)).digest('hex');
}

// jsonb does not keep the order of keys, so the hash is taken over sorted ones.
function canonical(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return toJson(value ?? null);
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}
