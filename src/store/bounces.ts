/** Letters that came back: what was believed of it, and the letters that a mail's token belongs to. */

import type { BounceNote } from '../machines/decision.ts';
import { hashToken } from '../machines/words/token.ts';
import type { Db } from './db.ts';
import type { LetterRow } from './letters.ts';

/** Keeps a believed report; what is only late does not count as lost. */
export async function addBounce(
  trx: Db,
  { letterId, broadcastId, address, kind, status, said }: BounceNote,
  inboxId: number,
  at: Date,
): Promise<void> {
  await trx
    .insertInto('bounces')
    .values({
      letter_id: letterId ?? null,
      broadcast_id: broadcastId ?? null,
      inbox_id: inboxId,
      address,
      kind,
      status: status ?? null,
      said: said ?? null,
      at,
    })
    .execute();
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
