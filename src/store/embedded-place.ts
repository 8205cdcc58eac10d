/** Where the embedded cluster lives: a folder that its user can reach, and a short socket path. */

import { createHash, randomBytes } from 'node:crypto';
import { access, chmod, chown, constants, lstat, mkdir, mkdtemp } from 'node:fs/promises';
import { readFile, realpath, rename, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type pg from 'pg';
import { Permanent } from '../machines/words/trouble.ts';
import { type Account, accountForCluster, accountOf, canEnter, isRoot } from './embedded-user.ts';
import type { Log } from './log.ts';

export interface Place {
  dataDir: string;
  /** Holds the rest; belongs to whoever made it (root or the cluster's own user). */
  home: string;
  /** PGDATA. */
  cluster: string;
  account: Account;
  /** Reaches the server when it runs. */
  connection: pg.ClientConfig & { host: string };
}

export interface PlaceOptions {
  dataDir?: string | undefined;
  systemDirectory?: string | undefined;
  log: Log;
}

/** The user and database in the private cluster; initdb makes them. */
export const DATABASE_USER = 'tldops';
const DATABASE = 'postgres';
const PORT = 5432;

const SYSTEM_DIRECTORY = '/var/lib/tldops';
/** Entered by anyone, listed by its owner only. */
const PASSABLE = 0o711;
const PRIVATE = 0o700;
/** sun_path holds 108 bytes on Linux and 104 on macOS, a closing zero among them. */
const SOCKET_PATH_BYTES = 103;

/** The data directory when none is named: of the system for root, else in the working directory. */
function defaultDataDirectory(): string {
  return isRoot() ? SYSTEM_DIRECTORY : './var';
}

/**
 * Finds, or makes, the folder of the cluster: `postgres` in the data directory. When root's data
 * directory lies where the cluster's user cannot go, `postgres` is a link to a folder of the system
 * directory. Throws `Permanent` when the folder cannot be used by this user.
 */
export async function findPlace(options: PlaceOptions): Promise<Place> {
  const dataDir = await makeDataDirectory(options.dataDir ?? defaultDataDirectory());
  const local = join(dataDir, 'postgres');
  const found = await realpath(local).catch(() => undefined);
  const account = await accountAt(found);
  const home = found ?? (await makeHome(local, account, options));
  if (!(await canEnter(account, home))) await reopen(dataDir, home, account);
  const host = await socketDirectory(home, account);
  return {
    dataDir,
    home,
    cluster: join(home, 'cluster'),
    account,
    connection: { host, port: PORT, user: DATABASE_USER, database: DATABASE, ssl: false },
  };
}

/** Makes a folder for the account: private to it, also when root makes it. */
export async function makePrivate(directory: string, account: Account): Promise<void> {
  await mkdir(directory, { mode: PRIVATE });
  if (isRoot()) await chown(directory, account.uid, account.gid);
}

/** Writes a file whole or not at all, and never through a link that lies in its place. */
export async function writeWhole(path: string, content: string): Promise<void> {
  const temporary = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(temporary, content, { flag: 'wx', mode: 0o644 });
  await chmod(temporary, 0o644);
  await rename(temporary, path);
}

async function makeDataDirectory(path: string): Promise<string> {
  const mode = isRoot() ? PASSABLE : PRIVATE;
  const made = await mkdir(resolve(path), { recursive: true, mode });
  // The umask of a hardened root takes the x off again.
  if (made !== undefined) await chmod(resolve(path), mode);
  return realpath(path);
}

/** The owner of the cluster that is there, else the user for a new one. */
async function accountAt(home: string | undefined): Promise<Account> {
  if (home === undefined) return accountForCluster();
  const cluster = await stat(join(home, 'cluster')).catch(() => undefined);
  if (cluster === undefined) return accountForCluster();
  const owner = await accountOf(cluster.uid);
  const mine = isRoot() || cluster.uid === process.getuid?.();
  if (owner !== undefined && owner.uid !== 0 && mine) return owner;
  throw new Permanent(
    'not-our-cluster',
    `The database in ${home} belongs to the user ${owner?.name ?? cluster.uid}: ` +
      'run this command as that user or as root.',
  );
}

/** The new folder: beside the other data, or in the system directory when the way there is closed. */
async function makeHome(local: string, account: Account, options: PlaceOptions): Promise<string> {
  const dataDir = dirname(local);
  if (await opened(dataDir, account)) return passable(local);
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  const home = join(options.systemDirectory ?? SYSTEM_DIRECTORY, hash);
  options.log(
    'info',
    `The user ${account.name} cannot enter ${dataDir}: the database is in ${home}.`,
  );
  await passable(dirname(home));
  await passable(home);
  // Two that start at once make the same link to the same folder.
  await symlink(home, local).catch(unlessThere);
  return home;
}

/** Lets the account into the data directory itself; its parents are not ours to open. */
async function opened(dataDir: string, account: Account): Promise<boolean> {
  if (await canEnter(account, dataDir)) return true;
  if (!(await canEnter(account, dirname(dataDir)))) return false;
  const { mode } = await stat(dataDir);
  await chmod(dataDir, (mode & 0o7777) | 0o001);
  return canEnter(account, dataDir);
}

async function passable(directory: string): Promise<string> {
  const made = await mkdir(directory, { recursive: true, mode: PASSABLE });
  if (made !== undefined) await chmod(directory, PASSABLE);
  return directory;
}

/** `socket` in the folder, or a short path of its own that `socket-directory` remembers. */
async function socketDirectory(home: string, account: Account): Promise<string> {
  const local = join(home, 'socket');
  if (Buffer.byteLength(join(local, `.s.PGSQL.${PORT}`)) <= SOCKET_PATH_BYTES) {
    await makePrivate(local, account).catch(unlessThere);
    return local;
  }
  const record = join(home, 'socket-directory');
  const known = await readFile(record, 'utf8').catch(() => undefined);
  if (known !== undefined && (await isPrivate(known, account))) return known;
  const short = await mkdtemp(join(await shortDirectory(), 'tldops-'));
  if (isRoot()) await chown(short, account.uid, account.gid);
  await writeWhole(record, short);
  return short;
}

/** /run belongs to root, and a service with a private /tmp shares it with the command line. */
async function shortDirectory(): Promise<string> {
  const writable = await access('/run', constants.W_OK).then(
    () => isRoot(),
    () => false,
  );
  return writable ? '/run' : '/tmp';
}

/** Nobody else may have put a folder of that name there in the meantime. */
async function isPrivate(directory: string, account: Account): Promise<boolean> {
  const found = await lstat(directory).catch(() => undefined);
  return found?.isDirectory() === true && found.uid === account.uid && (found.mode & 0o077) === 0;
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

/** A mode that someone tightened again (systemd does, at each start) is mended as at the first time. */
async function reopen(dataDir: string, home: string, account: Account): Promise<void> {
  if ((await opened(dataDir, account)) && (await canEnter(account, home))) return;
  throw new Permanent(
    'data-directory-closed',
    `The database in ${home} runs as the user ${account.name}, who cannot enter that folder. ` +
      `Allow it (chmod o+x) on the folder and on its parents.`,
  );
}
