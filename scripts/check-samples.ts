/** Samples of the letters of the yearly check and of drills. */

import { countDrill } from '../src/machines/check/drill-count.ts';
import type { CheckShown, LetterInput } from '../src/machines/letters/letter.ts';
import type { RosterEntry } from '../src/machines/words/case.ts';
import type { DrillReport } from '../src/machines/words/check.ts';
import type { Contact } from '../src/machines/words/contact.ts';
import type { CctldEntry } from '../src/machines/words/region.ts';
import { ana, anchor, cctld, EXPIRES, luis, sample, TOKEN, validator } from './sample-parts.ts';

const CODE = { token: TOKEN, tokenExpires: EXPIRES };
const CLOSES = EXPIRES;
const TURNS = ['first', 'reminder', 'wrong', 'changed'] as const;

export function aboutChecks(): LetterInput[] {
  return [...yearly(), ...drills()];
}

function listed(label: string, contact: Contact): RosterEntry {
  return { ...contact, cctld: cctld(label), since: '2026-11-02T10:00:00.000Z' };
}

function ivan(): Contact {
  return { ...luis(), address: anchor(), firstName: 'Иван', lastName: 'Петров', primary: true };
}

function yearly(): LetterInput[] {
  const places = [listed('xa', ana()), listed('xb', { ...ana(), primary: false })];
  const own: Omit<CheckShown, 'turn'> = { places, anchored: [], closes: CLOSES };
  const one = { cctld: cctld('xa'), people: [listed('xa', ana()), listed('xa', luis())] };
  const two = { cctld: cctld('xn--p1ai'), people: [listed('xn--p1ai', ivan())] };
  const ofAnchor: Omit<CheckShown, 'turn'> = { places: [], anchored: [one], closes: CLOSES };
  return [
    ...TURNS.map((turn) => sample('check-contact', ana().address, { ...own, turn }, CODE)),
    ...TURNS.map((turn) => sample('check-anchor', anchor(), { ...ofAnchor, turn }, CODE)),
    sample(
      'check-anchor',
      anchor(),
      { turn: 'first', places: [listed('xb', ana())], anchored: [one, two], closes: CLOSES },
      CODE,
    ),
    ...(['unclear', 'more', 'used', 'expired'] as const).map((turn) =>
      sample('check-again', ana().address, { kind: 'yearly', turn }, {}),
    ),
    sample('check-again', ana().address, { kind: 'drill', turn: 'unclear' }, {}),
    sample(
      'check-report',
      validator(),
      {
        opened: '2027-01-15T06:00:00.000Z',
        asked: 640,
        right: 512,
        wrong: 31,
        silent: 97,
        unreachable: 4,
        open: [
          { cctld: cctld('xa'), people: 1, of: 2, anchor: false },
          { cctld: cctld('xb'), people: 2, of: 2, anchor: true },
          { cctld: cctld('xn--p1ai'), people: 0, of: 2, anchor: true },
        ],
      },
      {},
    ),
  ];
}

function drills(): LetterInput[] {
  const asked = { cctlds: [cctld('xa'), cctld('xb')], closes: EXPIRES };
  const text = 'In a real case we would ask for your logs now. Today we only count.';
  const report = drillReport();
  const { people, cctlds, opened, medianMs = 0 } = report;
  return [
    sample('drill', ana().address, asked, CODE),
    sample('drill', ana().address, { ...asked, text }, CODE),
    sample('drill-over', ana().address, { people, cctlds, opened, medianMs }, {}),
    sample('drill-report', validator(), { report }, {}),
  ];
}

function entry(label: string, region: CctldEntry['region']): CctldEntry {
  return { cctld: cctld(label), country: label, region, schemes: {} };
}

function drillReport(): DrillReport {
  const openedAt = new Date('2027-03-01T09:00:00.000Z');
  const after = (minutes: number) => new Date(openedAt.getTime() + minutes * 60_000);
  return countDrill({
    openedAt,
    closesAt: after(24 * 60),
    rows: [
      { address: ana().address, cctlds: [cctld('xa'), cctld('xb')], answeredAt: after(14) },
      { address: luis().address, cctlds: [cctld('xa')], answeredAt: after(310) },
      { address: ivan().address, cctlds: [cctld('xn--p1ai')] },
    ],
    notAsked: 0,
    cameBack: [ivan().address],
    table: new Map(
      [entry('xa', 'AF'), entry('xb', 'EUR'), entry('xn--p1ai', 'EUR')].map((one) => [
        one.cctld,
        one,
      ]),
    ),
  });
}
