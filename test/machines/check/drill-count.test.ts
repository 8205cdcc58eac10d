/** Who was reached by a drill, and how fast: the numbers add up, whoever has how many ccTLDs. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countDrill, type DrillFacts } from '../../../src/machines/check/drill-count.ts';
import type { Cctld } from '../../../src/machines/words/cctld.ts';
import { address, TEST_TABLE, XA, XB } from '../../support/facts.ts';

const OPENED = new Date('2027-03-01T09:00:00Z');
const MINUTE = 60_000;
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const after = (minutes: number) => new Date(OPENED.getTime() + minutes * MINUTE);

function facts(over: Partial<DrillFacts>): DrillFacts {
  return {
    openedAt: OPENED,
    closesAt: after(24 * 60),
    rows: [],
    notAsked: 0,
    cameBack: [],
    table: TEST_TABLE,
    ...over,
  };
}

const cctld = (label: string) => label as Cctld;
const ANA = address('ana@isp.example');
const TEO = address('teo@isp.example');
const MAX = address('max@isp.example');

it('counts people once, and in each of their ccTLDs and regions', () => {
  const report = countDrill(
    facts({
      rows: [
        { address: ANA, cctlds: [XA, cctld('xf')], answeredAt: after(10) },
        { address: TEO, cctlds: [XA], answeredAt: after(24 * 60) },
        { address: MAX, cctlds: [XB] },
      ],
      notAsked: 1,
    }),
  );
  expect(report.people).toEqual({ asked: 3, answered: 1 });
  expect(report.cctlds).toEqual({ asked: 3, answered: 2 });
  expect(report.late).toBe(1);
  expect([report.notAsked, report.cameBack]).toEqual([1, 0]);
  expect(report.medianMs).toBe(10 * MINUTE);
  expect(report.regions.map(({ region, people, cctlds }) => [region, people, cctlds])).toEqual([
    ['AF', { asked: 3, answered: 1 }, { asked: 2, answered: 1 }],
    ['AP', { asked: 1, answered: 1 }, { asked: 1, answered: 1 }],
  ]);
  expect(report.each.map((one) => [one.cctld, one.people.answered])).toEqual([
    ['xa', 1],
    ['xb', 0],
    ['xf', 1],
  ]);
});

it('tells those whose letter came back from those who were not asked', () => {
  const rows = [
    { address: ANA, cctlds: [XA], answeredAt: after(10) },
    { address: TEO, cctlds: [XA] },
    { address: MAX, cctlds: [XB] },
  ];
  // Ana's letter was refused at first, and came to her on another way.
  const { people, notAsked, cameBack } = countDrill(facts({ rows, cameBack: [ANA, TEO] }));
  expect({ people, notAsked, cameBack }).toEqual({
    people: { asked: 3, answered: 1 },
    notAsked: 0,
    cameBack: 1,
  });
});

it('has no median where nobody answered, and nobody is faster than at once', () => {
  expect(countDrill(facts({ rows: [{ address: ANA, cctlds: [XA] }] }))).not.toHaveProperty(
    'medianMs',
  );
  const early = [{ address: ANA, cctlds: [XA], answeredAt: after(-5) }];
  expect(countDrill(facts({ rows: early })).medianMs).toBe(0);
});

it('adds up', () => {
  const person = fc.record({
    cctlds: fc.uniqueArray(fc.constantFrom('xa', 'xb', 'xf', 'xk', 'zz', 'yy'), { minLength: 1 }),
    minutes: fc.option(fc.integer({ min: -10, max: 3_000 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(person, { maxLength: 20 }), (people) => {
      const named = people.map((one, at) => ({ ...one, address: address(`p${at}@isp.example`) }));
      const report = countDrill(
        facts({
          rows: named.map(({ address: mine, cctlds, minutes }) => ({
            address: mine,
            cctlds: cctlds.map(cctld),
            ...(minutes === undefined ? {} : { answeredAt: after(minutes) }),
          })),
        }),
      );
      expect(report.people.asked).toBe(people.length);
      expect(sum(report.regions.map(({ cctlds }) => cctlds.asked))).toBe(report.cctlds.asked);
      expect(sum(report.regions.map(({ cctlds }) => cctlds.answered))).toBe(report.cctlds.answered);
      expect(report.each).toHaveLength(report.cctlds.asked);
      const answered = named.filter(({ minutes }) => minutes !== undefined && minutes < 24 * 60);
      expect(report.people.answered).toBe(answered.length);
      const rising = report.within.map((one) => one.answered);
      expect(rising).toEqual(rising.toSorted((a, b) => a - b));
    }),
  );
});
