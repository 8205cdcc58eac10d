/** The letters about mail that does not reach a contact, as the catalogue lists them. */

import { about, type Catalogue, SURE, TO_VALIDATOR } from './catalogue-entry.ts';
import { ccTldOf } from './parts.ts';
import {
  colleagueLostLetter,
  contactFor,
  foundAlarmLetter,
  lostAlarmLetter,
  lostOverLetter,
  mailArrivesLetter,
  probeLetter,
  successorLetter,
} from './reach.ts';

type ReachLetter =
  | 'probe'
  | 'mail-arrives'
  | 'successor'
  | 'colleague-lost'
  | 'lost-over'
  | 'alarm-lost'
  | 'alarm-found';

export const REACH_LETTERS: Pick<Catalogue, ReachLetter> = {
  probe: {
    ...SURE,
    service: 'request',
    token: 'probe',
    summary:
      'Asks a contact whose mail came back whether our mail reaches them; nobody else gets it.',
    subject: () => 'Please answer: does our mail reach you?',
    text: probeLetter,
  },
  'mail-arrives': {
    ...SURE,
    service: 'request',
    summary:
      'Tells a contact that a mail of theirs came, and that they get what the list sends again.',
    subject: () => 'You get what the list sends again',
    text: mailArrivesLetter,
  },
  successor: {
    ...SURE,
    token: 'invite',
    summary: 'Tells the Admin Contact that mail does not reach a contact, and asks who it is now.',
    subject: ({ data }) =>
      `${data.reminder ? 'Reminder: mail' : 'Mail'} does not reach a contact for ${ccTldOf(data.about)}: who is it now?`,
    text: successorLetter,
  },
  'colleague-lost': {
    ...SURE,
    service: 'request',
    summary: 'Tells the other contacts of a ccTLD that mail does not reach one of them.',
    subject: about<'colleague-lost'>('For your information: mail does not reach a contact for'),
    text: colleagueLostLetter,
  },
  'lost-over': {
    ...SURE,
    summary: 'Tells those who were asked or told about a contact out of reach that it is over.',
    subject: about<'lost-over'>('No answer is needed any more: a contact for'),
    text: lostOverLetter,
  },
  'alarm-lost': {
    ...TO_VALIDATOR,
    token: 'validate',
    summary: 'Tells all Validators that mail does not reach a contact, and what was done about it.',
    subject: ({ data }) =>
      `${data.about.state === 'awaiting-successor' ? 'For your information' : 'ALARM'}: mail does not reach a contact for ${ccTldOf(data.about)}`,
    text: lostAlarmLetter,
  },
  'alarm-found': {
    ...TO_VALIDATOR,
    summary: 'Tells all Validators that a contact out of reach gets mail again, and by what sign.',
    subject: ({ data }) => `For your information: ${contactFor(data.cctlds)} gets mail again`,
    text: foundAlarmLetter,
  },
};
