/** Takes one due job after the other: claims it, does it, and sees to it when it fails. */

import { passOnUnread, quarantine } from './set-aside.ts';
import { decideTimer } from '../machines/upkeep.ts';
import type { Cctld } from '../machines/words/cctld.ts';
import { Temporary } from '../machines/words/trouble.ts';
import { Conflict, findCase } from '../store/cases.ts';
import { commitChange } from '../store/commit.ts';
import { type Db, isDatabaseAway } from '../store/db.ts';
import { waitsFor } from '../store/inbox.ts';
import { findLetter } from '../store/letters.ts';
import { findRegistry } from '../store/registry.ts';
import {
  buryJob,
  claimJob,
  finishJob,
  type Job,
  LeaseLost,
  postponeJob,
  renewLease,
  restartJob,
} from '../store/jobs.ts';
import type { DoorLog } from './accept.ts';
import { applyCase, type ApplyDeps, followMember, followAnchors } from './apply.ts';
import { deliver, type DeliverDeps, giveUp } from './deliver.ts';
import { type BroadcastDeps, composePost, giveUpPost } from './broadcast.ts';
import { type CopiesDeps, giveUpCopies, handOverCopies, tellStuck } from './copies.ts';
import { beginYearly, type CheckDeps, followCheck, isCheck, isYearly } from './check.ts';
import { isDigest, sendDigest } from './digest.ts';
import { followUnreachable, isAnswered } from './follow-lost.ts';
import { fireInvitation, followInvitations } from './follow-invites.ts';
import { fireMovedTimer, followChange, isRegistryChange } from './follow-moved.ts';
import { isIssue, type IssueDeps, sendIssue } from './issue.ts';
import { isProbe, sendProbe } from './probe.ts';
import { compareSoon, isReconcile, reconcile } from './reconcile.ts';
import { isStatistics, sendStatistics, type StatisticsDeps } from './statistics-letter.ts';
import { isRefresh, refreshRegistry, type RefreshDeps } from './refresh.ts';
import { isWatch, watchRegistry } from './watch.ts';
import { processMail, type ProcessDeps } from './process.ts';

