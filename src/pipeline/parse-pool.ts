/**
 * Parses mails where a runaway can be ended: in threads that have a deadline for each mail and a limit
 * for their memory. The process, and the mails in other threads, do not notice.
 */

import { Worker } from 'node:worker_threads';
import type { Understanding } from '../machines/reading/understand.ts';
import type { ListNames } from '../machines/words/list-address.ts';
import type { Mail } from '../machines/words/mail.ts';
import type { RawMail } from './parse.ts';

/** A mail, and all that it says. */
export interface Reading {
  readonly mail: Mail;
  readonly read: Understanding;
}

/** What a thread answers. */
export type Answer =
  | ({ readonly ok: true } & Reading)
  | { readonly ok: false; readonly words: string };

/** Rejects with an Error that says why the mail cannot be read. */
export type ReadMail = (input: RawMail) => Promise<Reading>;

export interface Reader {
  readonly read: ReadMail;
  /** Ends all threads; mails that are being read are rejected. */
  readonly close: () => Promise<void>;
}

export interface ReaderOptions {
  readonly names: ListNames;
  readonly threads?: number;
  /** Of processor time, roughly. */
  readonly deadlineMs?: number;
  readonly memoryMb?: number;
}

/** More than one, so that a runaway does not keep all others waiting until it is ended. */
const THREADS = 2;
const DEADLINE = 10_000;
/** A mail of 10 MB needs about 100 MB. */
const MEMORY = 384;

/** A reader without threads; each is started when a mail needs it, and kept for the next ones. */
export function makeReader(options: ReaderOptions): Reader {
  const lanes = Array.from({ length: options.threads ?? THREADS }, () => new Lane(options));
  const idle = [...lanes];
  const waiting: ((lane: Lane) => void)[] = [];
  return {
    read: async (input) => {
      const lane = idle.pop() ?? (await new Promise<Lane>((resolve) => waiting.push(resolve)));
      try {
        return await lane.read(input);
      } finally {
        const next = waiting.shift();
        if (next === undefined) idle.push(lane);
        else next(lane);
      }
    },
    close: async () => {
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
}

/** One thread at a time, and a fresh one after each that had to be ended. */
class Lane {
  readonly #options: ReaderOptions;
  #thread: Worker | undefined;
  #closed = false;

  constructor(options: ReaderOptions) {
    this.#options = options;
  }

  async read({ raw, sha256, envelope }: RawMail): Promise<Reading> {
    if (this.#closed) throw new Error('the reader of mails is closed');
    this.#thread ??= this.#start();
    const thread = this.#thread;
    const { names, deadlineMs = DEADLINE } = this.#options;
    thread.ref();
    const answered = answerOf(thread);
    const watch = watchOver(thread, deadlineMs, () => {
      answered.reject(new Error(`reading the mail took longer than ${deadlineMs / 1000} s`));
    });
    try {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      thread.postMessage({ raw, sha256, envelope, names });
      const answer = await answered.promise;
      if (answer.ok) return { mail: answer.mail, read: answer.read };
      // The thread is sound, the mail is not.
      throw new Error(answer.words);
    } finally {
      clearInterval(watch);
      thread.unref();
      if (!answered.done()) await this.#end(thread);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#thread !== undefined) await this.#end(this.#thread);
  }

  #start(): Worker {
    const thread = new Worker(new URL('parse-thread.ts', import.meta.url), {
      // Who takes this thread over finds no password in it.
      env: {},
      // Flags of this process may be of no use to a thread, and then it does not start.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: this.#options.memoryMb ?? MEMORY },
    });
    thread.unref();
    // It may also fall over while nobody waits for it: the next mail gets another one.
    thread.on('error', () => undefined);
    thread.once('exit', () => {
      if (this.#thread === thread) this.#thread = undefined;
    });
    return thread;
  }

  async #end(thread: Worker): Promise<void> {
    if (this.#thread === thread) this.#thread = undefined;
    await thread.terminate();
  }
}

/**
 * Calls when a thread has worked for so long. On a machine that has no time for it the thread gets
 * more, six times as much at most: a sound mail must not be set aside because others are busy.
 */
function watchOver(thread: Worker, deadlineMs: number, late: () => void): NodeJS.Timeout {
  const pause = deadlineMs / 2;
  let looks = 0;
  let before = Number.POSITIVE_INFINITY;
  return setInterval(() => {
    looks += 1;
    if (looks >= 12) late();
    // A thread that has just begun or ended has no figures.
    const used = thread.cpuUsage().catch(() => ({ user: 0, system: 0 }));
    void used.then(({ user, system }) => {
      const now = (user + system) / 1_000;
      if (now - before >= pause / 2) late();
      before = now;
    });
  }, pause);
}

/** The next message of a thread, or why there is none. */
function answerOf(thread: Worker) {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  let done = false;
  const said = (answer: Answer) => {
    done = true;
    resolve(answer);
  };
  const failed = (error: Error) => reject(new Error(`reading the mail failed: ${error.message}`));
  const ended = () => reject(new Error('reading the mail was ended'));
  thread.once('message', said);
  thread.once('error', failed);
  thread.once('exit', ended);
  const settled = promise.finally(() => {
    thread.off('message', said);
    thread.off('error', failed);
    thread.off('exit', ended);
  });
  return { promise: settled, reject, done: () => done };
}
