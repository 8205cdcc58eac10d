/** A ccTLD that changed hands, by a Validator's word, and whose Admin Contact is another one soon after. */

import { expect, test } from 'vitest';
import { readAddress } from '../../src/machines/words/address.ts';
import type { Conversation } from '../support/conversation.ts';
import { settled, suspected } from '../support/moved.ts';
import { TAKEN } from '../support/moved-records.ts';
import { MALLORY, NEW_ADMIN, record, VAL1 } from '../support/people.ts';

const GROUND = { title: 'Taken over twice', teaches: '', shownOnFailure: false } as const;
const PIRATES = 'The IANA registry shows an address of pirates.';

const INES = [
  'ADD',
  '',
  'Contact 1',
  'First name: Ines',
  'Last name: Faro',
  'E-mail: ines.faro@gov.example',
  'Phone: +1 202 555 0114',
].join('\n');

/** The transfer to the ministry is confirmed. */
async function transferred(): Promise<Conversation> {
  const talk = await suspected(GROUND);
  await decided(talk, 'confirmed It is a transfer.');
  return talk;
}

async function decided(talk: Conversation, words: string): Promise<void> {
  const text = `REDELEGATION 1002 ${words}`;
  await talk.reply(talk.letter('alarm-moved', VAL1), { from: VAL1, text });
}

function withAdmin(address: string) {
  return { ...TAKEN, admin: { ...TAKEN.admin, email: readAddress(address) ?? expect.fail() } };
}

test('a second takeover is told to the contacts of now, those of the ministry too', async () => {
  const talk = await transferred();
  await talk.reply(talk.letter('new-manager'), { from: NEW_ADMIN, text: INES });
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1003 .xa' });
  const had = talk.everyLetter().length;
  const pirates = record('xa', 'Pirates of the Caribbean', MALLORY.address);
  talk.registryShows({ ...pirates, nameServers: ['a.pirates.example'] }, PIRATES);
  await settled(talk);
  const since = talk.everyLetter().slice(had);
  expect(since.filter((one) => one.startsWith('moved-told')).toSorted()).toEqual([
    'moved-told to ines.faro@gov.example',
    'moved-told to registry@gov.example',
    'moved-told to rosa.lind@nic.xa',
    'moved-told to teo.amaral@nic.xa',
  ]);
  expect(await talk.frozen('xa')).toBe(true);
});

test.each([
  ['after a transfer', 'confirmed It is a transfer.'],
  ['in a transition', 'transition 90d Both teams help.'],
])(
  '%s, another address of the Admin Contact alone stops the ccTLD, and gets no code',
  async (_, word) => {
    const talk = await suspected(GROUND);
    await decided(talk, word);
    const had = talk.everyLetter().length;
    talk.registryShows(withAdmin(MALLORY.address), PIRATES);
    await settled(talk);
    expect(talk.everyLetter().slice(had).toSorted()).toEqual([
      'alarm-moved to val1@ccnso.example',
      'alarm-moved to val2@ccnso.example',
      'moved-committee to chair@committee.example',
      'moved-told to registry@gov.example',
      'moved-told to rosa.lind@nic.xa',
      'moved-told to teo.amaral@nic.xa',
    ]);
    expect(await talk.state(1002)).toBe('queued E0');
    expect(await talk.frozen('xa')).toBe(true);
    await decided(talk, 'confirmed I have telephoned with the ministry.');
    expect(talk.sent()).toContain(`new-manager to ${MALLORY.address}`);
    expect(await talk.frozen('xa')).toBe(false);
  },
);

test('what changes after a second takeover is held against the record before that one', async () => {
  const talk = await transferred();
  talk.registryShows(withAdmin(MALLORY.address), PIRATES);
  await settled(talk);
  talk.registryShows(TAKEN, 'The IANA registry shows the ministry again.');
  await settled(talk);
  expect(talk.letter('alarm-moved', VAL1).mail.text).toContain('as it was before');
  expect(await talk.state(1002)).toBe('queued E0');
});
