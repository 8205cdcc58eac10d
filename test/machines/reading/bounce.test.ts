import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readBounce } from '../../../src/machines/reading/bounce.ts';
import { kindOf } from '../../../src/machines/reading/bounce-kind.ts';
import { screen } from '../../../src/machines/reading/screen.ts';
import type { BounceKind } from '../../../src/machines/words/bounce.ts';
import { cpuTime } from '../../support/cpu.ts';
import { type Given, mail, OURS } from './screened-mail.ts';

const TYPE = ['content-type', 'multipart/report; report-type=delivery-status'] as const;
const dsn = (status: string, more: Given = {}): Given => ({
  headers: [TYPE],
  from: 'MAILER-DAEMON@mx.xa.test',
  envelopeFrom: '',
  reports: [
    { type: 'message/delivery-status', text: status },
    {
      type: 'text/rfc822-headers',
      text: 'Subject: x\nMessage-ID:\n <c1001.challenge.x@lists.example>\n',
    },
  ],
  ...more,
});
const read = (given: Given) =>
  readBounce(mail(given))?.recipients.map(
    ({ address, kind, status = '-' }) => `${address} ${kind} ${status}`,
  );

describe('the fields of RFC 3464', () => {
  it('are read for each recipient, with what the server said and the Message-ID', () => {
    const status = `Reporting-MTA: dns; mx.xa.test

Final-Recipient: rfc822; ana@nic.xa
Original-Recipient: rfc822;Ana@NIC.xa
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <ana@nic.xa>: Recipient address
    rejected: User unknown

Final-Recipient: rfc822; bob@nic.xa
Action: failed
Status: 5.2.2
Diagnostic-Code: smtp; 552 5.2.2 Over quota`;
    expect(readBounce(mail(dsn(status)))).toEqual({
      recipients: [
        {
          address: 'ana@nic.xa',
          kind: 'mailbox-gone',
          status: '5.1.1',
          said: '550 5.1.1 <ana@nic.xa>: Recipient address rejected: User unknown',
        },
        {
          address: 'bob@nic.xa',
          kind: 'mailbox-full',
          status: '5.2.2',
          said: '552 5.2.2 Over quota',
        },
      ],
      originalMessageId: 'c1001.challenge.x@lists.example',
    });
  });

  it.each<readonly [string, string, string[] | undefined]>([
    [
      'in capitals and brackets',
      'FINAL-RECIPIENT: RFC822;<ana@nic.xa>\nSTATUS: 5.1.1 (x)',
      ['ana@nic.xa mailbox-gone 5.1.1'],
    ],
    [
      'in UTF-8',
      'Final-Recipient: utf-8; \\x{E4}na@nic.xa\nStatus: 5.1.1',
      ['äna@nic.xa mailbox-gone 5.1.1'],
    ],
    [
      'as xtext',
      'Original-Recipient: rfc822;ana+2Bb+40nic.xa\nStatus: 5.1.1',
      ['ana+b@nic.xa mailbox-gone 5.1.1'],
    ],
    [
      'with a plus that is none',
      'Final-Recipient: rfc822;ana+40@nic.xa\nStatus: 5.1.1',
      ['ana+40@nic.xa mailbox-gone 5.1.1'],
    ],
    [
      'of our original recipient and of the one behind it',
      'Final-Recipient: rfc822; a@b.xa.test\nOriginal-Recipient: rfc822; ana@nic.xa\nStatus: 5.1.1',
      ['ana@nic.xa mailbox-gone 5.1.1', 'a@b.xa.test mailbox-gone 5.1.1'],
    ],
    [
      'without blank lines',
      'Final-Recipient: rfc822; a@nic.xa\nStatus: 5.1.1\nFinal-Recipient: rfc822; b@nic.xa\nStatus: 5.2.2',
      ['a@nic.xa mailbox-gone 5.1.1', 'b@nic.xa mailbox-full 5.2.2'],
    ],
    [
      'of a delay',
      'Final-Recipient: rfc822; a@nic.xa\nAction: delayed\nStatus: 4.4.1',
      ['a@nic.xa delayed 4.4.1'],
    ],
    [
      'of a delay that names a full mailbox',
      'Final-Recipient: rfc822; a@nic.xa\nAction: delayed\nStatus: 4.2.2',
      ['a@nic.xa delayed 4.2.2'],
    ],
    [
      'of a mailbox that stayed full',
      'Final-Recipient: rfc822; a@nic.xa\nAction: failed\nStatus: 4.2.2',
      ['a@nic.xa mailbox-full 4.2.2'],
    ],
    [
      'of a success',
      'Final-Recipient: rfc822; a@nic.xa\nAction: relayed\nStatus: 2.0.0',
      undefined,
    ],
    [
      'of a success and a failure',
      'Final-Recipient: rfc822; a@nic.xa\nAction: relayed\n\nFinal-Recipient: rfc822; b@nic.xa\nAction: failed\nStatus: 5.1.1',
      ['b@nic.xa mailbox-gone 5.1.1'],
    ],
    [
      'of a recipient that is no address',
      'Final-Recipient: x400; /G=ana/\nAction: failed',
      undefined,
    ],
    [
      'twice the same',
      'Final-Recipient: rfc822; a@nic.xa\nStatus: 5.1.1\n\nFinal-Recipient: rfc822; a@nic.xa\nStatus: 5.0.0',
      ['a@nic.xa mailbox-gone 5.1.1'],
    ],
  ])('%s are read', (_, status, expected) => {
    expect(read(dsn(status))).toEqual(expected);
  });

  it('are read from the text when the mail is broken', () => {
    const text =
      'x\n\nFinal-Recipient: rfc822; ana@nic.xa\nAction: failed\nStatus: 5.1.1\n\nMessage-ID: <a@b>';
    expect(readBounce(mail(dsn('', { text, reports: [] })))).toEqual({
      recipients: [
        { address: 'ana@nic.xa', kind: 'mailbox-gone', status: '5.1.1', said: expect.any(String) },
      ],
      originalMessageId: 'a@b',
    });
  });

  it('without an address leave it to the text', () => {
    const text = '<ana@nic.xa>: user unknown\n\nAction: failed\nStatus: 5.0.0';
    expect(read(dsn('', { text, reports: [] }))).toEqual(['ana@nic.xa mailbox-gone 5.0.0']);
  });

  it('of an unknown reason are completed from the text', () => {
    const text = '<ana@nic.xa>:\nThe mailbox is full, over quota.';
    const status = 'Final-Recipient: rfc822; ana@nic.xa\nAction: failed\nStatus: 5.0.0';
    expect(read(dsn(status, { text }))).toEqual(['ana@nic.xa mailbox-full 5.0.0']);
  });
});

