/** What each Validator is told once a day (issue 4, scope 5); nothing when there is nothing. */

import type { LetterEffect } from './decision.ts';
import { coveringToken, onOneDesk } from './desk-letters.ts';
import { canBeDecided, rowOf } from './desk-look.ts';
import type { Settings } from './facts.ts';
import type { LetterData, MailRow } from './letters/letter.ts';
import type { Address } from './words/address.ts';
import type { Case } from './words/case.ts';

/** What the day's letters may look at. */
export interface DailyFacts {
  readonly now: Date;
  /** When the last digest was sent. */
  readonly since: Date;
  readonly settings: Settings;
  readonly open: readonly Case[];
  /** Mails that were set aside, and those that are held since the last digest. */
  readonly aside: readonly MailRow[];
  /** Forged, faceless and objecting mails since the last digest. */
  readonly suspicious: readonly MailRow[];
  readonly undelivered: LetterData['digest']['undelivered'];
}

const SOON = 3 * 86_400_000;
const KEPT_BACK = 5 * 86_400_000;
/** Longer lists are for the command line. */
const MOST_ROWS = 50;

/** One letter to each Validator, with a token for the cases that this Validator may still approve. */
export function decideDaily(facts: DailyFacts): LetterEffect<'digest'>[] {
  const { open, aside, suspicious, undelivered } = facts;
  const queue = open.filter(({ state }) => state === 'queued');
  const resting = open.filter(({ state }) => state === 'on-hold');
  const ending = open.filter((one) => endsSoon(one, facts.now));
  const invitations = open.filter((one) => isToldNow(one, facts));
  const all = [queue, resting, ending, invitations, aside, suspicious, undelivered];
  if (all.every((some) => some.length === 0)) return [];
  const rows = {
    queue: queue.map(rowOf),
    resting: resting.map(rowOf),
    ending: ending.map(rowOf),
    invitations: invitations.slice(0, MOST_ROWS).map(rowOf),
    aside: aside.slice(-MOST_ROWS),
    suspicious: suspicious.slice(-MOST_ROWS),
    undelivered: undelivered.slice(-MOST_ROWS),
  };
  return facts.settings.validators.map((to) => letterTo(facts, to, queue, rows));
}

type Rows = Omit<LetterData['digest'], 'cases' | 'more'>;

function letterTo(
  facts: DailyFacts,
  to: Address,
  queue: readonly Case[],
  rows: Rows,
): LetterEffect<'digest'> {
  const mine = queue.filter((one) => !one.context.approvals.includes(to) && canBeDecided(one));
  return {
    type: 'letter',
    letter: 'digest',
    to,
    data: { ...rows, ...onOneDesk(facts, mine) },
    ...coveringToken(facts, mine),
    once: 'step',
  };
}

// Invitations that wait for a Validator are told once a month: there may be a hundred. One whose letter the
// registry has kept back for five days is told on that day too.
function isToldNow({ kind, state, dueAt }: Case, { now, since }: DailyFacts): boolean {
  if (kind !== 'invite') return false;
  const isNewMonth = now.toISOString().slice(0, 7) !== since.toISOString().slice(0, 7);
  if (state === 'awaiting-validator') return isNewMonth;
  if (state !== 'planned' || dueAt === undefined) return false;
  const late = Date.parse(dueAt) + KEPT_BACK;
  return late <= now.getTime() && (isNewMonth || late > since.getTime());
}

function endsSoon({ state, dueAt }: Case, now: Date): boolean {
  const waits = state === 'asked' || state === 'escalated' || state === 'challenged';
  return waits && dueAt !== undefined && Date.parse(dueAt) - now.getTime() <= SOON;
}
