/** `tldops report`: the statistics of a day, from the database or from a list of who is not subscribed. */

import { readTableConfig } from '../config.ts';
import { reportFromList } from '../machines/report/from-list.ts';
import { listReportCsv, listReportText } from '../machines/report/from-list-text.ts';
import { reportCsv } from '../machines/report/report-csv.ts';
import { reportText } from '../machines/report/report-text.ts';
import { dayOf, isDay } from '../machines/words/day.ts';
import type { CctldTable } from '../machines/words/region.ts';
import { readNotSubscribed } from '../pipeline/not-subscribed.ts';
import { gatherReport } from '../pipeline/statistics.ts';
import { print, Refused, withStore } from './command.ts';

interface Options {
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly day?: string;
  readonly scheme: string;
  readonly notSubscribed?: string;
}

export async function report(options: Options): Promise<void> {
  const { table } = readTableConfig();
  const now = new Date();
  const wanted = { table, now, day: dayIn(options, now), scheme: schemeIn(options, table) };
  if (options.notSubscribed !== undefined) {
    if (wanted.scheme !== 'report')
      throw new Refused(
        'A list has its own regions, those of the report: --not-subscribed takes no --scheme.',
      );
    const made = madeFrom(options.notSubscribed, wanted);
    return show(options, made, {
      csv: () => listReportCsv(made),
      text: () => listReportText(made),
    });
  }
  const made = await withStore((db) => gatherReport(db, wanted));
  return show(options, made, { csv: () => reportCsv(made), text: () => reportText(made) });
}

function show(
  { json, csv }: Options,
  value: unknown,
  as: { readonly csv: () => string; readonly text: () => string },
): void {
  if (json !== true && csv === true) process.stdout.write(as.csv());
  else print(json, value, as.text);
}

function dayIn({ day }: Options, now: Date): string {
  const today = dayOf(now);
  if (day === undefined) return today;
  if (!isDay(day)) throw new Refused(`"${day}" is no day; write it as 2015-06-17.`);
  if (day > today) throw new Refused(`${day} has not come yet.`);
  return day;
}

function schemeIn({ scheme }: Options, table: CctldTable): string {
  const known = new Set([...table.values()].flatMap(({ schemes }) => Object.keys(schemes)));
  if (known.has(scheme)) return scheme;
  throw new Refused(`There is no scheme "${scheme}"; there is ${[...known].join(', ')}.`);
}

function madeFrom(file: string, wanted: Parameters<typeof reportFromList>[1]) {
  try {
    return reportFromList(readNotSubscribed(file), wanted);
  } catch (error) {
    if (error instanceof RangeError) throw new Refused(error.message);
    throw error;
  }
}
