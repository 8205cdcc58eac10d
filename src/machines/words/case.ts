/** One request about one ccTLD, from first mail to last letter. */

import type { Address } from './address.ts';
import type { Ask } from './ask.ts';
import type { Cctld } from './cctld.ts';
import type { Complaint, Contact, DraftContact, Phone, Warning } from './contact.ts';
import type { Evidence, Policy } from './evidence.ts';
import type { RegistryField } from './registry.ts';

/**
 * Design 16. `self-update` and `leave` are an SSC's own requests, `invite` is a Validator's, `unreachable`
 * and `redelegation` are opened by the engine; the others come from the Admin Contact.
 */
export type CaseKind =
  | 'subscribe'
  | 'update'
  | 'remove'
  | 'self-update'
  | 'leave'
  | 'invite'
  | 'redelegation'
  | 'unreachable';

/** Named for what is awaited (design 8). */
export type CaseState =
  | 'received'
  | 'needs-cctld'
  | 'needs-details'
  | 'challenged'
  | 'queued'
  | 'on-hold'
  | 'asked'
  | 'escalated'
  | 'applying'
  | 'apply-failed'
  | 'applied'
  | 'rejected'
  | 'expired'
  | 'objected'
  | 'superseded'
  // Of a contact whom mail does not reach.
  | 'awaiting-successor'
  | 'awaiting-unfreeze'
  | 'awaiting-validator'
  | 'settled'
  // Of an invitation (design 8.6).
  | 'planned'
  | 'invited'
  | 'answered'
  | 'declined'
  // Of a suspected redelegation (design 12).
  | 'on-notice'
  | 'in-transition';

/** An SSC as the roster has it now. */
export interface RosterEntry {
  readonly cctld: Cctld;
  readonly firstName: string;
  readonly lastName: string;
  readonly address: Address;
  readonly phones: readonly Phone[];
  readonly primary: boolean;
  /** ISO 8601 instant. */
  readonly since: string;
}

/** One mail that a case rests on. */
export interface CaseMail {
  readonly inboxId: number;
  readonly sha256: string;
  readonly from: string;
  readonly subject: string;
  readonly at: string;
  readonly evidence: Evidence;
}

/** Something that was said about a case by a Validator or by the Standing Committee. */
export interface CaseNote {
  readonly by: Address;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly kind: 'note' | 'verified' | 'hold' | 'escalated' | 'advice' | 'amended';
  readonly text: string;
}

/** What an SSC asks for itself (design 8.4b, 8.5, 12). */
export type OwnChange =
  | { readonly what: 'phones'; readonly phones: readonly Phone[] }
  | { readonly what: 'name'; readonly firstName: string; readonly lastName: string }
  | { readonly what: 'address'; readonly address: Address }
  | { readonly what: 'leave' }
  | { readonly what: 'freeze'; readonly reason: string };

/** A contact whom mail does not reach (design 9). */
export interface LostPerson {
  readonly address: Address;
  readonly firstName: string;
  readonly lastName: string;
}

/** A change in the registry that a Validator must look at (design 12), from the first edit to the newest. */
export interface RegistryMove {
  /** The newest change in the history that belongs to it. */
  readonly changeId: number;
  readonly verdict: 'redelegation' | 'review';
  readonly score: number;
  /** All in which the record differs now from the one of before. */
  readonly fields: readonly RegistryField[];
  /** What the newest change did, where it is not the first. */
  readonly news?: readonly RegistryField[];
  /** The Admin Contact address before. */
  readonly oldAnchor: Address;
  /** The snapshots, by number. */
  readonly from: number;
  readonly to: number;
  /** What a Validator found out. */
  readonly outcome?: {
    readonly what: MoveOutcome;
    readonly by: Address;
    /** ISO instants; `until` in a transition. */
    readonly at: string;
    readonly until?: string;
    readonly reason: string;
    /** The newest change that the Validator was shown. */
    readonly changeId: number;
  };
}

/** `same`: the manager is the same, whatever changed its name or address. */
export type MoveOutcome = 'confirmed' | 'same' | 'transition';

/** An invitation as it was ordered (design 8.6). */
export interface Invitation {
  /** Who ordered it: a Validator, `operator` on the command line, or `engine` after a redelegation. */
  readonly by: string;
  /** Waves are numbered from 1 within one order. */
  readonly wave: number;
  readonly waves: number;
  /** Other ccTLDs that were invited at the same address when the letter went out. */
  readonly others?: readonly Cctld[];
  /** The mailbox does not exist, as a believed report says. */
  readonly undeliverable?: true;
}

