/** What SSCs ask for themselves: change, leave, freeze, who, show. Nothing is done by a mere From line. */

import { expect, test } from 'vitest';
import type { Conversation, NewMail, Play } from '../support/conversation.ts';
import {
  ADMIN,
  forgedBy,
  form,
  MALLORY,
  MINISTRY,
  type Person,
  ROSA,
  ROSA_SSC,
  TEO_SSC,
  VAL1,
} from '../support/people.ts';
import type { Letter } from '../support/shown.ts';
import { openStage } from '../support/stage.ts';

const REQUEST = 'tld-ops-request@lists.example';
const BOTH = ['.xa rosa.lind@nic.xa (primary)', '.xa teo.amaral@nic.xa'];
const TO_VALIDATORS = ['alarm-own to val1@ccnso.example', 'alarm-own to val2@ccnso.example'];

/** A stage on which .xa has Rosa and Téo on its list (case 1001). */
async function subscribed(play: Play): Promise<Conversation> {
  const talk = await openStage(play);
  await talk.mail({ from: ADMIN, subject: 'Our contacts', text: form('xa') });
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1001 .xa' });
  expect(await talk.roster()).toEqual(BOTH);
  await talk.advance('2 days');
  return talk;
}

/** Rosa and Téo are the contacts of .xb as well (case 1002). */
async function subscribedTwice(play: Play): Promise<Conversation> {
  const talk = await subscribed(play);
  await talk.mail({ from: MINISTRY, subject: 'Contacts for .xb', text: form('xb', 'nic.xa') });
  await talk.reply(talk.letter('challenge', MINISTRY), { from: MINISTRY, text: 'CONFIRM' });
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1002 .xb' });
  await talk.advance('2 days');
  return talk;
}

function ask(from: Person, text: string): NewMail {
  return { from, to: REQUEST, subject: 'TLD-OPS', text };
}

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
      'Another address is another identity: the old and the new one must both answer. For a day after ' +
      'it, the contact list is not given to the new address.',
  });
  await talk.mail(ask(ROSA_SSC, 'change email rosa.lind@mailbox.example'));
  expect(talk.sent()).toEqual([
    'own-challenge to rosa.lind@mailbox.example',
    'own-challenge to rosa.lind@nic.xa',
  ]);
  await talk.reply(talk.letter('own-challenge', ROSA), { from: ROSA, text: 'CONFIRM' });
  expect(await talk.state(1002)).toBe('challenged E0');
  expect(await talk.roster()).toEqual(BOTH);
  await talk.reply(talk.letter('own-challenge', ROSA_SSC), { from: ROSA_SSC, text: 'CONFIRM' });
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
      'too few: the Admin Contact is asked for another one, and the Validators know.',
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

test('show, help and who are answered to the address on the list and nowhere else', async () => {
  const talk = await subscribedTwice({
    title: 'Questions of a contact',
    teaches:
      'Answers go to the address on the list, whatever the mail says: Reply-To and the way it came do ' +
      'not count. A proven forgery is not answered, but people see it. Who is not on the list gets ' +
      'one sentence, the same for everybody, once a day.',
  });
  await talk.mail(ask(ROSA_SSC, 'show\nhelp\nwho .xb'));
  expect(talk.sent()).toEqual(['own-answer to rosa.lind@nic.xa']);
  await talk.mail({ ...ask(ROSA_SSC, 'who'), headers: { 'Reply-To': MALLORY.address } });
  expect(talk.sent()).toEqual(['own-answer to rosa.lind@nic.xa']);
  await talk.mail(ask(ROSA_SSC, 'who\nwho amaral'));
  expect(talk.letter('own-answer').mail.text).toContain('less than 24 hours ago');
  await talk.mail(ask(forgedBy(MALLORY, ROSA_SSC), 'who .xa'));
  expect(await talk.outcome()).toBe('human held own-forged');
  expect(talk.sent()).toEqual([
    'passed-on to val1@ccnso.example',
    'passed-on to val2@ccnso.example',
  ]);
  await talk.mail(ask(MALLORY, 'who .xa'));
  expect(talk.sent()).toEqual(['not-a-member to mallory@attacker.example']);
  await talk.mail(ask(MALLORY, 'show'));
  expect(talk.sent()).toEqual([]);
  await talk.mail(ask(ROSA_SSC, 'show\nchange phone 12'));
  expect(await talk.outcome()).toBe('human answered own-misread');
  await talk.mail(ask(ROSA_SSC, 'Is there a meeting next week?'));
  expect(talk.sent()).toEqual([
    'passed-on to val1@ccnso.example',
    'passed-on to val2@ccnso.example',
  ]);
  await expect(await talk.story()).toMatchFileSnapshot('own-questions.transcript');
});

