/** Stages on which people are on the list already, and how these write to us. */

import { expect } from 'vitest';
import type { Conversation, NewMail } from './conversation.ts';
import type { Play } from './play-options.ts';
import { ADMIN, form, MINISTRY, type Person, VAL1 } from './people.ts';
import { openStage } from './stage.ts';

const REQUEST = 'tld-ops-request@lists.example';
/** The list of .xa on that stage. */
export const BOTH = ['.xa rosa.lind@nic.xa (primary)', '.xa teo.amaral@nic.xa'];

/** A stage on which .xa has Rosa and Téo on its list (case 1001). */
export async function subscribed(play: Play): Promise<Conversation> {
  const talk = await openStage(play);
  await talk.mail({ from: ADMIN, subject: 'Our contacts', text: form('xa') });
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1001 .xa' });
  expect(await talk.roster()).toEqual(BOTH);
  await talk.advance('2 days');
  return talk;
}

/** Rosa and Téo are the contacts of .xb as well (case 1002). */
export async function subscribedTwice(play: Play): Promise<Conversation> {
  const talk = await subscribed(play);
  await talk.mail({ from: MINISTRY, subject: 'Contacts for .xb', text: form('xb', 'nic.xa') });
  await talk.reply(talk.letter('challenge', MINISTRY), { from: MINISTRY, text: 'CONFIRM' });
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1002 .xb' });
  await talk.advance('2 days');
  return talk;
}

/** A mail to the request address. */
export function ask(from: Person, text: string): NewMail {
  return { from, to: REQUEST, subject: 'TLD-OPS', text };
}

/** The same two on the list, where the transcript begins with what they write to it. */
export async function members(play: Play): Promise<Conversation> {
  const talk = await subscribed(play);
  talk.begin('Rosa and Téo are on the list, as contacts for .xa.');
  return talk;
}

/** Rosa and Téo read their mail at a provider that publishes nothing: nothing proves what they write. */
export async function membersElsewhere(play: Play): Promise<Conversation> {
  const talk = await openStage(play);
  await talk.mail({ from: ADMIN, subject: 'Our contacts', text: form('xa', 'mailbox.example') });
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1001 .xa' });
  await talk.advance('2 days');
  talk.begin('Rosa and Téo are on the list, as contacts for .xa, at mailbox.example.');
  return talk;
}

/** The copies of the last step: `[TLP:AMBER] Phishing to rosa.lind@nic.xa, teo.amaral@nic.xa`. */
export function copiesOf(talk: Conversation): string {
  const all = talk.copies();
  const subjects = new Set(all.map(({ mail }) => mail.subject));
  const readers = all.map(({ to }) => to).toSorted();
  return all.length === 0 ? 'none' : `${[...subjects].join(' | ')} to ${readers.join(', ')}`;
}

/** A mail to the list. */
export function post(from: Person, subject: string, text: string): NewMail {
  return { from, to: 'tld-ops@lists.example', subject, text };
}

/** A command of a Validator. */
export function order(from: Person, text: string): NewMail {
  return { from, to: 'tld-ops-validate@lists.example', subject: 'Orders', text };
}
