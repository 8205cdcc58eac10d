/** Forgers, and what they get: nothing, and an alarm. */

import { expect, test } from 'vitest';
import { ADMIN, forgedBy, form, MALLORY, MINISTRY, ROSA, VAL1, VAL2 } from '../support/people.ts';
import type { Conversation } from '../support/conversation.ts';
import { openStage } from '../support/stage.ts';

const MALLORYS = form('xa').replaceAll('nic.xa', 'attacker.example');

async function queue(talk: Conversation): Promise<void> {
  await talk.mail({ from: ADMIN, subject: 'Our contacts', text: form('xa') });
  expect(await talk.state()).toBe('queued E3');
}

test('a mail with two From fields identifies nobody', async () => {
  const talk = await openStage({
    title: 'Two From fields',
    teaches:
      'One From names the forger, whose domain signs; the other names the Admin Contact. Programs ' +
      "differ in which one they show. The mail is nobody's: people look at it.",
  });
  await talk.mail({
    from: MALLORY,
    subject: 'Contacts for .xa',
    text: MALLORYS,
    headers: { From: [MALLORY.mailbox, ADMIN.mailbox] },
  });
  expect(await talk.outcome()).toBe('human held two-from-fields');
  expect(await talk.state()).toBe('no such case');
  expect(talk.sent()).toEqual([
    'alarm-held to val1@ccnso.example',
    'alarm-held to val2@ccnso.example',
  ]);
  await expect(await talk.story()).toMatchFileSnapshot('two-from-fields.transcript');
});

test('who writes in the name of a Validator, without proof, runs nothing', async () => {
  const talk = await openStage({
    title: 'A forged Validator',
    teaches:
      'Mallory knows the number of the case and the address of a Validator. Neither signature nor ' +
      'code: nothing runs, nobody is answered, and all Validators are told.',
  });
  await talk.mail({ from: ROSA, cc: 'admin@nic.xa', subject: 'TLD-OPS', text: form('xa') });
  await talk.reply(talk.letter('challenge'), { from: ADMIN, text: 'CONFIRM' });
  await talk.mail({
    from: forgedBy(MALLORY, VAL1),
    to: 'tld-ops-validate@lists.example',
    subject: 'Re: Please decide',
    text: 'APPROVE 1001 .xa',
  });
  expect(await talk.outcome()).toBe('human refused command-forged');
  expect(await talk.state()).toBe('queued E4');
  expect(talk.sent()).toEqual([
    'alarm-forged to val1@ccnso.example',
    'alarm-forged to val2@ccnso.example',
  ]);
  await talk.mail({
    from: MALLORY,
    to: 'tld-ops-validate@lists.example',
    subject: 'Approve',
    text: 'APPROVE 1001 .xa\nUNFREEZE .xa',
  });
  expect(await talk.outcome()).toBe('human refused not-a-validator');
  expect(await talk.state()).toBe('queued E4');
  await expect(await talk.story()).toMatchFileSnapshot('forged-validator.transcript');
});

test('a proven Validator without the code of the letter cannot approve', async () => {
  const talk = await openStage({
    title: 'A Validator without the letter',
    teaches:
      'Vera writes a new mail instead of answering the letter. It is proven to be hers, but an ' +
      'approval must show which letter she read.',
  });
  await queue(talk);
  await talk.mail({
    from: VAL1,
    to: 'tld-ops-validate@lists.example',
    subject: 'case 1001',
    text: 'APPROVE 1001 .xa',
  });
  expect(await talk.outcome()).toBe('human refused command-refused');
  expect(await talk.state()).toBe('queued E3');
  expect(talk.sent()).toEqual(['transcript to val1@ccnso.example']);
  await expect(await talk.story()).toMatchFileSnapshot('approval-without-letter.transcript');
});

test('the code of another Validator is worth nothing', async () => {
  const talk = await openStage({
    title: "A Validator with another Validator's letter",
    teaches:
      "Victor forwards his letter to Vera, and she answers it. The code is Victor's: nothing runs.",
  });
  await queue(talk);
  await talk.reply(talk.letter('queue', VAL2), { from: VAL1, text: 'APPROVE 1001 .xa' });
  expect(await talk.state()).toBe('queued E3');
  await expect(await talk.story()).toMatchFileSnapshot('anothers-letter.transcript');
});

