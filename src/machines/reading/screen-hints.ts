/**
 * Hints from sender, subject, parts and text that a program wrote a mail, for mail whose header does
 * not say so. No hint is enough alone; a kind of notice is taken for proven with four points, and only
 * when one of its main hints is among them.
 */

import type { Mail, ScreenReason, Screening } from '../words/mail.ts';
import {
  DELAY_SENTENCE,
  FAILURE,
  GIVEN_UP,
  OPENER,
  RETURNED,
  SMTP_REPLY,
  SMTP_WORDS,
} from './bounce-sentences.ts';
import { isMarkedBounce, reportType } from './machine-headers.ts';
import { NOT_FORWARDED, PERSONAL, UNREAD, URGENT } from './screen-automatic.ts';
import {
  type Look,
  PARAGRAPH,
  PAGE,
  subject,
  says,
  begins,
  opens,
  part,
  both,
  isNamed,
  isSystem,
  isScanner,
  isNobody,
  isMarked,
  suppresses,
  isAnswer,
  isComment,
  isEmpty,
  isShort,
  isImpersonal,
  isReport,
  ofOthers,
  speaksOfOne,
  ownsIt,
  declares,
  isBare,
  answersWithoutRe,
  isDesk,
  STATUS_LINK,
  isFilter,
  isRule,
  lookAt,
  isNullSender,
} from './screen-look.ts';
import { readSender } from './screen-senders.ts';
import * as sentences from './screen-sentences.ts';
import { isSubject } from './screen-subjects.ts';

interface Hint {
  readonly points: number;
  readonly holds: (look: Look) => boolean;
  /** Without one of these the other hints are not even looked at. */
  readonly main?: true;
}

const STATUS_PARTS = ['message/delivery-status', 'message/global-delivery-status'];

const ENOUGH = 4;

const BOUNCE: readonly Hint[] = [
  { points: 1, main: true, holds: subject('bounce') },
  { points: 3, main: true, holds: part(...STATUS_PARTS) },
  { points: 3, main: true, holds: opens() },
  { points: 0, main: true, holds: both(isSystem, says(FAILURE, PARAGRAPH)) },
  {
    points: 1,
    main: true,
    holds: both(({ sender }) => sender.listEngine, says(FAILURE, PARAGRAPH)),
  },
  { points: 1, holds: isSystem },
  { points: 1, holds: isNamed },
  { points: 2, holds: isMarked },
  { points: 1, holds: isNobody },
  { points: 2, holds: subject('made-bounce') },
  { points: 1, holds: both(isSystem, isEmpty) },
  { points: -4, holds: subject('made-absence') },
  { points: -9, holds: isAnswer },
  {
    points: -9,
    holds: (look) =>
      isComment(look) && !(isNamed(look) && subject('bounce')(look)) && !isReport(look),
  },
  { points: 2, holds: both(says(OPENER, PAGE / 2), (look) => !opens()(look)) },
  { points: 1, holds: says(FAILURE) },
  { points: 2, holds: both(subject('bounce'), says(FAILURE, PARAGRAPH), isImpersonal) },
  { points: 2, holds: both(says(FAILURE, PARAGRAPH), isReport) },
  {
    points: -2,
    holds: (look) => ownsIt(look) && !isSystem(look) && !isNobody(look) && !isMarked(look),
  },
  { points: 1, holds: says(SMTP_REPLY) },
  { points: 1, holds: says(SMTP_WORDS) },
  { points: 1, holds: says(RETURNED) },
  { points: 2, holds: ({ top }) => top.traces >= 2 },
  {
    points: 1,
    holds: part(
      'message/rfc822',
      'text/rfc822-headers',
      'message/global',
      'message/global-headers',
    ),
  },
];

const ABSENCE: readonly Hint[] = [
  { points: 2, main: true, holds: subject('made-absence') },
  { points: 1, main: true, holds: subject('absence') },
  // Together four: nobody types that subject but to speak of such a mail, or to ask about one.
  { points: 2, main: true, holds: subject('auto') },
  {
    points: 2,
    holds: both(subject('auto'), (look) => !says(/[?؟？]/)(look) && !speaksOfOne(look)),
  },
  { points: -4, holds: both(subject('auto'), speaksOfOne) },
  { points: 2, main: true, holds: says(NOT_FORWARDED) },
  { points: 1, holds: both(subject('absence'), says(URGENT)) },
  { points: 1, main: true, holds: begins(sentences.AUTOMATIC) },
  { points: 2, main: true, holds: both(subject('late'), answersWithoutRe) },
  { points: 2, holds: isNobody },
  { points: 1, holds: suppresses },
  { points: -4, holds: ofOthers },
  {
    points: -3,
    holds: (look) =>
      isAnswer(look) && !begins(sentences.AUTOMATIC)(look) && !says(NOT_FORWARDED)(look),
  },
  { points: 2, holds: says(sentences.AUTOMATIC) },
  { points: 2, holds: says(sentences.AWAY, PAGE / 2) },
  { points: 2, holds: says(sentences.LEFT, PAGE / 2) },
  { points: 1, holds: says(sentences.NO_REPLY) },
  { points: 1, holds: says(sentences.RECEIVED, PARAGRAPH) },
  { points: 1, holds: both(subject('made-absence'), says(sentences.MEANWHILE, PAGE / 2)) },
  { points: 2, holds: both(subject('made-absence'), isEmpty) },
];

