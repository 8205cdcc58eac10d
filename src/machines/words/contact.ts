/** A person offered as security and stability contact (SSC), as read from a mail. */

import type { Address } from './address.ts';
import type { Cctld } from './cctld.ts';

/** One telephone number: as the person wrote it, and in E.164 when it could be read. */
export interface Phone {
  readonly raw: string;
  /** `+31612345678`, with `;ext=12` (RFC 3966 5.1.2) when an extension was given. */
  readonly e164?: string;
}

/** One SSC: one person, one personal address, one or more phones; primary or secondary. */
export interface Contact {
  readonly firstName: string;
  readonly lastName: string;
  readonly address: Address;
  readonly phones: readonly Phone[];
  readonly primary: boolean;
}

/** Where in the mail a field was found, so that a Validator can check it by eye. */
export interface FieldSource {
  readonly field: 'cctld' | 'firstName' | 'lastName' | 'name' | 'address' | 'phone' | 'primary';
  /** The line as the sender wrote it, at most 200 characters. */
  readonly line: string;
  /**
   * A labelled field in `own` text, a value typed `inline` into our quoted form, a cell of a `table`,
   * words without labels (`prose`), which a Validator should compare, or a vCard (`card`).
   */
  readonly where: 'own' | 'inline' | 'table' | 'prose' | 'card';
}

/** A contact as far as it could be read: what is missing or unreadable is left out. */
export interface DraftContact {
  /** The number that the sender gave it (1 to 9), or its place in the mail. */
  readonly number: number;
  /** true when the sender gave that number ("Contact 2"); absent when it is only the place in the mail. */
  readonly numbered?: true;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly address?: Address;
  /** What stood where the address belongs, when it could not be read as one. */
  readonly rawAddress?: string;
  readonly phones: readonly Phone[];
  /** true or false when the sender said so; absent when nothing was said. */
  readonly primary?: boolean;
  readonly sources: readonly FieldSource[];
  /** The ccTLD under whose own heading it stands, in a mail that has such a heading for each of several. */
  readonly cctld?: Cctld;
}

/** Why it is not clear what is asked; each can be asked back. */
export type UnclearCode =
  /** People are named, and nothing says whether they come beside those on the list or in their place. */
  | 'add-or-replace'
  /** "Replace Alice", and no newcomer is described; or a newcomer, and it is not said in whose place. */
  | 'replaced-by-whom'
  | 'replaces-whom'
  /** Somebody is named who is not on the list of this ccTLD, or who may be two of them. */
  | 'not-on-the-list'
  | 'which-person'
  /** "Change the phone of Alice", without a readable number, name or address. */
  | 'changed-to-what';

/** What is wrong with one contact, or with all of them together; each can be acted on by a person. */
export type ComplaintCode =
  | 'no-contacts'
  | 'too-many-contacts'
  | 'no-primary'
  | 'two-primaries'
  | 'missing-name'
  | 'missing-last-name'
  | 'missing-address'
  | 'unreadable-address'
  | 'role-address'
  | 'missing-phone'
  | 'duplicate-address'
  | 'unsafe-characters'
  | 'too-long'
  | 'quoted-only'
  | 'only-files'
  | UnclearCode
  /** More than three people would be on the list of this ccTLD. */
  | 'list-too-long'
  /** The list is already as the mail asks. */
  | 'nothing-changes'
  /** The new address of somebody is that of another person on the list. */
  | 'address-of-another'
  /** The person is a contact for another ccTLD too: name and phones are theirs to change. */
  | 'only-the-person';

export interface Complaint {
  readonly code: ComplaintCode;
  /** Number of the contact concerned; absent when it concerns the request as a whole. */
  readonly contact?: number;
  /** What the sender wrote there, cleaned for display, at most 100 characters. */
  readonly found?: string;
}

/** Does not stop the request, but the Validator sees it before deciding. */
export type WarningCode =
  | 'only-one-contact'
  | 'nobody-left'
  | 'primary-follows'
  | 'unparsed-phone'
  | 'single-word-name'
  | 'contact-is-anchor'
  | 'person-known-elsewhere'
  | 'person-unreachable'
  | 'registry-changing'
  | 'organisation-differs'
  | 'anchor-under-cctld'
  | 'anchor-look-alike'
  | 'anchor-changed'
  | 'answered-from-elsewhere'
  | 'display-name-shows-other-address'
  | 'unreadable-text'
  | 'clarify-rounds-used-up'
  | 'attachments-not-read'
  | 'read-from-prose'
  | 'read-from-card'
  | 'unread-data'
  | 'table-unclear'
  | 'contacts-in-cc'
  | 'corrects-earlier-mail'
  | 'asks-to-remove'
  | 'asks-to-replace'
  | 'asks-a-question'
  | 'declines';

export interface Warning {
  readonly code: WarningCode;
  readonly contact?: number;
  readonly found?: string;
}
