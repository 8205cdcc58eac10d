/** Requests that are not complete: what is asked, who is asked, and whose answer counts for what. */

import { expect, test } from 'vitest';
import { ADMIN, form, MALLORY, MINISTRY, ROSA, VAL1 } from '../support/people.ts';
import { openStage } from '../support/stage.ts';

const HALF = [
  'Hello, for .xa we name',
  '',
  'Contact 1 (primary)',
  'First name: Rosa',
  'Last name: Lind',
  'E-mail: rosa.lind@nic.xa',
  '',
  'Contact 2',
  'First name: Network',
  'Last name: Operations',
  'E-mail: noc@nic.xa',
  'Phone: +1 202 555 0113',
].join('\n');

const PEOPLE = [
  ['First name:', 'Rosa'],
  ['Last name:', 'Lind'],
  ['E-mail:', 'rosa.lind@nic.xa'],
  ['Phone:', '+1 202 555 0112'],
  ['First name:', 'Téo'],
  ['Last name:', 'Amaral'],
  ['E-mail:', 'teo.amaral@nic.xa'],
  ['Phone:', '+1 202 555 0113'],
] as const;

test('what is missing is asked for, and filled in between the quoted lines', async () => {
  const talk = await openStage({
    title: 'Clarify, then complete',
    teaches:
      'The Admin Contact forgets a phone number and names a shared mailbox. One letter says what is ' +
      'missing; the answer is typed into the quoted form, as many people do.',
  });
  await talk.mail({ from: ADMIN, subject: 'Contacts', text: HALF });
  expect(await talk.state()).toBe('needs-details E3');
  expect(talk.sent()).toEqual(['clarify to admin@nic.xa']);
  await talk.advance('1d');
  await talk.reply(talk.letter('clarify'), { from: ADMIN, fill: [['ccTLD:', '.xa'], ...PEOPLE] });
  expect(await talk.state()).toBe('queued E4');
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1001 .xa' });
  expect(await talk.roster()).toEqual(['.xa rosa.lind@nic.xa (primary)', '.xa teo.amaral@nic.xa']);
  await expect(await talk.story()).toMatchFileSnapshot('clarify-then-complete.transcript');
});

test('an answer without the form completes what the first mail lacked', async () => {
  const talk = await openStage({
    title: 'An answer in prose',
    teaches: 'People answer with the one thing that was missing, at the top, and nothing else.',
  });
  const text = form('xa').replace('Phone: +1 202 555 0113', '');
  await talk.mail({ from: ADMIN, subject: 'Contacts', text });
  expect(await talk.state()).toBe('needs-details E3');
  await talk.reply(talk.letter('clarify'), {
    from: ADMIN,
    text: 'Sorry! Contact 2\nPhone: +1 202 555 0113\n\nRegards',
  });
  expect(await talk.state()).toBe('queued E3');
  await expect(await talk.story()).toMatchFileSnapshot('answer-in-prose.transcript');
});

test('the Admin Contact completes the mail of a stranger, who learns nothing by it', async () => {
  const talk = await openStage({
    title: 'A stranger asks, the Admin Contact answers with everything',
    teaches:
      'Mallory sends half a request with the Admin Contact in Cc. The Admin Contact takes the letter ' +
      'about it for ours and answers with all data. That answer proves itself; and what it says ' +
      'about people is nothing for Mallory.',
  });
  await talk.mail({
    from: MALLORY,
    cc: 'admin@nic.xa',
    subject: 'Contacts of .xa',
    text: 'ccTLD: .xa\n\nContact 1 (primary)\nFirst name: Mallory\nLast name: Moe',
  });
  expect(await talk.state()).toBe('needs-details E1');
  expect(talk.sent()).toEqual(['clarify to admin@nic.xa', 'clarify to mallory@attacker.example']);
  await talk.reply(talk.letter('clarify', ADMIN), { from: ADMIN, text: form('xa') });
  expect(await talk.state(1001)).toBe('superseded E1');
  expect(await talk.state(1002)).toBe('queued E4');
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1002 .xa' });
  expect(await talk.roster()).toHaveLength(2);
  const letters = talk.allTo(MALLORY).join('\n');
  expect(letters).not.toMatch(/0112|0113|teo\.amaral/);
  await expect(await talk.story()).toMatchFileSnapshot('stranger-and-admin-contact.transcript');
});

test('an Admin Contact who is asked for details can object instead', async () => {
  const talk = await openStage({
    title: 'REJECT instead of details',
    teaches:
      'The ministry did not ask for anything, and says so in its answer to a letter that asks for ' +
      'missing data. Nothing proves its mails, but the code in the letter was sent only there.',
  });
  await talk.mail({
    from: MALLORY,
    cc: 'domains@ministry.example',
    subject: 'Contacts',
    text: 'ccTLD: .xb\n\nContact 1 (primary)\nFirst name: Mallory\nLast name: Moe',
  });
  expect(await talk.state()).toBe('needs-details E1');
  await talk.reply(talk.letter('clarify', MINISTRY), {
    from: MINISTRY,
    text: 'REJECT\n\nWe did not ask for this.',
  });
  expect(await talk.state()).toBe('objected E1');
  await expect(await talk.story()).toMatchFileSnapshot('reject-instead-of-details.transcript');
});

