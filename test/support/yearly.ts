/** What conversations about the yearly check share. */

import type { Conversation } from './conversation.ts';

/** Until the day after the letters of January went out. */
export async function inYear(talk: Conversation): Promise<void> {
  talk.begin('Rosa and Téo are on the list.');
  await talk.advance('54 days');
}

/** Who has said that the data are right: `.xa`, `rosa.lind@nic.xa`. */
export async function confirmed(talk: Conversation): Promise<string[]> {
  const since = new Date('2027-01-01T00:00:00Z');
  const places = await talk.db
    .selectFrom('cctlds')
    .select('cctld')
    .where('confirmed_at', '>', since)
    .execute();
  const people = await talk.db
    .selectFrom('persons')
    .select('address')
    .where('confirmed_at', '>', since)
    .execute();
  return [
    ...places.map(({ cctld }) => `.${cctld}`),
    ...people.map(({ address }) => address),
  ].toSorted();
}
