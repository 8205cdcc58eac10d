import { describe, expect, it } from 'vitest';

import { checkContacts, mergeContacts } from '../../../src/machines/reading/check-contacts.ts';
import type { Cctld } from '../../../src/machines/words/cctld.ts';
import { read } from './form-text.ts';

const PEOPLE = `Contact 1 (primary)
Name: Ana Beta
E-mail: ana@nic.xa
Phone: +44 20 7946 0001

Contact 2
Name: Luis Gama
E-mail: luis@nic.xa
Phone: +44 20 7946 0002
`;

describe('those of different ccTLDs', () => {
  const { contacts } = read(`ccTLD: .xa\n\n${PEOPLE}\nccTLD: .xb\n\n${PEOPLE}`);
  const [XA, XB] = ['xa' as Cctld, 'xb' as Cctld];

  it('are not joined with each other', () => {
    expect(mergeContacts([], contacts)).toEqual(contacts);
    expect(mergeContacts(contacts, contacts)).toEqual(contacts);
  });

  it('are joined with earlier ones of no ccTLD', () => {
    const [first] = read(`Contact 1\nPhone: +44 20 7946 0009`).contacts;
    const ofXa = contacts.filter(({ cctld }) => cctld === XA);
    const merged = mergeContacts(first === undefined ? [] : [first], ofXa);
    expect(merged.map(({ number, lastName }) => `${number} ${lastName}`)).toEqual([
      '1 Beta',
      '2 Gama',
    ]);
  });

  it('leave the primary of the other as it is', () => {
    const second = contacts.filter(({ cctld, number }) => cctld === XB && number === 2);
    const chosen = second.map((contact) => ({ ...contact, primary: true }));
    expect(
      mergeContacts(contacts, chosen).map(({ cctld, primary }) => [cctld, primary ?? false]),
    ).toEqual([
      [XA, true],
      [XA, false],
      [XB, false],
      [XB, true],
    ]);
  });

  it.each([
    ['of one', { cctld: XA }, 2],
    ['of another', { cctld: 'xc' as Cctld }, 0],
    ['of none', {}, 4],
  ])('are checked by themselves: %s', (_, context, count) => {
    const checks = checkContacts(contacts, context);
    expect(checks.contacts).toHaveLength(count);
    expect(checks.complaints).toEqual(count === 0 ? [{ code: 'no-contacts' }] : []);
  });
});
