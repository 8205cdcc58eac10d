/** From what a step of the machine wishes for to letters with addressees, timers and list changes. */

import type { CaseDraft, CaseEffect, LetterEffect } from './decision.ts';
import type { Settings } from './facts.ts';
import { MAX_ROUNDS } from './request.ts';
import { possible, type Step, type Wish } from './run.ts';
import type { CaseFacts, LetterData, LetterName } from './letters/letter.ts';
import type { Address } from './words/address.ts';
import { showCctld } from './words/cctld.ts';
import type { Case, CaseState } from './words/case.ts';
import type { TokenPurpose } from './words/token.ts';

/** What the letters of one step are written from. */
export interface StepSetting {
  readonly draft: CaseDraft;
  readonly step: Step;
  readonly was?: Case;
  readonly now: Date;
  readonly settings: Settings;
  /** Who objected, for the alarm. */
  readonly actor: string;
  /** Message-ID of the mail that caused the step, for the letter to its sender. */
  readonly answersTo?: string;
}

/** All effects of a step, in the machine's order; tokens that the step makes void come first. */
export function effectsOf(setting: StepSetting): CaseEffect[] {
  return [
    ...revocations(setting),
    ...setting.step.wishes.flatMap((wish) => carryOut(wish, setting)),
  ];
}

/** The facts about a case for its letters. */
export function aboutCase(draft: CaseDraft | Case, now: Date, was?: Case): CaseFacts {
  const { request, context } = draft;
  const due = was?.state === draft.state ? was.dueAt : dueOf(draft, now);
  return {
    ...(draft.cctld === undefined ? {} : { cctld: draft.cctld }),
    ...(draft.anchor === undefined ? {} : { anchor: draft.anchor }),
    ...(due === undefined ? {} : { due }),
    requester: draft.requester,
    contacts: request.contacts,
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
  };
}

const AWAITING_ANSWER = new Set(['needs-cctld', 'needs-details', 'challenged', 'asked']);

function dueOf(draft: CaseDraft | Case, now: Date): string | undefined {
  if (!AWAITING_ANSWER.has(draft.state)) return undefined;
  return new Date(now.getTime() + draft.context.terms.answer).toISOString();
}

function carryOut(wish: Wish, setting: StepSetting): CaseEffect[] {
  switch (wish.type) {
    case 'letter':
      return lettersOf(wish.letter, wish.reminder, setting);
    case 'set-timer':
      return [{ type: 'set-timer', id: wish.id, delayMs: wish.delay }];
    case 'cancel-timer':
      return [{ type: 'cancel-timer', id: wish.id }];
    case 'freeze':
      return [{ type: 'freeze', by: setting.actor, reason: 'objection of the Admin Contact' }];
    case 'undo':
      return [{ type: 'undo', reason: 'objection of the Admin Contact' }, ...takenOff(setting)];
    case 'apply':
      return [{ type: 'apply' }];
  }
}

// Those who were welcomed are told; nobody leaves the list in silence.
function takenOff(setting: StepSetting): CaseEffect[] {
  const about = aboutCase(setting.draft, setting.now, setting.was);
  return setting.draft.request.contacts.map(({ address }) =>
    plain(setting, 'taken-off', address, { about }),
  );
}

