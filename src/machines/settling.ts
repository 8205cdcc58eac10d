/** When a difference in the registry counts: IANA's pages flap between old and new for hours. */

import { isDeepStrictEqual } from 'node:util';
import { differencesOf } from './registry-score.ts';
import type { RegistryRecord } from './words/registry.ts';

/**
 * What one more answer means for a ccTLD. `first`: nothing was known. `details`: counts at once,
 * and is about nobody and no name server. `candidate`: the answer differs from what counts and now has to stand.
 * `flapped-back`: the candidate is gone. `settled`: the candidate stood long enough and counts now.
 * `people-settled`: the same, while the name servers in this answer are others than the candidate's: the
 * candidate counts, and this answer is the next one. `respelled`: settled, but the record comes from a source
 * of another form, and nothing differs but how names are written there: that is no event.
 */
export type RegistryChange =
  | 'none'
  | 'first'
  | 'details'
  | 'candidate'
  | 'flapped-back'
  | 'settled'
  | 'people-settled'
  | 'respelled';

/** How a record is dated against the one that counts, by the day in `changed:`. */
export type Dated = 'newer' | 'same' | 'older';

/**
 * Whether so many ccTLDs with other people at once are no sign of so many new managers, but of a poisoned
 * mirror or a reader that is wrong (threats.md, "stale IANA data"): none of them counts then.
 */
export function areTooMany(moved: number, known: number): boolean {
  return moved >= FEW && moved > known * MANY;
}

/** So many ccTLDs may move on one day, however few are known. */
const FEW = 10;
/** More of all records than this never changed in a day. */
const MANY = 0.05;

/** What counts for a ccTLD now, and what has been seen since and has to stand. */
export interface Standing {
  readonly record: RegistryRecord;
  readonly candidate?: { readonly record: RegistryRecord; readonly since: Date };
}

/** Longer than any flap that was ever seen (3 h 40 min), whatever the operator set. */
const STALE_PAGE_MS = 86_400_000;

/**
 * Places the record just `seen` (at the time `at`) against what stands. A candidate counts when it
 * is seen again, with the same people, at least `settleMs` milliseconds after it was first seen with no
 * return to the counted record between; `settleMs` 0 switches the waiting off. `otherForm`: the counted record
 * came from a source that writes differently.
 */
export function settle(
  standing: Standing | undefined,
  seen: RegistryRecord,
  at: Date,
  settleMs: number,
  otherForm = false,
): RegistryChange {
  if (standing === undefined) return 'first';
  const { record, candidate } = standing;
  if (isSame(seen, record)) {
    if (candidate !== undefined) return 'flapped-back';
    return isDeepStrictEqual(seen, record) ? 'none' : 'details';
  }
  const counts = otherForm && isRespelled(record, seen) ? 'respelled' : 'settled';
  const wait = standingTime(record, seen, settleMs);
  if (wait === 0) return counts;
  if (candidate === undefined || !isSameChange(seen, candidate.record, record)) return 'candidate';
  if (at.getTime() - candidate.since.getTime() < wait) return 'none';
  return standsIn(seen, candidate.record, record) ? counts : 'people-settled';
}

/**
 * Whether `seen`, which has the candidate's people, may stand in for it: its name servers are those of the
 * candidate, or those that count. Others have only just been seen, and have to stand themselves.
 */
export function standsIn(
  seen: RegistryRecord,
  candidate: RegistryRecord,
  counted: RegistryRecord,
): boolean {
  return hasSameServers(seen, candidate) || hasSameServers(seen, counted);
}

/**
 * How long `seen` has to stand before it counts instead of `counted`, in milliseconds. Every change of
 * people moves `changed:` on, so other people under an older date are a stale page, or worse: these wait
 * a day at least. The same date is no sign, because two changes may fall on one day.
 */
export function standingTime(
  counted: RegistryRecord,
  seen: RegistryRecord,
  settleMs: number,
): number {
  return dated(counted, seen) === 'older' ? Math.max(settleMs, STALE_PAGE_MS) : settleMs;
}

/** A date that is missing or is none proves nothing, and is taken as the same. */
export function dated(
  { changed: before }: RegistryRecord,
  { changed: after }: RegistryRecord,
): Dated {
  if (before === after || ![before, after].every((day) => DAY.test(day))) return 'same';
  return after < before ? 'older' : 'newer';
}

const DAY = /^\d{4}-\d\d-\d\d$/;

// All that is scored (design 12): who answers for the ccTLD, and where it is served.
function isSame(one: RegistryRecord, other: RegistryRecord): boolean {
  return hasSamePeople(one, other) && hasSameServers(one, other);
}

// While other people have to stand, one more name server does not make them begin anew; but who has shown
// two sets of other name servers has not stood with either.
function isSameChange(
  seen: RegistryRecord,
  candidate: RegistryRecord,
  counted: RegistryRecord,
): boolean {
  if (hasSamePeople(seen, counted)) return isSame(seen, candidate);
  return (
    hasSamePeople(seen, candidate) &&
    (hasSameServers(candidate, counted) || standsIn(seen, candidate, counted))
  );
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

function hasSameServers(one: RegistryRecord, other: RegistryRecord): boolean {
  return isDeepStrictEqual(one.nameServers, other.nameServers);
}

// The name of a person may be a title there, or in another order; a manager's has some word in common.
function isRespelled(counted: RegistryRecord, seen: RegistryRecord): boolean {
  return differencesOf(counted, seen).every(
    ({ field, score }) => field === 'admin-name' || (field === 'organisation' && score === 0),
  );
}
