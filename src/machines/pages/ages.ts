/** How long open cases have waited, and for whom: columns by age, and the same as figures. */

import type { OpenCase } from './operator-facts.ts';
import { html, type Html } from './html.ts';
import { bandScale, countScale } from './scales.ts';
import { table } from './table.ts';

/** From so many whole days on. */
const STEPS = [
  { from: 0, label: '0–1' },
  { from: 2, label: '2–3' },
  { from: 4, label: '4–7' },
  { from: 8, label: '8–14' },
  { from: 15, label: '15–28' },
  { from: 29, label: '29+' },
] as const;

const HEIGHT = 220;
const PLOT = { top: 24, floor: 190 };

interface Column {
  readonly label: string;
  readonly ours: number;
  readonly others: number;
}

export function ageFigure(cases: readonly OpenCase[]): Html {
  const columns = STEPS.map(({ from, label }, index): Column => {
    const until = STEPS[index + 1]?.from ?? Infinity;
    const some = cases.filter(({ days }) => days >= from && days < until);
    const ours = some.filter(({ ours: mine }) => mine).length;
    return { label, ours, others: some.length - ours };
  });
  return html`
    <figure>
      ${ageChart(columns, cases.length)}
      <figcaption class="legend">
        Days since they were opened.
        <span class="item"><span class="key one"></span>our turn</span>
        <span class="item"><span class="key two"></span>others are asked</span>
      </figcaption>
    </figure>
    ${table({
      id: 'ages',
      caption: 'Open cases by days since they were opened',
      heads: ['Days', '#Our turn', '#Others are asked', '#Together'],
      rows: columns.map(({ label, ours, others }) => [label, ours, others, ours + others]),
      foot: [
        'Together',
        sum(columns.map(({ ours }) => ours)),
        sum(columns.map(({ others }) => others)),
        cases.length,
      ],
    })}
  `;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function ageChart(columns: readonly Column[], all: number): Html {
  const bands = bandScale(columns.length);
  const counts = countScale(Math.max(...columns.map(({ ours, others }) => ours + others)), PLOT);
  return html`
    <svg class="chart" role="img" aria-labelledby="ages-t ages-d" height="${HEIGHT}">
      <title id="ages-t">Age of the open cases</title>
      <desc id="ages-d">
        ${all} open cases by days since they were opened. The figures follow in a table.
      </desc>
      <line class="axis" x1="0" x2="100%" y1="${PLOT.floor}" y2="${PLOT.floor}" />
      ${columns.map(({ label, ours, others }, index) => {
        const [low, high] = [counts.at(ours), counts.at(ours + others)];
        const [x, middle] = [bands.at(index), bands.at(index) + bands.width / 2];
        return html`
          <rect
            class="one"
            x="${x}%"
            y="${low}"
            width="${bands.width}%"
            height="${px(PLOT.floor - low)}"
          />
          <rect
            class="two"
            x="${x}%"
            y="${high}"
            width="${bands.width}%"
            height="${px(low - high)}"
          />
          <text x="${px(middle)}%" y="${high - 7}" text-anchor="middle">${ours + others}</text>
          <text class="mute" x="${px(middle)}%" y="${PLOT.floor + 18}" text-anchor="middle"
            >${label}</text
          >
        `;
      })}
    </svg>
  `;
}

function px(value: number): number {
  return Math.round(value * 100) / 100;
}
