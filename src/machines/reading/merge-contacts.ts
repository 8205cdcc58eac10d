/** Joins the contacts of a later mail to those that a request has already (the rounds of "clarify"). */

import type { DraftContact } from '../words/contact.ts';

/**
 * The drafts of `before` with what `now` gives: found by the number that the sender wrote, else by
 * address, else by name; a field given now wins, one that is not stays, a contact not mentioned
 * stays. Those under the headings of different ccTLDs never meet, for each ccTLD is numbered anew. A
 * mail that names nobody ("Phone: +31…") is about the only contact that it can complete; when there are
 * several, it stands as one of its own, to be asked about: never a guess.
 */
export function mergeContacts(
  before: readonly DraftContact[],
  now: readonly DraftContact[],
): DraftContact[] {
  const merged = [...before];
  const primaries = new Set<number>();
  for (const given of now) {
    const found = findPlace(merged, given, before.length);
    const at = found < 0 ? merged.length : found;
    const was = merged[at];
    merged[at] = was === undefined ? withFreeNumber(merged, given) : joinFields(was, given);
    if (given.primary === true) primaries.add(at);
  }
  // The newest word about who is primary: whoever was so before, and is not said to be so now, is not.
  const chosen = [...primaries].flatMap((at) => merged[at] ?? []);
  return merged.map((draft, at) =>
    draft.primary === true && !primaries.has(at) && chosen.some((one) => mayMeet(one, draft))
      ? { ...draft, primary: false }
      : draft,
  );
}

function mayMeet(one: DraftContact, other: DraftContact): boolean {
  return one.cctld === undefined || other.cctld === undefined || one.cctld === other.cctld;
}

/** `known`: how many of them were there before this mail. */
function findPlace(merged: readonly DraftContact[], given: DraftContact, known: number): number {
  const holds = (fits: (draft: DraftContact, at: number) => boolean) =>
    merged.flatMap((draft, at) => (mayMeet(draft, given) && fits(draft, at) ? [at] : []));
  if (given.numbered === true) return holds(({ number }) => number === given.number)[0] ?? -1;
  if (given.address !== undefined) {
    const [at] = holds(({ address }) => address === given.address);
    if (at !== undefined) return at;
  }
  const name = nameOf(given);
  if (name !== '') return only(holds((draft) => nameOf(draft) === name));
  const before = holds((_, at) => at < known);
  const [first] = before;
  if (before.length === 1 && first !== undefined)
    return given.address === undefined || merged[first]?.address === undefined ? first : -1;
  return given.address === undefined
    ? only(holds((draft, at) => at < known && lacks(draft, given)))
    : -1;
}

function only(places: readonly number[]): number {
  return places.length === 1 ? (places[0] ?? -1) : -1;
}

function lacks(draft: DraftContact, given: DraftContact): boolean {
  return given.phones.length > 0 && draft.phones.length === 0;
}

function nameOf({ firstName = '', lastName = '' }: DraftContact): string {
  return `${firstName} ${lastName}`.trim().toLowerCase();
}

function withFreeNumber(merged: readonly DraftContact[], given: DraftContact): DraftContact {
  const near = merged.filter((draft) => mayMeet(draft, given));
  const taken = new Set(near.map(({ number }) => number));
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
