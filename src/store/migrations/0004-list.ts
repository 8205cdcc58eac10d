/** What goes to everybody on the list: posts, issues of the contact list, one row for each copy. */

import { type Kysely, sql } from 'kysely';

/** Runs inside the migrator's transaction. Append-only: what was released is never edited. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table issues (
    id bigint generated always as identity primary key,
    period text not null unique,
    made_at timestamptz not null,
    digest text not null,
    roster jsonb not null
  )`,
  `create table broadcasts (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('post', 'issue')),
    inbox_id bigint unique references inbox,
    issue_id bigint unique references issues,
    author text,
    tlp text not null,
    message_id text not null,
    bounce_sha256 text not null unique,
    secret text,
    created_at timestamptz not null,
    done_at timestamptz,
    check ((kind = 'post') = (inbox_id is not null)),
    check ((kind = 'issue') = (issue_id is not null))
  )`,
  `create index broadcasts_message_id on broadcasts (message_id)`,
  `create table editions (
    broadcast_id bigint not null references broadcasts,
    number integer not null,
    content bytea not null,
    primary key (broadcast_id, number)
  )`,
  // The key is what keeps a second copy from one address, whatever crashes.
  `create table copies (
    broadcast_id bigint not null references broadcasts,
    address text not null,
    edition integer not null,
    batch integer not null,
    bounce_sha256 text unique,
    secret text,
    in_doubt_at timestamptz,
    doubtful boolean not null default false,
    handed_at timestamptz,
    failed_at timestamptz,
    relay_reply text,
    primary key (broadcast_id, address)
  )`,
  `create index copies_batch on copies (broadcast_id, batch)`,

  `alter table bounces alter column letter_id drop not null`,
  `alter table bounces add column broadcast_id bigint references broadcasts`,
  `alter table bounces add constraint bounces_of_one
    check ((letter_id is null) <> (broadcast_id is null))`,
  // However many reports come about one copy, one of each kind is kept.
  `create unique index bounces_copy on bounces (broadcast_id, address, kind)`,
  // A relay may refuse a letter at once: then no mail reports it.
  `alter table bounces alter column inbox_id drop not null`,
  `alter table persons add column unreachable_since timestamptz`,
  `alter table persons add column reachable_at timestamptz`,
  `drop index cases_one_other`,
  `create unique index cases_one_other on cases (cctld, kind)
    where closed_at is null and cctld is not null
      and kind not in ('subscribe', 'update', 'remove', 'self-update', 'leave', 'unreachable')`,
  `create unique index cases_one_lost on cases (cctld, requester)
    where closed_at is null and kind = 'unreachable'`,

  `alter table jobs drop constraint jobs_kind_check`,
  `alter table jobs add constraint jobs_kind_check
    check (kind in ('mail', 'letter', 'apply', 'timer', 'member', 'broadcast', 'copies'))`,
];
