import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readCctld, showCctld } from '../../../src/machines/words/cctld.ts';

describe('a ccTLD', () => {
  it.each([
    ['xa', 'xa', '.xa'],
    ['.XA', 'xa', '.xa'],
    [' .xa\n', 'xa', '.xa'],
    ['xn--p1ai', 'xn--p1ai', '.рф (xn--p1ai)'],
    ['.XN--P1AI', 'xn--p1ai', '.рф (xn--p1ai)'],
    ['.рф', 'xn--p1ai', '.рф (xn--p1ai)'],
    ['.РФ', 'xn--p1ai', '.рф (xn--p1ai)'],
    ['中国', 'xn--fiqs8s', '.中国 (xn--fiqs8s)'],
    ['ایران', 'xn--mgba3a4f16a', '.ایران (xn--mgba3a4f16a)'],
  ])('%j reads as %s and is shown as %s', (text, key, shown) => {
    const cctld = readCctld(text);
    expect(cctld).toBe(key);
    expect(cctld && showCctld(cctld)).toBe(shown);
  });

  it.each([
    '',
    '.',
    'x',
    'xaa',
    'x1',
    'nic.xa',
    '..xa',
    'x-',
    'ｘａ',
    '\u212Aa',
    'xn--a',
    'xn--0',
    'xn--',
    'xn--nic-',
    'xn--ls8h',
    'р.ф',
    'ab--é',
    'x\u0000a',
    'я'.repeat(64),
  ])('%j is none', (text) => {
    expect(readCctld(text)).toBeUndefined();
  });

  it('reads as itself, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 8 }), (text) => {
        const cctld = readCctld(text);
        expect(cctld === undefined || readCctld(cctld) === cctld).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
