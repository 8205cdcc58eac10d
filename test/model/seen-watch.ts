/** What the store holds about the registry's changes, and about yearly checks and drills. */

import type { Selectable } from 'kysely';
import type { RegistryRecord } from '../../src/machines/words/registry.ts';
import type { Db } from '../../src/store/db.ts';
import type { Database } from '../../src/store/schema.ts';

export interface WatchSeen {
  readonly changes: readonly Selectable<Database['registry_changes']>[];
  /** By the number of the snapshot. */
  readonly records: ReadonlyMap<number, RegistryRecord>;
  readonly cctlds: readonly Selectable<Database['cctlds']>[];
  readonly persons: readonly Pick<Selectable<Database['persons']>, 'address' | 'confirmed_at'>[];
  readonly checks: readonly Selectable<Database['checks']>[];
  readonly asked: readonly Selectable<Database['check_answers']>[];
}

export async function lookAtWatch(db: Db): Promise<WatchSeen> {
  const [changes, snapshots, cctlds, persons, checks, asked] = await Promise.all([
    db.selectFrom('registry_changes').selectAll().orderBy('id').execute(),
    db.selectFrom('registry_snapshots').select(['id', 'record']).execute(),
    db.selectFrom('cctlds').selectAll().execute(),
    db.selectFrom('persons').select(['address', 'confirmed_at']).execute(),
    db.selectFrom('checks').selectAll().orderBy('id').execute(),
    db.selectFrom('check_answers').selectAll().execute(),
  ]);
  const records = new Map(snapshots.map(({ id, record }) => [id, record]));
  return { changes, records, cctlds, persons, checks, asked };
}
