/** The statistics by mail: a Validator asks for them, and everybody in charge gets them once a month. */

import { expect, test } from 'vitest';
import type { Conversation } from '../support/conversation.ts';
import {
  CHAIR,
  forgedBy,
  MALLORY,
  MINISTRY,
  form,
  ROSA_SSC,
  TEO_SSC,
  VAL1,
  VAL2,
} from '../support/people.ts';
import { ask, subscribed } from '../support/subscribed.ts';

const DESK = 'tld-ops-validate@lists.example';

async function command(talk: Conversation, text: string, from = VAL1): Promise<void> {
  await talk.mail({ from, to: DESK, subject: 'Figures', text });
}

/** `Total`, then the regions: how many are on the list, of how many. */
function figures(text: string): string[] {
  const lines = text.split('ASCII CCTLDS')[1]?.split('IDN CCTLDS')[0]?.split('\n') ?? [];
  return lines.flatMap((line) => {
    const [, name, joined, total] = /^(\D+?) {2,}(\d+) .* (\d+)$/.exec(line) ?? [];
    return name === undefined ? [] : [`${name} ${joined}/${total}`];
  });
}

test('a Validator gets the statistics of today, and of any day before', async () => {
  const talk = await subscribed({
    title: 'REPORT',
    teaches:
      'A Validator asks how many have joined: today, before anybody was on the list, and on a day that has ' +
      'not come. The figures of a day are the same whenever they are asked for.',
  });
  talk.begin('Rosa and Téo are on the list, as contacts for .xa, since 21 November.');
  await command(talk, 'REPORT\nREPORT 2026-11-20\nREPORT 2027-01-01');
  expect(await talk.outcome()).toBe('human refused command-refused');
  const { text } = talk.letter('transcript', VAL1).mail;
  const [, today = '', before = '', ahead = ''] = text.split(/^ *\| REPORT/m);
  expect(figures(today)[0]).toBe('Total 1/27');
  expect(figures(today)[1]).toBe('Africa 1/5');
  expect(figures(before)[0]).toBe('Total 0/27');
  expect(ahead.replaceAll(/\s+/g, ' ')).toContain('Not done: 2027-01-01 has not come yet.');

  await talk.mail(ask(ROSA_SSC, 'leave'));
  await talk.reply(talk.letter('own-challenge', ROSA_SSC), { from: ROSA_SSC, text: 'CONFIRM' });
  await talk.mail(ask(TEO_SSC, 'leave'));
  await talk.reply(talk.letter('own-challenge', TEO_SSC), { from: TEO_SSC, text: 'CONFIRM' });
  expect(await talk.roster()).toEqual([]);
  await talk.advance('1 day');
  await command(talk, 'REPORT 2026-11-22', VAL2);
  expect(await talk.outcome()).toBe('human answered command-done');
  expect(figures(talk.letter('transcript', VAL2).mail.text)[0]).toBe('Total 1/27');
  await command(talk, 'REPORT', VAL2);
  expect(figures(talk.letter('transcript', VAL2).mail.text)[0]).toBe('Total 0/27');
  await expect(await talk.story()).toMatchFileSnapshot('report.transcript');
});

test('nobody else gets them, whoever they say they are', async () => {
  const talk = await subscribed({
    title: 'REPORT by others',
    teaches:
      'Neither a member of the Committee nor a forger gets an answer, and a quoted command runs nothing.',
  });
  for (const from of [CHAIR, ROSA_SSC, forgedBy(MALLORY, VAL1)]) {
    await command(talk, 'REPORT', from);
    expect(talk.sent().some((letter) => letter.startsWith('transcript'))).toBe(false);
  }
  await command(talk, 'Please look at this:\n\n> REPORT\n> REPORT 2026-11-20', VAL1);
  expect(talk.letter('transcript', VAL1).mail.text).not.toContain('CCTLDS');
});

test('the Committee and the Validators get the statistics once a month, also late, and never twice', async () => {
  const talk = await subscribed({
    title: 'The statistics of a month',
    teaches:
      'On the first of the month each member of the Committee and each Validator gets the figures of the ' +
      'last day of the month before. A month later no engine runs on the first: the letter comes late, ' +
      'with the figures of the same day.',
    statistics: true,
  });
  const all = [CHAIR, VAL1, VAL2].map(({ address }) => `statistics to ${address}`);
  const letters = () => talk.everyLetter().filter((letter) => letter.startsWith('statistics'));
  talk.begin('Rosa and Téo are on the list, as contacts for .xa. It is 23 November.');
  await talk.advance('8 days');
  expect(letters()).toEqual(all);
  const { text } = talk.letter('statistics', CHAIR).mail;
  expect(figures(text)[0]).toBe('Total 1/27');
  expect(text).toContain('Statistics of 2026-11-30');
  for (const secret of ['Rosa', 'Amaral', '@nic.xa', '555']) expect(text).not.toContain(secret);

  await talk.mail({ from: MINISTRY, subject: 'Contacts for .xb', text: form('xb') });
  await talk.reply(talk.letter('challenge', MINISTRY), { from: MINISTRY, text: 'CONFIRM' });
  await talk.advance('1 day');
  await talk.standStill('34 days');
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1002 .xb' });
  expect(await talk.roster()).toHaveLength(4);
  expect(letters()).toEqual([...all, ...all]);
  const late = talk.letter('statistics', CHAIR).mail.text;
  expect(late).toContain('Statistics of 2026-12-31');
  expect(figures(late)[0]).toBe('Total 1/27');
  expect(late).toMatch(/^subscribe, queued +1 +30 d$/m);
  await talk.advance('20 days');
  expect(letters()).toHaveLength(6);
  await expect(await talk.story()).toMatchFileSnapshot('statistics.transcript');
});
