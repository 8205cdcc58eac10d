/** The head of somebody's mail, as letters to Validators show it. */

import { quoteLine } from './foreign.ts';
import { wrap } from './wrap.ts';

interface MailHead {
  readonly from: string;
  readonly subject: string;
  readonly inboxId: number;
}

/** Sender, subject and number, one under the other. */
export function mailHead({ from, subject, inboxId }: MailHead, recipient = ''): string {
  const rows = [
    ['Sender', quoteLine(from, 254)],
    ['Subject', quoteLine(subject, 200)],
    ...(recipient === '' ? [] : [['Sent to', quoteLine(recipient, 254)]]),
    ['Inbox number', String(inboxId)],
  ];
  return rows
    .map(([label = '', value = '']) =>
      wrap(value, { first: `  ${`${label}:`.padEnd(15)}`, rest: '               … ' }),
    )
    .join('\n');
}
