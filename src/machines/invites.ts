/** Answers of Admin Contacts whom the engine asked for contacts (design 8.6, 9): that is E4. */

import { moveCase } from './change.ts';
import type { CaseChange, Decision } from './decision.ts';
import type { FoundToken, JoinFacts, RegistryView } from './facts.ts';
import type { Case } from './words/case.ts';
import type { Cctld } from './words/cctld.ts';
import { atLeast } from './words/evidence.ts';

type Asked = Pick<JoinFacts, 'tokens' | 'cases' | 'invitations' | 'mail'>;
type Asking = Pick<RegistryView, 'cctld' | 'anchor'>;

/**
 * The open tokens with which the Admin Contact of this ccTLD was asked for contacts: whatever case asked,
 * the answer is a request of its own. The letter about another ccTLD counts too, where both are invited at
 * the same address (the letter says so), and the answer provably comes from there: whoever was passed one
 * letter by the Admin Contact answers for that ccTLD alone, whatever name they write in From.
 */
export function invitesFor(facts: Asked, { cctld, anchor }: Asking): readonly FoundToken[] {
  const sent = facts.tokens.filter(
    ({ purpose, status, addressee }) =>
      purpose === 'invite' && status === 'open' && addressee === anchor,
  );
  const own = sent.filter(({ caseId }) => facts.cases.get(caseId)?.cctld === cctld);
  const { from, proven, forged } = facts.mail;
  if (own.length > 0 || from.address !== anchor || !proven || forged) return own;
  // Also one whose own letter goes out in ten minutes: the letter before it names it.
  const other = facts.invitations?.find((one) => one.cctld === cctld);
  const isInvited = other?.anchor === anchor && other.state !== 'awaiting-unfreeze';
  return isInvited ? sent.filter(({ caseId }) => facts.cases.get(caseId)?.kind === 'invite') : [];
}

/** The open invitation of this ccTLD, once its letter is out. */
export function invitationOf(
  { invitations = [] }: Pick<JoinFacts, 'invitations'>,
  cctld: Cctld,
): Case | undefined {
  return invitations.find((one) => one.cctld === cctld && WRITTEN_TO.has(one.state));
}

const WRITTEN_TO: ReadonlySet<Case['state']> = new Set(['invited', 'awaiting-validator']);

/**
 * The decision about such an answer: what was answered with a request counts once, and the invitation of
 * its ccTLD is over.
 */
export function withInvites(facts: JoinFacts, decision: Decision): Decision {
  const used = decision.changes.flatMap(({ next: { cctld } }) => {
    const view = cctld && facts.registry.get(cctld);
    return view === undefined ? [] : invitesFor(facts, view).map(({ id }) => id);
  });
  const answered = decision.changes.flatMap((change) => answeredBy(facts, change) ?? []);
  return {
    ...decision,
    // The mail belongs to the last of them: the request.
    changes: [...answered, ...decision.changes],
    usedTokens: [...new Set([...decision.usedTokens, ...used])],
  };
}

function answeredBy(facts: JoinFacts, { next }: CaseChange): CaseChange | undefined {
  const { cctld, context, kind } = next;
  if (cctld === undefined || kind === 'invite' || !atLeast(context.evidence, 'E3'))
    return undefined;
  const found = facts.invitations?.find((one) => one.cctld === cctld);
  const { address } = facts.mail.from;
  const audit = {
    actor: address,
    reason: 'invite-answered',
    facts: { mail: facts.mail.sha256 },
  } as const;
  return found && moveCase(facts, found, { type: 'answered' }, audit);
}
