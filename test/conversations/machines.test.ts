/** Mail that nobody typed, mail that only looks so, and mail that was typed long ago. */

import { expect, test } from 'vitest';
import type { Conversation, NewMail } from '../support/conversation.ts';
import { ADMIN, form, MALLORY, type Person, ROSA, VAL1 } from '../support/people.ts';
import type { Letter } from '../support/shown.ts';
import { openStage } from '../support/stage.ts';

const DAEMON: Person = {
  ...ADMIN,
  mailbox: 'Mail Delivery System <mailer-daemon@nic.xa>',
  address: 'mailer-daemon@nic.xa',
};
const ALARMS = [
  'alarm-undelivered to val1@ccnso.example',
  'alarm-undelivered to val2@ccnso.example',
];

/** What a mail system reports about a letter of ours (RFC 3464). */
function report(letter: Letter, from: Person, messageId = letter.mail.messageId): NewMail {
  const body = [
    '--=_dsn',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    "I'm sorry to have to inform you that your message could not be delivered.",
    '',
    `<${letter.to}>: host mail.nic.xa[192.0.2.10] said: 550 5.1.1 User unknown`,
    '',
    '--=_dsn',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.nic.xa',
    '',
    `Final-Recipient: rfc822; ${letter.to}`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
    '',
    '--=_dsn',
    'Content-Type: text/rfc822-headers',
    '',
    `To: ${letter.to}`,
    `Message-ID: <${messageId}>`,
    `Subject: ${letter.mail.subject}`,
    '',
    '--=_dsn--',
  ];
  return {
    from,
    envelopeFrom: '',
    to: letter.envelopeFrom,
    subject: 'Undelivered Mail Returned to Sender',
    text: body.join('\n'),
    headers: {
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary="=_dsn"',
      'Auto-Submitted': 'auto-replied',
    },
  };
}

async function challenged(talk: Conversation): Promise<Letter> {
  await talk.mail({ from: ROSA, cc: ADMIN.address, subject: 'TLD-OPS', text: form('xa') });
  return talk.letter('challenge', ADMIN);
}

test('a letter that comes back is news for the Validators, once', async () => {
  const talk = await openStage({
    title: 'The challenge comes back',
    teaches:
      'The registry lists an address that does not exist any more. A report counts when the bounce ' +
      "address's token, our Message-ID and the recipient agree: the Validators are told, once. Mallory " +
      'knows the address that reports go to, but has not seen the letter: her report is noted, no more.',
  });
  const letter = await challenged(talk);
  await talk.mail(report(letter, MALLORY, 'c1001.challenge.made-up@lists.example'));
  expect(await talk.outcome()).toBe('bounce noted bounce-unproven');
  expect(talk.sent()).toEqual([]);
  await talk.mail(report(letter, DAEMON));
  expect(await talk.outcome()).toBe('bounce noted bounce-mailbox-gone');
  expect(talk.sent()).toEqual(ALARMS);
  await talk.advance('1 hour');
  await talk.mail(report(letter, DAEMON));
  expect(await talk.outcome()).toBe('bounce noted bounce-mailbox-gone');
  expect(talk.sent()).toEqual([]);
  expect(await talk.state()).toBe('challenged E1');
  await expect(await talk.story()).toMatchFileSnapshot('challenge-comes-back.transcript');
});

test('an answer in HTML alone is heard, and what it quotes is not', async () => {
  const talk = await openStage({
    title: 'Answers in HTML alone',
    teaches:
      'The Admin Contact answers with Outlook, which sends HTML only and quotes without marks. In the ' +
      'first answer the word stands in the quoted letter alone: nothing moves, and people read the ' +
      'answer. Then the Admin Contact types it.',
  });
  const letter = await challenged(talk);
  const outlook = {
    from: ADMIN,
    quoting: 'outlook-html',
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'User-Agent': null },
  } as const;
  await talk.reply(letter, { ...outlook, text: 'Received with thanks. We come back to you.' });
  expect(await talk.outcome()).toBe('human held consent-unclear');
  expect(await talk.state()).toBe('challenged E1');
  await talk.reply(letter, { ...outlook, text: 'CONFIRM\n\nKind regards\nNic XA' });
  expect(await talk.outcome()).toBe('human advanced confirmed-by-anchor');
  expect(await talk.state()).toBe('queued E4');
  await expect(await talk.story()).toMatchFileSnapshot('html-only.transcript');
});

test('a signed mail that somebody kept proves nothing a week later', async () => {
  const talk = await openStage({
    title: 'A signed mail is played back',
    teaches:
      'The Admin Contact asked, properly signed, and was turned down. A week later Mallory, who has a ' +
      'copy, sends it again: the signature is still valid. It is too old to count, so that the request ' +
      'is worth no more than any that claims to come from the Admin Contact, who is asked.',
  });
  await talk.mail({ from: ADMIN, subject: 'Our contacts', text: form('xa') });
  expect(await talk.state()).toBe('queued E3');
  await talk.reply(talk.letter('queue', VAL1), {
    from: VAL1,
    text: 'REJECT 1001 Rosa has left .xa.',
  });
  await talk.advance('7 days');
  await talk.playBack(1, MALLORY);
  expect(await talk.state(1002)).toBe('challenged E2');
  expect(talk.sent()).toEqual(['challenge to admin@nic.xa']);
  await talk.reply(talk.letter('challenge', ADMIN), { from: ADMIN, text: 'REJECT' });
  expect(await talk.state(1002)).toBe('objected E2');
  await expect(await talk.story()).toMatchFileSnapshot('played-back.transcript');
});

test('a command that somebody kept does not run twice', async () => {
  const talk = await openStage({
    title: 'UNFREEZE is played back',
    teaches:
      'A Validator freezes .xa and lets it go again. The next day there is trouble, and it is frozen ' +
      'once more. Mallory has got hold of the signed UNFREEZE of the day before and sends it: its ' +
      'signature and its date are good, but it was carried out already.',
  });
  const to = 'tld-ops-validate@lists.example';
  const write = (text: string) => talk.mail({ from: VAL1, to, subject: 'TLD-OPS', text });
  await write('FREEZE .xa a drill');
  await talk.advance('1 hour');
  await write('UNFREEZE .xa');
  await talk.advance('1 day');
  await write('FREEZE .xa somebody has changed its name servers');
  expect(await talk.frozen('xa')).toBe(true);
  await talk.playBack(2, MALLORY);
  expect(await talk.outcome()).toBe('human refused command-repeated');
  expect(talk.sent()).toEqual(['transcript to val1@ccnso.example']);
  expect(await talk.frozen('xa')).toBe(true);
  await talk.advance('1 hour');
  await write('UNFREEZE .xa');
  expect(await talk.frozen('xa')).toBe(false);
  await expect(await talk.story()).toMatchFileSnapshot('command-played-back.transcript');
});
