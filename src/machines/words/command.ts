/** Commands that people give by mail, one on a line: those of a Validator and those of an SSC. */

import type { Address } from './address.ts';
import type { Cctld } from './cctld.ts';
import type { Phone } from './contact.ts';
import type { Region } from './region.ts';

interface Written {
  /** The line as it was written, fit to be shown: no controls, at most 300 characters. */
  readonly line: string;
  /** The number of that line in the text of the mail, from 1; 0 for the subject. */
  readonly number: number;
}

/** Until when a case rests: so many milliseconds from now, or the morning (06:00 UTC) of a day. */
export type HoldUntil = { readonly ms: number } | { readonly day: string };

/** What AMEND sets. `primary` takes the mark from whoever had it. */
export type Amendment =
  | { readonly field: 'firstName' | 'lastName'; readonly value: string }
  | { readonly field: 'name'; readonly firstName: string; readonly lastName: string }
  | { readonly field: 'phone'; readonly phones: readonly Phone[] }
  | { readonly field: 'address'; readonly value: Address }
  | { readonly field: 'primary' };

/** Design 8, "Validator commands". */
export type Command = Written &
  (
    | { readonly kind: 'approve'; readonly caseId: number; readonly cctld: Cctld }
    /** Two cases and more on one line: all of them, or none. */
    | { readonly kind: 'approve-all'; readonly caseIds: readonly number[] }
    | { readonly kind: 'reject'; readonly caseId: number; readonly reason: string }
    | { readonly kind: 'ask'; readonly caseId: number; readonly question: string }
    | {
        readonly kind: 'hold';
        readonly caseId: number;
        readonly until: HoldUntil;
        readonly reason: string;
      }
    | {
        readonly kind: 'amend';
        readonly caseId: number;
        /** The number of the contact as the queue letter shows it. */
        readonly contact: number;
        readonly amendment: Amendment;
      }
    | { readonly kind: 'escalate'; readonly caseId: number; readonly text: string }
    | { readonly kind: 'verified'; readonly caseId: number; readonly how: string }
    | { readonly kind: 'note'; readonly caseId: number; readonly text: string }
    | { readonly kind: 'queue' }
    | { readonly kind: 'show'; readonly caseId: number }
    | { readonly kind: 'show-cctld'; readonly cctld: Cctld }
    | { readonly kind: 'why'; readonly caseId: number }
    /** `person` is an address, or a name as it was written. */
    | {
        readonly kind: 'remove';
        readonly cctld: Cctld;
        readonly person: string;
        readonly reason: string;
      }
    | { readonly kind: 'freeze'; readonly cctld: Cctld; readonly reason: string }
    | { readonly kind: 'unfreeze'; readonly cctld: Cctld }
    | { readonly kind: 'roster'; readonly cctld?: Cctld }
    /** `all`: also when more than half of the members are taken off. */
    | { readonly kind: 'reconcile'; readonly all: boolean }
    | { readonly kind: 'quarantine' }
    | { readonly kind: 'show-mail' | 'replay' | 'release' | 'drop'; readonly mail: number }
    /** Design 8.6: these ccTLDs, those of a region, or all that have nobody on the list. */
    | {
        readonly kind: 'invite';
        readonly whom:
          | { readonly cctlds: readonly Cctld[] }
          | { readonly region: Region }
          | { readonly all: true };
      }
    /** Design 11; an ISO day, or today. */
    | { readonly kind: 'report'; readonly day?: string }
    /** Design 12: what a Validator found out about a change in the registry. */
    | {
        readonly kind: 'redelegation';
        readonly caseId: number;
        readonly outcome: 'confirmed' | 'rename' | 'transition' | 'done';
        /** Until when old and new contacts both stay; only in a transition. */
        readonly until?: HoldUntil;
        readonly reason: string;
      }
    /** Design 12: everybody on the list is asked to answer. */
    | { readonly kind: 'drill'; readonly text?: string }
    | { readonly kind: 'help' }
  );

/** A line that is no command, and a sentence that says why. */
export interface CommandFault extends Written {
  readonly why: string;
}

export interface CommandReading<C = Command> {
  /** What could be read. When there is a fault too, none of it may run. */
  readonly commands: C[];
  readonly faults: CommandFault[];
  /** What came of an OpenPGP signature; none when the mail has none that could count. */
  readonly signature?: CommandSignature;
}

export interface CommandSignature {
  /** A sentence for people: whose signature it is, or why it does not count. */
  readonly fact: string;
  /** When these lines were signed; only with a valid signature of the author's pinned key. */
  readonly at?: Date;
}

/** Design 3, 8.4, 8.5, 9: what an SSC writes to the request address. */
export type RequestCommand = Written &
  (
    | { readonly kind: 'show' | 'help' }
    /** Nothing said: everybody. `name` is a part of a name or an address. */
    | { readonly kind: 'who'; readonly cctld?: Cctld; readonly name?: string }
    | { readonly kind: 'change-phone'; readonly phones: readonly Phone[] }
    | { readonly kind: 'change-name'; readonly firstName: string; readonly lastName: string }
    | { readonly kind: 'change-address'; readonly address: Address }
    /** Of this ccTLD; of all (`leave all`); or nothing said. */
    | { readonly kind: 'leave'; readonly cctld?: Cctld; readonly all?: true }
    | { readonly kind: 'freeze'; readonly cctld: Cctld; readonly reason: string }
  );
