/** Programs of Debian that tests need: found, or installed where that is possible (for root on Debian). */

import { execFile } from 'node:child_process';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Needed {
  /** What the tests are with: `a real Postfix`. */
  readonly what: string;
  /** Ends with 0 in a shell when it is here. */
  readonly test: string;
  /** Installed one after the other. */
  readonly packages: readonly string[];
  /** Why nobody but root can use it, if that is so. */
  readonly rootBecause?: string;
}

/**
 * Whether tests with it can run here. Where they cannot, it says loudly what is skipped; in CI (CI=true)
 * it throws instead.
 */
export async function isHere(needed: Needed): Promise<boolean> {
  const why = await missing(needed);
  if (why === undefined) return true;
  if (process.env['CI'] === 'true') throw new Error(`CI needs ${needed.what}: ${why}`);
  process.stderr.write(`\n*** SKIPPED: tests with ${needed.what}. ${why} ***\n\n`);
  return false;
}

async function missing({ test, packages, rootBecause }: Needed): Promise<string | undefined> {
  const isRoot = userInfo().uid === 0;
  if (rootBecause !== undefined && !isRoot) return rootBecause;
  if (await works(test)) return undefined;
  if (!isRoot || !(await works('command -v apt-get && command -v flock'))) return 'It is missing.';
  try {
    await run('/bin/sh', ['-c', installing(test, packages)], { timeout: 500_000 });
    return undefined;
  } catch (error) {
    return `It is not installed, and cannot be: ${String(error)}`;
  }
}

/** Several test files may find out at once that something is missing: the first one installs it. */
function installing(test: string, packages: readonly string[]): string {
  const steps = packages.map(
    (name) =>
      `DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends ${name}`,
  );
  const all = ['apt-get update -qq', ...steps].join(' && ');
  return `exec 9>/tmp/tldops-test-install.lock && flock 9 && { { ${test}; } >/dev/null || { ${all}; }; }`;
}

function works(test: string): Promise<boolean> {
  return run('/bin/sh', ['-c', test]).then(
    () => true,
    () => false,
  );
}
