/** Mails of a Validator, with the true token, in which no command that counts was typed. */

import type { AttackMail } from '../expected.ts';
import { MACHINE, NO_COMMAND, VALIDATE, VALIDATOR_HOST } from './parts.ts';

export const MISREAD_COMMANDS: readonly AttackMail[] = [
  {
    file: 'thanks-above-quoted-approve', envelopeFrom: 'val1@ccnso.example', to: '{{validate-to}}',
    client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' }, outcomes: NO_COMMAND,
    teaches: 'Thanks, and the whole letter below, with its commands.',
  },
  {
    file: 'approve-quoted-only', envelopeFrom: 'val1@ccnso.example', to: '{{validate-to}}',
    client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' }, outcomes: NO_COMMAND,
    teaches: 'The mail consists of the quoted command.',
  },
  {
    file: 'approve-only-the-letter-quoted', envelopeFrom: 'val1@ccnso.example',
    to: '{{validate-to}}', client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' },
    outcomes: NO_COMMAND,
    teaches: 'An empty answer above the quoted letter.',
  },
  {
    file: 'approve-below-doubt-and-quote', envelopeFrom: 'val1@ccnso.example',
    to: '{{validate-to}}', client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' },
    outcomes: NO_COMMAND,
    teaches: 'Doubts above, the quoted letter, and a command below it that was for something else.',
  },
  {
    file: 'approve-below-original-message', envelopeFrom: 'val1@ccnso.example',
    to: '{{validate-to}}', client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' },
    outcomes: NO_COMMAND,
    teaches: 'Outlook quotes without marks: the lines of the letter stand at the left edge.',
  },
  {
    file: 'approve-in-letter-without-marks', envelopeFrom: 'val1@ccnso.example',
    to: '{{validate-to}}', client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' },
    outcomes: NO_COMMAND,
    teaches: 'No word of her own, and the letter without a mark of quotation.',
  },
  {
    file: 'command-as-contact-name-quoted-bare', envelopeFrom: 'val1@ccnso.example',
    to: '{{validate-to}}', client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' },
    outcomes: NO_COMMAND,
    teaches:
      'A contact is called "APPROVE 4711 .xc"; the answer quotes the letter without marks, wrapped.',
  },
  {
    file: 'command-as-contact-name-on-top', envelopeFrom: 'val1@ccnso.example',
    to: '{{validate-to}}', client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' },
    outcomes: NO_COMMAND,
    teaches: 'The mail program drops all that it takes for layout: the name is the first line.',
  },
  {
    file: 'command-as-contact-name-in-html', envelopeFrom: 'val1@ccnso.example',
    to: '{{validate-to}}', client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' },
    outcomes: [...NO_COMMAND],
    teaches: 'The same from an HTML table, whose cells become lines.',
  },
  {
    file: 'approve-in-signature', envelopeFrom: 'val1@ccnso.example', to: '{{validate-to}}',
    client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' }, outcomes: NO_COMMAND,
    teaches: 'The command stands below the signature line.',
  },
  {
    file: 'approve-only-in-signature', envelopeFrom: 'val1@ccnso.example', to: '{{validate-to}}',
    client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' }, outcomes: NO_COMMAND,
    teaches: 'Nothing but a signature.',
  },
  {
    file: 'approve-below-blank-line', envelopeFrom: 'val1@ccnso.example', to: '{{validate-to}}',
    client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' }, outcomes: NO_COMMAND,
    teaches: 'The list of commands stops at a blank line; what stands above it is no command.',
  },
  {
    file: 'approve-in-subject-only', envelopeFrom: 'val1@ccnso.example', to: '{{validate-to}}',
    client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' }, outcomes: NO_COMMAND,
    teaches: 'The command stands in the subject.',
  },
  {
    file: 'approve-in-html-comment', envelopeFrom: 'val1@ccnso.example', to: '{{validate-to}}',
    client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' }, outcomes: NO_COMMAND,
    teaches: 'HTML only, the command in a comment.',
  },
  {
    file: 'approve-in-hidden-html', envelopeFrom: 'val1@ccnso.example', to: '{{validate-to}}',
    client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' }, outcomes: NO_COMMAND,
    teaches: 'Hidden before the text, so that it would be the first line.',
  },
  {
    file: 'approve-in-preview-text', envelopeFrom: 'val1@ccnso.example', to: '{{validate-to}}',
    client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' }, outcomes: NO_COMMAND,
    teaches: 'A preheader in white, as newsletters have it.',
  },
  {
    file: 'approve-in-attachment', envelopeFrom: 'val1@ccnso.example', to: '{{validate-to}}',
    client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' }, outcomes: NO_COMMAND,
    teaches: 'The command stands in an attached file.',
  },
  {
    file: 'plain-approve-html-refuses', envelopeFrom: 'val1@ccnso.example', to: '{{validate-to}}',
    client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' },
    outcomes: [...NO_COMMAND, 'refused command-refused'],
    teaches: 'The plain part approves, the HTML part, which she saw, does not.',
  },
  {
    file: 'approve-and-unknown-command', envelopeFrom: 'val1@ccnso.example', to: '{{validate-to}}',
    client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' },
    outcomes: ['refused command-unknown'],
    teaches: 'One line is no command: nothing runs.',
  },
  {
    file: 'approve-and-chat', envelopeFrom: 'val1@ccnso.example', to: '{{validate-to}}',
    client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' },
    outcomes: ['refused command-unknown'],
    teaches: 'A sentence follows the command without a blank line.',
  },
  {
    file: 'approve-wrong-cctld', envelopeFrom: 'val1@ccnso.example', to: '{{validate-to}}',
    client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' },
    outcomes: ['refused command-refused'],
    teaches: 'The number is right, the ccTLD another one.',
  },
  {
    file: 'approve-without-cctld', envelopeFrom: 'val1@ccnso.example', to: '{{validate-to}}',
    client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' }, outcomes: NO_COMMAND,
    teaches: 'The ccTLD is missing.',
  },
  {
    file: 'approve-another-case', envelopeFrom: 'val1@ccnso.example', to: '{{validate-to}}',
    client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' },
    outcomes: ['refused command-refused'],
    teaches: 'The token is for .xc, the command for the case about .xa that waits for CONFIRM.',
  },
  {
    file: 'approve-with-two-cctlds', envelopeFrom: 'val1@ccnso.example', to: '{{validate-to}}',
    client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' }, outcomes: NO_COMMAND,
    teaches: 'Two ccTLDs behind one number.',
  },
  {
    file: 'approve-everything', envelopeFrom: 'val1@ccnso.example', to: '{{validate-to}}',
    client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' }, outcomes: NO_COMMAND,
    teaches: 'A wild card, a range, a word.',
  },
  {
    file: 'approve-with-odd-numbers', envelopeFrom: 'val1@ccnso.example', to: '{{validate-to}}',
    client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' },
    outcomes: [...NO_COMMAND, 'refused command-refused'],
    teaches: 'Zero, minus, hexadecimal, and more digits than a number has.',
  },
  {
    file: 'approve-full-width', envelopeFrom: 'val1@ccnso.example', to: '{{validate-to}}',
    client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' }, outcomes: NO_COMMAND,
    teaches: 'Full-width letters and digits.',
  },
  {
    file: 'approve-full-width-digit-behind', envelopeFrom: 'val1@ccnso.example',
    to: '{{validate-to}}', client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' },
    outcomes: [...NO_COMMAND, 'refused command-refused'],
    teaches: 'A full-width digit behind the number makes another number of it.',
  },
  {
    file: 'approve-with-direction-marks', envelopeFrom: 'val1@ccnso.example', to: '{{validate-to}}',
    client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' },
    outcomes: [...NO_COMMAND, 'refused command-refused'],
    teaches: 'The line looks like another one than it is.',
  },
  {
    file: 'approve-with-zero-width-space', envelopeFrom: 'val1@ccnso.example',
    to: '{{validate-to}}', client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' },
    outcomes: NO_COMMAND,
    teaches: 'An invisible character within the word.',
  },
  {
    file: 'approve-with-cyrillic-letters', envelopeFrom: 'val1@ccnso.example',
    to: '{{validate-to}}', client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' },
    outcomes: NO_COMMAND,
    teaches: 'The word in Cyrillic look-alikes.',
  },
  {
    file: 'approve-with-cyrillic-cctld', envelopeFrom: 'val1@ccnso.example', to: '{{validate-to}}',
    client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' },
    outcomes: [...NO_COMMAND, 'refused command-refused'],
    teaches: '.\u0445\u0441 in Cyrillic is another ccTLD.',
  },
  {
    file: 'approve-negated', envelopeFrom: 'val1@ccnso.example', to: '{{validate-to}}',
    client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' }, outcomes: NO_COMMAND,
    teaches: 'A "not" before the command.',
  },
  {
    file: 'approve-as-question', envelopeFrom: 'val1@ccnso.example', to: '{{validate-to}}',
    client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' }, outcomes: NO_COMMAND,
    teaches: 'A question mark behind the command.',
  },
  {
    file: 'approve-with-control-characters', envelopeFrom: 'val1@ccnso.example',
    to: '{{validate-to}}', client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' },
    outcomes: [...NO_COMMAND, 'refused command-refused'],
    teaches: 'A backspace, a NUL and a carriage return within the line.',
  },
  {
    file: 'approve-flowed-from-not', envelopeFrom: 'val1@ccnso.example', to: '{{validate-to}}',
    client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' }, outcomes: NO_COMMAND,
    teaches: 'format=flowed: "I would not APPROVE" with a soft break.',
  },
  {
    file: 'approve-by-out-of-office', envelopeFrom: '', to: '{{validate-to}}',
    client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' }, outcomes: MACHINE,
    teaches: "The Validator's absence notice quotes the letter; a command stands in it.",
  },
  {
    file: 'approve-on-a-mailing-list', envelopeFrom: 'val1@ccnso.example', to: VALIDATE,
    client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' },
    outcomes: ['ignored list-header', 'ignored precedence'],
    teaches: "The Validators' own list sends a copy back.",
  },
  {
    file: 'unknown-dangerous-commands', envelopeFrom: 'val1@ccnso.example', to: '{{validate-to}}',
    client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' }, outcomes: NO_COMMAND,
    teaches: 'Words of other list managers.',
  },
  {
    file: 'commands-with-shell-and-sql', envelopeFrom: 'val1@ccnso.example', to: '{{validate-to}}',
    client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' }, outcomes: NO_COMMAND,
    teaches: 'Commands with what shells, templates and databases obey.',
  },
  {
    file: 'approve-with-quoted-token-of-another', envelopeFrom: 'val1@ccnso.example', to: VALIDATE,
    client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' },
    outcomes: ['refused command-refused', 'refused command-stale'],
    teaches:
      "The token is the challenge's, quoted; the Validator is proven: no token of her letter.",
  },
];
