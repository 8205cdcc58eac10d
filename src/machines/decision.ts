/** What a decision is made of: values only. `store/commit.ts` makes them true, all or none. */

import type { Address } from './words/address.ts';
import type { BounceKind } from './words/bounce.ts';
import type {
  Case,
  CaseContext,
  CaseKind,
  CaseState,
  OwnChange,
  Request,
  RosterEntry,
} from './words/case.ts';
import type { Cctld } from './words/cctld.ts';
import type { CheckAnswer } from './words/check.ts';
import type { Contact } from './words/contact.ts';
import type { Tlp } from './words/tlp.ts';
import type { TokenPurpose } from './words/token.ts';
import type { LetterData, LetterName } from './letters/letter.ts';
import type { ReasonCode } from './reasons.ts';

/** Design 16: what became of a mail (before that it is `pending`). */
export type Outcome =
  | 'opened'
  | 'advanced'
  | 'answered'
  | 'noted'
  | 'ignored'
  | 'held'
  | 'distributed'
  | 'refused'
  | 'quarantined';

/** A letter to one person. */
export interface LetterEffect<N extends LetterName = LetterName> {
  readonly type: 'letter';
  readonly letter: N;
  readonly to: Address;
  readonly data: LetterData[N];
  /** A fresh token for this addressee, bound to the case, the purpose and the digest. */
  readonly token?: {
    readonly purpose: TokenPurpose;
    readonly digest: string;
    readonly lifeMs: number;
    /** It stands for each of these cases, as the letter shows it, and belongs to none. */
    readonly covers?: readonly { readonly caseId: number; readonly digest: string }[];
  };
  /** Message-ID that it answers (RFC 3834 3.1.6). */
  readonly answersTo?: string;
  /** Sent once for each value: `day` for acknowledgements, else once for each step of the case. */
  readonly once: 'step' | 'day';
  /** What goes out when this one does not, as its addressee has had enough of them today. */
  readonly instead?: readonly LetterEffect[];
}

export type CaseEffect =
  | LetterEffect
  | { readonly type: 'apply' }
  | { readonly type: 'freeze'; readonly by: string; readonly reason: string }
  | { readonly type: 'set-timer'; readonly id: string; readonly delayMs: number }
  | { readonly type: 'cancel-timer'; readonly id: string }
  /** Makes these contacts the whole list of the case's ccTLD. */
  | {
      readonly type: 'set-roster';
      readonly contacts: readonly Contact[];
      readonly reason: string;
      /** The list as the decision saw it: nothing is done where it has changed since. */
      readonly expected: readonly RosterEntry[];
      /** It takes a change back: a freeze does not hold it up. */
      readonly undo?: true;
    }
  /** The Admin Contact address of the case's ccTLD takes no mail. */
  | { readonly type: 'mark-undeliverable'; readonly address: Address }
  /** Sets the data of a person for all their ccTLDs, by the person's own word. */
  | { readonly type: 'change-person'; readonly address: Address; readonly change: OwnChange }
  /** Open tokens of these purposes that are not for this digest are void from now on. */
  | {
      readonly type: 'revoke-tokens';
      readonly purposes: readonly TokenPurpose[];
      readonly keepDigest: string;
      readonly reason: string;
    };

/** A mail from the inbox that goes to every SSC, as it came but for what design 9 changes. */
/** What a post must not have in common with one of its author that went out before. */
export interface PostMark {
  readonly date: string;
  /** Absent: two posts of one date are the same, whatever they say. */
  readonly content?: string;
}

export interface PostEffect {
  readonly inboxId: number;
  readonly author: Address;
  readonly tlp: Tlp;
  /** The Message-ID that the copies carry, without angle brackets; one of ours when the mail has none. */
  readonly messageId: string;
  /** Absent: it goes out in any case. */
  readonly unlike?: PostMark;
}

