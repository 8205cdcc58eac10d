/** Puts a step of the machine and the request together into one change of a case. */

import type { AuditNote, CaseChange, CaseDraft } from './decision.ts';
import { shownOf } from './digest.ts';
import { effectsOf } from './effects.ts';
import type { Settings } from './facts.ts';
import { advance, begin, type CaseEvent, type Step, type TimerEvent } from './run.ts';
import type { UndoFacts } from './undo.ts';
import type { Case, CaseContext, Request } from './words/case.ts';

interface At {
  readonly now: Date;
  readonly settings: Settings;
  readonly undo?: UndoFacts;
}

type Opening = Omit<CaseDraft, 'state' | 'context'>;

/** Opens a case with its first event. */
export function openCase(
  at: At,
  opening: Opening,
  context: CaseContext,
  event: CaseEvent,
  audit: AuditNote,
): CaseChange {
  const step = showing(opening.request, begin(context, event, opening.kind));
  const next = { ...opening, state: step.state, context: step.context };
  return { next, effects: effects(at, next, step, audit), audit };
}

/** What a decision may replace in a stored case besides its state. */
export type Patch = Partial<
  Pick<CaseDraft, 'kind' | 'cctld' | 'anchor' | 'snapshotId' | 'request' | 'requester'>
>;

/** Moves a stored case by one event; undefined when the event has no place in its state. */
export function moveCase(
  at: At,
  was: Case,
  event: CaseEvent | TimerEvent,
  audit: AuditNote,
  patch: Patch = {},
): CaseChange | undefined {
  const moved = advance(was, event);
  if (moved === undefined) return undefined;
  const step = showing(patch.request ?? was.request, moved);
  const next = { ...draftOf(was), ...patch, state: step.state, context: step.context };
  return { was, next, effects: effects(at, next, step, audit, was), audit };
}

function showing(request: Request, step: Step): Step {
  return { ...step, context: { ...step.context, shown: shownOf(request, step.context) } };
}

/** A case as a draft, to be changed in part. */
function draftOf(was: Case): CaseDraft {
  const { kind, cctld, state, context, request, requester, anchor, snapshotId } = was;
  return {
    kind,
    state,
    context,
    request,
    requester,
    ...(cctld === undefined ? {} : { cctld }),
    ...(anchor === undefined ? {} : { anchor }),
    ...(snapshotId === undefined ? {} : { snapshotId }),
  };
}

/** The request with one thing replaced. */
export function withRequest(was: Case, change: Partial<Request>): Request {
  return { ...was.request, ...change };
}

function effects(at: At, draft: CaseDraft, step: Step, audit: AuditNote, was?: Case) {
  return effectsOf({
    draft,
    step,
    now: at.now,
    settings: at.settings,
    actor: audit.actor,
    ...(was === undefined ? {} : { was }),
    ...(at.undo === undefined ? {} : { undo: at.undo }),
  });
}
