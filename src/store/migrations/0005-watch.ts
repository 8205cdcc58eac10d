/** The registry watched for every ccTLD, invitations, the yearly check and drills. */

import { type Kysely, sql } from 'kysely';

/** Runs inside the migrator's transaction. Append-only: what was released is never edited. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  // When it was last asked about, whatever came of it: a refresh that was stopped goes on from there.
  `alter table cctlds add column asked_at timestamptz`,
  // Why the last question brought no record, until one does.
  `alter table cctlds add column trouble text`,
  `alter table cctlds add column trouble_at timestamptz`,
  // Since when the registry says that there is no such ccTLD, and when the Validators were told of it.
  `alter table cctlds add column absent_since timestamptz`,
  `alter table cctlds add column absent_told_at timestamptz`,
  // The Admin Contact address that takes no mail, as a believed report says; another one is another matter.
  `alter table cctlds add column undeliverable text`,
  `alter table cctlds add column undeliverable_at timestamptz`,
  // When the Admin Contact last said that the data of its ccTLD are right.
  `alter table cctlds add column confirmed_at timestamptz`,
  `alter table persons add column confirmed_at timestamptz`,

  // Every change that counted: what it did to the record that counted until then; what it scores
  // (design 12), together with the changes shortly before it, against the record before these; its case.
  `create table registry_changes (
    id bigint generated always as identity primary key,
    cctld text not null,
    at timestamptz not null,
    before_id bigint not null references registry_snapshots,
    base_id bigint not null references registry_snapshots,
    after_id bigint not null references registry_snapshots,
    fields jsonb not null,
    score smallint not null,
    verdict text not null check (verdict in ('redelegation', 'review', 'anchor', 'details')),
    case_id bigint references cases
  )`,
  `create index registry_changes_cctld on registry_changes (cctld, id)`,

  // The yearly check and drills (design 12): who was asked, and who answered.
  `create table checks (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('yearly', 'drill')),
    period text not null unique,
    opened_at timestamptz not null,
    closes_at timestamptz not null,
    closed_at timestamptz,
    started_by text not null,
    words text
  )`,
  // One at a time, whatever happens at once.
  `create unique index checks_open on checks (kind) where closed_at is null`,
  // A drill asks whoever was on the list when it began: that, and for which ccTLDs, changes no more.
  // Not asked is whom mail did not reach then.
  `create table check_answers (
    check_id bigint not null references checks,
    address text not null,
    cctlds text[] not null default '{}',
    not_asked boolean not null default false,
    asked_at timestamptz,
    reminded_at timestamptz,
    told_at timestamptz,
    answered_at timestamptz,
    answer text check (answer in ('right', 'wrong', 'here')),
    primary key (check_id, address)
  )`,
];
