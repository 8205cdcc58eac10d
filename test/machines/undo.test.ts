/** What an objection makes of a list that has been changed already: person by person. */

import { describe, expect, it } from 'vitest';
import { type DoneByCase, undoOf } from '../../src/machines/undo.ts';
import type { RosterEntry } from '../../src/machines/words/case.ts';
import type { Contact } from '../../src/machines/words/contact.ts';
import { contact, NOW, XA } from '../support/facts.ts';

/** `1*` is the first person, primary. */
function people(text: string): RosterEntry[] {
  return text
    .split(' ')
    .filter((one) => one !== '')
    .map((one) => ({
      ...contact(Number(one[0]), { primary: one.endsWith('*') }),
      cctld: XA,
      since: NOW.toISOString(),
    }));
}

function shown(list: readonly Contact[]): string {
  return list
    .map(({ address, primary }) => `${/\d/.exec(address)?.[0]}${primary ? '*' : ''}`)
    .toSorted()
    .join(' ');
}

function done(came: string, gone: string, refused = false): DoneByCase {
  return {
    came: people(came).map(({ address }) => address),
    gone: people(gone).map((one) => ({ ...one, refused })),
  };
}

describe('an objection takes back what the case did', () => {
  it.each([
    ['a first subscription', '', '1* 2', '1* 2', done('1 2', ''), ''],
    ['a replacement', '1* 2', '1* 3', '1* 3', done('3', '2'), '1* 2'],
    ['a replacement of the primary', '1* 2', '3* 2', '3* 2', done('3', '1*'), '1* 2'],
    ['another primary', '1* 2', '1 2*', '1 2*', done('', ''), '1* 2'],
    ['a removal', '1* 2', '1*', '1*', done('', '2'), '1* 2'],
    ['an emptied list', '1*', '', '', done('', '1*'), '1*'],
    ['and keeps who came later', '1* 2', '1* 3', '1* 3 4', done('3', '2'), '1* 2 4'],
    ['where the newcomer is gone already', '1* 2', '1* 3', '1* 4', done('', '2'), '1* 2 4'],
    ['where there is no room', '1* 2', '1*', '1* 3 4', done('', '2'), '1* 3 4'],
    ['and the newcomer was made primary later', '1* 2', '1* 2 3', '1 2 3*', done('3', ''), '1* 2'],
    ['and somebody else was made primary later', '1* 2', '1* 2 3', '1 2* 3', done('3', ''), '1 2*'],
    ['but not of who was refused himself', '1* 2', '1* 3', '1* 3', done('3', '2', true), '1*'],
  ] as const)('%s', (_, before, after, now, did, result) => {
    const request = { before: people(before), after: people(after) };
    expect(shown(undoOf({ roster: people(now), done: did }, request))).toBe(result);
  });

  it('gives old data back where they are still as the case set them', () => {
    const [one, two] = people('1* 2');
    if (one === undefined || two === undefined) throw new Error('two people');
    const changed = { ...two, phones: [{ raw: '+1 202 555 0199' }] };
    const request = { before: [one, two], after: [one, changed] };
    const back = undoOf({ roster: [one, changed], done: done('', '') }, request);
    expect(back[1]?.phones).toEqual(two.phones);
    const own = { ...two, phones: [{ raw: '+1 202 555 0177' }] };
    const kept = undoOf({ roster: [one, own], done: done('', '') }, request);
    expect(kept[1]?.phones).toEqual(own.phones);
  });
});
