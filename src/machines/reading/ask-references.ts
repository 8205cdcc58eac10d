/** Tells the newcomers of a mail from the people on the list whom it describes again, maybe with new data. */

import type { RosterEntry } from '../words/case.ts';
import type { DraftContact } from '../words/contact.ts';
import { keyOf } from './ask-changes.ts';
import type { Fields } from './ask-state.ts';
import { foldName } from './function-words.ts';

/** Somebody on the list whom the mail describes. */
export interface Reference {
  readonly who: number;
  readonly draft: DraftContact;
}

export interface Described {
  readonly fresh: readonly DraftContact[];
  readonly known: readonly Reference[];
  /** May be any of several people on the list. */
  readonly doubtful: readonly DraftContact[];
}

/** By address, else by the whole name; a lone name without data by that name, when one person has it. */
export function tellApart(
  drafts: readonly DraftContact[],
  roster: readonly RosterEntry[],
): Described {
  const out = {
    fresh: [] as DraftContact[],
    known: [] as Reference[],
    doubtful: [] as DraftContact[],
  };
  for (const draft of drafts) {
    const found = whoIs(draft, roster);
    const [who] = found;
    if (who === undefined) out.fresh.push(draft);
    else if (found.length === 1) out.known.push({ who, draft });
    else out.doubtful.push(draft);
  }
  return out;
}

function whoIs(draft: DraftContact, roster: readonly RosterEntry[]): number[] {
  const at = roster.findIndex(({ address }) => address === draft.address);
  if (at >= 0) return [at];
  const key = wholeKey(draft);
  const words = foldName(`${draft.firstName ?? ''} ${draft.lastName ?? ''}`);
  const named = roster.flatMap((entry, place) =>
    key !== '' && wholeKey(entry) === key ? [place] : [],
  );
  if (named.length > 0 || draft.address !== undefined || draft.rawAddress !== undefined)
    return named;
  if (draft.phones.length > 0 || words.length !== 1) return [];
  return roster.flatMap((entry, place) =>
    foldName(`${entry.firstName} ${entry.lastName}`).includes(words[0] ?? '') ? [place] : [],
  );
}

// The words of a whole name in any order; '' for a single word, which many people may share.
function wholeKey({
  firstName = '',
  lastName = '',
}: {
  firstName?: string;
  lastName?: string;
}): string {
  const words = foldName(`${firstName} ${lastName}`);
  return words.length < 2 && !/^[\p{Script=Han}\p{Script=Hangul}]{2,}$/u.test(words[0] ?? '')
    ? ''
    : words.toSorted().join(' ');
}

/** What the description says other than the list does. */
export function differences(draft: DraftContact, entry: RosterEntry): Fields {
  const newAddress = draft.address !== undefined && draft.address !== entry.address;
  return {
    ...nameDifference(draft, entry),
    ...(newAddress && draft.address !== undefined && { address: draft.address }),
    ...phoneDifference(draft, entry),
  };
}

// The same words in another order, in capitals or without accents are the same name. A single word is no whole name.
function nameDifference(draft: DraftContact, entry: RosterEntry): Fields {
  const { firstName, lastName } = draft;
  if (firstName === undefined || lastName === undefined) return {};
  if (wholeKey(draft) === wholeKey(entry)) return {};
  return {
    ...(plain(firstName) !== plain(entry.firstName) && { firstName }),
    ...(plain(lastName) !== plain(entry.lastName) && { lastName }),
  };
}

function plain(name: string): string {
  return foldName(name).join(' ');
}

// A number that the list has already is no news, even if the list has another besides.
function phoneDifference({ phones }: DraftContact, entry: RosterEntry): Fields {
  const known = new Set(entry.phones.map(keyOf));
  return phones.every((phone) => known.has(keyOf(phone))) ? {} : { phones };
}
