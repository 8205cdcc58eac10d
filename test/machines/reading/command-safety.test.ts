/** What keeps a Validator's commands from being run when they are not meant. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { COMMAND_HELP, readCommands } from '../../../src/machines/reading/command.ts';
import { readSegments } from '../../../src/machines/reading/segments.ts';
import { read, runs, why } from './command-text.ts';

describe('text that others will read', () => {
  it('goes on over indented lines, whatever word they begin with', () => {
    expect(runs('ASK 4711 Who is Ana?\n  Show us why she is there,\n\tand ask Bob')).toEqual([
      { kind: 'ask', caseId: 4711, question: 'Who is Ana? Show us why she is there, and ask Bob' },
    ]);
  });

  it.each([
    'NOTE 4711 text\n  APPROVE 4712 .xa',
    'NOTE 4711 text\n  approve 4712 .xa',
    'NOTE 4711 text\n  approve 4712 .xa please',
    'NOTE 4711 text\n  freeze .xa',
    'NOTE 4711 text\n  QUEUE now',
    'NOTE 4711 text\n  queue',
  ])('does not swallow a line that is written like a command: %j', (text) => {
    expect(read(text).commands[0]).toMatchObject({ text: 'text' });
  });

  it('holds no code of a letter, which would let its readers answer for the Validator', () => {
    const code = 'abcd-efgh-jkmn-pqrs-tvwx-yz01-23';
    expect(runs(`REJECT 4711 see ${code}`)).toMatchObject([{ reason: 'see (token)' }]);
  });

  it('is one line without runs of blanks', () => {
    expect(runs('NOTE 4711  a \u00a0  b')).toMatchObject([{ text: 'a b' }]);
  });
});

describe('two commands of one mail', () => {
  it.each([
    ['APPROVE 4711 .xa\nHOLD 4711 14d no', 'case 4711'],
    ['APPROVE 4711 4712\nREJECT 4712 no', 'case 4712'],
    ['ASK 4712 who?\nAPPROVE 4711 4712', 'case 4712'],
    ['APPROVE 4711 4712\nAPPROVE 4712 4713', 'case 4712'],
    ['AMEND 4711 contact 2 primary\nAPPROVE 4711 .xa', 'case 4711'],
    ['AMEND 4711 contact 2 primary\nAMEND 4711 contact 1 primary', 'case 4711'],
    ['ESCALATE 4711 x\nVERIFIED 4711 x', 'case 4711'],
    ['REMOVE .xa "Rosa Lind" gone\nREMOVE .xa rosa lind: gone', '.xa'],
    ['REMOVE .xa Rosa: gone\nFREEZE .xa hijack', '.xa'],
    ['QUARANTINE replay 12\nQUARANTINE drop 12', 'mail 12'],
  ])('contradict: %j', (text, about) => {
    expect(why(text)).toContain(`2: Two commands about ${about} in one mail. Write only one`);
  });

  it.each([
    'APPROVE 4711 .xa\nNOTE 4711 as agreed\nNOTE 4711 by phone',
    'APPROVE 4711 .xa\nSHOW 4711\nWHY 4711\nSHOW .xa\nROSTER .xa\nQUEUE',
    'FREEZE .xa hijack\nSHOW .xa\nROSTER .xa',
    'QUEUE\nQUEUE\nSHOW 4711\nSHOW 4711',
    'APPROVE 4711 4712\nREJECT 4713 no',
    'REMOVE .xa "Rosa Lind" gone\nREMOVE .xa Ana: gone\nREMOVE .xb "Rosa Lind" gone',
    'QUARANTINE replay 12\nQUARANTINE replay 13',
  ])('go together: %j', (text) => {
    expect(runs(text)).toHaveLength(text.split('\n').length);
  });

  it('are at most twenty lines', () => {
    const lines = Array.from({ length: 21 }, (_, at) => `NOTE ${at + 1} x`);
    expect(runs(lines.slice(1).join('\n'))).toHaveLength(20);
    expect(why(lines.join('\n'))).toBe(
      '21: At most 20 commands in one mail. Write the others in another mail.',
    );
  });
});

describe('the other part of the mail', () => {
  it.each([
    ['HOLD 471 12d 3 no', 'HOLD 4711 2d 3 no'],
    ['SHOW 471', 'SHOW 4711'],
    ['APPROVE 471 14712', 'APPROVE 4711 4712'],
    ['APPROVE 4711 471', 'APPROVE 4711 4713'],
    ['HOLD 4711 until 2027-01-15 x', 'HOLD 4711 until 2027-01-16 x'],
    [`REJECT 4711 ${'a '.repeat(200)}yes`, `REJECT 4711 ${'a '.repeat(200)}no`],
  ])('must show the same numbers and the whole text: %j', (text, other) => {
    expect(why(text, other)).toContain('only one of them shows this line');
    expect(why(text, text)).toBe('');
  });

  it('may have other blanks, stars and line ends', () => {
    const text = 'HOLD 4711 until 2027-01-15 she is away';
    expect(runs(text, '*HOLD*\u00a04711 until\n2027-01-15\n she is  away\n\nVal')).toHaveLength(1);
  });
});

describe('below a quotation', () => {
  it.each(['Why is she on it?', 'Show me more, please', 'Note that she left', 'Ask Bob'])(
    '%j is no command at the wrong place',
    (text) => {
      expect(read(`> quoted\n\n${text}`)).toEqual({ commands: [], faults: [] });
    },
  );

  it.each(['show 4711', 'QUEUE', 'Freeze .xa', 'hold 4711', 'remove .xa now', 'ASK Bob'])(
    '%j is one',
    (text) => {
      expect(why(`> quoted\n\n${text}`)).toContain('must stand above the quoted mail');
    },
  );
});

describe('hostile text', () => {
  it.each([
    'APPROVE 4711\u202e .xa',
    'HOLD 4711 14d \u2066x\u2069 reason',
    'REMOVE .xa "Rosa\u200b Lind" gone',
    'AMEND 4711 contact 2 phone \u202a+44 20 7946 0123\u202c',
    'AMEND 4711 contact 2 last Li\u00adnd',
    'NOTE 4711 a\u0000b',
    'SHOW \u{e0041}.xa',
    'NOTE 4711 \ud800',
    'NOTE 4711 a\u2028APPROVE 4711 .xa',
  ])('%j is refused', (text) => {
    expect(why(text)).toContain('invisible or control');
  });

  const word = fc.constantFrom(
    ...COMMAND_HELP.flatMap(({ usage }) => usage.split(' ')),
    '4712',
    '.xb',
    'reason',
    'and',
    ',',
    '"',
    '“',
    ':',
    '\n',
    '\n  ',
    '\u00a0',
    '?',
    '\u202e',
    '> ',
  );
  const texts = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));

  it('is read without a throw, and every command stands in the text', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary', maxLength: 300 })), (text) => {
        const lines = readSegments(text);
        const { commands, faults } = readCommands(lines);
        for (const { number, line } of [...commands, ...faults]) {
          expect(lines.map((each) => each.number)).toContain(number);
          expect(line.length).toBeLessThanOrEqual(300);
        }
        for (const { why: sentence } of faults) expect(sentence).toMatch(/[.?](?: Write: .+)?$/);
      }),
      { numRuns: 1000 },
    );
  });

  it('without our words runs nothing', () => {
    const ours = new RegExp(COMMAND_HELP.map(({ usage }) => usage.split(' ')[0]).join('|'), 'i');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        fc.pre(!ours.test(text));
        expect(read(text).commands).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('whatever is read can be written again from its line', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { number: _number, ...command } of read(text).commands) {
          if (command.line.length > 250) continue;
          expect(read(command.line).commands).toMatchObject([command]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
