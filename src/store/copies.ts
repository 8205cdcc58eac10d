/** Each copy of a broadcast on its way to the relay: waiting, in doubt, handed over, or failed. */

import { type Selectable, sql } from 'kysely';
import type { Address } from '../machines/words/address.ts';
import { hashToken } from '../machines/words/token.ts';
import type { Db } from './db.ts';
import type { Database } from './schema.ts';

export type Copy = Selectable<Database['copies']>;

/** Some copies of one broadcast. */
export interface Copies {
  readonly broadcastId: number;
  readonly addresses: readonly Address[];
}

/** The copies of a batch that are still to be handed over, by address. */
export async function waitingCopies(db: Db, broadcastId: number, batch: number): Promise<Copy[]> {
  return db
    .selectFrom('copies')
    .selectAll()
    .where('broadcast_id', '=', broadcastId)
    .where('batch', '=', batch)
    .where('handed_at', 'is', null)
    .where('failed_at', 'is', null)
    .orderBy('address')
    .execute();
}

/** The text of some copies; undefined when all copies are handed over. */
export async function editionContent(
  db: Db,
  broadcastId: number,
  number: number,
): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('editions')
    .select('content')
    .where('broadcast_id', '=', broadcastId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.content;
}

/** Before the relay is given the end of the message: whoever comes after us finds it. */
export async function putInDoubt(trx: Db, copies: Copies, at: Date): Promise<void> {
  await these(trx, copies, { in_doubt_at: at });
}

/** The relay has not taken them, for certain. */
export async function clearDoubt(trx: Db, copies: Copies): Promise<void> {
  await these(trx, copies, { in_doubt_at: null });
}

/** Nobody knows whether the relay has taken them; they are sent once more. */
export async function markDoubtful(trx: Db, copies: Copies): Promise<void> {
  await these(trx, copies, { in_doubt_at: null, doubtful: true });
}

export async function markHanded(trx: Db, copies: Copies, at: Date, reply: string): Promise<void> {
  await these(trx, copies, { in_doubt_at: null, handed_at: at, relay_reply: reply.slice(0, 500) });
}

export async function markLost(trx: Db, copies: Copies, at: Date, reply: string): Promise<void> {
  await these(trx, copies, { in_doubt_at: null, failed_at: at, relay_reply: reply.slice(0, 500) });
}

/** Gives a copy a bounce token of its own. */
export async function addCopyToken(trx: Db, copies: Copies, token: string): Promise<void> {
  await these(trx, copies, { secret: token, bounce_sha256: hashToken(token) });
}

async function these(
  trx: Db,
  { broadcastId, addresses }: Copies,
  change: Partial<Omit<Copy, 'broadcast_id' | 'address'>>,
): Promise<void> {
  if (addresses.length === 0) return;
  await trx
    .updateTable('copies')
    .set(change)
    .where('broadcast_id', '=', broadcastId)
    .where('address', 'in', [...addresses])
    .where('handed_at', 'is', null)
    .execute();
}

/** How many copies of a broadcast are in which state. */
export interface CopyCounts {
  readonly broadcastId: number;
  readonly copies: number;
  readonly waiting: number;
  readonly handed: number;
  readonly failed: number;
  readonly doubtful: number;
}

/** The counts of one broadcast, or of all of them. */
export async function countCopies(db: Db, broadcastId?: number): Promise<CopyCounts[]> {
  const rows = db
    .selectFrom('copies')
    .select((of) => [
      'broadcast_id as broadcastId',
      of.fn.countAll<number>().as('copies'),
      of.fn.count<number>('handed_at').as('handed'),
      of.fn.count<number>('failed_at').as('failed'),
      sql<number>`count(*) filter (where handed_at is null and failed_at is null)`.as('waiting'),
      sql<number>`count(*) filter (where doubtful or in_doubt_at is not null)`.as('doubtful'),
    ])
    .groupBy('broadcast_id');
  return (
    broadcastId === undefined ? rows : rows.where('broadcast_id', '=', broadcastId)
  ).execute();
}

/** Copies of one broadcast that people must know of: refused, or perhaps sent twice. */
export async function troubledCopies(db: Db, broadcastId: number): Promise<Copy[]> {
  return openCopies(db)
    .where('broadcast_id', '=', broadcastId)
    .where((or) => or.or([or('failed_at', 'is not', null), or('doubtful', '=', true)]))
    .execute();
}

/** All copies that wait, are in doubt, were refused, or perhaps sent twice; of the newest broadcast first. */
export async function unsettledCopies(db: Db): Promise<Copy[]> {
  return openCopies(db)
    .where((or) => or.or([or('handed_at', 'is', null), or('doubtful', '=', true)]))
    .execute();
}

function openCopies(db: Db) {
  return db.selectFrom('copies').selectAll().orderBy('broadcast_id', 'desc').orderBy('address');
}
