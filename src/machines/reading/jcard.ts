/** What a jCard says about a contact (RFC 7095), as far as the registry's record has it. */

import { type Address, readAddress } from '../words/address.ts';
import { listOf, member, wordsOf } from './json-values.ts';

/** The properties of a card: `[name, parameters, type, value, …]` each. */
export type Card = readonly (readonly unknown[])[];

/** The card of an entity (RFC 9083 5.1); an entity without one has no properties. */
export function cardOf(entity: unknown): Card {
  const [kind, properties] = listOf(member(entity, 'vcardArray'));
  return kind === 'vcard' ? listOf(properties).map(listOf) : [];
}

/** The one address of the card: two different ones, or one that is none, leave open who it is. */
export function addressOf(card: Card): Address | undefined {
  const texts = named(card, 'email').flatMap(valuesOf);
  const found = new Set(texts.map((text) => readAddress(text)));
  return found.size === 1 ? [...found][0] : undefined;
}

export function nameOf(card: Card): string {
  return named(card, 'fn').flatMap(valuesOf).join(' ');
}

/** Its organisation; where it names none, `otherwise`: the card of a manager is one of an organisation. */
export function organisationOf(card: Card, otherwise = nameOf(card)): string {
  return named(card, 'org').flatMap(valuesOf).join(' ') || otherwise;
}

/** Numbers to call, as text; a fax has none (RFC 6350 6.4.1). */
export function phonesOf(card: Card): string[] {
  const spoken = named(card, 'tel').filter(([, parameters]) => !isFax(parameters));
  return spoken.flatMap(valuesOf).map((text) => text.replace(/^tel:/i, ''));
}

function named(card: Card, name: string): Card {
  return card.filter(([one]) => typeof one === 'string' && one.toLowerCase() === name);
}

// A value has parts where it is structured, as an organisation and its department (RFC 7095 3.3.1.3).
function valuesOf([, , , ...values]: readonly unknown[]): string[] {
  const parts = values.flatMap((value) => (Array.isArray(value) ? listOf(value) : [value]));
  return parts.map(wordsOf).filter((text) => text !== '');
}

function isFax(parameters: unknown): boolean {
  const type = member(parameters, 'type');
  const types = (Array.isArray(type) ? listOf(type) : [type]).map((one) =>
    wordsOf(one).toLowerCase(),
  );
  return types.includes('fax') && !types.includes('voice');
}
