/** Each question of a contact by itself, and the same in somebody else's name: answers go to the list's address. */

import { expect, test } from 'vitest';
import { forgedBy, MALLORY, ROSA, ROSA_SSC, VAL1 } from '../support/people.ts';
import { ask, members, membersElsewhere, order } from '../support/subscribed.ts';

test('each question has its answer', async () => {
  const talk = await members({
    title: 'Each question of a contact',
    teaches:
      'who, who with a ccTLD, who with a part of a name, show and help, each in a mail of its own. A ' +
      'ccTLD for which changes are stopped has a mark. The whole list comes once a day.',
  });
  await talk.mail(order(VAL1, 'FREEZE .xa a call from the operator'));
  for (const question of [
    'who',
    'who .xa',
    'who amaral',
    'who .xb',
    'who nobody',
    'show',
    'help',
  ]) {
    await talk.mail(ask(ROSA_SSC, question));
    expect(await talk.outcome()).toBe('human answered own-answered');
    expect(talk.sent()).toEqual(['own-answer to rosa.lind@nic.xa']);
  }
  await talk.mail(ask(ROSA_SSC, 'who'));
  expect(talk.letter('own-answer').mail.text).toContain('less than 24 hours ago');
  await expect(await talk.story()).toMatchFileSnapshot('each-question.transcript');
});

test('who asks in the name of a contact learns nothing, and the contact sees it', async () => {
  const talk = await membersElsewhere({
    title: 'A question in the name of a contact',
    teaches:
      'The provider of Rosa publishes nothing, so nothing shows that Mallory writes in her name. The ' +
      'answer goes to Rosa’s address on the list and to no other, whatever From, Reply-To, Sender and the ' +
      'envelope say. She sees that somebody uses her address.',
  });
  await talk.mail({
    ...ask(forgedBy(MALLORY, ROSA), 'who'),
    envelopeFrom: MALLORY.address,
    headers: { 'Reply-To': MALLORY.address, Sender: MALLORY.address },
  });
  expect(talk.sent()).toEqual(['own-answer to rosa.lind@mailbox.example']);
  const address = '<mallory@attacker.example>';
  const named = { ...MALLORY, mailbox: `"rosa.lind@mailbox.example" ${address}` };
  await talk.mail(ask(named, 'who'));
  expect(talk.sent()).toEqual(['not-a-member to mallory@attacker.example']);
  // Not what RFC 5322 calls a mailbox: readers differ in whom it names.
  await talk.mail(ask({ ...MALLORY, mailbox: `rosa.lind@mailbox.example ${address}` }, 'who'));
  expect(await talk.outcome()).toBe('human held from-unreadable');
  await expect(await talk.story()).toMatchFileSnapshot('question-in-anothers-name.transcript');
});
