/** An approval binds to the digest: whatever a Validator would want to see again changes it. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, digestOf } from '../../src/machines/digest.ts';
import { ANCHOR, contact, NEW_ANCHOR, rosterEntry, XA, XB } from '../support/facts.ts';

const CHANGE: Change = {
  kind: 'subscribe',
  cctld: XA,
  anchor: ANCHOR,
  contacts: [contact(1), contact(2)],
  before: [rosterEntry(), rosterEntry({ firstName: 'New', address: contact(3).address })],
};

const phones = (raw: string) => [{ raw, e164: raw }];

describe('the digest', () => {
  it.each([
    ['the kind', { kind: 'remove' }],
    ['the ccTLD', { cctld: XB }],
    ['the Admin Contact', { anchor: NEW_ANCHOR }],
    ['one more person', { contacts: [...CHANGE.contacts, contact(3)] }],
    ['one person fewer', { contacts: [contact(1)] }],
    ['a first name', { contacts: [contact(1, { firstName: 'Rose' }), contact(2)] }],
    ['a last name', { contacts: [contact(1, { lastName: 'Linden' }), contact(2)] }],
    ['an address', { contacts: [contact(1), contact(2, { address: NEW_ANCHOR })] }],
    ['a phone', { contacts: [contact(1, { phones: phones('+12025550199') }), contact(2)] }],
    ['a phone that is taken away', { contacts: [contact(1, { phones: [] }), contact(2)] }],
    ['who is primary', { contacts: [contact(1, { primary: false }), contact(2)] }],
    ['the order of the people', { contacts: CHANGE.contacts.toReversed() }],
    ['who is on the list already', { before: [] }],
    ['what is known of somebody on the list', { before: [rosterEntry({ lastName: 'Foot' })] }],
  ] satisfies [string, Partial<Change>][])('changes with %s', (_, other) => {
    expect(digestOf({ ...CHANGE, ...other })).not.toBe(digestOf(CHANGE));
  });

  it.each([
    ['how a phone was written', { contacts: [withRaw('(202) 555-0111'), contact(2)] }],
    ['the order of the list', { before: CHANGE.before.toReversed() }],
  ] satisfies [string, Partial<Change>][])('does not change with %s', (_, other) => {
    expect(digestOf({ ...CHANGE, ...other })).toBe(digestOf(CHANGE));
  });

  it('is empty when nobody would be added: then nothing can be approved', () => {
    expect(digestOf({ ...CHANGE, contacts: [] })).toBe('');
  });

  it('cannot be met by other people whose words are cut elsewhere', () => {
    const word = fc.string({ maxLength: 6 });
    fc.assert(
      fc.property(word, word, word, word, (a, b, c, d) => {
        const one = digestOf({ ...CHANGE, contacts: [contact(1, { firstName: a, lastName: b })] });
        const two = digestOf({ ...CHANGE, contacts: [contact(1, { firstName: c, lastName: d })] });
        expect(one === two).toBe(a === c && b === d);
      }),
    );
  });
});

function withRaw(raw: string) {
  return contact(1, { phones: [{ raw, e164: '+12025550111' }] });
}
