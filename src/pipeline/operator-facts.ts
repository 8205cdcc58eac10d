/** Gathers what only the operator sees, besides the report. */

import { isOurTurn, type OperatorFacts } from '../machines/pages/operator-facts.ts';
import { unconfirmedPeople } from '../store/check-people.ts';
import type { Db } from '../store/db.ts';
import { lastIssue } from '../store/issues.ts';
import {
  type ConfirmedCounts,
  countAside,
  countChanges,
  countConfirmedAnchors,
  countConfirmedPeople,
  countJobs,
  countRegistryAges,
  countUndelivered,
  frozenSince,
  newestChecks,
  undeliverableCctlds,
  unreachableCctlds,
  waitingCases,
} from '../store/operator.ts';

const DAY = 86_400_000;
const MONTH = 30 * DAY;

/**
 * Looks only. All of it is of one moment when `db` is one transaction. A copy of a record of the registry
 * that is older than `freshMs` is stale, as in the metrics.
 */
export async function gatherOperatorFacts(
  db: Db,
  now: Date,
  freshMs: number,
): Promise<OperatorFacts> {
  const since = new Date(now.getTime() - MONTH);
  const issue = await lastIssue(db);
  return {
    at: now.toISOString(),
    cases: await openCases(db, now),
    work: await countJobs(db, now),
    letters: await countUndelivered(db, since),
    registry: await registryFacts(db, now, freshMs),
    frozen: (await frozenSince(db)).map((one) => ({ ...one, since: one.since.toISOString() })),
    aside: await countAside(db),
    ...(issue === undefined
      ? {}
      : {
          lastIssue: {
            number: issue.number,
            period: issue.period,
            at: issue.at.toISOString(),
            places: issue.roster.length,
          },
        }),
    confirmed: await confirmedFacts(db, now),
    checks: await newestChecks(db),
    unreachable: await unreachableCctlds(db),
  };
}

async function openCases(db: Db, now: Date): Promise<OperatorFacts['cases']> {
  const rows = await waitingCases(db);
  return rows.map(({ openedAt, dueAt, ...one }) => ({
    ...one,
    days: Math.max(0, Math.floor((now.getTime() - openedAt.getTime()) / DAY)),
    ...(dueAt === null ? {} : { due: dueAt.toISOString() }),
    ours: isOurTurn(one.state),
  }));
}

async function registryFacts(
  db: Db,
  now: Date,
  freshMs: number,
): Promise<OperatorFacts['registry']> {
  const { day, week, older, stale, never, settling } = await countRegistryAges(db, now, freshMs);
  const since = new Date(now.getTime() - MONTH);
  return {
    ages: [
      { label: 'less than a day', count: day },
      { label: '1 to 7 days', count: week },
      { label: 'more than 7 days', count: older },
      { label: 'never read', count: never },
    ],
    stale,
    never,
    settling,
    changes: await countChanges(db, since),
    undeliverable: await undeliverableCctlds(db),
  };
}

async function confirmedFacts(db: Db, now: Date): Promise<OperatorFacts['confirmed']> {
  const silent = [...(await unconfirmedPeople(db)).values()].toSorted();
  const [oldest] = silent;
  return {
    people: yearsOf(await countConfirmedPeople(db, now)),
    anchors: yearsOf(await countConfirmedAnchors(db, now)),
    silent: silent.length,
    ...(oldest === undefined ? {} : { silentSince: oldest }),
  };
}

function yearsOf({ year, two, older }: ConfirmedCounts): OperatorFacts['confirmed']['people'] {
  return [
    { label: 'less than a year', count: year },
    { label: '1 to 2 years', count: two },
    { label: 'more than 2 years', count: older },
  ];
}
