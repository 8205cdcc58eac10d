import { createHash } from 'node:crypto';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Mail } from '../../src/machines/words/mail.ts';
import { parseMail } from '../../src/pipeline/parse.ts';
import { mailText, rawMail } from '../support/mail-text.ts';
import { cpuTime } from '../support/cpu.ts';

const envelope = { from: 'admin@nic.xa', to: 'tld-ops-join@lists.example', client: {} };

async function parse(raw: Buffer | string): Promise<Mail> {
  return await parseMail({ raw: Buffer.from(raw), sha256: 'ab12', envelope });
}

/** A multipart message out of raw parts, each with its own header. */
function multipart(kind: string, parts: readonly string[], boundary = 'b1'): string {
  const body = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('');
  return mailText({
    headers: { 'Content-Type': `multipart/${kind}; boundary="${boundary}"` },
    body: `preamble\r\n${body}--${boundary}--\r\nepilogue\r\n`,
  });
}

const PLAIN = 'Content-Type: text/plain; charset=utf-8\r\n\r\n';
const HTML = 'Content-Type: text/html; charset=utf-8\r\n\r\n';

describe('a parsed mail', () => {
  it('has what the later stages look at', async () => {
    const mail = await parse(
      mailText({
        to: 'tld-ops-join@lists.example, Jane <jane@b.test>',
        cc: 'third@c.test',
        subject: '=?utf-8?Q?Kontakte_f=C3=BCr?= .xa',
        headers: {
          'In-Reply-To': '<q1@lists.example>',
          References: '<q0@lists.example> <q1@lists.example>',
        },
        body: 'one\ntwo\n',
      }),
    );
    expect(mail).toMatchObject({
      sha256: 'ab12',
      envelope,
      from: { ok: true, mailbox: { name: 'Admin of XA', address: 'admin@nic.xa' } },
      recipients: [
        { name: '', address: 'tld-ops-join@lists.example' },
        { name: 'Jane', address: 'jane@b.test' },
        { name: '', address: 'third@c.test' },
      ],
      subject: 'Kontakte für .xa',
      messageId: '20261121100000.1234@mail.nic.xa',
      answers: ['q1@lists.example', 'q0@lists.example'],
      text: 'one\ntwo\n',
      attachments: [],
    });
    expect(mail.html).toBeUndefined();
    expect(mail.headers.map(({ name }) => name)).toContain('received');
  });

  it('has text and HTML apart, and HTML is never turned into text', async () => {
    const both = await parse(multipart('alternative', [`${PLAIN}plain`, `${HTML}<p>rich</p>`]));
    expect([both.text, both.html]).toEqual(['plain', '<p>rich</p>']);
    const rich = await parse(
      mailText({ headers: { 'Content-Type': 'text/html' }, body: '<p>rich</p>' }),
    );
    expect([rich.text.trim(), rich.html?.trim()]).toEqual(['', '<p>rich</p>']);
  });

  it.each([
    ['koi8-r', Buffer.from([0xd0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4]), 'привет'],
    ['gb18030', Buffer.from([0xd6, 0xd0, 0xb9, 0xfa]), '中国'],
    ['iso-2022-jp', Buffer.from('\u001b$BF|K\\\u001b(B', 'latin1'), '日本'],
    ['windows-1256', Buffer.from([0xe3, 0xd1, 0xcd, 0xc8, 0xc7]), 'مرحبا'],
  ])('is read in %s', async (charset, bytes, text) => {
    const head = rawMail({
      headers: { 'Content-Type': `text/plain; charset=${charset}` },
      body: '',
    });
    expect((await parse(Buffer.concat([head, bytes]))).text).toBe(text);
  });

  it.each([
    ['UTF-8', Buffer.from('Jörg'), 'Jörg'],
    ['Latin-1', Buffer.from('Jörg', 'latin1'), 'Jörg'],
    ['ISO-2022-JP', Buffer.from('\u001b$BF|K\\\u001b(B', 'latin1'), '日本'],
  ])('is read in %s when no charset is named, or us-ascii', async (_, bytes, text) => {
    for (const type of ['text/plain', 'text/plain; charset=us-ascii']) {
      const head = rawMail({ headers: { 'Content-Type': type }, body: '' });
      expect((await parse(Buffer.concat([head, bytes]))).text).toBe(text);
    }
  });

  it('keeps quoted lines quoted when the text is flowed', async () => {
    const body = 'I did not \nask for this: \n> CONFIRM \n> abcd \n>> older \nCONFIRM \n\nx\n';
    const mail = await parse(mailText({ body }));
    expect(mail.text).toBe('I did not ask for this: \n> CONFIRM abcd \n>> older \nCONFIRM \n\nx\n');
  });

  it('has attachments by name, type, size and digest', async () => {
    const vcard = 'BEGIN:VCARD\r\nEND:VCARD\r\n';
    const mail = await parse(
      multipart('mixed', [
        `${PLAIN}see attachment`,
        `Content-Type: text/x-vcard; name="a.vcf"\r\nContent-Disposition: attachment;\r\n filename="../../=?utf-8?Q?J=C3=B6rg?=\u202e.vcf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(vcard).toString('base64')}`,
        'Content-Type: nonsense; name=x\r\n\r\nx',
      ]),
    );
    expect(mail.text).toBe('see attachment');
    expect(mail.attachments[0]).toEqual({
      name: '.._.._Jörg.vcf',
      type: 'text/x-vcard',
      size: vcard.length,
      sha256: createHash('sha256').update(vcard).digest('hex'),
      incidental: true,
    });
    expect(mail.attachments[1]?.type).toBe('application/octet-stream');
  });

  it.each(['inline', 'attachment', ''])(
    'never takes the words of an enclosed message (%s)',
    async (way) => {
      const enclosed = mailText({ from: 'evil@attacker.example', body: 'CONFIRM abcd\n' });
      const disposition = way === '' ? '' : `Content-Disposition: ${way}\r\n`;
      const mail = await parse(
        multipart('mixed', [
          `${PLAIN}no`,
          `Content-Type: message/rfc822\r\n${disposition}\r\n${enclosed}`,
        ]),
      );
      expect(mail.text.trim()).toBe('no');
      expect(mail.attachments.map(({ type }) => type)).toEqual(['message/rfc822']);
    },
  );
});

