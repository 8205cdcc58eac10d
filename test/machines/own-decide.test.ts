/** What each command of an SSC comes to, by itself and beside others. */

import { describe, expect, it } from 'vitest';
import { decideOwn } from '../../src/machines/own-decide.ts';
import { decideOwnApply } from '../../src/machines/own-apply.ts';
import type { OwnFacts, Place } from '../../src/machines/own-facts.ts';
import { readRequestCommands } from '../../src/machines/reading/request-command.ts';
import { readSegments } from '../../src/machines/reading/segments.ts';
import type { Decision } from '../../src/machines/decision.ts';
import type { Address } from '../../src/machines/words/address.ts';
import type { Case, OwnChange, RosterEntry } from '../../src/machines/words/case.ts';
import type { Cctld } from '../../src/machines/words/cctld.ts';
import { ANCHOR, address, MALLORY, mailFacts, NOW, settings, XA, XB } from '../support/facts.ts';

const ROSA = address('rosa.lind@nic.xa');
const TEO = address('teo.amaral@nic.xa');
const MINISTRY = address('domains@ministry.example');
const HOUR = 3_600_000;

function entry(cctld: Cctld, who: Address, primary: boolean): RosterEntry {
  const [firstName, lastName] = who === ROSA ? ['Rosa', 'Lind'] : ['Téo', 'Amaral'];
  const phones = [{ raw: '+1 202 555 0112', e164: '+12025550112' }];
  const since = '2026-11-01T00:00:00.000Z';
  return { cctld, firstName, lastName, address: who, phones, primary, since };
}

const ROSTER = [entry(XA, ROSA, true), entry(XA, TEO, false), entry(XB, ROSA, true)];

interface Setting {
  readonly from?: Address;
  readonly forged?: boolean;
  readonly frozen?: Cctld;
  readonly roster?: readonly RosterEntry[];
  readonly changedAgo?: number;
  readonly listSentAgo?: number;
  readonly turnedAwayAgo?: number;
}

function placesOf(frozen?: Cctld): Map<Cctld, Place> {
  return new Map([
    [XA, { anchor: ANCHOR, snapshotId: 1, frozen: frozen === XA }],
    [XB, { anchor: MINISTRY, snapshotId: 2, frozen: frozen === XB }],
  ]);
}

function before(ms: number): Date {
  return new Date(NOW.getTime() - ms);
}

function factsOf(text: string, setting: Setting = {}): OwnFacts {
  const { from = TEO, forged = false, frozen, roster = ROSTER } = setting;
  const { commands, faults } = readRequestCommands(readSegments(text), '');
  const entries = roster.filter((one) => one.address === from);
  const { changedAgo, listSentAgo, turnedAwayAgo } = setting;
  return {
    now: NOW,
    settings: settings(),
    names: { list: 'tld-ops', domain: 'lists.example' },
    mail: { ...mailFacts({ from, forged }), words: text },
    tokens: [],
    cases: new Map(),
    consent: 'none',
    commands,
    faults,
    ...(entries.length === 0
      ? {}
      : {
          member: {
            address: from,
            entries,
            ...(changedAgo === undefined ? {} : { addressChangedAt: before(changedAgo) }),
            ...(listSentAgo === undefined ? {} : { listSentAt: before(listSentAgo) }),
          },
        }),
    roster,
    places: placesOf(frozen),
    open: [],
    ...(turnedAwayAgo === undefined ? {} : { turnedAwayAt: before(turnedAwayAgo) }),
  };
}

/** `answered own-answered: own-answer to teo…`, each case as `+ self-update phones`. */
function told({ outcome, reason, letters, changes }: Decision): string[] {
  const opened = changes.map(({ next }) =>
    ['+', next.kind, next.request.own?.what, next.cctld].filter(Boolean).join(' '),
  );
  const sent = letters.map(({ letter, to }) => `${letter} to ${to.split('@')[0]}`);
  return [`${outcome} ${reason}`, ...opened, ...sent];
}

