/** Letters to a Validator about many cases at once: the desk, and what the day has left on it. */

import { showToken } from '../words/token.ts';
import { cleanLine, quoteLine } from './foreign.ts';
import type { CaseRow, CaseShown, LetterData, LetterInput } from './letter.ts';
import { caseRows, caseTitle, mailRows } from './look.ts';
import { answerWords, type Block, composeForValidator, showDate } from './parts.ts';
import { caseBlocks, choices, OWN_WORDS, WHICH_CONTACT } from './queue.ts';
import { wrap } from './wrap.ts';

/** Every case that waits for a decision, complete, to be decided by one answer. */
export function deskLetter(input: LetterInput<'desk'>): string {
  return composeForValidator(
    input,
    wrap('You asked to see these cases. One answer to this letter can decide all of them.'),
    ...decide(input, input.data),
  );
}

type Cases = Pick<LetterData['desk'], 'cases' | 'more'>;

function decide(input: LetterInput, { cases, more }: Cases): Block[] {
  if (cases.length === 0) return [];
  return [
    ...cases.flatMap((one) => [RULE, ...oneCase(one)]),
    RULE,
    'YOUR DECISION',
    wrap(
      'Press "Reply", keep the subject, and write your commands as the first lines, one on a line.',
    ),
    cases.length > 1 &&
      answerWords([
        ['To approve all of them', `APPROVE ${cases.map(({ caseId }) => caseId).join(' ')}`],
      ]),
    wrap(OWN_WORDS),
    wrap(WHICH_CONTACT),
    wrap(
      'An approval counts only for what this letter shows. If one of the cases on a line has changed, nothing of that line is done. This letter can be answered once with a decision; after that, ask for a new one.',
    ),
    ...others(more),
    input.token !== undefined && `  Code of this letter:  ${showToken(input.token)}`,
  ];
}

const RULE = '_'.repeat(40);

function oneCase(one: CaseShown): Block[] {
  return [
    caseTitle(one),
    ...caseBlocks(one.about),
    one.can.length > 0 && `WHAT YOU CAN DO WITH CASE ${one.caseId}\n\n${choices(one.can)}`,
  ];
}

function others(more: readonly CaseRow[]): Block[] {
  if (more.length === 0) return [];
  return [
    wrap(
      'There are more cases than one letter can show. Decide these first, or ask for one of the others by its number:',
    ),
    caseRows(more),
  ];
}

/** What waits, what ends soon, and what went wrong since the last digest. */
export function digestLetter(input: LetterInput<'digest'>): string {
  const { data } = input;
  return composeForValidator(
    input,
    wrap(
      'This is what waits for the Validators this morning. You get it only when there is something.',
    ),
    section('WAITS FOR YOUR DECISION', data.queue, caseRows),
    section('RESTS', data.resting, caseRows),
    section('ENDS WITHIN THREE DAYS IF NO ANSWER COMES', data.ending, caseRows),
    section('INVITATIONS THAT DO NOT GET ON', data.invitations, caseRows),
    section('MAILS THAT WERE SET ASIDE OR HELD', data.aside, mailRows),
    section('SUSPICIOUS MAILS SINCE THE LAST DIGEST', data.suspicious, mailRows),
    section('LETTERS THAT DID NOT REACH THEIR READER', data.undelivered, letterRows),
    ...decide(input, data),
  );
}

function section<T>(
  title: string,
  rows: readonly T[],
  show: (rows: readonly T[]) => string,
): Block {
  return rows.length > 0 && `${title} (${rows.length})\n\n${show(rows)}`;
}

function letterRows(letters: LetterData['digest']['undelivered']): string {
  return letters
    .map(({ addressee, summary, at, why }) =>
      [
        wrap(`to ${cleanLine(addressee, 254)}, ${showDate(at)}`, { first: '  - ', rest: '    … ' }),
        wrap(summary, { first: '    … ' }),
        wrap(quoteLine(why, 300), { first: '    … ' }),
      ].join('\n'),
    )
    .join('\n');
}
