/** Finds out that an address or a name belongs to a function instead of a person (report 3.3: personal trust). */

import { domainToUnicode } from 'node:url';

import { domainOf, localOf, type Address } from '../words/address.ts';
import type { Cctld } from '../words/cctld.ts';
import {
  areFunctionWords,
  foldName,
  isFunctionName,
  isNeutral,
  isSurname,
  RFC_2142,
} from './function-words.ts';

interface Offered {
  readonly address: Address;
  readonly firstName?: string;
  readonly lastName?: string;
}

/**
 * Why the contact looks like a function, as a clause to put behind "because"; undefined when nothing
 * says so. A hint for people: the sender is asked back, and the Validator may grant an exception.
 */
export function roleReason(
  contact: Offered,
  { cctld }: { readonly cctld?: Cctld | undefined },
): string | undefined {
  return mailboxReason(contact, cctld) ?? nameReason(contact, cctld);
}

function mailboxReason(contact: Offered, cctld: Cctld | undefined): string | undefined {
  const local = localOf(contact.address);
  const parts = partsOf(local);
  const own = cctldWords(cctld);
  if (parts.length === 1 && RFC_2142.has(parts[0] ?? '')) {
    return `"${local}" is a mailbox name for a function (RFC 2142), not for one person`;
  }
  if (isOwnSurname(contact, parts)) return undefined;
  if (areFunctionWords(parts, own))
    return `"${local}" is the name of a function or a group, not of one person`;
  if (parts.length > 0 && parts.every((part) => own.has(part))) {
    return `"${local}" is the ccTLD itself, not the name of a person`;
  }
  return organisationReason(contact, local);
}

// nic@nic.xa, dnsexample@dns-example.test; but perez@perez.example when Pérez is the person's name.
function organisationReason(contact: Offered, local: string): string | undefined {
  const bare = squeeze(local);
  const labels = domainOf(contact.address).split('.').slice(0, -1).map(squeeze);
  const names = nameWords(contact);
  if (bare === '' || !labels.includes(bare) || names.includes(bare) || names.join('') === bare)
    return undefined;
  return `"${local}" is the name of the organisation (as in its domain), not of one person`;
}

// head@nic.xa of Ana Head, law@law.example of Luis Law.
function isOwnSurname(contact: Offered, parts: readonly string[]): boolean {
  const names = nameWords(contact);
  return parts.every((part) => isSurname(part) && names.includes(part)) && names.length > 1;
}

// "NOC duty officer", "Security Team": every word is one of a function.
function nameReason(contact: Offered, cctld: Cctld | undefined): string | undefined {
  const name = [contact.firstName, contact.lastName].filter(Boolean).join(' ');
  if (!isFunctionName(name, cctldWords(cctld))) return undefined;
  return `the name "${name.slice(0, 60)}" is that of a function or a group, not of one person`;
}

/** `noc-team2+xa` is noc, team: without the tag, without digits, cut at the signs between words. */
function partsOf(local: string): string[] {
  const parts = (local.split('+', 1)[0] ?? '').split(/[._=~-]+/);
  return parts
    .map((part) => (isNeutral(part) ? part : part.replace(/\d+$|^\d+/g, '')))
    .filter((part) => part !== '');
}

function nameWords({ firstName = '', lastName = '' }: Offered): string[] {
  return foldName(`${firstName} ${lastName}`);
}

function cctldWords(cctld: Cctld | undefined): ReadonlySet<string> {
  if (cctld === undefined) return new Set();
  return new Set([cctld, domainToUnicode(cctld)]);
}

function squeeze(text: string): string {
  return text.replace(/[._=~-]/g, '');
}
