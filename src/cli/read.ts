/** `read`: shows what the engine reads in a mail, without a database and without doing anything. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { readNamesConfig } from '../config.ts';
import { checkContacts } from '../machines/reading/check-contacts.ts';
import { valuesOf } from '../machines/reading/header.ts';
import type { FormReading } from '../machines/reading/form.ts';
import { ownText } from '../machines/reading/segments.ts';
import { understand, type Understanding } from '../machines/reading/understand.ts';
import { listAddresses } from '../machines/words/list-address.ts';
import type { BounceReport } from '../machines/words/bounce.ts';
import type { Mail } from '../machines/words/mail.ts';
import { parseMail } from '../pipeline/parse.ts';
import { plain, print, Refused } from './command.ts';

interface Options {
  readonly json?: boolean;
  /** Envelope sender; from the Return-Path or From field when it is not given. */
  readonly from?: string;
  readonly to?: string;
}

export async function read(file: string | undefined, options: Options): Promise<void> {
  const names = readNamesConfig();
  const raw = file === undefined ? await buffer(process.stdin) : await readFile(file).catch(gone);
  const envelope = {
    from: options.from ?? '',
    to: options.to ?? listAddresses(names).join,
    client: {},
  };
  const sha256 = createHash('sha256').update(raw).digest('hex');
  const parsed = await parseMail({ raw, sha256, envelope }).catch(unreadable);
  const mail = { ...parsed, envelope: { ...envelope, from: options.from ?? senderOf(parsed) } };
  const value = describe(mail, understand(mail, names));
  print(options.json, value, () => sentences(value));
}

function gone(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') throw new Refused('There is no such file.');
  if (code === 'EISDIR') throw new Refused('That is a folder, not a mail.');
  throw error;
}

function unreadable(error: unknown): never {
  throw new Refused(
    `The engine would set this mail aside: ${error instanceof Error ? error.message : String(error)}.`,
  );
}

// Postfix's local(8) and pipe(8) write the envelope sender down when they store a mail in a file.
function senderOf({ headers, from }: Mail): string {
  const [path] = valuesOf(headers, 'return-path');
  if (path !== undefined) return path.replace(/^\s*<|>\s*$/g, '').trim();
  return from.ok ? from.mailbox.address : '';
}

function describe(
  mail: Mail,
  { screening, bounce, body, form, inlineForm, commands, named }: Understanding,
) {
  return {
    class: screening.class,
    reason: screening.reason,
    from: mail.from.ok ? mail.from.mailbox.address : null,
    fromFault: mail.from.ok ? null : mail.from.fault,
    subject: mail.subject,
    bounce: bounce ?? null,
    source: body.source,
    consent: body.consent,
    text: ownText(body.lines),
    asks: form.asks ?? null,
    cctlds: [...new Set([...form.cctlds, ...named])],
    ...readOf(form),
    // What counts besides, in an answer to a form letter of ours.
    inline: readOf(inlineForm),
    commands: commands.commands.map(({ line }) => line),
    notCommands: commands.faults.map(({ line, why }) => ({ line, why })),
    attachments: mail.attachments,
  };
}

function readOf({ contacts, warnings }: FormReading) {
  const checked = checkContacts([...contacts], {});
  return {
    contacts,
    complaints: checked.complaints,
    warnings: [...checked.warnings, ...warnings],
  };
}

function sentences(value: ReturnType<typeof describe>): string {
  const own = people(value);
  const inline = people(value.inline);
  const rows = [
    `Class:     ${value.class} (${value.reason})`,
    `From:      ${value.from ?? `nobody (${value.fromFault})`}`,
    `Subject:   ${plain(value.subject, 200)}`,
    `Read from: ${value.source}`,
    `Consent:   ${value.consent} (CONFIRM or REJECT of an Admin Contact)`,
    `Asks for:  ${value.asks ?? '-'}`,
    `ccTLDs:    ${value.cctlds.map((cctld) => `.${cctld}`).join(' ') || '-'}`,
    ...report(value.bounce),
    ...listed('Commands', value.commands),
    ...listed(
      'No commands',
      value.notCommands.map(({ line, why }) => `${line}: ${why}`),
    ),
    ...listed(
      'Files',
      value.attachments.map(({ name, type, size }) => `${name || type} (${size} octets)`),
    ),
    'Contacts:',
    ...own,
    ...(inline.join() === own.join()
      ? []
      : ['In our quoted form (they count in an answer to a form letter of ours):', ...inline]),
    'What the sender wrote:',
    ...value.text.split('\n').map((line) => `  ${plain(line, 200)}`),
  ];
  return rows.map((row) => `${row.trimEnd()}\n`).join('');
}

function people({ contacts, complaints, warnings }: ReturnType<typeof readOf>): string[] {
  const shown = contacts.map((one) => {
    const name = [one.firstName, one.lastName].filter(Boolean).join(' ');
    const phones = one.phones.map(({ raw, e164 }) => e164 ?? raw).join(', ');
    const mark = one.primary === true ? ' (primary)' : '';
    return `  ${one.number}. ${plain(name)} <${one.address ?? plain(one.rawAddress)}> ${plain(phones)}${mark}`;
  });
  return [...shown, ...said('asked', complaints), ...said('warned', warnings)];
}

function said(word: string, about: readonly { code: string; contact?: number }[]): string[] {
  return about.map(({ code, contact = '' }) => `  ${word}: ${code} ${contact}`.trimEnd());
}

function report(bounce: BounceReport | null): string[] {
  if (bounce === null) return [];
  const lines = bounce.recipients.map(({ address, kind, status = '' }) =>
    `${address} ${kind} ${status}`.trimEnd(),
  );
  return listed('Failed for', lines);
}

function listed(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${plain(line, 200)}`)];
}
