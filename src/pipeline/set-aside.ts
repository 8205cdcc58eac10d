/** Mails that cannot be processed: set aside or handed to people, never lost, nothing waits behind. */

import { toValidators } from '../machines/answers.ts';
import type { Decision } from '../machines/decision.ts';
import { leave } from '../machines/decision.ts';
import type { Settings } from '../machines/facts.ts';
import { isReason } from '../machines/reasons.ts';
import type { Temporary } from '../machines/words/trouble.ts';
import { commitDecision, type Committing } from '../store/commit.ts';
import { findMail } from '../store/inbox.ts';
import type { Job } from '../store/jobs.ts';
import type { Meter } from './metrics.ts';

export interface SetAsideDeps extends Committing {
  readonly settings: Settings;
  readonly metrics?: Meter;
}

/** Sets a mail aside whose processing failed again and again, and tells the Validators. */
export async function quarantine(deps: SetAsideDeps, job: Job, why: string): Promise<void> {
  const inboxId = Number(job.payload['inboxId']);
  const letters = toValidators(deps.settings, 'alarm-quarantine', {
    inboxId,
    why: why.slice(0, 300),
  });
  const decision: Decision = { ...leave('quarantined', 'process-failed'), letters };
  await commit(deps, job, inboxId, decision, { error: why.slice(0, 2_000) });
}

/** Gives a mail to the Validators for which the outside world had no answer for days. */
export async function passOnUnread(deps: SetAsideDeps, job: Job, error: Temporary): Promise<void> {
  const inboxId = Number(job.payload['inboxId']);
  const reason = isReason(error.reason) ? error.reason : 'process-failed';
  const letters = toValidators(deps.settings, 'alarm-quarantine', { inboxId, why: error.message });
  await commit(
    deps,
    job,
    inboxId,
    { ...leave('quarantined', reason), letters },
    {
      error: error.message,
    },
  );
}

async function commit(
  deps: SetAsideDeps,
  job: Job,
  inboxId: number,
  decision: Decision,
  detail: Record<string, unknown>,
): Promise<void> {
  const row = await findMail(deps.db, inboxId);
  const cause = { inboxId, sha256: row?.raw_sha256 ?? '', class: 'quarantined' as const, detail };
  await commitDecision(deps, decision, cause, job);
  const seconds =
    row === undefined ? 0 : (deps.now().getTime() - row.received_at.getTime()) / 1_000;
  deps.metrics?.mail({ class: 'quarantined', outcome: decision.outcome, seconds });
}
