/** The machine of a request, all of its paths: what no order of mails, commands and timers can do. */

import { describe, expect, it, test } from 'vitest';
import { requestMachine } from '../../src/machines/request.ts';
import { advance, begin, type Step } from '../../src/machines/run.ts';
import { CLOSED, type CaseState } from '../../src/machines/words/case.ts';
import { enoughFor } from '../../src/machines/words/evidence.ts';
import {
  type Edge,
  type GraphEvent,
  keyOf,
  newContext,
  type Place,
  placesOf,
  POLICIES,
  walk,
} from '../support/request-graph.ts';

const GRAPHS = POLICIES.map((policy) => ({ policy, edges: walk(policy) }));
const ALL = GRAPHS.flatMap(({ edges }) => edges);
const BALANCED = GRAPHS[1]?.edges ?? [];

/** The ways to the list that nobody opened by a valid approval; none, if the machine is right. */
function wrongWays(edges: readonly Edge[]): string[] {
  return edges.flatMap(({ from, event, to }) => {
    if (from.state === to.state) return [];
    const { digest, approvedDigest, evidence, policy } = from.context;
    const way = `${event.type} leads from ${from.state} (${evidence}, ${policy}) to ${to.state}`;
    if (to.state === 'applied') {
      return from.state === 'applying' && approvedDigest === digest ? [] : [way];
    }
    if (to.state !== 'applying') return [];
    // Tried again: the approval stands, and nothing that it rests on has changed since.
    if (from.state === 'apply-failed' && approvedDigest === digest && digest !== '') return [];
    const asShown = event.type === 'approve' && event.digest === digest && digest !== '';
    return asShown && enoughFor(policy, evidence) ? [] : [way];
  });
}

describe.each(GRAPHS)('under the policy $policy', ({ policy, edges }) => {
  it('every state of the machine is reached', () => {
    const reached = new Set<string>(placesOf(edges).map(({ state }) => state));
    const known = Object.keys(requestMachine.states).filter((state) => state !== 'weighing');
    expect([...reached].toSorted()).toEqual(known.toSorted());
  });

  it('no path leads to the list without an approval of what is there, sufficiently proven', () => {
    expect(wrongWays(edges)).toEqual([]);
  });

  it('what is approved is what was shown, from the approval to the end', () => {
    const settled = placesOf(edges).filter(({ state }) =>
      ['applying', 'apply-failed', 'applied'].includes(state),
    );
    expect(settled.length).toBeGreaterThan(0);
    for (const { context } of settled) expect(context.approvedDigest).toBe(context.digest);
    const others = placesOf(edges).filter(({ state }) => !CLOSED.includes(state));
    const approved = others.filter(({ context }) => context.approvedDigest !== '');
    expect([...new Set(approved.map(({ state }) => state))].toSorted()).toEqual(
      ['applying', 'apply-failed'].toSorted(),
    );
  });

  it('the queue holds only what is proven enough, and the Admin Contact has a copy of it', () => {
    const queued = placesOf(edges).filter(({ state }) => state === 'queued' || state === 'asked');
    for (const { context } of queued) expect(enoughFor(policy, context.evidence)).toBe(true);
  });

  it('a new case never rests before its first question is answered', () => {
    const first = edges.filter(({ from }) => from.state === 'received');
    const moved = first.filter(({ event }) => event.type === 'details');
    expect(moved.every(({ to }) => to.state !== 'received')).toBe(true);
    expect(
      first.every(({ to, event }) => event.type === 'details' || to.state === 'received'),
    ).toBe(true);
  });
});

/** The same machine with one thing taken out of it. */
const WEAKENED = {
  'the guard of approve': requestMachine.provide({ guards: { asShown: () => true } }),
  'its look at the digest': requestMachine.provide({
    guards: {
      asShown: ({ context, event }) =>
        event.type === 'approve' && enoughFor(context.policy, context.evidence),
    },
  }),
  'its look at an empty digest': requestMachine.provide({
    guards: {
      asShown: ({ context, event }) =>
        event.type === 'approve' &&
        event.digest === context.digest &&
        enoughFor(context.policy, context.evidence),
    },
  }),
  'the challenge': requestMachine.provide({
    guards: {
      notEnoughEvidence: () => false,
      asShown: ({ context, event }) =>
        event.type === 'approve' && event.digest !== '' && event.digest === context.digest,
    },
  }),
  'the record of what was approved': requestMachine.provide({ actions: { approve: () => {} } }),
};

test.each(Object.entries(WEAKENED))('a machine without %s is found out', (_, machine) => {
  expect(wrongWays(walk('balanced', machine, ['E1', 'E3']))).not.toEqual([]);
});

const of = (type: GraphEvent['type']) => ALL.filter(({ event }) => event.type === type);
const isOpen = ({ state }: Place) => !CLOSED.includes(state);
/** Rests nowhere: the first event is taken in the same breath. */
const rests = ({ state }: Place) => state !== 'received';

describe('another Admin Contact in the registry', () => {
  it('makes void what the old one proved, and every approval', () => {
    const heard = of('anchor-changed').filter(({ from, to }) => from !== to);
    for (const { to } of heard) {
      expect(to.context).toMatchObject({ evidence: 'E0', approvedDigest: '' });
      expect(['challenged', 'needs-details']).toContain(to.state);
    }
    const states = new Set(heard.map(({ from }) => from.state));
    expect([...states].toSorted()).toEqual(
      [
        'needs-details',
        'challenged',
        'queued',
        'on-hold',
        'asked',
        'escalated',
        'applying',
        'apply-failed',
      ].toSorted(),
    );
  });

  it('is told to both addresses', () => {
    const [edge] = of('anchor-changed').filter(({ from }) => from.state === 'queued');
    expect(letters(edge)).toContain('anchor-changed');
    expect(letters(edge)).toContain('challenge');
  });
});

