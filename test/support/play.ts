/** Plays mails of test/mails against a running engine, each at the same moment of its life. */

import type { InboxRow } from '../../src/store/inbox.ts';
import type { AttackMail, Sent } from '../mails/expected.ts';
import { recipientOf } from './mails.ts';
import { openTrial, type State, type Trial } from './trial.ts';

const ATTACKER = { address: '198.51.100.66', helo: 'mail.attacker.example' };
/** One address gets ten answers a day: before that everything begins anew. */
const MAILS_A_DAY = 8;

/** What became of a mail: its row in the inbox, and the engine before and after it. */
export interface Played {
  readonly outcome: InboxRow['outcome'];
  readonly reason: InboxRow['reason'];
  readonly before: State;
  readonly after: State;
  /** Letters to anybody but the Validators. */
  readonly answers: readonly string[];
}

/** Plays one mail after the other, and returns what `judge` says against what became of them. */
export async function playAll<M extends Sent & Pick<AttackMail, 'client'>>(
  mails: readonly M[],
  bytesOf: (mail: M, trial: Trial) => Buffer | Promise<Buffer>,
  judge: (mail: M, played: Played) => readonly string[],
): Promise<string[]> {
  const trial = await openTrial();
  const before = await trial.state();
  const faults: string[] = [];
  let since = 0;
  for (const mail of mails) {
    const raw = await bytesOf(mail, trial);
    let row = await send(trial, mail, raw);
    // One of the mails before got the day's answer.
    if (row.reason === 'answer-limit') {
      await trial.restore();
      row = await send(trial, mail, raw);
    }
    const after = await trial.state();
    const { outcome, reason } = row;
    const found = judge(mail, { outcome, reason, before, after, answers: trial.answers() });
    faults.push(...found.map((fault) => `${mail.file}: ${fault}`));
    since += 1;
    if (isSame(before, after) && since < MAILS_A_DAY) continue;
    await trial.restore();
    since = 0;
  }
  return faults;
}

export function isSame(before: State, after: State): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
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