describe('identity', () => {
  it.each([
    ['two From fields', 'From: admin@nic.xa\r\nFrom: evil@attacker.example', 'two-from-fields'],
    [
      'an encoded word that decodes to an address',
      `From: =?utf-8?B?${Buffer.from('X <admin@nic.xa>').toString('base64')}?=`,
      'from-unreadable',
    ],
    ['empty brackets after an address', 'From: admin@nic.xa <>', 'from-unreadable'],
    ['NUL before another domain', 'From: admin@nic.xa\u0000@y.xa', 'from-unreadable'],
    ['a group', 'From: g: admin@nic.xa;', 'from-without-one-mailbox'],
  ])('does not come from the library: %s', async (_, from, fault) => {
    const mail = await parse(`${from}\r\nSubject: s\r\n\r\ntext\r\n`);
    expect(mail.from).toEqual({ ok: false, fault });
  });
});

describe('the limits', () => {
  it('the subject has at most 500 characters and no controls', async () => {
    const mail = await parse(mailText({ subject: `a\u0007b\u202ec ${'ü'.repeat(600)}` }));
    expect(mail.subject.startsWith('a bc ü')).toBe(true);
    expect([...mail.subject]).toHaveLength(500);
  });

  it('the text has at most 200,000 characters, LF line ends and no NUL', async () => {
    const mail = await parse(mailText({ body: `a\r\nb\rc\u0000d\r\n${'x'.repeat(300_000)}` }));
    expect(mail.text.startsWith('a\nb\ncd\nx')).toBe(true);
    expect(mail.text.length).toBeLessThanOrEqual(200_000);
  });

  it('at most 100 answers are kept: the direct ones and the newest', async () => {
    const many = Array.from({ length: 500 }, (_, index) => `<r${index}@b.test>`).join('\r\n ');
    const mail = await parse(
      mailText({ headers: { 'In-Reply-To': '<d@b.test> (note) x', References: many } }),
    );
    expect([mail.answers.length, mail.answers[0], mail.answers.at(-1)]).toEqual([
      100,
      'd@b.test',
      'r499@b.test',
    ]);
  });

  it.each([
    ['two Message-IDs', { 'Message-ID': ['<a@b.test>', '<c@d.test>'] }],
    ['none in brackets', { 'Message-ID': 'a@b.test' }],
    ['a blank inside', { 'Message-ID': '<a b@b.test>' }],
  ])('the Message-ID is not known with %s', async (_, headers) => {
    expect((await parse(mailText({ headers }))).messageId).toBeUndefined();
  });

  it('100 parts are read', async () => {
    const parts = Array.from({ length: 100 }, (_, index) => `${PLAIN}part ${index}`);
    expect((await parse(multipart('mixed', parts))).text).toContain('part 99');
  });

  it('20 levels are read', async () => {
    expect((await parse(nested(20))).text).toContain('innermost');
  });

  it.each([
    [
      '101 parts',
      () =>
        multipart(
          'mixed',
          Array.from({ length: 101 }, () => `${PLAIN}x`),
        ),
      /more than 100 parts/,
    ],
    [
      '5,000 parts',
      () =>
        multipart(
          'mixed',
          Array.from({ length: 5000 }, () => `${PLAIN}x`),
        ),
      /more than 100 parts/,
    ],
    ['21 levels', () => nested(21), /nested deeper than 20/],
    ['1,000 levels', () => nested(1000), /parts|nested/],
    [
      'parts behind a boundary in pieces (RFC 2231)',
      () =>
        multipart(
          'mixed',
          Array.from({ length: 5000 }, () => `${PLAIN}x`),
        ).replace('boundary="b1"', 'boundary*0="b";boundary*1="1"'),
      /child nodes/,
    ],
    ['a header over 1 MiB', () => `From: a@b.xa\r\nX: ${'a'.repeat(2_000_000)}\r\n\r\nx`, /./],
  ])('%s are refused within a second', async (_, make, reason) => {
    const raw = Buffer.from(make());
    const start = cpuTime();
    await expect(parse(raw)).rejects.toThrow(reason);
    expect(cpuTime() - start).toBeLessThan(1000);
  });

  it.each([
    [
      'nested <div>',
      () => mailText({ headers: { 'Content-Type': 'text/html' }, body: '<div>'.repeat(200_000) }),
    ],
    ['a line of dots', () => mailText({ body: `http://${'xn--a.'.repeat(100_000)}` })],
    [
      'dashes',
      () =>
        mailText({
          body: '--\n'.repeat(300_000),
          headers: { 'Content-Type': 'multipart/mixed; boundary=x' },
        }),
    ],
    ['boundaries that are named only', () => mailText({ body: 'boundary=x\n'.repeat(100_000) })],
    ['commas in From', () => mailText({ from: ','.repeat(200_000) })],
  ])('a megabyte of %s costs less than 3 s', async (_, make) => {
    const raw = Buffer.from(make());
    const start = cpuTime();
    await parse(raw);
    expect(cpuTime() - start).toBeLessThan(3000);
  });

  it('any bytes give a mail or an error, and never a NUL', async () => {
    const pieces = fc.array(
      fc.constantFrom(
        'From: a@b.xa\r\n',
        '\r\n',
        '--b1',
        '--',
        'Content-Type: multipart/mixed; boundary=b1\r\n',
        'Content-Type: message/rfc822\r\n',
        'x',
        '\u0000',
        '=?',
        ' ',
        '\r',
        'Content-Transfer-Encoding: base64\r\n',
      ),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(pieces, async (parts) => {
        const mail = await parse(parts.join(''));
        expect(mail.text + (mail.html ?? '')).not.toContain('\u0000');
      }),
      { numRuns: 150 },
    );
  });
});

function nested(depth: number): string {
  let part = `${PLAIN}innermost`;
  for (let level = depth; level > 1; level -= 1) {
    part = `Content-Type: multipart/mixed; boundary="n${level}"\r\n\r\n--n${level}\r\n${part}\r\n--n${level}--`;
  }
  return multipart('mixed', [part]);
}
