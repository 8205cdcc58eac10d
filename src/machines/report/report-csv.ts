/** The statistics as one table for spreadsheet programs: a row for each figure (design 11). */

import { cell, csvOf } from '../csv.ts';
import { uLabelOf } from '../words/cctld.ts';
import type { NamedCctld, RegionList, RegionTable, Report, Share } from './report.ts';

const COLUMNS = ['day', 'scheme', 'part', 'region', 'item', 'label', 'value'];

/** What stands behind day and scheme. */
type Row = readonly [part: string, region: string, item: string, label: string, value: string];

export function reportCsv(report: Report): string {
  return rowsCsv(report, [
    ...tableRows('ascii', report.ascii),
    ...tableRows('idn', report.idn),
    ...figures('ccnso', report.ccnso),
    ...figures('contacts', report.contacts),
    ...listRows('subscribed', report.subscribed, report.unplaced?.subscribed),
    ...listRows('not-subscribed', report.notSubscribed, report.unplaced?.notSubscribed),
    ...figures('invitations', { ...report.invitations }),
    ...report.cases.flatMap(({ kind, state, count, oldestDays }) =>
      figures('cases', {
        [`${kind} ${state} count`]: count,
        [`${kind} ${state} oldest days`]: oldestDays,
      }),
    ),
    ...report.waiting.flatMap(({ kind, ended, medianDays, longestDays }) =>
      figures('waiting', {
        [`${kind} ended`]: ended,
        [`${kind} median days`]: medianDays,
        [`${kind} longest days`]: longestDays,
      }),
    ),
    ...report.growth.flatMap(({ day, ascii, idn }) => [
      ['growth', '', 'ascii', day, String(ascii)] as const,
      ['growth', '', 'idn', day, String(idn)] as const,
    ]),
    ...report.frozen.map((cctld) => ['frozen', '', cctld, uLabelOf(cctld), ''] as const),
    ...report.unlisted.map((cctld) => ['unlisted', '', cctld, uLabelOf(cctld), ''] as const),
  ]);
}

export function rowsCsv(
  { day, scheme }: Pick<Report, 'day' | 'scheme'>,
  rows: readonly Row[],
): string {
  return csvOf([COLUMNS, ...rows.map((row) => [day, scheme, ...row.map(cell)])]);
}

export function tableRows(part: string, { total, regions, unplaced }: RegionTable): Row[] {
  return [
    ...shareRows(part, 'total', total),
    ...regions.flatMap((share) => shareRows(part, share.region, share)),
    ...(unplaced === undefined ? [] : shareRows(part, 'none', unplaced)),
  ];
}

function shareRows(part: string, region: string, share: Share): Row[] {
  const { subscribed, notSubscribed, total, percent } = share;
  const items: [string, number | undefined][] = [
    ['subscribed', subscribed],
    ['not subscribed', notSubscribed],
    ['total', total],
    ['subscribed %', percent?.subscribed],
    ['not subscribed %', percent?.notSubscribed],
  ];
  return items.flatMap(([item, value]) =>
    value === undefined ? [] : [[part, region, item, '', String(value)] as const],
  );
}

export function listRows(
  part: string,
  lists: readonly RegionList[],
  unplaced: readonly NamedCctld[] = [],
): Row[] {
  return [
    ...lists.flatMap(({ region, cctlds }) => names(part, region, cctlds)),
    ...names(part, 'none', unplaced),
  ];
}

function names(part: string, region: string, cctlds: readonly NamedCctld[]): Row[] {
  return cctlds.map(({ cctld, country }) => [part, region, cctld, uLabelOf(cctld), country]);
}

function figures(part: string, counts: Readonly<Record<string, number>>): Row[] {
  return Object.entries(counts).map(([item, value]) => [part, '', item, '', String(value)]);
}
