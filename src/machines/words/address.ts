/** An e-mail address in the one form in which addresses are compared. */

import { domainToASCII } from 'node:url';

declare const addressBrand: unique symbol;

/**
 * An address in normal form: ASCII local part in lower case (non-ASCII: NFC, as written), "@",
 * the domain as lower-case A-labels without a trailing dot. Two addresses are the same mailbox
 * for us exactly when these strings are equal; nothing is ever matched by similarity.
 */
export type Address = string & { readonly [addressBrand]: 'Address' };

/** One mailbox as written in a header: display name (decoded, '' when none) and address. */
export interface Mailbox {
  readonly name: string;
  readonly address: Address;
}

const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~\u0080-\u{10ffff}-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~\u0080-\u{10ffff}-]+)*$/iu;
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]/u;

/**
 * Reads a bare addr-spec (RFC 5322 3.4.1, dot-atom only: a quoted local part never names an
 * Admin Contact). Returns undefined for anything that is not exactly one plain address within the
 * limits of RFC 5321 4.5.3.1 (local part 64 octets, domain 255).
 */
export function readAddress(text: string): Address | undefined {
  const at = text.lastIndexOf('@');
  if (at < 1 || UNSAFE.test(text)) return undefined;
  const local = text.slice(0, at);
  const domain = readDomain(text.slice(at + 1));
  if (domain === undefined || !LOCAL.test(local) || Buffer.byteLength(local) > 64) return undefined;
  return `${foldLocal(local)}@${domain}` as Address;
}

/**
 * A domain name as lower-case A-labels without the root dot, or undefined when it is not one:
 * not IDNA, an A-label that does not round-trip (RFC 5891 5.3), a single label, over 255 octets.
 */
export function readDomain(text: string): string | undefined {
  const bare = text.replace(/\.$/, '');
  if (bare === '' || /[^\p{L}\p{M}\p{N}.-]/u.test(bare)) return undefined;
  const ascii = domainToASCII(bare);
  if (ascii === '' || ascii.length > 255 || !ascii.includes('.')) return undefined;
  const labels = ascii.split('.');
  return labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label))
    ? ascii
    : undefined;
}

/** The domain of an address, as A-labels. */
export function domainOf(address: Address): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/** The local part of an address, in normal form. */
export function localOf(address: Address): string {
  return address.slice(0, address.lastIndexOf('@'));
}

// Only ASCII is folded: NFKC would map full-width letters onto ASCII and let a look-alike match.
function foldLocal(local: string): string {
  return /^[\u0000-\u007f]*$/.test(local) ? local.toLowerCase() : local.normalize('NFC');
}
