/** Attacks and machines' mails against a running engine: nothing of it moves anything. */

import { describe, expect, it } from 'vitest';
import { readMailFile, recipientOf } from '../support/mails.ts';
import { sealMail, signMail, signWithoutFrom } from '../support/sign.ts';
import { openTrial, type State, type Trial } from '../support/trial.ts';
import { ATTACK } from './attack.ts';
import type { AttackMail, Sent } from './expected.ts';
import { MACHINE } from './machine.ts';

const ATTACKER = { address: '198.51.100.66', helo: 'mail.attacker.example' };
/** So many mails share one engine. */
const CHUNK = 12;

describe('an attack identifies nobody, moves nothing and runs nothing', () => {
  it.each(chunks(ATTACK))('from %s', async (_, mails) => {
    const faults: string[] = [];
    let trial = await openTrial();
    for (const mail of mails) {
      const before = await trial.state();
      const row = await send(trial, mail, await attackBytes(mail, trial));
      const after = await trial.state();
      const outcome = `${row.outcome} ${row.reason}`;
      const found = [
        ...(mail.outcomes.includes(outcome) ? [] : [`became "${outcome}"`]),
        ...harm(mail, before, after, outcome),
      ];
      faults.push(...found.map((fault) => `${mail.file}: ${fault}`));
      // A request of its own took the place of the stranger's: the next mail gets a fresh engine.
      if (JSON.stringify(before) !== JSON.stringify(after)) trial = await openTrial();
    }
    expect(faults).toEqual([]);
  }, 60_000);
});

describe('a mail that nobody typed moves nothing and gets no answer', () => {
  it.each(chunks(MACHINE))('from %s', async (_, mails) => {
    const faults: string[] = [];
    const trial = await openTrial();
    const before = await trial.state();
    for (const mail of mails) {
      const row = await send(trial, mail, readMailFile('machine', mail.file, trial.values));
      const found = [
        ...(['ignored', 'noted'].includes(row.outcome) ? [] : [`became ${row.outcome} ${row.reason}`]),
        ...trial.answers().map((letter) => `was answered: ${letter}`),
      ];
      faults.push(...found.map((fault) => `${mail.file}: ${fault}`));
    }
    expect(faults).toEqual([]);
    expect(await trial.state()).toEqual(before);
  }, 60_000);
});

function chunks<M extends Sent>(mails: readonly M[]): (readonly [string, readonly M[]])[] {
  return Array.from({ length: Math.ceil(mails.length / CHUNK) }, (_, at) => {
    const part = mails.slice(at * CHUNK, (at + 1) * CHUNK);
    return [`${part[0]?.file} to ${part.at(-1)?.file}`, part] as const;
  });
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
