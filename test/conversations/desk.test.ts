/** What Validators do by mail besides APPROVE and REJECT: one case, one desk. */

import { expect, test } from 'vitest';
import { ADMIN, CHAIR, form, MINISTRY, ROSA, VAL1, VAL2 } from '../support/people.ts';
import type { Conversation } from '../support/conversation.ts';
import { openStage } from '../support/stage.ts';

const DESK = 'tld-ops-validate@lists.example';

async function queue(talk: Conversation): Promise<void> {
  await talk.mail({ from: ADMIN, subject: 'Our contacts', text: form('xa') });
  expect(await talk.state()).toBe('queued E3');
}

/** The ministry publishes nothing: it is asked, and answers. */
async function queueXb(talk: Conversation, id = 1002): Promise<void> {
  await talk.mail({ from: MINISTRY, subject: 'Our contacts', text: form('xb') });
  await talk.reply(talk.letter('challenge'), { from: MINISTRY, text: 'CONFIRM' });
  expect(await talk.state(id)).toBe('queued E4');
}

async function command(talk: Conversation, text: string, from = VAL1): Promise<void> {
  await talk.mail({ from, to: DESK, subject: 'Desk', text });
}

test('a case rests until a day and comes back', async () => {
  const talk = await openStage({
    title: 'HOLD and back',
    teaches:
      'A Validator lets a request rest. The letters about it count no more; on the day the case is shown ' +
      'again, with the reason. A day that is over is refused.',
  });
  await queue(talk);
  const old = talk.letter('queue', VAL1);
  await command(talk, 'HOLD 1001 until 2026-11-20 too late');
  expect(await talk.outcome()).toBe('human refused command-refused');
  await command(talk, 'HOLD 1001 until 2026-12-01 The registry moves its office this week');
  expect(await talk.outcome()).toBe('human advanced on-hold');
  expect(await talk.state()).toBe('on-hold E3');
  await talk.reply(old, { from: VAL1, text: 'APPROVE 1001 .xa' });
  expect(await talk.state()).toBe('on-hold E3');
  await talk.advance('10d');
  expect(await talk.state()).toBe('queued E3');
  const again = talk.letter('queue', VAL2);
  expect(again.mail.text).toContain('moves its office');
  await talk.reply(again, { from: VAL2, text: 'APPROVE 1001 .xa' });
  expect(await talk.state()).toBe('applied E3');
  await expect(await talk.story()).toMatchFileSnapshot('hold-and-back.transcript');
});

test('a phone number is corrected and the change approved as it is then', async () => {
  const talk = await openStage({
    title: 'AMEND: a phone number',
    teaches:
      'Two figures of a number were turned round. The Validator corrects them; the Admin Contact gets a ' +
      'copy, the letters of before are void, and the new letter shows what was changed.',
  });
  await queue(talk);
  const old = talk.letter('queue', VAL2);
  await talk.reply(talk.letter('queue', VAL1), {
    from: VAL1,
    text: 'AMEND 1001 contact 2 phone +1 202 555 0131',
  });
  expect(await talk.outcome()).toBe('human advanced amended');
  expect(await talk.state()).toBe('queued E3');
  expect(talk.sent()).toContain('traced to admin@nic.xa');
  await talk.reply(old, { from: VAL2, text: 'APPROVE 1001 .xa' });
  expect(await talk.outcome()).toBe('human refused command-stale');
  const fresh = talk.letter('queue', VAL2);
  expect(fresh.mail.text).toContain('+12025550131');
  await talk.advance('1m');
  await talk.reply(fresh, { from: VAL2, text: 'APPROVE 1001 .xa' });
  expect(await talk.state()).toBe('applied E3');
  await expect(await talk.story()).toMatchFileSnapshot('amend-phone.transcript');
});

test('an e-mail address that a Validator sets must be confirmed by the Admin Contact', async () => {
  const talk = await openStage({
    title: 'AMEND: an e-mail address',
    teaches:
      'What was proven before does not cover an address that the Validator typed: the Admin Contact is ' +
      'asked. A shared address is refused, and so is a contact who is not there.',
  });
  await queue(talk);
  const letter = talk.letter('queue', VAL1);
  await talk.reply(letter, { from: VAL1, text: 'AMEND 1001 contact 2 e-mail noc@nic.xa' });
  expect(await talk.outcome()).toBe('human refused command-refused');
  await talk.reply(letter, { from: VAL1, text: 'AMEND 1001 contact 3 e-mail x.y@nic.xa' });
  expect(await talk.outcome()).toBe('human refused command-refused');
  await talk.reply(letter, { from: VAL1, text: 'AMEND 1001 contact 2 e-mail t.amaral@nic.xa' });
  expect(await talk.state()).toBe('challenged E1');
  expect(talk.sent()).toContain('challenge to admin@nic.xa');
  await talk.reply(talk.letter('challenge'), { from: ADMIN, text: 'CONFIRM' });
  expect(await talk.state()).toBe('queued E4');
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1001 .xa' });
  expect(await talk.roster()).toEqual(['.xa rosa.lind@nic.xa (primary)', '.xa t.amaral@nic.xa']);
  await expect(await talk.story()).toMatchFileSnapshot('amend-address.transcript');
});

