/** CONFIRM by machines, with dead, foreign or missing tokens, and REJECT by forgers. */

import type { AttackMail } from '../expected.ts';
import {
  ADMIN_HOST,
  MACHINE,
  MALLORY,
  MINISTRY_HOST,
  NO_TOKEN,
  OWN,
  REPORT,
  UNCLEAR,
} from './parts.ts';

export const TOKENS: readonly AttackMail[] = [
  {
    file: 'out-of-office-quotes-confirm', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: MACHINE,
    teaches: 'An absence notice holds the whole letter, CONFIRM at the start of a line.',
  },
  {
    file: 'out-of-office-null-sender', envelopeFrom: '', to: '{{challenge-to}}', client: ADMIN_HOST,
    sign: { domain: 'nic.xa' }, outcomes: MACHINE,
    teaches: 'The null reverse-path is the only sign (RFC 3834 3.3).',
  },
  {
    file: 'out-of-office-with-parameters', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: MACHINE,
    teaches: 'Auto-Submitted has a parameter and a comment (RFC 3834 5.2).',
  },
  {
    file: 'out-of-office-capitals-folded', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: MACHINE,
    teaches: 'The field is folded and in capitals.',
  },
  {
    file: 'out-of-office-of-old-exchange', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: MACHINE,
    teaches: 'No standard field, only X-Autoreply and Precedence.',
  },
  {
    file: 'out-of-office-in-german', envelopeFrom: '', to: '{{challenge-to}}', client: ADMIN_HOST,
    sign: { domain: 'nic.xa' }, outcomes: MACHINE,
    teaches: "The subject of a vacation, and Exchange's marks of an automatic answer.",
  },
  {
    file: 'ticket-receipt-with-confirm', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: MACHINE,
    teaches: 'A ticket system repeats the letter above its own words.',
  },
  {
    file: 'list-post-with-confirm', envelopeFrom: 'admin@nic.xa', 
    client: ADMIN_HOST, sign: { domain: 'nic.xa' },
    outcomes: ['ignored list-header', 'ignored precedence'],
    teaches: "The admin address is a list, and we are on it: a copy from there answers nothing.",
  },
  {
    file: 'delivery-report-with-confirm', envelopeFrom: '', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: REPORT,
    teaches: 'A delivery report whose human part says CONFIRM.',
  },
  {
    file: 'read-receipt-with-confirm', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: REPORT,
    teaches: 'A read receipt proves that somebody opened the letter, nothing more.',
  },
  {
    file: 'challenge-comes-back', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: OWN,
    teaches: 'Our own letter comes back with CONFIRM above it, under its own Message-ID.',
  },
  {
    file: 'redistributed-with-own-from', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, outcomes: OWN,
    teaches: 'Our own letter, passed on by a forwarder that kept From: it claims to be ours.',
  },
  {
    file: 'confirm-with-used-token', envelopeFrom: MALLORY,
    outcomes: ['answered token-used', 'ignored token-used', 'answered token-replaced', 'held consent-unclear', ...NO_TOKEN],
    teaches: 'The token was used before.',
  },
  {
    file: 'confirm-with-used-token-by-the-admin', envelopeFrom: 'admin@nic.xa', client: ADMIN_HOST,
    sign: { domain: 'nic.xa' },
    outcomes: ['answered token-used', 'ignored token-used', 'answered token-replaced', 'held consent-unclear', ...NO_TOKEN],
    teaches: 'The same by the proven Admin Contact, who has pressed "Reply" twice.',
  },
  {
    file: 'confirm-with-expired-token', envelopeFrom: MALLORY,
    outcomes: ['answered token-expired', 'ignored token-expired', 'held consent-unclear', ...NO_TOKEN],
    teaches: 'The time of the token is over.',
  },
  {
    file: 'confirm-with-details-token', envelopeFrom: MALLORY,
    outcomes: [...NO_TOKEN, ...UNCLEAR, 'held passed-on', 'answered no-cctld', 'answered several-cctlds'],
    teaches: 'The token was made for another purpose, another case, another ccTLD.',
  },
  {
    file: 'confirm-with-details-token-by-the-ministry', envelopeFrom: 'domains@ministry.example',
    to: '{{details-to}}', client: MINISTRY_HOST,
    outcomes: [...NO_TOKEN, ...UNCLEAR, 'held passed-on', 'noted nothing-said'],
    teaches: 'The Admin Contact of .xb answers CONFIRM to a letter that asked for data.',
  },
  {
    file: 'confirm-with-validate-token', envelopeFrom: MALLORY,
    outcomes: [...NO_TOKEN, ...UNCLEAR, 'held passed-on', 'answered no-cctld', 'held command-unknown', 'held not-a-validator', 'refused not-a-validator'],
    teaches: 'The token of a queue letter, sent to the join address.',
  },
  {
    file: 'confirm-with-guessed-token', envelopeFrom: MALLORY, outcomes: NO_TOKEN,
    teaches: 'A token of the right form that was never given out.',
  },
  {
    file: 'confirm-with-guessed-address', envelopeFrom: MALLORY,
    to: 'tld-ops-join+0123456789abcdefghjkmnpqrs@lists.example', outcomes: NO_TOKEN,
    teaches: 'The guessed token stands in the address: the mail is taken, and proves nothing.',
  },
  {
    file: 'confirm-with-two-hundred-tokens', envelopeFrom: MALLORY, outcomes: NO_TOKEN,
    teaches: 'Two hundred tokens of the right form, to try many at once.',
  },
  {
    file: 'confirm-with-sql-token', envelopeFrom: MALLORY, outcomes: [...NO_TOKEN, 'held passed-on'],
    teaches: 'A token that wants to be a piece of SQL.',
  },
  {
    file: 'confirm-without-token-forged', envelopeFrom: 'admin@nic.xa', outcomes: NO_TOKEN,
    teaches: 'The address of the Admin Contact, forged, and the word alone.',
  },
  {
    file: 'confirm-without-token-by-the-admin', envelopeFrom: 'admin@nic.xa', client: ADMIN_HOST,
    sign: { domain: 'nic.xa' }, outcomes: NO_TOKEN,
    teaches: 'Even the proven Admin Contact must answer the letter.',
  },
  {
    file: 'confirm-without-token-by-the-requester', envelopeFrom: 'rosa.lind@mailbox.example',
    outcomes: NO_TOKEN,
    teaches: 'The requester confirms what the Admin Contact should confirm.',
  },
  {
    file: 'confirm-in-forged-thread', envelopeFrom: 'rosa.lind@mailbox.example', outcomes: NO_TOKEN,
    teaches: 'The root of the thread is known to whoever knows the number of the case.',
  },
  {
    file: 'reject-without-token-forged', envelopeFrom: 'admin@nic.xa', outcomes: NO_TOKEN,
    teaches: 'A forger says REJECT in the name of the Admin Contact, to freeze a ccTLD.',
  },
  {
    file: 'reject-without-token-by-a-stranger', envelopeFrom: MALLORY, outcomes: NO_TOKEN,
    teaches: 'A stranger says REJECT.',
  },
  {
    file: 'reject-without-token-by-the-requester', envelopeFrom: 'rosa.lind@mailbox.example',
    outcomes: NO_TOKEN,
    teaches: 'Somebody in the name of the requester, whose provider publishes nothing.',
  },
  {
    file: 'reject-forged-for-the-ministry', envelopeFrom: 'domains@ministry.example',
    outcomes: NO_TOKEN,
    teaches: 'The ministry publishes nothing, so nothing speaks against the forgery.',
  },
  {
    file: 'reject-by-out-of-office', envelopeFrom: '', to: '{{challenge-to}}', client: ADMIN_HOST,
    sign: { domain: 'nic.xa' }, outcomes: MACHINE,
    teaches: 'A machine that says REJECT must not freeze a ccTLD either.',
  },
  {
    file: 'reject-quoted', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}', client: ADMIN_HOST,
    sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'REJECT in the quotation, a question above it.',
  },
];
