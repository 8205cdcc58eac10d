/** Broken mails: none crashes the reader or keeps it long, and what a person typed is found where it can be. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mail } from '../../src/machines/words/mail.ts';
import { mendMime } from '../../src/machines/reading/mime-mend.ts';
import { readHeader } from '../../src/machines/reading/header.ts';
import { parseMail } from '../../src/pipeline/parse.ts';
import { cpuTime } from '../support/cpu.ts';

const envelope = { from: 'admin@nic.xa', to: 'tld-ops-join@lists.example', client: {} };

async function parse(raw: Buffer | string): Promise<Mail> {
  const bytes = typeof raw === 'string' ? Buffer.from(raw, 'latin1') : raw;
  const begin = cpuTime();
  const mail = await parseMail({ raw: bytes, sha256: 'ab12', envelope });
  expect(cpuTime() - begin).toBeLessThan(1_000);
  return mail;
}

/** Header lines and body lines with CRLF. */
function lines(...all: readonly string[]): string {
  return `${all.join('\r\n')}\r\n`;
}

const HEAD = ['From: Admin of XA <admin@nic.xa>', 'To: tld-ops-join@lists.example', 'Subject: s'];
const MIXED = 'Content-Type: multipart/mixed; boundary="b1"';
const PLAIN = 'Content-Type: text/plain; charset=utf-8';
const ZIP = [
  'Content-Type: application/zip; name="a.zip"',
  'Content-Transfer-Encoding: base64',
  '',
  'UEsDBA==',
];
const TYPED = 'Please add Rosa Lind.';
const BASE64 = Buffer.from(`${TYPED}\r\n`.repeat(8)).toString('base64');

