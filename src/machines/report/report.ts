/** The statistics of the list on one day (design 11; report, Tables 1, 2 and 7): plain values. */

import type { CaseKind, CaseState } from '../words/case.ts';
import type { Cctld } from '../words/cctld.ts';
import type { Region } from '../words/region.ts';

/** A count split in two; percentages are rounded half up, and 0 of 0 is no percentage. */
export interface Share {
  readonly subscribed: number;
  readonly notSubscribed: number;
  readonly total: number;
  readonly percent?: { readonly subscribed: number; readonly notSubscribed: number };
}

export interface RegionShare extends Share {
  readonly region: Region;
}

/** Table 1 (ASCII) or Table 2 (IDN). */
export interface RegionTable {
  readonly total: Share;
  readonly regions: readonly RegionShare[];
  /** Those that the scheme puts nowhere; only when there are any. */
  readonly unplaced?: Share;
}

export interface NamedCctld {
  readonly cctld: Cctld;
  readonly country: string;
}

/** Table 7, and its counterpart. */
export interface RegionList {
  readonly region: Region;
  readonly cctlds: readonly NamedCctld[];
}

/** Where the invitations stand, in ccTLDs. */
export interface InvitationCounts {
  readonly planned: number;
  readonly invited: number;
  readonly answered: number;
  readonly declined: number;
  /** The Admin Contact's address takes no mail. */
  readonly undeliverable: number;
  /** All reminders went out; a Validator has the task. */
  readonly unanswered: number;
}

/** Open cases of one kind and state. */
export interface CaseCounts {
  readonly kind: CaseKind;
  readonly state: CaseState;
  readonly count: number;
  /** Age of the oldest in whole days. */
  readonly oldestDays: number;
}

/** How long requests that ended in the 90 days before took, from first mail to end; of two middle ones the longer. */
export interface WaitingTime {
  readonly kind: CaseKind;
  readonly ended: number;
  /** Whole days. */
  readonly medianDays: number;
  readonly longestDays: number;
}

/** Subscribed ccTLDs on one day (ISO). */
export interface GrowthPoint {
  readonly day: string;
  readonly ascii: number;
  readonly idn: number;
}

/** What a ccTLD counts as is `subscribed` when at least one SSC of it is on the list. */
export interface Report {
  /** The day that is counted (ISO), at its end; today: until now. */
  readonly day: string;
  readonly madeAt: string;
  readonly scheme: string;
  readonly ascii: RegionTable;
  readonly idn: RegionTable;
  /** Those that the scheme puts into no region; only when there are any. */
  readonly unplaced?: {
    readonly subscribed: readonly NamedCctld[];
    readonly notSubscribed: readonly NamedCctld[];
  };
  /** Subscribed ccTLDs by membership in the ccNSO, as far as the table of ccTLDs says. */
  readonly ccnso: { readonly members: number; readonly others: number; readonly unknown: number };
  /** ccTLDs by how many SSCs they have, and people on the list. */
  readonly contacts: {
    readonly people: number;
    readonly one: number;
    readonly two: number;
    readonly three: number;
  };
  readonly subscribed: readonly RegionList[];
  readonly notSubscribed: readonly RegionList[];
  readonly invitations: InvitationCounts;
  readonly cases: readonly CaseCounts[];
  readonly waiting: readonly WaitingTime[];
  /** At the end of each month, and on the day itself. */
  readonly growth: readonly GrowthPoint[];
  /** Changes of these are stopped; those are on the list without being in the table. */
  readonly frozen: readonly Cctld[];
  readonly unlisted: readonly Cctld[];
}
