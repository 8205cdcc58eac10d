/** Writes docs/ISSUE.md: an issue of the contact list as its readers see it, with its files. */

import { makeIssue } from '../src/machines/issue/issue.ts';
import type { RosterEntry } from '../src/machines/words/case.ts';
import type { Contact } from '../src/machines/words/contact.ts';
import { address, ana, cctld, luis, validator } from './sample-parts.ts';

const INTRO = `# An issue of the contact list

What everybody on the list gets each month, and on a Monday after a change: a made-up one, with all that can
be in it. This file is generated: \`npm run docs\`. The words are in \`src/machines/issue/\`.

The text is for a reader without a network and has lines of at most 72 columns. The paragraph that begins with
"Since issue 11" is only in the copies of people to whom the whole list was sent besides.`;

/** The page; the same each time. */
export function renderIssuePage(): string {
  const issue = makeIssue({
    names: { list: 'tld-ops', domain: 'lists.example' },
    validators: [validator()],
    now: new Date('2026-12-01T06:00:00Z'),
    roster: now(),
    last: {
      number: 11,
      period: 'month 2026-11',
      at: new Date('2026-11-01T06:00:00Z'),
      roster: before(),
    },
    frozen: [cctld('xc')],
    unreachable: new Map([[ivan().address, '2026-11-19T08:00:00.000Z']]),
    unconfirmed: new Map([[luis().address, '2025-03-02T09:00:00.000Z']]),
  });
  return [
    INTRO,
    block(`Subject: ${issue.subject}\n\n${issue.textFor(2)}`),
    `## ${issue.csv.name}`,
    block(issue.csv.content.toString('utf8').replace('\ufeff', '').replaceAll('\r\n', '\n')),
    `## ${issue.cards.name}`,
    block(issue.cards.content.replaceAll('\r\n', '\n')),
  ].join('\n\n');
}

function block(text: string): string {
  return `\`\`\`text\n${text}\`\`\`\n`.trimEnd();
}

function now(): RosterEntry[] {
  return [
    listed('xa', ana()),
    listed('xa', luis()),
    listed('xb', ana()),
    listed('xc', { ...ivan(), phones: [{ raw: '+7 495 555 0100 ext. 12', e164: EXTENSION }] }),
    listed('xn--p1ai', ivan()),
  ];
}

const EXTENSION = '+74955550100;ext=12';

function before(): RosterEntry[] {
  const old = { ...luis(), address: address('luis@old-isp.example') };
  return [
    listed('xa', ana()),
    listed('xa', old),
    listed('xn--p1ai', ivan()),
    listed('xd', { ...luis(), firstName: 'Max', lastName: 'Muster', primary: true }),
  ];
}

function listed(label: string, contact: Contact): RosterEntry {
  return { ...contact, cctld: cctld(label), since: '2025-03-01T00:00:00.000Z' };
}

function ivan(): Contact {
  return {
    firstName: 'Иван',
    lastName: 'Петров',
    address: address('ivan@isp.example'),
    phones: [{ raw: 'ask the desk for Ivan' }],
    primary: true,
  };
}
