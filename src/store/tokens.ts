/** Tokens: only their digests are stored; single use, with an end, bound to case, purpose, addressee. */

import type { FoundToken, TokenStatus } from '../machines/facts.ts';
import type { Address } from '../machines/words/address.ts';
import { hashToken, type TokenPurpose } from '../machines/words/token.ts';
import { Conflict } from './cases.ts';
import type { Db } from './db.ts';

export interface NewToken {
  readonly token: string;
  readonly caseId: number;
  readonly purpose: TokenPurpose;
  readonly addressee: Address;
  readonly digest: string;
  readonly letterId: number;
  readonly now: Date;
  readonly expiresAt: Date;
}

export async function addToken(trx: Db, one: NewToken): Promise<void> {
  await trx
    .insertInto('tokens')
    .values({
      sha256: hashToken(one.token),
      case_id: one.caseId,
      purpose: one.purpose,
      addressee: one.addressee,
      digest: one.digest,
      letter_id: one.letterId,
      created_at: one.now,
      expires_at: one.expiresAt,
      used_at: null,
      used_by: null,
      revoked_at: null,
      revoked_reason: null,
    })
    .execute();
}

/** Those of the strings that are tokens of ours, in the order given, with what they are worth now. */
export async function findKnownTokens(
  db: Db,
  strings: readonly string[],
  now: Date,
): Promise<FoundToken[]> {
  if (strings.length === 0) return [];
  const digests = strings.map(hashToken);
  const rows = await db.selectFrom('tokens').selectAll().where('sha256', 'in', digests).execute();
  return digests.flatMap((digest) => {
    const row = rows.find(({ sha256 }) => sha256 === digest);
    if (row === undefined) return [];
    return [
      {
        id: row.id,
        caseId: row.case_id,
        purpose: row.purpose as TokenPurpose,
        addressee: row.addressee as Address,
        digest: row.digest,
        status: statusOf(row, now),
        late: row.expires_at <= now,
      },
    ];
  });
}

interface Ends {
  readonly used_at: Date | null;
  readonly revoked_at: Date | null;
  readonly expires_at: Date;
}

function statusOf({ used_at, revoked_at, expires_at }: Ends, now: Date): TokenStatus {
  if (used_at !== null) return 'used';
  if (revoked_at !== null) return 'revoked';
  return expires_at <= now ? 'expired' : 'open';
}

/** Uses a token up; throws `Conflict` when somebody else did so first. */
export async function useToken(
  trx: Db,
  id: number,
  inboxId: number | undefined,
  at: Date,
): Promise<void> {
  const result = await trx
    .updateTable('tokens')
    .set({ used_at: at, used_by: inboxId ?? null })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new Conflict('the token was used or replaced meanwhile');
}

interface Revocation {
  readonly caseId: number;
  readonly purposes: readonly TokenPurpose[];
  readonly keepDigest: string;
  readonly reason: string;
  readonly at: Date;
}

/** Makes open tokens of these purposes void, except those for `keepDigest`. */
export async function revokeTokens(trx: Db, what: Revocation): Promise<void> {
  await trx
    .updateTable('tokens')
    .set({ revoked_at: what.at, revoked_reason: what.reason })
    .where('case_id', '=', what.caseId)
    .where('purpose', 'in', what.purposes)
    .where('digest', '<>', what.keepDigest)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
}

/** Whether the token of a letter was replaced before the letter went out: then nobody needs it. */
export async function isRevoked(db: Db, letterId: number): Promise<boolean> {
  const row = await db
    .selectFrom('tokens')
    .select('id')
    .where('letter_id', '=', letterId)
    .where('revoked_at', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}
