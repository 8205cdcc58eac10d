import { describe, expect, test } from 'vitest';
import { areTooMany, dated, settle, standingTime } from '../../src/machines/settling.ts';
import type { RegistryRecord } from '../../src/machines/words/registry.ts';
import { record } from '../support/people.ts';

const HOUR = 3_600_000;
const SIX = 6 * HOUR;
const counted: RegistryRecord = {
  ...record('xa', 'Harbour Registry', 'admin@nic.xa'),
  changed: '2026-02-03',
};
const moved = record('xa', 'Harbour Registry', 'new@nic.xa');
const renamed: RegistryRecord = {
  ...counted,
  organisation: 'HARBOUR REGISTRY (XA), LTD.',
  admin: { ...counted.admin, name: 'Ada Example, Managing Director' },
};

/** What `seen` is after it has stood for so many hours. */
function stood(seen: RegistryRecord, hours: number, settleMs = SIX, otherForm = false) {
  const since = new Date('2026-11-21T00:00:00Z');
  const standing = { record: counted, candidate: { record: seen, since } };
  return settle(standing, seen, new Date(since.getTime() + hours * HOUR), settleMs, otherForm);
}

describe('the date of a record', () => {
  test.each([
    ['2026-02-04', 'newer'],
    ['2026-02-03', 'same'],
    ['2025-12-31', 'older'],
    ['', 'same'],
    ['yesterday', 'same'],
    ['2026-02-03 2026-02-01', 'same'],
  ] as const)('%s is %s', (changed, expected) => {
    expect(dated(counted, { ...moved, changed })).toBe(expected);
  });
});

describe('other people under an older date are a stale page: they wait a day, or longer where the operator wants', () => {
  const old = { ...moved, changed: '2025-12-31' };
  test.each([
    [old, SIX, 24 * HOUR],
    [old, 0, 24 * HOUR],
    [old, 48 * HOUR, 48 * HOUR],
    [{ ...moved, changed: '2026-02-03' }, SIX, SIX],
    [{ ...moved, changed: '2026-02-04' }, SIX, SIX],
    [{ ...moved, changed: '2026-02-04' }, 0, 0],
  ])('%#', (seen, settleMs, expected) => {
    expect(standingTime(counted, seen, settleMs)).toBe(expected);
  });
  test('and count then', () => {
    expect(stood(old, 23)).toBe('none');
    expect(stood(old, 24)).toBe('settled');
  });
  test('even where no waiting is set', () => {
    expect(settle({ record: counted }, old, new Date(), 0)).toBe('candidate');
  });
});

describe('a source of another form', () => {
  test('that writes names otherwise makes no event, and waits like any other', () => {
    const first = settle({ record: counted }, renamed, new Date(), SIX, true);
    expect(first).toBe('candidate');
    expect(stood(renamed, 5, SIX, true)).toBe('none');
    expect(stood(renamed, 6, SIX, true)).toBe('respelled');
    expect(stood(renamed, 6)).toBe('settled');
    expect(settle({ record: counted }, renamed, new Date(), 0, true)).toBe('respelled');
  });
  test.each([
    ['another address of the Admin Contact', { ...renamed, admin: moved.admin }],
    ['another address of the technical contact', { ...renamed, tech: moved.admin }],
    ['other name servers', { ...renamed, nameServers: ['a.other.example'] }],
    ['another manager', { ...renamed, organisation: 'Ministry of Other Things' }],
  ])('that has %s makes one', (_, seen) => {
    expect(stood(seen, 6, SIX, true)).toBe('settled');
  });
  test('that writes phones otherwise says nothing new', () => {
    const seen = { ...counted, admin: { ...counted.admin, phone: '+1.2025550100' } };
    expect(settle({ record: counted }, seen, new Date(), SIX, true)).toBe('details');
  });
});

describe('name servers that differ from those of a candidate', () => {
  const people = { ...counted, organisation: 'Ministry of Other Things' };
  const since = new Date('2026-11-21T00:00:00Z');
  const servers = (host: string) => ({ ...people, nameServers: [host] });
  const seenAfter = (seen: RegistryRecord, candidate: RegistryRecord, hours: number) =>
    settle(
      { record: counted, candidate: { record: candidate, since } },
      seen,
      later(since, hours),
      SIX,
    );

  test('do not count with people who have stood, and do not keep these waiting', () => {
    expect(seenAfter(servers('a.other.example'), people, 5)).toBe('none');
    expect(seenAfter(servers('a.other.example'), people, 6)).toBe('people-settled');
  });
  test('are no hindrance when they are those that count', () => {
    expect(seenAfter(people, servers('a.other.example'), 6)).toBe('settled');
  });
  test('make everything begin anew when it is the second set of other ones', () => {
    expect(seenAfter(servers('b.other.example'), servers('a.other.example'), 6)).toBe('candidate');
  });
});

function later(since: Date, hours: number): Date {
  return new Date(since.getTime() + hours * HOUR);
}

test.each([
  [9, 9, false],
  [10, 12, true],
  [10, 199, true],
  [10, 200, false],
  [15, 316, false],
  [16, 316, true],
])('other people in %i of %i records at once are too many: %s', (others, known, expected) => {
  expect(areTooMany(others, known)).toBe(expected);
});
