/** The only file that knows nodemailer: its transport for letters, its connection for copies, its composer. */

import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Options, SentMessageInfo, SMTPError } from 'nodemailer/lib/smtp-connection';

export { createTransport } from 'nodemailer';
export { default as MailComposer } from 'nodemailer/lib/mail-composer';
export type { SentMessageInfo, SMTPError };

// nodemailer has no way to add a parameter to MAIL FROM; these are its own, without a promise.
interface Inside {
  readonly _ehloLines?: readonly string[];
  readonly _envelope?: false | { readonly accepted?: readonly string[] };
  _sendCommand(line: string, logged?: string): void;
}

const Base = SMTPConnection as unknown as new (options: Options) => SMTPConnection & Inside;

/** A connection that can ask for VERP (Postfix VERP_README). */
export class Connection extends Base {
  /** Postfix shall write each recipient into the sender of their copy, behind "+", with "=" for "@". */
  verp = false;

  /** Whether the relay offers it to us. */
  get offersVerp(): boolean {
    return this._ehloLines?.some((line) => /^XVERP\b/i.test(line)) ?? false;
  }

  /** Recipients of the message under way that the relay has taken so far. */
  get accepted(): string[] {
    return this._envelope ? [...(this._envelope.accepted ?? [])] : [];
  }

  override _sendCommand(line: string, logged?: string): void {
    const asks = this.verp && line.startsWith('MAIL FROM:');
    super._sendCommand(asks ? `${line} XVERP=+=` : line, logged);
  }
}
