/** Mails to the list that wait for somebody's word: of a Validator, or of the mailbox that is on the list. */

import { expect, test } from 'vitest';
import { forgedBy, MALLORY, ROSA, ROSA_SSC, TEO_SSC, VAL1, VAL2 } from '../support/people.ts';
import { copiesOf, members, membersElsewhere, order, post } from '../support/subscribed.ts';

const QUESTION =
  'Dear colleagues,\n\nsince this morning we see phishing. Who sees the same?\n\nRosa';
const BOTH = 'to rosa.lind@nic.xa, teo.amaral@nic.xa';
const ELSEWHERE = 'to rosa.lind@mailbox.example, teo.amaral@mailbox.example';
const GREEN = '[TLP:GREEN] Phishing';

test('a post from a frozen ccTLD waits for a Validator, who releases it by one line', async () => {
  const talk = await members({
    title: 'A post from a frozen ccTLD',
    teaches:
      'Whoever takes a ccTLD over has the mailboxes there too, and proves everything. So while .xa is ' +
      'frozen, Validators look at what comes from there. The line counts once, and only for such mails.',
  });
  await talk.mail(order(VAL1, 'FREEZE .xa a call from the operator'));
  await talk.mail(post(ROSA_SSC, GREEN, QUESTION));
  expect(await talk.outcome()).toBe('human held post-frozen');
  expect(talk.sent()).toEqual([
    'post-held to val1@ccnso.example',
    'post-held to val2@ccnso.example',
    'post-waits to rosa.lind@nic.xa',
  ]);
  expect(copiesOf(talk)).toBe('none');
  const held = talk.letter('post-held', VAL1);
  // Somebody else has the line too, and nothing that proves who writes.
  await talk.reply(talk.letter('post-held', VAL2), {
    from: forgedBy(MALLORY, VAL2),
    text: 'QUARANTINE release 4',
  });
  expect(await talk.outcome()).toBe('human refused command-forged');
  expect(copiesOf(talk)).toBe('none');
  await talk.reply(held, { from: VAL1, text: 'QUARANTINE release 4' });
  expect(await talk.outcome()).toBe('human advanced post-released');
  expect(copiesOf(talk)).toBe(`${GREEN} ${BOTH}`);
  expect(talk.sent()).toEqual(['transcript to val1@ccnso.example']);
  await talk.reply(held, { from: VAL2, text: 'QUARANTINE release 4' });
  expect(await talk.outcome()).toBe('human refused command-refused');
  expect(copiesOf(talk)).toBe('none');
  await expect(await talk.story()).toMatchFileSnapshot('post-frozen.transcript');
});

test('an automatic mail waits, and goes out only by a Validator’s word', async () => {
  const talk = await members({
    title: 'Automatic mail to the list',
    teaches:
      'List members must not share what no person wrote. A report that a program of Téo’s sends is held ' +
      'without a word; the daily letter shows it, and a Validator releases it. Absence notices wait there ' +
      'too, and are dropped. The automatic mail of a stranger is nobody’s.',
    digest: true,
  });
  const auto = { 'Auto-Submitted': 'auto-generated' };
  await talk.mail({ ...post(TEO_SSC, 'Daily report', '12 hosts.'), headers: auto });
  expect(await talk.outcome()).toBe('auto-reply held post-automatic');
  await talk.mail({
    ...post(forgedBy(MALLORY, TEO_SSC), 'Daily report', 'See http://attacker.example/'),
    headers: auto,
  });
  expect(await talk.outcome()).toBe('auto-reply held post-automatic-unproven');
  await talk.mail({ ...post(MALLORY, 'Out of office', 'Back on Monday.'), headers: auto });
  expect(await talk.outcome()).toBe('auto-reply ignored auto-submitted');
  expect([copiesOf(talk), talk.sent()]).toEqual(['none', []]);
  await talk.advance('1 day');
  expect(talk.sent()).toEqual(['digest to val1@ccnso.example', 'digest to val2@ccnso.example']);
  await talk.mail(order(VAL1, 'QUARANTINE show 3'));
  expect(talk.sent()).toEqual([
    'mail-shown to val1@ccnso.example',
    'transcript to val1@ccnso.example',
  ]);
  await talk.reply(talk.letter('mail-shown'), {
    from: VAL1,
    text: 'QUARANTINE release 3\nQUARANTINE drop 4\nQUARANTINE',
  });
  expect(copiesOf(talk)).toBe(`[TLP:RED] Daily report ${BOTH}`);
  expect(talk.sent()).toEqual(['transcript to val1@ccnso.example']);
  await talk.mail(order(VAL1, 'QUARANTINE release 4'));
  expect(await talk.outcome()).toBe('human refused command-refused');
  expect(copiesOf(talk)).toBe('none');
  await expect(await talk.story()).toMatchFileSnapshot('post-automatic.transcript');
});

