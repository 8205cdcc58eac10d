/** The digest of a change: what a Validator approves is exactly this and nothing else (design 8). */

import { createHash } from 'node:crypto';
import type { CaseContext, Request, RosterEntry } from './words/case.ts';
import type { Contact } from './words/contact.ts';

export interface Change {
  readonly kind: string;
  readonly cctld: string;
  readonly anchor: string;
  readonly contacts: readonly Contact[];
  readonly before: readonly RosterEntry[];
}

/** SHA-256 over the change, hex; '' when nobody would be added. */
export function digestOf(change: Change): string {
  if (change.contacts.length === 0) return '';
  const people = change.contacts.map(onePerson);
  const before = change.before.map(onePerson).toSorted();
  const text = JSON.stringify([change.kind, change.cctld, change.anchor, people, before]);
  return createHash('sha256').update(text).digest('hex');
}

/**
 * The digest of all that a queue letter shows besides the change: an approval of less than that is
 * none. It moves with every word that is added to the case.
 */
export function shownOf(request: Request, { digest, evidence }: CaseContext): string {
  const { text, warnings, complaints, mails } = request;
  const read = mails.map(({ sha256 }) => sha256);
  const shown = JSON.stringify([digest, evidence, text, warnings, complaints, read]);
  return createHash('sha256').update(shown).digest('hex');
}

function onePerson(person: Contact | RosterEntry): string {
  const phones = person.phones.map((phone) => phone.e164 ?? phone.raw);
  return JSON.stringify([
    person.address,
    person.firstName,
    person.lastName,
    phones,
    person.primary ? 'primary' : 'secondary',
  ]);
}

/**
 * The digest that an approval has to name; '' when the change cannot be made (nobody, more than three,
 * one address twice, not exactly one primary), so that nobody can approve it.
 */
export function digestToApprove(change: Change): string {
  return canBeMade(change) ? digestOf(change) : '';
}

// What the roster holds by its constraints (design 7, 13).
function canBeMade({ contacts, before }: Change): boolean {
  const all = [...before, ...contacts];
  const addresses = new Set(all.map(({ address }) => address));
  const primaries = all.filter(({ primary }) => primary).length;
  const fits = all.length <= 3 && addresses.size === all.length && primaries === 1;
  return contacts.length > 0 && fits;
}
