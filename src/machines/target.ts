/** Which case or ccTLD a mail is about: from token, thread, form, text, address; never a guess. */

import type { JoinFacts } from './facts.ts';
import type { Case } from './words/case.ts';
import type { Cctld } from './words/cctld.ts';

export type Target =
  | { readonly kind: 'case'; readonly case: Case }
  | { readonly kind: 'cctld'; readonly cctld: Cctld }
  /** The sender names several: one mail for each is asked for. */
  | { readonly kind: 'several'; readonly cctlds: readonly Cctld[] }
  /** The address serves several ccTLDs and none is named. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Cctld[] }
  | { readonly kind: 'none' };

/**
 * Finds the target in the order of design 4: token, thread, the form's ccTLD line, ccTLDs named in
 * the text, an own request that waits for its ccTLD, and last the one ccTLD of the address.
 */
export function findTarget(facts: JoinFacts): Target {
  return (
    ofItsOwn(facts, fromToken(facts)) ??
    ofItsOwn(facts, fromThread(facts)) ??
    fromNames(facts.form.cctlds) ??
    fromNames(facts.named) ??
    fromOpenQuestion(facts) ??
    fromNames(facts.answered?.cctlds.length === 1 ? facts.answered.cctlds : []) ??
    fromAddress(facts)
  );
}

const ASKING: ReadonlySet<Case['kind']> = new Set(['unreachable', 'redelegation', 'invite']);

// Our question about contacts is answered by a request of its own: about whatever ccTLDs the form names
// (each of which needs a proof of its own), else about the ccTLD of the letter.
function ofItsOwn({ form }: JoinFacts, target: Target | undefined): Target | undefined {
  if (target?.kind !== 'case') return target;
  const { cctld, kind } = target.case;
  if (!ASKING.has(kind)) return target;
  return fromNames(form.cctlds) ?? (cctld === undefined ? undefined : { kind: 'cctld', cctld });
}

function fromToken({ tokens, cases }: JoinFacts): Target | undefined {
  const token = tokens.find(({ status, purpose }) => status === 'open' && purpose !== 'validate');
  const found = token === undefined ? undefined : cases.get(token.caseId);
  return found === undefined ? undefined : { kind: 'case', case: found };
}

// Anyone can write a Message-ID of ours into References: it counts only from the people concerned.
function fromThread({ threadCase, cases, mail }: JoinFacts): Target | undefined {
  const found = threadCase === undefined ? undefined : cases.get(threadCase);
  if (found === undefined) return undefined;
  const concerned = [found.requester, found.anchor];
  return concerned.includes(mail.from.address) ? { kind: 'case', case: found } : undefined;
}

function fromNames(cctlds: readonly Cctld[]): Target | undefined {
  const [first, ...others] = cctlds;
  if (first === undefined) return undefined;
  return others.length === 0 ? { kind: 'cctld', cctld: first } : { kind: 'several', cctlds };
}

function fromOpenQuestion({ open, mail }: JoinFacts): Target | undefined {
  const waiting = open.find(
    (one) => one.state === 'needs-cctld' && one.requester === mail.from.address,
  );
  return waiting === undefined ? undefined : { kind: 'case', case: waiting };
}

function fromAddress({ anchored }: JoinFacts): Target {
  const [first, ...others] = anchored;
  if (first === undefined) return { kind: 'none' };
  return others.length === 0
    ? { kind: 'cctld', cctld: first }
    : { kind: 'ambiguous', candidates: anchored };
}
