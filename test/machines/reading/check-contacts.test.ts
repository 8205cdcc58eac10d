import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Address } from '../../../src/machines/words/address.ts';
import type { Cctld } from '../../../src/machines/words/cctld.ts';
import type { DraftContact } from '../../../src/machines/words/contact.ts';
import { checkContacts, mergeContacts } from '../../../src/machines/reading/check-contacts.ts';
import { hasUnsafe } from '../../../src/machines/reading/unsafe-characters.ts';

const XA = 'xa' as Cctld;
const address = (text: string) => text as Address;
const PHONE = { raw: '+44 20 7946 0001', e164: '+442079460001' };

/** A contact that is in order, with changes. `undefined` takes a field away. */
function draft(
  number: number,
  change: { [K in keyof DraftContact]?: DraftContact[K] | undefined } = {},
): DraftContact {
  const names = ['Ana', 'Luis', 'Eva', 'Ben'];
  const firstName = names[number - 1] ?? 'Zoe';
  const all = {
    number,
    firstName,
    lastName: 'Beta',
    address: address(`${firstName.toLowerCase()}@nic.xa`),
    phones: [PHONE],
    sources: [{ field: 'name', line: 'x', where: 'own' }],
    ...change,
  };
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined),
  ) as unknown as DraftContact;
}

function check(...drafts: DraftContact[]) {
  const { contacts, complaints, warnings } = checkContacts(drafts, {
    cctld: XA,
    anchor: address('admin@nic.xa'),
  });
  return {
    taken: contacts.map(({ firstName, primary }) => `${firstName}${primary ? '*' : ''}`),
    complaints: complaints.map(({ code, contact }) =>
      contact === undefined ? code : `${contact} ${code}`,
    ),
    warnings: warnings.map(({ code, contact }) =>
      contact === undefined ? code : `${contact} ${code}`,
    ),
  };
}

const P1 = draft(1, { primary: true });
const IN_ORDER = { taken: ['Ana*', 'Luis'], complaints: [], warnings: [] };

describe('how many, and who is primary', () => {
  it.each<readonly [string, DraftContact[], Partial<ReturnType<typeof check>>]>([
    ['nobody', [], { taken: [], complaints: ['no-contacts'] }],
    ['one', [draft(1)], { taken: ['Ana*'], complaints: [], warnings: ['only-one-contact'] }],
    ['one who says no', [draft(1, { primary: false })], { taken: ['Ana*'], complaints: [] }],
    ['two', [P1, draft(2)], IN_ORDER],
    ['two, one said to be secondary', [draft(1), draft(2, { primary: false })], IN_ORDER],
    [
      'two without a word',
      [draft(1), draft(2)],
      { taken: ['Ana', 'Luis'], complaints: ['no-primary'] },
    ],
    [
      'two secondaries',
      [draft(1, { primary: false }), draft(2, { primary: false })],
      { complaints: ['no-primary'] },
    ],
    [
      'two primaries',
      [P1, draft(2, { primary: true })],
      { taken: ['Ana', 'Luis'], complaints: ['two-primaries'] },
    ],
    [
      'three',
      [P1, draft(2), draft(3)],
      { taken: ['Ana*', 'Luis', 'Eva'], complaints: [], warnings: [] },
    ],
    [
      'four',
      [P1, draft(2), draft(3), draft(4)],
      { taken: [], complaints: ['too-many-contacts'], warnings: [] },
    ],
  ])('%s', (_, drafts, expected) => {
    expect(check(...drafts)).toMatchObject(expected);
  });
});

