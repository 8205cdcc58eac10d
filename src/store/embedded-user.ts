/** As whom the embedded Postgres runs: PostgreSQL refuses root, so root lends it another user. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Permanent } from '../machines/words/trouble.ts';

const run = promisify(execFile);

/** A user of the system. */
export interface Account {
  uid: number;
  gid: number;
  name: string;
}

/** Taken in this order; the first is made when neither is there. */
const SYSTEM_USERS = ['tldops', 'postgres'];

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Whom a new cluster belongs to: the user of this process, or a system user when that is root. */
export async function accountForCluster(): Promise<Account> {
  if (!isRoot()) return ownAccount();
  for (const name of SYSTEM_USERS) {
    const account = await accountOf(name);
    if (account !== undefined) return account;
  }
  return makeAccount();
}

/** The account of a user name or number, or undefined when the system knows none. */
export async function accountOf(user: string | number): Promise<Account | undefined> {
  try {
    const [uid, gid, name] = await Promise.all(['-u', '-g', '-un'].map((flag) => id(flag, user)));
    return { uid: Number(uid), gid: Number(gid), name: name ?? '' };
  } catch {
    return undefined;
  }
}

/** Options for child_process that make a process run as this account, in a folder all may enter. */
export function asAccount(account: Account): { uid?: number; gid?: number; cwd: string } {
  return isRoot() ? { uid: account.uid, gid: account.gid, cwd: '/' } : { cwd: '/' };
}

/** Whether the account may enter the folder, its parents included. The kernel is asked: it knows ACLs. */
export async function canEnter(account: Account, directory: string): Promise<boolean> {
  try {
    await run('/bin/sh', ['-c', 'test -x "$1"', 'sh', directory], asAccount(account));
    return true;
  } catch {
    return false;
  }
}

async function ownAccount(): Promise<Account> {
  const account = await accountOf(process.getuid?.() ?? 0);
  if (account !== undefined) return account;
  // initdb and peer authentication ask the system for the name and fail without one.
  throw new Permanent(
    'embedded-unavailable',
    `The embedded Postgres needs a user with a name, and user ${process.getuid?.()} has none here. ` +
      'Run as another user, or set DATABASE_URL.',
  );
}

async function makeAccount(): Promise<Account> {
  const name = SYSTEM_USERS[0] ?? '';
  const flags = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin'];
  const trouble = await run('useradd', [...flags, name]).catch((error: unknown) => error);
  // Another process may have made it at the same moment: what counts is that it is there.
  const account = await accountOf(name);
  if (account !== undefined) return account;
  throw new Permanent(
    'embedded-unavailable',
    `PostgreSQL does not run as root, and the user ${name} cannot be made. ` +
      `Make a system user ${name}, run as another user, or set DATABASE_URL.`,
    trouble,
  );
}

async function id(flag: string, user: string | number): Promise<string> {
  const { stdout } = await run('id', [flag, '--', String(user)]);
  return stdout.trim();
}
