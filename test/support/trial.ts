/**
 * An engine in the middle of its work, for mails that must not move it: a challenge that nobody has
 * answered, a request in the Validators' queue, one that waits for data, tokens used and expired.
 */

import { listCases } from '../../src/store/cases.ts';
import { type InboxRow, listInbox } from '../../src/store/inbox.ts';
import { readRoster } from '../../src/store/roster.ts';
import { showToken } from '../../src/machines/words/token.ts';
import type { Conversation } from './conversation.ts';
import type { Values } from './mails.ts';
import { ADMIN, form, MINISTRY, ROSA, VAL1 } from './people.ts';
import { rememberTables } from './restore.ts';
import type { Letter } from './shown.ts';
import { openStage } from './stage.ts';

/** Everything that a hostile or automatic mail might change, to be compared before and after. */
export interface State {
  readonly cases: readonly string[];
  readonly usedTokens: number;
  readonly roster: number;
  readonly frozen: readonly string[];
}

export interface Trial {
  readonly stage: Conversation;
  readonly values: Values;
  /** Delivers the mail, does all the work, and says what became of it. */
  readonly send: (mail: Delivery) => Promise<InboxRow>;
  readonly state: () => Promise<State>;
  /** Takes everything back to how it was when the trial was opened. */
  readonly restore: () => Promise<void>;
  /** Letters to anybody but the Validators since the last mail. */
  readonly answers: () => string[];
}

export interface Delivery {
  readonly raw: Buffer;
  readonly envelopeFrom: string;
  readonly to: string;
  readonly client: { readonly address: string; readonly name: string; readonly helo: string };
}

/** Opens the stage and plays it to the point where everything hangs in the air. */
export async function openTrial(): Promise<Trial> {
  const stage = await openStage({
    title: 'A trial',
    teaches: 'Nothing moves.',
    shownOnFailure: false,
  });
  const spent = await playSpentTokens(stage);
  await stage.mail({
    from: ROSA,
    cc: ADMIN.address,
    subject: 'Contacts of .xa',
    text: form('xa'),
  });
  const challenge = stage.letter('challenge', ADMIN);
  await stage.mail({ from: MINISTRY, subject: 'Contacts of .xc', text: form('xc') });
  await stage.reply(stage.letter('challenge', MINISTRY), { from: MINISTRY, text: 'CONFIRM' });
  const queue = stage.letter('queue', VAL1);
  await stage.mail({ from: MINISTRY, subject: 'Contacts of .xb', text: 'ccTLD: .xb\n\nHello.' });
  const details = stage.letter('clarify', MINISTRY);
  return {
    stage,
    values: {
      ...spent,
      ...valuesOf('challenge', challenge),
      ...valuesOf('validate', queue),
      ...valuesOf('details', details),
      case: numberOf(challenge),
      'queued-case': numberOf(queue),
    },
    send: (mail) => send(stage, mail),
    state: () => readState(stage),
    restore: await rememberTables(stage.db),
    answers: () => stage.sent().filter((line) => !/ to val\d@ccnso\.example$/.test(line)),
  };
}

async function send(stage: Conversation, mail: Delivery): Promise<InboxRow> {
  await stage.deliver(mail);
  const row = await newestMail(stage);
  // What cannot be read is tried again before it is set aside.
  if (row.outcome !== 'pending') return row;
  await stage.advance('2 minutes');
  return newestMail(stage);
}

async function newestMail({ db }: Conversation): Promise<InboxRow> {
  const [row] = await listInbox(db, { limit: 1 });
  if (row === undefined) throw new Error('the inbox is empty');
  return row;
}

// A first request of .xa: its challenge is let expire and used up, and it ends with a rejection.
async function playSpentTokens(stage: Conversation): Promise<Values> {
  await stage.mail({ from: ROSA, cc: ADMIN.address, subject: 'Early', text: form('xa') });
  const expired = tokenOf(stage.letter('challenge', ADMIN));
  await stage.advance('40 days');
  await stage.mail({ from: ROSA, cc: ADMIN.address, subject: 'Again', text: form('xa') });
  const second = stage.letter('challenge', ADMIN);
  await stage.reply(second, { from: ADMIN, text: 'CONFIRM' });
  const queue = stage.letter('queue', VAL1);
  await stage.reply(queue, { from: VAL1, text: `REJECT ${numberOf(queue)} not now` });
  return { used: tokenOf(second), expired };
}

async function readState({ db }: Conversation): Promise<State> {
  const cases = await listCases(db);
  const used = await db
    .selectFrom('tokens')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('used_at', 'is not', null)
    .executeTakeFirstOrThrow();
  const frozen = await db
    .selectFrom('cctlds')
    .select('cctld')
    .where('frozen_at', 'is not', null)
    .orderBy('cctld')
    .execute();
  return {
    // A request of the mail's own is another case, which the caller looks at.
    cases: cases.map(
      ({ id, version, state, context }) => `${id} v${version} ${state} ${context.evidence}`,
    ),
    usedTokens: used.count,
    roster: (await readRoster(db)).length,
    frozen: frozen.map(({ cctld }) => cctld),
  };
}

function valuesOf(name: string, { mail, envelopeFrom }: Letter): Values {
  const text = mail.text.trimEnd();
  return {
    [name]: tokenOf({ mail }),
    [`${name}-to`]: replyTo(mail),
    [`${name}-id`]: `<${mail.messageId ?? ''}>`,
    [`${name}-text`]: text,
    [`${name}-quoted`]: text.replace(/^/gm, '> '),
    ...(name === 'challenge' ? { 'bounce-to': envelopeFrom } : {}),
  };
}

function replyTo(mail: Letter['mail']): string {
  const value = mail.headers.find(({ name }) => name === 'reply-to')?.value ?? '';
  return value.replace(/^.*<|>.*$/g, '').trim();
}

function tokenOf({ mail }: Pick<Letter, 'mail'>): string {
  return showToken(/\+([a-z0-9]{26})@/.exec(replyTo(mail))?.[1] ?? '');
}

function numberOf({ mail }: Letter): string {
  return (
    /\bcase-(\d+)@/.exec(
      mail.headers.find(({ name }) => name === 'references')?.value ?? '',
    )?.[1] ?? ''
  );
}
