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
import { shareOf } from './count.ts';
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
 * table of ccTLDs on that day and stands in no row is subscribed. So the regions are those of the report,
 * and of no other scheme. Throws RangeError, a sentence a line, when a region has more rows than ccTLDs.
 */
export function reportFromList(
  rows: readonly ListedCctld[],
  { day, table }: { readonly day: string; readonly table: CctldTable },
): ListReport {
  const entries = [...table.values()].filter((entry) => countsOn(entry, day));
  const of = (kind: 'ascii' | 'idn') => tableOfRows(rows, entries, kind);
  const remarks = [
    ...twice(rows),
    ...REGIONS.flatMap((region) => misnumbered(region, rows)),
    ...rows.flatMap((row) => misplaced(row, table, day)),
  ];
  const crowded = (['ascii', 'idn'] as const).flatMap((kind) => tooMany(of(kind)));
  if (crowded.length > 0) throw new RangeError([...crowded, ...remarks].join('\n'));
  return {
    day,
    scheme: 'report',
    ascii: of('ascii'),
    ...(rows.some(({ cctld }) => isIdn(cctld)) ? { idn: of('idn') } : {}),
    notSubscribed: REGIONS.map((region) => ({
      region,
      cctlds: rows
        .filter((row) => row.region === region)
        .map(({ cctld, country }) => ({ cctld, country })),
    })),
    remarks,
  };
}

// Fewer than none cannot be subscribed.
function tooMany({ regions }: RegionTable): string[] {
  return regions
    .filter(({ subscribed }) => subscribed < 0)
    .map(
      ({ region, notSubscribed, total }) =>
        `The list has ${notSubscribed} rows in ${region}, and the table counts ${total} ccTLDs there: nothing can be counted.`,
    );
}

function tableOfRows(
  rows: readonly ListedCctld[],
  entries: readonly CctldEntry[],
  kind: 'ascii' | 'idn',
): RegionTable {
  const isOf = ({ cctld }: { readonly cctld: Cctld }) => isIdn(cctld) === (kind === 'idn');
  const [all, missing] = [entries.filter(isOf), rows.filter(isOf)];
  return {
    total: shareOf(all.length - missing.length, all.length),
    regions: REGIONS.map((region) => {
      const total = all.filter((entry) => entry.region === region).length;
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

function misplaced({ cctld, region }: ListedCctld, table: CctldTable, day: string): string[] {
  const entry = table.get(cctld);
  if (entry === undefined || !countsOn(entry, day))
    return [`${showCctld(cctld)} stands in the list, and the table does not count it on ${day}.`];
  if (entry.region === region) return [];
  return [`${showCctld(cctld)} stands in ${region}, and the table has it in ${entry.region}.`];
}
