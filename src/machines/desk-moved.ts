/** What a Validator found out about a change in the registry (design 12): REDELEGATION, and REJECT of such a case. */

import { withRequest } from './change.ts';
import { type At, dateOf, moveBy, NO_TOKEN, notNow, proofOf, refuse, type Result } from './desk.ts';
import { tokenOf, voidApproval } from './desk.ts';
import { type CommandFacts, type FoundToken, SUSPECTED } from './facts.ts';
import { isUndecided } from './moved-case.ts';
import type { MovedEvent } from './moved.ts';
import type { ReasonCode } from './reasons.ts';
import type { Case, MoveOutcome } from './words/case.ts';
import { type Cctld, showCctld } from './words/cctld.ts';
import type { Command, HoldUntil } from './words/command.ts';

type Redelegation = Extract<Command, { readonly kind: 'redelegation' }>;

/** A transition that lasts longer is written as a day that lies ahead. */
const LONGEST = 2 * 366 * 86_400_000;

/** REDELEGATION 4711 … */
export function redelegate(at: At, command: Redelegation): Result {
  const { caseId, outcome } = command;
  const found = at.facts.cases.get(caseId);
  if (found === undefined) return refuse(`There is no case ${caseId}.`);
  if (found.kind !== 'redelegation') {
    return refuse(
      `Not done: case ${caseId} is not about a change in the registry. ${caseOf(at, found)}`.trim(),
    );
  }
  const end = outcome === 'transition' ? endOf(at.facts, command.until) : undefined;
  if (typeof end === 'string') return refuse(end);
  return withToken(at, found, (token) => carryOut(at.facts, found, token, { ...command, end }));
}

/** REJECT of a case about a change in the registry: it is none that matters. */
export function rejectMoved(at: At, found: Case, reason: string): Result {
  return withToken(at, found, (token) =>
    carryOut(at.facts, found, token, { outcome: 'reject', reason }),
  );
}

function withToken(at: At, found: Case, work: (token: FoundToken) => Result): Result {
  const { live, dead, answered } = tokenOf(at, found.id);
  if (live === undefined) return dead ? voidApproval(at.facts, found, answered) : refuse(NO_TOKEN);
  return work(live);
}

function caseOf({ facts }: At, { cctld }: Case): string {
  const other = facts.desk.open.find(
    (one) => one.kind === 'redelegation' && one.cctld === cctld && cctld !== undefined,
  );
  return other === undefined ? '' : `Case ${other.id} is.`;
}

interface Word {
  readonly outcome: Redelegation['outcome'] | 'reject';
  readonly reason: string;
  readonly end?: Date | undefined;
}

function carryOut(facts: CommandFacts, found: Case, token: FoundToken, word: Word): Result {
  const doubt = whyDoubted(facts, found);
  if (doubt !== undefined) return refuse(doubt);
  const { reason, why } = WORDS[word.outcome];
  const change = moveBy(
    facts,
    found,
    eventOf(facts, word),
    {
      reason,
      facts: {
        ...proofOf(facts, token),
        why: word.reason,
        ...(word.end === undefined ? {} : { until: word.end.toISOString() }),
      },
    },
    requestOf(facts, found, word),
  );
  if (change === undefined) return notNow(found, why);
  const freeze = unfreezes(facts, found);
  return {
    answer: answerOf(facts, found, word, freeze !== undefined),
    reason,
    changes: [change],
    uses: [token.id],
    ...(freeze === undefined ? {} : { freeze }),
  };
}

// A word counts only for what the Validator was shown: the registry may have gone on meanwhile.
function whyDoubted({ desk }: CommandFacts, { cctld }: Case): string | undefined {
  const look = cctld === undefined ? 'away' : (desk.registry.get(cctld)?.look ?? 'away');
  if (look === 'away')
    return 'Not done: the registry cannot be asked now, and a word about it needs a look at it. Write it again later; the code of the letter stays valid.';
  if (look.unsettled)
    return 'Not done: at this moment the registry shows other data than in the letter. Wait: if they stay for some hours, you get a new letter; if they go away, write it again.';
  return look.unheard
    ? 'Not done: the registry has changed once more. A new letter about it is on its way: decide with that one.'
    : undefined;
}

