/** What is read from vCards beside what the text says: people put their own card on every mail. */

import type { DraftContact, Warning } from '../words/contact.ts';
import { cleanLine } from './clean-line.ts';
import type { FormReading } from './form.ts';

/**
 * Cards are the contacts when the text names nobody. When it does, a card gives the phones of whoever
 * the text names without one, and any other is only shown to the Validator.
 */
export function withCards(form: FormReading, cards: readonly DraftContact[]): FormReading {
  if (cards.length === 0) return form;
  if (form.contacts.length === 0) {
    return { ...form, contacts: [...cards], warnings: [...form.warnings, ...cards.map(readFrom)] };
  }
  const contacts = form.contacts.map((contact) => completed(contact, cards));
  const others = cards.filter(
    ({ address }) => !contacts.some((contact) => contact.address === address),
  );
  return { ...form, contacts, warnings: [...form.warnings, ...others.map(unread)] };
}

function completed(contact: DraftContact, cards: readonly DraftContact[]): DraftContact {
  const card = cards.find(({ address }) => address !== undefined && address === contact.address);
  if (card === undefined || contact.phones.length > 0) return contact;
  const sources = card.sources.filter(({ field }) => field === 'phone');
  return { ...contact, phones: card.phones, sources: [...contact.sources, ...sources] };
}

function readFrom(card: DraftContact): Warning {
  return { code: 'read-from-card', contact: card.number, found: nameOf(card) };
}

function unread(card: DraftContact): Warning {
  return { code: 'unread-data', found: nameOf(card) };
}

function nameOf({ firstName = '', lastName = '', address }: DraftContact): string {
  return cleanLine(`${firstName} ${lastName} ${address ?? ''}`, 100);
}
