/** The letters about what an SSC asks for itself, as the catalogue lists them. */

import { about, ANSWER, type Catalogue, NOTICE, SURE, TO_VALIDATOR } from './catalogue-entry.ts';
import {
  notAMemberLetter,
  ownAgainLetter,
  ownAlarmLetter,
  ownAnswerLetter,
  ownChallengeLetter,
  ownDoneLetter,
  ownEndedLetter,
} from './own.ts';
import { ownSuccessorLetter, ownToldLetter, whatIsAsked } from './own-told.ts';

type OwnLetter = Extract<keyof Catalogue, `own-${string}` | 'not-a-member' | 'alarm-own'>;

export const OWN_LETTERS: Pick<Catalogue, OwnLetter> = {
  'own-challenge': {
    ...NOTICE,
    service: 'request',
    token: 'own',
    summary:
      'Asks the person whether they wrote the mail that asks for a change of their own data.',
    subject: ({ data }) =>
      `Please confirm${data.reminder ? ' (reminder)' : ''}: ${whatIsAsked(data.own)}`,
    text: ownChallengeLetter,
  },
  'own-again': {
    ...ANSWER,
    service: 'request',
    summary: 'Tells that an answer to a confirmation letter could not be used, and how to answer.',
    subject: () => 'About your answer',
    text: ownAgainLetter,
  },
  'own-ended': {
    ...SURE,
    service: 'request',
    summary: 'Tells that a request about own data ended without a change, or waits, and why.',
    subject: ({ data }) =>
      `${data.how === 'frozen' ? 'Your request waits' : 'Nothing was changed'}: ${whatIsAsked(data.own)}`,
    text: ownEndedLetter,
  },
  'own-done': {
    ...SURE,
    service: 'request',
    summary: 'Tells the person that their own request is done, to the old and the new address.',
    subject: ({ data }) => `Done: ${whatIsAsked(data.own)}`,
    text: ownDoneLetter,
  },
  'own-told': {
    ...SURE,
    service: 'request',
    summary: 'Tells the other contacts and the Admin Contact what a contact has changed.',
    subject: ({ data }) => `For your information: ${whatIsAsked(data.own)}`,
    text: ownToldLetter,
  },
  'own-successor': {
    ...SURE,
    summary: 'Tells the Admin Contact that a contact has left, and asks for another person.',
    subject: about<'own-successor'>('A contact has left: contacts for'),
    text: ownSuccessorLetter,
  },
  'own-answer': {
    ...ANSWER,
    service: 'request',
    summary: "Answers each line of an SSC's mail; goes only to the address on the list.",
    subject: () => 'Your mail to us',
    text: ownAnswerLetter,
  },
  'not-a-member': {
    ...ANSWER,
    service: 'request',
    summary: 'Answers somebody who is not on the list; says the same to everybody, once a day.',
    subject: () => 'Your mail to us',
    text: notAMemberLetter,
  },
  'alarm-own': {
    ...TO_VALIDATOR,
    token: 'validate',
    summary: 'Tells all Validators what happened with the own request of a contact.',
    subject: ({ data: { own } }) =>
      `${own.change.what === 'leave' ? 'For your information' : 'ALARM'}: ${whatIsAsked(own)}`,
    text: ownAlarmLetter,
  },
};
