/** Every state that a request can be in and every step between them, walked by xstate/graph. */

import { getAdjacencyMap } from 'xstate/graph';
import { type RequestEvent, requestMachine } from '../../src/machines/request.ts';
import type { Address } from '../../src/machines/words/address.ts';
import type { CaseContext, CaseState } from '../../src/machines/words/case.ts';
import type { Evidence, Policy } from '../../src/machines/words/evidence.ts';

export const POLICIES: readonly Policy[] = ['classic', 'balanced', 'strict'];
// No mail proves E5: that is a Validator's word.
const LEVELS: readonly Evidence[] = ['E0', 'E1', 'E2', 'E3', 'E4'];

const VALIDATOR = 'val1@ccnso.example' as Address;
const MINUTE = 60_000;
export const TERMS = {
  answer: 14 * 1440 * MINUTE,
  reminder: 10 * 1440 * MINUTE,
  queueReminder: 3 * 1440 * MINUTE,
  applyRetry: 15 * MINUTE,
  objection: 30 * 1440 * MINUTE,
};

/** A case before its first event. */
export function newContext(policy: Policy): CaseContext {
  return {
    policy,
    evidence: 'E0',
    cctldKnown: false,
    complete: false,
    rounds: 0,
    digest: '',
    shown: '',
    tracedDigest: '',
    approvedDigest: '',
    origin: 'mail',
    approvalsNeeded: 1,
    approvals: [],
    hold: 0,
    needed: [],
    confirmed: [],
    terms: TERMS,
  };
}

// Two requests that differ are as good as any number; '' is one that would add nobody.
const DIGESTS = ['', 'one', 'two'];

/** A step of the graph: an event of ours, or a timer that runs out. */
export type GraphEvent = RequestEvent | { readonly type: `xstate.after.${string}` };

/** What mails can say: who proves how much, and what is still missing. */
function detailsOf(evidence: Evidence): RequestEvent[] {
  return [
    { type: 'details', evidence, cctldKnown: false, complete: false, digest: '' },
    { type: 'details', evidence, cctldKnown: true, complete: false, digest: '' },
    { type: 'details', evidence, cctldKnown: true, complete: true, digest: 'one' },
    { type: 'details', evidence, cctldKnown: true, complete: true, digest: 'two' },
  ];
}

/** The timers, by the names that xstate gives their events. */
const TIMERS: readonly GraphEvent[] = (requestMachine.events as readonly string[])
  .filter((type) => type.startsWith('xstate.after.'))
  .map((type) => ({ type: type as `xstate.after.${string}` }));

const OTHERS: readonly GraphEvent[] = [
  { type: 'confirmed' },
  { type: 'objected' },
  ...DIGESTS.map((digest) => ({ type: 'approve', digest, by: VALIDATOR }) as const),
  { type: 'reject' },
  { type: 'ask' },
  { type: 'hold', ms: 1_000 },
  { type: 'escalate' },
  { type: 'advised' },
  { type: 'noted' },
  { type: 'verified', evidence: 'E5' },
  { type: 'amended', digest: 'two', complete: true, evidence: 'E1' },
  ...DIGESTS.map((digest) => ({ type: 'anchor-changed', digest }) as const),
  ...DIGESTS.map((digest) => ({ type: 'changed-meanwhile', digest, complete: true }) as const),
  { type: 'superseded' },
  { type: 'applied' },
  { type: 'apply-failed' },
  ...TIMERS,
];

/** A case as it is stored, as far as the machine goes; equal places are one object. */
export interface Place {
  readonly state: CaseState;
  readonly context: CaseContext;
}

export interface Edge {
  readonly from: Place;
  readonly event: GraphEvent;
  readonly to: Place;
}

/** All edges from the beginning of a request under this policy; nothing is left out. */
export function walk(policy: Policy, machine = requestMachine, levels = LEVELS): Edge[] {
  const places = new Map<string, Place>();
  const placeOf = ({ value, context }: Snapshot): Place => {
    const place = { state: value as CaseState, context };
    const key = keyOf(place);
    const known = places.get(key) ?? place;
    places.set(key, known);
    return known;
  };
  const map = getAdjacencyMap(machine, {
    events: [...levels.flatMap(detailsOf), ...OTHERS] as RequestEvent[],
    input: newContext(policy),
    limit: 200_000,
    serializeState: ({ value, context }) => keyOf({ state: value as CaseState, context }),
  });
  // The snapshots' own type knows neither our states nor the timers.
  return Object.values(map as unknown as Record<string, Node>).flatMap(({ state, transitions }) =>
    Object.values(transitions).map(({ event, state: next }) => ({
      from: placeOf(state),
      event,
      to: placeOf(next),
    })),
  );
}

interface Snapshot {
  readonly value: unknown;
  readonly context: CaseContext;
}

interface Node {
  readonly state: Snapshot;
  readonly transitions: Record<string, { readonly event: GraphEvent; readonly state: Snapshot }>;
}

/**
 * Two places that differ only in how often was asked, past the limit, are one; and so are those that
 * differ in how long the case last rested, or in who approved what is not approved any more.
 */
export function keyOf({ state, context }: Place): string {
  const { terms: _, hold: _hold, approvals: _approvals, ...rest } = context;
  return JSON.stringify([state, { ...rest, rounds: Math.min(context.rounds, 3) }]);
}

/** Each place once. */
export function placesOf(edges: readonly Edge[]): Place[] {
  return [...new Set(edges.flatMap(({ from, to }) => [from, to]))];
}
