/** How many ccTLDs were subscribed at the end of each month (design 11). */

import type { Cctld } from '../words/cctld.ts';
import { dayOf, endOfDay } from '../words/day.ts';
import { isIdn } from '../words/region.ts';
import type { GrowthPoint } from './report.ts';

interface Stay {
  readonly cctld: Cctld;
  /** ISO instants. */
  readonly since: string;
  readonly endedAt?: string;
}

/** From the month of the first place on the list to the day; nothing while there was none. */
export function growthOf(
  stays: readonly Stay[],
  day: string,
  counts: (cctld: Cctld, day: string) => boolean,
): GrowthPoint[] {
  const end = endOfDay(day).toISOString();
  const begins = stays.map(({ since }) => since).filter((since) => since < end);
  const first = begins.toSorted()[0];
  if (first === undefined) return [];
  return monthEnds(first.slice(0, 10), day).map((at) => pointOn(stays, at, counts));
}

function pointOn(
  stays: readonly Stay[],
  day: string,
  counts: (cctld: Cctld, day: string) => boolean,
): GrowthPoint {
  const end = endOfDay(day).toISOString();
  const there = new Set<Cctld>();
  for (const { cctld, since, endedAt } of stays)
    if (since < end && (endedAt === undefined || endedAt >= end) && counts(cctld, day))
      there.add(cctld);
  const idn = [...there].filter((cctld) => isIdn(cctld)).length;
  return { day, ascii: there.size - idn, idn };
}

// The last day of each month, and the day itself.
function monthEnds(from: string, to: string): string[] {
  const ends: string[] = [];
  for (let month = Number(from.slice(5, 7)), year = Number(from.slice(0, 4)); ; month += 1) {
    // Day 0 of a month is the last one of the month before.
    const last = dayOf(new Date(Date.UTC(year, month, 0)));
    if (last >= to) return [...ends, to];
    ends.push(last);
  }
}
