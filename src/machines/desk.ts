/** What the commands of a Validator have in common: what one comes to, who signs for it, who is told. */

import { aboutCase } from './about-case.ts';
import { toValidators } from './answers.ts';
import { moveCase, withRequest } from './change.ts';
import { commandsFor } from './commands-now.ts';
import type { CaseChange, Decision, LetterEffect } from './decision.ts';
import type { CommandFacts, FoundToken } from './facts.ts';
import type { Shown } from './letters/letter.ts';
import { showDate } from './letters/parts.ts';
import { type ReasonCode, REASONS } from './reasons.ts';
import type { CaseEvent } from './run.ts';
import type { Case, CaseNote, CaseState, Request } from './words/case.ts';
import { showCctld } from './words/cctld.ts';
import { hideTokens } from './words/token.ts';

/** What one command came to. */
export interface Result {
  readonly answer: string;
  readonly reason: ReasonCode;
  readonly changes?: readonly CaseChange[];
  readonly freeze?: NonNullable<Decision['freezes']>[number];
  readonly quarantine?: NonNullable<Decision['quarantine']>[number];
  readonly members?: Decision['members'];
  readonly drill?: Decision['drill'];
  /** What the Validator wanted to see. */
  readonly shown?: Shown;
  /** Cases that the Validator gets in one letter that can be answered; `all`: whatever is queued. */
  readonly desk?: readonly number[] | 'all';
  readonly letters?: Decision['letters'];
  readonly uses?: readonly number[];
  /** All Validators are told, because the approval was for something else. */
  readonly stale?: boolean;
}

/** What a command is run with: the tokens of its author, and the facts as earlier lines left them. */
export interface At {
  readonly facts: CommandFacts;
  /** Tokens for Validators that were sent to the author of the mail. */
  readonly own: readonly FoundToken[];
  /** The cases as the letters showed them, before any line of this mail. */
  readonly shown: ReadonlyMap<number, Case>;
}

export function refuse(answer: string): Result {
  return { answer, reason: 'command-refused' };
}

/** True for what changes something or shows something. */
export function isDone(result: Result): boolean {
  return hasEffect(result) || result.shown !== undefined;
}

/** True for what changes something. */
export function hasEffect({
  changes = [],
  freeze,
  quarantine,
  members,
  drill,
}: {
  readonly changes?: Result['changes'] | undefined;
  readonly freeze?: Result['freeze'] | undefined;
  readonly quarantine?: Result['quarantine'] | undefined;
  readonly members?: Result['members'] | undefined;
  readonly drill?: Result['drill'] | undefined;
}): boolean {
  return (
    [freeze, quarantine, members, drill].some((one) => one !== undefined) || changes.length > 0
  );
}

/** Refuses what the machine has no place for in the state of the case. */
export function notNow({ id, state }: Case, word: string): Result {
  return refuse(`Case ${id} cannot be ${word} in its state "${state}".`);
}

/** `.xa`, or words for a case whose ccTLD is not known yet. */
export function nameOf({ cctld }: Pick<Case, 'cctld'>): string {
  return cctld === undefined ? 'a ccTLD not known yet' : showCctld(cctld);
}

/** A date in a sentence of a transcript. */
export function dateOf(iso: string): string {
  return showDate(iso).replaceAll('\u00a0', ' ');
}

/** The request with one more note of the Validator. */
export function withNote(
  { mail, now }: Pick<CommandFacts, 'mail' | 'now'>,
  found: Case,
  kind: CaseNote['kind'],
  text: string,
): Request {
  const note = { by: mail.from.address, at: now.toISOString(), kind, text: hideTokens(text) };
  return withRequest(found, { notes: [...found.request.notes, note] });
}

/** Moves a case by a Validator's word. */
export function moveBy(
  facts: CommandFacts,
  found: Case,
  event: CaseEvent,
  why: { readonly reason: ReasonCode; readonly facts: Readonly<Record<string, unknown>> },
  request?: Request,
): CaseChange | undefined {
  const audit = {
    actor: facts.mail.from.address,
    reason: why.reason,
    facts: { ...why.facts, mail: facts.mail.sha256 },
  };
  return moveCase(facts, found, event, audit, request === undefined ? {} : { request });
}

