/** Decides on CONFIRM and REJECT (design 5): a word that somebody typed, and a token that is open. */

import { answer, answerAbout, passOn, toSender } from './answers.ts';
import { moveCase } from './change.ts';
import { leave, type Decision } from './decision.ts';
import { aboutCase } from './effects.ts';
import type { FoundToken, JoinFacts } from './facts.ts';
import type { LetterData } from './letters/letter.ts';
import { findTarget } from './target.ts';
import { CLOSED, type Case } from './words/case.ts';

/**
 * The decision when the mail answers a challenge or a copy, undefined when it is something else (a
 * request, details). Nothing but an explicit word moves a case; a token by itself never does.
 */
export function decideConsent(facts: JoinFacts): Decision | undefined {
  const { consent } = facts;
  const asked = facts.tokens.filter(
    ({ purpose }) => purpose === 'challenge' || purpose === 'objection',
  );
  const token = asked.find(({ status }) => status === 'open') ?? asked[0];
  const found = token === undefined ? undefined : facts.cases.get(token.caseId);
  if (token === undefined || found === undefined) return withoutToken(facts);
  if (consent === 'reject') return object(facts, found, token);
  if (hasContacts(facts)) return undefined;
  if (consent === 'confirm') return confirm(facts, found, asked);
  return unclear(facts, found, token);
}

/** True when the mail itself names people; a form that is only quoted names nobody. */
export function hasContacts({ form }: JoinFacts): boolean {
  return form.contacts.length > 0;
}

function confirm(facts: JoinFacts, found: Case, asked: readonly FoundToken[]): Decision {
  const challenge = asked.find(
    ({ purpose, caseId }) => purpose === 'challenge' && caseId === found.id,
  );
  if (challenge === undefined) return leave('noted', 'no-token', found.id);
  if (challenge.status !== 'open') return tooLate(facts, found, challenge);
  if (challenge.digest !== found.context.digest) {
    return tooLate(facts, found, { ...challenge, status: 'revoked' });
  }
  const { from, sha256 } = facts.mail;
  const proof = `A mail from ${from.address} answered the token that was sent only to ${challenge.addressee}, with the word CONFIRM.`;
  const request = {
    ...found.request,
    evidenceFacts: [...found.request.evidenceFacts, proof],
  };
  const change = moveCase(
    facts,
    found,
    { type: 'confirmed' },
    {
      actor: from.address,
      reason: 'confirmed-by-anchor',
      facts: { token: challenge.id, sentTo: challenge.addressee, mail: sha256 },
    },
    { request },
  );
  if (change === undefined) return tooLate(facts, found, challenge);
  return {
    ...leave('advanced', 'confirmed-by-anchor', found.id),
    changes: [change],
    usedTokens: [challenge.id],
  };
}

// An objection is heard even when its token was used or replaced: stopping is the safe direction.
function object(facts: JoinFacts, found: Case, token: FoundToken): Decision {
  const change = objection(facts, found, { token: token.id, sentTo: token.addressee });
  if (change === undefined) return tooLate(facts, found, token);
  const usedTokens = token.status === 'open' ? [token.id] : [];
  return { ...leave('advanced', 'objected-by-anchor', found.id), changes: [change], usedTokens };
}

function objection(facts: JoinFacts, found: Case, proof: Record<string, unknown>) {
  const actor = facts.mail.from.address;
  return moveCase(
    facts,
    found,
    { type: 'objected' },
    {
      actor,
      reason: 'objected-by-anchor',
      facts: { ...proof, mail: facts.mail.sha256 },
    },
  );
}

// No token at all: the proven Admin Contact can still stop a request; nobody can confirm one.
function withoutToken(facts: JoinFacts): Decision | undefined {
  if (facts.consent === 'none' || hasContacts(facts)) return undefined;
  const target = findTarget(facts);
  const found =
    target.kind === 'case'
      ? target.case
      : facts.open.find((one) => target.kind === 'cctld' && one.cctld === target.cctld);
  if (found === undefined) return undefined;
  const { mail } = facts;
  const isAnchor = mail.from.address === found.anchor;
  if (facts.consent === 'reject' && isAnchor && mail.proven) {
    const change = objection(facts, found, { from: mail.from.address, proven: true });
    if (change !== undefined) {
      return { ...leave('advanced', 'objected-by-anchor', found.id), changes: [change] };
    }
  }
  if (isAnchor || mail.from.address === found.requester) {
    return answerAbout(facts, 'no-token', 'unclear-answer', found);
  }
  return passOn(facts, facts.form.leftover, 'no-token', [], found.id);
}

function unclear(facts: JoinFacts, found: Case, token: FoundToken): Decision | undefined {
  if (facts.consent === 'none' && facts.form.leftover.trim() === '') {
    return leave('noted', 'consent-unclear', found.id);
  }
  if (token.status !== 'open' || CLOSED.includes(found.state)) {
    return passOn(facts, facts.form.leftover, 'consent-unclear', [], found.id);
  }
  const how = toSender(facts, 'unclear-answer', { about: aboutCase(found, facts.now, found) });
  const letters = facts.mail.forged ? [] : [{ ...how, caseId: found.id }];
  return passOn(facts, facts.form.leftover, 'consent-unclear', letters, found.id);
}

function tooLate(facts: JoinFacts, found: Case, token: FoundToken): Decision {
  const why: LetterData['too-late']['why'] =
    token.status === 'used' ? 'used' : token.status === 'expired' ? 'expired' : 'replaced';
  const data = { about: aboutCase(found, facts.now, found), why };
  return answer(facts, `token-${why}`, 'too-late', data, found);
}
