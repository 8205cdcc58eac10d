/** Mails to the list: who may write to it, what its copies are labelled, and what is sent back. */

import { expect, test } from 'vitest';
import type { Conversation } from '../support/conversation.ts';
import { ADMIN, forgedBy, MALLORY, MINISTRY, ROSA, ROSA_SSC, TEO_SSC } from '../support/people.ts';
import { copiesOf, members, post } from '../support/subscribed.ts';

const QUESTION =
  'Dear colleagues,\n\nsince this morning we see phishing. Who sees the same?\n\nRosa';
const TO_PEOPLE = ['passed-on to val1@ccnso.example', 'passed-on to val2@ccnso.example'];

function copyOf(talk: Conversation) {
  const [first] = talk.copies();
  if (first === undefined) throw new Error('there are no copies');
  return first;
}

const BOTH = 'to rosa.lind@nic.xa, teo.amaral@nic.xa';

test('a post with a label goes to everybody as it is', async () => {
  const talk = await members({
    title: 'A post with a label',
    teaches:
      'Rosa writes to the list, from her address on the list, and her mail proves that. Everybody gets ' +
      'it, she too; nobody gets a letter.',
  });
  await talk.mail(post(ROSA_SSC, '[TLP:AMBER] Phishing', QUESTION));
  expect(await talk.outcome()).toBe('human distributed post-distributed');
  expect(copiesOf(talk)).toBe(`[TLP:AMBER] Phishing ${BOTH}`);
  expect(talk.sent()).toEqual([]);
  await expect(await talk.story()).toMatchFileSnapshot('post-labelled.transcript');
});

test('a post without a label goes out as RED, and its author learns how to label', async () => {
  const talk = await members({
    title: 'A post without a label',
    teaches:
      'Without a label a post is RED. It goes out so, and Rosa is told once a day that details belong ' +
      'elsewhere and how to label. Who writes RED is told the same.',
  });
  await talk.mail(post(ROSA_SSC, 'Phishing', QUESTION));
  expect(copiesOf(talk)).toBe(`[TLP:RED] Phishing ${BOTH}`);
  expect(talk.sent()).toEqual(['post-red to rosa.lind@nic.xa']);
  await talk.mail(post(ROSA_SSC, 'Phishing again', 'It goes on.'));
  expect(copiesOf(talk)).toBe(`[TLP:RED] Phishing again ${BOTH}`);
  expect(talk.sent()).toEqual([]);
  await talk.mail(post(TEO_SSC, 'TLP:RED Passwords', 'They were stolen.'));
  expect(copiesOf(talk)).toBe(`TLP:RED Passwords ${BOTH}`);
  expect(talk.sent()).toEqual(['post-red to teo.amaral@nic.xa']);
  await expect(await talk.story()).toMatchFileSnapshot('post-unlabelled.transcript');
});

test('with the policy "strict" a post that is RED comes back', async () => {
  const talk = await members({
    title: 'RED posts where the policy is strict',
    teaches: 'A post that is RED, or has no label, is sent back; with a label it goes out.',
    tlp: 'strict',
  });
  await talk.mail(post(ROSA_SSC, 'Phishing', QUESTION));
  expect(await talk.outcome()).toBe('human refused post-red');
  expect(talk.sent()).toEqual(['post-red to rosa.lind@nic.xa']);
  await talk.mail(post(ROSA_SSC, '[TLP-RED] Phishing', QUESTION));
  expect(await talk.outcome()).toBe('human refused post-red');
  expect(copiesOf(talk)).toBe('none');
  await talk.mail(post(ROSA_SSC, '[TLP:GREEN] Phishing', QUESTION));
  expect(copiesOf(talk)).toBe(`[TLP:GREEN] Phishing ${BOTH}`);
  await expect(await talk.story()).toMatchFileSnapshot('post-unlabelled-strict.transcript');
});

test('an answer has the label of what it answers, unless it has its own', async () => {
  const talk = await members({
    title: 'Answers to a post',
    teaches:
      'Téo answers a GREEN post. His mail program has cut the label off the subject: the post that he ' +
      'answers still tells it. A label of his own counts, in the text too.',
  });
  await talk.mail(post(ROSA_SSC, 'Phishing', `TLP:GREEN\n\n${QUESTION}`));
  expect(copiesOf(talk)).toBe(`[TLP:GREEN] Phishing ${BOTH}`);
  const first = copyOf(talk);
  const answer = { from: TEO_SSC, to: 'tld-ops@lists.example', text: 'We see it too.' };
  await talk.reply(first, { ...answer, subject: 'Re: Phishing' });
  expect(copiesOf(talk)).toBe(`[TLP:GREEN] Re: Phishing ${BOTH}`);
  expect(talk.sent()).toEqual([]);
  await talk.reply(copyOf(talk), { ...answer, text: 'TLP:AMBER\n\nThe server is 192.0.2.99.' });
  expect(copiesOf(talk)).toBe(`[TLP:AMBER] Re: Re: Phishing ${BOTH}`);
  // What is quoted is not said.
  await talk.reply(copyOf(talk), { ...answer, text: 'Thank you.', subject: 'Phishing' });
  expect(copiesOf(talk)).toBe(`[TLP:AMBER] Phishing ${BOTH}`);
  await expect(await talk.story()).toMatchFileSnapshot('post-answers.transcript');
});

