/** The reader of an SSC's commands against text that nobody expects. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  REQUEST_HELP,
  readRequestCommands,
} from '../../../src/machines/reading/request-command.ts';
import { readSegments } from '../../../src/machines/reading/segments.ts';
import { cpuTime } from '../../support/cpu.ts';
import { readRequests as read, requestFaults as why } from './command-text.ts';

const NOTHING = { commands: [], faults: [] };

describe('properties', () => {
  const word = fc.constantFrom(
    ...REQUEST_HELP.flatMap(({ usage }) => usage.split(' ')),
    'please',
    'me',
    '.xb',
    '?',
    '.',
    '“',
    ':',
    '\n',
    '\n\n',
    'Hello,\n',
    '\u00a0',
    '\u202e',
    '> ',
  );
  const texts = fc
    .array(word, { maxLength: 20 })
    .map((words) => words.join(' ').replaceAll('\n ', '\n'));
  const any = fc.oneof(texts, fc.string({ unit: 'binary', maxLength: 300 }));

  it('nothing throws, and every command stands in the text or the subject', () => {
    fc.assert(
      fc.property(any, any, any, (text, subject, other) => {
        const lines = readSegments(text);
        for (const { commands, faults } of [
          readRequestCommands(lines, subject),
          readRequestCommands(lines, subject, other),
        ]) {
          for (const { number, line } of [...commands, ...faults]) {
            expect([0, ...lines.map((each) => each.number)]).toContain(number);
            expect(line.length).toBeLessThanOrEqual(300);
          }
          for (const { why: sentence } of faults) expect(sentence).toMatch(/\.(?: Write: .+)?$/);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('a mail without our words gives nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        fc.pre(!/show|who|change|leave|freeze|help|unsubscribe|remove/i.test(text));
        expect(read(text, { subject: text })).toEqual(NOTHING);
      }),
      { numRuns: 500 },
    );
  });

  it('a quoted command never runs', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const quoted = text.replaceAll(/^/gm, '> ');
        expect(read(`${quoted}\n${text}`).commands).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['words', 'show '.repeat(200_000)],
    ['lines', 'change phone\n+44 20 7946 0123\n'.repeat(30_000)],
    ['a reason', `freeze .xa ${' a'.repeat(500_000)}`],
    ['a wrapped reason', `freeze .xa a\n${'b\n'.repeat(400_000)}`],
    ['blanks', `leave${' '.repeat(1_000_000)}x`],
    ['full stops', `leave${'.'.repeat(1_000_000)}x`],
    ['greetings', 'Hello,\n\n'.repeat(100_000)],
    ['blank lines', `Hello,${'\n'.repeat(500_000)}show`],
    ['quoted lines', '> leave\n'.repeat(100_000)],
  ])('a megabyte of %s takes less than half a second', (_, text) => {
    const lines = readSegments(text);
    const started = cpuTime();
    readRequestCommands(lines, text, text);
    expect(cpuTime() - started).toBeLessThan(500);
  });

  it('ten thousand commands are five too many', () => {
    expect(why('show\n'.repeat(10_000))).toBe(
      '6: At most 5 commands in one mail. Write the others in another mail.',
    );
  });
});
