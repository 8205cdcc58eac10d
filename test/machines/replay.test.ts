/** The roster that the audit trail makes: rows of both forms, and where they do not fit together. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareRosters, type ReplayRow, replayRoster } from '../../src/machines/replay.ts';
import type { Address } from '../../src/machines/words/address.ts';
import type { RosterEntry } from '../../src/machines/words/case.ts';
import type { Cctld } from '../../src/machines/words/cctld.ts';

const [XA, XB] = ['xa', 'xb'] as Cctld[] as [Cctld, Cctld];

function entry(cctld: Cctld, name: string, over: Partial<RosterEntry> = {}): RosterEntry {
  return {
    cctld,
    firstName: name,
    lastName: 'Lind',
    address: `${name.toLowerCase()}@nic.${cctld}` as Address,
    phones: [{ raw: '+1 202 555 0112', e164: '+12025550112' }],
    primary: false,
    since: '2026-11-21T09:00:00.000Z',
    ...over,
  };
}

const ROSA = entry(XA, 'Rosa', { primary: true });
const TEO = entry(XA, 'Teo');
const UMA = entry(XB, 'Uma', { primary: true });

function row(id: number, before: Record<string, unknown>, after: Record<string, unknown>) {
  return { id, cctld: 'xa', before: { state: 'applying', ...before }, after } satisfies ReplayRow;
}

/** A row that makes these lists of those. */
const moves = (id: number, before: Record<string, unknown>, after: Record<string, unknown>) =>
  row(id, { rosters: before }, { rosters: after });

it('makes the list of all rows, by ccTLD, and passes over those that moved nobody', () => {
  const rows = [
    row(1, {}, { state: 'queued' }),
    moves(2, { xb: [] }, { xb: [UMA] }),
    moves(3, { xa: [] }, { xa: [ROSA, TEO] }),
    moves(4, { xa: [ROSA, TEO] }, { xa: [ROSA] }),
  ];
  expect(replayRoster(rows)).toEqual({ roster: [ROSA, UMA] });
  expect(replayRoster([])).toEqual({ roster: [] });
});

it('reads the rows of the first release, which hold one list', () => {
  const rows = [row(1, { roster: [] }, { roster: [ROSA, TEO] }), moves(2, { xa: [TEO, ROSA] }, {})];
  expect(replayRoster(rows)).toEqual({ roster: [ROSA, TEO] });
});

it('follows a person who changes their own data on two lists at once', () => {
  const other = entry(XB, 'Rosa', { address: ROSA.address });
  const renamed = { firstName: 'Rosalind' };
  const rows = [
    moves(1, { xa: [] }, { xa: [ROSA] }),
    moves(2, { xb: [] }, { xb: [other] }),
    moves(
      3,
      { xa: [ROSA], xb: [other] },
      { xa: [{ ...ROSA, ...renamed }], xb: [{ ...other, ...renamed }] },
    ),
  ];
  expect(replayRoster(rows).roster.map(({ firstName }) => firstName)).toEqual([
    'Rosalind',
    'Rosalind',
  ]);
});

it.each([
  ['somebody is missing', [], 'rosa@nic.xa is missing'],
  ['somebody is there', [ROSA, TEO], 'teo@nic.xa is on it, and nothing put them there'],
  ['somebody has another name', [{ ...ROSA, lastName: 'Lund' }], 'rosa@nic.xa has other data'],
  ['another is primary', [{ ...ROSA, primary: false }], 'rosa@nic.xa has other data'],
  ['a number is another', [{ ...ROSA, phones: [] }], 'rosa@nic.xa has other data'],
  ['somebody came at another time', [{ ...ROSA, since: '2020' }], 'rosa@nic.xa has other data'],
])('names the first row that does not begin where the others ended: %s', (_, before, why) => {
  const rows = [
    moves(1, { xa: [] }, { xa: [ROSA] }),
    moves(2, { xa: before }, { xa: [ROSA, TEO] }),
    moves(3, { xa: [] }, { xa: [] }),
  ];
  expect(replayRoster(rows).divergence).toEqual({
    row: 2,
    cctld: 'xa',
    sentence: `Row 2 of the audit trail begins with another list of .xa than the rows before it made: ${why}.`,
  });
  expect(compareRosters([UMA, ROSA], [UMA, ...before])).toEqual({
    cctld: 'xa',
    sentence: `The list of .xa is not what the audit trail says: ${why}.`,
  });
});

it('compares lists without regard to their order', () => {
  expect(compareRosters([ROSA, TEO, UMA], [UMA, TEO, ROSA])).toBeUndefined();
});

it('takes anything that a row may hold', () => {
  const side = fc.dictionary(fc.constantFrom('rosters', 'roster', 'state'), fc.jsonValue());
  fc.assert(
    fc.property(fc.array(fc.tuple(side, side)), (sides) => {
      const rows = sides.map(([before, after], index) => row(index + 1, before, after));
      replayRoster(rows);
    }),
  );
});
