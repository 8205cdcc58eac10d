/** The list worker: reads the registry once more, then makes the list what was approved. */

import { toValidators } from '../machines/answers.ts';
import type { CaseChange, CaseDraft } from '../machines/decision.ts';
import type { Settings } from '../machines/facts.ts';
import { isOwn } from '../machines/own.ts';
import { isReason, REASONS } from '../machines/reasons.ts';
import { decideAnchor, decideApply, decideApplyFailed } from '../machines/upkeep.ts';
import type { Case, RosterEntry } from '../machines/words/case.ts';
import type { Address } from '../machines/words/address.ts';
import type { Cctld } from '../machines/words/cctld.ts';
import { Temporary } from '../machines/words/trouble.ts';
import { casesWithOldAnchor, Conflict, findCase, setWaiting } from '../store/cases.ts';
import { commitChange, type Committing } from '../store/commit.ts';
import { type Db, isDatabaseAway } from '../store/db.ts';
import { finishJob, holdLease, LeaseLost, type Job } from '../store/jobs.ts';
import { addLetter } from '../store/letters.ts';
import { followAddress } from '../store/members.ts';
import { findRegistry } from '../store/registry.ts';
import { isUnreachable } from '../store/reach.ts';
import { knownPersons, readRoster } from '../store/roster.ts';
import type { DoorLog } from './accept.ts';
import { decideOwnNow, membersOf } from './apply-own.ts';
import { followEach } from './follow-each.ts';
import { addressesIn, viewOf } from './gather.ts';
import type { ListServer, Member } from './list-server.ts';
import { compareSoon } from './reconcile.ts';
import type { Registry } from './registry.ts';

export interface ApplyDeps extends Committing {
  readonly registry: Registry;
  readonly settings: Settings;
  readonly listServer: ListServer;
}

/**
 * Carries out the list change of a job. While the registry cannot be read the case waits: Temporary
 * is thrown, and the reason stands in the case. Trouble with the list server moves the case to
 * `apply-failed`, which is tried again by its timer.
 */
export async function applyCase(deps: ApplyDeps, job: Job): Promise<void> {
  const found = await findCase(deps.db, Number(job.payload['caseId']));
  const change = found?.state === 'applying' ? await decide(deps, found) : undefined;
  if (found !== undefined && change !== undefined) return bringIn(deps, found, change, job);
  // An engine may have died when it had let them in, and the case has ended meanwhile.
  if (found !== undefined) await takeBack(deps, await comingIn(deps.db, found));
  await finishJob(deps.db, job);
}

async function decide(deps: ApplyDeps, found: Case): Promise<CaseChange | undefined> {
  if (isOwn(found.kind)) return decideOwnNow(deps, found);
  const { cctld } = found;
  if (cctld === undefined) return undefined;
  const view = await readNow(deps, found, cctld);
  const roster = await readRoster(deps.db, [cctld]);
  return decideApply({
    now: deps.now(),
    settings: deps.settings,
    case: found,
    registry: view,
    roster,
    known: await knownTo(deps.db, found, roster),
  });
}

// Everybody whom the change may touch, wherever they are on the list.
function knownTo(db: Db, { request }: Case, roster: readonly RosterEntry[]) {
  return knownPersons(db, [...addressesIn(request), ...roster.map(({ address }) => address)]);
}

// The registry as it is at this moment, not as we remember it (report 2.2).
async function readNow(deps: ApplyDeps, found: Case, cctld: Cctld) {
  try {
    const looked = await deps.registry.look(cctld, { maxAgeMs: 0 });
    if (looked.kind === 'unknown') {
      throw new Temporary('registry-absent', `the registry does not list .${cctld}`);
    }
    const view = viewOf(looked.state);
    if (view.unsettledAnchor !== undefined) {
      throw new Temporary('registry-unsettled', 'the Admin Contact address is changing');
    }
    // Who takes a ccTLD over has the old address too, where it lies under the ccTLD (design 12).
    if (view.unsettledManager !== undefined) {
      throw new Temporary('registry-unsettled', 'somebody may have taken the ccTLD over');
    }
    if (view.frozen !== undefined) {
      throw new Temporary('frozen', 'changes for this ccTLD are stopped');
    }
    return view;
  } catch (error) {
    if (error instanceof Temporary) await tellWaiting(deps, found, cctld, error.reason);
    throw error;
  }
}

