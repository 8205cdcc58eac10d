/** The statistics as plain text of at most 72 columns, in the form of the report's tables (design 11). */

import { STATE_WORDS } from '../letters/parts.ts';
import { wrap } from '../letters/wrap.ts';
import { type Cctld, showCctld } from '../words/cctld.ts';
import { isIdn, REGION_NAMES } from '../words/region.ts';
import type { NamedCctld, RegionList, RegionTable, Report, Share } from './report.ts';

/** Blocks with an empty line between them; holds no name of a person and no address. */
export function reportText(report: Report): string {
  return sections([
    heading(`Statistics of ${report.day}, ${until(report)}.`, report),
    asciiTable(report.ascii),
    idnTable(report.idn),
    people(report),
    ...notYet(
      'NOT SUBSCRIBED YET, BY REGION',
      report.notSubscribed,
      report.unplaced?.notSubscribed,
    ),
    ...joined(report),
    invitations(report),
    cases(report),
    waiting(report),
    growth(report),
    ...stopped(report),
  ]);
}

export function sections(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}

// Of today it is known only until now.
function until({ day, madeAt }: Report): string {
  return madeAt.startsWith(day)
    ? `until ${madeAt.slice(11, 16)} UTC`
    : 'at the end of that day (UTC)';
}

export function heading(front: string, { scheme }: Pick<Report, 'scheme'>): string {
  return wrap(
    `${front} The regions are those of the scheme "${scheme}". A ccTLD counts as subscribed when at least one of its contacts is on the list.`,
  );
}

export function asciiTable(table: RegionTable): string {
  return `ASCII CCTLDS\n\n${regionTable(table)}`;
}

export function idnTable(table: RegionTable): string {
  return `IDN CCTLDS\n\n${regionTable(table)}`;
}

const NAME = 29;

function regionTable({ total, regions, unplaced }: RegionTable): string {
  return [
    `${'Region'.padEnd(NAME)}${'Subscribed'.padStart(12)}${'Not subscribed'.padStart(16)}${'Total'.padStart(9)}`,
    shareLine('Total', total),
    ...regions.map((share) => shareLine(REGION_NAMES[share.region], share)),
    ...(unplaced === undefined ? [] : [shareLine('In no region', unplaced)]),
  ].join('\n');
}

function shareLine(name: string, { subscribed, notSubscribed, total, percent }: Share): string {
  const cells = [
    ...pair(subscribed, percent?.subscribed, 12),
    ...pair(notSubscribed, percent?.notSubscribed, 16),
  ];
  return `${name.padEnd(NAME)}${cells.join('')}${String(total).padStart(9)}`;
}

function pair(count: number, percent: number | undefined, width: number): string[] {
  const share = percent === undefined ? '-' : `${percent}%`;
  return [String(count).padStart(width - 6), share.padStart(6)];
}

function people({ contacts, ccnso }: Report): string {
  const known = ccnso.members + ccnso.others;
  return [
    'CONTACTS',
    '',
    row('People on the list', contacts.people),
    row('ccTLDs with one contact', contacts.one),
    row('ccTLDs with two contacts', contacts.two),
    row('ccTLDs with three contacts', contacts.three),
    ...(known === 0
      ? []
      : [
          row('Subscribed members of the ccNSO', ccnso.members),
          row('Subscribed, not members of the ccNSO', ccnso.others),
        ]),
    row('Subscribed, membership in the ccNSO not known', ccnso.unknown),
  ].join('\n');
}

function row(name: string, ...values: readonly (number | string)[]): string {
  return `${name.padEnd(48)}${values.map((one) => String(one).padStart(8)).join('')}`;
}

/** Table 7: numbered in each region, with the country. */
export function notYet(
  title: string,
  lists: readonly RegionList[],
  unplaced: readonly NamedCctld[] = [],
): string[] {
  const all = [
    ...lists.map(({ region, cctlds }) => [`${REGION_NAMES[region]} (${region})`, cctlds] as const),
    ['In no region', unplaced] as const,
  ].filter(([, cctlds]) => cctlds.length > 0);
  if (all.length === 0) return [title, '  (none)'];
  return [title, ...all.map(([name, cctlds]) => `${name}\n${numbered(cctlds)}`)];
}

