/** Hands one letter to Postfix. */

import { hideTokens } from '../machines/words/token.ts';
import { Permanent, Temporary } from '../machines/words/trouble.ts';
import { createTransport } from './nodemailer.ts';
import type { Relay } from './relay.ts';

/** A letter ready to go. Addresses are bare, Message-IDs without angle brackets. */
export interface Outgoing {
  readonly envelope: { readonly from: string; readonly to: string };
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly replyTo: string;
  readonly messageId: string;
  readonly inReplyTo?: string;
  readonly references: readonly string[];
  readonly date: Date;
  readonly subject: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly attached?: Buffer;
}

export interface SmtpOut {
  /** The relay's words on acceptance. Throws Temporary (4xx, no connection) or Permanent (5xx). */
  readonly send: (letter: Outgoing) => Promise<string>;
  readonly close: () => void;
}

/** Connects to the relay when there is something to send. */
export function makeSmtpOut(relay: Relay, hostname: string): SmtpOut {
  const transport = createTransport({
    host: relay.host,
    port: relay.port,
    name: hostname,
    secure: false,
    // The relay is our own Postfix, on loopback as a rule; its certificate proves nothing more.
    ignoreTLS: true,
    pool: true,
    maxConnections: 4,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    // RFC 5321 4.5.3.2.6: ten minutes for the reply to the final dot.
    socketTimeout: 600_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(letter) {
      try {
        const sent = await transport.sendMail(messageOf(letter));
        return hideTokens(sent.response);
      } catch (error) {
        throw troubleOf(error);
      }
    },
    close: () => transport.close(),
  };
}

function messageOf(letter: Outgoing) {
  return {
    envelope: { from: letter.envelope.from, to: [letter.envelope.to] },
    from: letter.from,
    to: { name: '', address: letter.to },
    replyTo: { name: '', address: letter.replyTo },
    subject: letter.subject,
    text: letter.text,
    date: letter.date,
    messageId: `<${letter.messageId}>`,
    references: letter.references.map((id) => `<${id}>`),
    ...(letter.inReplyTo === undefined ? {} : { inReplyTo: `<${letter.inReplyTo}>` }),
    headers: { ...letter.headers },
    // Plain lines of at most 72 columns: readable raw, and quoted-printable only where it must be.
    textEncoding: 'quoted-printable' as const,
    ...(letter.attached === undefined
      ? {}
      : {
          attachments: [
            {
              filename: 'original.eml',
              contentType: 'message/rfc822',
              content: letter.attached,
              contentDisposition: 'attachment' as const,
            },
          ],
        }),
  };
}

function troubleOf(error: unknown): Temporary | Permanent {
  const code =
    typeof error === 'object' && error !== null && 'responseCode' in error
      ? Number(error.responseCode)
      : undefined;
  const words = hideTokens(error instanceof Error ? error.message : String(error));
  return code !== undefined && code >= 500
    ? new Permanent('letter-refused', words, error)
    : new Temporary('relay-away', words, error);
}
