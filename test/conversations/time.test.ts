/** Requests that run out, come twice, or are replaced by better ones; and mail to people. */

import { expect, test } from 'vitest';
import { ADMIN, form, MALLORY, ROSA, VAL1 } from '../support/people.ts';
import { openStage } from '../support/stage.ts';

test('a challenge that nobody answers is repeated once and then ends', async () => {
  const talk = await openStage({
    title: 'Expiry',
    teaches:
      'The Admin Contact does not answer. After ten days the end is announced with a fresh code, ' +
      'after fourteen both sides are told that it is over. A late CONFIRM then changes nothing.',
  });
  await talk.mail({ from: ROSA, cc: 'admin@nic.xa', subject: 'TLD-OPS', text: form('xa') });
  await talk.advance('11d');
  expect(talk.sent()).toEqual(['challenge to admin@nic.xa']);
  await talk.advance('4d');
  expect(await talk.state()).toBe('expired E1');
  expect(talk.sent()).toEqual(['expired to admin@nic.xa', 'expired to rosa.lind@mailbox.example']);
  await talk.advance('1d');
  await talk.reply(talk.letter('challenge'), { from: ADMIN, text: 'CONFIRM' });
  expect(await talk.state()).toBe('expired E1');
  expect(talk.sent()).toEqual(['too-late to admin@nic.xa']);
  await expect(await talk.story()).toMatchFileSnapshot('expiry.transcript');
});

test('the code of the first letter works after the reminder', async () => {
  const talk = await openStage({
    title: 'The older of two letters is answered',
    teaches: 'After the reminder the Admin Contact finds the first letter and answers that one.',
  });
  await talk.mail({ from: ROSA, cc: 'admin@nic.xa', subject: 'TLD-OPS', text: form('xa') });
  const first = talk.letter('challenge');
  await talk.advance('11d');
  expect(talk.letter('challenge')).not.toBe(first);
  await talk.reply(first, { from: ADMIN, text: 'CONFIRM' });
  expect(await talk.state()).toBe('queued E4');
  await expect(await talk.story()).toMatchFileSnapshot('older-letter-answered.transcript');
});

test('a request that waits for its data is announced to end, and ends', async () => {
  const talk = await openStage({
    title: 'Missing data that never come',
    teaches: 'The data that a letter asked for do not come; a reminder, then the end.',
  });
  const text = form('xa').replace('Phone: +1 202 555 0113', '');
  await talk.mail({ from: ROSA, cc: 'admin@nic.xa', subject: 'TLD-OPS', text });
  await talk.advance('11d');
  expect(talk.sent()).toEqual([
    'reminder to admin@nic.xa',
    'reminder to rosa.lind@mailbox.example',
  ]);
  await talk.advance('4d');
  expect(await talk.state()).toBe('expired E1');
  await expect(await talk.story()).toMatchFileSnapshot('details-never-come.transcript');
});

test('a mail that comes twice is processed once', async () => {
  const talk = await openStage({
    title: 'The same mail twice',
    teaches: 'Postfix did not get our answer and delivers again. Nobody gets a second letter.',
  });
  await talk.mail({ from: ROSA, cc: 'admin@nic.xa', subject: 'TLD-OPS', text: form('xa') });
  await talk.redeliver();
  expect(talk.sent()).toEqual([]);
  expect(await talk.state(1002)).toBe('no such case');
  await talk.reply(talk.letter('challenge'), { from: ADMIN, text: 'CONFIRM' });
  await talk.redeliver();
  expect(talk.sent()).toEqual([]);
  expect(await talk.state()).toBe('queued E4');
  await expect(await talk.story()).toMatchFileSnapshot('redelivered.transcript');
});

test('a better request takes the place of a weaker one', async () => {
  const talk = await openStage({
    title: 'Superseded by a better request',
    teaches:
      "Rosa's request waits for the Admin Contact. They do not answer the letter, but send a request " +
      'of their own, which is proven. The new one is worked on; Rosa is told. Mallory then tries ' +
      'with a weaker one, and it is not taken.',
  });
  await talk.mail({ from: ROSA, cc: 'admin@nic.xa', subject: 'TLD-OPS', text: form('xa') });
  await talk.advance('1d');
  await talk.mail({
    from: ADMIN,
    subject: 'Our contacts',
    text: form('xa').replace('0113', '0199'),
  });
  expect(await talk.state(1001)).toBe('superseded E1');
  expect(await talk.state(1002)).toBe('queued E3');
  expect(talk.sent()).toContain('superseded to rosa.lind@mailbox.example');
  await talk.mail({
    from: MALLORY,
    cc: 'admin@nic.xa',
    subject: 'Contacts of .xa',
    text: form('xa').replaceAll('nic.xa', 'attacker.example'),
  });
  expect(await talk.outcome()).toBe('human answered weaker-than-open-case');
  await talk.reply(talk.letter('challenge'), { from: ADMIN, text: 'CONFIRM' });
  expect(await talk.state(1001)).toBe('superseded E1');
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1002 .xa' });
  expect(await talk.state(1002)).toBe('applied E3');
  await expect(await talk.story()).toMatchFileSnapshot('superseded.transcript');
});

test('a ccTLD that is on the list is not changed by a mail that asks nothing', async () => {
  const talk = await openStage({
    title: 'On the list already',
    teaches: 'The Admin Contact writes and asks for no change: a Validator reads the mail.',
  });
  await talk.mail({ from: ADMIN, subject: 'Our contacts', text: form('xa') });
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1001 .xa' });
  await talk.mail({
    from: ADMIN,
    subject: '.xa',
    text: 'Dear team,\n\nthank you for your good work. We have moved to a new office.\n\nNic XA',
  });
  expect(await talk.outcome()).toBe('human held already-subscribed');
  expect(await talk.roster()).toEqual(['.xa rosa.lind@nic.xa (primary)', '.xa teo.amaral@nic.xa']);
  await expect(await talk.story()).toMatchFileSnapshot('already-subscribed.transcript');
});

test('a mail to the owner reaches people', async () => {
  const talk = await openStage({
    title: 'A mail to people',
    teaches:
      'Somebody wants to know whether a letter is genuine. The Validators get the mail whole.',
  });
  await talk.mail({
    from: ROSA,
    to: 'tld-ops-owner@lists.example',
    subject: 'Is this you?',
    text: 'Dear team,\n\nI got a letter from "TLD-OPS". Is it real?\n\nRosa Lind',
  });
  expect(await talk.outcome()).toBe('human held passed-on');
  expect(talk.sent()).toEqual([
    'passed-on to val1@ccnso.example',
    'passed-on to val2@ccnso.example',
  ]);
  await expect(await talk.story()).toMatchFileSnapshot('mail-to-owner.transcript');
});
