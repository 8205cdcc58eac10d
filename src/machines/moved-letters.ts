/** The letters of a case about a change in the registry: to whom, and what each may show. */

import { aboutCase } from './about-case.ts';
import { toValidators } from './answers.ts';
import { commandsNow } from './commands-now.ts';
import type { CaseEffect } from './decision.ts';
import type { CaseFacts, LetterData, LetterName } from './letters/letter.ts';
import { plain, type StepSetting } from './step-letters.ts';
import type { Address } from './words/address.ts';

/** The letters of one wish. Throws when the machine asks for one that is not its own. */
export function movedLettersOf(
  letter: LetterName,
  reminder: boolean,
  setting: StepSetting,
): CaseEffect[] {
  const draft = { ...setting.draft, state: setting.step.state, context: setting.step.context };
  const at = { ...setting, draft };
  const about = aboutCase(draft, setting.now, setting.was);
  switch (letter) {
    case 'alarm-moved':
      return alarms(at, about, reminder);
    case 'moved-committee':
      return at.settings.committee.map((to) => plain(at, letter, to, { about }));
    case 'moved-advice':
      return advice(at, about);
    case 'moved-told':
      return told(at, about);
    case 'new-manager':
      return newManager(at, about, reminder);
    default:
      throw new Error(`the machine of a change in the registry cannot send the letter ${letter}`);
  }
}

function alarms(at: StepSetting, about: CaseFacts, reminder: boolean): CaseEffect[] {
  const { shown, terms } = at.draft.context;
  const can = commandsNow(at.draft, '#', at.settings.committee.length > 0);
  const token = { purpose: 'validate', digest: shown, lifeMs: terms.objection } as const;
  const news = reminder ? 'reminder' : newsOf(at);
  return toValidators(at.settings, 'alarm-moved', { about, can, news }).map((one) => ({
    ...one,
    token,
  }));
}

function newsOf({ was, draft }: StepSetting): LetterData['alarm-moved']['news'] {
  if (was === undefined) return 'first';
  const [had, has] = [was.request.moved, draft.request.moved];
  if (had?.changeId !== has?.changeId) return 'more';
  if (had?.outcome !== has?.outcome) return 'decided';
  return was.state === draft.state && was.context.shown === draft.context.shown
    ? 'reminder'
    : 'again';
}

function advice(at: StepSetting, about: CaseFacts): CaseEffect[] {
  const { digest, terms } = at.draft.context;
  const token = { purpose: 'committee', digest, lifeMs: terms.answer } as const;
  return at.settings.committee.map((to) => ({
    ...plain(at, 'moved-advice', to, { about }),
    token,
  }));
}

// The old Admin Contact too; the new one hears of it only when a Validator has found that it is one.
function told(at: StepSetting, about: CaseFacts): CaseEffect[] {
  const { moved, before } = at.draft.request;
  const { state } = at.draft;
  if (moved === undefined) return [];
  const ends = state === 'settled' || state === 'rejected';
  // Nobody was told of what was only to be looked at.
  if (ends && moved.verdict === 'review' && moved.outcome?.what === 'same' && !wasTold(at))
    return [];
  const people = before.map(({ address }) => address);
  const isNew = at.draft.anchor !== moved.oldAnchor;
  const all: Address[] = [...people, ...(isNew ? [moved.oldAnchor] : [])];
  const anchors = ends && at.draft.anchor !== undefined ? [at.draft.anchor] : [];
  // The new Admin Contact may be a contact as well: while it is suspected, no letter goes there.
  const hidden = ends || state !== 'queued' ? undefined : isNew ? at.draft.anchor : undefined;
  return [...new Set([...all, ...(wasTold(at) ? anchors : [])])]
    .filter((to) => to !== hidden)
    .map((to) => plain(at, 'moved-told', to, { about }));
}

function wasTold({ was }: StepSetting): boolean {
  return (
    was?.request.moved?.verdict === 'redelegation' || was?.request.moved?.outcome !== undefined
  );
}

/** As long as the new Admin Contact may take for an answer. */
const INVITE_LIFE = 60 * 86_400_000;

// Mailed only to the new Admin Contact: the answer is that one's word (E4), and a request of its own.
function newManager(at: StepSetting, about: CaseFacts, reminder: boolean): CaseEffect[] {
  const { anchor } = at.draft;
  if (anchor === undefined) return [];
  // Who was invited when it was decided need not be invited again.
  const wasDecided = at.was?.state === 'on-notice' || at.was?.state === 'in-transition';
  if (!reminder && wasDecided && at.was?.anchor === anchor) return [];
  const letter = plain(at, 'new-manager', anchor, { about });
  return [{ ...letter, token: { purpose: 'invite', digest: '', lifeMs: INVITE_LIFE } }];
}
