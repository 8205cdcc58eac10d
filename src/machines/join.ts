/** Decides what a mail to the join address does (report 2.2; design 5, 7, 8.1, 8.7). Pure. */

import { answer, answerAbout, passOn, toSender } from './answers.ts';
import { moveCase, openCase } from './change.ts';
import { decideConsent, hasContacts } from './consent.ts';
import { type CaseChange, type Decision, leave } from './decision.ts';
import { proofFor, type Proof } from './evidence-of-mail.ts';
import { primaryAmong } from './first-primary.ts';
import type { JoinFacts, RegistryView, Wait } from './facts.ts';
import { decideDecline, hearInvited, isInvited, withHeard } from './invite-answer.ts';
import { invitesFor, withInvites } from './invites.ts';
import { freshContext, isWhole, readRequest, type Reading } from './read-request.ts';
import { readRosterAsks } from './reading/roster-asks.ts';
import type { ReasonCode } from './reasons.ts';
import { eachOf, isForEach, partFor } from './several.ts';
import { findTarget } from './target.ts';
import { CLOSED, type Case, type CaseState } from './words/case.ts';
import type { Cctld } from './words/cctld.ts';
import type { DraftContact, WarningCode } from './words/contact.ts';
import { atLeast } from './words/evidence.ts';
import type { TokenPurpose } from './words/token.ts';

export function decideJoin(facts: JoinFacts): Decision | Wait {
  const decision = decideConsent(facts) ?? decideDecline(facts) ?? decideRequest(facts);
  return 'wait' in decision ? decision : withHeard(facts, withInvites(facts, decision));
}

function decideRequest(facts: JoinFacts): Decision | Wait {
  const target = findTarget(facts);
  switch (target.kind) {
    case 'case':
      return facts.form.apart === true
        ? apartInto(facts, target.case)
        : intoCase(facts, target.case);
    case 'cctld':
      return aboutCctld(facts, target.cctld);
    case 'several':
      return isForEach(facts) ? forEach(facts) : severalCctlds(facts, target.cctlds);
    case 'ambiguous':
      return openWithoutCctld(facts, target.candidates);
    case 'none':
      return answer(facts, 'no-cctld', 'how-to', { why: 'no-cctld' });
  }
}

function severalCctlds(facts: JoinFacts, cctlds: readonly Cctld[]): Decision {
  return answer(facts, 'several-cctlds', 'how-to', { why: 'several-cctlds', cctlds });
}

function forEach(facts: JoinFacts): Decision | Wait {
  return eachOf(facts.form.cctlds, (cctld) => aboutCctld(partFor(facts, cctld), cctld));
}

// An answer to our letter about one ccTLD that holds people of several: that one's go into its case.
function apartInto(facts: JoinFacts, found: Case): Decision | Wait {
  if (!isForEach(facts)) return severalCctlds(facts, facts.form.cctlds);
  const decision = eachOf(facts.form.cctlds, (cctld) => {
    const part = partFor(facts, cctld);
    return cctld === found.cctld ? intoCase(part, found) : aboutCctld(part, cctld);
  });
  if ('wait' in decision || found.cctld !== undefined || CLOSED.includes(found.state))
    return decision;
  // "Which ccTLD?" is answered with a request for each: what waited for the one answer is over.
  const closing = close(facts, found, {
    evidence: found.context.evidence,
    facts: found.request.evidenceFacts,
  });
  return {
    ...decision,
    changes: [...(closing === undefined ? [] : [closing]), ...decision.changes],
  };
}

const AWAITS_DETAILS: readonly CaseState[] = ['needs-cctld', 'needs-details', 'asked'];

// The mail belongs to a case by its token or thread.
function intoCase(facts: JoinFacts, found: Case): Decision | Wait {
  if (CLOSED.includes(found.state)) {
    return found.cctld === undefined || !asksForChange(facts, found.cctld)
      ? passOn(facts, facts.form.leftover, 'passed-on', [], found.id)
      : aboutCctld(facts, found.cctld);
  }
  // Our letter about one ccTLD, answered with a form for another: that is another request, to be
  // proven for itself.
  const [other, ...more] = facts.form.cctlds;
  if (
    found.cctld !== undefined &&
    other !== undefined &&
    !facts.form.cctlds.includes(found.cctld)
  ) {
    return more.length === 0 ? aboutCctld(facts, other) : severalCctlds(facts, facts.form.cctlds);
  }
  // Not exactly one name: asked again, never guessed.
  const named = facts.form.cctlds.length > 0 ? facts.form.cctlds : facts.named;
  const cctld = found.cctld ?? (named.length === 1 ? named[0] : undefined);
  if (cctld === undefined) return addDetails(facts, found, undefined);
  const view = facts.registry.get(cctld);
  if (view === undefined) {
    return answer(facts, 'unknown-cctld', 'how-to', { why: 'unknown-cctld', cctld });
  }
  return withTheOthers(facts, found, followUp(facts, found, view));
}

