/** What the tables beside the mails may say about a mail: how it comes in, and what must be read in it. */

import type { BounceKind } from '../../src/machines/words/bounce.ts';
import type { MailClass } from '../../src/machines/words/mail.ts';

/** How a mail comes to the door. */
export interface Sent {
  /** The file's name without `.eml`: the situation. */
  readonly file: string;
  /** MAIL FROM; '' for the null reverse-path. */
  readonly envelopeFrom: string;
  /** RCPT TO; the join address when left out. May hold a placeholder such as `{{challenge}}`. */
  readonly to?: string;
  /** What the mail teaches, in one sentence. */
  readonly teaches: string;
}

export interface ExpectedContact {
  readonly firstName: string;
  readonly lastName: string;
  readonly address: string;
  /** E.164 (`+12025550112`, `+12025550112;ext=12`), or as written where nobody can read it. */
  readonly phones: readonly string[];
  /** Left out when the mail does not say it. */
  readonly primary?: boolean;
  /** Only where each of several ccTLDs has people of its own, and the mail leaves no doubt whose they are. */
  readonly cctld?: string;
}

/** A mail that a person wrote. */
export interface HumanMail extends Sent {
  /** The program that wrote it, such as `Outlook 2019`. */
  readonly client: string;
  /** ISO 639-1. */
  readonly language: string;
  /** As declared in the mail; `none` when it is not. */
  readonly charset: string;
  /** True when it answers our letter with the form: values inside the quoted form count. */
  readonly inline?: true;
  /** Own text must hold each of these. */
  readonly says: readonly string[];
  /** Own text must hold none of these: they are quoted, signature, disclaimer. */
  readonly quotes: readonly string[];
  readonly cctlds: readonly string[];
  readonly contacts: readonly ExpectedContact[];
  readonly consent: 'confirm' | 'reject' | 'unclear' | 'none';
}

/** A mail that nobody typed. */
export interface MachineMail extends Sent {
  /** The right class, or the classes that would all be right. */
  readonly class: MailClass | readonly MailClass[];
  /** For delivery reports: for whom it failed, and why. */
  readonly bounce?: { readonly address: string; readonly kind: BounceKind };
}

/** A mail that wants to be taken for something that it is not. */
export interface AttackMail extends Sent {
  /** Who hands it to our Postfix (XFORWARD); the attacker's server when left out. */
  readonly client?: { readonly address: string; readonly helo: string };
  /** A signature that is put on it before it is sent: by whom, and what is odd about it. */
  readonly sign?: {
    readonly domain: string;
    readonly bodyLength?: number;
    readonly withoutFrom?: true;
    /** Bytes put behind the body after signing. */
    readonly append?: string;
  };
  /** An ARC seal on top of it. */
  readonly seal?: { readonly domain: string; readonly authResults: string };
  /**
   * What may come of it, as `outcome reason` of the inbox, each of them harmless. The harness besides
   * checks of every attack that no case moves, no token is used and no command runs.
   */
  readonly outcomes: readonly string[];
  /** The best evidence level that it may reach in a request of its own; E0 when left out. */
  readonly atMost?: 'E0' | 'E1' | 'E2';
}

/** A mail that is broken. */
export interface MalformedMail extends Sent {
  /** `read`: what a person typed in it is found (`says`). `set-aside`: it is refused whole, with a reason. */
  readonly becomes: 'read' | 'set-aside' | 'either';
  readonly says?: readonly string[];
}
