/** What is asked of the store about mails to the list. */

import { sql } from 'kysely';
import type { PostMark } from '../machines/decision.ts';
import type { PostState } from '../machines/post-facts.ts';
import { isHeldPost } from '../machines/post-facts.ts';
import type { Cctld } from '../machines/words/cctld.ts';
import { strictest, type Tlp } from '../machines/words/tlp.ts';
import type { Db } from './db.ts';
import { findMail } from './inbox.ts';

/** The label of the first of these Message-IDs that went to everybody. */
export async function tlpOfFirst(db: Db, ids: readonly string[]): Promise<Tlp | undefined> {
  if (ids.length === 0) return undefined;
  const rows = await db
    .selectFrom('broadcasts')
    .select(['message_id', 'tlp'])
    .where('message_id', 'in', ids)
    .execute();
  const id = ids.find((one) => rows.some((row) => row.message_id === one));
  // Anybody may have used the same Message-ID once more.
  return strictest(rows.filter((row) => row.message_id === id).map(({ tlp }) => tlp as Tlp));
}

/** All ccTLDs for which changes are stopped. */
export async function frozenCctlds(db: Db): Promise<Cctld[]> {
  const rows = await db
    .selectFrom('cctlds')
    .select('cctld')
    .where('frozen_at', 'is not', null)
    .orderBy('cctld')
    .execute();
  return rows.map(({ cctld }) => cctld as Cctld);
}

/** Whether another mail of this author with this date (and content) went to everybody. */
export async function wentBefore(
  db: Db,
  mail: PostMark & { readonly inboxId: number; readonly fromAddress: string },
): Promise<boolean> {
  const { content } = mail;
  const found = await db
    .selectFrom('inbox')
    .select('id')
    .where('id', '<>', mail.inboxId)
    .where('from_address', '=', mail.fromAddress)
    .where('outcome', '=', 'distributed')
    .where(sql`detail -> 'post' ->> 'date'`, '=', mail.date)
    .$if(content !== undefined, (query) =>
      query.where(sql`detail -> 'post' ->> 'content'`, '=', content),
    )
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Where a mail to the list is on its way. */
export async function postState(db: Db, inboxId: number): Promise<PostState> {
  const row = await findMail(db, inboxId);
  if (row === undefined) return 'over';
  if (isHeldPost(row.outcome, row.reason)) return 'held';
  if (row.outcome === 'pending') return 'leaving';
  return row.outcome === 'distributed' ? 'sent' : 'over';
}
