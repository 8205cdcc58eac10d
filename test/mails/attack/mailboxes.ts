/** From fields that a careless reader takes for the Admin Contact. */

import type { AttackMail } from '../expected.ts';
import {
  CLAIM,
  CLAIM_OR_NOBODY,
  FACELESS,
  MALLORY,
  NOT_ADMIN,
  STRANGER_OR_NOBODY,
} from './parts.ts';

export const MAILBOXES: readonly AttackMail[] = [
  {
    file: 'from-with-two-mailboxes', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: FACELESS,
    teaches: 'From: the attacker, and the Admin Contact. Two authors are no author.',
  },
  {
    file: 'from-with-two-mailboxes-admin-first', envelopeFrom: MALLORY,
    sign: { domain: 'attacker.example' }, outcomes: FACELESS,
    teaches: 'The same in the other order and without a Sender.',
  },
  {
    file: 'from-with-two-mailboxes-semicolon', envelopeFrom: MALLORY, outcomes: FACELESS,
    teaches: 'Outlook people separate addresses by a semicolon; RFC 5322 does not.',
  },
  {
    file: 'from-two-angle-addresses', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: FACELESS,
    teaches: '<admin> <attacker>: mailparser takes the first and makes a name of the second.',
  },
  {
    file: 'from-two-angle-addresses-named', envelopeFrom: MALLORY, outcomes: FACELESS,
    teaches: 'The same with a name before each.',
  },
  {
    file: 'from-bare-address-before-angle', envelopeFrom: MALLORY,
    sign: { domain: 'attacker.example' }, outcomes: [...FACELESS, ...NOT_ADMIN],
    teaches: 'An unquoted address as display name: admin@nic.xa <attacker>.',
  },
  {
    file: 'from-angle-inside-angle', envelopeFrom: MALLORY, outcomes: FACELESS,
    teaches: '<<admin@nic.xa>> and a bracket within a bracket.',
  },
  {
    file: 'from-unclosed-angle', envelopeFrom: MALLORY, outcomes: FACELESS,
    teaches: 'The bracket is not closed, the address of the Admin Contact is all that is left.',
  },
  {
    file: 'from-text-after-angle', envelopeFrom: MALLORY, outcomes: FACELESS,
    teaches: 'Something stands behind the mailbox: what, nobody has to know.',
  },
  {
    file: 'from-address-in-display-name', envelopeFrom: MALLORY,
    sign: { domain: 'attacker.example' }, outcomes: NOT_ADMIN,
    teaches: 'The quoted name is the address of the Admin Contact; only the mailbox counts.',
  },
  {
    file: 'from-mailbox-in-display-name', envelopeFrom: MALLORY,
    sign: { domain: 'attacker.example' }, outcomes: NOT_ADMIN,
    teaches: 'The name is a whole mailbox, and so long that the real one is not seen on a phone.',
  },
  {
    file: 'from-encoded-word-is-address', envelopeFrom: MALLORY,
    sign: { domain: 'attacker.example' }, outcomes: STRANGER_OR_NOBODY,
    teaches: 'An encoded word that decodes to the address, as a display name.',
  },
  {
    file: 'from-encoded-word-is-mailbox', envelopeFrom: MALLORY,
    sign: { domain: 'attacker.example' }, outcomes: STRANGER_OR_NOBODY,
    teaches:
      'An encoded word that decodes to `<admin@nic.xa>,`: decoded too early it is a first author.',
  },
  {
    file: 'from-encoded-word-closes-the-quote', envelopeFrom: MALLORY, outcomes: STRANGER_OR_NOBODY,
    teaches:
      'The word decodes to a quotation mark, the mailbox of the Admin Contact, and a comment.',
  },
  {
    file: 'from-encoded-word-in-angle', envelopeFrom: MALLORY, outcomes: FACELESS,
    teaches: 'An encoded word within the brackets is forbidden (RFC 2047 5): no address.',
  },
  {
    file: 'from-encoded-word-in-local-part', envelopeFrom: MALLORY, outcomes: FACELESS,
    teaches: 'Only the local part is encoded.',
  },
  {
    file: 'from-encoded-word-with-nul', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: FACELESS,
    teaches: 'The word decodes to the address, a NUL, and the rest (the trick of 2017).',
  },
  {
    file: 'from-encoded-word-with-line-break', envelopeFrom: MALLORY,
    sign: { domain: 'attacker.example' }, outcomes: STRANGER_OR_NOBODY,
    teaches: 'The word decodes to a line break and a header field.',
  },
  {
    file: 'from-quoted-local-part', envelopeFrom: MALLORY, outcomes: CLAIM_OR_NOBODY, atMost: 'E2',
    teaches: '"admin"@nic.xa is the same mailbox on paper; an anchor has no quotation marks.',
  },
  {
    file: 'from-address-as-quoted-local-part', envelopeFrom: MALLORY,
    sign: { domain: 'attacker.example' }, outcomes: STRANGER_OR_NOBODY,
    teaches: "The whole address is the local part; the domain is the attacker's.",
  },
  {
    file: 'from-backslash-in-local-part', envelopeFrom: MALLORY, outcomes: CLAIM_OR_NOBODY,
    atMost: 'E2',
    teaches: 'A backslash that means nothing: "ad\\min"@nic.xa.',
  },
  {
    file: 'from-backslash-before-quote', envelopeFrom: MALLORY,
    sign: { domain: 'attacker.example' }, outcomes: STRANGER_OR_NOBODY,
    teaches: 'A quotation mark behind a backslash does not end the name.',
  },
  {
    file: 'from-backslash-at-end-of-quote', envelopeFrom: MALLORY, outcomes: FACELESS,
    teaches: 'A backslash before the closing quotation mark: the name never ends, or ends early.',
  },
  {
    file: 'from-two-at-signs', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: FACELESS,
    teaches: 'admin@nic.xa@attacker.example: the first or the last @ may count.',
  },
  {
    file: 'from-two-at-signs-reversed', envelopeFrom: MALLORY, outcomes: FACELESS,
    teaches: 'The same with the domain of the Admin Contact last.',
  },
  {
    file: 'from-two-at-signs-nul', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: FACELESS,
    teaches: 'A NUL between the two parts, which some libraries drop.',
  },
  {
    file: 'from-control-character-in-address', envelopeFrom: MALLORY, outcomes: FACELESS,
    teaches: 'A control character within the domain, which a display leaves out.',
  },
  {
    file: 'from-soft-hyphen-in-address', envelopeFrom: MALLORY, outcomes: STRANGER_OR_NOBODY,
    teaches: 'A soft hyphen and a zero-width space within the address are not seen.',
  },
  {
    file: 'from-percent-hack', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: STRANGER_OR_NOBODY,
    teaches: 'admin%nic.xa@attacker.example was a way to route mail thirty years ago.',
  },
  {
    file: 'from-bang-path', envelopeFrom: MALLORY, outcomes: STRANGER_OR_NOBODY,
    teaches: 'A UUCP path that ends at the Admin Contact.',
  },
  {
    file: 'from-source-route', envelopeFrom: MALLORY, outcomes: [...FACELESS, ...CLAIM],
    atMost: 'E2',
    teaches:
      '<@a,@b:admin@nic.xa>: the route portion is obsolete (RFC 5322 4.4) and identifies nobody.',
  },
  {
    file: 'from-group', envelopeFrom: MALLORY, outcomes: FACELESS,
    teaches: 'A group in From may have many members.',
  },
  {
    file: 'from-group-of-two', envelopeFrom: MALLORY, outcomes: FACELESS,
    teaches: 'A group with the attacker, and the Admin Contact outside of it.',
  },
  {
    file: 'from-empty-group', envelopeFrom: MALLORY, outcomes: FACELESS,
    teaches: 'A group without members, as some programs write for "undisclosed".',
  },
  {
    file: 'from-comment-before-angle', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: STRANGER_OR_NOBODY,
    teaches: 'admin@nic.xa (comment) <attacker>: a comment is blank space.',
  },
  {
    file: 'from-address-in-comment', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: STRANGER_OR_NOBODY,
    teaches: 'The Admin Contact stands only in a comment.',
  },
  {
    file: 'from-comment-inside-address', envelopeFrom: MALLORY, outcomes: CLAIM_OR_NOBODY,
    atMost: 'E2',
    teaches: 'Comments within the address: admin(a)@(b)nic.xa(c) is legal and odd.',
  },
  {
    file: 'from-comment-hides-domain', envelopeFrom: MALLORY, outcomes: FACELESS,
    teaches: 'The comment is not closed where it seems to be.',
  },
  {
    file: 'from-nested-comments', envelopeFrom: MALLORY, outcomes: STRANGER_OR_NOBODY,
    teaches: 'Ten thousand opening brackets before the address.',
  },
  {
    file: 'from-domain-literal', envelopeFrom: MALLORY, outcomes: STRANGER_OR_NOBODY,
    teaches: 'admin@[192.0.2.10] is the address of a host, not the anchor.',
  },
  {
    file: 'from-trailing-dot', envelopeFrom: MALLORY, outcomes: CLAIM_OR_NOBODY, atMost: 'E2',
    teaches: 'A trailing dot belongs to the DNS: the claim is as good as without, and no better.',
  },
  {
    file: 'from-two-trailing-dots', envelopeFrom: MALLORY, outcomes: STRANGER_OR_NOBODY,
    teaches: 'Two trailing dots are no domain.',
  },
  {
    file: 'from-blank-in-domain', envelopeFrom: MALLORY, outcomes: CLAIM_OR_NOBODY, atMost: 'E2',
    teaches: 'Blanks around the dot are obsolete syntax.',
  },
  {
    file: 'from-folded-inside-address', envelopeFrom: MALLORY, outcomes: STRANGER_OR_NOBODY,
    teaches: 'The address is folded in the middle of the domain.',
  },
];
