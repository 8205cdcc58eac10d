/** Mail does not reach an SSC, and then: it does again, nobody answers, changes are stopped, Validators look. */

import { expect, test } from 'vitest';
import { ADMIN, NEW_ADMIN, TEO_SSC, VAL1, VAL2 } from '../support/people.ts';
import { back, copyTo, lost, post, TO_ALL } from '../support/lost.ts';
import { ask, BOTH, subscribedTwice } from '../support/subscribed.ts';

const FOUND = [
  'alarm-found to val1@ccnso.example',
  'alarm-found to val2@ccnso.example',
  'lost-over to admin@nic.xa',
  'lost-over to rosa.lind@nic.xa',
  'mail-arrives to teo.amaral@nic.xa',
];

test('who answers the letter gets mail again', async () => {
  const talk = await lost({
    title: 'The letter is answered after all',
    teaches:
      'Téo’s provider has mended its servers. Two weeks later the engine asks once more, and he answers ' +
      'from another mailbox of his: the code was only in that letter. Words other than OK go to the ' +
      'Validators, and show nothing. Everybody who was told hears that it is over, once.',
  });
  expect(talk.sent()).toEqual(TO_ALL);
  await talk.advance('14 days');
  expect(talk.sent()).toEqual(['probe to teo.amaral@nic.xa', 'successor to admin@nic.xa']);
  const elsewhere = { ...TEO_SSC, mailbox: 'Téo <teo@isp.example>', address: 'teo@isp.example' };
  await talk.reply(talk.letter('probe'), { from: elsewhere, text: '> OK\n' });
  expect(await talk.outcome()).toBe('human noted probe-answered');
  expect(await talk.state(1002)).toBe('awaiting-successor E0');
  await talk.reply(talk.letter('probe'), { from: elsewhere, text: 'This mailbox is not read.' });
  expect(talk.sent()).toEqual([
    'passed-on to val1@ccnso.example',
    'passed-on to val2@ccnso.example',
  ]);
  expect(await talk.state(1002)).toBe('awaiting-successor E0');
  await talk.reply(talk.letter('probe'), { from: elsewhere, text: 'OK\n\nThanks' });
  expect(talk.sent()).toEqual(FOUND);
  expect(await talk.state(1002)).toBe('settled E0');
  await post(talk, 'Good news');
  expect(talk.copies().map(({ to }) => to)).toContain('teo.amaral@nic.xa');
  await talk.reply(talk.letter('probe'), { from: elsewhere, text: 'OK' });
  expect(talk.sent()).toEqual([]);
  await expect(await talk.story()).toMatchFileSnapshot('unreachable-answered.transcript');
});

test('who writes to the list from that address gets mail again, and what the mail asks is done', async () => {
  const talk = await lost({
    title: 'Back by writing to the list',
    teaches:
      'Téo does not know that mail did not reach him. He writes a post; his server proves that it is ' +
      'his address. The post goes out, to him too, and the question is settled. An absence notice ' +
      'before that shows nothing.',
  });
  await talk.mail({
    from: TEO_SSC,
    to: talk.letter('probe').envelopeFrom,
    subject: 'Out of office',
    text: 'I am away until Monday.',
    headers: { 'Auto-Submitted': 'auto-replied' },
  });
  expect(talk.sent()).toEqual([]);
  expect(await talk.state(1002)).toBe('awaiting-successor E0');
  await post(talk, 'Here I am', TEO_SSC);
  expect(await talk.outcome()).toBe('human distributed post-distributed');
  expect(talk.sent()).toEqual(FOUND);
  expect(talk.copies().map(({ to }) => to)).toEqual(['rosa.lind@nic.xa', 'teo.amaral@nic.xa']);
  expect(await talk.state(1002)).toBe('settled E0');
  await talk.advance('60 days');
  expect(talk.sent()).toEqual([]);
  await expect(await talk.story()).toMatchFileSnapshot('unreachable-back.transcript');
});

