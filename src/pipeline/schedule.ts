/** When something is due that comes again and again; the only file that knows croner. */

import { Cron } from 'croner';

/**
 * The first moment after this one that the pattern names (five fields as in crontab(5), in UTC). Throws
 * RangeError for a pattern that is none, or that never comes.
 */
export function nextTime(pattern: string, after: Date): Date {
  const next = cronOf(pattern).nextRun(after);
  if (next === null) throw new RangeError(`"${pattern}" never comes`);
  return next;
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
