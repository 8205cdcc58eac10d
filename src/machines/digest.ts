/** The digest of a change: what a Validator approves is exactly this and nothing else (design 8). */

import { createHash } from 'node:crypto';
import type { RosterEntry } from './words/case.ts';
import type { Contact } from './words/contact.ts';

export interface Change {
  readonly kind: string;
  readonly cctld: string;
  readonly anchor: string;
  readonly contacts: readonly Contact[];
  readonly before: readonly RosterEntry[];
}

/** SHA-256 over the change, hex; '' when nobody would be added, so that nothing can be approved. */
export function digestOf(change: Change): string {
  if (change.contacts.length === 0) return '';
  const people = change.contacts.map(onePerson);
  const before = change.before.map(onePerson).toSorted();
  const text = JSON.stringify([change.kind, change.cctld, change.anchor, people, before]);
  return createHash('sha256').update(text).digest('hex');
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