test('the Admin Contact adds what a stranger left out, who learns nothing by it', async () => {
  const talk = await openStage({
    title: 'A stranger asks, the Admin Contact adds what is missing',
    teaches:
      'Mallory names the right people, without one phone number. The Admin Contact answers with that ' +
      'number alone. The whole is proven no better than its weakest part, so the Admin Contact is ' +
      'to confirm it; and Mallory never sees the number.',
  });
  await talk.mail({
    from: MALLORY,
    cc: 'admin@nic.xa',
    subject: 'Contacts of .xa',
    text: form('xa').replace('Phone: +1 202 555 0113', ''),
  });
  await talk.reply(talk.letter('clarify', ADMIN), {
    from: ADMIN,
    text: 'Contact 2\nPhone: +1 202 555 0113',
  });
  expect(await talk.state()).toBe('challenged E1');
  await talk.reply(talk.letter('challenge'), { from: ADMIN, text: 'CONFIRM' });
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1001 .xa' });
  expect(await talk.state()).toBe('applied E4');
  expect(talk.allTo(MALLORY).join('\n')).not.toContain('0113');
  await expect(await talk.story()).toMatchFileSnapshot('stranger-completed.transcript');
});

test('words instead of data go to people, and the writer can still answer', async () => {
  const talk = await openStage({
    title: 'Words instead of data',
    teaches:
      "The Admin Contact answers the letter about a stranger's request with a question. It is not sent " +
      'the same form again: the Validators read the words, and the case waits.',
  });
  await talk.mail({
    from: MALLORY,
    cc: 'admin@nic.xa',
    subject: 'Contacts of .xa',
    text: 'ccTLD: .xa\n\nContact 1 (primary)\nFirst name: Mallory\nLast name: Moe',
  });
  await talk.reply(talk.letter('clarify', ADMIN), { from: ADMIN, text: 'Who is this Mallory?' });
  expect(await talk.state()).toBe('needs-details E1');
  expect(talk.sent()).toEqual([
    'passed-on to val1@ccnso.example',
    'passed-on to val2@ccnso.example',
  ]);
  await expect(await talk.story()).toMatchFileSnapshot('words-instead-of-data.transcript');
});

test('an empty answer does nothing', async () => {
  const talk = await openStage({
    title: 'An empty answer',
    teaches:
      'Somebody presses Reply on the request for details and sends it back unchanged. Nothing was ' +
      'said, so nothing happens, and the same person can still answer.',
  });
  await talk.mail({ from: ADMIN, subject: 'Contacts for .xa', text: 'Please add us to the list.' });
  expect(await talk.state()).toBe('needs-details E3');
  await talk.reply(talk.letter('clarify'), { from: ADMIN, text: '' });
  expect(await talk.state()).toBe('needs-details E3');
  expect(await talk.outcome()).toBe('human noted nothing-said');
  expect(talk.sent()).toEqual([]);
  await talk.reply(talk.letter('clarify'), { from: ADMIN, text: form('xa') });
  expect(await talk.state()).toBe('queued E4');
  await expect(await talk.story()).toMatchFileSnapshot('empty-answer.transcript');
});

test('after three rounds a Validator takes over', async () => {
  const talk = await openStage({
    title: 'Three rounds, then a Validator',
    teaches:
      'The registry cannot give a second personal address. After three letters a person decides.',
  });
  const noc = form('xa').replace('teo.amaral@nic.xa', 'noc@nic.xa');
  await talk.mail({ from: ADMIN, subject: 'Contacts', text: noc });
  await talk.reply(talk.letter('clarify'), { from: ADMIN, text: noc });
  await talk.reply(talk.letter('clarify'), { from: ADMIN, text: noc });
  expect(await talk.state()).toBe('needs-details E3');
  await talk.reply(talk.letter('clarify'), {
    from: ADMIN,
    text: `${noc}\n\nWe are two people behind noc@, we have no other address.`,
  });
  expect(await talk.state()).toBe('queued E3');
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1001 .xa' });
  await expect(await talk.story()).toMatchFileSnapshot('three-rounds.transcript');
});

test('Rosa is told how, when the Admin Contact is not among the recipients', async () => {
  const talk = await openStage({
    title: 'E0: nothing ties the mail to the Admin Contact',
    teaches: 'Rosa forgets the copy. She is told how, does it, and the request begins.',
  });
  await talk.mail({ from: ROSA, subject: 'TLD-OPS .xa', text: form('xa') });
  expect(await talk.outcome()).toBe('human answered not-admin');
  expect(talk.sent()).toEqual(['how-to to rosa.lind@mailbox.example']);
  await talk.reply(talk.letter('how-to'), { from: ROSA, cc: 'admin@nic.xa', text: form('xa') });
  expect(await talk.state()).toBe('challenged E1');
  await expect(await talk.story()).toMatchFileSnapshot('without-a-copy.transcript');
});
