/** "PRIMARY 1", "Rosa Lind is the primary": the answer to the question whom to call first. */

import { readRosterAsks } from './reading/roster-asks.ts';
import type { Address } from './words/address.ts';
import type { RosterEntry } from './words/case.ts';
import type { Cctld } from './words/cctld.ts';
import type { DraftContact } from './words/contact.ts';

/** Who of the people of a request the words make the primary; undefined when they do not say. */
export function primaryAmong(
  text: string,
  drafts: readonly DraftContact[],
  cctld: Cctld,
): Address | undefined {
  const roster = drafts.flatMap((draft) => asListed(draft, cctld));
  const { asks, unclear } = readRosterAsks({ text, drafts: [], roster, cctld });
  const [only, ...others] = asks;
  const isPlain = others.length === 0 && unclear.length === 0 && only?.kind === 'primary';
  return isPlain ? only.who : undefined;
}

/** The drafts with exactly this one marked. */
export function withPrimaryMark(drafts: readonly DraftContact[], who: Address): DraftContact[] {
  return drafts.map((draft) => ({ ...draft, primary: draft.address === who }));
}

function asListed(draft: DraftContact, cctld: Cctld): RosterEntry[] {
  const { firstName = '', lastName = '', address, phones, primary = false } = draft;
  if (address === undefined) return [];
  return [{ cctld, firstName, lastName, address, phones, primary, since: '' }];
}
