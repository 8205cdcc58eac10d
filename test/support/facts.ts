/** Facts for decisions, written by hand: .xa with its Admin Contact, Rosa who asks, two Validators. */

import { ok } from 'node:assert/strict';
import type { CaseChange, Decision, LetterEffect } from '../../src/machines/decision.ts';
import type {
  CommandFacts,
  DeskFacts,
  FoundToken,
  JoinFacts,
  MailFacts,
  RegistryView,
  Settings,
} from '../../src/machines/facts.ts';
import { readCommands } from '../../src/machines/reading/command.ts';
import { readSegments } from '../../src/machines/reading/segments.ts';
import { type Address, readAddress } from '../../src/machines/words/address.ts';
import type { Case, RosterEntry } from '../../src/machines/words/case.ts';
import { CLOSED } from '../../src/machines/words/case.ts';
import { type Cctld, readCctld } from '../../src/machines/words/cctld.ts';
import type { Contact, DraftContact } from '../../src/machines/words/contact.ts';
import type { Policy } from '../../src/machines/words/evidence.ts';
import { readCctldTable } from '../../src/pipeline/cctld-table.ts';
import { TERMS } from './request-graph.ts';
import { TEST_TABLES } from './tables.ts';

export const NOW = new Date('2026-11-21T09:00:00Z');
export const XA = cctld('xa');
export const XB = cctld('xb');
export const ANCHOR = address('admin@nic.xa');
export const NEW_ANCHOR = address('registry@gov.example');
export const ROSA = address('rosa.lind@mailbox.example');
export const MALLORY = address('mallory@attacker.example');
export const VAL1 = address('val1@ccnso.example');
export const VAL2 = address('val2@ccnso.example');
const CHAIR = address('chair@ccnso.example');

export function address(text: string): Address {
  const read = readAddress(text);
  ok(read !== undefined, `"${text}" is no address`);
  return read;
}

export function cctld(text: string): Cctld {
  const read = readCctld(text);
  ok(read !== undefined, `"${text}" is no ccTLD`);
  return read;
}

/** The ccTLDs of the tests, with regions (test/support/tables). */
export const TEST_TABLE = readCctldTable(TEST_TABLES);

export function settings(policy: Policy = 'balanced'): Settings {
  const people = { validators: [VAL1, VAL2], committee: [CHAIR] };
  const waves = { size: 20, pauseMs: 86_400_000 };
  const drillMs = 86_400_000;
  const post = { tlp: 'warn', postSize: 1_000_000 } as const;
  return {
    policy,
    ...people,
    approvals: 1,
    ...post,
    terms: TERMS,
    table: TEST_TABLE,
    waves,
    drillMs,
  };
}

/** How somebody writes: who, to whom in copy, how well proven, and what the form holds. */
export interface Writing {
  readonly from?: Address;
  readonly copied?: readonly Address[];
  readonly proven?: boolean;
  readonly forged?: boolean;
  readonly subject?: string;
  readonly inboxId?: number;
}

export function mailFacts(writing: Writing = {}): MailFacts {
  const { from = ROSA, copied = [], proven = false, forged = false, inboxId = 1 } = writing;
  return {
    inboxId,
    sha256: `sha-of-mail-${inboxId}`,
    recipient: 'tld-ops-join@lists.example',
    subject: writing.subject ?? 'Contacts for .xa',
    messageId: `mail-${inboxId}@mailbox.example`,
    from: { name: '', address: from },
    copied: copied.map((one) => ({ name: '', address: one })),
    proven,
    forged,
    authFacts: ['SPF: none.'],
    attachments: [],
    onlyHtml: false,
    mayHoldToken: false,
  };
}

/** One person of a form, complete unless parts are taken out. */
export function draft(number: number, over: Partial<DraftContact> = {}): DraftContact {
  const name = ['Rosa', 'Téo', 'Ines', 'Juma'][number - 1] ?? `Person${number}`;
  return {
    number,
    firstName: name,
    lastName: 'Lind',
    address: address(`person${number}@nic.xa`),
    phones: [{ raw: `+1 202 555 011${number}`, e164: `+1202555011${number}` }],
    primary: number === 1,
    sources: [],
    ...over,
  };
}

export const COMPLETE: readonly DraftContact[] = [draft(1), draft(2)];
/** The second person has no phone. */
export const INCOMPLETE: readonly DraftContact[] = [draft(1), draft(2, { phones: [] })];

