/** Samples of the letters about invitations: each language once. */

import type { LetterInput } from '../src/machines/letters/letter.ts';
import type { Invitation } from '../src/machines/words/case.ts';
import { LETTER_LANGUAGES } from '../src/machines/words/letter-language.ts';
import { anchor, cctld, facts, sample, secret, validator } from './sample-parts.ts';

export function aboutInvitations(): LetterInput[] {
  const others = [cctld('xb'), cctld('xn--p1ai')];
  const [, ...languages] = LETTER_LANGUAGES;
  const open = invited('invited');
  return [
    secret('invite', anchor(), { about: open, reminder: false, languages: ['en'], others }),
    secret('invite', anchor(), { about: open, reminder: true, languages: ['en'], others: [] }),
    ...languages.map((one) =>
      secret('invite', anchor(), { about: open, reminder: false, languages: ['en', one], others }),
    ),
    ...languages.map((one) =>
      sample('invite-over', anchor(), {
        about: invited('declined'),
        how: 'declined',
        languages: ['en', one],
      }),
    ),
    sample('invite-over', anchor(), {
      about: invited('rejected'),
      how: 'closed',
      languages: ['en', 'fr'],
      reason: 'We have talked on the phone.',
    }),
    ...toTheValidators(),
  ];
}

function toTheValidators(): LetterInput[] {
  const can = ['REJECT 4711 your reason', 'NOTE 4711 what the other Validators should know'];
  const back = {
    ...invited('awaiting-validator', { undeliverable: true }),
    evidenceFacts: [
      'Our letter to hostmaster@nic.xa came back: the mailbox does not exist.',
      'The other server said: 550 5.1.1 User unknown',
    ],
  };
  return [
    secret('alarm-invite', validator(), { about: invited('awaiting-validator'), can }),
    secret('alarm-invite', validator(), { about: back, can }),
    sample('alarm-invite', validator(), { about: invited('declined'), can: [] }),
    sample('alarm-invite', validator(), { about: invited('expired'), can: [] }),
  ];
}

function invited(
  state: 'invited' | 'declined' | 'rejected' | 'expired' | 'awaiting-validator',
  more: Partial<Invitation> = {},
) {
  return facts({
    kind: 'invite',
    state,
    requester: anchor(),
    contacts: [],
    after: [],
    evidence: 'E0',
    evidenceFacts: [],
    invitation: { by: validator(), wave: 1, waves: 3, ...more },
  });
}
