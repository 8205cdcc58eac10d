/** Sends the contact list to everybody on it: monthly, and weekly when it has changed (design 10). */

import { toValidators } from '../machines/answers.ts';
import type { Settings } from '../machines/facts.ts';
import { type Due, weighIssue } from '../machines/issue/due.ts';
import { type Issue, ISSUE_TLP, makeIssue } from '../machines/issue/issue.ts';
import { type IssueKind, issueMessageId, periodOf } from '../machines/issue/period.ts';
import type { Address } from '../machines/words/address.ts';
import type { ListNames } from '../machines/words/list-address.ts';
import { appendAudit, lockChain } from '../store/audit.ts';
import { unconfirmedPeople } from '../store/check-people.ts';
import { addCopies, addIssueBroadcast } from '../store/broadcasts.ts';
import type { Db } from '../store/db.ts';
import {
  addIssue,
  findIssue,
  frozenCctlds,
  lastIssue,
  listsSent,
  unreachablePeople,
} from '../store/issues.ts';
import { findJob, finishJob, type Job, putJob } from '../store/jobs.ts';
import { addLetter } from '../store/letters.ts';
import { membersToMail } from '../store/members.ts';
import { readRoster } from '../store/roster.ts';
import { issueMessage } from './issue-message.ts';
import { nextTime } from './schedule.ts';

/** What an issue is made with, by the engine or by the operator's command. */
export interface IssueMaking {
  readonly db: Db;
  readonly names: ListNames;
  readonly settings: Pick<Settings, 'validators'>;
  readonly now: () => Date;
  readonly random: (size: number) => Buffer;
}

export interface IssueDeps extends IssueMaking {
  readonly settings: Settings;
  readonly schedule: Schedule;
}

/** Patterns of crontab(5), in UTC. */
export interface Schedule {
  readonly monthly: string;
  readonly weekly: string;
}

const KINDS = ['monthly', 'weekly'] as const;
type Scheduled = (typeof KINDS)[number];

/**
 * Makes sure that both are among the jobs; safe to call at each start, by several engines. A row that is
 * due keeps its time: what was missed while no engine ran is sent late, and once. Another one follows a
 * schedule that was changed meanwhile, and a clock that was ahead and is put right.
 */
export async function startIssues(db: Db, now: Date, schedule: Schedule): Promise<void> {
  for (const kind of KINDS) {
    const found = await findJob(db, keyOf(kind));
    const isDue = found !== undefined && found.run_at <= now;
    const isCurrent =
      found?.payload['pattern'] === schedule[kind] && found.run_at <= nextTime(schedule[kind], now);
    if (found === undefined || found.dead_at !== null || (!isDue && !isCurrent))
      await arm(db, kind, schedule, now, isDue ? found.run_at : undefined);
  }
}

export function isIssue(job: Job): boolean {
  return job.payload['issue'] !== undefined;
}

/** Sends the issue that is due, or nothing, and arms itself again, all in one transaction. */
export async function sendIssue(deps: IssueDeps, job: Job): Promise<void> {
  const kind: Scheduled = job.payload['issue'] === 'weekly' ? 'weekly' : 'monthly';
  const at = deps.now();
  await deps.db.transaction().execute(async (trx) => {
    await lockChain(trx);
    await finishJob(trx, job);
    const monthlyIsDue = kind === 'weekly' && (await willSendMonthly(trx, at));
    await publish(deps, trx, { kind, dueAt: job.run_at, monthlyIsDue }, at);
    await arm(trx, kind, deps.schedule, at);
  });
}

// One whose month has its issue already will send none.
async function willSendMonthly(trx: Db, at: Date): Promise<boolean> {
  const job = await findJob(trx, keyOf('monthly'));
  if (job === undefined || job.dead_at !== null || job.run_at > at) return false;
  return (await findIssue(trx, periodOf('monthly', job.run_at))) === undefined;
}

function keyOf(kind: Scheduled): string {
  return `issue:${kind}`;
}

async function arm(
  db: Db,
  kind: Scheduled,
  schedule: Schedule,
  now: Date,
  runAt = nextTime(schedule[kind], now),
): Promise<void> {
  const payload = { issue: kind, pattern: schedule[kind] };
  await putJob(db, { key: keyOf(kind), kind: 'timer', payload, runAt, now });
}

