/** Rows of the table of machine mails: responders of every other kind, polite and stupid. */

import type { MachineMail } from '../expected.ts';

export const RESPONDERS: readonly MachineMail[] = [
  {
    file: 'gmail-vacation-responder',
    envelopeFrom: '',
    to: 'tld-ops-join@lists.example',
    teaches: 'Gmail: every header of RFC 3834, the token behind its own subject.',
    class: 'auto-reply',
  },
  {
    file: 'vacation-unix',
    envelopeFrom: '',
    to: '{{bounce-to}}',
    teaches:
      'vacation(1) puts our subject, and with it the token, into its text; answers the envelope sender.',
    class: 'auto-reply',
  },
  {
    file: 'vacation-unix-without-auto-submitted',
    envelopeFrom: 'admin@nic.xa',
    to: '{{bounce-to}}',
    teaches:
      'An old vacation(1): Precedence: junk and nothing else, its own envelope sender, 8bit without MIME.',
    class: 'auto-reply',
  },
  {
    file: 'sieve-vacation-dovecot',
    envelopeFrom: '',
    to: '{{bounce-to}}',
    teaches: 'Sieve (RFC 5230): Auto-Submitted with a comment, "Auto:" before our subject.',
    class: 'auto-reply',
  },
  {
    file: 'sieve-vacation-cyrus',
    envelopeFrom: '',
    to: '{{bounce-to}}',
    teaches: 'Cyrus in German, without our Message-ID.',
    class: 'auto-reply',
  },
  {
    file: 'lotus-notes-out-of-office',
    envelopeFrom: '',
    to: '{{challenge-to}}',
    teaches:
      'Domino quotes our subject within its own sentence; Auto-Submitted stands there twice.',
    class: 'auto-reply',
  },
  {
    file: 'zimbra-out-of-office',
    envelopeFrom: '',
    to: '{{bounce-to}}',
    teaches: 'Zimbra: "Re:" and the full subject, as a person\'s reply.',
    class: 'auto-reply',
  },
  {
    file: 'cpanel-autoresponder-bare',
    envelopeFrom: 'admin@nic.xa',
    to: '{{challenge-to}}',
    teaches:
      'From and Subject, nothing else at all, and the envelope sender of the person: only the missing rest tells.',
    class: 'auto-reply',
  },
  {
    file: 'cpanel-autoresponder-x-headers',
    envelopeFrom: 'admin@nic.xa',
    to: '{{bounce-to}}',
    teaches:
      'Only vendor headers (X-Autorespond, X-Loop, X-Precedence), one of them with the token.',
    class: 'auto-reply',
  },
  {
    file: 'stupid-responder-confirm-first-line',
    envelopeFrom: '',
    to: '{{challenge-to}}',
    teaches:
      'Our line copied without a quote mark, the confirming word first on its line: only the class of the mail saves the token.',
    class: 'auto-reply',
  },
  {
    file: 'stupid-responder-whole-letter-unquoted',
    envelopeFrom: 'admin@nic.xa',
    to: '{{challenge-to}}',
    teaches: 'The whole letter copied without marks: lines of ours at the start of lines.',
    class: 'auto-reply',
  },
  {
    file: 'responder-answers-with-confirmed',
    envelopeFrom: '',
    to: '{{challenge-to}}',
    teaches: 'The confirming word of a machine, at the start of a line and with the right token.',
    class: 'auto-reply',
  },
  {
    file: 'no-longer-works-here',
    envelopeFrom: '',
    to: 'tld-ops-join@lists.example',
    teaches:
      'Nobody is there any more; the new address is a claim, the anchor moves only in the IANA registry.',
    class: 'auto-reply',
  },
  {
    file: 'address-has-changed-migration-notice',
    envelopeFrom: 'admin@nic.xa',
    to: '{{challenge-to}}',
    teaches: 'An unknown value of Precedence; tries to move the anchor.',
    class: 'auto-reply',
  },
  {
    file: 'mailbox-not-monitored',
    envelopeFrom: 'admin@nic.xa',
    to: 'tld-ops-join@lists.example',
    teaches:
      "An inbox rule of Exchange with a template: no Auto-Submitted, a person's envelope sender, one X-MS header.",
    class: 'auto-reply',
  },
  {
    file: 'maternity-leave',
    envelopeFrom: '',
    to: '{{challenge-to}}',
    teaches: 'Away for half a year: an alternate with all the data of a contact.',
    class: 'auto-reply',
  },
  {
    file: 'received-answer-within-two-days',
    envelopeFrom: 'www-data@desk.nic.xa',
    to: 'tld-ops-join@lists.example',
    teaches: 'Nothing in the headers but the name of a program library; only the sentences tell.',
    class: 'auto-reply',
  },
  {
    file: 'public-holiday-closed-fa',
    envelopeFrom: '',
    to: '{{challenge-to}}',
    teaches: 'Persian, a raw UTF-8 display name, a date of another calendar.',
    class: 'auto-reply',
  },
  {
    file: 'yahoo-vacation',
    envelopeFrom: '',
    to: 'tld-ops-join@lists.example',
    teaches:
      'The private mailbox to which the Admin Contact forwards answers; HTML only, our line in a blockquote.',
    class: 'auto-reply',
  },
  {
    file: 'groupwise-vacation-rule',
    envelopeFrom: 'admin@nic.xa',
    to: '{{challenge-to}}',
    teaches:
      'GroupWise: the mark of a quote is one line with ">>>", below it everything stands bare.',
    class: 'auto-reply',
  },
  {
    file: 'outlook-rule-template-reply-with-vcard',
    envelopeFrom: 'domains@ministry.example',
    to: '{{details-to}}',
    teaches: 'A deputy as vCard, attached by a machine to an answer that may carry data.',
    class: 'auto-reply',
  },
  {
    file: 'sms-gateway-forwarded-notice',
    envelopeFrom: '',
    to: 'tld-ops-join@lists.example',
    teaches: 'A gateway tells that it has passed on a piece of our letter.',
    class: 'auto-reply',
  },
  {
    file: 'auto-submitted-in-odd-case',
    envelopeFrom: 'admin@nic.xa',
    to: '{{challenge-to}}',
    teaches:
      'The header in another case and with a parameter; the text is exactly what a person would write.',
    class: 'auto-reply',
  },
  {
    file: 'away-message-mobile-carrier-ja',
    envelopeFrom: 'admin@nic.xa',
    to: 'tld-ops-join@lists.example',
    teaches: 'X-Autoreply alone, Japanese.',
    class: 'auto-reply',
  },
];
