/** What a yearly check or a drill does next, and when (design 12). Pure. */

import type { CheckKind } from '../words/check.ts';

const DAY = 86_400_000;
/** Who does not answer is reminded once. */
const REMIND_AFTER = 14 * DAY;
/** A yearly check ends then; later answers count for the data, and not for its report. */
export const YEARLY_LASTS = 42 * DAY;
/** Whose data were written or confirmed so short a time before is not asked again. */
const FRESH = 30 * DAY;
/** So many letters at once, for nobody decides anything meanwhile. */
export const BATCH = 50;
/** No two yearly checks begin within this time: nobody is asked twice because one was late, or a clock wrong. */
export const APART = 180 * DAY;
/** All answers at once would be too much for the people who read what is unclear. */
export const PAUSE = 10 * 60_000;

export interface CheckState {
  readonly kind: CheckKind;
  readonly openedAt: Date;
  readonly closesAt: Date;
}

/** One who was asked. */
export interface CheckRow {
  readonly askedAt: Date;
  readonly reminded: boolean;
  readonly answered: boolean;
  /** That a drill is over. */
  readonly told: boolean;
}

export type CheckStep =
  | { readonly do: 'ask' | 'remind' | 'tell' | 'close' }
  | { readonly rest: Date };

/** `left`: how many are still to be asked. */
export function nextStep(
  check: CheckState,
  rows: readonly CheckRow[],
  left: number,
  now: Date,
): CheckStep {
  if (now >= check.closesAt) {
    const isUntold = check.kind === 'drill' && rows.some(({ told }) => !told);
    return { do: isUntold ? 'tell' : 'close' };
  }
  if (left > 0) return { do: 'ask' };
  const remind = check.kind === 'yearly' ? firstReminder(rows) : undefined;
  if (remind === undefined || remind >= check.closesAt) return { rest: check.closesAt };
  return remind <= now ? { do: 'remind' } : { rest: remind };
}

/** Who is due for a reminder. */
export function isSilent({ askedAt, reminded, answered }: CheckRow, now: Date): boolean {
  return !reminded && !answered && askedAt.getTime() + REMIND_AFTER <= now.getTime();
}

/** Whether somebody whose data were confirmed then is asked in a check that began at `opened`. */
export function isDue(confirmedAt: Date, opened: Date): boolean {
  return confirmedAt.getTime() + FRESH <= opened.getTime();
}

function firstReminder(rows: readonly CheckRow[]): Date | undefined {
  const due = rows
    .filter(({ reminded, answered }) => !reminded && !answered)
    .map(({ askedAt }) => askedAt.getTime() + REMIND_AFTER);
  return due.length === 0 ? undefined : new Date(Math.min(...due));
}
