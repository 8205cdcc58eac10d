/** Everything a decision may look at, gathered beforehand; a decision sees nothing else. */

import type { Address, Mailbox } from './words/address.ts';
import type { Case, RosterEntry, Terms } from './words/case.ts';
import type { StoryRow } from './explain.ts';
import type { MailRow, MoveRow } from './letters/letter.ts';
import type { Cctld } from './words/cctld.ts';
import type { Drift } from './drift.ts';
import type { Report } from './report/report.ts';
import type { UndoFacts } from './undo.ts';
import type { NoDrill } from './check/no-drill.ts';
import type { ReasonCode } from './reasons.ts';
import type { Command, CommandFault } from './words/command.ts';
import type { DraftContact, Phone, Warning } from './words/contact.ts';
import type { Policy } from './words/evidence.ts';
import type { InviteStanding } from './words/invite-standing.ts';
import type { CctldTable } from './words/region.ts';
import type { Covered } from './words/mail.ts';
import type { TokenPurpose } from './words/token.ts';

/** Why a ccTLD is frozen, when its Admin Contact objected. */
export const OBJECTION = 'objection of the Admin Contact';

/** Why a ccTLD is frozen, and by whom, when its registry record looks like a redelegation (design 12). */
export const SUSPECTED = { by: 'registry', reason: 'suspected redelegation' } as const;

export interface Settings {
  readonly policy: Policy;
  readonly validators: readonly Address[];
  readonly committee: readonly Address[];
  /** How many Validators must approve: 1, or 2 (four-eyes). */
  readonly approvals: number;
  /** What happens to a post without a TLP label: stamped RED, or sent back (design 9). */
  readonly tlp: 'warn' | 'strict';
  /** The largest post in octets. */
  readonly postSize: number;
  readonly terms: Terms;
  /** How long people have to answer a drill (design 12), in milliseconds. */
  readonly drillMs: number;
  /** The ccTLDs that are counted and invited, with their regions (design 4). */
  readonly table: CctldTable;
  /** How many ccTLDs are invited at once, and the pause between two waves in milliseconds (design 8.6). */
  readonly waves: { readonly size: number; readonly pauseMs: number };
}

/** What the registry says about one ccTLD now; `undefined` in a map means that it knows none. */
export interface RegistryView {
  readonly cctld: Cctld;
  readonly anchor: Address;
  readonly snapshotId: number;
  readonly organisation: string;
  readonly adminOrganisation: string;
  /** Another Admin Contact address that has not stood long enough to count. */
  readonly unsettledAnchor?: Address;
  /** The manager in a record that has not stood long enough, and that looks as if somebody took over. */
  readonly unsettledManager?: string;
  readonly frozen?: string;
}

export type TokenStatus = 'open' | 'used' | 'expired' | 'revoked';

/** A token of ours found in a mail, best place first: recipient, subject, text, thread, quote. */
export interface FoundToken {
  readonly id: number;
  readonly caseId: number;
  readonly purpose: TokenPurpose;
  readonly addressee: Address;
  readonly digest: string;
  readonly status: TokenStatus;
  /** Its time is over, also when it was used or replaced before. */
  readonly late?: boolean;
}

/** A person who is on the roster already, for another ccTLD or this one. */
export interface KnownPerson {
  readonly address: Address;
  readonly firstName: string;
  readonly lastName: string;
  readonly phones: readonly Phone[];
  readonly cctlds: readonly Cctld[];
  /** Mail does not reach this person. */
  readonly unreachable?: boolean;
}

/** The mail, reduced to what is known about it. */
export interface MailFacts {
  readonly inboxId: number;
  readonly sha256: string;
  /** The address of ours that it was sent to, without a token. */
  readonly recipient: string;
  readonly subject: string;
  readonly messageId?: string;
  readonly from: Mailbox;
  /** To and Cc. */
  readonly copied: readonly Mailbox[];
  /**
   * From is proven (DMARC, named ARC sealer, the trusted host's word, or for commands the signature of
   * the pinned OpenPGP key).
   */
  readonly proven: boolean;
  /** Which fields of the header are proven too; nothing where it is not there. */
  readonly covered?: Covered;
  /** DMARC fails, the domain of From asks to quarantine or reject such mail, and nothing else proves it. */
  readonly forged: boolean;
  readonly authFacts: readonly string[];
  /** There is no plain text, only HTML, which is not read. */
  readonly onlyHtml: boolean;
  /** Something in it has the form of a token, or cannot be looked into. */
  readonly mayHoldToken: boolean;
  /** Names of attachments that are not read. */
  readonly attachments: readonly string[];
  /** All that the sender typed, for people to read. */
  readonly words?: string;
}

interface Common {
  readonly now: Date;
  readonly settings: Settings;
  readonly mail: MailFacts;
  readonly tokens: readonly FoundToken[];
  /** Cases by number: those of the tokens, the thread, the commands; also closed ones. */
  readonly cases: ReadonlyMap<number, Case>;
}

