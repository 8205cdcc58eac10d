import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decodeWords } from '../../../src/machines/reading/encoded-word.ts';
import { cpuTime } from '../../support/cpu.ts';

describe('encoded words', () => {
  it.each([
    ['plain text', 'Contacts of .xa', 'Contacts of .xa'],
    ['Q', '=?utf-8?Q?J=C3=B6rg_M?=', 'Jörg M'],
    ['B', '=?UTF-8?B?SsO2cmc=?=', 'Jörg'],
    ['lower-case encodings', '=?utf-8?q?=c3=b6?= =?utf-8?b?w7Y=?=', 'öö'],
    ['text around', 'Re: =?utf-8?Q?=C3=B6?= and more', 'Re: ö and more'],
    ['blanks between two words', '=?utf-8?Q?a?=  \t =?utf-8?Q?b?=', 'ab'],
    ['text between two words', '=?utf-8?Q?a?= x =?utf-8?Q?b?=', 'a x b'],
    ['no blank between two words', '=?utf-8?Q?a?==?utf-8?Q?b?=', 'ab'],
    ['a letter split between two words', '=?utf-8?Q?=C3?= =?utf-8?Q?=B6?=', 'ö'],
    ['a letter split between Q and B', '=?utf-8?Q?=C3?= =?utf-8?B?tg==?=', 'ö'],
    ['padding in each word', '=?utf-8?B?YQ==?= =?utf-8?B?Yg==?=', 'ab'],
    ['two charsets', '=?iso-8859-1?Q?=F6?= =?koi8-r?B?0NLJ18XU?=', 'öпривет'],
    ['a language tag (RFC 2231 5)', '=?utf-8*de?Q?=C3=B6?=', 'ö'],
    ['ISO-2022-JP', '=?ISO-2022-JP?B?GyRCRnxLXBsoQg==?=', '日本'],
    ['GB18030', '=?gb18030?B?1tC5+g==?=', '中国'],
    ['Big5', '=?big5?B?pKSw6g==?=', '中國'],
    ['EUC-KR by its old name', '=?ks_c_5601-1987?B?x9GxuQ==?=', '한국'],
    ['HZ', '=?HZ-GB-2312?B?fns8Okt5Mjt+fQ==?=', '己所不'],
    ['ISO-2022-KR', '=?iso-2022-kr?B?GyQpQw4+SDNnDw==?=', '안녕'],
    [
      'ISO-2022-JP in two words',
      '=?iso-2022-jp?B?GyRCRnwbKEI=?=\r\n =?iso-2022-jp?B?GyRCS1wbKEI=?=',
      '日本',
    ],
    ['a letter split between words without padding', '=?gb2312?B?1tC5?= =?gb2312?B?+g?=', '中国'],
    ['windows-1251 that says UTF-8', '=?utf-8?B?wO3t4CDP5fLw7uLg?=', 'Анна Петрова'],
    ['a lone letter that says Latin-1', '=?iso-8859-1?Q?=F6?=', 'ö'],
    ['windows-1256', '=?windows-1256?B?48zl5sc=?=', 'مجهوا'],
    ['windows-1251 by a wrong name', '=?win-1251?B?7/Do4uXy?=', 'привет'],
    ['UTF-8 that says us-ascii', '=?us-ascii?Q?J=C3=B6rg?=', 'Jörg'],
    ['8 bit that says us-ascii', '=?us-ascii?Q?J=F6rg?=', 'Jörg'],
    ['a blank inside a Q word', '=?utf-8?Q?hello world?=', 'hello world'],
    ['raw letters inside a Q word', '=?utf-8?Q?Jörg?=', 'Jörg'],
    ['a broken Q escape', '=?utf-8?Q?50=_=ZZ?=', '50= =ZZ'],
    ['broken base64', '=?utf-8?B?%%%?=', ''],
    ['an unknown charset', '=?klingon?Q?abc?=', '=?klingon?Q?abc?='],
    ['an unknown charset after a known one', '=?utf-8?Q?a?= =?klingon?Q?b?=', 'a =?klingon?Q?b?='],
    ['UTF-7, which hides its signs', '=?utf-7?Q?+ADw-b+AD4-?=', '=?utf-7?Q?+ADw-b+AD4-?='],
    ['an unknown encoding', '=?utf-8?X?abc?=', '=?utf-8?X?abc?='],
    ['a word without an end', '=?utf-8?Q?abc', '=?utf-8?Q?abc'],
    ['8 bit that says UTF-8', '=?utf-8?Q?J=F6rg?=', 'Jörg'],
    ['bytes that are not of that charset', '=?gb18030?Q?=FF?=', '\ufffd'],
    [
      'what decoding yields is not decoded again',
      '=?utf-8?Q?=3D=3Futf-8=3FQ=3Fa=3F=3D?=',
      '=?utf-8?Q?a?=',
    ],
  ])('%s', (_, value, text) => {
    expect(decodeWords(value)).toBe(text);
  });

  it.each([
    '=?',
    '=?a',
    '=?utf-8?q?',
    '=?utf-8?q?a?= ',
    '?=',
    '=?utf-8?b?YQ==?==',
    ' ',
    '=?utf-8*',
  ])('a megabyte of %j costs no more than its length', (sign) => {
    const start = cpuTime();
    decodeWords(sign.repeat(1_000_000 / sign.length));
    expect(cpuTime() - start).toBeLessThan(2000);
  });

  it('never throws, and gives back text without words unchanged', () => {
    const parts = fc.array(
      fc.constantFrom(
        '=?',
        '?=',
        '?',
        'utf-8',
        'q',
        'B',
        '=C3',
        '=B6',
        ' ',
        'a',
        '=',
        '*',
        'gbk',
        '\u0000',
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          parts.map((list) => list.join('')),
        ),
        (text) => {
          expect(text.includes('=?') || decodeWords(text) === text).toBe(true);
          decodeWords(text);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('decodes what was encoded, wherever the words were split', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
        fc.nat(20),
        (text, at) => {
          const bytes = Buffer.from(text.toWellFormed(), 'utf8');
          const words = [bytes.subarray(0, at), bytes.subarray(at)]
            .filter((part) => part.length > 0)
            .map((part) => `=?utf-8?B?${part.toString('base64')}?=`);
          expect(decodeWords(words.join(' '))).toBe(new TextDecoder().decode(bytes));
        },
      ),
      { numRuns: 300 },
    );
  });
});
