/** Answers to the yearly letter that say CONFIRM and something else: no wish is lost. */

import { expect, it, test } from 'vitest';
import { ADMIN, ROSA_SSC, VAL1 } from '../support/people.ts';
import { subscribed } from '../support/subscribed.ts';
import { confirmed, inYear } from '../support/yearly.ts';

const PLAY = { title: 'x', teaches: 'x', yearly: true, shownOnFailure: false } as const;
const PASSED_ON = ['passed-on to val1@ccnso.example', 'passed-on to val2@ccnso.example'];

async function answered(from: typeof ADMIN, text: string) {
  const talk = await subscribed(PLAY);
  await inYear(talk);
  const letter = from === ADMIN ? talk.letter('check-anchor') : talk.letter('check-contact', from);
  await talk.reply(letter, { from, text });
  return { talk, outcome: await talk.outcome(), confirmed: await confirmed(talk) };
}

it.each([
  ['a change', 'REMOVE teo.amaral@nic.xa', 'queued E4'],
  [
    'a form',
    'REPLACE teo.amaral@nic.xa\n\nFirst name: Ines\nLast name: Faro\nE-mail: ines.faro@nic.xa\nPhone: +1 202 555 0114',
    'queued E4',
  ],
  ['words', 'But Teo Amaral left us in May, please take him off the list.', 'needs-details E4'],
])(
  'what an Admin Contact asks for below CONFIRM, in %s, becomes a request',
  async (_, wish, state) => {
    const { talk, outcome, confirmed: said } = await answered(ADMIN, `CONFIRM\n\n${wish}`);
    expect(outcome).toBe('human opened request-opened');
    expect(said).toEqual([]);
    expect(await talk.state(1002)).toBe(state);
  },
);

it.each(['change phone +1 202 555 0199', 'My new phone: +1 202 555 0199'])(
  'what a contact asks for below CONFIRM is read by people: %s',
  async (wish) => {
    const { talk, outcome, confirmed: said } = await answered(ROSA_SSC, `CONFIRM\n\n${wish}`);
    expect(outcome).toBe('human held consent-unclear');
    expect(said).toEqual([]);
    expect(talk.sent()).toEqual(['check-again to rosa.lind@nic.xa', ...PASSED_ON]);
    expect(talk.letter('check-again').mail.text).toContain('write CONFIRM and nothing else');
    expect(talk.letter('passed-on', VAL1).mail.text).toContain(wish);
  },
);

it.each(['Change nothing.\n\nCONFIRM', 'Leave it.\n\nCONFIRM', 'Leave it.\nCONFIRM\n\nRosa'])(
  'words that begin like a command hide no answer: %j',
  async (text) => {
    const { talk, outcome, confirmed: said } = await answered(ROSA_SSC, text);
    expect(outcome).toBe('human advanced check-confirmed');
    expect(said).toEqual(['rosa.lind@nic.xa']);
    expect(talk.sent()).toEqual([]);
  },
);

test('whoever then writes CONFIRM and nothing else is heard', async () => {
  const { talk } = await answered(ROSA_SSC, 'CONFIRM\n\nI wonder about my phone.');
  expect(await confirmed(talk)).toEqual([]);
  await talk.reply(talk.letter('check-contact', ROSA_SSC), { from: ROSA_SSC, text: 'CONFIRM' });
  expect(await confirmed(talk)).toEqual(['rosa.lind@nic.xa']);
});
