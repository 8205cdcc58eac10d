/** What is read from vCards beside what the text says: people put their own card on every mail. */

import type { DraftContact, Warning } from '../words/contact.ts';
import { cleanLine } from './clean-line.ts';
import type { FormReading } from './form.ts';
import { primarySaid } from './prose-primary.ts';

/**
 * Cards are the contacts when the text names nobody. When it does, a card gives the phones of whoever
 * the text names without one, and any other is only shown to the Validator.
 */
export function withCards(form: FormReading, cards: readonly DraftContact[]): FormReading {
  if (cards.length === 0) return form;
  if (form.contacts.length === 0) {
    const contacts = markPrimary(form.leftover, cards);
    return { ...form, contacts, warnings: [...form.warnings, ...cards.map(readFrom)] };
  }
  const contacts = form.contacts.map((contact) => completed(contact, cards));
  const others = cards.filter(
    ({ address }) => !contacts.some((contact) => contact.address === address),
  );
  return { ...form, contacts, warnings: [...form.warnings, ...others.map(unread)] };
}

const MOST_LINES = 200;

// "The primary contact is Ana", above the cards that say who she is.
function markPrimary(text: string, cards: readonly DraftContact[]): DraftContact[] {
  const names = cards.map(({ firstName = '', lastName = '' }) =>
    [`${firstName} ${lastName}`.trim(), firstName, lastName].filter((name) => name !== ''),
  );
  const marked = cards.map((card) => ({ ...card }));
  for (const line of text.split('\n').slice(0, MOST_LINES)) {
    for (const sentence of line.slice(0, 2000).split(/(?<=[.!?。])\s{0,3}(?=\S)/u)) {
      for (const { place, is } of primarySaid(sentence, names)) {
        const card = marked[place];
        if (card === undefined || card.primary !== undefined) continue;
        const source = { field: 'primary', line: cleanLine(line, 200), where: 'prose' } as const;
        marked[place] = { ...card, primary: is, sources: [...card.sources, source] };
      }
    }
  }
  return marked;
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
