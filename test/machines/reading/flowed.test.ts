import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { unflow } from '../../../src/machines/reading/flowed.ts';
import { cpuTime } from '../../support/cpu.ts';

describe('flowed text', () => {
  it.each([
    ['a paragraph', 'one \ntwo \nthree\nfour', 'one two three\nfour'],
    ['a quoted paragraph', '> one \n> two\n> three', '> one two\n> three'],
    ['own text before a quote', 'they wrote: \n> CONFIRM abcd', 'they wrote: \n> CONFIRM abcd'],
    ['own text after a quote', '> Phone: \nCONFIRM', '> Phone: \nCONFIRM'],
    ['two depths', '> a \n>> b \n> c', '> a \n>> b \n> c'],
    [
      'a form with empty quoted fields',
      '> Phone: \n+31 20 5550100\n> Email: ',
      '> Phone: \n+31 20 5550100\n> Email: ',
    ],
    ['a signature mark', 'text \n-- \nname', 'text \n-- \nname'],
    ['a signature mark of a signed text', 'text \n- -- \nname', 'text \n- -- \nname'],
    ['an empty line', 'one \n\ntwo', 'one \n\ntwo'],
    ['stuffed lines', ' From here\n > no quote\n  two', 'From here\n > no quote\n two'],
    ['a stuffed quote', '>> deep\n> > spaced', '>> deep\n> > spaced'],
    ['a quote made by hand', 'own \n > quoted \nown', 'own \n > quoted \nown'],
    ['nothing', '', ''],
    ['line breaks at the end', 'a\n\n', 'a\n\n'],
  ])('%s', (_, text, plain) => {
    expect(unflow(text, false)).toBe(plain);
  });

  it('drops the blank at the joint with DelSp=yes', () => {
    expect(unflow('日本 \n語', true)).toBe('日本語');
  });

  it('never makes a quoted word unquoted, and costs no more than its length', () => {
    const lines = fc.array(
      fc.constantFrom(
        'own',
        'own ',
        '> quoted',
        '> quoted ',
        '>> quoted',
        '>quoted ',
        ' > quoted',
        '',
        ' ',
        '-- ',
        '> ',
      ),
    );
    fc.assert(
      fc.property(lines, (list) => {
        for (const line of unflow(list.join('\n'), false).split('\n')) {
          expect(line.includes('quoted') && !/^ ?>/.test(line)).toBe(false);
          expect(line.startsWith('>') && line.includes('own')).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
    const start = cpuTime();
    for (const sign of [' \n', '> \n', 'a \n', '>', '\n']) unflow(sign.repeat(500_000), false);
    expect(cpuTime() - start).toBeLessThan(4000);
  });
});
