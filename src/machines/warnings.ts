/** What a Validator should see before the change itself: each can be a sign of an attack. */

import type { JoinFacts, KnownPerson, RegistryView } from './facts.ts';
import { looksLike, otherAddressInName } from './identify.ts';
import type { Cctld } from './words/cctld.ts';
import type { Contact, Warning } from './words/contact.ts';
import { domainOf } from './words/address.ts';

/** Warnings from the registry, the sender's address and the roster. */
export function warningsOf(
  facts: JoinFacts,
  view: RegistryView,
  contacts: readonly Contact[],
): Warning[] {
  return [
    ...aboutRegistry(view),
    ...aboutSender(facts, view),
    ...contacts.flatMap((contact, index) =>
      aboutPerson(contact, index + 1, facts.known, view.cctld),
    ),
    ...facts.mail.attachments.map((found): Warning => ({
      code: 'attachments-not-read',
      found: found.slice(0, 100),
    })),
  ];
}

function aboutRegistry({
  anchor,
  cctld,
  organisation,
  adminOrganisation,
}: RegistryView): Warning[] {
  const warnings: Warning[] = [];
  if (fold(organisation) !== fold(adminOrganisation) && adminOrganisation !== '') {
    warnings.push({ code: 'organisation-differs', found: adminOrganisation.slice(0, 100) });
  }
  // Who hijacks the ccTLD owns this mailbox, and then every other proof passes too (design 12).
  if (domainOf(anchor).endsWith(`.${cctld}`)) {
    warnings.push({ code: 'anchor-under-cctld', found: domainOf(anchor) });
  }
  return warnings;
}

function aboutSender({ mail }: JoinFacts, { anchor }: RegistryView): Warning[] {
  const warnings: Warning[] = [];
  const people = [mail.from, ...mail.copied];
  for (const { address } of people) {
    if (address !== anchor && looksLike(anchor, address)) {
      warnings.push({ code: 'anchor-look-alike', found: address });
    }
  }
  const other = otherAddressInName(mail.from);
  if (other !== undefined) {
    warnings.push({ code: 'display-name-shows-other-address', found: other });
  }
  return warnings;
}

function aboutPerson(
  contact: Contact,
  number: number,
  known: readonly KnownPerson[],
  here: Cctld,
): Warning[] {
  const person = known.find(({ address }) => address === contact.address);
  const elsewhere = person?.cctlds.filter((cctld) => cctld !== here) ?? [];
  if (person === undefined || elsewhere.length === 0) return [];
  const list = elsewhere.map((cctld) => `.${cctld}`).join(', ');
  const found = `${person.firstName} ${person.lastName} (${list})`.slice(0, 100);
  return [{ code: 'person-known-elsewhere', contact: number, found }];
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
