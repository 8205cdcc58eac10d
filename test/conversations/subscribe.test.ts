/** Requests that end on the list: how the Admin Contact is heard, and what everybody is told. */

import { expect, test } from 'vitest';
import { ADMIN, form, MINISTRY, ROSA, VAL1 } from '../support/people.ts';
import { openStage } from '../support/stage.ts';

const BOTH = ['.xa rosa.lind@nic.xa (primary)', '.xa teo.amaral@nic.xa'];

test('a mail that provably comes from the Admin Contact goes straight to the queue', async () => {
  const talk = await openStage({
    title: 'E3: straight to the queue',
    teaches:
      'The Admin Contact of .xa writes from the address in the registry, and its domain proves it ' +
      '(DKIM, DMARC). Nothing has to be confirmed: the case is queued, and the address gets a copy.',
  });
  await talk.mail({
    from: ADMIN,
    subject: 'Our contacts',
    text: `Hello,\n\n${form('xa')}\n\nNic XA`,
  });
  expect(await talk.state()).toBe('queued E3');
  expect(talk.sent()).toEqual([
    'queue to val1@ccnso.example',
    'queue to val2@ccnso.example',
    'traced to admin@nic.xa',
  ]);
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1001 .xa' });
  expect(await talk.state()).toBe('applied E3');
  expect(talk.sent()).toEqual([
    'applied to admin@nic.xa',
    'transcript to val1@ccnso.example',
    'welcome to rosa.lind@nic.xa',
    'welcome to teo.amaral@nic.xa',
  ]);
  expect(await talk.roster()).toEqual(BOTH);
  await expect(await talk.story()).toMatchFileSnapshot('proven-from-the-anchor.transcript');
});

test('a copy to the Admin Contact is challenged, and CONFIRM brings it to the queue', async () => {
  const talk = await openStage({
    title: 'A copy, a challenge, CONFIRM',
    teaches:
      'Rosa writes from her own mailbox, with the Admin Contact in Cc. Anybody can write such a ' +
      'line, so the Admin Contact is asked; one word is enough.',
  });
  await talk.mail({ from: ROSA, cc: 'admin@nic.xa', subject: 'TLD-OPS', text: form('xa') });
  expect(await talk.state()).toBe('challenged E1');
  expect(talk.sent()).toEqual([
    'challenge to admin@nic.xa',
    'received to rosa.lind@mailbox.example',
  ]);
  await talk.advance('2d');
  await talk.reply(talk.letter('challenge'), { from: ADMIN, text: 'CONFIRM\n\nThank you!' });
  expect(await talk.state()).toBe('queued E4');
  expect(talk.sent()).toEqual([
    'queue to val1@ccnso.example',
    'queue to val2@ccnso.example',
    'received to rosa.lind@mailbox.example',
    'traced to admin@nic.xa',
  ]);
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1001 .xa' });
  expect(await talk.state()).toBe('applied E4');
  expect(await talk.roster()).toEqual(BOTH);
  await expect(await talk.story()).toMatchFileSnapshot('copy-and-challenge.transcript');
});

test('without proof of the domain the Admin Contact is asked, and answers in Outlook', async () => {
  const talk = await openStage({
    title: 'E2: the Admin Contact writes, but nothing proves it',
    teaches:
      'The ministry publishes neither SPF nor DMARC, so anybody could have written this mail. The ' +
      'ministry is asked, and answers with a program that quotes without marks: our own words ' +
      'CONFIRM and REJECT stand unmarked below, and only the first line counts.',
  });
  await talk.mail({ from: MINISTRY, subject: 'Contacts for .xb', text: form('xb') });
  expect(await talk.state()).toBe('challenged E2');
  expect(talk.sent()).toEqual(['challenge to domains@ministry.example']);
  await talk.reply(talk.letter('challenge'), {
    from: MINISTRY,
    text: 'Confirm.\n\nBest regards\nDomain Desk',
    quoting: 'outlook',
  });
  expect(await talk.state()).toBe('queued E4');
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'approve 1001 xb' });
  expect(await talk.state()).toBe('applied E4');
  await expect(await talk.story()).toMatchFileSnapshot('unproven-from-the-anchor.transcript');
});

test('under the classic policy a copied mail goes to the queue, and the copy can object', async () => {
  const talk = await openStage({
    title: 'Policy classic: a copy is enough',
    teaches:
      'The procedure of 2015: a mail with the Admin Contact in Cc goes to the Validators at once. ' +
      'The Admin Contact gets a copy with a way to object, and here says nothing.',
    policy: 'classic',
  });
  await talk.mail({ from: ROSA, cc: 'admin@nic.xa', subject: 'TLD-OPS', text: form('xa') });
  expect(await talk.state()).toBe('queued E1');
  expect(talk.sent()).toEqual([
    'queue to val1@ccnso.example',
    'queue to val2@ccnso.example',
    'received to rosa.lind@mailbox.example',
    'traced to admin@nic.xa',
  ]);
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1001 .xa' });
  expect(await talk.state()).toBe('applied E1');
  await expect(await talk.story()).toMatchFileSnapshot('policy-classic.transcript');
});

test('under the strict policy even a proven mail is challenged', async () => {
  const talk = await openStage({
    title: 'Policy strict: only an answered code is enough',
    teaches: 'The same mail as in "E3: straight to the queue", where the policy is strict.',
    policy: 'strict',
  });
  await talk.mail({ from: ADMIN, subject: 'Our contacts', text: form('xa') });
  expect(await talk.state()).toBe('challenged E3');
  expect(talk.sent()).toEqual(['challenge to admin@nic.xa']);
  await talk.reply(talk.letter('challenge'), { from: ADMIN, text: 'CONFIRM' });
  expect(await talk.state()).toBe('queued E4');
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1001 .xa' });
  expect(await talk.state()).toBe('applied E4');
  await expect(await talk.story()).toMatchFileSnapshot('policy-strict.transcript');
});