// A token lives only while the case waits for it; a copy's objection token outlives the approval.
function revocations({ step, was, draft }: StepSetting): CaseEffect[] {
  const moved = was !== undefined && was.state !== step.state;
  const keepDigest = draft.context.digest;
  const changed = was !== undefined && was.context.digest !== keepDigest;
  const purposes: TokenPurpose[] = [];
  if (moved) purposes.push('details', 'question');
  if (moved || changed) purposes.push('challenge');
  const effects: CaseEffect[] = [];
  if (purposes.length > 0) {
    const keep = moved ? 'none' : keepDigest;
    effects.push({ type: 'revoke-tokens', purposes, keepDigest: keep, reason: 'case moved on' });
  }
  if (changed || anchorMoved(was, draft)) {
    const all: TokenPurpose[] = ['validate', 'objection', 'details', 'question', 'challenge'];
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

function anchorMoved(was: Case | undefined, draft: CaseDraft): boolean {
  return was?.anchor !== undefined && was.anchor !== draft.anchor;
}

type Writer = (setting: StepSetting, about: CaseFacts, reminder: boolean) => CaseEffect[];

function lettersOf(letter: LetterName, reminder: boolean, setting: StepSetting): CaseEffect[] {
  const write = WRITERS[letter];
  if (write === undefined) throw new Error(`the machine cannot send the letter ${letter}`);
  const draft = { ...setting.draft, state: setting.step.state, context: setting.step.context };
  const inPlace = { ...setting, draft };
  return write(inPlace, aboutCase(draft, setting.now, setting.was), reminder);
}

const WRITERS: { readonly [N in LetterName]?: Writer } = {
  'which-cctld': (setting, about) =>
    setting.step.context.rounds > MAX_ROUNDS
      ? giveUpAsking(setting)
      : [
          withToken(setting, 'which-cctld', setting.draft.requester, 'details', {
            about,
            again: setting.step.context.rounds > 1,
          }),
        ],
  clarify: (setting, about) =>
    whoMayComplete(setting).map((to) =>
      withToken(setting, 'clarify', to, 'details', {
        about,
        round: setting.step.context.rounds,
        rounds: MAX_ROUNDS,
      }),
    ),
  reminder: (setting, about) =>
    whoMayComplete(setting).map((to) => withToken(setting, 'reminder', to, 'details', { about })),
  challenge: (setting, about, reminder) =>
    anchorOnly(setting).map((to) =>
      withToken(setting, 'challenge', to, 'challenge', { about, reminder }),
    ),
  received: (setting, about) =>
    setting.draft.requester === setting.draft.anchor
      ? []
      : [
          {
            ...plain(setting, 'received', setting.draft.requester, {
              about: asRequesterMaySee(setting, about),
              next: setting.step.state === 'challenged' ? 'challenge' : 'validator',
            }),
            once: 'day',
          },
        ],
  traced: (setting, about) =>
    anchorOnly(setting).map((to) => withToken(setting, 'traced', to, 'objection', { about })),
  queue: (setting, about, reminder) =>
    setting.settings.validators.map((to) =>
      withToken(setting, 'queue', to, 'validate', {
        about,
        can: commandsNow(setting),
        reminder: reminder || shownBefore(setting),
        digest: setting.draft.context.digest,
      }),
    ),
  question: (setting, about, reminder) =>
    requesterAndAnchor(setting).map((to) =>
      withToken(setting, 'question', to, 'question', {
        about,
        question: setting.draft.request.question?.text ?? '',
        reminder,
      }),
    ),
  expired: (setting, about) => toBoth(setting, 'expired', { about }),
  rejected: (setting, about) =>
    toBoth(setting, 'rejected', { about, reason: setting.draft.request.decision?.reason ?? '' }),
  superseded: (setting, about) => toBoth(setting, 'superseded', { about }),
  objected: (setting, about) =>
    toBoth(setting, 'objected', { about, afterApplied: setting.was?.state === 'applied' }),
  applied: (setting, about) =>
    requesterAndAnchor(setting).map((to) => {
      const isAnchor = to === setting.draft.anchor;
      const seen = isAnchor ? about : asRequesterMaySee(setting, about);
      return plain(setting, 'applied', to, { about: seen });
    }),
  welcome: (setting, about) =>
    setting.draft.request.contacts.map((contact) =>
      plain(setting, 'welcome', contact.address, { about, contact }),
    ),
  'anchor-changed': (setting, about) => {
    const oldAnchor = setting.was?.anchor;
    const newAnchor = setting.draft.anchor;
    if (oldAnchor === undefined || newAnchor === undefined) return [];
    const seen = VALIDATORS_SAW.has(setting.was?.state ?? 'received');
    const people = seen ? setting.settings.validators : [];
    const data = { about, oldAnchor, newAnchor };
    return [
      ...[oldAnchor, newAnchor].map((to) => plain(setting, 'anchor-changed', to, data)),
      ...people.map((to) => plain(setting, 'alarm-anchor', to, data)),
    ];
  },
  // The change is tried again every quarter of an hour: one letter a day says it.
  'alarm-apply': (setting, about) =>
    setting.settings.validators.map((to) => ({
      ...withToken(setting, 'alarm-apply', to, 'validate', { about, why: setting.actor }),
      once: 'day',
    })),
  'alarm-objection': (setting, about) =>
    setting.settings.validators.map((to) =>
      withToken(setting, 'alarm-objection', to, 'validate', {
        about,
        by: setting.actor,
        afterApplied: setting.was?.state === 'applied',
      }),
    ),
};

/** The commands that a Validator may give now, as lines to copy; asked of the machine itself. */
export function commandsNow(
  { draft, step }: Pick<StepSetting, 'draft' | 'step'>,
  id?: number,
): string[] {
  const at = { state: step.state, context: step.context };
  const number = id ?? '#';
  const cctld = draft.cctld === undefined ? '' : ` .${draft.cctld}`;
  const can: string[] = [];
  if (possible(at, { type: 'approve', digest: step.context.digest })) {
    can.push(`APPROVE ${number}${cctld}`);
  }
  if (possible(at, { type: 'reject' })) can.push(`REJECT ${number} your reason`);
  if (possible(at, { type: 'ask' })) can.push(`ASK ${number} your question`);
  return can;
}

// The same request once more, because nobody has decided it yet.
function shownBefore({ was, draft }: StepSetting): boolean {
  return was?.state === 'queued' && was.context.digest === draft.context.digest;
}

function giveUpAsking({ settings, draft, was }: StepSetting): CaseEffect[] {
  const mail = draft.request.mails.at(-1);
  if (mail === undefined || (was?.context.rounds ?? 0) > MAX_ROUNDS) return [];
  return settings.validators.map((to) => ({
    type: 'letter',
    letter: 'passed-on',
    to,
    data: {
      from: mail.from,
      subject: mail.subject,
      recipient: '',
      inboxId: mail.inboxId,
      attach: false,
      text: `${draft.request.text}\n(candidates: ${draft.request.candidates.map(showCctld).join(', ')})`,
    },
    once: 'step',
  }));
}

function requesterAndAnchor({ draft }: StepSetting): Address[] {
  return [...new Set([draft.requester, ...(draft.anchor === undefined ? [] : [draft.anchor])])];
}

const VALIDATORS_SAW: ReadonlySet<CaseState> = new Set([
  'queued',
  'asked',
  'applying',
  'apply-failed',
]);

// Whoever asked first may be a stranger: what others wrote about people is not shown to them.
function isOwnWork({ draft }: StepSetting): boolean {
  return draft.request.mails.every(({ from }) => from === draft.requester);
}

function whoMayComplete(setting: StepSetting): Address[] {
  return isOwnWork(setting) ? requesterAndAnchor(setting) : anchorOnly(setting);
}

function asRequesterMaySee(setting: StepSetting, about: CaseFacts): CaseFacts {
  return isOwnWork(setting) ? about : { ...about, contacts: [], drafts: [], before: [], text: '' };
}

function anchorOnly({ draft }: StepSetting): Address[] {
  return draft.anchor === undefined ? [] : [draft.anchor];
}

function toBoth<N extends LetterName>(setting: StepSetting, letter: N, data: LetterData[N]) {
  return requesterAndAnchor(setting).map((to) => plain(setting, letter, to, data));
}

function plain<N extends LetterName>(
  setting: StepSetting,
  letter: N,
  to: Address,
  data: LetterData[N],
): LetterEffect<N> {
  const { answersTo } = setting.draft.request;
  const shown = seenBy(to, setting, data);
  const threaded = to === setting.draft.requester && answersTo !== undefined;
  const threading = threaded ? { answersTo } : {};
  return { type: 'letter', letter, to, data: shown, once: 'step', ...threading };
}

function withToken<N extends LetterName>(
  setting: StepSetting,
  letter: N,
  to: Address,
  purpose: TokenPurpose,
  data: LetterData[N],
): LetterEffect<N> {
  const { terms } = setting.draft.context;
  const lifeMs = purpose === 'objection' || purpose === 'validate' ? terms.objection : terms.answer;
  const { digest, shown } = setting.draft.context;
  const token = { purpose, digest: purpose === 'validate' ? shown : digest, lifeMs };
  return { ...plain(setting, letter, to, data), token };
}

// Who is on the list is for the Admin Contact and the Validators; others see what they wrote.
function seenBy<D extends object>(to: Address, { draft, settings }: StepSetting, data: D): D {
  if (!('about' in data) || to === draft.anchor || settings.validators.includes(to)) return data;
  return { ...data, about: { ...(data.about as CaseFacts), before: [] } };
}
