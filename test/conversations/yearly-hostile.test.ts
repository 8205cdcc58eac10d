/** The yearly letter in wrong hands, in old hands, and in hands that are not sure. */

import { expect, test } from 'vitest';
import { ADMIN, forgedBy, MALLORY, NEW_ADMIN, ROSA_SSC, TEO_SSC, VAL1 } from '../support/people.ts';
import { ask, subscribed } from '../support/subscribed.ts';
import { confirmed, inYear } from '../support/yearly.ts';

const REQUEST = 'tld-ops-request@lists.example';

test('a letter that went through other hands confirms what its reader was shown, or nothing', async () => {
  const talk = await subscribed({
    title: 'The yearly letter in other hands',
    teaches:
      'Mallory writes CONFIRM in Rosa’s name without the code: nothing. A program of Rosa’s forwards her letter ' +
      'to a colleague, who answers: the code went to her mailbox, so it counts, and whatever we have to say ' +
      'goes to her alone. Her phone changes before Téo answers an old letter of his about himself: his word ' +
      'stands. Her own old letter says nothing about the new number; she is asked once more.',
    yearly: true,
  });
  await inYear(talk);
  const letter = talk.letter('check-contact', ROSA_SSC);
  await talk.mail({
    from: forgedBy(MALLORY, ROSA_SSC),
    to: REQUEST,
    subject: 'Re: Please check',
    text: 'CONFIRM',
  });
  expect(await confirmed(talk)).toEqual([]);
  expect(talk.sent()).toEqual([
    'passed-on to val1@ccnso.example',
    'passed-on to val2@ccnso.example',
  ]);
  const colleague = {
    ...ROSA_SSC,
    mailbox: 'Bo <bo@isp.example>',
    address: 'bo@isp.example',
    signs: false,
  };
  await talk.reply(letter, { from: colleague, text: 'Who is this?' });
  expect(talk.sent()).toContain('check-again to rosa.lind@nic.xa');
  expect(talk.sent().join(' ')).not.toContain('bo@isp.example');
  await talk.mail(ask(ROSA_SSC, 'change phone +1 202 555 0188'));
  await talk.reply(talk.letter('own-challenge'), { from: ROSA_SSC, text: 'CONFIRM' });
  await talk.reply(talk.letter('check-contact', TEO_SSC), { from: TEO_SSC, text: 'CONFIRM' });
  expect(await talk.outcome()).toBe('human advanced check-confirmed');
  await talk.reply(letter, { from: colleague, text: 'CONFIRM' });
  expect(await talk.outcome()).toBe('human answered check-changed');
  expect(talk.sent()).toEqual(['check-contact to rosa.lind@nic.xa']);
  await talk.reply(letter, { from: colleague, text: 'CONFIRM' });
  expect(await talk.outcome()).toBe('human answered token-used');
  await talk.reply(talk.letter('check-contact', ROSA_SSC), { from: colleague, text: 'CONFIRM' });
  expect(await talk.outcome()).toBe('human advanced check-confirmed');
  await talk.reply(talk.letter('check-contact', ROSA_SSC), { from: colleague, text: 'CONFIRM' });
  expect(await talk.outcome()).toBe('human noted check-again');
  expect(talk.sent()).toEqual([]);
  await expect(await talk.story()).toMatchFileSnapshot('yearly-hands.transcript');
});

test('who is no longer the one that was asked confirms nothing', async () => {
  const talk = await subscribed({
    title: 'The yearly letter of those who have gone',
    teaches:
      'After the letters went out Téo leaves, and .xa gets another Admin Contact. The answers of both count ' +
      'for nothing, and neither hears who is on the list now. Changes are stopped, and the new one is told ' +
      'nothing either, until a Validator allows them again.',
    yearly: true,
  });
  await inYear(talk);
  const [teo, admin] = [talk.letter('check-contact', TEO_SSC), talk.letter('check-anchor')];
  await talk.mail(ask(TEO_SSC, 'leave'));
  await talk.reply(talk.letter('own-challenge'), { from: TEO_SSC, text: 'CONFIRM' });
  await talk.reply(teo, { from: TEO_SSC, text: 'CONFIRM' });
  expect(await talk.outcome()).toBe('human noted check-left');
  await talk.mail({
    from: VAL1,
    to: 'tld-ops-validate@lists.example',
    subject: 'x',
    text: 'FREEZE .xa something is wrong',
  });
  await talk.reply(admin, { from: ADMIN, text: 'CONFIRM' });
  expect(await talk.outcome()).toBe('human noted check-left');
  await talk.reply(admin, { from: ADMIN, text: 'REJECT' });
  expect(talk.sent()).toEqual([]);
  talk.registryChanges('xa', NEW_ADMIN);
  await talk.mail({
    from: VAL1,
    to: 'tld-ops-validate@lists.example',
    subject: 'x',
    text: 'UNFREEZE .xa',
  });
  await talk.advance('2 days');
  await talk.mail({ from: NEW_ADMIN, subject: '.xa', text: 'REMOVE rosa.lind@nic.xa' });
  await talk.advance('1 day');
  await talk.reply(admin, { from: ADMIN, text: 'CONFIRM' });
  expect(await talk.outcome()).toBe('human noted check-left');
  await talk.reply(admin, { from: ADMIN, text: 'REPLACE rosa.lind@nic.xa\n\nFirst name: Bo' });
  expect(talk.everyLetter().join(' ')).not.toContain('check-again');
  expect(await confirmed(talk)).toEqual([]);
  await expect(await talk.story()).toMatchFileSnapshot('yearly-gone.transcript');
});
