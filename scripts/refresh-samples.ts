/** Samples of the letter about a refresh of the whole registry. */

import type { LetterInput, PassFacts } from '../src/machines/letters/letter.ts';
import { weighPass } from '../src/machines/refresh.ts';
import { cctld, sample, validator } from './sample-parts.ts';

const USUAL: PassFacts = {
  source: 'rdap+https://rdap.iana.org',
  began: '2026-11-21T03:30:00.000Z',
  all: 40,
  asked: 40,
  read: 40,
  unreadable: 0,
  changed: [],
  vanished: [],
};

export function aboutRefresh(): LetterInput[] {
  const unusual: Partial<PassFacts>[] = [
    { changed: ['xa', 'xc', 'xe'].map(cctld) },
    { asked: 35, read: 8, unreadable: 27 },
    { vanished: [cctld('xd'), cctld('xn--p1ai')] },
    { sourceBefore: 'whois://whois.iana.org:43' },
  ];
  return unusual.flatMap((facts) => {
    const data = weighPass({ ...USUAL, ...facts });
    return data === undefined ? [] : [sample('alarm-refresh', validator(), data, {})];
  });
}
