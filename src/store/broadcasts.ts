/** What goes to everybody on the list, and each copy of it on its way to Postfix. */

import type { Selectable } from 'kysely';
import type { PostEffect } from '../machines/decision.ts';
import type { Address } from '../machines/words/address.ts';
import { type ListNames, writeAddress } from '../machines/words/list-address.ts';
import type { Tlp } from '../machines/words/tlp.ts';
import { hashToken, MARK_LENGTH, writeMark, writeToken } from '../machines/words/token.ts';
import type { Db } from './db.ts';
import { putJob } from './jobs.ts';
import type { Database } from './schema.ts';

export type Broadcast = Selectable<Database['broadcasts']>;
/** Where chance comes from: each broadcast has a bounce mark of its own. */
interface Chance {
  readonly random: (size: number) => Buffer;
}

export async function findBroadcast(db: Db, id: number): Promise<Broadcast | undefined> {
  return db.selectFrom('broadcasts').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The newest ones, newest first. */
export async function listBroadcasts(db: Db, limit: number): Promise<Broadcast[]> {
  return db.selectFrom('broadcasts').selectAll().orderBy('id', 'desc').limit(limit).execute();
}

/** Waits until no other worker ends a part of this broadcast: only one may find that it was the last. */
export async function lockBroadcast(trx: Db, id: number): Promise<void> {
  await trx.selectFrom('broadcasts').select('id').where('id', '=', id).forUpdate().execute();
}

/** Nothing is left to hand over: the texts go (the list has no archive), and so do the tokens. */
export async function endBroadcast(trx: Db, id: number, at: Date): Promise<void> {
  await trx
    .updateTable('broadcasts')
    .set({ done_at: at, secret: null })
    .where('id', '=', id)
    .execute();
  await trx.updateTable('copies').set({ secret: null }).where('broadcast_id', '=', id).execute();
  await trx.deleteFrom('editions').where('broadcast_id', '=', id).execute();
}

/** Notes a post and the work to make its copies; once for each mail, however often it is released. */
export async function addPost(trx: Db, post: PostEffect, by: Chance, at: Date): Promise<void> {
  const mark = writeMark(by.random(8));
  const row = await trx
    .insertInto('broadcasts')
    .values({
      kind: 'post',
      inbox_id: post.inboxId,
      issue_id: null,
      author: post.author,
      tlp: post.tlp,
      message_id: post.messageId,
      bounce_sha256: hashToken(mark),
      secret: mark,
      created_at: at,
      done_at: null,
    })
    .onConflict((conflict) => conflict.column('inbox_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row === undefined) return;
  const payload = { broadcastId: row.id };
  await putJob(trx, { key: `broadcast:${row.id}`, kind: 'broadcast', payload, runAt: at, now: at });
}

export interface NewIssueBroadcast {
  readonly issueId: number;
  readonly tlp: Tlp;
  readonly messageId: string;
}

/** Notes an issue; its copies are added in the same transaction. Returns the number of the broadcast. */
export async function addIssueBroadcast(
  trx: Db,
  { issueId, tlp, messageId }: NewIssueBroadcast,
  by: Chance,
  at: Date,
): Promise<number> {
  const mark = writeMark(by.random(8));
  const { id } = await trx
    .insertInto('broadcasts')
    .values({
      kind: 'issue',
      inbox_id: null,
      issue_id: issueId,
      author: null,
      tlp,
      message_id: messageId,
      bounce_sha256: hashToken(mark),
      secret: mark,
      created_at: at,
      done_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** One text, and everybody who gets it. */
export interface Edition {
  /** The whole message, CRLF line ends. */
  readonly content: Buffer;
  readonly addresses: readonly Address[];
}

export interface Spreading extends Chance {
  readonly names: ListNames;
}

/** Takes the work to hand over copies away; whoever is at it waits, or loses its lease. */
export async function cancelCopies(trx: Db, broadcastId: number): Promise<void> {
  await trx
    .deleteFrom('jobs')
    .where('kind', '=', 'copies')
    .where('key', 'like', `copies:${broadcastId}:%`)
    .execute();
}

/** RFC 5321 4.5.3.1.8: every server takes a hundred recipients in one transaction. */
const BATCH = 100;
/** Copies with a sender of their own: so many transactions on one connection, with the text read once. */
const BATCH_ALONE = 25;
/** RFC 5321 4.5.3.1.1, in octets. */
const LONGEST_LOCAL_PART = 64;

/**
 * Adds a copy for each address, and the work to hand them over in batches. Addresses that Postfix could
 * not write into the sender of the copy (VERP) within 64 octets get a token of their own.
 */
export async function addCopies(
  trx: Db,
  broadcastId: number,
  editions: readonly Edition[],
  by: Spreading,
  at: Date,
): Promise<void> {
  let batch = 0;
  for (const [number, { content, addresses }] of editions.entries()) {
    await trx
      .insertInto('editions')
      .values({ broadcast_id: broadcastId, number, content })
      .execute();
    const together = addresses.filter((address) => fitsVerp(address, by.names));
    const alone = addresses.filter((address) => !fitsVerp(address, by.names));
    const withToken = (address: Address) => ({ address, token: writeToken(by.random(16)) });
    const batches = [
      ...inBatches(
        together.map((address) => ({ address })),
        BATCH,
      ),
      ...inBatches(alone.map(withToken), BATCH_ALONE),
    ];
    for (const members of batches) {
      await addBatch(trx, { broadcastId, edition: number, batch, members }, at);
      batch += 1;
    }
  }
}

function inBatches<T>(all: readonly T[], size: number): T[][] {
  const count = Math.ceil(all.length / size);
  return Array.from({ length: count }, (_, at) => all.slice(at * size, (at + 1) * size));
}

/** Postfix writes `LIST-bounces+TOKEN+user=domain@` (VERP_README). */
function fitsVerp(address: Address, names: ListNames): boolean {
  // A sender in UTF-8 would ask every server on the way for SMTPUTF8 (RFC 6531).
  if (!/^[!-~]*$/.test(address)) return false;
  const bare = writeAddress('bounces', names);
  const local = bare.slice(0, bare.lastIndexOf('@'));
  return Buffer.byteLength(`${local}+${'m'.repeat(MARK_LENGTH)}+${address}`) <= LONGEST_LOCAL_PART;
}

interface Batch {
  readonly broadcastId: number;
  readonly edition: number;
  readonly batch: number;
  readonly members: readonly { readonly address: Address; readonly token?: string }[];
}

async function addBatch(
  trx: Db,
  { broadcastId, edition, batch, members }: Batch,
  at: Date,
): Promise<void> {
  const rows = members.map(({ address, token }) => ({
    broadcast_id: broadcastId,
    address,
    edition,
    batch,
    bounce_sha256: token === undefined ? null : hashToken(token),
    secret: token ?? null,
    in_doubt_at: null,
    handed_at: null,
    failed_at: null,
    kept_back: null,
    relay_reply: null,
  }));
  await trx.insertInto('copies').values(rows).execute();
  const key = `copies:${broadcastId}:${batch}`;
  const payload = { broadcastId, batch };
  await putJob(trx, { key, kind: 'copies', payload, runAt: at, now: at });
}