const WORDS = {
  confirmed: { reason: 'redelegation-confirmed', why: 'confirmed' },
  rename: { reason: 'redelegation-none', why: 'closed so' },
  reject: { reason: 'redelegation-none', why: 'rejected' },
  transition: { reason: 'redelegation-transition', why: 'put into a transition' },
  done: { reason: 'redelegation-done', why: 'ended' },
} as const satisfies Record<Word['outcome'], { reason: ReasonCode; why: string }>;

function eventOf({ now }: CommandFacts, { outcome, end }: Word): MovedEvent {
  switch (outcome) {
    case 'confirmed':
      return { type: 'transferred' };
    case 'rename':
      return { type: 'same-manager' };
    case 'transition':
      return { type: 'transition', ms: (end ?? now).getTime() - now.getTime() };
    case 'done':
    case 'reject':
      return { type: outcome };
  }
}

const OUTCOMES: Readonly<Record<Word['outcome'], MoveOutcome | undefined>> = {
  confirmed: 'confirmed',
  rename: 'same',
  reject: 'same',
  transition: 'transition',
  done: undefined,
};

// `before` becomes the list of this moment: whoever comes later is no old contact.
function requestOf(facts: CommandFacts, found: Case, { outcome, reason, end }: Word) {
  const { moved } = found.request;
  const what = OUTCOMES[outcome];
  if (moved === undefined || what === undefined) return undefined;
  const until = end === undefined ? {} : { until: end.toISOString() };
  const said = { what, by: facts.mail.from.address, at: facts.now.toISOString(), reason, ...until };
  const before =
    moved.outcome === undefined
      ? { before: facts.desk.roster.filter(({ cctld }) => cctld === found.cctld) }
      : {};
  const after = { ...moved, outcome: { ...said, changeId: moved.changeId } };
  return withRequest(found, { ...before, moved: after });
}

// What somebody stopped for another reason stays so.
function unfreezes({ desk, mail }: CommandFacts, { cctld }: Case): Result['freeze'] {
  const frozen = cctld === undefined ? undefined : desk.registry.get(cctld)?.frozen;
  const isOurs = frozen?.by === SUSPECTED.by && frozen.reason === SUSPECTED.reason;
  return cctld !== undefined && isOurs ? { cctld, by: mail.from.address, was: frozen } : undefined;
}

function answerOf(facts: CommandFacts, found: Case, word: Word, unfrozen: boolean): string {
  const name = found.cctld === undefined ? 'the ccTLD' : showCctld(found.cctld);
  const isStopped = found.cctld !== undefined && facts.frozen.get(found.cctld) === true;
  const allowed = unfrozen
    ? ` Changes for ${name} are allowed again.`
    : isStopped && word.outcome !== 'done'
      ? ` Changes for ${name} stay stopped, for another reason (it shows with: SHOW .${found.cctld}).`
      : '';
  return `${SAYS[word.outcome](found, name, word)}${allowed}`;
}

const SAYS: Readonly<Record<Word['outcome'], (found: Case, name: string, word: Word) => string>> = {
  confirmed: (_, name) =>
    `Noted: ${name} has a new manager. The old contacts are told and stay on the list until you take them off (REMOVE). The new Admin Contact is asked for new contacts. You get a letter with the lines to copy.`,
  rename: ({ id }, name) => `Noted: the manager of ${name} is the same. Case ${id} is closed.`,
  reject: ({ id }, name) => `Noted: the manager of ${name} is the same. Case ${id} is closed.`,
  transition: (_, name, { end }) =>
    `Noted: for ${name}, old and new contacts may both be on the list until ${end === undefined ? 'then' : dateOf(end.toISOString())}. Then you get a letter. The new Admin Contact is asked for new contacts.`,
  done: ({ id }) => `Case ${id} is closed. Who is on the list stays there.`,
};

function endOf({ now }: CommandFacts, until: HoldUntil | undefined): Date | string {
  if (until === undefined) return 'Not done: until when is missing. Write for example: 90d';
  const end = 'ms' in until ? now.getTime() + until.ms : Date.parse(`${until.day}T06:00:00Z`);
  if (end <= now.getTime()) return 'Not done: that day is over already. Write one that lies ahead.';
  if (end - now.getTime() > LONGEST) return 'Not done: a transition lasts two years at most.';
  return new Date(end);
}

/** The case that must be decided before changes can be allowed again. */
export function heldBy({ desk }: CommandFacts, cctld: Cctld): Case | undefined {
  return desk.open.find((one) => one.cctld === cctld && isUndecided(one));
}
