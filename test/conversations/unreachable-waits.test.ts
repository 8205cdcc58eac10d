/** Mail does not reach an SSC: what happens around the case while somebody's answer is waited for. */

import { expect, test } from 'vitest';
import { ADMIN, MALLORY, TEO_SSC, VAL1, VAL2 } from '../support/people.ts';
import { lost } from '../support/lost.ts';
import { ask } from '../support/subscribed.ts';

// Six weeks, each day with its work.
const SLOW = { timeout: 120_000 };

const TO_VALIDATORS = ['alarm-lost to val1@ccnso.example', 'alarm-lost to val2@ccnso.example'];
const order = (text: string) => ({
  from: VAL2,
  to: 'tld-ops-validate@lists.example',
  subject: 'Changes',
  text,
});
const withoutProbes = (letters: readonly string[]) =>
  letters.filter((one) => !one.startsWith('probe'));

test('a stop while a Validator is waited for makes the codes of before void', SLOW, async () => {
  const talk = await lost({
    title: 'Changes are stopped after the Admin Contact has not answered',
    teaches:
      'The Admin Contact does not answer for six weeks. Then a Validator stops all changes: somebody ' +
      'else may read that mail. The code in the letters of before counts no more, also when changes are ' +
      'allowed again: the Admin Contact is asked anew. While they are stopped that mailbox hears nothing.',
  });
  for (const pause of ['14 days', '14 days', '15 days'] as const) await talk.advance(pause);
  expect(await talk.state(1002)).toBe('awaiting-validator E0');
  const old = talk.letter('successor');
  await talk.mail(order('FREEZE .xa the ccTLD may be hijacked'));
  expect(await talk.state(1002)).toBe('awaiting-unfreeze E0');
  await talk.advance('1 day');
  await talk.mail(order('UNFREEZE .xa'));
  expect(withoutProbes(talk.sent())).toContain('successor to admin@nic.xa');
  const thief = { ...ADMIN, signs: false, client: MALLORY.client };
  await talk.reply(old, { from: thief, text: 'REMOVE teo.amaral@nic.xa' });
  expect(await talk.state(1003)).not.toContain('E4');
  await talk.mail(order('FREEZE .xa again'));
  const before = talk.everyLetter().length;
  await talk.mail(ask(TEO_SSC, 'show'));
  expect(await talk.state(1002)).toBe('settled E0');
  const after = talk.everyLetter().slice(before);
  expect(after).toContain('mail-arrives to teo.amaral@nic.xa');
  expect(after.filter((one) => one.endsWith('admin@nic.xa'))).toEqual([]);
  await expect(await talk.story()).toMatchFileSnapshot('unreachable-stopped.transcript');
});

test('who has answered is not reminded, and is not said to be silent', SLOW, async () => {
  const talk = await lost({
    title: 'An answer that nobody has decided yet',
    teaches:
      'The Admin Contact answers on the first day, and the Validators let the request lie. The Admin ' +
      'Contact gets no reminder, and nobody is told that there is no answer.',
  });
  await talk.reply(talk.letter('successor'), {
    from: ADMIN,
    text: [
      'REPLACE teo.amaral@nic.xa',
      '',
      'First name: Ines',
      'Last name: Faro',
      'E-mail: ines.faro@nic.xa',
      'Phone: +1 202 555 0114',
    ].join('\n'),
  });
  expect(await talk.state(1003)).toBe('queued E4');
  const { text } = talk.letter('queue', VAL1).mail;
  expect(text).not.toContain('did not use it: "teo.amaral@nic.xa"');
  const before = talk.everyLetter().length;
  for (const pause of ['14 days', '14 days', '16 days'] as const) await talk.advance(pause);
  const told = talk.everyLetter().slice(before);
  expect(told.filter((one) => one.startsWith('successor'))).toEqual([]);
  expect(told.filter((one) => TO_VALIDATORS.includes(one))).toEqual([]);
  expect(await talk.state(1002)).toBe('awaiting-successor E0');
});
