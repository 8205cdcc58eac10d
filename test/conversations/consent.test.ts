/** CONFIRM and REJECT: what counts as a word that somebody typed, and what does not. */

import { expect, test } from 'vitest';
import { ADMIN, form, MINISTRY, NEW_ADMIN, ROSA, VAL1 } from '../support/people.ts';
import type { Conversation } from '../support/conversation.ts';
import { openStage } from '../support/stage.ts';

async function challenge(talk: Conversation): Promise<void> {
  await talk.mail({ from: ROSA, cc: 'admin@nic.xa', subject: 'TLD-OPS', text: form('xa') });
  expect(await talk.state()).toBe('challenged E1');
}

async function apply(talk: Conversation): Promise<void> {
  await talk.mail({ from: ADMIN, subject: 'Our contacts', text: form('xa') });
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1001 .xa' });
  expect(await talk.state()).toBe('applied E3');
}

test('an objection stops the request, freezes the ccTLD and alarms the Validators', async () => {
  const talk = await openStage({
    title: 'Objection: REJECT',
    teaches:
      'Somebody asks in the name of .xa. The Admin Contact answers REJECT: the request is over, ' +
      'nothing about .xa can change, and people are told to look. A Validator lifts the freeze, and ' +
      'the Admin Contact then sends the right contacts.',
  });
  await challenge(talk);
  await talk.reply(talk.letter('challenge'), {
    from: ADMIN,
    text: 'REJECT. We do not know this person.',
  });
  expect(await talk.state()).toBe('objected E1');
  expect(talk.sent()).toEqual([
    'alarm-objection to val1@ccnso.example',
    'alarm-objection to val2@ccnso.example',
    'objected to admin@nic.xa',
    'objected to rosa.lind@mailbox.example',
  ]);
  await talk.mail({ from: ADMIN, subject: 'The right contacts', text: form('xa') });
  expect(await talk.outcome()).toBe('human held frozen');
  expect(await talk.state(1002)).toBe('no such case');
  await talk.reply(talk.letter('alarm-objection', VAL1), { from: VAL1, text: 'UNFREEZE .xa' });
  expect(await talk.outcome()).toBe('human advanced unfrozen');
  await talk.mail({ from: ADMIN, subject: 'The right contacts, again', text: form('xa') });
  expect(await talk.state(1002)).toBe('queued E3');
  await expect(await talk.story()).toMatchFileSnapshot('objection.transcript');
});

test('an objection after the change takes the people off the list again', async () => {
  const talk = await openStage({
    title: 'Objection after it was applied',
    teaches:
      'The copy to the Admin Contact is read late: the change was approved and made. REJECT still ' +
      'works with the code of that copy, and undoes what this case did.',
  });
  await apply(talk);
  await talk.advance('8d');
  await talk.reply(talk.letter('traced'), { from: ADMIN, text: 'REJECT\n\nThis was not us!' });
  expect(await talk.state()).toBe('objected E3');
  expect(await talk.roster()).toEqual([]);
  expect(talk.sent()).toEqual([
    'alarm-objection to val1@ccnso.example',
    'alarm-objection to val2@ccnso.example',
    'objected to admin@nic.xa',
    'taken-off to rosa.lind@nic.xa',
    'taken-off to teo.amaral@nic.xa',
  ]);
  await expect(await talk.story()).toMatchFileSnapshot('objection-after-applied.transcript');
});

test('an objection after its time is for people to look at', async () => {
  const talk = await openStage({
    title: 'Objection long after its time',
    teaches:
      'Half a year later somebody answers an old copy with REJECT. Its code has expired: the list ' +
      'stays, the writer is told, and the Validators get the mail.',
  });
  await apply(talk);
  await talk.advance('180d');
  await talk.reply(talk.letter('traced'), { from: ADMIN, text: 'REJECT\n\nThis was not us!' });
  expect(await talk.state()).toBe('applied E3');
  expect(await talk.roster()).toHaveLength(2);
  expect(talk.sent()).toContain('passed-on to val1@ccnso.example');
  expect(talk.sent()).toContain('too-late to admin@nic.xa');
  await expect(await talk.story()).toMatchFileSnapshot('objection-too-late.transcript');
});

test('an automatic answer that quotes the code does nothing', async () => {
  const talk = await openStage({
    title: 'Out of office',
    teaches:
      "The Admin Contact's mail program answers the challenge by itself, with the whole letter and " +
      'its code below. Nothing happens, nobody is answered, and the code can still be used.',
  });
  await challenge(talk);
  await talk.reply(talk.letter('challenge'), {
    from: ADMIN,
    text: 'I am out of the office until Monday.\nCONFIRM',
    headers: { 'Auto-Submitted': 'auto-replied' },
    envelopeFrom: '',
  });
  expect(await talk.outcome()).toBe('auto-reply noted auto-submitted');
  expect(await talk.state()).toBe('challenged E1');
  expect(talk.sent()).toEqual([]);
  await talk.reply(talk.letter('challenge'), { from: ADMIN, text: 'CONFIRM' });
  expect(await talk.state()).toBe('queued E4');
  await expect(await talk.story()).toMatchFileSnapshot('out-of-office.transcript');
});

