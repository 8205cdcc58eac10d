import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { COMMAND_HELP, readCommands } from '../../../src/machines/reading/command.ts';
import { readSegments } from '../../../src/machines/reading/segments.ts';
import { cpuTime } from '../../support/cpu.ts';

function read(text: string) {
  return readCommands(readSegments(text));
}

/** What would run: nothing when there is a fault. */
function runs(text: string): unknown[] {
  const { commands, faults } = read(text);
  return faults.length > 0 ? [] : commands.map(({ line: _line, number: _number, ...rest }) => rest);
}

function why(text: string): string {
  return read(text)
    .faults.map((fault) => `${fault.number}: ${fault.why}`)
    .join(' | ');
}

const APPROVE = { kind: 'approve', caseId: 4711, cctld: 'xa' };

describe('commands', () => {
  it.each<readonly [string, unknown]>([
    ['APPROVE 4711 .xa', APPROVE],
    ['approve 4711 .XA', APPROVE],
    ['  Approve   #4711  xa  ', APPROVE],
    ['APPROVE\t4711\u00a0.xa', APPROVE],
    ['\ufeffAPPROVE 4711 .xa', APPROVE],
    ['APPROVE 4711 .рф', { ...APPROVE, cctld: 'xn--p1ai' }],
    ['APPROVE 4711 .рф (xn--p1ai)', { ...APPROVE, cctld: 'xn--p1ai' }],
    [
      'REJECT 4711 not the Admin Contact',
      { kind: 'reject', caseId: 4711, reason: 'not the Admin Contact' },
    ],
    ['REJECT 4711: no', { kind: 'reject', caseId: 4711, reason: 'no' }],
    ['ASK 4711 Who is Ana?', { kind: 'ask', caseId: 4711, question: 'Who is Ana?' }],
    [
      'ASK 4711 Who is Ana,\n  and does she work for you?',
      { kind: 'ask', caseId: 4711, question: 'Who is Ana, and does she work for you?' },
    ],
    ['FREEZE .xa hijack reported', { kind: 'freeze', cctld: 'xa', reason: 'hijack reported' }],
    ['UNFREEZE .xa', { kind: 'unfreeze', cctld: 'xa' }],
    ['HELP', { kind: 'help' }],
    ['help', { kind: 'help' }],
  ])('%j', (text, expected) => {
    expect(runs(text)).toEqual([expected]);
  });

  it('carry the line that they stand on', () => {
    expect(read('\n\nAPPROVE 4711 .xa').commands).toEqual([
      { ...APPROVE, line: 'APPROVE 4711 .xa', number: 3 },
    ]);
  });

  it.each([
    ['a blank line', 'APPROVE 4711 .xa\n\nREJECT 4712 no\nThanks, Val'],
    ['a signature', 'APPROVE 4711 .xa\n-- \nVal\nREJECT 4712 no'],
    ['a quotation', 'APPROVE 4711 .xa\n> REJECT 4712 no'],
    ['an attribution', 'APPROVE 4711 .xa\nOn Monday, TLD-OPS wrote:\n> REJECT 4712 no'],
    ['an Outlook separator', 'APPROVE 4711 .xa\n-----Original Message-----\nREJECT 4712 no'],
  ])('end at %s', (_, text) => {
    expect(runs(text)).toEqual([APPROVE]);
  });

  it('may be several, and blank lines may stand before them', () => {
    expect(runs('\n\u00a0\nAPPROVE 4711 .xa\nHELP\nFREEZE .xb hijack\n\nbye')).toHaveLength(3);
  });

  it('are none in an empty mail, or in one that only quotes', () => {
    expect(read('')).toEqual({ commands: [], faults: [] });
    expect(read('\n\n-- \nVal')).toEqual({ commands: [], faults: [] });
    expect(read('> APPROVE 4711 .xa')).toEqual({ commands: [], faults: [] });
    expect(read('On Monday, TLD-OPS wrote:\n\nAPPROVE 4711 .xa')).toEqual({
      commands: [],
      faults: [],
    });
    expect(read('Begin forwarded message:\nAPPROVE 4711 .xa')).toEqual({
      commands: [],
      faults: [],
    });
  });
});