export interface WorkDeps
  extends
    ProcessDeps,
    ApplyDeps,
    DeliverDeps,
    BroadcastDeps,
    CopiesDeps,
    IssueDeps,
    StatisticsDeps,
    CheckDeps,
    RefreshDeps {
  /** Names this worker in the leases. */
  readonly worker: string;
  readonly log: DoorLog;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Tries of a mail whose processing throws, before it is set aside (design 2), and the pauses. */
const PAUSES = [SECOND, 5 * SECOND, 15 * SECOND];

/** Pauses while something outside does not answer; the last one is repeated. */
const WAITS = [30 * SECOND, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE];

/** A third of a lease: a relay may take ten minutes for its reply (RFC 5321 4.5.3.2.6). */
const HEARTBEAT = 20 * SECOND;

/** RFC 5321 4.5.4.1: after five days a mail system gives up. */
const GIVE_UP = 5 * DAY;

/** Does the job that has been due the longest; false when nothing is due. */
export async function workOnce(deps: WorkDeps): Promise<boolean> {
  const job = await claimJob(deps.db, deps.worker, deps.now());
  if (job === undefined) return false;
  const heart = setInterval(() => {
    renewLease(deps.db, job, deps.now()).catch(() => undefined);
  }, HEARTBEAT);
  try {
    await doJob(deps, job);
  } catch (error) {
    await settle(deps, job, error).catch(unlessLeaseLost);
  } finally {
    clearInterval(heart);
  }
  return true;
}

// Whoever has the job now sees to it.
function unlessLeaseLost(error: unknown): void {
  if (!(error instanceof LeaseLost)) throw error;
}

async function doJob(deps: WorkDeps, job: Job): Promise<void> {
  // It was taken up again and again and never came to an end: it ends the process.
  if (job.attempts > PAUSES.length + 1) throw endless(job);
  switch (job.kind) {
    case 'mail':
      await followAnchors(deps);
      // A freeze voids codes that are out, also where the next mail allows changes again.
      await followUnreachable(deps);
      await followInvitations(deps);
      return processMail(deps, job);
    case 'letter':
      return deliver(deps, job);
    case 'apply':
      await applyCase(deps, job);
      await followAnchors(deps);
      await followUnreachable(deps);
      await followInvitations(deps);
      return;
    case 'member':
      return followMember(deps, job);
    case 'broadcast':
      return composePost(deps, job);
    case 'copies':
      return handOverCopies(deps, job);
    case 'timer':
      return (everyDay(job) ?? fireTimer)(deps, job);
  }
}

// A slow relay and a few restarts must not cost a hundred people a post: copies rest, and go on.
function endless({ kind }: Job): Error {
  const words = 'the process ended during this work';
  return kind === 'copies' ? new Temporary('interrupted', words) : new Error(words);
}

// What is done again and again, or must be done at last.
function everyDay(job: Job): ((deps: WorkDeps, job: Job) => Promise<void>) | undefined {
  if (isWatch(job)) return watchRegistry;
  if (isRefresh(job)) return refreshRegistry;
  if (isDigest(job)) return sendDigest;
  if (isIssue(job)) return sendIssue;
  if (isProbe(job)) return sendProbe;
  if (isRegistryChange(job)) return followChange;
  if (isStatistics(job)) return sendStatistics;
  if (isYearly(job)) return beginYearly;
  if (isCheck(job)) return followCheck;
  return isReconcile(job) ? reconcile : undefined;
}

async function fireTimer(deps: WorkDeps, job: Job): Promise<void> {
  const found = await findCase(deps.db, Number(job.payload['caseId']));
  if (found?.kind === 'invite') return fireInvitation(deps, job, found);
  if (found?.kind === 'redelegation') return fireMovedTimer(deps, found, job);
  const at = { now: deps.now(), settings: deps.settings };
  // Nobody can answer while changes are stopped: the time of an answer does not run out then.
  if (found?.cctld !== undefined && (await isFrozen(deps.db, found.cctld)) && waitsForAnswer(job))
    return postponeJob(deps.db, job, later(at.now, DAY), 'frozen', true);
  if (found?.kind === 'unreachable' && waitsForAnswer(job) && (await isAnswered(deps.db, found)))
    return postponeJob(deps.db, job, later(at.now, DAY), 'answered', true);
  const change = found && decideTimer(at, found, String(job.payload['timer']));
  if (change === undefined) return finishJob(deps.db, job);
  return commitChange(deps, change, job);
}

function waitsForAnswer({ payload }: Job): boolean {
  return /\.(?:answer|reminder|lastReminder)\./.test(String(payload['timer']));
}

async function isFrozen(db: Db, cctld: Cctld): Promise<boolean> {
  return (await findRegistry(db, cctld))?.frozen !== undefined;
}

async function settle(deps: WorkDeps, job: Job, error: unknown): Promise<void> {
  if (error instanceof LeaseLost) return;
  // Without the database nothing can be written down; the lease runs out and the job comes back.
  if (isDatabaseAway(error)) throw error;
  const now = deps.now();
  const words = error instanceof Error ? error.message : String(error);
  if (error instanceof Conflict) return postponeJob(deps.db, job, later(now, SECOND), words, true);
  if (error instanceof Temporary) return wait(deps, job, error, now);
  deps.log.error({ job: job.key, err: error }, 'a job failed');
  const pause = PAUSES[job.attempts - 1];
  if (pause !== undefined) return postponeJob(deps.db, job, later(now, pause), words, false);
  if (job.kind === 'mail') return quarantine(deps, job, words);
  if (job.kind === 'broadcast') return giveUpPost(deps, job, words);
  // They are never given up before the time is over.
  if (job.kind === 'copies') return wait(deps, job, new Temporary('interrupted', words), now);
  // What is done day after day is never given up; the next one tells what this one could not.
  if (job.kind === 'timer' && everyDay(job) !== undefined)
    return restartJob(deps.db, job, later(now, HOUR), words);
  return buryJob(deps.db, job, now, words);
}

async function wait(deps: WorkDeps, job: Job, error: Temporary, now: Date): Promise<void> {
  const age = now.getTime() - job.created_at.getTime();
  deps.log.warn({ job: job.key, reason: error.reason }, 'a job waits');
  // The comparison notices how long this lasts, and tells the Validators.
  if (waitsForMailman(deps, job, error)) await compareSoon(deps.db, now);
  if (age > GIVE_UP && job.kind === 'mail') return passOnUnread(deps, job, error);
  if (age > GIVE_UP && job.kind === 'copies') return giveUpCopies(deps, job, error.message);
  // A fault of ours, or a relay that is away for long: people may have to be called.
  if (job.kind === 'copies' && (error.reason === 'interrupted' || age > 4 * HOUR))
    await tellStuck(deps, job, error.message);
  if (age > GIVE_UP && job.kind === 'letter') {
    const letter = await findLetter(deps.db, Number(job.payload['letterId']));
    if (letter !== undefined) return giveUp(deps, job, letter, error.message);
  }
  if (job.kind === 'mail') await waitsFor(deps.db, Number(job.payload['inboxId']), error.reason);
  const pause = WAITS.find((one) => age < one * 4) ?? 15 * MINUTE;
  // Copies are counted anew: work that came to its end has not ended the process.
  const spent = job.kind === 'copies' ? { ...job, attempts: 1 } : job;
  await postponeJob(deps.db, spent, later(now, pause), `${error.reason}: ${error.message}`, true);
}

function waitsForMailman({ listDoor }: WorkDeps, { kind }: Job, { reason }: Temporary): boolean {
  return reason.startsWith('list-server-') || (kind === 'copies' && listDoor !== undefined);
}

function later(now: Date, pause: number): Date {
  return new Date(now.getTime() + pause);
}