// Each is one way in which senders, gateways and disks break a mail; the text is found in all of them.
const TYPED_MAILS: Readonly<Record<string, string>> = {
  'no boundary is named': lines(
    ...HEAD,
    'Content-Type: multipart/mixed',
    '',
    '--b1',
    PLAIN,
    '',
    TYPED,
    '--b1--',
  ),
  'another boundary is named than used': lines(
    ...HEAD,
    'Content-Type: multipart/mixed; boundary=other',
    '',
    '--b1',
    PLAIN,
    '',
    TYPED,
    '--b1--',
  ),
  'multipart is said of a plain text': lines(...HEAD, MIXED, '', TYPED),
  'the semicolon before the boundary is missing': lines(
    ...HEAD,
    'Content-Type: multipart/mixed boundary="b1"',
    '',
    '--b1',
    PLAIN,
    '',
    TYPED,
    '--b1--',
  ),
  'the Content-Type of the message is lost': lines(
    ...HEAD,
    '',
    '--b1',
    PLAIN,
    '',
    TYPED,
    '--b1',
    ...ZIP,
    '--b1--',
  ),
  'the last boundary never comes': lines(...HEAD, MIXED, '', '--b1', PLAIN, '', TYPED),
  'blanks follow the boundary': lines(
    ...HEAD,
    MIXED,
    '',
    '--b1  \t',
    PLAIN,
    '',
    TYPED,
    '--b1 ',
    ...ZIP,
    '--b1-- ',
  ),
  'an inner multipart is never closed': lines(
    ...HEAD,
    MIXED,
    '',
    '--b1',
    'Content-Type: multipart/alternative; boundary=b2',
    '',
    '--b2',
    PLAIN,
    '',
    TYPED,
    '--b1',
    ...ZIP,
    '--b1--',
  ),
  'an inner multipart has the boundary of the outer one': lines(
    ...HEAD,
    MIXED,
    '',
    '--b1',
    MIXED,
    '',
    '--b1',
    PLAIN,
    '',
    TYPED,
    '--b1--',
    '--b1--',
  ),
  'a part has no header': lines(...HEAD, MIXED, '', '--b1', '', TYPED, '--b1--'),
  'the boundary stands in the preamble': lines(
    ...HEAD,
    MIXED,
    '',
    'This --b1 is not',
    '--b1',
    PLAIN,
    '',
    TYPED,
    '--b1--',
  ),
  'there is no empty line behind the header': lines(...HEAD, TYPED),
  'the type is garbage': lines(...HEAD, 'Content-Type: text; plain', '', TYPED),
  'the type is empty': lines(...HEAD, 'Content-Type: ;;', '', TYPED),
  'the semicolon before the charset is missing': lines(
    ...HEAD,
    'Content-Type: text/plain charset=utf-8',
    '',
    TYPED,
  ),
  'the type is the wrong way round': lines(...HEAD, 'Content-Type: plain/text', '', TYPED),
  'the type is a text that nobody knows': lines(...HEAD, 'Content-Type: text/x-own', '', TYPED),
  'the type comes twice': lines(...HEAD, PLAIN, 'Content-Type: application/pdf', '', TYPED),
  'the encoding comes twice': lines(
    ...HEAD,
    'Content-Transfer-Encoding: 8bit',
    'Content-Transfer-Encoding: base64',
    '',
    TYPED,
  ),
  'the encoding is unknown': lines(...HEAD, 'Content-Transfer-Encoding: x-none', '', TYPED),
  'the encoding is nearly right': lines(...HEAD, 'Content-Transfer-Encoding: Base 64', '', BASE64),
  'base64 says that it is 8bit': lines(
    ...HEAD,
    'Content-Transfer-Encoding: 8bit',
    '',
    BASE64.replace(/.{76}/g, '$&\r\n'),
  ),
  'base64 has garbage in it': lines(
    ...HEAD,
    'Content-Transfer-Encoding: base64',
    '',
    `!${BASE64.slice(0, 10)}\u0000 \u00e9${BASE64.slice(10)}***`,
  ),
  'base64 comes in two pieces': lines(
    ...HEAD,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('Hello! ').toString('base64'),
    Buffer.from(TYPED).toString('base64'),
  ),
  'base64 is cut': lines(...HEAD, 'Content-Transfer-Encoding: base64', '', BASE64.slice(0, 61)),
  'quoted-printable has broken escapes': lines(
    ...HEAD,
    'Content-Transfer-Encoding: quoted-printable',
    '',
    `=ZZ =C3 ${TYPED}=`,
  ),
  'the body begins like a header': lines(...HEAD, '', 'Subject: other', '', TYPED),
  'it comes out of a mailbox file': lines(
    'From admin@nic.xa Sat Nov 21 09:00:00 2026',
    ...HEAD,
    '',
    TYPED,
  ),
  'it comes out of a mailbox file in another one': lines(
    '>From admin@nic.xa Sat Nov 21 09:00:00 2026',
    ...HEAD,
    MIXED,
    '',
    '--b1',
    PLAIN,
    '',
    TYPED,
  ),
  'the lines end with LF': [...HEAD, MIXED, '', '--b1', PLAIN, '', TYPED, '--b1--'].join('\n'),
  'the lines end with CR': [...HEAD, MIXED, '', '--b1', PLAIN, '', TYPED, '--b1--'].join('\r'),
  'NUL stands between all letters': lines(...HEAD, '', [...TYPED].join('\u0000')),
  'the text is cut in the middle of a letter': lines(
    ...HEAD,
    PLAIN,
    '',
    `${TYPED} \u00c3\u00a9 \u00e4\u00b8`,
  ),
  'the charset is nonsense': lines(...HEAD, 'Content-Type: text/plain; charset="%00;"', '', TYPED),
  'the charset is UTF-7': lines(...HEAD, 'Content-Type: text/plain; charset=utf-7', '', TYPED),
  'a field has no name': lines(': x', ...HEAD, '', TYPED),
  'only the text is marked as a file': lines(
    ...HEAD,
    'Content-Disposition: attachment; filename=mail.txt',
    '',
    TYPED,
  ),
  'the only text shall be shown and has a name': lines(
    ...HEAD,
    MIXED,
    '',
    '--b1',
    `${PLAIN}; name=a.txt`,
    'Content-Disposition: inline; filename=a.txt',
    '',
    TYPED,
    '--b1',
    ...ZIP,
    '--b1--',
  ),
};

