/** An e-mail address in the one form in which addresses are compared. */

import { domainToASCII, domainToUnicode } from 'node:url';

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

const LOCAL =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~\u0080-\u{10ffff}-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~\u0080-\u{10ffff}-]+)*$/iu;
// Control, format (bidi, zero width), unassigned, private-use and half characters, blanks, and
// letters that draw nothing and that IDNA maps away (variation selectors, fillers).
const UNSAFE = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\s]/u;
// What a U-label is made of (RFC 5892): letters, marks, digits, and the contextual signs of its appendix A.
const U_LABEL = /^[\p{L}\p{M}\p{N}\u00b7\u0375\u05f3\u05f4\u30fb-]+$/u;
const A_LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const ASCII = /^[\u0000-\u007f]*$/;

/**
 * Reads a bare addr-spec (RFC 5322 3.4.1, dot-atom only: a quoted local part never names an
 * Admin Contact). Returns undefined for anything that is not exactly one plain address within the
 * limits of RFC 5321 4.5.3.1 (local part 64 octets, domain 255, path 256 with its brackets).
 * What it returns reads as itself.
 */
export function readAddress(text: string): Address | undefined {
  const at = text.lastIndexOf('@');
  if (at < 1 || text.length > 320 || UNSAFE.test(text)) return undefined;
  const local = foldLocal(text.slice(0, at));
  const domain = readDomain(text.slice(at + 1));
  if (local === undefined || domain === undefined) return undefined;
  if (!LOCAL.test(local) || Buffer.byteLength(local) > 64) return undefined;
  return Buffer.byteLength(local) + domain.length > 253
    ? undefined
    : (`${local}@${domain}` as Address);
}

/**
 * A domain name as lower-case A-labels without the root dot, or undefined when it is not one:
 * not IDNA, an A-label that does not round-trip (RFC 5891 5.3), a putative U-label with "--" in
 * positions 3 and 4 (5.4), a single label, an IP address, over 255 octets.
 */
export function readDomain(text: string): string | undefined {
  const bare = text.replace(/\.$/, '');
  const written = bare.split('.');
  if (bare.length > 255 || written.length < 2 || !written.every(isWrittenLabel)) return undefined;
  const ascii = domainToASCII(bare);
  const labels = ascii.split('.');
  // A number at the end is an IP address to URL parsers, whatever stands before it (0x7f.1).
  if (ascii.length > 255 || labels.length !== written.length || /^\d*$/.test(labels.at(-1) ?? '')) {
    return undefined;
  }
  return labels.every(isLabel) ? ascii : undefined;
}

function isWrittenLabel(label: string): boolean {
  if (!U_LABEL.test(label) || UNSAFE.test(label)) return false;
  return ASCII.test(label) || !isReserved(label);
}

/** True for one label in lower-case ASCII that is a host name's label, and IDNA when it is an A-label. */
export function isLabel(label: string): boolean {
  if (!A_LABEL.test(label)) return false;
  if (!label.startsWith('xn--')) return true;
  // Node hands back an A-label that it cannot decode, so "unchanged" means "not valid".
  const unicode = domainToUnicode(label);
  if (ASCII.test(unicode) || !U_LABEL.test(unicode) || isReserved(unicode)) return false;
  return domainToASCII(unicode) === label;
}

// "--" in positions 3 and 4 announces an encoding; no U-label has it (RFC 5891 5.4).
function isReserved(label: string): boolean {
  return label.slice(2, 4) === '--';
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
// NFC itself maps a few signs onto ASCII (U+212A, the Kelvin sign, becomes K): that is no address.
function foldLocal(local: string): string | undefined {
  if (ASCII.test(local)) return local.toLowerCase();
  const composed = local.normalize('NFC');
  return ASCII.test(composed) ? undefined : composed;
}
