/** One step of a sequence as plain values, and how such steps are made up. */

import fc from 'fast-check';
import * as known from './known-steps.ts';
import { type Ask, ASKS, type Form, type Machine } from './writing.ts';
import { type ListStep, listStep } from './list-step.ts';
import type { Terms } from './world.ts';

/** Who writes. */
export type Writer =
  /** The Admin Contact of the ccTLD as the registry has it now. */
  | 'anchor'
  /** An employee with a private mailbox, the Admin Contact in copy. */
  | 'copied'
  /** The same without a copy. */
  | 'stranger'
  /** The attacker in the name of the Admin Contact. */
  | 'forged-anchor'
  | 'forged-validator'
  | 'forged-ssc'
  | 'ssc'
  | 'validator'
  | 'other-validator';

/** What somebody answers: those that ask for something, and those that do not. */
export type Words =
  | 'CONFIRM'
  | 'REJECT'
  | 'HERE'
  | 'no'
  | 'later'
  | 'not-me'
  | 'thanks'
  | 'details'
  | 'nothing';

/** Numbers pick from what there is when the step is played; what there is not is passed over. */
export type Step =
  | {
      readonly do: 'ask';
      readonly by: Writer;
      readonly cctld: number;
      readonly naming: 'one' | 'two' | 'none';
      readonly form: Form;
      readonly ask: Ask;
      readonly which: number;
      readonly primary: boolean;
      readonly late: boolean;
    }
  | {
      readonly do: 'answer';
      /** The letter that is answered; any when the newest of this name is not there. */
      readonly letter: string;
      /** 0 is the newest. */
      readonly age: number;
      readonly by: 'reader' | 'colleague' | 'forged-reader';
      readonly words: Words;
      readonly token: 'kept' | 'lost';
      readonly quoting: 'below' | 'none' | 'above';
      readonly which: number;
      readonly late: boolean;
    }
  | {
      readonly do: 'decide';
      readonly by: 'validator' | 'other-validator' | 'forged-validator' | 'stranger';
      readonly letter: 'queue' | 'alarm-moved' | 'alarm-invite';
      readonly age: number;
      /** Which of the commands that the machine offers for the case of that letter. */
      readonly command: number;
      /** The word of one of those; any of them; or all in one mail. */
      readonly wanted: string;
      readonly token: 'kept' | 'lost' | 'other';
      readonly late: boolean;
    }
  | {
      readonly do: 'command';
      readonly by: Writer;
      readonly command: number;
      readonly cctld: number;
      readonly which: number;
    }
  | {
      readonly do: 'own';
      readonly by: 'ssc' | 'forged-ssc';
      readonly command: number;
      readonly which: number;
    }
  | {
      readonly do: 'machine';
      readonly what: Machine;
      readonly letter: string;
      readonly age: number;
    }
  | { readonly do: 'again'; readonly age: number; readonly by: 'postfix' | 'forger' }
  | { readonly do: 'arrive'; readonly which: number }
  | { readonly do: 'pass'; readonly length: number }
  | {
      readonly do: 'registry';
      /** `manager`: with another address and other name servers; `back`: all is as at the beginning. */
      readonly what:
        | 'change'
        | 'manager'
        | 'rename'
        | 'servers'
        | 'back'
        | 'down'
        | 'unreadable'
        | 'up';
      readonly cctld: number;
      readonly anchor: number;
      /** The engine is told to ask at once; else it finds out. */
      readonly asked: boolean;
    }
  | {
      readonly do: 'order';
      readonly whom: 'one' | 'two' | 'region' | 'all';
      readonly cctld: number;
    }
  | { readonly do: 'crash'; readonly after: number }
  | { readonly do: 'at-once' }
  | { readonly do: 'slow'; readonly after: number }
  | ListStep;

const small = fc.nat({ max: 5 });
const fresh = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.constant(1) },
  { weight: 1, arbitrary: small },
);
const seldom = fc.oneof(
  { weight: 9, arbitrary: fc.constant(false) },
  { weight: 1, arbitrary: fc.constant(true) },
);

function often<T>(...pairs: readonly (readonly [weight: number, value: T])[]): fc.Arbitrary<T> {
  return fc.oneof(...pairs.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));
}

const ask = fc.record({
  do: fc.constant('ask' as const),
  by: often<Writer>(
    [6, 'anchor'],
    [4, 'copied'],
    [1, 'stranger'],
    [2, 'forged-anchor'],
    [1, 'ssc'],
    [1, 'validator'],
  ),
  cctld: often([5, 0], [3, 1], [1, 2], [2, 3], [1, 4]),
  naming: often<'one' | 'two' | 'none'>([12, 'one'], [1, 'two'], [1, 'none']),
  form: often<Form>([12, 'whole'], [3, 'one'], [3, 'half'], [1, 'four'], [1, 'role'], [1, 'empty']),
  ask: fc.constantFrom(...ASKS),
  which: small,
  primary: often([6, true], [1, false]),
  late: seldom,
});

