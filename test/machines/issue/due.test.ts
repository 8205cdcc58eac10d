import { describe, expect, it } from 'vitest';
import { type DueFacts, weighIssue } from '../../../src/machines/issue/due.ts';
import { entry } from '../../support/issue-facts.ts';

const ana = entry('xa', 'ana@isp.example');
const teo = entry('xa', 'teo@isp.example');
const due = new Date('2026-12-07T06:00:00Z');
const lastAt = (iso: string, roster = [ana]) => ({
  last: { number: 11, period: 'month 2026-12', at: new Date(iso), roster },
});

describe('whether an issue goes out', () => {
  it.each<[string, Partial<DueFacts>, string]>([
    ['the first of all', {}, 'send'],
    ['a monthly one, though nothing has changed', lastAt('2026-11-01T06:00:00Z'), 'send'],
    ['a monthly one whose period has one', { exists: true }, 'exists'],
    ['a monthly one, while nobody is there', { roster: [], readers: 0 }, 'nobody'],
    ['a monthly one, while mail reaches nobody', { readers: 0 }, 'nobody'],
    [
      'a weekly one after a change',
      { kind: 'weekly', ...lastAt('2026-12-01T06:00:00Z', [teo]) },
      'send',
    ],
    [
      'a weekly one without a change',
      { kind: 'weekly', ...lastAt('2026-12-01T06:00:00Z') },
      'unchanged',
    ],
    ['a weekly one before the first issue', { kind: 'weekly' }, 'send'],
    [
      'a weekly one before anybody has joined',
      { kind: 'weekly', roster: [], readers: 0 },
      'unchanged',
    ],
    [
      'a weekly one when all have left',
      { kind: 'weekly', roster: [], readers: 0, ...lastAt('2026-12-01T06:00:00Z') },
      'nobody',
    ],
    [
      'a weekly one beside a monthly one that is due',
      { kind: 'weekly', monthlyIsDue: true },
      'covered',
    ],
    [
      'a weekly one that was late, and another one went out meanwhile',
      { kind: 'weekly', ...lastAt('2026-12-07T06:00:00Z', [teo]) },
      'covered',
    ],
    [
      'a weekly one after an issue of a clock that was ahead',
      { kind: 'weekly', ...lastAt('2036-02-07T06:28:16Z', [teo]) },
      'send',
    ],
    ['one out of turn', { kind: 'extra', ...lastAt('2026-12-07T06:00:00Z') }, 'send'],
    ['a second one out of turn on a day', { kind: 'extra', exists: true }, 'exists'],
  ])('%s', (_what, over, expected) => {
    const facts = { kind: 'monthly' as const, dueAt: due, now: due, roster: [ana], readers: 1 };
    expect(weighIssue({ ...facts, exists: false, monthlyIsDue: false, ...over })).toBe(expected);
  });
});
