/** Mails as values for the tests of screening and of bounces: what a test does not say is a person's. */

import { type Address, readAddress } from '../../../src/machines/words/address.ts';
import type {
  Attachment,
  HeaderField,
  Mail,
  ReportPart,
} from '../../../src/machines/words/mail.ts';

export const OURS = {
  domain: 'lists.example',
  addresses: (address: Address) => /^(tld-ops([-+].*)?|postmaster)@lists\.example$/.test(address),
  ownMessageId: (id: string) => id.endsWith('@lists.example'),
};

export interface Given {
  readonly headers?: readonly (readonly [name: string, value: string])[];
  readonly envelopeFrom?: string;
  readonly envelopeTo?: string;
  /** As written: `Ana Pérez <ana@nic.xa>`, `MAILER-DAEMON`. */
  readonly from?: string;
  readonly subject?: string;
  readonly text?: string;
  readonly html?: string;
  readonly messageId?: string;
  readonly answers?: readonly string[];
  readonly reports?: readonly ReportPart[];
  readonly attachments?: readonly Attachment[];
}

/** The envelope sender is not empty unless a test says so: screening must do without that sign. */
export function mail(given: Given): Mail {
  const author = given.from ?? 'ana@nic.xa';
  const headers: HeaderField[] = [['from', author] as const, ...(given.headers ?? [])].map(
    ([name, value]) => ({ name, value }),
  );
  const [, name = '', written = ''] = /^([^<>]*?)<?([^<>\s]+@[^<>\s]+)>?$/.exec(author) ?? [];
  const address = readAddress(written);
  return {
    sha256: '',
    envelope: {
      from: given.envelopeFrom ?? 'ana@nic.xa',
      to: given.envelopeTo ?? 'tld-ops-join@lists.example',
      client: {},
    },
    headers,
    from:
      address === undefined
        ? { ok: false, fault: 'from-unreadable' }
        : { ok: true, mailbox: { name: name.trim().replaceAll('"', ''), address } },
    recipients: [],
    subject: given.subject ?? 'x',
    ...(given.messageId !== undefined && { messageId: given.messageId }),
    answers: given.answers ?? [],
    text: given.text ?? '',
    ...(given.html !== undefined && { html: given.html }),
    reports: given.reports ?? [],
    cards: [],
    attachments: given.attachments ?? [],
  };
}
