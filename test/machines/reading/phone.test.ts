import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readPhones } from '../../../src/machines/reading/phone.ts';
import { cpuTime } from '../../support/cpu.ts';

/** E.164 where it could be read, else the raw form behind a question mark. */
function read(text: string, country?: string): string[] {
  return readPhones(text, country).map(({ raw, e164 }) => e164 ?? `?${raw}`);
}

describe('one number', () => {
  it.each([
    ['+44 20 7946 0001', undefined, '+442079460001'],
    ['+44 (0)20 7946 0001', undefined, '+442079460001'],
    ['+44-20-7946-0001', undefined, '+442079460001'],
    ['+44.20.7946.0001', undefined, '+442079460001'],
    ['(+44) 20 7946 0001', undefined, '+442079460001'],
    ['+(44) 20 7946 0001', undefined, '+442079460001'],
    ['+ 44 20 7946 0001', undefined, '+442079460001'],
    ['0044 20 7946 0001', undefined, '+442079460001'],
    ['+225 07 12 34 56 11', undefined, '+2250712345611'],
    ['+242 06 612 3456', undefined, '+242066123456'],
    ['00 44 20 7946 0001', 'us', '+442079460001'],
    ['011 44 20 7946 0001', 'us', '+442079460001'],
    ['tel:+44-20-7946-0001', undefined, '+442079460001'],
    ['mobile +44 7700 900001', undefined, '+447700900001'],
    ['+44 7700 900001 (mobile)', undefined, '+447700900001'],
    ['+44 20 7946 0001 ext. 12', undefined, '+442079460001;ext=12'],
    ['+44 20 7946 0001 x12', undefined, '+442079460001;ext=12'],
    ['+44 20 7946 0001 #12', undefined, '+442079460001;ext=12'],
    ['+44 20 7946 0001, ext. 12', undefined, '+442079460001;ext=12'],
    ['+٤٤ ٢٠ ٧٩٤٦ ٠٠٠١', undefined, '+442079460001'],
    ['+۴۴ ۲۰ ۷۹۴۶ ۰۰۰۱', undefined, '+442079460001'],
    ['＋４４　２０　７９４６　０００１', undefined, '+442079460001'],
    ['\u202a+44 20 7946 0001\u202c', undefined, '+442079460001'],
    ['+1-684-555-0123', undefined, '+16845550123'],
    ['020 7946 0001', 'uk', '+442079460001'],
    ['020 7946 0001', 'GB', '+442079460001'],
    ['020/79460001', 'uk', '+442079460001'],
    ['020 7946 0001', 'xa', '?020 7946 0001'],
    ['020 7946 0001', undefined, '?020 7946 0001'],
    ['020 7946 0001', 'xn--p1ai', '?020 7946 0001'],
    ['+999 123 456', undefined, '?+999 123 456'],
    ['same as the office', undefined, '?same as the office'],
    ['0031 (0)20 794 0801', undefined, '+31207940801'],
    ['(06) 123', 'nl', '?(06) 123'],
    ['(020) 794 0801', 'nl', '+31207940801'],
    ['+44 20 7946 0001 доб. 12', undefined, '+442079460001;ext=12'],
    ['+44 20 7946 0001, доб. 12', undefined, '+442079460001;ext=12'],
    ['+49 30 23125 000 DW 12', undefined, '+493023125000;ext=12'],
    ['+33 1 99 00 12 34 poste 12', undefined, '+33199001234;ext=12'],
    ['+44 20 7946 0001 ramal 12', undefined, '+442079460001;ext=12'],
    ['+44 20 7946 0001 (ext 12)', undefined, '+442079460001;ext=12'],
    ['+44 7700 900001 (WhatsApp only)', undefined, '+447700900001'],
    ['WhatsApp: +44 7700 900001', undefined, '+447700900001'],
    ['24x7: +44 20 7946 0001', undefined, '+442079460001'],
    ['+44 20 7946 0001 (24/7)', undefined, '+442079460001'],
    ['++44 20 7946 0001', undefined, '+442079460001'],
    ['020.7946.0001', 'uk', '+442079460001'],
    ['٠٠٤٤ ٢٠ ٧٩٤٦ ٠٠٠١', undefined, '+442079460001'],
    ['+61 4 9157 0156', undefined, '+61491570156'],
    ['+33 6 39 98 12 34', undefined, '+33639981234'],
    ['1-800-FLOWERS', 'us', '?1-800-FLOWERS'],
    ['+1 800 FLOWERS', undefined, '?+1 800 FLOWERS'],
    ['+44 20 7946 0001 to 0003', undefined, '?+44 20 7946 0001 to 0003'],
    ['+44 20 7946 0001/2', undefined, '?+44 20 7946 0001/2'],
    ['WhatsApp only', undefined, '?WhatsApp only'],
    ['same as above', undefined, '?same as above'],
    ['Signal: ana.01', undefined, '?Signal: ana.01'],
    ['12', undefined, '?12'],
  ])('%j with the hint %j is %j', (text, country, expected) => {
    expect(read(text, country)).toEqual([expected]);
  });

  it('keeps the raw form as it was written', () => {
    expect(readPhones(' \u202a+44 (0)20 7946 0001\u202c ')).toEqual([
      { raw: '\u202a+44 (0)20 7946 0001\u202c', e164: '+442079460001' },
    ]);
  });
});

