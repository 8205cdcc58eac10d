/** What hostile readers found in the desk, in own requests and in the way back: none of it works. */

import { expect, test } from 'vitest';
import {
  ADMIN,
  forgedBy,
  form,
  MALLORY,
  ROSA_SSC,
  TEO_SSC,
  VAL1,
  VAL2,
} from '../support/people.ts';
import { subscribed } from '../support/subscribed.ts';

const VALIDATE = 'tld-ops-validate@lists.example';
const REQUEST = 'tld-ops-request@lists.example';
const BOTH = ['.xa rosa.lind@nic.xa (primary)', '.xa teo.amaral@nic.xa'];

test("a forged mail does not slip people into a Validator's REMOVE", async () => {
  const talk = await subscribed({ title: 'REMOVE and a forger', teaches: 'Nothing is merged.' });
  const text = 'REMOVE .xa teo.amaral@nic.xa Bounces';
  await talk.mail({ from: VAL1, to: VALIDATE, subject: 'x', text });
  await talk.reply(talk.letter('queue', VAL1), {
    from: VAL1,
    text: 'ASK 1002 Is Téo still there?',
  });
  expect(await talk.state(1002)).toBe('asked E0');
  await talk.mail({
    from: forgedBy(MALLORY, VAL1),
    subject: '.xa',
    text: form('xa', 'attacker.example'),
  });
  expect(await talk.state(1002)).toBe('asked E0');
  expect(talk.sent().filter((line) => line.startsWith('queue'))).toEqual([]);
  const queue = talk.allTo(VAL2).join('\n');
  expect(queue).not.toContain('+ 1. Rosa Lind\n  +   rosa.lind@attacker.example');
  expect(await talk.roster()).toEqual(BOTH);
});

test('AMEND changes no address in a removal', async () => {
  const talk = await subscribed({ title: 'REMOVE and AMEND', teaches: 'No address.' });
  const text = 'REMOVE .xa teo.amaral@nic.xa Bounces';
  await talk.mail({ from: VAL1, to: VALIDATE, subject: 'x', text });
  await talk.reply(talk.letter('queue', VAL1), {
    from: VAL1,
    text: 'AMEND 1002 contact 1 address mallory@attacker.example',
  });
  expect(await talk.outcome()).toMatch(/^human refused/);
  await talk.advance('1h');
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1002 .xa' });
  expect(await talk.roster()).toEqual(['.xa rosa.lind@nic.xa (primary)']);
});

test('an objection does not move the list of a ccTLD that a Validator has frozen', async () => {
  const talk = await subscribed({ title: 'Frozen, then REJECT', teaches: 'People look at it.' });
  const copy = talk.letter('traced', ADMIN);
  await talk.mail({ from: VAL1, to: VALIDATE, subject: 'x', text: 'FREEZE .xa hijack suspected' });
  await talk.reply(copy, { from: ADMIN, text: 'REJECT' });
  expect(await talk.outcome()).toMatch(/^human held/);
  expect(await talk.roster()).toEqual(BOTH);
});

test('the code of a letter about a closed case runs nothing', async () => {
  const talk = await subscribed({ title: 'An old queue letter', teaches: 'It proves nothing.' });
  const old = talk.letter('queue', VAL2);
  const thief = forgedBy(MALLORY, VAL2);
  await talk.reply(old, { from: thief, text: 'FREEZE .xb I say so' });
  expect(await talk.outcome()).toBe('human refused command-stale');
  expect(talk.sent()).toContain('alarm-forged to val1@ccnso.example');
  expect(await talk.frozen('xb')).toBe(false);
});

test('the code of an open case does not freeze another ccTLD', async () => {
  const talk = await subscribed({ title: 'A code for .xa', teaches: 'It is not one for .xb.' });
  const text = 'REMOVE .xa teo.amaral@nic.xa Bounces';
  await talk.mail({ from: VAL1, to: VALIDATE, subject: 'x', text });
  const thief = forgedBy(MALLORY, VAL2);
  await talk.reply(talk.letter('queue', VAL2), { from: thief, text: 'FREEZE .xb I say so' });
  expect(await talk.outcome()).toBe('human refused command-stale');
  expect(await talk.frozen('xb')).toBe(false);
});

test('forged freezes do not delay the real one', async () => {
  const talk = await subscribed({ title: 'Forged freezes', teaches: 'The first code is good.' });
  const forged = forgedBy(MALLORY, { ...ROSA_SSC, signs: false });
  const ask = { to: REQUEST, subject: 'x', text: 'freeze .xa hijack' };
  await talk.mail({ from: ROSA_SSC, ...ask });
  const real = talk.letter('own-challenge', ROSA_SSC);
  for (let time = 0; time < 12; time += 1) await talk.mail({ from: forged, ...ask });
  await talk.reply(real, { from: ROSA_SSC, text: 'CONFIRM' });
  expect(await talk.frozen('xa')).toBe(true);
});

test('who has come home by another way stays, when the change of their address is undone', async () => {
  const talk = await subscribed({ title: 'There and back', teaches: 'Téo stays.' });
  await talk.mail({
    from: ADMIN,
    subject: '.xa',
    text: 'Please change the e-mail address of Téo Amaral to teo@isp.example.',
  });
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1002 .xa' });
  const copy = talk.letter('traced', ADMIN);
  const away = { ...TEO_SSC, mailbox: 'Téo Amaral <teo@isp.example>', address: 'teo@isp.example' };
  const elsewhere = { ...away, signs: false };
  await talk.mail({
    from: elsewhere,
    to: REQUEST,
    subject: 'x',
    text: 'change email teo.amaral@nic.xa',
  });
  await talk.reply(talk.letter('own-challenge', away), { from: elsewhere, text: 'CONFIRM' });
  await talk.reply(talk.letter('own-challenge', TEO_SSC), { from: TEO_SSC, text: 'CONFIRM' });
  expect(await talk.roster()).toEqual(BOTH);
  await talk.reply(copy, { from: ADMIN, text: 'REJECT' });
  expect(await talk.roster()).toEqual(BOTH);
});
