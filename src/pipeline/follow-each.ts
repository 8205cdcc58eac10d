/** Follows open cases one by one, so that one that cannot be followed holds up nothing else. */

import { Conflict } from '../store/cases.ts';
import { isDatabaseAway } from '../store/db.ts';
import { LeaseLost } from '../store/jobs.ts';
import type { DoorLog } from './accept.ts';

/**
 * Does `follow` with each in turn. What somebody else has moved meanwhile is looked at the next time; so is
 * what throws, after a line in the log: mail that has nothing to do with it goes on. Throws when the database
 * is away, or the lease of the caller's job is lost.
 */
export async function followEach<T>(
  log: DoorLog,
  all: readonly T[],
  nameOf: (one: T) => string,
  follow: (one: T) => Promise<void>,
): Promise<void> {
  for (const one of all) {
    try {
      await follow(one);
    } catch (error) {
      if (isDatabaseAway(error) || error instanceof LeaseLost) throw error;
      if (error instanceof Conflict) continue;
      log.error({ follows: nameOf(one), err: error }, 'a case could not be followed');
    }
  }
}
