/** DNS questions for one mail: configured servers, a deadline for each, every answer kept once. */

import { Resolver } from 'node:dns/promises';

/** What mailauth wants of a resolver; the shape of the answer depends on the type asked for. */
export type Answer = Awaited<ReturnType<Resolver['resolve']>>;

export interface Lookup {
  /** Rejects with the code of node:dns; ETIMEOUT after the deadline. */
  readonly resolve: (name: string, type: string) => Promise<Answer>;
  /** Names (lower case) for which there was no answer, neither yes nor no, such as SERVFAIL. */
  readonly troubled: ReadonlySet<string>;
  /** Gives up what is still under way. */
  readonly close: () => void;
}

// Codes that are an answer: there is no such name, or nothing of that type.
const ANSWERED = new Set(['ENOTFOUND', 'ENODATA', 'EBADNAME']);
// A mail can name many slow domains; all its questions together get this many deadlines.
const BUDGET = 5;

/**
 * `servers` as `host:port` (default: those of the system), `deadlineMs` for one question with its
 * second try. Nothing is remembered from one mail to the next.
 */
export function makeLookup(options: {
  readonly servers?: readonly string[];
  readonly deadlineMs: number;
}): Lookup {
  const { servers, deadlineMs } = options;
  const resolver = new Resolver({ timeout: Math.ceil(deadlineMs / 3), tries: 2 });
  if (servers !== undefined && servers.length > 0) resolver.setServers(servers);
  const budget = AbortSignal.timeout(deadlineMs * BUDGET);
  const answers = new Map<string, Promise<Answer>>();
  const troubled = new Set<string>();

  async function ask(name: string, type: string): Promise<Answer> {
    try {
      if (budget.aborted) throw timeout(name);
      return await withDeadline(resolver.resolve(name, type), name, deadlineMs);
    } catch (error) {
      if (!ANSWERED.has(codeOf(error))) troubled.add(name.toLowerCase().replace(/\.$/, ''));
      throw error;
    }
  }

  function resolve(name: string, type: string): Promise<Answer> {
    const key = `${type} ${name.toLowerCase()}`;
    const answer = answers.get(key) ?? ask(name, type);
    answers.set(key, answer);
    return answer;
  }

  return { resolve, troubled, close: () => resolver.cancel() };
}

async function withDeadline<T>(work: Promise<T>, name: string, deadlineMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(timeout(name)), deadlineMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function timeout(name: string): Error {
  return Object.assign(new Error(`no answer for ${name}`), { code: 'ETIMEOUT' });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
