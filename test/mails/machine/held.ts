/** Mails of machines written by somebody who had not seen the reader, to measure it blind. */

import type { MachineMail } from '../expected.ts';

export const HELD: readonly MachineMail[] = [
  {
    file: 'held-postfix-unknown', envelopeFrom: '', to: '{{bounce-to}}',
    teaches: 'Postfix, user unknown at the remote host.', class: 'bounce',
    bounce: { address: 'hostmaster@nic.xa', kind: 'mailbox-gone' },
  },
  {
    file: 'held-postfix-quota', envelopeFrom: '', to: '{{bounce-to}}',
    teaches: 'Postfix with LMTP to Dovecot, over quota.', class: 'bounce',
    bounce: { address: 'hostmaster@nic.xa', kind: 'mailbox-full' },
  },
  {
    file: 'held-postfix-delay', envelopeFrom: '', to: '{{bounce-to}}', teaches: 'Postfix warns after four hours.',
    class: 'delay', bounce: { address: 'admin@nic.xb', kind: 'delayed' },
  },
  {
    file: 'held-exchange-online-notfound', envelopeFrom: '', to: '{{bounce-to}}',
    teaches: 'Exchange Online, 5.1.10, with a page of HTML.', class: 'bounce',
    bounce: { address: 'technik@nic.xc', kind: 'mailbox-gone' },
  },
  {
    file: 'held-exchange-de-group', envelopeFrom: '', to: '{{bounce-to}}',
    teaches: 'Exchange in German: a closed group.', class: 'bounce',
    bounce: { address: 'registry-team@nic.xd', kind: 'policy' },
  },
  {
    file: 'held-gmail-nosuch', envelopeFrom: '', to: '{{bounce-to}}', teaches: 'Gmail: the address does not exist.',
    class: 'bounce', bounce: { address: 'adm.xe@bigmail.example', kind: 'mailbox-gone' },
  },
  {
    file: 'held-gmail-inactive', envelopeFrom: '', to: '{{bounce-to}}',
    teaches: 'A big provider: the account is disabled.', class: 'bounce',
    bounce: { address: 'old.admin@bigmail.example', kind: 'mailbox-gone' },
  },
  {
    file: 'held-exim-plain', envelopeFrom: '', to: '{{bounce-to}}',
    teaches: 'Exim: plain text with the letter below; the null sender and its own header.', class: 'bounce',
    bounce: { address: 'admin@nic.xf', kind: 'mailbox-gone' },
  },
  {
    file: 'held-exim-delay', envelopeFrom: '', to: '{{bounce-to}}',
    teaches: 'Exim: retry time not reached for a day.', class: 'delay',
    bounce: { address: 'hostmaster@nic.xa', kind: 'delayed' },
  },
  {
    file: 'held-sendmail-hostunknown', envelopeFrom: '', to: '{{bounce-to}}', teaches: 'Sendmail: host unknown.',
    class: 'bounce', bounce: { address: 'hostmaster@nic.xg', kind: 'unknown' },
  },
  {
    file: 'held-sendmail-deferred', envelopeFrom: '', to: '{{bounce-to}}',
    teaches: 'Sendmail: could not send for four hours.', class: 'delay',
    bounce: { address: 'hostmaster@nic.xa', kind: 'delayed' },
  },
  {
    file: 'held-qmail-nobox', envelopeFrom: '', to: '{{bounce-to}}', teaches: 'qmail: no mailbox here by that name.',
    class: 'bounce', bounce: { address: 'admin@nic.xh', kind: 'mailbox-gone' },
  },
  {
    file: 'held-courier', envelopeFrom: '', to: '{{bounce-to}}',
    teaches: 'Courier: mailbox unavailable, with its own report.', class: 'bounce',
    bounce: { address: 'dns@nic.xi', kind: 'mailbox-gone' },
  },
  {
    file: 'held-proofpoint-spf', envelopeFrom: '', to: '{{bounce-to}}', teaches: 'A gateway: SPF fails.',
    class: 'bounce', bounce: { address: 'hostmaster@nic.xa', kind: 'policy' },
  },
  {
    file: 'held-blocklist', envelopeFrom: '', to: '{{bounce-to}}', teaches: 'Refused by a block list.',
    class: 'bounce', bounce: { address: 'hostmaster@nic.xa', kind: 'policy' },
  },
  {
    file: 'held-dmarc-reject', envelopeFrom: '', to: '{{bounce-to}}', teaches: 'Refused for DMARC.', class: 'bounce',
    bounce: { address: 'admin@nic.xj', kind: 'policy' },
  },
  {
    file: 'held-expired', envelopeFrom: '', to: '{{bounce-to}}', teaches: 'Given up after five days.',
    class: 'bounce', bounce: { address: 'admin@nic.xk', kind: 'unknown' },
  },
  {
    file: 'held-groupwise', envelopeFrom: '', to: '{{bounce-to}}',
    teaches: 'GroupWise: mailbox full, plain text, null sender.', class: 'bounce',
    bounce: { address: 'admin@nic.xl', kind: 'mailbox-full' },
  },
  {
    file: 'held-domino', envelopeFrom: '', to: '{{bounce-to}}',
    teaches: 'Domino: user not listed in Domino Directory.', class: 'bounce',
    bounce: { address: 'tech@nic.xm', kind: 'mailbox-gone' },
  },
  {
    file: 'held-yandex-ru', envelopeFrom: '', to: '{{bounce-to}}',
    teaches: 'A Russian provider: mailbox does not exist, words in Russian.', class: 'bounce',
    bounce: { address: 'admin.xn@pochta.example', kind: 'mailbox-gone' },
  },
  {
    file: 'held-japan-docomo', envelopeFrom: '', to: '{{bounce-to}}',
    teaches: 'A Japanese carrier: unknown address, no parts, iso-2022-jp.', class: 'bounce',
    bounce: { address: 'dns.xo@keitai.example', kind: 'mailbox-gone' },
  },
  {
    file: 'held-qq-zh', envelopeFrom: '', to: '{{bounce-to}}',
    teaches: 'A Chinese provider: full, in Chinese and English.', class: 'bounce',
    bounce: { address: 'xp@youjian.example', kind: 'mailbox-full' },
  },
  {
    file: 'held-tls-required', envelopeFrom: '', to: '{{bounce-to}}', teaches: 'TLS is required and fails.',
    class: 'bounce', bounce: { address: 'admin@nic.xq', kind: 'policy' },
  },
  {
    file: 'held-loop-hops', envelopeFrom: '', to: '{{bounce-to}}', teaches: 'Too many hops at the other side.',
    class: 'bounce', bounce: { address: 'admin@nic.xr', kind: 'unknown' },
  },
  {
    file: 'held-alias-behind', envelopeFrom: '', to: '{{bounce-to}}',
    teaches: 'The registry alias goes to a person who is gone.', class: 'bounce',
    bounce: { address: 'v.ostrander@nic.xa', kind: 'mailbox-gone' },
  },
  {
    file: 'held-bare-relabelled', envelopeFrom: 'postmaster@nic.xs', to: '{{bounce-to}}',
    teaches: 'A gateway has turned a report into a plain mail from postmaster with its own envelope.',
    class: 'bounce', bounce: { address: 'admin@nic.xs', kind: 'mailbox-gone' },
  },
  {
    file: 'held-bare-hosting-panel', envelopeFrom: 'noreply@panel.example', to: '{{bounce-to}}',
    teaches: 'A hosting panel says in prose that the box is full, from an ordinary address.', class: 'bounce',
    bounce: { address: 'info@dns.xt', kind: 'mailbox-full' },
  },
  {
    file: 'held-bare-fr', envelopeFrom: 'mailer-daemon@nic.xu', to: '{{challenge-to}}',
    teaches: 'A French small server, plain text, no header.', class: 'bounce',
    bounce: { address: 'admin@nic.xu', kind: 'mailbox-gone' },
  },
  {
    file: 'held-mime-no-report-type', envelopeFrom: '', to: '{{bounce-to}}',
    teaches: 'multipart/mixed instead of a report, null sender.', class: 'bounce',
    bounce: { address: 'admin@nic.xv', kind: 'mailbox-gone' },
  },
  {
    file: 'held-success-relayed', envelopeFrom: '', to: '{{bounce-to}}', teaches: 'A report of relay, no failure.',
    class: 'report',
  },
  {
    file: 'held-ooo-en', envelopeFrom: '', to: '{{challenge-to}}', teaches: 'Exchange, English, with a deputy.',
    class: 'auto-reply',
  },
  {
    file: 'held-ooo-de', envelopeFrom: '', to: '{{challenge-to}}', teaches: 'Exchange, German.', class: 'auto-reply',
  },
  {
    file: 'held-ooo-fr', envelopeFrom: '', to: '{{challenge-to}}', teaches: 'Exchange, French, HTML and text.',
    class: 'auto-reply',
  },
  {
    file: 'held-ooo-es', envelopeFrom: 'anselmo@nic.xd', to: '{{challenge-to}}',
    teaches: 'Gmail vacation in Spanish.', class: 'auto-reply',
  },
  {
    file: 'held-ooo-pt', envelopeFrom: '', to: '{{challenge-to}}', teaches: 'Zimbra in Portuguese.',
    class: 'auto-reply',
  },
  {
    file: 'held-ooo-it', envelopeFrom: '', to: '{{challenge-to}}', teaches: 'Sieve vacation in Italian.',
    class: 'auto-reply',
  },
  {
    file: 'held-ooo-nl', envelopeFrom: '', to: '{{challenge-to}}', teaches: 'Exchange, Dutch.', class: 'auto-reply',
  },
  {
    file: 'held-ooo-pl', envelopeFrom: '', to: '{{challenge-to}}', teaches: 'Exchange, Polish.', class: 'auto-reply',
  },
  {
    file: 'held-ooo-ru', envelopeFrom: '', to: '{{challenge-to}}', teaches: 'Autoreply in Russian, koi8-r.',
    class: 'auto-reply',
  },
  {
    file: 'held-ooo-ja', envelopeFrom: '', to: '{{challenge-to}}', teaches: 'Japanese, iso-2022-jp.',
    class: 'auto-reply',
  },
  {
    file: 'held-ooo-zh', envelopeFrom: '', to: '{{challenge-to}}', teaches: 'Chinese, gb18030.', class: 'auto-reply',
  },
  {
    file: 'held-ooo-tr', envelopeFrom: '', to: '{{challenge-to}}', teaches: 'Turkish, Exchange.', class: 'auto-reply',
  },
  {
    file: 'held-ooo-left', envelopeFrom: '', to: '{{challenge-to}}',
    teaches: 'The person has left; the mailbox answers.', class: 'auto-reply',
  },
  {
    file: 'held-ooo-quotes-letter', envelopeFrom: '', to: '{{challenge-to}}',
    teaches: 'A vacation program that quotes the letter, with the words in it.', class: 'auto-reply',
  },
  {
    file: 'held-ooo-precedence', envelopeFrom: 'hostmaster@nic.xn', to: '{{challenge-to}}',
    teaches: 'Old vacation(1): Precedence: junk only.', class: 'auto-reply',
  },
  {
    file: 'held-ooo-sv-xautoreply', envelopeFrom: 'ingegerd@nic.xo', to: '{{challenge-to}}',
    teaches: 'Swedish, X-Autoreply only.', class: 'auto-reply',
  },
  {
    file: 'held-bare-ooo-de-subject', envelopeFrom: 'deeken@nic.xq', to: '{{challenge-to}}',
    teaches: 'Only the subject tells.', class: 'auto-reply',
  },
  {
    file: 'held-bare-ooo-fi', envelopeFrom: 'sinikka@nic.xr', to: '{{challenge-to}}',
    teaches: 'Finnish, only the subject tells.', class: 'auto-reply',
  },
  {
    file: 'held-bare-left-es', envelopeFrom: 'marisa@nic.xs', to: '{{challenge-to}}',
    teaches: 'Bare: she no longer works here, Spanish.', class: 'auto-reply',
  },
  {
    file: 'held-ticket-en', envelopeFrom: 'support@nic.xa', to: '{{challenge-to}}',
    teaches: 'Help desk receipt with the ticket number, Auto-Submitted.', class: 'auto-reply',
  },
  {
    file: 'held-ticket-rt', envelopeFrom: 'hostmaster@nic.xb', to: '{{challenge-to}}', teaches: 'Request Tracker.',
    class: 'auto-reply',
  },
  {
    file: 'held-ticket-bare-desk', envelopeFrom: 'help@nic.xc', to: '{{challenge-to}}',
    teaches: 'A cloud desk, bare: above this line.', class: 'auto-reply',
  },
  {
    file: 'held-ticket-bare-fr', envelopeFrom: 'accueil@nic.xd', to: '{{challenge-to}}',
    teaches: 'A French receipt, bare.', class: 'auto-reply',
  },
  {
    file: 'held-challenge-response', envelopeFrom: 'aurelio@nic.xe', to: '{{challenge-to}}',
    teaches: 'Click to deliver.', class: 'auto-reply',
  },
  {
    file: 'held-mdn', envelopeFrom: 'hadac@nic.xf', to: '{{challenge-to}}',
    teaches: 'A read receipt, as a proper report.', class: ['report', 'auto-reply'],
  },
  {
    file: 'held-quarantine-digest', envelopeFrom: 'quarantine@filter.example', to: 'tld-ops-owner@lists.example',
    teaches: 'A digest of held mail.', class: ['report', 'auto-reply', 'list'],
  },
  {
    file: 'held-calendar-decline', envelopeFrom: 'brannoc@nic.xg', to: '{{challenge-to}}',
    teaches: 'A calendar answer of a program.', class: ['report', 'auto-reply'],
  },
  {
    file: 'held-newsletter', envelopeFrom: 'bounce-811@weekly.example', teaches: 'A list mail with List-Id.',
    class: 'list',
  },
  {
    file: 'held-cron-alarm', envelopeFrom: 'nagios@mon.nic.xh', to: 'tld-ops-owner@lists.example',
    teaches: 'A monitoring alarm sent to the owner.', class: ['auto-reply', 'report', 'list'],
  },
];
