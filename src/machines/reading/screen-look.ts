/** One look at a mail: what its subject, sender, parts and words say, as questions with yes or no. */

import type { Mail } from '../words/mail.ts';
import { OPENER } from './bounce-sentences.ts';
import { valuesOf } from './header.ts';
import { findSign } from './machine-headers.ts';
import { ITS_NAME, OF_OTHERS, PERSONAL, REASON_LABEL, STATEMENT } from './screen-automatic.ts';
import { readSender, type Sender } from './screen-senders.ts';
import * as sentences from './screen-sentences.ts';
import { isSubject, readSubject, type Subject, SUBJECTS } from './screen-subjects.ts';
import { fold, readTop, type Top } from './screen-text.ts';

/** A mail as the hints look at it. */
export interface Look {
  readonly mail: Mail;
  readonly subject: Subject;
  readonly sender: Sender;
  readonly top: Top;
  /** The points of each kind of notice, once they are counted. */
  readonly points: Map<object, number>;
}

// How far into the text a hint looks: its very beginning, its first paragraph, its first page.
const BEGINNING = 90;
export const PARAGRAPH = 400;
export const PAGE = 3000;
// Programs that declare themselves are brief.
const SHORT = 1200;

export const subject =
  (kind: keyof typeof SUBJECTS) =>
  (look: Look): boolean =>
    isSubject(kind, look.subject);
export const says =
  (pattern: RegExp, within = PAGE) =>
  ({ top }: Look): boolean =>
    pattern.test(top.text.slice(0, within));
export const begins =
  (pattern: RegExp, within = BEGINNING) =>
  ({ top }: Look): boolean =>
    (pattern.exec(top.text.slice(0, PARAGRAPH))?.index ?? PARAGRAPH) <= within;
// Long alternatives: tried only where a word begins, which is several times faster.
const OPENER_HERE = new RegExp(OPENER.source, 'y');
export const opens =
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
export const part =
  (...types: readonly string[]) =>
  ({ mail }: Pick<Look, 'mail'>): boolean =>
    mail.reports.some(({ type }) => types.includes(type));
export const both =
  (...all: readonly ((look: Look) => boolean)[]) =>
  (look: Look): boolean =>
    all.every((holds) => holds(look));

export const isNamed = ({ sender }: Look): boolean => sender.named || sender.daemon;
export const isSystem = ({ sender }: Look): boolean =>
  sender.named || sender.daemon || sender.system;
export const isScanner = ({ sender }: Look): boolean => sender.scanner;
export const isNobody = ({ sender }: Look): boolean => sender.nobody;
export const isMarked = ({ mail }: Look): boolean =>
  isNullSender(mail) || findSign(mail.headers, { throughList: true })?.class === 'auto-reply';
export const suppresses = ({ mail }: Look): boolean =>
  valuesOf(mail.headers, 'x-auto-response-suppress').length > 0;
// An answer or a mail passed on: who comments on a notice is a person.
export const isAnswer = (look: Look): boolean =>
  look.subject.prefixed && !isSystem(look) && !isNobody(look) && !isMarked(look);
// Some machines greet too ("Hi. This is the qmail-send program"): their own sentence comes at once.
export const isComment = (look: Look): boolean =>
  says(sentences.COMMENT, BEGINNING)(look) && !opens(3)(look) && !isMarked(look);
export const isEmpty = ({ top }: Look): boolean => top.text === '';
export const isShort = ({ top }: Look): boolean => top.text.length < SHORT;
// The report of a program: no question, nobody who speaks for himself.
// It names somebody for whom the delivery failed; a person who complains names our list, or nobody.
const namesRecipient = ({ mail, top }: Look): boolean => {
  const ours = mail.envelope.to.slice(mail.envelope.to.lastIndexOf('@')).toLowerCase();
  const named: readonly string[] = top.text.slice(0, PAGE).match(/@[\w.-]{1,255}\w/g) ?? [];
  return named.length > 0 && !named.includes(ours);
};
export const isImpersonal = (look: Look): boolean =>
  (namesRecipient(look) || isNobody(look)) && !says(PERSONAL)(look) && !isComment(look);
