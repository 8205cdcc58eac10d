/** The registry changes, flaps, or is away while a request is open. */

import { expect, test } from 'vitest';
import { ADMIN, form, NEW_ADMIN, ROSA, VAL1, VAL2 } from '../support/people.ts';
import type { Conversation } from '../support/conversation.ts';
import { listed, WORDS } from '../support/moved.ts';
import { OLD, TAKEN } from '../support/moved-records.ts';
import { openStage } from '../support/stage.ts';
import { BOTH } from '../support/subscribed.ts';

/** .xa with another manager and other name servers, and with the same Admin Contact. */
const QUIETLY = { ...TAKEN, admin: OLD.admin };

const MALLORY = [
  'REPLACE ALL',
  '',
  'Contact 1 (primary)',
  'First name: Mal',
  'Last name: Lory',
  'E-mail: mal.lory@attacker.example',
  'Phone: +1 202 555 0114',
].join('\n');

async function queue(talk: Conversation): Promise<void> {
  await talk.mail({ from: ADMIN, subject: 'Our contacts', text: form('xa') });
  expect(await talk.state()).toBe('queued E3');
}

test('another Admin Contact must confirm anew', async () => {
  const talk = await openStage({
    title: 'The Admin Contact changes while a request is open',
    teaches:
      'A proven request waits for a Validator when IANA lists another Admin Contact. After six hours ' +
      'the change counts: what the old one proved is void, both are told, the new one is asked, ' +
      'and an approval of the old letter does nothing.',
  });
  await queue(talk);
  const old = talk.letter('queue', VAL1);
  talk.registryChanges('xa', NEW_ADMIN);
  await talk.advance('2d');
  expect(await talk.state()).toBe('challenged E0');
  const told = talk.everyLetter();
  expect(told).toContain('anchor-changed to admin@nic.xa');
  expect(told).toContain('anchor-changed to registry@gov.example');
  expect(told).toContain('challenge to registry@gov.example');
  await talk.reply(old, { from: VAL1, text: 'APPROVE 1001 .xa' });
  expect(await talk.state()).toBe('challenged E0');
  expect(await talk.roster()).toEqual([]);
  await talk.reply(talk.letter('challenge'), { from: NEW_ADMIN, text: 'CONFIRM' });
  expect(await talk.state()).toBe('queued E4');
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1001 .xa' });
  expect(await talk.state()).toBe('applied E4');
  await expect(await talk.story()).toMatchFileSnapshot('anchor-changed-while-open.transcript');
});

test('a change that flaps back is no event', async () => {
  const talk = await openStage({
    title: 'The registry flaps',
    teaches:
      'IANA shows another Admin Contact for three hours, and then the old one again. Nobody is told, ' +
      'nothing is void; a change that was approved meanwhile waits until this is clear.',
  });
  await queue(talk);
  talk.registryChanges('xa', NEW_ADMIN);
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1001 .xa' });
  expect(await talk.state()).toBe('applying E3');
  await talk.advance('3h');
  expect(await talk.state()).toBe('applying E3');
  talk.registryChanges('xa', ADMIN);
  await talk.advance('1h');
  expect(await talk.state()).toBe('applied E3');
  expect(talk.everyLetter().filter((one) => one.startsWith('anchor-changed'))).toEqual([]);
  await expect(await talk.story()).toMatchFileSnapshot('registry-flaps.transcript');
});

test('an approval finds another Admin Contact in the registry and goes back', async () => {
  const talk = await openStage({
    title: 'The Admin Contact changed before the list did',
    teaches:
      'The registry has another Admin Contact at the moment of the approval. The list change asks ' +
      'the registry, waits until the change counts, and then goes back: the new one is asked, and ' +
      'both Validators see the new letter.',
  });
  await queue(talk);
  talk.registryChanges('xa', NEW_ADMIN);
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1001 .xa' });
  expect(await talk.state()).toBe('applying E3');
  expect(await talk.roster()).toEqual([]);
  await talk.advance('7h');
  expect(await talk.state()).toBe('challenged E0');
  expect(await talk.roster()).toEqual([]);
  await talk.reply(talk.letter('challenge'), { from: NEW_ADMIN, text: 'CONFIRM' });
  await talk.reply(talk.letter('queue', VAL2), { from: VAL2, text: 'APPROVE 1001 .xa' });
  expect(await talk.state()).toBe('applied E4');
  await expect(await talk.story()).toMatchFileSnapshot('anchor-changed-at-apply.transcript');
});

test('what looks like a takeover stops an approved change before it counts', async () => {
  const talk = await listed({
    title: 'A takeover that leaves the Admin Contact address as it is',
    teaches:
      'The registry shows another manager and other name servers, and the same address, which is under ' +
      'the ccTLD. That has to stand for six hours. What comes from the address meanwhile is proven, and ' +
      'even approved; the list waits, and when the change counts everything is stopped.',
  });
  talk.registryShows(QUIETLY, WORDS.takenQuietly);
  await talk.mail({
    from: ADMIN,
    subject: 'Contacts for .xa',
    text: MALLORY,
  });
  expect(await talk.state(1002)).toBe('queued E3');
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1002 .xa' });
  expect(await talk.state(1002)).toBe('applying E3');
  expect(talk.sent()).toContain('alarm-registry to val1@ccnso.example');
  await talk.advance('7 hours');
  expect(await talk.frozen('xa')).toBe(true);
  expect(await talk.state(1002)).toBe('applying E3');
  expect(await talk.roster()).toEqual(BOTH);
  await expect(await talk.story()).toMatchFileSnapshot('registry-takeover.transcript');
});

test('the Validators are warned of it in the letter about a request', async () => {
  const talk = await listed({ title: 'x', teaches: 'x', shownOnFailure: false });
  talk.registryShows(QUIETLY, WORDS.takenQuietly);
  await talk.lookAtRegistry('xa');
  await talk.mail({ from: ADMIN, subject: 'Contacts for .xa', text: MALLORY });
  const { text } = talk.letter('queue', VAL1).mail;
  expect(text.replace(/\s+/g, ' ')).toContain(
    'the IANA registry has shown another manager or other name servers',
  );
});

test('while the registry is away nothing is refused and nothing is approved', async () => {
  const talk = await openStage({
    title: 'The registry cannot be reached',
    teaches:
      'The whois server is down. An approved change waits, and a new request too: neither is refused ' +
      'nor made. Both go on when the server is back.',
  });
  await queue(talk);
  await talk.advance('8d');
  await talk.registryDown();
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1001 .xa' });
  expect(await talk.state()).toBe('applying E3');
  await talk.mail({
    from: ROSA,
    cc: 'domains@ministry.example',
    subject: 'TLD-OPS',
    text: form('xb'),
  });
  expect(await talk.outcome()).toMatch(/pending registry-unreachable$/);
  await talk.advance('30m');
  expect(await talk.roster()).toEqual([]);
  await talk.registryUp();
  await talk.advance('20m');
  expect(await talk.state(1001)).toBe('applied E3');
  expect(await talk.state(1002)).toBe('challenged E1');
  await expect(await talk.story()).toMatchFileSnapshot('registry-unreachable.transcript');
});
