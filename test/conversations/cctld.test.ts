/** Which ccTLD is meant: the address alone does not say it, and nothing is ever guessed. */

import { expect, test } from 'vitest';
import { ADMIN, form, MINISTRY, ROSA } from '../support/people.ts';
import { openStage } from '../support/stage.ts';

const PEOPLE = form('xb').replace('ccTLD: .xb\n\n', '');

test('the Admin Contact of one ccTLD has no say about another', async () => {
  const talk = await openStage({
    title: 'The wrong ccTLD for that address',
    teaches:
      'The Admin Contact of .xa asks for .xb. The pair of address and ccTLD counts, so this is a ' +
      "stranger's mail: the sender is told whose word is needed, and no case is opened.",
  });
  await talk.mail({ from: ADMIN, subject: 'Contacts for .xb', text: form('xb') });
  expect(await talk.outcome()).toBe('human answered not-admin');
  expect(await talk.state()).toBe('no such case');
  expect(talk.sent()).toEqual(['how-to to admin@nic.xa']);
  await expect(await talk.story()).toMatchFileSnapshot('wrong-cctld.transcript');
});

test('an address that serves two ccTLDs is asked which one', async () => {
  const talk = await openStage({
    title: 'A shared address: which ccTLD?',
    teaches:
      'The ministry runs .xb and .xc from one address and names neither. It is asked, answers with ' +
      'one name, and the request goes on with the data of the first mail.',
  });
  await talk.mail({ from: MINISTRY, subject: 'Our security contacts', text: PEOPLE });
  expect(await talk.state()).toBe('needs-cctld E2');
  expect(talk.sent()).toEqual(['which-cctld to domains@ministry.example']);
  await talk.reply(talk.letter('which-cctld'), { from: MINISTRY, text: '.xc\n\nSorry!' });
  expect(await talk.state()).toBe('challenged E2');
  await talk.reply(talk.letter('challenge'), { from: MINISTRY, text: 'CONFIRM' });
  expect(await talk.state()).toBe('queued E4');
  await expect(await talk.story()).toMatchFileSnapshot('shared-anchor.transcript');
});

test('an answer that still names no ccTLD is asked again, and then given to people', async () => {
  const talk = await openStage({
    title: 'A shared address, and no answer that helps',
    teaches:
      'The ministry answers "both" and "you know which". After three letters people take over.',
  });
  await talk.mail({ from: MINISTRY, subject: 'Our security contacts', text: PEOPLE });
  await talk.reply(talk.letter('which-cctld'), { from: MINISTRY, text: 'Both of them.' });
  expect(await talk.state()).toBe('needs-cctld E2');
  await talk.reply(talk.letter('which-cctld'), { from: MINISTRY, text: 'You know which.' });
  await talk.reply(talk.letter('which-cctld'), {
    from: MINISTRY,
    text: 'The one of our ministry!',
  });
  expect(talk.sent()).toContain('passed-on to val1@ccnso.example');
  await expect(await talk.story()).toMatchFileSnapshot('shared-anchor-no-answer.transcript');
});

test('the ccTLD that is named at last may have a request already', async () => {
  const talk = await openStage({
    title: 'A shared address, and another request in between',
    teaches:
      'While the ministry is asked which ccTLD it means, Rosa sends a request about .xb with the ' +
      'ministry in Cc. The answer ".xb" is worth more than that copy, and takes its place.',
  });
  await talk.mail({ from: MINISTRY, subject: 'Our security contacts', text: PEOPLE });
  await talk.mail({ from: ROSA, cc: MINISTRY.address, subject: 'TLD-OPS', text: form('xb') });
  expect(await talk.state(1002)).toBe('challenged E1');
  await talk.reply(talk.letter('which-cctld'), { from: MINISTRY, text: '.xb' });
  expect(await talk.state(1001)).toBe('challenged E2');
  expect(await talk.state(1002)).toBe('superseded E1');
  await expect(await talk.story()).toMatchFileSnapshot('shared-anchor-rival.transcript');
});

test('a mail about two ccTLDs is asked to be two mails', async () => {
  const talk = await openStage({
    title: 'Two ccTLDs in one mail',
    teaches: 'The ministry names both its ccTLDs. One mail for each is asked for.',
  });
  await talk.mail({
    from: MINISTRY,
    subject: 'Contacts of .xb and .xc',
    text: `The same people for .xb and .xc:\n\n${PEOPLE}`,
  });
  expect(await talk.outcome()).toBe('human answered several-cctlds');
  await talk.mail({ from: MINISTRY, subject: 'Contacts', text: form('xb') });
  await talk.mail({ from: MINISTRY, subject: 'Contacts', text: form('xc') });
  expect(await talk.state(1001)).toBe('challenged E2');
  expect(await talk.state(1002)).toBe('challenged E2');
  await expect(await talk.story()).toMatchFileSnapshot('two-cctlds.transcript');
});

test('a ccTLD that the registry does not list is no ccTLD', async () => {
  const talk = await openStage({
    title: 'A ccTLD that does not exist',
    teaches: 'Rosa mistypes her ccTLD. She is told that nobody knows it.',
  });
  await talk.mail({ from: ROSA, cc: 'admin@nic.xa', subject: 'TLD-OPS', text: form('xz') });
  expect(await talk.outcome()).toBe('human answered unknown-cctld');
  await expect(await talk.story()).toMatchFileSnapshot('unknown-cctld.transcript');
});
