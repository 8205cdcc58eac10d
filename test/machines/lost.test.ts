/** A contact out of reach: the case asks, waits and ends; it never moves anybody. */

import { describe, expect, it } from 'vitest';
import { followLost, isAnsweredBy, openLost } from '../../src/machines/lost-case.ts';
import { freshContext } from '../../src/machines/read-request.ts';
import type { CaseChange } from '../../src/machines/decision.ts';
import { advance, begin, type CaseEvent, type Step } from '../../src/machines/run.ts';
import { decideTimer } from '../../src/machines/upkeep.ts';
import { type Case, type CaseState, CLOSED } from '../../src/machines/words/case.ts';
import type { Evidence } from '../../src/machines/words/evidence.ts';
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
  { type: 'same-mailbox' },
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

const ANSWER = 'xstate.after.answer.lost.awaiting-successor';

/** The case after the change. Throws when there is none. */
function next(change: CaseChange | undefined) {
  if (change === undefined) throw new Error('nothing was changed');
  return storedCase(change);
}

/** `successor to admin@nic.xa`. */
function letters(change: CaseChange | undefined): string[] {
  return (change?.effects ?? []).flatMap((effect) =>
    effect.type === 'letter' ? [`${effect.letter} to ${effect.to}`] : [],
  );
}

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
  const stopped = { ...around, registry: viewOf({ frozen: 'x' }) };
  const same = { ...around, registry: viewOf({ anchor: TEO.address }) };
  const waiting = next(decideTimer(at, asked, ANSWER));
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
    ['waits when changes are stopped after all', waiting, stopped, 'awaiting-unfreeze'],
    [
      'waits first, when changes were stopped and mail arrives',
      asked,
      { ...stopped, unreachable: false },
      'awaiting-unfreeze',
    ],
    ['ends while they are stopped', frozen, { ...stopped, unreachable: false }, 'settled'],
    ['does not ask the mailbox about itself', asked, same, 'awaiting-validator'],
    ['nor when changes are allowed', frozen, same, 'awaiting-validator'],
    ['nor when nobody is waited for', waiting, same, 'awaiting-validator'],
    ['and tells that once', next(followLost(at, waiting, same)), same, undefined],
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
    const change = decideTimer(at, asked, ANSWER);
    expect(change?.next.state).toBe('awaiting-validator');
    expect(change?.audit.reason).toBe('successor-missing');
  });
});

describe('the letters', () => {
  const toVals = ['alarm-lost to val1@ccnso.example', 'alarm-lost to val2@ccnso.example'];

  it('go to no mailbox that is known to be dead', () => {
    const change = opened({ anchor: TEO.address });
    expect(change.next.state).toBe('awaiting-validator');
    expect(letters(change)).toEqual(toVals);
  });

  it('go to no Admin Contact while changes are stopped, and the codes of before are void', () => {
    const waiting = next(decideTimer(at, storedCase(opened()), ANSWER));
    const stop = followLost(at, waiting, {
      unreachable: true,
      roster: [ENTRY],
      registry: viewOf({ frozen: 'x' }),
    });
    expect(letters(stop)).toEqual([]);
    expect(stop?.effects).toContainEqual(
      expect.objectContaining({
        type: 'revoke-tokens',
        purposes: expect.arrayContaining(['invite']),
      }),
    );
    const over = followLost(at, next(stop), { unreachable: false, roster: [ENTRY] });
    expect(letters(over)).toEqual([]);
  });
});

describe('an open request of the ccTLD', () => {
  const { context } = opened().next;
  const request = (state: CaseState, evidence: Evidence) => ({
    ...storedCase(opened()),
    kind: 'update' as const,
    state,
    context: { ...context, evidence },
  });
  it.each<[string, Case[], boolean]>([
    ['there is none', [], false],
    ['it waits for a Validator', [request('queued', 'E4')], true],
    ['something is missing in the answer', [request('needs-details', 'E4')], true],
    ['anybody can have written it', [request('challenged', 'E1')], false],
    [
      'anybody can have written it, and left something out',
      [request('needs-details', 'E2')],
      false,
    ],
  ])('%s', (_, open, expected) => {
    expect(isAnsweredBy(open)).toBe(expected);
  });
});