describe('the words of mail systems', () => {
  const daemon = { from: 'MAILER-DAEMON@mx.xa.test', envelopeFrom: '' };
  it.each<readonly [string, Given, string[] | undefined]>([
    [
      'qmail',
      {
        text: `Hi. This is the qmail-send program at mx.xa.test.

<ana@nic.xa>:
Sorry, no mailbox here by that name. (#5.1.1)

<bob@nic.xa>:
192.0.2.1 does not like recipient.
Remote host said: 550 5.7.1 Blocked by policy

--- Below this line is a copy of the message.

To: eve@nic.xa`,
      },
      ['ana@nic.xa mailbox-gone 5.1.1', 'bob@nic.xa policy 5.7.1'],
    ],
    [
      'Exim',
      {
        headers: [['x-failed-recipients', 'ana@nic.xa, Bob@nic.xa']],
        text: `A message that you sent could not be delivered.

  ana@nic.xa
    SMTP error from remote mail server after RCPT TO:<ana@nic.xa>:
    550 unknown user
  bob@nic.xa
    mailbox is full: retry timeout exceeded

------ This is a copy of your message, including all the headers. ------

To: eve@nic.xa`,
      },
      ['ana@nic.xa mailbox-gone -', 'bob@nic.xa mailbox-full -'],
    ],
    [
      'Sendmail',
      {
        text: `   ----- The following addresses had permanent fatal errors -----
<ana@nic.xa>
    (reason: 550 5.1.1 <ana@nic.xa>... User unknown)`,
      },
      ['ana@nic.xa mailbox-gone 5.1.1'],
    ],
    [
      'Domino',
      {
        text: `Your message

  Subject: x

was not delivered to:

  ana@nic.xa

because:

  User ana (ana@nic.xa) not listed in Domino Directory`,
      },
      ['ana@nic.xa mailbox-gone -'],
    ],
    [
      'Exchange',
      {
        text: `Delivery has failed to these recipients or groups:

ana@nic.xa<mailto:ana@nic.xa>
Your message can't be delivered because delivery to this address is restricted.

#550 5.7.1 RESOLVER.RST.AuthRequired; authentication required ##rfc822;ana@nic.xa

Original message headers:

From: eve@nic.xa`,
      },
      ['ana@nic.xa policy 5.7.1'],
    ],
    [
      'a delay',
      {
        subject: 'Warning: message delayed',
        text: 'A message has not yet been delivered to\n\n  ana@nic.xa\n\nDelivery will be retried. No action is required on your part.',
      },
      ['ana@nic.xa delayed -'],
    ],
    [
      'one that names whom to ask, and the sender',
      {
        text: 'From: tld-ops@lists.example\nFor help contact hotline@mx.xa.test or postmaster@mx.xa.test.\n<ana@nic.xa>: user unknown',
      },
      ['ana@nic.xa mailbox-gone -'],
    ],
    ['one that names nobody', { text: 'Sorry, your message could not be delivered.' }, undefined],
  ])('%s are understood', (_, given, expected) => {
    expect(read({ ...daemon, ...given })).toEqual(expected);
  });

  it('are not looked for in the mail of a person', () => {
    expect(readBounce(mail({ text: 'ana@nic.xa does not exist, user unknown' }))).toBeUndefined();
  });
});

