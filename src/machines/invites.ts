/** Answers of Admin Contacts whom the engine asked for new contacts (design 8.6, 9): that is E4. */

import type { Decision } from './decision.ts';
import type { FoundToken, JoinFacts, RegistryView } from './facts.ts';

/**
 * The open tokens with which the Admin Contact of this ccTLD was asked for new contacts: whatever case
 * asked, the answer is a request of its own.
 */
export function invitesFor(
  { tokens, cases }: Pick<JoinFacts, 'tokens' | 'cases'>,
  { cctld, anchor }: Pick<RegistryView, 'cctld' | 'anchor'>,
): readonly FoundToken[] {
  return tokens.filter(
    ({ purpose, status, addressee, caseId }) =>
      purpose === 'invite' &&
      status === 'open' &&
      addressee === anchor &&
      cases.get(caseId)?.cctld === cctld,
  );
}

/** The decision about such an answer: what was answered with a request counts once. */
export function withInvites(facts: JoinFacts, decision: Decision): Decision {
  const used = decision.changes.flatMap(({ next: { cctld } }) => {
    const view = cctld && facts.registry.get(cctld);
    return view === undefined ? [] : invitesFor(facts, view).map(({ id }) => id);
  });
  return { ...decision, usedTokens: [...new Set([...decision.usedTokens, ...used])] };
}
