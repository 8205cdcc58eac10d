/** What SSCs ask besides: who, show, freeze; and answers of theirs that are none. */

import { expect, test } from 'vitest';
import { forgedBy, MALLORY, ROSA, ROSA_SSC, TEO_SSC, VAL1 } from '../support/people.ts';
import { ask, subscribed, subscribedTwice } from '../support/subscribed.ts';

const TO_VALIDATORS = ['alarm-own to val1@ccnso.example', 'alarm-own to val2@ccnso.example'];

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
  // It is stopped already: what is new is the reason, and people read it.
  expect(talk.sent()).toEqual([
    'own-answer to teo.amaral@nic.xa',
    'passed-on to val1@ccnso.example',
    'passed-on to val2@ccnso.example',
  ]);
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

test('a captured mail is worth nothing', async () => {
  const talk = await subscribed({
    title: 'Mails of a contact, played back',
    teaches:
      'Mallory has copies of all that Rosa wrote, signatures untouched. The command makes one more ' +
      'letter, to Rosa alone; the CONFIRM of then is used up.',
  });
  await talk.mail(ask(ROSA_SSC, 'change phone +44 20 7946 0811'));
  await talk.reply(talk.letter('own-challenge'), { from: ROSA_SSC, text: 'CONFIRM' });
  await talk.mail(ask(ROSA_SSC, 'change phone +44 20 7946 0812'));
  await talk.reply(talk.letter('own-challenge'), { from: ROSA_SSC, text: 'CONFIRM' });
  await talk.advance('3 days');
  await talk.playBack(3, MALLORY);
  expect(talk.sent()).toEqual(['own-challenge to rosa.lind@nic.xa']);
  await talk.playBack(4, MALLORY);
  expect(await talk.outcome()).toBe('human answered token-used');
  expect(talk.sent()).toEqual(['own-again to rosa.lind@nic.xa']);
  expect(await talk.state(1004)).toBe('challenged E0');
  await expect(await talk.story()).toMatchFileSnapshot('own-played-back.transcript');
});
