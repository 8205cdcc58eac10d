/** Asks the registry about every ccTLD, day after day, and goes on where it was stopped (design 4). */

import { setTimeout as pause } from 'node:timers/promises';
import { toValidators } from '../machines/answers.ts';
import type { Settings } from '../machines/facts.ts';
import type { PassFacts } from '../machines/letters/letter.ts';
import { weighPass } from '../machines/refresh.ts';
import type { Cctld } from '../machines/words/cctld.ts';
import { countsOn } from '../machines/words/region.ts';
import { countPass, keepCctlds, notAskedSince, vanishedTold } from '../store/asked.ts';
import type { Db } from '../store/db.ts';
import {
  claimJobNamed,
  findJob,
  finishJob,
  holdLease,
  type Job,
  notePlace,
  postponeJob,
  putJob,
} from '../store/jobs.ts';
import { addLetter } from '../store/letters.ts';
import type { DoorLog } from './accept.ts';
import { askSome, howMany } from './ask-some.ts';
import type { Asked, Registry } from './registry.ts';
import { nextTime } from './schedule.ts';

export interface RefreshDeps {
  readonly db: Db;
  readonly registry: Registry;
  readonly settings: Settings;
  /** When a refresh begins: a pattern of crontab(5), in UTC. */
  readonly refreshAt: string;
  readonly now: () => Date;
  readonly random: (size: number) => Buffer;
  readonly domain: string;
  readonly log: DoorLog;
}

const KEY = 'refresh:registry';
/** How long a registry that is away is left alone, unless it says so itself. */
const REST = 15 * 60_000;

/** Where a refresh stands: what its job carries from one piece of work to the next. */
interface Place {
  /** ISO; between two refreshes there is none. */
  readonly began?: string;
  /** How often in a row the registry was away. */
  readonly lost: number;
  /** The source of the last refresh that came to its end. */
  readonly source?: string;
}

/**
 * Makes sure that the refresh is among the jobs; safe to call at each start, by several engines. Where none
 * ever was, one begins at once. One that is under way, or due, stays as it is; the next one follows a pattern
 * that was changed meanwhile, and a clock that was ahead and is put right.
 */
export async function startRefresh(db: Db, now: Date, pattern: string): Promise<void> {
  const found = await findJob(db, KEY);
  if (found === undefined) return arm(db, { lost: 0 }, now, now);
  const place = placeOf(found);
  const next = place.began === undefined ? nextTime(pattern, now) : now;
  if (found.dead_at === null && found.run_at <= next) return;
  await arm(db, place, next, now);
}

/** True for the refresh's own job. */
export function isRefresh(job: Job): boolean {
  return job.payload['refresh'] === true;
}

/**
 * One piece of it: begins, asks a few, or ends it, and arms itself again. So nothing else has to wait, and
 * whatever stops the engine costs one question at most.
 */
export async function refreshRegistry(deps: RefreshDeps, job: Job): Promise<void> {
  const place = placeOf(job);
  const { began } = place;
  if (began === undefined) return goOn(deps, job, await begin(deps, place), 0);
  const cctlds = isOver(deps, began) ? [] : await rest(deps, began);
  if (cctlds.length === 0) return void (await end(deps, job, began, place));
  const { lost, away } = await askSome(deps, cctlds, place.lost);
  const pauseMs = away === undefined ? deps.registry.source.pauseMs : (away.waitMs ?? REST);
  await goOn(deps, job, { ...place, lost }, pauseMs);
}

export interface ByHand {
  /** Names this process in the lease. */
  readonly worker: string;
  readonly onEach: (asked: Asked) => void;
  /** Stops it between two questions. */
  readonly signal: AbortSignal;
}

/**
 * All of it at once, on an operator's word: one that was stopped goes on, and else a new one begins.
 * `busy`: an engine or another command is at it; `stopped`: the signal came. Throws Temporary when the
 * source is away. What was asked stays asked in each case.
 */
