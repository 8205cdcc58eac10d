/** Whether a mail comes from a ccTLD's Admin Contact, and how well that is proven (design 5). */

import { readAddress } from './words/address.ts';
import type { Address, Mailbox } from './words/address.ts';
import type { Evidence } from './words/evidence.ts';
import type { Anchor, Mail } from './words/mail.ts';
import { skeletonOf } from './words/confusables.ts';
import { isWithin } from './words/distance.ts';

/** Where the anchor stands: it wrote the mail, it was sent a copy, or neither. */
export type Match = 'from' | 'copied' | 'none';

/**
 * Compares From, then To and Cc, with the anchor: equal or not, never similar (SECIR 2.2, call #11).
 * A mail without exactly one readable author identifies nobody, whoever else is copied.
 */
export function matchAnchor(mail: Pick<Mail, 'from' | 'recipients'>, anchor: Anchor): Match {
  if (!mail.from.ok) return 'none';
  if (mail.from.mailbox.address === anchor) return 'from';
  return mail.recipients.some((mailbox) => mailbox.address === anchor) ? 'copied' : 'none';
}

/**
 * The level of design 5 that one mail reaches by itself; E5 is a Validator's word and comes later.
 * `answersAnchorToken` must be true only for a single-use token that was mailed to that anchor alone.
 */
export function evidenceOf(facts: {
  readonly match: Match;
  readonly proven: boolean;
  readonly answersAnchorToken: boolean;
}): Evidence {
  if (facts.answersAnchorToken) return 'E4';
  if (facts.match === 'from') return facts.proven ? 'E3' : 'E2';
  return facts.match === 'copied' ? 'E1' : 'E0';
}

/**
 * True when a person could take one address for the other: one or two letters apart, or the same
 * shape. For warnings only; nothing is ever matched by it. Equal addresses do not look alike.
 */
export function looksLike(anchor: Address, other: Address): boolean {
  if (anchor === other) return false;
  return isWithin(2, anchor, other) || skeletonOf(anchor) === skeletonOf(other);
}

/** An address in the display name that is not the mailbox's own: `"admin@nic.xa" <evil@b.test>`. */
export function otherAddressInName(mailbox: Mailbox): Address | undefined {
  // NFKC here, because a person reads the full-width "＠" as "@" too.
  const words = mailbox.name
    .normalize('NFKC')
    .split(/[\s<>()[\]"'`,;:|\u2018-\u201f\u00ab\u00bb]+/u);
  return words
    .map((word) => readAddress(word.replace(/\.$/, '')))
    .find((address) => address !== undefined && address !== mailbox.address);
}
