/** `reach`: whether mail reaches the people on the list, for the operator. */

import { nextStep, scoreOf } from '../machines/reachability.ts';
import { unconfirmedPeople } from '../store/check-people.ts';
import { listReach, type Reach } from '../store/reach.ts';
import { plain, print, showTime, table, withStore } from './command.ts';

/** How many reports are shown of each address, the newest first. */
const MOST_REPORTS = 10;

export async function reach({ json }: { readonly json?: boolean }): Promise<void> {
  const { found, unconfirmed } = await withStore(async (db) => ({
    found: await listReach(db),
    unconfirmed: await unconfirmedPeople(db),
  }));
  const now = new Date();
  const value = found.map((one) => ({
    ...describe(one, now),
    notConfirmedSince: unconfirmed.get(one.address) ?? null,
  }));
  print(json, value, () =>
    table(
      value.map((one) => [
        one.address,
        one.cctlds.map((cctld) => `.${cctld}`).join(' '),
        one.score.toFixed(2),
        one.state,
        one.reports
          .slice(0, 3)
          .map(({ at, kind }) => `${at.slice(0, 10)} ${kind}`)
          .join(', '),
        one.asked.length === 0 ? '-' : showTime(one.asked.at(-1)),
        showTime(one.next),
      ]),
      ['e-mail', 'ccTLDs', 'score', 'state', 'last reports', 'asked (UTC)', 'next (UTC)'],
      'Nothing came back from anybody on the list.',
    ),
  );
}

function describe(one: Reach, now: Date) {
  const { address, cctlds, returned, probes, unreachableSince, said } = one;
  const next = nextStep(one, now);
  const score = Math.round(scoreOf(returned, now) * 100) / 100;
  return {
    address,
    cctlds,
    score,
    state: unreachableSince === undefined ? (score > 0 ? 'in doubt' : 'reachable') : 'unreachable',
    unreachableSince: unreachableSince?.toISOString() ?? null,
    reports: returned
      .toReversed()
      .slice(0, MOST_REPORTS)
      .map(({ kind, at }) => ({ at: at.toISOString(), kind })),
    said: said === undefined ? null : plain(said, 300),
    /** When the person was asked by a letter of their own, the oldest first. */
    asked: probes.map(({ sentAt }) => sentAt.toISOString()),
    next: next.do === 'ask' ? next.at.toISOString() : null,
  };
}
