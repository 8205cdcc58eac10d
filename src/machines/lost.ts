/**
 * The machine of a contact whom mail does not reach (design 9): the Admin Contact is asked who it is now.
 * It moves nobody: what the Admin Contact answers is a request of its own, and this case ends when the
 * list or the mailbox has changed. Only ever run through `transition()`, as the machine of a request.
 */

import { assign, setup } from 'xstate';
import type { LetterName } from './letters/letter.ts';
import type { CaseContext } from './words/case.ts';

/** Why nobody has to be asked any more: mail arrives again, or the person is off the list. */
export type SettledHow = 'reachable' | 'changed';

export type LostEvent =
  | { readonly type: 'lost'; readonly ask: 'anchor' | 'nobody' | 'after-freeze' }
  | { readonly type: 'settled'; readonly how: SettledHow }
  /** The registry lists another Admin Contact, who is asked now. */
  | { readonly type: 'anchor-changed'; readonly digest: string }
  /** Changes for the ccTLD were stopped: nobody knows who reads the Admin Contact's mail. */
  | { readonly type: 'stopped' }
  | { readonly type: 'allowed' }
  /** The registry lists the very mailbox that mail does not reach as the Admin Contact's. */
  | { readonly type: 'same-mailbox' }
  /** A Validator has more to say, or closes the case. */
  | { readonly type: 'noted' }
  | { readonly type: 'reject' };

const DAY = 86_400_000;

const ENDS = {
  settled: [
    {
      guard: 'isReachable',
      target: 'settled',
      actions: { type: 'letter', params: { letter: 'lost-over' } },
    },
    { target: 'settled' },
  ],
  reject: { target: 'rejected', actions: { type: 'letter', params: { letter: 'lost-over' } } },
  noted: { actions: { type: 'letter', params: { letter: 'alarm-lost' } } },
} as const;

export const lostMachine = setup({
  types: {
    context: {} as CaseContext,
    input: {} as CaseContext,
    events: {} as LostEvent,
  },
  actions: {
    /** Asks for a letter; who gets it and what it says is decided outside. */
    letter: (_, _params: { letter: LetterName; reminder?: true }) => undefined,
    know: assign({ cctldKnown: true, complete: true }),
    count: assign({ rounds: ({ context }) => context.rounds + 1 }),
  },
  guards: {
    isReachable: ({ event }) => event.type === 'settled' && event.how === 'reachable',
    isStopped: ({ event }) => event.type === 'lost' && event.ask === 'after-freeze',
    isNobody: ({ event }) => event.type === 'lost' && event.ask === 'nobody',
  },
  delays: {
    reminder: 14 * DAY,
    lastReminder: 28 * DAY,
    answer: 42 * DAY,
    end: 90 * DAY,
  },
}).createMachine({
  id: 'lost',
  context: ({ input }) => input,
  initial: 'received',
  states: {
    received: {
      on: {
        lost: [
          {
            guard: 'isStopped',
            target: 'awaiting-unfreeze',
            actions: ['know', { type: 'letter', params: { letter: 'alarm-lost' } }],
          },
          { guard: 'isNobody', target: 'awaiting-validator', actions: 'know' },
          {
            target: 'awaiting-successor',
            actions: ['know', { type: 'letter', params: { letter: 'alarm-lost' } }],
          },
        ],
      },
    },

    'awaiting-successor': {
      entry: [
        'count',
        { type: 'letter', params: { letter: 'successor' } },
        // Once: they do not hear of it again when the case comes back here.
        { type: 'letter', params: { letter: 'colleague-lost' } },
      ],
      on: {
        ...ENDS,
        stopped: { target: 'awaiting-unfreeze' },
        'same-mailbox': { target: 'awaiting-validator' },
        'anchor-changed': { target: 'awaiting-successor', reenter: true },
      },
      after: {
        reminder: { actions: { type: 'letter', params: { letter: 'successor', reminder: true } } },
        lastReminder: {
          actions: { type: 'letter', params: { letter: 'successor', reminder: true } },
        },
        answer: { target: 'awaiting-validator' },
      },
    },

    'awaiting-unfreeze': {
      on: {
        ...ENDS,
        allowed: { target: 'awaiting-successor' },
        'same-mailbox': { target: 'awaiting-validator' },
      },
    },

    'awaiting-validator': {
      entry: { type: 'letter', params: { letter: 'alarm-lost' } },
      on: {
        ...ENDS,
        // The codes of the letters to the Admin Contact are still good.
        stopped: { target: 'awaiting-unfreeze' },
        'same-mailbox': { target: 'awaiting-validator', reenter: true },
        'anchor-changed': { target: 'awaiting-successor' },
      },
      after: { end: { target: 'expired' } },
    },

    settled: {},
    rejected: {},
    expired: { entry: { type: 'letter', params: { letter: 'alarm-lost' } } },
  },
});