export function formOf(contacts: readonly DraftContact[], leftover = ''): JoinFacts['form'] {
  return { cctlds: [XA], contacts, quotedOnly: false, leftover };
}

export const NO_FORM: JoinFacts['form'] = {
  cctlds: [],
  contacts: [],
  quotedOnly: false,
  leftover: '',
};

export function viewOf(over: Partial<RegistryView> = {}): RegistryView {
  const organisation = 'Xanadu Network Information Centre';
  const base = { cctld: XA, anchor: ANCHOR, snapshotId: 7 };
  return { ...base, organisation, adminOrganisation: organisation, ...over };
}

/** A mail with a complete form for .xa from Rosa, with nobody in copy; parts may be replaced. */
export function joinFacts(over: Partial<JoinFacts> = {}): JoinFacts {
  return {
    now: NOW,
    settings: settings(),
    mail: mailFacts(),
    tokens: [],
    cases: new Map(),
    consent: 'none',
    form: formOf(COMPLETE),
    named: [],
    anchored: [],
    registry: new Map([[XA, viewOf()]]),
    open: [],
    rosters: new Map(),
    known: [],
    ...over,
  };
}

export function commandFacts(over: Partial<CommandFacts> = {}): CommandFacts {
  return {
    now: NOW,
    settings: settings(),
    mail: mailFacts({ from: VAL1, proven: true, subject: 'Re: Please decide' }),
    tokens: [],
    cases: new Map(),
    commands: [],
    faults: [],
    frozen: new Map([[XA, false]]),
    repeated: false,
    desk: deskFacts(),
    ...over,
  };
}

/** The commands of a mail with this text. */
export function commandsIn(text: string): Pick<CommandFacts, 'commands' | 'faults'> {
  const { commands, faults } = readCommands(readSegments(text));
  return { commands, faults };
}

export function deskFacts(over: Partial<DeskFacts> = {}): DeskFacts {
  const registry = new Map([[XA, { view: viewOf() }]]);
  const none = {
    open: [],
    last: new Map(),
    roster: [],
    unreachable: [],
    stories: new Map(),
    aside: [],
  };
  return { ...none, registry, ...over };
}

export function tokenFor(one: Case, over: Partial<FoundToken> = {}): FoundToken {
  return {
    id: 1,
    caseId: one.id,
    purpose: 'challenge',
    addressee: one.anchor ?? ANCHOR,
    digest: over.purpose === 'validate' ? one.context.shown : one.context.digest,
    status: 'open',
    ...over,
  };
}

/** What the store would make of a change. */
export function storedCase({ was, next }: CaseChange, id = was?.id ?? 1001): Case {
  return {
    ...next,
    id,
    version: (was?.version ?? 0) + 1,
    openedAt: was?.openedAt ?? NOW.toISOString(),
  };
}

/** The only change of a decision. */
export function changeOf(decision: unknown): CaseChange {
  const { changes } = decision as Decision;
  ok(changes?.[0] !== undefined && changes.length === 1, JSON.stringify(decision));
  return changes[0];
}

/** Facts in which this case is found by its number, and is open unless it is over. */
export function withCase(one: Case): Pick<JoinFacts, 'cases' | 'open'> {
  return { cases: new Map([[one.id, one]]), open: CLOSED.includes(one.state) ? [] : [one] };
}

/** `challenge to admin@nic.xa (challenge)`: the letters, with the purpose of their tokens. */
export function lettersOf(decision: Pick<Decision, 'changes' | 'letters'>): string[] {
  const effects = decision.changes.flatMap((change) => change.effects);
  const letters = effects.filter((effect): effect is LetterEffect => effect.type === 'letter');
  return [...letters, ...decision.letters].map(
    ({ letter, to, token }) => `${letter} to ${to}${token ? ` (${token.purpose})` : ''}`,
  );
}

export function rosterEntry(over: Partial<RosterEntry> = {}): RosterEntry {
  return {
    cctld: XA,
    firstName: 'Old',
    lastName: 'Hand',
    address: address('old.hand@nic.xa'),
    phones: [{ raw: '+1 202 555 0150', e164: '+12025550150' }],
    primary: true,
    since: '2025-01-01T00:00:00.000Z',
    ...over,
  };
}

export function contact(number: number, over: Partial<Contact> = {}): Contact {
  const { firstName = '', lastName = '', phones, primary = false } = draft(number);
  const base = { firstName, lastName, address: address(`person${number}@nic.xa`), phones, primary };
  return { ...base, ...over };
}
