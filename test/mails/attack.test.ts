/** The attacks are complete: a row for each mail, a mail for each row, all small, none of them true. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isReason } from '../../src/machines/reasons.ts';
import { ATTACK } from './attack.ts';

const FOLDER = new URL('attack/', import.meta.url);
const MAILS = readdirSync(FOLDER).filter((name) => name.endsWith('.eml'));
const HARMLESS = ['opened', 'answered', 'noted', 'ignored', 'held', 'refused', 'quarantined'];
const PLACEHOLDER =
  /^\{\{(?:case|queued-case|used|expired|(?:challenge|validate|details)(?:-to|-id|-quoted|-text)?)\}\}$/;

test('each attack has a row, and each row an attack', () => {
  expect(ATTACK.map(({ file }) => `${file}.eml`).toSorted()).toEqual(MAILS.toSorted());
});

test('there are at least 80 attacks', () => {
  expect(ATTACK.length).toBeGreaterThanOrEqual(80);
});

test('no attack is larger than 200 KiB', () => {
  const large = MAILS.filter((name) => statSync(new URL(name, FOLDER)).size > 200 * 1024);
  expect(large).toEqual([]);
});

test('the outcomes are words of the inbox with codes of the reasons, and move nothing', () => {
  const pairs = ATTACK.flatMap(({ outcomes }) => outcomes.map((pair) => pair.split(' ')));
  const wrong = pairs.filter(
    ([outcome = '', reason = '', ...more]) =>
      !HARMLESS.includes(outcome) || !isReason(reason) || more.length > 0,
  );
  expect(wrong).toEqual([]);
});

test('whoever may open a request of their own has a level of evidence, and nobody else', () => {
  const odd = ATTACK.filter(
    ({ outcomes, atMost }) =>
      outcomes.some((pair) => pair.startsWith('opened ')) !== (atMost !== undefined),
  );
  expect(odd.map(({ file }) => file)).toEqual([]);
});

test('an attack holds no placeholder that the harness does not know', () => {
  const texts = ATTACK.map(({ file, to }) => `${to ?? ''} ${readRaw(file)}`);
  const used = new Set(texts.flatMap((text) => text.match(/\{\{[^{}\s]{0,40}\}\}/g) ?? []));
  expect([...used].filter((one) => !PLACEHOLDER.test(one))).toEqual([]);
});

function readRaw(file: string): string {
  return readFileSync(new URL(`${file}.eml`, FOLDER), 'latin1');
}
