/** The mail of a person as decisions see it: its tokens, its thread, its words. */

import { createHash } from 'node:crypto';
import type { FormReading } from '../machines/reading/form.ts';
import { valuesOf } from '../machines/reading/header.ts';
import { ownText } from '../machines/reading/segments.ts';
import type { Understanding } from '../machines/reading/understand.ts';
import type { Consent } from '../machines/reading/consent.ts';
import type { FoundToken, MailFacts } from '../machines/facts.ts';
import type { Mailbox } from '../machines/words/address.ts';
import type { Cctld } from '../machines/words/cctld.ts';
import { type ListNames, listAddresses, type Recipient } from '../machines/words/list-address.ts';
import type { Attachment, Authentication, Mail } from '../machines/words/mail.ts';
import { readDate } from '../machines/signed-for-us.ts';
import { findTokens } from '../machines/words/token.ts';

/** How many strings of token form are looked up: a mail with thousands of them is an attack. */
const MOST_TOKENS = 20;

/** The mail with its author, who is exactly one mailbox. */
export interface Authored {
  readonly inboxId: number;
  readonly mail: Mail;
  readonly from: Mailbox;
  readonly recipient: Recipient;
  readonly read: Understanding;
}

/**
 * Strings that may be tokens of ours, the best place first: the address that the mail was sent to,
 * the subject, what the sender typed, the thread, and last the quoted text (design 3).
 */
export function tokenStrings({ mail, recipient, read }: Authored): string[] {
  const places = [
    recipient.token ?? '',
    mail.subject,
    ownText(read.body.lines),
    mail.answers.join('\n'),
    mail.text,
  ];
  return [...new Set(places.flatMap(findTokens))].slice(0, MOST_TOKENS);
}

/** The number of the case whose letters carry this thread, by the root that all of them share. */
export function threadCase({ mail }: Authored, { domain }: ListNames): number | undefined {
  for (const id of mail.answers) {
    const match = /^case-(\d{1,9})@(.+)$/.exec(id);
    if (match?.[2]?.toLowerCase() === domain) return Number(match[1]);
  }
  return undefined;
}

export interface Said {
  readonly consent: Consent;
  readonly form: FormReading;
  readonly named: readonly Cctld[];
}

/** What the sender wrote. Values inside quotes count only in an answer to a form letter of ours. */
export function saidIn({ read }: Authored, tokens: readonly FoundToken[]): Said {
  const inline = tokens.some(
    ({ purpose, status }) => status === 'open' && (purpose === 'details' || purpose === 'invite'),
  );
  const { body, named, form, inlineForm } = read;
  return { consent: body.consent, form: inline ? inlineForm : form, named };
}

/** The mail as decisions see it. */
export function factsOf(
  { inboxId, mail, from, recipient, read }: Authored,
  authentication: Authentication,
  names: ListNames,
): MailFacts {
  return {
    inboxId,
    sha256: mail.sha256,
    recipient: listAddresses(names)[recipient.service],
    subject: mail.subject,
    ...(mail.messageId === undefined ? {} : { messageId: mail.messageId }),
    from,
    copied: mail.recipients,
    proven: authentication.proven,
    ...(authentication.covered === undefined ? {} : { covered: authentication.covered }),
    forged: isForged(authentication),
    onlyHtml: read.body.source === 'none' && mail.html !== undefined,
    mayHoldToken: mayHoldToken(mail),
    authFacts: authentication.facts,
    attachments: mail.attachments
      .filter(({ incidental }) => !incidental)
      .map(nameFile)
      .slice(0, 10),
    words: ownText(read.body.lines),
  };
}

/**
 * What a played-back mail has in common with the first: the commands, and the date that nobody can
 * change. That is Date, which proof by DKIM needs signed (not Message-ID, which some do not sign); OpenPGP
 * covers no field of the header, and its signature has a date of its own.
 */
export function commandsDigest({ headers }: Mail, { commands }: Understanding): string {
  const date = readDate(valuesOf(headers, 'date')[0] ?? '');
  const signed = commands.signature?.at?.getTime();
  const lines = commands.commands.map(({ line }) => line);
  return createHash('sha256')
    .update([signed === undefined ? date : `OpenPGP ${signed}`, ...lines].join('\n'))
    .digest('hex');
}

// What a Validator needs to know the file again; short enough for a warning, the ending of its name too.
function nameFile({ name, type, size, sha256 }: Attachment): string {
  const whole = name === '' ? type : name;
  const short = whole.length > 45 ? `${whole.slice(0, 34)}…${whole.slice(-10)}` : whole;
  return `${short.toWellFormed()} (${size} octets, SHA-256 ${sha256.slice(0, 16)})`;
}

// A token may stand in the HTML part, or in a mail or text that is attached.
function mayHoldToken({ text, html, attachments }: Mail): boolean {
  return (
    findTokens(`${text}\n${html ?? ''}`).length > 0 ||
    attachments.some(({ type }) => /^(message|text)\//.test(type))
  );
}

// Only where the domain itself asks for it: with p=none a failure is as often a forwarder's doing.
export function isForged({ dmarc, bySignature }: Authentication): boolean {
  if (bySignature === true) return false;
  return dmarc.result === 'fail' && (dmarc.policy === 'reject' || dmarc.policy === 'quarantine');
}
