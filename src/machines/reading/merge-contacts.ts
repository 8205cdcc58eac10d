/** Joins the contacts of a later mail to those that a request has already (the rounds of "clarify"). */

import type { DraftContact } from '../words/contact.ts';

/**
 * The drafts of `before` with what `now` gives: found by the number that the sender wrote, else by
 * address, else by name; a field given now wins, one that is not stays, a contact not mentioned
 * stays. A mail that names nobody ("Phone: +31…") is about the only contact that it can complete;
 * when there are several, it stands as one of its own, to be asked about: never a guess.
 */
export function mergeContacts(
  before: readonly DraftContact[],
  now: readonly DraftContact[],
): DraftContact[] {
  const merged = [...before];
  const primaries = new Set<number>();
  for (const given of now) {
    const found = findPlace(merged, given, before);
    const at = found < 0 ? merged.length : found;
    const was = merged[at];
    merged[at] = was === undefined ? withFreeNumber(merged, given) : joinFields(was, given);
    if (given.primary === true) primaries.add(at);
  }
  // The newest word about who is primary: whoever was so before, and is not said to be so now, is not.
  return merged.map((draft, at) =>
    primaries.size > 0 && draft.primary === true && !primaries.has(at)
      ? { ...draft, primary: false }
      : draft,
  );
}

function findPlace(
  merged: readonly DraftContact[],
  given: DraftContact,
  before: readonly DraftContact[],
): number {
  if (given.numbered === true) {
    return merged.findIndex(({ number }) => number === given.number);
  }
  if (given.address !== undefined) {
    const at = merged.findIndex(({ address }) => address === given.address);
    if (at >= 0) return at;
  }
  const name = nameOf(given);
  if (name !== '') return onlyIndex(merged, (draft) => nameOf(draft) === name);
  const known = merged.slice(0, before.length);
  if (known.length === 1)
    return given.address === undefined || known[0]?.address === undefined ? 0 : -1;
  return given.address === undefined ? onlyIndex(known, (draft) => lacks(draft, given)) : -1;
}

function onlyIndex(
  drafts: readonly DraftContact[],
  holds: (draft: DraftContact) => boolean,
): number {
  const found = drafts.flatMap((draft, at) => (holds(draft) ? [at] : []));
  return found.length === 1 ? (found[0] ?? -1) : -1;
}

function lacks(draft: DraftContact, given: DraftContact): boolean {
  return given.phones.length > 0 && draft.phones.length === 0;
}

function nameOf({ firstName = '', lastName = '' }: DraftContact): string {
  return `${firstName} ${lastName}`.trim().toLowerCase();
}

function withFreeNumber(merged: readonly DraftContact[], given: DraftContact): DraftContact {
  const taken = new Set(merged.map(({ number }) => number));
  if (!taken.has(given.number)) return given;
  const number = [1, 2, 3, 4, 5, 6, 7, 8, 9].find((each) => !taken.has(each)) ?? 9;
  return { ...given, number };
}

// Another name and another address under the same number: a replacement, which inherits nothing.
function isOtherPerson(was: DraftContact, given: DraftContact): boolean {
  if (nameOf(was) === '' || nameOf(given) === '') return false;
  const sameAddress = was.address === undefined || given.address === was.address;
  return nameOf(was) !== nameOf(given) && given.address !== undefined && !sameAddress;
}

function joinFields(was: DraftContact, given: DraftContact): DraftContact {
  if (isOtherPerson(was, given)) return { ...given, number: was.number };
  const { address: _address, rawAddress: _raw, ...rest } = was;
  const hasAddress = given.address !== undefined || given.rawAddress !== undefined;
  const fields = new Set(given.sources.map(({ field }) => field));
  const kept = was.sources.filter(({ field }) => !fields.has(field));
  return {
    ...(hasAddress ? rest : was),
    ...given,
    number: was.number,
    ...(was.numbered === true && { numbered: true as const }),
    phones: given.phones.length > 0 ? given.phones : was.phones,
    sources: [...kept, ...given.sources],
  };
}
