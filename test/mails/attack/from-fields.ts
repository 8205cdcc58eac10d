/** More than one From field, or one that hides: nobody wrote such a mail. */

import type { AttackMail } from '../expected.ts';
import { ADMIN_HOST, FACELESS, MALLORY, NOT_ADMIN, TWO_FROM } from './parts.ts';

export const FROM_FIELDS: readonly AttackMail[] = [
  {
    file: 'two-from-fields-attacker-first', envelopeFrom: MALLORY,
    sign: { domain: 'attacker.example' }, outcomes: TWO_FROM,
    teaches: 'Libraries keep the last From, people often see the first: nobody wrote this.',
  },
  {
    file: 'two-from-fields-admin-first', envelopeFrom: MALLORY,
    sign: { domain: 'attacker.example' }, outcomes: TWO_FROM,
    teaches: 'The other way round, for libraries that keep the first From.',
  },
  {
    file: 'two-from-fields-apart', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: TWO_FROM,
    teaches: 'The second From stands at the end of the header, behind a screenful of other fields.',
  },
  {
    file: 'two-from-fields-same-address', envelopeFrom: 'admin@nic.xa', client: ADMIN_HOST,
    sign: { domain: 'nic.xa' }, outcomes: TWO_FROM,
    teaches: 'Two From fields that agree are still two: which of them is signed nobody can tell.',
  },
  {
    file: 'two-from-fields-capitals', envelopeFrom: MALLORY, outcomes: TWO_FROM,
    teaches: 'FROM and From are the same field (RFC 5322 1.2.2).',
  },
  {
    file: 'two-from-fields-blank-before-colon', envelopeFrom: MALLORY,
    sign: { domain: 'attacker.example' }, outcomes: TWO_FROM,
    teaches: '"From :" is the obsolete form of From (RFC 5322 4.5): the field is there twice.',
  },
  {
    file: 'two-from-fields-tab-before-colon', envelopeFrom: MALLORY, outcomes: TWO_FROM,
    teaches: 'The same with tabs before the colon.',
  },
  {
    file: 'two-from-fields-folded', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: TWO_FROM,
    teaches:
      'One From is folded right behind its colon, so that a reader of single lines finds it empty.',
  },
  {
    file: 'two-from-fields-second-empty', envelopeFrom: MALLORY, outcomes: TWO_FROM,
    teaches: 'An empty second From may count as the author or as nothing.',
  },
  {
    file: 'from-folded-into-subject', envelopeFrom: MALLORY, outcomes: [...NOT_ADMIN, ...TWO_FROM],
    teaches:
      'A line that begins with a blank belongs to the field above: this From is a part of the subject.',
  },
  {
    file: 'from-with-leading-blank-first', envelopeFrom: MALLORY,
    outcomes: [...NOT_ADMIN, ...TWO_FROM, ...FACELESS],
    teaches: 'The header begins with " From:", which some parsers trim and others skip.',
  },
  {
    file: 'from-after-bare-cr', envelopeFrom: MALLORY,
    outcomes: [...NOT_ADMIN, ...TWO_FROM, ...FACELESS],
    teaches: 'A bare CR in the subject is a line end for some programs: behind it stands a From.',
  },
  {
    file: 'from-after-bare-lf', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: [...TWO_FROM, ...NOT_ADMIN],
    teaches:
      'A bare LF in the subject is a line end for most programs: behind it stands a second From.',
  },
  {
    file: 'from-after-nul', envelopeFrom: MALLORY,
    outcomes: [...NOT_ADMIN, ...TWO_FROM, ...FACELESS],
    teaches: 'A NUL byte ends a line in programs written in C: behind it stands a From.',
  },
  {
    file: 'from-after-vertical-tab', envelopeFrom: MALLORY, outcomes: [...NOT_ADMIN, ...TWO_FROM],
    teaches: 'Vertical tab and form feed are line ends for some languages, not for mail.',
  },
  {
    file: 'from-after-unicode-line-separator', envelopeFrom: MALLORY,
    outcomes: [...NOT_ADMIN, ...TWO_FROM],
    teaches: 'U+2028, U+2029 and U+0085 are line ends for Unicode, not for mail.',
  },
  {
    file: 'from-behind-early-end-of-header', envelopeFrom: MALLORY,
    outcomes: [...NOT_ADMIN, ...TWO_FROM, 'held no-from-field'],
    teaches: 'Two bare LFs end the header for some programs: for them the mail has no author.',
  },
  {
    file: 'from-in-first-line-of-body', envelopeFrom: MALLORY, outcomes: [...NOT_ADMIN, 'held passed-on'],
    teaches: 'The body begins with a header of its own, as if the blank line above did not count.',
  },
  {
    file: 'from-only-in-mbox-line', envelopeFrom: MALLORY, outcomes: [...NOT_ADMIN, ...FACELESS],
    teaches: 'The From_ line of a mailbox file names the Admin Contact; it is no header field.',
  },
  {
    file: 'no-from-but-sender-is-admin', envelopeFrom: MALLORY, outcomes: ['held no-from-field'],
    teaches: 'From is missing, Sender names the Admin Contact.',
  },
  {
    file: 'from-with-nul-in-field-name', envelopeFrom: MALLORY,
    outcomes: ['held no-from-field', ...FACELESS],
    teaches: 'A NUL within the name of the field: whoever drops it sees From.',
  },
  {
    file: 'from-with-look-alike-field-name', envelopeFrom: MALLORY,
    outcomes: ['held no-from-field', ...FACELESS],
    teaches: 'The name of the field holds a Cyrillic letter: it is another field.',
  },
];
