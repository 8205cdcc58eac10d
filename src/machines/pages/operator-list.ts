/** The part of the operator page about the list: shares, growth, who is missing, the invitations. */

import type { Report } from '../report/report.ts';
import { growthFigure } from './growth.ts';
import { html, type Html } from './html.ts';
import { shareFigure } from './shares.ts';
import { nameRow, regionLists } from './show.ts';
import { table } from './table.ts';

export function listPart(report: Report): Html {
  const { contacts, ccnso, unlisted } = report;
  return html`
    <h3>ASCII ccTLDs</h3>
    ${shareFigure({ id: 'ascii', what: 'ASCII ccTLDs', shares: report.ascii })}
    <h3>IDN ccTLDs</h3>
    ${shareFigure({ id: 'idn', what: 'IDN ccTLDs', shares: report.idn })}
    <h3>Growth</h3>
    ${growthFigure(report.growth)}
    <h3>Contacts</h3>
    ${table({
      id: 'contacts',
      caption: `ccTLDs by their number of contacts; ${contacts.people} people are on the list`,
      heads: ['Contacts', '#ccTLDs'],
      rows: [
        ['one (two are wanted)', contacts.one],
        ['two', contacts.two],
        ['three', contacts.three],
      ],
    })}
    ${table({
      id: 'ccnso',
      caption: 'ccTLDs on the list by membership in the ccNSO, as far as the table of ccTLDs says',
      heads: ['ccNSO', '#ccTLDs'],
      rows: [
        ['members', ccnso.members],
        ['not members', ccnso.others],
        ['not known', ccnso.unknown],
      ],
    })}
    ${
      unlisted.length > 0 &&
      html`<p>
        On the list, but not in the table of ccTLDs, and so not counted above: ${nameRow(unlisted)}.
      </p>`
    }
  `;
}

export function namesPart({ notSubscribed, subscribed, unplaced }: Report): Html {
  return html`
    ${regionLists(notSubscribed, unplaced?.notSubscribed, {
      title: (region) => `${region}: not yet`,
      nothing: 'All have joined.',
    })}
    ${regionLists(subscribed, unplaced?.subscribed, {
      title: (region) => `${region}: joined`,
      nothing: 'None yet.',
    })}
  `;
}

export function invitationsPart({ invitations }: Report): Html {
  return table({
    id: 'invitation-counts',
    caption: 'ccTLDs by what came of their newest invitation',
    heads: ['Invitation', '#ccTLDs'],
    rows: [
      ['will go out with a later wave', invitations.planned],
      ['sent, no answer yet', invitations.invited],
      ['answered', invitations.answered],
      ['declined', invitations.declined],
      ['address takes no mail', invitations.undeliverable],
      ['all reminders unanswered: a Validator’s task', invitations.unanswered],
    ],
  });
}
