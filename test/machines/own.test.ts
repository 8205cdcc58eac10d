/** The machine of an SSC's own request, all of its paths: nothing is done without every word that it needs. */

import { describe, expect, it, test } from 'vitest';
import { getAdjacencyMap } from 'xstate/graph';
import { type OwnEvent, ownMachine } from '../../src/machines/own.ts';
import { advance, begin, possible } from '../../src/machines/run.ts';
import type { Address } from '../../src/machines/words/address.ts';
import { CLOSED, type CaseContext, type CaseState } from '../../src/machines/words/case.ts';
import { MALLORY, ROSA } from '../support/facts.ts';
import { newContext, type Place } from '../support/request-graph.ts';

const OLD = 'rosa.lind@nic.xa' as Address;

type GraphEvent = OwnEvent | { readonly type: `xstate.after.${string}` };

interface Edge {
  readonly from: Place;
  readonly event: GraphEvent;
  readonly to: Place;
}

const TIMERS = (ownMachine.events as readonly string[])
  .filter((type) => type.startsWith('xstate.after.'))
  .map((type) => ({ type }) as GraphEvent);
const EVENTS: readonly GraphEvent[] = [
  { type: 'asked' },
  ...[OLD, ROSA, MALLORY].map((by) => ({ type: 'agreed', by }) as const),
  { type: 'denied' },
  { type: 'overtaken' },
  { type: 'reject' },
  { type: 'applied' },
  { type: 'apply-failed' },
  ...TIMERS,
];

function contextOf(needed: readonly Address[]): CaseContext {
  return { ...newContext('balanced'), needed };
}

interface Node {
  readonly state: { readonly value: unknown; readonly context: CaseContext };
  readonly transitions: Record<
    string,
    { readonly event: GraphEvent; readonly state: Node['state'] }
  >;
}

function placeOf({ value, context }: Node['state']): Place {
  return { state: value as CaseState, context };
}

function walk(needed: readonly Address[], machine = ownMachine): Edge[] {
  const map = getAdjacencyMap(machine, {
    events: EVENTS as OwnEvent[],
    input: contextOf(needed),
    limit: 10_000,
    serializeState: ({ value, context }) => JSON.stringify([value, context.confirmed]),
  });
  return Object.values(map as unknown as Record<string, Node>).flatMap(({ state, transitions }) =>
    Object.values(transitions).map(({ event, state: next }) => ({
      from: placeOf(state),
      event,
      to: placeOf(next),
    })),
  );
}

const GRAPHS = [
  { title: 'one address', edges: walk([OLD]) },
  { title: 'the old and the new address', edges: walk([OLD, ROSA]) },
];

/** Places from which the list is changed although a word is missing. */
function tooEarly(edges: readonly Edge[]): string[] {
  return edges
    .filter(({ to }) => ['applying', 'apply-failed', 'applied'].includes(to.state))
    .filter(
      ({ to: { context } }) => !context.needed.every((one) => context.confirmed.includes(one)),
    )
    .map(({ from, event }) => `${event.type} in ${from.state}`);
}

describe.each(GRAPHS)('where $title must agree', ({ edges }) => {
  it('every state of the machine is reached', () => {
    const reached = new Set<string>(edges.flatMap(({ from, to }) => [from.state, to.state]));
    expect([...reached].toSorted()).toEqual(Object.keys(ownMachine.states).toSorted());
  });

  it('nothing is done before all of them have', () => {
    expect(tooEarly(edges)).toEqual([]);
  });

  it('the word of anybody else is not heard', () => {
    const heard = edges.filter(({ event }) => event.type === 'agreed' && event.by === MALLORY);
    expect(heard.filter(({ from, to }) => from.state !== to.state)).toEqual([]);
    const all = edges.flatMap(({ to }) => to.context.confirmed);
    expect(all).not.toContain(MALLORY);
  });

  it('REJECT stops it wherever it waits, and moves nothing that is over', () => {
    const denied = edges.filter(({ event }) => event.type === 'denied');
    const stopped = denied.filter(({ from, to }) => from.state !== to.state);
    expect(new Set(stopped.map(({ from }) => from.state))).toEqual(
      new Set(['challenged', 'applying', 'apply-failed']),
    );
    expect(stopped.every(({ to }) => to.state === 'objected')).toBe(true);
  });

  it('what is over stays over', () => {
    const over = edges.filter(({ from }) => CLOSED.includes(from.state));
    expect(over.filter(({ from, to }) => from.state !== to.state)).toEqual([]);
  });

  it('time ends what nobody answers, and tries again what failed', () => {
    const byTime = edges.filter(({ event }) => event.type.startsWith('xstate.after.'));
    const moves = byTime.filter(({ from, to }) => from.state !== to.state);
    expect(new Set(moves.map(({ from, to }) => `${from.state} to ${to.state}`))).toEqual(
      new Set(['challenged to expired', 'apply-failed to applying']),
    );
  });

  it('goes on from its JSON as it would have gone on', () => {
    for (const { from, event, to } of edges.filter((one) => one.from.state !== 'received')) {
      const told = event.type.startsWith('xstate.after.')
        ? ({ type: 'timer', id: event.type } as const)
        : (event as OwnEvent);
      const stored = JSON.parse(JSON.stringify({ ...from, kind: 'leave' })) as Place;
      const step = advance(stored, told) ?? from;
      expect([step.state, step.context.confirmed]).toEqual([to.state, to.context.confirmed]);
    }
  });
});

const WEAKENED = {
  'the count of words': ownMachine.provide({
    guards: { isLast: ({ event }) => event.type === 'agreed' },
  }),
  'the memory of words': ownMachine.provide({ actions: { hear: () => undefined } }),
};

test.each(Object.entries(WEAKENED))('a machine without %s is found out', (_, machine) => {
  const edges = [...walk([OLD], machine), ...walk([OLD, ROSA], machine)];
  expect(tooEarly(edges)).not.toEqual([]);
});

test('a case runs on the machine of its kind', () => {
  const asked = begin(contextOf([OLD]), { type: 'asked' }, 'self-update');
  expect(asked.state).toBe('challenged');
  expect(asked.wishes.map(({ type }) => type)).toEqual(expect.arrayContaining(['letter']));
  const at = { kind: 'leave', state: asked.state, context: asked.context } as const;
  // A Validator may stop it; nothing else that Validators and Admin Contacts say has a meaning there.
  expect(possible(at, { type: 'reject' })).toBe(true);
  for (const event of [
    { type: 'confirmed' },
    { type: 'objected' },
    { type: 'superseded' },
    { type: 'approve', digest: '', by: MALLORY },
    { type: 'hold', ms: 1 },
  ] as const) {
    expect(possible(at, event)).toBe(false);
    expect(advance(at, event)).toBeUndefined();
  }
});

test('a reminder asks with the same letter, only while words are missing', () => {
  const reminders = GRAPHS.flatMap(({ edges }) => edges).filter(({ event }) =>
    event.type.startsWith('xstate.after.reminder.'),
  );
  const [first] = reminders.filter(({ from }) => from.state === 'challenged');
  const step =
    first && advance({ ...first.from, kind: 'leave' }, { type: 'timer', id: first.event.type });
  expect(step?.wishes).toEqual([{ type: 'letter', letter: 'own-challenge', reminder: true }]);
});
