/** Decides what a mail to the join address does (report 2.2; design 5, 7, 8.1, 8.7). Pure. */

import { answer, answerAbout, passOn, toSender } from './answers.ts';
import { moveCase, openCase } from './change.ts';
import { decideConsent, hasContacts } from './consent.ts';
import { leave, type Decision } from './decision.ts';
import { proofFor, type Proof } from './evidence-of-mail.ts';
import type { JoinFacts, RegistryView } from './facts.ts';
import { freshContext, readRequest } from './read-request.ts';
import type { ReasonCode } from './reasons.ts';
import { findTarget } from './target.ts';
import { CLOSED, type Case, type CaseState } from './words/case.ts';
import type { Cctld } from './words/cctld.ts';
import { atLeast } from './words/evidence.ts';

/** The decision cannot be taken before the world outside has settled; the mail waits. */
export interface Wait {
  readonly wait: ReasonCode;
}

export function decideJoin(facts: JoinFacts): Decision | Wait {
  const consent = decideConsent(facts);
  if (consent !== undefined) return consent;
  const target = findTarget(facts);
  switch (target.kind) {
    case 'case':
      return intoCase(facts, target.case);
    case 'cctld':
      return aboutCctld(facts, target.cctld);
    case 'several':
      return answer(facts, 'several-cctlds', 'how-to', {
        why: 'several-cctlds',
        cctlds: target.cctlds,
      });
    case 'ambiguous':
      return openWithoutCctld(facts, target.candidates);
    case 'none':
      return answer(facts, 'no-cctld', 'how-to', { why: 'no-cctld' });
  }
}

const AWAITS_DETAILS: readonly CaseState[] = ['needs-cctld', 'needs-details', 'asked'];

// The mail belongs to a case by its token or thread.
function intoCase(facts: JoinFacts, found: Case): Decision | Wait {
  if (CLOSED.includes(found.state)) {
    return found.cctld === undefined || !hasContacts(facts)
      ? passOn(facts, facts.form.leftover, 'passed-on', [], found.id)
      : aboutCctld(facts, found.cctld);
  }
  const cctld = found.cctld ?? facts.form.cctlds[0] ?? facts.named[0];
  if (cctld === undefined) return addDetails(facts, found, undefined);
  const view = facts.registry.get(cctld);
  if (view === undefined) {
    return answer(facts, 'unknown-cctld', 'how-to', { why: 'unknown-cctld', cctld });
  }
  return followUp(facts, found, view);
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
  const concerned = isConcerned(facts, found, proof);
  if (AWAITS_DETAILS.includes(found.state) && concerned)
    return addDetails(facts, found, view, proof);
  if (!hasContacts(facts)) return passOn(facts, facts.form.leftover, 'passed-on', [], found.id);
  if (proof.evidence === 'E0') return tellHow(facts, view);
  if (found.state === 'applying' || found.state === 'apply-failed') {
    return answerAbout(facts, 'case-approved', 'already-open', found);
  }
  if (!atLeast(proof.evidence, found.context.evidence)) {
    return answerAbout(facts, 'weaker-than-open-case', 'already-open', found);
  }
  return supersede(facts, found, view, proof);
}

function isConcerned({ mail, tokens }: JoinFacts, found: Case, proof: Proof): boolean {
  const byToken = tokens.some(({ caseId, status }) => caseId === found.id && status === 'open');
  const byAddress = mail.from.address === found.requester || mail.from.address === found.anchor;
  return byToken || byAddress || atLeast(proof.evidence, found.context.evidence);
}

function addDetails(
  facts: JoinFacts,
  found: Case,
  view: RegistryView | undefined,
  proof: Proof = { evidence: found.context.evidence, facts: found.request.evidenceFacts },
): Decision {
  // Still no pair of address and ccTLD that fits: the question stays, and is asked again.
  const fits = found.cctld !== undefined || atLeast(proof.evidence, 'E1') ? view : undefined;
  const reading = readRequest(facts, proof, fits, found.request.candidates, found);
  const reason = found.state === 'asked' ? 'question-answered' : 'details-added';
  const change = moveCase(facts, found, reading.event, auditOf(facts, proof, reason), {
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
  const closing = moveCase(
    facts,
    found,
    { type: 'superseded' },
    auditOf(facts, proof, 'superseded'),
  );
  if (closing === undefined) return answerAbout(facts, 'case-approved', 'already-open', found);
  const opening = open(facts, view, proof);
  // The sender hears about the new request; only others are told that theirs was replaced.
  const effects = closing.effects.filter(
    (effect) => effect.type !== 'letter' || effect.to !== facts.mail.from.address,
  );
  return {
    ...leave('opened', 'request-opened'),
    changes: [{ ...closing, effects }, opening],
  };
}

function openFor(facts: JoinFacts, view: RegistryView): Decision {
  const proof = proofFor(facts, view);
  if (proof.evidence === 'E0') return tellHow(facts, view);
  if (view.frozen !== undefined) return tellFrozen(facts, view);
  if ((facts.rosters.get(view.cctld) ?? []).length > 0) {
    const also = [toSender(facts, 'already-subscribed', { cctld: view.cctld })];
    return passOn(facts, facts.form.leftover, 'already-subscribed', also);
  }
  return { ...leave('opened', 'request-opened'), changes: [open(facts, view, proof)] };
}

function open(
  facts: JoinFacts,
  view: RegistryView | undefined,
  proof: Proof,
  candidates: readonly Cctld[] = [],
) {
  const { request, event, target } = readRequest(facts, proof, view, candidates);
  const opening = { ...target, request, requester: facts.mail.from.address };
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
  const change = open(facts, undefined, proof, candidates);
  return { ...leave('opened', 'request-opened'), changes: [change] };
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
