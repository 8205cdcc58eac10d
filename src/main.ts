/** The service: opens the store, the doors and the workers, and closes them in reverse order. */

import { randomBytes, randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from './config.ts';
import { type Engine, makeEngine } from './engine.ts';
import type { Logger } from './log.ts';
import { VERSION } from './version.ts';
import { type Door, showDoor } from './pipeline/doors.ts';
import { healthRoutes } from './pipeline/health.ts';
import { type HttpServer, serveHttp } from './pipeline/http.ts';
import { listen, type Listening } from './pipeline/listen.ts';
import { pageRoutes, reportUntilNow } from './pipeline/pages.ts';
import { type Db, isDatabaseAway, openStore, type Store } from './store/db.ts';
import { freeLeases, handBack, JOBS_CHANNEL, nextDue } from './store/jobs.ts';
import { migrate } from './store/migrate.ts';
import { startChecks } from './pipeline/check.ts';
import { startDigest } from './pipeline/digest.ts';
import { startIssues } from './pipeline/issue.ts';
import { startRefresh } from './pipeline/refresh.ts';
import { makeMetrics, type Metrics } from './pipeline/metrics.ts';
import { startReconcile } from './pipeline/reconcile.ts';
import { startStatistics } from './pipeline/statistics-letter.ts';
import { startWatch } from './pipeline/watch.ts';

/** Design 14: on SIGTERM what is running is finished or handed back within ten seconds. */
const GRACE = 8_000;
/** Even without a notice the table is looked at this often. */
const LONGEST_SLEEP = 5_000;
const WORKERS = 4;

/** Told once the doors are open, with the ports that port 0 became. */
export type Ready = (doors: readonly Door[]) => void;

/** Runs until the signal is aborted. Throws Permanent when it cannot start. */
export async function serve(
  config: Config,
  log: Logger,
  signal: AbortSignal,
  ready: Ready = () => undefined,
): Promise<void> {
  const store = await openStore({
    databaseUrl: config.databaseUrl,
    dataDir: config.dataDir,
    role: 'engine',
    log: (level, message, fields = {}) => log[level](fields, message),
    signal,
  });
  try {
    await migrate(store.db);
    if (config.databaseUrl === undefined) await freeLeases(store.db);
    await run(config, log, store, signal, ready);
  } finally {
    await store.close();
  }
}

async function run(
  config: Config,
  log: Logger,
  store: Store,
  signal: AbortSignal,
  ready: Ready,
): Promise<void> {
  const worker = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;
  const { freshMs } = config;
  const metrics = makeMetrics({ db: store.db, now: () => new Date(), version: VERSION, freshMs });
  const engine = makeEngine(config, {
    db: store.db,
    metrics,
    now: () => new Date(),
    random: (size) => randomBytes(size),
    log,
    worker,
  });
  const alarm = new Alarm();
  const open: (() => Promise<void>)[] = [];
  try {
    const http = await openHttp(config, store.db, metrics, log);
    open.push(http.close);
    const notices = await store.listen(JOBS_CHANNEL, () => alarm.ring());
    open.push(notices.close);
    const doors = await openDoors(config, engine, log);
    open.push(() => doors.close(GRACE));
    await armRecurring(config, store.db);
    signal.addEventListener('abort', () => alarm.ring(), { once: true });
    const where = { doors: doors.addresses.map(showDoor), database: store.where };
    log.info(where, 'the engine is running');
    ready(doors.addresses);
    const workers = Array.from({ length: WORKERS }, () =>
      workLoop(engine, store, alarm, log, signal),
    );
    await aborted(signal);
    log.info({}, 'the engine stops');
    // What a worker cannot finish in time is handed back.
    const finished = Promise.all([doors.close(GRACE), ...workers]);
    await Promise.race([finished, pause(GRACE, undefined, { ref: false })]);
    // Where this fails, the leases run out.
    await handBack(store.db, worker).catch(quiet);
  } finally {
    for (const close of open.toReversed()) await close();
    await engine.close();
  }
}

function openHttp(config: Config, db: Db, metrics: Metrics, log: Logger): Promise<HttpServer> {
  const { table, freshMs } = config;
  const pages = { db, freshMs, now: () => new Date(), report: reportUntilNow(table) };
  return serveHttp({
    where: config.http,
    names: config.httpNames,
    log,
    routes: pageRoutes(pages, { ...healthRoutes(db), '/metrics': metrics.answer }),
  });
}

// What is done again and again is among the jobs from the first start on.
async function armRecurring(config: Config, db: Db): Promise<void> {
  const now = new Date();
  await startWatch(db, now);
  await startDigest(db, now);
  await startIssues(db, now, config);
  await startReconcile(db, now);
  await startStatistics(db, now, config.statistics);
  await startChecks(db, now, config.yearly);
  await startRefresh(db, now, config.refresh);
}

function openDoors(config: Config, engine: Engine, log: Logger): Promise<Listening> {
  return listen({
    doors: config.doors,
    trustedPeers: config.trustedPeers,
    accept: engine.accept,
    maxSize: config.maxSize,
    hostname: config.domain,
    log,
  });
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Wakes all sleepers; a ring that comes while nobody sleeps is remembered by the next round. */
class Alarm {
  #ring = Promise.withResolvers<void>();

  ring(): void {
    this.#ring.resolve();
    this.#ring = Promise.withResolvers<void>();
  }

  get next(): Promise<void> {
    return this.#ring.promise;
  }
}

async function workLoop(
  engine: Engine,
  store: Store,
  alarm: Alarm,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    // Taken before the look, so that work which comes in during it is not slept over.
    const woken = alarm.next;
    try {
      if (await engine.work()) continue;
      await engine.idle();
      await Promise.race([
        woken,
        pause(await timeToSleep(store), undefined, { signal }).catch(quiet),
      ]);
    } catch (error) {
      if (!isDatabaseAway(error)) log.error({ err: error }, 'a worker failed and goes on');
      else log.warn({}, 'the database does not answer; the workers wait for it');
      await pause(1_000, undefined, { signal }).catch(quiet);
    }
  }
}

async function timeToSleep(store: Store): Promise<number> {
  const due = await nextDue(store.db);
  const wait = due === undefined ? LONGEST_SLEEP : due.getTime() - Date.now();
  return Math.min(Math.max(wait, 10), LONGEST_SLEEP);
}

function quiet(): void {
  // An aborted pause is the end of the loop, which looks at the signal itself; a lease ends by itself.
}