const RECEIPT: readonly Hint[] = [
  { points: 2, main: true, holds: subject('receipt') },
  { points: 1, main: true, holds: ({ sender }) => sender.helpdesk },
  { points: 1, main: true, holds: isNobody },
  { points: 1, main: true, holds: begins(sentences.AUTOMATIC) },
  { points: 0, main: true, holds: begins(sentences.RECEIVED) },
  { points: 1, main: true, holds: begins(sentences.TICKET, 5) },
  { points: 2, holds: begins(/your (?:request|ticket|case) \(#?\d{1,12}\) (?:has been|was) /) },
  { points: 1, holds: both(says(STATUS_LINK), says(/https?:\/\//)) },
  { points: 0, main: true, holds: both(subject('receipt'), isBare) },
  { points: 2, holds: isBare },
  { points: 1, main: true, holds: isDesk },
  { points: -4, holds: ofOthers },
  { points: -1, holds: isAnswer },
  { points: -4, holds: subject('made-absence') },
  { points: 1, holds: says(sentences.RECEIVED, PARAGRAPH * 2) },
  { points: 1, holds: says(sentences.TICKET, PAGE / 2) },
  { points: 2, holds: says(sentences.AUTOMATIC) },
  { points: 1, holds: says(sentences.NO_REPLY) },
];

const CHALLENGE: readonly Hint[] = [
  { points: 1, main: true, holds: subject('challenge') },
  { points: 2, main: true, holds: says(sentences.CHALLENGE, PAGE / 2) },
  { points: 3, main: true, holds: says(sentences.CHALLENGER, PAGE / 2) },
  { points: 2, main: true, holds: isFilter },
  { points: 1, holds: says(/https?:\/\//) },
  { points: 1, holds: isNobody },
  { points: 1, holds: ({ sender }) => sender.verifier },
  { points: 2, holds: says(sentences.AUTOMATIC) },
  { points: -1, holds: isComment },
];

const SCANNER: readonly Hint[] = [
  { points: 2, main: true, holds: subject('scanner') },
  { points: 1, main: true, holds: isSystem },
  { points: 1, main: true, holds: isScanner },
  { points: 1, holds: isNamed },
  { points: 2, holds: isNobody },
  { points: 1, holds: says(sentences.SCANNED) },
  { points: 2, holds: both(says(sentences.SCANNED), says(sentences.AUTOMATIC)) },
  { points: -3, holds: isAnswer },
  { points: -2, holds: (look) => isComment(look) && !isScanner(look) },
];

const DIGEST: readonly Hint[] = [
  { points: 2, main: true, holds: subject('digest') },
  { points: 1, holds: says(sentences.QUARANTINED) },
  { points: 1, holds: isSystem },
  { points: 1, holds: isScanner },
  { points: 2, holds: isNobody },
  { points: 2, holds: says(sentences.AUTOMATIC) },
  { points: -3, holds: isAnswer },
];

const READ: readonly Hint[] = [
  { points: 2, main: true, holds: subject('read') },
  { points: 4, main: true, holds: part('message/disposition-notification') },
  { points: 2, holds: says(sentences.READ_SENTENCE) },
  { points: -3, holds: isAnswer },
];

const ABUSE: readonly Hint[] = [
  { points: 2, main: true, holds: subject('abuse') },
  { points: 2, holds: isEmpty },
  {
    points: 3,
    main: true,
    holds: says(/feedback-type: (?:abuse|fraud|virus|not-spam|other|opt-out)/),
  },
  { points: 3, main: true, holds: begins(/this is an? (?:e-?mail|spam) abuse report for/, 3) },
  { points: 1, holds: says(/user-agent: .{0,200}version: /) },
  { points: 4, main: true, holds: part('message/feedback-report') },
  { points: -3, holds: isAnswer },
];

const MODERATION: readonly Hint[] = [
  { points: 2, main: true, holds: subject('moderation') },
  { points: 4, main: true, holds: ({ sender }) => sender.listDaemon },
  { points: 4, main: true, holds: begins(/this is the ezmlm program/, 20) },
  { points: 2, holds: says(sentences.MODERATED) },
  { points: 2, holds: ({ sender }) => sender.listEngine },
  { points: 2, holds: isNobody },
  { points: -3, holds: isAnswer },
];

const CALENDAR: readonly Hint[] = [
  { points: 2, main: true, holds: subject('calendar') },
  { points: 2, holds: says(sentences.CLICKED, PARAGRAPH) },
];

const AGGREGATE: readonly Hint[] = [{ points: 4, main: true, holds: subject('aggregate') }];

// It says of itself that it is automatic, and little else.
const DECLARED: readonly Hint[] = [
  { points: 3, main: true, holds: declares },
  { points: 1, holds: isShort },
];

const UNATTENDED: readonly Hint[] = [
  { points: 2, holds: both(subject('unread'), says(UNREAD)) },
  { points: 2, main: true, holds: says(UNREAD, PARAGRAPH) },
  { points: 0, main: true, holds: says(sentences.LEFT, PARAGRAPH) },
  { points: 2, holds: says(NOT_FORWARDED) },
  { points: 1, holds: begins(sentences.RECEIVED) },
  { points: 1, holds: says(sentences.NO_REPLY) },
  { points: 1, holds: (look) => !says(PERSONAL)(look) },
  { points: 1, holds: suppresses },
  { points: 1, holds: isRule },
  { points: -2, holds: says(PERSONAL) },
];

interface Kind {
  readonly class: Screening['class'];
  readonly reason: ScreenReason;
  readonly hints: readonly Hint[];
}

// In this order: a notice that fits two kinds is of the first.
const KINDS: readonly Kind[] = [
  { class: 'report', reason: 'read-receipt', hints: READ },
  { class: 'report', reason: 'abuse-report', hints: ABUSE },
  { class: 'report', reason: 'multipart-report', hints: AGGREGATE },
  { class: 'auto-reply', reason: 'challenge-response', hints: CHALLENGE },
  { class: 'bounce', reason: 'bounce-text', hints: BOUNCE },
  { class: 'report', reason: 'calendar-reply', hints: CALENDAR },
  { class: 'list', reason: 'list-header', hints: MODERATION },
  { class: 'auto-reply', reason: 'quarantine-digest', hints: DIGEST },
  { class: 'bounce', reason: 'scanner-notice', hints: SCANNER },
  { class: 'auto-reply', reason: 'ticket-receipt', hints: RECEIPT },
  { class: 'auto-reply', reason: 'vacation-subject', hints: ABSENCE },
  { class: 'auto-reply', reason: 'vacation-subject', hints: DECLARED },
  { class: 'auto-reply', reason: 'person-left', hints: UNATTENDED },
];

/** What kind of notice the hints make it; undefined for a mail of a person. Linear; never throws. */
export function weighHints(mail: Mail): Screening | undefined {
  const look = lookAt(mail);
  // Who typed an answer is a person, whatever the text around it sounds like.
  if (look.top.answered) return undefined;
  const kind = kindOf(look);
  return kind && { class: kind.class, reason: kind.reason };
}

/** True when a mail would be taken for a program's, were there no answer in it: it may repeat our letter. */
export function soundsAutomatic(mail: Mail): boolean {
  return kindOf(lookAt(mail)) !== undefined;
}

function kindOf(look: Look): Kind | undefined {
  return KINDS.find(({ hints }) => weigh(hints, look) >= ENOUGH);
}

function weigh(hints: readonly Hint[], look: Look): number {
  const points = look.points.get(hints) ?? count(hints, look);
  look.points.set(hints, points);
  return points;
}

function count(hints: readonly Hint[], look: Look): number {
  const mains = hints.filter(({ main, holds }) => main === true && holds(look));
  if (mains.length === 0) return 0;
  const others = hints.filter((hint) => hint.main === undefined && hint.holds(look));
  return [...mains, ...others].reduce((sum, { points }) => sum + points, 0);
}

/** True for mail that reports on a delivery, by its form, its sender or its words. */
export function isDeliveryMail(mail: Mail): boolean {
  if (reportType(mail) === 'delivery-status' || isMarkedBounce(mail.headers)) return true;
  if (part(...STATUS_PARTS)({ mail }) || readSender(mail).daemon) return true;
  const look = lookAt(mail);
  // With a system's name or the null sender, a hint or two are enough to try.
  const points =
    isSystem(look) || isNullSender(mail) || look.sender.listEngine ? ENOUGH - 2 : ENOUGH;
  return !look.top.answered && weigh(BOUNCE, look) >= points;
}

/** True when the text or the subject says that delivery is late and goes on. */
export function soundsDelayed(mail: Mail): boolean {
  const { subject: about, top } = lookAt(mail);
  const page = top.text.slice(0, PAGE);
  return (isSubject('delay', about) || DELAY_SENTENCE.test(page)) && !GIVEN_UP.test(page);
}

/** True when an automatic notice says that its owner is no longer there. */
export function saysLeft(mail: Mail): boolean {
  return sentences.LEFT.test(lookAt(mail).top.text.slice(0, PAGE / 2));
}
