/** CONFIRM in words of others that no common mark sets apart; the token is the true one. */

import type { AttackMail } from '../expected.ts';
import { ADMIN_HOST, UNCLEAR } from './parts.ts';

export const CITED: readonly AttackMail[] = [
  {
    file: 'confirm-below-finnish-attribution', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'An attribution in a language that few programs know, and no marks of quotation.',
  },
  {
    file: 'confirm-below-notes-header', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'Lotus Notes quotes with a header block and no marks.',
  },
  {
    file: 'confirm-below-chinese-header', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'A header block in Chinese, as QQ Mail writes it.',
  },
  {
    file: 'confirm-cited-in-prose', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'The letter is cited in the middle of a sentence that says no.',
  },
  {
    file: 'confirm-in-disclaimer', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'A disclaimer has a line that begins with the word.',
  },
  {
    file: 'confirm-in-gateway-banner', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'A gateway has put its warning on top, one line of which begins with the word.',
  },
  {
    file: 'confirm-quoted-with-full-width-mark', envelopeFrom: 'admin@nic.xa',
    to: '{{challenge-to}}', client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'The mark of quotation is full-width, as in mail from East Asia.',
  },
  {
    file: 'confirm-quoted-behind-no-break-space', envelopeFrom: 'admin@nic.xa',
    to: '{{challenge-to}}', client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'A no-break space or a byte-order mark stands before the mark of quotation.',
  },
  {
    file: 'confirm-behind-bare-cr-in-quote', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'A bare CR within a quoted line: who takes it for a line end sees an unquoted line.',
  },
  {
    file: 'confirm-behind-line-separator-in-quote', envelopeFrom: 'admin@nic.xa',
    to: '{{challenge-to}}', client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'U+2028, U+0085, vertical tab and form feed within quoted lines.',
  },
  {
    file: 'confirm-behind-soft-break-in-quote', envelopeFrom: 'admin@nic.xa',
    to: '{{challenge-to}}', client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'quoted-printable: the raw line begins with the word, the decoded one is quoted.',
  },
  {
    file: 'confirm-in-yahoo-quote', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'Quoted the way Yahoo does.',
  },
  {
    file: 'confirm-in-zimbra-quote', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'Quoted the way Zimbra does, below a line and a block of names.',
  },
  {
    file: 'confirm-in-proton-quote', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'Quoted the way Proton does.',
  },
  {
    file: 'confirm-in-bordered-block', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'Outlook marks a quotation by a border alone.',
  },
  {
    file: 'will-not-confirm-in-html', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'The sentence says no; a line break stands before the word.',
  },
];