test('the Standing Committee is asked, and its advice is shown', async () => {
  const talk = await openStage({
    title: 'ESCALATE: the Committee answers',
    teaches:
      'A Validator asks the Standing Committee. Its member answers in her own words, which decide nothing: ' +
      'the case is back in the queue, and all Validators read the advice.',
  });
  await queue(talk);
  await command(talk, 'ESCALATE 1001 Is the new company really the manager of .xa?');
  expect(await talk.state()).toBe('escalated E3');
  const asked = talk.letter('escalation', CHAIR);
  await talk.reply(asked, {
    from: CHAIR,
    text: 'APPROVE 1001 .xa\n\nYes, we know them. I would go on.',
  });
  expect(await talk.outcome()).toBe('human advanced advised');
  expect(await talk.state()).toBe('queued E3');
  const shown = talk.letter('queue', VAL1);
  expect(shown.mail.text).toContain('we know them');
  await talk.reply(asked, { from: CHAIR, text: 'One more thing: call them.' });
  expect(await talk.outcome()).toBe('human held passed-on');
  await talk.reply(shown, { from: VAL1, text: 'APPROVE 1001 .xa' });
  expect(await talk.state()).toBe('applied E3');
  await expect(await talk.story()).toMatchFileSnapshot('escalate-and-back.transcript');
});

test('a check in another way counts on top of an answered code', async () => {
  const talk = await openStage({
    title: 'VERIFIED',
    teaches:
      'E5 is an answered code and a check in another way. Before the Admin Contact has answered, the ' +
      'command is refused, and NOTE keeps what is known.',
  });
  await queue(talk);
  await command(talk, 'VERIFIED 1001 I called the number on their web site');
  expect(await talk.outcome()).toBe('human refused command-refused');
  await queueXb(talk);
  await command(talk, 'VERIFIED 1002 I called the ministry, and they have asked for it');
  expect(await talk.state(1002)).toBe('queued E5');
  await talk.reply(talk.letter('queue', VAL2), { from: VAL2, text: 'APPROVE 1002 .xb' });
  expect(await talk.state(1002)).toBe('applied E5');
  await expect(await talk.story()).toMatchFileSnapshot('verified.transcript');
});

test('a note makes the letters of the others void', async () => {
  const talk = await openStage({
    title: 'NOTE',
    teaches:
      'One Validator knows something. Who has not read it approves less than all: the approval is void, ' +
      'and the new letter shows the note. A note and a decision may stand in one mail.',
  });
  await queue(talk);
  const old = talk.letter('queue', VAL2);
  await talk.advance('1h');
  await command(talk, 'NOTE 1001 Téo Amaral was with .xc before');
  expect(talk.sent()).toEqual([
    'queue to val1@ccnso.example',
    'queue to val2@ccnso.example',
    'transcript to val1@ccnso.example',
  ]);
  await talk.reply(old, { from: VAL2, text: 'APPROVE 1001 .xa' });
  expect(await talk.outcome()).toBe('human refused command-stale');
  const fresh = talk.letter('queue', VAL2);
  expect(fresh.mail.text).toContain('was with .xc before');
  await talk.advance('1m');
  await talk.reply(fresh, {
    from: VAL2,
    text: 'NOTE 1001 I know him, this is right\nAPPROVE 1001 .xa',
  });
  expect(await talk.state()).toBe('applied E3');
  expect(talk.sent().filter((one) => one.startsWith('queue'))).toEqual([]);
  await expect(await talk.story()).toMatchFileSnapshot('note.transcript');
});

test('several cases are approved by one line, or none of them', async () => {
  const talk = await openStage({
    title: 'APPROVE of several cases',
    teaches:
      'QUEUE brings one letter with all that waits. One line approves both cases when both are as that ' +
      'letter shows them; when one has changed since, none is approved.',
  });
  await queue(talk);
  await queueXb(talk);
  await command(talk, 'QUEUE');
  expect(await talk.outcome()).toBe('human answered command-done');
  expect(talk.sent()).toEqual(['desk to val1@ccnso.example', 'transcript to val1@ccnso.example']);
  const old = talk.letter('desk', VAL1);
  await command(talk, 'NOTE 1002 One of them is new', VAL2);
  await talk.reply(old, { from: VAL1, text: 'APPROVE 1001 1002' });
  expect(await talk.outcome()).toBe('human refused command-stale');
  expect([await talk.state(1001), await talk.state(1002)]).toEqual(['queued E3', 'queued E4']);
  await talk.advance('1m');
  await command(talk, 'QUEUE');
  const desk = talk.letter('desk', VAL1);
  await talk.reply(desk, { from: VAL1, text: 'APPROVE 1001 1002' });
  expect(await talk.outcome()).toBe('human advanced approved');
  expect([await talk.state(1001), await talk.state(1002)]).toEqual(['applied E3', 'applied E4']);
  await talk.advance('1m');
  await talk.reply(desk, { from: VAL1, text: 'APPROVE 1001 1002' });
  expect(await talk.outcome()).toBe('human refused command-refused');
  await expect(await talk.story()).toMatchFileSnapshot('approve-several.transcript');
});