/** What is asked, as far as it could be read, and what a Validator must see before deciding. */
export interface Request {
  readonly drafts: readonly DraftContact[];
  /** The people whom the mails describe, as far as they are complete. */
  readonly contacts: readonly Contact[];
  /** What is to be done with them and with those on the list; `plan.ts` makes `after` of it. */
  readonly asks: readonly Ask[];
  /** The whole list of this ccTLD after the change: the right side of the difference. */
  readonly after: readonly Contact[];
  readonly complaints: readonly Complaint[];
  readonly warnings: readonly Warning[];
  /** The roster of this ccTLD when the request was last read: the left side of the difference. */
  readonly before: readonly RosterEntry[];
  /** One sentence for each fact that the evidence rests on. */
  readonly evidenceFacts: readonly string[];
  readonly mails: readonly CaseMail[];
  /** What the sender wrote besides the form, at most 4,000 characters. */
  readonly text: string;
  /** ccTLDs among which the sender must choose, while it is not known which one is meant. */
  readonly candidates: readonly Cctld[];
  /** Message-ID of the last mail of the requester, for In-Reply-To. */
  readonly answersTo?: string;
  readonly question?: { readonly by: Address; readonly text: string };
  readonly notes: readonly CaseNote[];
  /** Why a Validator wants somebody off the list. */
  readonly reason?: string;
  readonly own?: OwnChange;
  readonly lost?: LostPerson;
  /** What the registry changed, in a case about that. */
  readonly moved?: RegistryMove;
  readonly invitation?: Invitation;
  readonly decision?: {
    readonly by: Address;
    readonly at: string;
    readonly word: 'approved' | 'rejected';
    readonly reason?: string;
  };
}

/** What the machine remembers besides its state; plain JSON. */
export interface CaseContext {
  readonly policy: Policy;
  readonly evidence: Evidence;
  readonly cctldKnown: boolean;
  readonly complete: boolean;
  /** How many letters have asked for missing data. */
  readonly rounds: number;
  /** How often the Admin Contact was reminded of the newest letter of an invitation. */
  readonly reminders?: number;
  /** Of what a queue letter would show now (approvals bind to it). */
  readonly digest: string;
  /** Of all that a queue letter would show; the tokens of the Validators are bound to it. */
  readonly shown: string;
  /** The digest of which the Admin Contact got a copy. */
  readonly tracedDigest: string;
  /** The digest that was approved, '' while none is. */
  readonly approvedDigest: string;
  /** Who asked: a Validator needs no evidence of the Admin Contact, only an approval like any other. */
  readonly origin: 'mail' | 'validator';
  /** How many Validators must approve (four-eyes: 2), and those who did. */
  readonly approvalsNeeded: number;
  readonly approvals: readonly Address[];
  /** How long the case rests, in milliseconds. */
  readonly hold: number;
  /** Whose word an SSC's own request needs, and who has given it. */
  readonly needed: readonly Address[];
  readonly confirmed: readonly Address[];
  readonly terms: Terms;
}

/** The waiting times of a case in milliseconds, fixed when it is opened. */
export interface Terms {
  /** How long an answer is awaited. */
  readonly answer: number;
  /** When the end of that time is announced. */
  readonly reminder: number;
  /** How often the Validators are reminded of a queued case. */
  readonly queueReminder: number;
  /** Pause before a failed change is tried again. */
  readonly applyRetry: number;
  /** How long the Admin Contact may object with the token of a copy. */
  readonly objection: number;
}

/** A case as the store has it. */
export interface Case {
  readonly id: number;
  readonly version: number;
  readonly kind: CaseKind;
  readonly cctld?: Cctld;
  readonly state: CaseState;
  readonly context: CaseContext;
  readonly request: Request;
  readonly requester: Address;
  readonly anchor?: Address;
  readonly snapshotId?: number;
  /** Why nothing happens at the moment although it is our turn, such as `registry-unreachable`. */
  readonly waiting?: string;
  readonly openedAt: string;
  readonly dueAt?: string;
}

/** The states in which a case is over; a later request opens a new one. */
export const CLOSED: readonly CaseState[] = [
  'applied',
  'rejected',
  'expired',
  'objected',
  'superseded',
  'settled',
  'answered',
  'declined',
];
