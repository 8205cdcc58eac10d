/** Updates, removals and an SSC's own requests beside subscriptions; tokens that cover several cases. */

import { type Kysely, sql } from 'kysely';

/** Runs inside the migrator's transaction. Append-only: what was released is never edited. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  // A stored request of the first release is a subscription: everybody whom it describes comes.
  `update cases set request = jsonb_build_object(
      'asks', coalesce((
        select jsonb_agg(jsonb_build_object('kind', 'add', 'contact', draft -> 'number') order by place)
        from jsonb_array_elements(request -> 'drafts') with ordinality as each (draft, place)
      ), '[]'::jsonb),
      'after', request -> 'contacts',
      'notes', '[]'::jsonb
    ) || request`,
  `update cases set context = jsonb_build_object(
      'origin', 'mail', 'approvalsNeeded', 1, 'approvals', '[]'::jsonb, 'hold', 0,
      'needed', '[]'::jsonb, 'confirmed', '[]'::jsonb
    ) || context`,
  `update letters set data = jsonb_set(data, '{letter,about}', jsonb_build_object(
      'kind', 'subscribe', 'after', data #> '{letter,about,contacts}', 'notes', '[]'::jsonb,
      'approvals', '[]'::jsonb, 'approvalsNeeded', 1
    ) || (data #> '{letter,about}'))
    where data #> '{letter,about}' is not null`,

  // One change at a time for each ccTLD; an SSC's own requests stand beside it, one of a kind each.
  `drop index cases_one_open`,
  `create unique index cases_one_open on cases (cctld)
    where closed_at is null and cctld is not null and kind in ('subscribe', 'update', 'remove')`,
  `create unique index cases_one_own
    on cases (requester, kind, coalesce(cctld, ''), coalesce(request #>> '{own,what}', ''))
    where closed_at is null and kind in ('self-update', 'leave')`,
  `create unique index cases_one_other on cases (cctld, kind)
    where closed_at is null and cctld is not null
      and kind not in ('subscribe', 'update', 'remove', 'self-update', 'leave')`,

  `alter table appointments add column ended_by bigint references cases`,
  `alter table persons add column address_changed_at timestamptz`,
  `alter table jobs drop constraint jobs_kind_check`,
  `alter table jobs add constraint jobs_kind_check
    check (kind in ('mail', 'letter', 'apply', 'timer', 'member'))`,

  `alter table tokens alter column case_id drop not null`,
  `create table token_covers (
    token_id bigint not null references tokens,
    case_id bigint not null references cases,
    digest text not null,
    primary key (token_id, case_id)
  )`,
];
