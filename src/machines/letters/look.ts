/** What a Validator asked to see, as text: lists of cases and people, one case, its story. */

import { type Cctld, showCctld } from '../words/cctld.ts';
import type { RosterEntry } from '../words/case.ts';
import { contactList } from './contacts.ts';
import { cleanLine, columns, quoteLine } from './foreign.ts';
import type { CaseRow, CaseShown, MailRow, MoveRow, Shown } from './letter.ts';
import { fieldList } from './moved-blocks.ts';
import { showDate, STATE_WORDS } from './parts.ts';
import { caseBlocks, choices } from './queue.ts';
import { wrap } from './wrap.ts';

/** The text below the answer to a looking command. */
export function showText(shown: Shown): string {
  switch (shown.what) {
    case 'queue':
      return caseRows(shown.rows);
    case 'case':
      return showCase(shown);
    case 'cctld':
      return showOneCctld(shown);
    case 'story':
      return story(shown);
    case 'roster':
      return roster(shown.people, shown.unconfirmed);
    case 'quarantine':
      return mailRows(shown.mails);
    case 'report':
      return columns(shown.text);
    case 'help':
      return shown.forms
        .map(
          ({ usage, means }) =>
            `${wrap(means, { first: '  - ', rest: '    ' })}\n      Write:  ${usage}`,
        )
        .join('\n');
  }
}

/** Cases one under the other, each with what it waits for and since when. */
export function caseRows(rows: readonly CaseRow[]): string {
  if (rows.length === 0) return '  (no case)';
  return rows.map(caseRow).join('\n');
}

function caseRow({ caseId, cctld, kind, state, evidence, opened, due }: CaseRow): string {
  const name = cctld === undefined ? 'ccTLD not known yet' : showCctld(cctld);
  const until = due === undefined ? '' : `, until ${showDate(due)}`;
  const head = `case ${caseId}, ${name}, ${kind}, ${evidence}: ${state}${until}`;
  return [
    wrap(head, { first: '  - ', rest: '    … ' }),
    wrap(`since ${showDate(opened)}; ${STATE_WORDS[state]}`, { first: '    ' }),
  ].join('\n');
}

/** Mails one under the other. */
export function mailRows(mails: readonly MailRow[]): string {
  if (mails.length === 0) return '  (no mail)';
  return mails
    .map(({ inboxId, from, at, outcome, why, isPost }) =>
      [
        wrap(`mail ${inboxId}, ${outcome}, ${showDate(at)}, from ${quoteLine(from, 254)}`, {
          first: '  - ',
          rest: '    … ',
        }),
        wrap(cleanLine(why, 300), { first: '    … ' }),
        ...(isPost === true
          ? [
              `    To see it:                QUARANTINE show ${inboxId}`,
              `    To send it to everybody:  QUARANTINE release ${inboxId}`,
            ]
          : []),
      ].join('\n'),
    )
    .join('\n');
}

function showCase({ caseId, about, can }: CaseShown): string {
  const blocks = [
    caseTitle({ caseId, about, can }),
    ...caseBlocks(about),
    can.length === 0
      ? wrap('No command can change this case now.')
      : `WHAT YOU CAN DO WITH IT NOW\n\n${choices(can)}`,
  ];
  return blocks.filter((block) => typeof block === 'string' && block !== '').join('\n\n');
}

/** `CASE 4711, .xa: …`, with where it stands. */
export function caseTitle({ caseId, about }: CaseShown): string {
  const name = about.cctld === undefined ? 'ccTLD not known yet' : showCctld(about.cctld);
  const until = about.due === undefined ? '' : `, until ${showDate(about.due)}`;
  return wrap(
    `CASE ${caseId}, ${name}, ${about.kind}, since ${showDate(about.opened)}: ${about.state}${until}; ${STATE_WORDS[about.state]}`,
  );
}

function showOneCctld(shown: Extract<Shown, { readonly what: 'cctld' }>): string {
  const { anchor, organisation, frozen, people, unconfirmed, rows, history } = shown;
  const stopped =
    frozen === undefined
      ? 'Changes are allowed.'
      : `Changes are stopped since ${showDate(frozen.at)} by ${quoteLine(frozen.by, 254)}: ${quoteLine(frozen.reason, 300)}`;
  return [
    wrap(anchor, { first: '  Admin Contact address:  ' }),
    wrap(quoteLine(organisation, 200), { first: '  Manager:                ', rest: '    … ' }),
    wrap(stopped, { first: '  ', rest: '    … ' }),
    '',
    'ON THE LIST NOW',
    '',
    contactList(people, new Map(unconfirmed)),
    '',
    'CASES',
    '',
    caseRows(rows),
    ...(history.length === 0
      ? []
      : ['', 'WHAT THE REGISTRY CHANGED, THE NEWEST FIRST', '', moveRows(history)]),
  ].join('\n');
}

function moveRows(history: readonly MoveRow[]): string {
  return history
    .map(({ at, score, fields, caseId }) => {
      const inCase = caseId === undefined ? '' : `, case ${caseId}`;
      const head = wrap(`${showDate(at)} (points: ${score}${inCase}):`, { first: '  ' });
      return `${head}\n${fieldList(fields, false)}`;
    })
    .join('\n');
}

function story({ steps }: Extract<Shown, { readonly what: 'story' }>): string {
  return steps
    .map(({ at, text }) =>
      [
        wrap(`${showDate(at)}:`, { first: '  ' }),
        ...text.map((sentence) =>
          wrap(cleanLine(sentence, 600), { first: '    - ', rest: '      … ' }),
        ),
      ].join('\n'),
    )
    .join('\n');
}

function roster(
  people: readonly RosterEntry[],
  unconfirmed: readonly (readonly [string, string])[] = [],
): string {
  if (people.length === 0) return '  (nobody)';
  const lists = Map.groupBy(people, ({ cctld }) => cctld);
  return [...lists]
    .map(
      ([cctld, some]: [Cctld, RosterEntry[]]) =>
        `${showCctld(cctld)}:\n\n${contactList(some, new Map(unconfirmed))}`,
    )
    .join('\n\n');
}
