/** `bin/tldops` as people and Postfix start it: a process, its exit code, and what it said. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

export const PROGRAM = new URL('../../bin/tldops', import.meta.url).pathname;

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What is compiled once in a run: each process would need a third of a second for it. */
export function compiled(): Record<string, string> {
  const folder = process.env['NODE_COMPILE_CACHE'];
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: folder };
}

/** Runs one command to its end, with this environment and nothing else of ours. */
export async function runCli(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  input = '',
): Promise<Ended> {
  const path = process.env['PATH'];
  const child = spawn(PROGRAM, args, {
    cwd: '/',
    env: { PATH: path, ...compiled(), ...env },
    stdio: 'pipe',
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  return { code, stdout, stderr };
}

/** The one JSON document of a command that succeeded. Throws when there is anything else. */
export async function runJson(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<unknown> {
  const { code, stdout, stderr } = await runCli([...args, '--json'], env);
  if (code !== 0 || stderr !== '') throw new Error(`${args.join(' ')}: ${code} ${stderr}`);
  return JSON.parse(stdout);
}