// "ccTLDs: .xa, .xb" in answer to a letter about .xa: the other one must not be lost without a word.
function withTheOthers(facts: JoinFacts, { id, cctld }: Case, decision: Decision | Wait) {
  const isOther = cctld !== undefined && facts.form.cctlds.some((one) => one !== cctld);
  if ('wait' in decision || !isOther) return decision;
  const { letters } = passOn(facts, facts.form.leftover, 'passed-on', [], id);
  return { ...decision, letters: [...decision.letters, ...letters] };
}

function aboutCctld(facts: JoinFacts, cctld: Cctld): Decision | Wait {
  const view = facts.registry.get(cctld);
  if (view === undefined) {
    return answer(facts, 'unknown-cctld', 'how-to', { why: 'unknown-cctld', cctld });
  }
  if (view.unsettledAnchor !== undefined) return { wait: 'registry-unsettled' };
  const found = facts.open.find((one) => one.cctld === cctld);
  if (found !== undefined) return followUp(facts, found, view);
  const waiting = facts.open.find(
    (one) => one.state === 'needs-cctld' && one.requester === facts.mail.from.address,
  );
  if (waiting !== undefined && !hasContacts(facts)) return followUp(facts, waiting, view);
  return openFor(facts, view);
}

// A mail about a ccTLD that has an open case: more data for it, or a newer request in its place.
function followUp(facts: JoinFacts, found: Case, view: RegistryView): Decision | Wait {
  if (view.unsettledAnchor !== undefined) return { wait: 'registry-unsettled' };
  if (view.frozen !== undefined) return tellFrozen(facts, view);
  const proof = proofFor(facts, view, found.id);
  if (AWAITS_DETAILS.includes(found.state) && isConcerned(facts, found, proof)) {
    if (takesOver(facts, found, proof)) return supersede(facts, found, view, proof);
    const rival = facts.open.find((one) => one.cctld === view.cctld && one.id !== found.id);
    if (rival !== undefined && proof.evidence !== 'E0') {
      return overRival(facts, found, rival, view, proof);
    }
    if (saysNothing(facts, found)) return hearWords(facts, found);
    return addDetails(facts, found, view, proof);
  }
  if (!asksForChange(facts, view.cctld))
    return passOn(facts, facts.form.leftover, 'passed-on', [], found.id);
  if (proof.evidence === 'E0') return tellHow(facts, view);
  // No mail takes the place of what a Validator asks; people see what came.
  if (found.context.origin === 'validator') {
    const { letters } = passOn(facts, facts.form.leftover, 'passed-on', [], found.id);
    const told = answerAbout(facts, 'weaker-than-open-case', 'already-open', found);
    return { ...told, letters: [...told.letters, ...letters] };
  }
  if (found.state === 'applying' || found.state === 'apply-failed') {
    return answerAbout(facts, 'case-approved', 'already-open', found);
  }
  if (isOlder(facts, found)) return leave('noted', 'older-than-open-case', found.id);
  if (!mayReplace(proof, found)) {
    return answerAbout(facts, 'weaker-than-open-case', 'already-open', found);
  }
  return supersede(facts, found, view, proof);
}

// A mail that had to wait, or the copy of a mail to another of our addresses, changes nothing newer.
function isOlder({ mail }: JoinFacts, { request }: Case): boolean {
  return request.mails.some(
    ({ inboxId, sha256 }) => inboxId > mail.inboxId || sha256 === mail.sha256,
  );
}

// The proven Admin Contact may correct what the Admin Contact confirmed: E3 and E4 are one person's word.
function mayReplace({ evidence }: Proof, found: Case): boolean {
  const had = found.context.evidence;
  return atLeast(evidence, had) || (atLeast(evidence, 'E3') && had !== 'E5');
}

// Who adds to a request: with our letter's token, or as the proven Admin Contact. The bare address of
// the requester is enough only where the request rests on no more than that.
function isConcerned({ mail, tokens }: JoinFacts, found: Case, proof: Proof): boolean {
  const { evidence, origin } = found.context;
  const byToken = tokens.some(
    ({ caseId, status, purpose }) =>
      caseId === found.id && status === 'open' && ASKS_FOR_MORE.has(purpose),
  );
  const isProven = (mail.proven || !atLeast(evidence, 'E3')) && !mail.forged;
  const byAddress = mail.from.address === found.requester && isProven && origin === 'mail';
  return byToken || byAddress || (atLeast(proof.evidence, 'E3') && !mail.forged);
}

const ASKS_FOR_MORE: ReadonlySet<TokenPurpose> = new Set<TokenPurpose>([
  'details',
  'question',
  'challenge',
  'objection',
]);

