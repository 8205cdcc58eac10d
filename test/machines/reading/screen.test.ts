import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Address } from '../../../src/machines/words/address.ts';
import type { HeaderField, Mail, Screening } from '../../../src/machines/words/mail.ts';
import { dropComments } from '../../../src/machines/reading/machine-headers.ts';
import { screen } from '../../../src/machines/reading/screen.ts';
import { cpuTime } from '../../support/cpu.ts';

const OURS = {
  domain: 'lists.example',
  addresses: (address: Address) => /^(tld-ops([-+].*)?|postmaster)@lists\.example$/.test(address),
  ownMessageId: (id: string) => id.endsWith('@lists.example'),
};

interface Given {
  readonly headers?: readonly (readonly [name: string, value: string])[];
  readonly envelopeFrom?: string;
  readonly from?: string;
  readonly subject?: string;
  readonly text?: string;
  readonly messageId?: string;
}

function mail({
  headers = [],
  envelopeFrom = 'ana@nic.xa',
  from,
  subject = 'x',
  text = '',
  messageId,
}: Given): Mail {
  const author = from ?? 'ana@nic.xa';
  const fields: HeaderField[] = [['from', author] as const, ...headers].map(([name, value]) => ({
    name,
    value,
  }));
  const [, address] = /<?([^<>\s]+@[^<>\s]+)>?$/.exec(author) ?? [];
  return {
    sha256: '',
    envelope: { from: envelopeFrom, to: 'tld-ops-join@lists.example', client: {} },
    headers: fields,
    from:
      address === undefined
        ? { ok: false, fault: 'from-unreadable' }
        : { ok: true, mailbox: { name: '', address: address as Address } },
    recipients: [],
    subject,
    ...(messageId !== undefined && { messageId }),
    answers: [],
    text,
    reports: [],
    cards: [],
    attachments: [],
  };
}

function read(given: Given): string {
  const { class: kind, reason } = screen(mail(given), OURS);
  return `${kind}: ${reason}`;
}

const header = (name: string, value: string): Given => ({ headers: [[name, value]] });
const REPORT = 'multipart/report; report-type=delivery-status; boundary="b"';

describe('mail of people', () => {
  it.each<readonly [string, Given]>([
    ['a plain mail', {}],
    ['Auto-Submitted: no', header('auto-submitted', 'no')],
    ['Auto-Submitted: no with a parameter', header('auto-submitted', 'No; x=y')],
    ['Auto-Submitted: no with comments', header('auto-submitted', '(typed (by hand)) no (really)')],
    ['X-Auto-Response-Suppress alone', header('x-auto-response-suppress', 'All')],
    ['X-Autoreply: no', header('x-autoreply', 'no')],
    ['Precedence: first-class', header('precedence', 'first-class')],
    ['Precedence: normal', header('precedence', 'Normal')],
    ['List-Help alone', header('list-help', '<mailto:help@nic.xa>')],
    ['Delivered-To', header('delivered-to', 'ana@nic.xa')],
    ['X-Mailer', header('x-mailer', 'Outlook 16.0')],
    ['a subject of absence alone', { subject: 'Out of office' }],
    [
      'an answer to an absence notice',
      { subject: 'Re: Automatic reply: x', ...header('x-auto-response-suppress', 'OOF') },
    ],
    ['a sender named noreply', { from: 'noreply@nic.xa' }],
    [
      'postmaster as a person',
      { from: 'postmaster@nic.xa', envelopeFrom: 'postmaster@nic.xa', subject: 'Our contacts' },
    ],
    [
      'postmaster answering a bounce',
      { from: 'postmaster@nic.xa', subject: 'Re: Undelivered Mail Returned to Sender' },
    ],
    ['a subject of a bounce alone', { subject: 'Undelivered Mail Returned to Sender' }],
    ['multipart/mixed', header('content-type', 'multipart/mixed; boundary="multipart/report"')],
    ['multipart/reporting', header('content-type', 'multipart/reporting; boundary=b')],
    [
      '50 Received fields',
      { headers: Array.from({ length: 50 }, () => ['received', 'from a'] as const) },
    ],
    ['a Message-ID that names our domain', { messageId: 'a@lists.example.test' }],
    ['a display name of a daemon', { from: 'MAILER-DAEMON fan <ana@nic.xa>' }],
    ['a foreign sender with our list in its text', { text: 'Action: failed' }],
  ])('%s is human', (_, given) => {
    expect(read(given)).toBe('human: typed-by-a-person');
  });
});

