/** The first schema. Migrations are append-only: mend a released one with the next. */

import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  // The registry: every distinct answer is kept; ccTLDs point at the one that counts.
  `create table registry_snapshots (
    id bigint generated always as identity primary key,
    cctld text not null,
    source text not null,
    sha256 text not null,
    answer text not null,
    record jsonb not null,
    first_seen timestamptz not null,
    last_seen timestamptz not null
  )`,
  `create index registry_snapshots_cctld on registry_snapshots (cctld, id)`,
  `create table cctlds (
    cctld text primary key,
    snapshot_id bigint references registry_snapshots,
    anchor text,
    candidate_id bigint references registry_snapshots,
    candidate_since timestamptz,
    checked_at timestamptz,
    frozen_at timestamptz,
    frozen_by text,
    frozen_reason text,
    check ((candidate_id is null) = (candidate_since is null)),
    check ((frozen_at is null) = (frozen_by is null))
  )`,
  `create index cctlds_anchor on cctlds (anchor)`,

  // What came in: the raw message once, one row for each recipient.
  `create table raw_mails (
    sha256 text primary key,
    content bytea,
    size integer not null,
    stored_at timestamptz not null
  )`,
  `create table inbox (
    id bigint generated always as identity primary key,
    dedup_key text not null unique,
    raw_sha256 text not null references raw_mails,
    received_at timestamptz not null,
    times_seen integer not null default 1,
    envelope_from text not null,
    recipient text not null,
    client jsonb not null,
    from_address text,
    message_id text,
    class text check (class in ('human', 'auto-reply', 'bounce', 'delay', 'report', 'list', 'loop', 'own', 'quarantined')),
    outcome text not null default 'pending' check (outcome in
      ('pending', 'opened', 'advanced', 'answered', 'noted', 'ignored', 'held', 'distributed', 'refused', 'quarantined')),
    reason text,
    case_id bigint,
    detail jsonb not null default '{}',
    processed_at timestamptz
  )`,
  `create index inbox_case on inbox (case_id)`,

  // The roster: at most three places per ccTLD, one of them primary; held by unique indexes.
  `create table persons (
    id bigint generated always as identity primary key,
    address text not null unique,
    first_name text not null,
    last_name text not null,
    phones jsonb not null,
    created_at timestamptz not null
  )`,
  `create table cases (
    id bigint generated always as identity (start with 1001) primary key,
    kind text not null check (kind in
      ('subscribe', 'update', 'remove', 'self-update', 'leave', 'invite', 'redelegation', 'unreachable')),
    cctld text,
    state text not null,
    context jsonb not null,
    request jsonb not null,
    version integer not null default 1,
    evidence text not null,
    policy text not null,
    requester text not null,
    anchor text,
    snapshot_id bigint references registry_snapshots,
    waiting text,
    opened_at timestamptz not null,
    updated_at timestamptz not null,
    due_at timestamptz,
    closed_at timestamptz
  )`,
  `create unique index cases_one_open on cases (cctld, kind) where closed_at is null and cctld is not null`,
  `alter table inbox add foreign key (case_id) references cases`,
  `create table appointments (
    id bigint generated always as identity primary key,
    person_id bigint not null references persons,
    cctld text not null,
    place smallint not null check (place between 1 and 3),
    is_primary boolean not null,
    case_id bigint not null references cases,
    since timestamptz not null,
    ended_at timestamptz,
    ended_reason text,
    check ((ended_at is null) = (ended_reason is null))
  )`,
  `create unique index appointments_place on appointments (cctld, place) where ended_at is null`,
  `create unique index appointments_person on appointments (cctld, person_id) where ended_at is null`,
  `create unique index appointments_primary on appointments (cctld) where is_primary and ended_at is null`,

  // Letters are kept for "show" and for matching bounces; their secrets only until they are sent.
  `create table letters (
    id bigint generated always as identity primary key,
    key text not null unique,
    case_id bigint references cases,
    name text not null,
    addressee text not null,
    data jsonb not null,
    secrets jsonb,
    message_id_sha256 text not null,
    bounce_sha256 text not null,
    created_at timestamptz not null,
    sent_at timestamptz,
    relay_reply text,
    failed_at timestamptz,
    bounced_at timestamptz
  )`,
  `create index letters_case on letters (case_id)`,
  `create index letters_message_id on letters (message_id_sha256)`,
  `create index letters_bounce on letters (bounce_sha256)`,
  `create table tokens (
    id bigint generated always as identity primary key,
    sha256 text not null unique,
    case_id bigint not null references cases,
    purpose text not null,
    addressee text not null,
    digest text not null,
    letter_id bigint references letters,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    used_by bigint references inbox,
    revoked_at timestamptz,
    revoked_reason text
  )`,
  `create index tokens_case on tokens (case_id)`,
  // RFC 3834 2: how many answers one address got on one day.
  `create table answers (
    address text not null,
    day date not null,
    count integer not null,
    primary key (address, day)
  )`,

  // Work to be done: mails to process, letters, list changes, timers. Leased, and deleted when done.
  `create table jobs (
    id bigint generated always as identity primary key,
    key text not null unique,
    kind text not null check (kind in ('mail', 'letter', 'apply', 'timer')),
    case_id bigint references cases,
    payload jsonb not null,
    run_at timestamptz not null,
    created_at timestamptz not null,
    attempts integer not null default 0,
    leased_by text,
    leased_until timestamptz,
    last_error text,
    dead_at timestamptz
  )`,
  `create index jobs_due on jobs (run_at) where dead_at is null`,
  `create index jobs_case on jobs (case_id)`,

  // The audit trail: append-only, each row carries the hash of the row before it.
  `create table audit (
    id bigint primary key,
    at timestamptz not null,
    actor text not null,
    reason text not null,
    case_id bigint,
    cctld text,
    inbox_id bigint,
    raw_sha256 text,
    snapshot_id bigint,
    evidence text,
    facts jsonb not null,
    before jsonb not null,
    after jsonb not null,
    previous_hash text not null,
    hash text not null unique
  )`,
  `create index audit_case on audit (case_id, id)`,
  `create function audit_is_append_only() returns trigger language plpgsql as $$
    begin raise exception 'the audit trail is append-only'; end $$`,
  `create trigger audit_append_only before update or delete or truncate on audit
    for each statement execute function audit_is_append_only()`,
];
