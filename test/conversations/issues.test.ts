/** The contact list goes out: to whom, when, and what it tells (design 10). */

import { expect, test } from 'vitest';
import type { Conversation } from '../support/conversation.ts';
import { ADMIN, form, MINISTRY, ROSA_SSC, TEO_SSC, VAL1 } from '../support/people.ts';
import { openStage } from '../support/stage.ts';
import { ask, subscribed } from '../support/subscribed.ts';

/** `Issue 2 to rosa.lind@nic.xa, teo.amaral@nic.xa` for each text that went out since the last step. */
function issues(talk: Conversation): string[] {
  const groups = Map.groupBy(talk.copies(), ({ mail }) => mail.sha256);
  return [...groups.values()].map((group) => {
    const number = /issue \d+/.exec(group[0]?.mail.subject ?? '')?.[0];
    return `${number} to ${group.map(({ to }) => to).join(', ')}`;
  });
}

const text = (talk: Conversation, to: string): string =>
  talk
    .copies()
    .find((copy) => copy.to === to)
    ?.mail.text.replace(/\s+/g, ' ') ?? '';

const BOTH = 'rosa.lind@nic.xa, teo.amaral@nic.xa';

test('who joins has the whole list on the next Monday, and everybody on the first of each month', async () => {
  const talk = await subscribed({
    title: 'The first issues',
    teaches:
      'Two people join on a Saturday. On Monday the list has changed, so it goes out: issue 1. A Monday ' +
      'later nothing is new, and nobody gets anything. On the first of the month it goes out all the same.',
    issues: true,
  });
  expect(issues(talk)).toEqual([`issue 1 to ${BOTH}`]);
  await talk.advance('7 days');
  expect(issues(talk)).toEqual([]);
  await talk.advance('1 day');
  expect(issues(talk)).toEqual([`issue 2 to ${BOTH}`]);
  expect(text(talk, ROSA_SSC.address)).toContain('SINCE ISSUE 1 (23 November 2026) Nothing.');
  await expect(await talk.story()).toMatchFileSnapshot('issues-first.transcript');
});

test('what has changed goes out on the next Monday', async () => {
  const talk = await subscribed({
    title: 'An issue tells what has changed',
    teaches:
      'After issue 1 Téo changes his number, .xb joins with people of its own, and Rosa leaves. On Monday ' +
      'all who are on the list now get the whole of it, with what is different. Rosa gets nothing.',
    issues: true,
  });
  await talk.mail(ask(TEO_SSC, 'change phone +1 202 555 0199'));
  await talk.reply(talk.letter('own-challenge'), { from: TEO_SSC, text: 'CONFIRM' });
  await talk.mail({ from: MINISTRY, subject: 'Contacts for .xb', text: form('xb') });
  await talk.reply(talk.letter('challenge', MINISTRY), { from: MINISTRY, text: 'CONFIRM' });
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1003 .xb' });
  await talk.mail(ask(ROSA_SSC, 'leave'));
  await talk.reply(talk.letter('own-challenge'), { from: ROSA_SSC, text: 'CONFIRM' });
  await talk.advance('7 days');
  expect(issues(talk)).toEqual([
    'issue 2 to rosa.lind@nic.xb, teo.amaral@nic.xa, teo.amaral@nic.xb',
  ]);
  expect(text(talk, TEO_SSC.address)).toContain(
    'New on the list: - .xb: Rosa Lind - .xb: Téo Amaral ' +
      'With new data: - .xa: Téo Amaral: new phone numbers, primary now ' +
      'No longer on the list: - .xa: Rosa Lind ONLY ONE CONTACT (1 ccTLD) .xa ',
  );
  await expect(await talk.story()).toMatchFileSnapshot('issues-changes.transcript');
});

test('an SSC learns how often the whole list was sent to them since the issue before', async () => {
  const talk = await subscribed({
    title: 'Who asked for the whole list in my name?',
    teaches:
      '"who" is answered to the address on the list, whoever wrote it. So the next issue tells that person how ' +
      'often it was: Rosa twice. Téo, who asked about one ccTLD, gets the text of all others.',
    issues: true,
  });
  await talk.mail(ask(ROSA_SSC, 'who'));
  await talk.mail(ask(TEO_SSC, 'who .xa'));
  await talk.advance('2 days');
  await talk.mail(ask(ROSA_SSC, 'who'));
  await talk.advance('6 days');
  expect(issues(talk)).toEqual(['issue 2 to rosa.lind@nic.xa', 'issue 2 to teo.amaral@nic.xa']);
  expect(text(talk, ROSA_SSC.address)).toContain('sent you the whole list 2 times, because');
  expect(text(talk, TEO_SSC.address)).not.toContain('sent you the whole list');
  await talk.advance('31 days');
  expect(issues(talk)).toEqual([`issue 3 to ${BOTH}`]);
  await expect(await talk.story()).toMatchFileSnapshot('issues-who.transcript');
});

test('three months without an engine are caught up by one issue', async () => {
  const talk = await subscribed({
    title: 'Three issues were missed',
    teaches:
      'The engine stands still for more than three months. When it is back, the list goes out once, not three ' +
      'times; after that all is as before.',
    issues: true,
  });
  await talk.standStill('100 days');
  expect(issues(talk)).toEqual([`issue 2 to ${BOTH}`]);
  await talk.advance('31 days');
  expect(issues(talk)).toEqual([`issue 3 to ${BOTH}`]);
  await expect(await talk.story()).toMatchFileSnapshot('issues-missed.transcript');
});

test('an empty list goes to nobody, and the Validators are told once a month', async () => {
  const talk = await openStage({
    title: 'Nobody is on the list',
    teaches:
      'There is nobody to send the list to. The Validators learn it, once for each month that this is so.',
    issues: true,
  });
  await talk.advance('20 days');
  expect(talk.copies()).toEqual([]);
  const told = ['alarm-no-issue to val1@ccnso.example', 'alarm-no-issue to val2@ccnso.example'];
  expect(talk.sent()).toEqual(told);
  await talk.advance('30 days');
  expect(talk.sent()).toEqual(told);
  await expect(await talk.story()).toMatchFileSnapshot('issues-nobody.transcript');
});

test('an issue that somebody sends back to the list is nobody’s post', async () => {
  const talk = await subscribed({
    title: 'An issue comes back',
    teaches: 'A program at .xa sends all its mail on to the list. The issue is known as our own.',
    issues: true,
  });
  const [copy] = talk.copies();
  await talk.mail({
    from: ADMIN,
    to: 'tld-ops@lists.example',
    subject: copy?.mail.subject ?? '',
    text: copy?.mail.text ?? '',
    headers: { 'Message-ID': `<${copy?.mail.messageId}>` },
  });
  expect(await talk.outcome()).toBe('own ignored own-message-id');
  expect([...talk.copies(), ...talk.sent()]).toEqual([]);
});
