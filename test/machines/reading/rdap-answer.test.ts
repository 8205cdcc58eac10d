import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  normaliseRdap,
  RDAP_NOT_FOUND,
  readRdapAnswer,
} from '../../../src/machines/reading/rdap-answer.ts';
import { readRegistryAnswer } from '../../../src/machines/reading/registry-answer.ts';
import { type Cctld, readCctld } from '../../../src/machines/words/cctld.ts';
import { cpuTime } from '../../support/cpu.ts';
import { record } from '../../support/people.ts';
import { population, populationAnswers } from '../../support/population.ts';
import { rdapAnswer, rdapObject } from '../../support/rdap-server.ts';

const XA = cctld('xa');
const RECORD = record('xa', 'Harbour Registry of Xa', 'admin@nic.xa');
const GOOD = rdapObject(RECORD);
const TEXT = JSON.stringify(GOOD);
const FULL = { kind: 'record', record: RECORD };
const [MANAGER, ADMIN, TECH] = GOOD.entities as unknown as [Entity, Entity, Entity];

interface Entity {
  readonly objectClassName: string;
  readonly roles: readonly string[];
  readonly vcardArray: unknown;
}

/** The good answer with other members, as read. */
function read(changed: object): unknown {
  return readRdapAnswer(JSON.stringify({ ...GOOD, ...changed }), XA);
}

function card(...properties: unknown[]): unknown {
  return ['vcard', [['version', {}, 'text', '4.0'], ...properties]];
}

const fn = ['fn', {}, 'text', 'Managing Director'];
const org = ['org', {}, 'text', RECORD.organisation];
const tel = ['tel', {}, 'text', RECORD.admin.phone];
const email = ['email', {}, 'text', 'admin@nic.xa'];
const admin = (...properties: unknown[]) => ({ ...ADMIN, vcardArray: card(...properties) });

test('the same ccTLDs are the same records in both forms', () => {
  const entries = population(11);
  const whois = populationAnswers(entries);
  const pairs = entries.map((entry) => [
    readRdapAnswer(rdapAnswer(entry), entry.cctld),
    readRegistryAnswer(whois.get(entry.cctld) ?? '', entry.cctld),
  ]);
  expect(pairs).toHaveLength(309);
  expect(pairs.map(([rdap]) => rdap)).toEqual(pairs.map(([, text]) => text));
  expect(pairs.filter(([rdap]) => rdap?.kind === 'record')).toHaveLength(309);
});

describe('these say the same as the plain answer', () => {
  const { entities: _, ...rest } = GOOD;
  test.each([
    ['members that nobody knows', { sponsored_flags: [1], entities: [...GOOD.entities, 7, null] }],
    ['no handle, no notices', { handle: undefined, notices: undefined }],
    ['a name in capitals', { ldhName: 'XA' }],
    ['a name with a dot at its end', { ldhName: 'xa' }],
    ['another order', { entities: [TECH, ADMIN, MANAGER] }],
    ['an entity more', { entities: [...GOOD.entities, { ...ADMIN, roles: ['billing'] }] }],
    ['roles in capitals', { entities: [MANAGER, { ...ADMIN, roles: ['Administrative'] }, TECH] }],
    [
      'two roles of one entity',
      { entities: [MANAGER, { ...ADMIN, roles: ['sponsor', 'administrative'] }, TECH] },
    ],
    [
      'a contact inside the manager',
      { entities: [{ ...MANAGER, entities: [ADMIN, { ...TECH, roles: ['technical'] }] }] },
    ],
    [
      "somebody else's Admin Contact inside a contact",
      {
        entities: [
          MANAGER,
          ADMIN,
          { ...TECH, entities: [admin(fn, ['email', {}, 'text', 'x@y.example'])] },
        ],
      },
    ],
    [
      'the address twice',
      {
        entities: [
          MANAGER,
          admin(fn, org, tel, email, ['email', {}, 'text', 'ADMIN@NIC.XA']),
          TECH,
        ],
      },
    ],
    [
      'a number as a URI',
      {
        entities: [
          MANAGER,
          admin(fn, org, ['tel', {}, 'uri', `tel:${RECORD.admin.phone}`], email),
          TECH,
        ],
      },
    ],
    [
      'names of properties in capitals',
      { entities: [MANAGER, admin(fn, org, tel, ['EMAIL', {}, 'text', 'admin@nic.xa']), TECH] },
    ],
    [
      'a manager with organisation and name',
      {
        entities: [
          { ...MANAGER, vcardArray: card(['fn', {}, 'text', 'A person'], org) },
          ADMIN,
          TECH,
        ],
      },
    ],
    [
      'name servers in capitals, twice, in another order',
      { nameservers: [...GOOD.nameservers, { ldhName: 'A.NIC.XA.' }].toReversed() },
    ],
    [
      'a member of the name __proto__',
      { ['__proto__']: { ldhName: 'xb' }, ...rest, entities: GOOD.entities },
    ],
  ])('%s', (_name, changed) => expect(read(changed)).toEqual(FULL));

  test('a byte-order mark was taken off, and blanks stand between', () => {
    expect(readRdapAnswer(JSON.stringify(GOOD, null, 2), XA)).toEqual(FULL);
  });
});

