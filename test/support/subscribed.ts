/** Stages on which people are on the list already, and how these write to us. */

import { expect } from 'vitest';
import type { Conversation, NewMail, Play } from './conversation.ts';
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
