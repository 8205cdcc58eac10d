/** An approval binds to the digest: whatever a Validator would want to see again changes it. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, digestOf, digestToApprove } from '../../src/machines/digest.ts';
import { ANCHOR, contact, NEW_ANCHOR, rosterEntry, XA, XB } from '../support/facts.ts';

const CHANGE: Change = {
  kind: 'subscribe',
  cctld: XA,
  anchor: ANCHOR,
  after: [contact(1), contact(2)],
  before: [rosterEntry(), rosterEntry({ firstName: 'New', address: contact(3).address })],
};

const phones = (raw: string) => [{ raw, e164: raw }];

describe('the digest', () => {
  it.each([
    ['the kind', { kind: 'remove' }],
    ['the ccTLD', { cctld: XB }],
    ['the Admin Contact', { anchor: NEW_ANCHOR }],
    ['one more person', { after: [...CHANGE.after, contact(3)] }],
    ['one person fewer', { after: [contact(1)] }],
    ['a first name', { after: [contact(1, { firstName: 'Rose' }), contact(2)] }],
    ['a last name', { after: [contact(1, { lastName: 'Linden' }), contact(2)] }],
    ['an address', { after: [contact(1), contact(2, { address: NEW_ANCHOR })] }],
    ['a phone', { after: [contact(1, { phones: phones('+12025550199') }), contact(2)] }],
    ['a phone that is taken away', { after: [contact(1, { phones: [] }), contact(2)] }],
    ['who is primary', { after: [contact(1, { primary: false }), contact(2)] }],
    ['the order of the people', { after: CHANGE.after.toReversed() }],
    ['who is on the list already', { before: [] }],
    ['what is known of somebody on the list', { before: [rosterEntry({ lastName: 'Foot' })] }],
  ] satisfies [string, Partial<Change>][])('changes with %s', (_, other) => {
    expect(digestOf({ ...CHANGE, ...other })).not.toBe(digestOf(CHANGE));
  });

  it.each([
    ['how a phone was written', { after: [withRaw('(202) 555-0111'), contact(2)] }],
    ['the order of the list', { before: CHANGE.before.toReversed() }],
  ] satisfies [string, Partial<Change>][])('does not change with %s', (_, other) => {
    expect(digestOf({ ...CHANGE, ...other })).toBe(digestOf(CHANGE));
  });

  it.each([
    ['nobody is primary', { after: [contact(1, { primary: false })] }],
    ['two are primary', { after: [contact(1), contact(2, { primary: true })] }],
    ['one address comes twice', { after: [contact(1), contact(1, { primary: false })] }],
    ['there are four people', { after: [contact(1), contact(2), contact(3), contact(4)] }],
    ['nothing changes', { before: [rosterEntry()], after: [rosterEntry()] }],
    ['nobody comes to an empty list', { before: [], after: [] }],
  ] satisfies [string, Partial<Change>][])('cannot be approved when %s', (_, other) => {
    expect(digestToApprove({ ...CHANGE, ...other })).toBe('');
  });

  it('can be approved when the last one leaves: a removal is never held up', () => {
    expect(digestToApprove({ ...CHANGE, before: [rosterEntry()], after: [] })).not.toBe('');
  });

  it('cannot be met by other people whose words are cut elsewhere', () => {
    const word = fc.string({ maxLength: 6 });
    fc.assert(
      fc.property(word, word, word, word, (a, b, c, d) => {
        const one = digestOf({ ...CHANGE, after: [contact(1, { firstName: a, lastName: b })] });
        const two = digestOf({ ...CHANGE, after: [contact(1, { firstName: c, lastName: d })] });
        expect(one === two).toBe(a === c && b === d);
      }),
    );
  });
});

function withRaw(raw: string) {
  return contact(1, { phones: [{ raw, e164: '+12025550111' }] });
}