describe('a broken mail', () => {
  it.each(Object.entries(TYPED_MAILS))('is read although %s', async (_, raw) => {
    const mail = await parse(raw);
    expect(mail.text).toContain(TYPED);
    expect(mail.text).not.toContain('UEsDBA');
  });

  it('keeps the file behind an inner multipart that is never closed', async () => {
    const mail = await parse(TYPED_MAILS['an inner multipart is never closed'] ?? '');
    expect(mail.attachments).toMatchObject([{ name: 'a.zip', size: 4 }]);
  });

  it.each([
    ['nothing', ''],
    ['a line end', '\r\n'],
    ['a NUL', '\u0000'],
    ['a header alone', lines(...HEAD)],
    ['a header alone without its last line end', HEAD.join('\r\n')],
    ['a boundary alone', lines(...HEAD, MIXED, '', '--b1')],
    ['boundaries alone', lines(...HEAD, MIXED, '', '--b1', '--b1', '--b1--', '--b1--')],
    ['a file alone', lines(...HEAD, ...ZIP)],
    ['a part that is cut in its header', lines(...HEAD, MIXED, '', '--b1', 'Content-Type: te')],
  ])('has no text when it is %s', async (_, raw) => {
    const mail = await parse(raw);
    expect(mail.text.trim()).toBe('');
    expect(mail.html).toBeUndefined();
  });

  it('keeps its 8-bit header readable', async () => {
    const mail = await parse(lines(...HEAD.slice(0, 2), 'Subject: J\u00f6rg', '', TYPED));
    expect(mail.subject).toBe('Jörg');
  });
});

describe('mending', () => {
  it.each([
    ['a byte-order mark', '\u00ef\u00bb\u00bfX-First: 1\r\n'],
    ['the rest of a field', ' for <tld-ops-join@lists.example>; Mon, 23 Nov 2026\r\n'],
    ['an mbox line and a byte-order mark', 'From a@b.xa Sat\r\n\u00ef\u00bb\u00bfX-First: 1\r\n'],
  ])('is read below %s, and its author is the one of the raw header', async (_, first) => {
    const mail = await parse(`${first}${lines(...HEAD, PLAIN, '', TYPED)}`);
    expect(mail.text.trim()).toBe(TYPED);
    expect(mail.from).toMatchObject({ ok: true, mailbox: { address: 'admin@nic.xa' } });
  });

  it.each([
    ['alone', ''],
    ['beside another', 'From: mallory@mailbox.example\r\n'],
  ])('gets no author from a From behind a byte-order mark, %s', async (_, other) => {
    const mail = await parse(
      `\u00ef\u00bb\u00bfFrom: admin@nic.xa\r\n${other}${lines('Subject: s', PLAIN, '', TYPED)}`,
    );
    expect(mail.from.ok).toBe(false);
  });

  it('keeps its first lines when it has no header at all', () => {
    const raw = Buffer.from(lines('  Please add', 'Name: Rosa Lind', '', 'Thanks'), 'latin1');
    expect(mendMime(raw, readHeader(raw)).toString()).toContain('  Please add');
  });

  it('leaves a sound mail as it is', () => {
    const raw = Buffer.from(
      lines(...HEAD, MIXED, '', 'pre', '--b1', PLAIN, '', TYPED, '--b1', ...ZIP, '--b1--', 'post'),
    );
    expect(mendMime(raw, readHeader(raw))).toBe(raw);
  });

  it('never throws, and adds little', () => {
    const piece = fc.constantFrom(
      '--b1',
      '--b2',
      '--b1--',
      '--b2--',
      ' ',
      '\r',
      '\n',
      '\r\n',
      '\r\n\r\n',
      'é',
      'From a',
      '>From a',
      'From: a',
      MIXED,
      'Content-Type: multipart/mixed',
      'boundary=b2',
      PLAIN,
      ':',
      '"',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const raw = Buffer.from(pieces.join(''));
        const once = mendMime(raw, readHeader(raw));
        expect(once.length).toBeLessThan(20 * raw.length + 300);
      }),
    );
  });
});
