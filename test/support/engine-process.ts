/** The engine as operators run it: `bin/tldops serve` in a process of its own, killed and started again. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { compiled } from './cli.ts';

export interface EngineOptions {
  /** `bin/tldops` of the checkout to run. */
  readonly program: string;
  /** All of its environment, besides PATH. */
  readonly env: Readonly<Record<string, string>>;
  readonly account?: { readonly uid: number; readonly gid: number };
}

export class EngineProcess {
  readonly #options: EngineOptions;
  readonly #log: string[] = [];
  #child: ChildProcess | undefined;

  constructor(options: EngineOptions) {
    this.#options = options;
  }

  /** Returns when the doors are open. Throws with the log when the engine ends before. */
  async start(): Promise<void> {
    const { program, env, account } = this.#options;
    const child = spawn(program, ['serve'], {
      ...account,
      cwd: '/',
      env: { PATH: process.env['PATH'], ...compiled(), ...env, TLDOPS_LOG_LEVEL: 'info' },
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    this.#child = child;
    const running = new Promise<boolean>((resolve) => {
      child.once('exit', () => resolve(false));
      createInterface({ input: child.stderr }).on('line', (line) => {
        this.#log.push(line);
        if (line.includes('the engine is running')) resolve(true);
      });
    });
    if (!(await running)) throw new Error(`the engine does not start:\n${this.log}`);
  }

  /** SIGKILL: as when the machine loses its power. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  /** SIGTERM: as the supervisor does it. Returns the exit code, null when it was killed. */
  async stop(): Promise<number | null> {
    await this.#end('SIGTERM');
    return this.#child?.exitCode ?? null;
  }

  /** The most memory that it has held until now, in bytes (proc(5), VmHWM). */
  peakMemory(): number {
    const status = readFileSync(`/proc/${this.#child?.pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
  }

  /** The processor time that it has taken until now, in seconds (proc(5), utime and stime). */
  processorTime(): number {
    const stat = readFileSync(`/proc/${this.#child?.pid}/stat`, 'utf8').replace(/^.*\) /, '');
    const [user, system] = stat.split(' ').slice(11, 13).map(Number);
    return (Number(user) + Number(system)) / 100;
  }

  /** All lines so far. */
  get log(): string {
    return this.#log.join('\n');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}
