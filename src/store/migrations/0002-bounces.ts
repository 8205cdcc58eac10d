/** Delivery reports that were believed, one row each. */

import { type Kysely, sql } from 'kysely';

/** Runs inside the migrator's transaction. Append-only: what was released is never edited. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table bounces (
    id bigint generated always as identity primary key,
    letter_id bigint not null references letters,
    inbox_id bigint not null references inbox,
    address text not null,
    kind text not null
      check (kind in ('mailbox-gone', 'mailbox-full', 'policy', 'delayed', 'unknown')),
    status text,
    said text,
    at timestamptz not null,
    unique (letter_id, inbox_id)
  )`,
  `create index bounces_address on bounces (address, at)`,
];
