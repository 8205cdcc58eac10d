/** Keeps invitations in step with list, requests and registry, and does what their time asks for. */

import type { RegistryView, Settings } from '../machines/facts.ts';
import { decideInviteTimer, followInvitation } from '../machines/invite-case.ts';
import type { Case } from '../machines/words/case.ts';
import type { Cctld } from '../machines/words/cctld.ts';
import { Temporary } from '../machines/words/trouble.ts';
import { findCase, openCases, setWaiting } from '../store/cases.ts';
import { commitChange, type Committing } from '../store/commit.ts';
import { invitationsToFollow, invitedAt } from '../store/invitations.ts';
import { finishJob, type Job, postponeJob } from '../store/jobs.ts';
import { findRegistry } from '../store/registry.ts';
import { readRoster } from '../store/roster.ts';
import type { DoorLog } from './accept.ts';
import { followEach } from './follow-each.ts';
import { viewOf } from './gather.ts';
import type { Registry } from './registry.ts';

interface Deps extends Committing {
  readonly settings: Settings;
  readonly log: DoorLog;
}

const DAY = 86_400_000;
/** A letter with a code goes to whom the registry names now, and not to whom it named last week. */
const FRESH = 3_600_000;

/**
 * Moves every invitation whose surroundings have changed. Safe to call at any time and by several engines:
 * a case is moved once, because the move changes it.
 */
export async function followInvitations(deps: Deps): Promise<void> {
  const all = await invitationsToFollow(deps.db);
  await followEach(
    deps.log,
    all,
    ({ id }) => `case ${id}`,
    (one) => followOne(deps, one),
  );
}

async function followOne(
  deps: Deps,
  { id, cctld }: { readonly id: number; readonly cctld: Cctld },
) {
  const found = await findCase(deps.db, id);
  const state = await findRegistry(deps.db, cctld);
  const change =
    found && followInvitation(at(deps), found, await around(deps, found, state && viewOf(state)));
  if (change !== undefined) await commitChange(deps, change);
}

/**
 * The timer of an invitation: each letter goes out after a fresh look at the registry and the list; a
 * reminder waits while a request is open. Throws Temporary when the registry gives no answer that
 * counts: the letter waits.
 */
export async function fireInvitation(
  deps: Deps & { readonly registry: Registry },
  job: Job,
  found: Case,
): Promise<void> {
  const { cctld } = found;
  if (cctld === undefined) return finishJob(deps.db, job);
  const isWave = found.state === 'planned';
  const stored = await findRegistry(deps.db, cctld);
  const writes = isWave || isReminder(job);
  const view = writes ? await freshView(deps, found, cctld) : stored && viewOf(stored);
  const facts = await around(deps, found, view);
  const followed = followInvitation(at(deps), found, facts);
  if (followed !== undefined) return commitChange(deps, followed, job);
  // What anybody could have opened: it may be the answer, and may be none.
  if (!isWave && facts.requests.length > 0)
    return postponeJob(deps.db, job, new Date(deps.now().getTime() + DAY), 'answered', true);
  const wave = isWave && view !== undefined ? await waveOf(deps, view) : undefined;
  const change = decideInviteTimer(at(deps), found, String(job.payload['timer']), wave);
  return change === undefined ? finishJob(deps.db, job) : commitChange(deps, change, job);
}

function isReminder({ payload }: Job): boolean {
  return /\.(?:reminder|lastReminder)\./.test(String(payload['timer']));
}

// Never lost: why it waits is shown with the case, and it is tried again.
async function freshView(
  deps: Deps & { readonly registry: Registry },
  { id }: Case,
  cctld: Cctld,
): Promise<RegistryView> {
  try {
    const looked = await deps.registry.look(cctld, { maxAgeMs: FRESH });
    if (looked.kind === 'unknown') throw new Temporary('registry-absent', 'not listed');
    const view = viewOf(looked.state);
    if (view.unsettledAnchor !== undefined)
      throw new Temporary('registry-unsettled', 'another address has not stood long enough');
    return view;
  } catch (error) {
    if (error instanceof Temporary) await setWaiting(deps.db, id, error.reason);
    throw error;
  }
}

async function waveOf({ db }: Deps, view: RegistryView) {
  const all = await invitedAt(db, view.anchor);
  return { registry: view, others: all.filter((one) => one !== view.cctld) };
}

async function around({ db }: Deps, found: Case, registry: RegistryView | undefined) {
  const cctlds = found.cctld === undefined ? [] : [found.cctld];
  return {
    roster: await readRoster(db, cctlds),
    requests: (await openCases(db, cctlds, found.requester)).filter(
      (one) => one.cctld === found.cctld,
    ),
    ...(registry === undefined ? {} : { registry }),
  };
}

function at({ now, settings }: Deps) {
  return { now: now(), settings };
}