const ANSWERED = ['answered own-answered', 'own-answer to teo.amaral'];
const PEOPLE = ['passed-on to val1', 'passed-on to val2'];
const NOT_DONE = ['held own-refused', 'own-answer to teo.amaral', ...PEOPLE];

const TABLE: readonly (readonly [text: string, setting: Setting, expected: readonly string[]])[] = [
  ['show', {}, ANSWERED],
  ['help', {}, ANSWERED],
  ['who', {}, ANSWERED],
  ['who .xb', {}, ANSWERED],
  ['who nobody', {}, ANSWERED],
  ['change phone +44 20 7946 0811', {}, ['opened own-asked', '+ self-update phones']],
  ['change phone +1 202 555 0112', {}, ANSWERED],
  ['change name Teodoro Amaral', {}, ['opened own-asked', '+ self-update name']],
  ['change name Téo Amaral', {}, ANSWERED],
  ['change name NOC Team', {}, ANSWERED],
  ['change email teo@mailbox.example', {}, ['opened own-asked', '+ self-update address']],
  ['change email noc@nic.xa', {}, ANSWERED],
  ['change email rosa.lind@nic.xa', {}, ANSWERED],
  ['change email teo.amaral@nic.xa', {}, ANSWERED],
  ['change email tld-ops@lists.example', {}, ANSWERED],
  ['change email tld-ops-owner@lists.example', {}, ANSWERED],
  ['leave', {}, ['opened own-asked', '+ leave leave xa']],
  ['leave .xa', {}, ['opened own-asked', '+ leave leave xa']],
  ['leave .xb', {}, ANSWERED],
  ['leave', { from: ROSA }, ['answered own-answered', 'own-answer to rosa.lind']],
  ['leave .xb', { from: ROSA }, ['opened own-asked', '+ leave leave xb']],
  ['leave all', { from: ROSA }, ['opened own-asked', '+ leave leave xa', '+ leave leave xb']],
  ['freeze .xa help', {}, ['opened own-asked', '+ self-update freeze xa']],
  ['freeze .xa help', { frozen: XA }, NOT_DONE],
  ['freeze .xb help', {}, NOT_DONE],
  ['change phone +44 20 7946 0811', { frozen: XA }, NOT_DONE],
  // Téo has nothing to do with .xb; Rosa is a contact there, and her data are one.
  ['change phone +44 20 7946 0811', { frozen: XB }, ['opened own-asked', '+ self-update phones']],
  [
    'change phone +44 20 7946 0811',
    { frozen: XB, from: ROSA },
    ['held own-refused', 'own-answer to rosa.lind', ...PEOPLE],
  ],
  ['leave', { frozen: XA }, NOT_DONE],
  [
    'show\nchange phone +44 20 7946 0811',
    {},
    ['opened own-asked', '+ self-update phones', 'own-answer to teo.amaral'],
  ],
  ['show\nchange phone 12', {}, ['answered own-misread', 'own-answer to teo.amaral']],
  ['freeze .xa', {}, ['held own-misread', 'own-answer to teo.amaral', ...PEOPLE]],
  ['Is all well?', {}, ['held passed-on', ...PEOPLE]],
  ['who', { forged: true }, ['held own-forged', ...PEOPLE]],
  ['who', { from: MALLORY, forged: true }, ['ignored own-forged']],
  ['who', { from: MALLORY }, ['answered not-a-member', 'not-a-member to mallory']],
  ['frobnicate\nwho', { from: MALLORY }, ['held passed-on', ...PEOPLE]],
  ['who', { from: MALLORY, turnedAwayAgo: HOUR }, ['ignored not-a-member']],
  [
    'who',
    { from: MALLORY, turnedAwayAgo: 25 * HOUR },
    ['answered not-a-member', 'not-a-member to mallory'],
  ],
];

describe('a line', () => {
  it.each(TABLE)('%j with %j', (text, setting, expected) => {
    expect(told(decideOwn(factsOf(text, setting)))).toEqual(expected);
  });
});

function tableOf(text: string, setting: Setting): number {
  const [letter] = decideOwn(factsOf(text, setting)).letters;
  const data = letter?.data as { parts: readonly { table?: readonly unknown[] }[] };
  return data.parts[0]?.table?.length ?? 0;
}

