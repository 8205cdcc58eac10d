/** The letters about invitations, as the catalogue lists them. */

import { type Catalogue, SURE, TO_VALIDATOR } from './catalogue-entry.ts';
import { inviteAlarmLetter, inviteAlarmSubject, inviteLetter, inviteOverLetter } from './invite.ts';
import { ccTldOf } from './parts.ts';

export const INVITE_LETTERS: Pick<Catalogue, 'invite' | 'invite-over' | 'alarm-invite'> = {
  invite: {
    ...SURE,
    token: 'invite',
    summary:
      'Invites a ccTLD through its Admin Contact, in English and in the language of the country; reminds of it.',
    subject: ({ data }) =>
      `${data.reminder ? 'Reminder: invitation' : 'Invitation'}: security contacts for ${ccTldOf(data.about)}`,
    text: inviteLetter,
  },
  'invite-over': {
    ...SURE,
    summary:
      'Tells the Admin Contact that the no to an invitation was heard, or that it is closed.',
    subject: ({ data }) => `The invitation of ${ccTldOf(data.about)} is closed`,
    text: inviteOverLetter,
  },
  'alarm-invite': {
    ...TO_VALIDATOR,
    token: 'validate',
    summary:
      'Tells all Validators that an invited Admin Contact does not answer, cannot be reached, or says no.',
    subject: inviteAlarmSubject,
    text: inviteAlarmLetter,
  },
};
