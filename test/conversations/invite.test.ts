import { expect, test } from 'vitest';
import { back } from '../support/lost.ts';
import { ADMIN, form, MINISTRY, NEW_ADMIN, type Person, VAL1, VAL2 } from '../support/people.ts';
import type { Conversation } from '../support/conversation.ts';
import { openStage } from '../support/stage.ts';
import { order } from '../support/subscribed.ts';

/** The form of the invitation as Rosa and Téo are typed into it. */
const FILLED = [
  ['ccTLD:', '.xa'],
  ['First name:', 'Rosa'],
  ['Last name:', 'Lind'],
  ['E-mail:', 'rosa.lind@nic.xa'],
  ['Phone:', '+1 202 555 0112'],
  ['First name:', 'Téo'],
  ['Last name:', 'Amaral'],
  ['E-mail:', 'teo.amaral@nic.xa'],
  ['Phone:', '+1 202 555 0113'],
] as const;

test('an invitation is answered with the form, approved, and is over', async () => {
  const talk = await openStage({
    title: 'Invited, and answered at once',
    teaches:
      'A Validator invites .xa. Its Admin Contact fills in the form between the quoted lines of the letter: the ' +
      'code of the letter went to that address alone, so the answer needs no further proof.',
  });
  await talk.mail(order(VAL1, 'INVITE .xa'));
  expect(talk.sent()).toEqual(['invite to admin@nic.xa', 'transcript to val1@ccnso.example']);
  await talk.advance('2 days');
  await talk.reply(talk.letter('invite'), { from: ADMIN, fill: FILLED });
  expect(await talk.outcome()).toBe('human opened request-opened');
  expect(await talk.state(1001)).toBe('answered E0');
  expect(await talk.state(1002)).toBe('queued E4');
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1002 .xa' });
  expect(await talk.roster()).toEqual(['.xa rosa.lind@nic.xa (primary)', '.xa teo.amaral@nic.xa']);
  await talk.advance('20 days');
  expect(talk.everyLetter().filter((one) => one.startsWith('invite'))).toHaveLength(1);
  await expect(await talk.story()).toMatchFileSnapshot('invite-answered.transcript');
});

/** How many invitations and reminders went to this address until now. */
function invitesTo(talk: Conversation, { address }: Person): number {
  return talk.everyLetter().filter((one) => one === `invite to ${address}`).length;
}

test('nobody answers: two reminders, a task, and a Validator who closes it', async () => {
  const talk = await openStage({
    title: 'Invited, and no answer',
    teaches:
      'The Admin Contact is reminded after 14 and 28 days. After 42 days the Validators have the task. One of ' +
      'them telephones, and closes the invitation.',
  });
  await talk.mail(order(VAL1, 'INVITE .xa'));
  await talk.advance('41 days');
  expect(invitesTo(talk, ADMIN)).toBe(3);
  await talk.advance('2 days');
  expect(talk.sent()).toEqual([
    'alarm-invite to val1@ccnso.example',
    'alarm-invite to val2@ccnso.example',
  ]);
  expect(await talk.state()).toBe('awaiting-validator E0');
  await talk.reply(talk.letter('alarm-invite', VAL2), {
    from: VAL2,
    text: 'REJECT 1001 They will write to us next year.',
  });
  expect(await talk.state()).toBe('rejected E0');
  expect(talk.sent()).toEqual(['invite-over to admin@nic.xa', 'transcript to val2@ccnso.example']);
  await talk.advance('15 days');
  expect(talk.sent()).toEqual([]);
  await expect(await talk.story()).toMatchFileSnapshot('invite-nobody.transcript');
});

test('a clear no stops the reminders, and .xa is not invited again for a year', async () => {
  const talk = await openStage({
    title: 'Not interested',
    teaches:
      'The Admin Contact says no in two words above the letter. The Validators are told, nobody is reminded, ' +
      'and a second order leaves .xa out.',
  });
  await talk.mail(order(VAL1, 'INVITE .xa'));
  await talk.reply(talk.letter('invite'), {
    from: ADMIN,
    text: 'Dear colleagues,\n\nthank you, but no. We are not interested.\n\nNic XA',
  });
  // "But" may begin another thing: people read it.
  expect(await talk.outcome()).toBe('human held asks-else');
  expect(await talk.state()).toBe('invited E0');
  await talk.reply(talk.letter('invite'), { from: ADMIN, text: 'Not interested, thank you.' });
  expect(await talk.outcome()).toBe('human advanced invite-declined');
  expect(talk.sent()).toEqual([
    'alarm-invite to val1@ccnso.example',
    'alarm-invite to val2@ccnso.example',
    'invite-over to admin@nic.xa',
  ]);
  await talk.standStill('300 days');
  expect(invitesTo(talk, ADMIN)).toBe(1);
  await talk.mail(order(VAL1, 'INVITE .xa'));
  expect(talk.sent()).toEqual(['transcript to val1@ccnso.example']);
  await talk.standStill('70 days');
  await talk.mail(order(VAL2, 'INVITE .xa'));
  expect(invitesTo(talk, ADMIN)).toBe(2);
  await expect(await talk.story()).toMatchFileSnapshot('invite-declined.transcript');
});

