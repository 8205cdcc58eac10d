/** Decides about invitations (design 8.6): how one is opened, and how it keeps in step with the world. */

import { moveCase, openCase, withRequest } from './change.ts';
import type { CaseChange } from './decision.ts';
import type { RegistryView, Settings } from './facts.ts';
import type { InviteEvent } from './invite.ts';
import { freshContext } from './read-request.ts';
import type { ReasonCode } from './reasons.ts';
import { CLOSED, type Case, type Request, type RosterEntry } from './words/case.ts';
import type { Cctld } from './words/cctld.ts';
import { atLeast } from './words/evidence.ts';

interface At {
  readonly now: Date;
  readonly settings: Settings;
}

/** An invitation that is to be opened. */
export interface NewInvitation {
  readonly view: Pick<RegistryView, 'cctld' | 'anchor' | 'snapshotId'>;
  /** A Validator's address, or `operator`. */
  readonly by: string;
  readonly wave: number;
  readonly waves: number;
  /** How long until the letter goes, in milliseconds. */
  readonly delayMs: number;
}

/**
 * Opens an invitation. The letter goes out with its wave, after the registry was asked once more. The
 * caller makes sure that none is open for the ccTLD (the store refuses a second one with `Conflict`).
 */
export function openInvitation(at: At, invitation: NewInvitation): CaseChange {
  const { view, by, wave, waves, delayMs } = invitation;
  const { cctld, anchor, snapshotId } = view;
  const request: Request = {
    drafts: [],
    contacts: [],
    asks: [],
    before: [],
    after: [],
    complaints: [],
    warnings: [],
    evidenceFacts: [],
    mails: [],
    text: '',
    candidates: [],
    notes: [],
    invitation: { by, wave, waves },
  };
  return openCase(
    at,
    { kind: 'invite', cctld, anchor, snapshotId, request, requester: anchor },
    freshContext(at),
    { type: 'ordered', ms: delayMs },
    { actor: by, reason: 'invite-planned', facts: { wave, waves, address: anchor } },
  );
}

/** What an open invitation is held against. */
export interface InviteAround {
  /** The list of the ccTLD now. */
  readonly roster: readonly RosterEntry[];
  /** The open requests of the ccTLD. */
  readonly requests: readonly Case[];
  readonly registry?: RegistryView;
}

/** What has changed around the invitation, as its next step; undefined when nothing has. */
export function followInvitation(
  at: At,
  found: Case,
  around: InviteAround,
): CaseChange | undefined {
  if (CLOSED.includes(found.state)) return undefined;
  const { roster, requests, registry } = around;
  const move = (event: InviteEvent, reason: ReasonCode, facts: Record<string, unknown> = {}) =>
    moveCase(at, found, event, { actor: 'engine', reason, facts });
  const had = new Set(found.request.before.map(({ address }) => address));
  const isIn = roster.some(({ address }) => !had.has(address));
  if (isIn) return move({ type: 'settled' }, 'invite-settled');
  const answer = requests.find(isByAnchor);
  if (answer !== undefined)
    return move({ type: 'answered' }, 'invite-answered', { request: answer.id });
  if (registry === undefined) return undefined;
  const waits = found.state === 'awaiting-unfreeze';
  if (registry.frozen !== undefined)
    return waits ? undefined : move({ type: 'stopped' }, 'invite-stopped');
  if (waits) return move({ type: 'allowed' }, 'invite-allowed');
  return anchorChanged(at, found, registry);
}

/** Whether a request is the Admin Contact's own: what others open by a mail ends no invitation. */
function isByAnchor({ context }: Case): boolean {
  return atLeast(context.evidence, 'E3');
}

// What the old address got is void, and the new one is invited when it counts; a planned letter goes to
// whoever counts on its day.
function anchorChanged(at: At, found: Case, view: RegistryView): CaseChange | undefined {
  const isSame = view.anchor === found.anchor || view.unsettledAnchor !== undefined;
  if (isSame || found.state === 'planned') return undefined;
  return moveCase(
    at,
    found,
    { type: 'anchor-changed', digest: '' },
    {
      actor: 'registry',
      reason: 'anchor-changed',
      facts: { from: found.anchor ?? '', to: view.anchor, snapshot: view.snapshotId },
    },
    toAnchor(found, view, {}),
  );
}

/** What the letter of the wave is sent with. */
export interface WaveFacts {
  readonly registry: RegistryView;
  /** Other ccTLDs that are invited at the same address. */
  readonly others: readonly Cctld[];
}

/** The time of an invitation came: its wave, a reminder, or the end of the time for an answer. */
export function decideInviteTimer(
  at: At,
  found: Case,
  timer: string,
  wave?: WaveFacts,
): CaseChange | undefined {
  const isWave = found.state === 'planned';
  if (isWave && wave === undefined) throw new Error('a wave goes out with a look at the registry');
  const patch = wave === undefined ? {} : toAnchor(found, wave.registry, { others: wave.others });
  return moveCase(
    at,
    found,
    { type: 'timer', id: timer },
    { actor: 'timer', reason: timerReason(found, timer), facts: { timer } },
    patch,
  );
}

function timerReason({ state }: Case, timer: string): ReasonCode {
  if (state === 'planned') return 'invite-sent';
  if (/\.(?:reminder|lastReminder)\./.test(timer)) return 'timer-reminder';
  return state === 'invited' ? 'invite-unanswered' : 'timer-expired';
}

function toAnchor(found: Case, view: RegistryView, more: { readonly others?: readonly Cctld[] }) {
  const { invitation } = found.request;
  if (invitation === undefined) throw new Error(`case ${found.id} is no invitation`);
  const { undeliverable: _, ...kept } = invitation;
  return {
    anchor: view.anchor,
    requester: view.anchor,
    snapshotId: view.snapshotId,
    request: withRequest(found, { invitation: { ...kept, ...more } }),
  };
}

/**
 * The mailbox of the letter does not exist, as a believed report says, or our relay at once; undefined: that
 * is known already.
 */
export function letterCameBack(
  at: At,
  found: Case,
  report: {
    readonly source: { readonly mail: string } | { readonly letter: number };
    readonly said?: string;
  },
): CaseChange | undefined {
  const { invitation, evidenceFacts } = found.request;
  if (invitation === undefined || found.anchor === undefined) return undefined;
  const { said, source } = report;
  const change = moveCase(
    at,
    found,
    { type: 'undeliverable' },
    {
      actor: 'engine',
      reason: 'invite-undeliverable',
      facts: { address: found.anchor, ...source },
    },
    {
      request: withRequest(found, {
        invitation: { ...invitation, undeliverable: true },
        evidenceFacts: [
          ...evidenceFacts,
          `Our letter to ${found.anchor} came back: the mailbox does not exist.`,
          ...(said === undefined ? [] : [`The other server said: ${said}`]),
        ],
      }),
    },
  );
  if (change === undefined) return undefined;
  const mark = { type: 'mark-undeliverable', address: found.anchor } as const;
  return { ...change, effects: [mark, ...change.effects] };
}
