/** The statistics from a list, as text and as CSV. */

import { wrap } from '../letters/wrap.ts';
import type { ListReport } from './from-list.ts';
import { listRows, rowsCsv, tableRows } from './report-csv.ts';
import { asciiTable, heading, idnTable, notYet, sections } from './report-text.ts';

export function listReportText(report: ListReport): string {
  const { ascii, idn, notSubscribed, remarks } = report;
  return sections([
    heading(
      `Statistics of ${report.day}, from a list of the ccTLDs that are not subscribed.`,
      report,
    ),
    asciiTable(ascii),
    ...(idn === undefined ? [] : [idnTable(idn)]),
    ...notYet('NOT SUBSCRIBED YET, BY REGION', notSubscribed),
    'ODD ABOUT THE LIST',
    remarks.length === 0
      ? '  (nothing)'
      : remarks.map((one) => wrap(one, { first: '  - ' })).join('\n'),
  ]);
}

export function listReportCsv(report: ListReport): string {
  const { ascii, idn, notSubscribed, remarks } = report;
  return rowsCsv(report, [
    ...tableRows('ascii', ascii),
    ...(idn === undefined ? [] : tableRows('idn', idn)),
    ...listRows('not-subscribed', notSubscribed),
    ...remarks.map((one, at) => ['remarks', '', String(at + 1), '', one] as const),
  ]);
}
