/** What the people of the model write: forms, words above a form, commands, reports of machines. */

import type { Person } from '../support/people.ts';
import { CONTACTS, pick } from './cast.ts';

/** How well somebody fills the form in. */
export type Form =
  /** Everything is there. */
  | 'whole'
  /** One person only. */
  | 'one'
  /** A phone number is missing. */
  | 'half'
  /** Four people. */
  | 'four'
  /** A role address. */
  | 'role'
  /** Nobody is described. */
  | 'empty';

/** What an Admin Contact writes above the form, where people are on the list already. */
export const ASKS = [
  '',
  'ADD',
  'REPLACE',
  'REMOVE',
  'PRIMARY',
  'REPLACE ALL',
  'REMOVE address',
] as const;
export type Ask = (typeof ASKS)[number];

/** People of the model from this one on, as a form describes them. */
export function formText(form: Form, first: number, primary: boolean): string {
  const count = { whole: 2, one: 1, half: 2, four: 4, role: 1, empty: 0 }[form];
  const some = Array.from({ length: count }, (_, index) => pick(CONTACTS, first + index));
  return some
    .map((person, index) => personText(person, { index, form, primary: primary && index === 0 }))
    .join('\n\n');
}

function personText(
  { address, mailbox }: Person,
  { index, form, primary }: { index: number; form: Form; primary: boolean },
): string {
  const [first = '', last = ''] = mailbox.split(/ <| /);
  const isHalf = form === 'half' && index === 1;
  return [
    `Contact ${index + 1}${primary ? ' (primary)' : ''}`,
    `First name: ${first}`,
    `Last name: ${last}`,
    `E-mail: ${form === 'role' ? 'noc@cert.example' : address}`,
    ...(isHalf
      ? []
      : [`Phone: +1 202 555 01${10 + CONTACTS.findIndex((one) => one.address === address)}`]),
  ].join('\n');
}

/** The word of an ask with what it is about: a number of the list as letters show it, or an address. */
export function askText(ask: Ask, which: number, listed: readonly string[]): string {
  switch (ask) {
    case '':
    case 'ADD':
    case 'REPLACE ALL':
      return ask;
    case 'REMOVE address':
      return listed.length === 0 ? 'REMOVE 1' : `REMOVE ${pick(listed, which)}`;
    default:
      return `${ask} ${(which % 3) + 1}`;
  }
}

/** An absence notice, a report that could not be delivered, a delay: all of them quote the letter. */
export type Machine = 'absence' | 'bounce' | 'delay';

interface Report {
  readonly subject: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export function machineReport(
  what: Machine,
  letter: {
    readonly to: string;
    readonly text: string;
    readonly subject: string;
    readonly messageId: string;
  },
): Report {
  if (what === 'absence') {
    return {
      subject: `Automatic reply: ${letter.subject}`,
      body: `I am away until Monday.\n\n${letter.text.replace(/^/gm, '> ')}`,
      headers: { 'Auto-Submitted': 'auto-replied' },
    };
  }
  const action = what === 'bounce' ? 'failed' : 'delayed';
  return {
    subject: what === 'bounce' ? 'Undelivered Mail Returned to Sender' : 'Delayed Mail',
    body: [
      '--=_dsn',
      'Content-Type: text/plain; charset=us-ascii',
      '',
      `Your message was ${action}. It said: CONFIRM`,
      '--=_dsn',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mail.nic.xa',
      '',
      `Final-Recipient: rfc822; ${letter.to}`,
      `Action: ${action}`,
      `Status: ${what === 'bounce' ? '5.1.1' : '4.4.1'}`,
      '',
      '--=_dsn',
      'Content-Type: message/rfc822',
      '',
      `Message-ID: <${letter.messageId}>`,
      `Subject: ${letter.subject}`,
      '',
      letter.text,
      '--=_dsn--',
    ].join('\n'),
    headers: {
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary="=_dsn"',
      'Auto-Submitted': 'auto-replied',
    },
  };
}
