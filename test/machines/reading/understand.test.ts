/** What a mail says as a whole, where one reader has to know of another. */

import { expect, it } from 'vitest';
import { understand } from '../../../src/machines/reading/understand.ts';
import { parseMail } from '../../../src/pipeline/parse.ts';

const NAMES = { list: 'tld-ops', domain: 'lists.example' };
const CODE = 'abcd-efgh-jkmn-pqrs-tvwx-yz01-23';

it.each([
  ['of the sender is no correction', 'hostmaster@nic.xa', 0],
  ['of somebody else is one', 'bob@nic.xa', 1],
])('a vCard beside CONFIRM %s', async (_, address, contacts) => {
  const raw = Buffer.from(
    [
      'From: hostmaster@nic.xa',
      'Content-Type: multipart/mixed; boundary=B',
      '',
      '--B',
      '',
      'CONFIRM',
      '--B',
      'Content-Type: text/vcard; name=me.vcf',
      '',
      `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Beta\r\nEMAIL:${address}\r\nEND:VCARD`,
      '--B--',
      '',
    ].join('\r\n'),
  );
  const envelope = { from: 'hostmaster@nic.xa', to: 'tld-ops-join@lists.example', client: {} };
  const found = understand(await parseMail({ raw, sha256: '00', envelope }), NAMES);
  expect([found.body.consent, found.form.contacts.length]).toEqual(['confirm', contacts]);
});

async function read(subject: string, text: string) {
  const raw = Buffer.from(
    `From: NIC XA <hostmaster@nic.xa>\r\nTo: tld-ops-join@lists.example\r\nSubject: ${subject}\r\n\r\n${text}`,
  );
  const envelope = { from: 'hostmaster@nic.xa', to: 'tld-ops-join@lists.example', client: {} };
  const { screening, body } = understand(await parseMail({ raw, sha256: '00', envelope }), NAMES);
  return [screening.class, body.consent];
}

it.each([
  [
    'its description',
    'Ticket #4 created',
    `Your ticket has been created.\n\nPlease do not reply to this automated message.\n\nCONFIRM ${CODE}`,
  ],
  [
    'all its text',
    'Ticket #4',
    `Your ticket has been created.\n\nDescription:\n\nCONFIRM ${CODE}\n\nThis is an automated message, please do not reply.`,
  ],
])(
  'a receipt that repeats the line of our letter in %s confirms nothing',
  async (_, subject, text) => {
    expect(await read(subject, text)).not.toContain('confirm');
  },
);

it.each([
  'This mailbox is not monitored outside office hours.',
  'Note: this mailbox is not monitored 24/7. Urgent: +1 202 555 0101.',
  'Ce message a été automatiquement vérifié par un antivirus.',
  'This email has been checked for viruses.',
])('a footer takes nothing from a CONFIRM: %s', async (footer) => {
  const text = `CONFIRM\n\nAna Beta\n\n${footer}`;
  expect(await read('Re: Please confirm', text)).toEqual(['human', 'confirm']);
});

it.each([
  ['Hello,\n\nleave .xa\n', 'Question', ['leave']],
  ['', 'Re: [TLD-OPS] leave', ['leave']],
  ['We have moved to a new office.', 'leave', []],
])('what an SSC asks for is read from text and subject: %j, %j', async (text, subject, kinds) => {
  const raw = Buffer.from(`From: ana@nic.xa\r\nSubject: ${subject}\r\n\r\n${text}`);
  const envelope = { from: 'ana@nic.xa', to: 'tld-ops-request@lists.example', client: {} };
  const { requestCommands } = understand(await parseMail({ raw, sha256: '00', envelope }), NAMES);
  expect(requestCommands.commands.map(({ kind }) => kind)).toEqual(kinds);
});

it.each([
  ['when no vCard comes along', '', true],
  [
    'and with a vCard are not',
    'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Uma Rho\r\nEMAIL:uma@nic.xb\r\nEND:VCARD',
    false,
  ],
])('the people of two ccTLDs are told apart %s', async (_, card, apart) => {
  const raw = Buffer.from(
    [
      'From: hostmaster@nic.xa',
      'Content-Type: multipart/mixed; boundary=B',
      '',
      '--B',
      '',
      '.xa:\r\nName: Ana Beta\r\nE-mail: ana@nic.xa',
      '',
      '.xb:\r\nName: Eva Delta\r\nE-mail: eva@nic.xb',
      '--B',
      'Content-Type: text/vcard; name=me.vcf',
      '',
      card,
      '--B--',
      '',
    ].join('\r\n'),
  );
  const envelope = { from: 'hostmaster@nic.xa', to: 'tld-ops-join@lists.example', client: {} };
  const { form, inlineForm } = understand(await parseMail({ raw, sha256: '00', envelope }), NAMES);
  expect([form.apart, inlineForm.apart]).toEqual([apart, apart]);
});
