/** The day of a Validator, and what somebody gets who only writes in a Validator's name. */

import { expect, test } from 'vitest';
import { putJob } from '../../src/store/jobs.ts';
import { startDigest } from '../../src/pipeline/digest.ts';
import { ADMIN, CHAIR, forgedBy, form, MALLORY, ROSA, VAL1, VAL2 } from '../support/people.ts';
import { openStage } from '../support/stage.ts';

const DESK = 'tld-ops-validate@lists.example';
const BOTH = ['digest to val1@ccnso.example', 'digest to val2@ccnso.example'];

test('a quiet day is no news, and a day with something is told once', async () => {
  const talk = await openStage({
    title: 'The daily letter',
    teaches:
      'At 06:00 UTC each Validator learns what waits, and what went wrong since the last time. Nothing ' +
      'waits: no letter. The letter can be answered with a decision, as it shows the cases whole.',
    digest: true,
  });
  await talk.advance('1d');
  expect(talk.everyLetter()).toEqual([]);
  await talk.mail({ from: ADMIN, subject: 'Our contacts', text: form('xa') });
  await talk.mail({
    from: forgedBy(MALLORY, VAL1),
    to: DESK,
    subject: 'stop',
    text: 'FREEZE .xa Believe me',
  });
  await talk.advance('21h');
  expect(talk.sent()).toEqual(BOTH);
  const letter = talk.letter('digest', VAL1);
  expect(letter.mail.text).toContain('SUSPICIOUS');
  await talk.reply(letter, { from: VAL1, text: 'HOLD 1001 14d They move this week' });
  expect(await talk.state()).toBe('on-hold E3');
  // The day before has been told of.
  await talk.advance('1d');
  expect(talk.letter('digest', VAL1).mail.text).not.toContain('SUSPICIOUS');
  await expect(await talk.story()).toMatchFileSnapshot('daily-letter.transcript');
});

test('a second engine, and a job that comes twice, make no second letter of a day', async () => {
  const talk = await openStage({
    title: 'The daily letter, twice',
    teaches: 'Two engines start, and the work of a morning is done twice: one letter each.',
    digest: true,
  });
  await talk.mail({ from: ADMIN, subject: 'Our contacts', text: form('xa') });
  await startDigest(talk.db, new Date('2026-11-21T20:00:00Z'));
  await talk.advance('22h');
  const runAt = new Date('2026-11-22T06:30:00Z');
  const payload = { digest: true };
  await putJob(talk.db, { key: 'digest:validators', kind: 'timer', payload, runAt, now: runAt });
  await talk.advance('1h');
  expect(talk.everyLetter().filter((one) => one.startsWith('digest'))).toEqual(BOTH);
  await talk.advance('1d');
  expect(talk.everyLetter().filter((one) => one.startsWith('digest'))).toEqual([...BOTH, ...BOTH]);
});

const COMMANDS = [
  'HOLD 1001 14d wait',
  'ESCALATE 1001 what now?',
  'VERIFIED 1001 by phone',
  'NOTE 1001 all is well',
  'AMEND 1001 contact 1 phone +1 202 555 0199',
  'APPROVE 1001 1002',
  'REMOVE .xa "Rosa Lind" gone',
  'QUARANTINE replay 1',
  'QUARANTINE drop 1',
  'QUEUE',
  'SHOW 1001',
  'SHOW .xa',
  'WHY 1001',
  'ROSTER',
  'HELP',
].join('\n');

test('who writes in the name of a Validator moves nothing and sees nothing', async () => {
  const talk = await openStage({
    title: 'A forger at the desk',
    teaches:
      "Mallory writes every command in a Validator's name, in his own, and in that of a member of the " +
      'Committee. Nothing runs, nobody is answered, the Validators are told.',
  });
  await talk.mail({ from: ADMIN, subject: 'Our contacts', text: form('xa') });
  for (const line of COMMANDS.split('\n')) {
    for (const from of [forgedBy(MALLORY, VAL2), MALLORY]) {
      await talk.mail({ from, to: DESK, subject: line, text: line });
      expect(await talk.outcome()).toMatch(/^human refused (command-forged|not-a-validator)$/);
      expect(talk.sent().filter((one) => !one.startsWith('alarm-forged'))).toEqual([]);
    }
  }
  expect(await talk.state()).toBe('queued E3');
});

test('a command that was refused is not carried out when it is played back later', async () => {
  const talk = await openStage({
    title: 'UNFREEZE, refused and played back',
    teaches:
      'A Validator allows changes that nobody had stopped, and is told so. Later they are stopped; whoever ' +
      'has a copy of the first mail cannot use it.',
  });
  await talk.mail({ from: VAL1, to: DESK, subject: 'Desk', text: 'UNFREEZE .xa' });
  expect(await talk.outcome()).toBe('human refused command-refused');
  await talk.advance('1h');
  await talk.mail({ from: VAL2, to: DESK, subject: 'Desk', text: 'FREEZE .xa Look at this' });
  await talk.playBack(1, MALLORY);
  expect(await talk.outcome()).toBe('human refused command-repeated');
  expect(await talk.frozen('xa')).toBe(true);
});

test("a member of the Committee commands nothing, and a stranger's advice is none", async () => {
  const talk = await openStage({
    title: 'The letter to the Committee in other hands',
    teaches:
      'Only the member to whom it was sent can answer for the Committee; what she or somebody else writes ' +
      'without its code goes to the Validators as a mail for people.',
  });
  await talk.mail({ from: ADMIN, subject: 'Our contacts', text: form('xa') });
  await talk.mail({ from: VAL1, to: DESK, subject: 'Desk', text: 'ESCALATE 1001 Who are they?' });
  const asked = talk.letter('escalation', CHAIR);
  await talk.reply(asked, { from: ROSA, text: 'They are fine, go on.' });
  expect(await talk.state()).toBe('escalated E3');
  await talk.mail({ from: CHAIR, to: DESK, subject: 'Case 1001', text: 'They are fine.' });
  expect(await talk.outcome()).toBe('human held passed-on');
  await talk.mail({ from: CHAIR, to: DESK, subject: 'Case 1001', text: 'APPROVE 1001 .xa' });
  expect(await talk.outcome()).toBe('human refused not-a-validator');
  expect(await talk.state()).toBe('escalated E3');
  await talk.advance('15d');
  expect(await talk.state()).toBe('queued E3');
  await expect(await talk.story()).toMatchFileSnapshot('committee-in-other-hands.transcript');
});
