/** One mail about several ccTLDs: a request for each, where it is plain whose people are whose. */

import type { Decision, Outcome } from './decision.ts';
import type { JoinFacts, Wait } from './facts.ts';
import type { Cctld } from './words/cctld.ts';

/** More requests than these from one mail are no answer to a form any more. */
const MOST_CCTLDS = 3;
/** One address serves sixteen ccTLDs, and may answer for all of them at once. */
const MOST_OWN = 20;

/**
 * True for "ccTLDs: .xa, .xb" and the people below, or people below each: a request each. Anything less
 * plain is asked back, and so is a ccTLD that the subject names and the form does not.
 */
export function isForEach({ form, named, anchored }: JoinFacts): boolean {
  const { together = false, apart = false, cctlds, contacts } = form;
  const most = cctlds.every((one) => anchored.includes(one)) ? MOST_OWN : MOST_CCTLDS;
  const several = cctlds.length > 1 && cctlds.length <= most;
  const isPlain = together || (apart && named.every((one) => cctlds.includes(one)));
  return isPlain && several && contacts.length > 0;
}

/** Decides for each of them as for a mail of its own; one that must wait makes the whole mail wait. */
export function eachOf(
  cctlds: readonly Cctld[],
  decide: (cctld: Cctld) => Decision | Wait,
): Decision | Wait {
  const decisions: Decision[] = [];
  for (const cctld of cctlds) {
    const decision = decide(cctld);
    if ('wait' in decision) return decision;
    decisions.push(decision);
  }
  return asOne(decisions);
}

/** The mail as far as it is about one ccTLD, where each has people of its own. */
export function partFor(facts: JoinFacts, cctld: Cctld): JoinFacts {
  const { form } = facts;
  if (form.apart !== true) return facts;
  const contacts = form.contacts
    .filter((one) => one.cctld === cctld)
    .map(({ cctld: _, ...contact }) => contact);
  return { ...facts, form: { ...form, cctlds: [cctld], contacts, apart: false } };
}

// What became of the mail is the best that became of one of its parts.
function asOne(decisions: readonly Decision[]): Decision {
  const order: readonly Outcome[] = ['opened', 'advanced', 'answered', 'held'];
  const [best] = decisions.toSorted((a, b) => rank(order, a) - rank(order, b));
  if (best === undefined) throw new Error('a mail about several ccTLDs names none');
  return {
    ...best,
    changes: decisions.flatMap(({ changes }) => changes),
    letters: decisions.flatMap(({ letters }) => letters),
    usedTokens: [...new Set(decisions.flatMap(({ usedTokens }) => usedTokens))],
  };
}

function rank(order: readonly Outcome[], { outcome }: Decision): number {
  const at = order.indexOf(outcome);
  return at < 0 ? order.length : at;
}
