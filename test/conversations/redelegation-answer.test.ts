/** What the new Admin Contact of a ccTLD answers, and how long there is time for it. */

import { expect, test } from 'vitest';
import { settled, suspected, WORDS } from '../support/moved.ts';
import { TAKEN } from '../support/moved-records.ts';
import { form, NEW_ADMIN, ROSA, VAL1 } from '../support/people.ts';
import { openStage } from '../support/stage.ts';

const GROUND = { title: 'The new manager answers', teaches: '', shownOnFailure: false } as const;
const TRANSFER = 'confirmed It is a transfer.';

test('a form for another ccTLD is no request for the one of the letter', async () => {
  const talk = await suspected(GROUND);
  const text = `REDELEGATION 1002 ${TRANSFER}`;
  await talk.reply(talk.letter('alarm-moved', VAL1), { from: VAL1, text });
  await talk.reply(talk.letter('new-manager'), {
    from: NEW_ADMIN,
    text: form('xb', 'gov.example'),
  });
  const cases = await talk.db.selectFrom('cases').select(['id', 'cctld']).execute();
  expect(cases.filter(({ id, cctld }) => id > 1002 && cctld === 'xa')).toEqual([]);
  expect(await talk.state(1002)).toBe('on-notice E0');
});

test('where nobody is on the list, the code counts as long as the letter says, and is sent again', async () => {
  const talk = await openStage(GROUND);
  await talk.lookAtRegistry('xa');
  talk.registryShows(TAKEN, WORDS.taken);
  await settled(talk);
  const text = `REDELEGATION 1001 ${TRANSFER}`;
  await talk.reply(talk.letter('alarm-moved', VAL1), { from: VAL1, text });
  const letter = talk.letter('new-manager');
  await talk.advance('31 days');
  expect(talk.sent()).toContain('new-manager to registry@gov.example');
  expect(talk.letter('alarm-moved', VAL1).mail.text).toContain('None of the');
  await talk.advance('9 days');
  // Whoever reads that mailbox may answer from another.
  await talk.reply(letter, { from: ROSA, text: form('xa', 'gov.example') });
  expect(await talk.state(1002)).toContain('E4');
  await talk.advance('30 days');
  const asked = talk.everyLetter().filter((one) => one.startsWith('new-manager'));
  expect(asked).toHaveLength(2);
});

test('who never answers is asked three times, and the Validators every month', async () => {
  const talk = await openStage(GROUND);
  await talk.lookAtRegistry('xa');
  talk.registryShows(TAKEN, WORDS.taken);
  await settled(talk);
  const text = `REDELEGATION 1001 ${TRANSFER}`;
  await talk.reply(talk.letter('alarm-moved', VAL1), { from: VAL1, text });
  for (let month = 0; month < 4; month += 1) await talk.advance('31 days');
  const asked = talk.everyLetter().filter((one) => one.startsWith('new-manager'));
  expect(asked).toHaveLength(3);
  expect(await talk.state(1001)).toBe('on-notice E0');
});
