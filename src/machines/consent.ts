/** Decides on CONFIRM and REJECT (design 5): a word that somebody typed, and a token that is open. */

import { answer, answerAbout, passOn, toSender } from './answers.ts';
import { moveCase } from './change.ts';
import { leave, type Decision } from './decision.ts';
import { aboutCase } from './about-case.ts';
import { type FoundToken, type JoinFacts, OBJECTION } from './facts.ts';
import type { LetterData } from './letters/letter.ts';
import { joinTexts } from './read-request.ts';
import type { ReasonCode } from './reasons.ts';
import { isFiller } from './reading/consent-words.ts';
import { findTarget } from './target.ts';
import { CLOSED, type Case } from './words/case.ts';
import type { DraftContact } from './words/contact.ts';
import { hideTokens } from './words/token.ts';

/**
 * The decision when the mail answers a challenge or a copy, undefined when it is something else (a
 * request, details). Nothing but an explicit word moves a case; a token by itself never does.
 */
export function decideConsent(facts: JoinFacts): Decision | undefined {
  const { consent } = facts;
  const asked = facts.tokens.filter((one) => asksForConsent(one) || stops(facts, one));
  const token = asked.find(({ status }) => status === 'open') ?? asked[0];
  const found = token === undefined ? undefined : facts.cases.get(token.caseId);
  if (token === undefined || found === undefined) return withoutToken(facts);
  if (consent === 'reject') return object(facts, found, token);
  if (consent === 'confirm' && !namesPeople(facts)) return confirm(facts, found, asked);
  if (consent === 'confirm') return unclear(facts, found, token);
  if (facts.form.contacts.some((one) => !isCard(one))) return undefined;
  return unclear(facts, found, token);
}

function asksForConsent({ purpose }: FoundToken): boolean {
  return purpose === 'challenge' || purpose === 'objection';
}

// REJECT above a letter that asked for data or an answer: its token shows as well who reads the mailbox.
function stops({ consent, cases }: JoinFacts, { purpose, caseId, addressee }: FoundToken): boolean {
  const wasAsked = purpose === 'details' || purpose === 'question';
  return consent === 'reject' && wasAsked && cases.get(caseId)?.anchor === addressee;
}

/** True when the mail itself names people; a form that is only quoted names nobody. */
export function hasContacts({ form }: JoinFacts): boolean {
  return form.contacts.length > 0;
}

// A signature may have labels too; a person with a name and an address is a correction. The sender's
// own card is none: some mail programs put it on every mail.
function namesPeople({ form, mail }: JoinFacts): boolean {
  return form.contacts.some(
    (contact) =>
      contact.address !== undefined &&
      (contact.firstName !== undefined || contact.lastName !== undefined) &&
      !(isCard(contact) && contact.address === mail.from.address),
  );
}

// A card below an answer may be anybody's: only data that somebody typed take the place of the word
// that was asked for.
function isCard({ sources }: DraftContact): boolean {
  return sources.length > 0 && sources.every(({ where }) => where === 'card');
}

function confirm(facts: JoinFacts, found: Case, asked: readonly FoundToken[]): Decision {
  const challenges = asked.filter(
    ({ purpose, caseId }) => purpose === 'challenge' && caseId === found.id,
  );
  // The mail may quote an older letter too: the token that is open is the one that is meant.
  const challenge = challenges.find(({ status }) => status === 'open') ?? challenges[0];
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
    text: joinTexts(found.request.text, besideConfirm(facts)),
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

// "CONFIRM", and two lines below "but not Luis": the Validator has to see that.
function besideConfirm({ mail, form }: JoinFacts): string {
  const text = hideTokens(mail.words ?? form.leftover);
  const words = text.replaceAll('(token)', ' ').match(/[\p{L}\p{N}'’]+/gu) ?? [];
  const more = words.some((word) => !/^confirm$/i.test(word) && !isFiller(word));
  return more ? `Beside CONFIRM, ${mail.from.address} wrote:\n${text.trim()}` : '';
}

// An objection is heard even when its token was used or replaced: stopping is the safe direction.
// Not from a former Admin Contact, and not for ever where people would lose their place by it.
function object(facts: JoinFacts, found: Case, token: FoundToken): Decision {
  const anchor = (found.cctld && facts.registry.get(found.cctld)?.anchor) ?? found.anchor;
  const isLate = token.late === true || token.status === 'expired';
  // A Validator or an SSC has stopped all changes, perhaps because of who reads that mailbox now.
  const frozen = found.cctld && facts.registry.get(found.cctld)?.frozen;
  const isStopped = frozen !== undefined && frozen !== OBJECTION;
  const isOver = found.state === 'applied' && (isLate || isStopped);
  if (token.addressee !== anchor || isOver) return forPeople(facts, found, token);
  const change = objection(facts, found, { token: token.id, sentTo: token.addressee });
  if (change === undefined) return tooLate(facts, found, token);
  const usedTokens = token.status === 'open' ? [token.id] : [];
  return { ...leave('advanced', 'objected-by-anchor', found.id), changes: [change], usedTokens };
}

function objection(facts: JoinFacts, found: Case, proof: Record<string, unknown>) {
  const { now, settings, mail } = facts;
  const undo = facts.doneBy?.get(found.id);
  return moveCase(
    { now, settings, ...(undo === undefined ? {} : { undo }) },
    found,
    { type: 'objected' },
    {
      actor: mail.from.address,
      reason: 'objected-by-anchor',
      facts: { ...proof, mail: mail.sha256 },
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
  if (facts.consent === 'unclear') {
    // Only who was asked for CONFIRM or REJECT: elsewhere "Yes, I confirm it" answers another question.
    return isAnchor && found.state === 'challenged'
      ? askAgain(facts, found, 'no-token')
      : undefined;
  }
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
  if (facts.consent === 'none' && facts.form.leftover.trim() === '' && !facts.mail.onlyHtml) {
    return leave('noted', 'consent-unclear', found.id);
  }
  if (token.status !== 'open' || CLOSED.includes(found.state)) {
    return passOn(facts, facts.form.leftover, 'consent-unclear', [], found.id);
  }
  return askAgain(facts, found, 'consent-unclear');
}

// The sender learns how to answer, and people read what was written: it may be an objection.
function askAgain(facts: JoinFacts, found: Case, reason: ReasonCode): Decision {
  const how = toSender(facts, 'unclear-answer', { about: aboutCase(found, facts.now, found) });
  const letters = facts.mail.forged ? [] : [{ ...how, caseId: found.id }];
  return passOn(facts, facts.form.leftover, reason, letters, found.id);
}

function tooLate(facts: JoinFacts, found: Case, token: FoundToken): Decision {
  const why = whyVoid(found, token);
  const data = { about: aboutCase(found, facts.now, found), why };
  return answer(facts, `token-${why}`, 'too-late', data, found);
}

// When a request expires its tokens are taken back, but to people the time was over.
function whyVoid(found: Case, token: FoundToken): LetterData['too-late']['why'] {
  if (token.status === 'used') return 'used';
  const isOver = token.status === 'expired' || found.state === 'expired';
  return isOver ? 'expired' : 'replaced';
}

// An objection that the engine must not follow by itself, and that nobody may miss.
function forPeople(facts: JoinFacts, found: Case, token: FoundToken): Decision {
  const why = token.addressee === found.anchor ? 'expired' : 'replaced';
  const data = { about: aboutCase(found, facts.now, found), why } as const;
  const letters = facts.mail.forged
    ? []
    : [{ ...toSender(facts, 'too-late', data), caseId: found.id }];
  return passOn(facts, facts.form.leftover, `token-${why}`, letters, found.id);
}
