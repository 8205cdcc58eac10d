/**
 * The machine of a request (report 2.2, Table 4; design 8): from the first mail to the list change.
 * It is only ever run through `transition()` as a pure function: actions and delays come out as data.
 */

import { assign, setup } from 'xstate';
import type { CaseContext } from './words/case.ts';
import type { Address } from './words/address.ts';
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
  /** Only of a Validator's own wish: whatever a mail adds makes it a request of that mail, to be proven. */
  readonly origin?: 'validator';
}

const UNAPPROVED = { approvedDigest: '', approvals: [] };

function hasEvidence({ origin, policy, evidence }: CaseContext): boolean {
  return origin === 'validator' || enoughFor(policy, evidence);
}

function isAsShown(context: CaseContext, event: RequestEvent): boolean {
  const isSame = event.type === 'approve' && event.digest !== '' && event.digest === context.digest;
  return isSame && hasEvidence(context);
}

// One Validator is one pair of eyes, however often they say it.
function withApproval({ approvals }: CaseContext, event: RequestEvent): readonly Address[] {
  return event.type === 'approve' ? [...new Set([...approvals, event.by])] : approvals;
}

const tellBothAnchors = { type: 'letter', params: { letter: 'anchor-changed' } } as const;

export type RequestEvent =
  | DetailsEvent
  | { readonly type: 'confirmed' }
  | { readonly type: 'objected' }
  | { readonly type: 'approve'; readonly digest: string; readonly by: Address }
  | { readonly type: 'reject' }
  | { readonly type: 'ask' }
  | { readonly type: 'hold'; readonly ms: number }
  | { readonly type: 'escalate' }
  /** The Standing Committee has answered. */
  | { readonly type: 'advised' }
  /** A Validator has set data of the request; less evidence where the Admin Contact must see it again. */
  | {
      readonly type: 'amended';
      readonly digest: string;
      readonly complete: boolean;
      readonly evidence: Evidence;
    }
  | { readonly type: 'verified'; readonly evidence: Evidence }
  /** There is more for the Validators to see. */
  | { readonly type: 'noted' }
  | { readonly type: 'anchor-changed'; readonly digest: string }
  | { readonly type: 'changed-meanwhile'; readonly digest: string; readonly complete: boolean }
  | { readonly type: 'superseded' }
  | { readonly type: 'applied' }
  | { readonly type: 'apply-failed' };

/** What a Validator may do with a case that people have seen. */
const VALIDATOR_DECIDES = {
  approve: [
    { guard: 'asShown', target: 'applying', actions: 'approve' },
    { guard: 'asShownToOne', target: 'queued', reenter: true, actions: 'approveFirst' },
  ],
  reject: { target: 'rejected' },
  ask: { target: 'asked', reenter: true },
  hold: { target: 'on-hold', reenter: true, actions: ['rest', 'dropApprovals'] },
  escalate: { target: 'escalated', reenter: true, actions: 'dropApprovals' },
  amended: { target: 'weighing', actions: 'amend' },
} as const;

/** The Admin Contact, a newer request, the registry. */
const OTHERS_MAY_END_IT = {
  objected: { target: 'objected' },
  superseded: { target: 'superseded' },
  'anchor-changed': { target: 'weighing', actions: ['unprove', tellBothAnchors] },
} as const;

