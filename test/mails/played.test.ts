/** Attacks against a running engine: none of them moves anything. */

import { expect, it } from 'vitest';
import { readMailFile } from '../support/mails.ts';
import { type Played, playAll } from '../support/play.ts';
import { sealMail, signMail, signWithoutFrom } from '../support/sign.ts';
import type { Trial } from '../support/trial.ts';
import { ATTACK } from './attack.ts';
import type { AttackMail } from './expected.ts';

it('an attack identifies nobody, moves nothing and runs nothing', async () => {
  const faults = await playAll(ATTACK, attackBytes, (mail, played) => {
    const outcome = `${played.outcome} ${played.reason}`;
    const expected = mail.outcomes.includes(outcome);
    return [...(expected ? [] : [`became "${outcome}"`]), ...harm(mail, played, outcome)];
  });
  expect(faults).toEqual([]);
}, 300_000);

async function attackBytes({ file, sign, seal }: AttackMail, trial: Trial): Promise<Buffer> {
  let raw: Buffer = readMailFile('attack', file, trial.values);
  if (sign?.withoutFrom === true) raw = signWithoutFrom(raw, sign);
  else if (sign !== undefined) raw = await signMail(raw, sign);
  if (sign?.append !== undefined) raw = Buffer.concat([raw, Buffer.from(sign.append)]);
  return seal === undefined ? raw : sealMail(raw, seal);
}

// What an attack may do at most: open a request of its own that waits for the Admin Contact's word.
function harm(mail: AttackMail, { before, after }: Played, outcome: string): string[] {
  const fresh = after.cases.filter((line) => !before.cases.includes(line));
  const own = outcome === 'opened request-opened';
  const atMost = mail.atMost ?? 'E0';
  const moved = fresh.filter((line) => {
    const [, version, state = '', evidence = ''] = line.split(' ');
    if (own && version === 'v1') return evidence > atMost || state === 'queued';
    return !(own && state === 'superseded' && atMost !== 'E0');
  });
  return [
    ...moved.map((line) => `case ${line}`),
    ...(after.usedTokens === before.usedTokens ? [] : ['a token was used']),
    ...(after.roster === before.roster ? [] : ['the list changed']),
    ...(String(after.frozen) === String(before.frozen) ? [] : ['a ccTLD was frozen']),
  ];
}