describe('an objection', () => {
  // Without a ccTLD there is no Admin Contact, and nobody was sent a token to object with.
  const heard = of('objected').filter(
    ({ from }) => isOpen(from) && rests(from) && from.state !== 'needs-cctld',
  );

  it('stops a request wherever it is, and freezes the ccTLD', () => {
    for (const { to } of heard) expect(to.state).toBe('objected');
    expect(new Set(heard.map(({ from }) => from.state)).size).toBe(8);
    const [one] = heard;
    expect(wishes(one)).toContain('freeze');
    expect(letters(one)).toEqual(expect.arrayContaining(['objected', 'alarm-objection']));
  });

  it('takes back what was applied', () => {
    const [late] = of('objected').filter(({ from }) => from.state === 'applied');
    expect(late?.to.state).toBe('objected');
    expect(wishes(late)).toEqual(expect.arrayContaining(['undo', 'freeze']));
  });

  it('moves nothing else that is over', () => {
    const over = of('objected').filter(({ from }) => !isOpen(from) && from.state !== 'applied');
    expect(over.every(({ from, to }) => from === to)).toBe(true);
  });
});

describe('time', () => {
  it('brings every open request to an end, or to somebody whose turn it is', () => {
    const byTime = Map.groupBy(
      ALL.filter(({ event }) => event.type.startsWith('xstate.after.')),
      ({ from }) => from,
    );
    const open = placesOf(ALL).filter((place) => isOpen(place) && rests(place));
    const stuck = open.filter((place) => !comesToRest(place, byTime));
    expect([...new Set(stuck.map(({ state }) => state))]).toEqual([]);
  });

  it('leaves a queued request with the Validators, who can always refuse it', () => {
    const queued = of('reject').filter(({ from }) => from.state === 'queued');
    expect(queued.every(({ to }) => to.state === 'rejected')).toBe(true);
  });

  it('moves nothing that is over', () => {
    const over = ALL.filter(({ from, event }) => !isOpen(from) && event.type !== 'objected');
    expect(over.every(({ from, to }) => from === to)).toBe(true);
  });
});

/** Whether time alone leads to a closed state, to the Validators, or to the list worker. */
function comesToRest(from: Place, byTime: ReadonlyMap<Place, readonly Edge[]>): boolean {
  const seen = new Set<Place>();
  const next = [from];
  for (let place = next.pop(); place !== undefined; place = next.pop()) {
    if (!isOpen(place) || place.state === 'queued' || place.state === 'applying') return true;
    if (seen.has(place)) continue;
    seen.add(place);
    next.push(...(byTime.get(place) ?? []).map(({ to }) => to));
  }
  return false;
}

describe('a stored case', () => {
  it('goes on from its JSON as it would have gone on, and asks only for what is known', () => {
    const kinds = Map.groupBy(BALANCED, ({ from, event }) => `${event.type} in ${from.state}`);
    const still = [...kinds.values()].flatMap(
      (kind) => kind.find(({ from, to }) => from === to) ?? [],
    );
    const moving = BALANCED.filter(({ from, to }) => from !== to);
    for (const { from, event, to } of [...still, ...moving].filter((edge) => rests(edge.from))) {
      const step = advance(JSON.parse(JSON.stringify(from)) as Place, told(event));
      expect(keyOf(step ?? from)).toBe(keyOf(to));
    }
  });

  it('of a state that no longer exists is refused, not guessed at', () => {
    const renamed = { state: 'renamed' as CaseState, context: newContext('strict') };
    expect(() => advance(renamed, { type: 'reject' })).toThrow('renamed');
  });

  it('is not touched by a step: the next one is a new value', () => {
    const [edge] = of('confirmed').filter(({ from }) => from.state === 'challenged');
    const before = JSON.stringify(edge?.from);
    expect(stepOf(edge)?.context.evidence).toBe('E4');
    expect(JSON.stringify(edge?.from)).toBe(before);
  });

  it('has its timers set and cancelled under the same names', () => {
    const set = new Set<string>();
    const cancelled = new Set<string>();
    for (const edge of BALANCED.filter(({ from, to }) => rests(from) && from.state !== to.state)) {
      for (const wish of stepOf(edge)?.wishes ?? []) {
        if (wish.type === 'set-timer') set.add(wish.id);
        if (wish.type === 'cancel-timer') cancelled.add(wish.id);
      }
    }
    expect([...cancelled].toSorted()).toEqual([...set].toSorted());
    for (const id of set) expect(id).not.toMatch(/\d{4}/);
  });
});

test('a new case takes its first step from the first event', () => {
  const complete = { cctldKnown: true, complete: true, digest: 'one' } as const;
  const step = begin(newContext('balanced'), { type: 'details', evidence: 'E1', ...complete });
  expect(step.state).toBe('challenged');
  expect(step.wishes.map((wish) => wish.type)).toEqual(
    expect.arrayContaining(['letter', 'set-timer']),
  );
});

function told(event: GraphEvent): Parameters<typeof advance>[1] {
  return event.type.startsWith('xstate.after.')
    ? { type: 'timer', id: event.type }
    : (event as Parameters<typeof advance>[1]);
}

function stepOf(edge: Edge | undefined): Step | undefined {
  if (edge === undefined) throw new Error('the graph has no such edge');
  return advance(edge.from, told(edge.event));
}

function wishes(edge: Edge | undefined): string[] {
  return stepOf(edge)?.wishes.map(({ type }) => type) ?? [];
}

function letters(edge: Edge | undefined): string[] {
  return (
    stepOf(edge)?.wishes.flatMap((wish) => (wish.type === 'letter' ? [wish.letter] : [])) ?? []
  );
}