/** What a decision about a mail to the join address may look at. */
export interface JoinFacts extends Common {
  readonly consent: 'confirm' | 'reject' | 'unclear' | 'none';
  readonly form: {
    readonly cctlds: readonly Cctld[];
    readonly contacts: readonly DraftContact[];
    readonly quotedOnly: boolean;
    /** Own text that is not part of the form. */
    readonly leftover: string;
    /** All ccTLDs were named in one value: then every contact is meant for each of them. */
    readonly together?: boolean;
    /** Each ccTLD has people of its own, who carry its name. */
    readonly apart?: boolean;
    /** What a Validator should compare, and what the sender asks for besides. */
    readonly warnings?: readonly Warning[];
  };
  /** ccTLDs named in the subject or in the own text, outside the form. */
  readonly named: readonly Cctld[];
  /** The case whose letters this mail answers by In-Reply-To or References. */
  readonly threadCase?: number;
  /** It answers our yearly question about these ccTLDs, which went to this address only. */
  readonly answered?: Pick<FoundToken, 'addressee' | 'status'> & {
    readonly cctlds: readonly Cctld[];
  };
  /** The ccTLDs whose Admin Contact is in From, To or Cc, as far as the registry was read. */
  readonly anchored: readonly Cctld[];
  readonly registry: ReadonlyMap<Cctld, RegistryView>;
  /** Open cases of the ccTLDs in question, and of this sender while their ccTLD is not known. */
  readonly open: readonly Case[];
  readonly rosters: ReadonlyMap<Cctld, readonly RosterEntry[]>;
  readonly known: readonly KnownPerson[];
  /** The open invitations of the ccTLDs in question. */
  readonly invitations?: readonly Case[];
  /** Of the cases that are applied: what they did to the list, by number. */
  readonly doneBy?: ReadonlyMap<number, UndoFacts>;
}

/** What a decision about a mail to the validate address may look at. */
export interface CommandFacts extends Common {
  readonly commands: readonly Command[];
  readonly faults: readonly CommandFault[];
  readonly frozen: ReadonlyMap<Cctld, boolean>;
  /** An earlier mail of the same author with the same commands and the same (signed) date was answered. */
  readonly repeated: boolean;
  /** What came of an OpenPGP signature, when the mail has one. */
  readonly signature?: string;
  readonly desk: DeskFacts;
}

/** What a Validator may look at, and what the changes that only a Validator makes are held against. */
export interface DeskFacts {
  /** All open cases that are about a ccTLD, or may be. */
  readonly open: readonly Case[];
  /** The last closed cases of the ccTLDs in question, the newest first. */
  readonly last: ReadonlyMap<Cctld, readonly Case[]>;
  readonly registry: ReadonlyMap<Cctld, DeskCctld>;
  /** The last changes of the registry about the ccTLDs in question, the newest first. */
  readonly history?: ReadonlyMap<Cctld, readonly MoveRow[]>;
  /** Everybody on the list. */
  readonly roster: readonly RosterEntry[];
  /** Those of them whom mail does not reach. */
  readonly unreachable: readonly Address[];
  /** Since when nobody has said that their data are right (ISO instants), of those who were asked. */
  readonly unconfirmed?: ReadonlyMap<Address, string>;
  /** Why there can be no drill now; where DRILL is written. */
  readonly noDrill?: NoDrill;
  /** The audit trail of the cases that WHY asks about. */
  readonly stories: ReadonlyMap<number, readonly StoryRow[]>;
  /** Mails that were set aside or are held. */
  readonly aside: readonly MailRow[];
  /** What an order of invitations has to know; where INVITE is written. */
  readonly standings?: readonly InviteStanding[];
  /** The statistics of the days that REPORT asks about, by day. */
  readonly reports?: ReadonlyMap<string, Report>;
  /** How the list server differs from the list, or why it cannot be asked; where RECONCILE is written. */
  readonly list?: { readonly drift: Drift; readonly held: number } | { readonly trouble: string };
}

export interface DeskCctld {
  readonly view: RegistryView;
  readonly frozen?: { readonly by: string; readonly at: string; readonly reason: string };
  /** What the registry shows at this moment; where a Validator decides about a change in it. */
  readonly look?: RegistryLook;
}

export type RegistryLook =
  | {
      /** It shows another record than the one that counts. */
      readonly unsettled: boolean;
      /** A change counts already, and no case has heard of it. */
      readonly unheard: boolean;
    }
  | 'away';

/** What a decision about a list change may look at: all of it read just before. */
export interface ApplyFacts {
  readonly now: Date;
  readonly settings: Settings;
  readonly case: Case;
  readonly registry: RegistryView;
  readonly roster: readonly RosterEntry[];
  /** People of the request who are on the list for another ccTLD: their stored data stay. */
  readonly known: readonly KnownPerson[];
}

/** The decision cannot be taken before the world outside has settled; the mail waits. */
export interface Wait {
  readonly wait: ReasonCode;
}
