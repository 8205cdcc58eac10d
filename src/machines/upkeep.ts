/** Decisions that no mail causes: a timer, the list change itself, another anchor in the registry. */

import { moveCase, withRequest } from './change.ts';
import type { CaseChange } from './decision.ts';
import type { ApplyFacts, RegistryView, Settings } from './facts.ts';
import type { ReasonCode } from './reasons.ts';
import { kindOf, planRequest } from './request-plan.ts';
import type { Contact } from './words/contact.ts';
import { CLOSED, type Case } from './words/case.ts';

interface At {
  readonly now: Date;
  readonly settings: Settings;
}

/** A timer of a case ran out; undefined when the case has moved on meanwhile. */
export function decideTimer(at: At, found: Case, timer: string): CaseChange | undefined {
  const reason = timerReason(found, timer);
  return moveCase(
    at,
    found,
    { type: 'timer', id: timer },
    { actor: 'timer', reason, facts: { timer } },
  );
}

function timerReason(found: Case, timer: string): ReasonCode {
  if (/\.(?:reminder|lastReminder)\./.test(timer)) return 'timer-reminder';
  if (found.state === 'awaiting-successor') return 'successor-missing';
  if (timer.includes('.queueReminder.')) return 'timer-queue';
  if (timer.includes('.applyRetry.')) return 'timer-retry';
  if (timer.includes('.hold.')) return 'timer-hold';
  if (found.state === 'escalated') return 'advice-missing';
  return found.state === 'asked' ? 'question-unanswered' : 'timer-expired';
}

/**
 * The moment of the list change (report 2.2: the list follows the registry): everything that the
 * approval rested on is read again and must still be the same, else the case goes back.
 */
export function decideApply(facts: ApplyFacts): CaseChange | undefined {
  const { case: found, registry, roster } = facts;
  if (found.anchor !== registry.anchor) return decideAnchor(facts, found, registry, facts);
  const { kind, after, digest, complaints } = planNow(found, registry, facts);
  if (digest === '' || digest !== found.context.approvedDigest) {
    const complete = complaints.length === 0;
    const event = { type: 'changed-meanwhile', digest, complete } as const;
    const audit = { actor: 'engine', reason: 'roster-changed', facts: { digest } } as const;
    return moveCase(facts, found, event, audit, {
      kind,
      request: withRequest(found, { before: roster, after, complaints }),
    });
  }
  return applied(facts, digest, after);
}

function applied(facts: ApplyFacts, digest: string, after: readonly Contact[]) {
  const { case: found, registry } = facts;
  const contacts = after.map((contact) => asStored(contact, facts));
  const change = moveCase(
    facts,
    found,
    { type: 'applied' },
    {
      actor: 'engine',
      reason: 'applied',
      facts: {
        approvedBy: found.context.approvals.join(', '),
        snapshot: registry.snapshotId,
        anchor: registry.anchor,
        digest,
      },
    },
    { snapshotId: registry.snapshotId, request: withRequest(found, { after: contacts }) },
  );
  if (change === undefined) return undefined;
  const reason = `case ${found.id}`;
  return {
    ...change,
    effects: [
      { type: 'set-roster', contacts, reason, expected: facts.roster } as const,
      ...change.effects,
    ],
  };
}

// Another ccTLD's request must not change a person's name or phones: letters show what is stored.
function asStored(contact: Contact, { known, registry }: ApplyFacts): Contact {
  const person = known.find(({ address }) => address === contact.address);
  if (person === undefined || person.cctlds.every((cctld) => cctld === registry.cctld))
    return contact;
  const { firstName, lastName, phones } = person;
  return { ...contact, firstName, lastName, phones };
}

/** The registry has another Admin Contact address, and it counts: what the old one proved is void. */
export function decideAnchor(
  at: At,
  found: Case,
  registry: RegistryView,
  list: Pick<ApplyFacts, 'roster' | 'known'>,
): CaseChange | undefined {
  if (CLOSED.includes(found.state) || found.anchor === registry.anchor) return undefined;
  const { after, digest } = planNow(found, registry, list);
  const { warnings } = found.request;
  return moveCase(
    at,
    found,
    { type: 'anchor-changed', digest },
    {
      actor: 'registry',
      reason: 'anchor-changed',
      facts: { from: found.anchor ?? '', to: registry.anchor, snapshot: registry.snapshotId },
    },
    {
      anchor: registry.anchor,
      snapshotId: registry.snapshotId,
      request: withRequest(found, {
        before: list.roster,
        after,
        warnings: [{ code: 'anchor-changed', found: found.anchor ?? '' }, ...warnings],
        evidenceFacts: [
          `The registry now lists ${registry.anchor}; what ${found.anchor ?? 'the old address'} proved does not count any more.`,
        ],
      }),
    },
  );
}

/** The list could not be changed. */
export function decideApplyFailed(at: At, found: Case, why: string): CaseChange | undefined {
  return moveCase(
    at,
    found,
    { type: 'apply-failed' },
    { actor: why, reason: 'apply-failed', facts: { why } },
  );
}

function planNow(
  { kind, request }: Case,
  { cctld, anchor }: RegistryView,
  { roster, known }: Pick<ApplyFacts, 'roster' | 'known'>,
) {
  // Somebody came to the empty list meanwhile: now it is a change of a list like any other.
  const now = kind === 'subscribe' ? kindOf(roster, request.asks) : kind;
  return planRequest({ ...request, kind: now }, { cctld, anchor, roster, known });
}
