/** Sequences that reach what random ones seldom do, and those that once broke something. */

import { answer, ask, command, decide, own, pass, registry, subscribed } from './known-steps.ts';
import type { Play, Step } from './step.ts';
import type { Terms } from './world.ts';

const USUAL: Terms = { policy: 'balanced', fourEyes: false, door: false };

function known(name: string, steps: readonly Step[], terms: Partial<Terms> = {}): [string, Play] {
  return [name, { terms: { ...USUAL, ...terms }, steps }];
}

export const KNOWN: readonly (readonly [name: string, play: Play])[] = [
  known('the Admin Contact objects after the list was changed', [
    ...subscribed(0),
    answer('traced', { words: 'REJECT' }),
    ask({ which: 2, ask: 'ADD' }),
  ]),
  known('a stranger asks, nobody confirms, and asks again', [
    ask({ by: 'copied' }),
    pass(40 * 24),
    answer('challenge'),
    ask({ by: 'copied' }),
    answer('challenge', { words: 'REJECT' }),
  ]),
  known('a question, and a word of a Validator who has changed their mind', [
    ask({ form: 'half' }),
    answer('clarify', { words: 'details' }),
    decide({ wanted: 'ASK' }),
    answer('question', { words: 'details', which: 2 }),
    decide({ age: 3 }),
    decide({ wanted: 'REJECT' }),
    decide(),
  ]),
  known('the registry is down when the list is to be changed', [
    ask(),
    registry('down'),
    decide(),
    pass(7),
    decide({ wanted: 'REJECT' }),
    registry('up'),
    pass(24),
  ]),
  known('a ccTLD is frozen between the approval and the change', [
    ask(),
    registry('down'),
    decide(),
    command(0),
    registry('up'),
    pass(7),
    ask({ which: 2 }),
    command(1),
    pass(7),
  ]),
  known('the list changes between the approval and the change', [
    ...subscribed(0),
    ask({ form: 'one', which: 2, ask: 'ADD', primary: false }),
    registry('down'),
    decide(),
    answer('traced', { age: 1, words: 'REJECT' }),
    registry('up'),
    command(1),
    pass(7),
    decide(),
  ]),
  known('an engine stands still with a mail in its hands, and the other one takes it up', [
    { do: 'slow', after: 6 },
    ask(),
    { do: 'slow', after: 9 },
    decide(),
    { do: 'slow', after: 14 },
    ask({ by: 'stranger' }),
    { do: 'slow', after: 3 },
    answer('traced', { words: 'REJECT' }),
  ]),
  known('another Admin Contact while a change is approved', [
    ask(),
    registry('change', { anchor: 3 }),
    decide(),
    pass(8),
    pass(8),
    answer('challenge'),
    decide(),
  ]),
  known('one address serves two ccTLDs', [
    ask({ cctld: 1, naming: 'none' }),
    answer('which-cctld', { words: 'details' }),
    ask({ cctld: 1, naming: 'two' }),
    answer('challenge'),
    answer('challenge', { age: 1 }),
    decide(),
    decide({ age: 2 }),
  ]),
  known(
    'two pairs of eyes, and one of them looks twice',
    [ask(), decide({ age: 1 }), decide({ by: 'other-validator' }), decide(), decide({ age: 1 })],
    { fourEyes: true },
  ),
  known('a case rests, is corrected, and goes to the Committee and back', [
    ask({ by: 'copied' }),
    answer('challenge'),
    decide({ wanted: 'HOLD' }),
    decide({ wanted: 'NOTE' }),
    pass(15 * 24),
    decide({ wanted: 'ESCALATE' }),
    answer('escalation', { words: 'thanks' }),
    decide({ wanted: 'VERIFIED' }),
    decide({ wanted: 'AMEND' }),
    answer('challenge'),
    decide(),
  ]),
  known('an SSC changes a phone and an address, freezes, and leaves', [
    ...subscribed(0),
    own(1),
    answer('own-challenge'),
    own(4),
    answer('own-challenge'),
    answer('own-challenge', { age: 1 }),
    own(8, { which: 1 }),
    answer('own-challenge'),
    own(6, { which: 1 }),
    answer('own-challenge'),
    command(1),
    pass(8),
  ]),
  known('a Validator removes somebody, and somebody else is the primary', [
    ...subscribed(0),
    command(3, { which: 1 }),
    decide(),
    ask({ form: 'one', which: 3, ask: 'ADD' }),
    decide(),
    ask({ form: 'empty', ask: 'PRIMARY', which: 1 }),
    decide(),
  ]),
];
