/** The letters of the yearly check and of drills, with their codes (design 12). */

import { toValidators } from '../answers.ts';
import type { LetterEffect } from '../decision.ts';
import type { Settings } from '../facts.ts';
import type { LetterData } from '../letters/letter.ts';
import type { Address } from '../words/address.ts';
import type { Cctld } from '../words/cctld.ts';
import type { DrillReport } from '../words/check.ts';
import type { Ask } from './asks.ts';

const DAY = 86_400_000;
/** An answer after the end of a check is still a word about the data. */
const LATE = 180 * DAY;
/** After the end of a drill it is only a sign of life. */
const LATE_DRILL = 30 * DAY;

export interface CheckLetter {
  readonly check: { readonly id: number; readonly closesAt: Date };
  readonly ask: Ask;
  readonly turn: LetterData['check-contact']['turn'];
  readonly now: Date;
}

/** What the token of a letter is bound to; `readShown` takes it apart. */
function shownIn(checkId: number, digest: string): string {
  return `${checkId} ${digest}`;
}

/** The number of the check, and the digest of what was shown. */
export function readShown(digest: string): { readonly checkId: number; readonly shown: string } {
  const [id, shown = ''] = digest.split(' ');
  return { checkId: Number(id), shown };
}

/** The one letter to an address: the Admin Contact of a ccTLD gets the one with a form. */
export function checkLetter({ check, ask, turn, now }: CheckLetter): LetterEffect {
  const { places, anchored, address, digest } = ask;
  const data = { turn, places, anchored, closes: check.closesAt.toISOString() };
  const lifeMs = Math.max(0, check.closesAt.getTime() - now.getTime()) + LATE;
  return {
    type: 'letter',
    letter: anchored.length > 0 ? 'check-anchor' : 'check-contact',
    to: address,
    data,
    token: { purpose: 'check', digest: shownIn(check.id, digest), lifeMs },
    once: 'step',
  };
}

export function drillLetter(
  check: { readonly id: number; readonly closesAt: Date; readonly words?: string },
  to: Address,
  cctlds: readonly Cctld[],
  now: Date,
): LetterEffect<'drill'> {
  const { closesAt, words } = check;
  const text = words === undefined ? {} : { text: words };
  const lifeMs = Math.max(0, closesAt.getTime() - now.getTime()) + LATE_DRILL;
  return {
    type: 'letter',
    letter: 'drill',
    to,
    data: { cctlds, closes: closesAt.toISOString(), ...text },
    token: { purpose: 'check', digest: shownIn(check.id, ''), lifeMs },
    once: 'step',
  };
}

/** To those who decide and advise: everything. */
export function drillReports(
  settings: Pick<Settings, 'validators' | 'committee'>,
  report: DrillReport,
): LetterEffect<'drill-report'>[] {
  return [...new Set([...settings.validators, ...settings.committee])].map((to) => ({
    type: 'letter',
    letter: 'drill-report',
    to,
    data: { report },
    once: 'step',
  }));
}

/** To whoever was asked: numbers. */
export function drillOver(report: DrillReport, to: Address): LetterEffect<'drill-over'> {
  const { people, cctlds, opened, medianMs } = report;
  const data = { people, cctlds, opened, ...(medianMs === undefined ? {} : { medianMs }) };
  return { type: 'letter', letter: 'drill-over', to, data, once: 'step' };
}

/** To the Validators: how a yearly check ended. */
export function checkReport(
  settings: Pick<Settings, 'validators'>,
  data: LetterData['check-report'],
): LetterEffect[] {
  return toValidators(settings, 'check-report', data);
}
