/** Reads the tables of ccTLDs and regions (design 4): two CSV files in one folder. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { type Cctld, readCctld, uLabelOf } from '../machines/words/cctld.ts';
import { isDay } from '../machines/words/day.ts';
import { type LetterLanguage, readLetterLanguage } from '../machines/words/letter-language.ts';
import {
  type CctldEntry,
  type CctldTable,
  isIdn,
  type Region,
  readRegion,
} from '../machines/words/region.ts';

/** The tables that come with the engine. */
const OWN = fileURLToPath(new URL('../../data', import.meta.url));

/** One line of a file; `wrong` notes what cannot be right about it, with its place. */
export interface TableRow {
  readonly cell: (name: string) => string;
  readonly wrong: (what: string) => void;
}

/**
 * Reads `cctlds.csv` (cctld, ulabel, country, sibling, from, until, ccnso, languages) and `regions.csv`
 * (scheme, asof, cctld, region) of a folder; of the engine's own when none is named. What the columns mean
 * is in data/README.md. Throws RangeError with one line for each fault, which names the file and the line:
 * a ccTLD that is counted wrongly, or nowhere, would be seen by nobody.
 */
export function readCctldTable(dir: string = OWN): CctldTable {
  const faults: string[] = [];
  const placed = readRegions(dir, faults);
  const entries = readEntries(dir, placed, faults);
  for (const { cctld, wrong } of placed.values())
    if (!entries.has(cctld)) wrong(`.${cctld} is not in cctlds.csv`);
  if (faults.length > 0) throw new RangeError(['has faults:', ...faults].join('\n'));
  return entries;
}

