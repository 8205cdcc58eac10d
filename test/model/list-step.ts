/** Steps about what goes to everybody on the list: posts, what comes back, and the relay. */

import fc from 'fast-check';
import type { Machine } from './writing.ts';

export type ListStep =
  | {
      readonly do: 'post';
      /** `away`: the mailbox of an SSC answers by itself. */
      readonly by: 'ssc' | 'forged-ssc' | 'stranger' | 'anchor' | 'away';
      readonly label: string;
      /** Answers the newest post that went out. */
      readonly answering: boolean;
      readonly which: number;
      readonly late: boolean;
    }
  | {
      readonly do: 'aside';
      readonly by: 'validator' | 'forged-validator' | 'ssc';
      readonly what: 'release' | 'drop' | 'show';
      readonly age: number;
    }
  | {
      readonly do: 'return';
      readonly of: 'copy' | 'probe' | 'letter';
      readonly what: Machine;
      /** What is wrong with it, and how it is seen to be forged. */
      readonly how: 'true' | 'wrong-token' | 'wrong-id' | 'wrong-person';
      readonly age: number;
    }
  | { readonly do: 'mailbox'; readonly what: 'dies' | 'lives'; readonly which: number }
  | { readonly do: 'relay'; readonly what: 'busy' | 'kept' | 'lost' };

const small = fc.nat({ max: 5 });
const fresh = fc.nat({ max: 2 });

function often<T>(...pairs: readonly (readonly [weight: number, value: T])[]): fc.Arbitrary<T> {
  return fc.oneof(...pairs.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));
}

type Of<K extends ListStep['do']> = Extract<ListStep, { readonly do: K }>;

const post: fc.Arbitrary<Of<'post'>> = fc.record({
  do: fc.constant('post' as const),
  by: often<Of<'post'>['by']>(
    [8, 'ssc'],
    [2, 'forged-ssc'],
    [1, 'stranger'],
    [1, 'anchor'],
    [2, 'away'],
  ),
  label: fc.constantFrom('', '', 'TLP:AMBER', 'TLP:GREEN', 'TLP:RED', 'TLP:AMBER+STRICT'),
  answering: fc.boolean(),
  which: small,
  late: often([9, false], [1, true]),
});

const aside: fc.Arbitrary<Of<'aside'>> = fc.record({
  do: fc.constant('aside' as const),
  by: often<Of<'aside'>['by']>([4, 'validator'], [1, 'forged-validator'], [1, 'ssc']),
  what: often<Of<'aside'>['what']>([3, 'release'], [2, 'drop'], [1, 'show']),
  age: fresh,
});

const back: fc.Arbitrary<Of<'return'>> = fc.record({
  do: fc.constant('return' as const),
  of: often<Of<'return'>['of']>([3, 'copy'], [1, 'probe'], [2, 'letter']),
  what: often<Machine>([3, 'bounce'], [1, 'delay'], [1, 'absence']),
  how: often<Of<'return'>['how']>(
    [3, 'true'],
    [1, 'wrong-token'],
    [1, 'wrong-id'],
    [1, 'wrong-person'],
  ),
  age: small,
});

const mailbox: fc.Arbitrary<Of<'mailbox'>> = fc.record({
  do: fc.constant('mailbox' as const),
  what: often<'dies' | 'lives'>([2, 'dies'], [1, 'lives']),
  which: small,
});

const relay: fc.Arbitrary<Of<'relay'>> = fc.record({
  do: fc.constant('relay' as const),
  what: often<Of<'relay'>['what']>([2, 'busy'], [1, 'kept'], [1, 'lost']),
});

export const listStep: fc.Arbitrary<ListStep> = fc.oneof(
  { weight: 6, arbitrary: post },
  { weight: 2, arbitrary: aside },
  { weight: 3, arbitrary: back },
  { weight: 1, arbitrary: mailbox },
  { weight: 1, arbitrary: relay },
);