export const isReport = (look: Look): boolean =>
  namesRecipient(look) && says(REASON_LABEL)(look) && !says(PERSONAL)(look);
export const ofOthers = says(OF_OTHERS, PARAGRAPH);
export const speaksOfOne = (look: Look): boolean =>
  ofOthers(look) || (says(ITS_NAME, PARAGRAPH)(look) && !says(STATEMENT)(look));
export const ownsIt = says(
  /(?<![\p{L}.@-])(?:our|my|unser\p{L}{0,2}|mein\p{L}{0,2}|notre|nos|nuestr\p{L}{1,2}|noss[oa]s?|nostr[oaie]|наш\p{L}{0,3})(?![\p{L}@])/u,
  PARAGRAPH,
);
// A program declares itself at the beginning or at the end, above or below what it has to say.
export const declares = ({ top }: Look): boolean =>
  !OF_OTHERS.test(top.text.slice(0, PARAGRAPH)) &&
  (STATEMENT.test(top.text.slice(0, BEGINNING * 2)) || STATEMENT.test(top.text.slice(-300)));
// Every mail program writes Date and Message-ID; some autoresponders write neither.
export const isBare = ({ mail }: Look): boolean =>
  mail.messageId === undefined &&
  valuesOf(mail.headers, 'received').length > 0 &&
  valuesOf(mail.headers, 'date').length === 0;
// An answer by thread or by our own subject, under which no mail program has put its "Re:".
export const answersWithoutRe = ({ mail, subject: about }: Look): boolean =>
  !/^re[ :[]/.test(about.bare) &&
  (mail.answers.length > 0 || /tld-ops|contacts for \./.test(about.bare));
const DESKS =
  /^(?:znuny|otrs|osticket|glpi|zendesk|freshdesk|request tracker|redmine|jira|servicenow|spiceworks|kayako|mantis)/;
export const isDesk = ({ mail }: Look): boolean =>
  valuesOf(mail.headers, 'x-mailer').some((value) => DESKS.test(value.trim().toLowerCase())) ||
  mail.headers.some(({ name }) => DESK_FIELD.test(name));
const DESK_FIELD =
  /^(?:x-)?(?:rt-ticket|otrs-|znuny|zendesk|freshdesk|osticket|servicenow|jira|sfdc|hubspot|kayako)/;
// Where a ticket's state is shown.
export const STATUS_LINK =
  /(?:view|check|track|see|follow)[^.!?]{0,60}(?:ticket|request|status|case)|(?:status|stand) (?:ihrer|der|de) /;
export const isFilter = ({ mail }: Look): boolean =>
  mail.headers.some(({ name }) => FILTER_FIELD.test(name)) ||
  valuesOf(mail.headers, 'x-delivery-agent').some((value) => /^tmda/i.test(value));
const FILTER_FIELD = /^x-(?:[a-z]{1,20}-)?(?:challenge|verification-request|quarantine-digest)/;
export const isRule = ({ mail }: Look): boolean =>
  valuesOf(mail.headers, 'x-ms-exchange-inbox-rules-loop').length > 0;

// Screening and reading a bounce ask for the same look at a mail: it is taken once.
const LOOKS = new WeakMap<Mail, Look>();

/** Looks at the mail. */
export function lookAt(mail: Mail): Look {
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

/** RFC 5321 4.5.5; a `Return-Path: <>` from an earlier delivery (RFC 5321 4.4) says the same. */
export function isNullSender({ envelope, headers }: Mail): boolean {
  return (
    envelope.from === '' ||
    valuesOf(headers, 'return-path').some((value) => /^<\s{0,9}>$/.test(value.trim()))
  );
}
