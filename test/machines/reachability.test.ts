/** What came back adds up to a score that fades; nobody is given up before a letter of their own came back. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CameBack,
  isTroubled,
  nextStep,
  type Probe,
  scoreOf,
  type Standing,
} from '../../src/machines/reachability.ts';
import type { BounceKind } from '../../src/machines/words/bounce.ts';

const DAY = 86_400_000;
const BEGIN = Date.parse('2026-11-21T09:00:00Z');

/** So many days after the beginning. */
const day = (number: number): Date => new Date(BEGIN + number * DAY);

function back(kind: BounceKind, ...days: number[]): CameBack[] {
  return days.map((at) => ({ kind, at: day(at) }));
}

const days = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

const probe = (at: number, ...kinds: BounceKind[]): Probe => ({ sentAt: day(at), back: kinds });

const rounded = (returned: readonly CameBack[], at: number): number =>
  Math.round(scoreOf(returned, day(at)) * 100) / 100;

describe('the score', () => {
  it.each([
    ['nothing came back', [], 0, 0],
    ['the mailbox is gone', back('mailbox-gone', 0), 0, 1],
    ['the mailbox is full', back('mailbox-full', 0), 0, 0.4],
    ['nobody can tell why', back('unknown', 0), 0, 0.4],
    ['a rule refused the mail', back('policy', 0), 0, 0],
    ['it is only late', back('delayed', 0), 0, 0],
    ['a hundred rules refused a hundred mails', back('policy', ...days(100)), 100, 0],
    ['half of it is left after 14 days', back('mailbox-gone', 0), 14, 0.5],
    ['a quarter after 28', back('mailbox-gone', 0), 28, 0.25],
    ['next to nothing after half a year', back('mailbox-gone', 0), 180, 0],
    ['ten on one day count once', back('mailbox-gone', 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6), 0.6, 1],
    [
      'the heaviest of a day counts',
      [...back('mailbox-full', 0), ...back('mailbox-gone', 0.1), ...back('policy', 0.2)],
      0.1,
      1,
    ],
    ['three days gone', back('mailbox-gone', 0, 1, 3), 3, 2.77],
    ['full for a week', back('mailbox-full', ...days(7)), 6, 2.43],
    ['full for eight days', back('mailbox-full', ...days(8)), 7, 2.71],
    ['what lies ahead does not count', back('mailbox-gone', 0, 5), 1, 0.95],
  ] as const)('%s', (_, returned, at, expected) => {
    expect(rounded(returned, at)).toBeCloseTo(expected, 2);
  });

  it('never rises without a report, and is never negative', () => {
    const kind = fc.constantFrom<BounceKind>('mailbox-gone', 'mailbox-full', 'unknown', 'policy');
    const report = fc.record({ kind, at: fc.integer({ min: 0, max: 60 }).map(day) });
    fc.assert(
      fc.property(fc.array(report, { maxLength: 40 }), fc.nat(90), (returned, more) => {
        const now = scoreOf(returned, day(61));
        expect(now).toBeGreaterThanOrEqual(0);
        expect(scoreOf(returned, day(61 + more))).toBeLessThanOrEqual(now);
      }),
    );
  });
});

const NOTHING = 'nothing';

/** `ask on day 3`, `give-up`, `nothing`. */
function next(standing: Partial<Standing>, at: number): string {
  const step = nextStep({ returned: [], probes: [], ...standing }, day(at));
  if (step.do !== 'ask') return step.do;
  return `ask on day ${Math.round(((step.at.getTime() - BEGIN) / DAY) * 10) / 10}`;
}

