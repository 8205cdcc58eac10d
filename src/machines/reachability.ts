/** How sure it is that mail does not reach a person: a score of what came back, with decay (design 9). */

import type { BounceKind } from './words/bounce.ts';

/** One believed report about the person's address. */
export interface CameBack {
  readonly kind: BounceKind;
  readonly at: Date;
}

/** A letter that asked nothing but for an answer, which only this one mailbox can have sent back. */
export interface Probe {
  readonly sentAt: Date;
  readonly back: readonly BounceKind[];
}

/** All that is known about an address since the last sign of life. */
export interface Standing {
  readonly returned: readonly CameBack[];
  /** The oldest first. */
  readonly probes: readonly Probe[];
  readonly unreachableSince?: Date;
}

/** What a report weighs: never anything where it is not the person's fault (design 6). */
const WEIGHTS: Readonly<Record<BounceKind, number>> = {
  'mailbox-gone': 1,
  'mailbox-full': 0.4,
  unknown: 0.4,
  policy: 0,
  delayed: 0,
};

const DAY = 86_400_000;
const HALF_LIFE = 14 * DAY;

/**
 * From here on the person is asked. Any one report is enough: on a list with one mail a month a mailbox
 * that is full would else never be noticed.
 */
const ASK_FROM = 0.3;
/** From here on, and after a letter of their own came back too, the person counts as unreachable. */
const UNREACHABLE_FROM = 2.5;
/**
 * So many letters of their own that came back one after the other, over so long, say the same at any
 * score: of a server that is down or a mailbox that is full Postfix reports only every five days.
 */
const STEADY_LETTERS = 4;
const STEADY_FOR = 14 * DAY;

/** A mail system may mend itself within a day. */
const BEFORE_FIRST = DAY;
const AFTER_RETURN = 2 * DAY;
/** Whoever forges reports about others makes them get one letter a week, and no more. */
const AFTER_SILENCE = 7 * DAY;
/** How long a letter that came back says something about today. */
const FRESH = 14 * DAY;
/** Who counts as unreachable is asked all the same: mail may arrive again. */
const WHILE_UNREACHABLE = 14 * DAY;
const OFTEN_ASKED = 90 * DAY;
/** After that it is seldom, but never no more: nobody is out of reach for good in silence. */
const SELDOM = 90 * DAY;

/** The sum of the heaviest report of each day (UTC), each worth half after 14 days. */
export function scoreOf(returned: readonly CameBack[], now: Date): number {
  const days = new Map<number, number>();
  for (const { kind, at } of returned) {
    if (at > now || WEIGHTS[kind] === 0) continue;
    const day = Math.floor(at.getTime() / DAY);
    const worth = WEIGHTS[kind] * 0.5 ** ((now.getTime() - at.getTime()) / HALF_LIFE);
    days.set(day, Math.max(days.get(day) ?? 0, worth));
  }
  return [...days.values()].reduce((sum, worth) => sum + worth, 0);
}

/** What is to be done about an address, and when. */
export type Next =
  | { readonly do: 'nothing' }
  | { readonly do: 'ask'; readonly at: Date }
  /** The person counts as unreachable. */
  | { readonly do: 'give-up' };

const NOTHING: Next = { do: 'nothing' };

/** The next step. A person is given up only when the last letter of their own came back too. */
export function nextStep(standing: Standing, now: Date): Next {
  const { returned, probes, unreachableSince } = standing;
  const last = probes.at(-1);
  if (unreachableSince !== undefined) return askAgain(unreachableSince, last);
  const score = scoreOf(returned, now);
  if (score < ASK_FROM) return NOTHING;
  if (last === undefined) return askAfter(returned, new Date(0));
  if (!last.back.some(counts)) return askAfter(returned, last.sentAt);
  const isFresh = now.getTime() - last.sentAt.getTime() <= FRESH;
  if (isFresh && (score >= UNREACHABLE_FROM || comesBackSteadily(probes, now)))
    return { do: 'give-up' };
  return { do: 'ask', at: later(last.sentAt, AFTER_RETURN) };
}

/** Whether anything is to be mended when the person is heard of. */
export function isTroubled({ returned, unreachableSince }: Standing): boolean {
  return unreachableSince !== undefined || returned.some(({ kind }) => counts(kind));
}

function counts(kind: BounceKind): boolean {
  return WEIGHTS[kind] > 0;
}

// A day after the first report behind the last letter; a letter that did not come back was received.
function askAfter(returned: readonly CameBack[], since: Date): Next {
  const first = returned
    .filter(({ kind, at }) => counts(kind) && at > since)
    .map(({ at }) => at.getTime())
    .toSorted((a, b) => a - b)[0];
  if (first === undefined) return NOTHING;
  const soonest = Math.max(first + BEFORE_FIRST, since.getTime() + AFTER_SILENCE);
  return { do: 'ask', at: new Date(soonest) };
}

// The letters behind the last one that was not reported.
function comesBackSteadily(probes: readonly Probe[], now: Date): boolean {
  const received = probes.findLastIndex(({ back }) => !back.some(counts));
  const run = probes.slice(received + 1);
  const [first] = run;
  if (first === undefined || run.length < STEADY_LETTERS) return false;
  return now.getTime() - first.sentAt.getTime() >= STEADY_FOR;
}

function askAgain(since: Date, last: Probe | undefined): Next {
  const before = last?.sentAt ?? since;
  const soon = later(before, WHILE_UNREACHABLE);
  const isOften = soon.getTime() - since.getTime() <= OFTEN_ASKED;
  return { do: 'ask', at: isOften ? soon : later(before, SELDOM) };
}

function later(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}
