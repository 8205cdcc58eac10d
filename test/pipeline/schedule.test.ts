/** Patterns for issues: one that sends less than it seems to say is refused at the start. */

import { expect, it } from 'vitest';
import { mustComeOncePer } from '../../src/pipeline/schedule.ts';

it.each([
  ['monthly', '0 6 1 * *'],
  ['monthly', '0 6 28 * *'],
  ['monthly', '0 6 1 1,7 *'],
  ['monthly', '0 6 29 2 *'],
  ['weekly', '0 6 * * 1'],
  ['weekly', '0 6 1 * *'],
] as const)('%s, %s', (kind, pattern) => {
  expect(() => mustComeOncePer(kind, pattern)).not.toThrow();
});

it.each([
  ['monthly', '0 6 1,15 * *', 'in one month, as on 2024-01-01T06:00 and 2024-01-15T06:00'],
  ['monthly', '0 6 */30 * *', 'in one month'],
  // As in crontab: the days of the month, and the Mondays too.
  ['monthly', '0 6 1-7 * 1', 'in one month'],
  ['weekly', '0 6 * * 1,4', 'in one week, as on 2024-01-01T06:00 and 2024-01-04T06:00'],
  ['weekly', '0 6,18 * * 1', 'in one week'],
  ['weekly', '0 6 29,31 * *', 'in one week'],
  ['monthly', 'every month', 'write five fields'],
  ['monthly', '0 6 31 2 *', 'never comes'],
] as const)('%s, %s is refused', (kind, pattern, words) => {
  expect(() => mustComeOncePer(kind, pattern)).toThrow(words);
});