describe('mail of machines', () => {
  it.each<readonly [string, Given, string]>([
    ['a letter of ours', { messageId: 'c1.abc@lists.example' }, 'own: own-message-id'],
    ['our address as From', { from: 'TLD-OPS <tld-ops@lists.example>' }, 'own: own-address'],
    [
      'our bounce address as envelope sender',
      { envelopeFrom: 'tld-ops-bounces+abcd@lists.example' },
      'own: own-address',
    ],
    [
      '51 Received fields',
      { headers: Array.from({ length: 51 }, () => ['received', 'from a'] as const) },
      'loop: too-many-received',
    ],
    ['our own List-Id', header('list-id', 'TLD-OPS <tld-ops.lists.example>'), 'loop: list-header'],
    [
      'a DSN',
      {
        ...header('content-type', REPORT),
        envelopeFrom: '',
        text: 'Action: failed\nStatus: 5.1.1',
      },
      'bounce: delivery-report',
    ],
    [
      'a DSN of ours',
      { ...header('content-type', REPORT), from: 'MAILER-DAEMON@lists.example', envelopeFrom: '' },
      'bounce: delivery-report',
    ],
    [
      'a DSN without an Action',
      { ...header('content-type', REPORT), envelopeFrom: '' },
      'bounce: delivery-report',
    ],
    [
      'a DSN in capitals with comments',
      header('content-type', 'Multipart/REPORT (x); boundary=b;\treport-type = "Delivery-Status"'),
      'bounce: delivery-report',
    ],
    [
      'a delayed DSN',
      { ...header('content-type', REPORT), text: 'Action: delayed' },
      'delay: delay-report',
    ],
    [
      'a delayed and failed DSN',
      { ...header('content-type', REPORT), text: 'Action: delayed\n\nAction: failed' },
      'bounce: delivery-report',
    ],
    [
      'a DSN of success',
      { ...header('content-type', REPORT), text: 'Action: relayed' },
      'report: delivery-report',
    ],
    [
      'a read receipt',
      header('content-type', 'multipart/report; report-type=disposition-notification'),
      'report: read-receipt',
    ],
    [
      'an abuse report',
      header('content-type', 'multipart/report; report-type=feedback-report'),
      'report: abuse-report',
    ],
    [
      'another report',
      header('content-type', 'multipart/report; report-type=tlsrpt'),
      'report: multipart-report',
    ],
    ['a report of no type', header('content-type', 'multipart/report'), 'report: multipart-report'],
    [
      "Exim's bounce",
      {
        headers: [
          ['auto-submitted', 'auto-replied'],
          ['x-failed-recipients', 'ana@nic.xa'],
        ],
      },
      'bounce: delivery-report',
    ],
    [
      'MAILER-DAEMON',
      { from: 'Mail Delivery System <MAILER-DAEMON@nic.xa>'.toLowerCase(), envelopeFrom: '' },
      'bounce: daemon-sender',
    ],
    [
      'MAILER-DAEMON without a domain',
      { from: 'MAILER-DAEMON (Mail Delivery Subsystem)', envelopeFrom: '' },
      'bounce: daemon-sender',
    ],
    ['<MAILER-DAEMON>', { from: 'Mail <MAILER-DAEMON>' }, 'bounce: daemon-sender'],
    [
      'MAILER-DAEMON as envelope sender',
      { envelopeFrom: 'mailer-daemon@nic.xa' },
      'bounce: daemon-sender',
    ],
    [
      'a delay of MAILER-DAEMON',
      { from: 'mailer-daemon@nic.xa', subject: 'Delayed Mail (still being retried)' },
      'delay: delay-report',
    ],
    [
      'postmaster with the null sender',
      { from: 'postmaster@nic.xa', envelopeFrom: '' },
      'bounce: daemon-sender',
    ],
    [
      'postmaster with a bounce',
      { from: 'postmaster@nic.xa', subject: '[EXTERNAL] Undeliverable: x' },
      'bounce: daemon-sender',
    ],
    ['the null sender', { envelopeFrom: '' }, 'auto-reply: null-sender'],
    [
      'the null sender and a bounce',
      { envelopeFrom: '', subject: 'failure notice' },
      'bounce: null-sender',
    ],
    ['auto-replied', header('auto-submitted', 'auto-replied'), 'auto-reply: auto-submitted'],
    [
      'auto-replied with a parameter',
      header('auto-submitted', 'Auto-Replied; owner-email="a@nic.xa"'),
      'auto-reply: auto-submitted',
    ],
    [
      'auto-generated',
      header('auto-submitted', 'auto-generated (failure)'),
      'auto-reply: auto-submitted',
    ],
    ['an unknown keyword', header('auto-submitted', 'auto-notified'), 'auto-reply: auto-submitted'],
    [
      'a keyword that begins with no',
      header('auto-submitted', 'notify'),
      'auto-reply: auto-submitted',
    ],
    [
      'no in a comment',
      header('auto-submitted', '(no) auto-replied'),
      'auto-reply: auto-submitted',
    ],
    ['an empty Auto-Submitted', header('auto-submitted', ''), 'auto-reply: auto-submitted'],
    [
      'two fields, one of them no',
      {
        headers: [
          ['auto-submitted', 'no'],
          ['auto-submitted', 'auto-replied'],
        ],
      },
      'auto-reply: auto-submitted',
    ],
    ['Precedence: bulk', header('precedence', 'Bulk'), 'auto-reply: precedence'],
    ['Precedence: junk', header('precedence', 'junk'), 'auto-reply: precedence'],
    ['Precedence: auto_reply', header('precedence', 'auto_reply'), 'auto-reply: precedence'],
    ['Precedence: list', header('precedence', 'list'), 'list: precedence'],
    ['List-Id', header('list-id', '<ops.nic.xa>'), 'list: list-header'],
    ['List-Post', header('list-post', '<mailto:ops@nic.xa>'), 'list: list-header'],
    ['List-Unsubscribe', header('list-unsubscribe', '<mailto:leave@nic.xa>'), 'list: list-header'],
    [
      'List-Id before Precedence',
      {
        headers: [
          ['precedence', 'bulk'],
          ['list-id', '<ops.nic.xa>'],
        ],
      },
      'list: list-header',
    ],
    ['X-Autoreply', header('x-autoreply', 'yes'), 'auto-reply: auto-header'],
    ['X-Autorespond', header('x-autorespond', 'Re: x'), 'auto-reply: auto-header'],
    ['X-Auto-Response', header('x-auto-response', '1'), 'auto-reply: auto-header'],
    ['X-Autoreply-From', header('x-autoreply-from', 'ana@nic.xa'), 'auto-reply: auto-header'],
    [
      'X-POST-MessageClass',
      header('x-post-messageclass', '9; Autoresponder'),
      'auto-reply: auto-header',
    ],
    ['X-FC-MachineGenerated', header('x-fc-machinegenerated', 'true'), 'auto-reply: auto-header'],
    ['X-MDMailing-List', header('x-mdmailing-list', 'ops@nic.xa'), 'list: list-header'],
    [
      'Delivered-To: Autoresponder',
      header('delivered-to', 'Autoresponder'),
      'auto-reply: auto-header',
    ],
    [
      'an absence notice of Exchange',
      { subject: 'Automatic reply: Your request', ...header('x-auto-response-suppress', 'All') },
      'auto-reply: vacation-subject',
    ],
    [
      'an absence notice behind a tag',
      { subject: '[EXTERNAL] Out of Office: x', ...header('x-auto-response-suppress', 'All') },
      'auto-reply: vacation-subject',
    ],
    [
      'an absence notice of nobody',
      { subject: 'Out of the office', from: 'no-reply@nic.xa' },
      'auto-reply: vacation-subject',
    ],
  ])('%s is known', (_, given, expected) => {
    expect(read(given)).toBe(expected);
  });
});