describe('faults', () => {
  it.each([
    ['Hi,\nAPPROVE 4711 .xa', '1: "Hi," is not a command.'],
    ['APPROVE 4711 .xa\nand thanks', '2: "and" is not a command.'],
    [
      'APPROVE 4711 .xa\nLAUNCH 1',
      'known are APPROVE, REJECT, ASK, HOLD, AMEND, ESCALATE, VERIFIED, NOTE, QUEUE, SHOW, WHY, INVITE, REMOVE',
    ],
    ['APROVE 4711 .xa', 'is not a command'],
    ['ＡＰＰＲＯＶＥ 4711 .xa', 'is not a command'],
    ['- APPROVE 4711 .xa', '"-" is not a command'],
    ['constructor 4711', 'is not a command'],
    ['APPROVE', 'The number of the case is missing. Write: APPROVE 4711 .xa'],
    ['APPROVE .xa', 'number of the case'],
    ['APPROVE 4711', 'The ccTLD is missing'],
    ['APPROVE 4711 .xa please', 'not one ccTLD'],
    ['APPROVE 4711 nic.xa', 'not one ccTLD'],
    ['APPROVE 4711 .рф (xn--90ais)', 'not one ccTLD'],
    ['APPROVE 4711, 4712 .xa', 'one line for each with its ccTLD, or one line with the numbers'],
    ['APPROVE 4711 4712 .xa', 'one line for each with its ccTLD, or one line with the numbers'],
    ['APPROVE 0815 .xa', 'number of the case'],
    ['APPROVE 4711a .xa', 'number of the case'],
    ['APPROVE 4711.5 .xa', 'number of the case'],
    ['APPROVE 9999999999 .xa', 'number of the case'],
    ['APPROVE ٤٧١١ .xa', 'number of the case'],
    ['REJECT 4711', 'The reason is missing'],
    ['REJECT 4711 ...', 'The reason is missing'],
    ['REJECT not the Admin Contact', 'number of the case'],
    ['ASK 4711', 'The question is missing'],
    ['FREEZE .xa', 'The reason is missing'],
    ['FREEZE hijack', 'not one ccTLD'],
    ['UNFREEZE', 'not one ccTLD'],
    ['UNFREEZE .xa now', 'not one ccTLD'],
    ['HELP me', 'HELP stands alone'],
    [`REJECT 4711 ${'x'.repeat(1001)}`, 'longer than 1000'],
    ['APPROVE 4711 .xa\u202e', 'invisible or control'],
    ['APPROVE 47\u200b11 .xa', 'invisible or control'],
    ['REJECT 4711 no\rAPPROVE 4712 .xa', 'invisible or control'],
    ['REJECT 4711 no\u2028APPROVE 4712 .xa', 'invisible or control'],
    ['APPROVE\ufeff 4711 .xa', 'invisible or control'],
    ['APPROVE 4711 .xa\nREJECT 4711 no', '2: Two commands about case 4711'],
    ['APPROVE 4711 .xa\nAPPROVE 4711 .xa', 'Two commands about case 4711'],
    ['FREEZE .xa a\nUNFREEZE .xa', 'Two commands about .xa'],
    ['HELP\n'.repeat(21), 'At most 20'],
    // Below a quotation an unmarked line may be the wrapped end of a quoted one.
    [
      '> To approve, write this line above all the quoted text:\nAPPROVE 4711 .xa',
      '2: Commands must stand above',
    ],
    ['On Monday, TLD-OPS wrote:\n> x\n\nAPPROVE 4711 .xa', '4: Commands must stand above'],
  ])('%j', (text, expected) => {
    expect(why(text)).toContain(expected);
    expect(runs(text)).toEqual([]);
  });

  it('show lines without controls', () => {
    expect(read('x\u202ey\u0007z').faults[0]?.line).toBe('xy z');
  });

  it('do not make a command of an indented second line', () => {
    expect(read('ASK 4711 Who?\n  APPROVE 4712 .xa').commands.map(({ kind }) => kind)).toEqual([
      'ask',
      'approve',
    ]);
    expect(why('APPROVE 4711 .xa\n  or not')).toContain('"or" is not a command');
  });
});

it('every usage that is shown can be read', () => {
  for (const { usage, means } of COMMAND_HELP) {
    expect(runs(usage)).toHaveLength(1);
    expect(means).toMatch(/^[A-Z].{10,90}\.$/);
  }
});

describe('properties', () => {
  const piece = fc.constantFrom(
    'APPROVE',
    'reject',
    'ASK',
    'HELP',
    '4711',
    '.xa',
    ' ',
    '\n',
    '> ',
    '-- ',
    'no',
    '\u200b',
    '\t',
    'On x wrote:',
  );
  const texts = fc.array(piece, { maxLength: 14 }).map((all) => all.join(' '));

  it('quoted commands never run', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const quoted = text
          .split('\n')
          .map((line) => `> ${line}`)
          .join('\n');
        expect(read(quoted).commands).toEqual([]);
        expect(runs(`${quoted}\n${text}`)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('nothing runs unless every line of the block is a command', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { commands, faults } = read(text);
        const first = text.split('\n').find((line) => line.trim() !== '');
        if (commands.length > 0 && faults.length === 0) {
          expect(first?.trim()).toMatch(/^(approve|reject|ask|help)/i);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['words', 'APPROVE '.repeat(125_000)],
    ['lines', 'APPROVE 4711 .xa\n'.repeat(60_000)],
    ['indented lines', `ASK 4711 a\n${'  b\n'.repeat(250_000)}`],
    ['blanks', `APPROVE${' '.repeat(1_000_000)}x`],
    ['a reason', `REJECT 4711 ${' a'.repeat(500_000)}`],
    ['letters', 'a'.repeat(1_000_000)],
    ['quoted lines', '> APPROVE 4711 .xa\n'.repeat(50_000)],
  ])('a megabyte of %s takes less than half a second', (_, text) => {
    const lines = readSegments(text);
    const started = cpuTime();
    readCommands(lines);
    expect(cpuTime() - started).toBeLessThan(500);
  });
});
