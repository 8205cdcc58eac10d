/** The yearly check and drills (design 12): who is asked about what, and what came of it. */

import type { Address } from './address.ts';
import type { RosterEntry } from './case.ts';
import type { Cctld } from './cctld.ts';
import type { Region } from './region.ts';

export type CheckKind = 'yearly' | 'drill';

/** `right` and `wrong`: the data, in a yearly check. `here`: in a drill. */
export type CheckWord = 'right' | 'wrong' | 'here';

/** What one address is asked about: one letter for all of it. */
export interface Asked {
  /** The places of the person with this address, one for each ccTLD. */
  readonly places: readonly RosterEntry[];
  /** The ccTLDs whose Admin Contact has this address, with their people. */
  readonly anchored: readonly { readonly cctld: Cctld; readonly people: readonly RosterEntry[] }[];
}

/** An answer that counts, with what it says to be right. */
export interface CheckAnswer {
  readonly checkId: number;
  readonly address: Address;
  readonly word: CheckWord;
  /** When the mail came, not when it was read. */
  readonly at: Date;
  readonly right?: { readonly person: boolean; readonly cctlds: readonly Cctld[] };
}

/** People who were asked, and who answered in time. */
export interface Count {
  readonly asked: number;
  readonly answered: number;
}

/** What came of a drill. Instants are ISO. */
export interface DrillReport {
  readonly opened: string;
  readonly closes: string;
  readonly people: Count;
  /** Of the ccTLDs of those who were asked: with one answer at least. */
  readonly cctlds: Count;
  /** How many had answered so soon, in milliseconds after the beginning. */
  readonly within: readonly { readonly ms: number; readonly answered: number }[];
  /** Half of those who answered had done so after so many milliseconds. */
  readonly medianMs?: number;
  readonly regions: readonly {
    /** Absent: of ccTLDs that are in no region of the table. */
    readonly region?: Region;
    readonly people: Count;
    readonly cctlds: Count;
    readonly medianMs?: number;
  }[];
  /** Each ccTLD of those who were asked. */
  readonly each: readonly {
    readonly cctld: Cctld;
    readonly people: Count;
    /** The first answer, in milliseconds after the beginning. */
    readonly firstMs?: number;
  }[];
  /** On the list when it began, and not asked, because mail did not reach them. */
  readonly notAsked: number;
  /** Asked, but the letter came back. */
  readonly cameBack: number;
  /** Answers after the end. */
  readonly late: number;
}
