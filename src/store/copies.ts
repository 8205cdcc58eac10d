/** Each copy of a broadcast on its way to the relay: waiting, in doubt, handed over, failed, or kept back. */

import { type Selectable, sql, type UpdateObject } from 'kysely';
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
    .where('kept_back', 'is', null)
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

/**
 * Before the relay is given the end of the message: whoever comes after us finds it. What was in doubt
 * stays doubtful, whatever comes of this time.
 */
export async function putInDoubt(trx: Db, copies: Copies, at: Date): Promise<void> {
  await these(trx, copies, { doubtful: STAYS_DOUBTFUL, in_doubt_at: at });
}

const STAYS_DOUBTFUL = sql<boolean>`doubtful or in_doubt_at is not null`;

/** The relay has answered: what came of this time is known. */
export async function clearDoubt(trx: Db, copies: Copies): Promise<void> {
  await these(trx, copies, { in_doubt_at: null });
}

export async function markHanded(trx: Db, copies: Copies, at: Date, reply: string): Promise<void> {
  await these(trx, copies, { in_doubt_at: null, handed_at: at, relay_reply: reply.slice(0, 500) });
}

/** They are not sent again. Of those which are doubtful nobody knows whether they came. */
export async function markLost(trx: Db, copies: Copies, at: Date, reply: string): Promise<void> {
  const change = { in_doubt_at: null, failed_at: at, relay_reply: reply.slice(0, 500) };
  await these(trx, copies, { ...change, doubtful: STAYS_DOUBTFUL });
}

/** They are not sent, and nobody needs to be told. */
export async function keepBack(
  trx: Db,
  copies: Copies,
  why: NonNullable<Copy['kept_back']>,
): Promise<void> {
  await these(trx, copies, { in_doubt_at: null, kept_back: why, doubtful: STAYS_DOUBTFUL });
}

/** Gives a copy a bounce token of its own. */
export async function addCopyToken(trx: Db, copies: Copies, token: string): Promise<void> {
  await these(trx, copies, { secret: token, bounce_sha256: hashToken(token) });
}

async function these(
  trx: Db,
  { broadcastId, addresses }: Copies,
  change: UpdateObject<Database, 'copies'>,
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

/** Nothing that waits is sent any more. Of what is in doubt nobody knows. */
export async function stopCopies(trx: Db, broadcastId: number): Promise<void> {
  const waiting = await trx
    .selectFrom('copies')
    .select('address')
    .where('broadcast_id', '=', broadcastId)
    .where('handed_at', 'is', null)
    .where('failed_at', 'is', null)
    .where('kept_back', 'is', null)
    .execute();
  const addresses = waiting.map(({ address }) => address as Address);
  await keepBack(trx, { broadcastId, addresses }, 'stopped');
}

/** How many copies of a broadcast are in which state. */
export interface CopyCounts {
  readonly broadcastId: number;
  readonly copies: number;
  readonly waiting: number;
  readonly handed: number;
  readonly failed: number;
  /** Not sent after all. */
  readonly keptBack: number;
  readonly doubtful: number;
  /** Not handed over as far as anybody knows, but perhaps. */
  readonly unsure: number;
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
      of.fn.count<number>('kept_back').as('keptBack'),
      sql<number>`count(*) filter (
        where handed_at is null and failed_at is null and kept_back is null)`.as('waiting'),
      sql<number>`count(*) filter (where doubtful or in_doubt_at is not null)`.as('doubtful'),
      sql<number>`count(*) filter (
        where handed_at is null and (doubtful or in_doubt_at is not null))`.as('unsure'),
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
    .where('kept_back', 'is', null)
    .where((or) => or.or([or('failed_at', 'is not', null), or('doubtful', '=', true)]))
    .execute();
}

/** All copies but those that were handed over without a doubt; of the newest broadcast first. */
export async function unsettledCopies(db: Db): Promise<Copy[]> {
  return openCopies(db)
    .where((or) => or.or([or('handed_at', 'is', null), or('doubtful', '=', true)]))
    .execute();
}

function openCopies(db: Db) {
  return db.selectFrom('copies').selectAll().orderBy('broadcast_id', 'desc').orderBy('address');
}