describe('the next step', () => {
  const gone = back('mailbox-gone', 0);
  it.each<[string, Partial<Standing>, number, string]>([
    ['nothing came back', {}, 0, NOTHING],
    ['only rules refused mail', { returned: back('policy', ...days(30)) }, 30, NOTHING],
    ['a day after the first report', { returned: gone }, 0, 'ask on day 1'],
    [
      'later reports do not put it off',
      { returned: back('mailbox-gone', 0, 0.9) },
      0.9,
      'ask on day 1',
    ],
    ['any kind that may be the mailbox', { returned: back('mailbox-full', 0) }, 0, 'ask on day 1'],
    ['a report of long ago', { returned: gone }, 60, NOTHING],
    ['asked, and no news since', { returned: gone, probes: [probe(1)] }, 2, NOTHING],
    [
      'asked, it did not come back, and something else did',
      { returned: back('mailbox-gone', 0, 2), probes: [probe(1)] },
      2,
      'ask on day 8',
    ],
    [
      'asked long ago',
      { returned: back('mailbox-gone', 20), probes: [probe(1)] },
      20,
      'ask on day 21',
    ],
    [
      'the letter came back',
      { returned: back('mailbox-gone', 0, 1), probes: [probe(1, 'mailbox-gone')] },
      1,
      'ask on day 3',
    ],
    [
      'the letter was refused by a rule',
      { returned: back('mailbox-gone', 0), probes: [probe(1, 'policy')] },
      1,
      NOTHING,
    ],
    [
      'the second one too',
      {
        returned: back('mailbox-gone', 0, 1, 3),
        probes: [probe(1, 'mailbox-gone'), probe(3, 'mailbox-gone')],
      },
      3,
      'give-up',
    ],
    [
      'forged reports every day, and the letters do not come back',
      {
        returned: back('mailbox-gone', ...days(30)),
        probes: [probe(1), probe(8), probe(15), probe(22)],
      },
      30,
      'ask on day 29',
    ],
    [
      'forged reports after a letter that came back in another month',
      { returned: back('mailbox-gone', 0, 1, 60, 61, 62), probes: [probe(1, 'mailbox-gone')] },
      62,
      'ask on day 3',
    ],
    [
      'unreachable: asked again now and then',
      { returned: gone, probes: [probe(1, 'mailbox-gone')], unreachableSince: day(3) },
      4,
      'ask on day 15',
    ],
    [
      'unreachable for three months: once a quarter',
      { probes: [probe(85)], unreachableSince: day(3) },
      90,
      'ask on day 175',
    ],
    [
      'unreachable for years: still once a quarter',
      { probes: [probe(800)], unreachableSince: day(3) },
      801,
      'ask on day 890',
    ],
  ])('%s', (_, standing, at, expected) => {
    expect(next(standing, at)).toBe(expected);
  });

  it('is never to give up while no letter of their own came back', () => {
    const kind = fc.constantFrom<BounceKind>('mailbox-gone', 'mailbox-full', 'unknown', 'policy');
    const report = fc.record({ kind, at: fc.integer({ min: 0, max: 60 }).map(day) });
    const silent = fc.integer({ min: 0, max: 60 }).map((at) => probe(at));
    fc.assert(
      fc.property(fc.array(report), fc.array(silent, { maxLength: 9 }), (returned, probes) => {
        const sorted = probes.toSorted((a, b) => a.sentAt.getTime() - b.sentAt.getTime());
        expect(next({ returned, probes: sorted }, 61)).not.toBe('give-up');
      }),
    );
  });
});

describe('a mailbox that never works, on a list with one mail a month', () => {
  it.each<[BounceKind, number, number]>([
    ['mailbox-gone', 0.01, 4],
    ['mailbox-gone', 5, 26],
    ['mailbox-full', 0.01, 16],
    ['mailbox-full', 1, 16],
    ['mailbox-full', 4, 21],
    ['mailbox-full', 5, 26],
    ['unknown', 5, 26],
    ['unknown', 6, 31],
  ])('%s, reported after %d days: given up within %d days', (kind, after, within) => {
    expect(givenUpOn(kind, after)).toBeLessThanOrEqual(within);
  });

  it('a rule that refuses everything never leads there', () => {
    expect(givenUpOn('policy', 5)).toBe(Infinity);
  });
});

/** On which day the person is given up, when all mail comes back so many days after it was sent. */
function givenUpOn(kind: BounceKind, after: number): number {
  const probes: number[] = [];
  const returnsOf = (sent: readonly number[], now: number) =>
    sent.flatMap((at) => (at + after <= now ? back(kind, at + after) : []));
  for (let now = 0; now < 200; now += 0.25) {
    const issues = days(Math.floor(now / 30) + 1).map((month) => month * 30);
    const standing: Standing = {
      returned: returnsOf([...issues, ...probes], now),
      probes: probes.map((at) => probe(at, ...(at + after <= now ? [kind] : []))),
    };
    const step = nextStep(standing, day(now));
    if (step.do === 'give-up') return now;
    if (step.do === 'ask' && step.at <= day(now)) probes.push(now);
  }
  return Infinity;
}

describe('there is something to mend', () => {
  it.each<[string, Partial<Standing>, boolean]>([
    ['after a report', { returned: back('mailbox-full', 0) }, true],
    ['when the person counts as unreachable', { unreachableSince: day(0) }, true],
    ['not for what a rule refused', { returned: back('policy', 0) }, false],
    ['not without a report', {}, false],
  ])('%s', (_, standing, expected) => {
    expect(isTroubled({ returned: [], probes: [], ...standing })).toBe(expected);
  });
});
