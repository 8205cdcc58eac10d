/** Reads the tables of ccTLDs and regions (design 4): two CSV files in one folder. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { type Cctld, readCctld } from '../machines/words/cctld.ts';
import { type LetterLanguage, readLetterLanguage } from '../machines/words/letter-language.ts';
import {
  type CctldEntry,
  type CctldTable,
  type Region,
  REGIONS,
} from '../machines/words/region.ts';

/** The tables that come with the engine. */
const OWN = fileURLToPath(new URL('../../data', import.meta.url));

type Row = Readonly<Record<string, string>>;

/**
 * Reads `cctlds.csv` (cctld, ulabel, country, sibling, from, until, ccnso, languages) and `regions.csv` (scheme,
 * asof, cctld, region) of a folder; of the engine's own when none is named. Throws RangeError that says
 * what is wrong: a ccTLD without a region of the report is counted nowhere, so that is a fault too.
 */
export function readCctldTable(dir: string = OWN): CctldTable {
  const regions = Map.groupBy(rowsOf(dir, 'regions.csv'), (row) => row['cctld'] ?? '');
  const entries = rowsOf(dir, 'cctlds.csv').map((row) => entryOf(row, regions));
  return new Map(entries.map((entry) => [entry.cctld, entry]));
}

function rowsOf(dir: string, name: string): Row[] {
  try {
    return parse(readFileSync(join(dir, name)), { columns: true, bom: true, trim: true });
  } catch (error) {
    throw new RangeError(`${join(dir, name)} cannot be read`, { cause: error });
  }
}

function entryOf(row: Row, regions: ReadonlyMap<string, readonly Row[]>): CctldEntry {
  const { from, until, ccnso } = row;
  const schemes = Object.fromEntries(
    (regions.get(row['cctld'] ?? '') ?? []).map((one) => [
      one['scheme'] ?? '',
      one['region'] ?? '',
    ]),
  );
  const cctld = cctldOf(row['cctld']);
  const region = REGIONS.find((one) => one === schemes['report']);
  if (region === undefined) throw new RangeError(`.${cctld} has no region in the report's scheme`);
  return {
    cctld,
    country: row['country'] ?? '',
    region: region satisfies Region,
    schemes,
    ...(row['sibling'] ? { sibling: cctldOf(row['sibling']) } : {}),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
    ...(ccnso ? { ccnso: ccnso === 'yes' } : {}),
    ...(row['languages'] ? { languages: languagesIn(row['languages']) } : {}),
  };
}

function languagesIn(text: string): LetterLanguage[] {
  return text.split(/\s+/).map((code) => {
    const language = readLetterLanguage(code);
    if (language === undefined) throw new RangeError(`no letter is written in "${code}"`);
    return language;
  });
}

function cctldOf(text: string | undefined): Cctld {
  const cctld = readCctld(text ?? '');
  if (cctld === undefined) throw new RangeError(`"${text ?? ''}" is no ccTLD`);
  return cctld;
}