describe('properties', () => {
  const fields = fc.array(
    fc.record({
      name: fc.constantFrom(
        'auto-submitted',
        'precedence',
        'subject',
        'list-id',
        'x-autoreply',
        'content-type',
      ),
      value: fc.string({ maxLength: 40 }),
    }),
    { maxLength: 6 },
  );

  it('a machine stays one, whatever other fields there are', () => {
    fc.assert(
      fc.property(fields, fc.nat(6), (others, at) => {
        const all = others.toSpliced(at, 0, { name: 'auto-submitted', value: 'auto-replied' });
        expect(screen({ ...mail({}), headers: all }, OURS).class).not.toBe('human');
      }),
      { numRuns: 200 },
    );
  });

  it('screens the same mail the same way, and names a class and a reason', () => {
    fc.assert(
      fc.property(fields, fc.string(), fc.string(), fc.string(), (headers, from, subject, text) => {
        const given = { ...mail({ envelopeFrom: from, subject, text }), headers };
        const first: Screening = screen(given, OURS);
        expect(screen(given, OURS)).toEqual(first);
        expect(first.class === 'human').toBe(first.reason === 'typed-by-a-person');
      }),
      { numRuns: 200 },
    );
  });

  it('comments are dropped, nested or not closed', () => {
    expect(dropComments('a (b (c) d) e')).toBe('a  e');
    expect(dropComments('a (b \\) c) d')).toBe('a  d');
    expect(dropComments('a (b')).toBe('a ');
    expect(dropComments('a) b')).toBe('a) b');
  });

  it.each<readonly [string, Given]>([
    ['brackets', header('auto-submitted', '('.repeat(1_000_000))],
    ['subject', { subject: '['.repeat(1_000_000) }],
    ['tags', { subject: '[a] '.repeat(250_000) }],
    ['content type', header('content-type', `multipart/report${'; '.repeat(500_000)}`)],
    ['Action lines', { ...header('content-type', REPORT), text: 'action:\t\n'.repeat(110_000) }],
    ['From', { from: 'mailer-daemon '.repeat(70_000) }],
    [
      'fields',
      { headers: Array.from({ length: 10_000 }, () => ['precedence', 'x'.repeat(100)] as const) },
    ],
  ])('a megabyte of %s takes less than half a second', (_, given) => {
    const hostile = mail(given);
    const started = cpuTime();
    screen(hostile, OURS);
    expect(cpuTime() - started).toBeLessThan(500);
  });
});
