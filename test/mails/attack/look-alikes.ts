/** Addresses that look like the Admin Contact, and other fields that name it. */

import type { AttackMail } from '../expected.ts';
import {
  CLAIM,
  CLAIM_OR_NOBODY,
  FACELESS,
  MALLORY,
  NOT_ADMIN,
  SET_ASIDE,
  STRANGER_OR_NOBODY,
} from './parts.ts';

export const LOOK_ALIKES: readonly AttackMail[] = [
  {
    file: 'from-subdomain-of-attacker', envelopeFrom: MALLORY, outcomes: NOT_ADMIN,
    teaches: 'admin@nic.xa.attacker.example begins like the anchor.',
  },
  {
    file: 'from-dash-for-dot', envelopeFrom: MALLORY, outcomes: NOT_ADMIN,
    teaches: 'admin@nic-xa.example, with SPF and DKIM of its own if it wanted.',
  },
  {
    file: 'from-digit-for-letter', envelopeFrom: MALLORY, outcomes: NOT_ADMIN,
    teaches: 'n1c.xa for nic.xa.',
  },
  {
    file: 'from-rn-for-m', envelopeFrom: MALLORY, outcomes: NOT_ADMIN,
    teaches: 'adrnin for admin: one look is not enough.',
  },
  {
    file: 'from-capital-i-for-l', envelopeFrom: MALLORY, outcomes: NOT_ADMIN,
    teaches: 'A local part that differs by capital I and small L.',
  },
  {
    file: 'from-cyrillic-local-part', envelopeFrom: MALLORY, outcomes: STRANGER_OR_NOBODY,
    teaches: 'The first letter of the local part is Cyrillic.',
  },
  {
    file: 'from-cyrillic-domain', envelopeFrom: MALLORY, outcomes: STRANGER_OR_NOBODY,
    teaches: 'nic.\u0445\u0430 in Cyrillic letters.',
  },
  {
    file: 'from-cyrillic-domain-a-label', envelopeFrom: MALLORY, outcomes: NOT_ADMIN,
    teaches: 'The same as an A-label: nobody sees what it stands for.',
  },
  {
    file: 'from-a-label-without-round-trip', envelopeFrom: MALLORY, outcomes: STRANGER_OR_NOBODY,
    teaches: 'An A-label that decodes to plain ASCII "nic" must not become nic.xa (RFC 5891 5.3).',
  },
  {
    file: 'from-a-label-broken', envelopeFrom: MALLORY, outcomes: STRANGER_OR_NOBODY,
    teaches: 'An A-label that cannot be decoded at all.',
  },
  {
    file: 'from-full-width-local-part', envelopeFrom: MALLORY, outcomes: STRANGER_OR_NOBODY,
    teaches: 'Full-width letters fold to ASCII under NFKC; a local part is never folded.',
  },
  {
    file: 'from-full-width-domain', envelopeFrom: MALLORY, outcomes: CLAIM_OR_NOBODY, atMost: 'E2',
    teaches:
      'Full-width letters in the domain are the same domain for IDNA: the claim of a forger at best.',
  },
  {
    file: 'from-full-width-at-sign', envelopeFrom: MALLORY, outcomes: STRANGER_OR_NOBODY,
    teaches: 'A full-width @ and an ideographic full stop.',
  },
  {
    file: 'from-decomposed-letters', envelopeFrom: MALLORY, outcomes: STRANGER_OR_NOBODY,
    teaches: 'A combining accent of no width on the i: admi\u0307n.',
  },
  {
    file: 'from-dotless-i', envelopeFrom: MALLORY, outcomes: STRANGER_OR_NOBODY,
    teaches: 'A dotless i becomes an i where capitals are made in Turkish.',
  },
  {
    file: 'from-long-s-and-kelvin-sign', envelopeFrom: MALLORY, outcomes: STRANGER_OR_NOBODY,
    teaches: 'Letters whose lower case is ASCII: \u212a is a k, \u017f is an s.',
  },
  {
    file: 'from-right-to-left-override', envelopeFrom: MALLORY, outcomes: STRANGER_OR_NOBODY,
    teaches: 'A direction mark turns the domain round on the screen.',
  },
  {
    file: 'from-plus-tag', envelopeFrom: MALLORY, outcomes: NOT_ADMIN,
    teaches: 'admin+list@nic.xa is another address.',
  },
  {
    file: 'from-dots-in-local-part', envelopeFrom: MALLORY, outcomes: NOT_ADMIN,
    teaches: 'ad.min@nic.xa is another address; only one provider in the world ignores dots.',
  },
  {
    file: 'from-two-dots-in-local-part', envelopeFrom: MALLORY, outcomes: STRANGER_OR_NOBODY,
    teaches: 'ad..min is no local part at all.',
  },
  {
    file: 'from-subaddress-with-dash', envelopeFrom: MALLORY, outcomes: NOT_ADMIN,
    teaches: 'admin-tldops@nic.xa is another address too.',
  },
  {
    file: 'from-capital-letters', envelopeFrom: MALLORY, outcomes: CLAIM, atMost: 'E2',
    teaches: 'ADMIN@NIC.XA is the same address: an unproven claim, which is asked about.',
  },
  {
    file: 'from-very-long-local-part', envelopeFrom: MALLORY, outcomes: STRANGER_OR_NOBODY,
    teaches: 'A local part of 150,000 letters that ends like the anchor.',
  },
  {
    file: 'from-commas-only', envelopeFrom: MALLORY,
    outcomes: [...FACELESS, ...CLAIM, ...SET_ASIDE], atMost: 'E2',
    teaches: 'A From field of 190 KB of commas, then the Admin Contact.',
  },
  {
    file: 'from-empty-angle', envelopeFrom: MALLORY, outcomes: FACELESS,
    teaches: 'The null address with the anchor as its name.',
  },
  {
    file: 'from-forged-plainly', envelopeFrom: MALLORY, outcomes: CLAIM, atMost: 'E2',
    teaches:
      'The address of the Admin Contact and nothing else: nic.xa says that such mail is to be rejected.',
  },
  {
    file: 'from-forged-with-envelope', envelopeFrom: 'admin@nic.xa', outcomes: CLAIM, atMost: 'E2',
    teaches: 'The envelope sender is forged as well; SPF fails for 198.51.100.66.',
  },
  {
    file: 'from-own-join-address', envelopeFrom: MALLORY, outcomes: ['ignored own-address'],
    teaches: 'From is our own join address: a mail of ours, or a loop.',
  },
  {
    file: 'from-own-address-and-admin', envelopeFrom: MALLORY,
    outcomes: [...FACELESS, 'ignored own-address'],
    teaches: 'From holds our own address and the Admin Contact.',
  },
  {
    file: 'reply-to-admin', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: NOT_ADMIN,
    teaches: 'Reply-To names the Admin Contact; it never counts (design 5).',
  },
  {
    file: 'sender-admin', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: NOT_ADMIN,
    teaches: 'Sender names the Admin Contact.',
  },
  {
    file: 'resent-from-admin', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: NOT_ADMIN,
    teaches: 'Resent-* fields and the X fields of webmails name the Admin Contact.',
  },
  {
    file: 'envelope-of-the-admin', envelopeFrom: 'admin@nic.xa', outcomes: NOT_ADMIN,
    teaches: "Only the envelope sender is the Admin Contact's: it is not the author.",
  },
  {
    file: 'forwarded-mail-of-the-admin', envelopeFrom: MALLORY,
    sign: { domain: 'attacker.example' }, outcomes: [...NOT_ADMIN, 'answered no-cctld'],
    teaches: 'A forwarded mail of the Admin Contact, made up from the first letter to the last.',
  },
  {
    file: 'attached-mail-of-the-admin', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: [...NOT_ADMIN, 'held passed-on', 'answered no-cctld'],
    teaches: 'The mail of the Admin Contact is attached as message/rfc822, header and all.',
  },
];
