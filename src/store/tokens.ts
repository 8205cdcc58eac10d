/** Tokens: only their digests are stored; single use, with an end, bound to case, purpose, addressee. */

import type { ExpressionBuilder } from 'kysely';
import type { FoundToken, TokenStatus } from '../machines/facts.ts';
import type { Address } from '../machines/words/address.ts';
import type { Cctld } from '../machines/words/cctld.ts';
import { FREE, hashToken, type TokenPurpose } from '../machines/words/token.ts';
import { Conflict } from './cases.ts';
import type { Db } from './db.ts';
import type { Database } from './schema.ts';

/** A case for which a token stands besides others, as its reader was shown it. */
export interface Cover {
  readonly caseId: number;
  readonly digest: string;
}

export interface NewToken {
  readonly token: string;
  /** Absent for a token that covers several cases. */
  readonly caseId?: number;
  readonly covers?: readonly Cover[];
  readonly purpose: TokenPurpose;
  readonly addressee: Address;
  readonly digest: string;
  readonly letterId: number;
  readonly now: Date;
  readonly expiresAt: Date;
}

export async function addToken(trx: Db, one: NewToken): Promise<void> {
  const { id } = await trx
    .insertInto('tokens')
    .values({
      sha256: hashToken(one.token),
      case_id: one.caseId ?? null,
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
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const { caseId, digest } of one.covers ?? []) {
    await trx
      .insertInto('token_covers')
      .values({ token_id: id, case_id: caseId, digest })
      .execute();
  }
}

/**
 * Those of the strings that are tokens of ours, in the order given, with what they are worth now. One
 * that covers several cases is there once for each of them.
 */
export async function findKnownTokens(
  db: Db,
  strings: readonly string[],
  now: Date,
): Promise<FoundToken[]> {
  if (strings.length === 0) return [];
  const digests = strings.map(hashToken);
  const rows = await db.selectFrom('tokens').selectAll().where('sha256', 'in', digests).execute();
  const covers = await coversOf(db, rows);
  return digests.flatMap((sha) => {
    const row = rows.find(({ sha256 }) => sha256 === sha);
    if (row === undefined) return [];
    const { id, case_id: caseId, digest } = row;
    const of = caseId === null ? (covers.get(id) ?? []) : [{ caseId, digest }];
    return of.map((cover) => ({
      ...cover,
      id,
      purpose: row.purpose as TokenPurpose,
      addressee: row.addressee as Address,
      status: statusOf(row, now),
      late: row.expires_at <= now,
    }));
  });
}

/** A token that stands for no case, with what it is worth now. */
export interface FreeToken extends Pick<
  FoundToken,
  'id' | 'purpose' | 'addressee' | 'digest' | 'status'
> {}

/** Those of the strings that are tokens which stand for no case (`FREE`), in the order given. */
export async function findFreeTokens(
  db: Db,
  strings: readonly string[],
  now: Date,
): Promise<FreeToken[]> {
  if (strings.length === 0) return [];
  const digests = strings.map(hashToken);
  const rows = await db
    .selectFrom('tokens')
    .selectAll()
    .where('sha256', 'in', digests)
    .where('purpose', 'in', FREE)
    .where('case_id', 'is', null)
    .execute();
  return digests.flatMap((sha) => {
    const row = rows.find(({ sha256 }) => sha256 === sha);
    if (row === undefined) return [];
    const { id, digest } = row;
    const purpose = row.purpose as TokenPurpose;
    const addressee = row.addressee as Address;
    return [{ id, purpose, addressee, digest, status: statusOf(row, now) }];
  });
}

async function coversOf(
  db: Db,
  rows: readonly { readonly id: number; readonly case_id: number | null }[],
): Promise<Map<number, Cover[]>> {
  const ids = rows.filter((row) => row.case_id === null).map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const found = await db
    .selectFrom('token_covers')
    .selectAll()
    .where('token_id', 'in', ids)
    .orderBy('case_id')
    .execute();
  const groups = Map.groupBy(found, ({ token_id }) => token_id);
  return new Map(
    [...groups].map(([id, some]) => [
      id,
      some.map(({ case_id, digest }) => ({ caseId: case_id, digest })),
    ]),
  );
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

/** What an Admin Contact may answer, as such; who is an SSC too keeps the codes of an SSC. */
const OF_ANCHOR: readonly TokenPurpose[] = [
  'challenge',
  'objection',
  'details',
  'question',
  'invite',
];

interface FormerAnchor {
  readonly cctld: Cctld;
  readonly anchor: Address;
  readonly at: Date;
}

/**
 * Makes the open tokens void that a former Admin Contact of a ccTLD got as such; returns how many. Those
 * that stand for no case are about all of an address' ccTLDs: they end with the last of these.
 */
export async function revokeTokensOfAnchor(
  trx: Db,
  { cctld, anchor, at }: FormerAnchor,
): Promise<number> {
  const result = await trx
    .updateTable('tokens')
    .set({ revoked_at: at, revoked_reason: 'another Admin Contact' })
    .where('addressee', '=', anchor)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where((or) =>
      or.or([
        or.and([
          or('purpose', 'in', OF_ANCHOR),
          or('case_id', 'in', or.selectFrom('cases').select('id').where('cctld', '=', cctld)),
        ]),
        or.and([
          or('case_id', 'is', null),
          or('purpose', 'in', ['invite', 'check']),
          or.not(or.exists(or.selectFrom('cctlds').select('cctld').where('anchor', '=', anchor))),
          or.not(isOnList(or, anchor)),
        ]),
      ]),
    )
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

// The yearly check asks an SSC and an Admin Contact of one address in one letter.
function isOnList(or: ExpressionBuilder<Database, 'tokens'>, address: Address) {
  return or.and([
    or('purpose', '=', 'check'),
    or.exists(
      or
        .selectFrom('appointments')
        .innerJoin('persons', 'persons.id', 'appointments.person_id')
        .select('appointments.id')
        .where('persons.address', '=', address)
        .where('appointments.ended_at', 'is', null),
    ),
  ]);
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
