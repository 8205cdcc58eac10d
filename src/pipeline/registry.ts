/** What the registry says about a ccTLD, no older than the caller can bear. */

import { setTimeout as pause } from 'node:timers/promises';
import { standingTime } from '../machines/settling.ts';
import { type Cctld, showCctld } from '../machines/words/cctld.ts';
import { Temporary } from '../machines/words/trouble.ts';
import type { Db } from '../store/db.ts';
import { type Came, noteAsked, watchSoon } from '../store/asked.ts';
import { type Recorded, recordAnswer } from '../store/record-answer.ts';
import { type RegistryState, findRegistry } from '../store/registry.ts';
import { type RegistrySource, cctldsInFolder, folderSource } from './registry-source.ts';

/**
 * `known`: what counts. A `candidate` in it whose anchor differs is a change that has not stood long
 * enough: the caller waits. `unknown`: the registry lists no such ccTLD, and never did for us.
 */
export type Looked =
  | { readonly kind: 'known'; readonly state: RegistryState }
  | { readonly kind: 'unknown' };

/** What one question of a refresh or an import came to. */
export type Asked =
  | { readonly cctld: Cctld; readonly looked: Looked; readonly change: Recorded['change'] }
  | { readonly cctld: Cctld; readonly trouble: Temporary };

export interface RefreshOptions {
  /** Between two questions, in milliseconds; the source's own when left out. */
  readonly pauseMs?: number;
  readonly onEach?: (asked: Asked) => void;
  /** Ends the refresh between two questions. */
  readonly signal?: AbortSignal;
}

export interface Registry {
  /**
   * What counts for a ccTLD, checked at most `maxAgeMs` milliseconds ago (0: ask now; `freshMs` when
   * left out). Throws Temporary `registry-unreachable`, `registry-unreadable`, or `registry-absent`
   * (the registry no longer lists a ccTLD that it listed) when that cannot be had: the caller waits.
   */
  readonly look: (cctld: Cctld, options?: { readonly maxAgeMs?: number }) => Promise<Looked>;
  /** The source that is asked. */
  readonly source: Pick<RegistrySource, 'name' | 'pauseMs'>;
  /** Asks about one now, and never throws for trouble with the source. */
  readonly askOne: (cctld: Cctld) => Promise<Asked>;
  /**
   * Asks about each in turn; trouble with one is told to `onEach` and does not stop the rest. Throws
   * Temporary when the source could not be reached three times in a row.
   */
  readonly refresh: (cctlds: readonly Cctld[], options?: RefreshOptions) => Promise<Asked[]>;
  /** Records every answer in a folder, by the same rules as answers of the source. */
  readonly importFolder: (dir: string, options?: RefreshOptions) => Promise<Asked[]>;
}

export interface RegistryDeps {
  readonly db: Db;
  readonly source: RegistrySource;
  readonly now: () => Date;
  /** How old an answer may be before a decision, in milliseconds (7 days by default, design 4). */
  readonly freshMs: number;
  readonly settleMs: number;
  readonly log: {
    info(facts: object, sentence: string): void;
    warn(facts: object, sentence: string): void;
  };
  /**
   * Told of every change in the transaction that makes it count, so that what follows from it
   * happens exactly once. Throwing undoes the change; the next answer makes it again.
   */
  readonly onChange?: (trx: Db, recorded: Recorded) => Promise<void>;
}

type Outcome = { readonly looked: Looked; readonly change: Recorded['change'] };

/** How long "no such ccTLD" is believed: a mail that names many must not make us ask as often. */
const ABSENT_MS = 3_600_000;
const ABSENT_LIMIT = 1_000;
const GIVE_UP_AFTER = 3;

/** The registry as one process sees it; several processes may share the database. */
export function makeRegistry(deps: RegistryDeps): Registry {
  const underWay = new Map<Cctld, Promise<Outcome>>();
  const absent = new Map<Cctld, number>();

  const ask = (cctld: Cctld): Promise<Outcome> => {
    const running = underWay.get(cctld);
    if (running !== undefined) return running;
    const asking = askNoting(deps, cctld).finally(() => underWay.delete(cctld));
    underWay.set(cctld, asking);
    return asking;
  };

  const askAndRemember = async (cctld: Cctld): Promise<Looked> => {
    const { looked } = await ask(cctld);
    absent.delete(cctld);
    if (looked.kind === 'unknown') absent.set(cctld, deps.now().getTime());
    if (absent.size > ABSENT_LIMIT) absent.clear();
    return looked;
  };

  return {
    async look(cctld, { maxAgeMs = deps.freshMs } = {}) {
      const now = deps.now();
      const state = await findRegistry(deps.db, cctld);
      if (state === undefined) {
        const since = absent.get(cctld);
        const known = since !== undefined && now.getTime() - since < Math.min(ABSENT_MS, maxAgeMs);
        return known ? { kind: 'unknown' } : askAndRemember(cctld);
      }
      const fresh = now.getTime() - state.checkedAt.getTime() < maxAgeMs;
      if (fresh && !isDue(state, now, deps.settleMs)) return { kind: 'known', state };
      return orElse(askAndRemember(cctld), fresh ? { kind: 'known', state } : undefined);
    },
    source: deps.source,
    askOne: (cctld) => tryOne(cctld, ask),
    refresh: (cctlds, options = {}) => askEach(cctlds, ask, deps.source.pauseMs, options),
    async importFolder(dir, options = {}) {
      const folder = folderSource(dir);
      const cctlds = await cctldsInFolder(dir);
      return askEach(cctlds, (cctld) => askSource(deps, folder, cctld), folder.pauseMs, options);
    },
  };
}

