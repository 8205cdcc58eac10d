import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issueMessageId, periodOf } from '../../../src/machines/issue/period.ts';

const DAY = 86_400_000;

describe('the period of an issue', () => {
  it.each([
    ['2026-12-01T06:00:00Z', 'month 2026-12', 'week 2026-W49'],
    ['2026-11-30T23:59:59Z', 'month 2026-11', 'week 2026-W49'],
    ['2026-12-06T23:59:59Z', 'month 2026-12', 'week 2026-W49'],
    ['2026-12-07T00:00:00Z', 'month 2026-12', 'week 2026-W50'],
    ['2027-01-01T06:00:00Z', 'month 2027-01', 'week 2026-W53'],
    ['2027-01-04T06:00:00Z', 'month 2027-01', 'week 2027-W01'],
    ['2024-12-30T06:00:00Z', 'month 2024-12', 'week 2025-W01'],
    ['2021-01-03T06:00:00Z', 'month 2021-01', 'week 2020-W53'],
    ['2028-02-29T06:00:00Z', 'month 2028-02', 'week 2028-W09'],
  ])('%s is in %s and %s', (at, month, week) => {
    expect(periodOf('monthly', new Date(at))).toBe(month);
    expect(periodOf('weekly', new Date(at))).toBe(week);
  });

  it('out of turn is the day', () => {
    expect(periodOf('extra', new Date('2026-11-27T23:00:00Z'))).toBe('extra 2026-11-27');
  });

  it('changes with Monday and on no other day', () => {
    const days = fc.integer({ min: 0, max: 60_000 }).map((day) => new Date(day * DAY));
    fc.assert(
      fc.property(days, (day) => {
        const before = new Date(day.getTime() - DAY);
        const isNew = periodOf('weekly', before) !== periodOf('weekly', day);
        expect(isNew).toBe(day.getUTCDay() === 1);
      }),
    );
  });

  it('is the Message-ID', () => {
    expect(issueMessageId('week 2026-W49', 'lists.example')).toBe(
      'issue-week-2026-W49@lists.example',
    );
  });
});