/** The token of a letter that showed the case as it is now; `dead` when it had one that counts no more. */
export function tokenOf(
  { own, shown }: At,
  caseId: number,
): { readonly live?: FoundToken; readonly dead: boolean; readonly answered: boolean } {
  const digest = shown.get(caseId)?.context.shown;
  const about = own.filter((token) => token.caseId === caseId);
  const live = about.find((token) => token.status === 'open' && token.digest === digest);
  const answered = about.some((token) => token.status === 'used' && token.digest === digest);
  return { ...(live === undefined ? {} : { live }), dead: about.length > 0, answered };
}

/** What is kept of the proof of a decision. */
export function proofOf({ mail }: CommandFacts, token: FoundToken) {
  return { proven: mail.proven, token: token.id };
}

export const NO_TOKEN =
  'Not done: this command needs the token of the letter about this case. Press reply in that letter.';

/** Where a Validator can decide: who answers an overtaken letter gets the newest one. */
const WITH_VALIDATORS: readonly CaseState[] = [
  'queued',
  'on-hold',
  'asked',
  'escalated',
  'awaiting-successor',
  'awaiting-unfreeze',
  'awaiting-validator',
  'on-notice',
  'in-transition',
];

/** The case is not what that letter showed: the approval is void, and its author gets the new state. */
export function voidApproval(facts: CommandFacts, found: Case, answered = false): Result {
  const { state } = found;
  const again = shownAgain(facts, found);
  return {
    answer: answered
      ? `Not done: you have answered that letter before, and its code counts once. You get case ${found.id} in a new letter.`
      : `Not done: case ${found.id} has changed since that letter. You get it as it is now in a new letter.`,
    reason: 'command-stale',
    letters: WITH_VALIDATORS.includes(state) ? [{ ...again, caseId: found.id }] : [],
    ...(answered ? {} : { stale: true }),
  };
}

function shownAgain(
  { mail, now, settings }: CommandFacts,
  found: Case,
): LetterEffect<'queue' | 'alarm-lost' | 'alarm-moved' | 'alarm-invite'> {
  const { digest, shown, terms } = found.context;
  const about = aboutCase(found, now, found);
  const can = commandsFor(found, settings.committee.length > 0);
  const to = mail.from.address;
  const token = { purpose: 'validate', digest: shown, lifeMs: terms.objection } as const;
  if (found.kind === 'unreachable')
    return { type: 'letter', letter: 'alarm-lost', to, data: { about, can }, token, once: 'step' };
  if (found.kind === 'redelegation') {
    const data = { about, can, news: 'again' } as const;
    return { type: 'letter', letter: 'alarm-moved', to, data, token, once: 'step' };
  }
  if (found.kind === 'invite')
    return {
      type: 'letter',
      letter: 'alarm-invite',
      to,
      data: { about, can },
      token,
      once: 'step',
    };
  const data = { about, can, reminder: false, digest };
  return { type: 'letter', letter: 'queue', to, data, token, once: 'step' };
}

/** One line of a mail, with what came of it. */
export interface Answered {
  readonly line: string;
  readonly answer: string;
  readonly shown?: Shown;
}

export function transcript(
  facts: CommandFacts,
  lines: readonly Answered[],
  how: { readonly ran: boolean; readonly misread: boolean } = { ran: false, misread: false },
): LetterEffect<'transcript'> {
  const { from, messageId } = facts.mail;
  return {
    type: 'letter',
    letter: 'transcript',
    to: from.address,
    data: { lines: lines.map((one) => ({ ...one, line: hideTokens(one.line) })), ...how },
    once: 'step',
    ...(messageId === undefined ? {} : { answersTo: messageId }),
  };
}

/** Who is proven to have written a stale command has the transcript; the alarm is for the others. */
export function tell(
  facts: CommandFacts,
  why: 'command-stale' | 'command-forged' | 'not-a-validator',
): LetterEffect[] {
  const { from, subject, inboxId, proven } = facts.mail;
  const { signature } = facts;
  const stale = why === 'command-stale';
  return toValidators(facts.settings, 'alarm-forged', {
    from: from.address,
    subject: hideTokens(subject),
    inboxId,
    why: REASONS[why],
    stale,
    ...(signature === undefined ? {} : { signature }),
  }).filter(({ to }) => !(stale && proven && to === from.address));
}
