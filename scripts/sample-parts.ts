/** What the samples of letters are made of: the people, the case, the list; all of them made up. */

import type {
  CaseFacts,
  LetterData,
  LetterInput,
  LetterName,
} from '../src/machines/letters/letter.ts';
import { type Address, readAddress } from '../src/machines/words/address.ts';
import { type Cctld, readCctld } from '../src/machines/words/cctld.ts';
import type { Contact } from '../src/machines/words/contact.ts';

export const LIST = {
  name: 'TLD-OPS',
  join: 'tld-ops-join@lists.example',
  request: 'tld-ops-request@lists.example',
  owner: 'tld-ops-owner@lists.example',
};
export const TOKEN = 'abcdefghjkmnpqrstvwxyz0123';
export const EXPIRES = '2026-12-05T14:00:00.000Z';

export function validator(): Address {
  return address('validator@ccnso.example');
}

type Extra = { readonly caseId?: number; readonly token?: string; readonly tokenExpires?: string };

export function sample<N extends LetterName>(
  name: N,
  to: Address,
  data: LetterData[N],
  extra: Extra = { caseId: 4711 },
): LetterInput<N> {
  return { name, to, data, list: LIST, ...extra };
}

export function secret<N extends LetterName>(
  name: N,
  to: Address,
  data: LetterData[N],
): LetterInput<N> {
  return sample(name, to, data, { caseId: 4711, token: TOKEN, tokenExpires: EXPIRES });
}

export function facts(change: Partial<CaseFacts>): CaseFacts {
  return { cctld: cctld('xa'), anchor: anchor(), ...nameless(change) };
}

export function nameless(change: Partial<CaseFacts>): CaseFacts {
  return {
    kind: 'subscribe',
    requester: address('ana.perez@registry.example'),
    contacts: [ana(), luis()],
    after: change.contacts ?? [ana(), luis()],
    before: [],
    notes: [],
    approvals: [],
    approvalsNeeded: 1,
    complaints: [],
    warnings: [],
    evidence: 'E3',
    evidenceFacts: [
      'From is hostmaster@nic.xa, the Admin Contact address of .xa.',
      'DMARC passes for nic.xa (DKIM, aligned).',
    ],
    policy: 'balanced',
    state: 'queued',
    opened: '2026-11-21T14:00:00.000Z',
    text: '',
    candidates: [],
    ...change,
  };
}

export function ana(): Contact {
  return {
    firstName: 'Ana',
    lastName: 'Pérez',
    address: address('ana.perez@registry.example'),
    phones: [{ raw: '+31 20 794 0801', e164: '+31207940801' }],
    primary: true,
  };
}

export function luis(): Contact {
  return {
    firstName: 'Luis',
    lastName: 'Gómez',
    address: address('luis@registry.example'),
    phones: [{ raw: '+31 20 794 0802', e164: '+31207940802;ext=12' }, { raw: 'ext 12' }],
    primary: false,
  };
}

export function anchor(): Address {
  return address('hostmaster@nic.xa');
}

export function address(text: string): Address {
  const read = readAddress(text);
  if (read === undefined) throw new Error(`not an address: ${text}`);
  return read;
}

export function cctld(text: string): Cctld {
  const read = readCctld(text);
  if (read === undefined) throw new Error(`not a ccTLD: ${text}`);
  return read;
}
