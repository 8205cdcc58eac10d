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
import { valuesOf } from './header.ts';
import { findSign, isMarkedBounce, reportType } from './machine-headers.ts';
import { readSender, type Sender } from './screen-senders.ts';
import {
  ITS_NAME,
  NOT_FORWARDED,
  OF_OTHERS,
  PERSONAL,
  REASON_LABEL,
  STATEMENT,
  UNREAD,
  URGENT,
} from './screen-automatic.ts';
import * as sentences from './screen-sentences.ts';
import { isSubject, readSubject, type Subject, SUBJECTS } from './screen-subjects.ts';
import { fold, readTop, type Top } from './screen-text.ts';

/** A mail as the hints look at it. */
interface Look {
  readonly mail: Mail;
  readonly subject: Subject;
  readonly sender: Sender;
  readonly top: Top;
  /** The points of each kind of notice, once they are counted. */
  readonly points: Map<readonly Hint[], number>;
}

interface Hint {
  readonly points: number;
  readonly holds: (look: Look) => boolean;
  /** Without one of these the other hints are not even looked at. */
  readonly main?: true;
}

const ENOUGH = 4;

// How far into the text a hint looks: its very beginning, its first paragraph, its first page.
const BEGINNING = 90;
const PARAGRAPH = 400;
const PAGE = 3000;
// Programs that declare themselves are brief.
const SHORT = 1200;

const STATUS_PARTS = ['message/delivery-status', 'message/global-delivery-status'];

const subject =
  (kind: keyof typeof SUBJECTS) =>
  (look: Look): boolean =>
    isSubject(kind, look.subject);
const says =
  (pattern: RegExp, within = PAGE) =>
  ({ top }: Look): boolean =>
    pattern.test(top.text.slice(0, within));
const begins =
  (pattern: RegExp, within = BEGINNING) =>
  ({ top }: Look): boolean =>
    (pattern.exec(top.text.slice(0, PARAGRAPH))?.index ?? PARAGRAPH) <= within;
// Long alternatives: tried only where a word begins, which is twenty times faster.
const OPENER_HERE = new RegExp(OPENER.source, 'y');
const opens =
  (within = BEGINNING) =>
  ({ top }: Look): boolean => {
    const text = top.text.slice(0, PARAGRAPH);
    for (let at = 0; at <= within && at < text.length; at += 1) {
      if (at > 0 && /[\p{L}\p{N}]/u.test(text.charAt(at - 1))) continue;
      OPENER_HERE.lastIndex = at;
      if (OPENER_HERE.test(text)) return true;
    }
    return false;
  };
const part =
  (...types: readonly string[]) =>
  ({ mail }: Pick<Look, 'mail'>): boolean =>
    mail.reports.some(({ type }) => types.includes(type));
const both =
  (...all: readonly ((look: Look) => boolean)[]) =>
  (look: Look): boolean =>
    all.every((holds) => holds(look));

const isNamed = ({ sender }: Look): boolean => sender.named || sender.daemon;
const isSystem = ({ sender }: Look): boolean => sender.named || sender.daemon || sender.system;
const isScanner = ({ sender }: Look): boolean => sender.scanner;
const isNobody = ({ sender }: Look): boolean => sender.nobody;
const isMarked = ({ mail }: Look): boolean =>
  isNullSender(mail) || findSign(mail.headers, { throughList: true })?.class === 'auto-reply';
const suppresses = ({ mail }: Look): boolean =>
  valuesOf(mail.headers, 'x-auto-response-suppress').length > 0;
// An answer or a mail passed on: who comments on a notice is a person.
const isAnswer = (look: Look): boolean =>
  look.subject.prefixed && !isSystem(look) && !isNobody(look) && !isMarked(look);
// Some machines greet too ("Hi. This is the qmail-send program"): their own sentence comes at once.
const isComment = (look: Look): boolean =>
  says(sentences.COMMENT, BEGINNING)(look) && !opens(3)(look) && !isMarked(look);
const isEmpty = ({ top }: Look): boolean => top.text === '';
const isShort = ({ top }: Look): boolean => top.text.length < SHORT;
// The report of a program: no question, nobody who speaks for himself.
// It names somebody for whom the delivery failed; a person who complains names our list, or nobody.
const namesRecipient = ({ mail, top }: Look): boolean => {
  const ours = mail.envelope.to.slice(mail.envelope.to.lastIndexOf('@')).toLowerCase();
  const named: readonly string[] = top.text.slice(0, PAGE).match(/@[\w.-]{1,255}\w/g) ?? [];
  return named.length > 0 && !named.includes(ours);
};
const isImpersonal = (look: Look): boolean =>
  (namesRecipient(look) || isNobody(look)) && !says(PERSONAL)(look) && !isComment(look);
