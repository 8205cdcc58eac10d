/** The parts of the operator page about upkeep: registry, mail that waits, issues, confirmations. */

import { showMinutes } from './attention.ts';
import { html, type Html } from './html.ts';
import type { AgeCount, CheckFacts, OperatorFacts } from './operator-facts.ts';
import { nameRow, showDay, showInstant, showName } from './show.ts';
import { table } from './table.ts';

export function registryPart({ registry, frozen }: OperatorFacts): Html {
  const { ages, changes, settling, undeliverable } = registry;
  return html`
    ${agesTable('registry-ages', 'ccTLDs by the age of our copy of their record', ages)}
    ${table({
      id: 'registry-changes',
      caption: 'Changes in the last 30 days',
      heads: ['What they came to', '#Changes'],
      rows: [
        ['suspected redelegation', changes.redelegation],
        ['a Validator must look', changes.review],
        ['another Admin Contact address', changes.anchor],
        ['details', changes.details],
        ['seen, and must stand for some hours yet', settling],
      ],
    })}
    <p>Admin Contact’s address takes no mail: ${nameRow(undeliverable)}.</p>
    <h3>Frozen ccTLDs</h3>
    ${
      frozen.length === 0
        ? html`<p>Changes are stopped for none.</p>`
        : table({
            id: 'frozen',
            caption: 'ccTLDs for which changes are stopped (tldops show .xa says why)',
            heads: ['ccTLD', 'Since'],
            rows: frozen.map(({ cctld, since }) => [showName(cctld), showDay(since)]),
          })
    }
  `;
}

export function mailPart({ work, letters, aside, lastIssue, unreachable }: OperatorFacts): Html {
  return html`
    ${
      work.length === 0
        ? html`<p>Nothing waits to be done.</p>`
        : table({
            id: 'work',
            caption: 'Work that waits (tldops outbox)',
            heads: ['Kind', '#Waiting', '#Due now', '#Due for', '#Given up'],
            rows: work.map(({ kind, count, due, oldestMinutes, givenUp }) => [
              kind,
              count,
              due,
              due === 0 ? '–' : showMinutes(oldestMinutes),
              givenUp,
            ]),
          })
    }
    ${table({
      id: 'mail-counts',
      caption: 'Mail that needs a look',
      heads: ['What', '#Mails'],
      rows: [
        ['in quarantine (tldops quarantine list)', aside.quarantined],
        ['held for a Validator', aside.held],
        ['letters that the relay refused, in 30 days', letters.failed],
        ['letters that came back, in 30 days', letters.cameBack],
      ],
    })}
    <p>Mail does not reach a contact of: ${nameRow(unreachable)}.</p>
    ${
      lastIssue === undefined
        ? html`<p>No issue of the contact list has been sent yet.</p>`
        : html`<p>
            The last issue of the contact list is number ${lastIssue.number} (${lastIssue.period})
            of ${showInstant(lastIssue.at)}, with ${lastIssue.places} entries.
          </p>`
    }
  `;
}

export function confirmedPart({ confirmed, checks }: OperatorFacts): Html {
  return html`
    ${agesTable('confirmed-people', 'People on the list: not confirmed since', confirmed.people)}
    ${agesTable('confirmed-anchors', 'Admin Contacts of ccTLDs on the list: not confirmed since', confirmed.anchors)}
    ${
      checks.length === 0
        ? html`<p>No yearly check and no drill yet.</p>`
        : table({
            id: 'checks',
            caption: 'The last yearly check and the last drill',
            heads: ['Check', 'From, until', '#Asked', '#Answered'],
            rows: checks.map(checkRow),
          })
    }
  `;
}

function checkRow({ kind, period, opened, closes, closed, asked, answered }: CheckFacts) {
  return [
    kind === 'yearly' ? `yearly check, ${period}` : `drill, ${period}`,
    html`${showDay(opened)} – ${showDay(closed ?? closes)}`,
    asked,
    answered,
  ];
}

function agesTable(id: string, caption: string, ages: readonly AgeCount[]): Html {
  const all = ages.reduce((sum, { count }) => sum + count, 0);
  return table({
    id,
    caption,
    heads: ['When', '#Number'],
    rows: ages.map(({ label, count }) => [label, count]),
    foot: ['Together', all],
  });
}
