/** Mails that want to be better proven than they are. */

import type { AttackMail } from '../expected.ts';
import { CLAIM, FACELESS, FORGED_HELO, FOR_PEOPLE, MALLORY, NO_TOKEN, TWO_FROM } from './parts.ts';

export const PROOF: readonly AttackMail[] = [
  {
    file: 'signed-by-the-attacker', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: CLAIM, atMost: 'E2',
    teaches: 'DKIM passes, for attacker.example; From is the Admin Contact: not aligned.',
  },
  {
    file: 'signed-over-nothing', envelopeFrom: 'admin@nic.xa',
    sign: { domain: 'nic.xa', bodyLength: 0 }, outcomes: CLAIM, atMost: 'E2',
    teaches: 'A captured signature of nic.xa with l=0 covers no octet of the body.',
  },
  {
    file: 'signed-with-appended-request', envelopeFrom: 'admin@nic.xa',
    sign: { domain: 'nic.xa', bodyLength: 65, append: '\r\nccTLD: .xa\r\n\r\nContact 1 (primary)\r\nFirst name: Mallory\r\nLast name: Vance\r\nE-mail: mallory.vance@attacker.example\r\nPhone: +1 202 555 0166\r\n\r\nContact 2\r\nFirst name: Trudy\r\nLast name: Moss\r\nE-mail: trudy.moss@attacker.example\r\nPhone: +1 202 555 0167\r\n' },
    outcomes: [...CLAIM, ...FOR_PEOPLE], atMost: 'E2',
    teaches: 'nic.xa signed with l= to the end of its own text; a request for .xa is appended.',
  },
  {
    file: 'signed-with-appended-part', envelopeFrom: 'admin@nic.xa',
    sign: { domain: 'nic.xa', bodyLength: 91, append: '--=_ap_12\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nccTLD: .xa\r\n\r\nContact 1 (primary)\r\nFirst name: Mallory\r\nLast name: Vance\r\nE-mail: mallory.vance@attacker.example\r\nPhone: +1 202 555 0166\r\n\r\nContact 2\r\nFirst name: Trudy\r\nLast name: Moss\r\nE-mail: trudy.moss@attacker.example\r\nPhone: +1 202 555 0167\r\n--=_ap_12--\r\n' },
    outcomes: [...CLAIM, ...FOR_PEOPLE], atMost: 'E2',
    teaches: 'The appended bytes are a part of their own; l= ends before the last boundary.',
  },
  {
    file: 'signed-and-changed', envelopeFrom: 'admin@nic.xa',
    sign: { domain: 'nic.xa', append: '\r\nccTLD: .xa\r\n\r\nContact 1 (primary)\r\nFirst name: Mallory\r\nLast name: Vance\r\nE-mail: mallory.vance@attacker.example\r\nPhone: +1 202 555 0166\r\n\r\nContact 2\r\nFirst name: Trudy\r\nLast name: Moss\r\nE-mail: trudy.moss@attacker.example\r\nPhone: +1 202 555 0167\r\n' },
    outcomes: [...CLAIM, ...FOR_PEOPLE], atMost: 'E2',
    teaches: 'A captured mail of nic.xa, with something behind its body: the signature breaks.',
  },
  {
    file: 'signed-without-from', envelopeFrom: 'admin@nic.xa',
    sign: { domain: 'nic.xa', withoutFrom: true }, outcomes: CLAIM, atMost: 'E2',
    teaches: 'The signature of nic.xa does not cover From (RFC 6376 6.1.1).',
  },
  {
    file: 'signed-without-from-by-subdomain', envelopeFrom: 'admin@nic.xa',
    sign: { domain: 'www.nic.xa', withoutFrom: true }, outcomes: CLAIM, atMost: 'E2',
    teaches: 'The same for a host below nic.xa that has no key.',
  },
  {
    file: 'signed-for-parent-domain', envelopeFrom: 'admin@nic.xa', sign: { domain: 'xa' },
    outcomes: CLAIM, atMost: 'E2',
    teaches: 'd=xa: the ccTLD itself, which has no key and is no organisational domain.',
  },
  {
    file: 'signature-made-up', envelopeFrom: 'admin@nic.xa', outcomes: CLAIM, atMost: 'E2',
    teaches: 'A DKIM-Signature of nic.xa that nobody made.',
  },
  {
    file: 'signature-with-identity-of-the-admin', envelopeFrom: MALLORY, outcomes: CLAIM,
    atMost: 'E2',
    teaches: 'i=admin@nic.xa, d=attacker.example: the identity must lie within the domain.',
  },
  {
    file: 'two-from-fields-one-signed', envelopeFrom: 'admin@nic.xa', sign: { domain: 'nic.xa' },
    outcomes: TWO_FROM,
    teaches: 'Two From fields, one of them covered by a true signature of nic.xa.',
  },
  {
    file: 'captured-request-to-somebody-else', envelopeFrom: 'admin@nic.xa',
    sign: { domain: 'nic.xa' }, outcomes: [...CLAIM, ...FOR_PEOPLE], atMost: 'E2',
    teaches: 'A signed mail of the Admin Contact to a partner, weeks old, is sent on to us.',
  },
  {
    file: 'captured-thanks-to-somebody-else', envelopeFrom: 'admin@nic.xa',
    sign: { domain: 'nic.xa' }, outcomes: ['held passed-on', ...NO_TOKEN],
    teaches: 'A signed mail of the Admin Contact that has nothing to do with us.',
  },
  {
    file: 'captured-confirm-to-somebody-else', envelopeFrom: 'admin@nic.xa',
    sign: { domain: 'nic.xa' }, outcomes: [...NO_TOKEN, 'held passed-on', 'held consent-unclear'],
    teaches: 'A signed mail to a hotel begins with the word "Confirm".',
  },
  {
    file: 'captured-reject-to-somebody-else', envelopeFrom: 'admin@nic.xa',
    sign: { domain: 'nic.xa' }, outcomes: [...NO_TOKEN, 'held passed-on', 'held consent-unclear'],
    teaches: 'A signed mail to a supplier begins with "Reject": no objection to anything of ours.',
  },
  {
    file: 'captured-answer-with-dead-token', envelopeFrom: 'admin@nic.xa',
    sign: { domain: 'nic.xa' },
    outcomes: ['answered token-used', 'ignored token-used', 'answered token-replaced', 'held consent-unclear', ...NO_TOKEN],
    teaches: "The answer to last month's challenge, signed and all, once more.",
  },
  {
    file: 'captured-mail-with-new-subject', envelopeFrom: 'admin@nic.xa',
    sign: { domain: 'nic.xa' }, outcomes: ['held passed-on', ...NO_TOKEN, 'held consent-unclear'],
    teaches: 'Signed is the last Subject; a new one stands above it, with another request.',
  },
  {
    file: 'sealed-by-a-stranger', envelopeFrom: 'admin@nic.xa',
    seal: { domain: 'stranger.example', authResults: 'mx.stranger.example; dmarc=pass header.from=nic.xa; spf=pass smtp.mailfrom=admin@nic.xa; dkim=pass header.d=nic.xa' },
    outcomes: CLAIM, atMost: 'E2',
    teaches: "A stranger's ARC seal says that DMARC passed (RFC 8617): only named sealers count.",
  },
  {
    file: 'sealed-by-the-attacker', envelopeFrom: 'admin@nic.xa',
    seal: { domain: 'attacker.example', authResults: 'mx.lists.example; dmarc=pass header.from=nic.xa; arc=pass' },
    outcomes: CLAIM, atMost: 'E2',
    teaches: "The attacker's own seal, in the name of our own host.",
  },
  {
    file: 'seal-made-up', envelopeFrom: 'admin@nic.xa', outcomes: CLAIM, atMost: 'E2',
    teaches: 'ARC fields that nobody sealed, in three instances.',
  },
  {
    file: 'results-forged', envelopeFrom: 'admin@nic.xa', outcomes: CLAIM, atMost: 'E2',
    teaches: 'Authentication-Results of our own host, written by the attacker.',
  },
  {
    file: 'results-forged-below', envelopeFrom: 'admin@nic.xa', outcomes: CLAIM, atMost: 'E2',
    teaches: 'The same below the real Received fields, and in the name of the list domain.',
  },
  {
    file: 'results-forged-with-odd-names', envelopeFrom: 'admin@nic.xa', outcomes: CLAIM,
    atMost: 'E2',
    teaches: 'The name of our host in capitals, with a version, a comment, or in quotation marks.',
  },
  {
    file: 'received-spf-forged', envelopeFrom: 'admin@nic.xa', outcomes: CLAIM, atMost: 'E2',
    teaches: 'Received-SPF and a Received field say that all is well.',
  },
  {
    file: 'gateway-fields-forged', envelopeFrom: 'admin@nic.xa', outcomes: CLAIM, atMost: 'E2',
    teaches: 'Fields of a filter service that say "internal" and "authenticated".',
  },
  {
    file: 'xforward-in-header', envelopeFrom: 'admin@nic.xa',
    outcomes: [...CLAIM, ...FACELESS, 'held no-from-field', 'held passed-on'], atMost: 'E2',
    teaches: 'Lines of the XFORWARD extension where the header begins.',
  },
  {
    file: 'xclient-in-body', envelopeFrom: 'admin@nic.xa', outcomes: [...CLAIM, ...FOR_PEOPLE],
    atMost: 'E2',
    teaches: 'The same lines in the body, behind a line with a single dot.',
  },
  {
    file: 'helo-of-the-admin', envelopeFrom: 'admin@nic.xa', client: FORGED_HELO, outcomes: CLAIM,
    atMost: 'E2',
    teaches: "HELO is a lie: the address is the attacker's.",
  },
  {
    file: 'null-sender-with-helo-of-the-admin', envelopeFrom: '', client: FORGED_HELO,
    outcomes: [...CLAIM, 'ignored null-sender'], atMost: 'E2',
    teaches: 'With a null reverse-path SPF looks at HELO, which is a lie.',
  },
  {
    file: 'sender-below-attacker', envelopeFrom: 'admin@nic.xa.attacker.example',
    sign: { domain: 'attacker.example' }, outcomes: CLAIM, atMost: 'E2',
    teaches: 'The envelope sender is aligned with nothing: nic.xa.attacker.example.',
  },
  {
    file: 'pgp-signed-by-unknown-key', envelopeFrom: 'admin@nic.xa',
    outcomes: [...CLAIM, ...FOR_PEOPLE], atMost: 'E2',
    teaches: 'An OpenPGP signature of a key that nobody pinned.',
  },
  {
    file: 'smime-signed-by-unknown-authority', envelopeFrom: 'admin@nic.xa',
    outcomes: [...CLAIM, ...FOR_PEOPLE], atMost: 'E2',
    teaches: 'An S/MIME signature that says "NIC XA" and is made of nothing.',
  },
  {
    file: 'forged-in-our-thread', envelopeFrom: 'admin@nic.xa', outcomes: [...CLAIM, ...FOR_PEOPLE],
    atMost: 'E2',
    teaches: 'The forgery answers the thread of the open case.',
  },
];
