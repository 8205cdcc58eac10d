/** The yearly check: begins once a year, and asks, reminds and ends as drills do too (design 12). */

import { drillReport } from './drill.ts';
import { type Ask, asksOf, membersIn } from '../machines/check/asks.ts';
import {
  APART,
  BATCH,
  isDue,
  isSilent,
  nextStep,
  PAUSE,
  YEARLY_LASTS,
} from '../machines/check/course.ts';
import {
  checkLetter,
  checkReport,
  drillLetter,
  drillOver,
  drillReports,
} from '../machines/check/letters.ts';
import { summarize } from '../machines/check/summary.ts';
import type { LetterEffect } from '../machines/decision.ts';
import type { Settings } from '../machines/facts.ts';
import { periodOf } from '../machines/issue/period.ts';
import { appendAudit, lockChain } from '../store/audit.ts';
import { readCheckPeople } from '../store/check-people.ts';
import {
  addCheck,
  armCheck,
  armOpenChecks,
  askedIn,
  type AskedRow,
  type Check,
  closeCheck,
  findCheck,
  findPeriod,
  noteAsked,
  noteReminded,
  noteTold,
  openChecks,
  renamePeriod,
  yearlyBetween,
} from '../store/checks.ts';
import type { Db } from '../store/db.ts';
import { stillToAsk } from '../store/drills.ts';
import { findJob, finishJob, type Job, putJob, dueOf } from '../store/jobs.ts';
import { addLetter } from '../store/letters.ts';
import { unreachableAddresses } from '../store/reach.ts';
import { nextTime } from './schedule.ts';

export interface CheckDeps {
  readonly db: Db;
  readonly settings: Settings;
  readonly now: () => Date;
  readonly random: (size: number) => Buffer;
  readonly domain: string;
  /** Pattern of crontab(5), in UTC. */
  readonly yearly: string;
}

const KEY = 'yearly';

/**
 * Makes sure that the yearly check, and the work of all that are open, is among the jobs; safe to call at
 * each start, by several engines. What is due keeps its time, as with issues: what was missed while no
 * engine ran comes late, and once.
 */
export async function startChecks(db: Db, now: Date, yearly: string): Promise<void> {
  await armOpenChecks(db, now);
  const found = await findJob(db, KEY);
  const isDead = found !== undefined && found.dead_at !== null;
  const isDueNow = found !== undefined && dueOf(found) <= now;
  const isCurrent = found?.payload['pattern'] === yearly && found.run_at <= nextTime(yearly, now);
  if (found === undefined || isDead || (!isDueNow && !isCurrent))
    await arm(db, yearly, now, isDueNow ? dueOf(found) : undefined);
}

async function arm(db: Db, yearly: string, now: Date, runAt = nextTime(yearly, now)) {
  const payload = { yearly: true, pattern: yearly, due: runAt.toISOString() };
  await putJob(db, { key: KEY, kind: 'timer', payload, runAt, now });
}

export function isYearly(job: Job): boolean {
  return job.payload['yearly'] === true;
}

export function isCheck(job: Job): boolean {
  return job.payload['check'] !== undefined;
}

/**
 * Begins the check of the year in which the job was due, unless there is one, or everybody was asked so short
 * a time before that it would be too much; and arms itself again.
 */
export async function beginYearly(deps: CheckDeps, job: Job): Promise<void> {
  const at = deps.now();
  const period = periodOf('yearly', dueOf(job));
  await deps.db.transaction().execute(async (trx) => {
    await lockChain(trx);
    await finishJob(trx, job);
    if (await isWanted(trx, period, at)) await begin(deps, trx, period, at);
    await arm(trx, deps.yearly, at);
  });
}

async function isWanted(trx: Db, period: string, at: Date): Promise<boolean> {
  const [from, to] = [at.getTime() - APART, at.getTime() + APART];
  if ((await yearlyBetween(trx, new Date(from), new Date(to))) !== undefined) return false;
  const same = await findPeriod(trx, period);
  if (same === undefined) return true;
  if (same.opened_at <= at) return false;
  // Begun under a clock that was far ahead: nobody can say when those people were asked.
  await renamePeriod(trx, same.id, `${period}, dated ${same.opened_at.toISOString()}`);
  return true;
}

async function begin(deps: CheckDeps, trx: Db, period: string, at: Date): Promise<void> {
  // One that was begun under a wrong clock, or whose end came while no engine ran, is not over yet.
  for (const old of await openChecks(trx, 'yearly')) await end(deps, trx, old, at);
  const closesAt = new Date(at.getTime() + YEARLY_LASTS);
  const id = await addCheck(trx, { kind: 'yearly', period, at, closesAt, by: 'timer' });
  const facts = { check: id, period };
  const note = { at, actor: 'timer', reason: 'check-opened', before: {}, after: {} };
  await appendAudit(trx, { ...note, facts });
}

