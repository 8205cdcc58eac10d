/** A mail as plain values: what the later stages may look at. Nothing here is trusted. */

import type { Address, Mailbox } from './address.ts';

/** What Postfix told us about the connection (XFORWARD), for SPF. */
export interface Client {
  readonly address?: string;
  readonly name?: string;
  readonly helo?: string;
  readonly queueId?: string;
}

export interface Envelope {
  /** MAIL FROM, '' for the null reverse-path (RFC 5321 4.5.5). */
  readonly from: string;
  /** RCPT TO, one inbox row for each. */
  readonly to: string;
  readonly client: Client;
}

/** One header field: name in lower case, value unfolded, bytes read as UTF-8 (else Latin-1). */
export interface HeaderField {
  readonly name: string;
  readonly value: string;
}

export type FromFault =
  | 'no-from-field'
  | 'two-from-fields'
  | 'from-without-one-mailbox'
  | 'from-unreadable';

/** The author: exactly one raw From field with exactly one mailbox, or the reason why not. */
export type FromField =
  | { readonly ok: true; readonly mailbox: Mailbox }
  | { readonly ok: false; readonly fault: FromFault };

export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  /** It was read (a vCard, a report), or nobody sent it to be read (a logo, a signature). */
  readonly incidental?: boolean;
}

/**
 * A part in which mail systems speak to each other, its transfer encoding undone: delivery status
 * (RFC 3464), disposition (RFC 8098), feedback (RFC 5965), or the header of a mail that came back
 * (`message/rfc822`, `text/rfc822-headers`, RFC 6522 4), at most 64 KiB of it.
 */
export interface ReportPart {
  /** The media type in lower case, such as `message/delivery-status`. */
  readonly type: string;
  /** LF line ends. */
  readonly text: string;
}

export interface Mail {
  /** Of the raw message as it was stored, hex. */
  readonly sha256: string;
  readonly envelope: Envelope;
  readonly headers: readonly HeaderField[];
  readonly from: FromField;
  /** To and Cc: top-level mailboxes only; group members, Bcc and unreadable entries are left out. */
  readonly recipients: readonly Mailbox[];
  /** Decoded (RFC 2047), control characters removed, at most 500 characters; display and tokens only. */
  readonly subject: string;
  readonly messageId?: string;
  /** Message-IDs in In-Reply-To and References, without the angle brackets. */
  readonly answers: readonly string[];
  /** The text/plain parts, LF line ends, '' when there is none. */
  readonly text: string;
  readonly html?: string;
  readonly reports: readonly ReportPart[];
  /** The text of each attached vCard file, as it came but for charset and transfer encoding. */
  readonly cards: readonly string[];
  readonly attachments: readonly Attachment[];
}

/** `contract` classes of design section 16. */
export type MailClass =
  | 'human'
  | 'auto-reply'
  | 'bounce'
  | 'delay'
  | 'report'
  | 'list'
  | 'loop'
  | 'own'
  | 'quarantined';

export interface Screening {
  readonly class: Exclude<MailClass, 'quarantined'>;
  /** Why, as a code of docs/REASONS.md; `typed-by-a-person` when nothing spoke against it. */
  readonly reason: ScreenReason;
}

export type ScreenReason =
  | 'typed-by-a-person'
  | 'null-sender'
  | 'auto-submitted'
  | 'multipart-report'
  | 'precedence'
  | 'list-header'
  | 'daemon-sender'
  | 'auto-header'
  | 'vacation-subject'
  | 'person-left'
  | 'delay-report'
  | 'delivery-report'
  | 'read-receipt'
  | 'abuse-report'
  | 'too-many-received'
  | 'own-message-id'
  | 'own-address'
  | 'bounce-text'
  | 'scanner-notice'
  | 'quarantine-digest'
  | 'challenge-response'
  | 'ticket-receipt'
  | 'calendar-reply';

/** Results of RFC 8601 2.7, as far as they matter here. */
export type AuthResult =
  | 'pass'
  | 'fail'
  | 'softfail'
  | 'neutral'
  | 'none'
  | 'permerror'
  | 'temperror';

/**
 * Which fields of the header are proven with their author: all, where the server that sent the mail proves
 * it (SPF); else those that each of the signatures covers that prove it, in lower case.
 */
export type Covered = 'all' | readonly (readonly string[])[];

/** What authentication found out about one mail (RFC 7208, 6376, 7489, 8617). */
export interface Authentication {
  readonly spf: { readonly result: AuthResult; readonly domain?: string };
  readonly dkim: readonly {
    readonly result: AuthResult;
    readonly domain: string;
    readonly selector: string;
    readonly aligned: boolean;
    /**
     * Why a passing signature does not count: `l=` shorter than the body, From not signed, no signed To
     * or Cc that names us, no signed Date of these days.
     */
    readonly discounted?: 'partial-body' | 'from-not-signed' | 'not-to-us' | 'not-now';
  }[];
  readonly dmarc: {
    readonly result: AuthResult;
    readonly domain?: string;
    readonly policy?: string;
  };
  readonly arc?: { readonly result: AuthResult; readonly sealer?: string };
  /**
   * The From domain is proven by DMARC, by a named ARC sealer or by the trusted authserv-id; or the
   * author's pinned OpenPGP key has signed the commands.
   */
  readonly proven: boolean;
  /** Nothing where it is not there. */
  readonly covered?: Covered;
  /** The author's own signature is the proof: what the domain asks for forgeries is not meant. */
  readonly bySignature?: boolean;
  /** One sentence for each fact, for the Validator. */
  readonly facts: readonly string[];
}

/** The address that the IANA registry lists as a ccTLD's Admin Contact. */
export type Anchor = Address;
