/** A contact out of reach: the case asks, waits and ends; it never moves anybody. */

import { describe, expect, it } from 'vitest';
import { followLost, openLost } from '../../src/machines/lost-case.ts';
import { freshContext } from '../../src/machines/read-request.ts';
import { advance, begin, type CaseEvent, type Step } from '../../src/machines/run.ts';
import { decideTimer } from '../../src/machines/upkeep.ts';
import { CLOSED } from '../../src/machines/words/case.ts';
import { address, NOW, settings, storedCase, viewOf, XA } from '../support/facts.ts';

const EVENTS: readonly CaseEvent[] = [
  { type: 'lost', ask: 'anchor' },
  { type: 'lost', ask: 'nobody' },
  { type: 'lost', ask: 'after-freeze' },
  { type: 'settled', how: 'reachable' },
  { type: 'settled', how: 'changed' },
  { type: 'anchor-changed', digest: '' },
  { type: 'stopped' },
  { type: 'allowed' },
  { type: 'noted' },
  { type: 'reject' },
  // Of the other machines.
  { type: 'approve', digest: '', by: address('val1@ccnso.example') },
  { type: 'confirmed' },
  { type: 'applied' },
  { type: 'asked' },
  { type: 'agreed', by: address('rosa.lind@nic.xa') },
  { type: 'superseded' },
];

/** Every step that can be taken, from the opening on. */
function everyStep(): readonly Step[] {
  const seen = new Map<string, Step>();
  const open = EVENTS.slice(0, 3).map((event) =>
    begin(freshContext({ settings: settings() }), event, 'unreachable'),
  );
  const all: Step[] = [...open];
  for (let step = all.shift(); step !== undefined; step = all.shift()) {
    const key = JSON.stringify([step.state, step.wishes]);
    if (seen.has(key)) continue;
    seen.set(key, step);
    const at = { kind: 'unreachable', state: step.state, context: step.context } as const;
    const timers = step.wishes.flatMap((wish) => (wish.type === 'set-timer' ? [wish.id] : []));
    const events = [...EVENTS, ...timers.map((id) => ({ type: 'timer', id }) as const)];
    all.push(...events.flatMap((event) => advance(at, event) ?? []));
  }
  return [...seen.values()];
}

describe('the machine', () => {
  const steps = everyStep();

  it('moves nobody on the list, freezes nothing, and takes nothing back', () => {
    const kinds = new Set(steps.flatMap(({ wishes }) => wishes.map(({ type }) => type)));
    expect([...kinds].toSorted()).toEqual(['cancel-timer', 'letter', 'set-timer']);
  });

  it('reaches each of its states, and none of another machine', () => {
    expect(new Set(steps.map(({ state }) => state))).toEqual(
      new Set([
        'awaiting-successor',
        'awaiting-unfreeze',
        'awaiting-validator',
        'settled',
        'rejected',
        'expired',
      ]),
    );
  });

  it('leaves no state in which nothing can happen', () => {
    const over = steps.filter(({ state }) => CLOSED.includes(state));
    for (const { state, context } of over) {
      const at = { kind: 'unreachable', state, context } as const;
      expect(EVENTS.filter((event) => advance(at, event) !== undefined)).toEqual([]);
    }
    const open = steps.filter(({ state }) => !CLOSED.includes(state));
    for (const { state, context } of open) {
      const at = { kind: 'unreachable', state, context } as const;
      expect(advance(at, { type: 'settled', how: 'changed' })?.state).toBe('settled');
      expect(advance(at, { type: 'reject' })?.state).toBe('rejected');
    }
  });
});

const TEO = { address: address('teo.amaral@nic.xa'), firstName: 'Téo', lastName: 'Amaral' };
const ENTRY = { ...TEO, cctld: XA, phones: [], primary: true, since: NOW.toISOString() };
const at = { now: NOW, settings: settings() };

function opened(view: Parameters<typeof viewOf>[0] = {}) {
  const [change] = openLost({
    ...at,
    person: TEO,
    returned: [{ kind: 'mailbox-gone', at: NOW }],
    roster: [ENTRY],
    registry: new Map([[XA, viewOf(view)]]),
    open: new Set(),
  });
  if (change === undefined) throw new Error('no case was opened');
  return change;
}

describe('an open case', () => {
  const asked = storedCase(opened());
  const frozen = storedCase(opened({ frozen: 'by a Validator' }));
  const around = { unreachable: true, roster: [ENTRY], registry: viewOf() };
  it.each([
    ['stays as it is while nothing changes', asked, around, undefined],
    ['ends when mail arrives', asked, { ...around, unreachable: false }, 'settled'],
    ['ends when the person is off the list', asked, { ...around, roster: [] }, 'settled'],
    [
      'waits when changes are stopped',
      asked,
      { ...around, registry: viewOf({ frozen: 'x' }) },
      'awaiting-unfreeze',
    ],
    ['waits while they are', frozen, { ...around, registry: viewOf({ frozen: 'x' }) }, undefined],
    ['asks when they are allowed', frozen, around, 'awaiting-successor'],
    [
      'asks another Admin Contact',
      asked,
      { ...around, registry: viewOf({ anchor: address('new@gov.example') }) },
      'awaiting-successor',
    ],
    [
      'waits for an address that is changing',
      asked,
      { ...around, registry: viewOf({ unsettledAnchor: address('new@gov.example') }) },
      undefined,
    ],
  ] as const)('%s', (_, found, surroundings, state) => {
    expect(followLost(at, found, surroundings)?.next.state).toBe(state);
  });

  it('is not opened twice', () => {
    const facts = { person: TEO, returned: [], roster: [ENTRY], registry: new Map() };
    expect(openLost({ ...at, ...facts, open: new Set([XA]) })).toEqual([]);
  });

  it('is for the Validators when the time is over', () => {
    const timer = 'xstate.after.answer.lost.awaiting-successor';
    const change = decideTimer(at, asked, timer);
    expect(change?.next.state).toBe('awaiting-validator');
    expect(change?.audit.reason).toBe('successor-missing');
  });
});
