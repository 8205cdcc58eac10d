/** The inbox: raw mails received, one row for each recipient, and what became of each. */

import { createHash } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { Outcome } from '../machines/decision.ts';
import type { Client, MailClass } from '../machines/words/mail.ts';
import type { Db } from './db.ts';
import { contentDigest, recipientKey } from './dedup.ts';
import { toJson } from './json.ts';
import type { Database } from './schema.ts';

export type InboxRow = Selectable<Database['inbox']>;

/** One mail as it came through a door. */
export interface Arrival {
  readonly raw: Buffer;
  /** '' for the null reverse-path (RFC 5321 4.5.5). */
  readonly envelopeFrom: string;
  /** In normal form (`readRecipient`). */
  readonly recipients: readonly string[];
  readonly client: Client;
  readonly receivedAt: Date;
}

export interface AddedMail {
  readonly inboxId: number;
  readonly recipient: string;
  /** It was here before: nothing will be done again. */
  readonly duplicate: boolean;
}

/** What became of a mail (design 16), written when it was processed. */
export interface Processed {
  readonly class: MailClass;
  readonly outcome: Outcome;
  /** A code of docs/REASONS.md. */
  readonly reason: string;
  readonly caseId?: number;
  readonly fromAddress?: string;
  readonly messageId?: string;
  readonly detail?: Record<string, unknown>;
  readonly at: Date;
}

/**
 * Stores a mail for each of its recipients, with the job that will process it, all or nothing: when
 * this returns, Postfix may forget the mail. A recipient that has it already (`recipientKey`) is only
 * counted. Throws what the database throws; then nothing is stored.
 */
export async function addMail(db: Db, arrival: Arrival): Promise<AddedMail[]> {
  const keys = keysOf(arrival);
  if (keys.length === 0) return [];
  const sha256 = createHash('sha256').update(arrival.raw).digest('hex');
  const { rows } = await insertAll(arrival, sha256, keys).execute(db);
  return rows.map(({ inboxId, recipient, duplicate }) => ({ inboxId, recipient, duplicate }));
}

/** Each recipient once, with its key. */
function keysOf({ raw, envelopeFrom, recipients }: Arrival): { recipient: string; key: string }[] {
  const digest = contentDigest(raw);
  return [...new Set(recipients)].map((recipient) => ({
    recipient,
    key: recipientKey(digest, { envelopeFrom, recipient }),
  }));
}

/**
 * One statement is one transaction with one round trip: measured three times as fast as a statement
 * for each table. Rows go in by key, so that two deliveries of the same mail at the same moment wait
 * for each other in the same order. Raw content is written only for a new row; where a clean-up had
 * removed it, it is put back.
 */
function insertAll(
  { raw, envelopeFrom, client, receivedAt }: Arrival,
  sha256: string,
  keys: { recipient: string; key: string }[],
) {
  const recipients = keys.map(({ recipient }) => recipient);
  return sql<AddedMail>`
    with mail as (
      insert into inbox as known
        (dedup_key, raw_sha256, received_at, envelope_from, recipient, client)
      select given.key, ${sha256}, ${receivedAt}::timestamptz, ${envelopeFrom}, given.recipient,
        ${toJson(client)}::jsonb
      from unnest(${keys.map(({ key }) => key)}::text[], ${recipients}::text[])
        as given (key, recipient)
      order by given.key
      on conflict (dedup_key) do update set times_seen = known.times_seen + 1
      returning id, recipient, times_seen
    ), content as (
      insert into raw_mails as known (sha256, content, size, stored_at)
      select ${sha256}, ${raw}::bytea, ${raw.length}::integer, ${receivedAt}::timestamptz
      where exists (select from mail where times_seen = 1)
      on conflict (sha256) do update
        set content = excluded.content, stored_at = excluded.stored_at
        where known.content is null
    ), job as (
      insert into jobs (key, kind, payload, run_at, created_at)
      select 'mail:' || id, 'mail', jsonb_build_object('inboxId', id),
        ${receivedAt}::timestamptz, ${receivedAt}::timestamptz
      from mail where times_seen = 1
      on conflict (key) do nothing
    )
    select id as "inboxId", recipient, times_seen > 1 as duplicate,
      case when times_seen = 1 then pg_notify('tldops_jobs', 'mail')::text end as told
    from mail`;
}

/** One row of the inbox. */
export async function findMail(db: Db, id: number): Promise<InboxRow | undefined> {
  return db.selectFrom('inbox').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The raw message as it came, or undefined when there is no such mail or its content was removed. */
export async function rawMail(db: Db, id: number): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('inbox')
    .innerJoin('raw_mails', 'raw_mails.sha256', 'inbox.raw_sha256')
    .select('raw_mails.content')
    .where('inbox.id', '=', id)
    .executeTakeFirst();
  return row?.content ?? undefined;
}

/** The newest mails, newest first. */
export async function listInbox(db: Db, { limit }: { limit: number }): Promise<InboxRow[]> {
  return db.selectFrom('inbox').selectAll().orderBy('id', 'desc').limit(limit).execute();
}

/**
 * Whether an earlier mail of this author with the same commands and date was carried out. `answeredToo`: or
 * was only answered; UNFREEZE of what is not frozen must not run when it is played back later, and nobody
 * shall fill a mailbox with QUEUE.
 */
export async function ranBefore(
  db: Db,
  mail: {
    readonly inboxId: number;
    readonly fromAddress: string;
    readonly digest: string;
    readonly answeredToo: boolean;
  },
): Promise<boolean> {
  const found = await db
    .selectFrom('inbox')
    .select('id')
    .where('id', '<', mail.inboxId)
    .where('from_address', '=', mail.fromAddress)
    .where('outcome', 'in', mail.answeredToo ? ['advanced', 'refused', 'answered'] : ['advanced'])
    .where((or) =>
      or.or([
        or('outcome', '=', 'advanced'),
        or('reason', 'in', ['command-refused', 'command-stale', 'command-done']),
      ]),
    )
    .where(sql`detail ->> 'commands'`, '=', mail.digest)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Says why a mail waits; its outcome stays `pending`. */
export async function waitsFor(db: Db, id: number, reason: string): Promise<void> {
  await db
    .updateTable('inbox')
    .set({ reason })
    .where('id', '=', id)
    .where('outcome', '=', 'pending')
    .execute();
}

/**
 * Writes what became of a mail; inside the deciding transaction when one is given. What is left out
 * stays as it was: a mail that is replayed keeps its case.
 */
export async function markProcessed(db: Db, id: number, result: Processed): Promise<void> {
  const { caseId, fromAddress, messageId, detail, at } = result;
  await db
    .updateTable('inbox')
    .set({
      class: result.class,
      outcome: result.outcome,
      reason: result.reason,
      processed_at: at,
      ...(caseId === undefined ? {} : { case_id: caseId }),
      ...(fromAddress === undefined ? {} : { from_address: fromAddress }),
      ...(messageId === undefined ? {} : { message_id: messageId }),
      ...(detail === undefined ? {} : { detail: toJson(detail) }),
    })
    .where('id', '=', id)
    .execute();
}
