/** What a Validator can do with a case now, as lines to copy: asked of the machine itself. */

import { type CaseEvent, possible } from './run.ts';
import type { Address } from './words/address.ts';
import { atLeast } from './words/evidence.ts';
import type { Case, CaseContext, CaseKind, CaseState } from './words/case.ts';
import type { Cctld } from './words/cctld.ts';

interface At {
  readonly kind?: CaseKind;
  readonly state: CaseState;
  readonly context: CaseContext;
  readonly cctld?: Cctld;
}

type Line = readonly [event: (at: At) => CaseEvent, line: (id: string, at: At) => string];

const LINES: readonly Line[] = [
  [
    ({ context }) => ({ type: 'approve', digest: context.digest, by: 'a-validator' as Address }),
    (id, { cctld }) => `APPROVE ${id}${cctld === undefined ? '' : ` .${cctld}`}`,
  ],
  [() => ({ type: 'transferred' }), (id) => `REDELEGATION ${id} confirmed your reason`],
  [() => ({ type: 'same-manager' }), (id) => `REDELEGATION ${id} rename your reason`],
  [() => ({ type: 'transition', ms: 1 }), (id) => `REDELEGATION ${id} transition 90d your reason`],
  [() => ({ type: 'done' }), (id) => `REDELEGATION ${id} done your reason`],
  // Of a change in the registry "rename" says the same.
  [
    ({ kind }) => (kind === 'redelegation' ? { type: 'allowed' } : { type: 'reject' }),
    (id) => `REJECT ${id} your reason`,
  ],
  [() => ({ type: 'ask' }), (id) => `ASK ${id} your question`],
  [() => ({ type: 'hold', ms: 1 }), (id) => `HOLD ${id} 14d your reason`],
  [
    ({ context }) => ({
      type: 'amended',
      digest: context.digest,
      complete: context.complete,
      evidence: context.evidence,
    }),
    // Sent as it stands it is a fault, and nothing runs.
    (id) => `AMEND ${id} contact 1 phone the right number`,
  ],
  [() => ({ type: 'escalate' }), (id) => `ESCALATE ${id} your question to the Committee`],
  [() => ({ type: 'noted' }), (id) => `NOTE ${id} what the other Validators should know`],
];

/** `id` is "#" while the case has no number yet. */
export function commandsNow(at: At, id: number | '#', hasCommittee = true): string[] {
  const number = String(id);
  const can = LINES.map(([event, line]) => [event(at), line] as const)
    .filter(([event]) => (event.type !== 'escalate' || hasCommittee) && possible(at, event))
    .map(([, line]) => line(number, at));
  return mayBeVerified(at) ? [...can, `VERIFIED ${number} how you checked it`] : can;
}

/** E5 is a check on top of an answered code (design 5). */
export function mayBeVerified(at: At): boolean {
  const hasAnswered = atLeast(at.context.evidence, 'E4') && at.context.evidence !== 'E5';
  return hasAnswered && possible(at, { type: 'verified', evidence: 'E5' });
}

/** The commands for a stored case. */
export function commandsFor(found: Case, hasCommittee = true): string[] {
  return commandsNow(found, found.id, hasCommittee);
}
