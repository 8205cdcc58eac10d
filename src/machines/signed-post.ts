/**
 * What of a post's header is proven besides its author. A signature covers the fields that it names, in
 * the places that it counts from the end (RFC 6376 5.4.2): whoever has a signed mail can put others on
 * top of them and send it to us.
 */

import { valuesOf } from './reading/header.ts';
import { readRecipients } from './reading/mailbox.ts';
import type { Address } from './words/address.ts';
import type { Covered, HeaderField } from './words/mail.ts';

/** What readers see, and where their answers go: never without a signature. */
const SIGNED = 'subject to cc reply-to sender mail-followup-to mail-reply-to'.split(' ');
/**
 * How the body is read, and what the post answers. Gmail does not sign Content-Type, nor OpenDKIM
 * MIME-Version, nor iCloud References: one of each may stand there unsigned.
 */
const ONCE = [
  ...SIGNED,
  ...'date message-id in-reply-to references'.split(' '),
  ...'mime-version content-type content-transfer-encoding'.split(' '),
];

/** Whether the proof is about this text for the list: no field was added, and To or Cc names the list. */
export function isPostCovered(
  headers: readonly HeaderField[],
  covered: Covered,
  isList: (address: Address) => boolean,
): boolean {
  const namesList = (fields: readonly HeaderField[]) =>
    readRecipients(fields).some(({ address }) => isList(address));
  if (covered === 'all') return namesList(headers);
  return covered.some((signed) => isWhole(headers, signed) && namesList(headers));
}

function isWhole(headers: readonly HeaderField[], signed: readonly string[]): boolean {
  const names = headers.map(({ name }) => name);
  return (
    ONCE.every((name) => names.filter((one) => one.replace(/^:/, '') === name).length <= 1) &&
    SIGNED.every((name) => signed.includes(name) || !names.includes(name))
  );
}

/** The fields of a post that nobody but its author can have written. */
export function certainFields(
  headers: readonly HeaderField[],
  covered: Covered,
): readonly HeaderField[] {
  if (covered === 'all') return headers;
  const signed = covered.find((one) => isWhole(headers, one)) ?? [];
  return headers.filter(
    ({ name }) => signed.includes(name) && valuesOf(headers, name).length === 1,
  );
}