describe('what is missing or wrong with one', () => {
  it.each<
    readonly [
      string,
      { [K in keyof DraftContact]?: DraftContact[K] | undefined },
      string[],
      boolean,
    ]
  >([
    ['no name', { firstName: undefined, lastName: undefined }, ['2 missing-name'], false],
    ['no last name', { lastName: undefined }, ['2 missing-last-name'], false],
    ['no address', { address: undefined }, ['2 missing-address'], false],
    [
      'an unreadable address',
      { address: undefined, rawAddress: 'luis at nic.xa' },
      ['2 unreadable-address'],
      false,
    ],
    ['a role address', { address: address('noc@nic.xa') }, ['2 role-address'], true],
    ['the address of another', { address: address('ana@nic.xa') }, ['2 duplicate-address'], true],
    ['no phone', { phones: [] }, ['2 missing-phone'], true],
    [
      'a control character in the name',
      { firstName: 'Lu\u0007is' },
      ['2 unsafe-characters'],
      false,
    ],
    ['a line break in the name', { lastName: 'Beta\r\nBcc: x' }, ['2 unsafe-characters'], false],
    ['a bidi control in the name', { lastName: 'Beta\u202e' }, ['2 unsafe-characters'], false],
    [
      'a zero-width sign in the phone',
      { phones: [{ raw: '+44\u200b20' }] },
      ['2 unsafe-characters'],
      false,
    ],
    [
      'a zero-width sign in the address',
      { address: undefined, rawAddress: 'lu\u200bis@nic.xa' },
      ['2 unreadable-address', '2 unsafe-characters'],
      false,
    ],
    ['a long name', { firstName: 'x'.repeat(101) }, ['2 too-long'], false],
    ['a long phone', { phones: [{ raw: '1'.repeat(41) }] }, ['2 too-long'], false],
    [
      'a long address',
      { address: undefined, rawAddress: 'x'.repeat(255) },
      ['2 unreadable-address', '2 too-long'],
      false,
    ],
    [
      'names at the limit',
      { firstName: '𠀀'.repeat(100), phones: [{ ...PHONE, raw: '1'.repeat(40) }] },
      [],
      true,
    ],
    ['a joiner where the script needs it', { lastName: 'نمی\u200cدانم' }, [], true],
  ])('%s', (_, change, complaints, taken) => {
    const result = check(P1, draft(2, change));
    expect(result.complaints).toEqual(complaints);
    expect(result.taken).toHaveLength(taken ? 2 : 1);
  });

  it.each<readonly [string, { [K in keyof DraftContact]?: DraftContact[K] | undefined }, string[]]>(
    [
      ['a single word as name', { firstName: undefined }, ['2 single-word-name']],
      [
        'a phone that cannot be read',
        { phones: [PHONE, { raw: 'same as Ana' }] },
        ['2 unparsed-phone'],
      ],
      [
        'the Admin Contact',
        { address: address('admin@nic.xa'), firstName: 'Admin', lastName: 'Beta' },
        ['2 contact-is-anchor'],
      ],
      ['a garbled name', { lastName: 'P\ufffdrez' }, ['2 unreadable-text']],
    ],
  )('%s is a warning', (_, change, warnings) => {
    const result = check(P1, draft(2, change));
    expect(result.warnings).toEqual(warnings);
    expect(result.taken).toHaveLength(2);
  });

  it('shows what was found without controls, at most 100 characters long', () => {
    const { complaints } = checkContacts(
      [draft(1, { firstName: `\u202e\r\n${'x'.repeat(500)}` })],
      {},
    );
    for (const { found } of complaints) expect(found).toMatch(/^x{100}$/);
  });

  it('takes contacts without a ccTLD and an anchor', () => {
    expect(checkContacts([P1, draft(2)], {}).complaints).toEqual([]);
  });
});

/** Number, first name, address, number of phones, primary. */
function short(drafts: readonly DraftContact[]): string[] {
  return drafts.map(({ number, firstName, address: at, rawAddress, phones, primary }) =>
    [number, firstName ?? '', at ?? rawAddress ?? '', phones.length, primary ?? ''].join(' '),
  );
}