const isReport = (look: Look): boolean =>
  namesRecipient(look) && says(REASON_LABEL)(look) && !says(PERSONAL)(look);
const ofOthers = says(OF_OTHERS, PARAGRAPH);
const speaksOfOne = (look: Look): boolean =>
  ofOthers(look) || (says(ITS_NAME, PARAGRAPH)(look) && !says(STATEMENT)(look));
const ownsIt = says(
  /(?<![\p{L}.@-])(?:our|my|unser\p{L}{0,2}|mein\p{L}{0,2}|notre|nos|nuestr\p{L}{1,2}|noss[oa]s?|nostr[oaie]|наш\p{L}{0,3})(?![\p{L}@])/u,
  PARAGRAPH,
);
// A program declares itself at the beginning or at the end, above or below what it has to say.
const declares = ({ top }: Look): boolean =>
  !OF_OTHERS.test(top.text.slice(0, PARAGRAPH)) &&
  (STATEMENT.test(top.text.slice(0, BEGINNING * 2)) || STATEMENT.test(top.text.slice(-300)));
// Every mail program writes Date and Message-ID; some autoresponders write neither.
const isBare = ({ mail }: Look): boolean =>
  mail.messageId === undefined &&
  valuesOf(mail.headers, 'received').length > 0 &&
  valuesOf(mail.headers, 'date').length === 0;
// An answer by thread or by our own subject, under which no mail program has put its "Re:".
const answersWithoutRe = ({ mail, subject: about }: Look): boolean =>
  !/^re[ :[]/.test(about.bare) &&
  (mail.answers.length > 0 || /tld-ops|contacts for \./.test(about.bare));
const DESKS =
  /^(?:znuny|otrs|osticket|glpi|zendesk|freshdesk|request tracker|redmine|jira|servicenow|spiceworks|kayako|mantis)/;
const isDesk = ({ mail }: Look): boolean =>
  valuesOf(mail.headers, 'x-mailer').some((value) => DESKS.test(value.trim().toLowerCase())) ||
  mail.headers.some(({ name }) => DESK_FIELD.test(name));
const DESK_FIELD =
  /^(?:x-)?(?:rt-ticket|otrs-|znuny|zendesk|freshdesk|osticket|servicenow|jira|sfdc|hubspot|kayako)/;
// Where a ticket's state is shown.
const STATUS_LINK =
  /(?:view|check|track|see|follow)[^.!?]{0,60}(?:ticket|request|status|case)|(?:status|stand) (?:ihrer|der|de) /;
const isFilter = ({ mail }: Look): boolean =>
  mail.headers.some(({ name }) => FILTER_FIELD.test(name)) ||
  valuesOf(mail.headers, 'x-delivery-agent').some((value) => /^tmda/i.test(value));
const FILTER_FIELD = /^x-(?:[a-z]{1,20}-)?(?:challenge|verification-request|quarantine-digest)/;
const isRule = ({ mail }: Look): boolean =>
  valuesOf(mail.headers, 'x-ms-exchange-inbox-rules-loop').length > 0;

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
  const kind = KINDS.find(({ hints }) => weigh(hints, look) >= ENOUGH);
  return kind && { class: kind.class, reason: kind.reason };
}

// Screening and reading a bounce ask for the same look at a mail: it is taken once.
const LOOKS = new WeakMap<Mail, Look>();

function lookAt(mail: Mail): Look {
  const known = LOOKS.get(mail);
  if (known !== undefined) return known;
  const look = {
    mail,
    subject: readSubject(fold(mail.subject.slice(0, 1000))),
    sender: readSender(mail),
    top: readTop(mail),
    points: new Map(),
  };
  LOOKS.set(mail, look);
  return look;
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

/** RFC 5321 4.5.5; a `Return-Path: <>` from an earlier delivery (RFC 5321 4.4) says the same. */
export function isNullSender({ envelope, headers }: Mail): boolean {
  return (
    envelope.from === '' ||
    valuesOf(headers, 'return-path').some((value) => /^<\s{0,9}>$/.test(value.trim()))
  );
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