/** Does what is due in one check or drill, and arms the next step, all in one transaction. */
export async function followCheck(deps: CheckDeps, job: Job): Promise<void> {
  const at = deps.now();
  await deps.db.transaction().execute(async (trx) => {
    await lockChain(trx);
    await finishJob(trx, job);
    const check = await findCheck(trx, Number(job.payload['check']));
    if (check === undefined || check.closed_at !== null) return;
    const rows = await askedIn(trx, check.id);
    const people = await peopleOf(trx, check);
    const left = await leftOf(trx, check, people, rows);
    const step = nextStep(stateOf(check), rows, left.length, at);
    if ('rest' in step) return armCheck(trx, check.id, step.rest, at);
    if (step.do === 'close') return end(deps, trx, check, at);
    if (step.do === 'ask') await ask(deps, trx, check, left.slice(0, BATCH), at);
    else if (step.do === 'tell') await tell(deps, trx, check, people, rows, at);
    else await remind(deps, trx, check, people, rows, at);
    const pause = check.kind === 'yearly' ? PAUSE : 0;
    return armCheck(trx, check.id, new Date(at.getTime() + pause), at);
  });
}

function stateOf({ kind, opened_at, closes_at }: Check) {
  return { kind, openedAt: opened_at, closesAt: closes_at };
}

async function peopleOf(trx: Db, { kind }: Check): Promise<Ask[]> {
  const people = await readCheckPeople(trx);
  return kind === 'yearly' ? asksOf(people) : membersIn(people);
}

async function leftOf(
  trx: Db,
  check: Check,
  people: readonly Ask[],
  rows: readonly AskedRow[],
): Promise<Ask[]> {
  if (check.kind === 'drill') {
    const left = new Set(await stillToAsk(trx, check.id));
    return people.filter(({ address }) => left.has(address));
  }
  const asked = new Set(rows.map(({ address }) => address));
  return people.filter(
    ({ address, confirmedAt }) => !asked.has(address) && isDue(confirmedAt, check.opened_at),
  );
}

async function ask(deps: CheckDeps, trx: Db, check: Check, some: readonly Ask[], at: Date) {
  for (const one of some) {
    await noteAsked(trx, check.id, one.address, at);
    await send(deps, trx, letterTo(check, one, 'first', at), `check-${check.id}`, at);
  }
}

function letterTo(check: Check, one: Ask, turn: 'first' | 'reminder', now: Date): LetterEffect {
  const { id, kind, closes_at: closesAt, words } = check;
  if (kind === 'yearly') return checkLetter({ check: { id, closesAt }, ask: one, turn, now });
  const said = words === null ? {} : { words };
  const cctlds = one.places.map(({ cctld }) => cctld);
  return drillLetter({ id, closesAt, ...said }, one.address, cctlds, now);
}

// Who has changed or confirmed everything in another way since, or is asked nothing any more, is left alone.
async function remind(
  deps: CheckDeps,
  trx: Db,
  check: Check,
  people: readonly Ask[],
  rows: readonly AskedRow[],
  at: Date,
): Promise<void> {
  for (const row of rows.filter((one) => isSilent(one, at)).slice(0, BATCH)) {
    await noteReminded(trx, check.id, row.address, at);
    const found = people.find(({ address }) => address === row.address);
    if (found === undefined || found.confirmedAt > row.askedAt) continue;
    const step = `check-${check.id}-reminder`;
    await send(deps, trx, letterTo(check, found, 'reminder', at), step, at);
  }
}

async function end(deps: CheckDeps, trx: Db, check: Check, at: Date): Promise<void> {
  await closeCheck(trx, check.id, at);
  const rows = await askedIn(trx, check.id);
  const { letters, facts } =
    check.kind === 'yearly'
      ? await yearlyEnd(deps, trx, check, rows)
      : await drillEnd(deps, trx, check, rows);
  await appendAudit(trx, {
    at,
    actor: 'timer',
    reason: check.kind === 'yearly' ? 'check-closed' : 'drill-closed',
    facts: { check: check.id, period: check.period, ...facts },
    before: {},
    after: {},
  });
  for (const letter of letters) await send(deps, trx, letter, `check-${check.id}-end`, at);
}

async function yearlyEnd(deps: CheckDeps, trx: Db, check: Check, rows: readonly AskedRow[]) {
  const unreachable = await unreachableAddresses(trx);
  const people = await readCheckPeople(trx);
  const data = summarize({ opened: check.opened_at, rows, people, unreachable });
  const { asked, right, wrong, silent } = data;
  return { letters: checkReport(deps.settings, data), facts: { asked, right, wrong, silent } };
}

// Who is not on the list any more, or not reached, is not told.
async function tell(
  deps: CheckDeps,
  trx: Db,
  check: Check,
  people: readonly Ask[],
  rows: readonly AskedRow[],
  at: Date,
): Promise<void> {
  const report = await drillReport(trx, check, rows, deps.settings.table);
  const here = new Set(people.map(({ address }) => address));
  for (const { address } of rows.filter(({ told }) => !told).slice(0, BATCH)) {
    await noteTold(trx, check.id, address, at);
    if (here.has(address))
      await send(deps, trx, drillOver(report, address), `check-${check.id}-end`, at);
  }
}

async function drillEnd(deps: CheckDeps, trx: Db, check: Check, rows: readonly AskedRow[]) {
  const report = await drillReport(trx, check, rows, deps.settings.table);
  const { asked, answered } = report.people;
  return { letters: drillReports(deps.settings, report), facts: { asked, answered } };
}

async function send(deps: CheckDeps, trx: Db, letter: LetterEffect, step: string, now: Date) {
  const { random, domain } = deps;
  await addLetter(trx, letter, { step, now, random, domain });
}
