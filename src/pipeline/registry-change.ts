/** What follows when a change in the registry counts: its history at once, and a job for the rest. */

import { differencesOf, scoreOf, verdictOf } from '../machines/registry-score.ts';
import { SUSPECTED } from '../machines/facts.ts';
import type { Db } from '../store/db.ts';
import { putJob } from '../store/jobs.ts';
import type { Recorded } from '../store/record-answer.ts';
import { freeze } from '../store/registry.ts';
import { addChange, findBase } from '../store/registry-changes.ts';

const DAY = 86_400_000;
/** A transfer comes in two or three edits: what comes within this time is scored together. */
const TOGETHER = 30 * DAY;

/**
 * Told in the transaction that makes a change count. What looks like a redelegation is frozen in that
 * very moment; the letters, the case and the audit trail are a job's, which comes after every crash
 * (the audit trail must be locked before any row, and the ccTLD's row is held here).
 */
export async function noteChange(trx: Db, recorded: Recorded, at: Date): Promise<void> {
  const { before, state } = recorded;
  if (before === undefined || state === undefined) return;
  const { cctld, snapshotId, record } = state;
  const fields = differencesOf(before.record, record);
  if (fields.length === 0) return;
  const base = (await findBase(trx, cctld, new Date(at.getTime() - TOGETHER))) ?? before;
  const score = scoreOf(differencesOf(base.record, record));
  const verdict = verdictOf({ base: base.record, before: before.record, after: record });
  const id = await addChange(trx, {
    cctld,
    at,
    before: before.snapshotId,
    base: base.snapshotId,
    after: snapshotId,
    fields,
    score,
    verdict,
  });
  if (verdict === 'redelegation') await freeze(trx, cctld, SUSPECTED.by, SUSPECTED.reason, at);
  if (scoreOf(fields) === 0 && verdict === 'details') return;
  const payload = { registryChange: id };
  await putJob(trx, { key: `registry-change:${id}`, kind: 'timer', payload, runAt: at, now: at });
}