test('what is held for another reason cannot be released to everybody', async () => {
  const talk = await members({
    title: 'Released, but no post',
    teaches: 'A question to the request address is held for people too. It is not for the list.',
  });
  await talk.mail({
    ...post(ROSA_SSC, 'A question', 'Is there a meeting next week?'),
    to: 'tld-ops-request@lists.example',
  });
  expect(await talk.outcome()).toBe('human held passed-on');
  await talk.mail(order(VAL1, 'QUARANTINE release 3'));
  expect(await talk.outcome()).toBe('human refused command-refused');
  expect(copiesOf(talk)).toBe('none');
  await expect(await talk.story()).toMatchFileSnapshot('post-that-is-none.transcript');
});

test('a post in the name of a contact is shown to the contact, whose REJECT stops it', async () => {
  const talk = await members({
    title: 'A forged post',
    teaches:
      'Mallory writes to the list in the name of Rosa. Nobody gets it: who reads the mailbox on the list is ' +
      'asked. Rosa did not write it, the Validators have an alarm, and no later word sends it out.',
  });
  await talk.mail(post(forgedBy(MALLORY, ROSA_SSC), '[TLP:GREEN] New keys', 'Use this key: …'));
  expect(await talk.outcome()).toBe('human held post-unproven');
  expect(talk.sent()).toEqual(['post-ask to rosa.lind@nic.xa']);
  expect(copiesOf(talk)).toBe('none');
  const letter = talk.letter('post-ask');
  await talk.reply(letter, { from: ROSA_SSC, text: 'REJECT\n\nThat was not me.' });
  expect(await talk.outcome()).toBe('human advanced post-denied');
  expect(talk.sent()).toEqual([
    'alarm-post to val1@ccnso.example',
    'alarm-post to val2@ccnso.example',
  ]);
  await talk.reply(letter, { from: ROSA_SSC, text: 'CONFIRM' });
  expect(await talk.outcome()).toBe('human answered token-replaced');
  await talk.mail(order(VAL1, 'QUARANTINE release 3'));
  expect(await talk.outcome()).toBe('human refused command-refused');
  expect(copiesOf(talk)).toBe('none');
  await expect(await talk.story()).toMatchFileSnapshot('post-forged.transcript');
});

test('a contact whose mail proves nothing says CONFIRM, and the post goes out once', async () => {
  const talk = await membersElsewhere({
    title: 'A post that nothing proves',
    teaches:
      'The provider of Rosa publishes neither SPF nor DKIM. Her CONFIRM shows that she reads the mailbox on ' +
      'the list; from where she answers does not matter. It counts once.',
  });
  await talk.mail(post(ROSA, GREEN, QUESTION));
  expect(await talk.outcome()).toBe('human held post-unproven');
  expect(talk.sent()).toEqual(['post-ask to rosa.lind@mailbox.example']);
  const letter = talk.letter('post-ask');
  await talk.reply(letter, { from: ROSA_SSC, text: 'CONFIRM\n\nRosa' });
  expect(await talk.outcome()).toBe('human advanced post-confirmed');
  expect(copiesOf(talk)).toBe(`${GREEN} ${ELSEWHERE}`);
  expect(talk.sent()).toEqual([]);
  await talk.reply(letter, { from: ROSA, text: 'CONFIRM' });
  expect(await talk.outcome()).toBe('human answered token-used');
  expect(copiesOf(talk)).toBe('none');
  await expect(await talk.story()).toMatchFileSnapshot('post-confirmed.transcript');
});

