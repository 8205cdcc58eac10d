/** What a case's letters may show of it, as it stands at that moment. */

import type { CaseDraft } from './decision.ts';
import type { CaseFacts } from './letters/letter.ts';
import type { Case } from './words/case.ts';

/** The facts about a case for its letters. */
export function aboutCase(draft: CaseDraft | Case, now: Date, was?: Case): CaseFacts {
  const { request, context } = draft;
  const due = was?.state === draft.state ? was.dueAt : dueOf(draft, now);
  return {
    ...(draft.cctld === undefined ? {} : { cctld: draft.cctld }),
    ...(draft.anchor === undefined ? {} : { anchor: draft.anchor }),
    ...(due === undefined ? {} : { due }),
    requester: draft.requester,
    kind: draft.kind,
    contacts: request.contacts,
    after: request.after,
    drafts: request.drafts,
    before: request.before,
    complaints: request.complaints,
    warnings: request.warnings,
    evidence: context.evidence,
    evidenceFacts: request.evidenceFacts,
    policy: context.policy,
    state: draft.state,
    opened: was?.openedAt ?? now.toISOString(),
    text: request.text,
    candidates: request.candidates,
    notes: request.notes,
    approvals: context.approvals,
    approvalsNeeded: context.approvalsNeeded,
    ...(request.reason === undefined ? {} : { reason: request.reason }),
    ...(request.lost === undefined ? {} : { lost: request.lost }),
    ...(request.invitation === undefined ? {} : { invitation: request.invitation }),
    ...(request.moved === undefined ? {} : { moved: request.moved }),
  };
}

const AWAITING_ANSWER = new Set([
  'needs-cctld',
  'needs-details',
  'challenged',
  'asked',
  'escalated',
]);

function dueOf(draft: CaseDraft | Case, now: Date): string | undefined {
  const { state, context } = draft;
  if (state === 'on-hold') return new Date(now.getTime() + context.hold).toISOString();
  if (!AWAITING_ANSWER.has(state)) return undefined;
  return new Date(now.getTime() + context.terms.answer).toISOString();
}
