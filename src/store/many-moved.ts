/** Whether other people stand in so many records of the registry at once that none of them is believed. */

import { sql } from 'kysely';
import { areTooMany } from '../machines/settling.ts';
import type { Db } from './db.ts';

/** Counts the changes that have to stand and are about people (manager, Admin Contact, technical address). */
export async function isManyMoved(db: Db): Promise<boolean> {
  const { rows } = await sql<{ moved: number; known: number }>`
    select count(*) as known, count(*) filter (where k.id is not null and row(
        k.record->'organisation', k.record#>'{admin,name}',
        k.record#>'{admin,email}', k.record#>'{tech,email}'
      ) is distinct from row(
        s.record->'organisation', s.record#>'{admin,name}',
        s.record#>'{admin,email}', s.record#>'{tech,email}'
      )) as moved
    from cctlds c
    join registry_snapshots s on s.id = c.snapshot_id
    left join registry_snapshots k on k.id = c.candidate_id`.execute(db);
  return rows.some(({ moved, known }) => areTooMany(moved, known));
}
