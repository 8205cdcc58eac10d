/** Any story at all, played on the decisions alone: what never happens, whoever writes what and when. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FoundToken } from '../../src/machines/facts.ts';
import type { Command } from '../../src/machines/words/command.ts';
import type { Address } from '../../src/machines/words/address.ts';
import { CLOSED } from '../../src/machines/words/case.ts';
import type { Policy } from '../../src/machines/words/evidence.ts';
import {
  ANCHOR,
  COMPLETE,
  draft,
  INCOMPLETE,
  MALLORY,
  NEW_ANCHOR,
  ROSA,
  VAL1,
  VAL2,
  XA,
  XB,
} from '../support/facts.ts';
import { POLICIES } from '../support/request-graph.ts';
import { World } from '../support/pure-world.ts';

/** Somebody with the mailboxes that are read there; nobody else's mail is ever proven. */
interface Actor {
  readonly reads: readonly Address[];
}

const EVERYBODY: readonly Actor[] = [
  { reads: [ANCHOR] },
  { reads: [ROSA] },
  { reads: [NEW_ANCHOR] },
  { reads: [VAL1] },
  { reads: [VAL2] },
  { reads: [MALLORY] },
];
/** Mallory, who has taken Rosa's mailbox over as well. */
const FORGER: readonly Actor[] = [{ reads: [MALLORY, ROSA] }];

const PEOPLE = [ANCHOR, ROSA, NEW_ANCHOR, VAL1, VAL2, MALLORY];
const SECRET = '0123-4567-89ab-cdef-ghjk-mnpq-rs';

const FORMS = [
  { cctlds: [XA], contacts: COMPLETE, quotedOnly: false, leftover: `See ${SECRET}` },
  { cctlds: [XA], contacts: INCOMPLETE, quotedOnly: false, leftover: '' },
  { cctlds: [XB], contacts: [draft(3), draft(2)], quotedOnly: false, leftover: '' },
  { cctlds: [], contacts: COMPLETE, quotedOnly: false, leftover: '' },
  { cctlds: [XA], contacts: [], quotedOnly: false, leftover: `What is this? ${SECRET}` },
  { cctlds: [], contacts: [], quotedOnly: false, leftover: SECRET },
];

const number = fc.nat({ max: 11 });
/** Mostly the newest of what there is: stories that get somewhere. */
const newest = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.nat({ max: 5 }) },
);
const tokens = fc.array(newest, { maxLength: 2 });
const STEP = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      actor: newest,
      from: number,
      copied: fc.subarray([ANCHOR, ROSA, NEW_ANCHOR]),
      honest: fc.boolean(),
      form: newest,
      consent: fc.constantFrom('confirm', 'reject', 'unclear', 'none'),
      tokens,
      thread: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('command' as const),
      // Validators first.
      actor: newest.map((index) => index + 3),
      from: number,
      honest: fc.boolean(),
      command: fc.constantFrom('approve', 'approve', 'reject', 'ask', 'freeze', 'unfreeze'),
      about: newest,
      tokens,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('timer' as const), about: number, which: number }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('apply' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('anchor' as const), to: fc.boolean() }),
  },
);

type Step = typeof STEP extends fc.Arbitrary<infer S> ? S : never;

const pick = <T>(items: readonly T[], index: number): T | undefined => items[index % items.length];

/** Plays one step: an honest mail comes from an own mailbox and is proven, another may say anything. */
function play(world: World, actors: readonly Actor[], step: Step): void {
  switch (step.kind) {
    case 'write':
    case 'command': {
      const reads = pick(actors, step.actor)?.reads ?? [];
      const own = world.tokens.filter(({ addressee }) => reads.includes(addressee));
      const held = step.tokens.flatMap((index) => own.at(-1 - index) ?? []);
      const from = pick(step.honest ? reads : PEOPLE, step.from) ?? MALLORY;
      const writing = { from, proven: step.honest, subject: `Re: [${SECRET}]` };
      if (step.kind === 'command') {
        world.command(commandOf(world, step), writing, held);
        return;
      }
      const { copied, consent } = step;
      const form = pick(FORMS, step.form) ?? FORMS[0];
      const thread = step.thread ? { thread: 1001 } : {};
      if (form) world.write({ ...writing, copied, consent, form, tokens: held, ...thread });
      return;
    }
    case 'timer': {
      const found = pick(world.open, step.about);
      const timer = found && pick(world.timersOf(found.id), step.which);
      if (found !== undefined && timer !== undefined) world.timer(found.id, timer);
      return;
    }
    case 'apply':
      world.apply();
      return;
    case 'anchor':
      world.moveAnchor(XA, step.to ? NEW_ANCHOR : ANCHOR);
  }
}

function commandOf(world: World, step: Extract<Step, { kind: 'command' }>): Command {
  const found = pick([...world.cases.values()].toReversed(), step.about);
  const cctld = found?.cctld ?? XA;
  const written = { line: `line ${SECRET}`, number: 1 };
  const caseId = found?.id ?? 1001;
  const text = 'Because.';
  switch (step.command) {
    case 'approve':
      return { ...written, kind: 'approve', caseId, cctld };
    case 'reject':
      return { ...written, kind: 'reject', caseId, reason: text };
    case 'ask':
      return { ...written, kind: 'ask', caseId, question: text };
    case 'freeze':
      return { ...written, kind: 'freeze', cctld, reason: text };
    case 'unfreeze':
      return { ...written, kind: 'unfreeze', cctld };
  }
}

