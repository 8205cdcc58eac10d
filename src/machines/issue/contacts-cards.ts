/** The contact list as one file of vCards: one import puts all contacts on a telephone. */

import { inOrder, type Unreachable } from '../letters/contact-table.ts';
import { cleanLine } from '../letters/foreign.ts';
import { showDay } from '../letters/parts.ts';
import { writeCardProperty } from '../reading/card-property.ts';
import type { RosterEntry } from '../words/case.ts';
import { showCctld } from '../words/cctld.ts';
import type { Phone } from '../words/contact.ts';
import { phoneText } from './phone-text.ts';

export interface CardsView {
  readonly entries: readonly RosterEntry[];
  readonly unreachable: Unreachable;
  /** `TLD-OPS` */
  readonly list: string;
  /** For the note on each card: what it may be used for, and how old it is. */
  readonly label: string;
}

/**
 * vCard 3.0, because all telephones import it; several of them do not know 4.0. One card for each person,
 * with all their ccTLDs where telephones show the company, so that a search for ".xa" finds it. Nothing
 * more than a telephone uses: a thousand cards go by mail.
 */
export function contactsCards(view: CardsView): string {
  const people = Map.groupBy(inOrder(view.entries), ({ address }) => address);
  return [...people.values()].map((entries) => card(view, entries)).join('');
}

function card({ unreachable, list, label }: CardsView, entries: readonly RosterEntry[]): string {
  const [person] = entries;
  if (person === undefined) return '';
  const [first, last] = [cleanLine(person.firstName, 120), cleanLine(person.lastName, 120)];
  const away = unreachable.get(person.address);
  const unreadable = person.phones.filter((phone) => !canBeDialled(phone)).map(phoneText);
  const primary = entries.filter((one) => one.primary).map(({ cctld }) => showCctld(cctld));
  const note = [
    label,
    ...(primary.length === 0 ? [] : [`Primary: ${primary.join(' ')}.`]),
    ...unreadable.map((one) => `Telephone as written: ${one}`),
    ...(away === undefined ? [] : [`Mail has not arrived since ${showDay(away)}.`]),
  ].join(' ');
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    writeCardProperty('n', [last, first, '', '', '']),
    writeCardProperty('fn', `${first} ${last}`),
    writeCardProperty('org', [`${entries.map(({ cctld }) => showCctld(cctld)).join(' ')} ${list}`]),
    ...person.phones.filter(canBeDialled).map(telephone),
    writeCardProperty('email', person.address),
    writeCardProperty('note', note.replaceAll('\u00a0', ' ')),
    'END:VCARD',
  ];
  return `${lines.join('\r\n')}\r\n`;
}

// A comma makes telephones wait and then dial the rest; of "ext." some would dial the letters.
function telephone(phone: Phone): string {
  const number = phone.e164?.replace(';ext=', ',') ?? phoneText(phone);
  return writeCardProperty('tel', number, { type: 'WORK' });
}

// Letters stand for digits on a keypad: a sentence must not be dialled.
function canBeDialled(phone: Phone): boolean {
  return phone.e164 !== undefined || /^[\d\s+()./-]*\d[\d\s+()./-]*$/.test(phoneText(phone));
}
