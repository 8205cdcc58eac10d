/** What the Validators have to know about a refresh of the whole registry (threats.md, "stale IANA data"). */

import type { LetterData, PassFacts } from './letters/letter.ts';

/** More of the records than this never changed in a day: a mirror may be poisoned, or a reader wrong. */
const MANY = 0.05;
/** One or two changes are nothing, however few ccTLDs there are. */
const FEW = 3;

/** What the letter says; undefined when all was as usual. */
export function weighPass(facts: PassFacts): LetterData['alarm-refresh'] | undefined {
  const { all, asked, read, unreadable, changed, vanished, sourceBefore } = facts;
  const many = changed.length >= FEW && changed.length > read * MANY;
  // Where the source was away all day, most were not asked at all.
  const unread = (unreadable + all - asked) * 2 > all;
  if (!many && !unread && vanished.length === 0 && sourceBefore === undefined) return undefined;
  return {
    ...facts,
    alarms: [...(many ? ['changed' as const] : []), ...(unread ? ['unread' as const] : [])],
  };
}
