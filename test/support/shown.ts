/** How mails, letters and cases are shown in a transcript. */

import { createHash } from 'node:crypto';
import type { Caught } from '../../src/demo/sink.ts';
import type { Case } from '../../src/machines/words/case.ts';
import type { Mail } from '../../src/machines/words/mail.ts';
import { parseMail } from '../../src/pipeline/parse.ts';
import type { InboxRow } from '../../src/store/inbox.ts';
import { valuesOf } from '../../src/machines/reading/header.ts';
import { type ShownCopies, type ShownLetter, showTime } from './transcript.ts';
import type { WrittenMail } from './written-mail.ts';

/** A letter of ours that somebody got. */
export interface Letter {
  readonly name: string;
  readonly to: string;
  /** Our bounce address with its token. */
  readonly envelopeFrom: string;
  readonly mail: Mail;
}

/** Copies are told apart from letters by what only they carry. */
export function isCopy({ mail }: Letter): boolean {
  return valuesOf(mail.headers, 'list-id').length > 0;
}

/** One entry for all copies of one text. */
export function shownCopies(copies: readonly Letter[]): ShownCopies[] {
  const groups = Map.groupBy(copies, ({ mail }) => `${mail.messageId} ${mail.sha256}`);
  return [...groups.values()].map((group) => {
    const [first] = group;
    const { headers, text, attachments } = (first as Letter).mail;
    const of = (name: string) => valuesOf(headers, name).join(' | ');
    const number = of('x-tld-ops-post');
    const what = number === '' ? 'the contact list' : `post ${number}`;
    const people = group.length === 1 ? '1 person' : `${group.length} people`;
    const fields = ['From', 'Reply-To', 'Subject', 'List-Id', 'X-TLP']
      .map((name) => [name, of(name.toLowerCase())] as const)
      .filter(([, value]) => value !== '');
    return {
      heading: `COPY of ${what} to ${people}: ${group.map(({ to }) => to).join(', ')}`,
      fields: [
        ...fields,
        ['(envelope senders)', group.map(({ envelopeFrom }) => envelopeFrom).join(', ')],
      ],
      text: [text.trimEnd(), ...attachments.map((file) => `[attached: ${file.name}]`)].join('\n\n'),
    };
  });
}

export function describeMail(row: InboxRow): string {
  const about = row.case_id === null ? '' : `, case ${row.case_id}`;
  const times = row.times_seen > 1 ? `, came ${row.times_seen} times` : '';
  return `Inbox ${row.id}: ${row.class ?? 'not read yet'}, ${row.outcome} (${row.reason ?? '-'})${about}${times}`;
}

export function describeCase(one: Case): string {
  const about = one.cctld === undefined ? 'no ccTLD yet' : `.${one.cctld}`;
  const due = one.dueAt === undefined ? '' : `, until ${showTime(new Date(one.dueAt))}`;
  const waits = one.waiting === undefined ? '' : `, waits: ${one.waiting}`;
  return `Case ${one.id} (${about}): ${one.state}, evidence ${one.context.evidence}${due}${waits}`;
}

export function fieldsOf(mail: WrittenMail, envelopeFrom: string): Record<string, string> {
  const { from, to, cc, subject, headers } = mail;
  const domain = from.address.split('@')[1] ?? '';
  const shown = Object.entries(headers).filter(
    ([name]) => name !== 'In-Reply-To' && name !== 'References',
  );
  return {
    From: from.mailbox,
    To: to,
    ...(cc === undefined ? {} : { Cc: cc }),
    Subject: subject,
    ...Object.fromEntries(shown.map(([name, value]) => [name, [value ?? ''].flat().join(' | ')])),
    ...(envelopeFrom === from.address ? {} : { '(envelope sender)': `<${envelopeFrom}>` }),
    '(sent by)': `${from.client.name} [${from.client.address}]${from.signs ? `, signed by ${domain}` : ', not signed'}`,
  };
}

export async function readLetter({ raw, envelopeFrom, recipients }: Caught): Promise<Letter> {
  const bytes = Buffer.from(raw, 'latin1');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const to = recipients[0] ?? '';
  const mail = await parseMail({
    raw: bytes,
    sha256,
    envelope: { from: envelopeFrom, to, client: {} },
  });
  const name = mail.headers.find((field) => field.name === 'x-tld-ops-letter')?.value.trim() ?? '';
  return { name, to, envelopeFrom, mail };
}

export function shownLetter({ name, to, mail }: Letter): ShownLetter {
  const replyTo = mail.headers.find((field) => field.name === 'reply-to')?.value.trim() ?? '';
  const attached = mail.attachments.map((file) => `\n\n[attached: ${file.name}]`).join('');
  return { name, to, replyTo, subject: mail.subject, text: mail.text.trimEnd() + attached };
}
