/** What decisions about an SSC's own requests may look at. */

import type { FoundToken, MailFacts, Settings } from './facts.ts';
import type { Address } from './words/address.ts';
import type { Case, RosterEntry } from './words/case.ts';
import type { Cctld } from './words/cctld.ts';
import type { CommandFault, RequestCommand } from './words/command.ts';
import type { ListNames } from './words/list-address.ts';

/** Whoever From names, as far as the list knows that address. */
export interface Member {
  readonly address: Address;
  /** One entry for each ccTLD, with the person's data in each. */
  readonly entries: readonly RosterEntry[];
  /** When the person last took another address. */
  readonly addressChangedAt?: Date;
  /** When this address was last sent the whole contact list. */
  readonly listSentAt?: Date;
}

/** What the registry and a Validator say of a ccTLD. */
export interface Place {
  readonly anchor: Address;
  readonly snapshotId: number;
  readonly frozen: boolean;
  /** Nobody has stopped it but the engine, whose suspicion a Validator may be about to end. */
  readonly suspected?: true;
}

export interface OwnFacts {
  readonly now: Date;
  readonly settings: Settings;
  readonly names: ListNames;
  readonly mail: MailFacts;
  readonly tokens: readonly FoundToken[];
  /** The cases of the tokens. */
  readonly cases: ReadonlyMap<number, Case>;
  readonly consent: 'confirm' | 'reject' | 'unclear' | 'none';
  readonly commands: readonly RequestCommand[];
  readonly faults: readonly CommandFault[];
  readonly member?: Member;
  /** Everybody on the list. */
  readonly roster: readonly RosterEntry[];
  /** Since when nobody has said that somebody's data are right (ISO instants). */
  readonly unconfirmed?: ReadonlyMap<Address, string>;
  /** The ccTLDs that have people on the list, and those of the commands. */
  readonly places: ReadonlyMap<Cctld, Place>;
  /** The open own requests of this address. */
  readonly open: readonly Case[];
  /** When this address was last told that it is not on the list. */
  readonly turnedAwayAt?: Date;
}

/** What is read again at the moment of the change. */
export interface OwnApplyFacts {
  readonly now: Date;
  readonly settings: Settings;
  readonly case: Case;
  readonly roster: readonly RosterEntry[];
  readonly places: ReadonlyMap<Cctld, Place>;
}
