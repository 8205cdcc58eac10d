/** One letter with many cases, and one token that stands for each of them as the letter shows it. */

import type { LetterEffect } from './decision.ts';
import { rowOf, shownCase } from './desk-look.ts';
import type { Settings } from './facts.ts';
import type { LetterData } from './letters/letter.ts';
import type { Address } from './words/address.ts';
import type { Case } from './words/case.ts';

/** What one person can read and decide at one sitting. */
const MOST_CASES = 10;
/** A new one comes each morning and on each QUEUE: few of them shall lie about in a mailbox. */
const LIFE = 7 * 86_400_000;

interface At {
  readonly now: Date;
  readonly settings: Settings;
}

/** The cases that a letter can show whole, and the others by name. */
export function onOneDesk(at: At, cases: readonly Case[]): LetterData['desk'] {
  return {
    cases: cases.slice(0, MOST_CASES).map((one) => shownCase(at, one)),
    more: cases.slice(MOST_CASES).map(rowOf),
  };
}

/** The token of such a letter; none when it shows no case. */
export function coveringToken(
  { settings }: At,
  cases: readonly Case[],
): Pick<LetterEffect, 'token'> {
  const covers = cases
    .slice(0, MOST_CASES)
    .map(({ id, context }) => ({ caseId: id, digest: context.shown }));
  if (covers.length === 0) return {};
  const lifeMs = Math.min(LIFE, settings.terms.objection);
  return { token: { purpose: 'validate', digest: '', lifeMs, covers } };
}

/** Everything that these cases need for a decision, to one Validator. */
export function deskLetter(
  at: At,
  to: Address,
  cases: readonly Case[],
  answersTo?: string,
): LetterEffect<'desk'>[] {
  if (cases.length === 0) return [];
  return [
    {
      type: 'letter',
      letter: 'desk',
      to,
      data: onOneDesk(at, cases),
      ...coveringToken(at, cases),
      once: 'step',
      ...(answersTo === undefined ? {} : { answersTo }),
    },
  ];
}
