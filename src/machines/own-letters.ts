/** The letters that the machine of an SSC's own request asks for: to whom, and what each may show. */

import { aboutCase } from './about-case.ts';
import { toValidators } from './answers.ts';
import type { CaseDraft, CaseEffect, LetterEffect } from './decision.ts';
import type { CaseFacts, LetterName, OwnEnd, OwnView } from './letters/letter.ts';
import { plain, type StepSetting } from './step-letters.ts';
import type { Address } from './words/address.ts';
import type { CaseState } from './words/case.ts';

/** The letters of one wish. Throws when the machine asks for one that is not its own. */
export function ownLettersOf(
  letter: LetterName,
  reminder: boolean,
  setting: StepSetting,
): CaseEffect[] {
  const draft = { ...setting.draft, state: setting.step.state, context: setting.step.context };
  const at = { ...setting, draft };
  const about = aboutCase(draft, setting.now, setting.was);
  switch (letter) {
    case 'own-challenge':
      return challenges(at, about, reminder);
    case 'own-ended':
      return ended(at, about);
    case 'own-done':
      return draft.context.needed.map((to) =>
        plain(at, letter, to, { about, own: ownViewOf(draft) }),
      );
    case 'alarm-own':
      return draft.state === 'objected'
        ? toValidators(at.settings, letter, { about, own: ownViewOf(draft), why: DENIED })
        : stoppable(at, notYet(at.actor)).map((one) => ({ ...one, once: 'day' }));
    default:
      throw new Error(`the machine of an own request cannot send the letter ${letter}`);
  }
}

function ended(at: StepSetting, about: CaseFacts): CaseEffect[] {
  const { state, request } = at.draft;
  const reason = request.decision?.reason;
  return whoWasAsked(at.draft).map((to) =>
    plain(at, 'own-ended', to, {
      about,
      own: ownViewFor(to, at.draft),
      how: HOW[state] ?? 'newer',
      ...(reason === undefined ? {} : { reason }),
    }),
  );
}

/** To the Validators about a change that waits: with what stops it. */
export function stoppable(
  at: Pick<StepSetting, 'draft' | 'now' | 'settings' | 'was'>,
  why: string,
): LetterEffect[] {
  const { draft, settings } = at;
  const { shown, terms } = draft.context;
  const about = aboutCase(draft, at.now, at.was);
  const token = { purpose: 'validate', digest: shown, lifeMs: terms.objection } as const;
  return toValidators(settings, 'alarm-own', { about, own: ownViewOf(draft), why }).map((one) => ({
    ...one,
    token,
  }));
}

const HOW: { readonly [S in CaseState]?: OwnEnd } = {
  expired: 'expired',
  objected: 'denied',
  superseded: 'newer',
  rejected: 'refused',
};

const DENIED =
  'Somebody asked for this in the name of a contact, and who reads the mailbox answered REJECT. Nothing was changed, and the ccTLD is not frozen.';

// The change is tried again every quarter of an hour: one letter a day says it.
function notYet(why: string): string {
  return `The person has confirmed this, but the list could not be changed. The engine will try again by itself. The server says: ${why}`;
}

// The new address hears nothing before the one on the list has said CONFIRM.
function whoWasAsked({ requester, context }: CaseDraft): Address[] {
  const isProven = context.confirmed.includes(requester);
  return context.needed.filter((to) => to === requester || isProven);
}

// Who has answered is not asked again.
function challenges(at: StepSetting, about: CaseFacts, reminder: boolean): CaseEffect[] {
  const { confirmed, digest, terms } = at.draft.context;
  return whoWasAsked(at.draft)
    .filter((to) => !confirmed.includes(to))
    .map((to) => ({
      ...plain(at, 'own-challenge', to, { about, own: ownViewFor(to, at.draft), reminder }),
      token: { purpose: 'own', digest, lifeMs: terms.answer },
    }));
}

/** What is asked, with the person as the list had them when it was asked. */
export function ownViewOf({
  request,
  requester,
}: Pick<CaseDraft, 'request' | 'requester'>): OwnView {
  const { own, before } = request;
  if (own === undefined) throw new Error('the case is no own request of an SSC');
  const mine = before.filter(({ address }) => address === requester);
  const [person] = mine;
  return {
    change: own,
    ...(person === undefined ? {} : { person }),
    cctlds: mine.map(({ cctld }) => cctld),
  };
}

// A new address may be anybody's until it has answered: nobody's data are shown there.
function ownViewFor(to: Address, draft: CaseDraft): OwnView {
  const view = ownViewOf(draft);
  return to === draft.requester ? view : { change: view.change, cctlds: [] };
}
