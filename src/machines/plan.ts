/** From what is asked to the list as it is to be: at most three people, one of them primary (design 7, 8.4). */

import type { Address } from './words/address.ts';
import type { Ask } from './words/ask.ts';
import type { RosterEntry } from './words/case.ts';
import type { Complaint, Contact, Warning } from './words/contact.ts';

/** The most people that a ccTLD may have on the list (report 3.3). */
const MOST = 3;

export interface Given {
  /** The list of this ccTLD now. */
  readonly before: readonly RosterEntry[];
  /** The people whom the mails describe, by their number there. */
  readonly contacts: ReadonlyMap<number, Contact>;
  readonly asks: readonly Ask[];
  /** Those on the list for another ccTLD (too): nobody but themselves changes their name and phones. */
  readonly shared: ReadonlySet<Address>;
}

export interface Plan {
  readonly after: readonly Contact[];
  readonly complaints: readonly Complaint[];
  readonly warnings: readonly Warning[];
}

/** Carries the asks out on paper, in order. What cannot be done is a complaint; nothing is guessed. */
export function planOf(given: Given): Plan {
  const complaints: Complaint[] = [];
  let list: readonly Contact[] = given.before.map(asContact);
  for (const ask of given.asks) {
    complaints.push(...notPossible(ask, list, given));
    list = carryOut(ask, list, given, complaints);
  }
  const { after, warnings } = withPrimary(list, given, complaints);
  if (after.length > MOST) complaints.push({ code: 'list-too-long' });
  complaints.push(...twice(after));
  const isAsked = given.asks.length > 0 && complaints.length === 0;
  if (isAsked && isSameList(given.before, after)) complaints.push({ code: 'nothing-changes' });
  return { after, complaints, warnings: [...warnings, ...fewer(after, given)] };
}

function carryOut(
  ask: Ask,
  list: readonly Contact[],
  given: Given,
  complaints: Complaint[],
): readonly Contact[] {
  const { contacts, shared } = given;
  switch (ask.kind) {
    case 'add': {
      const added = contacts.get(ask.contact);
      return added === undefined ? list : put(list, added);
    }
    case 'replace': {
      const added = contacts.get(ask.contact);
      if (added === undefined) return list;
      const old = list.find(({ address }) => address === ask.who);
      // Who takes somebody's place takes the mark too, unless somebody else described has it.
      const marked = [...contacts.values()].some(({ primary }) => primary);
      const primary = added.primary || (old?.primary === true && !marked);
      return put(without(list, ask.who), { ...added, primary });
    }
    case 'replace-all':
      return [...contacts.values()];
    case 'remove':
      return without(list, ask.who);
    case 'change': {
      const isOwnOnly = shared.has(ask.who) && !changesAddressOnly(ask);
      if (isOwnOnly) complaints.push({ code: 'only-the-person', found: ask.who });
      return isOwnOnly
        ? list
        : list.map((one) => (one.address === ask.who ? change(one, ask) : one));
    }
    case 'primary':
      return list.map((one) => ({ ...one, primary: one.address === ask.who }));
  }
}

// Who is meant may have left or taken another address since it was asked.
function notPossible(
  ask: Ask,
  list: readonly Contact[],
  { before, shared }: Given,
): readonly Complaint[] {
  if (!('who' in ask)) return [];
  const isThere = list.some(({ address }) => address === ask.who);
  if (!isThere) return [{ code: 'not-on-the-list', found: ask.who }];
  const taken = ask.kind === 'change' && ask.address !== undefined && shared.has(ask.address);
  const isOther = taken && !before.some(({ address }) => address === ask.address);
  return isOther ? [{ code: 'address-of-another', found: ask.address ?? '' }] : [];
}

type Change = Extract<Ask, { readonly kind: 'change' }>;

function changesAddressOnly({ firstName, lastName, phones }: Change): boolean {
  return firstName === undefined && lastName === undefined && phones === undefined;
}

function change(one: Contact, ask: Change): Contact {
  return {
    ...one,
    firstName: ask.firstName ?? one.firstName,
    lastName: ask.lastName ?? one.lastName,
    address: ask.address ?? one.address,
    phones: ask.phones ?? one.phones,
  };
}

function without(list: readonly Contact[], who: Address): Contact[] {
  return list.filter(({ address }) => address !== who);
}

// A newcomer who is marked primary takes the mark from whoever had it: exactly one has it.
function put(list: readonly Contact[], added: Contact): Contact[] {
  const others = without(list, added.address);
  const rest = added.primary ? others.map((one) => ({ ...one, primary: false })) : others;
  return [...rest, added];
}

function asContact({ firstName, lastName, address, phones, primary }: RosterEntry): Contact {
  return { firstName, lastName, address, phones, primary };
}

// The primary leaves: who stays alone is the primary; of two, the Admin Contact must say which.
function withPrimary(
  list: readonly Contact[],
  { before }: Given,
  complaints: Complaint[],
): { readonly after: readonly Contact[]; readonly warnings: readonly Warning[] } {
  const primaries = list.filter(({ primary }) => primary).length;
  if (primaries > 1) complaints.push({ code: 'two-primaries' });
  if (primaries > 0 || list.length === 0) return { after: list, warnings: [] };
  const [only, ...others] = list;
  if (only === undefined || others.length > 0) {
    complaints.push({ code: 'no-primary' });
    return { after: list, warnings: [] };
  }
  const isNews = before.length > 0;
  const warnings: Warning[] = isNews ? [{ code: 'primary-follows', found: only.address }] : [];
  return { after: [{ ...only, primary: true }], warnings };
}

// Somebody's new address is one that another person on the list has.
function twice(after: readonly Contact[]): Complaint[] {
  const seen = new Set<Address>();
  return after.flatMap(({ address }) => {
    if (seen.has(address)) return [{ code: 'duplicate-address', found: address } as const];
    seen.add(address);
    return [];
  });
}

function fewer(after: readonly Contact[], { before }: Given): Warning[] {
  if (after.length === 0) return before.length === 0 ? [] : [{ code: 'nobody-left' }];
  return after.length === 1 ? [{ code: 'only-one-contact' }] : [];
}

/** Whether two lists hold the same people with the same data and the same primary. */
export function isSameList(
  one: readonly (Contact | RosterEntry)[],
  other: readonly (Contact | RosterEntry)[],
): boolean {
  const texts = (list: typeof one) => list.map(personText).toSorted().join('\n');
  return texts(one) === texts(other);
}

/** All that counts of one person on a list, as one text. */
export function personText(person: Contact | RosterEntry): string {
  return JSON.stringify([
    person.address,
    person.firstName,
    person.lastName,
    person.phones.map((phone) => phone.e164 ?? phone.raw),
    person.primary ? 'primary' : 'secondary',
  ]);
}
