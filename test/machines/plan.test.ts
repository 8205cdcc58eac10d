/** What is asked, carried out on paper: never more than three, exactly one primary, nobody by mistake. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Given, isSameList, type Plan, planOf } from '../../src/machines/plan.ts';
import type { Ask } from '../../src/machines/words/ask.ts';
import type { RosterEntry } from '../../src/machines/words/case.ts';
import type { Contact } from '../../src/machines/words/contact.ts';
import { address, contact, NOW, XA } from '../support/facts.ts';

const WHO = [1, 2, 3].map((number) => contact(number).address);
const [FIRST = address('a@b.test'), SECOND = FIRST] = WHO;
const NEWCOMER = contact(4);

/** So many people are on the list; the first is primary. */
function list(count: number): RosterEntry[] {
  return [1, 2, 3].slice(0, count).map((number) => ({
    ...contact(number, { primary: number === 1 }),
    cctld: XA,
    since: NOW.toISOString(),
  }));
}

function plan(count: number, asks: readonly Ask[], over: Partial<Given> = {}): Plan {
  const contacts = new Map([[4, NEWCOMER]]);
  return planOf({ before: list(count), contacts, asks, shared: new Set(), ...over });
}

/** `person1 (primary), person4` */
function shown({ after }: Plan): string {
  return after
    .map(({ address: of, primary }) => `${of.split('@')[0]}${primary ? ' (primary)' : ''}`)
    .join(', ');
}

const codes = ({ complaints }: Plan) => complaints.map(({ code }) => code);
const warned = ({ warnings }: Plan) => warnings.map(({ code }) => code);

describe('a list of two', () => {
  it.each<[string, readonly Ask[], string]>([
    ['one more', [{ kind: 'add', contact: 4 }], 'person1 (primary), person2, person4'],
    [
      'one for another',
      [{ kind: 'replace', who: SECOND, contact: 4 }],
      'person1 (primary), person4',
    ],
    [
      'one for the primary',
      [{ kind: 'replace', who: FIRST, contact: 4 }],
      'person2, person4 (primary)',
    ],
    ['new people only', [{ kind: 'replace-all' }], 'person4 (primary)'],
    ['one fewer', [{ kind: 'remove', who: SECOND }], 'person1 (primary)'],
    ['without its primary', [{ kind: 'remove', who: FIRST }], 'person2 (primary)'],
    ['another primary', [{ kind: 'primary', who: SECOND }], 'person1, person2 (primary)'],
    [
      'nobody',
      [
        { kind: 'remove', who: FIRST },
        { kind: 'remove', who: SECOND },
      ],
      '',
    ],
  ])('%s', (_, asks, after) => {
    const planned = plan(2, asks);
    expect(codes(planned)).toEqual([]);
    expect(shown(planned)).toBe(after);
  });

  it('a newcomer who is marked primary takes the mark', () => {
    const contacts = new Map([[4, { ...NEWCOMER, primary: true }]]);
    const planned = plan(2, [{ kind: 'add', contact: 4 }], { contacts });
    expect(shown(planned)).toBe('person1, person2, person4 (primary)');
  });

  it('other data of one person change those, and nothing else', () => {
    const phones = [{ raw: '+44 20 7946 0123', e164: '+442079460123' }];
    const { after } = plan(2, [{ kind: 'change', who: SECOND, phones, lastName: 'Obi' }]);
    expect(after[1]).toEqual({ ...contact(2, { primary: false }), phones, lastName: 'Obi' });
    expect(after[0]).toEqual(contact(1, { primary: true }));
  });
});

describe('what cannot be done is said', () => {
  it.each<[string, number, readonly Ask[], string]>([
    ['a fourth person', 3, [{ kind: 'add', contact: 4 }], 'list-too-long'],
    ['no word about the next primary', 3, [{ kind: 'remove', who: FIRST }], 'no-primary'],
    ['what is so already', 2, [{ kind: 'primary', who: FIRST }], 'nothing-changes'],
    [
      'an address that somebody else on the list has',
      2,
      [{ kind: 'change', who: SECOND, address: FIRST }],
      'duplicate-address',
    ],
  ])('%s', (_, count, asks, code) => {
    expect(codes(plan(count, asks))).toContain(code);
  });

  it('the name and phones of somebody with another ccTLD are theirs to change, the address is not', () => {
    const shared = new Set([SECOND]);
    const name = plan(2, [{ kind: 'change', who: SECOND, lastName: 'Obi' }], { shared });
    expect(codes(name)).toContain('only-the-person');
    expect(isSameList(name.after, list(2))).toBe(true);
    const other = address('other@nic.xa');
    const moved = plan(2, [{ kind: 'change', who: SECOND, address: other }], { shared });
    expect(codes(moved)).toEqual([]);
    expect(moved.after.map(({ address: of }) => of)).toEqual([FIRST, other]);
  });

  it.each<[string, number, readonly Ask[], readonly string[]]>([
    ['who stays alone', 2, [{ kind: 'remove', who: SECOND }], ['only-one-contact']],
    [
      'who is primary without a word',
      2,
      [{ kind: 'remove', who: FIRST }],
      ['primary-follows', 'only-one-contact'],
    ],
    ['an empty list', 1, [{ kind: 'remove', who: FIRST }], ['nobody-left']],
  ])('and a Validator is warned of %s', (_, count, asks, warnings) => {
    expect(warned(plan(count, asks))).toEqual(warnings);
  });
});

const ask: fc.Arbitrary<Ask> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), contact: fc.integer({ min: 1, max: 6 }) }),
  fc.record({
    kind: fc.constant('replace' as const),
    who: fc.constantFrom(...WHO),
    contact: fc.integer({ min: 1, max: 6 }),
  }),
  fc.constant({ kind: 'replace-all' } as const),
  fc.record({ kind: fc.constant('remove' as const), who: fc.constantFrom(...WHO) }),
  fc.record({ kind: fc.constant('primary' as const), who: fc.constantFrom(...WHO) }),
  fc.record({
    kind: fc.constant('change' as const),
    who: fc.constantFrom(...WHO),
    address: fc.constantFrom(...WHO, address('new@nic.xa')),
  }),
);

it('whatever is asked in whatever order: what can be approved is a list that the schema takes', () => {
  const people = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.boolean()), { maxLength: 4 })
    .map((some) => new Map(some.map(([n, primary]) => [n, contact(n, { primary })] as const)));
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3 }),
      people,
      fc.array(ask, { maxLength: 5 }),
      (count, contacts, asks) => {
        const planned = plan(count, asks, { contacts });
        if (planned.complaints.length > 0 || asks.length === 0) return;
        expectSound(planned.after);
      },
    ),
    { numRuns: 2_000 },
  );
});

function expectSound(after: readonly Contact[]): void {
  expect(after.length).toBeLessThanOrEqual(3);
  expect(after.filter(({ primary }) => primary)).toHaveLength(Math.min(1, after.length));
  expect(new Set(after.map(({ address: of }) => of)).size).toBe(after.length);
}
