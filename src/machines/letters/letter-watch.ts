/** The data of the letters about invitations, the registry, the yearly check, drills and statistics. */

import type { Address } from '../words/address.ts';
import type { Cctld } from '../words/cctld.ts';
import type { Asked, CheckKind, DrillReport } from '../words/check.ts';
import type { LetterLanguage } from '../words/letter-language.ts';
import type { CaseFacts } from './case-facts.ts';

/** What came of a refresh of the whole registry. */
export interface PassFacts {
  readonly source: string;
  /** The source of the refresh before, when it was another one. */
  readonly sourceBefore?: string;
  /** ISO instant. */
  readonly began: string;
  /** All that were to be asked about, those that were, and those of which a record came. */
  readonly all: number;
  readonly asked: number;
  readonly read: number;
  readonly unreadable: number;
  readonly changed: readonly Cctld[];
  /** Known before, and not in the registry any more; the Validators were not told yet. */
  readonly vanished: readonly Cctld[];
}

/** What somebody is asked in a yearly check. */
export interface CheckShown extends Asked {
  readonly turn: 'first' | 'reminder' | 'wrong' | 'changed';
  readonly closes: string;
}

export interface WatchLetterData {
  // The yearly check and drills.
  /** `closes`: ISO instant. `wrong` and `changed`: after an answer. */
  'check-contact': CheckShown;
  'check-anchor': CheckShown;
  'check-again': { kind: CheckKind; turn: 'unclear' | 'more' | 'used' | 'expired' };
  'check-report': {
    opened: string;
    asked: number;
    right: number;
    wrong: number;
    silent: number;
    /** On the list, and not asked, because mail does not reach them. */
    unreachable: number;
    /** Where somebody did not say that the data are right, and how many of how many people. */
    open: readonly { cctld: Cctld; people: number; of: number; anchor: boolean }[];
  };
  drill: { cctlds: readonly Cctld[]; closes: string; text?: string };
  'drill-over': Pick<DrillReport, 'people' | 'cctlds' | 'opened' | 'medianMs'>;
  'drill-report': { report: DrillReport };
  // To Admin Contacts who are invited. `others`: ccTLDs that are invited at the same address.
  invite: {
    about: CaseFacts;
    reminder: boolean;
    languages: readonly LetterLanguage[];
    others: readonly Cctld[];
  };
  'invite-over': {
    about: CaseFacts;
    how: 'declined' | 'closed';
    languages: readonly LetterLanguage[];
    reason?: string;
  };
  // About a change in the registry (design 12).
  /** To the contacts of before, and to the Admin Contact of before. */
  'moved-told': { about: CaseFacts };
  'new-manager': { about: CaseFacts };
  'address-changed': { cctld: Cctld; oldAnchor: Address; newAnchor: Address };
  // To the Standing Committee.
  'moved-committee': { about: CaseFacts };
  'moved-advice': { about: CaseFacts };
  // To the Validators.
  'alarm-moved': {
    about: CaseFacts;
    can: readonly string[];
    /** Why this letter comes now. */
    news: 'first' | 'more' | 'decided' | 'again' | 'reminder';
  };
  /** `day`: ISO. */
  statistics: { day: string; text: string };
  'alarm-invite': { about: CaseFacts; can: readonly string[] };
  /** What was unusual about a refresh of the whole registry (`refresh.ts` says when it is told). */
  'alarm-refresh': PassFacts & { alarms: readonly ('changed' | 'unread')[] };
}
