/** What needs a person now, as sentences: the first thing on the operator page. */

import { html, type Html } from './html.ts';
import type { OperatorFacts } from './operator-facts.ts';
import { count, nameRow } from './show.ts';

/** Work that is due and not done for so many minutes is late: everything else is done in seconds. */
const LATE_MINUTES = 60;

export function attention(facts: OperatorFacts): Html {
  const all = [...ofCases(facts), ...ofMail(facts), ...ofRegistry(facts)];
  if (all.length === 0) return html`<p>Nothing needs a person now.</p>`;
  return html`
    <ul class="todo">
      ${all.map((one) => html`<li>${one}</li>`)}
    </ul>
  `;
}

function ofCases({ cases, frozen, unreachable }: OperatorFacts): (Html | string)[] {
  const ours = cases.filter(({ ours: mine, waiting }) => mine && waiting === undefined);
  const stuck = cases.filter(({ waiting }) => waiting !== undefined);
  const oldest = Math.max(...ours.map(({ days }) => days));
  return [
    ...(ours.length > 0
      ? [
          `${count(ours.length, 'case')} where it is our turn, the oldest ${count(oldest, 'day')} old.`,
        ]
      : []),
    ...(stuck.length > 0
      ? [`${count(stuck.length, 'case')} that cannot go on until something else works again.`]
      : []),
    ...(frozen.length > 0
      ? [html`Changes are stopped for ${nameRow(frozen.map(({ cctld }) => cctld))}.`]
      : []),
    ...(unreachable.length > 0
      ? [html`Mail does not reach a contact of ${nameRow(unreachable)}.`]
      : []),
  ];
}

function ofMail({ aside, work, letters }: OperatorFacts): string[] {
  const givenUp = work.reduce((sum, one) => sum + one.givenUp, 0);
  const late = Math.max(0, ...work.map(({ oldestMinutes }) => oldestMinutes));
  const { quarantined, held } = aside;
  return [
    ...(quarantined > 0 ? [`${count(quarantined, 'mail')} in quarantine.`] : []),
    ...(held > 0 ? [`${count(held, 'mail')} held for a Validator.`] : []),
    ...(givenUp > 0 ? [`${count(givenUp, 'piece of work', 'pieces of work')} given up.`] : []),
    ...(late >= LATE_MINUTES ? [`Work has been due for ${showMinutes(late)}.`] : []),
    ...(letters.failed > 0
      ? [`${count(letters.failed, 'letter')} in 30 days that the relay refused.`]
      : []),
  ];
}

function ofRegistry({ registry }: OperatorFacts): (Html | string)[] {
  const { stale, never, undeliverable } = registry;
  return [
    ...(stale > 0
      ? [`${count(stale, 'record')} of the registry that we read too long ago to decide by.`]
      : []),
    ...(never > 0 ? [`${count(never, 'record')} of the registry that we have never read.`] : []),
    ...(undeliverable.length > 0
      ? [html`The Admin Contact’s address takes no mail: ${nameRow(undeliverable)}.`]
      : []),
  ];
}

/** `5 min`, `3 h`, `2 days`. */
export function showMinutes(minutes: number): string {
  if (minutes < 120) return `${minutes} min`;
  return minutes < 2_880 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 1_440)} days`;
}