describe('the contact list', () => {
  it.each([
    ['who', {}, 3],
    ['who .xa', {}, 2],
    ['who amaral', {}, 1],
    ['who teo', {}, 1],
    ['who nic.xa', {}, 3],
    ['who .xb', { changedAgo: HOUR }, 0],
    ['who .xb', { changedAgo: 25 * HOUR }, 1],
    ['who', { listSentAgo: HOUR }, 0],
    ['who', { listSentAgo: 25 * HOUR }, 3],
    ['who .xb', { listSentAgo: HOUR }, 1],
  ] as const)('%s with %j has %i entries', (text, setting, entries) => {
    expect(tableOf(text, setting)).toBe(entries);
  });

  it('is not given out by a name that fits too many', () => {
    const many = Array.from({ length: 21 }, () => entry(XB, ROSA, false));
    expect(tableOf('who lind', { roster: [...ROSTER, ...many] })).toBe(0);
  });

  it('leaves a note of each answer', () => {
    const { notes } = decideOwn(factsOf('who .xa'));
    expect(notes).toMatchObject([{ actor: TEO, facts: { asked: 'xa', entries: 2 } }]);
  });
});

/** The case that a line opens, as it is when everybody has confirmed. */
function confirmed(text: string, setting: Setting = {}): Case {
  const [change] = decideOwn(factsOf(text, setting)).changes;
  if (change === undefined) throw new Error('nothing was opened');
  const context = { ...change.next.context, confirmed: change.next.context.needed };
  const stored = { id: 7, version: 2, openedAt: NOW.toISOString() };
  return { ...change.next, ...stored, state: 'applying', context };
}

function apply(found: Case, over: { roster?: readonly RosterEntry[]; frozen?: Cctld } = {}) {
  const { roster = ROSTER, frozen } = over;
  const at = { now: NOW, settings: settings(), places: placesOf(frozen) };
  const change = decideOwnApply({ ...at, case: found, roster });
  if (change === undefined || 'frozen' in change) return change;
  const kinds = change.effects.flatMap((one) => {
    if (one.type === 'letter') return [`${one.letter} to ${one.to.split('@')[0]}`];
    return one.type === 'revoke-tokens' || one.type.endsWith('timer') ? [] : [one.type];
  });
  return [change.next.state, ...kinds];
}

describe('at the moment of the change', () => {
  it('a person of two ccTLDs is changed once, and everybody there is told once', () => {
    expect(apply(confirmed('change phone +44 20 7946 0811', { from: ROSA }))).toEqual([
      'applied',
      'change-person',
      'own-done to rosa.lind',
      'own-told to teo.amaral',
      'own-told to admin',
      'own-told to domains',
    ]);
  });

  it('who leaves the last place of a ccTLD leaves it empty, and people know', () => {
    expect(apply(confirmed('leave .xb', { from: ROSA }))).toEqual([
      'applied',
      'set-roster',
      'own-done to rosa.lind',
      'own-successor to domains',
      'alarm-own to val1',
      'alarm-own to val2',
    ]);
  });

  it.each([
    ['the person is off the list', 'leave', [entry(XA, ROSA, true)]],
    [
      'the address is taken',
      'change email teo@mailbox.example',
      [...ROSTER, { ...entry(XB, ROSA, false), address: address('teo@mailbox.example') }],
    ],
  ] as const)('ends when %s', (_, text, roster) => {
    expect(apply(confirmed(text), { roster })?.[0 as never]).toBe('superseded');
  });

  it('waits while the ccTLD is frozen', () => {
    expect(apply(confirmed('leave'), { frozen: XA })).toEqual({ frozen: [XA] });
  });

  it('the next in order is primary when the primary leaves', () => {
    const found = confirmed('leave .xa', { from: ROSA });
    expect(found.request.after).toMatchObject([{ address: TEO, primary: true }]);
    expect(found.request.own satisfies OwnChange | undefined).toEqual({ what: 'leave' });
  });
});