/** Checks the world after each step of any story under each policy. */
function always(
  actors: readonly Actor[],
  policies: readonly Policy[],
  check: (world: World) => void,
): void {
  const story = fc.array(STEP, { minLength: 8, maxLength: 25, size: 'max' });
  fc.assert(
    fc.property(fc.constantFrom(...policies), story, (policy, steps) => {
      const world = new World(policy);
      for (const step of steps) {
        play(world, actors, step);
        check(world);
      }
    }),
    { numRuns: 250 },
  );
}

const HOLDERS: Record<FoundToken['purpose'], (world: World, index: number) => Address[]> = {
  challenge: (world, index) => present(world.letters[index]?.anchor),
  objection: (world, index) => present(world.letters[index]?.anchor),
  details: (world, index) => askers(world, index),
  question: (world, index) => askers(world, index),
  validate: () => [VAL1, VAL2],
  committee: () => [],
  own: () => [],
  post: () => [],
  probe: () => [],
  invite: () => [],
  check: () => [],
};

const present = (one: Address | undefined) => (one === undefined ? [] : [one]);

function askers(world: World, index: number): Address[] {
  const { caseId, anchor } = world.letters[index] ?? {};
  return [...present(anchor), ...present(world.cases.get(caseId ?? 0)?.requester)];
}

describe('whoever writes what, in any order', () => {
  it('a token goes only to those whom it is for, a challenge to the Admin Contact alone', () => {
    always(EVERYBODY, POLICIES, (world) => {
      for (const [index, { letter }] of world.letters.entries()) {
        if (letter.token === undefined) continue;
        expect(HOLDERS[letter.token.purpose](world, index)).toContain(letter.to);
      }
    });
  });

  it('nobody comes on the list but by the approval of a Validator, exactly as approved', () => {
    always(EVERYBODY, POLICIES, (world) => {
      for (const one of world.roster) {
        const found = world.cases.get(one.caseId);
        expect(found).toMatchObject({
          state: 'applied',
          request: { decision: { word: 'approved' } },
        });
        expect([VAL1, VAL2]).toContain(found?.request.decision?.by);
        expect(found?.context.approvedDigest).toBe(found?.context.digest);
        expect(found?.request.contacts.map(({ address }) => address)).toContain(one.address);
      }
    });
  });

  it('a ccTLD has one open request at most, and three people', () => {
    always(EVERYBODY, POLICIES, (world) => {
      for (const cctld of [XA, XB]) {
        expect(world.open.filter((one) => one.cctld === cctld).length).toBeLessThan(2);
        expect(world.roster.filter((one) => one.cctld === cctld).length).toBeLessThan(4);
      }
    });
  });

  it('an objection leaves nobody on the list by its request', () => {
    always(EVERYBODY, POLICIES, (world) => {
      for (const [id, { state }] of world.cases) {
        if (state !== 'objected') continue;
        expect(world.roster.filter(({ caseId }) => caseId === id)).toEqual([]);
      }
    });
  });

  it('what is over has no timer and no open challenge', () => {
    always(EVERYBODY, POLICIES, (world) => {
      for (const [id, { state }] of world.cases) {
        if (!CLOSED.includes(state)) continue;
        expect(world.timersOf(id)).toEqual([]);
        const left = world.tokens.filter(
          ({ caseId, status }) => caseId === id && status === 'open',
        );
        expect(left.map(({ purpose }) => purpose)).not.toContain('challenge');
      }
    });
  });

  it('every open request is awaited by somebody: a timer, or the list worker', () => {
    always(EVERYBODY, POLICIES, (world) => {
      for (const { id, state } of world.open) {
        const awaited = world.timersOf(id).length > 0 || state === 'applying';
        expect(awaited, `case ${id}, ${state}`).toBe(true);
      }
    });
  });

  it('no letter repeats a token that somebody wrote to us', () => {
    always(EVERYBODY, POLICIES, (world) => {
      expect(JSON.stringify(world.letters)).not.toContain(SECRET);
    });
  });
});

describe("who reads neither the Admin Contact's mailbox nor a Validator's", () => {
  it('brings nothing into the queue, whatever is forged', () => {
    always(FORGER, ['balanced', 'strict'], (world) => {
      const states = new Set([...world.cases.values()].map(({ state }) => state));
      for (const state of ['queued', 'asked', 'applying', 'applied'] as const) {
        expect(states).not.toContain(state);
      }
    });
  });

  it('puts nobody on the list, under the weakest policy either', () => {
    always(FORGER, POLICIES, (world) => expect(world.roster).toEqual([]));
  });

  it('stops nothing: no freeze, no refusal', () => {
    always(FORGER, POLICIES, (world) => {
      expect(world.frozen.size).toBe(0);
      const states = [...world.cases.values()].map(({ state }) => state);
      expect(states).not.toContain('objected');
      expect(states).not.toContain('rejected');
    });
  });
});

it('the stories do reach the list, and everything else', () => {
  const seen = new Set<string>();
  always(EVERYBODY, POLICIES, (world) => {
    for (const { state } of world.cases.values()) seen.add(state);
  });
  const states = ['challenged', 'queued', 'asked', 'applied', 'objected', 'rejected', 'superseded'];
  expect([...seen]).toEqual(expect.arrayContaining(states));
});
