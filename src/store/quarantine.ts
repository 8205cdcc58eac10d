/** Mails set aside: listed, processed once more, or left for good. */

import type { Outcome, Release, Settling } from '../machines/decision.ts';
import { isHeldPost } from '../machines/post-facts.ts';
import type { ReasonCode } from '../machines/reasons.ts';
import { appendAudit } from './audit.ts';
import { Conflict } from './cases.ts';
import type { Db } from './db.ts';
import { findMail, type InboxRow } from './inbox.ts';
import { cancelJob, putJob } from './jobs.ts';
import { stopPost } from './posts.ts';

/** Mails that were set aside or are held for people, oldest first. */
export async function listQuarantine(db: Db): Promise<InboxRow[]> {
  return db
    .selectFrom('inbox')
    .selectAll()
    .where('outcome', 'in', ['quarantined', 'held'])
    .orderBy('id')
    .execute();
}

/** Has a mail processed once more, as if it came now. False when it is not set aside. */
export async function replayMail(db: Db, id: number, at: Date): Promise<boolean> {
  return db.transaction().execute((trx) => replay(trx, id, at));
}

/** The same inside a transaction, by somebody's word. Throws `Conflict` when it is not set aside any more. */
export async function settleAside(trx: Db, what: Settling, at: Date): Promise<void> {
  if (!(await settle(trx, what, at)))
    throw new Conflict(`mail ${what.mail} is not set aside any more`);
}

async function settle(trx: Db, what: Settling, at: Date): Promise<boolean> {
  switch (what.do) {
    case 'replay':
      return replay(trx, what.mail, at);
    case 'drop':
      return end(trx, what.mail, { outcome: 'ignored', reason: 'dropped' }, at);
    case 'deny':
      return deny(trx, what, at);
    case 'release':
      return release(trx, what, at);
  }
}

// A post that waits, that is being released, or that is on its way to everybody.
async function deny(
  trx: Db,
  { mail, reached }: { readonly mail: number; readonly reached: number },
  at: Date,
): Promise<boolean> {
  const outcome = (await findMail(trx, mail))?.outcome;
  if (outcome === 'distributed' && !(await stopPost(trx, mail, reached, at))) return false;
  // Whoever is at work on it loses the lease, and what came of it does not count.
  if (outcome === 'pending') await cancelJob(trx, `mail:${mail}`);
  const from = outcome === 'distributed' || outcome === 'pending' ? [outcome] : ASIDE;
  return end(trx, mail, { outcome: 'refused', reason: 'post-denied' }, at, from);
}

const ASIDE = ['quarantined', 'held'] as const;

async function replay(trx: Db, id: number, at: Date, released?: Release): Promise<boolean> {
  const result = await trx
    .updateTable('inbox')
    .set({ outcome: 'pending', reason: null, class: null, processed_at: null })
    .where('id', '=', id)
    .where('outcome', 'in', ASIDE)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) return false;
  const payload = { inboxId: id, ...(released === undefined ? {} : { released }) };
  await putJob(trx, { key: `mail:${id}`, kind: 'mail', payload, runAt: at, now: at });
  return true;
}

// Processed once more, with this word in the job: the rules of the list are those of that moment.
async function release(
  trx: Db,
  { mail, by, kind }: { readonly mail: number } & Release,
  at: Date,
): Promise<boolean> {
  const row = await findMail(trx, mail);
  if (row === undefined || !isHeldPost(row.outcome, row.reason)) return false;
  return replay(trx, mail, at, { by, kind });
}

/** Sends a held post to everybody, by the operator's word. False when it is none. */
export async function releaseMail(db: Db, id: number, at: Date): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const by = { by: 'operator', kind: 'validator' } as const;
    const released = await release(trx, { mail: id, ...by }, at);
    if (released) await noteOperator(trx, { id, reason: 'post-released', facts: {} }, at);
    return released;
  });
}

/** Leaves a mail that was set aside; it stays stored. False when it is not set aside. */
export async function dropMail(db: Db, id: number, at: Date): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const dropped = await end(trx, id, { outcome: 'ignored', reason: 'dropped' }, at);
    const facts = { outcome: 'ignored' };
    if (dropped) await noteOperator(trx, { id, reason: 'dropped', facts }, at);
    return dropped;
  });
}

async function noteOperator(
  trx: Db,
  {
    id,
    reason,
    facts,
  }: { readonly id: number; readonly reason: ReasonCode; readonly facts: object },
  at: Date,
): Promise<void> {
  const nothing = { before: {}, after: {} };
  await appendAudit(trx, {
    at,
    actor: 'operator',
    reason,
    inboxId: id,
    facts: { ...facts },
    ...nothing,
  });
}

async function end(
  db: Db,
  id: number,
  { outcome, reason }: { readonly outcome: Outcome; readonly reason: ReasonCode },
  at: Date,
  from: readonly InboxRow['outcome'][] = ASIDE,
): Promise<boolean> {
  const result = await db
    .updateTable('inbox')
    .set({ outcome, reason, processed_at: at })
    .where('id', '=', id)
    .where('outcome', 'in', from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