test('of ten labels the strictest counts, and it is the only one that is left', async () => {
  const talk = await members({
    title: 'Ten labels',
    teaches: 'Nobody knows what is meant by ten labels. The strictest one is on the safe side.',
  });
  await talk.mail(
    post(
      ROSA_SSC,
      'TLP:CLEAR [TLP-GREEN] TLP:WHITE (tlp green) TLP:AMBER Phishing TLP:CLEAR TLP GREEN',
      `ＴＬＰ：ＧＲＥＥＮ\n[TLP-AMBER-STRICT] [TLP:CLEAR]\n\n${QUESTION}`,
    ),
  );
  expect(copiesOf(talk)).toBe(`[TLP:AMBER+STRICT] Phishing ${BOTH}`);
  await expect(await talk.story()).toMatchFileSnapshot('post-ten-labels.transcript');
});

test('a stranger is told once a day that only members may write', async () => {
  const talk = await members({
    title: 'A stranger writes to the list',
    teaches:
      'Everybody who is not on the list gets the same sentence, once a day: from it nobody learns who is. ' +
      'Also Rosa, when she writes from another address than the one on the list. A proven forgery has no ' +
      'answer.',
  });
  await talk.mail(post(MALLORY, '[TLP:GREEN] Offer', 'Buy this.'));
  expect(await talk.outcome()).toBe('human refused post-not-member');
  expect(talk.sent()).toEqual(['post-not-member to mallory@attacker.example']);
  await talk.mail(post(MALLORY, '[TLP:GREEN] Offer', 'Buy that.'));
  expect(await talk.outcome()).toBe('human refused post-not-member');
  expect(talk.sent()).toEqual([]);
  await talk.mail(post(ROSA, '[TLP:GREEN] Phishing', QUESTION));
  expect(talk.sent()).toEqual(['post-not-member to rosa.lind@mailbox.example']);
  const nobody = { ...ROSA_SSC, mailbox: 'Nobody <nobody@nic.xa>', address: 'nobody@nic.xa' };
  await talk.mail(post(forgedBy(MALLORY, nobody), '[TLP:GREEN] Offer', 'Buy this too.'));
  expect(await talk.outcome()).toBe('human refused post-not-member');
  expect(talk.sent()).toEqual([]);
  expect(copiesOf(talk)).toBe('none');
  await expect(await talk.story()).toMatchFileSnapshot('post-of-a-stranger.transcript');
});

test('an Admin Contact who writes to the list meant another address', async () => {
  const talk = await members({
    title: 'An Admin Contact writes to the list address',
    teaches:
      'Requests come to the wrong address. Where the Admin Contact is the sender, or in copy, people see ' +
      'the mail; nobody on the list does.',
  });
  await talk.mail(post(MINISTRY, 'Contacts for .xb', 'Please put our two contacts on your list.'));
  expect(await talk.outcome()).toBe('human held passed-on');
  expect(talk.sent()).toEqual(TO_PEOPLE);
  await talk.mail({
    ...post(ROSA, 'Contacts for .xa', 'Please put Ines on the list too.'),
    cc: ADMIN.address,
  });
  expect(talk.sent()).toEqual(TO_PEOPLE);
  expect(copiesOf(talk)).toBe('none');
  await expect(await talk.story()).toMatchFileSnapshot('post-of-an-admin-contact.transcript');
});

test('commands and too large mails do not go to everybody', async () => {
  const talk = await members({
    title: 'Mails that are not for everybody',
    teaches:
      '"who" to the list would go to everybody: Téo is told where to send it. "Help!" above a text is no ' +
      'command. A mail with a large file is sent back with a sentence.',
  });
  await talk.mail(post(TEO_SSC, 'Question', 'Hello,\n\nwho .xa\n\nThanks, Téo'));
  expect(await talk.outcome()).toBe('human refused post-commands');
  expect(talk.sent()).toEqual(['post-commands to teo.amaral@nic.xa']);
  await talk.mail(post(TEO_SSC, 'unsubscribe', ''));
  expect(await talk.outcome()).toBe('human refused post-commands');
  expect(talk.sent()).toEqual(['post-commands to teo.amaral@nic.xa']);
  await talk.mail(post(forgedBy(MALLORY, TEO_SSC), 'x', 'leave'));
  expect(await talk.outcome()).toBe('human refused post-commands');
  expect(talk.sent()).toEqual([]);
  await talk.mail(post(TEO_SSC, 'TLP:GREEN attack', 'Help!\n\nWe are under attack.'));
  expect(copiesOf(talk)).toBe(`TLP:GREEN attack ${BOTH}`);
  const text = `Here is the file.\n\n${'0123456789'.repeat(7).concat('\n').repeat(15_000)}`;
  await talk.mail({ ...post(TEO_SSC, 'TLP:GREEN file', text), shown: '[text of 1.1 MB]' });
  expect(await talk.outcome()).toBe('human refused post-too-big');
  expect(talk.sent()).toEqual(['post-too-big to teo.amaral@nic.xa']);
  await expect(await talk.story()).toMatchFileSnapshot('post-not-for-everybody.transcript');
});

test('our own copy that comes back is a loop, and a post that comes once more is known', async () => {
  const talk = await members({
    title: 'Posts that come back',
    teaches:
      'Somebody’s mailbox forwards the copies back to the list: our List-Id tells. Mallory has a copy, its ' +
      'signature untouched, and sends it to the list again: it went to everybody before.',
  });
  const green = post(ROSA_SSC, '[TLP:GREEN] Phishing', QUESTION);
  await talk.mail(green);
  await talk.mail({ ...green, headers: { 'List-Id': '<tld-ops.lists.example>' } });
  expect(await talk.outcome()).toBe('loop ignored list-header');
  expect([copiesOf(talk), talk.sent()]).toEqual(['none', []]);
  await talk.playBack(3, MALLORY);
  expect(await talk.outcome()).toBe('human ignored post-repeated');
  expect([copiesOf(talk), talk.sent()]).toEqual(['none', []]);
  await expect(await talk.story()).toMatchFileSnapshot('post-comes-back.transcript');
});
