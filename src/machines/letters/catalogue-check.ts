/** The letters of the yearly check and of drills, as the catalogue lists them. */

import { ANSWER, type Catalogue, SURE, TO_VALIDATOR } from './catalogue-entry.ts';
import { againLetter, anchorCheckLetter, checkReportLetter, contactCheckLetter } from './check.ts';
import { drillLetter, drillOverLetter, drillReportLetter } from './drill.ts';
import type { CheckShown } from './letter.ts';

type CheckLetterName =
  | 'check-contact'
  | 'check-anchor'
  | 'check-again'
  | 'check-report'
  | 'drill'
  | 'drill-over'
  | 'drill-report';

export const CHECK_LETTERS: Pick<Catalogue, CheckLetterName> = {
  'check-contact': {
    ...SURE,
    service: 'request',
    token: 'check',
    summary: 'Asks a contact once a year whether the own data on the list are still right.',
    subject: ({ data }) => `${FRONT[data.turn]} your data on the contact list`,
    text: contactCheckLetter,
  },
  'check-anchor': {
    ...SURE,
    token: 'check',
    summary:
      'Asks an Admin Contact once a year whether the contacts of its ccTLDs are still the right ones.',
    subject: ({ data }) => `${FRONT[data.turn]} the security contacts on the list`,
    text: anchorCheckLetter,
  },
  'check-again': {
    ...ANSWER,
    service: 'request',
    summary: 'Tells whoever was asked that an answer was not understood, or how to answer now.',
    subject: ({ data }) =>
      data.turn === 'unclear' || data.turn === 'more'
        ? 'We do not understand your answer'
        : 'Your answer came too late',
    text: againLetter,
  },
  'check-report': {
    ...TO_VALIDATOR,
    summary: 'Tells all Validators how the yearly check ended.',
    subject: () => 'For your information: the yearly check has ended',
    text: checkReportLetter,
  },
  drill: {
    ...SURE,
    service: 'request',
    token: 'check',
    summary: 'Asks everybody on the list to answer, as an exercise.',
    subject: () => 'EXERCISE: please answer this letter',
    text: drillLetter,
  },
  'drill-over': {
    ...SURE,
    service: 'request',
    summary: 'Tells everybody who was asked how many answered.',
    subject: () => 'The exercise is over',
    text: drillOverLetter,
  },
  'drill-report': {
    ...TO_VALIDATOR,
    summary: 'Tells Validators and Committee who answered a drill, and how fast.',
    subject: () => 'Report of the exercise',
    text: drillReportLetter,
  },
};

const FRONT: Readonly<Record<CheckShown['turn'], string>> = {
  first: 'Please check:',
  reminder: 'Reminder, please check:',
  wrong: 'How to change',
  changed: 'Please check once more:',
};
