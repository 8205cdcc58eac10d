/** Requests, answers and commands that are about something else than they should be. */

import type { AttackMail } from '../expected.ts';
import { ADMIN_HOST, MACHINE, MALLORY, MINISTRY_HOST, NOT_ADMIN } from './parts.ts';

export const CONFUSED: readonly AttackMail[] = [
  {
    file: 'admin-of-xa-asks-for-xb', envelopeFrom: 'admin@nic.xa', client: ADMIN_HOST,
    sign: { domain: 'nic.xa' }, outcomes: NOT_ADMIN,
    teaches: 'The proven Admin Contact of .xa is nobody for .xb.',
  },
  {
    file: 'admin-of-xa-asks-for-xc', envelopeFrom: 'admin@nic.xa', client: ADMIN_HOST,
    sign: { domain: 'nic.xa' }, outcomes: NOT_ADMIN,
    teaches: 'The same for a ccTLD whose request waits in the queue.',
  },
  {
    file: 'ministry-asks-for-xa', envelopeFrom: 'domains@ministry.example', client: MINISTRY_HOST,
    outcomes: NOT_ADMIN,
    teaches: 'The Admin Contact of .xb and .xc is nobody for .xa.',
  },
  {
    file: 'copy-of-another-admin', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: NOT_ADMIN,
    teaches: 'The Admin Contact of .xa stands in Cc of a request about .xb.',
  },
  {
    file: 'two-cctlds-in-one-form', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ['opened request-opened'], atMost: 'E1',
    teaches: 'Both in one line: a request for each, and only the one with a copied anchor gets anywhere.',
  },
  {
    file: 'two-forms-in-one-mail', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    // Each form is a request for itself: of .xa, whose Admin Contact is copied, a claim; of .xb nothing.
    outcomes: ['opened request-opened'], atMost: 'E1',
    teaches: "Two forms, for two ccTLDs, one of them the copied Admin Contact's.",
  },
  {
    file: 'subject-and-form-disagree', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ['answered several-cctlds', ...NOT_ADMIN],
    teaches: 'The subject is about .xa, the form about .xb.',
  },
  {
    file: 'three-hundred-cctlds', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ['answered several-cctlds', ...NOT_ADMIN, 'answered no-cctld', 'answered unknown-cctld', 'held passed-on'],
    teaches: 'All ccTLDs of a whole continent, and more.',
  },
  {
    file: 'details-token-for-another-cctld', envelopeFrom: MALLORY, to: '{{details-to}}',
    sign: { domain: 'attacker.example' },
    outcomes: [...NOT_ADMIN, 'answered several-cctlds', 'held passed-on', 'answered no-cctld'],
    teaches: 'The letter asked for data about .xb; the answer is a form for .xa.',
  },
  {
    file: 'details-token-for-another-cctld-by-the-ministry',
    envelopeFrom: 'domains@ministry.example', to: '{{details-to}}', client: MINISTRY_HOST,
    outcomes: [...NOT_ADMIN, 'answered several-cctlds', 'held passed-on', 'answered no-cctld'],
    teaches: 'The same by the ministry itself, which is nobody for .xa.',
  },
  {
    file: 'details-token-by-out-of-office', envelopeFrom: '', to: '{{details-to}}',
    client: MINISTRY_HOST, outcomes: MACHINE,
    teaches: 'The letter that asks for data is answered by a machine, which quotes the form.',
  },
  {
    file: 'details-token-with-quoted-data', envelopeFrom: 'domains@ministry.example',
    to: '{{details-to}}', client: MINISTRY_HOST, outcomes: ['noted nothing-said', 'held passed-on'],
    teaches: 'Nothing but our own letter quoted, whose form is empty.',
  },
  {
    file: 'unknown-cctld', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ['answered unknown-cctld', 'answered no-cctld'],
    teaches: 'A ccTLD that the registry does not know.',
  },
  {
    file: 'cctld-in-cyrillic', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ['answered unknown-cctld', 'answered no-cctld', 'held passed-on'],
    teaches: 'The same letters in Cyrillic are another ccTLD.',
  },
  {
    file: 'cctld-as-host-name', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ['answered unknown-cctld', 'answered no-cctld', ...NOT_ADMIN, 'held passed-on'],
    teaches: 'A host below .xa is no ccTLD.',
  },
  {
    file: 'cctld-with-sql', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ['answered unknown-cctld', 'answered no-cctld', ...NOT_ADMIN, 'held passed-on'],
    teaches: 'A ccTLD that wants to be a query.',
  },
  {
    file: 'cctld-with-path', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ['answered unknown-cctld', 'answered no-cctld', 'held passed-on'],
    teaches: 'A ccTLD that wants to be a path: the registry may be a folder of files.',
  },
  {
    file: 'cctld-with-whois-command', envelopeFrom: MALLORY, sign: { domain: 'attacker.example' },
    outcomes: ['answered unknown-cctld', 'answered no-cctld', ...NOT_ADMIN, 'held passed-on'],
    teaches: 'A ccTLD that holds a line break and a second question for the whois server.',
  },
  {
    file: 'weaker-claim-about-queued-case', envelopeFrom: MALLORY,
    sign: { domain: 'attacker.example' },
    outcomes: ['answered weaker-than-open-case', ...NOT_ADMIN],
    teaches: 'The Admin Contact of .xc in Cc does not outdo what is queued.',
  },
  {
    file: 'forged-claim-about-queued-case', envelopeFrom: 'domains@ministry.example',
    outcomes: ['answered weaker-than-open-case', ...NOT_ADMIN],
    teaches: 'The address of the ministry, forged, does not either.',
  },
  {
    file: 'forged-thread-of-queued-case', envelopeFrom: MALLORY,
    sign: { domain: 'attacker.example' }, outcomes: [...NOT_ADMIN, 'held passed-on'],
    teaches: 'References name the queued case; the stranger is not concerned.',
  },
  {
    file: 'commands-to-the-join-address', envelopeFrom: MALLORY,
    sign: { domain: 'attacker.example' },
    outcomes: ['held passed-on', ...NOT_ADMIN, 'answered no-cctld', 'answered several-cctlds'],
    teaches: 'Commands of a Validator at the wrong door.',
  },
  {
    file: 'commands-to-the-owner-address', envelopeFrom: MALLORY, to: 'tld-ops-owner@lists.example',
    sign: { domain: 'attacker.example' }, outcomes: ['held passed-on'],
    teaches: 'Mail for people is passed on, whatever it says.',
  },
  {
    file: 'commands-to-the-list', envelopeFrom: MALLORY, to: 'tld-ops@lists.example',
    sign: { domain: 'attacker.example' }, outcomes: ['refused post-not-member'],
    teaches: 'A post by a stranger, with commands.',
  },
  {
    file: 'answer-to-the-bounce-address', envelopeFrom: MALLORY,
    to: 'tld-ops-bounces@lists.example', sign: { domain: 'attacker.example' },
    outcomes: ['held passed-on'],
    teaches: 'A person writes to the bounce address.',
  },
];
