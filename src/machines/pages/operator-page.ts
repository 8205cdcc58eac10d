/** The operator page: all of the report, and what waits for whom. For the operator alone. */

import type { Report } from '../report/report.ts';
import { attention } from './attention.ts';
import { contents, documentOf, keyFigures, section } from './frame.ts';
import { html, type Html } from './html.ts';
import { casesPart } from './operator-cases.ts';
import type { OperatorFacts } from './operator-facts.ts';
import { invitationsPart, listPart, namesPart } from './operator-list.ts';
import { confirmedPart, mailPart, registryPart } from './operator-upkeep.ts';
import { count, dayWords, showInstant } from './show.ts';

const SECTIONS = [
  ['now', 'What needs a person now'],
  ['cases', 'Cases'],
  ['mail', 'Mail and work'],
  ['registry', 'Registry'],
  ['invitations', 'Invitations'],
  ['confirmed', 'Confirmations'],
  ['list', 'The list'],
  ['cctlds', 'The ccTLDs'],
] as const;

/** The document. It holds case numbers and ccTLDs, but no name, address, telephone number or code. */
export function operatorPage(report: Report, facts: OperatorFacts): string {
  return documentOf({
    title: `TLD-OPS operator page, ${dayWords(report.day)}`,
    description: 'What waits, and how the list stands. For the operator alone.',
    open: false,
    header: html`
      <p class="over">TLD-OPS · for the operator alone</p>
      <h1>How things stand</h1>
      <p class="lead">${showInstant(facts.at)}</p>
    `,
    main: [
      figures(report, facts),
      contents(SECTIONS),
      section(...SECTIONS[0], attention(facts)),
      section(...SECTIONS[1], casesPart(report, facts)),
      section(...SECTIONS[2], mailPart(facts)),
      section(...SECTIONS[3], registryPart(facts)),
      section(...SECTIONS[4], invitationsPart(report)),
      section(...SECTIONS[5], confirmedPart(facts)),
      section(...SECTIONS[6], listPart(report)),
      section(...SECTIONS[7], namesPart(report)),
    ],
    footer: html`
      <p>Do not publish this page: it shows which ccTLDs are frozen, missing or hard to reach.</p>
    `,
  });
}

function figures({ ascii, idn, contacts }: Report, { cases, work, aside }: OperatorFacts): Html {
  const joined = ascii.total.subscribed + idn.total.subscribed;
  const ours = cases.filter(({ ours: mine }) => mine).length;
  const due = work.reduce((sum, one) => sum + one.due, 0);
  return keyFigures([
    {
      label: 'ccTLDs on the list',
      value: joined,
      more: `of ${ascii.total.total + idn.total.total}; ${count(contacts.people, 'person', 'people')}`,
    },
    { label: 'open cases', value: cases.length, more: `our turn in ${ours}` },
    { label: 'work due now', value: due },
    { label: 'mails aside', value: aside.quarantined + aside.held },
  ]);
}
