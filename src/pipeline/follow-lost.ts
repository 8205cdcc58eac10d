/** Keeps the cases about contacts whom mail does not reach in step with list, mailbox and registry. */

import { followLost } from '../machines/lost-case.ts';
import type { Settings } from '../machines/facts.ts';
import { Conflict } from '../store/cases.ts';
import { commitChange, type Committing } from '../store/commit.ts';
import { isUnreachable, lostCases } from '../store/reach.ts';
import { findRegistry } from '../store/registry.ts';
import { readRoster } from '../store/roster.ts';
import { viewOf } from './gather.ts';

export interface FollowDeps extends Committing {
  readonly settings: Settings;
}

/**
 * Moves every such case whose surroundings have changed. Safe to call at any time and by several engines:
 * a case is moved once, because the move changes it.
 */
export async function followUnreachable(deps: FollowDeps): Promise<void> {
  const { db, settings, now } = deps;
  for (const one of await lostCases(db)) {
    const { cctld, requester } = one;
    if (cctld === undefined) continue;
    const state = await findRegistry(db, cctld);
    const change = followLost({ now: now(), settings }, one, {
      unreachable: await isUnreachable(db, requester),
      roster: await readRoster(db, [cctld]),
      ...(state === undefined ? {} : { registry: viewOf(state) }),
    });
    if (change !== undefined) await commitChange(deps, change).catch(unlessConflict);
  }
}

// Somebody else moved it: it is looked at again the next time.
function unlessConflict(error: unknown): void {
  if (!(error instanceof Conflict)) throw error;
}