test('a letter that comes back is a task at once, and the new address is invited by itself', async () => {
  const talk = await openStage({
    title: 'The invitation comes back',
    teaches:
      'The mailbox of the Admin Contact does not exist. No reminder goes there. When the registry lists another ' +
      'address, and this has stood for six hours, the new Admin Contact gets the invitation.',
  });
  await talk.mail(order(VAL1, 'INVITE .xa'));
  await talk.mail(back(talk.letter('invite')));
  expect(await talk.outcome()).toBe('bounce advanced invite-undeliverable');
  expect(talk.sent()).toEqual([
    'alarm-invite to val1@ccnso.example',
    'alarm-invite to val2@ccnso.example',
  ]);
  await talk.advance('30 days');
  expect(invitesTo(talk, ADMIN)).toBe(1);
  await talk.mail(order(VAL1, 'INVITE all'));
  expect(talk.letter('transcript').mail.text).toContain('an invitation is open: .xa');
  talk.registryChanges('xa', NEW_ADMIN);
  await talk.lookAtRegistry('xa');
  await talk.advance('7 hours');
  await talk.lookAtRegistry('xa');
  expect(invitesTo(talk, NEW_ADMIN)).toBe(1);
  await expect(await talk.story()).toMatchFileSnapshot('invite-came-back.transcript');
});

test('one answer for the two ccTLDs of one address opens a request for each', async () => {
  const talk = await openStage({
    title: 'One answer for two letters',
    teaches:
      'The ministry is the Admin Contact of .xb and .xc, and is to get a letter for each, ten minutes apart. It ' +
      'answers the first one at once for both. The code proves .xb; for .xc, where a forger may have been passed the ' +
      'letter, the ministry, whose mail nothing proves, is asked to confirm.',
  });
  await talk.mail(order(VAL1, 'INVITE .xb .xc'));
  expect(invitesTo(talk, MINISTRY)).toBe(1);
  // .xc is planned for ten minutes later, and named in the letter.
  await talk.reply(talk.letterAbout('invite', 'xb'), {
    from: MINISTRY,
    text: form('xb').replace('ccTLD: .xb', 'ccTLD: .xb, .xc'),
  });
  expect(await talk.state(1001)).toBe('answered E0');
  expect(await talk.state(1003)).toBe('queued E4');
  expect(await talk.state(1004)).toBe('challenged E2');
  await talk.reply(talk.letter('challenge', MINISTRY), { from: MINISTRY, text: 'CONFIRM' });
  expect(await talk.state(1002)).toBe('answered E0');
  expect(await talk.state(1004)).toBe('queued E4');
  await talk.advance('30 days');
  expect(invitesTo(talk, MINISTRY)).toBe(1);
  await expect(await talk.story()).toMatchFileSnapshot('invite-two.transcript');
});

test('a question is for people, and the reminders wait while it is answered', async () => {
  const talk = await openStage({
    title: 'Who are you?',
    teaches:
      'The Admin Contact asks whether the letter is genuine, and later says that the answer comes next week. The ' +
      'Validators read both. The time until the next reminder begins anew with each; the code is not used up.',
  });
  await talk.mail(order(VAL1, 'INVITE .xa'));
  await talk.advance('10 days');
  const first = talk.letter('invite');
  await talk.reply(first, { from: ADMIN, text: 'Who are you? Is this phishing?' });
  expect(await talk.outcome()).toBe('human held asks-else');
  await talk.advance('13 days');
  expect(invitesTo(talk, ADMIN)).toBe(1);
  await talk.reply(first, {
    from: ADMIN,
    text: 'Thank you. We will send you our contacts next week.',
  });
  expect(await talk.outcome()).toBe('human held passed-on');
  await talk.advance('13 days');
  expect(invitesTo(talk, ADMIN)).toBe(1);
  await talk.advance('2 days');
  expect(invitesTo(talk, ADMIN)).toBe(2);
  await talk.reply(first, { from: ADMIN, text: form('xa') });
  expect(await talk.state(1002)).toBe('queued E4');
  await expect(await talk.story()).toMatchFileSnapshot('invite-question.transcript');
});

