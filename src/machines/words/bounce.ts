/** What a mail system says about a mail of ours that it could not deliver, or not yet. */

import type { Address } from './address.ts';

/**
 * Why: the mailbox does not exist (any more); it is full; the mail was refused for its content, by a
 * policy, or for DMARC, which is never the person's fault; it is only late; or nobody can tell.
 */
export type BounceKind = 'mailbox-gone' | 'mailbox-full' | 'policy' | 'delayed' | 'unknown';

export interface BouncedRecipient {
  readonly address: Address;
  readonly kind: BounceKind;
  /** RFC 3463, such as `5.1.1`. */
  readonly status?: string;
  /** What the refusing server said, fit to be shown, at most 300 characters. */
  readonly said?: string;
}

/** A delivery report as read. Nothing of it is believed until token, Message-ID and recipient agree. */
export interface BounceReport {
  readonly recipients: readonly BouncedRecipient[];
  /** Message-ID of the mail that came back, without angle brackets, when the report holds it. */
  readonly originalMessageId?: string;
}
