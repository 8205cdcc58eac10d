/** The case about a change in the registry: its machine, its second change, who is told of an address. */

import { describe, expect, test } from 'vitest';
import { decideMoved, type Moved, tellBoth } from '../../src/machines/moved-case.ts';
import { differencesOf, scoreOf, verdictOf } from '../../src/machines/registry-score.ts';
import { readCommands } from '../../src/machines/reading/command.ts';
import { readSegments } from '../../src/machines/reading/segments.ts';
import { advance, begin } from '../../src/machines/run.ts';
import type { CaseChange } from '../../src/machines/decision.ts';
import type { Case, CaseKind } from '../../src/machines/words/case.ts';
import { freshContext } from '../../src/machines/read-request.ts';
import type { RegistryRecord } from '../../src/machines/words/registry.ts';
import { OLD, RENAMED, TAKEN } from '../support/moved-records.ts';
import { settings } from '../support/facts.ts';

const NOW = new Date('2026-11-21T14:00:00Z');
const at = { now: NOW, settings: settings() };

function change(from: RegistryRecord, to: RegistryRecord, more: Partial<Moved> = {}): Moved {
  const base = more.base ?? from;
  const step = differencesOf(from, to);
  const all = differencesOf(base, to);
  const anchor = to.admin.email ?? fail();
  return {
    changeId: 1,
    verdict: verdictOf({ base, before: from, after: to }),
    score: scoreOf(all),
    step,
    all,
    from: 1,
    to: 2,
    before: from,
    base,
    registry: {
      cctld: to.cctld,
      anchor,
      snapshotId: 2,
      organisation: to.organisation,
      adminOrganisation: to.admin.organisation,
    },
    roster: [],
    open: [],
    ...more,
  };
}

function stored({ next }: CaseChange, id = 1002): Case {
  return { ...next, id, version: 1, openedAt: NOW.toISOString() };
}

const letters = (made: CaseChange | undefined) =>
  (made?.effects ?? []).flatMap((one) => (one.type === 'letter' ? [one.letter] : []));

describe('a change', () => {
  test.each<[string, RegistryRecord, string | undefined]>([
    ['of everything is suspected', TAKEN, 'redelegation'],
    ['of the manager is to be looked at', RENAMED, 'review'],
    [
      'of the spelling opens nothing',
      { ...OLD, organisation: `${OLD.organisation} Ltd` },
      undefined,
    ],
  ])('%s', (_, to, verdict) => {
    const made = decideMoved(at, change(OLD, to));
    expect(made?.next.request.moved?.verdict).toBe(verdict);
    const frozen = made?.effects.some(({ type }) => type === 'freeze') ?? false;
    expect(frozen).toBe(verdict === 'redelegation');
  });

  test('after a review that makes it a redelegation goes into the same case, and stops the ccTLD', () => {
    const first = decideMoved(at, change(OLD, RENAMED)) ?? fail();
    const open = [stored(first)];
    const next = change(RENAMED, TAKEN, { changeId: 2, base: OLD, open });
    const made = decideMoved(at, next);
    expect(made?.was?.id).toBe(1002);
    expect(made?.next.request.moved).toMatchObject({ verdict: 'redelegation', changeId: 2 });
    expect(made?.effects.some(({ type }) => type === 'freeze')).toBe(true);
    expect(decideMoved(at, { ...next, changeId: 1 })).toBeUndefined();
  });

  test('back to the old record is told to the Validators alone', () => {
    const first = decideMoved(at, change(OLD, TAKEN)) ?? fail();
    const made = decideMoved(
      at,
      change(TAKEN, OLD, { changeId: 2, base: OLD, open: [stored(first)] }),
    );
    expect(made?.next.request.moved).toMatchObject({ verdict: 'redelegation', fields: [] });
    expect(new Set(letters(made))).toEqual(new Set(['alarm-moved']));
  });
});

