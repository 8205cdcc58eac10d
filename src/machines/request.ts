/**
 * The machine of a request (report 2.2, Table 4; design 8): from the first mail to the list change.
 * It is only ever run through `transition()` as a pure function: actions and delays come out as data.
 */

import { assign, setup } from 'xstate';
import type { CaseContext } from './words/case.ts';
import { enoughFor, type Evidence } from './words/evidence.ts';
import type { LetterName } from './letters/letter.ts';

/** How often missing data are asked for before a Validator takes over (design 7). */
export const MAX_ROUNDS = 3;

/** The request as it stands after a mail has been read; `digest` is of the change it asks for. */
export interface DetailsEvent {
  readonly type: 'details';
  readonly evidence: Evidence;
  readonly cctldKnown: boolean;
  readonly complete: boolean;
  readonly digest: string;
}

const tellBothAnchors = { type: 'letter', params: { letter: 'anchor-changed' } } as const;

export type RequestEvent =
  | DetailsEvent
  | { readonly type: 'confirmed' }
  | { readonly type: 'objected' }
  | { readonly type: 'approve'; readonly digest: string }
  | { readonly type: 'reject' }
  | { readonly type: 'ask' }
  | { readonly type: 'anchor-changed'; readonly digest: string }
  | { readonly type: 'changed-meanwhile'; readonly digest: string }
  | { readonly type: 'superseded' }
  | { readonly type: 'applied' }
  | { readonly type: 'apply-failed' };

