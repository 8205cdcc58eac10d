/** Rows of the table of machine mails: lists, newsletters, devices, reports, loops and our own mail. */

import type { MachineMail } from '../expected.ts';

export const STRAYS: readonly MachineMail[] = [
  {
    file: 'newsletter-html',
    envelopeFrom: 'b-4471-47@dnsweekly.test',
    to: 'tld-ops-join@lists.example',
    teaches: 'A newsletter with one of our words and two ccTLDs in it.',
    class: 'list',
  },
  {
    file: 'mailman-list-post',
    envelopeFrom: 'cctld-discuss-bounces@lists.community.test',
    to: 'tld-ops-join@lists.example',
    teaches:
      'A post to another list, to which somebody has subscribed our address: from the Admin Contact, with complete data, and not for us.',
    class: 'list',
  },
  {
    file: 'google-groups-post',
    envelopeFrom: 'tld-regional+bncBCZ3STQ1@groups.test',
    to: 'tld-ops-join@lists.example',
    teaches: 'A group rewrites From; the Admin Contact stands in Reply-To and X-Original-From.',
    class: 'list',
  },
  {
    file: 'mailman-asks-to-confirm-a-subscription',
    envelopeFrom: 'cctld-discuss-bounces@lists.community.test',
    to: 'tld-ops-join@lists.example',
    teaches: 'Another list server wants our word: an answer would subscribe us there.',
    class: ['auto-reply', 'list'],
  },
  {
    file: 'list-moderation-notice',
    envelopeFrom: 'tld-admin-bounces@lists.nic.xa',
    to: 'tld-ops-join@lists.example',
    teaches: 'The Admin Contact address is a list; our letter waits for its moderator.',
    class: ['auto-reply', 'list'],
  },
  {
    file: 'cron-output',
    envelopeFrom: 'root@ns.nic.xa',
    to: 'tld-ops-join@lists.example',
    teaches:
      'Cron of the registry, forwarded to us by a rule; a word of ours at the start of a line.',
    class: ['auto-reply', 'report'],
  },
  {
    file: 'monitoring-alarm',
    envelopeFrom: 'nagios@mon.nic.xa',
    to: 'tld-ops-join@lists.example',
    teaches: 'Somebody entered the list in a monitor.',
    class: ['auto-reply', 'report', 'list'],
  },
  {
    file: 'monitoring-alarm-zabbix-bare',
    envelopeFrom: 'zabbix@mon.nic.xa',
    to: 'tld-ops-join@lists.example',
    teaches: 'A mail without Message-ID, the subject in base64 though it is ASCII.',
    class: ['auto-reply', 'report'],
  },
  {
    file: 'fax-to-mail',
    envelopeFrom: 'fax@faxgate.test',
    to: 'tld-ops-join@lists.example',
    teaches:
      'Perhaps a signed letter is on the fax, but nobody typed this mail; the phone number is that of the fax.',
    class: ['auto-reply', 'report'],
  },
  {
    file: 'scanner-to-mail',
    envelopeFrom: 'scanner@ministry.example',
    to: 'tld-ops-join@lists.example',
    teaches: 'A copier sends a scanned letter; the domain is that of the Admin Contact of .xb.',
    class: ['auto-reply', 'report'],
  },
  {
    file: 'own-letter-comes-back',
    envelopeFrom: 'tld-ops-bounces@lists.example',
    to: 'tld-ops-join@lists.example',
    teaches:
      'Forwarded back untouched by a rule of the Admin Contact: our address, our Message-ID, CONFIRM at no quote mark.',
    class: 'own',
  },
  {
    file: 'own-letter-redirected-by-sieve-new-id',
    envelopeFrom: 'admin@nic.xa',
    to: '{{challenge-to}}',
    teaches:
      'Resent with another Message-ID and without our own marks: only From tells that it is ours.',
    class: 'own',
  },
  {
    file: 'own-bounce-address-as-author',
    envelopeFrom: 'x@relay.test',
    to: 'tld-ops-owner@lists.example',
    teaches: 'One of our own addresses as author: never a person, whoever wrote it.',
    class: 'own',
  },
  {
    file: 'loop-sixty-hops',
    envelopeFrom: 'omar.said@ministry.example',
    to: 'tld-ops-join@lists.example',
    teaches:
      'Two servers throw a mail to each other sixty times; a person wrote it once, it must not be answered.',
    class: 'loop',
  },
  {
    file: 'loop-of-two-responders',
    envelopeFrom: 'admin@nic.xa',
    to: '{{challenge-to}}',
    teaches: 'Two responders talk to each other with us between them.',
    class: ['auto-reply', 'loop'],
  },
  {
    file: 'dmarc-aggregate-report',
    envelopeFrom: 'dmarc-noreply@mailish.test',
    to: 'tld-ops-owner@lists.example',
    teaches:
      'RFC 7489 7.2: the whole mail is a zip; no header says that a machine wrote it, only the form of the subject.',
    class: ['report', 'auto-reply'],
  },
  {
    file: 'smtp-tls-report',
    envelopeFrom: 'tlsrpt-noreply@mailish.test',
    to: 'tld-ops-owner@lists.example',
    teaches: 'RFC 8460: a report type that is neither delivery, disposition nor feedback.',
    class: 'report',
  },
  {
    file: 'virus-notice-to-recipient',
    envelopeFrom: 'virusalert@av.nic.xa',
    to: 'tld-ops-join@lists.example',
    teaches:
      "The Admin Contact stands in To, beside us: evidence E1 if it were taken for a person's mail.",
    class: ['auto-reply', 'report', 'list'],
  },
  {
    file: 'voice-mail-notice',
    envelopeFrom: 'vm@pbx.nic.xa',
    to: 'tld-ops-join@lists.example',
    teaches: 'A phone system tells of a call, with a name and a number.',
    class: 'auto-reply',
  },
  {
    file: 'outlook-recall-request',
    envelopeFrom: 'admin@nic.xa',
    to: '{{challenge-to}}',
    teaches: 'A recall: a person pressed a button, but it is no objection in words.',
    class: ['auto-reply', 'report'],
  },
  {
    file: 'social-network-invitation',
    envelopeFrom: 'bounce-4471@netfolk.test',
    to: 'tld-ops-join@lists.example',
    teaches:
      '"Add you as a contact", "Confirm": our words in the mouth of a web site, with the Admin Contact in Reply-To.',
    class: ['list', 'auto-reply'],
  },
  {
    file: 'security-awareness-phish-report',
    envelopeFrom: '',
    to: 'tld-ops-owner@lists.example',
    teaches: 'A service tells of a reported letter; harmless to us, and no REJECT.',
    class: ['auto-reply', 'report'],
  },
];