describe('the machine', () => {
  const context = freshContext(at);
  const open = begin(context, { type: 'moved', how: 'suspected' }, 'redelegation');
  const step = (state: Case['state'], event: Parameters<typeof advance>[1]) =>
    advance({ kind: 'redelegation', state, context }, event)?.state;

  test.each<[Case['state'], string, Parameters<typeof advance>[1], string | undefined]>([
    ['queued', 'confirmed', { type: 'transferred' }, 'on-notice'],
    ['queued', 'rename', { type: 'same-manager' }, 'settled'],
    ['queued', 'transition', { type: 'transition', ms: 9 }, 'in-transition'],
    ['queued', 'done', { type: 'done' }, undefined],
    ['on-hold', 'confirmed', { type: 'transferred' }, 'on-notice'],
    ['escalated', 'the advice', { type: 'advised' }, 'queued'],
    ['on-notice', 'confirmed', { type: 'transferred' }, undefined],
    ['on-notice', 'done', { type: 'done' }, 'settled'],
    ['on-notice', 'another transfer', { type: 'moved', how: 'suspected' }, 'queued'],
    ['on-notice', 'a small change', { type: 'moved', how: 'more' }, 'on-notice'],
    ['in-transition', 'confirmed', { type: 'transferred' }, 'on-notice'],
    ['settled', 'confirmed', { type: 'transferred' }, undefined],
    ['rejected', 'another change', { type: 'moved', how: 'more' }, undefined],
  ])('in %s: %s', (state, _, event, next) => {
    expect(step(state, event)).toBe(next);
  });

  test('never asks for a change of the list', () => {
    expect(open.state).toBe('queued');
    for (const state of ['queued', 'on-hold', 'escalated', 'on-notice', 'in-transition'] as const)
      for (const type of ['transferred', 'same-manager', 'done', 'reject', 'advised'] as const) {
        const made = advance({ kind: 'redelegation', state, context }, { type });
        expect(
          made?.wishes.filter((one) => one.type === 'apply' || one.type === 'undo') ?? [],
        ).toEqual([]);
      }
  });
});

describe('another address of the Admin Contact', () => {
  const [oldAnchor, newAnchor] = [OLD.admin.email ?? fail(), TAKEN.admin.email ?? fail()];
  const tell = (open: readonly Case[], people = 0) => {
    const roster = Array.from({ length: people }, () => ({}) as never);
    return tellBoth({ at: NOW, open, roster, oldAnchor, newAnchor }, OLD.cctld).map(({ to }) => to);
  };
  const other = (kind: CaseKind, openedAt = '2026-11-20T10:00:00Z'): Case => ({
    ...stored(decideMoved(at, change(OLD, RENAMED)) ?? fail()),
    kind,
    openedAt,
  });

  test.each<[string, readonly Case[], number, string]>([
    ['is no matter of ours where nobody is on the list', [], 0, ''],
    ['is told to both where somebody is', [], 1, 'both'],
    ['is told by an open request', [other('update')], 1, ''],
    ['is told where the request came later', [other('update', '2026-11-22T10:00:00Z')], 0, 'both'],
    ['is told to the old one where the new one is asked', [other('unreachable')], 1, 'old'],
    ['is told beside what an SSC asks for itself', [other('self-update')], 1, 'both'],
    ['is told while a change is only looked at', [other('redelegation')], 1, 'both'],
  ])('%s', (_, open, people, who) => {
    const all = { both: [oldAnchor, newAnchor], old: [oldAnchor] }[who] ?? [];
    expect(tell(open, people)).toEqual(all);
  });

  test('is told to nobody while it is suspected', () => {
    const suspected = stored(decideMoved(at, change(OLD, TAKEN)) ?? fail());
    expect(tell([suspected], 2)).toEqual([]);
  });
});

test.each([
  ['REDELEGATION 4711 confirmed IANA says so', 'confirmed: IANA says so'],
  ['redelegation #4711 Rename: a new name only', 'rename: a new name only'],
  ['REDELEGATION 4711 transition until 2027-03-01 both help', 'transition 2027-03-01: both help'],
  ['REDELEGATION 4711 transition 90d both help', 'transition 7776000000: both help'],
  ['REDELEGATION 4711 done all gone', 'done: all gone'],
  ['REDELEGATION 4711 confirmed your reason', 'The reason is missing.'],
  ['REDELEGATION 4711 confirmed', 'The reason is missing.'],
  ['REDELEGATION 4711 transition both help', 'Until when is missing'],
  ['REDELEGATION 4711 maybe', 'What is it?'],
  ['REDELEGATION 4711 constructor x', 'What is it?'],
  ['REDELEGATION confirmed it is', 'The number of the case is missing.'],
])('%s', (line, meaning) => {
  const { commands, faults } = readCommands(readSegments(line));
  const said = commands.map((one) => {
    if (one.kind !== 'redelegation') return one.kind;
    const { until } = one;
    const end = until === undefined ? '' : ` ${'day' in until ? until.day : until.ms}`;
    return `${one.outcome}${end}: ${one.reason}`;
  });
  expect([...said, ...faults.map(({ why }) => why)].join('\n')).toContain(meaning);
});

function fail(): never {
  throw new Error('the test is written wrongly');
}
