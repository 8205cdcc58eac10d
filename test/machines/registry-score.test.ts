/** What a change in the registry scores, and what follows from it (design 12). */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differencesOf, scoreOf, verdictOf } from '../../src/machines/registry-score.ts';
import { isSamePerson, organisationOverlap } from '../../src/machines/same-name.ts';
import type { Address } from '../../src/machines/words/address.ts';
import type { RegistryRecord } from '../../src/machines/words/registry.ts';
import { record } from '../support/people.ts';

const BASE = record('xa', 'Xanadu Network Information Centre', 'admin@nic.xa');

describe('a manager', () => {
  test.each([
    ['in other letters', 'XANADU NETWORK INFORMATION CENTRE'],
    ['with other punctuation', 'Xanadu - Network Information Centre.'],
    ['with an acronym behind it', 'Xanadu Network Information Centre (XNIC)'],
    ['with a legal form', 'Xanadu Network Information Centre Ltd.'],
    ['with a legal form in dots', 'Xanadu Network Information Centre S.A.R.L.'],
    ['with an article', 'The Xanadu Network Information Centre'],
    ['wrapped in another way', 'Xanadu Network Infor-\nmation  Centre'],
    ['in American letters', 'Xanadu Network Information Center'],
    ['with a slip', 'Xanadu Network Informaton Centre'],
    ['as its acronym', 'XNIC'],
    ['with the department', 'Xanadu Network Information Centre, Department of Domains'],
    ['in another order', 'Network Information Centre of Xanadu'],
    ['with an accent', 'Xanadú Network Information Centre'],
  ])('%s is the same', (_, name) => {
    expect(organisationOverlap(BASE.organisation, name)).toBeGreaterThanOrEqual(0.34);
    const [field] = differencesOf(BASE, { ...BASE, organisation: name });
    expect(field).toMatchObject({ field: 'organisation', score: 0 });
  });

  test.each([
    ['Ministerium für Post Köln', 'Ministerium fuer Post Koeln'],
    ['Stichting Internet Domeinregistratie Nederland', 'SIDN'],
    ['Коорди́национный центр', 'КООРДИНАЦИОННЫЙ ЦЕНТР'],
    ['Łódź Domains S.A.', 'Lodz Domains'],
    ['Telecommunications Authority', 'Tele communications Authority'],
    ['中国互联网络信息中心', '中国互联网络信息中心 '],
    ['The', 'the'],
  ])('"%s" is "%s"', (one, other) => {
    expect(organisationOverlap(one, other)).toBeGreaterThanOrEqual(0.34);
  });

  test.each([
    ['Xanadu Network Information Centre', 'Ministry of Communications'],
    ['University of Xanadu', 'Ministry of Xanadu Telecommunications'],
    ['Xanadu Telecom', 'Xebec Domains'],
    ['Rat', 'Ray'],
    ['Internet Users Society', 'Xanadu Registry Foundation'],
    ['Domain Registry', ''],
  ])('"%s" is not "%s"', (one, other) => {
    expect(organisationOverlap(one, other)).toBeLessThan(0.34);
  });
});

describe('an Admin Contact', () => {
  test.each([
    ['Dr. Ada Example', 'Ada Example'],
    ['Example, Ada', 'Ada Example'],
    ['A. Example', 'Ada Example'],
    ['Ada Maria Example', 'Ada Example'],
    ['ADA EXAMPLE', 'Ada Example'],
    ['Mme Zoë Muster', 'Zoe Muster'],
    ['Managing  Director', 'Managing Director'],
  ])('"%s" is "%s"', (one, other) => {
    expect(isSamePerson(one, other)).toBe(true);
  });

  test.each([
    ['Ada Example', 'Ben Example'],
    ['Ada Example', 'Ada Specimen'],
    ['Managing Director', 'Technical Director'],
    ['Director', 'Director General'],
    ['Ada Example', ''],
  ])('"%s" is not "%s"', (one, other) => {
    expect(isSamePerson(one, other)).toBe(false);
  });
});

const mail = (text: string) => ({ admin: { ...BASE.admin, email: text as Address } });

const NEW = {
  organisation: 'Ministry of Communications',
  admin: { ...BASE.admin, name: 'Ben Sample', email: 'desk@gov.example' as Address },
};