// A candidate that has stood long enough counts when it is seen once more: worth a question.
function isDue(state: RegistryState, now: Date, settleMs: number): boolean {
  const since = state.candidate?.since.getTime();
  if (since === undefined || state.candidate === undefined) return false;
  const wait = standingTime(state.record, state.candidate.record, settleMs);
  return now.getTime() - since >= wait;
}

// What is stored is still fresh enough when the question fails, but not when the answer is "absent".
async function orElse(asking: Promise<Looked>, stored: Looked | undefined): Promise<Looked> {
  try {
    return await asking;
  } catch (error) {
    const failed = error instanceof Temporary && error.reason !== 'registry-absent';
    if (stored !== undefined && failed) return stored;
    throw error;
  }
}

// What came of it is noted beside the answer: a refresh that is stopped goes on behind it.
async function askNoting(deps: RegistryDeps, cctld: Cctld): Promise<Outcome> {
  try {
    const outcome = await askSource(deps, deps.source, cctld);
    if (outcome.looked.kind === 'unknown')
      await noteAsked(deps.db, cctld, 'absent', deps.now(), 'absent');
    return outcome;
  } catch (error) {
    if (error instanceof Temporary) {
      const [came, trouble] = wordsFor(error);
      await noteAsked(deps.db, cctld, came, deps.now(), trouble);
    }
    throw error;
  }
}

function wordsFor({ reason, message }: Temporary): [Came, string] {
  if (reason === 'registry-unreachable') return ['away', `away: ${message}`];
  return reason === 'registry-absent'
    ? ['absent', 'absent']
    : ['unreadable', `unreadable: ${message}`];
}

async function askSource(
  deps: RegistryDeps,
  source: RegistrySource,
  cctld: Cctld,
): Promise<Outcome> {
  const text = await source.ask(cctld);
  const answer = source.form.read(text, cctld);
  const normal = source.form.normalise(text);
  const given = { cctld, source: source.name, text, normal, answer, at: deps.now() };
  const recorded = await deps.db.transaction().execute(async (trx) => {
    const result = await recordAnswer(trx, { ...given, settleMs: deps.settleMs });
    if (result.problem === undefined && source === deps.source)
      await noteAsked(trx, cctld, 'record', given.at);
    if (result.change === 'candidate') await watchSoon(trx, given.at);
    if (result.change !== 'none') await deps.onChange?.(trx, result);
    return result;
  });
  report(deps.log, source, cctld, recorded);
  return { looked: lookedOf(cctld, recorded), change: recorded.change };
}

function report(
  log: RegistryDeps['log'],
  source: RegistrySource,
  cctld: Cctld,
  { change, problem, state, dated }: Recorded,
): void {
  if (problem !== undefined) {
    log.warn({ cctld, source: source.name, ...problem }, 'the registry gave no record');
  } else if (dated !== undefined && dated !== 'newer') {
    const seen = { cctld, source: source.name, snapshot: state?.candidate?.snapshotId, dated };
    log.warn(seen, 'the registry shows other people, and not under a newer date');
  } else if (change !== 'none') {
    log.info({ cctld, change, snapshot: state?.snapshotId }, 'the registry changed');
  }
}

function lookedOf(cctld: Cctld, { state, problem }: Recorded): Looked {
  const name = showCctld(cctld);
  if (problem?.kind === 'unreadable' && problem.why === 'rate-limit') {
    throw new Temporary('registry-unreachable', 'The registry wants to be asked less often.');
  }
  if (problem?.kind === 'unreadable') {
    throw new Temporary(
      'registry-unreadable',
      `The registry's answer about ${name} could not be read: ${problem.why}.`,
    );
  }
  if (problem === undefined && state !== undefined) return { kind: 'known', state };
  if (state === undefined) return { kind: 'unknown' };
  throw new Temporary('registry-absent', `The registry no longer lists ${name}.`);
}

async function askEach(
  cctlds: readonly Cctld[],
  ask: (cctld: Cctld) => Promise<Outcome>,
  ownPauseMs: number,
  { pauseMs = ownPauseMs, onEach, signal }: RefreshOptions,
): Promise<Asked[]> {
  const all: Asked[] = [];
  let unreachable = 0;
  for (const cctld of cctlds) {
    if (signal?.aborted) break;
    if (pauseMs > 0 && all.length > 0) await pause(pauseMs);
    const asked = await tryOne(cctld, ask);
    all.push(asked);
    onEach?.(asked);
    const lost = 'trouble' in asked && asked.trouble.reason === 'registry-unreachable';
    unreachable = lost ? unreachable + 1 : 0;
    if (lost && unreachable >= GIVE_UP_AFTER) throw asked.trouble;
  }
  return all;
}

async function tryOne(cctld: Cctld, ask: (cctld: Cctld) => Promise<Outcome>): Promise<Asked> {
  try {
    return { cctld, ...(await ask(cctld)) };
  } catch (error) {
    if (error instanceof Temporary) return { cctld, trouble: error };
    throw error;
  }
}
