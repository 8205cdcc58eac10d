/** Decides about an answer to an invitation that is no request (design 8.6): a no, or words for people. */

import { passOn } from './answers.ts';
import { moveCase } from './change.ts';
import type { CaseChange, Decision } from './decision.ts';
import { leave } from './decision.ts';
import { proofFor } from './evidence-of-mail.ts';
import type { JoinFacts, RegistryView } from './facts.ts';
import { invitationOf, invitesFor } from './invites.ts';
import { readRefusal } from './reading/refusal.ts';
import type { Case } from './words/case.ts';
import type { Cctld } from './words/cctld.ts';
import { atLeast } from './words/evidence.ts';

/**
 * The decision when an invited Admin Contact says no, in so many words and without a doubt about who it is:
 * by the code of the letter, or by a mail that is proven. Undefined for anything else; people read that.
 */
export function decideDecline(facts: JoinFacts): Decision | undefined {
  const { form, mail, consent } = facts;
  const isOther = form.contacts.length > 0 || consent === 'confirm' || consent === 'reject';
  if (isOther || mail.forged || mail.attachments.length > 0) return undefined;
  if (!readRefusal(mail.words ?? form.leftover)) return undefined;
  const cctlds = meantBy(facts);
  const invited = cctlds.flatMap((cctld) => provenInvitation(facts, cctld) ?? []);
  // A no for two of which only one can be believed: people read it.
  if (invited.length === 0 || invited.length < cctlds.length) return undefined;
  const audit = {
    actor: mail.from.address,
    reason: 'invite-declined',
    facts: { mail: mail.sha256, authentication: mail.authFacts },
  } as const;
  const changes = invited.flatMap(({ found }) => {
    const change = moveCase(facts, found, { type: 'declined' }, audit);
    return change === undefined ? [] : [change];
  });
  const usedTokens = [...new Set(invited.flatMap(({ tokens }) => tokens))];
  return { ...leave('advanced', 'invite-declined', invited[0]?.found.id), changes, usedTokens };
}

/** Those that are named, else that of the letter, else the only one of the address. */
function meantBy({ form, named, tokens, cases, anchored, threadCase }: JoinFacts): Cctld[] {
  const names = [...new Set([...form.cctlds, ...named])];
  if (names.length > 0) return names;
  const ofLetter = [
    ...tokens.filter(({ purpose }) => purpose === 'invite').map(({ caseId }) => caseId),
    ...(threadCase === undefined ? [] : [threadCase]),
  ].flatMap((id) => {
    const found = cases.get(id);
    return found?.kind === 'invite' ? (found.cctld ?? []) : [];
  });
  if (ofLetter.length > 0) return ofLetter.slice(0, 1);
  return anchored.length === 1 ? [...anchored] : [];
}

interface Invited {
  readonly found: Case;
  readonly tokens: readonly number[];
}

function provenInvitation(facts: JoinFacts, cctld: Cctld): Invited | undefined {
  const view = facts.registry.get(cctld);
  const found = invitationOf(facts, cctld);
  if (view === undefined || found === undefined || found.anchor !== view.anchor) return undefined;
  if (view.unsettledAnchor !== undefined || view.frozen !== undefined) return undefined;
  if (!atLeast(proofFor(facts, view).evidence, 'E3')) return undefined;
  return { found, tokens: invitesFor(facts, view).map(({ id }) => id) };
}

/**
 * The decision with what words of the Admin Contact mean for the reminders, when people get them to read
 * (a question, "next week"): the time until the next one begins anew. Nothing else comes of it.
 */
export function withHeard(facts: JoinFacts, decision: Decision): Decision {
  const isForPeople = decision.outcome === 'held' && decision.changes.length === 0;
  if (!isForPeople || facts.mail.forged) return decision;
  const heard = meantBy(facts).flatMap((cctld): CaseChange[] => {
    const invited = provenInvitation(facts, cctld);
    const audit = {
      actor: facts.mail.from.address,
      reason: 'invite-heard',
      facts: { mail: facts.mail.sha256 },
    } as const;
    return invited === undefined
      ? []
      : [moveCase(facts, invited.found, { type: 'heard' }, audit) ?? []].flat();
  });
  return { ...decision, changes: heard };
}

/** Whether the mail answers the invitation of this ccTLD without naming anybody. */
export function isInvited(facts: JoinFacts, cctld: Cctld): boolean {
  return provenInvitation(facts, cctld) !== undefined;
}

/** The letter sent back without a word is no answer; the Admin Contact is reminded. */
export function hearInvited(facts: JoinFacts, { cctld }: RegistryView): Decision {
  const text = facts.mail.words ?? facts.form.leftover;
  const id = facts.invitations?.find((one) => one.cctld === cctld)?.id;
  if (text.trim() === '' && !facts.mail.onlyHtml) return leave('noted', 'nothing-said', id);
  return passOn(facts, text, 'passed-on', [], id);
}
