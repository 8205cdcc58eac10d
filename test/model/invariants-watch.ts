/** What must hold about changes in the registry; each function says what is wrong in sentences. */

import { differencesOf } from '../../src/machines/registry-score.ts';
import { compareRosters } from '../../src/machines/replay.ts';
import type { Case } from '../../src/machines/words/case.ts';
import { FIRST_RECORDS, VALIDATORS } from './cast.ts';
import { readersOf, type Seen } from './seen.ts';

type Change = Seen['changes'][number];

/** While nobody has decided about what looks like a redelegation its ccTLD is stopped, and its list stays. */
function undecidedStandsStill(now: Seen, before: Seen): string[] {
  const were = new Set(before.cases.filter(isUndecided).map(({ id }) => id));
  return now.cases.filter(isUndecided).flatMap(({ id, cctld = '' }) => {
    const moved = compareRosters(
      before.roster.filter((one) => one.cctld === cctld),
      now.roster.filter((one) => one.cctld === cctld),
    );
    const undone = now.audit
      .slice(before.audit.length)
      .some((row) => row.reason === 'objected-by-anchor' && row.cctld === cctld);
    return [
      ...(now.frozen.has(cctld) ? [] : [`Case ${id} is undecided, and .${cctld} is not stopped.`]),
      ...(were.has(id) && moved !== undefined && !undone
        ? [`Case ${id} is undecided. ${moved.sentence}`]
        : []),
    ];
  });
}

function isUndecided(one: Seen['cases'][number]): boolean {
  const { moved } = one.request;
  return (
    one.kind === 'redelegation' &&
    !one.closed &&
    moved?.verdict === 'redelegation' &&
    moved.outcome === undefined
  );
}

const TO_ANCHOR = ['challenge', 'objection', 'invite'];
const OF_ANCHOR = [...TO_ANCHOR, 'details', 'question'];

/** What a former Admin Contact was sent as such can be answered by nobody once another one counts. */
function formerAnchorsHaveNoCodes(seen: Seen): string[] {
  const open = seen.tokens.filter(
    (one) => one.used_at === null && one.revoked_at === null && one.expires_at > seen.now,
  );
  return open.flatMap(({ id, case_id: caseId, purpose, addressee, created_at: at }) => {
    const cctld = seen.cases.find((one) => one.id === caseId)?.cctld;
    if (cctld === undefined || isPending(seen, cctld) || !OF_ANCHOR.includes(purpose)) return [];
    const counted = seen.cctlds.find((one) => one.cctld === cctld)?.anchor;
    const left = seen.changes.some(
      (one) => one.cctld === cctld && leaves(seen, one, addressee) && one.at >= at,
    );
    const isStrange = TO_ANCHOR.includes(purpose) && addressee !== counted;
    return left || isStrange
      ? [`Token ${id} (${purpose}) of ${addressee} is open, and ${counted} counts for .${cctld}.`]
      : [];
  });
}

function leaves({ records }: Seen, { before_id: from, after_id: to }: Change, who: string) {
  const [old, fresh] = [from, to].map((id) => records.get(id)?.admin.email);
  return old === who && fresh !== who;
}

/** What follows from a change is a job's, which a killed engine may still have in its hands. */
function isPending({ jobs, changes }: Seen, cctld: string): boolean {
  const ids = new Set(changes.filter((one) => one.cctld === cctld).map(({ id }) => id));
  return jobs.some(({ payload }) => ids.has(Number(payload['registryChange'])));
}

/** Every change that counted is in the history once: each begins where the one before ended. */
function historyIsWhole(seen: Seen): string[] {
  const { records, cctlds, changes } = seen;
  return FIRST_RECORDS.flatMap((first) => {
    const { cctld } = first;
    const mine = changes.filter((one) => one.cctld === cctld);
    const counted = cctlds.find((one) => one.cctld === cctld)?.snapshot_id ?? 0;
    const ends = [first, ...mine.map((one) => records.get(one.after_id) ?? first)];
    const begins = [...mine.map((one) => one.before_id), counted].map((id) => records.get(id));
    return begins.flatMap((begin, index) => {
      const end = ends[index];
      const gap = begin === undefined || end === undefined ? [] : differencesOf(end, begin);
      return gap.length === 0
        ? []
        : [`The history of .${cctld} has a gap before change ${mine[index]?.id ?? 'none'}.`];
    });
  });
}

/** What must be looked at has a case about its ccTLD, and no such case is without a change. */
function changesHaveCases(seen: Seen): string[] {
  const { changes, cases } = seen;
  const known = new Set(changes.map(({ case_id: id }) => id));
  return [
    ...changes
      .filter(({ verdict }) => verdict === 'redelegation' || verdict === 'review')
      .filter(({ cctld }) => !isPending(seen, cctld))
      .filter((one) => !cases.some((found) => isCaseOf(found, one)))
      .map(({ id, verdict }) => `Change ${id} (${verdict}) has no case.`),
    ...cases
      .filter(({ id, kind }) => kind === 'redelegation' && !known.has(id))
      .map(({ id }) => `Case ${id} is about no change.`),
  ];
}

function isCaseOf({ id, kind, cctld }: Case, change: Change): boolean {
  return id === change.case_id && kind === 'redelegation' && cctld === change.cctld;
}

/** Only a Validator says what a change was, and in a mail of their own. */
function validatorsJudge(seen: Seen): string[] {
  const judged = seen.audit.filter(({ reason }) => JUDGED.has(reason));
  return judged
    .filter(({ inbox_id: id }) =>
      VALIDATORS.every(({ address }) => !readersOf(seen, id).includes(address)),
    )
    .map((row) => `Row ${row.id} (${row.reason}): no Validator wrote mail ${row.inbox_id}.`);
}

const JUDGED = new Set([
  'redelegation-confirmed',
  'redelegation-none',
  'redelegation-transition',
  'redelegation-done',
]);

/** By name, as those of `invariants.ts`. */
export const WATCH_INVARIANTS = {
  undecidedStandsStill,
  formerAnchorsHaveNoCodes,
  historyIsWhole,
  changesHaveCases,
  validatorsJudge,
};
