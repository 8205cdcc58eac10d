/** Attacks and machines' mails against a running engine: nothing of it moves anything. */

import { describe, expect, it } from 'vitest';
import { readMailFile, recipientOf } from '../support/mails.ts';
import { sealMail, signMail, signWithoutFrom } from '../support/sign.ts';
import { openTrial, type State, type Trial } from '../support/trial.ts';
import { ATTACK } from './attack.ts';
import type { AttackMail, Sent } from './expected.ts';
import { MACHINE } from './machine.ts';

const ATTACKER = { address: '198.51.100.66', helo: 'mail.attacker.example' };
/** One address gets ten answers a day: before that everything begins anew. */
const MAILS_A_DAY = 8;

describe('an attack', () => {
  it('identifies nobody, moves nothing and runs nothing', async () => {
    const faults = await playAll(ATTACK, async (trial, mail, before) => {
      let row = await send(trial, mail, await attackBytes(mail, trial));
      if (row.reason === 'answer-limit') {
        // One of the mails before got the day's answer.
        await trial.restore();
        row = await send(trial, mail, await attackBytes(mail, trial));
      }
      const outcome = `${row.outcome} ${row.reason}`;
      return [
        ...(mail.outcomes.includes(outcome) ? [] : [`became "${outcome}"`]),
        ...harm(mail, before, await trial.state(), outcome),
      ];
    });
    expect(faults).toEqual([]);
  }, 300_000);
});

describe('a mail that nobody typed', () => {
  it('moves nothing and gets no answer', async () => {
    const faults = await playAll(MACHINE, async (trial, mail, before) => {
      const row = await send(trial, mail, readMailFile('machine', mail.file, trial.values));
      const calm = ['ignored', 'noted'].includes(row.outcome);
      const moved = JSON.stringify(await trial.state()) !== JSON.stringify(before);
      return [
        ...(calm ? [] : [`became "${row.outcome} ${row.reason}"`]),
        ...trial.answers().map((letter) => `was answered: ${letter}`),
        ...(moved ? ['moved something'] : []),
      ];
    });
    expect(faults).toEqual([]);
  }, 300_000);
});

type Play<M> = (trial: Trial, mail: M, before: State) => Promise<string[]>;

// Each mail meets the same engine: what one of them changed is taken back before the next.
async function playAll<M extends Sent>(mails: readonly M[], play: Play<M>): Promise<string[]> {
  const trial = await openTrial();
  const before = await trial.state();
  const faults: string[] = [];
  let since = 0;
  for (const mail of mails) {
    const found = await play(trial, mail, before);
    faults.push(...found.map((fault) => `${mail.file}: ${fault}`));
    since += 1;
    const isSame = JSON.stringify(await trial.state()) === JSON.stringify(before);
    if (isSame && since < MAILS_A_DAY) continue;
    await trial.restore();
    since = 0;
  }
  return faults;
}

async function send(trial: Trial, mail: Sent & Pick<AttackMail, 'client'>, raw: Buffer) {
  const { address, helo } = mail.client ?? ATTACKER;
  const envelopeFrom = mail.envelopeFrom.replace(
    /\{\{([a-z-]+)\}\}/g,
    (_, name: string) => trial.values[name] ?? '',
  );
  const client = { address, helo, name: helo };
  return trial.send({ raw, envelopeFrom, to: recipientOf(mail, trial.values), client });
}

async function attackBytes({ file, sign, seal }: AttackMail, trial: Trial): Promise<Buffer> {
  let raw: Buffer = readMailFile('attack', file, trial.values);
  if (sign?.withoutFrom === true) raw = signWithoutFrom(raw, sign);
  else if (sign !== undefined) raw = await signMail(raw, sign);
  if (sign?.append !== undefined) raw = Buffer.concat([raw, Buffer.from(sign.append)]);
  return seal === undefined ? raw : sealMail(raw, seal);
}

// What an attack may do at most: open a request of its own that waits for the Admin Contact's word.
function harm(mail: AttackMail, before: State, after: State, outcome: string): string[] {
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
