/**
 * Tells mail that a person typed from mail that a machine sent (design 6). An automatic mail never
 * advances a case and is never answered, so each rule needs a sign that no person's mail carries;
 * a subject or a sender's name by itself is none.
 */

import { type Address, localOf, readAddress } from '../words/address.ts';
import type { Mail, ScreenReason, Screening } from '../words/mail.ts';
import { findTokens } from '../words/token.ts';
import { deliveryClass } from './bounce.ts';
import { valuesOf } from './header.ts';
import { findSign, isMarkedBounce, reportType } from './machine-headers.ts';
import { saysLeft, weighHints } from './screen-hints.ts';
import { isNullSender } from './screen-look.ts';
import { readSender, sendersOf } from './screen-senders.ts';
import { OF_OTHERS } from './screen-automatic.ts';
import { CLICKED } from './screen-sentences.ts';
import { isSubject, readSubject } from './screen-subjects.ts';
import { fold, visibleText } from './screen-text.ts';

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

// In this order: our own mail first, then what says precisely what it is, then the general signs, and
// last what only looks like a program's work.
const RULES: readonly Rule[] = [
  ownMessage,
  tooManyReceived,
  report,
  markedBounce,
  daemonSender,
  ownSender,
  ownList,
  calendarReply,
  hints,
  headerSign,
  nullSender,
  absence,
];

/** The class of the mail, and the reason code of the first rule that says so. Linear; never throws. */
export function screen(mail: Mail, ours: Ours): Screening {
  for (const rule of RULES) {
    const found = rule(mail, ours);
    if (found === undefined) continue;
    const left = found.class === 'auto-reply' && saysLeft(mail);
    return left ? result('auto-reply', 'person-left') : found;
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

/** `multipart/report` (RFC 6522) by its report-type. */
function report(mail: Mail): Screening | undefined {
  const type = reportType(mail);
  if (type === undefined) return undefined;
  if (type === 'delivery-status') return delivery(mail, 'delivery-report');
  if (type === 'disposition-notification') return result('report', 'read-receipt');
  if (type === 'feedback-report') return result('report', 'abuse-report');
  // Some forget the report-type: the parts tell.
  const status = mail.reports.some((part) => part.type.endsWith('delivery-status'));
  return status ? delivery(mail, 'delivery-report') : result('report', 'multipart-report');
}

/** What kind of delivery report, its fields and its text tell; a bounce keeps the reason of its rule. */
function delivery(mail: Mail, reason: ScreenReason): Screening {
  const kind = deliveryClass(mail);
  if (kind === 'report') return result(kind, 'delivery-report');
  return result(kind, kind === 'delay' ? 'delay-report' : reason);
}

function markedBounce(mail: Mail): Screening | undefined {
  return isMarkedBounce(mail.headers) ? delivery(mail, 'delivery-report') : undefined;
}

/**
 * A mail system as sender. "postmaster" is often a person (and an Admin Contact address): it counts
 * only with the null sender.
 */
function daemonSender(mail: Mail): Screening | undefined {
  if (isSubject('made-absence', subjectOf(mail))) return undefined;
  const postmaster = isNullSender(mail) && sendersOf(mail).map(localOf).includes('postmaster');
  return readSender(mail).daemon || postmaster ? delivery(mail, 'daemon-sender') : undefined;
}

function ownSender(mail: Mail, { addresses }: Ours): Screening | undefined {
  return sendersOf(mail).some(addresses) ? result('own', 'own-address') : undefined;
}

/** Our list's own List-Id (RFC 2919): a post that somebody's address sends back to us. */
function ownList({ headers }: Mail, { domain }: Ours): Screening | undefined {
  const ids = valuesOf(headers, 'list-id').map((value) => value.slice(-300).trim().toLowerCase());
  return ids.some((id) => id.endsWith(`.${domain}>`)) ? result('loop', 'list-header') : undefined;
}

/** A calendar's answer (RFC 5546 3.2.3): who adds a word to it has typed one, and is a person. */
function calendarReply(mail: Mail): Screening | undefined {
  const calendar = mail.attachments.some(({ type }) =>
    type.toLowerCase().startsWith('text/calendar'),
  );
  const canned = CLICKED.test(fold(visibleText(mail).slice(0, 200)));
  if (!calendar || !(canned || visibleText(mail).trim() === '')) return undefined;
  return isSubject('calendar', subjectOf(mail)) ? result('report', 'calendar-reply') : undefined;
}

// An automatic answer that its header gives away has that reason: it is the surer one.
function hints(mail: Mail, ours: Ours): Screening | undefined {
  const found = weighHints(mail);
  if (found?.class === 'auto-reply') return headerSign(mail, ours) ?? found;
  if (found?.reason !== 'bounce-text') return found;
  if (isNullSender(mail)) return delivery(mail, 'null-sender');
  const { system, named } = readSender(mail);
  return delivery(mail, system || named ? 'daemon-sender' : 'bounce-text');
}

/**
 * What the header says. An Admin Contact address is often a list inside the registry, which adds
 * List-Id and Precedence to what its members write: an answer to a letter of ours stays a person's.
 */
function headerSign(mail: Mail, ours: Ours): Screening | undefined {
  return findSign(mail.headers, { throughList: answersUs(mail, ours) });
}

// Message-IDs as we write them, or a token in the address that only the one who got it can know.
function answersUs({ answers, envelope, recipients }: Mail, { domain, addresses }: Ours): boolean {
  const ours = answers.some(
    (id) => id.toLowerCase().endsWith(`@${domain}`) && /^(?:c\d{1,9}\.|case-\d{1,9}@)/i.test(id),
  );
  if (ours) return true;
  const to = [readAddress(envelope.to), ...recipients.map(({ address }) => address)];
  return to.some((address) => {
    if (address === undefined || !addresses(address)) return false;
    const local = localOf(address);
    return !local.includes('-bounces+') && findTokens(local).length > 0;
  });
}

/** The null reverse-path: nobody may answer it, whoever wrote it. */
function nullSender(mail: Mail): Screening | undefined {
  if (!isNullSender(mail)) return undefined;
  if (!isSubject('bounce', subjectOf(mail))) return result('auto-reply', 'null-sender');
  return delivery(mail, 'null-sender');
}

/** "Out of office" in the subject, and one more hint: a sender that is nobody, or Exchange's mark. */
function absence(mail: Mail): Screening | undefined {
  const subject = subjectOf(mail);
  if (!isSubject('made-absence', subject) && !isSubject('absence', subject)) return undefined;
  if (OF_OTHERS.test(fold(visibleText(mail).slice(0, 400)))) return undefined;
  const suppressed = mail.headers.some(({ name }) => name === 'x-auto-response-suppress');
  const found = readSender(mail).nobody || suppressed;
  return found ? result('auto-reply', 'vacation-subject') : undefined;
}

function subjectOf({ subject }: Mail) {
  return readSubject(fold(subject.slice(0, 1000)));
}