describe('the kind of a failure', () => {
  it.each<readonly [BounceKind, string, string]>([
    ['mailbox-gone', '5.1.1', ''],
    ['mailbox-gone', '5.1.10', 'RESOLVER.ADR.RecipientNotFound'],
    ['mailbox-gone', '5.1.6', 'Recipient no longer on server'],
    ['mailbox-gone', '5.2.1', 'The email account that you tried to reach is disabled'],
    ['mailbox-gone', '5.4.1', 'Recipient address rejected: Access denied'],
    ['mailbox-gone', '5.7.1', 'user unknown'],
    ['mailbox-gone', '', '550 No such user here'],
    ['mailbox-gone', '5.0.0', '550 5.1.1 no'],
    ['mailbox-gone', '', 'Der Empfänger ist nicht bekannt'],
    ['mailbox-gone', '', '宛先が見つかりません'],
    ['mailbox-full', '5.2.2', ''],
    ['mailbox-full', '4.2.2', ''],
    ['mailbox-full', '5.1.1', 'Mailbox full'],
    ['mailbox-full', '', 'The user is over quota'],
    ['mailbox-full', '', 'Почтовый ящик переполнен'],
    ['policy', '5.7.1', ''],
    ['policy', '5.7.26', 'Unauthenticated email is not accepted due to the DMARC policy'],
    ['policy', '5.1.8', 'Sender address rejected'],
    ['policy', '5.3.4', 'Message too big'],
    ['policy', '5.2.3', ''],
    ['policy', '5.1.1', 'rejected as spam'],
    ['policy', '', '554 rejected due to spam content'],
    ['policy', '', '550 blocked using a blocklist'],
    ['policy', '5.6.0', ''],
    ['unknown', '5.0.0', ''],
    ['unknown', '', ''],
    ['unknown', '4.4.7', 'delivery time expired'],
    ['unknown', '', 'version 5.1.1.7 at 10.5.1.1'],
  ])('is %s for "%s" and "%s"', (kind, status, said) => {
    expect(kindOf({ action: 'failed', status, said })).toBe(kind);
  });

  it('is a delay when nobody has given up', () => {
    expect(kindOf({ action: 'delayed', status: '5.1.1' })).toBe('delayed');
    expect(kindOf({ status: '4.4.1' })).toBe('delayed');
  });
});

