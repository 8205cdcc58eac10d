/** Keeps the cases about contacts whom mail does not reach in step with list, mailbox and registry. */

import { followLost, isAnsweredBy, openLost } from '../machines/lost-case.ts';
import type { Settings } from '../machines/facts.ts';
import type { Case } from '../machines/words/case.ts';
import { Conflict, openCases } from '../store/cases.ts';
import { commitChange, commitChanges, type Committing } from '../store/commit.ts';
import type { Db } from '../store/db.ts';
import {
  isUnreachable,
  lostCases,
  type LostPlace,
  placesWithoutCase,
  readReach,
} from '../store/reach.ts';
import { findRegistry } from '../store/registry.ts';
import { readRoster } from '../store/roster.ts';
import type { DoorLog } from './accept.ts';
import { followEach } from './follow-each.ts';
import { viewOf } from './gather.ts';

export interface FollowDeps extends Committing {
  readonly settings: Settings;
  readonly log: DoorLog;
}

/**
 * Moves every such case whose surroundings have changed, and opens those about places that came later.
 * Safe to call at any time and by several engines: a case is moved once, because the move changes it.
 */
export async function followUnreachable(deps: FollowDeps): Promise<void> {
  const { db, log } = deps;
  await followEach(
    log,
    await lostCases(db),
    ({ id }) => `case ${id}`,
    (one) => followOne(deps, one),
  );
  const later = await placesWithoutCase(db);
  await followEach(
    log,
    later,
    ({ cctld }) => `a place of .${cctld}`,
    (one) => openLater(deps, one),
  );
}

async function followOne(deps: FollowDeps, one: Case): Promise<void> {
  const { db, settings, now } = deps;
  const { cctld, requester } = one;
  if (cctld === undefined) return;
  const state = await findRegistry(db, cctld);
  const change = followLost({ now: now(), settings }, one, {
    unreachable: await isUnreachable(db, requester),
    roster: await readRoster(db, [cctld]),
    ...(state === undefined ? {} : { registry: viewOf(state) }),
  });
  if (change !== undefined) await commitChange(deps, change);
}

// Somebody whom mail does not reach was appointed for one more ccTLD.
async function openLater(deps: FollowDeps, place: LostPlace): Promise<void> {
  const { db, settings, now } = deps;
  const { address, cctld } = place;
  const person = await readReach(db, address);
  const state = await findRegistry(db, cctld);
  const view = state && viewOf(state);
  // An address that is changing in the registry: it is asked when it counts.
  if (person === undefined || view?.unsettledAnchor !== undefined) return;
  const { returned, said } = person;
  const changes = openLost({
    now: now(),
    settings,
    person,
    returned,
    ...(said === undefined ? {} : { said }),
    roster: await readRoster(db, [cctld]),
    registry: new Map(view === undefined ? [] : [[cctld, view]]),
    open: new Set(),
  });
  await commitChanges(deps, changes, undefined, async (trx) => {
    const same = (await lostCases(trx)).filter(
      (one) => one.requester === address && one.cctld === cctld,
    );
    // Another engine was faster, or the person was heard of meanwhile.
    if (same.length !== 1 || !(await isUnreachable(trx, address)))
      throw new Conflict(`there is a case about ${address} already`);
  });
}

/** Whether a request that may be the answer to such a case is open: then nobody is reminded of it. */
export async function isAnswered(db: Db, { cctld, requester }: Case): Promise<boolean> {
  return cctld !== undefined && isAnsweredBy(await openCases(db, [cctld], requester));
}
