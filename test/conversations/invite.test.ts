import { expect, test } from 'vitest';
import { ADMIN, MINISTRY, VAL1 } from '../support/people.ts';
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
  await talk.advance('60 days');
  expect(talk.everyLetter().filter((one) => one.startsWith('invite'))).toHaveLength(1);
  await expect(await talk.story()).toMatchFileSnapshot('invite-answered.transcript');
});
