/** What a change in the registry leads to: its case, letters to both Admin Contacts, codes that end. */

import type { CaseChange } from '../machines/decision.ts';
import type { Settings } from '../machines/facts.ts';
import { decideMoved, decideMovedTimer, type Moved, tellBoth } from '../machines/moved-case.ts';
import { differencesOf } from '../machines/registry-score.ts';
import type { Case } from '../machines/words/case.ts';
import { appendAudit } from '../store/audit.ts';
import { casesOpenSince } from '../store/cases.ts';
import { commitChange, commitChanges, type Committing } from '../store/commit.ts';
import type { Db } from '../store/db.ts';
import { finishJob, type Job } from '../store/jobs.ts';
import { addLetter } from '../store/letters.ts';
import { findRegistry, findSnapshot, anchorOf } from '../store/registry.ts';
import { findChange, type HistoryRow, setCaseOfChange } from '../store/registry-changes.ts';
import { readRoster } from '../store/roster.ts';
import { revokeTokensOfAnchor } from '../store/tokens.ts';
import { viewOf } from './gather.ts';

export interface FollowMovedDeps extends Committing {
  readonly settings: Settings;
}

/** True for the job that `noteChange` puts. */
export function isRegistryChange(job: Job): boolean {
  return job.payload['registryChange'] !== undefined;
}

/**
 * Does all that follows from one change that counted, and ends its job, in one transaction: it happens
 * once, whatever dies meanwhile.
 */
export async function followChange(deps: FollowMovedDeps, job: Job): Promise<void> {
  const { db, settings, now } = deps;
  const row = await findChange(db, Number(job.payload['registryChange']));
  const moved = row && (await gather(db, row));
  if (row === undefined || moved === undefined) return finishJob(db, job);
  const change = decideMoved({ now: now(), settings }, moved);
  const changes: CaseChange[] = change === undefined ? [] : [change];
  await commitChanges(deps, changes, job, async (trx, at) => {
    if (change !== undefined) await setCaseOfChange(trx, row.id, await caseOf(trx, row, change));
    await endOldAnchor(deps, trx, { row, moved, at });
  });
}

async function gather(db: Db, row: HistoryRow): Promise<Moved | undefined> {
  const { cctld, id: changeId, verdict, score, fields: step, base, after } = row;
  const state = await findRegistry(db, cctld);
  const [old, first, last] = [
    await findSnapshot(db, row.before),
    await findSnapshot(db, base),
    await findSnapshot(db, after),
  ];
  if (state === undefined || old === undefined || first === undefined || last === undefined)
    return undefined;
  const registry = { ...viewOf(state), anchor: anchorOf(last), snapshotId: after };
  return {
    changeId,
    verdict,
    score,
    step,
    all: differencesOf(first, last),
    from: base,
    to: after,
    before: old,
    base: first,
    registry,
    roster: await readRoster(db, [cctld]),
    open: await casesOpenSince(db, cctld, row.at),
  };
}

async function caseOf(trx: Db, { cctld, at }: HistoryRow, { was }: CaseChange): Promise<number> {
  if (was !== undefined) return was.id;
  const all = await casesOpenSince(trx, cctld, at);
  const made = all.findLast(({ kind }) => kind === 'redelegation');
  if (made === undefined) throw new Error('the case that was just opened is not there');
  return made.id;
}

// What is suspected is told to nobody new: who is suspected would learn of it, and codes would go there.
async function endOldAnchor(
  { domain, random }: FollowMovedDeps,
  trx: Db,
  { row, moved, at }: { readonly row: HistoryRow; readonly moved: Moved; readonly at: Date },
): Promise<void> {
  const { cctld, id } = row;
  const [oldAnchor, newAnchor] = [anchorOf(moved.before), moved.registry.anchor];
  if (oldAnchor === newAnchor) return;
  const voided = await revokeTokensOfAnchor(trx, { cctld, anchor: oldAnchor, at });
  const { open, roster } = moved;
  const around = { at: row.at, open, roster, oldAnchor, newAnchor };
  const letters = row.verdict === 'redelegation' ? [] : tellBoth(around, cctld);
  const setting = { step: `registry-change-${id}`, now: at, random, domain };
  for (const letter of letters) await addLetter(trx, letter, setting);
  await appendAudit(trx, {
    at,
    actor: 'registry',
    reason: 'registry-anchor',
    cctld,
    snapshotId: row.after,
    facts: { change: id, from: oldAnchor, to: newAnchor, voided },
    before: {},
    after: { letters: letters.map(({ letter, to }) => `${letter} to ${to}`) },
  });
}

/** A timer of a case about a change in the registry ran out. */
export async function fireMovedTimer(deps: FollowMovedDeps, found: Case, job: Job): Promise<void> {
  const { db, settings, now } = deps;
  const roster = found.cctld === undefined ? [] : await readRoster(db, [found.cctld]);
  const open = found.cctld === undefined ? [] : await casesOpenSince(db, found.cctld, now());
  const timer = String(job.payload['timer']);
  const change = decideMovedTimer({ now: now(), settings }, found, timer, { roster, open });
  return change === undefined ? finishJob(db, job) : commitChange(deps, change, job);
}
