/** How well a mail is proven to come from a ccTLD's Admin Contact (design 5), and what is enough. */

/** E0 no relation, E1 copied, E2 From unproven, E3 From proven, E4 answered nonce, E5 out of band. */
export type Evidence = 'E0' | 'E1' | 'E2' | 'E3' | 'E4' | 'E5';

/** What goes to the Validator's queue at once; the rest is challenged. */
export type Policy = 'classic' | 'balanced' | 'strict';

const ENOUGH: Record<Policy, Evidence> = { classic: 'E1', balanced: 'E3', strict: 'E4' };

export function atLeast(evidence: Evidence, needed: Evidence): boolean {
  return evidence >= needed;
}

/** True when evidence of this level may be queued under the policy without a challenge. */
export function enoughFor(policy: Policy, evidence: Evidence): boolean {
  return atLeast(evidence, ENOUGH[policy]);
}

/** The weaker of two: what is put together from two mails is proven only as well as the weaker. */
export function weaker(a: Evidence, b: Evidence): Evidence {
  return a < b ? a : b;
}
