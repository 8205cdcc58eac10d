/** Which errors mean that the database is away. */

import { describe, expect, it } from 'vitest';
import { Temporary } from '../../src/machines/words/trouble.ts';
import { isDatabaseAway } from '../../src/store/away.ts';

function coded(code: string, syscall?: string): Error {
  return Object.assign(new Error(code), { code, syscall });
}

describe('isDatabaseAway', () => {
  it.each([
    ['nobody listens', coded('ECONNREFUSED', 'connect')],
    ['no socket', coded('ENOENT', 'connect')],
    ['shut down', coded('57P01')],
    ['crashed', coded('57P02')],
    ['starting up', coded('57P03')],
    ['too many connections', coded('53300')],
    ['connection failure', coded('08006')],
    ['the words of pg', new Error('Connection terminated unexpectedly')],
    ['all addresses of a host', new AggregateError([coded('ECONNREFUSED'), coded('ETIMEDOUT')])],
    ['in a cause', new Error('no', { cause: coded('ECONNRESET') })],
    ['named so already', new Temporary('database-away', 'later', coded('ECONNREFUSED'))],
  ])('is true: %s', (_name, error) => {
    expect(isDatabaseAway(error)).toBe(true);
  });

  it.each([
    ['a file that is missing', coded('ENOENT', 'open')],
    ['a constraint', coded('23505')],
    ['a wrong password', coded('28P01')],
    ['an error that is its own cause', selfCaused()],
    ['a registry that is away', new Temporary('registry-unreachable', 'no', coded('ECONNREFUSED'))],
    ['a relay that is away', new Temporary('relay-away', 'no', coded('ECONNREFUSED', 'connect'))],
    ['no error', 'Connection terminated'],
    ['nothing', undefined],
  ])('is false: %s', (_name, error) => {
    expect(isDatabaseAway(error)).toBe(false);
  });
});

function selfCaused(): Error {
  const error = new Error('round and round');
  error.cause = error;
  return error;
}