// The Admin Contact answers a stranger's request with all that is needed: that is their own request,
// and neither its evidence nor its data have anything to do with the stranger (design 8.7).
function takesOver(facts: JoinFacts, found: Case, proof: Proof): boolean {
  if (found.cctld === undefined) return false;
  const isOther = ![facts.mail.from.address, found.anchor].includes(found.requester);
  return isOther && !atLeast(found.context.evidence, proof.evidence) && isWhole(facts, found);
}

// The ccTLD is named at last, and another request about it is open: as with any newer one (8.7).
function overRival(
  facts: JoinFacts,
  found: Case,
  rival: Case,
  view: RegistryView,
  proof: Proof,
): Decision {
  const joined = addDetails(facts, found, view, proof);
  const evidence = joined.changes[0]?.next.context.evidence ?? 'E0';
  if (rival.state === 'applying' || rival.state === 'apply-failed') {
    return answerAbout(facts, 'case-approved', 'already-open', rival);
  }
  if (!mayReplace({ ...proof, evidence }, rival)) {
    return answerAbout(facts, 'weaker-than-open-case', 'already-open', rival);
  }
  const closing = close(facts, rival, proof);
  if (closing === undefined) return answerAbout(facts, 'case-approved', 'already-open', rival);
  return { ...joined, changes: [closing, ...joined.changes] };
}

// An answer to "please send us the data" that holds none. Who sends files is asked to type them.
function saysNothing(facts: JoinFacts, { state, cctld, request }: Case): boolean {
  if (state !== 'needs-details' || facts.mail.attachments.length > 0) return false;
  return !(cctld === undefined ? hasContacts(facts) : asksForChange(facts, cctld, request.drafts));
}

// People are described; or, where people are on the list, something is asked about them ("REMOVE 2").
function asksForChange(
  facts: JoinFacts,
  cctld: Cctld,
  drafts: readonly DraftContact[] = [],
): boolean {
  if (hasContacts(facts)) return true;
  const roster = facts.rosters.get(cctld) ?? [];
  const text = facts.mail.words ?? facts.form.leftover;
  if (roster.length === 0) return primaryAmong(text, drafts, cctld) !== undefined;
  // What is not clear counts too: silence would tell who is not on the list.
  const { asks, unclear } = readRosterAsks({ text, drafts, roster, cctld });
  return asks.length + unclear.length > 0;
}

// Neither token nor round is used up by it: the writer can still answer.
function hearWords(facts: JoinFacts, { id }: Case): Decision {
  const text = facts.mail.words ?? facts.form.leftover;
  if (text.trim() === '') return leave('noted', 'nothing-said', id);
  return passOn(facts, text, 'passed-on', [], id);
}

function addDetails(
  facts: JoinFacts,
  found: Case,
  view: RegistryView | undefined,
  proof: Proof = { evidence: found.context.evidence, facts: found.request.evidenceFacts },
): Decision {
  // Somebody sends the very mail once more: what it says is there already.
  const { inboxId, sha256 } = facts.mail;
  if (found.request.mails.some((one) => one.sha256 === sha256 && one.inboxId !== inboxId))
    return leave('noted', 'older-than-open-case', found.id);
  // Still no pair of address and ccTLD that fits: the question stays, and is asked again.
  const fits = found.cctld !== undefined || atLeast(proof.evidence, 'E1') ? view : undefined;
  const reading = readRequest(facts, proof, fits, found.request.candidates, found);
  const reason = found.state === 'asked' ? 'question-answered' : 'details-added';
  const change = moveCase(facts, found, reading.event, auditOf(facts, proof, reason), {
    kind: reading.kind,
    ...reading.target,
    request: reading.request,
  });
  if (change === undefined) return passOn(facts, facts.form.leftover, 'passed-on', [], found.id);
  const used = facts.tokens
    .filter((token) => token.status === 'open' && token.caseId === found.id)
    .filter(({ purpose }) => purpose === 'details' || purpose === 'question')
    .map(({ id }) => id);
  return { ...leave('advanced', reason, found.id), changes: [change], usedTokens: used };
}

function supersede(facts: JoinFacts, found: Case, view: RegistryView, proof: Proof): Decision {
  const closing = close(facts, found, proof);
  if (closing === undefined) return answerAbout(facts, 'case-approved', 'already-open', found);
  const opening = open(facts, view, proof);
  return { ...leave('opened', 'request-opened'), changes: [closing, opening] };
}

// Ends a request for a newer one. Its sender hears about that one; only others hear of this.
function close(facts: JoinFacts, found: Case, proof: Proof): CaseChange | undefined {
  const audit = auditOf(facts, proof, 'superseded');
  const closing = moveCase(facts, found, { type: 'superseded' }, audit);
  const effects = closing?.effects.filter(
    (effect) => effect.type !== 'letter' || effect.to !== facts.mail.from.address,
  );
  return closing && { ...closing, effects: effects ?? [] };
}