test('"I did not ask for this" above a quoted CONFIRM confirms nothing', async () => {
  const talk = await openStage({
    title: '"I did not ask for this"',
    teaches:
      'The Admin Contact answers in own words and with neither CONFIRM nor REJECT; both stand in ' +
      'the quoted letter below. Nothing happens, the writer is told once how to answer, and the ' +
      'Validators read the words.',
  });
  await challenge(talk);
  await talk.reply(talk.letter('challenge'), {
    from: ADMIN,
    text: 'Hello? I did not ask for this. Who is Rosa Lind?',
    quoting: 'outlook',
  });
  expect(await talk.state()).toBe('challenged E1');
  expect(talk.sent()).toEqual([
    'passed-on to val1@ccnso.example',
    'passed-on to val2@ccnso.example',
    'unclear-answer to admin@nic.xa',
  ]);
  await talk.reply(talk.letter('unclear-answer'), { from: ADMIN, text: 'I said I did not!' });
  expect(talk.sent()).not.toContain('unclear-answer to admin@nic.xa');
  expect(await talk.state()).toBe('challenged E1');
  await talk.reply(talk.letter('challenge'), { from: ADMIN, text: 'reject' });
  expect(await talk.state()).toBe('objected E1');
  await expect(await talk.story()).toMatchFileSnapshot('did-not-ask.transcript');
});

test('CONFIRM a second time changes nothing', async () => {
  const talk = await openStage({
    title: 'CONFIRM twice',
    teaches:
      'Two people read the mailbox of the Admin Contact, and both answer. The second is told.',
  });
  await challenge(talk);
  await talk.reply(talk.letter('challenge'), { from: ADMIN, text: 'CONFIRM' });
  const state = await talk.state();
  await talk.reply(talk.letter('challenge'), { from: ADMIN, text: 'Confirm\n\nRegards, the desk' });
  expect(await talk.outcome()).toBe('human answered token-used');
  expect(await talk.state()).toBe(state);
  expect(talk.sent()).toEqual(['too-late to admin@nic.xa']);
  await expect(await talk.story()).toMatchFileSnapshot('confirm-twice.transcript');
});

test('who has only the number of the case cannot confirm', async () => {
  const talk = await openStage({
    title: 'CONFIRM by the wrong person',
    teaches:
      'Rosa answers the letter that says her request has come. It holds no code, so her CONFIRM is ' +
      "not the Admin Contact's; she is told who has the letter that counts.",
  });
  await challenge(talk);
  await talk.reply(talk.letter('received'), { from: ROSA, text: 'CONFIRM' });
  expect(await talk.outcome()).toBe('human answered no-token');
  expect(await talk.state()).toBe('challenged E1');
  expect(talk.sent()).toEqual(['unclear-answer to rosa.lind@mailbox.example']);
  await expect(await talk.story()).toMatchFileSnapshot('confirm-by-requester.transcript');
});

test('a polite answer to the copy stops nothing', async () => {
  const talk = await openStage({
    title: '"Thank you" to a copy',
    teaches:
      'The Admin Contact answers the copy of their own request, which needs no answer, with a few ' +
      'words. That is neither yes nor no to the engine: a Validator reads it, and the writer learns ' +
      'that no answer is needed when all is right.',
  });
  await talk.mail({ from: ADMIN, subject: 'Our contacts', text: form('xa') });
  await talk.reply(talk.letter('traced'), { from: ADMIN, text: 'Thank you, this is right.' });
  expect(await talk.state()).toBe('queued E3');
  const how = talk.letter('unclear-answer', ADMIN).mail.text;
  expect(how).toContain('If the request is right, you do not need to answer.');
  await expect(await talk.story()).toMatchFileSnapshot('thanks-for-the-copy.transcript');
});

test('the Admin Contact can answer from another mailbox, with the code', async () => {
  const talk = await openStage({
    title: 'The code from another mailbox',
    teaches:
      "The ministry's address is a forwarder; its reader answers from a personal mailbox, and the " +
      'mail server has cut the code off the address. The code in the subject is enough.',
  });
  await talk.mail({ from: MINISTRY, subject: 'Contacts for .xb', text: form('xb') });
  await talk.reply(talk.letter('challenge'), {
    from: ROSA,
    text: 'CONFIRM',
    to: 'tld-ops-join@lists.example',
    quoting: 'none',
  });
  expect(await talk.state()).toBe('queued E4');
  await expect(await talk.story()).toMatchFileSnapshot('code-in-the-subject.transcript');
});

test('the old Admin Contact cannot stop what the new one asks for', async () => {
  const talk = await openStage({
    title: 'REJECT from the old Admin Contact',
    teaches:
      'The registry has another Admin Contact since. The code that the old one has is void: people ' +
      'are told what was written, but nothing stops by itself.',
  });
  await talk.mail({ from: ROSA, cc: 'admin@nic.xa', subject: 'TLD-OPS', text: form('xa') });
  talk.registryChanges('xa', NEW_ADMIN);
  await talk.advance('2d');
  expect(talk.letter('challenge').to).toBe(NEW_ADMIN.address);
  await talk.reply(talk.letter('challenge', ADMIN), { from: ADMIN, text: 'REJECT' });
  expect(await talk.state()).toBe('challenged E0');
  expect(talk.sent()).toContain('passed-on to val1@ccnso.example');
  await expect(await talk.story()).toMatchFileSnapshot('reject-from-old-anchor.transcript');
});
