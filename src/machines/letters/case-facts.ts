/** What letters may say about a case. */

import type { Address } from '../words/address.ts';
import type {
  CaseKind,
  CaseNote,
  CaseState,
  Invitation,
  LostPerson,
  RegistryMove,
  RosterEntry,
} from '../words/case.ts';
import type { Cctld } from '../words/cctld.ts';
import type { Complaint, Contact, DraftContact, Warning } from '../words/contact.ts';
import type { Evidence, Policy } from '../words/evidence.ts';

/** The facts about a case that letters show, as they were when the letter was decided. */
export interface CaseFacts {
  readonly kind: CaseKind;
  readonly cctld?: Cctld;
  readonly requester: Address;
  readonly anchor?: Address;
  readonly contacts: readonly Contact[];
  /** What could be read of incomplete contacts; letters that ask for the rest show it. */
  readonly drafts?: readonly DraftContact[];
  /** The list now; empty for readers who may not see it. */
  readonly before: readonly RosterEntry[];
  /** The list after the change; for readers who may not see it only the people of the request. */
  readonly after: readonly Contact[];
  readonly complaints: readonly Complaint[];
  readonly warnings: readonly Warning[];
  readonly evidence: Evidence;
  readonly evidenceFacts: readonly string[];
  readonly policy: Policy;
  readonly state: CaseState;
  /** ISO instants. */
  readonly opened: string;
  readonly due?: string;
  /** What the sender wrote besides the form. */
  readonly text: string;
  readonly candidates: readonly Cctld[];
  /** What Validators and the Committee said, oldest first. */
  readonly notes: readonly CaseNote[];
  /** Validators who approved it, while one more is needed. */
  readonly approvals: readonly Address[];
  readonly approvalsNeeded: number;
  /** Why a Validator wants somebody off the list. */
  readonly reason?: string;
  /** The contact whom mail does not reach. */
  readonly lost?: LostPerson;
  readonly invitation?: Invitation;
  /** What the registry changed. */
  readonly moved?: RegistryMove;
}
