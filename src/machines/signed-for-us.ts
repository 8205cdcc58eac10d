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
  const date = readDate(valuesOf(certain, 'date')[0] ?? '');
  return Math.abs(date - at.received.getTime()) <= DAYS ? undefined : 'not-now';
}

/**
 * The same of the mail's own signatures of these domains, where somebody else has verified them: what is
 * wrong when it is wrong with every one. A mail that shows none is undefined.
 */
export function findStrayEverywhere(
  mail: Pick<Mail, 'headers'>,
  domains: readonly string[],
  at: Parameters<typeof findStray>[2],
): Stray | undefined {
  const found = signedBy(mail, (domain) => domains.includes(domain)).map((signed) =>
    findStray(mail, signed, at),
  );
  return found.includes(undefined) ? undefined : found[0];
}

/** Which fields (lower case) each of the mail's own signatures of such domains says that it covers. */
export function signedBy(
  mail: Pick<Mail, 'headers'>,
  isMeant: (domain: string) => boolean,
): string[][] {
  return valuesOf(mail.headers, 'dkim-signature')
    .filter((value) => isMeant(tagOf(value, 'd').toLowerCase()))
    .map((value) => tagOf(value, 'h').toLowerCase().split(':'));
}

// RFC 6376 3.2; no blank means anything in the two tags that are read here.
function tagOf(field: string, name: string): string {
  const tags = field.slice(0, 8_192).replace(/\s/g, '').split(';');
  return tags.find((tag) => tag.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
}

/** Milliseconds of a Date field (RFC 5322 3.3), also with the name of a zone; NaN when it cannot be read. */
export function readDate(value: string): number {
  // Blanks may be added under a signature (RFC 6376 3.4.2): no part of the date shall move out of sight.
  const written = value.replace(/\s+/g, ' ').trim().slice(0, 100);
  const date = Date.parse(written);
  if (!Number.isNaN(date)) return date;
  const plain = written.replace(/\([^()]*\)/g, ' ').replace(/\s*:\s*/g, ':');
  return Date.parse(plain.replace(/\s+[a-z]{1,5}\s*$/i, '').replace(/^\s*\p{L}+\.?\s*,/u, ''));
}