/** More to see, while nobody is asked to look: the next letter shows it. */
const QUIETLY = {
  verified: { actions: 'verify' },
  noted: { actions: 'dropApprovals' },
  advised: { actions: 'dropApprovals' },
} as const;

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
      const { evidence, cctldKnown, complete, digest, origin = 'mail' as const } = event;
      return { evidence, cctldKnown, complete, digest, origin, ...UNAPPROVED };
    }),
    amend: assign(({ event }) => {
      if (event.type !== 'amended') return {};
      const { evidence, complete, digest } = event;
      return { evidence, complete, digest, ...UNAPPROVED };
    }),
    verify: assign(({ event }) =>
      event.type === 'verified' ? { evidence: event.evidence, approvals: [] } : {},
    ),
    // What was added since the first approval was not seen by who gave it.
    dropApprovals: assign({ approvals: [] }),
    rest: assign(({ event }) => (event.type === 'hold' ? { hold: event.ms } : {})),
    prove: assign({ evidence: 'E4' }),
    // What was proven to the old Admin Contact is not proven to the new one.
    unprove: assign(({ event }) =>
      event.type === 'anchor-changed'
        ? { evidence: 'E0' as const, digest: event.digest, ...UNAPPROVED }
        : {},
    ),
    reread: assign(({ event }) =>
      event.type === 'changed-meanwhile'
        ? { digest: event.digest, complete: event.complete, ...UNAPPROVED }
        : {},
    ),
    approve: assign(({ context, event }) => ({
      approvals: withApproval(context, event),
      approvedDigest: context.digest,
    })),
    approveFirst: assign(({ context, event }) => ({ approvals: withApproval(context, event) })),
    countRound: assign({ rounds: ({ context }) => context.rounds + 1 }),
    markTraced: assign({ tracedDigest: ({ context }) => context.digest }),
  },
  guards: {
    cctldMissing: ({ context }) => !context.cctldKnown,
    detailsMissing: ({ context }) => !context.complete && context.rounds < MAX_ROUNDS,
    notEnoughEvidence: ({ context }) => !hasEvidence(context),
    notTraced: ({ context }) => context.tracedDigest !== context.digest,
    asShown: ({ context, event }) =>
      isAsShown(context, event) && withApproval(context, event).length >= context.approvalsNeeded,
    // Two pairs of eyes: the first approval is noted, and the case stays in the queue.
    asShownToOne: ({ context, event }) => isAsShown(context, event),
  },
  delays: {
    answer: ({ context }) => context.terms.answer,
    reminder: ({ context }) => context.terms.reminder,
    queueReminder: ({ context }) => context.terms.queueReminder,
    applyRetry: ({ context }) => context.terms.applyRetry,
    hold: ({ context }) => context.hold,
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
            { type: 'letter', params: { letter: 'heads-up' } },
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
        ...OTHERS_MAY_END_IT,
        details: { target: 'weighing', actions: 'read' },
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
        ...OTHERS_MAY_END_IT,
        confirmed: { target: 'weighing', actions: 'prove' },
        details: { target: 'weighing', actions: 'read' },
      },
      after: {
        reminder: { actions: { type: 'letter', params: { letter: 'challenge', reminder: true } } },
        answer: { target: 'expired' },
      },
    },

    queued: {
      entry: { type: 'letter', params: { letter: 'queue' } },
      on: {
        ...VALIDATOR_DECIDES,
        ...OTHERS_MAY_END_IT,
        details: { target: 'weighing', actions: 'read' },
        verified: { target: 'queued', reenter: true, actions: 'verify' },
        noted: { target: 'queued', reenter: true, actions: 'dropApprovals' },
        advised: { target: 'queued', reenter: true, actions: 'dropApprovals' },
        'changed-meanwhile': { target: 'weighing', actions: 'reread' },
      },
      after: { queueReminder: { target: 'queued', reenter: true } },
    },

    asked: {
      entry: { type: 'letter', params: { letter: 'question' } },
      on: {
        ...VALIDATOR_DECIDES,
        ...OTHERS_MAY_END_IT,
        ...QUIETLY,
        details: { target: 'weighing', actions: 'read' },
        'changed-meanwhile': { target: 'weighing', actions: 'reread' },
      },
      after: {
        reminder: { actions: { type: 'letter', params: { letter: 'question', reminder: true } } },
        answer: { target: 'queued' },
      },
    },

    'on-hold': {
      entry: { type: 'letter', params: { letter: 'on-hold' } },
      on: {
        ...VALIDATOR_DECIDES,
        ...OTHERS_MAY_END_IT,
        ...QUIETLY,
        details: { target: 'weighing', actions: 'read' },
      },
      after: { hold: { target: 'queued' } },
    },

    escalated: {
      entry: { type: 'letter', params: { letter: 'escalation' } },
      on: {
        ...VALIDATOR_DECIDES,
        ...OTHERS_MAY_END_IT,
        ...QUIETLY,
        details: { target: 'weighing', actions: 'read' },
        advised: { target: 'queued', actions: 'dropApprovals' },
      },
      after: { answer: { target: 'queued' } },
    },

    applying: {
      entry: 'apply',
      on: {
        applied: { target: 'applied' },
        reject: { target: 'rejected' },
        'apply-failed': { target: 'apply-failed' },
        objected: { target: 'objected' },
        'changed-meanwhile': { target: 'weighing', actions: 'reread' },
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
        { type: 'letter', params: { letter: 'data-changed' } },
        { type: 'letter', params: { letter: 'removed' } },
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
