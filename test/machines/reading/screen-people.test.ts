/** Mail of people that looks like a machine's: none of it may be screened out. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { screen } from '../../../src/machines/reading/screen.ts';
import { type Given, mail, OURS } from './screened-mail.ts';

const POSTFIX = `This is the mail system at host mx.xa.test.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

<tld-ops@lists.example>: host lists.example[192.0.2.1] said: 550 5.7.1 rejected
    (in reply to RCPT TO command)`;
const TOKEN = '0123456789abcdefghjkmnpqrs';
const LIST = [
  ['list-id', 'Admin <admin.nic.xa>'],
  ['list-post', '<mailto:admin@nic.xa>'],
  ['list-unsubscribe', '<mailto:leave@nic.xa>'],
  ['precedence', 'list'],
] as const;

const PEOPLE: readonly (readonly [situation: string, given: Given])[] = [
  [
    'passing on a bounce with a question',
    {
      subject: 'FW: Undeliverable: Our contacts',
      text: `Can you look at this?\n\nFrom: Microsoft Outlook\nSent: Monday, 2 November 2026\nTo: Ana\nSubject: Undeliverable: Our contacts\n\n${POSTFIX}`,
    },
  ],
  [
    'passing on a bounce without a word',
    {
      subject: 'Fwd: Undelivered Mail Returned to Sender',
      text: `---------- Forwarded message ---------\nFrom: Mail Delivery System <MAILER-DAEMON@mx.xa.test>\n\n${POSTFIX}`,
    },
  ],
  [
    'passing on a bounce whose header the program left out',
    { subject: 'WG: Undelivered Mail Returned to Sender', text: POSTFIX },
  ],
  [
    'passing on a bounce with all its parts',
    {
      subject: 'Fwd: Undelivered Mail Returned to Sender',
      text: `See below.\n\n${POSTFIX}`,
      reports: [
        { type: 'message/delivery-status', text: 'Reporting-MTA: dns; mx.xa.test' },
        { type: 'message/rfc822', text: 'Subject: x' },
      ],
    },
  ],
  [
    'answering a bounce',
    { subject: 'Re: Undeliverable: Our contacts', text: `I am not ana.\n\n> ${POSTFIX}` },
  ],
  [
    'pasting a bounce into a new mail',
    {
      subject: 'Mail delivery failed',
      text: `Hello,\n\nI got this when I wrote to you:\n\n${POSTFIX}`,
    },
  ],
  [
    'pasting the answer of our server',
    {
      subject: 'Your mail server',
      from: 'Postmaster <postmaster@nic.xa>',
      text: 'Dear colleagues,\n\nour mail to you could not be delivered, your server said: 550 5.7.1 <tld-ops@lists.example>: Relay access denied (in reply to RCPT TO command). Please check.',
    },
  ],
  [
    'postmaster telling of a bounce',
    {
      subject: 'Delivery problem with your list',
      from: 'Postmaster <postmaster@nic.xa>',
      text: 'Szanowni Państwo,\n\nour mail to you could not be delivered, your server said: 550 5.7.1 <tld-ops@lists.example>: Relay access denied (in reply to RCPT TO command).',
    },
  ],
  [
    'a system administrator telling of a bounce',
    {
      subject: 'Delivery problem with your list',
      from: 'System Administrator <it@nic.xa>',
      text: `Dear all,\n\nwe got this:\n\n${POSTFIX}`,
    },
  ],
  [
    'postmaster about a move',
    {
      subject: 'Mail system change',
      from: 'postmaster@nic.xa',
      text: 'New servers from Monday on.',
    },
  ],
  [
    'postmaster with new contacts',
    {
      from: 'Postmaster <postmaster@nic.xa>',
      subject: 'Contacts',
      text: 'Name: Ana Pérez\nE-mail: ana@nic.xa',
    },
  ],
  [
    'a system administrator by name',
    {
      from: 'System Administrator <it@nic.xa>',
      subject: 'Contacts for .xa',
      text: 'Please add Ana.',
    },
  ],
  [
    'info@',
    { from: 'NIC.XA <info@nic.xa>', subject: 'Contacts', text: 'Dear all, here they are.' },
  ],
  [
    'out of office contact',
    {
      subject: 'Out of office contact for .xa',
      text: 'Please add Ana, she answers when the office is closed.',
      headers: [['x-auto-response-suppress', 'All']],
    },
  ],
  [
    'on leave, but typing',
    {
      subject: 'Re: Contacts of .xa',
      text: 'I am on leave until Monday. Ana will answer in my absence.',
    },
  ],
  [
    'with the successor of somebody who left',
    {
      subject: 'Contacts of .xa',
      text: 'Bob no longer works here and has left the company. Please take Ana.',
    },
  ],
  [
    'below a disclaimer that was added automatically',
    {
      subject: 'Contacts',
      text: 'Please add Ana.\n\nThis is an automatically generated disclaimer. This e-mail has been automatically scanned for viruses. Do not reply if you are not the recipient.',
    },
  ],
  [
    'with a disclaimer in HTML',
    {
      subject: 'Contacts',
      text: 'Please add Ana.',
      html: '<p>This is an automated response. Please do not reply.</p>',
    },
  ],
  [
    'confirming through a helpdesk program',
    {
      from: 'Support <support@nic.xa>',
      subject: '[#12345] We received your request',
      text: `##- Please type your reply above this line -##\n\nCONFIRM ${TOKEN}\n\nThis is an automated message, do not reply. Your request has been received. Ticket number 12345`,
    },
  ],
  [
    'answering as a helpdesk',
    {
      from: 'Ana, Support <support@nic.xa>',
      subject: 'Re: [#12345] Your contacts',
      text: 'Thank you for your e-mail. Our ticket number is 12345. We are looking for the right person and come back to you.',
    },
  ],
  [
    'with the form under the subject of an automatic reply',
    {
      subject: 'Automatic reply: TLD-OPS',
      text: 'This is an automatic reply\nName: Ana Pérez\nE-mail: ana@nic.xa\nPhone: +44 20 7946 0001',
    },
  ],
  [
    'asking whether our mail is a trick',
    {
      subject: 'Is this a virus?',
      text: 'Our scanner detected a suspicious attachment. Did you write it?',
    },
  ],
  [
    'about their own quarantine',
    {
      subject: 'Re: contacts',
      text: 'Sorry for the delay, your message was in quarantine and has been released.',
    },
  ],
  [
    'accepting an invitation with a word',
    {
      subject: 'Accepted: Call about .xa',
      text: 'Gladly, and please add Ana.',
      attachments: [{ name: 'invite.ics', type: 'text/calendar', size: 9, sha256: '' }],
    },
  ],
  [
    'through an internal list, answering our letter',
    { headers: LIST, answers: ['c1001.challenge.x@lists.example'], text: 'CONFIRM' },
  ],
  [
    'through an internal list, answering in a thread of ours',
    { headers: LIST, answers: ['a@nic.xa', 'case-1001@lists.example'], text: 'Yes' },
  ],
  [
    'through an internal list, to an address with a token',
    { headers: LIST, envelopeTo: `tld-ops-join+${TOKEN}@lists.example`, text: 'Yes' },
  ],
  [
    'through an internal list that says bulk',
    {
      headers: [
        ['list-id', '<admin.nic.xa>'],
        ['precedence', 'bulk'],
      ],
      answers: ['c1001.challenge.x@lists.example'],
    },
  ],
];

describe('a person', () => {
  it.each(PEOPLE)('%s stays one', (_, given) => {
    expect(screen(mail(given), OURS)).toEqual({ class: 'human', reason: 'typed-by-a-person' });
  });
});

describe('whoever types an answer', () => {
  const answer = fc.constantFrom(
    'CONFIRM',
    `> CONFIRM x\n\n  "Reject" ${TOKEN}`,
    'Name: Ana Pérez\nE-mail: ana@nic.xa\nPhone: +44 20 7946 0001',
  );
  const noise = fc.array(
    fc.constantFrom(
      'I am out of the office until Monday.',
      'This is an automatic reply. Please do not reply to it.',
      'We have received your request. Your ticket number is 1234.',
      'Your message could not be delivered. 550 5.1.1 user unknown',
      'Click the link to deliver your message: https://filter.example/1',
      'A virus was detected; the message has been blocked.',
    ),
    { maxLength: 4 },
  );
  const from = fc.constantFrom('ana@nic.xa', 'support@nic.xa', 'Mail System <postmaster@nic.xa>');
  const subject = fc.constantFrom(
    'Automatic reply: x',
    'failure notice',
    'Request received',
    'Read: x',
  );

  it('is a person, whatever stands around it', () => {
    fc.assert(
      fc.property(answer, noise, noise, from, subject, (typed, above, below, author, about) => {
        const text = [...above, typed, ...below].join('\n\n');
        const given = { from: author, subject: about, text, envelopeFrom: 'ana@nic.xa' };
        expect(screen(mail(given), OURS).class).toBe('human');
      }),
      { numRuns: 200 },
    );
  });
});

describe('a list', () => {
  it.each<readonly [string, Given]>([
    ['that answers nobody', { headers: LIST }],
    ['in a thread of others', { headers: LIST, answers: ['c1001.challenge.x@lists.example.test'] }],
    [
      'that writes to our bounce address',
      { headers: LIST, envelopeTo: `tld-ops-bounces+${TOKEN}@lists.example` },
    ],
  ])('%s is one', (_, given) => {
    expect(screen(mail(given), OURS)).toEqual({ class: 'list', reason: 'list-header' });
  });

  it.each<readonly [string, Given['headers']]>([
    ['an automatic answer', [...LIST, ['auto-submitted', 'auto-replied']]],
    ['the null sender', [...LIST, ['return-path', '<>']]],
    ['Precedence: bulk of no list', [['precedence', 'bulk']]],
  ])('in our thread does not hide %s', (_, headers = []) => {
    const given = { headers, answers: ['c1001.challenge.x@lists.example'] };
    expect(screen(mail(given), OURS).class).toBe('auto-reply');
  });
});
