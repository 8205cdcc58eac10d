/** Mail does not reach an SSC: from the first report to the answer of the Admin Contact, or of nobody. */

import { expect, test } from 'vitest';
import type { Conversation, Play } from '../support/conversation.ts';
import { ADMIN, type Person, ROSA_SSC, TEO_SSC, VAL1 } from '../support/people.ts';
import { report, type WHY } from '../support/reports.ts';
import type { Letter } from '../support/shown.ts';
import { ask, BOTH, subscribed } from '../support/subscribed.ts';

const LIST = 'tld-ops@lists.example';
const INES = [
  'First name: Ines',
  'Last name: Faro',
  'E-mail: ines.faro@nic.xa',
  'Phone: +1 202 555 0114',
];

/** Rosa writes to the list. */
async function post(talk: Conversation, subject: string): Promise<void> {
  await talk.mail({ from: ROSA_SSC, to: LIST, subject, text: 'TLP:GREEN\n\nSomething happened.' });
}

function back({ to, mail, envelopeFrom }: Letter, why: keyof typeof WHY = 'gone') {
  return report({ to, messageId: mail.messageId, envelopeFrom }, why);
}

function copyTo(talk: Conversation, person: Person): Letter {
  const found = talk.copies().find(({ to }) => to === person.address);
  if (found === undefined) throw new Error(`${person.address} got no copy`);
  return found;
}

/** A stage on which Téo has lost his mailbox, and everybody concerned has heard of it (case 1002). */
async function lost(play: Play): Promise<Conversation> {
  const talk = await subscribed(play);
  await post(talk, 'An attack on our name servers');
  await talk.mail(back(copyTo(talk, TEO_SSC)));
  expect(await talk.outcome()).toBe('bounce noted bounce-mailbox-gone');
  expect(talk.sent()).toEqual([]);
  await talk.advance('1 day');
  expect(talk.sent()).toEqual(['probe to teo.amaral@nic.xa']);
  await talk.mail(back(talk.letter('probe')));
  expect(talk.sent()).toEqual([]);
  await talk.advance('2 days');
  expect(talk.sent()).toEqual(['probe to teo.amaral@nic.xa']);
  await talk.mail(back(talk.letter('probe')));
  return talk;
}

const TO_ALL = [
  'alarm-lost to val1@ccnso.example',
  'alarm-lost to val2@ccnso.example',
  'colleague-lost to rosa.lind@nic.xa',
  'successor to admin@nic.xa',
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