test('when nobody answers, the Validators must see to it, and at the end the case is over', async () => {
  const talk = await lost({
    title: 'Nobody answers about the contact',
    teaches:
      'The Admin Contact is reminded twice and does not answer. Then it is for the Validators; they get ' +
      'clear words about what works on such a case. Nobody does anything, and after three months it ends. ' +
      'Téo is still on the list, and is asked once a quarter.',
  });
  await talk.advance('14 days');
  await talk.advance('14 days');
  expect(talk.everyLetter().filter((one) => one === 'successor to admin@nic.xa')).toHaveLength(3);
  await talk.mail({
    from: VAL1,
    to: 'tld-ops-validate@lists.example',
    subject: 'Commands',
    text: ['SHOW 1002', 'WHY 1002', 'QUEUE', 'HOLD 1002 14d later'].join('\n'),
  });
  await talk.mail({
    from: VAL1,
    to: 'tld-ops-validate@lists.example',
    subject: 'A note',
    text: 'NOTE 1002 I called, nobody answered the phone',
  });
  expect(talk.sent()).toEqual([
    'alarm-lost to val1@ccnso.example',
    'alarm-lost to val2@ccnso.example',
    'transcript to val1@ccnso.example',
  ]);
  await talk.advance('14 days');
  expect(talk.sent().filter((one) => !one.startsWith('probe'))).toEqual(TO_VALIDATORS);
  expect(await talk.state(1002)).toBe('awaiting-validator E0');
  await talk.advance('90 days');
  expect(talk.sent().filter((one) => !one.startsWith('probe'))).toEqual(TO_VALIDATORS);
  expect(await talk.state(1002)).toBe('expired E0');
  expect(await talk.roster()).toEqual(BOTH);
  await talk.advance('60 days');
  expect(talk.sent()).toEqual(['probe to teo.amaral@nic.xa']);
  await expect(await talk.story()).toMatchFileSnapshot('unreachable-nobody.transcript');
});

const TO_VALIDATORS = ['alarm-lost to val1@ccnso.example', 'alarm-lost to val2@ccnso.example'];

test('a Validator closes the case with words that the others get', async () => {
  const talk = await lost({
    title: 'A Validator knows more',
    teaches:
      'Vera has talked to Téo: his mailbox will work again next week. She closes the case. The Admin ' +
      'Contact need not answer any more, and the code of the letter counts no more.',
  });
  await talk.reply(talk.letter('alarm-lost', VAL1), {
    from: VAL1,
    text: 'REJECT 1002 I have talked to Téo: his mailbox moves, and works again next week.',
  });
  expect(await talk.state(1002)).toBe('rejected E0');
  expect(talk.sent()).toEqual([
    'lost-over to admin@nic.xa',
    'lost-over to rosa.lind@nic.xa',
    'transcript to val1@ccnso.example',
  ]);
  await talk.reply(talk.letter('alarm-lost', VAL2), { from: VAL2, text: 'REJECT 1002 me too' });
  expect(talk.letter('transcript', VAL2).mail.text).toContain('already rejected by');
  await talk.reply(talk.letter('successor'), {
    from: { ...ADMIN, signs: false, client: { ...ADMIN.client, address: '198.51.100.66' } },
    text: 'REMOVE teo.amaral@nic.xa',
  });
  expect(await talk.state(1003)).toBe('challenged E2');
  await expect(await talk.story()).toMatchFileSnapshot('unreachable-closed.transcript');
});

test('while changes are stopped nobody but the Validators is told', async () => {
  const talk = await lost(
    {
      title: 'A contact out of reach while changes are stopped',
      teaches:
        'Rosa has stopped all changes: somebody else may read the Admin Contact’s mail. Then Téo’s mailbox ' +
        'is gone. Only the Validators hear of it. When changes are allowed again, the Admin Contact is ' +
        'asked; when they are stopped once more, the code in that letter counts no more.',
    },
    async (stage) => {
      await stage.mail({
        from: VAL1,
        to: 'tld-ops-validate@lists.example',
        subject: 'Stop',
        text: 'FREEZE .xa the ccTLD may be hijacked',
      });
    },
  );
  expect(talk.sent()).toEqual(TO_VALIDATORS);
  expect(await talk.state(1002)).toBe('awaiting-unfreeze E0');
  await talk.advance('60 days');
  expect(talk.sent().filter((one) => !one.startsWith('probe'))).toEqual([]);
  const command = { from: VAL2, to: 'tld-ops-validate@lists.example', subject: 'Changes' };
  await talk.mail({ ...command, text: 'UNFREEZE .xa' });
  expect(talk.sent()).toEqual([
    'colleague-lost to rosa.lind@nic.xa',
    'successor to admin@nic.xa',
    'transcript to val2@ccnso.example',
  ]);
  await talk.mail({ ...command, text: 'FREEZE .xa again' });
  expect(await talk.state(1002)).toBe('awaiting-unfreeze E0');
  await talk.advance('30 days');
  expect(talk.sent().filter((one) => !one.startsWith('probe'))).toEqual([]);
  await talk.reply(talk.letter('successor'), { from: ADMIN, text: 'REMOVE teo.amaral@nic.xa' });
  expect(await talk.roster()).toEqual(BOTH);
  await expect(await talk.story()).toMatchFileSnapshot('unreachable-frozen.transcript');
});

