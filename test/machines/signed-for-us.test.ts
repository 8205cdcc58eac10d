/** A signature counts only for a mail that was written to us, and now. */

import { expect, it } from 'vitest';
import { findStray, readDate } from '../../src/machines/signed-for-us.ts';

const at = {
  isOurs: (address: string) => address === 'tld-ops-join@lists.example',
  received: new Date('2026-11-27T06:00:00Z'),
};

it.each([
  ['Fri, 27 Nov 2026 05:00:00 +0100 (MEZ)', undefined],
  ['27 Nov 26 05:00 EST', undefined],
  ['27 Nov 2026 05:00:00 A', undefined],
  ['Fri, 27 Nov 2026 14:00:00 JST', undefined],
  ['Fri, 27 Nov 2026 07:00:00 CEST', undefined],
  ['Fri , 27 Nov 2026 05 : 00 : 00 (a) IST', undefined],
  ['пт, 27 Nov 2026 05:00:00 +0300', undefined],
  ['Fri, 27 Nov 2020 05:00:00 JST', 'not-now'],
  ['Fri, 27 Nov 2027 05:00:00 +0000', 'not-now'],
  ['some day', 'not-now'],
  ['', 'not-now'],
])('Date: %s', (date, expected) => {
  const headers = [
    { name: 'to', value: 'tld-ops-join@lists.example' },
    { name: 'date', value: date },
  ];
  expect(findStray({ headers }, ['to', 'date'], at)).toBe(expected);
});

it('reads the same date whatever blanks were added to it', () => {
  const date = 'Fri, 27 Nov 2026 05:00:00 -0500';
  for (const blanks of ['  ', '\t', ' '.repeat(90), ' '.repeat(20_000)]) {
    const other = date.replaceAll(' ', blanks);
    expect(readDate(other)).toBe(readDate(date));
    expect(readDate(date.replace(' -', `${blanks}-`))).toBe(readDate(date));
  }
});
