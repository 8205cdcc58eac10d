/** Mail does not reach an SSC: from the first report to the answer of the Admin Contact, or of nobody. */

import { expect, test } from 'vitest';
import { back, copyTo, lost, post, TO_ALL } from '../support/lost.ts';
import { ADMIN, TEO_SSC, VAL1 } from '../support/people.ts';
import { BOTH, subscribed } from '../support/subscribed.ts';

const INES = [
  'First name: Ines',
  'Last name: Faro',
  'E-mail: ines.faro@nic.xa',
  'Phone: +1 202 555 0114',
];

test('the mailbox of a contact is gone: the Admin Contact names another person', async () => {
  const talk = await lost({
    title: 'A mailbox that is gone',
    teaches:
      'Téo has left, and his mailbox with him. A copy of a post comes back. The engine asks at his ' +
      'address, and both letters come back too: now mail does not reach him. He stays on the list, ' +
      'gets no posts, and the Admin Contact is asked who it is now.',
  });
  expect(talk.sent()).toEqual(TO_ALL);
  expect(await talk.state(1002)).toBe('awaiting-successor E0');
  expect(await talk.roster()).toEqual(BOTH);
  await post(talk, 'The attack is over');
  expect(talk.copies().map(({ to }) => to)).toEqual(['rosa.lind@nic.xa']);
  await talk.reply(talk.letter('successor'), {
    from: ADMIN,
    text: ['REPLACE teo.amaral@nic.xa', '', ...INES].join('\n'),
  });
  expect(await talk.outcome()).toBe('human opened request-opened');
  expect(await talk.state(1003)).toBe('queued E4');
  expect(await talk.state(1002)).toBe('awaiting-successor E0');
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1003 .xa' });
  expect(await talk.state(1003)).toBe('applied E4');
  expect(await talk.state(1002)).toBe('settled E0');
  expect(await talk.roster()).toEqual(['.xa rosa.lind@nic.xa (primary)', '.xa ines.faro@nic.xa']);
  await talk.reply(talk.letter('successor'), { from: ADMIN, text: 'REMOVE ines.faro@nic.xa' });
  expect(await talk.state(1004)).not.toContain('E4');
  await expect(await talk.story()).toMatchFileSnapshot('unreachable-replaced.transcript');
});

test('a mailbox that is full for a week costs nobody their place or their mail', async () => {
  const talk = await subscribed({
    title: 'A mailbox that is full',
    teaches:
      'Téo is away, and his mailbox is full. Copies come back for a week, and so do two letters to him ' +
      'alone. When he is back he finds the third one, and answers with one word.',
  });
  for (let day = 0; day < 7; day += 1) {
    await post(talk, `News of day ${day + 1}`);
    await talk.mail(back(copyTo(talk, TEO_SSC), 'full'));
    const before = talk.everyLetter().length;
    await talk.advance('1 day');
    const asked = talk.everyLetter().slice(before).includes('probe to teo.amaral@nic.xa');
    if (asked && day < 5) await talk.mail(back(talk.letter('probe'), 'full'));
  }
  expect(talk.everyLetter().filter((one) => one.startsWith('probe'))).toHaveLength(4);
  await talk.reply(talk.letter('probe'), { from: TEO_SSC, text: 'OK\n\nthanks' });
  expect(await talk.outcome()).toBe('human noted probe-answered');
  expect(talk.sent()).toEqual([]);
  await talk.advance('30 days');
  expect(talk.sent()).toEqual([]);
  await expect(await talk.story()).toMatchFileSnapshot('unreachable-full.transcript');
});

test('what a rule refuses is never the fault of the person', async () => {
  const talk = await subscribed({
    title: 'A server that refuses by its rules',
    teaches:
      'The server of Téo’s mailbox refuses every post, because of the DMARC policy of their authors. ' +
      'That says nothing about Téo: nobody is asked, and nobody is told.',
  });
  for (let day = 0; day < 5; day += 1) {
    await post(talk, `News of day ${day + 1}`);
    await talk.mail(back(copyTo(talk, TEO_SSC), 'policy'));
    expect(await talk.outcome()).toBe('bounce noted bounce-policy');
    await talk.advance('1 day');
  }
  expect(talk.everyLetter().filter((one) => /probe|lost|successor/.test(one))).toEqual([]);
  await expect(await talk.story()).toMatchFileSnapshot('unreachable-policy.transcript');
});
