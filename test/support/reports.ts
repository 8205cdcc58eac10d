/** What mail systems report about our letters and copies (RFC 3464). */

import type { NewMail } from './conversation.ts';
import { ADMIN } from './people.ts';

/** Why a mail comes back, as the server of the mailbox says it. */
export const WHY = {
  gone: ['5.1.1', '550 5.1.1 User unknown'],
  full: ['5.2.2', '552 5.2.2 Mailbox full, over quota'],
  policy: ['5.7.1', '550 5.7.1 Rejected by DMARC policy of the sender'],
} as const;

/** A mail of ours that comes back. */
export interface Returned {
  readonly to: string;
  /** Without angle brackets. */
  readonly messageId: string | undefined;
  readonly envelopeFrom: string;
}

/** The report about one recipient, or about several. */
export function report(
  { to, messageId, envelopeFrom }: Returned,
  why: keyof typeof WHY = 'gone',
  others: readonly string[] = [],
): NewMail {
  const [status, said] = WHY[why];
  const fields = [to, ...others].flatMap((address) => [
    `Final-Recipient: rfc822; ${address}`,
    'Action: failed',
    `Status: ${status}`,
    `Diagnostic-Code: smtp; ${said}`,
    '',
  ]);
  const body = [
    '--=_dsn',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    `<${to}>: host mail.nic.xa[192.0.2.10] said: ${said}`,
    '',
    '--=_dsn',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.nic.xa',
    '',
    ...fields,
    '--=_dsn',
    'Content-Type: text/rfc822-headers',
    '',
    `To: ${to}`,
    ...(messageId === undefined ? [] : [`Message-ID: <${messageId}>`]),
    '',
    '--=_dsn--',
  ];
  return {
    from: { ...ADMIN, mailbox: 'MAILER-DAEMON@nic.xa', address: 'mailer-daemon@nic.xa' },
    envelopeFrom: '',
    to: envelopeFrom,
    subject: 'Undelivered Mail Returned to Sender',
    text: body.join('\n'),
    headers: {
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary="=_dsn"',
      'Auto-Submitted': 'auto-replied',
    },
  };
}
