/** From figures to places in a chart; the only file that knows d3-scale. */

import { scaleBand, scaleLinear, scaleUtc } from 'd3-scale';

/** Where something stands: along the width in percent, along the height in pixels. */
export interface Tick {
  readonly value: number;
  readonly at: number;
}

/** Counts from 0 up to a round number, on a height whose top is `top` and whose floor is `floor`. */
export function countScale(most: number, { top, floor }: { top: number; floor: number }) {
  const scale = scaleLinear([0, Math.max(most, 1)], [floor, top]).nice(4);
  const ticks = scale.ticks(4).filter((value) => Number.isInteger(value));
  return {
    at: (count: number): number => round(scale(count)),
    ticks: ticks.map((value): Tick => ({ value, at: round(scale(value)) })),
  };
}

/** Instants (milliseconds) on a width; the ticks are beginnings of months or years, five at most. */
export function timeScale(from: number, until: number, width: number) {
  const scale = scaleUtc([from, until], [0, width]);
  const all = scale.ticks(4).map((date) => date.getTime());
  const step = Math.ceil(all.length / 5);
  return {
    at: (instant: number): number => round(scale(instant)),
    ticks: all
      .filter((_, index) => index % step === 0)
      .map((value): Tick => ({ value, at: round(scale(value)) })),
  };
}

/** Columns of equal width over 100 percent. */
export function bandScale(count: number) {
  const scale = scaleBand([...Array(count).keys()], [0, 100]).paddingInner(0.25);
  return {
    at: (index: number): number => round(scale(index) ?? 0),
    width: round(scale.bandwidth()),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
