/** Rows of the table of machine mails: read receipts without a report, other kinds of lists, programs that act. */

import type { MachineMail } from '../expected.ts';

export const MORE_STRAYS: readonly MachineMail[] = [
  {
    file: 'read-receipt-leido-without-report',
    envelopeFrom: '',
    to: '{{challenge-to}}',
    teaches: 'Spanish, flattened.',
    class: ['report', 'auto-reply'],
  },
  {
    file: 'read-receipt-prochteno-without-report',
    envelopeFrom: 'admin@nic.xa',
    to: '{{challenge-to}}',
    teaches: "Russian in KOI8-R, with the person's own envelope sender.",
    class: ['report', 'auto-reply'],
  },
  {
    file: 'read-receipt-kaifuzumi-without-report',
    envelopeFrom: '',
    to: '{{challenge-to}}',
    teaches: 'Japanese: "opened".',
    class: ['report', 'auto-reply'],
  },
  {
    file: 'read-receipt-yidu-without-report',
    envelopeFrom: '',
    to: '{{challenge-to}}',
    teaches: 'Chinese.',
    class: ['report', 'auto-reply'],
  },
  {
    file: 'read-receipt-letto-without-report',
    envelopeFrom: '',
    to: '{{challenge-to}}',
    teaches: 'Italian, one sentence.',
    class: ['report', 'auto-reply'],
  },
  {
    file: 'read-receipt-domino-return-receipt',
    envelopeFrom: '',
    to: '{{challenge-to}}',
    teaches: 'Domino draws a table with spaces, our subject and token in it.',
    class: ['report', 'auto-reply'],
  },
  {
    file: 'read-receipt-groupwise-opened',
    envelopeFrom: '',
    to: '{{challenge-to}}',
    teaches: 'GroupWise: the subject is that of its bounces but for one word.',
    class: ['report', 'auto-reply'],
  },
  {
    file: 'read-receipt-denied-error',
    envelopeFrom: '',
    to: '{{challenge-to}}',
    teaches: 'An error in a read receipt is no bounce: the letter has arrived.',
    class: 'report',
  },
  {
    file: 'majordomo-list-post',
    envelopeFrom: 'owner-registry-talk@lists.old.test',
    to: 'tld-ops-join@lists.example',
    teaches:
      'Majordomo: no List-Id, only Sender "owner-" and Precedence; the author is an Admin Contact.',
    class: ['list', 'auto-reply'],
  },
  {
    file: 'listserv-list-post',
    envelopeFrom: 'owner-DNS-OPS@LISTSERV.COLLEGE.TEST',
    to: 'tld-ops-join@lists.example',
    teaches: 'LISTSERV: in capitals, without List-Id.',
    class: 'list',
  },
  {
    file: 'mailman-digest',
    envelopeFrom: 'cctld-discuss-bounces@lists.community.test',
    to: 'tld-ops-join@lists.example',
    teaches: 'RFC 2046 5.1.5: two mails of two Admin Contacts inside, none of them to us.',
    class: 'list',
  },
  {
    file: 'code-forge-notification',
    envelopeFrom: 'noreply@forge.test',
    to: 'tld-ops-join@lists.example',
    teaches: 'A web site writes under the name of a person.',
    class: 'list',
  },
  {
    file: 'ai-assistant-confirms',
    envelopeFrom: 'admin@nic.xa',
    to: '{{challenge-to}}',
    teaches:
      'A program that reads mail and does what it asks: the right word, the right token, and nobody decided.',
    class: 'auto-reply',
  },
  {
    file: 'loop-delivered-to-ourselves',
    envelopeFrom: 'tld-ops-bounces@lists.example',
    to: 'tld-ops-join@lists.example',
    teaches: 'Our letter goes round through a forward of the Admin Contact, and was here before.',
    class: ['own', 'loop'],
  },
  {
    file: 'own-letter-attached-by-a-forwarding-rule',
    envelopeFrom: 'admin@nic.xa',
    to: 'tld-ops-owner@lists.example',
    teaches: 'A rule forwards our letter as an attachment, with an empty text.',
    class: ['auto-reply', 'own'],
  },
];