test('nothing but a typed word sends it: no absence notice, no quotation, no list address', async () => {
  const talk = await membersElsewhere({
    title: 'Answers that are none, to the question about a post',
    teaches:
      'An absence notice, a mail that only quotes our CONFIRM, and words without a clear yes send nothing. ' +
      'The answer that goes to the list by mistake is an answer, and nobody gets its code.',
  });
  await talk.mail(post(ROSA, GREEN, QUESTION));
  const letter = talk.letter('post-ask');
  await talk.reply(letter, {
    from: ROSA,
    text: 'CONFIRM that I am out of the office until Monday.',
    headers: { 'Auto-Submitted': 'auto-replied' },
    envelopeFrom: '',
  });
  expect(talk.sent()).toEqual([]);
  await talk.reply(letter, { from: ROSA, text: '' });
  expect(await talk.outcome()).toBe('human noted consent-unclear');
  await talk.reply(letter, { from: ROSA, text: 'What is this about?', quoting: 'outlook' });
  expect(talk.sent()).toEqual([
    'passed-on to val1@ccnso.example',
    'passed-on to val2@ccnso.example',
    'post-again to rosa.lind@mailbox.example',
  ]);
  expect(copiesOf(talk)).toBe('none');
  await talk.reply(letter, {
    from: ROSA,
    to: 'tld-ops@lists.example',
    text: 'I am out of the office.',
    headers: { 'Auto-Submitted': 'auto-replied' },
    envelopeFrom: '',
  });
  expect(await talk.outcome()).toBe('auto-reply ignored auto-submitted');
  await talk.reply(letter, { from: ROSA, to: 'tld-ops@lists.example', text: 'CONFIRM' });
  expect(await talk.outcome()).toBe('human advanced post-confirmed');
  expect(copiesOf(talk)).toBe(`${GREEN} ${ELSEWHERE}`);
  await expect(await talk.story()).toMatchFileSnapshot('post-no-answer.transcript');
});

test('a late CONFIRM sends nothing, and a REJECT after the post is gone still warns', async () => {
  const talk = await membersElsewhere({
    title: 'Words that come late',
    teaches:
      'The code is good for three days. After it Rosa may send her post again. Téo’s was released by a ' +
      'Validator, wrongly: his REJECT comes too late to stop it, but the Validators must know.',
  });
  await talk.mail(post(ROSA, GREEN, QUESTION));
  const late = talk.letter('post-ask');
  await talk.advance('4 days');
  await talk.reply(late, { from: ROSA, text: 'CONFIRM' });
  expect(await talk.outcome()).toBe('human answered token-expired');
  expect([copiesOf(talk), talk.sent()]).toEqual([
    'none',
    ['post-again to rosa.lind@mailbox.example'],
  ]);
  const teo = { ...TEO_SSC, mailbox: 'Téo Amaral <teo.amaral@mailbox.example>' };
  await talk.mail(
    post({ ...forgedBy(MALLORY, teo), address: 'teo.amaral@mailbox.example' }, GREEN, 'Call me.'),
  );
  const asked = talk.letter('post-ask');
  await talk.mail(order(VAL1, 'QUARANTINE release 5'));
  expect(copiesOf(talk)).toBe(`${GREEN} ${ELSEWHERE}`);
  await talk.reply(asked, { from: TEO_SSC, text: 'REJECT' });
  expect(await talk.outcome()).toBe('human advanced post-denied');
  expect(talk.sent()).toEqual([
    'alarm-post to val1@ccnso.example',
    'alarm-post to val2@ccnso.example',
  ]);
  await expect(await talk.story()).toMatchFileSnapshot('post-late-words.transcript');
});

test('what was written to another address of ours is not for everybody', async () => {
  const talk = await members({
    title: 'A mail to somebody else, handed to the list',
    teaches:
      'Rosa writes to the owner of the list. Mallory gets a copy, its signature untouched, and hands it to ' +
      'the list: it was not written to everybody. Rosa is asked, as she is when she puts the list in Bcc.',
  });
  await talk.mail({
    ...post(ROSA_SSC, 'TLP:GREEN Something to tell you alone', 'We were attacked.'),
    headers: { To: 'tld-ops-owner@lists.example' },
  });
  expect(await talk.outcome()).toBe('human held post-unproven');
  expect([copiesOf(talk), talk.sent()]).toEqual(['none', ['post-ask to rosa.lind@nic.xa']]);
  await expect(await talk.story()).toMatchFileSnapshot('post-to-somebody-else.transcript');
});