test('two Validators must approve', async () => {
  const talk = await openStage({
    title: 'Four eyes',
    teaches:
      'Two pairs of eyes are configured. The first approval is noted, the same Validator cannot give the ' +
      'second, and the second Validator reads who was first.',
    fourEyes: true,
  });
  await queue(talk);
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1001 .xa' });
  expect(await talk.outcome()).toBe('human advanced approved-first');
  expect(await talk.state()).toBe('queued E3');
  await talk.advance('1m');
  await command(talk, 'SHOW 1001');
  await talk.reply(talk.letter('desk', VAL1), { from: VAL1, text: 'APPROVE 1001 .xa' });
  expect(await talk.outcome()).toBe('human refused command-refused');
  expect(talk.letter('transcript').mail.text).toContain('have approved case 1001 already');
  await talk.reply(talk.letter('queue', VAL2), { from: VAL2, text: 'APPROVE 1001 .xa' });
  expect(await talk.state()).toBe('applied E3');
  await expect(await talk.story()).toMatchFileSnapshot('four-eyes.transcript');
});

test('a Validator takes somebody off the list, when another approval says so', async () => {
  const talk = await openStage({
    title: 'REMOVE',
    teaches:
      'A Validator asks that a contact leaves. The Admin Contact has a copy and can object, the change is ' +
      'approved like any other, and the person is told why. One change at a time for a ccTLD.',
  });
  await queue(talk);
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1001 .xa' });
  await command(talk, 'REMOVE .xa "Teo Amaral" He has left the registry');
  expect(await talk.outcome()).toBe('human refused command-refused');
  expect(talk.letter('transcript').mail.text).toContain('teo.amaral@nic.xa');
  await command(
    talk,
    'REMOVE .xa teo.amaral@nic.xa He has left the registry\nREMOVE .xa "Rosa Lind" She too',
  );
  expect(await talk.outcome()).toBe('human advanced removal-opened');
  expect(await talk.state(1002)).toBe('queued E0');
  await command(talk, 'REMOVE .xa "Lind, Rosa": Gone', VAL2);
  expect(await talk.outcome()).toBe('human refused command-refused');
  await talk.reply(talk.letter('queue', VAL2), { from: VAL2, text: 'APPROVE 1002 .xa' });
  expect(await talk.state(1002)).toBe('applied E0');
  expect(talk.sent()).toContain('removed to teo.amaral@nic.xa');
  expect(await talk.roster()).toEqual(['.xa rosa.lind@nic.xa (primary)']);
  await expect(await talk.story()).toMatchFileSnapshot('remove-by-validator.transcript');
});

test('everything can be looked at, in one mail', async () => {
  const talk = await openStage({
    title: 'All that a Validator can look at',
    teaches:
      'The answers come to the address of the Validator that is configured, and what can be decided comes ' +
      'in a letter of its own. Looking changes nothing.',
  });
  await queue(talk);
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1001 .xa' });
  await queueXb(talk);
  await talk.mail({ from: ROSA, to: DESK, subject: 'Hello', text: 'Who are you?' });
  await command(talk, 'FREEZE .xc They asked us to wait');
  await command(
    talk,
    [
      'HELP',
      'QUEUE',
      'SHOW 1001',
      'SHOW .xa',
      'SHOW .xc',
      'WHY 1002',
      'ROSTER',
      'ROSTER .xb',
      'QUARANTINE',
    ].join('\n'),
  );
  expect(await talk.outcome()).toBe('human answered command-done');
  expect(talk.sent()).toEqual(['desk to val1@ccnso.example', 'transcript to val1@ccnso.example']);
  await expect(await talk.story()).toMatchFileSnapshot('looking.transcript');
});

test('mails that were held are processed once more, or left', async () => {
  const talk = await openStage({
    title: 'QUARANTINE replay and drop',
    teaches:
      'Two mails are held. One is processed again and comes to the same end, the other is left for good: ' +
      'neither can be taken up a second time by number when it is dropped.',
  });
  await talk.mail({ from: ROSA, to: 'tld-ops-owner@lists.example', subject: 'Hi', text: 'Hello?' });
  await talk.mail({ from: ROSA, to: 'tld-ops-owner@lists.example', subject: 'Ho', text: 'Hello!' });
  await command(talk, 'QUARANTINE');
  await command(talk, 'QUARANTINE replay 1\nQUARANTINE drop 2');
  expect(talk.letter('transcript').mail.text).toContain('Mail 1 is processed once more');
  await command(talk, 'QUARANTINE drop 2');
  expect(await talk.outcome()).toBe('human refused command-refused');
  await expect(await talk.story()).toMatchFileSnapshot('quarantine-by-mail.transcript');
});
