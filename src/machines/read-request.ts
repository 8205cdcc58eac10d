/** Puts one mail together with what a case knows already: the request as it stands now. */

import type { CaseDraft } from './decision.ts';
import { digestToApprove } from './digest.ts';
import type { Proof } from './evidence-of-mail.ts';
import type { JoinFacts, RegistryView } from './facts.ts';
import { checkContacts, mergeContacts } from './reading/check-contacts.ts';
import { readPhones } from './reading/phone.ts';
import { MAX_ROUNDS, type DetailsEvent } from './request.ts';
import { warningsOf } from './warnings.ts';
import type { Case, CaseContext, CaseMail, Request } from './words/case.ts';
import type { Cctld } from './words/cctld.ts';
import type { ComplaintCode, DraftContact, Warning, WarningCode } from './words/contact.ts';
import { weaker } from './words/evidence.ts';
import { hideTokens } from './words/token.ts';

const MAX_TEXT = 4_000;

export interface Reading {
  readonly request: Request;
  readonly event: DetailsEvent;
  readonly target: Pick<CaseDraft, 'cctld' | 'anchor' | 'snapshotId'>;
}

/**
 * Reads the mail as (further) details of a request about the ccTLD that `view` describes; without
 * a view the ccTLD is not known yet. `was` is the case that it adds to.
 */
export function readRequest(
  facts: JoinFacts,
  proof: Proof,
  view: RegistryView | undefined,
  candidates: readonly Cctld[],
  was?: Case,
): Reading {
  const before = was === undefined || isWhole(facts, was) ? [] : was.request.drafts;
  const merged = mergeContacts([...before], [...facts.form.contacts]);
  const drafts =
    view === undefined ? merged : merged.map((draft) => withCountry(draft, view.cctld));
  const request = withChecks(facts, proof, view, candidates, drafts, was);
  const target =
    view === undefined
      ? {}
      : { cctld: view.cctld, anchor: view.anchor, snapshotId: view.snapshotId };
  const digest =
    view === undefined
      ? ''
      : digestToApprove({ kind: 'subscribe', ...request, cctld: view.cctld, anchor: view.anchor });
  const event: DetailsEvent = {
    type: 'details',
    evidence: together(proof, facts, was),
    cctldKnown: view !== undefined,
    complete: request.complaints.length === 0,
    digest,
  };
  return { request, event, target };
}

// A national number can be read once the country is known, and the ccTLD names it.
function withCountry(draft: DraftContact, cctld: Cctld): DraftContact {
  const phones = draft.phones.flatMap((phone) => {
    if (phone.e164 !== undefined) return [phone];
    const read = readPhones(phone.raw, cctld);
    return read.length === 0 ? [phone] : read;
  });
  return { ...draft, phones };
}

/**
 * Whether the mail names everybody by itself, complete: then nothing of an earlier mail is kept. Two
 * people at least, because one alone may be the second of those whom the request has already.
 */
export function isWhole(facts: JoinFacts, was: Case): boolean {
  const given = facts.form.contacts;
  if (given.length < 2 || given.length < was.request.drafts.length) return false;
  return checkContacts([...given], {}).complaints.length === 0;
}

// Fields kept from an earlier mail are proven only as well as that mail was; a mail that brings
// all the contacts itself, or none at all, does not lower what the others have proven.
function together(proof: Proof, facts: JoinFacts, was: Case | undefined) {
  if (was === undefined || was.request.drafts.length === 0) return proof.evidence;
  if (isWhole(facts, was)) return proof.evidence;
  if (facts.form.contacts.length === 0) {
    return was.state === 'needs-cctld'
      ? weaker(proof.evidence, was.context.evidence)
      : was.context.evidence;
  }
  return weaker(proof.evidence, was.context.evidence);
}

