/** Samples of the letters about contacts whom mail does not reach. */

import type { LetterInput } from '../src/machines/letters/letter.ts';
import type { RosterEntry } from '../src/machines/words/case.ts';
import {
  ana,
  anchor,
  cctld,
  EXPIRES,
  facts,
  luis,
  sample,
  secret,
  TOKEN,
  validator,
} from './sample-parts.ts';

export function aboutReach(): LetterInput[] {
  return [...toThePerson(), ...toOthers(), ...toTheValidators()];
}

function toThePerson(): LetterInput[] {
  const code = { token: TOKEN, tokenExpires: EXPIRES };
  const cctlds = [cctld('xa')];
  return [
    sample('probe', luis().address, { cctlds, how: 'first' }, code),
    sample('probe', luis().address, { cctlds: [cctld('xa'), cctld('xb')], how: 'again' }, code),
    sample('probe', luis().address, { cctlds, how: 'stopped' }, code),
    sample('mail-arrives', luis().address, { cctlds }, {}),
  ];
}

function lost(
  state:
    | 'awaiting-successor'
    | 'awaiting-unfreeze'
    | 'awaiting-validator'
    | 'expired'
    | 'settled'
    | 'rejected',
) {
  const since = '2026-11-02T10:00:00.000Z';
  const before: RosterEntry[] = [ana(), luis()].map((one) => ({
    ...one,
    cctld: cctld('xa'),
    since,
  }));
  const { address, firstName, lastName } = luis();
  return facts({
    kind: 'unreachable',
    state,
    requester: address,
    contacts: [],
    after: [],
    before,
    lost: { address, firstName, lastName },
    evidence: 'E0',
    evidenceFacts: [
      `Our mail to ${address} came back on 3 days.`,
      'A letter of their own, which asked only for an answer, came back too.',
      'The other server said last: 550 5.1.1 User unknown',
    ],
  });
}

function toOthers(): LetterInput[] {
  const asked = lost('awaiting-successor');
  const reason = 'I have talked to Luis on the phone.';
  return [
    secret('successor', anchor(), { about: asked, reminder: false }),
    secret('successor', anchor(), { about: asked, reminder: true }),
    sample('colleague-lost', ana().address, { about: asked }),
    sample('lost-over', anchor(), { about: lost('settled') }),
    sample('lost-over', ana().address, { about: lost('rejected'), reason }),
  ];
}

function toTheValidators(): LetterInput[] {
  const can = ['REJECT 4711 your reason', 'NOTE 4711 what the other Validators should know'];
  return [
    secret('alarm-lost', validator(), { about: lost('awaiting-successor'), can }),
    secret('alarm-lost', validator(), { about: lost('awaiting-unfreeze'), can }),
    secret('alarm-lost', validator(), { about: lost('awaiting-validator'), can }),
    secret('alarm-lost', validator(), {
      about: { ...lost('awaiting-validator'), anchor: luis().address },
      can,
    }),
    sample('alarm-lost', validator(), { about: lost('expired'), can: [] }),
    ...(['probe', 'code', 'mail'] as const).map((how) =>
      sample('alarm-found', validator(), { address: luis().address, cctlds: [cctld('xa')], how }),
    ),
  ];
}
