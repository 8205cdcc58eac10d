/** When a difference in the registry counts: IANA's pages flap between old and new for hours. */

import { isDeepStrictEqual } from 'node:util';
import type { RegistryRecord } from './words/registry.ts';

/**
 * What one more answer means for a ccTLD. `first`: nothing was known. `details`: counts at once,
 * and is about nobody and no name server. `candidate`: the answer differs from what counts and now has to stand.
 * `flapped-back`: the candidate is gone. `settled`: the candidate stood long enough and counts now.
 */
export type RegistryChange =
  | 'none'
  | 'first'
  | 'details'
  | 'candidate'
  | 'flapped-back'
  | 'settled';

/** What counts for a ccTLD now, and what has been seen since and has to stand. */
export interface Standing {
  readonly record: RegistryRecord;
  readonly candidate?: { readonly record: RegistryRecord; readonly since: Date };
}

/**
 * Places the record just `seen` (at the time `at`) against what stands. A candidate counts when it
 * is seen again, unchanged, at least `settleMs` milliseconds after it was first seen with no return
 * to the counted record between; `settleMs` 0 switches the waiting off.
 */
export function settle(
  standing: Standing | undefined,
  seen: RegistryRecord,
  at: Date,
  settleMs: number,
): RegistryChange {
  if (standing === undefined) return 'first';
  const { record, candidate } = standing;
  if (isSame(seen, record)) {
    if (candidate !== undefined) return 'flapped-back';
    return isDeepStrictEqual(seen, record) ? 'none' : 'details';
  }
  if (settleMs === 0) return 'settled';
  if (candidate === undefined || !isSameChange(seen, candidate.record, record)) return 'candidate';
  return at.getTime() - candidate.since.getTime() >= settleMs ? 'settled' : 'none';
}

// All that is scored (design 12): who answers for the ccTLD, and where it is served.
function isSame(one: RegistryRecord, other: RegistryRecord): boolean {
  return hasSamePeople(one, other) && isDeepStrictEqual(one.nameServers, other.nameServers);
}

// While other people have to stand, one more name server does not make them begin anew.
function isSameChange(
  seen: RegistryRecord,
  candidate: RegistryRecord,
  counted: RegistryRecord,
): boolean {
  return hasSamePeople(seen, counted) ? isSame(seen, candidate) : hasSamePeople(seen, candidate);
}

/** Whether two records name the same Admin Contact (address, name), manager and technical address. */
function hasSamePeople(one: RegistryRecord, other: RegistryRecord): boolean {
  return isDeepStrictEqual(peopleOf(one), peopleOf(other));
}

function peopleOf(record: RegistryRecord): readonly (string | undefined)[] {
  const words = [record.organisation, record.admin.name].map((text) =>
    text.normalize('NFC').replace(/\s+/g, ' '),
  );
  return [...words, record.admin.email, record.tech.email];
}
