/** Counts in regions, with percentages rounded half up (design 11). */

import type { Cctld } from '../words/cctld.ts';
import { type CctldEntry, isIdn, type Region, REGIONS } from '../words/region.ts';
import type { NamedCctld, RegionList, RegionTable, Share } from './report.ts';

/** Where a scheme puts a ccTLD; nowhere, where it does not say. */
export type Placing = (entry: CctldEntry) => Region | undefined;

/** The placing of a scheme by its name. */
export function placingOf(scheme: string): Placing {
  return scheme === 'report' ? ({ region }) => region : ({ schemes }) => schemes[scheme];
}

/** A count split in two. */
export function shareOf(subscribed: number, total: number): Share {
  const notSubscribed = total - subscribed;
  if (total === 0) return { subscribed, notSubscribed, total };
  const percent = {
    subscribed: percentOf(subscribed, total),
    notSubscribed: percentOf(notSubscribed, total),
  };
  return { subscribed, notSubscribed, total, percent };
}

/** In whole numbers, so that no half is lost: 1 of 8 is 13 %. */
export function percentOf(part: number, total: number): number {
  return Math.floor((200 * part + total) / (2 * total));
}

/** Table 1 of the ASCII ccTLDs among these, or Table 2 of the IDN ones. */
export function tableOf(
  entries: readonly CctldEntry[],
  kind: 'ascii' | 'idn',
  { has, place }: { readonly has: (cctld: Cctld) => boolean; readonly place: Placing },
): RegionTable {
  const of = entries.filter(({ cctld }) => isIdn(cctld) === (kind === 'idn'));
  const share = (some: readonly CctldEntry[]) =>
    shareOf(some.filter(({ cctld }) => has(cctld)).length, some.length);
  const nowhere = of.filter((entry) => place(entry) === undefined);
  return {
    total: share(of),
    regions: REGIONS.map((region) => ({
      region,
      ...share(of.filter((entry) => place(entry) === region)),
    })),
    ...(nowhere.length === 0 ? {} : { unplaced: share(nowhere) }),
  };
}

/** These ccTLDs by region, each with its country, in the order of their labels. */
export function listsOf(entries: readonly CctldEntry[], place: Placing): RegionList[] {
  return REGIONS.map((region) => ({
    region,
    cctlds: namesOf(entries.filter((entry) => place(entry) === region)),
  }));
}

/** ASCII first, then IDN, each by A-label. */
export function namesOf(entries: readonly CctldEntry[]): NamedCctld[] {
  return entries
    .map(({ cctld, country }) => ({ cctld, country }))
    .toSorted((a, b) => inOrder(a.cctld, b.cctld));
}

export function inOrder(a: Cctld, b: Cctld): number {
  if (isIdn(a) !== isIdn(b)) return isIdn(a) ? 1 : -1;
  return a < b ? -1 : Number(a > b);
}
