/** One ccTLD as the IANA registry lists it. */

import type { Address } from './address.ts';
import type { Cctld } from './cctld.ts';

export interface RegistryContact {
  readonly name: string;
  readonly organisation: string;
  /** In normal form; absent when the record has none. */
  readonly email?: Address;
  readonly phone: string;
}

export interface RegistryRecord {
  readonly cctld: Cctld;
  /** The manager: all `organisation` lines of the head block, joined by one blank. */
  readonly organisation: string;
  readonly admin: RegistryContact;
  readonly tech: RegistryContact;
  /** Host names, lower case, sorted. */
  readonly nameServers: readonly string[];
  readonly status: string;
  readonly created: string;
  readonly changed: string;
}

/** Why an answer could not be used (design 4): it never overwrites a good snapshot. */
export type UnreadableReason =
  | 'no-domain-line'
  | 'no-domain-object'
  | 'not-json'
  | 'too-deep'
  | 'ambiguous'
  | 'rate-limit'
  | 'truncated'
  | 'other-domain'
  | 'too-long'
  | 'not-text'
  | 'no-admin-address'
  | 'incomplete';

/** What one answer of the registry says. `absent`: the registry has no such ccTLD, or no contacts for it. */
export type RegistryAnswer =
  | { readonly kind: 'record'; readonly record: RegistryRecord }
  | { readonly kind: 'absent'; readonly why: 'no-object' | 'not-assigned' }
  | { readonly kind: 'unreadable'; readonly why: UnreadableReason };

/** One thing in which two records of a ccTLD differ, as people are shown it. */
export interface RegistryField {
  readonly field:
    | 'organisation'
    | 'admin-domain'
    | 'admin-address'
    | 'admin-name'
    | 'tech-address'
    | 'name-servers';
  readonly from: string;
  readonly to: string;
  /** Design 12; 0 for what is history and no sign of a redelegation. */
  readonly score: number;
}

/**
 * What a change that counts comes to (design 12): a suspected redelegation (5 and more), a task to look
 * at (3 or 4), another Admin Contact address, or nothing that anybody must know.
 */
export type Verdict = 'redelegation' | 'review' | 'anchor' | 'details';
