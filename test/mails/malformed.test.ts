/** The broken mails are complete: a row for each mail, a mail for each row, all small. */

import { readdirSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MALFORMED } from './malformed.ts';

const FOLDER = new URL('malformed/', import.meta.url);
const MAILS = readdirSync(FOLDER).filter((name) => name.endsWith('.eml'));

test('each broken mail has a row, and each row a mail', () => {
  expect(MALFORMED.map(({ file }) => `${file}.eml`).toSorted()).toEqual(MAILS.toSorted());
});

test('there are at least 50 broken mails, and half of them can be read', () => {
  const readable = MALFORMED.filter(({ becomes }) => becomes === 'read');
  expect(MALFORMED.length).toBeGreaterThanOrEqual(50);
  expect(readable.length * 2).toBeGreaterThanOrEqual(MALFORMED.length);
});

test('no broken mail is larger than 200 KiB', () => {
  const large = MAILS.filter((name) => statSync(new URL(name, FOLDER)).size > 200 * 1024);
  expect(large).toEqual([]);
});

test('a mail that is to be read says what is to be found in it, and no other does', () => {
  const odd = MALFORMED.filter(({ becomes, says }) => (becomes === 'read') !== (says !== undefined));
  expect(odd.map(({ file }) => file)).toEqual([]);
});
