import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { InviteStanding } from '../../src/machines/words/invite-standing.ts';
import { type LeftOut, openOrder, planOrder } from '../../src/machines/invite-order.ts';
import type { Cctld } from '../../src/machines/words/cctld.ts';
import { cctld, NOW, settings, TEST_TABLE } from '../support/facts.ts';

const ALL = [...TEST_TABLE.keys()].toSorted();
const DAY = 86_400_000;

function standing(name: string, more: Partial<InviteStanding> = {}): InviteStanding {
  const one = cctld(name);
  return {
    cctld: one,
    anchor: `admin@nic.${name}` as InviteStanding['anchor'],
    snapshotId: 1,
    checkedAt: NOW,
    people: 0,
    frozen: false,
    undeliverable: false,
    ...more,
  };
}

function plan(
  standings: readonly InviteStanding[],
  size = 20,
  whom: Parameters<typeof planOrder>[1] = { all: true },
) {
  const waves = { size, pauseMs: DAY };
  return planOrder({ now: NOW, settings: { ...settings(), waves }, standings }, whom);
}

const everybody = () => ALL.map((one) => standing(one));

test('the letters go in the order of the alphabet, in waves with a pause between', () => {
  const { planned, waves, left } = plan(everybody(), 10);
  expect(planned.map(({ standing: one }) => one.cctld)).toEqual(ALL);
  expect([waves, left]).toEqual([3, []]);
  expect(planned.map(({ at }) => (at.getTime() - NOW.getTime()) / DAY)).toEqual(
    ALL.map((_, at) => Math.floor(at / 10)),
  );
});

test('what a Validator closed is invited by name, and a no is not, for a year', () => {
  const lately = new Date(NOW.getTime() - 300 * DAY);
  const long = new Date(NOW.getTime() - 366 * DAY);
  const [xa, xb] = [cctld('xa'), cctld('xb')];
  const some = [standing('xa', { closedAt: lately }), standing('xb', { declinedAt: lately })];
  const why = (one: ReturnType<typeof plan>) =>
    one.left.filter((row) => [xa, xb].includes(row.cctld)).map((row) => row.why);
  expect(why(plan(some))).toEqual(['closed', 'declined']);
  expect(why(plan(some, 20, { cctlds: [xa, xb] }))).toEqual(['declined']);
  const over = [standing('xa', { closedAt: long }), standing('xb', { declinedAt: long })];
  expect(why(plan(over))).toEqual([]);
});

test('ccTLDs of one address come in one wave, ten minutes apart', () => {
  const anchor = 'one@back.example' as InviteStanding['anchor'];
  const shared = ['xc', 'xm', 'zz'];
  const all = ALL.map((one) => standing(one, shared.includes(one) ? { anchor } : {}));
  const { planned } = plan(all, 5);
  const theirs = planned.filter(({ standing: one }) => one.anchor === anchor);
  expect(theirs.map(({ standing: one }) => one.cctld)).toEqual(shared);
  const [first] = theirs;
  expect(theirs.map(({ at }) => (at.getTime() - (first?.at.getTime() ?? 0)) / 60_000)).toEqual([
    0, 10, 20,
  ]);
});

test('a second order goes on after the waves that are planned already', () => {
  const due = new Date(NOW.getTime() + 3 * DAY);
  const all = everybody().map((one, at) =>
    at === 0 ? { ...one, open: { id: 1, state: 'planned' as const, due } } : one,
  );
  const { planned } = plan(all, 20, { cctlds: [cctld('xb')] });
  expect(planned[0]?.at).toEqual(new Date(NOW.getTime() + 4 * DAY));
});

test.each<[LeftOut, Partial<InviteStanding>]>([
  ['has-contacts', { people: 1 }],
  ['invited-already', { open: { id: 1, state: 'invited' } }],
  ['declined', { declinedAt: new Date(NOW.getTime() - 364 * DAY) }],
  ['frozen', { frozen: true }],
  ['undeliverable', { undeliverable: true }],
])('left out: %s', (why, more) => {
  const { planned, left } = plan([...everybody().slice(1), standing('xa', more)]);
  expect(left).toEqual([{ cctld: 'xa', why }]);
  expect(planned).toHaveLength(ALL.length - 1);
});

test('who is not in the table, or not in our copy of the registry, is left out', () => {
  const { left } = plan([standing('xa')], 20, { cctlds: [cctld('xa'), cctld('xb'), cctld('nl')] });
  expect(left).toEqual([
    { cctld: 'nl', why: 'not-in-table' },
    { cctld: 'xb', why: 'not-in-registry' },
  ]);
});

test('a Validator who names a ccTLD has a dead address tried again, and a no is a no', () => {
  const named = { cctlds: [cctld('xa'), cctld('xb')] };
  const all = [
    standing('xa', { undeliverable: true }),
    standing('xb', { declinedAt: new Date(NOW.getTime() - DAY) }),
  ];
  const { planned, left } = plan(all, 20, named);
  expect(planned.map(({ standing: one }) => one.cctld)).toEqual(['xa']);
  expect(left).toEqual([{ cctld: 'xb', why: 'declined' }]);
});

test('whatever is ordered, each ccTLD is planned or left out, once, and no wave is too big', () => {
  const address = fc.constantFrom('a@x.test', 'b@x.test', 'c@x.test', 'd@x.test');
  const some = fc.array(
    fc.record({ name: fc.constantFrom(...ALL), address, people: fc.nat(1), frozen: fc.boolean() }),
  );
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 30 }), (rows, size) => {
      const standings = [...new Map(rows.map((row) => [row.name, row])).values()].map((row) =>
        standing(row.name, {
          anchor: row.address as InviteStanding['anchor'],
          people: row.people,
          frozen: row.frozen,
        }),
      );
      const { planned, left, waves } = plan(standings, size);
      const seen = [
        ...planned.map(({ standing: one }) => one.cctld),
        ...left.map((one) => one.cctld),
      ];
      expect(seen.toSorted()).toEqual(ALL);
      const byWave = Map.groupBy(planned, ({ wave }) => wave);
      expect(byWave.size).toBe(waves);
      for (const [, wave] of byWave) {
        const anchors = new Set(wave.map(({ standing: one }) => one.anchor));
        expect(wave.length <= size || anchors.size === 1).toBe(true);
      }
      const changes = openOrder(
        { now: NOW, settings: settings() },
        { planned, left, waves },
        'operator',
      );
      expect(new Set(changes.map(({ next }) => next.cctld as Cctld)).size).toBe(planned.length);
    }),
  );
});
