/** The yearly check: contacts and Admin Contacts say whether the data are still right, or not, or nothing. */

import { expect, test } from 'vitest';
import { ADMIN, MINISTRY, ROSA_SSC, TEO_SSC, VAL1 } from '../support/people.ts';
import { ask, BOTH, subscribed, subscribedTwice } from '../support/subscribed.ts';
import { confirmed, inYear } from '../support/yearly.ts';

test('everybody says that the data are right', async () => {
  const talk = await subscribed({
    title: 'All data are right',
    teaches:
      'On 15 January the contacts of .xa and its Admin Contact are asked, one letter each. All three answer ' +
      'with one word. Six weeks later the Validators get the numbers; nobody else hears anything more.',
    yearly: true,
  });
  await inYear(talk);
  expect(talk.sent()).toEqual([
    'check-anchor to admin@nic.xa',
    'check-contact to rosa.lind@nic.xa',
    'check-contact to teo.amaral@nic.xa',
  ]);
  expect(await confirmed(talk)).toEqual([]);
  await talk.reply(talk.letter('check-contact', ROSA_SSC), { from: ROSA_SSC, text: 'CONFIRM' });
  expect(await talk.outcome()).toBe('human advanced check-confirmed');
  await talk.reply(talk.letter('check-contact', TEO_SSC), {
    from: TEO_SSC,
    text: 'Confirm, thanks\n\nTéo',
  });
  await talk.reply(talk.letter('check-anchor'), { from: ADMIN, text: 'CONFIRM' });
  expect(talk.sent()).toEqual([]);
  expect(await confirmed(talk)).toEqual(['.xa', 'rosa.lind@nic.xa', 'teo.amaral@nic.xa']);
  await talk.advance('60 days');
  expect(talk.sent()).toEqual([
    'check-report to val1@ccnso.example',
    'check-report to val2@ccnso.example',
  ]);
  await expect(await talk.story()).toMatchFileSnapshot('yearly-right.transcript');
});

test('who does not answer is reminded once, and is then shown as not confirmed', async () => {
  const talk = await subscribed({
    title: 'Nobody answers the yearly letter',
    teaches:
      'Rosa answers after the reminder, Téo and the Admin Contact not at all. An absence notice and a quoted ' +
      'word are no answers. At the end the Validators see who has not confirmed, and so does everybody in the ' +
      'next issue. Half a year later Téo finds the letter; his word still counts.',
    yearly: true,
    issues: true,
  });
  await inYear(talk);
  const first = talk.letter('check-contact', TEO_SSC);
  await talk.mail({
    from: TEO_SSC,
    to: first.envelopeFrom,
    subject: 'Out of office',
    text: 'I am away. CONFIRM',
    headers: { 'Auto-Submitted': 'auto-replied' },
  });
  expect(talk.sent()).toEqual([]);
  await talk.reply(first, { from: TEO_SSC, text: '> CONFIRM\n' });
  expect(await confirmed(talk)).toEqual([]);
  expect(talk.sent()).toEqual([]);
  await talk.advance('14 days');
  expect(talk.sent()).toEqual([
    'check-anchor to admin@nic.xa',
    'check-contact to rosa.lind@nic.xa',
    'check-contact to teo.amaral@nic.xa',
  ]);
  await talk.reply(talk.letter('check-contact', ROSA_SSC), { from: ROSA_SSC, text: 'CONFIRM' });
  await talk.advance('40 days');
  expect(talk.sent().filter((one) => one.startsWith('check'))).toEqual([
    'check-report to val1@ccnso.example',
    'check-report to val2@ccnso.example',
  ]);
  const issue = talk.copies().at(-1)?.mail.text ?? '';
  expect(issue).toContain('Data not confirmed since 21 November 2026.');
  expect(issue.match(/not confirmed since/g)).toHaveLength(1);
  await talk.mail({
    from: VAL1,
    to: 'tld-ops-validate@lists.example',
    subject: 'x',
    text: 'ROSTER',
  });
  expect(talk.letter('transcript', VAL1).mail.text).toContain('Data not confirmed since');
  await talk.reply(first, { from: TEO_SSC, text: 'CONFIRM' });
  expect(await talk.outcome()).toBe('human advanced check-confirmed');
  await talk.advance('31 days');
  expect(talk.copies().at(-1)?.mail.text).not.toContain('not confirmed since');
  await expect(await talk.story()).toMatchFileSnapshot('yearly-silence.transcript');
});

