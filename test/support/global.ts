/** One Postgres for a whole test run, with a migrated template that every test clones. */

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { connect } from '../../src/store/db.ts';
import { openCluster } from '../../src/store/embedded.ts';
import { isAlive } from '../../src/store/embedded-process.ts';
import { migrate } from '../../src/store/migrate.ts';
import { databaseUrl, onServer } from './database.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server of this run, and the migrated database to clone. */
    postgres: { url: string; template: string };
  }
}

interface Server {
  url: string;
  stop: () => Promise<void>;
}

/** The run's process is in the name: a folder whose process is gone is a leftover. */
const PREFIX = 'tldops-test-';

/** What only a crash of the machine would tell: the log need not bring anything back. */
const HURRY = ['full_page_writes = off', 'synchronous_commit = off', "max_wal_size = '4GB'"];

/** vitest calls this once before all test files, and what it returns after the last one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['DATABASE_URL'];
  const server = given === undefined ? await embedded() : { url: given, stop: async () => {} };
  const template = `tldops_template_${process.pid}`;
  await makeTemplate(server, template);
  project.provide('postgres', { url: server.url, template });
  const cache = mkdtempSync(join(tmpdir(), 'tldops-compiled-'));
  // The workers of this run inherit it, and their processes get it (support/cli.ts).
  process.env['NODE_COMPILE_CACHE'] = cache;
  return async () => {
    rmSync(cache, { recursive: true, force: true });
    await onServer(server.url, `drop database if exists ${template} with (force)`);
    await server.stop();
  };
}

async function makeTemplate({ url }: Server, template: string): Promise<void> {
  await onServer(url, `drop database if exists ${template} with (force)`);
  await onServer(url, `create database ${template}`);
  const db = connect(databaseUrl(url, template), 1);
  await migrate(db);
  await db.destroy();
}

/** Without fsync: what a test stores need not outlive the machine. */
async function embedded(): Promise<Server> {
  await removeLeftovers();
  const dataDir = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const { connection, close } = await openTestCluster(dataDir);
  const socket = encodeURIComponent(connection.host ?? '');
  const url = `postgres://${connection.user}@localhost/${connection.database}?host=${socket}`;
  for (const setting of HURRY) await onServer(url, `alter system set ${setting}`);
  await onServer(url, 'select pg_reload_conf()');
  const stop = async (): Promise<void> => {
    await close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { url, stop };
}

function openTestCluster(dataDir: string): ReturnType<typeof openCluster> {
  return openCluster({ dataDir, role: 'command', fsync: false, log: () => {} });
}

/** A run that was killed leaves its Postgres: the next one stops it, as a command would. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const pid = Number.parseInt(name.slice(PREFIX.length), 10);
    if (Number.isNaN(pid) || isAlive(pid)) continue;
    await removeLeftover(join(tmpdir(), name)).catch(() => {});
  }
}

/** Fails when it is another user's: then it is that user's to remove. */
async function removeLeftover(dataDir: string): Promise<void> {
  const { close } = await openTestCluster(dataDir);
  await close();
  rmSync(dataDir, { recursive: true, force: true });
}
