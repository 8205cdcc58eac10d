/** Writes a message with files, once for all who get it. */

import { MailComposer } from './nodemailer.ts';

/** A message that is written once and goes to many. Addresses are bare, the Message-ID without angle brackets. */
export interface Composed {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly replyTo: string;
  readonly messageId: string;
  readonly date: Date;
  readonly subject: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly files: readonly {
    readonly name: string;
    readonly type: string;
    readonly content: string | Buffer;
    /** base64 for what must arrive byte for byte. */
    readonly encoding: 'base64' | 'quoted-printable';
  }[];
}

/** The whole message with CRLF line ends, all in ASCII: no relay has to change anything in it. */
export function composeMessage(message: Composed): Promise<Buffer> {
  const { files, headers, messageId, replyTo, to, ...rest } = message;
  return new MailComposer({
    ...rest,
    to: { name: '', address: to },
    replyTo: { name: '', address: replyTo },
    messageId: `<${messageId}>`,
    headers: { ...headers },
    text: { content: message.text, contentTransferEncoding: 'quoted-printable' },
    attachments: files.map(({ name, type, content, encoding }) => ({
      filename: name,
      contentType: type,
      content,
      contentTransferEncoding: encoding,
      contentDisposition: 'attachment' as const,
    })),
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}
