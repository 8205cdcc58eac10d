/** What a mail holds besides its header: the text that was typed, files, vCards and reports. */

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Mail } from '../../src/machines/words/mail.ts';
import { parseMail } from '../../src/pipeline/parse.ts';
import { mailText } from '../support/mail-text.ts';

const envelope = { from: 'admin@nic.xa', to: 'tld-ops-join@lists.example', client: {} };

function parse(raw: Buffer | string): Promise<Mail> {
  return parseMail({ raw: Buffer.from(raw), sha256: 'ab12', envelope });
}

/** A part: its header lines, and its body. */
function part(head: string | readonly string[], body: string): string {
  return `${[head].flat().join('\r\n')}\r\n\r\n${body}`;
}

let made = 0;

/** A multipart as a part of another one, or of a message. */
function multipart(kind: string, ...parts: readonly string[]): string {
  made += 1;
  const boundary = `----=_Part_${made}`;
  const body = parts.map((one) => `--${boundary}\r\n${one}\r\n`).join('');
  return part(`Content-Type: multipart/${kind}; boundary="${boundary}"`, `${body}--${boundary}--`);
}

/** A message that has this as its content. */
function message(content: string): string {
  const [head = '', ...body] = content.split('\r\n\r\n');
  const headers = { 'Content-Type': null, 'Content-Transfer-Encoding': null };
  return mailText({ headers, body: '' }).replace(
    '\r\n\r\n',
    `\r\n${head}\r\n\r\n${body.join('\r\n\r\n')}`,
  );
}

const TEXT = 'Content-Type: text/plain; charset=utf-8';
const HTML = 'Content-Type: text/html; charset=utf-8';
const PDF = ['Content-Type: application/pdf; name=a.pdf', 'Content-Disposition: attachment'];
const typed = part(TEXT, 'typed');
const INLINE = 'Content-Disposition: inline';
const FILE = 'Content-Disposition: attachment; filename=a.txt';

const TYPED: Readonly<Record<string, readonly [string, string]>> = {
  'a text behind a picture': [
    multipart('mixed', typed, part('Content-Type: image/png', 'x'), part(TEXT, 'more')),
    'typed\nmore',
  ],
  'a text with HTML and a calendar beside it': [
    multipart(
      'alternative',
      typed,
      part(HTML, '<p>rich'),
      part('Content-Type: text/calendar', 'x'),
    ),
    'typed',
  ],
  'a text with AMP beside it': [
    multipart(
      'alternative',
      typed,
      part('Content-Type: text/x-amp-html', 'amp'),
      part(HTML, 'rich'),
    ),
    'typed',
  ],
  'a text signed with PGP': [
    multipart('signed', typed, part('Content-Type: application/pgp-signature', 'x')),
    'typed',
  ],
  'a text signed with S/MIME': [
    multipart(
      'signed',
      multipart('alternative', typed, part(HTML, 'rich')),
      part('Content-Type: application/pkcs7-signature; name=smime.p7s', 'x'),
    ),
    'typed',
  ],
  'a text that a list put into another mixed part': [
    multipart('mixed', multipart('mixed', typed, part(PDF, 'x')), part(TEXT, 'footer')),
    'typed\nfooter',
  ],
  'a text beside a text file': [multipart('mixed', typed, part([TEXT, FILE], 'file')), 'typed'],
  'a text beside a text file that shall be shown': [
    multipart('mixed', typed, part([`${TEXT}; name=a.txt`, INLINE], 'file')),
    'typed',
  ],
  'nothing beside a text file': [
    multipart('mixed', part(TEXT, ' '), part([TEXT, FILE], 'file')),
    ' ',
  ],
  'a text that is encrypted': [
    multipart(
      'encrypted',
      part('Content-Type: application/pgp-encrypted', 'Version: 1'),
      part('Content-Type: application/octet-stream; name=encrypted.asc', 'x'),
    ),
    '',
  ],
  'a digest of messages': [
    multipart('mixed', typed, multipart('digest', part('', message(part(TEXT, 'CONFIRM'))))),
    'typed',
  ],
  'a report of a mail system': [
    multipart(
      'report; report-type=delivery-status',
      typed,
      part('Content-Type: message/delivery-status', 'Action: failed'),
      part('Content-Type: text/rfc822-headers', 'Subject: x'),
    ),
    'typed',
  ],
};

