/** The letters of a drill: an exercise in which everybody on the list is asked to answer. */

import { showCctld } from '../words/cctld.ts';
import type { Count } from '../words/check.ts';
import { REGION_NAMES } from '../words/region.ts';
import { quoteText } from './foreign.ts';
import type { LetterInput } from './letter.ts';
import { answerWords, bullets, compose, finish, showDate } from './parts.ts';
import { wrap } from './wrap.ts';

/** To each contact. */
export function drillLetter(input: LetterInput<'drill'>): string {
  const { cctlds, closes, text = '' } = input.data;
  const words = quoteText(text);
  return compose(
    input,
    'THIS IS AN EXERCISE. Nothing has happened.',
    wrap(
      `You get this letter because you are on the list as a contact for ${cctlds.map(showCctld).join(', ')}. We want to know how many people on the list we can reach, and how fast.`,
    ),
    words === '' ? undefined : `The words of the Validator who began it:\n\n${words}`,
    wrap(
      `Please press "Reply" before ${showDate(closes)}, and write this word at the top of your answer, alone on its line:`,
    ),
    answerWords([['Your answer', 'HERE']], input.token),
    wrap(
      `The word is enough. If you cannot press "Reply", write a new mail to ${input.list.request}, with the word and the code behind it.`,
    ),
    wrap('An automatic answer (out of office) does not count. You get no answer to your answer.'),
    wrap(
      'If you do nothing, you stay on the list and nothing changes. When the exercise is over, we tell you how many people answered.',
    ),
  );
}

/** To each who was asked: numbers, and no names. */
export function drillOverLetter(input: LetterInput<'drill-over'>): string {
  const { people, cctlds, opened, medianMs } = input.data;
  return compose(
    input,
    wrap(
      `The exercise that began on ${showDate(opened)} is over. Nothing had happened: we wanted to know how many people on the list we can reach.`,
    ),
    bullets([
      `people who answered: ${shareOf(people)}`,
      `ccTLDs from which somebody answered: ${shareOf(cctlds)}`,
      ...(medianMs === undefined ? [] : [`half of the answers came within ${lengthOf(medianMs)}`]),
    ]),
    wrap('Thank you if you answered. You do not need to do anything now.'),
  );
}

/** To Validators and Committee. */
export function drillReportLetter(input: LetterInput<'drill-report'>): string {
  const { report } = input.data;
  const { people, cctlds, within, medianMs, regions, each } = report;
  const silent = each.filter((one) => one.people.answered === 0);
  const half = medianMs === undefined ? [] : [`half of them within ${lengthOf(medianMs)}`];
  return finish([
    wrap(input.list.name),
    wrap(
      `Report of the exercise from ${showDate(report.opened)} to ${showDate(report.closes)}. Everybody on the list was asked to answer.`,
    ),
    bullets([
      `people who answered: ${shareOf(people)}`,
      ...half,
      ...within.map(({ ms, answered }) => `within ${lengthOf(ms)}: ${answered}`),
      `ccTLDs from which somebody answered: ${shareOf(cctlds)}`,
      `people who were asked, but the letter came back: ${report.cameBack}`,
      `people not asked, because mail did not reach them before: ${report.notAsked}`,
    ]),
    'BY REGION',
    bullets(
      regions.map((one) => {
        const name = one.region === undefined ? 'In no region' : REGION_NAMES[one.region];
        const speed = one.medianMs === undefined ? '' : `, half within ${lengthOf(one.medianMs)}`;
        return `${name}: ${shareOf(one.people)} people, ${shareOf(one.cctlds)} ccTLDs${speed}`;
      }),
    ),
    silent.length > 0 && `NOBODY ANSWERED (${silent.length})`,
    silent.length > 0 &&
      wrap(silent.map(({ cctld }) => showCctld(cctld)).join(', '), { first: '  ', rest: '  ' }),
    'BY CCTLD (people who answered, and how soon the first one did)',
    bullets(
      each.map(
        (one) =>
          `${showCctld(one.cctld)}: ${shareOf(one.people)}${one.firstMs === undefined ? '' : `, first within ${lengthOf(one.firstMs)}`}`,
      ),
    ),
    wrap(
      'Answers that come from now on are noted, and do not change this report. Everybody who was asked gets the two counts, without names.',
    ),
    wrap(
      `You get this letter because you are a Validator or a member of the Standing Committee of ${input.list.name}.`,
    ),
  ]);
}

function shareOf({ asked, answered }: Count): string {
  return `${answered} of ${asked}`;
}

/** `25 minutes`, `4 hours`, `3 days`: rounded up, so that nobody seems faster than they were. */
function lengthOf(ms: number): string {
  const minutes = Math.max(1, Math.ceil(ms / 60_000));
  if (minutes < 120 && minutes !== 60) return minutes === 1 ? '1 minute' : `${minutes} minutes`;
  const hours = Math.ceil(minutes / 60);
  if (hours === 1) return '1 hour';
  return hours <= 72 ? `${hours} hours` : `${Math.ceil(hours / 24)} days`;
}