test('one entity may be manager and Admin Contact together', () => {
  const both = { ...ADMIN, roles: ['registrant', 'administrative'] };
  expect(read({ entities: [both, TECH] })).toEqual(FULL);
});

test('a manager that is named in parts is joined, and one that is not named is nobody', () => {
  const parts = ['org', {}, 'text', ['Harbour Office', 'Registry']];
  const managed = { ...MANAGER, vcardArray: card(parts) };
  expect(read({ entities: [managed, ADMIN, TECH] })).toMatchObject({
    record: { organisation: 'Harbour Office Registry' },
  });
});

describe('an IDN has both labels, and both must be what was asked', () => {
  const IDN = cctld('рхц');
  const idn = rdapObject({ ...RECORD, cctld: IDN });
  test.each([
    ['both', {}, 'record'],
    ['the A-label alone', { unicodeName: undefined }, 'record'],
    ['the U-label alone', { ldhName: undefined }, 'record'],
    ['the U-label of another', { unicodeName: 'рхч' }, 'unreadable'],
    ['the A-label of another', { ldhName: cctld('рхч') }, 'unreadable'],
  ])('%s', (_, changed, kind) => {
    expect(readRdapAnswer(JSON.stringify({ ...idn, ...changed }), IDN).kind).toBe(kind);
  });
});

describe('what is not certain is unreadable', () => {
  const two = (...addresses: string[]) =>
    admin(fn, ...addresses.map((one) => ['email', {}, 'text', one]));
  test.each([
    ['no name', { ldhName: undefined }, 'other-domain'],
    ['the name of another', { ldhName: 'xb' }, 'other-domain'],
    ['two names of two', { unicodeName: 'xb' }, 'other-domain'],
    ['a name that is a list', { ldhName: ['xa'] }, 'other-domain'],
    ['an entity instead', { objectClassName: 'entity' }, 'no-domain-object'],
    [
      'an error with status 200',
      { objectClassName: undefined, errorCode: 404 },
      'no-domain-object',
    ],
    ['no entities', { entities: undefined }, 'no-admin-address'],
    ['entities that are none', { entities: { roles: ['administrative'] } }, 'no-admin-address'],
    ['no Admin Contact', { entities: [MANAGER, TECH] }, 'no-admin-address'],
    ['two of them', { entities: [MANAGER, ADMIN, ADMIN] }, 'no-admin-address'],
    ['no address', { entities: [MANAGER, admin(fn, org), TECH] }, 'no-admin-address'],
    ['no card', { entities: [MANAGER, { ...ADMIN, vcardArray: undefined }] }, 'no-admin-address'],
    ['two addresses', { entities: [two('admin@nic.xa', 'x@nic.xa')] }, 'no-admin-address'],
    ['two in one', { entities: [two('admin@nic.xa, x@nic.xa')] }, 'no-admin-address'],
    ['one that is none', { entities: [two('admin at nic.xa')] }, 'no-admin-address'],
    [
      'an address that is a number',
      { entities: [admin(fn, ['email', {}, 'text', 7])] },
      'no-admin-address',
    ],
    [
      'two managers',
      { entities: [MANAGER, { ...MANAGER, vcardArray: card(fn) }, ADMIN] },
      'ambiguous',
    ],
    ['no manager', { entities: [ADMIN, TECH] }, 'incomplete'],
    [
      'a manager without a name',
      { entities: [{ ...MANAGER, vcardArray: card() }, ADMIN, TECH] },
      'incomplete',
    ],
    ['no technical contact', { entities: [MANAGER, ADMIN] }, 'incomplete'],
    ['the Admin Contact alone', { entities: [ADMIN] }, 'incomplete'],
    [
      'a NUL in a name',
      { entities: [MANAGER, admin(['fn', {}, 'text', 'A\u0000da'], email), TECH] },
      'not-text',
    ],
    ['an escape sequence', { status: ['\u001b[2Jactive'] }, 'not-text'],
    ['octets that are no UTF-8', { handle: '\ufffd' }, 'not-text'],
    ['an array of 100,000', { numbers: Array.from({ length: 100_000 }, () => 1) }, 'too-long'],
  ])('%s', (_, changed, why) => expect(read(changed)).toEqual({ kind: 'unreadable', why }));

  const twice = (name: string) => TEXT.replace('{', `{"${name}":"xb",`);
  test.each([
    ['nothing at all', '', 'not-json'],
    ['half of it', TEXT.slice(0, -1), 'not-json'],
    ['two answers in one', TEXT + TEXT, 'not-json'],
    ['a web page', '<html><body>Error</body></html>', 'not-json'],
    ['a whois answer', 'domain: XA\nsource: IANA\n', 'not-json'],
    ['a number', '7', 'no-domain-object'],
    ['a list', `[${TEXT}]`, 'no-domain-object'],
    ['the refusal of a server that is asked too often', '{"errorCode":429}', 'no-domain-object'],
    ['"not found" in other words', '{"errorCode": 404, "title":"?"}', 'no-domain-object'],
    ['a name twice', twice('ldhName'), 'ambiguous'],
    ['a name twice, once written otherwise', twice('ldh\\u004eame'), 'ambiguous'],
    ['roles twice, deep inside', TEXT.replace('"roles"', '"roles":["x"],"roles"'), 'ambiguous'],
    ['lists in lists', `${'['.repeat(30_000)}${']'.repeat(30_000)}`, 'too-deep'],
    ['objects in objects', `${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}`, 'too-deep'],
    [
      'entities in entities',
      `${'{"objectClassName":"domain","ldhName":"xa","entities":['.repeat(40)}${']}'.repeat(40)}`,
      'too-deep',
    ],
  ])('%s', (_, text, why) => {
    expect(readRdapAnswer(text, XA)).toEqual({ kind: 'unreadable', why });
  });
});

