/** From what a step of the machine wishes for to letters with addressees, timers and list changes. */

import { aboutCase } from './about-case.ts';
import type { CaseEffect } from './decision.ts';
import type { Wish } from './run.ts';
import { isOwn } from './own.ts';
import { ownLettersOf } from './own-letters.ts';
import { anchorMoved, lettersOf, peopleOf, plain, type StepSetting } from './step-letters.ts';
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
      return isOwn(setting.draft.kind)
        ? ownLettersOf(wish.letter, wish.reminder, setting)
        : lettersOf(wish.letter, wish.reminder, setting);
    case 'set-timer':
      return [{ type: 'set-timer', id: wish.id, delayMs: wish.delay }];
    case 'cancel-timer':
      return [{ type: 'cancel-timer', id: wish.id }];
    case 'freeze':
      return [{ type: 'freeze', by: setting.actor, reason: 'objection of the Admin Contact' }];
    case 'undo':
      return [undo(setting), ...takenOff(setting)];
    case 'apply':
      return [{ type: 'apply' }];
  }
}

function undo({ draft }: StepSetting): CaseEffect {
  const { before, after } = draft.request;
  return { type: 'undo', before, after, reason: 'objection of the Admin Contact' };
}

// Those who were welcomed are told; nobody leaves the list in silence.
function takenOff(setting: StepSetting): CaseEffect[] {
  const about = aboutCase(setting.draft, setting.now, setting.was);
  return peopleOf(setting.draft).joining.map(({ address }) =>
    plain(setting, 'taken-off', address, { about }),
  );
}

// A token lives only while the case waits for it; a copy's objection token outlives the approval.
function revocations({ step, was, draft }: StepSetting): CaseEffect[] {
  const moved = was !== undefined && was.state !== step.state;
  const keepDigest = draft.context.digest;
  const changed = was !== undefined && was.context.digest !== keepDigest;
  const purposes: TokenPurpose[] = [];
  if (moved) purposes.push('details', 'question', 'committee', 'own');
  if (moved || changed) purposes.push('challenge');
  const effects: CaseEffect[] = [];
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
