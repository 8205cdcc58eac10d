/**
 * Whether a valid signature says that its author wrote *to us* and *now*. A DKIM signature travels with
 * the mail: who ever got a signed mail of an Admin Contact can send it to us, years later (RFC 6376 8.6).
 */

import { valuesOf } from './reading/header.ts';
import { readRecipients } from './reading/mailbox.ts';
import type { Address } from './words/address.ts';
import type { Mail } from './words/mail.ts';

export type Stray = 'not-to-us' | 'not-now';

/** How far Date may be from the arrival: a mail waits in queues for days, and clocks are wrong. */
const DAYS = 4 * 86_400_000;

/**
 * What is wrong when the fields in `signed` (lower case, each counts once) are all that is certain of
 * the mail. A field that stands twice may be the forger's in one of its places, and counts as unsigned.
 */
export function findStray(
  mail: Pick<Mail, 'headers'>,
  signed: readonly string[],
  at: { readonly isOurs: (address: Address) => boolean; readonly received: Date },
): Stray | undefined {
  const certain = mail.headers.filter(
    ({ name }) => signed.includes(name) && valuesOf(mail.headers, name).length === 1,
  );
  if (!readRecipients(certain).some(({ address }) => at.isOurs(address))) return 'not-to-us';
  const date = Date.parse(valuesOf(certain, 'date')[0]?.slice(0, 100) ?? '');
  return Math.abs(date - at.received.getTime()) <= DAYS ? undefined : 'not-now';
}
