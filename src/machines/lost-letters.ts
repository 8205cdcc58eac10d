/** The letters of a case about a contact whom mail does not reach: to whom, and what each may show. */

import { aboutCase } from './about-case.ts';
import { toValidators } from './answers.ts';
import { commandsNow } from './commands-now.ts';
import type { CaseEffect, LetterEffect } from './decision.ts';
import type { CaseFacts, LetterName } from './letters/letter.ts';
import { plain, type StepSetting } from './step-letters.ts';

/** The letters of one wish. Throws when the machine asks for one that is not its own. */
export function lostLettersOf(
  letter: LetterName,
  reminder: boolean,
  setting: StepSetting,
): CaseEffect[] {
  const draft = { ...setting.draft, state: setting.step.state, context: setting.step.context };
  const at = { ...setting, draft };
  const about = aboutCase(draft, setting.now, setting.was);
  switch (letter) {
    case 'successor':
      return successor(at, about, reminder);
    case 'colleague-lost':
      return (setting.was?.context.rounds ?? 0) > 0
        ? []
        : colleagues(at).map((to) => plain(at, letter, to, { about }));
    case 'lost-over':
      return over(at, about);
    case 'alarm-lost':
      return alarms(at, about);
    default:
      throw new Error(`the machine of a contact out of reach cannot send the letter ${letter}`);
  }
}

/** As long as the Admin Contact is asked for an answer, and some days more. */
const INVITE_LIFE = 60 * 86_400_000;

// Mailed only to the Admin Contact: the answer is that one's word (E4).
function successor(at: StepSetting, about: CaseFacts, reminder: boolean): LetterEffect[] {
  const { anchor } = at.draft;
  if (anchor === undefined) return [];
  const letter = plain(at, 'successor', anchor, { about, reminder });
  return [{ ...letter, token: { purpose: 'invite', digest: '', lifeMs: INVITE_LIFE } }];
}

// The Admin Contact may be a contact too, and has a letter that asks for something.
function colleagues({ draft: { request, anchor } }: StepSetting) {
  const { before, lost } = request;
  return before
    .map(({ address }) => address)
    .filter((address) => address !== lost?.address && address !== anchor);
}

// To those who were told of it: the Admin Contact was not, while changes are stopped.
function over(at: StepSetting, about: CaseFacts): LetterEffect[] {
  const { anchor, context, request } = at.draft;
  if (context.rounds === 0) return [];
  const isStopped = at.was?.state === 'awaiting-unfreeze';
  const reason = request.decision?.reason;
  const data = { about, ...(reason === undefined ? {} : { reason }) };
  const people = [...(anchor === undefined || isStopped ? [] : [anchor]), ...colleagues(at)];
  return people.map((to) => plain(at, 'lost-over', to, data));
}

function alarms(at: StepSetting, about: CaseFacts): LetterEffect[] {
  const { shown, terms } = at.draft.context;
  const can = commandsNow(at.draft, '#', false);
  const token = { purpose: 'validate', digest: shown, lifeMs: terms.objection } as const;
  return toValidators(at.settings, 'alarm-lost', { about, can }).map((one) =>
    can.length === 0 ? one : { ...one, token },
  );
}
