/** Raw messages as mail programs write them, for tests. */

export interface MailParts {
  readonly from?: string;
  readonly to?: string;
  readonly cc?: string;
  readonly subject?: string;
  readonly body?: string;
  /** Further fields, or other values for the usual ones; a list gives the field several times, null none. */
  readonly headers?: Readonly<Record<string, string | readonly string[] | null>>;
}

const USUAL: Readonly<Record<string, string>> = {
  Received:
    'from mail.nic.xa (mail.nic.xa [192.0.2.10])\r\n\tby mx.lists.example (Postfix) with ESMTPS id 4F1A2B3C\r\n\tfor <tld-ops-join@lists.example>; Sat, 21 Nov 2026 09:00:00 +0000 (UTC)',
  Date: 'Sat, 21 Nov 2026 10:00:00 +0100',
  'Message-ID': '<20261121100000.1234@mail.nic.xa>',
  'MIME-Version': '1.0',
  'Content-Type': 'text/plain; charset=utf-8; format=flowed',
  'Content-Transfer-Encoding': '8bit',
  'User-Agent': 'Mozilla Thunderbird',
};

/** One message with CRLF line ends, by default from the Admin Contact of .xa to the join address. */
export function mailText(parts: MailParts = {}): string {
  const fields: Record<string, string | readonly string[] | null> = {
    ...USUAL,
    From: parts.from ?? 'Admin of XA <admin@nic.xa>',
    To: parts.to ?? 'tld-ops-join@lists.example',
    Cc: parts.cc ?? null,
    Subject: parts.subject ?? 'TLD-OPS: contacts of .xa',
    ...parts.headers,
  };
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    (value === null ? [] : [value].flat()).map((one) => `${name}: ${one}`),
  );
  const body = parts.body ?? 'Dear colleagues,\n\nplease add the contacts below.\n\nAdmin\n';
  return `${lines.join('\r\n')}\r\n\r\n${body.replace(/\r?\n/g, '\r\n')}`;
}

/** The same as bytes. */
export function rawMail(parts: MailParts = {}): Buffer {
  return Buffer.from(mailText(parts), 'utf8');
}
