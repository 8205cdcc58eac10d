/**
 * The machine of a change in the registry that looks like a redelegation (design 12). It moves nobody: a
 * Validator finds out what it is, and all that follows for the list are requests and cases of their own.
 * Only ever run through `transition()`, as the machine of a request.
 */

import { assign, setup } from 'xstate';
import type { LetterName } from './letters/letter.ts';
import type { CaseContext } from './words/case.ts';

export type MovedEvent =
  /** `suspected`: now it looks like a redelegation, and did not before. */
  | { readonly type: 'moved'; readonly how: 'suspected' | 'review' | 'more' }
  /** A Validator's word: another manager, the same one, both for a time, and all is done. */
  | { readonly type: 'transferred' }
  | { readonly type: 'same-manager' }
  | { readonly type: 'transition'; readonly ms: number }
  | { readonly type: 'done' }
  | { readonly type: 'reject' }
  | { readonly type: 'hold'; readonly ms: number }
  | { readonly type: 'escalate' }
  | { readonly type: 'advised' }
  | { readonly type: 'noted' };

const DAY = 86_400_000;

const letter = (name: LetterName) => ({ type: 'letter', params: { letter: name } }) as const;
const REMIND = { type: 'letter', params: { letter: 'alarm-moved', reminder: true } } as const;

const ASK_AGAIN = { type: 'letter', params: { letter: 'new-manager', reminder: true } } as const;

/** The Validators have it anyway: the others hear of it once, when it first looks like one. */
const SUSPECT = ['freeze', letter('moved-committee'), letter('moved-told')] as const;

/** All who have to know, and what the Validators can do next. */
const TOLD = [letter('moved-told'), letter('new-manager'), letter('alarm-moved')] as const;

const DECIDED_OTHERWISE = {
  'same-manager': { target: 'settled', actions: letter('moved-told') },
  reject: { target: 'rejected', actions: letter('moved-told') },
  transition: { target: 'in-transition', reenter: true, actions: ['rest', ...TOLD] },
} as const;

const DECIDED = {
  transferred: { target: 'on-notice', actions: TOLD },
  ...DECIDED_OTHERWISE,
} as const;

const MOVED_AGAIN = [
  { guard: 'isSuspected', target: 'queued', reenter: true, actions: SUSPECT },
  { target: 'queued', reenter: true },
] as const;

/** Another Admin Contact is always suspected: no code goes there without a word about that one. */
const MOVED_LATER = [
  { guard: 'isSuspected', target: 'queued', actions: SUSPECT },
  { actions: letter('alarm-moved') },
] as const;

export const movedMachine = setup({
  types: {
    context: {} as CaseContext,
    input: {} as CaseContext,
    events: {} as MovedEvent,
  },
  actions: {
    /** Asks for a letter; who gets it and what it says is decided outside. */
    letter: (_, _params: { letter: LetterName; reminder?: true }) => undefined,
    /** Stops all changes of the ccTLD until a Validator has decided. */
    freeze: () => undefined,
    know: assign({ cctldKnown: true, complete: true }),
    rest: assign(({ event }) => ('ms' in event ? { hold: event.ms } : {})),
    /** The day has come; from now on it is said once a week. */
    weekly: assign({ hold: 7 * DAY }),
  },
  guards: {
    isSuspected: ({ event }) => event.type === 'moved' && event.how === 'suspected',
  },
  delays: {
    queueReminder: ({ context }) => context.terms.queueReminder,
    answer: ({ context }) => context.terms.answer,
    hold: ({ context }) => context.hold,
    noticeReminder: 30 * DAY,
  },
}).createMachine({
  id: 'moved',
  context: ({ input }) => input,
  initial: 'received',
  states: {
    received: {
      on: {
        moved: [
          { guard: 'isSuspected', target: 'queued', actions: ['know', ...SUSPECT] },
          { target: 'queued', actions: 'know' },
        ],
      },
    },

    queued: {
      entry: letter('alarm-moved'),
      on: {
        ...DECIDED,
        moved: MOVED_AGAIN,
        hold: { target: 'on-hold', actions: 'rest' },
        escalate: { target: 'escalated' },
        noted: { target: 'queued', reenter: true },
        advised: { target: 'queued', reenter: true },
      },
      after: { queueReminder: { target: 'queued', reenter: true } },
    },

    'on-hold': {
      on: {
        ...DECIDED,
        moved: MOVED_AGAIN,
        hold: { target: 'on-hold', reenter: true, actions: 'rest' },
        escalate: { target: 'escalated' },
        noted: { actions: 'know' },
        advised: { actions: 'know' },
      },
      after: { hold: { target: 'queued' } },
    },

    escalated: {
      entry: letter('moved-advice'),
      on: {
        ...DECIDED,
        moved: MOVED_AGAIN,
        hold: { target: 'on-hold', actions: 'rest' },
        escalate: { target: 'escalated', reenter: true },
        noted: { actions: 'know' },
        advised: { target: 'queued' },
      },
      after: { answer: { target: 'queued' } },
    },

    'on-notice': {
      on: {
        ...DECIDED_OTHERWISE,
        done: { target: 'settled' },
        moved: MOVED_LATER,
        noted: { actions: 'know' },
      },
      after: {
        noticeReminder: { target: 'on-notice', reenter: true, actions: [REMIND, ASK_AGAIN] },
      },
    },

    'in-transition': {
      on: {
        ...DECIDED,
        done: { target: 'settled' },
        moved: MOVED_LATER,
        noted: { actions: 'know' },
      },
      after: { hold: { target: 'in-transition', reenter: true, actions: ['weekly', REMIND] } },
    },

    settled: {},
    rejected: {},
  },
});