describe('several numbers', () => {
  it.each([
    '+44 20 7946 0001 or +44 7700 900001',
    '+44 20 7946 0001, +44 7700 900001',
    '+44 20 7946 0001; +44 7700 900001',
    '+44 20 7946 0001 / +44 7700 900001',
    '+44 20 7946 0001/+44 7700 900001',
    '0044 20 7946 0001 / 0044 7700 900001',
    '+44 20 7946 0001 (office), +44 7700 900001 (mobile)',
    '+44 20 7946 0001, office, +44 7700 900001, mobile',
    'office +44 20 7946 0001 and mobile +44 7700 900001',
    '+44 20 7946 0001 и +44 7700 900001',
    '+44 20 7946 0001、+44 7700 900001',
    '+44 20 7946 0001 | +44 7700 900001',
    '+44 20 7946 0001 +44 7700 900001',
    'office: +44 20 7946 0001 mobile: +44 7700 900001',
    '(office) +44 20 7946 0001 (mobile) +44 7700 900001',
    'O +44 20 7946 0001 / M +44 7700 900001',
  ])('%j are two', (text) => {
    expect(read(text)).toEqual(['+442079460001', '+447700900001']);
  });

  it('are six at most, and none in an empty text', () => {
    expect(read('+44 20 7946 0001,'.repeat(50))).toHaveLength(6);
    expect(read('')).toEqual([]);
    expect(read(' , ; ')).toEqual([]);
  });
});

describe('properties', () => {
  it('every E.164 form is one, and every raw form is part of the text', () => {
    const sign = fc.constantFrom(
      '+',
      '0',
      '4',
      '7',
      '9',
      ' ',
      '(',
      ')',
      '-',
      '/',
      ',',
      'ext',
      'x',
      '#',
      'or',
      '٤',
      '４',
      '\u202a',
      '.',
      'a',
    );
    fc.assert(
      fc.property(
        fc.array(sign, { maxLength: 40 }),
        fc.constantFrom(undefined, 'xa', 'uk', 'us'),
        (signs, country) => {
          for (const { raw, e164 } of readPhones(signs.join(''), country)) {
            expect(raw).not.toBe('');
            if (e164 !== undefined) expect(e164).toMatch(/^\+[1-9]\d{3,17}(;ext=\d{1,20})?$/);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ['digits', '1'.repeat(1_000_000)],
    ['slashes', '1/'.repeat(500_000)],
    ['brackets', '('.repeat(1_000_000)],
    ['blanks', `1${' '.repeat(1_000_000)}2`],
  ])('a megabyte of %s takes less than half a second', (_, text) => {
    const started = cpuTime();
    readPhones(text, 'uk');
    expect(cpuTime() - started).toBeLessThan(500);
  });
});
