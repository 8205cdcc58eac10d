/** What the list server holds beside what the list says: what is a difference, who is told, what is done. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareLists,
  type Drift,
  inBoth,
  isSame,
  type ListFacts,
  planMending,
} from '../../src/machines/drift.ts';
import { tellDrift, tellOutage, type Told } from '../../src/machines/reconcile.ts';
import type { Address } from '../../src/machines/words/address.ts';
import { address, settings, VAL1 } from '../support/facts.ts';

const [ANA, BEN, EVE] = ['ana@nic.xa', 'ben@nic.xb', 'eve@evil.example'].map(address) as [
  Address,
  Address,
  Address,
];

const facts = (over: Partial<ListFacts>): ListFacts => ({
  members: [],
  roster: [],
  unreachable: [],
  changes: [],
  ...over,
});

const drift = (over: Partial<Drift> = {}): Drift => ({
  strangers: [],
  missing: [],
  settings: [],
  ...over,
});

it.each<[string, Partial<ListFacts>, Partial<Drift>]>([
  ['the same people', { members: [ANA], roster: [ANA] }, {}],
  ['a person with three ccTLDs', { members: [ANA], roster: [ANA, ANA, ANA] }, {}],
  ['a stranger', { members: [ANA, EVE], roster: [ANA] }, { strangers: [EVE] }],
  ['a stranger, twice', { members: [EVE, EVE], roster: [] }, { strangers: [EVE] }],
  ['somebody without posts', { members: [], roster: [ANA] }, { missing: [{ address: ANA }] }],
  ['who cannot be reached', { roster: [ANA], unreachable: [ANA] }, {}],
  [
    'who cannot be reached, and is still there',
    { members: [ANA], roster: [ANA], unreachable: [ANA] },
    {},
  ],
  ['who is about to come', { roster: [ANA], changes: [{ address: ANA }] }, {}],
  ['who is about to go', { members: [ANA], changes: [{ address: ANA }] }, {}],
  [
    'whom the list server does not take',
    { roster: [ANA], changes: [{ address: ANA, failed: 'refused' }] },
    { missing: [{ address: ANA, why: 'refused' }] },
  ],
  [
    'whom it does not let go',
    { members: [EVE], changes: [{ address: EVE, failed: 'refused' }] },
    { strangers: [EVE] },
  ],
])('%s', (_, given, expected) => {
  expect(compareLists(facts(given))).toEqual(drift(expected));
});

it('only what both looks show is a difference', () => {
  const first = drift({ strangers: [EVE], missing: [{ address: ANA }] });
  const second = drift({ strangers: [EVE, BEN], missing: [{ address: BEN }] });
  expect(inBoth(first, second)).toEqual(drift({ strangers: [EVE] }));
});

const NOTHING = { off: [] as Address[], on: [] as Address[] };
const some = fc.subarray<Address>([ANA, BEN, EVE]);

it('whatever the two lists hold: mending it leaves no difference', () => {
  fc.assert(
    fc.property(some, some, some, fc.boolean(), (members, roster, unreachable, all) => {
      const found = compareLists(facts({ members, roster, unreachable }));
      const plan = planMending(found, members.length, all);
      if (plan.kind === 'too-many') return;
      const { off, on } = plan.kind === 'mend' ? plan : NOTHING;
      const after = [...members.filter((one) => !off.includes(one)), ...on];
      expect(isSame(compareLists(facts({ members: after, roster, unreachable })))).toBe(true);
    }),
  );
});

it('more than half of the members go only where that is said', () => {
  const half = drift({ strangers: [EVE] });
  expect(planMending(half, 2, false)).toEqual({ kind: 'mend', off: [EVE], on: [] });
  expect(planMending(half, 1, false)).toEqual({ kind: 'too-many', off: 1, held: 1 });
  expect(planMending(half, 1, true)).toEqual({ kind: 'mend', off: [EVE], on: [] });
  expect(planMending(drift(), 1, false)).toEqual({ kind: 'none' });
});

const at = (iso: string) => ({
  now: new Date(iso),
  settings: { ...settings(), validators: [VAL1] },
});
const tell = (iso: string, found: Drift, told?: Told) => tellDrift(at(iso), found, told);

describe('the Validators are told', () => {
  const stranger = drift({ strangers: [EVE] });

  it('of a difference once, of another one at once, and each week while it lasts', () => {
    const first = tell('2026-11-01T03:00:00Z', stranger);
    expect(first.letters).toMatchObject([{ letter: 'list-drift', to: VAL1 }]);
    expect(tell('2026-11-02T03:00:00Z', stranger, first.told)).toEqual({
      letters: [],
      told: first.told,
    });
    const other = tell('2026-11-02T03:00:00Z', drift({ strangers: [BEN, EVE] }), first.told);
    expect(other.letters).toHaveLength(1);
    expect(tell('2026-11-08T03:00:00Z', stranger, first.told).letters).toHaveLength(1);
    expect(tell('2026-11-02T03:00:00Z', drift(), first.told)).toEqual({ letters: [] });
  });

  it('of a setting that was put right each time, of one that was not only once', () => {
    const setting = { name: 'archive_policy', was: 'public', wanted: 'never' };
    const mended = drift({ settings: [{ ...setting, mended: true }] });
    const first = tell('2026-11-01T03:00:00Z', mended);
    expect(tell('2026-11-01T09:00:00Z', mended, first.told).letters).toHaveLength(1);
    const lasting = drift({ settings: [{ ...setting, mended: false }] });
    const second = tell('2026-11-01T03:00:00Z', lasting);
    expect(tell('2026-11-01T09:00:00Z', lasting, second.told).letters).toEqual([]);
  });

  it('of an outage once, after an hour', () => {
    const begin = tellOutage(at('2026-11-01T09:00:00Z'), 'gone', undefined);
    expect(begin).toEqual({
      letters: [],
      outage: { since: '2026-11-01T09:00:00.000Z', told: false },
    });
    const hour = tellOutage(at('2026-11-01T10:00:00Z'), 'gone', begin.outage);
    expect(hour.letters).toMatchObject([
      { letter: 'list-away', data: { since: '2026-11-01T09:00:00.000Z', why: 'gone' } },
    ]);
    expect(tellOutage(at('2026-11-03T10:00:00Z'), 'gone', hour.outage).letters).toEqual([]);
  });
});