function withChecks(
  facts: JoinFacts,
  proof: Proof,
  view: RegistryView | undefined,
  candidates: readonly Cctld[],
  drafts: readonly DraftContact[],
  was: Case | undefined,
): Request {
  const { contacts, complaints, warnings } = checkContacts(
    [...drafts],
    view === undefined ? {} : { cctld: view.cctld, anchor: view.anchor },
  );
  const all = drafts.length === 0 ? [{ code: whyNobody(facts) }] : complaints;
  const usedUp = all.length > 0 && (was?.context.rounds ?? 0) >= MAX_ROUNDS;
  const { messageId } = facts.mail;
  return {
    drafts,
    contacts,
    complaints: all,
    warnings: unique([
      ...(usedUp ? [{ code: 'clarify-rounds-used-up' } satisfies Warning] : []),
      ...warnings,
      ...warningsOfText(facts, was),
      ...(view === undefined ? [] : warningsOf(facts, view, contacts)),
    ]),
    before: view === undefined ? [] : (facts.rosters.get(view.cctld) ?? []),
    evidenceFacts: evidenceFacts(proof, facts, was),
    mails: [...(was?.request.mails ?? []), mailOf(facts, proof)],
    text: joinTexts(was?.request.text ?? '', textOf(facts, was)),
    candidates,
    ...(messageId === undefined ? {} : { answersTo: messageId }),
    ...(was?.request.question === undefined ? {} : { question: was.request.question }),
  };
}

function whyNobody({ form, mail }: JoinFacts): ComplaintCode {
  if (form.quotedOnly) return 'quoted-only';
  return mail.attachments.length > 0 ? 'only-files' : 'no-contacts';
}

// What was read without labels stays to be compared as long as it may still be in the request.
function warningsOfText(facts: JoinFacts, was: Case | undefined): readonly Warning[] {
  const now = facts.form.warnings ?? [];
  if (was === undefined || isWhole(facts, was)) return now;
  return [...was.request.warnings.filter(({ code }) => OF_TEXT.has(code)), ...now].slice(
    -MAX_OF_TEXT,
  );
}

const MAX_OF_TEXT = 30;
const OF_TEXT: ReadonlySet<WarningCode> = new Set<WarningCode>([
  'read-from-prose',
  'unread-data',
  'table-unclear',
  'contacts-in-cc',
  'corrects-earlier-mail',
  'asks-to-remove',
  'asks-to-replace',
  'asks-a-question',
  'declines',
]);

function unique(warnings: readonly Warning[]): Warning[] {
  return [...new Map(warnings.map((warning) => [keyOf(warning), warning])).values()];
}

function keyOf({ code, contact, found }: Warning): string {
  return `${code} ${contact ?? ''} ${found ?? ''}`;
}

// All that was ever shown for this request stays in view; the level is that of its weakest part.
function evidenceFacts(proof: Proof, facts: JoinFacts, was: Case | undefined): string[] {
  const all = [...(was?.request.evidenceFacts ?? []), ...proof.facts];
  const level = together(proof, facts, was);
  if (level !== proof.evidence) {
    all.push(
      `The request was put together from several mails; the weakest of them counts: ${level}.`,
    );
  }
  return [...new Set(all)].slice(-20);
}

function mailOf({ mail, now }: JoinFacts, { evidence }: Proof): CaseMail {
  return {
    inboxId: mail.inboxId,
    sha256: mail.sha256,
    from: mail.from.address,
    subject: hideTokens(mail.subject).slice(0, 200).toWellFormed(),
    at: now.toISOString(),
    evidence,
  };
}

// An answer is nothing without its question, nor without who gave it.
function textOf({ form, mail }: JoinFacts, was: Case | undefined): string {
  const question = was?.state === 'asked' ? was.request.question?.text : undefined;
  if (question === undefined) return form.leftover;
  return `Question: ${question}\nAnswer of ${mail.from.address}:\n${form.leftover.trim()}`;
}

/** What was written before and what came now, without tokens; of very much text the end. */
export function joinTexts(before: string, now: string): string {
  const parts = [before, hideTokens(now).trim()].filter((text) => text !== '');
  return parts.join('\n---\n').slice(-MAX_TEXT).toWellFormed();
}

/** What a new case starts with, before its first event. */
export function freshContext(facts: JoinFacts): CaseContext {
  return {
    policy: facts.settings.policy,
    evidence: 'E0',
    cctldKnown: false,
    complete: false,
    rounds: 0,
    digest: '',
    shown: '',
    tracedDigest: '',
    approvedDigest: '',
    terms: facts.settings.terms,
  };
}