test('another Admin Contact is asked when the registry has changed', async () => {
  const talk = await lost({
    title: 'Another Admin Contact, while it is asked who the contact is',
    teaches:
      'The registry lists another Admin Contact. The code that the old one got counts no more, and the ' +
      'new one is asked.',
  });
  const old = talk.letter('successor');
  talk.registryChanges('xa', NEW_ADMIN);
  await talk.advance('2 days');
  expect(talk.sent()).toEqual([
    'address-changed to admin@nic.xa',
    'alarm-moved to val1@ccnso.example',
    'alarm-moved to val2@ccnso.example',
    'successor to registry@gov.example',
  ]);

  await talk.reply(old, { from: ADMIN, text: 'REMOVE teo.amaral@nic.xa' });
  expect(await talk.state(1004)).toBe('no such case');
  await talk.reply(talk.letter('successor'), {
    from: NEW_ADMIN,
    text: 'The new e-mail address of teo.amaral@nic.xa is teo@isp.example',
  });
  expect(await talk.state(1004)).toBe('queued E4');
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1004 .xa' });
  expect(await talk.roster()).toEqual(['.xa rosa.lind@nic.xa (primary)', '.xa teo@isp.example']);
  expect(await talk.state(1002)).toBe('settled E0');
  await expect(await talk.story()).toMatchFileSnapshot('unreachable-new-anchor.transcript');
});

test('a contact of two ccTLDs is asked about at both, and found again at both', async () => {
  const talk = await lost(
    {
      title: 'A contact of two ccTLDs out of reach',
      teaches:
        'Téo is a contact for .xa and .xb. Both Admin Contacts are asked, each for its own ccTLD. He has ' +
        'moved: he asks for a new address, and answers the letter to the old one too.',
    },
    undefined,
    subscribedTwice,
  );
  expect(talk.sent()).toEqual([
    ...TO_VALIDATORS.flatMap((one) => [one, one]),
    'colleague-lost to rosa.lind@nic.xa',
    'colleague-lost to rosa.lind@nic.xa',
    'successor to admin@nic.xa',
    'successor to domains@ministry.example',
  ]);
  await talk.mail(ask(TEO_SSC, 'show'));
  expect(talk.sent()).toEqual([
    'alarm-found to val1@ccnso.example',
    'alarm-found to val2@ccnso.example',
    'lost-over to admin@nic.xa',
    'lost-over to domains@ministry.example',
    'lost-over to rosa.lind@nic.xa',
    'lost-over to rosa.lind@nic.xa',
    'mail-arrives to teo.amaral@nic.xa',
    'own-answer to teo.amaral@nic.xa',
  ]);
  expect(await talk.state(1003)).toBe('settled E0');
  expect(await talk.state(1004)).toBe('settled E0');
  await expect(await talk.story()).toMatchFileSnapshot('unreachable-two.transcript');
});

test('a report about what was sent before the sign of life counts no more', async () => {
  const talk = await lost({
    title: 'Reports after the end',
    teaches:
      'Mail reaches Téo again. A copy of before comes back once more, days late: that says nothing. What ' +
      'is sent from now on counts, and leads to a letter to him first.',
  });
  const old = talk.letter('probe');
  await talk.advance('1 hour');
  await talk.mail(ask(TEO_SSC, 'show'));
  await talk.advance('1 hour');
  await talk.mail(back(old));
  expect(await talk.outcome()).toBe('bounce noted bounce-mailbox-gone');
  await talk.advance('1 day');
  expect(talk.sent()).toEqual([]);
  await post(talk, 'News');
  await talk.mail(back(copyTo(talk, TEO_SSC)));
  await talk.advance('1 day');
  expect(talk.sent()).toEqual(['probe to teo.amaral@nic.xa']);
  await talk.advance('60 days');
  expect(talk.sent()).toEqual([]);
  expect(await talk.state(1003)).toBe('no such case');
});
