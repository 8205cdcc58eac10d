/** Puts one mail together with what a case knows already: the request as it stands now. */

import type { CaseDraft } from './decision.ts';
import type { Proof } from './evidence-of-mail.ts';
import type { JoinFacts, RegistryView } from './facts.ts';
import { primaryAmong, withPrimaryMark } from './first-primary.ts';
import { checkContacts, mergeContacts } from './reading/check-contacts.ts';
import { readPhones } from './reading/phone.ts';
import { readRosterAsks } from './reading/roster-asks.ts';
import { MAX_ROUNDS, type DetailsEvent } from './request.ts';
import { addAll, kindOf, type Planned, planRequest } from './request-plan.ts';
import { warningsOf } from './warnings.ts';
import { type Address, readAddress } from './words/address.ts';
import type { Ask, Unclear } from './words/ask.ts';
import type { Case, CaseContext, CaseKind, CaseMail, Request } from './words/case.ts';
import type { Cctld } from './words/cctld.ts';
import type {
  Complaint,
  ComplaintCode,
  DraftContact,
  Warning,
  WarningCode,
} from './words/contact.ts';
import { weaker } from './words/evidence.ts';
import { hideTokens } from './words/token.ts';

const MAX_TEXT = 4_000;

export interface Reading {
  readonly kind: CaseKind;
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
  const placed =
    view === undefined ? merged : merged.map((draft) => withCountry(draft, view.cctld));
  const drafts = view === undefined ? placed : withPrimary(facts, placed, view.cctld);
  const asked = view === undefined ? unplaced(drafts) : askedOf(facts, view, drafts, was);
  const request = withChecks(facts, proof, view, candidates, asked, was);
  const target =
    view === undefined
      ? {}
      : { cctld: view.cctld, anchor: view.anchor, snapshotId: view.snapshotId };
  const event: DetailsEvent = {
    type: 'details',
    evidence: together(proof, facts, was),
    cctldKnown: view !== undefined,
    complete: request.complaints.length === 0,
    digest: asked.planned?.digest ?? '',
  };
  return { kind: asked.kind, request, event, target };
}

// The mail describes nobody, and says who of those described before is the primary.
function withPrimary(facts: JoinFacts, drafts: readonly DraftContact[], cctld: Cctld) {
  const isFirst = (facts.rosters.get(cctld) ?? []).length === 0;
  if (!isFirst || facts.form.contacts.length > 0) return [...drafts];
  const who = primaryAmong(facts.mail.words ?? facts.form.leftover, drafts, cctld);
  return who === undefined ? [...drafts] : withPrimaryMark(drafts, who);
}

/** What is asked, and what it comes to on the list of the ccTLD, once that is known. */
interface Asked {
  readonly kind: CaseKind;
  readonly drafts: readonly DraftContact[];
  readonly asks: readonly Ask[];
  readonly unclear: readonly Unclear[];
  readonly planned?: Planned;
}

function unplaced(drafts: readonly DraftContact[]): Asked {
  return { kind: 'subscribe', drafts, asks: addAll(drafts), unclear: [] };
}

function askedOf(
  facts: JoinFacts,
  view: RegistryView,
  drafts: readonly DraftContact[],
  was: Case | undefined,
): Asked {
  const roster = facts.rosters.get(view.cctld) ?? [];
  const { known } = facts;
  const said = roster.length === 0 ? unplaced(drafts) : askedOfList(facts, view, drafts, was);
  const kind = kindOf(roster, said.asks);
  const standing = { cctld: view.cctld, anchor: view.anchor, roster, known };
  return { ...said, kind, planned: planRequest({ ...said, kind }, standing) };
}

