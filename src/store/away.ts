/** Tells a database that is away (try later, answer 451) from a fault of ours. */

import { Permanent, Temporary } from '../machines/words/trouble.ts';

/** PostgreSQL appendix A: too many connections, shut down, crashed, starting up, session timed out. */
const AWAY_STATES = new Set(['53300', '57P01', '57P02', '57P03', '57P05', '25P03']);

/** Class 08 of the same appendix: connection trouble. */
const CONNECTION_STATE = /^08[0-9A-Z]{3}$/;

/** Errors of the socket and of the name look-up. */
const AWAY_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** The pg library gives these no code. */
const AWAY_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client has encountered a connection error|Client was closed)/;

/** How deep causes are followed: an error may be its own cause. */
const DEPTH = 5;

/**
 * Whether an error says that the database cannot be reached now, in itself or in a cause: the mail
 * gets 451 and the work is tried again. Any other database error is a fault.
 */
export function isDatabaseAway(error: unknown): boolean {
  return isAway(error, DEPTH);
}

function isAway(error: unknown, depth: number): boolean {
  if (!(error instanceof Error) || depth === 0) return false;
  // Trouble that has its name already: a registry or a relay that refuses is not the database.
  if (error instanceof Temporary || error instanceof Permanent) {
    return error.reason === 'database-away';
  }
  if (error instanceof AggregateError && error.errors.length > 0)
    return error.errors.every((inner) => isAway(inner, depth - 1));
  const { code, syscall }: NodeJS.ErrnoException = error;
  if (code !== undefined && isAwayCode(code, syscall)) return true;
  return AWAY_WORDS.test(error.message) || isAway(error.cause, depth - 1);
}

/** A file that is missing is ENOENT too: only the one of connect(2) means the database. */
function isAwayCode(code: string, syscall: string | undefined): boolean {
  if (code === 'ENOENT') return syscall === 'connect';
  return AWAY_CODES.has(code) || AWAY_STATES.has(code) || CONNECTION_STATE.test(code);
}
