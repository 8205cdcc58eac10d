/** The engine, put together from its parts: the same for `serve`, the demo and the tests. */

import type { Config } from './config.ts';
import type { Settings } from './machines/facts.ts';
import { type ListNames, readRecipient } from './machines/words/list-address.ts';
import { type Accept, type DoorLog, makeAccept } from './pipeline/accept.ts';
import { followAnchors } from './pipeline/apply.ts';
import { followUnreachable } from './pipeline/follow-lost.ts';
import { followInvitations } from './pipeline/follow-invites.ts';
import { makeAuthenticate } from './pipeline/authenticate.ts';
import { builtinListServer, type ListServer } from './pipeline/list-server.ts';
import { mailmanListServer } from './pipeline/mailman.ts';
import { makeReader, type Reader, type ReadMail } from './pipeline/parse-pool.ts';
import type { RefreshDeps } from './pipeline/refresh.ts';
import { makeRegistry, type Registry } from './pipeline/registry.ts';
import { noteChange } from './pipeline/registry-change.ts';
import type { Meter } from './pipeline/metrics.ts';
import { makeSmtpOut } from './pipeline/smtp-out.ts';
import { type WorkDeps, workOnce } from './pipeline/work.ts';
import type { Db } from './store/db.ts';
import type { Recorded } from './store/record-answer.ts';

/** What the engine takes from the world; tests and the demo bring their own clock and chance. */
export interface World {
  readonly db: Db;
  readonly now: () => Date;
  readonly random: (size: number) => Buffer;
  readonly log: DoorLog;
  /** Names this process in the leases of its jobs. */
  readonly worker: string;
  /** Counts what is done. */
  readonly metrics?: Meter;
  /** A reader of mails that several engines share; whoever brings it closes it. */
  readonly reader?: Reader;
}

export interface Engine {
  readonly accept: Accept;
  readonly registry: Registry;
  readonly names: ListNames;
  /** Does one due job; false when nothing is due. Throws only when the database is away. */
  readonly work: () => Promise<boolean>;
  /** What is to be done when nothing is due: open cases follow the registry. */
  readonly idle: () => Promise<void>;
  /** Ends the threads that read mails and the connections to the relay. */
  readonly close: () => Promise<void>;
}

/** Puts the engine together; nothing runs and nothing is opened by it. */
export function makeEngine(config: Config, world: World): Engine {
  const names = { list: config.list, domain: config.domain };
  const accept = makeAccept({ ...world, names, maxSize: config.maxSize });
  const reader = world.reader ?? makeReader({ names });
  const { registry, deps } = makeWork(config, world, names, reader.read);
  return {
    accept,
    registry,
    names,
    work: () => workOnce(deps),
    idle: async () => {
      await followAnchors(deps);
      await followUnreachable(deps);
      await followInvitations(deps);
    },
    close: async () => {
      deps.out.close();
      if (world.reader === undefined) await reader.close();
    },
  };
}

/** The terms and people of the configuration, as decisions see them. */
export function settingsOf(config: Config): Settings {
  return {
    policy: config.policy,
    validators: config.validators,
    committee: config.committee,
    approvals: config.fourEyes ? 2 : 1,
    tlp: config.tlp,
    postSize: config.postSize,
    table: config.table,
    drillMs: config.drillMs,
    waves: { size: config.waveSize, pauseMs: config.wavePauseMs },
    terms: {
      answer: config.answerMs,
      reminder: config.reminderMs,
      queueReminder: config.queueReminderMs,
      applyRetry: config.applyRetryMs,
      objection: config.objectionMs,
    },
  };
}

/** The registry of a configuration, also for commands. */
export function registryOf(config: Config, world: Pick<World, 'db' | 'now' | 'log'>): Registry {
  const { registry: source, freshMs, settleMs } = config;
  const onChange = (trx: Db, recorded: Recorded) => noteChange(trx, recorded, world.now());
  return makeRegistry({ ...world, source, freshMs, settleMs, onChange });
}

/** What a refresh of the registry needs, for commands. */
export function refreshOf(config: Config, world: Omit<World, 'worker' | 'reader'>): RefreshDeps {
  return {
    ...world,
    registry: registryOf(config, world),
    settings: settingsOf(config),
    refreshAt: config.refresh,
    domain: config.domain,
  };
}

/** The list server of a configuration, also for commands. */
export function listServerOf(config: Config, db: Db): ListServer {
  if (config.listServer.kind === 'builtin') return builtinListServer(db);
  const names = { list: config.list, domain: config.domain };
  return mailmanListServer(config.listServer, names);
}

function makeWork(config: Config, world: World, names: ListNames, read: ReadMail) {
  const registry = registryOf(config, world);
  const hostname = config.domain;
  const deps: WorkDeps = {
    ...world,
    names,
    read,
    registry,
    domain: config.domain,
    settings: settingsOf(config),
    ...(config.validatorKeys === undefined ? {} : { validatorKeys: config.validatorKeys }),
    listServer: listServerOf(config, world.db),
    ...(config.listServer.kind === 'mailman' ? { listDoor: config.mailmanDoor } : {}),
    relay: config.relay,
    hostname,
    yearly: config.yearly,
    schedule: { monthly: config.monthly, weekly: config.weekly },
    ...(config.statistics === undefined ? {} : { statistics: config.statistics }),
    refreshAt: config.refresh,
    ...(config.arcKey === undefined ? {} : { arcKey: config.arcKey }),
    out: makeSmtpOut(config.relay, hostname),
    authenticate: makeAuthenticate({
      ...(config.dns.length === 0 ? {} : { dnsServers: config.dns }),
      ...(config.authservId === undefined ? {} : { authservId: config.authservId }),
      arcSealers: config.arcSealers,
      hostname,
      deadlineMs: 5_000,
      isOurs: (address) => readRecipient(address, names) !== undefined,
    }),
  };
  return { registry, deps };
}
