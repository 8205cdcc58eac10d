/** Data that want to become headers, commands, formulas, markup or lines of our letters. */

import type { AttackMail } from '../expected.ts';
import { FACELESS, MALLORY, ODD_CLAIM } from './parts.ts';

export const INJECTION: readonly AttackMail[] = [
  {
    file: 'subject-with-line-break', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'The subject decodes to line breaks and more fields.',
  },
  {
    file: 'subject-with-raw-cr', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'A bare CR in the subject, a field behind it.',
  },
  {
    file: 'subject-with-token-form', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'The subject imitates the mark of our letters, with a made-up token.',
  },
  {
    file: 'subject-with-escape-sequences', envelopeFrom: MALLORY,
    sign: { domain: 'attacker.example' }, outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'Escape sequences of a terminal, for whoever reads the inbox on the command line.',
  },
  {
    file: 'subject-very-long', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'A subject of 50,000 letters in encoded words.',
  },
  {
    file: 'message-id-with-line-break', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'The Message-ID goes into In-Reply-To of our answer.',
  },
  {
    file: 'message-id-very-long', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'A Message-ID of 20,000 letters.',
  },
  {
    file: 'message-id-with-several', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'Several IDs and free text in one field.',
  },
  {
    file: 'name-with-line-break-by-html', envelopeFrom: MALLORY,
    sign: { domain: 'attacker.example' }, outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'Character references make a line break within a table cell.',
  },
  {
    file: 'name-with-line-separators', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches:
      'U+2028, U+0085, vertical tab and form feed within the name fake lines of the queue letter.',
  },
  {
    file: 'name-with-encoded-line-break', envelopeFrom: MALLORY,
    sign: { domain: 'attacker.example' }, outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'An encoded word and an escaped line break in the form.',
  },
  {
    file: 'name-with-direction-override', envelopeFrom: MALLORY,
    sign: { domain: 'attacker.example' }, outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'The name turns round what stands behind it.',
  },
  {
    file: 'name-with-zero-width-characters', envelopeFrom: MALLORY,
    sign: { domain: 'attacker.example' }, outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'Invisible letters make two names that look the same.',
  },
  {
    file: 'name-with-control-characters', envelopeFrom: MALLORY,
    sign: { domain: 'attacker.example' }, outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'Backspaces, escapes and a bell within the name.',
  },
  {
    file: 'name-with-nul', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'A NUL, which a database for text does not take.',
  },
  {
    file: 'name-with-broken-utf-8', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'Half a character, an overlong slash and a lone surrogate.',
  },
  {
    file: 'name-with-combining-marks', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'A thousand combining marks on one letter.',
  },
  {
    file: 'name-is-a-formula', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'Spreadsheet formulas in every field (CSV injection).',
  },
  {
    file: 'name-is-a-formula-behind-a-tab', envelopeFrom: MALLORY,
    sign: { domain: 'attacker.example' }, outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'A tab and a carriage return before the sign.',
  },
  {
    file: 'name-is-a-template', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'What templates of many languages would fill in.',
  },
  {
    file: 'name-is-markup', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: "A script, a picture and a closing tag, for the operator's page.",
  },
  {
    file: 'name-is-sql', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: "Little Bobby's cousins.",
  },
  {
    file: 'name-is-a-property', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'Names that mean something to JavaScript objects.',
  },
  {
    file: 'name-is-a-command', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'The contact is called "APPROVE", number and ccTLD of a queued case.',
  },
  {
    file: 'name-is-a-word-of-consent', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'The challenge will show the names: "CONFIRM" and "REJECT".',
  },
  {
    file: 'name-is-a-label', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'The values are labels of the form.',
  },
  {
    file: 'name-is-an-address', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: "The name is the Admin Contact's address.",
  },
  {
    file: 'name-very-long', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'Names of 10,000 letters.',
  },
  {
    file: 'name-is-a-letter-of-ours', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'The free text imitates the end of one letter and the beginning of another.',
  },
  {
    file: 'address-with-line-break', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'The address of a contact is folded, with a field behind it.',
  },
  {
    file: 'address-with-encoded-line-break', envelopeFrom: MALLORY,
    sign: { domain: 'attacker.example' }, outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'A line break as %0d%0a, and a mailto with a copy.',
  },
  {
    file: 'address-with-two-mailboxes', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'A bracket and a comma smuggle in a second recipient.',
  },
  {
    file: 'address-with-smtp-command', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'Quotes, blanks and SMTP commands within the address.',
  },
  {
    file: 'address-is-our-own', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: "The contacts' addresses are ours: letters to them would come back.",
  },
  {
    file: 'address-is-a-validator', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: "The contacts' addresses are the Validators'.",
  },
  {
    file: 'address-same-by-case', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'Two contacts share one mailbox, written in two ways.',
  },
  {
    file: 'address-look-alike-of-the-anchor', envelopeFrom: MALLORY,
    sign: { domain: 'attacker.example' }, outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: "The contact's domain looks like the Admin Contact's.",
  },
  {
    file: 'link-text-is-another-address', envelopeFrom: MALLORY,
    sign: { domain: 'attacker.example' }, outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'HTML: the text of the link is one address, its target another.',
  },
  {
    file: 'hidden-contact-in-html', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'A third contact that the Admin Contact in copy does not see.',
  },
  {
    file: 'parts-with-different-contacts', envelopeFrom: MALLORY,
    sign: { domain: 'attacker.example' }, outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'The plain part names others than the HTML part.',
  },
  {
    file: 'card-with-line-break', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'A vCard with escaped and folded line breaks, and fields of its own.',
  },
  {
    file: 'file-name-with-line-break', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'File names with line breaks, paths, devices and direction marks.',
  },
  {
    file: 'reply-to-somebody-else', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'Reply-To leads our answers to a victim: answers go to From alone (RFC 3834 4).',
  },
  {
    file: 'display-name-with-line-break', envelopeFrom: MALLORY,
    sign: { domain: 'attacker.example' }, outcomes: [...ODD_CLAIM, ...FACELESS], atMost: 'E1',
    teaches: "The sender's name decodes to fields.",
  },
  {
    file: 'phone-with-anything', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'Phone fields with commands, letters, extensions and 5,000 digits.',
  },
  {
    file: 'five-hundred-contacts', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ODD_CLAIM, atMost: 'E1',
    teaches: 'Five hundred people want to be on the list.',
  },
];