function numbered(cctlds: readonly NamedCctld[]): string {
  return cctlds
    .map(({ cctld, country }, index) => {
      const lead = String(index + 1).padStart(5);
      if (!isIdn(cctld)) return wrap(country, { first: `${lead}  .${cctld}  ` });
      // The country first: right-to-left letters in front would turn the whole line around.
      return wrap(`${country}: ${showCctld(cctld)}`, { first: `${lead}  ` });
    })
    .join('\n');
}

function joined({ subscribed, unplaced }: Report): string[] {
  const all = [
    ...subscribed.map(({ region, cctlds }) => [REGION_NAMES[region], cctlds] as const),
    ['In no region', unplaced?.subscribed ?? []] as const,
  ].filter(([, cctlds]) => cctlds.length > 0);
  if (all.length === 0) return ['SUBSCRIBED', '  (none)'];
  return [
    'SUBSCRIBED',
    ...all.map(
      ([name, cctlds]) =>
        `${name}\n${wrap(labels(cctlds.map(({ cctld }) => cctld)), { first: '  ' })}`,
    ),
  ];
}

function labels(cctlds: readonly Cctld[]): string {
  return cctlds.map(showCctld).join(', ');
}

function invitations({ invitations: counts }: Report): string {
  return [
    'INVITATIONS (ccTLDs)',
    '',
    row('Invitation planned', counts.planned),
    row('Invited, no answer yet', counts.invited),
    row('Answered', counts.answered),
    row('Not interested now', counts.declined),
    row('The address of the Admin Contact takes no mail', counts.undeliverable),
    row('No answer to any reminder', counts.unanswered),
  ].join('\n');
}

function cases({ cases: counts }: Report): string {
  if (counts.length === 0) return 'OPEN CASES, BY KIND AND STATE\n\n  (none)';
  return [
    'OPEN CASES, BY KIND AND STATE',
    '',
    row('', 'cases', 'oldest'),
    ...counts.flatMap(({ kind, state, count, oldestDays }) => [
      row(`${kind}, ${state}`, count, `${oldestDays} d`),
      wrap(STATE_WORDS[state], { first: '    ' }),
    ]),
  ].join('\n');
}

function waiting({ waiting: times }: Report): string {
  if (times.length === 0) return 'REQUESTS THAT ENDED IN THE LAST 90 DAYS\n\n  (none)';
  return [
    'REQUESTS THAT ENDED IN THE LAST 90 DAYS',
    '',
    row('From the first mail to the end', 'ended', 'median', 'longest'),
    ...times.map(({ kind, ended, medianDays, longestDays }) =>
      row(kind, ended, `${medianDays} d`, `${longestDays} d`),
    ),
  ].join('\n');
}

function growth({ growth: points }: Report): string {
  if (points.length === 0) return 'SUBSCRIBED AT THE END OF EACH MONTH\n\n  (none)';
  return [
    'SUBSCRIBED AT THE END OF EACH MONTH',
    '',
    ...points.map(({ day, ascii, idn }) =>
      [day, inColumn(ascii, 'ASCII'), inColumn(idn, 'IDN')].join(''),
    ),
  ].join('\n');
}

// Each figure with its unit: two words alone on a line would be read as somebody's name.
function inColumn(count: number, unit: string): string {
  return `${count} ${unit}`.padStart(16);
}

function stopped({ frozen, unlisted }: Report): string[] {
  return [
    ...(frozen.length === 0
      ? []
      : [`CHANGES ARE STOPPED FOR\n\n${wrap(labels(frozen), { first: '  ' })}`]),
    ...(unlisted.length === 0
      ? []
      : [
          `ON THE LIST, BUT NOT IN THE TABLE OF CCTLDS\n\n${wrap(labels(unlisted), { first: '  ' })}`,
        ]),
  ];
}
