/** Reads a file that lists the ccTLDs which are not subscribed: as CSV, or in the layout of Table 7. */

import { readFileSync } from 'node:fs';
import type { ListedCctld } from '../machines/report/from-list.ts';
import { readListText } from '../machines/report/list-text.ts';
import { readRegion } from '../machines/words/region.ts';
import { cctldIn, readRows } from './cctld-table.ts';

const COLUMNS = ['region', 'number', 'cctld', 'country'];

/** Throws RangeError with one line for each fault, which names the file and the line. */
export function readNotSubscribed(file: string): ListedCctld[] {
  const text = readText(file);
  const faults: string[] = [];
  const rows = /^\ufeff?"?region"?,/.test(text)
    ? fromCsv(file, faults)
    : fromText(file, text, faults);
  if (rows.length === 0 && faults.length === 0) faults.push(`${file} has no rows`);
  if (faults.length > 0) throw new RangeError(faults.join('\n'));
  return rows;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new RangeError(`${file} cannot be read: ${why}`, { cause: error });
  }
}

function fromText(file: string, text: string, faults: string[]): ListedCctld[] {
  const read = readListText(text);
  faults.push(...read.faults.map(({ line, why }) => `${file} line ${line}: ${why}`));
  return [...read.rows];
}

function fromCsv(file: string, faults: string[]): ListedCctld[] {
  return readRows(file, COLUMNS, faults).flatMap((row) => {
    const region = readRegion(row.cell('region'));
    const number = Number(row.cell('number'));
    const cctld = cctldIn(row, 'cctld');
    const isNumber = Number.isSafeInteger(number) && number > 0;
    if (region === undefined) row.wrong(`"${row.cell('region')}" is no region`);
    if (!isNumber) row.wrong(`"${row.cell('number')}" is no number`);
    if (region === undefined || cctld === undefined || !isNumber) return [];
    return [{ region, number, cctld, country: row.cell('country') }];
  });
}