describe('the text', () => {
  it.each(Object.entries(TYPED))('of a mail with %s is what was typed', async (_, [raw, text]) => {
    expect((await parse(message(raw))).text).toBe(text);
  });

  it.each([
    ['<meta charset="koi8-r">', [0xd0, 0xd2]],
    ['<META http-equiv=Content-Type content="text/html; charset=windows-1251">', [0xef, 0xf0]],
  ])('of HTML is read in the charset that it names itself: %s', async (meta, bytes) => {
    const head = Buffer.from(mailText({ headers: { 'Content-Type': 'text/html' }, body: meta }));
    expect((await parse(Buffer.concat([head, Buffer.from(bytes)]))).html).toBe(`${meta}пр`);
  });

  it('in a charset that only says its name in the subject is no trouble: the body tells', async () => {
    const head = mailText({
      subject: '\u00eb\u00cf\u00ce\u00d4\u00c1\u00cb\u00d4\u00d9',
      headers: { 'Content-Type': 'text/plain; charset=koi8-r' },
    });
    expect((await parse(Buffer.from(head, 'latin1'))).subject).toBe('Контакты');
  });
});

describe('files', () => {
  it('are named with size and digest, also those that are opened by name only', async () => {
    const { attachments, text } = await parse(
      message(
        part(
          [
            'Content-Type: application/pkcs7-mime; smime-type=signed-data',
            'Content-Transfer-Encoding: base64',
          ],
          'MIAG',
        ),
      ),
    );
    const sha256 = createHash('sha256').update(Buffer.from('MIAG', 'base64')).digest('hex');
    expect(text).toBe('');
    expect(attachments).toEqual([
      { name: 'smime.p7m', type: 'application/pkcs7-mime', size: 3, sha256 },
    ]);
    const tnef = await parse(
      message(multipart('mixed', typed, part('Content-Type: application/ms-tnef', 'x'))),
    );
    expect(tnef.attachments).toMatchObject([{ name: 'winmail.dat' }]);
  });

  const IMAGE = 'Content-Type: image/png; name=image001.png';
  const CID = 'Content-ID: <image001.png@01D0>';
  it.each([
    ['a logo inside the text', part([IMAGE, CID, INLINE], 'x'), true],
    ['a logo of which nothing else is said', part([IMAGE, CID], 'x'), true],
    ['a signature', part('Content-Type: application/pgp-signature; name=s.asc', 'x'), true],
    ['a vCard', part('Content-Type: text/vcard', 'BEGIN:VCARD\r\nEND:VCARD'), true],
    ['nothing in a file', part(PDF, ''), true],
    [
      'a picture that is attached',
      part([IMAGE, CID, 'Content-Disposition: attachment'], 'x'),
      false,
    ],
    ['a picture that nothing shows', part([IMAGE, INLINE], 'x'), false],
    ['a scan inside the text', part([IMAGE, CID, INLINE], 'x'.repeat(60_000)), false],
    ['a document', part(PDF, 'x'), false],
    ['a vCard that is none', part('Content-Type: text/vcard', 'x'), false],
    ['an enclosed mail', part('Content-Type: message/rfc822', 'Subject: x'), false],
  ])('with $0 are warned of or not', async (_, raw, incidental) => {
    const { attachments } = await parse(message(multipart('mixed', typed, raw)));
    expect(attachments.map((one) => one.incidental ?? false)).toEqual([incidental]);
  });
});

const card = (name: string) => `BEGIN:VCARD\r\nFN:${name}\r\nEND:VCARD\r\n`;

