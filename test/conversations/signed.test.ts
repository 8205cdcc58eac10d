/** Commands of a Validator whose domain proves nothing, signed with the OpenPGP key that is pinned. */

import { expect, test } from 'vitest';
import type { Conversation } from '../support/conversation.ts';
import type { Play } from '../support/play-options.ts';
import {
  clearSign,
  keyFolder,
  makeKey,
  plainPart,
  publicKeyOf,
  type Signed,
  signMime,
} from '../support/openpgp.ts';
import { forgedBy, MALLORY, type Person, VIOLET } from '../support/people.ts';
import { openStage } from '../support/stage.ts';

const TO = 'tld-ops-validate@lists.example';
const ALL_TOLD = [
  'alarm-forged to val1@ccnso.example',
  'alarm-forged to val2@ccnso.example',
  'alarm-forged to violet@board.example',
];
const key = await makeKey(VIOLET.address);

function open(play: Pick<Play, 'title' | 'teaches'>): Promise<Conversation> {
  const validatorKeys = keyFolder({ [`${VIOLET.address}.asc`]: publicKeyOf(key) });
  return openStage({ ...play, validators: [VIOLET.address], validatorKeys });
}

/** Sends it; the transcript shows a signature as the word alone. */
function send(talk: Conversation, { headers, body }: Signed, from: Person = VIOLET): Promise<void> {
  const shown = body.replaceAll(
    /(-----BEGIN PGP SIGNATURE-----\n)[^-]*(-----END)/g,
    '$1(the signature)\n$2',
  );
  return talk.mail({ from, to: TO, subject: 'TLD-OPS', text: body, shown, headers });
}

async function asText(text: string, at: string): Promise<Signed> {
  return { headers: {}, body: await clearSign(text, key, new Date(at)) };
}

function asMime(text: string, at: string): Promise<Signed> {
  return signMime(plainPart(text), key, new Date(at));
}

test('a Validator signs what she commands', async () => {
  const talk = await open({
    title: 'Commands that a Validator has signed',
    teaches:
      "Violet's domain publishes nothing, so her mails prove nothing. Her OpenPGP key is pinned: what " +
      'she signs is carried out, as PGP/MIME and as clear-signed text. What she forgets to sign is not, ' +
      'and all Validators are told.',
  });
  await send(talk, await asMime('FREEZE .xa They asked us to wait', '2026-11-21T08:58:00Z'));
  expect(await talk.outcome()).toBe('human advanced frozen');
  expect(await talk.frozen('xa')).toBe(true);
  await talk.advance('1h');
  await send(talk, await asText('UNFREEZE .xa\n\nViolet', '2026-11-21T09:58:00Z'));
  expect(await talk.outcome()).toBe('human advanced unfrozen');
  expect(await talk.frozen('xa')).toBe(false);
  await talk.advance('1h');
  await send(talk, { headers: {}, body: 'FREEZE .xa I do not sign this' });
  expect(await talk.outcome()).toBe('human refused command-forged');
  expect(await talk.frozen('xa')).toBe(false);
  expect(talk.sent()).toEqual(ALL_TOLD);
  await expect(await talk.story()).toMatchFileSnapshot('signed-by-a-pinned-key.transcript');
});

test('a forger has the signed mails, and can do nothing with them', async () => {
  const talk = await open({
    title: 'Signed commands in the hands of a forger',
    teaches:
      'Mallory has got hold of two mails that Violet has signed. He sends one of them again under a new ' +
      'date, changes a word of the other, writes his own words around it, and waits five days.',
  });
  const forger = forgedBy(MALLORY, VIOLET);
  await send(talk, await asMime('FREEZE .xa A drill', '2026-11-21T08:50:00Z'));
  const over = await asMime('UNFREEZE .xa', '2026-11-21T08:55:00Z');
  await send(talk, over);
  await talk.advance('1h');
  const again = await asText(
    'FREEZE .xa Somebody has changed its name servers',
    '2026-11-21T09:55:00Z',
  );
  await send(talk, again);
  expect(await talk.frozen('xa')).toBe(true);
  await talk.advance('1h');
  await send(talk, over, forger);
  expect(await talk.outcome()).toBe('human refused command-repeated');
  expect(talk.sent()).toEqual(['transcript to violet@board.example']);
  const words: [Signed, string][] = [
    [{ ...over, body: over.body.replace('UNFREEZE .xa', 'FREEZE .xb no') }, 'command-forged'],
    [{ ...again, body: again.body.replace('FREEZE .xa', 'FREEZE .xb') }, 'command-forged'],
    [{ ...again, body: `UNFREEZE .xa\n\n${again.body}` }, 'command-forged'],
    [
      { ...over, body: over.body.replace('This is', 'FREEZE .xb no\n\nThis is') },
      'command-repeated',
    ],
  ];
  for (const [mail, reason] of words) {
    await send(talk, mail, forger);
    expect(await talk.outcome()).toBe(`human refused ${reason}`);
    if (reason === 'command-forged') expect(talk.sent()).toEqual(ALL_TOLD);
  }
  await talk.advance('5 days');
  await send(talk, over, forger);
  expect(await talk.outcome()).toBe('human refused command-forged');
  expect([await talk.frozen('xa'), await talk.frozen('xb')]).toEqual([true, false]);
  await expect(await talk.story()).toMatchFileSnapshot('signed-and-misused.transcript');
});
