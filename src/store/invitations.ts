/** Invitations (design 8.6): what is open, what has changed around them, and how many stand where. */

import { sql } from 'kysely';
import type { InviteStanding } from '../machines/words/invite-standing.ts';
import type { InvitationCounts } from '../machines/report/report.ts';
import type { Address } from '../machines/words/address.ts';
import type { Case, CaseState } from '../machines/words/case.ts';
import type { Cctld } from '../machines/words/cctld.ts';
import { findCases } from './cases.ts';
import type { Db } from './db.ts';

const DAY = 86_400_000;

/**
 * Where the invitations stood at the end of a day (ISO), each ccTLD by its newest one: read from the audit
 * trail, so that any day can be asked about. One that settled or was closed by a Validator counts nowhere.
 */
export async function invitationCounts(db: Db, day: string): Promise<InvitationCounts> {
  const end = new Date(Date.parse(`${day}T00:00:00Z`) + DAY);
  const moves = await sql<{ state: CaseState; reason: string; count: number }>`
    with moves as (
      select distinct on (audit.case_id)
        cases.cctld, audit.case_id, audit.after ->> 'state' as state, audit.reason
      from audit join cases on cases.id = audit.case_id
      where cases.kind = 'invite' and audit.at < ${end}
        and audit.before ->> 'state' is distinct from audit.after ->> 'state'
      order by audit.case_id, audit.id desc
    ), newest as (
      select distinct on (cctld) cctld, state, reason from moves order by cctld, case_id desc
    )
    select state, reason, count(*)::integer as count from newest group by state, reason`.execute(
    db,
  );
  const counts = {
    planned: 0,
    invited: 0,
    answered: 0,
    declined: 0,
    undeliverable: 0,
    unanswered: 0,
  };
  for (const { state, reason, count } of moves.rows) {
    const column = columnOf(state, reason);
    if (column !== undefined) counts[column] += count;
  }
  return counts;
}

function columnOf(state: CaseState, reason: string): keyof InvitationCounts | undefined {
  if (state === 'awaiting-validator')
    return reason === 'invite-undeliverable' ? 'undeliverable' : 'unanswered';
  if (state === 'awaiting-unfreeze') return 'planned';
  if (state === 'expired') return 'unanswered';
  return COLUMNS.find((one) => one === state);
}

const COLUMNS = ['planned', 'invited', 'answered', 'declined'] as const;

/** An open invitation around which something may have changed. */
export interface Moved {
  readonly id: number;
  readonly cctld: Cctld;
}

/**
 * The open invitations that may have to move: somebody is on the list, the Admin Contact has opened a
 * request, changes were stopped or allowed, or the address is another one. One query for all of them: it
 * is asked before every mail.
 */
export async function invitationsToFollow(db: Db): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    select cases.id, cases.cctld
    from cases left join cctlds on cctlds.cctld = cases.cctld
    where cases.kind = 'invite' and cases.closed_at is null and (
      (cctlds.frozen_at is not null) <> (cases.state = 'awaiting-unfreeze')
      or (cases.state <> 'planned' and cctlds.anchor <> cases.anchor)
      or exists (select 1 from appointments
        where appointments.cctld = cases.cctld and ended_at is null)
      or exists (select 1 from cases as request
        where request.cctld = cases.cctld and request.closed_at is null
          and request.kind in ('subscribe', 'update', 'remove') and request.evidence >= 'E3'))
    order by cases.id`.execute(db);
  return rows;
}

/** The open invitations of these ccTLDs. */
export async function openInvitations(db: Db, cctlds: readonly Cctld[]): Promise<Case[]> {
  if (cctlds.length === 0) return [];
  const rows = await db
    .selectFrom('cases')
    .select('id')
    .where('kind', '=', 'invite')
    .where('closed_at', 'is', null)
    .where('cctld', 'in', cctlds)
    .orderBy('cctld')
    .execute();
  return [
    ...(
      await findCases(
        db,
        rows.map(({ id }) => id),
      )
    ).values(),
  ];
}

/** The ccTLDs that are invited at this address now, or soon will be. */
export async function invitedAt(db: Db, address: Address): Promise<Cctld[]> {
  const rows = await db
    .selectFrom('cases')
    .innerJoin('cctlds', 'cctlds.cctld', 'cases.cctld')
    .select('cases.cctld')
    .where('kind', '=', 'invite')
    .where('closed_at', 'is', null)
    .where('cctlds.anchor', '=', address)
    .orderBy('cases.cctld')
    .execute();
  return rows.flatMap(({ cctld }) => (cctld === null ? [] : [cctld as Cctld]));
}

/** Every ccTLD that the registry has told us of, as an order of invitations sees it. */
export async function standings(db: Db): Promise<InviteStanding[]> {
  const { rows } = await sql<{
    cctld: Cctld;
    anchor: Address;
    snapshot_id: number;
    checked_at: Date;
    people: number;
    frozen: boolean;
    undeliverable: boolean;
    open_id: number | null;
    open_state: CaseState | null;
    open_due: Date | null;
    declined_at: Date | null;
    rejected_at: Date | null;
  }>`
    select cctlds.cctld, cctlds.anchor, cctlds.snapshot_id,
      coalesce(cctlds.checked_at, registry_snapshots.last_seen) as checked_at,
      (select count(*)::integer from appointments
        where appointments.cctld = cctlds.cctld and ended_at is null) as people,
      cctlds.frozen_at is not null as frozen,
      coalesce(cctlds.undeliverable = cctlds.anchor, false) as undeliverable,
      invite.id as open_id, invite.state as open_state, invite.due_at as open_due,
      (select max(closed_at) from cases
        where cases.cctld = cctlds.cctld and kind = 'invite' and state = 'declined'
          and cases.anchor = cctlds.anchor) as declined_at,
      (select max(closed_at) from cases
        where cases.cctld = cctlds.cctld and kind = 'invite' and state = 'rejected'
          and cases.anchor = cctlds.anchor
          and exists (select 1 from letters
            where letters.case_id = cases.id and letters.name = 'invite')) as rejected_at
    from cctlds
    join registry_snapshots on registry_snapshots.id = cctlds.snapshot_id
    left join cases as invite on invite.cctld = cctlds.cctld
      and invite.kind = 'invite' and invite.closed_at is null
    order by cctlds.cctld`.execute(db);
  return rows.map((row) => ({
    cctld: row.cctld,
    anchor: row.anchor,
    snapshotId: row.snapshot_id,
    checkedAt: row.checked_at,
    people: row.people,
    frozen: row.frozen,
    undeliverable: row.undeliverable,
    ...(row.open_id === null || row.open_state === null
      ? {}
      : {
          open: {
            id: row.open_id,
            state: row.open_state,
            ...(row.open_due === null ? {} : { due: row.open_due }),
          },
        }),
    ...(row.declined_at === null ? {} : { declinedAt: row.declined_at }),
    ...(row.rejected_at === null ? {} : { closedAt: row.rejected_at }),
  }));
}