function askedOfList(
  facts: JoinFacts,
  { cctld }: RegistryView,
  drafts: readonly DraftContact[],
  was: Case | undefined,
): Asked {
  // "REMOVE 2" is the second on the list that our letter showed, whoever left or came since.
  const wasShown = was?.state === 'needs-details' && was.request.before.length > 0;
  const roster = wasShown ? was.request.before : (facts.rosters.get(cctld) ?? []);
  const earlier = was?.state === 'needs-cctld' ? [] : (was?.request.asks ?? []);
  // "Yes, Téo has left" answers a Validator's question, who reads it; it asks nothing new.
  if (was?.state === 'asked' && facts.form.contacts.length === 0) {
    return { kind: kindOf(roster, earlier), drafts, asks: earlier, unclear: [] };
  }
  const words = facts.mail.words ?? facts.form.leftover;
  // What was written before the ccTLD was known has not been held against its list yet.
  const isFirstLook = was?.state === 'needs-cctld';
  const text = isFirstLook ? `${was.request.text}\n\n${words}` : words;
  const { asks, unclear, contacts } = readRosterAsks({ text, drafts, roster, cctld });
  const kind = kindOf(roster, asks);
  // "Phone: +31…" in answer to our question: what was asked before stands.
  if (asks.length === 0 && earlier.length > 0) {
    const others = unclear.filter(({ code }) => code !== 'add-or-replace');
    return { kind, drafts, asks: earlier, unclear: others };
  }
  return { kind, drafts: contacts, asks, unclear };
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
  // Of more than three we asked which: who names two or three has answered.
  const had = was.request.drafts.length > 3 ? 2 : was.request.drafts.length;
  if (given.length < 2 || given.length < had) return false;
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
  asked: Asked,
  was: Case | undefined,
): Request {
  const { drafts, asks, planned } = asked;
  const { contacts, complaints, warnings } = planned ?? checkContacts(drafts, {});
  const all = complaintsOf(facts, asked, complaints);
  const usedUp = all.length > 0 && (was?.context.rounds ?? 0) >= MAX_ROUNDS;
  const { messageId } = facts.mail;
  return {
    drafts,
    contacts,
    asks,
    after: planned?.after ?? [],
    complaints: all,
    warnings: unique([
      ...(usedUp ? [{ code: 'clarify-rounds-used-up' } satisfies Warning] : []),
      ...warnings,
      ...warningsOfText(facts, was).filter((warning) => !isShownAlready(asked, warning)),
      ...drafts.flatMap(readFromSentence),
      ...(view === undefined ? [] : warningsOf(facts, view, planned?.after ?? contacts)),
    ]),
    before: view === undefined ? [] : (facts.rosters.get(view.cctld) ?? []),
    evidenceFacts: evidenceFacts(proof, facts, was),
    mails: [...(was?.request.mails ?? []), mailOf(facts, proof)],
    text: joinTexts(was?.request.text ?? '', textOf(facts, was)),
    candidates,
    notes: was?.request.notes ?? [],
    ...(messageId === undefined ? {} : { answersTo: messageId }),
    ...(was?.request.question === undefined ? {} : { question: was.request.question }),
  };
}

// "The sender seems to ask that …" beside the very change: a Validator would learn to skip warnings.
function isShownAlready({ kind, asks }: Asked, { code, found }: Warning): boolean {
  if (code === 'unread-data') return asks.some((ask) => isUsedBy(ask, readAddress(found ?? '')));
  const ofList: readonly WarningCode[] = ['asks-to-remove', 'asks-to-replace'];
  return kind !== 'subscribe' && asks.length > 0 && ofList.includes(code);
}

// "REPLACE teo@…": the address was used, though nothing in the mail describes the person.
function isUsedBy(ask: Ask, address: Address | undefined): boolean {
  if (address === undefined || !('who' in ask)) return false;
  return ask.who === address || (ask.kind === 'change' && ask.address === address);
}

// A newcomer whom only the sentence that asks describes: a Validator should compare it.
function readFromSentence({ number, sources }: DraftContact): Warning[] {
  const [first] = sources;
  if (first?.where !== 'prose') return [];
  return [{ code: 'read-from-prose', contact: number, found: first.line.slice(0, 100) }];
}

// Nobody described and nothing asked; else what is not clear, and what is wrong with the people.
function complaintsOf(
  facts: JoinFacts,
  { drafts, asks, unclear, kind }: Asked,
  complaints: readonly Complaint[],
): readonly Complaint[] {
  const isEmpty = drafts.length === 0 && unclear.length === 0;
  if (isEmpty && (kind === 'subscribe' || asks.length === 0)) return [{ code: whyNobody(facts) }];
  return [...unclear, ...complaints];
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
export function freshContext(facts: Pick<JoinFacts, 'settings'>): CaseContext {
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
    origin: 'mail',
    approvalsNeeded: facts.settings.approvals,
    approvals: [],
    hold: 0,
    needed: [],
    confirmed: [],
    terms: facts.settings.terms,
  };
}
