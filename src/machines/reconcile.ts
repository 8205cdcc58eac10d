/** Decides what the Validators are told of a list server that differs from the list, or is away. Pure. */

import { createHash } from 'node:crypto';
import { toValidators } from './answers.ts';
import type { LetterEffect } from './decision.ts';
import { type Drift, isSame } from './drift.ts';
import type { Settings } from './facts.ts';

/** A difference that the Validators know of; kept from one comparison to the next. */
export interface Told {
  readonly digest: string;
  /** ISO instant. */
  readonly at: string;
}

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;

interface Now {
  readonly now: Date;
  readonly settings: Settings;
}

/**
 * What the Validators are told: a difference once, once more when it is another one, and every week
 * while it lasts. A setting that was put right is an event, and told each time.
 */
export function tellDrift(
  { now, settings }: Now,
  drift: Drift,
  told: Told | undefined,
): { readonly letters: LetterEffect[]; readonly told?: Told } {
  if (isSame(drift)) return { letters: [] };
  const digest = digestOf(drift);
  const isOld =
    told?.digest === digest &&
    now.getTime() - Date.parse(told.at) < WEEK &&
    !drift.settings.some(({ mended }) => mended);
  if (isOld) return { letters: [], told };
  const letters = toValidators(settings, 'list-drift', shown(drift));
  return { letters, told: { digest, at: now.toISOString() } };
}

/** Longer lists are for the command line. */
const MOST_ROWS = 50;

function shown({ strangers, missing, settings }: Drift) {
  return {
    strangers: strangers.slice(0, MOST_ROWS),
    missing: missing.slice(0, MOST_ROWS),
    settings: settings.slice(0, MOST_ROWS),
    counts: { strangers: strangers.length, missing: missing.length },
  };
}

// What was put right is over: the next comparison does not find it.
function digestOf({ strangers, missing, settings }: Drift): string {
  const lasting = [
    strangers.toSorted(),
    missing.map(({ address }) => address).toSorted(),
    settings.filter(({ mended }) => !mended).map(({ name, was }) => `${name}=${was}`),
  ];
  return createHash('sha256').update(JSON.stringify(lasting)).digest('hex').slice(0, 32);
}

/** A list server that cannot be asked; kept from one try to the next. */
export interface Outage {
  /** ISO instant. */
  readonly since: string;
  readonly told: boolean;
}

/** The Validators are told once of an outage that lasts for an hour: posts and changes wait so long. */
export function tellOutage(
  { now, settings }: Now,
  why: string,
  outage: Outage | undefined,
): { readonly letters: LetterEffect[]; readonly outage: Outage } {
  const { since, told } = outage ?? { since: now.toISOString(), told: false };
  if (told || now.getTime() - Date.parse(since) < HOUR) {
    return { letters: [], outage: { since, told } };
  }
  const letters = toValidators(settings, 'list-away', { since, why });
  return { letters, outage: { since, told: true } };
}
