/** Samples of the statistics: five made-up ccTLDs and an IDN one. */

import type { LetterInput } from '../src/machines/letters/letter.ts';
import { makeReport, type PlaceOnList } from '../src/machines/report/make-report.ts';
import { reportText } from '../src/machines/report/report-text.ts';
import type { CctldEntry, Region } from '../src/machines/words/region.ts';
import { cctld, sample, validator } from './sample-parts.ts';

export function aboutStatistics(): LetterInput[] {
  const data = { day: '2026-11-30', text: sampleReport() };
  return [sample('statistics', validator(), data, {})];
}

const TABLE: readonly (readonly [label: string, country: string, region: Region])[] = [
  ['xa', 'Land XA', 'AF'],
  ['xb', 'Land XB', 'AF'],
  ['xo', 'Land XO', 'EUR'],
  ['xp', 'Land XP', 'EUR'],
  ['xw', 'Land XW', 'LAC'],
  ['xn--p1ai', 'Land XP', 'EUR'],
];

/** The text of a report with something in each of its parts. */
export function sampleReport(): string {
  const entries = TABLE.map(([label, country, region]): CctldEntry => ({
    cctld: cctld(label),
    country,
    region,
    schemes: { report: region },
  }));
  return reportText(
    makeReport({
      day: '2026-11-30',
      now: new Date('2026-12-01T07:00:00Z'),
      scheme: 'report',
      table: new Map(entries.map((entry) => [entry.cctld, entry])),
      places: [
        place('xa', 1, '2026-09-02'),
        place('xa', 2, '2026-09-02'),
        place('xo', 3, '2026-10-05'),
        place('xw', 4, '2026-11-21'),
        place('xn--p1ai', 3, '2026-11-21'),
        place('zz', 5, '2026-11-21'),
      ],
      cases: [
        { kind: 'subscribe', state: 'queued', openedAt: '2026-11-28T09:00:00.000Z' },
        { kind: 'update', state: 'challenged', openedAt: '2026-11-20T09:00:00.000Z' },
        {
          kind: 'subscribe',
          state: 'applied',
          openedAt: '2026-11-17T09:00:00.000Z',
          endedAt: '2026-11-21T09:00:00.000Z',
        },
      ],
      frozen: [cctld('xo')],
      invitations: {
        planned: 0,
        invited: 1,
        answered: 2,
        declined: 0,
        undeliverable: 1,
        unanswered: 0,
      },
    }),
  );
}

function place(label: string, person: number, since: string): PlaceOnList {
  return { cctld: cctld(label), person, since: `${since}T09:00:00.000Z` };
}
