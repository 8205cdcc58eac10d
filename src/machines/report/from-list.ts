/** The statistics from a list of the ccTLDs that are not subscribed, such as Table 7 of the report. Pure. */

import { type Cctld, showCctld } from '../words/cctld.ts';
import {
  type CctldEntry,
  type CctldTable,
  countsOn,
  isIdn,
  type Region,
  REGIONS,
} from '../words/region.ts';
import { placingOf, shareOf } from './count.ts';
import type { RegionList, RegionTable } from './report.ts';

/** One row of such a list, as it stands there. */
export interface ListedCctld {
  readonly region: Region;
  readonly number: number;
  readonly cctld: Cctld;
  readonly country: string;
}

export interface ListReport {
  readonly day: string;
  readonly scheme: string;
  readonly ascii: RegionTable;
  /** Only when the list names an IDN ccTLD: else nobody has looked at them. */
  readonly idn?: RegionTable;
  readonly notSubscribed: readonly RegionList[];
  /** What is odd about the list, in sentences. */
  readonly remarks: readonly string[];
}

/**
 * Each row counts once and in the region in which it stands, as in the report; whoever is counted by the
 * table of ccTLDs on that day and stands in no row is subscribed.
 */
export function reportFromList(
  rows: readonly ListedCctld[],
  {
    day,
    scheme,
    table,
  }: { readonly day: string; readonly scheme: string; readonly table: CctldTable },
): ListReport {
  const place = placingOf(scheme);
  const entries = [...table.values()].filter((entry) => countsOn(entry, day));
  const of = (kind: 'ascii' | 'idn') => tableOfRows(rows, entries, kind, place);
  return {
    day,
    scheme,
    ascii: of('ascii'),
    ...(rows.some(({ cctld }) => isIdn(cctld)) ? { idn: of('idn') } : {}),
    notSubscribed: REGIONS.map((region) => ({
      region,
      cctlds: rows
        .filter((row) => row.region === region)
        .map(({ cctld, country }) => ({ cctld, country })),
    })),
    remarks: [
      ...twice(rows),
      ...REGIONS.flatMap((region) => misnumbered(region, rows)),
      ...rows.flatMap((row) => misplaced(row, table, place(table.get(row.cctld) ?? NOWHERE), day)),
    ],
  };
}

const NOWHERE = { schemes: {} } as CctldEntry;

function tableOfRows(
  rows: readonly ListedCctld[],
  entries: readonly CctldEntry[],
  kind: 'ascii' | 'idn',
  place: (entry: CctldEntry) => Region | undefined,
): RegionTable {
  const isOf = ({ cctld }: { readonly cctld: Cctld }) => isIdn(cctld) === (kind === 'idn');
  const [all, missing] = [entries.filter(isOf), rows.filter(isOf)];
  return {
    total: shareOf(all.length - missing.length, all.length),
    regions: REGIONS.map((region) => {
      const total = all.filter((entry) => place(entry) === region).length;
      const not = missing.filter((row) => row.region === region).length;
      return { region, ...shareOf(total - not, total) };
    }),
  };
}

function twice(rows: readonly ListedCctld[]): string[] {
  const groups = [...Map.groupBy(rows, ({ cctld }) => cctld)];
  const often = groups.filter(([, some]) => some.length > 1);
  if (often.length === 0) return [];
  return [
    ...often.map(
      ([cctld, some]) =>
        `${showCctld(cctld)} stands in the list ${timesOf(some.length)}: ${some.map(placeOf).join(' and ')}. It is counted each time.`,
    ),
    `The list has ${rows.length} rows, and names ${groups.length} ccTLDs.`,
  ];
}

function timesOf(count: number): string {
  return count === 2 ? 'twice' : `${count} times`;
}

function placeOf({ region, number }: ListedCctld): string {
  return `in ${region} as number ${number}`;
}

function misnumbered(region: Region, all: readonly ListedCctld[]): string[] {
  const rows = all.filter((row) => row.region === region);
  const groups = [...Map.groupBy(rows, ({ number }) => number)];
  const often = groups
    .filter(([, some]) => some.length > 1)
    .map(
      ([number, some]) =>
        `In ${region} the number ${number} stands ${timesOf(some.length)}: ${some.map(({ cctld }) => showCctld(cctld)).join(' and ')}.`,
    );
  const last = Math.max(0, ...groups.map(([number]) => number));
  if (last === rows.length) return often;
  return [...often, `In ${region} the last number is ${last}, and there are ${rows.length} rows.`];
}

function misplaced(
  { cctld, region }: ListedCctld,
  table: CctldTable,
  own: Region | undefined,
  day: string,
): string[] {
  const entry = table.get(cctld);
  if (entry === undefined || !countsOn(entry, day))
    return [`${showCctld(cctld)} stands in the list, and the table does not count it on ${day}.`];
  if (own === region) return [];
  return [
    `${showCctld(cctld)} stands in ${region}, and the table has it in ${own ?? 'no region'}.`,
  ];
}