export async function refreshByHand(
  deps: RefreshDeps,
  { worker, onEach, signal }: ByHand,
): Promise<PassFacts | 'busy' | 'stopped'> {
  const { db, now, registry } = deps;
  await startRefresh(db, now(), deps.refreshAt);
  const job = await claimJobNamed(db, KEY, worker, now());
  if (job === undefined) return 'busy';
  const found = placeOf(job);
  const { began = '', ...place } = found.began === undefined ? await begin(deps, found) : found;
  await notePlace(db, job, { refresh: true, ...place, began });
  let lost = 0;
  for (;;) {
    const cctlds = await rest(deps, began);
    if (cctlds.length === 0) return end(deps, job, began, place);
    const some = await askSome(deps, cctlds, lost, onEach);
    if (some.away !== undefined) await handOn(deps, job, some.away.waitMs ?? REST);
    if (some.away !== undefined) throw some.away;
    lost = some.lost;
    await pause(registry.source.pauseMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) {
      await handOn(deps, job, 0);
      return 'stopped';
    }
    await holdLease(db, job, now());
  }
}

// The engine goes on with it.
async function handOn({ db, now }: RefreshDeps, job: Job, waitMs: number): Promise<void> {
  await postponeJob(db, job, new Date(now().getTime() + waitMs), '', true);
}

function rest({ db, registry }: RefreshDeps, began: string): Promise<Cctld[]> {
  return notAskedSince(db, new Date(began), howMany(registry));
}

// The time of the next one has come: what this one did not reach is said, and asked first of all then.
function isOver({ refreshAt, now }: RefreshDeps, began: string): boolean {
  return nextTime(refreshAt, new Date(began)) <= now();
}

async function begin(deps: RefreshDeps, place: Place): Promise<Place> {
  const began = deps.now().toISOString();
  const listed = [...deps.settings.table.values()].filter((entry) =>
    countsOn(entry, began.slice(0, 10)),
  );
  await keepCctlds(
    deps.db,
    listed.map(({ cctld }) => cctld),
  );
  return { ...place, began, lost: 0 };
}

async function goOn(deps: RefreshDeps, job: Job, place: Place, pauseMs: number): Promise<void> {
  const now = deps.now();
  await deps.db.transaction().execute(async (trx) => {
    await finishJob(trx, job);
    await arm(trx, place, new Date(now.getTime() + pauseMs), now);
  });
}

/** Tells the Validators what was unusual, once, in the transaction that ends it. */
async function end(deps: RefreshDeps, job: Job, began: string, place: Place): Promise<PassFacts> {
  const { db, settings, random, domain, registry } = deps;
  const now = deps.now();
  return db.transaction().execute(async (trx) => {
    await finishJob(trx, job);
    const facts = await factsOf(trx, registry.source.name, began, place);
    const data = weighPass(facts);
    const letters = data === undefined ? [] : toValidators(settings, 'alarm-refresh', data);
    const setting = { step: `refresh-${began}`, now, random, domain };
    for (const letter of letters) await addLetter(trx, letter, setting);
    if (letters.length > 0) await vanishedTold(trx, facts.vanished, now);
    const next = nextTime(deps.refreshAt, new Date(began));
    const runAt = next > now ? next : now;
    await arm(trx, { lost: 0, source: registry.source.name }, runAt, now);
    deps.log.info({ ...facts, changed: facts.changed.length }, 'a refresh of the registry ended');
    return facts;
  });
}

async function factsOf(db: Db, source: string, began: string, place: Place): Promise<PassFacts> {
  const counts = await countPass(db, new Date(began));
  const other = place.source !== undefined && place.source !== source;
  return { ...counts, began, source, ...(other ? { sourceBefore: place.source } : {}) };
}

async function arm(db: Db, place: Place, runAt: Date, now: Date): Promise<void> {
  const payload = { refresh: true, ...place };
  await putJob(db, { key: KEY, kind: 'timer', payload, runAt, now });
}

function placeOf({ payload }: Job): Place {
  const { began, lost, source } = payload;
  return {
    lost: typeof lost === 'number' ? lost : 0,
    ...(typeof began === 'string' ? { began } : {}),
    ...(typeof source === 'string' ? { source } : {}),
  };
}
