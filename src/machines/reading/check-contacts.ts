/** Holds the contacts that were read against the rules of the list (design 7). */

import type { Address } from '../words/address.ts';
import type { Cctld } from '../words/cctld.ts';
import type { Complaint, ComplaintCode, Contact, DraftContact, Warning } from '../words/contact.ts';
import { cleanLine } from './clean-line.ts';
import { roleReason } from './role-address.ts';
import { hasUnsafe } from './unsafe-characters.ts';

export { mergeContacts } from './merge-contacts.ts';

export interface ContactContext {
  readonly cctld?: Cctld;
  /** The Admin Contact's address of that ccTLD. */
  readonly anchor?: Address;
  /** They come to a list that has people already: how many there are, and who is primary, is for the plan. */
  readonly joining?: boolean;
}

export interface ContactChecks {
  /** The contacts that have a name and an address fit to be stored, whatever else is missing. */
  readonly contacts: Contact[];
  /** The same by the number of their draft. */
  readonly byNumber: ReadonlyMap<number, Contact>;
  /** What the sender has to mend, by contact. */
  readonly complaints: Complaint[];
  /** What the Validator sees before deciding. */
  readonly warnings: Warning[];
}

/** At most this many contacts per ccTLD; fewer than TARGET is a warning. */
const MOST = 3;
const TARGET = 2;

/** In characters (RFC 5321 4.5.3.1.3 for the address). */
const LIMITS = { name: 100, address: 254, phone: 40 };

/**
 * Checks the drafts. More than three: one complaint, and none is taken, for which three is not ours to
 * choose. A single contact is primary without saying so, and so is the one that is left when the
 * others are said to be secondary. Those who stand under another ccTLD's heading are not looked at;
 * while no ccTLD is given, those of each are checked by themselves.
 */
export function checkContacts(
  drafts: readonly DraftContact[],
  context: ContactContext,
): ContactChecks {
  const groups = groupsOf(drafts, context).map((group) => checkGroup(group, context));
  return {
    contacts: groups.flatMap(({ contacts }) => contacts),
    byNumber: new Map(groups.flatMap(({ byNumber }) => [...byNumber])),
    complaints: groups.flatMap(({ complaints }) => complaints),
    warnings: groups.flatMap(({ warnings }) => warnings),
  };
}

function groupsOf(
  drafts: readonly DraftContact[],
  { cctld: wanted }: ContactContext,
): (readonly DraftContact[])[] {
  if (wanted !== undefined)
    return [drafts.filter(({ cctld }) => cctld === undefined || cctld === wanted)];
  const cctlds = new Set(drafts.map(({ cctld }) => cctld));
  if (cctlds.size <= 1 || cctlds.has(undefined)) return [drafts];
  return [...cctlds].map((each) => drafts.filter(({ cctld }) => cctld === each));
}

function checkGroup(drafts: readonly DraftContact[], context: ContactContext): ContactChecks {
  const { joining = false } = context;
  if (drafts.length === 0) return nobody(joining ? [] : [{ code: 'no-contacts' }]);
  if (drafts.length > MOST)
    return nobody([{ code: 'too-many-contacts', found: `${drafts.length} contacts` }]);
  const primary = joining ? undefined : findPrimary(drafts);
  const byNumber = new Map(
    drafts.flatMap((draft) =>
      toContact(draft, joining ? draft.primary === true : draft === primary),
    ),
  );
  const complaints = [
    ...drafts.flatMap((draft) => complaintsOf(draft, drafts, context)),
    ...(joining ? [] : primaryComplaints(drafts)),
  ];
  const warnings = drafts.flatMap((draft) => warningsOf(draft, context));
  const isAlone = drafts.length < TARGET && !joining;
  const alone: Warning[] = isAlone ? [{ code: 'only-one-contact' }] : [];
  const contacts = [...byNumber.values()];
  return { contacts, byNumber, complaints, warnings: [...alone, ...warnings] };
}

function nobody(complaints: Complaint[]): ContactChecks {
  return { contacts: [], byNumber: new Map(), complaints, warnings: [] };
}

