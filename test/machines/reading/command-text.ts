/** Reads the commands of a text, for tests. */

import { readCommands } from '../../../src/machines/reading/command.ts';
import { readSegments } from '../../../src/machines/reading/segments.ts';
import { readRequestCommands } from '../../../src/machines/reading/request-command.ts';

export function read(text: string, other?: string) {
  return readCommands(readSegments(text), other);
}

/** What would run: nothing when there is a fault. */
export function runs(text: string, other?: string): unknown[] {
  const { commands, faults } = read(text, other);
  return faults.length > 0 ? [] : commands.map(({ line: _line, number: _number, ...rest }) => rest);
}

export function why(text: string, other?: string): string {
  return read(text, other)
    .faults.map((fault) => `${fault.number}: ${fault.why}`)
    .join(' | ');
}

export function readRequests(
  text: string,
  { subject = 'Hello', other }: { subject?: string; other?: string } = {},
) {
  return readRequestCommands(readSegments(text), subject, other);
}

/** What would run of an SSC's commands. */
export function requestsOf(...args: Parameters<typeof readRequests>): unknown[] {
  const { commands, faults } = readRequests(...args);
  return faults.length > 0 ? [] : commands.map(({ line: _line, number: _number, ...rest }) => rest);
}

export function requestFaults(...args: Parameters<typeof readRequests>): string {
  return readRequests(...args)
    .faults.map((fault) => `${fault.number}: ${fault.why}`)
    .join(' | ');
}
