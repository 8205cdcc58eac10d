/** When something is due that comes again and again; the only file that knows croner. */

import { Cron } from 'croner';
import { periodOf, type PeriodKind } from '../machines/issue/period.ts';

/**
 * The first moment after this one that the pattern names (five fields as in crontab(5), in UTC). Throws
 * RangeError for a pattern that is none, or that never comes.
 */
export function nextTime(pattern: string, after: Date): Date {
  const next = cronOf(pattern).nextRun(after);
  if (next === null) throw new RangeError(`"${pattern}" never comes`);
  return next;
}

// Five years from a leap year on: how often a pattern comes can be seen in them.
const SOME_DAY = Date.UTC(2024, 0, 1);
const FIVE_YEARS = 5 * 366 * 86_400_000;

const NAMES = { monthly: 'month', weekly: 'week', extra: 'day', yearly: 'year' } as const;

/**
 * Makes sure that no two moments of a pattern fall into one period, because only the first of them would
 * do anything. Throws RangeError with a sentence, also for a pattern that is none.
 */
export function mustComeOncePer(kind: PeriodKind, pattern: string): void {
  let before = nextTime(pattern, new Date(SOME_DAY));
  while (before.getTime() < SOME_DAY + FIVE_YEARS) {
    const next = nextTime(pattern, before);
    if (periodOf(kind, before) === periodOf(kind, next)) {
      const [one, two] = [before, next].map((at) => at.toISOString().slice(0, 16));
      throw new RangeError(
        `is "${pattern}", which comes twice in one ${NAMES[kind]}, as on ${one} and ${two}; there is one ${kind === 'yearly' ? 'check' : 'issue'} for each`,
      );
    }
    before = next;
  }
}

function cronOf(pattern: string): Cron {
  try {
    return new Cron(pattern, { timezone: 'UTC', paused: true, mode: '5-part' });
  } catch (error) {
    throw new RangeError(`is "${pattern}"; write five fields as in crontab: 0 6 1 * *`, {
      cause: error,
    });
  }
}
