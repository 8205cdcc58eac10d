/**
 * The machine of what an SSC asks for itself (design 8.4b, 8.5, 12): nothing is done before everybody
 * whose word it needs has given it. Only ever run through `transition()`, as the machine of a request.
 */

import { assign, setup } from 'xstate';
import type { LetterName } from './letters/letter.ts';
import type { Address } from './words/address.ts';
import type { CaseContext, CaseKind } from './words/case.ts';

/** No event of it is called as one that stands for an Admin Contact's word in the other machine. */
export type OwnEvent =
  | { readonly type: 'asked' }
  /** CONFIRM with the token that was sent to this address. */
  | { readonly type: 'agreed'; readonly by: Address }
  /** REJECT from one of those who were asked. */
  | { readonly type: 'denied' }
  /** A newer request took its place, or the list has changed so that it cannot be done. */
  | { readonly type: 'overtaken' }
  /** A Validator's word, also while it waits to be carried out. */
  | { readonly type: 'reject' }
  | { readonly type: 'applied' }
  | { readonly type: 'apply-failed' };

/** Whether a case is an SSC's own request. */
export function isOwn(kind: CaseKind): boolean {
  return kind === 'self-update' || kind === 'leave';
}

function isAsked({ needed }: CaseContext, event: OwnEvent): boolean {
  return event.type === 'agreed' && needed.includes(event.by);
}

function withWord({ confirmed }: CaseContext, event: OwnEvent): readonly Address[] {
  return event.type === 'agreed' ? [...new Set([...confirmed, event.by])] : confirmed;
}

const STOPS = {
  denied: { target: 'objected' },
  overtaken: { target: 'superseded' },
  reject: { target: 'rejected' },
} as const;

export const ownMachine = setup({
  types: {
    context: {} as CaseContext,
    input: {} as CaseContext,
    events: {} as OwnEvent,
  },
  actions: {
    /** Asks for a letter; who gets it and what it says is decided outside. */
    letter: (_, _params: { letter: LetterName; reminder?: true }) => undefined,
    /** Queues the change. */
    apply: () => undefined,
    hear: assign({ confirmed: ({ context, event }) => withWord(context, event) }),
  },
  guards: {
    isLast: ({ context, event }) => {
      const words = withWord(context, event);
      return isAsked(context, event) && context.needed.every((one) => words.includes(one));
    },
    isAsked: ({ context, event }) => isAsked(context, event),
  },
  delays: {
    answer: ({ context }) => context.terms.answer,
    reminder: ({ context }) => context.terms.reminder,
    applyRetry: ({ context }) => context.terms.applyRetry,
  },
}).createMachine({
  id: 'own',
  context: ({ input }) => input,
  initial: 'received',
  states: {
    received: { on: { asked: { target: 'challenged' } } },

    challenged: {
      entry: { type: 'letter', params: { letter: 'own-challenge' } },
      on: {
        ...STOPS,
        agreed: [
          { guard: 'isLast', target: 'applying', actions: 'hear' },
          // Of a new address the old one is asked first: else anybody could learn from the letter to the
          // new one whether the old one is on the list.
          {
            guard: 'isAsked',
            actions: ['hear', { type: 'letter', params: { letter: 'own-challenge' } }],
          },
        ],
      },
      after: {
        reminder: {
          actions: { type: 'letter', params: { letter: 'own-challenge', reminder: true } },
        },
        answer: { target: 'expired' },
      },
    },

    applying: {
      entry: 'apply',
      on: {
        ...STOPS,
        applied: { target: 'applied' },
        'apply-failed': { target: 'apply-failed' },
      },
    },

    'apply-failed': {
      entry: { type: 'letter', params: { letter: 'alarm-own' } },
      on: STOPS,
      after: { applyRetry: { target: 'applying' } },
    },

    applied: { entry: { type: 'letter', params: { letter: 'own-done' } } },
    expired: { entry: { type: 'letter', params: { letter: 'own-ended' } } },
    rejected: { entry: { type: 'letter', params: { letter: 'own-ended' } } },
    superseded: { entry: { type: 'letter', params: { letter: 'own-ended' } } },
    objected: {
      entry: [
        { type: 'letter', params: { letter: 'own-ended' } },
        { type: 'letter', params: { letter: 'alarm-own' } },
      ],
    },
  },
});
