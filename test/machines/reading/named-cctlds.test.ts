import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { findNamedCctlds } from '../../../src/machines/reading/named-cctlds.ts';
import { cpuTime } from '../../support/cpu.ts';

describe('findNamedCctlds', () => {
  it.each([
    ['Contacts for .xa', ['xa']],
    ['.XA', ['xa']],
    ['We are .xa and .xb.', ['xa', 'xb']],
    ['(.xa)', ['xa']],
    ['".xa", “.xb”', ['xa', 'xb']],
    ['.xa/.xb,.xc;.xd', ['xa', 'xb', 'xc', 'xd']],
    ['.рф (xn--p1ai)', ['xn--p1ai']],
    ['.xn--p1ai', ['xn--p1ai']],
    ['.xn--P1AI and .рф', ['xn--p1ai']],
    ['ccTLD:.xa', ['xa']],
    ['域名：.xa', ['xa']],
    ['*.xa*', ['xa']],
    ['.xb .xa .xb', ['xb', 'xa']],
    ['.xa: two contacts', ['xa']],
    ['.xa?', ['xa']],
    // Part of something else.
    ['xa', []],
    ['nic.xa', []],
    ['ana@nic.xa', []],
    ['.co.xa', []],
    ['.xa.xb', []],
    ['www.nic.xa/.xb', []],
    ['~/.ssh /.my/file', []],
    ['.my/file', []],
    ['...no', []],
    ['well...no way', []],
    ['…no', []],
    ['1.50 .50', []],
    ['.git .profile', []],
    ['.xa@nic', []],
    ['.xa_b', []],
    ['.xa-b', []],
    ['\\.xa', []],
    ['.x\u200ba', []],
    ['a.xa', []],
    ['.ｘａ', []],
    ['.x', []],
  ])('%j names %j', (text, expected) => {
    expect(findNamedCctlds(text, '')).toEqual(expected);
    expect(findNamedCctlds('', `\n${text}\n`)).toEqual(expected);
  });

  it('reads the subject first', () => {
    expect(findNamedCctlds('.xb', '.xa')).toEqual(['xb', 'xa']);
  });

  it('finds each named ccTLD once, in order, whatever words stand between', () => {
    const label = fc.constantFrom('xa', 'xb', 'xc', 'xn--p1ai');
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(word, label), { maxLength: 8 }), (pairs) => {
        const text = pairs.map(([before, cctld]) => `${before} .${cctld}`).join(' ');
        expect(findNamedCctlds('', text)).toEqual([...new Set(pairs.map(([, cctld]) => cctld))]);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['dots', '.'.repeat(1_000_000)],
    ['labels', '.xa'.repeat(333_000)],
    ['labels with slashes', '.xa/'.repeat(250_000)],
    ['A-labels', '.xn--aaaaaaaaaaaaaaaaaaaa/'.repeat(38_000)],
    ['letters', `.${'a'.repeat(1_000_000)}`],
    ['named ones', ' .xa'.repeat(250_000)],
    ['named A-labels', ' .xn--p1ai'.repeat(100_000)],
  ])('a megabyte of %s takes less than five seconds', (_, text) => {
    const started = cpuTime();
    findNamedCctlds('', text);
    expect(cpuTime() - started).toBeLessThan(5000);
  });
});