describe('vCards', () => {
  it.each([
    ['text/vcard', part('Content-Type: text/vcard; charset=utf-8', card('Jörg'))],
    ['text/x-vcard', part('Content-Type: text/x-vcard', card('Jörg'))],
    ['text/directory', part('Content-Type: text/directory; profile=vCard', card('Jörg'))],
    ['application/vcard', part('Content-Type: application/vcard', card('Jörg'))],
    ['a file name', part('Content-Type: application/octet-stream; name="Jörg.VCF"', card('Jörg'))],
    ['text/plain with a file name', part([`${TEXT}; name=a.vcf`, INLINE], card('Jörg'))],
    [
      'base64',
      part(
        ['Content-Type: text/vcard', 'Content-Transfer-Encoding: base64'],
        Buffer.from(card('Jörg')).toString('base64'),
      ),
    ],
  ])('are found by %s', async (_, raw) => {
    const mail = await parse(message(multipart('mixed', part(TEXT, ''), raw)));
    expect(mail.cards).toEqual(['BEGIN:VCARD\nFN:Jörg\nEND:VCARD\n']);
    expect([mail.text.trim(), mail.attachments.length]).toEqual(['', 1]);
  });

  it('are read in the charset of the part, of their properties, or in the likeliest one', async () => {
    const name = Buffer.from([0xe0, 0xed, 0xed, 0xe0]).toString('latin1');
    const cards = [
      part('Content-Type: text/vcard; charset=windows-1251', card(name)),
      part('Content-Type: text/x-vcard', card(name).replace('FN:', 'FN;CHARSET=windows-1251:')),
      part('Content-Type: text/x-vcard', card(`${name} ${name} ${name}`)),
    ];
    const raw = Buffer.from(message(multipart('mixed', typed, ...cards)), 'latin1');
    expect((await parse(raw)).cards.map((one) => /:(а.*)/.exec(one)?.[1])).toEqual([
      'анна',
      'анна',
      'анна анна анна',
    ]);
  });

  it('are at most 20, and at most 200 KB each; the others stay files that were not read', async () => {
    const vcard = part('Content-Type: text/vcard', card('A'));
    const big = part('Content-Type: text/vcard', `BEGIN:VCARD\r\n${'x'.repeat(200_000)}`);
    const { cards, attachments } = await parse(
      message(multipart('mixed', typed, big, ...Array.from({ length: 21 }, () => vcard))),
    );
    expect(cards).toHaveLength(20);
    expect(attachments.filter(({ incidental }) => incidental !== true)).toHaveLength(2);
  });
});

describe('reports', () => {
  const original = 'Subject: x\r\nTo: a@b.test\r\n\r\nCONFIRM';
  it.each([
    [
      'message/delivery-status',
      'Action: failed\r\n\r\nStatus: 5.1.1',
      'Action: failed\n\nStatus: 5.1.1',
    ],
    ['message/global-delivery-status', 'Action: failed', 'Action: failed'],
    ['message/disposition-notification', 'Disposition: x', 'Disposition: x'],
    ['message/global-disposition-notification', 'Disposition: x', 'Disposition: x'],
    ['message/feedback-report', 'Feedback-Type: abuse', 'Feedback-Type: abuse'],
    ['text/rfc822-headers', '\r\nSubject: x', 'Subject: x'],
    ['message/global-headers', 'Subject: ü', 'Subject: ü'],
    ['message/rfc822', original, 'Subject: x\nTo: a@b.test'],
    ['Message/RFC822', original, 'Subject: x\nTo: a@b.test'],
    ['message/global', original, 'Subject: x\nTo: a@b.test'],
  ])('are handed on apart from the text: %s', async (type, body, text) => {
    const head = [`Content-Type: ${type}`, 'Content-Transfer-Encoding: base64'];
    const encoded = part(head, Buffer.from(body).toString('base64'));
    for (const raw of [part(`Content-Type: ${type}`, body), encoded]) {
      const mail = await parse(message(multipart('report', typed, raw)));
      expect(mail.reports).toEqual([{ type: type.toLowerCase(), text }]);
      expect([mail.text, mail.attachments.length]).toEqual(['typed', 1]);
    }
  });

  it('are read to 64 KiB', async () => {
    const long = part('Content-Type: text/rfc822-headers', 'X: y\r\n'.repeat(20_000));
    const { reports } = await parse(message(multipart('report', typed, long)));
    expect(reports[0]?.text.length).toBeLessThanOrEqual(65_536);
  });

  it('are read when the whole mail is one', async () => {
    const mail = await parse(
      message(part('Content-Type: message/delivery-status', 'Action: failed')),
    );
    expect(mail).toMatchObject({ text: '', reports: [{ text: 'Action: failed' }] });
  });
});
