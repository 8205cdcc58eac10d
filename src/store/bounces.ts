/** Letters that came back: what was believed of it, and the letters that a mail's token belongs to. */

import type { BounceNote } from '../machines/decision.ts';
import type { Address } from '../machines/words/address.ts';
import { hashToken } from '../machines/words/token.ts';
import type { Db } from './db.ts';
import type { LetterRow } from './letters.ts';
import { armNextStep } from './reach.ts';

/** Keeps a believed report, and what follows about its address; what is only late does not count as lost. */
export async function addBounce(
  trx: Db,
  { letterId, broadcastId, address, kind, status, said }: BounceNote,
  inboxId: number | undefined,
  at: Date,
): Promise<void> {
  await trx
    .insertInto('bounces')
    .values({
      letter_id: letterId ?? null,
      broadcast_id: broadcastId ?? null,
      inbox_id: inboxId ?? null,
      address,
      kind,
      status: status ?? null,
      said: said ?? null,
      at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await armNextStep(trx, address, at);
  if (kind === 'delayed' || letterId === undefined) return;
  await trx
    .updateTable('letters')
    .set({ bounced_at: at })
    .where('id', '=', letterId)
    .where('bounced_at', 'is', null)
    .execute();
}

/** The letter that was sent with this bounce token, or that carried this token to its reader. */
export async function findByAnyToken(db: Db, token: string): Promise<LetterRow | undefined> {
  const digest = hashToken(token);
  const sent = await db
    .selectFrom('letters')
    .selectAll()
    .where('bounce_sha256', '=', digest)
    .executeTakeFirst();
  if (sent !== undefined) return sent;
  return db
    .selectFrom('letters')
    .innerJoin('tokens', 'tokens.letter_id', 'letters.id')
    .selectAll('letters')
    .where('tokens.sha256', '=', digest)
    .executeTakeFirst();
}

/** A copy that was sent: of what, and to whom. */
export interface FoundCopy {
  readonly broadcastId: number;
  readonly messageId: string;
  readonly member: Address;
}

/** The copy that was sent with this token: the member's own, or the one that all shared and a name. */
export async function findCopyByToken(
  db: Db,
  token: string,
  member: Address | undefined,
): Promise<FoundCopy | undefined> {
  const digest = hashToken(token);
  const row = await copies(db)
    .where((or) =>
      or.or([
        or('copies.bounce_sha256', '=', digest),
        // Whose copy carries a token of its own did not get the one that is shared.
        ...(member === undefined
          ? []
          : [
              or.and([
                or('broadcasts.bounce_sha256', '=', digest),
                or('copies.address', '=', member),
                or('copies.bounce_sha256', 'is', null),
              ]),
            ]),
      ]),
    )
    .executeTakeFirst();
  return row && { ...row, member: row.member as Address };
}

function copies(db: Db) {
  return db
    .selectFrom('copies')
    .innerJoin('broadcasts', 'broadcasts.id', 'copies.broadcast_id')
    .select('copies.broadcast_id as broadcastId')
    .select(['broadcasts.message_id as messageId', 'copies.address as member'])
    .where((or) =>
      or.or([
        or('copies.handed_at', 'is not', null),
        or('copies.in_doubt_at', 'is not', null),
        or('copies.doubtful', '=', true),
      ]),
    );
}

/**
 * The post that Mailman sent under this Message-ID lately, when this is somebody on the list. Never an
 * issue: those the engine sends itself, with tokens, and their Message-IDs can be guessed.
 */
export async function findOnMailman(
  db: Db,
  member: Address,
  messageId: string | undefined,
  since: Date,
): Promise<FoundCopy | undefined> {
  if (messageId === undefined) return undefined;
  const row = await db
    .selectFrom('broadcasts')
    .select('broadcasts.id as broadcastId')
    .where('kind', '=', 'post')
    .where('message_id', '=', messageId)
    .where('created_at', '>', since)
    .where((or) =>
      or.exists(
        or
          .selectFrom('persons')
          .innerJoin('appointments', 'appointments.person_id', 'persons.id')
          .select('persons.id')
          .where('persons.address', '=', member)
          .where('appointments.ended_at', 'is', null),
      ),
    )
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row && { ...row, messageId, member };
}