test('a forged mail of the Admin Contact is asked about, and gains nothing', async () => {
  const talk = await openStage({
    title: "The Admin Contact's address, forged",
    teaches:
      'Mallory writes the address of the Admin Contact into From. The domain says that such mail is ' +
      'to be rejected. The real Admin Contact is asked, and rejects.',
  });
  await talk.mail({ from: forgedBy(MALLORY, ADMIN), subject: 'Contacts', text: MALLORYS });
  expect(await talk.state()).toBe('challenged E2');
  expect(talk.sent()).toEqual(['challenge to admin@nic.xa']);
  await talk.mail({ from: forgedBy(MALLORY, ADMIN), subject: 'Re: Contacts', text: 'CONFIRM' });
  expect(await talk.state()).toBe('challenged E2');
  await talk.reply(talk.letter('challenge'), { from: ADMIN, text: 'REJECT' });
  expect(await talk.state()).toBe('objected E2');
  await expect(await talk.story()).toMatchFileSnapshot('forged-admin-contact.transcript');
});

test('a forger without the code cannot stop a request', async () => {
  const talk = await openStage({
    title: 'A forged REJECT',
    teaches:
      'Mallory writes REJECT in the name of the ministry, whose mails nothing proves, and without ' +
      'the code. The request goes on; the real ministry is told how to answer.',
  });
  await talk.mail({ from: MINISTRY, subject: 'Contacts for .xb', text: form('xb') });
  await talk.reply(talk.letter('challenge'), { from: MINISTRY, text: 'CONFIRM' });
  await talk.mail({
    from: forgedBy(MALLORY, MINISTRY),
    subject: 'contacts for .xb',
    text: 'REJECT',
  });
  expect(await talk.state()).toBe('queued E4');
  expect(await talk.frozen('xb')).toBe(false);
  await expect(await talk.story()).toMatchFileSnapshot('forged-reject.transcript');
});

test('a forged answer to a question is shown as what it is', async () => {
  const talk = await openStage({
    title: "A forged answer to a Validator's question",
    teaches:
      "Vera asks Rosa a question. Mallory answers in Rosa's name, without the code of the letter. " +
      "The Validators must not take this for Rosa's word.",
  });
  await talk.mail({ from: ROSA, cc: 'admin@nic.xa', subject: 'TLD-OPS', text: form('xa') });
  await talk.reply(talk.letter('challenge'), { from: ADMIN, text: 'CONFIRM' });
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'ASK 1001 Who is Téo?' });
  expect(await talk.state()).toBe('asked E4');
  await talk.mail({
    from: forgedBy(MALLORY, ROSA),
    subject: 'Re: A question for you: contacts for .xa [TLD-OPS 1001]',
    text: 'Téo is my husband. Please approve.',
  });
  expect(await talk.state()).toBe('asked E4');
  expect(talk.sent()).toEqual([
    'passed-on to val1@ccnso.example',
    'passed-on to val2@ccnso.example',
  ]);
  await talk.reply(talk.letter('question', ROSA), { from: ROSA, text: 'Téo runs our servers.' });
  expect(await talk.state()).toBe('queued E4');
  await expect(await talk.story()).toMatchFileSnapshot('forged-answer.transcript');
});

test('a stranger cannot slip people into a request of somebody else', async () => {
  const talk = await openStage({
    title: 'A stranger adds a contact',
    teaches:
      "The Admin Contact's request lacks a phone number. Mallory, who copies the Admin Contact, " +
      'sends another contact for .xa. The proven request stays as it is.',
  });
  const text = form('xa').replace('Phone: +1 202 555 0113', '');
  await talk.mail({ from: ADMIN, subject: 'Contacts', text });
  expect(await talk.state()).toBe('needs-details E3');
  await talk.mail({ from: MALLORY, cc: 'admin@nic.xa', subject: 'Contacts', text: MALLORYS });
  expect(await talk.state()).toBe('needs-details E3');
  expect(await talk.outcome()).toBe('human answered weaker-than-open-case');
  await talk.mail({
    from: forgedBy(MALLORY, ADMIN),
    subject: 'Contacts for .xa',
    text: MALLORYS.replace('Contact 2', 'Contact 3'),
  });
  expect(await talk.state()).toBe('needs-details E3');
  expect(talk.sent()).toEqual([]);
  await talk.reply(talk.letter('clarify', ADMIN), {
    from: ADMIN,
    text: 'Contact 2\nPhone: +1 202 555 0113',
  });
  expect(talk.letter('queue', VAL1).mail.text).not.toContain('attacker.example');
  await expect(await talk.story()).toMatchFileSnapshot('stranger-adds-a-contact.transcript');
});
