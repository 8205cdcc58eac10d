/** Tables 1 and 2 of the report on a page: who joined in each region, as bars and as figures. */

import type { RegionTable, Share } from '../report/report.ts';
import { REGION_NAMES } from '../words/region.ts';
import { html, type Html } from './html.ts';
import { percent } from './show.ts';
import { table } from './table.ts';

/** Pixels of one bar with its label above. */
const ROW = 44;

export interface ShareParts {
  /** Names the table and the parts of the chart. */
  readonly id: string;
  /** `ASCII ccTLDs`. */
  readonly what: string;
  readonly shares: RegionTable;
}

export function shareFigure(parts: ShareParts): Html {
  return html`
    <figure>
      ${shareChart(parts)}
      <figcaption class="legend">
        <span class="item"><span class="key ${keyOf(parts)}"></span>joined</span>
        <span class="item"><span class="key rest"></span>not yet</span>
      </figcaption>
    </figure>
    ${shareTable(parts)}
  `;
}

function keyOf({ id }: ShareParts): 'one' | 'two' {
  return id === 'idn' ? 'two' : 'one';
}

function shareTable({ id, what, shares }: ShareParts): Html {
  return table({
    id: `${id}-shares`,
    caption: `${what} by region`,
    heads: ['Region', '#Joined', '#Share', '#Not yet', '#All'],
    rows: rowsOf(shares).map(({ label, share }) => [label, ...cellsOf(share)]),
    foot: ['Together', ...cellsOf(shares.total)],
  });
}

function cellsOf(share: Share): (string | number)[] {
  return [share.subscribed, percent(share), share.notSubscribed, share.total];
}

// Regions without any such ccTLD have no bar; the table names them.
function shareChart(parts: ShareParts): Html {
  const { id, what, shares } = parts;
  const rows = rowsOf(shares).filter(({ share }) => share.total > 0);
  const { subscribed, total } = shares.total;
  return html`
    <svg class="chart" role="img" aria-labelledby="${id}-t ${id}-d" height="${rows.length * ROW}">
      <title id="${id}-t">Share of the ${what} that joined, by region</title>
      <desc id="${id}-d">${subscribed} of ${total} joined. The figures follow in a table.</desc>
      ${rows.map(
        ({ label, share }, index) => html`
          <text x="0" y="${index * ROW + 13}">${label}</text>
          <text class="mute" x="100%" y="${index * ROW + 13}" text-anchor="end"
            >${share.subscribed} of ${share.total}</text
          >
          <rect class="rest" x="0" y="${index * ROW + 20.5}" width="100%" height="13" />
          <rect
            class="${keyOf(parts)}"
            x="0"
            y="${index * ROW + 20}"
            width="${widthOf(share)}%"
            height="14"
          />
        `,
      )}
    </svg>
  `;
}

/** The regions, and what no region counts. */
function rowsOf({ regions, unplaced }: RegionTable): { label: string; share: Share }[] {
  const rows = regions.map((share) => ({ label: REGION_NAMES[share.region], share }));
  return unplaced === undefined ? rows : [...rows, { label: 'In no region', share: unplaced }];
}

function widthOf({ subscribed, total }: Share): number {
  return Math.round((subscribed / total) * 10_000) / 100;
}
