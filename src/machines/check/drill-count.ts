/** Counts the answers to a drill: who was reached, how fast, by ccTLD and region (design 12). Pure. */

import type { Address } from '../words/address.ts';
import type { Cctld } from '../words/cctld.ts';
import type { Count, DrillReport } from '../words/check.ts';
import { type CctldTable, REGIONS } from '../words/region.ts';

/** One who was asked, for which ccTLDs (those of the day on which it began), and when the answer came. */
export interface DrillRow {
  readonly address: Address;
  readonly cctlds: readonly Cctld[];
  readonly answeredAt?: Date;
}

export interface DrillFacts {
  readonly openedAt: Date;
  readonly closesAt: Date;
  readonly rows: readonly DrillRow[];
  readonly notAsked: number;
  /** Whose letter came back before the end. */
  readonly cameBack: readonly Address[];
  readonly table: CctldTable;
}

const HOUR = 3_600_000;
const STEPS = [HOUR, 4 * HOUR, 12 * HOUR, 24 * HOUR];

export function countDrill(facts: DrillFacts): DrillReport {
  const { openedAt, closesAt, rows, notAsked, cameBack, table } = facts;
  const speeds = new Map<Address, number | undefined>(
    rows.map(({ address, answeredAt }) => [address, speedOf(facts, answeredAt)]),
  );
  const places = rows.flatMap(({ address, cctlds }) => cctlds.map((cctld) => ({ address, cctld })));
  const people = [...speeds.values()];
  const each = [...Map.groupBy(places, ({ cctld }) => cctld)].map(([cctld, some]) =>
    ofCctld(cctld, some, speeds),
  );
  const length = closesAt.getTime() - openedAt.getTime();
  return {
    opened: openedAt.toISOString(),
    closes: closesAt.toISOString(),
    people: countOf(people),
    cctlds: cctldCount(each),
    within: STEPS.filter((ms) => ms < length).map((ms) => ({
      ms,
      answered: people.filter((speed) => speed !== undefined && speed <= ms).length,
    })),
    ...withMedian(people),
    regions: [...REGIONS, undefined].flatMap((region) => {
      const mine = each.filter(({ cctld }) => table.get(cctld)?.region === region);
      if (mine.length === 0) return [];
      const labels = new Set(mine.map(({ cctld }) => cctld));
      const addresses = new Set(
        places.filter(({ cctld }) => labels.has(cctld)).map(({ address }) => address),
      );
      const some = [...addresses].map((address) => speeds.get(address));
      return [
        {
          ...(region === undefined ? {} : { region }),
          people: countOf(some),
          cctlds: cctldCount(mine),
          ...withMedian(some),
        },
      ];
    }),
    each: each.toSorted((a, b) => (a.cctld < b.cctld ? -1 : 1)),
    notAsked,
    cameBack: rows.filter(
      ({ address, answeredAt }) => answeredAt === undefined && cameBack.includes(address),
    ).length,
    late: rows.filter(({ answeredAt }) => answeredAt !== undefined && answeredAt >= closesAt)
      .length,
  };
}

// Of clocks that do not agree nobody is faster than at once.
function speedOf({ openedAt, closesAt }: DrillFacts, at: Date | undefined): number | undefined {
  if (at === undefined || at >= closesAt) return undefined;
  return Math.max(0, at.getTime() - openedAt.getTime());
}

type Speeds = ReadonlyMap<Address, number | undefined>;

function ofCctld(cctld: Cctld, places: readonly { readonly address: Address }[], speeds: Speeds) {
  const some = places.map(({ address }) => speeds.get(address));
  const answered = some.filter((speed) => speed !== undefined);
  return {
    cctld,
    people: countOf(some),
    ...(answered.length === 0 ? {} : { firstMs: Math.min(...answered) }),
  };
}

function countOf(speeds: readonly (number | undefined)[]): Count {
  return {
    asked: speeds.length,
    answered: speeds.filter((speed) => speed !== undefined).length,
  };
}

function cctldCount(each: readonly { readonly people: Count }[]): Count {
  return {
    asked: each.length,
    answered: each.filter(({ people }) => people.answered > 0).length,
  };
}

// The lower one of an even number: half of them had answered by then.
function withMedian(speeds: readonly (number | undefined)[]): { readonly medianMs?: number } {
  const known = speeds.filter((speed) => speed !== undefined).toSorted((a, b) => a - b);
  const median = known[Math.ceil(known.length / 2) - 1];
  return median === undefined ? {} : { medianMs: median };
}
