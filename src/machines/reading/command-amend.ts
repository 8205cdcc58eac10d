/** What AMEND sets: "contact 2 phone +44 20 7946 0123", "contact 1 name: Rosa Lind", "2 primary". */

import type { Amendment } from '../words/command.ts';
import {
  isName,
  readOneAddress,
  readOnlyPhones,
  readWholeName,
  type Why,
} from './command-values.ts';

const PREFIX = 'AMEND 4711 contact 2';
export const AMEND_USAGES = {
  phone: `${PREFIX} phone +44 20 7946 0123, +44 7700 900123`,
  name: `${PREFIX} name first: Rosa last: Lind`,
  firstName: `${PREFIX} first Rosa`,
  lastName: `${PREFIX} last Lind`,
  address: `${PREFIX} e-mail rosa@nic.example`,
  primary: `${PREFIX} primary`,
} as const;

type Field = keyof typeof AMEND_USAGES;

const WORDS: Readonly<Record<string, Field>> = {
  phone: 'phone',
  phones: 'phone',
  telephone: 'phone',
  tel: 'phone',
  mobile: 'phone',
  'phone number': 'phone',
  'phone numbers': 'phone',
  name: 'name',
  first: 'firstName',
  firstname: 'firstName',
  'first name': 'firstName',
  'given name': 'firstName',
  last: 'lastName',
  lastname: 'lastName',
  'last name': 'lastName',
  'family name': 'lastName',
  surname: 'lastName',
  mail: 'address',
  email: 'address',
  'e-mail': 'address',
  address: 'address',
  'mail address': 'address',
  'email address': 'address',
  'e-mail address': 'address',
  primary: 'primary',
};

const READERS: Readonly<Record<Field, (value: string) => Amendment | Why>> = {
  phone: readPhone,
  name: readName,
  firstName: (value) => readPart('firstName', value),
  lastName: (value) => readPart('lastName', value),
  address: readNewAddress,
  primary: readPrimary,
};

interface Amended {
  readonly contact: number;
  readonly amendment: Amendment;
}

/** What stands behind the number of the case. */
export function readAmendment(text: string): Amended | Why {
  const [, number, rest = ''] =
    /^(?:contact\s{0,3}[:#]?\s{0,3})?#?([1-9])(?![\p{L}\p{N}_-]|[.,]\d)[:.,]?\s*(.*)$/isu.exec(
      text,
    ) ?? [];
  if (number === undefined) return { why: 'The number of the contact (1 to 9) is missing.' };
  const { field, value } = splitField(rest);
  if (field === undefined) return { why: NO_FIELD };
  const amendment = READERS[field](value);
  return 'why' in amendment
    ? { ...amendment, usage: AMEND_USAGES[field] }
    : { contact: Number(number), amendment };
}

const NO_FIELD = 'Say what is wrong: phone, name, first, last, e-mail or primary.';

const FIELD =
  /^(first name|given name|last name|family name|(?:e-?mail|mail) address|phone numbers?|[a-z-]{3,10})(?![\p{L}\p{N}_-])\s{0,9}(?:[:=：]\s{0,9})?(.*)$/isu;

function splitField(text: string): { readonly field?: Field; readonly value: string } {
  const [, word = '', value = ''] = FIELD.exec(text) ?? [];
  const low = word.toLowerCase();
  const field = Object.hasOwn(WORDS, low) ? WORDS[low] : undefined;
  return field === undefined ? { value } : { field, value: value.trim() };
}

function readPhone(value: string): Amendment | Why {
  const phones = readOnlyPhones(value);
  return 'why' in phones ? phones : { field: 'phone', phones };
}

function readName(value: string): Amendment | Why {
  const name = readWholeName(value);
  return name === undefined
    ? { why: 'First and last name cannot be told apart here, or one of them is missing.' }
    : { field: 'name', ...name };
}

function readPart(field: 'firstName' | 'lastName', value: string): Amendment | Why {
  return isName(value) ? { field, value } : { why: 'The name is missing, or it is not a name.' };
}

function readNewAddress(value: string): Amendment | Why {
  const address = readOneAddress(value);
  return address === undefined
    ? { why: 'This is not one e-mail address.' }
    : { field: 'address', value: address };
}

function readPrimary(value: string): Amendment | Why {
  return /^(?:yes)?[.!]?$/i.test(value)
    ? { field: 'primary' }
    : { why: 'Nothing may follow "primary": name the contact who shall be it.' };
}
