/** What only the operator sees besides the report: no names, no addresses, no words of a mail. */

import type { CaseKind, CaseState } from '../words/case.ts';
import type { Cctld } from '../words/cctld.ts';
import type { Verdict } from '../words/registry.ts';

export interface OpenCase {
  readonly id: number;
  readonly kind: CaseKind;
  readonly cctld?: Cctld;
  readonly state: CaseState;
  /** A reason code: why nothing happens although it is our turn. */
  readonly waiting?: string;
  /** Whole days since it was opened. */
  readonly days: number;
  /** ISO instant. */
  readonly due?: string;
  /** Whether it waits for a Validator, the Committee or the engine, not for somebody outside. */
  readonly ours: boolean;
}

/** Work of one kind that is not done. */
export interface Waiting {
  readonly kind: string;
  readonly count: number;
  /** Those whose time has come, and how long ago that of the oldest did, in whole minutes. */
  readonly due: number;
  readonly oldestMinutes: number;
  /** Those that were tried in vain, and rest until somebody looks. */
  readonly givenUp: number;
}

/** Something counted by how long ago it was. */
export interface AgeCount {
  readonly label: string;
  readonly count: number;
}

export interface CheckFacts {
  readonly kind: 'yearly' | 'drill';
  readonly period: string;
  /** ISO instants. */
  readonly opened: string;
  readonly closes: string;
  readonly closed?: string;
  readonly asked: number;
  readonly answered: number;
}

export interface OperatorFacts {
  /** ISO instant. */
  readonly at: string;
  /** All but invitations that wait for their answer: the report counts those. Oldest first. */
  readonly cases: readonly OpenCase[];
  readonly work: readonly Waiting[];
  readonly letters: {
    /** In the 30 days before. */
    readonly failed: number;
    readonly cameBack: number;
  };
  readonly registry: {
    /** ccTLDs by the age of our copy of their record. */
    readonly ages: readonly AgeCount[];
    /** Those whose copy is too old to decide by (TLDOPS_FRESH), and those of which there is none. */
    readonly stale: number;
    readonly never: number;
    /** Changes that must stand for some hours before they count. */
    readonly settling: number;
    /** Changes that counted in the 30 days before. */
    readonly changes: Readonly<Record<Verdict, number>>;
    /** Whose Admin Contact's address takes no mail. */
    readonly undeliverable: readonly Cctld[];
  };
  /** With the instant (ISO) since when. */
  readonly frozen: readonly { readonly cctld: Cctld; readonly since: string }[];
  readonly aside: { readonly quarantined: number; readonly held: number };
  readonly lastIssue?: {
    readonly number: number;
    readonly period: string;
    readonly at: string;
    readonly places: number;
  };
  readonly confirmed: {
    /** People on the list, by when they last said that their data are right. */
    readonly people: readonly AgeCount[];
    /** Admin Contacts of ccTLDs on the list, in the same way. */
    readonly anchors: readonly AgeCount[];
    /** People who did not answer the last yearly check that is over, and the oldest of their dates (ISO). */
    readonly silent: number;
    readonly silentSince?: string;
  };
  /** The newest of each kind. */
  readonly checks: readonly CheckFacts[];
  /** ccTLDs with a contact whom mail does not reach. */
  readonly unreachable: readonly Cctld[];
}

/** Whose turn it is in a state: a Validator's, the Committee's or the engine's, or somebody's outside. */
const OURS: Readonly<Record<CaseState, boolean>> = {
  received: true,
  'needs-cctld': false,
  'needs-details': false,
  challenged: false,
  queued: true,
  'on-hold': true,
  asked: false,
  escalated: true,
  applying: true,
  'apply-failed': true,
  applied: false,
  rejected: false,
  expired: false,
  objected: false,
  superseded: false,
  'awaiting-successor': false,
  'awaiting-unfreeze': true,
  'awaiting-validator': true,
  settled: false,
  planned: true,
  invited: false,
  answered: false,
  declined: false,
  'on-notice': true,
  'in-transition': true,
};

export function isOurTurn(state: CaseState): boolean {
  return OURS[state];
}
