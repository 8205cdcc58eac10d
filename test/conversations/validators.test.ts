/** What Validators do by mail, alone and beside each other. */

import { expect, test } from 'vitest';
import { ADMIN, form, ROSA, VAL1, VAL2 } from '../support/people.ts';
import type { Conversation } from '../support/conversation.ts';
import { openStage } from '../support/stage.ts';

async function queue(talk: Conversation): Promise<void> {
  await talk.mail({ from: ADMIN, subject: 'Our contacts', text: form('xa') });
  expect(await talk.state()).toBe('queued E3');
}

test('the second Validator learns who was first', async () => {
  const talk = await openStage({
    title: 'A second Validator approves again',
    teaches: 'Both Validators read the same letter. The second learns who was first, and when.',
  });
  await queue(talk);
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1001 .xa' });
  await talk.advance('1h');
  await talk.reply(talk.letter('queue', VAL2), { from: VAL2, text: 'APPROVE 1001 .xa' });
  expect(await talk.outcome()).toBe('human refused command-refused');
  expect(talk.sent()).toEqual(['transcript to val2@ccnso.example']);
  expect(talk.letter('transcript').mail.text).toMatch(/approved by val1@ccnso\.example/);
  expect(await talk.roster()).toHaveLength(2);
  await expect(await talk.story()).toMatchFileSnapshot('second-validator.transcript');
});

test('an approval of what has changed since is void', async () => {
  const talk = await openStage({
    title: 'A stale approval',
    teaches:
      'While the Validator reads, the Admin Contact sends other data. The approval was for the old ' +
      'ones: nothing runs, everybody is told, and the new letter shows the new state.',
  });
  await queue(talk);
  const old = talk.letter('queue', VAL1);
  await talk.advance('1h');
  await talk.mail({
    from: ADMIN,
    subject: 'Correction of our contacts',
    text: form('xa').replace('0113', '0199'),
  });
  await talk.reply(old, { from: VAL1, text: 'APPROVE 1001 .xa' });
  expect(await talk.outcome()).toMatch(/^human refused command-(stale|refused)$/);
  expect(await talk.roster()).toEqual([]);
  const now = talk.letter('queue', VAL1);
  const id = /APPROVE (\d+)/.exec(now.mail.text)?.[1] ?? '';
  await talk.reply(now, { from: VAL1, text: `APPROVE ${id} .xa` });
  expect(await talk.roster()).toHaveLength(2);
  await expect(await talk.story()).toMatchFileSnapshot('stale-approval.transcript');
});

test('a question goes out and its answer comes back to the queue', async () => {
  const talk = await openStage({
    title: 'ASK: a question and its answer',
    teaches:
      'The Validator wants to know something. The question goes to the requester and the Admin ' +
      'Contact; the answer is free text, and the case is shown again with it.',
  });
  await queue(talk);
  await talk.reply(talk.letter('queue', VAL1), {
    from: VAL1,
    text: 'ASK 1001 Is Téo Amaral the same person as on .xb?',
  });
  expect(await talk.state()).toBe('asked E3');
  expect(talk.sent()).toEqual(['question to admin@nic.xa', 'transcript to val1@ccnso.example']);
  await talk.advance('1d');
  await talk.reply(talk.letter('question'), { from: ADMIN, text: 'Yes, he works for both of us.' });
  expect(await talk.state()).toBe('queued E3');
  expect(talk.letter('queue', VAL1).mail.text).toContain('he works for both of us');
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1001 .xa' });
  expect(await talk.state()).toBe('applied E3');
  await expect(await talk.story()).toMatchFileSnapshot('question-and-answer.transcript');
});

test('a question that nobody answers comes back to the queue', async () => {
  const talk = await openStage({
    title: 'ASK: no answer',
    teaches: 'The question is repeated before its time is over; then the Validators go on without.',
  });
  await queue(talk);
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'ASK 1001 Who is Téo?' });
  await talk.advance('15d');
  expect(await talk.state()).toBe('queued E3');
  await expect(await talk.story()).toMatchFileSnapshot('question-unanswered.transcript');
});

