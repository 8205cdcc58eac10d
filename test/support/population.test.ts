import { describe, expect, test } from 'vitest';
import { readRegistryAnswer } from '../../src/machines/reading/registry-answer.ts';
import { domainOf, localOf } from '../../src/machines/words/address.ts';
import { type Entry, population, populationAnswers } from './population.ts';

const entries = population(1);
const byAnchor = Map.groupBy(entries, (entry) => entry.admin.email);
const contacts = [...byAnchor.values()]
  .map(([first]) => first)
  .filter((entry) => entry !== undefined);
const isIdn = (entry: Entry): boolean => entry.cctld.startsWith('xn--');
const share = (some: readonly unknown[], all: readonly unknown[]): number =>
  Math.round((100 * some.length) / all.length);

describe('the made-up registry has the shares of the real one', () => {
  const shared = [...byAnchor.values()].filter((group) => group.length > 1);
  const roles = contacts.filter((entry) => /^[a-z-]+$/.test(localOf(address(entry))));
  const ascii = entries.filter((entry) => !isIdn(entry));
  const facts: [string, number, number][] = [
    ['ccTLDs', new Set(entries.map((entry) => entry.cctld)).size, 309],
    ['of them IDN', entries.filter(isIdn).length, 61],
    ['distinct admin addresses', byAnchor.size, 246],
    ['addresses that serve several', shared.length, 39],
    ['ccTLDs that they serve', shared.flat().length, 102],
    ['ccTLDs that one of them serves', Math.max(...shared.map((group) => group.length)), 16],
    ['IDN with the address of a sibling', shared.flat().filter(isIdn).length, 52],
    ['role addresses, per cent', share(roles, contacts), 72],
    ['under their own ccTLD, per cent', share(ascii.filter(isUnderItself), ascii), 88],
    ['free-mail', contacts.filter((entry) => /freemail/.test(entry.written)).length, 7],
    ['written with capitals', contacts.filter((entry) => /[A-Z]/.test(entry.written)).length, 3],
    ['names not in ASCII', contacts.filter(({ admin }) => /[^ -~]/.test(admin.name)).length, 9],
    ['names of one word', contacts.filter(({ admin }) => !admin.name.includes(' ')).length, 22],
    ['two numbers in one line, per cent', share(contacts.filter(hasTwoPhones), contacts), 6],
  ];
  test.each(facts)('%s: %i', (_, found, expected) => expect(found).toBe(expected));
});

test('the same seed gives the same registry, another one another', () => {
  expect(population(1)).toEqual(entries);
  expect(population(2)).not.toEqual(entries);
  expect(new Set(population(2).map((entry) => entry.admin.email)).size).toBe(246);
});

test('every answer written for it reads back as its record', () => {
  const answers = populationAnswers(entries);
  for (const { written, ...record } of entries) {
    const text = answers.get(record.cctld) ?? '';
    expect(text).toContain(`e-mail:       ${written}\n`);
    expect(readRegistryAnswer(text, record.cctld)).toEqual({ kind: 'record', record });
  }
});

function address(entry: Entry) {
  if (entry.admin.email === undefined) throw new Error('an entry without an address');
  return entry.admin.email;
}

function isUnderItself(entry: Entry): boolean {
  return domainOf(address(entry)).endsWith(`.${entry.cctld}`);
}

function hasTwoPhones({ admin }: Entry): boolean {
  return admin.phone.includes(' or ');
}