describe('any report', () => {
  const part = fc.record({
    type: fc.constantFrom('message/delivery-status', 'text/rfc822-headers', 'message/rfc822'),
    text: fc
      .array(
        fc.oneof(
          fc.constantFrom(
            'Final-Recipient: rfc822; ana@nic.xa',
            'Original-Recipient: rfc822;a+40+zz@b.c',
            'Action: failed',
            'Action: delayed',
            'Status: 5.1.1',
            'Diagnostic-Code: smtp; 550',
            'Message-ID: <a@b>',
            'Final-Recipient: utf-8; \\x{FFFFF}@b.c',
            '',
          ),
          fc.string({ unit: 'binary', maxLength: 40 }),
        ),
        { maxLength: 12 },
      )
      .map((lines) => lines.join('\n')),
  });
  const given = fc.record({
    reports: fc.array(part, { maxLength: 3 }),
    text: part.map(({ text }) => text),
    subject: fc.constantFrom('failure notice', 'Delayed mail', 'x'),
    from: fc.constantFrom('MAILER-DAEMON@mx.xa.test', 'postmaster@nic.xa', 'ana@nic.xa'),
    envelopeFrom: fc.constantFrom('', 'ana@nic.xa'),
    headers: fc.constantFrom([], [TYPE]),
  });

  it('is read without a fault, bounded, and the same as screening reads it', () => {
    fc.assert(
      fc.property(given, (each) => {
        const bounce = readBounce(mail(each));
        const { class: kind } = screen(mail(each), OURS);
        for (const { said = '', address } of bounce?.recipients ?? []) {
          expect([...said].length).toBeLessThanOrEqual(300);
          expect(address).toContain('@');
        }
        const kinds = new Set(bounce?.recipients.map((one) => one.kind));
        if (kind === 'delay' && bounce !== undefined) expect([...kinds]).toEqual(['delayed']);
        if (kind === 'bounce' && bounce !== undefined) expect([...kinds]).not.toEqual(['delayed']);
      }),
      { numRuns: 300 },
    );
  });

  it('names at most 20 recipients', () => {
    const groups = Array.from(
      { length: 1000 },
      (_, at) => `Final-Recipient: rfc822; a${at}@nic.xa\n`,
    );
    expect(readBounce(mail(dsn(groups.join('\n'))))?.recipients).toHaveLength(20);
    const text = groups.join('\n').replaceAll('Final-Recipient: rfc822; ', '');
    expect(readBounce(mail(dsn('', { text, reports: [] })))?.recipients).toHaveLength(20);
  });

  const many = 'x@y.z '.repeat(170_000);
  it.each<readonly [string, Given]>([
    ['addresses', dsn('', { text: many, reports: [] })],
    ['lines of addresses', dsn('', { text: many.replaceAll(' ', '\n'), reports: [] })],
    ['folded lines', dsn(`Diagnostic-Code: x\n${' x\n'.repeat(300_000)}`)],
    ['fields', dsn('Final-Recipient: rfc822; a@nic.xa\n'.repeat(30_000))],
    [
      'failed recipients',
      dsn('', { headers: [['x-failed-recipients', many.replaceAll(' ', ',')]] }),
    ],
    ['blanks', dsn(`Diagnostic-Code:${' '.repeat(1_000_000)}`, { text: ' '.repeat(1_000_000) })],
    ['words of failure', dsn('', { text: 'mail could not '.repeat(70_000), reports: [] })],
    [
      'other words',
      { text: 'your message recipient this is a we '.repeat(28_000), subject: 'failure notice' },
    ],
    ['tags', { html: '<style><p '.repeat(100_000), subject: 'failure notice' }],
    ['open brackets', { html: '<'.repeat(1_000_000), subject: 'failure notice' }],
    ['dashes', { text: '-'.repeat(1_000_000), subject: 'failure notice' }],
    [
      'receipts',
      { text: 'your message '.repeat(80_000), subject: 'Read: x', from: 'support@nic.xa' },
    ],
  ])('a megabyte of %s takes less than half a second', (_, hostile) => {
    const value = mail(hostile);
    const started = cpuTime();
    readBounce(value);
    screen(value, OURS);
    expect(cpuTime() - started).toBeLessThan(500);
  });
});