test.each<[string, Partial<RegistryRecord>, number, string]>([
  ['nothing', {}, 0, 'details'],
  ['only phone numbers and dates', { changed: '2026-11-01', status: 'LOCKED' }, 0, 'details'],
  [
    'the spelling of the manager',
    { organisation: 'XANADU NETWORK INFORMATION CENTRE' },
    0,
    'details',
  ],
  ['one of two name servers', { nameServers: ['a.nic.xa', 'c.nic.xa'] }, 0, 'details'],
  ['the order of the name servers', { nameServers: ['b.nic.xa', 'a.nic.xa'] }, 0, 'details'],
  ['all name servers', { nameServers: ['x.other.example'] }, 2, 'details'],
  [
    'the technical address',
    { tech: { ...BASE.tech, email: 'noc@nic.xa' as Address } },
    1,
    'details',
  ],
  [
    'the name of the Admin Contact',
    { admin: { ...BASE.admin, name: 'Ada Example' } },
    1,
    'details',
  ],
  ['the address of the Admin Contact', mail('registry@nic.xa'), 1, 'anchor'],
  ['the address, in the same house', mail('admin@mail.nic.xa'), 1, 'anchor'],
  [
    'address and name of the Admin Contact',
    { admin: { ...BASE.admin, name: 'Ada Example', email: 'ada@nic.xa' as Address } },
    2,
    'anchor',
  ],
  ['the address, at another domain', mail('admin@gov.example'), 3, 'review'],
  ['the manager', { organisation: 'Ministry of Communications' }, 3, 'review'],
  [
    'the manager and the name servers',
    { organisation: NEW.organisation, nameServers: ['x.y.example'] },
    5,
    'redelegation',
  ],
  ['the manager and the Admin Contact', NEW, 7, 'redelegation'],
])('%s', (_, change, score, verdict) => {
  const fields = differencesOf(BASE, { ...BASE, ...change });
  expect(scoreOf(fields)).toBe(score);
  expect(verdictOf({ base: BASE, before: BASE, after: { ...BASE, ...change } })).toBe(verdict);
});

test('a step that scores nothing makes no event, whatever came before it', () => {
  const before = { ...BASE, ...NEW };
  const after = { ...before, nameServers: ['a.nic.xa'] };
  expect(verdictOf({ base: BASE, before, after })).toBe('details');
});

describe('name servers that are replaced one after the other', () => {
  const manager = { ...BASE, organisation: NEW.organisation };
  const half = { ...manager, nameServers: ['a.nic.xa', 'b.other.example'] };
  const whole = { ...manager, nameServers: ['a.other.example', 'b.other.example'] };
  test('count when the last one of the old goes, which scores nothing by itself', () => {
    expect(scoreOf(differencesOf(half, whole))).toBe(0);
    expect(verdictOf({ base: BASE, before: manager, after: half })).toBe('details');
    expect(verdictOf({ base: BASE, before: half, after: whole })).toBe('redelegation');
  });
  test('are no event once more when one comes to them', () => {
    const more = { ...whole, nameServers: [...whole.nameServers, 'c.other.example'] };
    expect(verdictOf({ base: BASE, before: whole, after: more })).toBe('details');
  });
  test('are no event when an old one comes back', () => {
    expect(verdictOf({ base: BASE, before: whole, after: half })).toBe('details');
  });
  test('alone are none', () => {
    const was = { ...BASE, nameServers: half.nameServers };
    const after = { ...BASE, nameServers: whole.nameServers };
    expect(verdictOf({ base: BASE, before: was, after })).toBe('details');
  });
});

const words = fc.array(
  fc.oneof(
    fc.constantFrom('Xanadu', 'of', 'Ltd', 'S.A.', 'Zoë', 'XNIC', 'ИКАНН', '', ' '),
    fc.string(),
  ),
  { maxLength: 6 },
);
const someRecord = fc
  .record({
    organisation: words.map((some) => some.join(' ')),
    name: words.map((some) => some.join(' ')),
    email: fc.constantFrom('admin@nic.xa', 'a@mail.nic.xa', 'b@gov.example', 'c@xgov.example'),
    tech: fc.constantFrom('tech@nic.xa', 'noc@gov.example'),
    servers: fc.subarray(['a.nic.xa', 'b.nic.xa', 'x.y.example', 'z.y.example']),
  })
  .map(({ organisation, name, email, tech, servers }): RegistryRecord => ({
    ...BASE,
    organisation,
    admin: { ...BASE.admin, name, email: email as Address },
    tech: { ...BASE.tech, email: tech as Address },
    nameServers: servers,
  }));

test('a change scores what its way back scores, nothing when there is none, and 10 at most', () => {
  fc.assert(
    fc.property(someRecord, someRecord, (one, other) => {
      const there = scoreOf(differencesOf(one, other));
      expect(scoreOf(differencesOf(other, one))).toBe(there);
      expect(there).toBeLessThanOrEqual(10);
      expect(differencesOf(one, one)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('long names are compared in no time', () => {
  const began = performance.now();
  for (const text of ['a '.repeat(100_000), 'ab'.repeat(100_000), 'x-'.repeat(50_000)])
    organisationOverlap(text, `${text}y`);
  expect(performance.now() - began).toBeLessThan(1_000);
});
