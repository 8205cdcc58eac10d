/** A Validator's word about a ccTLD that may have a new manager, while the registry goes on. */

import { expect, test } from 'vitest';
import { noteChange } from '../../src/pipeline/registry-change.ts';
import { recordAnswer } from '../../src/store/record-answer.ts';
import type { Conversation } from '../support/conversation.ts';
import { suspected, WORDS } from '../support/moved.ts';
import { OLD, TAKEN } from '../support/moved-records.ts';
import { VAL1 } from '../support/people.ts';

const GROUND = { title: 'Not this word', teaches: '', shownOnFailure: false } as const;

/** What the Validator is told. */
async function said(talk: Conversation, words: string): Promise<string> {
  await talk.reply(talk.letter('alarm-moved', VAL1), { from: VAL1, text: words });
  return talk.letter('transcript', VAL1).mail.text.replaceAll(/\s+/g, ' ');
}

/** A newer change counts; its job waits behind a queue of late mails. */
async function movesOn({ db }: Conversation): Promise<void> {
  const record = { ...TAKEN, organisation: 'Pirates', nameServers: ['a.pirates.example'] };
  const at = new Date('2028-01-01T00:00:00Z');
  await db.transaction().execute(async (trx) => {
    const answer = { kind: 'record', record } as const;
    const given = { cctld: record.cctld, source: 'whois://far:43', text: 'x', answer, at };
    await noteChange(trx, await recordAnswer(trx, { ...given, settleMs: 0 }), at);
  });
  expect(await db.selectFrom('registry_changes').select('id').execute()).toHaveLength(2);
}

test.each([
  ['REDELEGATION 1002 confirmed I saw it on the page.'],
  ['REDELEGATION 1002 rename It is only a new name.'],
  ['REJECT 1002 It is nothing.'],
])('does not count while the registry shows the old record again: %s', async (words) => {
  const talk = await suspected(GROUND);
  talk.registryShows(OLD, WORDS.old);
  expect(await said(talk, words)).toContain('at this moment the registry shows other data');
  expect(await talk.outcome()).toBe('human refused command-refused');
  expect(talk.everyLetter()).not.toContain('new-manager to registry@gov.example');
  expect(await talk.state(1002)).toBe('queued E0');
  expect(await talk.frozen('xa')).toBe(true);
  talk.registryShows(TAKEN, WORDS.taken);
  await said(talk, words);
  expect(await talk.outcome()).toMatch(/^human advanced/);
});

test('does not count for a change that no letter has shown yet', async () => {
  const talk = await suspected(GROUND);
  await movesOn(talk);
  talk.registryShows(
    { ...TAKEN, organisation: 'Pirates', nameServers: ['a.pirates.example'] },
    'The IANA registry shows .xa with pirates.',
  );
  const words = 'REDELEGATION 1002 rename It is only a new name.';
  expect(await said(talk, words)).toContain('A new letter about it is on its way');
  expect(await talk.frozen('xa')).toBe(true);
  expect(await talk.state(1002)).toBe('queued E0');
});

test('waits for a registry that cannot be asked, and its code stays valid', async () => {
  const talk = await suspected(GROUND);
  await talk.registryDown();
  const words = 'REDELEGATION 1002 confirmed It is a transfer.';
  expect(await said(talk, words)).toContain('the registry cannot be asked now');
  expect(await talk.state(1002)).toBe('queued E0');
  await talk.registryUp();
  await said(talk, words);
  expect(await talk.state(1002)).toBe('on-notice E0');
});