describe('mergeContacts', () => {
  const before = [P1, draft(2, { phones: [] })];
  const nameless = { firstName: undefined, lastName: undefined };

  it.each<readonly [string, DraftContact[], string[]]>([
    ['nothing', [], ['1 Ana ana@nic.xa 1 true', '2 Luis luis@nic.xa 0 ']],
    [
      'a field by number',
      [draft(2, { ...nameless, numbered: true, address: undefined })],
      ['1 Ana ana@nic.xa 1 true', '2 Luis luis@nic.xa 1 '],
    ],
    [
      'a field by address',
      [draft(1, { ...nameless, address: address('luis@nic.xa') })],
      ['1 Ana ana@nic.xa 1 true', '2 Luis luis@nic.xa 1 '],
    ],
    [
      'a field by name',
      [draft(1, { firstName: 'LUIS', address: address('luis2@nic.xa'), phones: [] })],
      ['1 Ana ana@nic.xa 1 true', '2 LUIS luis2@nic.xa 0 '],
    ],
    [
      'a phone for the only one without',
      [draft(1, { ...nameless, address: undefined })],
      ['1 Ana ana@nic.xa 1 true', '2 Luis luis@nic.xa 1 '],
    ],
    [
      'somebody new',
      [draft(3)],
      ['1 Ana ana@nic.xa 1 true', '2 Luis luis@nic.xa 0 ', '3 Eva eva@nic.xa 1 '],
    ],
    [
      'somebody new at a place that is taken',
      [draft(1, { firstName: 'Eva', address: address('eva@nic.xa') })],
      ['1 Ana ana@nic.xa 1 true', '2 Luis luis@nic.xa 0 ', '3 Eva eva@nic.xa 1 '],
    ],
    [
      'another person in place of the second',
      [draft(2, { numbered: true, firstName: 'Eva', address: address('eva@nic.xa') })],
      ['1 Ana ana@nic.xa 1 true', '2 Eva eva@nic.xa 1 '],
    ],
    [
      'an address that cannot be read',
      [
        draft(2, {
          ...nameless,
          numbered: true,
          address: undefined,
          rawAddress: 'luis at nic',
          phones: [],
        }),
      ],
      ['1 Ana ana@nic.xa 1 true', '2 Luis luis at nic 0 '],
    ],
    [
      'another primary',
      [draft(2, { numbered: true, primary: true, phones: [] })],
      ['1 Ana ana@nic.xa 1 false', '2 Luis luis@nic.xa 0 true'],
    ],
    [
      'a phone of nobody in particular when several lack nothing',
      [
        draft(1, { ...nameless, address: undefined }),
        draft(2, { ...nameless, address: undefined }),
      ],
      ['1 Ana ana@nic.xa 1 true', '2 Luis luis@nic.xa 1 ', '3   1 '],
    ],
  ])('%s', (_, now, expected) => {
    expect(short(mergeContacts(before, now))).toEqual(expected);
  });

  it('asks rather than guesses whose phone it is', () => {
    const complete = [P1, draft(2)];
    const merged = mergeContacts(complete, [draft(1, { ...nameless, address: undefined })]);
    expect(merged).toHaveLength(3);
    expect(checkContacts(merged, {}).complaints.map(({ code }) => code)).toContain('missing-name');
  });

  it('completes the only contact', () => {
    const [merged] = mergeContacts(
      [draft(1, { phones: [] })],
      [draft(1, { ...nameless, address: undefined })],
    );
    expect(merged).toMatchObject({ firstName: 'Ana', phones: [PHONE] });
  });

  it('takes a first mail as it is', () => {
    expect(mergeContacts([], [P1, draft(2)])).toEqual([P1, draft(2)]);
  });
});

describe('properties', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('Ana', 'Beta', 'noc', ''),
  );
  const drafts = fc.array(
    fc.record(
      {
        number: fc.integer({ min: 1, max: 9 }),
        numbered: fc.constant(true as const),
        firstName: text,
        lastName: text,
        address: fc.constantFrom(
          address('ana@nic.xa'),
          address('noc@nic.xa'),
          address('eva@nic.xb'),
        ),
        phones: fc.array(
          text.map((raw) => ({ raw })),
          { maxLength: 3 },
        ),
        primary: fc.boolean(),
        sources: fc.constant([]),
      },
      { requiredKeys: ['number', 'phones', 'sources'] },
    ),
    { maxLength: 5 },
  );

  it('never more than three, at most one primary, nothing unsafe, one complaint for each that is not taken', () => {
    fc.assert(
      fc.property(drafts, (given) => {
        const { contacts, complaints } = checkContacts(given, { cctld: XA });
        expect(contacts.length).toBeLessThanOrEqual(3);
        expect(contacts.filter(({ primary }) => primary).length).toBeLessThanOrEqual(1);
        for (const { firstName, lastName } of contacts)
          expect(hasUnsafe(firstName + lastName)).toBe(false);
        if (contacts.length < given.length || given.length === 0)
          expect(complaints).not.toEqual([]);
        for (const { found } of complaints)
          expect(found ?? '').not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
      }),
      { numRuns: 300 },
    );
  });

  it('merging loses no contact, and merging the same mail twice changes nothing more', () => {
    fc.assert(
      fc.property(drafts, drafts, (before, now) => {
        const once = mergeContacts(before, now);
        expect(once.length).toBeGreaterThanOrEqual(before.length);
        expect(once.length).toBeLessThanOrEqual(before.length + now.length);
      }),
      { numRuns: 300 },
    );
  });
});