const answer = fc.record({
  do: fc.constant('answer' as const),
  letter: often(
    [6, 'challenge'],
    [2, 'traced'],
    [2, 'clarify'],
    [2, 'question'],
    [1, 'which-cctld'],
    [1, 'reminder'],
    [2, 'escalation'],
    [3, 'own-challenge'],
    [1, 'welcome'],
    [3, 'post-ask'],
    [2, 'probe'],
    [1, 'successor'],
    [4, 'invite'],
    [2, 'new-manager'],
    [2, 'check-contact'],
    [2, 'check-anchor'],
    [3, 'drill'],
    [2, 'any'],
  ),
  age: fresh,
  by: often<'reader' | 'colleague' | 'forged-reader'>(
    [8, 'reader'],
    [1, 'colleague'],
    [1, 'forged-reader'],
  ),
  words: often<Words>(
    [8, 'CONFIRM'],
    [2, 'REJECT'],
    [2, 'HERE'],
    [2, 'no'],
    [1, 'later'],
    [1, 'not-me'],
    [1, 'thanks'],
    [4, 'details'],
    [1, 'nothing'],
  ),
  token: often<'kept' | 'lost'>([8, 'kept'], [1, 'lost']),
  quoting: often<'below' | 'none' | 'above'>([3, 'below'], [2, 'none'], [1, 'above']),
  which: small,
  late: seldom,
});

const decide = fc.record({
  do: fc.constant('decide' as const),
  by: often<'validator' | 'other-validator' | 'forged-validator' | 'stranger'>(
    [8, 'validator'],
    [4, 'other-validator'],
    [1, 'forged-validator'],
    [1, 'stranger'],
  ),
  letter: often<'queue' | 'alarm-moved' | 'alarm-invite'>(
    [5, 'queue'],
    [2, 'alarm-moved'],
    [1, 'alarm-invite'],
  ),
  age: fresh,
  command: fc.nat({ max: 9 }),
  wanted: often(
    [6, 'APPROVE'],
    [5, 'offered'],
    [1, 'all'],
    [1, 'HOLD'],
    [1, 'ESCALATE'],
    [1, 'REJECT'],
  ),
  token: often<'kept' | 'lost' | 'other'>([10, 'kept'], [1, 'lost'], [1, 'other']),
  late: seldom,
});

const command = fc.record({
  do: fc.constant('command' as const),
  by: often<Writer>([4, 'validator'], [1, 'forged-validator'], [1, 'ssc']),
  command: fc.nat({ max: 31 }),
  cctld: small,
  which: small,
});

const own = fc.record({
  do: fc.constant('own' as const),
  by: often<'ssc' | 'forged-ssc'>([3, 'ssc'], [1, 'forged-ssc']),
  command: fc.nat({ max: 9 }),
  which: small,
});

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 10, arbitrary: ask },
  { weight: 10, arbitrary: answer },
  { weight: 11, arbitrary: decide },
  { weight: 4, arbitrary: command },
  { weight: 3, arbitrary: own },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('machine' as const),
      what: fc.constantFrom<Machine[]>('absence', 'bounce', 'delay'),
      letter: often([4, 'any'], [2, 'invite'], [1, 'check-contact'], [1, 'drill']),
      age: fresh,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('again' as const),
      age: small,
      by: fc.constantFrom<('postfix' | 'forger')[]>('postfix', 'forger'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('arrive' as const), which: small }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      length: often(
        [2, 7 * MINUTE],
        [2, 7 * 60 * MINUTE],
        [2, DAY],
        [2, 4 * DAY],
        [2, 8 * DAY],
        [1, 40 * DAY],
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('registry' as const),
      what: often<Extract<Step, { readonly do: 'registry' }>['what']>(
        [2, 'change'],
        [3, 'manager'],
        [2, 'rename'],
        [1, 'servers'],
        [2, 'back'],
        [1, 'down'],
        [1, 'unreadable'],
        [3, 'up'],
      ),
      cctld: small,
      anchor: small,
      asked: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('order' as const),
      whom: fc.constantFrom<('one' | 'two' | 'region' | 'all')[]>('one', 'two', 'region', 'all'),
      cctld: small,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('crash' as const), after: fc.nat({ max: 40 }) }),
  },
  { weight: 8, arbitrary: listStep },
  { weight: 1, arbitrary: fc.constant({ do: 'at-once' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('slow' as const), after: fc.nat({ max: 25 }) }),
  },
);

/** A sequence, and the terms of the engine that plays it. */
export interface Play {
  readonly terms: Terms;
  readonly steps: readonly Step[];
}

// Half of the sequences begin with a list that has people: much happens only there.
const beginning: fc.Arbitrary<readonly Step[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  { weight: 2, arbitrary: fc.constantFrom(0, 3).map((cctld) => known.subscribed(cctld)) },
  { weight: 1, arbitrary: fc.constant([...known.subscribed(0), ...known.subscribed(1)]) },
);

// What belongs together comes together more often than chance would have it.
const phrase: fc.Arbitrary<readonly Step[]> = fc.oneof(
  { weight: 12, arbitrary: step.map((one) => [one]) },
  { weight: 1, arbitrary: own.map((one) => [one, known.answer('own-challenge')]) },
  { weight: 1, arbitrary: small.map((cctld) => known.redelegated(cctld)) },
  { weight: 1, arbitrary: small.map((cctld) => known.invited(cctld)) },
  { weight: 2, arbitrary: ask.map((one) => [one, known.decide()]) },
);

/** Sequences of about this length at most. */
export function playsOf(most: number, door: boolean): fc.Arbitrary<Play> {
  return fc.record({
    terms: fc.record({
      policy: often<Terms['policy']>([3, 'balanced'], [2, 'classic'], [2, 'strict']),
      fourEyes: seldom,
      door: fc.constant(door),
    }),
    steps: fc
      .tuple(beginning, fc.array(phrase, { maxLength: most, size: 'max' }))
      .map(([first, more]) => [...first, ...more.flat()]),
  });
}
