/** Reads a list in the layout of Table 7 of the report: `1) .ac`, a tab, the country, under its region. Pure. */

import { readCctld } from '../words/cctld.ts';
import { readRegion, type Region } from '../words/region.ts';
import type { ListedCctld } from './from-list.ts';

/** A row that cannot be read, and the number of its line from 1. */
export interface ListFault {
  readonly line: number;
  readonly why: string;
}

// The region stands before its first row, or on a line of its own.
const REGION = /\((AF|AP|EUR|NA|LAC)\)/;
const ROW = /(?:^|\s)(\d{1,3})\)\s{0,8}(\S{2,64})\s+(\S.{0,199})$/u;

// What was meant as a row: it begins with a number, or names a ccTLD.
const MEANT = /^\s{0,40}\d{1,9}(?!\d)\s{0,40}\S|(?:^|\s)\.[\p{L}\p{N}][\p{L}\p{M}\p{N}-]/u;

const NO_ROW = 'it is no row of number, ccTLD and country, such as "1) .xa Country"';

/** Lines that are neither a region nor meant as a row, such as headings, are passed over. */
export function readListText(text: string): {
  readonly rows: readonly ListedCctld[];
  readonly faults: readonly ListFault[];
} {
  const rows: ListedCctld[] = [];
  const faults: ListFault[] = [];
  let region: Region | undefined;
  for (const [index, whole] of text.split('\n').entries()) {
    const line = whole.slice(0, 500).trimEnd();
    region = readRegion(REGION.exec(line)?.[1] ?? '') ?? region;
    const [, number, label = '', country = ''] = ROW.exec(line) ?? [];
    if (number === undefined) {
      if (MEANT.test(line)) faults.push({ line: index + 1, why: NO_ROW });
      continue;
    }
    const cctld = readCctld(label);
    const why = cctld === undefined ? `"${label}" is no ccTLD` : 'it stands under no region';
    if (cctld === undefined || region === undefined) faults.push({ line: index + 1, why });
    else rows.push({ region, number: Number(number), cctld, country: country.trim() });
  }
  return { rows, faults };
}