test('a rejection tells both sides why', async () => {
  const talk = await openStage({
    title: 'REJECT by a Validator',
    teaches: 'The request is refused with a reason, which the people concerned read.',
  });
  await talk.mail({ from: ROSA, cc: 'admin@nic.xa', subject: 'TLD-OPS', text: form('xa') });
  await talk.reply(talk.letter('challenge'), { from: ADMIN, text: 'CONFIRM' });
  await talk.reply(talk.letter('queue', VAL2), {
    from: VAL2,
    text: 'REJECT 1001 Téo Amaral told us by phone\n  that he has left the registry.\n\nVictor',
  });
  expect(await talk.state()).toBe('rejected E4');
  expect(talk.sent()).toEqual([
    'rejected to admin@nic.xa',
    'rejected to rosa.lind@mailbox.example',
    'transcript to val2@ccnso.example',
  ]);
  expect(await talk.roster()).toEqual([]);
  await expect(await talk.story()).toMatchFileSnapshot('rejected.transcript');
});

test('one line that is no command, and nothing runs', async () => {
  const talk = await openStage({
    title: 'An unknown command line',
    teaches:
      'The Validator mistypes one of two lines. Neither is carried out; each gets its answer.',
  });
  await queue(talk);
  await talk.reply(talk.letter('queue', VAL1), {
    from: VAL1,
    text: 'FREEZE .xb They asked us to wait\nAPROVE 1001 .xa',
  });
  expect(await talk.outcome()).toBe('human refused command-unknown');
  expect(await talk.state()).toBe('queued E3');
  expect(await talk.frozen('xb')).toBe(false);
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1001 .xa' });
  expect(await talk.state()).toBe('applied E3');
  await expect(await talk.story()).toMatchFileSnapshot('unknown-command.transcript');
});

test('chatting Validators run nothing', async () => {
  const talk = await openStage({
    title: 'A Validator who writes a sentence',
    teaches:
      'No command, so nothing runs. The other Validators can read the mail, and its writer is told.',
  });
  await queue(talk);
  await talk.reply(talk.letter('queue', VAL1), {
    from: VAL1,
    text: 'Victor, do you know these people? I would approve.',
  });
  expect(await talk.state()).toBe('queued E3');
  await expect(await talk.story()).toMatchFileSnapshot('validator-chats.transcript');
});

test('a frozen ccTLD does not change until a Validator allows it again', async () => {
  const talk = await openStage({
    title: 'FREEZE and UNFREEZE',
    teaches:
      'A Validator stops all changes of .xa while a request waits. Another one who approves it is ' +
      'told so, and nothing changes. When changes are allowed again, the same letter is good.',
  });
  await queue(talk);
  await talk.mail({
    from: VAL1,
    to: 'tld-ops-validate@lists.example',
    subject: 'stop',
    text: 'FREEZE .xa Redelegation is under way',
  });
  expect(await talk.frozen('xa')).toBe(true);
  await talk.reply(talk.letter('queue', VAL2), { from: VAL2, text: 'APPROVE 1001 .xa' });
  expect(await talk.outcome()).toBe('human refused command-refused');
  expect(await talk.state()).toBe('queued E3');
  await talk.advance('1h');
  await talk.mail({
    from: VAL1,
    to: 'tld-ops-validate@lists.example',
    subject: 'go on',
    text: 'UNFREEZE .xa',
  });
  expect(await talk.frozen('xa')).toBe(false);
  await talk.reply(talk.letter('queue', VAL2), { from: VAL2, text: 'APPROVE 1001 .xa' });
  expect(await talk.state()).toBe('applied E3');
  await expect(await talk.story()).toMatchFileSnapshot('freeze-and-unfreeze.transcript');
});

test('a case that nobody decides is brought to mind', async () => {
  const talk = await openStage({
    title: 'Nobody decides',
    teaches: 'The queue letter comes again every three days, with a code of its own.',
  });
  await queue(talk);
  await talk.advance('4d');
  expect(await talk.state()).toBe('queued E3');
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1001 .xa' });
  expect(await talk.state()).toBe('applied E3');
  await expect(await talk.story()).toMatchFileSnapshot('nobody-decides.transcript');
});
