/** Mails set aside: listed, processed once more, or left for good. */

import { appendAudit } from './audit.ts';
import { Conflict } from './cases.ts';
import type { Db } from './db.ts';
import type { InboxRow } from './inbox.ts';
import { putJob } from './jobs.ts';

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

/** The same inside a transaction, by a Validator's word. Throws `Conflict` when it is not set aside. */
export async function settleAside(
  trx: Db,
  { do: what, mail }: { readonly do: 'replay' | 'drop'; readonly mail: number },
  at: Date,
): Promise<void> {
  const done = what === 'replay' ? await replay(trx, mail, at) : await drop(trx, mail, at);
  if (!done) throw new Conflict(`mail ${mail} is not set aside any more`);
}

async function replay(trx: Db, id: number, at: Date): Promise<boolean> {
  const result = await trx
    .updateTable('inbox')
    .set({ outcome: 'pending', reason: null, class: null, processed_at: null })
    .where('id', '=', id)
    .where('outcome', 'in', ['quarantined', 'held'])
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) return false;
  const key = `mail:${id}`;
  await putJob(trx, { key, kind: 'mail', payload: { inboxId: id }, runAt: at, now: at });
  return true;
}

/** Leaves a mail that was set aside; it stays stored. False when it is not set aside. */
export async function dropMail(db: Db, id: number, at: Date): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const dropped = await drop(trx, id, at);
    const facts = { outcome: 'ignored' };
    const nothing = { before: {}, after: {} };
    const entry = { at, actor: 'operator', reason: 'dropped', inboxId: id, facts, ...nothing };
    if (dropped) await appendAudit(trx, entry);
    return dropped;
  });
}

async function drop(db: Db, id: number, at: Date): Promise<boolean> {
  const result = await db
    .updateTable('inbox')
    .set({ outcome: 'ignored', reason: 'dropped', processed_at: at })
    .where('id', '=', id)
    .where('outcome', 'in', ['quarantined', 'held'])
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
