/** Whether an issue goes out now (design 10): one for each period, weekly only what is new. */

import type { RosterEntry } from '../words/case.ts';
import type { LastIssue } from './issue.ts';
import type { IssueKind } from './period.ts';
import { isUnchanged, rosterChanges } from './roster-changes.ts';

export interface DueFacts {
  readonly kind: IssueKind;
  /** When it was to go out; in the past, when no engine ran then. */
  readonly dueAt: Date;
  readonly now: Date;
  readonly roster: readonly RosterEntry[];
  /** Those to whom mail can be sent. */
  readonly readers: number;
  readonly last?: LastIssue;
  /** The issue of this period is there. */
  readonly exists: boolean;
  /** The monthly issue is due too, and goes out instead. */
  readonly monthlyIsDue: boolean;
}

export type Due =
  | 'send'
  /** There is one for this period. */
  | 'exists'
  /** The weekly one: another one went out meanwhile, or does so now. */
  | 'covered'
  | 'unchanged'
  | 'nobody';

export function weighIssue(facts: DueFacts): Due {
  const { kind, roster, readers, last } = facts;
  if (facts.exists) return 'exists';
  if (kind === 'weekly') {
    if (facts.monthlyIsDue || wentOutMeanwhile(facts)) return 'covered';
    if (isUnchanged(rosterChanges(last?.roster ?? [], roster))) return 'unchanged';
  }
  return readers === 0 ? 'nobody' : 'send';
}

// One that the clock of another day has dated in the future says nothing of today.
function wentOutMeanwhile({ last, dueAt, now }: DueFacts): boolean {
  return last !== undefined && last.at >= dueAt && last.at <= now;
}