test('a contact stops all changes, and nothing moves until a Validator says so', async () => {
  const talk = await subscribed({
    title: 'Freeze',
    teaches:
      'Téo sees that .xa is being taken over. His CONFIRM stops every change; Validators, the other ' +
      'contact and the Admin Contact know at once. What Rosa had confirmed before waits, and is done ' +
      'when changes are allowed again.',
  });
  await talk.mail(ask(ROSA_SSC, 'change phone +44 20 7946 0811'));
  await talk.mail(ask(TEO_SSC, 'freeze .xa Our name servers were changed, not by us.'));
  await talk.reply(talk.letter('own-challenge', TEO_SSC), { from: TEO_SSC, text: 'CONFIRM' });
  expect(await talk.frozen('xa')).toBe(true);
  expect(talk.sent()).toEqual([
    ...TO_VALIDATORS,
    'own-done to teo.amaral@nic.xa',
    'own-told to admin@nic.xa',
    'own-told to rosa.lind@nic.xa',
  ]);
  await talk.reply(talk.letter('own-challenge', ROSA_SSC), { from: ROSA_SSC, text: 'CONFIRM' });
  expect(await talk.state(1002)).toBe('applying E0');
  expect(talk.sent()).toEqual([...TO_VALIDATORS, 'own-ended to rosa.lind@nic.xa']);
  await talk.mail(ask(TEO_SSC, 'leave\nwho .xa'));
  expect(await talk.outcome()).toBe('human held own-refused');
  await talk.mail(ask(TEO_SSC, 'freeze .xa once more'));
  expect(talk.sent()).toEqual(['own-answer to teo.amaral@nic.xa']);
  await talk.mail({
    from: VAL1,
    to: 'tld-ops-validate@lists.example',
    subject: 'ok',
    text: 'UNFREEZE .xa',
  });
  await talk.advance('1 hour');
  expect(await talk.state(1002)).toBe('applied E0');
  await expect(await talk.story()).toMatchFileSnapshot('own-freeze.transcript');
});

test('a Validator takes back what waits behind a freeze', async () => {
  const talk = await subscribed({
    title: 'Confirmed while changes are stopped',
    teaches:
      'Somebody sits in the mailbox of Rosa and confirms a new phone number, while .xa is frozen. The ' +
      'Validators are told that it waits. They phone her, and stop it before they allow changes again.',
  });
  await talk.mail(ask(ROSA_SSC, 'change phone +44 20 7946 0811'));
  const orders = { from: VAL1, to: 'tld-ops-validate@lists.example', subject: 'Orders' };
  await talk.mail({ ...orders, text: 'FREEZE .xa a call from Rosa' });
  await talk.reply(talk.letter('own-challenge'), { from: ROSA_SSC, text: 'CONFIRM' });
  expect(await talk.state(1002)).toBe('applying E0');
  await talk.reply(talk.letter('alarm-own', VAL1), {
    from: VAL1,
    text: 'REJECT 1002 Rosa told us by phone that it was not her',
  });
  expect(await talk.state(1002)).toBe('rejected E0');
  expect(talk.sent()).toEqual([
    'own-ended to rosa.lind@nic.xa',
    'transcript to val1@ccnso.example',
  ]);
  await talk.mail({ ...orders, text: 'UNFREEZE .xa' });
  await talk.advance('1 day');
  await talk.mail(ask(ROSA_SSC, 'show'));
  expect(talk.letter('own-answer').mail.text).toContain('+12025550112');
  await expect(await talk.story()).toMatchFileSnapshot('own-stopped.transcript');
});

test('nothing but a typed word moves it: no absence notice, no quotation, no thanks', async () => {
  const talk = await subscribed({
    title: 'Answers that are none',
    teaches:
      'The letter is answered by an absence notice, by a mail that only quotes it, and by words ' +
      'without a clear yes. None of them moves anything; who typed words is told how to answer.',
  });
  await talk.mail(ask(ROSA_SSC, 'change name Rosalind Lind'));
  const letter = talk.letter('own-challenge');
  await talk.reply(letter, {
    from: ROSA_SSC,
    text: 'I am out of the office until Monday.',
    headers: { 'Auto-Submitted': 'auto-replied' },
    envelopeFrom: '',
  });
  expect(talk.sent()).toEqual([]);
  await talk.reply(letter, { from: ROSA_SSC, text: '' });
  expect(await talk.outcome()).toBe('human noted consent-unclear');
  await talk.reply(letter, { from: ROSA_SSC, text: 'What is this about?', quoting: 'outlook' });
  expect(talk.sent()).toEqual([
    'own-again to rosa.lind@nic.xa',
    'passed-on to val1@ccnso.example',
    'passed-on to val2@ccnso.example',
  ]);
  expect(await talk.state(1002)).toBe('challenged E0');
  // People answer to whatever address they find.
  await talk.reply(letter, { from: ROSA, to: 'tld-ops-join@lists.example', text: 'CONFIRM' });
  expect(await talk.state(1002)).toBe('applied E0');
  await expect(await talk.story()).toMatchFileSnapshot('own-no-answer.transcript');
});

test('a newer request of the same kind takes the place of the open one; others stand beside it', async () => {
  const talk = await subscribed({
    title: 'Asked twice',
    teaches:
      'Rosa mistypes her number and writes again: the older letter is void. A new name in the same ' +
      'mail is a request of its own, with a letter of its own.',
  });
  await talk.mail(ask(ROSA_SSC, 'change phone +44 20 7946 0811'));
  const older = talk.letter('own-challenge');
  await talk.mail(ask(ROSA_SSC, 'change phone +44 20 7946 0812\nchange name Rosalind Lind'));
  expect(await talk.state(1002)).toBe('superseded E0');
  expect(await talk.state(1003)).toBe('challenged E0');
  expect(await talk.state(1004)).toBe('challenged E0');
  await talk.reply(older, { from: ROSA_SSC, text: 'CONFIRM' });
  expect(await talk.outcome()).toBe('human answered token-replaced');
  await expect(await talk.story()).toMatchFileSnapshot('own-newer.transcript');
});
