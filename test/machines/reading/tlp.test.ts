/** TLP labels in all their forms, what only looks like one, and the subject that shows one. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTlp, stampSubject } from '../../../src/machines/reading/tlp.ts';
import { strictest, type Tlp, TLP_LABELS } from '../../../src/machines/words/tlp.ts';

const SUBJECTS: readonly (readonly [subject: string, tlp: Tlp | undefined])[] = [
  ['[TLP-AMBER] Phishing', 'AMBER'],
  ['[TLP:AMBER] Phishing', 'AMBER'],
  ['TLP:AMBER Phishing', 'AMBER'],
  ['TLP: AMBER Phishing', 'AMBER'],
  ['TLP : Amber - Phishing', 'AMBER'],
  ['TLP AMBER Phishing', 'AMBER'],
  ['tlp amber: phishing', 'AMBER'],
  ['tlp amber', 'AMBER'],
  ['Phishing (tlp amber)', 'AMBER'],
  ['Phishing [tlp green] of registrars', 'GREEN'],
  ['Phishing - TLP_GREEN.', 'GREEN'],
  ['TLP:AMBER+STRICT', 'AMBER+STRICT'],
  ['[TLP-AMBER-STRICT]', 'AMBER+STRICT'],
  ['TLP: AMBER + STRICT', 'AMBER+STRICT'],
  ['TLP:AMBER STRICT', 'AMBER+STRICT'],
  ['TLP WHITE', 'CLEAR'],
  ['TLP-WHITE: newsletter', 'CLEAR'],
  ['tlp:clear', 'CLEAR'],
  ['Re: AW: [EXTERNAL] TLP:GREEN what do you see?', 'GREEN'],
  ['Re[2]: [TLD-OPS] TLP:GREEN what do you see?', 'GREEN'],
  ['ＴＬＰ：ＡＭＢＥＲ 攻撃', 'AMBER'],
  ['【TLP：RED】攻撃', 'RED'],
  ['「ｔｌｐ:ｇｒｅｅｎ」攻撃', 'GREEN'],
  ['{TLP:RED} <TLP:GREEN>', 'RED'],
  ['TLP\u200b:\u200bAM\u00adBER', 'AMBER'],
  ['TLP–AMBER', 'AMBER'],
  ['*TLP:GREEN* news', 'GREEN'],
  ['TLP:GREEN/AMBER', 'AMBER'],
  ['TLP: [GREEN]', 'GREEN'],
  ['We must treat it as TLP:RED until Monday', 'RED'],
  ['We must treat it as TLP RED until Monday', 'RED'],
  ['TLP: Green Phishing', 'GREEN'],
  ['tlp:green phishing', 'GREEN'],
  ['tlp: red phishing', 'RED'],
  ['Phishing - TLP:GREEN', 'GREEN'],
  ['TLPv2:RED', 'RED'],
  ['TLP 2.0 RED', 'RED'],
  ['TLP 2.0: RED', 'RED'],
  ['TLP level: RED', 'RED'],
  ['TLP: **RED**', 'RED'],
  ['TLP:2 red hats', undefined],
  // Not labels.
  ['Not TLP:CLEAR', undefined],
  ['This is not TLP:CLEAR', undefined],
  ['Who made this TLP:CLEAR?', undefined],
  ['TLP:CLEAR?', undefined],
  ['Please do not mark it "TLP:GREEN"', undefined],
  ['Phishing TLP:GREEN', undefined],
  ['TLP: clear instructions follow', undefined],
  ['We like TLP. Red hats too', undefined],
  ['About the tlp amber alert of Monday', undefined],
  ['Tlp amber alert of Monday', undefined],
  ['About the TLP:CLEAR report of last week', undefined],
  ['About the TLP GREEN report of last week', undefined],
  ['TLP', undefined],
  ['TLP:', undefined],
  ['TLP:AMBERGRIS', undefined],
  ['TLP:REDUCED', undefined],
  ['HTLP:RED', undefined],
  ['TLP is not red', undefined],
  ['AMBER', undefined],
  ['TLP:ROUGE', undefined],
  ['TLPRED', undefined],
  ['', undefined],
];

describe('a label', () => {
  test.each(SUBJECTS)('in the subject "%s" is %s', (subject, tlp) => {
    expect(readTlp(subject, '')).toBe(tlp);
  });

  test.each([
    ['the first line', 'TLP:GREEN\n\nDear all,', 'GREEN'],
    ['the fifth line that is not empty', 'a\n\nb\n\nc\n\nd\n\nTLP:GREEN', 'GREEN'],
    ['the sixth line', 'a\nb\nc\nd\ne\nTLP:GREEN', undefined],
    ['the end of a sentence', 'Dear all,\n\nthis is TLP:GREEN.', undefined],
    ['the end of a negation', 'Please do not treat this as TLP:GREEN', undefined],
    ['a question', 'Is this TLP:WHITE?', undefined],
    ['the rest of a sentence', 'They must never be marked as\nTLP:CLEAR.\nThe key', undefined],
    ['the rest of a list', 'Do not use these:\nTLP:CLEAR\nTLP:GREEN', undefined],
    ['a line below a sentence', 'Hello.\n*TLP:GREEN*\nWho sees it?', 'GREEN'],
    ['a line below a label', 'TLP:CLEAR\nTLP:GREEN\n\nWho sees it?', 'GREEN'],
    ['brackets at the beginning', '[TLP:GREEN] Dear all, who sees it?', 'GREEN'],
    ['brackets in a sentence', 'The report (TLP:GREEN) is attached.', undefined],
    ['two lines', 'TLP:\n\nRED\n', 'RED'],
    ['two lines with stars', 'TLP: \n**AMBER**\n', 'AMBER'],
    ['the middle of a sentence', 'The TLP:GREEN report is wrong.', undefined],
    ['a very long line', `${'x '.repeat(1000)}TLP:RED`, undefined],
  ] as const)('stands in %s of the own text', (_, text, tlp) => {
    expect(readTlp('News', text)).toBe(tlp);
  });

  test('of several counts the strictest, also of ten', () => {
    const ten =
      'TLP:CLEAR TLP:GREEN [TLP-WHITE] TLP:GREEN tlp:clear TLP AMBER (TLP:GREEN) TLP:AMBER+STRICT TLP:CLEAR TLP:GREEN';
    expect(readTlp(ten, '')).toBe('AMBER+STRICT');
    expect(readTlp(ten, 'TLP:RED')).toBe('RED');
    expect(readTlp('TLP:GREEN', 'TLP:CLEAR')).toBe('GREEN');
    expect(stampSubject(ten, 'AMBER+STRICT')).toBe('[TLP:AMBER+STRICT]');
  });
});

describe('the subject of a copy', () => {
  test.each([
    ['[TLP:AMBER] Phishing', 'AMBER', '[TLP:AMBER] Phishing'],
    ['Phishing (tlp-amber)', 'AMBER', 'Phishing (tlp-amber)'],
    ['Re: TLP WHITE news', 'CLEAR', 'Re: TLP WHITE news'],
    ['Phishing', 'RED', '[TLP:RED] Phishing'],
    ['', 'RED', '[TLP:RED]'],
    ['TLP:GREEN', 'RED', '[TLP:RED]'],
    ['[TLP:GREEN] Phishing', 'RED', '[TLP:RED] Phishing'],
    ['Re: [TLP:GREEN] Phishing', 'AMBER', '[TLP:AMBER] Re: Phishing'],
    ['Re: TLP:GREEN: Phishing', 'AMBER', '[TLP:AMBER] Re: Phishing'],
    ['Phishing - TLP:GREEN', 'AMBER', '[TLP:AMBER] Phishing'],
    ['[TLP:RED] [TLP:RED] Phishing', 'RED', '[TLP:RED] Phishing'],
    ['[TLP:RED] Phishing TLP:CLEAR', 'RED', '[TLP:RED] Phishing'],
    ['ＴＬＰ：ＡＭＢＥＲ 攻撃１', 'AMBER', '[TLP:AMBER] 攻撃１'],
    ['About the TLP:CLEAR report', 'RED', '[TLP:RED] About the report'],
    ['TLP:[TLP:RED]CLEAR', 'GREEN', '[TLP:GREEN]'],
    ['TLP:GREEN/AMBER news', 'AMBER', '[TLP:AMBER] news'],
  ] as const)('"%s" with %s is "%s"', (subject, tlp, stamped) => {
    expect(stampSubject(subject, tlp)).toBe(stamped);
  });

  const label = fc.constantFrom(...TLP_LABELS);
  const piece = fc.oneof(
    label.map((one) => `TLP:${one}`),
    label.map((one) => `[TLP-${one.replace('+', '-')}]`),
    fc.constantFrom(
      'TLP',
      ':',
      ' ',
      'RED',
      'AMBER',
      '+',
      'STRICT',
      '[',
      ']',
      'Re: ',
      'ＴＬＰ',
      '：',
      '\u200b',
      'clear',
      '-',
    ),
    fc.string({ maxLength: 8 }),
  );
  const subject = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

  test('whatever it was, it shows this label and no other, and stays so', () => {
    fc.assert(
      fc.property(subject, label, (text, tlp) => {
        const stamped = stampSubject(text, tlp);
        expect(readTlp(stamped, '')).toBe(tlp);
        expect(stampSubject(stamped, tlp)).toBe(stamped);
      }),
    );
  });

  test('a second label never frees a text', () => {
    fc.assert(
      fc.property(label, label, fc.boolean(), (one, other, inText) => {
        const [front, text] = inText ? ['', `TLP:${other}`] : [`TLP:${other} `, ''];
        expect(readTlp(`${front}[TLP:${one}] News`, text)).toBe(strictest([one, other]));
      }),
    );
  });

  test('a megabyte of labels is read in a moment', () => {
    const text = `TLP:${' '.repeat(3)}`.repeat(150_000);
    expect(readTlp(text, text)).toBeUndefined();
    expect(stampSubject('TLP:GREEN '.repeat(50), 'RED')).toBe('[TLP:RED]');
  });
});