test('receipts that look human put the end off, and bring no more than three letters', async () => {
  const talk = await openStage({ title: 'x', teaches: 'x', shownOnFailure: false });
  await talk.mail(order(VAL1, 'INVITE .xa'));
  for (let turn = 0; turn < 4; turn += 1) {
    await talk.reply(talk.letter('invite'), {
      from: ADMIN,
      text: 'Dear customer,\n\nwe have received your request and will come back to you.\n\nYour NIC team',
    });
    await talk.advance('15 days');
  }
  expect(invitesTo(talk, ADMIN)).toBe(3);
  expect(await talk.state()).toBe('awaiting-validator E0');
});

test('a letter goes to whom the registry names on its day', async () => {
  const talk = await openStage({ title: 'x', teaches: 'x', shownOnFailure: false });
  await talk.lookAtRegistry('xa');
  await talk.advance('2 hours');
  talk.registryChanges('xa', NEW_ADMIN);
  await talk.mail(order(VAL1, 'INVITE .xa'));
  expect(invitesTo(talk, ADMIN)).toBe(0);
  await talk.standStill('7 hours');
  expect([invitesTo(talk, ADMIN), invitesTo(talk, NEW_ADMIN)]).toEqual([0, 1]);
});

test('a no that people understood, and closed, is left out of INVITE all; the no of one is none of the next', async () => {
  const talk = await openStage({ title: 'x', teaches: 'x', shownOnFailure: false });
  await talk.mail(order(VAL1, 'INVITE .xa .xb'));
  await talk.reply(talk.letter('invite', ADMIN), {
    from: ADMIN,
    text: 'Dear all,\n\nour board has decided that we shall not take part in this list.\n\nAda Minh',
  });
  await talk.mail(order(VAL1, 'REJECT 1001 They do not want it.'));
  await talk.reply(talk.letterAbout('invite', 'xb'), { from: MINISTRY, text: 'not interested' });
  await talk.advance('1 day');
  await talk.mail(order(VAL1, 'INVITE all'));
  expect(invitesTo(talk, ADMIN)).toBe(1);
  talk.registryChanges('xb', NEW_ADMIN);
  await talk.lookAtRegistry('xb');
  await talk.advance('7 hours');
  await talk.lookAtRegistry('xb');
  await talk.mail(order(VAL1, 'INVITE .xa .xb'));
  await talk.advance('1 hour');
  expect([invitesTo(talk, ADMIN), invitesTo(talk, NEW_ADMIN)]).toEqual([2, 1]);
});

test('an order looks at the registry, the waves before it, and what Validators stopped', async () => {
  const talk = await openStage({
    title: 'Orders, and what stands in their way',
    teaches:
      'The registry is away when a letter is due: it waits, and goes out when the registry answers. Nobody is ' +
      'invited while changes are stopped. A planned invitation can be taken back without a word to anybody.',
  });
  await talk.registryDown();
  await talk.advance('8 days');
  await talk.mail(order(VAL1, 'INVITE region africa'));
  expect(invitesTo(talk, ADMIN)).toBe(0);
  expect(await talk.state(1001)).toBe('planned E0');
  await talk.mail(order(VAL1, 'REJECT 1003 Not now.\nNOTE 1002 I know them.\nQUEUE'));
  expect(await talk.state(1003)).toBe('rejected E0');
  expect(talk.sent()).toEqual(['transcript to val1@ccnso.example']);
  await talk.registryUp();
  await talk.advance('1 hour');
  expect(invitesTo(talk, ADMIN)).toBe(1);
  expect(invitesTo(talk, MINISTRY)).toBe(1);
  await talk.mail(order(VAL2, 'FREEZE .xa We must look at something.'));
  expect(await talk.state(1001)).toBe('awaiting-unfreeze E0');
  await talk.reply(talk.letter('invite', ADMIN), { from: ADMIN, text: form('xa') });
  expect(await talk.outcome()).toBe('human held frozen');
  await talk.advance('20 days');
  expect(invitesTo(talk, ADMIN)).toBe(1);
  await talk.mail(order(VAL2, 'UNFREEZE .xa'));
  expect(invitesTo(talk, ADMIN)).toBe(2);
  await talk.reply(talk.letter('invite', ADMIN), { from: ADMIN, text: form('xa') });
  expect(await talk.state(1001)).toBe('answered E0');
  await expect(await talk.story()).toMatchFileSnapshot('invite-orders.transcript');
});