function openFor(facts: JoinFacts, view: RegistryView): Decision {
  const proof = proofFor(facts, view);
  if (proof.evidence === 'E0') return tellHow(facts, view);
  if (view.frozen !== undefined) return tellFrozen(facts, view);
  if (asksElse(facts, view)) return passOn(facts, facts.form.leftover, 'asks-else');
  const reading = readRequest(facts, proof, view, []);
  // "Hello, is all well?" to a list that has people: nothing is asked of it.
  if (onRoster(facts, view) && asksNothing(reading)) {
    // "I will find out": the answer to our question about a contact. People read it.
    if (invitesFor(facts, view).length > 0) return passOn(facts, facts.form.leftover, 'passed-on');
    return tellSubscribed(facts, view);
  }
  // "We will answer next week": people read it. Who sends files is asked to type what they say.
  if (isInvited(facts, view.cctld) && asksNothing(reading) && facts.mail.attachments.length === 0)
    return hearInvited(facts, view);
  const change = openWith(facts, proof, reading);
  return { ...leave('opened', 'request-opened'), changes: [change] };
}

function asksNothing({ request }: Reading): boolean {
  const { drafts, asks, complaints } = request;
  return (
    drafts.length === 0 &&
    asks.length === 0 &&
    complaints.every(({ code }) => code === 'no-contacts')
  );
}

function open(
  facts: JoinFacts,
  view: RegistryView | undefined,
  proof: Proof,
  candidates: readonly Cctld[] = [],
) {
  return openWith(facts, proof, readRequest(facts, proof, view, candidates));
}

function openWith(facts: JoinFacts, proof: Proof, { kind, request, event, target }: Reading) {
  const opening = { kind, ...target, request, requester: facts.mail.from.address };
  return openCase(
    facts,
    opening,
    freshContext(facts),
    event,
    auditOf(facts, proof, 'request-opened'),
  );
}

// The address serves several ccTLDs (one third of all do): ask which, never guess.
function openWithoutCctld(facts: JoinFacts, candidates: readonly Cctld[]): Decision | Wait {
  const views = candidates.flatMap((cctld) => facts.registry.get(cctld) ?? []);
  const [proof] = views
    .map((view) => proofFor(facts, view))
    .toSorted((a, b) => b.evidence.localeCompare(a.evidence));
  if (proof === undefined || proof.evidence === 'E0') {
    return answer(facts, 'no-cctld', 'how-to', { why: 'no-cctld' });
  }
  if (asksElse(facts)) return passOn(facts, facts.form.leftover, 'asks-else');
  const change = open(facts, undefined, proof, candidates);
  return { ...leave('opened', 'request-opened'), changes: [change] };
}

const ASKS_ELSE: readonly WarningCode[] = ['asks-a-question', 'declines'];
const ASKS_OF_LIST: readonly WarningCode[] = ['asks-to-remove', 'asks-to-replace'];

// "Who are you?", "not interested"; "please remove Bob", where nobody is on the list.
function asksElse(facts: JoinFacts, view?: RegistryView): boolean {
  const { quotedOnly, warnings = [] } = facts.form;
  const hasList = view === undefined || onRoster(facts, view);
  const codes = hasList ? ASKS_ELSE : [...ASKS_ELSE, ...ASKS_OF_LIST];
  const asks = warnings.some(({ code }) => codes.includes(code));
  return asks && !hasContacts(facts) && !quotedOnly;
}

function onRoster({ rosters }: JoinFacts, { cctld }: RegistryView): boolean {
  return (rosters.get(cctld) ?? []).length > 0;
}

function tellSubscribed(facts: JoinFacts, { cctld }: RegistryView): Decision {
  const also = [toSender(facts, 'already-subscribed', { cctld })];
  return passOn(facts, facts.form.leftover, 'already-subscribed', also);
}

function tellHow(facts: JoinFacts, { cctld, anchor }: RegistryView): Decision {
  return answer(facts, 'not-admin', 'how-to', { why: 'not-admin', cctld, anchor });
}

function tellFrozen(facts: JoinFacts, { cctld }: RegistryView): Decision {
  return passOn(facts, facts.form.leftover, 'frozen', [toSender(facts, 'frozen', { cctld })]);
}

function auditOf(facts: JoinFacts, proof: Proof, reason: ReasonCode) {
  const { from, sha256, authFacts } = facts.mail;
  return {
    actor: from.address,
    reason,
    facts: {
      evidence: proof.evidence,
      because: proof.facts,
      mail: sha256,
      authentication: authFacts,
    },
  };
}
