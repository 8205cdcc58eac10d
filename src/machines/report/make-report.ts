/** Makes the statistics of one day from what was known at its end (design 11). Pure. */

import { CLOSED, type CaseKind, type CaseState } from '../words/case.ts';
import type { Cctld } from '../words/cctld.ts';
import { endOfDay } from '../words/day.ts';
import { type CctldEntry, type CctldTable, countsOn } from '../words/region.ts';
import { inOrder, listsOf, namesOf, placingOf, tableOf } from './count.ts';
import { growthOf } from './growth.ts';
import type { CaseCounts, InvitationCounts, Report, WaitingTime } from './report.ts';

/** One person's place on the list of a ccTLD, from when to when (ISO instants). */
export interface PlaceOnList {
  readonly cctld: Cctld;
  readonly person: number;
  readonly since: string;
  readonly endedAt?: string;
}

/** A case as it was at the end of the day (ISO instants). */
export interface CaseThen {
  readonly kind: CaseKind;
  readonly state: CaseState;
  readonly openedAt: string;
  readonly endedAt?: string;
}

export interface ReportFacts {
  readonly day: string;
  readonly now: Date;
  readonly scheme: string;
  readonly table: CctldTable;
  /** All that ever were, also those that began later. */
  readonly places: readonly PlaceOnList[];
  readonly cases: readonly CaseThen[];
  readonly frozen: readonly Cctld[];
  readonly invitations: InvitationCounts;
}

export function makeReport(facts: ReportFacts): Report {
  const { day, scheme, table } = facts;
  const place = placingOf(scheme);
  const entries = [...table.values()].filter((entry) => countsOn(entry, day));
  const onList = placesOn(facts.places, day);
  const people = Map.groupBy(onList, ({ cctld }) => cctld);
  const has = (cctld: Cctld) => people.has(cctld);
  const subscribed = entries.filter(({ cctld }) => has(cctld));
  const others = entries.filter(({ cctld }) => !has(cctld));
  const counted = new Set(entries.map(({ cctld }) => cctld));
  const nowhere = (some: readonly CctldEntry[]) =>
    namesOf(some.filter((entry) => place(entry) === undefined));
  const unplaced = { subscribed: nowhere(subscribed), notSubscribed: nowhere(others) };
  const isUnplaced = unplaced.subscribed.length + unplaced.notSubscribed.length > 0;
  return {
    day,
    madeAt: facts.now.toISOString(),
    scheme,
    ascii: tableOf(entries, 'ascii', { has, place }),
    idn: tableOf(entries, 'idn', { has, place }),
    ...(isUnplaced ? { unplaced } : {}),
    ccnso: membershipOf(subscribed),
    contacts: {
      people: new Set(onList.map(({ person }) => person)).size,
      ...sizesOf(subscribed.map(({ cctld }) => peopleOf(people.get(cctld)))),
    },
    subscribed: listsOf(subscribed, place),
    notSubscribed: listsOf(others, place),
    invitations: facts.invitations,
    cases: openCases(facts.cases, day),
    waiting: waitingTimes(facts.cases, day),
    growth: growthOf(facts.places, day, (cctld, then) => {
      const entry = table.get(cctld);
      return entry !== undefined && countsOn(entry, then);
    }),
    frozen: facts.frozen.toSorted(inOrder),
    unlisted: [...people.keys()].filter((cctld) => !counted.has(cctld)).toSorted(inOrder),
  };
}

/** The places that were taken at the end of a day. */
function placesOn(places: readonly PlaceOnList[], day: string): PlaceOnList[] {
  const end = endOfDay(day).toISOString();
  return places.filter(
    ({ since, endedAt }) => since < end && (endedAt === undefined || endedAt >= end),
  );
}

// Somebody who was brought back has two rows for one time.
function peopleOf(places: readonly PlaceOnList[] = []): number {
  return new Set(places.map(({ person }) => person)).size;
}

function sizesOf(sizes: readonly number[]) {
  const count = (size: number) => sizes.filter((one) => Math.min(one, 3) === size).length;
  return { one: count(1), two: count(2), three: count(3) };
}

function membershipOf(subscribed: readonly CctldEntry[]): Report['ccnso'] {
  const count = (member: boolean | undefined) =>
    subscribed.filter(({ ccnso }) => ccnso === member).length;
  return { members: count(true), others: count(false), unknown: count(undefined) };
}

const DAY = 86_400_000;

function openCases(cases: readonly CaseThen[], day: string): CaseCounts[] {
  const end = endOfDay(day).getTime();
  const open = cases.filter(({ state }) => !CLOSED.includes(state));
  const groups = Map.groupBy(open, ({ kind, state }) => `${kind} ${state}`);
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, some]) => {
      const ages = some.map(({ openedAt }) => wholeDays(openedAt, end));
      const [first] = some;
      if (first === undefined) return [];
      const { kind, state } = first;
      return [{ kind, state, count: some.length, oldestDays: Math.max(...ages) }];
    });
}

/** What people ask for; the other kinds are work of the engine and of the Validators. */
const REQUESTS = ['subscribe', 'update', 'remove', 'self-update', 'leave'] as const;
const WINDOW = 90 * DAY;

function waitingTimes(cases: readonly CaseThen[], day: string): WaitingTime[] {
  const end = endOfDay(day).getTime();
  return REQUESTS.flatMap((kind) => {
    const days = cases
      .filter((one) => one.kind === kind)
      .flatMap(({ openedAt, endedAt }) => (endedAt === undefined ? [] : [{ openedAt, endedAt }]))
      .filter(({ endedAt }) => isWithin(endedAt, end))
      .map(({ openedAt, endedAt }) => wholeDays(openedAt, Date.parse(endedAt)))
      .toSorted((a, b) => a - b);
    const [median, longest] = [days[Math.floor(days.length / 2)], days.at(-1)];
    if (median === undefined || longest === undefined) return [];
    return [{ kind, ended: days.length, medianDays: median, longestDays: longest }];
  });
}

function isWithin(at: string, end: number): boolean {
  const time = Date.parse(at);
  return time < end && time >= end - WINDOW;
}

function wholeDays(from: string, to: number): number {
  return Math.max(0, Math.floor((to - Date.parse(from)) / DAY));
}
