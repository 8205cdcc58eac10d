/** Samples of the letters about what an SSC asks for itself. */

import type {
  CaseFacts,
  LetterData,
  LetterInput,
  LetterName,
  OwnView,
} from '../src/machines/letters/letter.ts';
import { REQUEST_HELP } from '../src/machines/reading/request-command.ts';
import type { Address } from '../src/machines/words/address.ts';
import type { OwnChange, RosterEntry } from '../src/machines/words/case.ts';
import type { Cctld } from '../src/machines/words/cctld.ts';
import type { Contact } from '../src/machines/words/contact.ts';

/** What all samples have in common. */
export interface OwnSampleParts {
  readonly list: LetterInput['list'];
  readonly token: string;
  readonly tokenExpires: string;
  readonly cctlds: readonly [Cctld, Cctld];
  readonly ana: Contact;
  readonly luis: Contact;
  readonly anchor: Address;
  readonly validator: Address;
  /** Where Ana moves to. */
  readonly newAddress: Address;
  readonly about: (change: Partial<CaseFacts>) => CaseFacts;
}

export function ownSamples(parts: OwnSampleParts): LetterInput[] {
  return [...asked(parts), ...settled(parts), ...answers(parts)];
}

function inputOf<N extends LetterName>(
  { list }: OwnSampleParts,
  name: N,
  to: Address,
  data: LetterData[N],
  more: Pick<LetterInput, 'caseId' | 'token' | 'tokenExpires'> = { caseId: 4711 },
): LetterInput<N> {
  return { name, to, data, list, ...more };
}

const PHONES = [{ raw: '+44 20 7946 0811', e164: '+442079460811' }];

function viewOf({ ana, cctlds: [first] }: OwnSampleParts, change: OwnChange): OwnView {
  return { change, person: ana, cctlds: [first] };
}

function asked(parts: OwnSampleParts): LetterInput[] {
  const { ana, about, newAddress, token, tokenExpires } = parts;
  const more = { caseId: 4711, token, tokenExpires };
  const open = about({ kind: 'self-update', state: 'challenged', due: tokenExpires });
  const moves: OwnChange = { what: 'address', address: newAddress };
  const challenge = (to: Address, own: OwnView, reminder = false) =>
    inputOf(parts, 'own-challenge', to, { about: open, own, reminder }, more);
  return [
    challenge(ana.address, viewOf(parts, { what: 'phones', phones: PHONES })),
    challenge(ana.address, viewOf(parts, moves), true),
    challenge(newAddress, { change: moves, cctlds: [] }),
    challenge(ana.address, viewOf(parts, { what: 'leave' })),
    challenge(
      ana.address,
      viewOf(parts, { what: 'freeze', reason: 'Our name servers were changed.' }),
    ),
    inputOf(parts, 'own-again', ana.address, { about: open, why: 'unclear' }),
    inputOf(parts, 'own-again', ana.address, {
      about: about({ state: 'expired' }),
      why: 'expired',
    }),
  ];
}

function settled(parts: OwnSampleParts): LetterInput[] {
  const { ana, luis, anchor, validator, about, newAddress } = parts;
  const phones = viewOf(parts, { what: 'phones', phones: PHONES });
  const moves = viewOf(parts, { what: 'address', address: newAddress });
  const leaves = viewOf(parts, { what: 'leave' });
  const freeze = viewOf(parts, { what: 'freeze', reason: 'Our name servers were changed.' });
  const done = about({ kind: 'self-update', state: 'applied' });
  return [
    inputOf(parts, 'own-ended', ana.address, { about: done, own: phones, how: 'expired' }),
    inputOf(parts, 'own-ended', ana.address, { about: done, own: phones, how: 'denied' }),
    inputOf(parts, 'own-ended', newAddress, { about: done, own: moves, how: 'to-admin-contact' }),
    inputOf(parts, 'own-ended', ana.address, { about: done, own: phones, how: 'frozen' }),
    inputOf(parts, 'own-done', ana.address, { about: done, own: phones }),
    inputOf(parts, 'own-done', newAddress, { about: done, own: moves }),
    inputOf(parts, 'own-done', ana.address, { about: done, own: leaves }),
    inputOf(parts, 'own-done', ana.address, { about: done, own: freeze }),
    inputOf(parts, 'own-told', luis.address, { about: done, own: phones, staying: [] }),
    inputOf(parts, 'own-told', luis.address, { about: done, own: leaves, staying: [luis] }),
    inputOf(parts, 'own-told', anchor, { about: done, own: freeze, staying: [] }),
    inputOf(parts, 'own-successor', anchor, { about: done, own: leaves, staying: [luis] }),
    inputOf(
      parts,
      'alarm-own',
      validator,
      {
        about: about({ state: 'applying' }),
        own: phones,
        why: 'A contact has confirmed this, while changes are stopped for a ccTLD of theirs.',
      },
      { caseId: 4711, token: parts.token, tokenExpires: parts.tokenExpires },
    ),
    inputOf(parts, 'alarm-own', validator, {
      about: about({ state: 'objected' }),
      own: phones,
      why: 'Somebody asked for this in the name of a contact, and who reads the mailbox answered REJECT. Nothing was changed, and the ccTLD is not frozen.',
    }),
  ];
}

function answers(parts: OwnSampleParts): LetterInput[] {
  const { ana, luis, cctlds } = parts;
  const [first, second] = cctlds;
  const mine: RosterEntry[] = cctlds.map((cctld) => ({
    ...ana,
    cctld,
    since: '2026-11-02T10:00:00.000Z',
  }));
  const table: RosterEntry[] = [
    ...mine,
    { ...luis, cctld: second, since: '2026-11-02T10:00:00.000Z' },
  ];
  const open = [{ caseId: 4711, change: { what: 'phones', phones: PHONES } as const }];
  const answer = (data: LetterData['own-answer']) =>
    inputOf(parts, 'own-answer', ana.address, data, {});
  return [
    answer({ parts: [{ line: 'show', mine, open }], full: false }),
    answer({ parts: [{ line: 'who', table, frozen: [first] }], full: true }),
    answer({ parts: [{ line: 'help', commands: REQUEST_HELP }], full: false }),
    answer({
      parts: [{ line: 'freeze .xq', say: 'Say why. Write: freeze .xa reason' }],
      full: false,
    }),
    inputOf(parts, 'not-a-member', ana.address, {}, {}),
  ];
}
