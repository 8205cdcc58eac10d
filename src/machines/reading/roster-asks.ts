/** What an Admin Contact asks to change in a list that has people already. */

import type { Ask, Unclear } from '../words/ask.ts';
import type { RosterEntry } from '../words/case.ts';
import type { Cctld } from '../words/cctld.ts';
import type { DraftContact } from '../words/contact.ts';

export interface RosterAsks {
  readonly asks: readonly Ask[];
  readonly unclear: readonly Unclear[];
  readonly contacts: readonly DraftContact[];
}

export function readRosterAsks({
  text,
  drafts,
  roster,
}: {
  readonly text: string;
  readonly drafts: readonly DraftContact[];
  readonly roster: readonly RosterEntry[];
  readonly cctld: Cctld;
}): RosterAsks {
  const removed = roster.filter(({ address }) => text.includes(`REMOVE ${address}`));
  const contacts = drafts.filter(({ address }) => !roster.some((one) => one.address === address));
  return {
    asks: [
      ...removed.map(({ address }) => ({ kind: 'remove', who: address }) as const),
      ...contacts.map(({ number }) => ({ kind: 'add', contact: number }) as const),
    ],
    unclear: [],
    contacts,
  };
}
