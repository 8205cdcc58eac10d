/** The Admin Contact in To or Cc, truly or seemingly. */

import type { AttackMail } from '../expected.ts';
import { CLAIM, FACELESS, MALLORY, NOT_ADMIN, SET_ASIDE } from './parts.ts';

export const COPIES: readonly AttackMail[] = [
  {
    file: 'copy-to-the-admin', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: CLAIM, atMost: 'E1',
    teaches:
      'The 2015 rule believes this: anyone writes, the Admin Contact stands in Cc. It is asked.',
  },
  {
    file: 'copy-in-second-field', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: CLAIM, atMost: 'E1',
    teaches:
      'Repeated Cc fields are combined when read (RFC 5322 4.5.3); the second names the Admin Contact.',
  },
  {
    file: 'copy-in-to', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: CLAIM, atMost: 'E1',
    teaches: 'The Admin Contact stands in To, beside our own address.',
  },
  {
    file: 'copy-folded', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: CLAIM, atMost: 'E1',
    teaches: 'The Cc field is folded within the mailbox.',
  },
  {
    file: 'copy-behind-broken-entries', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: [...CLAIM, ...NOT_ADMIN], atMost: 'E1',
    teaches: 'Entries that cannot be read stand before the Admin Contact.',
  },
  {
    file: 'copy-with-ten-thousand-others', envelopeFrom: MALLORY,
    sign: { domain: 'attacker.example' }, outcomes: [...CLAIM, ...NOT_ADMIN, ...SET_ASIDE],
    atMost: 'E1',
    teaches: 'Ten thousand addresses in To; the Admin Contact is the last.',
  },
  {
    file: 'copy-as-group-member', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: NOT_ADMIN,
    teaches: 'Members of a group never count (design 5).',
  },
  {
    file: 'copy-as-undisclosed-group', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: NOT_ADMIN,
    teaches: 'undisclosed-recipients with a member.',
  },
  {
    file: 'copy-behind-group', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: [...NOT_ADMIN, ...CLAIM], atMost: 'E1',
    teaches: 'A group that is not closed swallows what follows.',
  },
  {
    file: 'copy-in-comment', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: NOT_ADMIN,
    teaches: 'The Admin Contact stands in a comment of Cc.',
  },
  {
    file: 'copy-in-display-name', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: NOT_ADMIN,
    teaches: 'The Admin Contact is the name of another mailbox.',
  },
  {
    file: 'copy-in-quoted-string', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: NOT_ADMIN,
    teaches: 'The whole mailbox is in quotation marks.',
  },
  {
    file: 'copy-in-encoded-word', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: NOT_ADMIN,
    teaches: 'An encoded word decodes to the mailbox, comma included.',
  },
  {
    file: 'copy-only-encoded-word', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: NOT_ADMIN,
    teaches: 'Cc consists of nothing but an encoded word.',
  },
  {
    file: 'copy-with-source-route', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: [...CLAIM, ...NOT_ADMIN], atMost: 'E1',
    teaches: 'A source route leads to the Admin Contact.',
  },
  {
    file: 'copy-in-bcc', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: NOT_ADMIN,
    teaches: 'A Bcc field that was left in the header.',
  },
  {
    file: 'copy-in-other-fields', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: NOT_ADMIN,
    teaches: 'Resent-Cc, Apparently-To, Delivered-To and X-Cc are not Cc.',
  },
  {
    file: 'copy-of-plus-tag', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: NOT_ADMIN,
    teaches: 'admin+x@nic.xa in Cc is another address.',
  },
  {
    file: 'copy-of-look-alike', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: NOT_ADMIN,
    teaches: 'Look-alikes in Cc: Cyrillic, a digit, another top level.',
  },
  {
    file: 'copy-behind-bare-lf', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: [...CLAIM, ...NOT_ADMIN], atMost: 'E1',
    teaches: 'A bare LF in the subject begins a Cc field.',
  },
  {
    file: 'copy-in-encoded-subject', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: NOT_ADMIN,
    teaches: 'The subject decodes to a line break and a Cc field.',
  },
  {
    file: 'copy-in-quoted-header', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: [...NOT_ADMIN, 'held passed-on'],
    teaches: 'The copy line stands in the text only.',
  },
  {
    file: 'copy-with-nul', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: [...CLAIM, ...NOT_ADMIN], atMost: 'E1',
    teaches: 'A NUL within the address of the copy.',
  },
  {
    file: 'copy-and-author-is-nobody', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: FACELESS,
    teaches: 'Two authors, and the Admin Contact in Cc: who wrote it is nobody.',
  },
];
