/** What every letter is made of, and the data that each one needs. */

import type { Address } from '../words/address.ts';
import type { Cctld } from '../words/cctld.ts';
import type { CaseKind, CaseState, OwnChange, RosterEntry } from '../words/case.ts';
import type { Contact } from '../words/contact.ts';
import type { Evidence } from '../words/evidence.ts';
import type { CaseFacts } from './case-facts.ts';
import type { WatchLetterData } from './letter-watch.ts';
import type { RegistryField } from '../words/registry.ts';

export type { CaseFacts } from './case-facts.ts';
export type { CheckShown, PassFacts } from './letter-watch.ts';

/** What an SSC asks for itself, as far as the reader of the letter may see it. */
export interface OwnView {
  readonly change: OwnChange;
  /** The person as the list has them before the change; nobody's data for an address not on the list. */
  readonly person?: Pick<RosterEntry, 'firstName' | 'lastName' | 'address' | 'phones'>;
  readonly cctlds: readonly Cctld[];
}

/** How an SSC's own request ended, or why it waits. */
export type OwnEnd =
  | 'expired'
  | 'denied'
  /** By a Validator. */
  | 'refused'
  | 'newer'
  /** The list has changed so that it cannot be done. */
  | 'impossible'
  /** The old address is dead: the Admin Contacts are asked. */
  | 'to-admin-contact'
  | 'frozen';

/** The answer to one line of an SSC's mail. */
export type OwnAnswer = { readonly line: string } & (
  | { readonly say: string }
  | {
      readonly table: readonly RosterEntry[];
      readonly frozen: readonly Cctld[];
      readonly unconfirmed?: readonly (readonly [Address, string])[];
    }
  | {
      /** The person's own entries, one for each ccTLD. */
      readonly mine: readonly RosterEntry[];
      readonly open: readonly { caseId: number; change: OwnChange; due?: string }[];
    }
  | { readonly commands: readonly { usage: string; means: string }[] }
);

/** Why a mail could not be taken as a request. */
export type HowToReason = 'not-admin' | 'unknown-cctld' | 'several-cctlds' | 'no-cctld';

/** A case as one row of a list. */
export interface CaseRow {
  readonly caseId: number;
  readonly cctld?: Cctld;
  readonly kind: CaseKind;
  readonly state: CaseState;
  readonly evidence: Evidence;
  /** ISO instants. */
  readonly opened: string;
  readonly due?: string;
}

/** A case as a Validator decides it: all that an approval is for, and what can be done now. */
export interface CaseShown {
  readonly caseId: number;
  readonly about: CaseFacts;
  readonly can: readonly string[];
}

/** A change in the registry that counted. */
export interface MoveRow {
  /** ISO instant. */
  readonly at: string;
  readonly score: number;
  readonly fields: readonly RegistryField[];
  readonly caseId?: number;
}

/** A mail as one row of a list. */
export interface MailRow {
  readonly inboxId: number;
  readonly from: string;
  /** ISO instant. */
  readonly at: string;
  readonly outcome: string;
  /** A sentence. */
  readonly why: string;
  /** A post that a Validator's word sends to everybody. */
  readonly isPost?: true;
}

/** A setting of the list server that is not as it must be. */
export interface SettingChange {
  readonly name: string;
  readonly was: string;
  readonly wanted: string;
  /** It was put right; false: it was not, because only the operator can, or nobody asked for it. */
  readonly mended: boolean;
}

/** What a Validator gets who wants to see something. */
export type Shown =
  | { readonly what: 'queue'; readonly rows: readonly CaseRow[] }
  | ({ readonly what: 'case' } & CaseShown)
  | {
      readonly what: 'cctld';
      readonly anchor: Address;
      readonly organisation: string;
      readonly frozen?: { readonly by: string; readonly at: string; readonly reason: string };
      readonly people: readonly RosterEntry[];
      readonly unconfirmed?: readonly (readonly [Address, string])[];
      readonly rows: readonly CaseRow[];
      /** What the registry changed, the newest first. */
      readonly history: readonly MoveRow[];
    }
  | {
      readonly what: 'story';
      readonly steps: readonly { readonly at: string; readonly text: readonly string[] }[];
    }
  | {
      readonly what: 'roster';
      readonly people: readonly RosterEntry[];
      readonly unconfirmed?: readonly (readonly [Address, string])[];
    }
  | { readonly what: 'quarantine'; readonly mails: readonly MailRow[] }
  /** The statistics, in blocks with empty lines between. */
  | { readonly what: 'report'; readonly text: string }
  | {
      readonly what: 'help';
      readonly forms: readonly { readonly usage: string; readonly means: string }[];
    };

