/** Asks an SSC whose mail came back, by a letter of their own, before anything is concluded (design 9). */

import type { LetterEffect } from '../machines/decision.ts';
import type { RegistryView, Settings } from '../machines/facts.ts';
import { openLost } from '../machines/lost-case.ts';
import { nextStep, scoreOf } from '../machines/reachability.ts';
import type { Address } from '../machines/words/address.ts';
import type { Cctld } from '../machines/words/cctld.ts';
import { Temporary } from '../machines/words/trouble.ts';
import { appendAudit, lockChain } from '../store/audit.ts';
import { Conflict } from '../store/cases.ts';
import { commitChanges, type Committing } from '../store/commit.ts';
import { finishJob, type Job } from '../store/jobs.ts';
import { addLetter } from '../store/letters.ts';
import { armNextStep, lostCases, markUnreachable, type Reach, readReach } from '../store/reach.ts';
import { readRoster } from '../store/roster.ts';
import { viewOf } from './gather.ts';
import type { Registry } from './registry.ts';

export interface ProbeDeps extends Committing {
  readonly settings: Settings;
  readonly registry: Registry;
}

/** How long an answer to our letter is one. */
const LIFE = 30 * 86_400_000;

export function isProbe(job: Job): boolean {
  return job.payload['probe'] !== undefined;
}

/**
 * Does what is due about an address: sends the letter that asks, or gives the person up. Throws Temporary
 * while the registry cannot say whom to ask then.
 */
export async function sendProbe(deps: ProbeDeps, job: Job): Promise<void> {
  const { db, now } = deps;
  const address = String(job.payload['probe']) as Address;
  const reach = await readReach(db, address);
  if (reach !== undefined && nextStep(reach, now()).do === 'give-up')
    return giveUp(deps, reach, job);
  await db.transaction().execute(async (trx) => {
    await lockChain(trx);
    await finishJob(trx, job);
    const standing = await readReach(trx, address);
    const at = now();
    const next = standing === undefined ? undefined : nextStep(standing, at);
    if (standing !== undefined && next?.do === 'ask' && next.at <= at) {
      const { random, domain } = deps;
      const step = `probe-${at.toISOString()}`;
      await addLetter(trx, letterTo(standing), { step, now: at, random, domain });
    }
    await armNextStep(trx, address, at);
  });
}

function letterTo(reach: Reach): LetterEffect<'probe'> {
  const { address, cctlds, probes, unreachableSince } = reach;
  const isAgain = probes.some(({ back }) => back.length > 0);
  const how = unreachableSince === undefined ? (isAgain ? 'again' : 'first') : 'stopped';
  return {
    type: 'letter',
    letter: 'probe',
    to: address,
    data: { cctlds, how },
    token: { purpose: 'probe', digest: '', lifeMs: LIFE },
    once: 'step',
  };
}

// The person stays on the list: the Admin Contacts are asked, in the transaction that stops the copies.
async function giveUp(deps: ProbeDeps, reach: Reach, job: Job): Promise<void> {
  const { db, settings, now } = deps;
  const { address, cctlds, returned, said } = reach;
  const registry = await viewsOf(deps.registry, cctlds);
  const open = (await lostCases(db)).filter(({ requester }) => requester === address);
  const changes = openLost({
    now: now(),
    settings,
    person: reach,
    returned,
    ...(said === undefined ? {} : { said }),
    roster: await readRoster(db, cctlds),
    registry,
    open: new Set(open.flatMap(({ cctld }) => cctld ?? [])),
  });
  await commitChanges(deps, changes, job, async (trx, at) => {
    // They may have written to us while the registry was asked.
    const again = await readReach(trx, address);
    if (again === undefined || nextStep(again, at).do !== 'give-up')
      throw new Conflict(`${address} was heard of meanwhile`);
    await markUnreachable(trx, address, at);
    const score = Math.round(scoreOf(again.returned, at) * 100) / 100;
    await appendAudit(trx, {
      at,
      actor: 'engine',
      reason: 'unreachable',
      facts: { address, score, cctlds: cctlds.join(' ') },
      before: {},
      after: {},
    });
    await armNextStep(trx, address, at);
  });
}

// A ccTLD that the registry does not list any more has nobody to ask: that is for the Validators.
async function viewsOf(
  registry: Registry,
  cctlds: readonly Cctld[],
): Promise<Map<Cctld, RegistryView>> {
  const views = new Map<Cctld, RegistryView>();
  for (const cctld of cctlds) {
    const looked = await registry.look(cctld);
    if (looked.kind !== 'known') continue;
    const view = viewOf(looked.state);
    if (view.unsettledAnchor !== undefined)
      throw new Temporary('registry-unsettled', 'the Admin Contact address is changing');
    views.set(cctld, view);
  }
  return views;
}
