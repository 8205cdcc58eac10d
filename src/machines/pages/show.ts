/** How days, shares and ccTLDs are shown on the pages. */

import { cleanLine } from '../letters/foreign.ts';
import type { NamedCctld, RegionList, Share } from '../report/report.ts';
import { type Cctld, uLabelOf } from '../words/cctld.ts';
import { isIdn, REGION_NAMES } from '../words/region.ts';
import { html, type Html } from './html.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A day (ISO) or an instant, as a day of UTC: `27 November 2026`. */
export function showDay(iso: string): Html {
  const day = iso.slice(0, 10);
  return html`<time datetime="${day}">${dayWords(day)}</time>`;
}

/** The same without markup, for titles and descriptions. */
export function dayWords(day: string): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** An instant to the minute: `27 November 2026, 14:05 UTC`. */
export function showInstant(iso: string): Html {
  return html`<time datetime="${iso}">${dayWords(iso)}, ${iso.slice(11, 16)} UTC</time>`;
}

/** `Nov 2026`, of an instant in milliseconds. */
export function monthWords(instant: number): string {
  const date = new Date(instant);
  return `${(MONTHS[date.getUTCMonth()] ?? '').slice(0, 3)} ${date.getUTCFullYear()}`;
}

/** `41%`; a dash where nothing is counted. */
export function percent(share: Share): string {
  return share.percent === undefined ? '–' : `${share.percent.subscribed}%`;
}

/** `.nl`, or both labels of an IDN, each kept from turning the text around it. */
export function showName(cctld: Cctld): Html {
  const label = cleanLine(uLabelOf(cctld), 63);
  return isIdn(cctld)
    ? html`<bdi>.${label}</bdi> <small>(${cctld})</small>`
    : html`<bdi>.${cctld}</bdi>`;
}

/** ccTLDs with their countries, as a list in columns. */
function nameList(cctlds: readonly NamedCctld[]): Html {
  return html`
    <ul class="names">
      ${cctlds.map(
        ({ cctld, country }) =>
          html`<li><b>${showName(cctld)}</b> <bdi>${cleanLine(country, 80)}</bdi></li>`,
      )}
    </ul>
  `;
}

/** ccTLDs by region, each with a heading; a further one for those that no region has. */
export function regionLists(
  lists: readonly RegionList[],
  unplaced: readonly NamedCctld[] | undefined,
  { title, nothing }: { readonly title: (region: string) => string; readonly nothing: string },
): Html {
  const all = lists.map(({ region, cctlds }) => ({ name: REGION_NAMES[region], cctlds }));
  if (unplaced !== undefined && unplaced.length > 0)
    all.push({ name: 'In no region', cctlds: unplaced });
  return html`${all.map(
    ({ name, cctlds }) => html`
      <h3>${title(name)}</h3>
      ${cctlds.length === 0 ? html`<p>${nothing}</p>` : nameList(cctlds)}
    `,
  )}`;
}

/** ccTLDs in a sentence, `none` when there are none. */
export function nameRow(cctlds: readonly Cctld[]): Html {
  if (cctlds.length === 0) return html`none`;
  const [first = html``, ...rest] = cctlds.map(showName);
  return rest.reduce((before, one) => html`${before}, ${one}`, first);
}

/** `1 case`, `2 cases`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
