/** Which letters a step of the machine sends, to whom, and what each of them may see. */

import { aboutCase } from './about-case.ts';
import { commandsNow } from './commands-now.ts';
import type { CaseDraft, CaseEffect, LetterEffect } from './decision.ts';
import type { Settings } from './facts.ts';
import type { CaseFacts, LetterData, LetterName } from './letters/letter.ts';
import { personText } from './plan.ts';
import { MAX_ROUNDS } from './request.ts';
import type { Step } from './run.ts';
import type { UndoFacts } from './undo.ts';
import { type Address, domainOf } from './words/address.ts';
import type { Case, CaseState, RosterEntry } from './words/case.ts';
import { showCctld } from './words/cctld.ts';
import type { Contact } from './words/contact.ts';
import type { TokenPurpose } from './words/token.ts';

/** What the letters of one step are written from. */
export interface StepSetting {
  readonly draft: CaseDraft;
  readonly step: Step;
  readonly was?: Case;
  readonly now: Date;
  readonly settings: Settings;
  /** Who caused the step, for the alarms. */
  readonly actor: string;
  /** The list and what the case did to it, where the step may take that back. */
  readonly undo?: UndoFacts;
}

/** True when the case has another Admin Contact address than before. */
export function anchorMoved(was: Case | undefined, draft: CaseDraft): boolean {
  return was?.anchor !== undefined && was.anchor !== draft.anchor;
}

// Who comes, goes, and stays with other data by the change of a case.
function peopleOf({ request }: Pick<CaseDraft, 'request'>): {
  readonly joining: readonly Contact[];
  readonly leaving: readonly RosterEntry[];
  readonly changed: readonly Contact[];
} {
  const { before, after } = request;
  const had = new Map(before.map((one) => [one.address, one]));
  const stays = new Set(after.map(({ address }) => address));
  return {
    joining: after.filter(({ address }) => !had.has(address)),
    leaving: before.filter(({ address }) => !stays.has(address)),
    changed: after.filter((one) => {
      const old = had.get(one.address);
      return old !== undefined && personText(old) !== personText(one);
    }),
  };
}

type Writer = (setting: StepSetting, about: CaseFacts, reminder: boolean) => CaseEffect[];

