/** What SSCs change for themselves: phone, name, address, leaving. Nothing is done by a mere From line. */

import { expect, test } from 'vitest';
import type { NewMail } from '../support/conversation.ts';
import { ADMIN, ROSA, ROSA_SSC, TEO_SSC, VAL1 } from '../support/people.ts';
import type { Letter } from '../support/shown.ts';
import { ask, BOTH, subscribed, subscribedTwice } from '../support/subscribed.ts';

const TO_VALIDATORS = ['alarm-own to val1@ccnso.example', 'alarm-own to val2@ccnso.example'];

/** What a mail system reports about a letter of ours to a mailbox that is gone (RFC 3464). */
function gone(letter: Letter): NewMail {
  const body = [
    '--=_dsn',
    'Content-Type: text/plain; charset=us-ascii',
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
    `Message-ID: <${letter.mail.messageId}>`,
    '',
    '--=_dsn--',
  ];
  return {
    from: { ...ADMIN, mailbox: 'MAILER-DAEMON@nic.xa', address: 'mailer-daemon@nic.xa' },
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

test('a contact changes the phone with one word, and the others are told', async () => {
  const talk = await subscribed({
    title: 'A new phone number',
    teaches:
      'Rosa writes one line. Anybody can write in her name, so one letter goes to her address on the ' +
      'list; her CONFIRM is enough, and no Validator has to look. The other contact and the Admin ' +
      'Contact see old and new.',
  });
  await talk.mail(ask(ROSA_SSC, 'change phone +44 20 7946 0811'));
  expect(await talk.outcome()).toBe('human opened own-asked');
  expect(await talk.state(1002)).toBe('challenged E0');
  expect(talk.sent()).toEqual(['own-challenge to rosa.lind@nic.xa']);
  await talk.reply(talk.letter('own-challenge'), {
    from: ROSA_SSC,
    text: 'CONFIRM\n\nThanks, Rosa',
  });
  expect(await talk.state(1002)).toBe('applied E0');
  expect(talk.sent()).toEqual([
    'own-done to rosa.lind@nic.xa',
    'own-told to admin@nic.xa',
    'own-told to teo.amaral@nic.xa',
  ]);
  await talk.mail(ask(ROSA_SSC, 'show'));
  expect(talk.letter('own-answer').mail.text).toContain('+442079460811');
  await talk.reply(talk.letter('own-challenge'), { from: ROSA_SSC, text: 'CONFIRM' });
  expect(await talk.outcome()).toBe('human answered token-used');
  await expect(await talk.story()).toMatchFileSnapshot('own-phone.transcript');
});

test('whoever writes in the name of a contact only makes a letter to that contact', async () => {
  const talk = await subscribed({
    title: 'A new name that nobody asked for',
    teaches:
      'A colleague writes from Téo’s mailbox, or somebody in his name. Téo is asked whether he wants it, and does not: REJECT stops it and alarms the ' +
      'Validators. The ccTLD is not frozen, for nothing was changed.',
  });
  await talk.mail(ask(TEO_SSC, 'change name Teodoro Amaral'));
  expect(talk.sent()).toEqual(['own-challenge to teo.amaral@nic.xa']);
  await talk.reply(talk.letter('own-challenge'), {
    from: TEO_SSC,
    text: 'REJECT - that was not me',
  });
  expect(await talk.state(1002)).toBe('objected E0');
  expect(talk.sent()).toEqual([...TO_VALIDATORS, 'own-ended to teo.amaral@nic.xa']);
  expect(await talk.frozen('xa')).toBe(false);
  await expect(await talk.story()).toMatchFileSnapshot('own-name-rejected.transcript');
});

test('a new address needs the word of the old and of the new one', async () => {
  const talk = await subscribed({
    title: 'A new e-mail address',
    teaches:
      'Another address is another identity: the old and the new one must both answer. The new one is ' +
      'asked when the old one has confirmed: else anybody could learn who is on the list by giving an ' +
      'address of their own. For a day after it, the contact list is not given to the new address.',
  });
  await talk.mail(ask(ROSA_SSC, 'change email rosa.lind@mailbox.example'));
  expect(talk.sent()).toEqual(['own-challenge to rosa.lind@nic.xa']);
  await talk.reply(talk.letter('own-challenge', ROSA_SSC), { from: ROSA_SSC, text: 'CONFIRM' });
  expect(talk.sent()).toEqual(['own-challenge to rosa.lind@mailbox.example']);
  expect(await talk.state(1002)).toBe('challenged E0');
  expect(await talk.roster()).toEqual(BOTH);
  await talk.reply(talk.letter('own-challenge', ROSA), { from: ROSA, text: 'CONFIRM' });
  expect(await talk.state(1002)).toBe('applied E0');
  expect(talk.sent()).toEqual([
    'own-done to rosa.lind@mailbox.example',
    'own-done to rosa.lind@nic.xa',
    'own-told to admin@nic.xa',
    'own-told to teo.amaral@nic.xa',
  ]);
  expect(await talk.roster()).toEqual([
    '.xa rosa.lind@mailbox.example (primary)',
    '.xa teo.amaral@nic.xa',
  ]);
  await talk.mail(ask(ROSA, 'who .xa'));
  expect(talk.letter('own-answer', ROSA).mail.text).not.toContain('Amaral');
  await talk.advance('25 hours');
  await talk.mail(ask(ROSA, 'who .xa'));
  expect(talk.letter('own-answer', ROSA).mail.text).toContain('Amaral');
  await talk.mail(ask(ROSA_SSC, 'who .xa'));
  expect(talk.sent()).toEqual(['not-a-member to rosa.lind@nic.xa']);
  await expect(await talk.story()).toMatchFileSnapshot('own-address.transcript');
});

test('where the old mailbox is gone, the Admin Contact decides about the new address', async () => {
  const talk = await subscribed({
    title: 'The old mailbox is gone',
    teaches:
      'Rosa has lost her old mailbox. The letter to it comes back, and the report is believed: the ' +
      'request goes on as an update that the Admin Contact confirms and a Validator approves.',
  });
  await talk.mail(ask(ROSA_SSC, 'change email rosa.lind@mailbox.example'));
  await talk.mail(gone(talk.letter('own-challenge', ROSA_SSC)));
  expect(await talk.outcome()).toBe('bounce advanced old-address-dead');
  expect(await talk.state(1002)).toBe('superseded E0');
  expect(await talk.state(1003)).toBe('challenged E0');
  expect(talk.sent()).toEqual([
    'alarm-undelivered to val1@ccnso.example',
    'alarm-undelivered to val2@ccnso.example',
    'challenge to admin@nic.xa',
    'own-ended to rosa.lind@mailbox.example',
  ]);
  await talk.reply(talk.letter('challenge', ADMIN), { from: ADMIN, text: 'CONFIRM' });
  expect(await talk.state(1003)).toBe('queued E4');
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1003 .xa' });
  expect(await talk.roster()).toEqual([
    '.xa rosa.lind@mailbox.example (primary)',
    '.xa teo.amaral@nic.xa',
  ]);
  await expect(await talk.story()).toMatchFileSnapshot('own-address-dead.transcript');
});

test('one word of two is not enough, and the request ends', async () => {
  const talk = await subscribed({
    title: 'Only one of two addresses answers',
    teaches:
      'The old address confirms, the new one never does (it was mistyped). It is reminded, the old ' +
      'one is not; then the request ends, and both are told.',
  });
  await talk.mail(ask(ROSA_SSC, 'change email rosa.lind@mailbox.example'));
  await talk.reply(talk.letter('own-challenge', ROSA_SSC), { from: ROSA_SSC, text: 'CONFIRM' });
  await talk.advance('12 days');
  expect(talk.everyLetter().filter((one) => one.startsWith('own-challenge'))).toHaveLength(3);
  await talk.advance('4 days');
  expect(await talk.state(1002)).toBe('expired E0');
  expect(talk.sent()).toEqual([
    'own-ended to rosa.lind@mailbox.example',
    'own-ended to rosa.lind@nic.xa',
  ]);
  await talk.reply(talk.letter('own-challenge', ROSA), { from: ROSA, text: 'CONFIRM' });
  expect(await talk.roster()).toEqual(BOTH);
  expect(talk.sent()).toEqual(['own-again to rosa.lind@mailbox.example']);
  await expect(await talk.story()).toMatchFileSnapshot('own-address-expired.transcript');
});

test('the primary of two leaves: the other one is primary, and a successor is asked for', async () => {
  const talk = await subscribed({
    title: 'The primary contact leaves',
    teaches:
      'Rosa leaves. Her mail from the list ends with her CONFIRM; Téo is primary now. One person is ' +
      'too few: the Admin Contact is asked for another one, and the Validators know. The answer is an ' +
      'ordinary update.',
  });
  await talk.mail(ask(ROSA_SSC, 'Hello,\n\nleave\n\nThank you all, Rosa'));
  expect(talk.sent()).toEqual(['own-challenge to rosa.lind@nic.xa']);
  await talk.reply(talk.letter('own-challenge'), { from: ROSA_SSC, text: 'Confirm' });
  expect(await talk.state(1002)).toBe('applied E0');
  expect(talk.sent()).toEqual([
    ...TO_VALIDATORS,
    'own-done to rosa.lind@nic.xa',
    'own-successor to admin@nic.xa',
    'own-told to teo.amaral@nic.xa',
  ]);
  expect(await talk.roster()).toEqual(['.xa teo.amaral@nic.xa (primary)']);
  await talk.reply(talk.letter('own-successor'), {
    from: ADMIN,
    text: 'ADD\n\nFirst name: Ines\nLast name: Moro\nE-mail: ines.moro@nic.xa\nPhone: +1 202 555 0114',
  });
  expect(await talk.state(1003)).toBe('queued E3');
  await expect(await talk.story()).toMatchFileSnapshot('own-leave.transcript');
});

test('who has two ccTLDs says which one to leave, and stays for the other', async () => {
  const talk = await subscribedTwice({
    title: 'Leaving one of two ccTLDs',
    teaches:
      'Téo is a contact for .xa and .xb. "leave" alone is asked back. He leaves .xb, and stays for ' +
      '.xa. Then "leave all" is one line for what is left.',
  });
  await talk.mail(ask(TEO_SSC, 'leave'));
  expect(talk.sent()).toEqual(['own-answer to teo.amaral@nic.xa']);
  await talk.mail(ask(TEO_SSC, 'leave .xb'));
  await talk.reply(talk.letter('own-challenge'), { from: TEO_SSC, text: 'CONFIRM' });
  expect(talk.sent()).toEqual([
    ...TO_VALIDATORS,
    'own-done to teo.amaral@nic.xa',
    'own-successor to domains@ministry.example',
    'own-told to rosa.lind@nic.xa',
  ]);
  expect(await talk.roster()).toEqual([...BOTH, '.xb rosa.lind@nic.xa (primary)']);
  await talk.mail(ask(TEO_SSC, 'leave all'));
  expect(talk.sent()).toEqual(['own-challenge to teo.amaral@nic.xa']);
  await expect(await talk.story()).toMatchFileSnapshot('own-leave-one.transcript');
});
