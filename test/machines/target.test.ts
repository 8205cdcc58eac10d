/** Which case or ccTLD a mail is about: the first sign that says so, and never a guess. */

import { describe, expect, it } from 'vitest';
import { decideJoin } from '../../src/machines/join.ts';
import { findTarget } from '../../src/machines/target.ts';
import {
  ANCHOR,
  changeOf,
  formOf,
  joinFacts,
  mailFacts,
  MALLORY,
  NO_FORM,
  ROSA,
  storedCase,
  tokenFor,
  VAL1,
  XA,
  XB,
} from '../support/facts.ts';

const FIRST = storedCase(
  changeOf(decideJoin(joinFacts({ mail: mailFacts({ copied: [ANCHOR] }) }))),
);
const OTHER = { ...FIRST, id: 1002, cctld: XB };
const ASKED = { ...FIRST, id: 1003, state: 'needs-cctld' as const };
const cases = new Map([FIRST, OTHER, ASKED].map((one) => [one.id, one]));

function target(over: Parameters<typeof joinFacts>[0]) {
  const found = findTarget(joinFacts({ form: NO_FORM, cases, ...over }));
  return found.kind === 'case' ? `case ${found.case.id}` : found;
}

describe('the target', () => {
  // Each row holds all the signs of the rows below it too: the first one decides.
  const anchored = { anchored: [XB] };
  const open = { ...anchored, open: [ASKED] };
  const named = { ...open, named: [XA] };
  const form = { ...named, form: { ...formOf([]), cctlds: [XB] } };
  const thread = { ...form, threadCase: 1002 };
  const byToken = { ...thread, tokens: [tokenFor(FIRST)] };
  it.each([
    ['a token', byToken, 'case 1001'],
    ['the thread', thread, 'case 1002'],
    ['the ccTLD in the form', form, { kind: 'cctld', cctld: XB }],
    ['the ccTLD in the text', named, { kind: 'cctld', cctld: XA }],
    ['the own request that waits for its ccTLD', open, 'case 1003'],
    ['the one ccTLD of the address', anchored, { kind: 'cctld', cctld: XB }],
    ['nothing', {}, { kind: 'none' }],
  ])('is what %s says, whatever is said below', (_, facts, expected) => {
    expect(target(facts)).toEqual(expected);
  });

  it.each(['used', 'expired', 'revoked'] as const)(
    'is not what a token says that is %s',
    (status) => {
      expect(target({ tokens: [tokenFor(FIRST, { status })] })).toEqual({ kind: 'none' });
    },
  );

  it('is not what the token of a Validator says', () => {
    const token = tokenFor(FIRST, { purpose: 'validate', addressee: VAL1 });
    expect(target({ tokens: [token] })).toEqual({ kind: 'none' });
  });

  it('is the first open token, where a mail quotes an older one', () => {
    const old = tokenFor(FIRST, { status: 'used' });
    expect(target({ tokens: [old, tokenFor(OTHER, { id: 2 })] })).toBe('case 1002');
  });

  it.each([
    ['the requester', ROSA, 'case 1001'],
    ['the Admin Contact', ANCHOR, 'case 1001'],
    ['a stranger, for anyone can write our Message-ID', MALLORY, { kind: 'none' }],
  ])('by a thread counts from %s', (_, from, expected) => {
    expect(target({ mail: mailFacts({ from }), threadCase: 1001 })).toEqual(expected);
  });

  it('by a thread of a case that does not exist is nothing', () => {
    expect(target({ threadCase: 4711 })).toEqual({ kind: 'none' });
  });

  it.each([
    ['in the form', { form: { ...formOf([]), cctlds: [XA, XB] } }],
    ['in the text', { named: [XA, XB] }],
  ])('is several ccTLDs, when they are named %s', (_, facts) => {
    expect(target(facts)).toEqual({ kind: 'several', cctlds: [XA, XB] });
  });

  it('is not guessed for an address that serves several ccTLDs', () => {
    expect(target({ anchored: [XA, XB] })).toEqual({ kind: 'ambiguous', candidates: [XA, XB] });
  });

  it("is not another person's request that waits for its ccTLD", () => {
    const facts = { mail: mailFacts({ from: MALLORY }), open: [ASKED] };
    expect(target(facts)).toEqual({ kind: 'none' });
  });
});
