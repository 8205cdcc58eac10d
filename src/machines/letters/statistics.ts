/** The statistics of a month, for the Standing Committee and the Validators (design 1, 11). */

import type { Catalogue } from './catalogue-entry.ts';
import { SURE } from './catalogue-entry.ts';
import { columns } from './foreign.ts';
import type { LetterInput } from './letter.ts';
import { compose, showDay } from './parts.ts';
import { wrap } from './wrap.ts';

export const STATISTICS_LETTERS: Pick<Catalogue, 'statistics'> = {
  statistics: {
    ...SURE,
    service: 'validate',
    summary: 'Gives the Standing Committee and the Validators the statistics of a month.',
    subject: ({ data }) => `Statistics of ${data.day}`,
    text: statisticsLetter,
  },
};

function statisticsLetter(input: LetterInput<'statistics'>): string {
  const { day, text } = input.data;
  const { name } = input.list;
  return compose(
    input,
    wrap(
      `You get this letter once a month because you are a Validator of ${name}, or a member of its Standing Committee. It holds no name of a contact and no address. It needs no answer.`,
    ),
    wrap(`Where ${name} stood at the end of ${showDay(`${day}T00:00:00Z`)}:`),
    columns(text),
    wrap(
      'A Validator gets the statistics of any day by mail, with the command REPORT and behind it the day: year, month and day, with hyphens between.',
    ),
  );
}
