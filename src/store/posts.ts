/** What is asked of the store about mails to the list. */

import { sql } from 'kysely';
import type { PostMark } from '../machines/decision.ts';
import type { PostState, PostWay } from '../machines/post-facts.ts';
import { isHeldPost } from '../machines/post-facts.ts';
import type { Cctld } from '../machines/words/cctld.ts';
import { strictest, type Tlp } from '../machines/words/tlp.ts';
import { type Broadcast, cancelCopies, endBroadcast, lockBroadcast } from './broadcasts.ts';
import { countCopies, stopCopies } from './copies.ts';
import type { Db } from './db.ts';
import { findMail, type InboxRow } from './inbox.ts';
import { cancelJob } from './jobs.ts';

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

/** Where a mail to the list is on its way, and whom it has reached. */
export async function wayOf(db: Db, inboxId: number): Promise<PostWay> {
  const row = await findMail(db, inboxId);
  const post = row?.outcome === 'distributed' ? await postOf(db, inboxId) : undefined;
  if (post !== undefined) return wayOfPost(db, post);
  return { state: stateOf(row), of: 0, handed: 0, unsure: 0 };
}

function stateOf(row: InboxRow | undefined): PostState {
  if (row === undefined) return 'over';
  if (isHeldPost(row.outcome, row.reason)) return 'held';
  return row.outcome === 'pending' ? 'leaving' : 'over';
}

async function postOf(db: Db, inboxId: number): Promise<Broadcast | undefined> {
  return db.selectFrom('broadcasts').selectAll().where('inbox_id', '=', inboxId).executeTakeFirst();
}

async function wayOfPost(db: Db, { id, done_at: done }: Broadcast): Promise<PostWay> {
  const [counts] = await countCopies(db, id);
  const { copies: of = 0, handed = 0, unsure = 0 } = counts ?? {};
  return { state: done === null ? 'leaving' : 'sent', of, handed, unsure };
}

/**
 * Stops a post that is on its way: what has not been handed over goes to nobody, and whoever is at work on
 * it finds the work gone before the end of a message. False when it is not on its way any more, or when
 * other than `reached` people may have it: the decision rests on that number.
 */
export async function stopPost(
  trx: Db,
  inboxId: number,
  reached: number,
  at: Date,
): Promise<boolean> {
  const post = await postOf(trx, inboxId);
  if (post === undefined) return false;
  // In the order in which the workers lock them.
  await cancelJob(trx, `broadcast:${post.id}`);
  await lockBroadcast(trx, post.id);
  await cancelCopies(trx, post.id);
  const way = await wayOf(trx, inboxId);
  if (way.state !== 'leaving' || way.handed + way.unsure !== reached) return false;
  await stopCopies(trx, post.id);
  await endBroadcast(trx, post.id, at);
  return true;
}
