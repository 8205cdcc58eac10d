/** How many ccTLDs were on the list over time: a chart of two areas, and its figures; knows d3-shape. */

import { area, line } from 'd3-shape';
import type { GrowthPoint } from '../report/report.ts';
import { html, type Html, trusted } from './html.ts';
import { countScale, type Tick, timeScale } from './scales.ts';
import { dayWords, monthWords, showDay } from './show.ts';
import { table } from './table.ts';

const HEIGHT = 280;
const PLOT = { top: 20, floor: 250 };
/** Units of the stretched plot over its width. */
const WIDTH = 1_000;

/** Chart and table; one sentence where there is no time to look back on yet. */
export function growthFigure(points: readonly GrowthPoint[]): Html {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 2)
    return html`<p>There is no history to show yet.</p>`;
  return html`
    <figure>
      ${growthChart(points, first, last)}
      <figcaption class="legend">
        <span class="item"><span class="key one"></span>ASCII ccTLDs</span>
        <span class="item"><span class="key two"></span>IDN ccTLDs, on top of them</span>
      </figcaption>
    </figure>
    <details>
      <summary>The figures of this chart</summary>
      ${growthTable(points)}
    </details>
  `;
}

function growthTable(points: readonly GrowthPoint[]): Html {
  return table({
    id: 'growth-figures',
    caption: 'ccTLDs with a contact on the list, at the end of each month and on the last day',
    heads: ['Day', '#ASCII', '#IDN', '#Together'],
    rows: points.map(({ day, ascii, idn }) => [showDay(day), ascii, idn, ascii + idn]),
  });
}

function growthChart(points: readonly GrowthPoint[], first: GrowthPoint, last: GrowthPoint): Html {
  const counts = countScale(Math.max(...points.map(({ ascii, idn }) => ascii + idn)), PLOT);
  const times = timeScale(Date.parse(first.day), Date.parse(last.day), WIDTH);
  const x = ({ day }: GrowthPoint) => times.at(Date.parse(day));
  const ascii = ({ ascii: some }: GrowthPoint) => counts.at(some);
  const all = ({ ascii: some, idn }: GrowthPoint) => counts.at(some + idn);
  const below = area<GrowthPoint>(x, PLOT.floor, ascii).digits(1)([...points]);
  const above = area<GrowthPoint>(x, ascii, all).digits(1)([...points]);
  const between = line<GrowthPoint>(x, ascii).digits(1)([...points]);
  return html`
    <svg class="chart" role="img" aria-labelledby="growth-t growth-d" height="${HEIGHT}">
      <title id="growth-t">ccTLDs on the list over time</title>
      <desc id="growth-d">
        From ${first.ascii + first.idn} on ${dayWords(first.day)} to ${last.ascii + last.idn} on
        ${dayWords(last.day)}, of which ${last.ascii} ASCII and ${last.idn} IDN. The figures follow
        in a table.
      </desc>
      <svg
        width="100%"
        height="${HEIGHT}"
        viewBox="0 0 ${WIDTH} ${HEIGHT}"
        preserveAspectRatio="none"
      >
        <path class="one" d="${pathOf(below)}" />
        <path class="two" d="${pathOf(above)}" />
        <path class="edge" d="${pathOf(between)}" />
      </svg>
      ${[...counts.ticks.map(gridLine), ...times.ticks.map(monthMark)]}
    </svg>
  `;
}

// What d3 writes are letters and figures; it is longer than text may be.
function pathOf(path: string | null): Html {
  return trusted(path ?? '');
}

function gridLine({ value, at }: Tick): Html {
  return html`
    <line class="${value === 0 ? 'axis' : 'grid'}" x1="0" x2="100%" y1="${at}" y2="${at}" />
    <text class="mute halo" x="0" y="${at - 5}">${value}</text>
  `;
}

// The labels at both ends stay inside.
function monthMark({ value, at }: Tick): Html {
  const percent = Math.round((at / WIDTH) * 10_000) / 100;
  const anchor = percent < 8 ? 'start' : percent > 92 ? 'end' : 'middle';
  return html`
    <line
      class="axis"
      x1="${percent}%"
      x2="${percent}%"
      y1="${PLOT.floor}"
      y2="${PLOT.floor + 5}"
    />
    <text class="mute" x="${percent}%" y="${PLOT.floor + 20}" text-anchor="${anchor}"
      >${monthWords(value)}</text
    >
  `;
}
