/** Who gets the statistics of a month: everybody on the Standing Committee, and the Validators. Pure. */

import type { LetterEffect } from '../decision.ts';
import type { Settings } from '../facts.ts';
import type { Report } from './report.ts';
import { reportText } from './report-text.ts';

/** One letter to each address, also to who is both. */
export function decideStatistics(
  { committee, validators }: Pick<Settings, 'committee' | 'validators'>,
  report: Report,
): LetterEffect<'statistics'>[] {
  const data = { day: report.day, text: reportText(report) };
  return [...new Set([...committee, ...validators])].map((to) => ({
    type: 'letter',
    letter: 'statistics',
    to,
    data,
    once: 'step',
  }));
}