describe('the registry says that there is nobody', () => {
  test('no such object', () => {
    expect(readRdapAnswer(RDAP_NOT_FOUND, XA)).toEqual({ kind: 'absent', why: 'no-object' });
  });
  test('not assigned', () => {
    const nobody = card(['fn', {}, 'text', 'Not assigned']);
    expect(read({ entities: [{ ...MANAGER, vcardArray: nobody }] })).toEqual({
      kind: 'absent',
      why: 'not-assigned',
    });
  });
});

describe('whatever comes', () => {
  test('a good answer that is cut short anywhere is unreadable', () => {
    for (let length = 0; length < TEXT.length; length += 1) {
      expect(readRdapAnswer(TEXT.slice(0, length), XA).kind).toBe('unreadable');
    }
  });

  const pieces = fc.constantFrom<unknown>(
    ADMIN,
    MANAGER,
    TECH,
    'administrative',
    'xa',
    'xb',
    email,
  );
  const odd = fc.oneof(pieces, fc.jsonValue({ maxDepth: 4 }));
  const names = fc.constantFrom(
    'ldhName',
    'entities',
    'roles',
    'vcardArray',
    '__proto__',
    'toString',
  );
  const changed = fc.dictionary(names, fc.oneof(odd, fc.array(odd, { maxLength: 4 })));
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    changed.map((members) => JSON.stringify({ ...GOOD, ...members })),
    fc
      .tuple(fc.nat(TEXT.length), fc.string())
      .map(([at, text]) => TEXT.slice(0, at) + text + TEXT.slice(at)),
  );
  test('no text makes it throw, and a record is always for the ccTLD asked for and has an anchor', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const answer = readRdapAnswer(text, XA);
        expect(typeof normaliseRdap(text)).toBe('string');
        expect(answer.kind).not.toBe('absent');
        if (answer.kind !== 'record') return;
        expect(answer.record.cctld).toBe('xa');
        expect(answer.record.admin.email).toMatch(/^[^@]+@[^@]+$/);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['quotes', `"${'\\"'.repeat(32_000)}"`],
    ['quotes that never end', '"\\'.repeat(32_000)],
    ['strings', `[${'"a",'.repeat(16_000)}1]`],
    ['names', `{${Array.from({ length: 7_000 }, (_, i) => `"${i}":1`).join(',')}}`],
    ['blanks after a string', `["a"${' '.repeat(64_000)}]`],
    ['lists side by side', `[${'[],'.repeat(21_000)}1]`],
    ['entities', JSON.stringify({ ...GOOD, entities: Array.from({ length: 4_000 }, () => ({})) })],
  ])('64 KB of %s are read in no time', (_, text) => {
    const start = cpuTime();
    readRdapAnswer(text, XA);
    expect(cpuTime() - start).toBeLessThan(500);
  });
});

test('when the answer was written, and under which terms, does not make another answer', () => {
  const [first, second] = GOOD.events as [unknown, unknown];
  const later = { eventAction: 'last update of RDAP database', eventDate: '2027-01-01T00:00:00Z' };
  const same = { ...GOOD, notices: [], events: [first, second, later], rdapConformance: [] };
  expect(normaliseRdap(JSON.stringify(same, null, 1))).toBe(normaliseRdap(TEXT));
  expect(normaliseRdap(TEXT.replace('Harbour', 'Other'))).not.toBe(normaliseRdap(TEXT));
});

function cctld(text: string): Cctld {
  const label = readCctld(text);
  if (label === undefined) throw new Error(`no ccTLD: ${text}`);
  return label;
}