// Who approved was told of a change: that it waits must not be a secret, nor be said at every try.
async function tellWaiting(
  { db, now, random, domain, settings }: ApplyDeps,
  { id, version }: Case,
  cctld: Cctld,
  reason: string,
): Promise<void> {
  const why = isReason(reason) ? REASONS[reason] : reason;
  await db.transaction().execute(async (trx) => {
    const isNews = await setWaiting(trx, id, reason);
    if (!isNews || reason === 'frozen') return;
    const setting = { caseId: id, step: `waits-v${version}-${reason}`, now: now(), random, domain };
    for (const letter of toValidators(settings, 'alarm-registry', { cctld, why })) {
      await addLetter(trx, letter, setting);
    }
  });
}

// New members first, on the list server, then our own record: if the first fails nothing has changed.
async function bringIn(deps: ApplyDeps, found: Case, change: CaseChange, job: Job): Promise<void> {
  const isIn = change.next.state === 'applied';
  const coming = await comingIn(deps.db, isIn ? change.next : found);
  try {
    if (isIn) for (const member of coming) await deps.listServer.ensure(member);
    else await takeBack(deps, coming);
    await commitChange(deps, change, job);
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    await takeBack(deps, coming);
    if (error instanceof Conflict || error instanceof LeaseLost) throw error;
    if (error instanceof Temporary) {
      await setWaiting(deps.db, found.id, error.reason);
      throw error;
    }
    const why = error instanceof Error ? error.message : String(error);
    const failed = decideApplyFailed({ now: deps.now(), settings: deps.settings }, found, why);
    if (failed === undefined) throw error;
    await commitChange(deps, failed, job);
  }
}

// Whoever was let in already, and does not come on the list after all, is taken off again.
async function takeBack(
  { db, listServer, now }: ApplyDeps,
  coming: readonly Pick<Member, 'address'>[],
): Promise<void> {
  if (listServer.name === 'builtin') return;
  for (const { address } of coming) await followAddress(db, address, now());
}

// Who is on the list already is there, or was taken off there because mail does not arrive.
async function comingIn(db: Db, draft: CaseDraft): Promise<Member[]> {
  const all = membersAfter(draft);
  const known = await knownPersons(
    db,
    all.map(({ address }) => address),
  );
  return all.filter(({ address }) => !known.some((one) => one.address === address));
}

function membersAfter(draft: CaseDraft): Member[] {
  if (isOwn(draft.kind)) return membersOf(draft);
  return draft.request.after.map(({ address, firstName, lastName }) => ({
    address,
    name: `${firstName} ${lastName}`,
  }));
}

/**
 * Makes the list server hold an address or not, as the roster says now; then the lists are compared. Who
 * is on the list but cannot be reached is taken off there, and comes back when mail arrives again.
 */
export async function followMember(
  { db, listServer, now }: Pick<ApplyDeps, 'db' | 'listServer' | 'now'>,
  job: Job,
): Promise<void> {
  const address = String(job.payload['address']) as Address;
  const [known] = await knownPersons(db, [address]);
  const isSentTo = known !== undefined && !(await isUnreachable(db, address));
  try {
    if (!isSentTo) await listServer.drop(address);
    else await listServer.ensure({ address, name: `${known.firstName} ${known.lastName}` });
  } finally {
    await mustBeLatest(db, job, address, now());
  }
  await finishJob(db, job);
  await compareSoon(db, now());
}

/** Milliseconds; longer than two workers need who take the work from each other. */
const APART = 60_000;

// Another worker may have been done while this one waited for an answer: then this one, and not the other,
// had the last word on the list server, with what the roster said before.
async function mustBeLatest(db: Db, job: Job, address: Address, now: Date): Promise<void> {
  try {
    await holdLease(db, job, now);
  } catch (error) {
    if (error instanceof LeaseLost)
      await followAddress(db, address, new Date(now.getTime() + APART));
    throw error;
  }
}

interface FollowAnchorsDeps extends Committing {
  readonly settings: Settings;
  readonly log: DoorLog;
}

/**
 * Tells every open case whose Admin Contact address is no longer the one that counts. Safe to call
 * at any time and by several engines: a case is told once, because the telling changes it.
 */
export async function followAnchors(deps: FollowAnchorsDeps): Promise<void> {
  const all = await casesWithOldAnchor(deps.db);
  await followEach(
    deps.log,
    all,
    ({ id }) => `case ${id}`,
    (one) => followAnchor(deps, one),
  );
}

async function followAnchor(deps: FollowAnchorsDeps, one: Case): Promise<void> {
  const state = one.cctld && (await findRegistry(deps.db, one.cctld));
  if (!state) return;
  const roster = await readRoster(deps.db, [state.cctld]);
  const at = { now: deps.now(), settings: deps.settings };
  const list = { roster, known: await knownTo(deps.db, one, roster) };
  const change = decideAnchor(at, one, viewOf(state), list);
  if (change !== undefined) await commitChange(deps, change);
}
