import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWhom } from '../../../src/machines/reading/command-invite.ts';

test.each([
  ['.xa', { cctlds: ['xa'] }],
  ['.xa .xb', { cctlds: ['xa', 'xb'] }],
  ['xa, xb and .xc.', { cctlds: ['xa', 'xb', 'xc'] }],
  ['.рф (xn--p1ai) .xa', { cctlds: ['xn--p1ai', 'xa'] }],
  ['.xa .xa', { cctlds: ['xa'] }],
  ['all', { all: true }],
  ['ALL', { all: true }],
  ['region AF', { region: 'AF' }],
  ['Region: asia-pacific', { region: 'AP' }],
])('INVITE %s', (rest, whom) => {
  expect(readWhom(rest)).toEqual({ kind: 'invite', whom });
});

test.each(['', 'everybody', '.xa nobody', 'region', 'region Mars', 'all of them', '.xa please'])(
  'INVITE %s is nobody',
  (rest) => {
    expect(readWhom(rest)).toHaveProperty('why');
  },
);

test('whatever follows the word is read or refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (rest) => {
      const read = readWhom(rest);
      expect('why' in read || read.kind === 'invite').toBe(true);
    }),
  );
});
