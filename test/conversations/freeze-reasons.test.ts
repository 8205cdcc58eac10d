/** A ccTLD that the engine stopped on a suspicion, and that people want stopped for reasons of their own. */

import { expect, test } from 'vitest';
import type { Conversation } from '../support/conversation.ts';
import { suspected } from '../support/moved.ts';
import { TEO_SSC, VAL1, VAL2 } from '../support/people.ts';
import { ask, order } from '../support/subscribed.ts';

const GROUND = { title: 'Stopped twice', teaches: '', shownOnFailure: false } as const;

async function isOnlyRenamed(talk: Conversation, before = ''): Promise<void> {
  const text = `${before}REDELEGATION 1002 rename Only a new name.`;
  await talk.reply(talk.letter('alarm-moved', VAL1), { from: VAL1, text });
  expect(await talk.state(1002)).toBe('settled E0');
}

test('what a Validator stops stays stopped when the suspicion ends', async () => {
  const talk = await suspected(GROUND);
  await talk.mail(order(VAL2, 'FREEZE .xa There is a court case about it.'));
  await isOnlyRenamed(talk);
  expect(await talk.frozen('xa')).toBe(true);
});

test('what a Validator stops stays stopped when the next line of the mail ends the suspicion', async () => {
  const talk = await suspected(GROUND);
  await isOnlyRenamed(talk, 'FREEZE .xa There is a court case about it.\n');
  expect(talk.letter('transcript', VAL1).mail.text).toContain('stay stopped, for another reason');
  expect(await talk.frozen('xa')).toBe(true);
});

test('what a contact stops stays stopped when the suspicion ends', async () => {
  const talk = await suspected(GROUND);
  await talk.mail(ask(TEO_SSC, 'freeze .xa Somebody else reads the mail of our office.'));
  await talk.reply(talk.letter('own-challenge', TEO_SSC), { from: TEO_SSC, text: 'CONFIRM' });
  expect(talk.sent()).toContain('own-done to teo.amaral@nic.xa');
  await isOnlyRenamed(talk);
  expect(await talk.frozen('xa')).toBe(true);
  await talk.mail(order(VAL2, 'UNFREEZE .xa'));
  expect(await talk.frozen('xa')).toBe(false);
});
