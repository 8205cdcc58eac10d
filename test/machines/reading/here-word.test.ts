/** The word that a drill asks for. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { saysHere } from '../../../src/machines/reading/here-word.ts';

it.each([
  'HERE',
  'here.',
  '  Here!  ',
  '*HERE*',
  'Hello,\n\nhere\n\nRosa Lind',
  'HERE abcd-efgh-jkmn-pqrs-tvwx-yz01-23',
  'Here, thank you',
  'ＨＥＲＥ',
  'OK',
])('"%s" is an answer', (text) => {
  expect(saysHere(text)).toBe(true);
});

it.each([
  '',
  'Here is the number of my colleague: +1 202 555 0114',
  'I am not here',
  'Here?',
  'here and there',
  'I am here until Friday',
  'there',
  'Your answer:  HERE abcd-efgh-jkmn-pqrs-tvwx-yz01-23',
  'OK, I will be back on Monday.',
  'HERE NOT',
  'adhere',
])('"%s" is none', (text) => {
  expect(saysHere(text)).toBe(false);
});

it('never throws, and finds the word wherever its line stands', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
      expect(typeof saysHere(text)).toBe('boolean');
      expect(saysHere(`${text.slice(0, 200)}\nHERE\n${text}`)).toBe(true);
    }),
  );
});

it('is linear', () => {
  const begun = performance.now();
  saysHere('here '.repeat(200_000));
  saysHere('here\u0301'.repeat(200_000));
  saysHere(`${'-'.repeat(19_000)}here`);
  expect(performance.now() - begun).toBeLessThan(1_000);
});
