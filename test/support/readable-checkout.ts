/** A checkout that another user can run: this one, or a copy when it lies in a closed folder. */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from './postfix.ts';

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** What the engine runs from. */
const PARTS = ['bin', 'src', 'postfix', 'package.json', 'node_modules'];

/** The path of it; a copy is made in the folder, by links where the file system allows. `more`: further parts. */
export function readableCheckout(
  account: Account,
  folder: string,
  more: readonly string[] = [],
): string {
  const looks = { ...account, cwd: '/', env: { PATH: '/usr/bin:/bin' } };
  if (spawnSync(join(CHECKOUT, 'bin/tldops'), ['--version'], looks).status === 0) return CHECKOUT;
  const copy = join(folder, 'checkout');
  mkdirSync(copy);
  const parts = [...PARTS, ...more].map((part) => join(CHECKOUT, part));
  const linked = spawnSync('cp', ['-al', ...parts, copy]);
  if (linked.status !== 0) execFileSync('cp', ['-a', '--remove-destination', ...parts, copy]);
  return copy;
}
