/** Whether an issue goes out now (design 10): one for each period, weekly only what is new. */

import type { RosterEntry } from '../words/case.ts';
import type { LastIssue } from './issue.ts';
import type { IssueKind } from './period.ts';
import { isUnchanged, rosterChanges } from './roster-changes.ts';

export interface DueFacts {
  readonly kind: IssueKind;
  /** When it was to go out; in the past, when no engine ran then. */
  readonly dueAt: Date;
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
  const { kind, dueAt, roster, readers, last } = facts;
  if (facts.exists) return 'exists';
  if (kind === 'weekly') {
    if (facts.monthlyIsDue || (last !== undefined && last.at >= dueAt)) return 'covered';
    if (isUnchanged(rosterChanges(last?.roster ?? [], roster))) return 'unchanged';
  }
  return readers === 0 ? 'nobody' : 'send';
}
