import { describe, expect, test } from 'vitest';
import type { PassFacts } from '../../src/machines/letters/letter.ts';
import { weighPass } from '../../src/machines/refresh.ts';
import { type Cctld, readCctld } from '../../src/machines/words/cctld.ts';

const USUAL: PassFacts = {
  source: 'whois://whois.iana.org:43',
  began: '2026-11-21T03:30:00.000Z',
  all: 316,
  asked: 316,
  read: 310,
  unreadable: 2,
  changed: [],
  vanished: [],
};

function some(count: number): Cctld[] {
  const label = readCctld('xa');
  return label === undefined ? [] : Array.from({ length: count }, () => label);
}

describe('what the Validators are told of a refresh', () => {
  test.each<[string, Partial<PassFacts>, readonly string[] | undefined]>([
    ['nothing, on a usual day', {}, undefined],
    ['nothing of 5 %', { changed: some(15) }, undefined],
    ['more than 5 % changed', { changed: some(16) }, ['changed']],
    [
      'nothing of two changes of few records',
      { all: 10, asked: 10, read: 10, changed: some(2) },
      undefined,
    ],
    [
      'three changes of few records',
      { all: 10, asked: 10, read: 10, changed: some(3) },
      ['changed'],
    ],
    ['nothing when half cannot be read', { unreadable: 158, read: 158 }, undefined],
    ['more than half cannot be read', { unreadable: 159, read: 157 }, ['unread']],
    ['more than half were not reached', { asked: 100, read: 100, unreadable: 0 }, ['unread']],
    ['both together', { asked: 250, read: 150, unreadable: 100 }, ['unread']],
    ['a ccTLD that is gone', { vanished: some(1) }, []],
    ['another source', { sourceBefore: 'file:/srv/answers' }, []],
    [
      'everything at once',
      { changed: some(50), unreadable: 200, read: 116 },
      ['changed', 'unread'],
    ],
  ])('%s', (_, facts, alarms) => {
    expect(weighPass({ ...USUAL, ...facts })?.alarms).toEqual(alarms);
  });
});
