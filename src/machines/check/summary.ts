/** How a yearly check ended: in numbers, and where the data are not confirmed (design 12). Pure. */

import type { LetterData } from '../letters/letter.ts';
import type { Address } from '../words/address.ts';
import type { CheckWord } from '../words/check.ts';
import { type CheckPeople, personConfirmed } from './asks.ts';

export interface SummaryFacts {
  readonly opened: Date;
  readonly rows: readonly {
    readonly address: Address;
    readonly askedAt: Date;
    readonly answer?: CheckWord;
  }[];
  readonly people: CheckPeople;
  readonly unreachable: readonly Address[];
}

export function summarize(facts: SummaryFacts): LetterData['check-report'] {
  const { opened, rows, unreachable } = facts;
  const right = rows.filter(({ answer }) => answer === 'right').length;
  const wrong = rows.filter(({ answer }) => answer === 'wrong').length;
  return {
    opened: opened.toISOString(),
    asked: rows.length,
    right,
    wrong,
    silent: rows.length - right - wrong,
    unreachable: unreachable.length,
    open: openIn(facts),
  };
}

// Of those who were asked: whoever changed the data since has confirmed them too.
function openIn({ rows, people }: SummaryFacts): LetterData['check-report']['open'] {
  const { roster, persons, places } = people;
  const asked = new Map(rows.map(({ address, askedAt }) => [address, askedAt]));
  const theirs = Map.groupBy(roster, ({ address }) => address);
  const isOpen = (address: Address): boolean => {
    const at = asked.get(address);
    const confirmed = personConfirmed(theirs.get(address) ?? [], persons.get(address));
    return at !== undefined && confirmed <= at;
  };
  return [...Map.groupBy(roster, ({ cctld }) => cctld)].flatMap(([cctld, entries]) => {
    const place = places.get(cctld);
    const at = place?.anchor === undefined ? undefined : asked.get(place.anchor);
    const anchor = at !== undefined && !((place?.confirmedAt ?? new Date(0)) > at);
    const open = entries.filter(({ address }) => isOpen(address)).length;
    return open === 0 && !anchor ? [] : [{ cctld, people: open, of: entries.length, anchor }];
  });
}
