/**
 * The machine of an invitation (design 8.6): one letter to the Admin Contact of a ccTLD in its wave, two
 * reminders, then a Validator's task. It moves nobody: what the Admin Contact answers is a request of its
 * own. Only ever run through `transition()`, as the machine of a request.
 */

import { assign, setup } from 'xstate';
import type { LetterName } from './letters/letter.ts';
import type { CaseContext } from './words/case.ts';

export type InviteEvent =
  /** The letter goes out with its wave, so many milliseconds from now. */
  | { readonly type: 'ordered'; readonly ms: number }
  /** The Admin Contact has opened a request. */
  | { readonly type: 'answered' }
  /** The Admin Contact does not want to join. */
  | { readonly type: 'declined' }
  /** The Admin Contact wrote something that people read: nobody is reminded meanwhile. */
  | { readonly type: 'heard' }
  /** The letter came back, because the mailbox does not exist. */
  | { readonly type: 'undeliverable' }
  /** Somebody came to the list in another way. */
  | { readonly type: 'settled' }
  | { readonly type: 'anchor-changed'; readonly digest: string }
  /** Changes for the ccTLD were stopped: nobody knows who reads the Admin Contact's mail. */
  | { readonly type: 'stopped' }
  | { readonly type: 'allowed' }
  | { readonly type: 'noted' }
  | { readonly type: 'reject' };

const DAY = 86_400_000;
/** Of each Admin Contact that is invited, whatever they write (design 8.6). */
const MOST_REMINDERS = 2;

const ENDS = {
  answered: { target: 'answered' },
  settled: { target: 'settled' },
} as const;

const REMINDER = {
  guard: 'mayRemind',
  actions: ['remind', { type: 'letter', params: { letter: 'invite', reminder: true } }],
} as const;

const DECLINED = { declined: { target: 'declined' } } as const;
// A new letter, as the first one: the registry is asked once more before it goes.
const AGAIN = { target: 'planned', actions: 'atOnce' } as const;
const WITHDRAWN = {
  target: 'rejected',
  actions: { type: 'letter', params: { letter: 'invite-over' } },
} as const;

export const inviteMachine = setup({
  types: {
    context: {} as CaseContext,
    input: {} as CaseContext,
    events: {} as InviteEvent,
  },
  actions: {
    /** Asks for a letter; who gets it and what it says is decided outside. */
    letter: (_, _params: { letter: LetterName; reminder?: true }) => undefined,
    wait: assign({
      cctldKnown: true,
      complete: true,
      hold: ({ event }) => (event.type === 'ordered' ? event.ms : 0),
    }),
    /** Whatever was said is kept with the case; the machine goes on as before. */
    keep: assign({ cctldKnown: true }),
    atOnce: assign({ hold: 0 }),
    count: assign({ rounds: ({ context }) => context.rounds + 1, reminders: 0 }),
    remind: assign({ reminders: ({ context: { reminders = 0 } }) => reminders + 1 }),
  },
  guards: {
    // Whoever says "next week" each time is not reminded for ever.
    mayRemind: ({ context: { reminders = 0 } }) => reminders < MOST_REMINDERS,
  },
  delays: {
    hold: ({ context }) => context.hold,
    reminder: 14 * DAY,
    lastReminder: 28 * DAY,
    answer: 42 * DAY,
    end: 365 * DAY,
  },
}).createMachine({
  id: 'invite',
  context: ({ input }) => input,
  initial: 'received',
  states: {
    received: { on: { ordered: { target: 'planned', actions: 'wait' } } },

    planned: {
      on: {
        ...ENDS,
        stopped: { target: 'awaiting-unfreeze' },
        noted: { actions: 'keep' },
        reject: { target: 'rejected' },
      },
      // Before that the registry is asked, and the list looked at.
      after: {
        hold: {
          target: 'invited',
          actions: ['count', { type: 'letter', params: { letter: 'invite' } }],
        },
      },
    },

    invited: {
      on: {
        ...ENDS,
        ...DECLINED,
        undeliverable: { target: 'awaiting-validator' },
        // Without a letter: the time until the next one begins anew.
        heard: { target: 'invited', reenter: true },
        'anchor-changed': AGAIN,
        stopped: { target: 'awaiting-unfreeze' },
        noted: { actions: 'keep' },
        reject: WITHDRAWN,
      },
      after: {
        reminder: REMINDER,
        lastReminder: REMINDER,
        answer: { target: 'awaiting-validator' },
      },
    },

    'awaiting-unfreeze': {
      on: {
        ...ENDS,
        allowed: AGAIN,
        noted: { actions: 'keep' },
        reject: { target: 'rejected' },
      },
    },

    'awaiting-validator': {
      entry: { type: 'letter', params: { letter: 'alarm-invite' } },
      on: {
        ...ENDS,
        ...DECLINED,
        'anchor-changed': AGAIN,
        stopped: { target: 'awaiting-unfreeze' },
        noted: { actions: { type: 'letter', params: { letter: 'alarm-invite' } } },
        reject: WITHDRAWN,
      },
      after: { end: { target: 'expired' } },
    },

    answered: {},
    declined: {
      entry: [
        { type: 'letter', params: { letter: 'invite-over' } },
        { type: 'letter', params: { letter: 'alarm-invite' } },
      ],
    },
    settled: {},
    rejected: {},
    expired: {},
  },
});
