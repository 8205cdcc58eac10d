/** The ccTLDs of the world and the regions that they are counted in (design 4): dated tables, never code. */

import type { Cctld } from './cctld.ts';
import type { LetterLanguage } from './letter-language.ts';

/** The regions of the report (its Tables 1 and 2), in its order. */
export const REGIONS = ['AF', 'AP', 'EUR', 'NA', 'LAC'] as const;
export type Region = (typeof REGIONS)[number];

export function readRegion(text: string): Region | undefined {
  return REGIONS.find((one) => one === text);
}

/** How the report writes them. */
export const REGION_NAMES: Readonly<Record<Region, string>> = {
  AF: 'Africa',
  AP: 'Asia-Pacific',
  EUR: 'Europe',
  NA: 'North America',
  LAC: 'Latin America and Caribbean',
};

/** One row of `data/cctlds.csv`, with its regions of `data/regions.csv`. */
export interface CctldEntry {
  readonly cctld: Cctld;
  readonly country: string;
  /** In the scheme of the report. */
  readonly region: Region;
  /** By the name of any further scheme, such as `icann`. */
  readonly schemes: Readonly<Record<string, Region>>;
  /** The ASCII ccTLD of the same country, for an IDN. */
  readonly sibling?: Cctld;
  /** ISO days, as far as they are known: it counts from `from` on, and no longer on `until`. */
  readonly from?: string;
  readonly until?: string;
  /** Whether its manager is a member of the ccNSO, as far as the operator's table says. */
  readonly ccnso?: boolean;
  /** Those of its country in which letters are written besides English. */
  readonly languages?: readonly LetterLanguage[];
}

/** All ccTLDs that are counted, by A-label. */
export type CctldTable = ReadonlyMap<Cctld, CctldEntry>;

/** Whether the ccTLD counts on a day (ISO). */
export function countsOn({ from, until }: CctldEntry, day: string): boolean {
  return (from === undefined || from <= day) && (until === undefined || day < until);
}

export function isIdn(cctld: Cctld): boolean {
  return cctld.startsWith('xn--');
}
