/** A code of ours is found wherever it hides in a whole mail. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { showToken, writeToken } from '../../src/machines/words/token.ts';
import { tokensAnywhere } from '../../src/machines/tokens-anywhere.ts';

const TOKEN = writeToken(Buffer.from('0123456789abcdef'));
const SHOWN = showToken(TOKEN);
const base64 = (text: string) =>
  Buffer.from(text)
    .toString('base64')
    .replace(/(.{76})/g, '$1\r\n');

test.each([
  ['an attached mail', `--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: x ${SHOWN}\r\n`],
  ['base64', base64(`The word and the code: CONFIRM ${SHOWN}. Thank you very much.`)],
  ['base64 in base64', base64(base64(`Dear Rosa, CONFIRM ${SHOWN}, please, and thank you.`))],
  ['quoted-printable', `CONFIRM=20${SHOWN.slice(0, 12)}=\r\n${SHOWN.slice(12)}=2E`],
  ['HTML, cut by tags', `<p>CONFIRM <b>${TOKEN.slice(0, 9)}</b>${TOKEN.slice(9)}</p>`],
  ['a quoted line that was broken', `> CONFIRM ${SHOWN.slice(0, 15)}\r\n> ${SHOWN.slice(15)}`],
  ['a Message-ID', `References: <c12.details.${TOKEN}@lists.example>`],
])('a code in %s is found', (_, raw) => {
  expect(tokensAnywhere(Buffer.from(raw), [])).toContain(TOKEN);
});

test('a code alone on a line of an attached text is found, also below a picture', () => {
  const bytes = Buffer.from(Array.from({ length: 30_000 }, (_, at) => (at * 2_654_435_761) >>> 13));
  const raw = `${bytes.toString('base64').replace(/(.{76})/g, '$1\r\n')}\r\n--b\r\n\r\n${TOKEN}\r\n`;
  expect(tokensAnywhere(Buffer.from(raw), [])).toContain(TOKEN);
});

test('of the text that was read in another charset it is found too', () => {
  expect(tokensAnywhere(Buffer.from('x'), [`CONFIRM ${SHOWN}`])).toEqual([TOKEN]);
});

test('an attached picture does not fill the list without an end, and is read in a moment', () => {
  const bytes = Buffer.from(
    Array.from({ length: 1_000_000 }, (_, at) => (at * 2_654_435_761) >>> 13),
  );
  const raw = Buffer.from(bytes.toString('base64').replace(/(.{76})/g, '$1\r\n'));
  expect(tokensAnywhere(raw, []).length).toBeLessThan(501);
});

test('a mail of ten megabytes is read without an end of the stack', () => {
  const line = `${'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo'.repeat(2)}\r\n`;
  const raw = Buffer.from(`${line.repeat(140_000)}\r\n${TOKEN}\r\n`);
  expect(tokensAnywhere(raw, [])).toContain(TOKEN);
});

test('takes anything', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400, unit: 'binary' }), (text) => {
      expect(tokensAnywhere(Buffer.from(text), [text]).length).toBeLessThan(20);
    }),
  );
});
