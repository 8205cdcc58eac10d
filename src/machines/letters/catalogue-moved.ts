/** The letters about changes in the registry, as the catalogue lists them. */

import { showCctld } from '../words/cctld.ts';
import { about, type Catalogue, SURE, TO_VALIDATOR } from './catalogue-entry.ts';
import type { LetterInput } from './letter.ts';
import {
  addressChangedLetter,
  movedAdviceLetter,
  movedAlarmLetter,
  movedCommitteeLetter,
  movedToldLetter,
  newManagerLetter,
} from './moved.ts';
import { ccTldOf } from './parts.ts';

type MovedLetter =
  | 'moved-told'
  | 'new-manager'
  | 'address-changed'
  | 'moved-committee'
  | 'moved-advice'
  | 'alarm-moved';

export const MOVED_LETTERS: Pick<Catalogue, MovedLetter> = {
  'moved-told': {
    ...SURE,
    service: 'request',
    summary:
      'Tells the contacts, and the Admin Contact of before, that the ccTLD may have a new manager, and what became of it.',
    subject: about<'moved-told'>('For your information: the registry data of'),
    text: movedToldLetter,
  },
  'new-manager': {
    ...SURE,
    token: 'invite',
    summary: 'Asks the Admin Contact of a new manager for new contacts; nobody else gets it.',
    subject: about<'new-manager'>('Who are the security contacts now? About'),
    text: newManagerLetter,
  },
  'address-changed': {
    ...SURE,
    summary: 'Tells both addresses that the registry lists another Admin Contact address.',
    subject: ({ data }) =>
      `For your information: another Admin Contact address for ${showCctld(data.cctld)}`,
    text: addressChangedLetter,
  },
  'moved-committee': {
    ...TO_VALIDATOR,
    summary: 'Tells the Standing Committee that a ccTLD may have a new manager.',
    subject: about<'moved-committee'>('ALARM: perhaps a new manager for'),
    text: movedCommitteeLetter,
  },
  'moved-advice': {
    ...TO_VALIDATOR,
    token: 'committee',
    summary: 'Asks the Standing Committee who runs a ccTLD whose registry record has changed.',
    subject: about<'moved-advice'>('The Validators ask for your advice: who runs'),
    text: movedAdviceLetter,
  },
  'alarm-moved': {
    ...TO_VALIDATOR,
    token: 'validate',
    summary:
      'Tells all Validators that the registry record of a ccTLD has changed, with its points, and asks what it is.',
    subject: alarmSubject,
    text: movedAlarmLetter,
  },
};

function alarmSubject({ data }: LetterInput<'alarm-moved'>): string {
  const cctld = ccTldOf(data.about);
  const { moved, state } = data.about;
  const again = data.news === 'reminder' ? 'Reminder: ' : '';
  if (state === 'on-notice') return `${again}The contacts of before: ${cctld}`;
  if (state === 'in-transition') return `${again}Old and new contacts: ${cctld}`;
  return moved?.verdict === 'redelegation'
    ? `${again || 'ALARM: '}perhaps a new manager for ${cctld}`
    : `${again}Please look at a change in the registry: ${cctld}`;
}