/** The letters of one wish of the machine. Throws when the machine asks for one that is not its own. */
export function lettersOf(
  letter: LetterName,
  reminder: boolean,
  setting: StepSetting,
): CaseEffect[] {
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
  clarify: (setting, about) => [
    ...whoMayComplete(setting).map((to) =>
      withToken(setting, 'clarify', to, 'details', {
        about,
        round: setting.step.context.rounds,
        rounds: MAX_ROUNDS,
      }),
    ),
    ...(isAboutList(setting) ? received(setting, about, 'details') : []),
  ],
  reminder: (setting, about) =>
    whoMayComplete(setting).map((to) => withToken(setting, 'reminder', to, 'details', { about })),
  challenge: (setting, about, reminder) =>
    anchorOnly(setting).map((to) =>
      withToken(setting, 'challenge', to, 'challenge', { about, reminder }),
    ),
  received: (setting, about) =>
    received(setting, about, setting.step.state === 'challenged' ? 'challenge' : 'validator'),
  traced: (setting, about) =>
    anchorOnly(setting).map((to) => withToken(setting, 'traced', to, 'objection', { about })),
  'heads-up': (setting, about) =>
    elsewhere(setting).map((to) => plain(setting, 'heads-up', to, { about })),
  queue: (setting, about, reminder) =>
    whoDecides(setting).map((to) =>
      withToken(setting, 'queue', to, 'validate', {
        about,
        can: commandsNow(
          { ...setting.draft, ...setting.step },
          '#',
          setting.settings.committee.length > 0,
        ),
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
  'on-hold': (setting, about) => toBoth(setting, 'on-hold', { about }),
  escalation: (setting, about) =>
    setting.settings.committee.map((to) =>
      withToken(setting, 'escalation', to, 'committee', { about }),
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
    peopleOf(setting.draft).joining.map((contact) =>
      plain(setting, 'welcome', contact.address, { about, contact }),
    ),
  'data-changed': (setting, about) =>
    peopleOf(setting.draft).changed.map((contact) =>
      plain(setting, 'data-changed', contact.address, { about, contact }),
    ),
  removed: (setting, about) =>
    peopleOf(setting.draft).leaving.map(({ address }) =>
      plain(setting, 'removed', address, { about }),
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

// The same request once more, because nobody has decided it yet; a note or an approval is news.
function shownBefore({ was, draft: { context } }: StepSetting): boolean {
  if (was?.state !== 'queued') return false;
  const isSame = was.context.shown === context.shown && was.context.digest === context.digest;
  return isSame && was.context.approvals.length === context.approvals.length;
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

// A Validator who asked for the change has the letters to the Validators.
function requesterAndAnchor(setting: StepSetting): Address[] {
  const { requester, context } = setting.draft;
  const asked = context.origin === 'validator' ? [] : [requester];
  return [...new Set([...asked, ...anchorOnly(setting)])];
}

// Those who have not approved it yet, where two must.
function whoDecides({ settings, step }: StepSetting): Address[] {
  return settings.validators.filter((one) => !step.context.approvals.includes(one));
}

// Who hijacks a ccTLD reads all mail under it: SSCs elsewhere hear of what is asked (design 12).
function elsewhere({ draft }: StepSetting): Address[] {
  const { cctld, requester, anchor, request } = draft;
  return request.before
    .map(({ address }) => address)
    .filter((one) => cctld !== undefined && !domainOf(one).endsWith(`.${cctld}`))
    .filter((one) => one !== requester && one !== anchor);
}

const VALIDATORS_SAW: ReadonlySet<CaseState> = new Set([
  'queued',
  'on-hold',
  'asked',
  'escalated',
  'applying',
  'apply-failed',
]);

// Whoever asked first may be a stranger: what others wrote about people is not shown to them.
function isOwnWork({ draft }: StepSetting): boolean {
  return draft.request.mails.every(({ from }) => from === draft.requester);
}

function whoMayComplete(setting: StepSetting): Address[] {
  const isTheirs = isOwnWork(setting) && !isAboutList(setting);
  return isTheirs ? requesterAndAnchor(setting) : anchorOnly(setting);
}

// What is wrong with "remove Bob" tells whether Bob is on the list: that is for the Admin Contact alone.
function isAboutList({ draft }: StepSetting): boolean {
  return draft.kind !== 'subscribe';
}

// To who asked and is not the Admin Contact: what happens next, and nothing else.
function received(
  setting: StepSetting,
  about: CaseFacts,
  next: LetterData['received']['next'],
): CaseEffect[] {
  const { requester, anchor, context } = setting.draft;
  if (requester === anchor || context.origin === 'validator') return [];
  // Whether our question or the challenge went out would tell who is on the list too.
  const shown = isAboutList(setting) && next === 'challenge' ? 'details' : next;
  const seen = asRequesterMaySee(setting, about);
  // Which of the people come, and which are there already, would tell it as well.
  const hidden = isAboutList(setting) ? { ...seen, contacts: [], after: [], drafts: [] } : seen;
  const data = { about: hidden, next: shown };
  return [{ ...plain(setting, 'received', requester, data), once: 'day' }];
}

function asRequesterMaySee(setting: StepSetting, about: CaseFacts): CaseFacts {
  return isOwnWork(setting)
    ? about
    : { ...about, contacts: [], after: [], drafts: [], before: [], text: '' };
}

function anchorOnly({ draft }: StepSetting): Address[] {
  return draft.anchor === undefined ? [] : [draft.anchor];
}

function toBoth<N extends LetterName>(setting: StepSetting, letter: N, data: LetterData[N]) {
  return requesterAndAnchor(setting).map((to) => plain(setting, letter, to, data));
}

/** One letter of a case, showing no more than its reader may see. */
export function plain<N extends LetterName>(
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
  const isLong = purpose === 'objection' || purpose === 'validate';
  const lifeMs = isLong ? terms.objection : terms.answer;
  const { digest, shown } = setting.draft.context;
  const token = { purpose, digest: purpose === 'validate' ? shown : digest, lifeMs };
  return { ...plain(setting, letter, to, data), token };
}

// Who is on the list is for the Admin Contact and the Validators; others see what they wrote.
function seenBy<D extends object>(to: Address, { draft, settings }: StepSetting, data: D): D {
  if (!('about' in data) || to === draft.anchor || settings.validators.includes(to)) return data;
  if (settings.committee.includes(to) || draft.request.before.some((one) => one.address === to))
    return data;
  const about = data.about as CaseFacts;
  const { contacts } = about;
  return { ...data, about: { ...about, before: [], after: contacts, notes: [], approvals: [] } };
}