/** What came of it; the issue as it is, or would be. */
export interface Published {
  readonly due: Due;
  readonly period: string;
  readonly issue: Issue;
  readonly readers: readonly Address[];
}

/** An issue out of turn, on an operator's word: once a day. */
export async function sendExtra(by: IssueMaking): Promise<Published> {
  const at = by.now();
  return by.db.transaction().execute(async (trx) => {
    await lockChain(trx);
    return publish(by, trx, { kind: 'extra', dueAt: at, monthlyIsDue: false }, at);
  });
}

/** What `sendExtra` would send now; nothing is written. */
export async function previewIssue(by: Omit<IssueMaking, 'random'>): Promise<Published> {
  const at = by.now();
  const { issue, readers, due, period } = await look(
    by,
    by.db,
    { kind: 'extra', dueAt: at, monthlyIsDue: false },
    at,
  );
  return { issue, readers, due, period };
}

interface Wanted {
  readonly kind: IssueKind;
  readonly dueAt: Date;
  readonly monthlyIsDue: boolean;
}

async function look(by: Omit<IssueMaking, 'random'>, db: Db, wanted: Wanted, now: Date) {
  const { names, settings } = by;
  // Not that of now: what is late must not take the place of the next one.
  const period = periodOf(wanted.kind, wanted.dueAt);
  const last = await lastIssue(db);
  const roster = await readRoster(db);
  const readers = await membersToMail(db);
  const before = last === undefined ? {} : { last };
  const exists = (await findIssue(db, period)) !== undefined;
  const due = weighIssue({ ...wanted, ...before, now, roster, readers: readers.length, exists });
  const issue = makeIssue({
    names,
    validators: settings.validators,
    now,
    roster,
    ...before,
    frozen: await frozenCctlds(db),
    unreachable: await unreachablePeople(db),
    unconfirmed: await unconfirmedPeople(db),
  });
  return { period, roster, readers, due, issue, since: last?.at };
}

async function publish(by: IssueMaking, trx: Db, wanted: Wanted, at: Date): Promise<Published> {
  const found = await look(by, trx, wanted, at);
  const { due, period, issue, readers } = found;
  if (due === 'send') await send(by, trx, { ...found, kind: wanted.kind }, at);
  if (due === 'nobody' && wanted.kind !== 'extra')
    await tellNobody(by, trx, period, issue.view.entries.length, at);
  return { due, period, issue, readers };
}

interface Sending extends Awaited<ReturnType<typeof look>> {
  readonly kind: IssueKind;
}

async function send(by: IssueMaking, trx: Db, made: Sending, at: Date): Promise<void> {
  const { names } = by;
  const { issue, period, readers, roster } = made;
  const { number, digest } = issue;
  await addIssue(trx, { number, period, at, digest, roster });
  const messageId = issueMessageId(period, names.domain);
  const broadcast = { issueId: number, tlp: ISSUE_TLP, messageId };
  const id = await addIssueBroadcast(trx, broadcast, by, at);
  const times = await listsSent(trx, made.since);
  // People are told how often the whole list was sent to them: those with the same number share a text.
  const groups = Map.groupBy(readers, (address) => times.get(address) ?? 0);
  const editions = [];
  for (const [timesSent, addresses] of groups) {
    const content = await issueMessage(issue, { names, messageId, at, timesSent });
    editions.push({ content, addresses });
  }
  await addCopies(trx, id, editions, by, at);
  await appendAudit(trx, {
    at,
    actor: made.kind === 'extra' ? 'operator' : 'timer',
    reason: 'issue-sent',
    facts: { issue: number, period, digest, copies: readers.length, editions: editions.length },
    before: {},
    after: {},
  });
}

async function tellNobody(
  by: IssueMaking,
  trx: Db,
  period: string,
  places: number,
  now: Date,
): Promise<void> {
  const { settings, random, names } = by;
  const setting = { step: `issue-${period}`, now, random, domain: names.domain };
  for (const letter of toValidators(settings, 'alarm-no-issue', { places }))
    await addLetter(trx, letter, setting);
}
