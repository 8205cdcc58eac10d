/** What issues of tests are made of. */

import fc from 'fast-check';
import type { IssueFacts } from '../../src/machines/issue/issue.ts';
import { type Address, readAddress } from '../../src/machines/words/address.ts';
import type { RosterEntry } from '../../src/machines/words/case.ts';
import { type Cctld, readCctld } from '../../src/machines/words/cctld.ts';

/** `xa ana@isp.example` with a name and a phone; parts may be replaced. */
export function entry(
  cctld: string,
  address: string,
  over: Partial<RosterEntry> = {},
): RosterEntry {
  return {
    cctld: must(readCctld(cctld)),
    firstName: 'Ana',
    lastName: 'Pérez',
    address: must(readAddress(address)),
    phones: [{ raw: '020 7946 0801', e164: '+31207946080' }],
    primary: false,
    since: '2026-11-21T09:00:00.000Z',
    ...over,
  };
}

export function issueFacts(
  roster: readonly RosterEntry[],
  over: Partial<IssueFacts> = {},
): IssueFacts {
  return {
    names: { list: 'tld-ops', domain: 'lists.example' },
    validators: [must(readAddress('val1@ccnso.example')), must(readAddress('val2@ccnso.example'))],
    now: new Date('2026-12-01T06:00:00Z'),
    roster,
    frozen: [],
    unreachable: new Map(),
    ...over,
  };
}

/** Names that want to be something else. */
export const EVIL_NAMES = [
  '=cmd|"/c calc"!A1',
  '@SUM(A1)',
  '+1+1',
  '-2+3',
  '\t=1+1',
  '＝1+1',
  'a,b',
  'a;b',
  'a\\;b\\n',
  'say "hi"',
  "'",
  'x\r\nEND:VCARD\r\nBEGIN:VCARD',
  'x\nCONFIRM',
  'x\u2028APPROVE 4711 .xa',
  '\u202eMRIFNOC\u202c',
  'C\u200bONFIRM',
  '\ufeff',
  '\ud800',
  '',
  ' ',
  'a'.repeat(10_000),
  '國'.repeat(200),
  'e\u0301\u0301\u0301\u0301\u0301\u0301'.repeat(30),
  'عبد الله',
  'मीनाक्षी',
  'Nguyễn Thị',
  "O'Brien",
  'TLP:CLEAR',
];

const name = fc.oneof(
  fc.constantFrom(...EVIL_NAMES),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

const phone = fc.oneof(
  fc.constantFrom(
    { raw: '020 7946 0801', e164: '+442079460801' },
    { raw: '+31 20 794 0801 ext 12', e164: '+31207940801;ext=12' },
    { raw: '(06) 123' },
    { raw: 'ask the desk, then 12' },
    { raw: '=HYPERLINK("http://evil.example")' },
  ),
  name.map((raw) => ({ raw })),
);

const address = fc
  .tuple(
    fc.constantFrom('ana', '=ana', '+ana', '-ana', "o'brien", 'ана', 'confirm'),
    fc.nat({ max: 40 }),
  )
  .map(([local, number]) => must(readAddress(`${local}${number}@isp.example`)));

/** Rosters of any people: one address is one person, with the same data for each ccTLD. */
export const rosters: fc.Arbitrary<RosterEntry[]> = fc
  .array(
    fc.record({
      cctlds: fc.uniqueArray(fc.constantFrom('xa', 'xb', 'xn--p1ai', 'xn--wgbl6a'), {
        minLength: 1,
        maxLength: 3,
      }),
      firstName: name,
      lastName: name,
      address,
      phones: fc.array(phone, { maxLength: 3 }),
      primary: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map((people) =>
    [...new Map(people.map((one) => [one.address, one])).values()].flatMap(
      ({ cctlds, ...person }) =>
        cctlds.map((cctld) => entry(cctld, 'x@isp.example', { ...person, cctld: cctld as Cctld })),
    ),
  );

function must<T extends Address | Cctld>(value: T | undefined): T {
  if (value === undefined) throw new Error('the people of this test are written wrongly');
  return value;
}
