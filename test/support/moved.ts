/** A stage on which .xa has people on the list, and what the registry may show of it. */

import type { Conversation } from './conversation.ts';
import type { Play } from './play-options.ts';
import { TAKEN } from './moved-records.ts';
import { subscribed } from './subscribed.ts';

export const WORDS = {
  taken:
    'The IANA registry shows .xa with another manager, Admin Contact and name servers from now on.',
  renamed: 'The IANA registry shows .xa with another manager from now on, and all else as it was.',
  takenQuietly:
    'The IANA registry shows .xa with another manager and name servers, and the same Admin Contact.',
  old: 'The IANA registry shows .xa as it was before.',
};

/** Rosa and Téo are on the list of .xa. */
export async function listed(play: Play): Promise<Conversation> {
  const talk = await subscribed(play);
  talk.begin('Rosa and Téo are on the list, as contacts for .xa.');
  return talk;
}

/** The same, and the registry has shown for more than six hours that the ministry has taken .xa over. */
export async function suspected(play: Play): Promise<Conversation> {
  const talk = await listed(play);
  talk.registryShows(TAKEN, WORDS.taken);
  await settled(talk);
  return talk;
}

/** The refresh sees the change now, and the watch looks hourly until it has stood long enough. */
export async function settled(talk: Conversation): Promise<void> {
  await talk.lookAtRegistry('xa');
  await talk.advance('7 hours');
}
