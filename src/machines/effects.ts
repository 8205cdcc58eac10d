/** From what a step of the machine wishes for to letters with addressees, timers and list changes. */

import { aboutCase } from './about-case.ts';
import type { CaseEffect } from './decision.ts';
import { inviteLettersOf } from './invite-letters.ts';
import type { Wish } from './run.ts';
import { lostLettersOf } from './lost-letters.ts';
import { movedLettersOf } from './moved-letters.ts';
import { isOwn } from './own.ts';
import { ownLettersOf } from './own-letters.ts';
import { OBJECTION, SUSPECTED } from './facts.ts';
import { anchorMoved, lettersOf, plain, type StepSetting } from './step-letters.ts';
import { undoOf } from './undo.ts';
import { type CaseKind, type CaseState, CLOSED } from './words/case.ts';
import type { TokenPurpose } from './words/token.ts';

/** All effects of a step, in the machine's order; tokens that the step makes void come first. */
export function effectsOf(setting: StepSetting): CaseEffect[] {
  return [
    ...revocations(setting),
    ...setting.step.wishes.flatMap((wish) => carryOut(wish, setting)),
  ];
}

function carryOut(wish: Wish, setting: StepSetting): CaseEffect[] {
  switch (wish.type) {
    case 'letter':
      return writerFor(setting.draft.kind)(wish.letter, wish.reminder, setting);
    case 'set-timer':
      return [{ type: 'set-timer', id: wish.id, delayMs: wish.delay }];
    case 'cancel-timer':
      return [{ type: 'cancel-timer', id: wish.id }];
    case 'freeze':
      return [{ type: 'freeze', ...freezeOf(setting) }];
    case 'undo':
      return undo(setting);
    case 'apply':
      return [{ type: 'apply' }];
  }
}

function freezeOf({ draft, actor }: StepSetting) {
  return draft.kind === 'redelegation' ? SUSPECTED : { by: actor, reason: OBJECTION };
}

function writerFor(kind: CaseKind): typeof lettersOf {
  if (kind === 'unreachable') return lostLettersOf;
  if (kind === 'invite') return inviteLettersOf;
  if (kind === 'redelegation') return movedLettersOf;
  return isOwn(kind) ? ownLettersOf : lettersOf;
}

// Who leaves or comes back is told; nobody leaves the list in silence.
function undo(setting: StepSetting): CaseEffect[] {
  const { draft, undo: facts } = setting;
  if (facts === undefined) throw new Error('a change is undone without a look at the list');
  const contacts = undoOf(facts, draft.request);
  const about = aboutCase(draft, setting.now, setting.was);
  const had = new Set(facts.roster.map(({ address }) => address));
  const has = new Set(contacts.map(({ address }) => address));
  const reason = OBJECTION;
  return [
    { type: 'set-roster', contacts, reason, expected: facts.roster, undo: true },
    ...facts.roster
      .filter(({ address }) => !has.has(address))
      .map(({ address }) => plain(setting, 'taken-off', address, { about })),
    ...contacts
      .filter(({ address }) => !had.has(address))
      .map((contact) => plain(setting, 'back-on-list', contact.address, { about, contact })),
  ];
}

const MAY_NOT_ANSWER: ReadonlySet<CaseState> = new Set([...CLOSED, 'awaiting-unfreeze']);

// A token lives only while the case waits for it; a copy's objection token outlives the approval.
function revocations({ step, was, draft }: StepSetting): CaseEffect[] {
  const moved = was !== undefined && was.state !== step.state;
  const keepDigest = draft.context.digest;
  const changed = was !== undefined && was.context.digest !== keepDigest;
  const purposes: TokenPurpose[] = [];
  if (moved) purposes.push('details', 'question', 'committee', 'own');
  if (moved || changed) purposes.push('challenge');
  const effects: CaseEffect[] = [];
  // What a letter about it proved ends with the case; its last alarms bring codes of their own.
  if (moved && CLOSED.includes(step.state)) purposes.push('validate');
  // A late answer about a contact whom mail does not reach is welcome, but not while changes are stopped.
  if (moved && MAY_NOT_ANSWER.has(step.state)) purposes.push('invite');
  if (purposes.length > 0) {
    const keep = moved ? 'none' : keepDigest;
    effects.push({ type: 'revoke-tokens', purposes, keepDigest: keep, reason: 'case moved on' });
  }
  if (changed || anchorMoved(was, draft)) {
    const all: TokenPurpose[] = [
      'validate',
      'objection',
      'details',
      'question',
      'challenge',
      'committee',
      'invite',
    ];
    const void_: TokenPurpose[] = anchorMoved(was, draft) ? all : ['objection'];
    const reason = 'request changed';
    effects.push({ type: 'revoke-tokens', purposes: void_, keepDigest: 'none', reason });
  }
  if (was !== undefined && was.context.shown !== draft.context.shown) {
    const { shown } = draft.context;
    const reason = 'there is more to see';
    effects.push({ type: 'revoke-tokens', purposes: ['validate'], keepDigest: shown, reason });
  }
  return effects;
}
