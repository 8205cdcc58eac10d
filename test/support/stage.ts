/** A whole engine for a conversation: real door, database, whois, DNS and relay, a clock of its own. */

import { createHash } from 'node:crypto';
import { onTestFailed, onTestFinished } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { startSink } from '../../src/demo/sink.ts';
import { makeEngine } from '../../src/engine.ts';
import type { Cctld } from '../../src/machines/words/cctld.ts';
import { listen } from '../../src/pipeline/listen.ts';
import { startChecks } from '../../src/pipeline/check.ts';
import { startDigest } from '../../src/pipeline/digest.ts';
import { startIssues } from '../../src/pipeline/issue.ts';
import { startReconcile } from '../../src/pipeline/reconcile.ts';
import { startStatistics } from '../../src/pipeline/statistics-letter.ts';
import { startWatch } from '../../src/pipeline/watch.ts';
import { Conversation } from './conversation.ts';
import type { Play } from './play-options.ts';
import { testDatabase } from './database.ts';
import { startDns } from './dns-server.ts';
import { TestLog } from './door.ts';
import { CHAIR, REGISTRY, VALIDATORS, ZONE } from './people.ts';
import { sharedReader } from './reader.ts';
import { TEST_TABLES } from './tables.ts';
import { TestRegistry } from './test-registry.ts';

/** Every conversation begins on this Saturday morning. */
const BEGIN = new Date('2026-11-21T09:00:00Z');

/** Opens a stage that is closed when the test ends. */
export async function openStage(play: Play): Promise<Conversation> {
  const database = await testDatabase();
  const sink = await startSink();
  const dns = await startDns(ZONE);
  const records = [...REGISTRY, ...(play.registry ?? [])];
  const registry = await TestRegistry.open(records);
  const log = new TestLog();
  const clock = { now: BEGIN };
  let chance = 0;
  const config = readConfig({
    TLDOPS_LIST: 'tld-ops',
    TLDOPS_DOMAIN: 'lists.example',
    TLDOPS_VALIDATORS: [...VALIDATORS, ...(play.validators ?? [])].join(','),
    TLDOPS_VALIDATOR_KEYS: play.validatorKeys ?? '',
    TLDOPS_COMMITTEE: CHAIR.address,
    TLDOPS_FOUR_EYES: play.fourEyes === true ? 'yes' : 'no',
    TLDOPS_RELAY: `smtp://127.0.0.1:${sink.port}`,
    TLDOPS_REGISTRY: `whois://127.0.0.1:${registry.port}`,
    TLDOPS_DNS: dns.address,
    TLDOPS_POLICY: play.policy ?? 'balanced',
    TLDOPS_TLP: play.tlp ?? 'warn',
    TLDOPS_LISTEN: 'lmtp://127.0.0.1:0',
    TLDOPS_LIST_SERVER: play.mailman?.place ?? 'builtin',
    TLDOPS_MAILMAN_LMTP: play.mailman?.door ?? '',
    DATABASE_URL: database.url,
    TLDOPS_TABLES: TEST_TABLES,
  });
  const engine = makeEngine(config, {
    db: database.db,
    now: () => new Date(clock.now),
    random: (size) => {
      chance += 1;
      return createHash('sha256').update(`chance ${chance}`).digest().subarray(0, size);
    },
    log,
    worker: 'stage',
    reader: sharedReader,
  });
  const doors = await listen({
    doors: config.doors,
    trustedPeers: config.trustedPeers,
    accept: engine.accept,
    maxSize: config.maxSize,
    hostname: config.domain,
    log,
  });
  await engine.registry.refresh(records.map(({ cctld }) => cctld));
  await startWatch(database.db, BEGIN);
  if (play.mailman !== undefined) await startReconcile(database.db, BEGIN);
  if (play.digest === true) await startDigest(database.db, BEGIN);
  if (play.issues === true) await startIssues(database.db, BEGIN, config);
  if (play.statistics === true) await startStatistics(database.db, BEGIN, config.statistics);
  if (play.yearly === true) await startChecks(database.db, BEGIN, config.yearly);
  const [door] = doors.addresses;
  if (door === undefined || door.kind === 'unix') throw new Error('no door');
  onTestFinished(async () => {
    await doors.close(1_000);
    await engine.close();
    await Promise.all([sink.close(), dns.close(), registry.goDown()]);
    await database.close();
  });
  const { work, idle } = engine;
  const refresh = (cctld: Cctld) => engine.registry.refresh([cctld], { pauseMs: 0 });
  const inside = { db: database.db, clock, log, work, idle, refresh };
  const stage = new Conversation(play, {
    ...inside,
    registry,
    caught: sink.caught,
    port: door.port,
  });
  if (play.shownOnFailure !== false) {
    onTestFailed(() => void process.stderr.write(`\n${stage.soFar()}${log.lines.join('\n')}\n`));
  }
  return stage;
}
