/** What one mail proves about one ccTLD (design 5). */

import type { FoundToken, JoinFacts, MailFacts, RegistryView } from './facts.ts';
import { invitesFor } from './invites.ts';
import { evidenceOf, matchAnchor } from './identify.ts';
import type { Evidence } from './words/evidence.ts';
import { showCctld } from './words/cctld.ts';

export interface Proof {
  readonly evidence: Evidence;
  /** One sentence for each fact, for the Validator. */
  readonly facts: readonly string[];
}

/**
 * Weighs From, To, Cc, authentication and an answered token of a letter of ours against the Admin
 * Contact of this ccTLD. A token counts only when it was mailed to this very address.
 */
export function proofFor(facts: JoinFacts, view: RegistryView, caseId?: number): Proof {
  const { mail } = facts;
  const { anchor } = view;
  const named = `The IANA registry lists ${anchor} as Admin Contact of ${showCctld(view.cctld)}.`;
  const invites = invitesFor(facts, view);
  const answered =
    invites.length > 0 ||
    isAnswered(facts, view) ||
    facts.tokens.some(
      (token) =>
        token.status === 'open' &&
        token.caseId === caseId &&
        token.addressee === anchor &&
        token.purpose !== 'validate',
    );
  if (answered) {
    return {
      evidence: 'E4',
      facts: [
        named,
        'The mail carries a token that was sent only to that address.',
        ...inOtherLetter(facts, invites, view),
      ],
    };
  }
  const author = { from: { ok: true, mailbox: mail.from }, recipients: mail.copied } as const;
  const match = matchAnchor(author, anchor);
  const level = evidenceOf({ match, proven: mail.proven, answersAnchorToken: false });
  return { evidence: level, facts: [named, SENTENCES[level]?.(mail) ?? level, ...mail.authFacts] };
}

// One address serves several ccTLDs, and one letter was answered for all.
function inOtherLetter(
  { cases }: JoinFacts,
  invites: readonly FoundToken[],
  { cctld }: RegistryView,
): string[] {
  const from = invites.flatMap(({ caseId }) => cases.get(caseId)?.cctld ?? []);
  const [other] = from.filter((one) => one !== cctld);
  return other === undefined || from.includes(cctld)
    ? []
    : [`It came in the letter about ${showCctld(other)}, for which the same address is listed.`];
}

// The yearly letter to this very address, which named this ccTLD.
function isAnswered({ answered }: JoinFacts, { cctld, anchor }: RegistryView): boolean {
  return (
    answered?.status === 'open' && answered.addressee === anchor && answered.cctlds.includes(cctld)
  );
}

const SENTENCES: { readonly [E in Evidence]?: (mail: MailFacts) => string } = {
  E0: (mail: MailFacts) => `${mail.from.address} wrote, and did not copy that address.`,
  E1: (mail: MailFacts) =>
    `${mail.from.address} wrote, and copied that address. Anyone can write such a copy line.`,
  E2: () => 'The mail says that it comes from that address, but this is not proven.',
  E3: () => 'The mail comes from that address, and this is proven.',
};