/** The data of each letter; every case letter also gets `CaseFacts` as `about` and its number. */
export interface LetterData extends WatchLetterData {
  // To people who ask for a place on the list.
  'how-to': { why: HowToReason; cctld?: Cctld; anchor?: Address; cctlds?: readonly Cctld[] };
  'which-cctld': { about: CaseFacts; again: boolean };
  clarify: { about: CaseFacts; round: number; rounds: number };
  challenge: { about: CaseFacts; reminder: boolean };
  received: { about: CaseFacts; next: 'challenge' | 'details' | 'validator' };
  traced: { about: CaseFacts };
  'unclear-answer': { about: CaseFacts };
  'too-late': { about: CaseFacts; why: 'used' | 'expired' | 'replaced' };
  'already-open': { about: CaseFacts };
  question: { about: CaseFacts; question: string; reminder: boolean };
  reminder: { about: CaseFacts };
  expired: { about: CaseFacts };
  rejected: { about: CaseFacts; reason: string };
  superseded: { about: CaseFacts };
  objected: { about: CaseFacts; afterApplied: boolean };
  'anchor-changed': { about: CaseFacts; oldAnchor: Address; newAnchor: Address };
  frozen: { cctld: Cctld };
  'already-subscribed': { cctld: Cctld };
  applied: { about: CaseFacts };
  welcome: { about: CaseFacts; contact: Contact };
  'taken-off': { about: CaseFacts };
  'back-on-list': { about: CaseFacts; contact: Contact };
  'data-changed': { about: CaseFacts; contact: Contact };
  removed: { about: CaseFacts };
  'on-hold': { about: CaseFacts };
  // To SSCs of the ccTLD who read their mail at another domain.
  'heads-up': { about: CaseFacts };
  // To SSCs about their own requests, and to those who have to know of these.
  'own-challenge': { about: CaseFacts; own: OwnView; reminder: boolean };
  'own-again': { about: CaseFacts; why: 'unclear' | 'used' | 'expired' | 'replaced' };
  'own-ended': { about: CaseFacts; own: OwnView; how: OwnEnd; reason?: string };
  'own-done': { about: CaseFacts; own: OwnView };
  'own-told': { about: CaseFacts; own: OwnView; staying: readonly Contact[] };
  'own-successor': { about: CaseFacts; own: OwnView; staying: readonly Contact[] };
  /** `full`: the whole contact list is in it. */
  'own-answer': { parts: readonly OwnAnswer[]; full: boolean };
  'not-a-member': { readonly none?: never };
  // About a contact whom mail does not reach.
  /** `again`: a letter like this came back before; `stopped`: they get nothing else from us. */
  probe: { cctlds: readonly Cctld[]; how: 'first' | 'again' | 'stopped' };
  'mail-arrives': { cctlds: readonly Cctld[] };
  successor: { about: CaseFacts; reminder: boolean };
  'colleague-lost': { about: CaseFacts };
  'lost-over': { about: CaseFacts; reason?: string };
  // About mails to the list. Subjects and texts are as they came, without what looks like a token.
  'post-not-member': { readonly none?: never };
  /** In octets. */
  'post-too-big': { subject: string; size: number; most: number };
  'post-commands': { words: string };
  'post-waits': { subject: string };
  /** `at`: ISO instant. No `text` of a proven forgery. `last`: the last one of this day. */
  'post-ask': { subject: string; at: string; text?: string; last?: boolean };
  'post-again': { why: 'unclear' | 'used' | 'sent' | 'leaving' | 'expired' | 'over' };
  'post-red': {
    subject: string;
    /** `answers`: it has no label of its own, and that of the mail which it answers is RED. */
    why: 'no-label' | 'written' | 'answers';
    sentBack: boolean;
  };
  // To the Standing Committee.
  escalation: { about: CaseFacts };
  // To the Validators.
  queue: { about: CaseFacts; can: readonly string[]; reminder: boolean; digest: string };
  transcript: {
    lines: readonly { line: string; answer: string; shown?: Shown }[];
    /** Something was carried out, or shown. */
    ran: boolean;
    /** A line could not be read, so none was carried out. */
    misread: boolean;
  };
  'passed-on': {
    from: string;
    subject: string;
    recipient: string;
    inboxId: number;
    text: string;
    /** Whether the sender is who the mail says; absent where nobody asked. */
    proven?: boolean;
    /** The whole mail goes along; not when it holds a token that was meant for somebody else. */
    attach: boolean;
  };
  'alarm-forged': {
    from: string;
    subject: string;
    inboxId: number;
    why: string;
    /** Written by a Validator, as it seems, but to a letter that does not count any more. */
    stale: boolean;
    /** Why an OpenPGP signature does not count, when there was one. */
    signature?: string;
  };
  // All queued cases at once, to be decided by one answer.
  desk: { cases: readonly CaseShown[]; more: readonly CaseRow[] };
  digest: {
    queue: readonly CaseRow[];
    resting: readonly CaseRow[];
    /** Cases whose time for an answer is nearly over. */
    ending: readonly CaseRow[];
    /** Invitations that nobody answers, or that the registry keeps back. */
    invitations: readonly CaseRow[];
    aside: readonly MailRow[];
    suspicious: readonly MailRow[];
    undelivered: readonly { addressee: string; summary: string; at: string; why: string }[];
    cases: readonly CaseShown[];
    more: readonly CaseRow[];
  };
  'post-held': {
    from: string;
    subject: string;
    inboxId: number;
    proven: boolean;
    /** The mailbox that is on the list has answered CONFIRM. */
    confirmed: boolean;
    frozen: readonly Cctld[];
    text: string;
  };
  'post-stuck': {
    from: string;
    subject: string;
    inboxId: number;
    /** `asked-enough`: its author was asked about so many posts today that this one just waits. */
    why: 'asked-enough' | 'left';
  };
  /** Comes with the whole mail. */
  'mail-shown': { inboxId: number; from: string; at: string; why: string; attach: boolean };
  'alarm-post': {
    author: Address;
    answeredFrom: string;
    subject: string;
    inboxId: number;
    /** It was on its way, or waited, and goes to nobody else. */
    stopped: boolean;
    /** To how many people it had gone, of how many. */
    handed: number;
    of: number;
    /** Of how many others nobody knows. */
    unsure: number;
  };
  'alarm-held': { from: string; subject: string; inboxId: number; why: string };
  'alarm-objection': { about: CaseFacts; by: string; afterApplied: boolean };
  'alarm-anchor': { about: CaseFacts; oldAnchor: Address; newAnchor: Address };
  'alarm-quarantine': { inboxId: number; why: string };
  'alarm-undelivered': { addressee: string; summary: string; why: string };
  'alarm-copies': {
    /** The number of the post or issue among all that went to everybody. */
    post: number;
    kind: 'post' | 'issue';
    failed: readonly { readonly address: string; readonly why: string }[];
    /** Nobody knows whether they got it, and it is not sent again. */
    unknown: readonly { readonly address: string; readonly why: string }[];
    /** They may get it twice. */
    doubtful: readonly string[];
    /** Why no copy could be made at all. */
    unmade?: string;
    /** So many have not got it yet, and the engine goes on. */
    waiting?: { readonly people: number; readonly why: string };
  };
  'alarm-own': { about: CaseFacts; own: OwnView; why: string };
  'alarm-lost': { about: CaseFacts; can: readonly string[] };
  'alarm-found': { address: Address; cctlds: readonly Cctld[]; how: 'probe' | 'code' | 'mail' };
  'alarm-apply': { about: CaseFacts; why: string };
  'alarm-registry': { cctld: Cctld; why: string };
  /** `places`: how many entries the list has, none of which can be reached by mail. */
  'alarm-no-issue': { places: number };
  'list-drift': {
    /** They get posts, and are not on the list; and the other way round. */
    strangers: readonly string[];
    missing: readonly { address: string; why?: string }[];
    settings: readonly SettingChange[];
    /** How many there are; not all may be shown. */
    counts: { strangers: number; missing: number };
  };
  'list-away': { since: string; why: string };
}

export type LetterName = keyof LetterData;

/** What `render` is given: one letter to one person, with its secrets while they are not sent. */
export interface LetterInput<N extends LetterName = LetterName> {
  readonly name: N;
  readonly to: Address;
  /** Absent for letters that are about no case. */
  readonly caseId?: number;
  readonly data: LetterData[N];
  /** The token that the reader may answer with, when the letter carries one. */
  readonly token?: string;
  readonly tokenExpires?: string;
  /** Name of the list and its addresses, for the text. */
  readonly list: {
    readonly name: string;
    readonly join: string;
    readonly request: string;
    readonly owner: string;
  };
}

/** A letter as people see it. */
export interface Letter {
  /** Without line breaks; carries the case number and the token. */
  readonly subject: string;
  /** Plain text, UTF-8, lines of at most 72 columns, LF line ends, ends with a line end. */
  readonly text: string;
}
