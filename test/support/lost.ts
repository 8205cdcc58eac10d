/** Stages on which mail does not reach a contact. */

import { expect } from 'vitest';
import type { Conversation } from './conversation.ts';
import type { Play } from './play-options.ts';
import { type Person, ROSA_SSC, TEO_SSC } from './people.ts';
import { report, type WHY } from './reports.ts';
import type { Letter } from './shown.ts';
import { subscribed } from './subscribed.ts';

const LIST = 'tld-ops@lists.example';

/** Everybody who hears that mail does not reach Téo. */
export const TO_ALL = [
  'alarm-lost to val1@ccnso.example',
  'alarm-lost to val2@ccnso.example',
  'colleague-lost to rosa.lind@nic.xa',
  'successor to admin@nic.xa',
];

/** Somebody writes to the list; Rosa unless told. */
export async function post(talk: Conversation, subject: string, from = ROSA_SSC): Promise<void> {
  await talk.mail({ from, to: LIST, subject, text: 'TLP:GREEN\n\nSomething happened.' });
}

/** The letter or copy comes back. */
export function back({ to, mail, envelopeFrom }: Letter, why: keyof typeof WHY = 'gone') {
  return report({ to, messageId: mail.messageId, envelopeFrom }, why);
}

/** The copy of the last post to this person. Throws when there is none. */
export function copyTo(talk: Conversation, person: Person): Letter {
  const found = talk.copies().find(({ to }) => to === person.address);
  if (found === undefined) throw new Error(`${person.address} got no copy`);
  return found;
}

/**
 * Téo has lost his mailbox, and everybody concerned has heard of it; the case is the first one after those
 * of the stage. `before` is done before the last letter to him comes back.
 */
export async function lost(
  play: Play,
  before: (talk: Conversation) => Promise<void> = async () => undefined,
  stage: (play: Play) => Promise<Conversation> = subscribed,
): Promise<Conversation> {
  const talk = await stage(play);
  await post(talk, 'An attack on our name servers');
  await talk.mail(back(copyTo(talk, TEO_SSC)));
  expect(await talk.outcome()).toBe('bounce noted bounce-mailbox-gone');
  expect(talk.sent()).toEqual([]);
  await talk.advance('1 day');
  expect(talk.sent()).toEqual(['probe to teo.amaral@nic.xa']);
  await talk.mail(back(talk.letter('probe')));
  expect(talk.sent()).toEqual([]);
  await talk.advance('2 days');
  expect(talk.sent()).toEqual(['probe to teo.amaral@nic.xa']);
  await before(talk);
  await talk.mail(back(talk.letter('probe')));
  return talk;
}