test('who says that something is wrong learns how to change it', async () => {
  const talk = await subscribed({
    title: 'Something is wrong',
    teaches:
      'Rosa has a new number and answers REJECT: she learns how to change it, and does. That counts as a ' +
      'confirmation too. Téo writes in his own words; a Validator reads them, and he learns how to answer.',
    yearly: true,
  });
  await inYear(talk);
  await talk.reply(talk.letter('check-contact', ROSA_SSC), {
    from: ROSA_SSC,
    text: 'REJECT\n\nI have a new phone.',
  });
  expect(await talk.outcome()).toBe('human advanced check-denied');
  expect(talk.sent()).toEqual(['check-contact to rosa.lind@nic.xa']);
  await talk.mail(ask(ROSA_SSC, 'change phone +1 202 555 0188'));
  await talk.reply(talk.letter('own-challenge'), { from: ROSA_SSC, text: 'CONFIRM' });
  expect(await confirmed(talk)).toEqual(['rosa.lind@nic.xa']);
  await talk.reply(talk.letter('check-contact', TEO_SSC), {
    from: TEO_SSC,
    text: 'No, my phone is +1 202 555 0177 now.',
  });
  expect(await talk.outcome()).toBe('human held consent-unclear');
  expect(talk.sent()).toEqual([
    'check-again to teo.amaral@nic.xa',
    'passed-on to val1@ccnso.example',
    'passed-on to val2@ccnso.example',
  ]);
  await talk.reply(talk.letter('check-contact', TEO_SSC), {
    from: TEO_SSC,
    text: 'change phone +1 202 555 0177',
  });
  expect(await talk.outcome()).toBe('human opened own-asked');
  await talk.reply(talk.letter('own-challenge', TEO_SSC), { from: TEO_SSC, text: 'CONFIRM' });
  expect(await confirmed(talk)).toEqual(['rosa.lind@nic.xa', 'teo.amaral@nic.xa']);
  await talk.advance('14 days');
  expect(talk.sent()).toEqual(['check-anchor to admin@nic.xa']);
  await expect(await talk.story()).toMatchFileSnapshot('yearly-wrong.transcript');
});

test('an Admin Contact names another person instead, and the code of the letter proves who it is', async () => {
  const talk = await subscribedTwice({
    title: 'The Admin Contact answers with a new contact',
    teaches:
      'The ministry, whose domain publishes nothing, is asked about .xb. Somebody there answers from a mailbox ' +
      'of her own: Téo has left. The code went only to the Admin Contact, so it is evidence E4 and goes to the ' +
      'Validator. The change that is made confirms the list of .xb; the code counts once.',
    yearly: true,
  });
  await inYear(talk);
  const clerk = {
    ...MINISTRY,
    mailbox: 'Clerk <clerk@ministry.example>',
    address: 'clerk@ministry.example',
  };
  const letter = talk.letter('check-anchor', MINISTRY);
  await talk.reply(letter, {
    from: clerk,
    text: [
      'REPLACE teo.amaral@nic.xa',
      '',
      'First name: Ines',
      'Last name: Faro',
      'E-mail: ines.faro@nic.xa',
      'Phone: +1 202 555 0114',
    ].join('\n'),
  });
  expect(await talk.outcome()).toBe('human opened request-opened');
  expect(await talk.state(1003)).toBe('queued E4');
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1003 .xb' });
  expect(await talk.roster()).toEqual([
    ...BOTH,
    '.xb rosa.lind@nic.xa (primary)',
    '.xb ines.faro@nic.xa',
  ]);
  expect(await confirmed(talk)).toEqual(['.xb']);
  await talk.reply(letter, { from: clerk, text: 'CONFIRM' });
  expect(await talk.outcome()).toBe('human answered token-used');
  expect(talk.sent()).toEqual(['check-again to domains@ministry.example']);
  await talk.reply(letter, { from: clerk, text: 'REMOVE ines.faro@nic.xa' });
  expect(await talk.state(1004)).toBe('no such case');
  await expect(await talk.story()).toMatchFileSnapshot('yearly-anchor.transcript');
});
