/** What a Validator should see before the change itself: each can be a sign of an attack. */

import type { JoinFacts, KnownPerson, RegistryView } from './facts.ts';
import { invitesFor } from './invites.ts';
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
  unsettledManager,
}: RegistryView): Warning[] {
  const warnings: Warning[] = [];
  if (unsettledManager !== undefined) {
    warnings.push({ code: 'registry-changing', found: unsettledManager.slice(0, 100) });
  }
  if (fold(organisation) !== fold(adminOrganisation) && adminOrganisation !== '') {
    warnings.push({ code: 'organisation-differs', found: adminOrganisation.slice(0, 100) });
  }
  // Who hijacks the ccTLD owns this mailbox, and then every other proof passes too (design 12).
  if (domainOf(anchor).endsWith(`.${cctld}`)) {
    warnings.push({ code: 'anchor-under-cctld', found: domainOf(anchor) });
  }
  return warnings;
}

function aboutSender(facts: JoinFacts, view: RegistryView): Warning[] {
  const { mail } = facts;
  const { anchor } = view;
  const warnings: Warning[] = [];
  const people = [mail.from, ...mail.copied];
  for (const { address } of people) {
    if (address !== anchor && looksLike(anchor, address)) {
      warnings.push({ code: 'anchor-look-alike', found: address });
    }
  }
  // Who was sent the letter may have passed it on, with the code in it.
  if (mail.from.address !== anchor && invitesFor(facts, view).length > 0) {
    warnings.push({ code: 'answered-from-elsewhere', found: mail.from.address });
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
  if (person === undefined) return [];
  const elsewhere = person.cctlds.filter((cctld) => cctld !== here);
  const list = elsewhere.map((cctld) => `.${cctld}`).join(', ');
  const found = `${person.firstName} ${person.lastName} (${list})`.slice(0, 100);
  return [
    ...(person.unreachable === true
      ? [{ code: 'person-unreachable', contact: number } as const]
      : []),
    ...(elsewhere.length === 0
      ? []
      : [{ code: 'person-known-elsewhere', contact: number, found } as const]),
  ];
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