/** The rows of a CSV file with these columns, and maybe others. Throws RangeError when it is none. */
export function readRows(file: string, columns: readonly string[], faults: string[]): TableRow[] {
  let rows: { record: Record<string, string>; info: { lines: number } }[];
  try {
    const content = readFileSync(file);
    rows = parse(content, {
      columns: true,
      bom: true,
      trim: true,
      info: true,
      skip_empty_lines: true,
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new RangeError(`cannot be read: ${file}: ${why}`, { cause: error });
  }
  const [first] = rows;
  const missing = columns.filter((name) => first !== undefined && !(name in first.record));
  if (first === undefined) faults.push(`${file} has no rows`);
  if (missing.length > 0) faults.push(`${file} line 1: no column ${missing.join(', ')}`);
  return rows.map(({ record, info }) => ({
    cell: (name) => record[name] ?? '',
    wrong: (what) => void faults.push(`${file} line ${info.lines}: ${what}`),
  }));
}

/** The ccTLD of a row, in the form in which tables name it: the A-label. */
export function cctldIn(row: TableRow, column: string): Cctld | undefined {
  const text = row.cell(column);
  const cctld = readCctld(text);
  if (cctld === text) return cctld;
  row.wrong(`"${text}" is no ccTLD (its A-label, in lower case, without a dot)`);
  return undefined;
}

interface Placed {
  readonly cctld: Cctld;
  readonly schemes: Record<string, Region>;
  readonly wrong: TableRow['wrong'];
}

function readRegions(dir: string, faults: string[]): Map<Cctld, Placed> {
  const placed = new Map<Cctld, Placed>();
  const days = new Map<string, string>();
  const rows = readRows(join(dir, 'regions.csv'), ['scheme', 'asof', 'cctld', 'region'], faults);
  for (const row of rows) {
    const [scheme, asof] = [row.cell('scheme'), row.cell('asof')];
    const region = readRegion(row.cell('region'));
    const cctld = cctldIn(row, 'cctld');
    if (!/^[a-z][a-z0-9-]*$/.test(scheme)) row.wrong(`"${scheme}" is no name of a scheme`);
    if (!isDay(asof)) row.wrong(`"${asof}" is no day (2015-06-17)`);
    if ((days.get(scheme) ?? asof) !== asof)
      row.wrong(`the scheme ${scheme} is of ${days.get(scheme)} above, and of ${asof} here`);
    days.set(scheme, asof);
    if (region === undefined) row.wrong(`"${row.cell('region')}" is no region`);
    if (cctld === undefined || region === undefined) continue;
    const one = placed.get(cctld) ?? { cctld, schemes: {}, wrong: row.wrong };
    if (scheme in one.schemes) row.wrong(`.${cctld} stands twice in the scheme ${scheme}`);
    one.schemes[scheme] = region;
    placed.set(cctld, one);
  }
  return placed;
}

const COLUMNS = ['cctld', 'ulabel', 'country', 'sibling', 'from', 'until', 'ccnso'];

function readEntries(dir: string, placed: ReadonlyMap<Cctld, Placed>, faults: string[]) {
  const entries = new Map<Cctld, CctldEntry>();
  const siblings: [Cctld, TableRow][] = [];
  for (const row of readRows(join(dir, 'cctlds.csv'), COLUMNS, faults)) {
    const cctld = cctldIn(row, 'cctld');
    if (cctld === undefined) continue;
    const { schemes = {} } = placed.get(cctld) ?? {};
    if (entries.has(cctld)) row.wrong(`.${cctld} stands twice`);
    const region = schemes['report'];
    if (region === undefined) row.wrong(`.${cctld} has no region in the scheme report`);
    const entry = entryIn(row, cctld, { region: region ?? 'AF', schemes });
    if (entry.sibling !== undefined) siblings.push([entry.sibling, row]);
    entries.set(cctld, entry);
  }
  for (const [sibling, { wrong }] of siblings)
    if (!entries.has(sibling)) wrong(`the sibling .${sibling} has no row`);
  return entries;
}

function entryIn(
  row: TableRow,
  cctld: Cctld,
  where: Pick<CctldEntry, 'region' | 'schemes'>,
): CctldEntry {
  const ulabel = row.cell('ulabel');
  if (ulabel !== uLabelOf(cctld) || readCctld(ulabel) !== cctld)
    row.wrong(`the U-label "${ulabel}" is not that of .${cctld}`);
  if (row.cell('country') === '') row.wrong(`.${cctld} has no country`);
  return {
    cctld,
    country: row.cell('country'),
    ...where,
    ...siblingIn(row, cctld),
    ...daysIn(row),
    ...ccnsoIn(row),
    ...languagesIn(row),
  };
}

function siblingIn(row: TableRow, cctld: Cctld): Pick<CctldEntry, 'sibling'> {
  const text = row.cell('sibling');
  if (text === '' && !isIdn(cctld)) return {};
  const sibling = text === '' ? undefined : cctldIn(row, 'sibling');
  if (text === '') row.wrong(`.${cctld} is an IDN and has no sibling`);
  else if (!isIdn(cctld)) row.wrong(`.${cctld} is in ASCII and needs no sibling`);
  else if (sibling !== undefined && isIdn(sibling)) row.wrong('a sibling is in ASCII');
  return sibling === undefined ? {} : { sibling };
}

function daysIn(row: TableRow): Pick<CctldEntry, 'from' | 'until'> {
  const [from, until] = [row.cell('from'), row.cell('until')];
  for (const day of [from, until])
    if (day !== '' && !isDay(day)) row.wrong(`"${day}" is no day (2015-06-17)`);
  if (from !== '' && until !== '' && until <= from)
    row.wrong(`it ends on ${until}, before ${from}`);
  return { ...(from === '' ? {} : { from }), ...(until === '' ? {} : { until }) };
}

function ccnsoIn(row: TableRow): Pick<CctldEntry, 'ccnso'> {
  const text = row.cell('ccnso');
  if (text === '') return {};
  if (text !== 'yes' && text !== 'no') row.wrong(`ccnso is "${text}", not yes, no or empty`);
  return { ccnso: text === 'yes' };
}

function languagesIn(row: TableRow): Pick<CctldEntry, 'languages'> {
  const codes = row
    .cell('languages')
    .split(/\s+/)
    .filter((code) => code !== '');
  const languages = codes.map((code) => {
    const language = readLetterLanguage(code);
    if (language === undefined) row.wrong(`no letter is written in "${code}"`);
    return language;
  });
  const known = languages.filter((one): one is LetterLanguage => one !== undefined);
  return known.length === 0 ? {} : { languages: known };
}