export const requestMachine = setup({
  types: {
    context: {} as CaseContext,
    input: {} as CaseContext,
    events: {} as RequestEvent,
  },
  actions: {
    /** Asks for a letter; who gets it and what it says is decided outside. */
    letter: (_, _params: { letter: LetterName; reminder?: true }) => undefined,
    /** Queues the list change. */
    apply: () => undefined,
    /** Stops all changes of the ccTLD until a Validator lifts it. */
    freeze: () => undefined,
    /** Takes the people whom this case put on the roster off again. */
    undo: () => undefined,
    read: assign(({ event }) => {
      if (event.type !== 'details') return {};
      const { evidence, cctldKnown, complete, digest } = event;
      return { evidence, cctldKnown, complete, digest, approvedDigest: '' };
    }),
    prove: assign({ evidence: 'E4' }),
    // What was proven to the old Admin Contact is not proven to the new one.
    unprove: assign(({ event }) =>
      event.type === 'anchor-changed'
        ? { evidence: 'E0' as const, digest: event.digest, approvedDigest: '' }
        : {},
    ),
    reread: assign(({ event }) =>
      event.type === 'changed-meanwhile' ? { digest: event.digest, approvedDigest: '' } : {},
    ),
    approve: assign({ approvedDigest: ({ context }) => context.digest }),
    countRound: assign({ rounds: ({ context }) => context.rounds + 1 }),
    markTraced: assign({ tracedDigest: ({ context }) => context.digest }),
  },
  guards: {
    cctldMissing: ({ context }) => !context.cctldKnown,
    detailsMissing: ({ context }) => !context.complete && context.rounds < MAX_ROUNDS,
    notEnoughEvidence: ({ context }) => !enoughFor(context.policy, context.evidence),
    notTraced: ({ context }) => context.tracedDigest !== context.digest,
    asShown: ({ context, event }) =>
      event.type === 'approve' &&
      event.digest !== '' &&
      event.digest === context.digest &&
      enoughFor(context.policy, context.evidence),
  },
  delays: {
    answer: ({ context }) => context.terms.answer,
    reminder: ({ context }) => context.terms.reminder,
    queueReminder: ({ context }) => context.terms.queueReminder,
    applyRetry: ({ context }) => context.terms.applyRetry,
  },
}).createMachine({
  id: 'request',
  context: ({ input }) => input,
  initial: 'received',
  states: {
    received: { on: { details: { target: 'weighing', actions: 'read' } } },

    // Never rests here: every change of the request is weighed anew.
    weighing: {
      always: [
        { guard: 'cctldMissing', target: 'needs-cctld' },
        { guard: 'detailsMissing', target: 'needs-details' },
        { guard: 'notEnoughEvidence', target: 'challenged' },
        {
          guard: 'notTraced',
          target: 'queued',
          actions: [
            'markTraced',
            { type: 'letter', params: { letter: 'traced' } },
            { type: 'letter', params: { letter: 'received' } },
          ],
        },
        { target: 'queued' },
      ],
    },

    'needs-cctld': {
      entry: ['countRound', { type: 'letter', params: { letter: 'which-cctld' } }],
      on: {
        details: { target: 'weighing', actions: 'read' },
        superseded: { target: 'superseded' },
      },
      after: {
        reminder: { actions: { type: 'letter', params: { letter: 'reminder' } } },
        answer: { target: 'expired' },
      },
    },

    'needs-details': {
      entry: ['countRound', { type: 'letter', params: { letter: 'clarify' } }],
      on: {
        details: { target: 'weighing', actions: 'read' },
        objected: { target: 'objected' },
        superseded: { target: 'superseded' },
        'anchor-changed': { target: 'weighing', actions: ['unprove', tellBothAnchors] },
      },
      after: {
        reminder: { actions: { type: 'letter', params: { letter: 'reminder' } } },
        answer: { target: 'expired' },
      },
    },

    challenged: {
      entry: [
        { type: 'letter', params: { letter: 'challenge' } },
        { type: 'letter', params: { letter: 'received' } },
      ],
      on: {
        confirmed: { target: 'weighing', actions: 'prove' },
        objected: { target: 'objected' },
        details: { target: 'weighing', actions: 'read' },
        superseded: { target: 'superseded' },
        'anchor-changed': { target: 'weighing', actions: ['unprove', tellBothAnchors] },
      },
      after: {
        reminder: { actions: { type: 'letter', params: { letter: 'challenge', reminder: true } } },
        answer: { target: 'expired' },
      },
    },

    queued: {
      entry: { type: 'letter', params: { letter: 'queue' } },
      on: {
        approve: { guard: 'asShown', target: 'applying', actions: 'approve' },
        reject: { target: 'rejected' },
        ask: { target: 'asked' },
        objected: { target: 'objected' },
        details: { target: 'weighing', actions: 'read' },
        superseded: { target: 'superseded' },
        'changed-meanwhile': { target: 'queued', reenter: true, actions: 'reread' },
        'anchor-changed': { target: 'weighing', actions: ['unprove', tellBothAnchors] },
      },
      after: { queueReminder: { target: 'queued', reenter: true } },
    },

    asked: {
      entry: { type: 'letter', params: { letter: 'question' } },
      on: {
        details: { target: 'weighing', actions: 'read' },
        approve: { guard: 'asShown', target: 'applying', actions: 'approve' },
        reject: { target: 'rejected' },
        ask: { target: 'asked', reenter: true },
        objected: { target: 'objected' },
        superseded: { target: 'superseded' },
        'changed-meanwhile': { target: 'queued', actions: 'reread' },
        'anchor-changed': { target: 'weighing', actions: ['unprove', tellBothAnchors] },
      },
      after: {
        reminder: { actions: { type: 'letter', params: { letter: 'question', reminder: true } } },
        answer: { target: 'queued' },
      },
    },

    applying: {
      entry: 'apply',
      on: {
        applied: { target: 'applied' },
        reject: { target: 'rejected' },
        'apply-failed': { target: 'apply-failed' },
        objected: { target: 'objected' },
        'changed-meanwhile': { target: 'queued', actions: 'reread' },
        'anchor-changed': { target: 'weighing', actions: ['unprove', tellBothAnchors] },
      },
    },

    'apply-failed': {
      entry: { type: 'letter', params: { letter: 'alarm-apply' } },
      on: {
        reject: { target: 'rejected' },
        objected: { target: 'objected' },
        'anchor-changed': { target: 'weighing', actions: ['unprove', tellBothAnchors] },
      },
      after: { applyRetry: { target: 'applying' } },
    },

    applied: {
      entry: [
        { type: 'letter', params: { letter: 'welcome' } },
        { type: 'letter', params: { letter: 'applied' } },
      ],
      on: { objected: { target: 'objected', actions: 'undo' } },
    },

    rejected: { entry: { type: 'letter', params: { letter: 'rejected' } } },
    expired: { entry: { type: 'letter', params: { letter: 'expired' } } },
    superseded: { entry: { type: 'letter', params: { letter: 'superseded' } } },
    objected: {
      entry: [
        'freeze',
        { type: 'letter', params: { letter: 'objected' } },
        { type: 'letter', params: { letter: 'alarm-objection' } },
      ],
    },
  },
});
