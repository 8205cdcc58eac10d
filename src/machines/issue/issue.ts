/** One dated edition of the whole contact list, put together from facts (design 10). */

import { createHash } from 'node:crypto';
import { inOrder, type Unconfirmed, type Unreachable } from '../letters/contact-table.ts';
import { showDay } from '../letters/parts.ts';
import type { Address } from '../words/address.ts';
import type { RosterEntry } from '../words/case.ts';
import type { Cctld } from '../words/cctld.ts';
import { type ListNames, listAddresses } from '../words/list-address.ts';
import type { Tlp } from '../words/tlp.ts';
import { contactsCards } from './contacts-cards.ts';
import { contactsCsv } from './contacts-csv.ts';
import { issueText, type IssueView } from './issue-text.ts';
import { rosterChanges } from './roster-changes.ts';

/** FIRST TLP 2.0: for the people of the reader's own organisation, and nobody else. */
export const ISSUE_TLP: Tlp = 'AMBER+STRICT';

/** All that an issue is made of. */
export interface IssueFacts {
  readonly names: ListNames;
  readonly validators: readonly Address[];
  readonly now: Date;
  readonly roster: readonly RosterEntry[];
  /** The issue before; absent for the first one. */
  readonly last?: LastIssue;
  readonly frozen: readonly Cctld[];
  readonly unreachable: Unreachable;
  /** Who was asked in a yearly check, and has not confirmed the data since (ISO instants). */
  readonly unconfirmed?: Unconfirmed;
}

export interface LastIssue {
  readonly number: number;
  readonly period: string;
  readonly at: Date;
  readonly roster: readonly RosterEntry[];
}

export interface Issue {
  readonly number: number;
  readonly subject: string;
  /** SHA-256 of the table as CSV, hex: of the file as it is attached. */
  readonly digest: string;
  readonly csv: { readonly name: string; readonly content: Buffer };
  readonly cards: { readonly name: string; readonly content: string };
  readonly view: IssueView;
  /** The text for people to whom the whole list was sent so many times since the issue before. */
  readonly textFor: (timesSent: number) => string;
}

export function makeIssue(facts: IssueFacts): Issue {
  const { names, now, last, unreachable } = facts;
  const number = (last?.number ?? 0) + 1;
  const name = names.list.toUpperCase();
  const entries = inOrder(facts.roster);
  const at = now.toISOString();
  const day = showDay(at).replaceAll('\u00a0', ' ');
  const title = `${name} contact list, issue ${number}, ${day}`;
  const file = `${names.list}-contacts-${number}`;
  const csv = { name: `${file}.csv`, content: contactsCsv(entries) };
  const cards = {
    name: `${file}.vcf`,
    content: contactsCards({
      entries,
      unreachable,
      list: name,
      label: `TLP:${ISSUE_TLP}, ${day}.`,
    }),
  };
  const digest = createHash('sha256').update(csv.content).digest('hex');
  const { posts: _, ...addresses } = listAddresses(names);
  const view: IssueView = {
    list: { ...addresses, name },
    tlp: ISSUE_TLP,
    number,
    at,
    ...(last === undefined ? {} : { last: { number: last.number, at: last.at.toISOString() } }),
    entries,
    before: last?.roster ?? [],
    changes: rosterChanges(last?.roster ?? [], entries),
    frozen: facts.frozen,
    unreachable,
    ...(facts.unconfirmed === undefined ? {} : { unconfirmed: facts.unconfirmed }),
    validators: facts.validators,
    files: { csv: csv.name, cards: cards.name },
    digest,
  };
  return {
    number,
    subject: `[TLP:${ISSUE_TLP}] ${title}`,
    digest,
    csv,
    cards,
    view,
    textFor: (timesSent) => issueText(view, timesSent),
  };
}
