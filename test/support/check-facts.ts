/** What tests of the yearly check are made of. */

import type { Database } from '../../src/store/schema.ts';
import type { Insertable } from 'kysely';
import { record as registryRecord } from './people.ts';

export { address, settings } from './facts.ts';

/** A stored record of the registry with this Admin Contact. */
export function record(cctld: string, admin: string): Insertable<Database['registry_snapshots']> {
  const seen = new Date('2026-11-25T09:00:00Z');
  return {
    cctld,
    source: 'test',
    sha256: `${cctld} ${admin}`,
    answer: '',
    record: JSON.stringify(registryRecord(cctld, 'Registry', admin)),
    first_seen: seen,
    last_seen: seen,
  };
}
