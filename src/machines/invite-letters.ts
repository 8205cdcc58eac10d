/** The letters of an invitation: to whom, in which languages, and with which code. */

import { aboutCase } from './about-case.ts';
import { toValidators } from './answers.ts';
import { commandsNow } from './commands-now.ts';
import type { CaseEffect } from './decision.ts';
import type { LetterName } from './letters/letter.ts';
import { plain, type StepSetting } from './step-letters.ts';
import { languagesOf } from './words/letter-language.ts';

/** People answer old letters, and a Validator may telephone when all reminders are out. */
const INVITE_LIFE = 90 * 86_400_000;

/** The letters of one wish. Throws when the machine asks for one that is not its own. */
export function inviteLettersOf(
  letter: LetterName,
  reminder: boolean,
  setting: StepSetting,
): CaseEffect[] {
  const draft = { ...setting.draft, state: setting.step.state, context: setting.step.context };
  const at = { ...setting, draft };
  switch (letter) {
    case 'invite':
      return invite(at, reminder);
    case 'invite-over':
      return over(at);
    case 'alarm-invite':
      return alarms(at);
    default:
      throw new Error(`the machine of an invitation cannot send the letter ${letter}`);
  }
}

// Mailed only to the Admin Contact: the answer is that one's word (E4).
function invite(at: StepSetting, reminder: boolean): CaseEffect[] {
  const { anchor, request } = at.draft;
  if (anchor === undefined) return [];
  const about = aboutCase(at.draft, at.now, at.was);
  const others = request.invitation?.others ?? [];
  const letter = plain(at, 'invite', anchor, { about, reminder, languages: spokenIn(at), others });
  return [{ ...letter, token: { purpose: 'invite', digest: '', lifeMs: INVITE_LIFE } }];
}

// Who was written to learns that it is over; a mailbox that does not exist is not written to again.
function over(at: StepSetting): CaseEffect[] {
  const { anchor, request, state } = at.draft;
  if (anchor === undefined || request.invitation?.undeliverable === true) return [];
  const about = aboutCase(at.draft, at.now, at.was);
  const how = state === 'declined' ? 'declined' : 'closed';
  const reason = request.decision?.reason;
  const said = how === 'closed' && reason !== undefined ? { reason } : {};
  return [plain(at, 'invite-over', anchor, { about, how, languages: spokenIn(at), ...said })];
}

function spokenIn({ draft, settings }: StepSetting) {
  const entry = draft.cctld && settings.table.get(draft.cctld);
  return languagesOf(entry?.languages ?? []);
}

function alarms(at: StepSetting): CaseEffect[] {
  const { shown, terms } = at.draft.context;
  const about = aboutCase(at.draft, at.now, at.was);
  const can = commandsNow(at.draft, '#', false);
  const token = { purpose: 'validate', digest: shown, lifeMs: terms.objection } as const;
  return toValidators(at.settings, 'alarm-invite', { about, can }).map((one) =>
    can.length === 0 ? one : { ...one, token },
  );
}
