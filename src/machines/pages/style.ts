/** The style of the pages: one sheet, written to be read; no font, picture or script is loaded. */

import { createHash } from 'node:crypto';

export const STYLE = `
/* Colours. Text has a contrast of 4.5 or more with its ground, marks of 3 or more (WCAG 2.2, 1.4.3 and 1.4.11). */
:root {
  color-scheme: light dark;
  --paper: #fcfbf8;
  --ink: #1f2326;
  --soft: #555c62;
  --line: #dcd8cf;
  --edge: #85898c;
  --one: #0f5c6e;
  --two: #b46a12;
  --rest: #ece8de;
  --serif: Charter, 'Iowan Old Style', 'Source Serif 4', Cambria, Georgia, serif;
  --sans: system-ui, 'Segoe UI', 'Noto Sans', 'Liberation Sans', Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181a;
    --ink: #e9e6df;
    --soft: #a9b0b4;
    --line: #31373a;
    --edge: #7c8488;
    --one: #74bccb;
    --two: #e0a458;
    --rest: #24292c;
  }
}

/* The page: one column, wide enough for a table and narrow enough to read. */
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 100%/1.6 var(--sans); }
body { margin: 0 auto; max-width: 50rem; padding: 0 1rem 4rem; overflow-wrap: break-word; }
h1, h2, h3 { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance; }
h1 { font-size: clamp(1.9rem, 1.4rem + 2.4vw, 2.9rem); letter-spacing: -0.01em; margin: 0; }
h2 { border-top: 3px solid var(--one); font-size: 1.5rem; margin: 3.5rem 0 1rem; padding-top: 0.75rem; }
h3 { font-size: 1.125rem; margin: 2rem 0 0.5rem; }
p, ul, ol { margin: 0 0 1rem; max-width: 40rem; }
a { color: var(--one); text-underline-offset: 0.15em; }
code { font-size: 0.9em; }
bdi { unicode-bidi: isolate; }
:focus-visible { outline: 3px solid var(--two); outline-offset: 3px; }
.skip { background: var(--paper); left: 1rem; padding: 0.5rem 1rem; position: absolute; top: -10rem; z-index: 1; }
.skip:focus { top: 0.5rem; }
header { padding: 3rem 0 0.5rem; }
.over { color: var(--soft); font-size: 0.875rem; letter-spacing: 0.06em; margin: 0 0 0.5rem; text-transform: uppercase; }
.lead { font-family: var(--serif); font-size: 1.2rem; line-height: 1.5; margin-top: 1rem; }
.soft, footer { color: var(--soft); }
footer { border-top: 1px solid var(--line); font-size: 0.875rem; margin-top: 4rem; padding-top: 1rem; }
nav ul { columns: 14rem; list-style: none; padding: 0; }
nav a { display: inline-block; padding: 0.2rem 0; }

/* The figures that one remembers. */
.figures { display: grid; gap: 1.25rem 1.5rem; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); margin: 2rem 0; }
.figures div { border-top: 1px solid var(--edge); display: flex; flex-direction: column-reverse; justify-content: flex-end; padding-top: 0.6rem; }
.figures dt { font-size: 0.9375rem; line-height: 1.35; }
.figures dt small { color: var(--soft); display: block; font-size: 0.875rem; }
.figures dd { font: 600 2.6rem/1.15 var(--serif); font-variant-numeric: lining-nums; margin: 0; }

/* Tables: figures below each other; words give way first, so that nothing scrolls at 320 pixels. */
table { border-collapse: collapse; font-size: 0.9375rem; font-variant-numeric: tabular-nums lining-nums; line-height: 1.4; margin: 1.5rem 0; width: 100%; }
caption { color: var(--soft); font-size: 0.875rem; padding-bottom: 0.5rem; text-align: start; }
th, td { border-bottom: 1px solid var(--line); padding: 0.45rem 0 0.45rem 0.75rem; text-align: start; vertical-align: top; }
th:first-child, td:first-child { padding-left: 0; }
th { font-weight: 400; overflow-wrap: anywhere; }
td { overflow-wrap: anywhere; }
thead th { border-bottom-color: var(--edge); color: var(--soft); font-size: 0.8125rem; overflow-wrap: normal; vertical-align: bottom; }
tfoot th, tfoot td { border-bottom: 0; border-top: 1px solid var(--edge); font-weight: 600; }
table.short { max-width: 32rem; }
.n { text-align: end; white-space: nowrap; }
thead .n { white-space: normal; }
.whole { white-space: nowrap; }
td small { color: var(--soft); display: block; font-size: 0.8125rem; }
@media (max-width: 30rem) {
  table { font-size: 0.875rem; }
  th, td { padding-left: 0.5rem; }
  thead th { font-size: 0.75rem; }
}

/* Charts take the width that there is; their text keeps its size. */
figure { margin: 1.5rem 0; }
figcaption { color: var(--soft); font-size: 0.875rem; margin-top: 0.5rem; }
.chart { display: block; font: 13px/1 var(--sans); font-variant-numeric: tabular-nums lining-nums; overflow: visible; width: 100%; }
.chart text { fill: var(--ink); }
.chart .mute { fill: var(--soft); }
.chart .halo { paint-order: stroke; stroke: var(--paper); stroke-linejoin: round; stroke-width: 4px; }
.chart .grid { stroke: var(--line); }
.chart .axis { stroke: var(--edge); }
.chart .one { fill: var(--one); }
.chart .two { fill: var(--two); }
.chart .rest { fill: var(--rest); stroke: var(--edge); }
.chart .edge { fill: none; stroke: var(--paper); stroke-width: 2px; vector-effect: non-scaling-stroke; }
.key { border: 1px solid var(--edge); display: inline-block; height: 0.8em; margin: 0 0.35em 0 0; width: 0.8em; }
.key.one { background: var(--one); }
.key.two { background: var(--two); }
.key.rest { background: var(--rest); }
.legend span + span { margin-left: 0.4em; }
.legend .item { margin-right: 1.2em; white-space: nowrap; }
summary { cursor: pointer; padding: 0.25rem 0; }

/* Who is there: in columns, each ccTLD with its country. */
.names { columns: 13rem; column-gap: 2rem; list-style: none; max-width: none; padding: 0; }
.names li { break-inside: avoid; line-height: 1.35; overflow-wrap: anywhere; padding: 0.2rem 0; }
.names b { font-weight: 600; }
.names small { color: var(--soft); font-size: 0.875em; font-weight: 400; }
.todo { padding-left: 1.25rem; }

@media (prefers-reduced-motion: no-preference) {
  html { scroll-behavior: smooth; }
}
@media (forced-colors: active) {
  .chart .one { fill: CanvasText; }
  .chart .two { fill: GrayText; }
  .chart .rest { fill: Canvas; stroke: CanvasText; }
  .key { forced-color-adjust: none; }
}
@page { margin: 18mm; }
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #444; --line: #ccc; --edge: #777; --one: #0f5c6e; --two: #b46a12; --rest: #f0ede6; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  header { padding-top: 0; }
  nav, .skip { display: none; }
  h2, h3 { break-after: avoid; }
  h2 { margin-top: 2rem; }
  figure, tr, .figures { break-inside: avoid; }
  .chart, .key { print-color-adjust: exact; }
  details::details-content { content-visibility: visible; display: block; }
}
`;

const HASH = createHash('sha256').update(STYLE).digest('base64');

/** What a page may do (Content Security Policy 3): be styled by exactly this sheet, and nothing else. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${HASH}'; base-uri 'none'; form-action 'none'`;