/** Whose word sends a held post to everybody. */
export interface Release {
  /** An address, or `operator`. */
  readonly by: string;
  /** `author`: whoever reads the mailbox that is on the list. Nothing but that is proven by it. */
  readonly kind: 'validator' | 'author';
}

/** What is done with a mail that was set aside or is held, by its inbox number. */
export type Settling =
  | { readonly do: 'replay' | 'drop'; readonly mail: number }
  | ({ readonly do: 'release'; readonly mail: number } & Release)
  /** Its author did not write it: it goes to nobody else. `reached`: so many may have it, as was read. */
  | { readonly do: 'deny'; readonly mail: number; readonly reached: number };

/** The whole case as it is to be after the decision. */
export interface CaseDraft {
  readonly kind: CaseKind;
  readonly cctld?: Cctld;
  readonly state: CaseState;
  readonly context: CaseContext;
  readonly request: Request;
  readonly requester: Address;
  readonly anchor?: Address;
  readonly snapshotId?: number;
}

/** One line of the audit trail, besides what commit knows itself (time, case, digest of the mail). */
export interface AuditNote {
  /** Who caused it: an address, `timer`, `registry`, `engine` or `operator`. */
  readonly actor: string;
  readonly reason: ReasonCode;
  /** What was looked at, in sentences and values; no secrets. */
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface CaseChange {
  /** The case as it was read (its version must still stand); absent for a new one. */
  readonly was?: Case;
  readonly next: CaseDraft;
  readonly effects: readonly CaseEffect[];
  readonly audit: AuditNote;
}

/** A letter or a copy that did not reach its reader, or not yet, as a believed delivery report says. */
export interface BounceNote {
  /** One of the two: what came back. */
  readonly letterId?: number;
  readonly broadcastId?: number;
  readonly address: Address;
  readonly kind: BounceKind;
  readonly status?: string;
  readonly said?: string;
}

export interface Decision {
  readonly outcome: Outcome;
  readonly reason: ReasonCode;
  readonly changes: readonly CaseChange[];
  /** Mails that go to everybody on the list. */
  readonly posts?: readonly PostEffect[];
  /** Letters that belong to no case, or to a case that does not change. */
  readonly letters: readonly (LetterEffect & { readonly caseId?: number })[];
  /** Tokens that this decision uses up. */
  readonly usedTokens: readonly number[];
  /** Stops or allows changes of a ccTLD by a Validator's word. */
  readonly freezes?: readonly {
    readonly cctld: Cctld;
    readonly by: Address;
    /** Absent: changes are allowed again. */
    readonly reason?: string;
    /** Whose stop that ends, and since when (ISO instant): another one that came meanwhile stays. */
    readonly was?: { readonly by: string; readonly at: string };
  }[];
  /** Said in the audit trail where no case changes. */
  readonly notes?: readonly (AuditNote & { readonly caseId?: number; readonly cctld?: Cctld })[];
  /** Addresses that the list server is to hold or not, as the list says, by a Validator's word. */
  readonly members?: readonly Address[];
  readonly bounces?: readonly BounceNote[];
  /** Addresses on the list that mail reaches, as this mail shows. */
  readonly alive?: readonly Address[];
  /** Answers to a yearly check or a drill. */
  readonly checks?: readonly CheckAnswer[];
  /** A drill begins, by this person's word. */
  readonly drill?: { readonly by: string; readonly windowMs: number; readonly text?: string };
  /** What is to be done with mails that were set aside or are held. */
  readonly quarantine?: readonly Settling[];
  /** The case that the inbox row points at when no case changes. */
  readonly caseId?: number;
}

/** A decision that changes nothing and says nothing. */
export function leave(outcome: Outcome, reason: ReasonCode, caseId?: number): Decision {
  return {
    outcome,
    reason,
    changes: [],
    letters: [],
    usedTokens: [],
    ...(caseId === undefined ? {} : { caseId }),
  };
}