function findPrimary(drafts: readonly DraftContact[]): DraftContact | undefined {
  if (drafts.length === 1) return drafts[0];
  const marked = drafts.filter(({ primary }) => primary === true);
  if (marked.length > 0) return marked.length === 1 ? marked[0] : undefined;
  const left = drafts.filter(({ primary }) => primary !== false);
  return left.length === 1 ? left[0] : undefined;
}

function primaryComplaints(drafts: readonly DraftContact[]): Complaint[] {
  if (findPrimary(drafts) !== undefined) return [];
  const marked = drafts.filter(({ primary }) => primary === true).map(({ number }) => number);
  return marked.length > 1
    ? [{ code: 'two-primaries', found: `contacts ${marked.join(', ')}` }]
    : [{ code: 'no-primary' }];
}

// Unsafe or over-long data never becomes a contact, not even one that waits for more.
function toContact(draft: DraftContact, primary: boolean): [number, Contact][] {
  const { firstName = '', lastName, address, phones } = draft;
  if (lastName === undefined || address === undefined || fieldComplaints(draft).length > 0)
    return [];
  return [[draft.number, { firstName, lastName, address, phones, primary }]];
}

function complaintsOf(
  draft: DraftContact,
  all: readonly DraftContact[],
  { cctld }: ContactContext,
): Complaint[] {
  return [
    ...nameComplaints(draft),
    ...addressComplaints(draft, all, cctld),
    ...(draft.phones.length === 0 ? [complain(draft, 'missing-phone')] : []),
    ...fieldComplaints(draft),
  ];
}

function nameComplaints(draft: DraftContact): Complaint[] {
  if (draft.lastName !== undefined) return [];
  return draft.firstName === undefined
    ? [complain(draft, 'missing-name')]
    : [complain(draft, 'missing-last-name', draft.firstName)];
}

function addressComplaints(
  draft: DraftContact,
  all: readonly DraftContact[],
  cctld: Cctld | undefined,
): Complaint[] {
  const { address, rawAddress, firstName = '', lastName = '' } = draft;
  if (address === undefined) {
    return [
      rawAddress === undefined
        ? complain(draft, 'missing-address')
        : complain(draft, 'unreadable-address', rawAddress),
    ];
  }
  const first = all.find((other) => other.address === address);
  const role = roleReason({ address, firstName, lastName }, { cctld });
  return [
    ...(first === draft ? [] : [complain(draft, 'duplicate-address', address)]),
    ...(role === undefined ? [] : [complain(draft, 'role-address', address)]),
  ];
}

function fieldComplaints(draft: DraftContact): Complaint[] {
  const fields: readonly (readonly [string | undefined, number])[] = [
    [draft.firstName, LIMITS.name],
    [draft.lastName, LIMITS.name],
    [draft.address ?? draft.rawAddress, LIMITS.address],
    ...draft.phones.map(({ raw }) => [raw, LIMITS.phone] as const),
  ];
  return fields.flatMap(([value, limit]) => {
    if (value === undefined) return [];
    const long = value.length > limit && [...value].length > limit;
    return [
      ...(hasUnsafe(value) ? [complain(draft, 'unsafe-characters', value)] : []),
      ...(long ? [complain(draft, 'too-long', value)] : []),
    ];
  });
}

function warningsOf(draft: DraftContact, { anchor }: ContactContext): Warning[] {
  const { number, firstName, lastName, address, phones } = draft;
  const unparsed = phones.filter(({ e164 }) => e164 === undefined);
  const garbled = [firstName, lastName].find((name) => name?.includes('\ufffd'));
  return [
    ...(lastName !== undefined && firstName === undefined
      ? [warn(number, 'single-word-name', lastName)]
      : []),
    ...(garbled === undefined ? [] : [warn(number, 'unreadable-text', garbled)]),
    ...unparsed.map(({ raw }) => warn(number, 'unparsed-phone', raw)),
    ...(address !== undefined && address === anchor
      ? [warn(number, 'contact-is-anchor', address)]
      : []),
  ];
}

function complain({ number }: DraftContact, code: ComplaintCode, found?: string): Complaint {
  return { code, contact: number, ...(found !== undefined && { found: cleanLine(found, 100) }) };
}

function warn(contact: number, code: Warning['code'], found: string): Warning {
  return { code, contact, found: cleanLine(found, 100) };
}
