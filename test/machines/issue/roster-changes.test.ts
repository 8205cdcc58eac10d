import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUnchanged, rosterChanges } from '../../../src/machines/issue/roster-changes.ts';
import type { RosterEntry } from '../../../src/machines/words/case.ts';
import { entry, rosters } from '../../support/issue-facts.ts';

const ana = entry('xa', 'ana@isp.example', { primary: true });
const teo = entry('xa', 'teo@isp.example', { firstName: 'Téo', lastName: 'Amaral' });

const line = ({ cctld, address }: RosterEntry) => `.${cctld} ${address}`;

/** `+ .xa teo@isp.example`, `~ .xa ana@isp.example address`, `- …` */
function told(before: readonly RosterEntry[], after: readonly RosterEntry[]): string[] {
  const { added, changed, removed } = rosterChanges(before, after);
  return [
    ...added.map((one) => `+ ${line(one)}`),
    ...changed.map(({ now, fields }) => `~ ${line(now)} ${fields.join(' ')}`),
    ...removed.map((one) => `- ${line(one)}`),
  ];
}

describe('what has changed between two issues', () => {
  it.each<[string, RosterEntry[], RosterEntry[], string[]]>([
    ['nothing', [ana, teo], [teo, ana], []],
    ['a newcomer', [ana], [ana, teo], ['+ .xa teo@isp.example']],
    ['somebody who left', [ana, teo], [ana], ['- .xa teo@isp.example']],
    [
      'a new address of the same person',
      [ana],
      [{ ...ana, address: teo.address }],
      ['~ .xa teo@isp.example address'],
    ],
    ['another name', [ana], [{ ...ana, lastName: 'Gil' }], ['~ .xa ana@isp.example name']],
    ['other phones', [ana], [{ ...ana, phones: [] }], ['~ .xa ana@isp.example phones']],
    [
      'the same phone, written in another way',
      [ana],
      [{ ...ana, phones: [{ raw: '+31 20 794 6080', e164: '+31207946080' }] }],
      [],
    ],
    [
      'the mark of the primary',
      [ana, teo],
      [
        { ...ana, primary: false },
        { ...teo, primary: true },
      ],
      ['~ .xa teo@isp.example primary', '~ .xa ana@isp.example primary'],
    ],
    [
      'name and address at once: another person',
      [ana],
      [teo],
      ['+ .xa teo@isp.example', '- .xa ana@isp.example'],
    ],
    ['another ccTLD', [ana], [ana, { ...ana, cctld: 'xb' as never }], ['+ .xb ana@isp.example']],
    [
      "a newcomer with somebody's name does not take their place",
      [ana],
      [entry('xa', 'a.perez@other.example'), ana],
      ['+ .xa a.perez@other.example'],
    ],
    ['since when makes no difference', [ana], [{ ...ana, since: '2020-01-01T00:00:00Z' }], []],
  ])('%s', (_what, before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });

  it('adds up: who was there and was not kept has left, and who is there is new, changed or the same', () => {
    fc.assert(
      fc.property(rosters, rosters, (before, after) => {
        const { added, removed, changed } = rosterChanges(before, after);
        expect(before.length - removed.length).toBe(after.length - added.length);
        expect(changed.length).toBeLessThanOrEqual(after.length - added.length);
        expect(isUnchanged(rosterChanges(after, after))).toBe(true);
      }),
    );
  });
});
