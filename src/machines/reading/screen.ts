/**
 * Tells mail that a person typed from mail that a machine sent (design 6). An automatic mail never
 * advances a case and is never answered, so each rule needs a sign that no person's mail carries;
 * a subject or a sender's name by itself is none.
 */

import { localOf, readAddress, type Address } from '../words/address.ts';
import type { Mail, ScreenReason, Screening } from '../words/mail.ts';
import { valuesOf } from './header.ts';
import { dropComments, findSign } from './machine-headers.ts';
import { isAbsenceSubject, isBounceSubject } from './screen-subjects.ts';

/** What is ours, to know our own mail when it comes back. */
export interface Ours {
  readonly domain: string;
  /** True for every address that the engine serves, also with a token. */
  readonly addresses: (address: Address) => boolean;
  /** True for a Message-ID (without angle brackets) that the engine writes. */
  readonly ownMessageId: (id: string) => boolean;
}

// RFC 5321 6.3 counts 100 as safe for relays; a list engine that answers must stop a loop earlier.
const MAX_RECEIVED = 50;

type Rule = (mail: Mail, ours: Ours) => Screening | undefined;

// In this order: our own mail first, then what says precisely what it is, then the general signs.
const RULES: readonly Rule[] = [
  ownMessage,
  tooManyReceived,
  report,
  failedRecipients,
  daemonSender,
  ownSender,
  ownList,
  (mail) => findSign(mail.headers),
  nullSender,
  absence,
];

/** The class of the mail, and the reason code of the first rule that says so. Linear; never throws. */
export function screen(mail: Mail, ours: Ours): Screening {
  for (const rule of RULES) {
    const found = rule(mail, ours);
    if (found !== undefined) return found;
  }
  return { class: 'human', reason: 'typed-by-a-person' };
}

function result(kind: Screening['class'], reason: ScreenReason): Screening {
  return { class: kind, reason };
}

function ownMessage({ messageId }: Mail, { ownMessageId }: Ours): Screening | undefined {
  return messageId !== undefined && ownMessageId(messageId)
    ? result('own', 'own-message-id')
    : undefined;
}

function tooManyReceived({ headers }: Mail): Screening | undefined {
  const count = headers.filter(({ name }) => name === 'received').length;
  return count > MAX_RECEIVED ? result('loop', 'too-many-received') : undefined;
}

/** `multipart/report` (RFC 6522) by its report-type; what kind of delivery report, its text tells. */
function report(mail: Mail): Screening | undefined {
  const type = dropComments(valuesOf(mail.headers, 'content-type')[0]?.slice(0, 2000) ?? '').trim();
  if (!/^multipart\/report(?![\w-])/i.test(type)) return undefined;
  const kind = /;\s{0,9}report-type\s{0,9}=\s{0,9}"?([\w-]{1,60})/i.exec(type)?.[1]?.toLowerCase();
  if (kind === 'delivery-status') return deliveryReport(mail.text);
  if (kind === 'disposition-notification') return result('report', 'read-receipt');
  if (kind === 'feedback-report') return result('report', 'abuse-report');
  return result('report', 'multipart-report');
}

// RFC 3464 2.3.3. Without an Action, or with one that is not known, it is a bounce: that stops most.
function deliveryReport(text: string): Screening {
  const actions = new Set<string>();
  for (const match of text.matchAll(/^action[ \t]{0,9}:[ \t]{0,9}([a-z]{1,20})/gim)) {
    actions.add((match[1] ?? '').toLowerCase());
  }
  const only = (...kinds: string[]) =>
    actions.size > 0 && [...actions].every((each) => kinds.includes(each));
  if (only('delivered', 'relayed', 'expanded')) return result('report', 'delivery-report');
  if (only('delayed', 'delivered', 'relayed', 'expanded')) return result('delay', 'delay-report');
  return result('bounce', 'delivery-report');
}

// Exim's own bounces, which are no multipart/report by default.
function failedRecipients({ headers }: Mail): Screening | undefined {
  const found = headers.some(({ name }) => name === 'x-failed-recipients');
  return found ? result('bounce', 'delivery-report') : undefined;
}

const DAEMONS = ['mailer-daemon', 'mailerdaemon', 'mail-daemon', 'double-bounce'];

/**
 * A mail system as sender. "postmaster" is often a person (and an Admin Contact address): it counts
 * only with the null sender or under a subject that speaks of a failed delivery.
 */
function daemonSender(mail: Mail): Screening | undefined {
  const locals = sendersOf(mail).map(localOf);
  const isPostmaster = locals.includes('postmaster');
  const bounces = mail.envelope.from === '' || isBounceSubject(mail.subject);
  if (
    !locals.some((local) => DAEMONS.includes(local)) &&
    !namesDaemon(mail) &&
    !(isPostmaster && bounces)
  ) {
    return undefined;
  }
  return result(
    isDelay(mail) ? 'delay' : 'bounce',
    isDelay(mail) ? 'delay-report' : 'daemon-sender',
  );
}

// `From: MAILER-DAEMON (Mail Delivery Subsystem)`, `From: <MAILER-DAEMON>`: no address at all.
function namesDaemon({ from, headers }: Mail): boolean {
  if (from.ok) return false;
  return valuesOf(headers, 'from').some((value) =>
    /^[^@]{0,80}<?mailer-daemon[>\s@(]/i.test(`${value} `),
  );
}

function isDelay({ subject }: Mail): boolean {
  return /\bdelay(?:ed)?\b|\bwarning: (?:could not|message) |\bnot yet been delivered\b/i.test(
    subject,
  );
}

function sendersOf({ from, envelope }: Mail): Address[] {
  const found = [from.ok ? from.mailbox.address : undefined, readAddress(envelope.from)];
  return found.filter((address) => address !== undefined);
}

function ownSender(mail: Mail, { addresses }: Ours): Screening | undefined {
  return sendersOf(mail).some(addresses) ? result('own', 'own-address') : undefined;
}

/** Our list's own List-Id (RFC 2919): a post that somebody's address sends back to us. */
function ownList({ headers }: Mail, { domain }: Ours): Screening | undefined {
  const ids = valuesOf(headers, 'list-id').map((value) => value.slice(-300).trim().toLowerCase());
  return ids.some((id) => id.endsWith(`.${domain}>`)) ? result('loop', 'list-header') : undefined;
}

/** The null reverse-path (RFC 5321 4.5.5): nobody may answer it, whoever wrote it. */
function nullSender({ envelope, subject }: Mail): Screening | undefined {
  if (envelope.from !== '') return undefined;
  return result(isBounceSubject(subject) ? 'bounce' : 'auto-reply', 'null-sender');
}

/** "Out of office" in the subject, and one more hint: a sender that is nobody, or Exchange's mark. */
function absence(mail: Mail): Screening | undefined {
  if (!isAbsenceSubject(mail.subject)) return undefined;
  const nobody = sendersOf(mail).some((address) => NOBODY.test(localOf(address)));
  const suppressed = mail.headers.some(({ name }) => name === 'x-auto-response-suppress');
  return nobody || suppressed ? result('auto-reply', 'vacation-subject') : undefined;
}

const NOBODY = /^(?:no|not|donot|do-not|dont)[._-]?reply/;
