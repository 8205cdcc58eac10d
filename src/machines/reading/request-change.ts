/** What an SSC changes of their own data: "change phone …", "change my name to …", "change email: …". */

import type { Address } from '../words/address.ts';
import type { Phone } from '../words/contact.ts';
import { readOneAddress, readOnlyPhones, readWholeName, type Why } from './command-values.ts';

type Change =
  | { readonly kind: 'change-phone'; readonly phones: readonly Phone[] }
  | { readonly kind: 'change-name'; readonly firstName: string; readonly lastName: string }
  | { readonly kind: 'change-address'; readonly address: Address };

export const CHANGE_USAGES = {
  phone: 'change phone +44 20 7946 0123, +44 7700 900123',
  name: 'change name Anna Maria Berg',
  labelled: 'change name first: Anna Maria last: Berg',
  address: 'change email anna@nic.example',
} as const;

const FIELD =
  /^(?:(?:my|the)\s+)?(?:new\s+)?(phone|telephone|tel|mobile|cell|number|name|e-?mail|mail|address)s?(?:\s(?:phone|number|address)s?){0,2}(?![\p{L}\p{N}_-])\s{0,9}(?:[:=：]\s{0,9})?(.*)$/isu;

/** What stands behind "change"; undefined when it is a sentence ("change of the Admin Contact"). */
export function readChange(rest: string): Change | Why | undefined {
  const [, field, behind = ''] = FIELD.exec(rest) ?? [];
  if (field === undefined) return noField(rest);
  // In small letters only: "To" is a family name.
  const value = behind.replace(/^(?:to|is|into)(?:\s{0,9}[:=]\s{0,9}|\s+)/, '').trim();
  if (/^from\s/.test(value)) return { why: 'Write the new one alone.' };
  switch (field.toLowerCase()) {
    case 'name':
      return readName(value);
    case 'mail':
    case 'email':
    case 'e-mail':
    case 'address':
      return readAddress(value);
    default:
      return readPhone(value);
  }
}

const PART_OF_NAME = /^(?:my\s+)?(?:first|given|last|family|sur)\s?name(?!\p{L})/iu;

function noField(rest: string): Why | undefined {
  if (PART_OF_NAME.test(rest)) return { why: 'Write both names.', usage: CHANGE_USAGES.labelled };
  return rest.split(/\s+/).length > 2
    ? undefined
    : { why: 'Here you can change your phone, name or email.' };
}

function readPhone(value: string): Change | Why {
  const phones = readOnlyPhones(value);
  return 'why' in phones ? phones : { kind: 'change-phone', phones };
}

function readName(value: string): Change | Why {
  const name = readWholeName(value);
  return name === undefined
    ? {
        why: 'First and last name cannot be told apart here, or one of them is missing.',
        usage: CHANGE_USAGES.labelled,
      }
    : { kind: 'change-name', ...name };
}

function readAddress(value: string): Change | Why {
  const address = readOneAddress(value);
  return address === undefined
    ? {
        why: 'This is not one e-mail address. Write the new one alone.',
        usage: CHANGE_USAGES.address,
      }
    : { kind: 'change-address', address };
}
