/** The part of the operator page about cases: who is waited for, since when, and how long others took. */

import { STATE_WORDS } from '../letters/parts.ts';
import { isReason, REASONS } from '../reasons.ts';
import type { Report } from '../report/report.ts';
import { ageFigure } from './ages.ts';
import { html, type Html } from './html.ts';
import type { OpenCase, OperatorFacts } from './operator-facts.ts';
import { count, showDay, showName } from './show.ts';
import { table } from './table.ts';

/** Longer lists are for the command line. */
const MOST_ROWS = 200;

export function casesPart(report: Report, { cases }: OperatorFacts): Html {
  return html`
    ${cases.length === 0 ? html`<p>No case is open.</p>` : openPart(cases)}
    <h3>By kind and state</h3>
    ${
      report.cases.length === 0
        ? html`<p>Nothing is open.</p>`
        : table({
            id: 'case-counts',
            caption: 'Open cases, with the invitations, as the report counts them',
            heads: ['Kind', 'State', '#Cases', '#Oldest, days'],
            rows: report.cases.map((one) => [one.kind, one.state, one.count, one.oldestDays]),
          })
    }
    <h3>How long requests took</h3>
    ${waitingPart(report)}
  `;
}

function waitingPart({ waiting }: Report): Html {
  if (waiting.length === 0) return html`<p>None has ended in the last 90 days.</p>`;
  return table({
    id: 'waiting',
    caption: 'Requests that ended in the last 90 days, from the first mail to the end',
    heads: ['Kind', '#Ended', '#Median, days', '#Longest, days'],
    rows: waiting.map((one) => [one.kind, one.ended, one.medianDays, one.longestDays]),
  });
}

function openPart(cases: readonly OpenCase[]): Html {
  const more = cases.length - MOST_ROWS;
  return html`
    ${ageFigure(cases)}
    ${table({
      id: 'open-cases',
      caption: 'Open cases, the oldest first; invitations are counted below',
      heads: ['Case', 'ccTLD', 'What waits', '#Days'],
      rows: cases.slice(0, MOST_ROWS).map(rowOf),
    })}
    ${more > 0 && html`<p>And ${count(more, 'case')} more: <code>tldops cases</code>.</p>`}
  `;
}

function rowOf({ id, kind, cctld, state, waiting, days, due }: OpenCase) {
  return [
    html`<span class="whole">${id}</span>`,
    cctld === undefined ? 'not known yet' : showName(cctld),
    html`
      <b>${kind}</b>: ${STATE_WORDS[state]}
      ${waiting !== undefined && html`<small>${isReason(waiting) ? REASONS[waiting] : waiting}</small>`}
      ${due !== undefined && html`<small>until ${showDay(due)}</small>`}
    `,
    days,
  ];
}
