/** Looks at the list server and the list at the same time, as far as that can be. */

import { compareLists, type Drift, inBoth, isSame, membersAway } from '../machines/drift.ts';
import type { Address } from '../machines/words/address.ts';
import type { Db } from '../store/db.ts';
import { memberChanges } from '../store/members.ts';
import { unreachableAddresses } from '../store/reach.ts';
import { readRoster } from '../store/roster.ts';
import type { ListServer } from './list-server.ts';

export interface ListLook {
  /** Of members; settings are not looked at. */
  readonly drift: Drift;
  /** Members whom mail does not reach, and for whom nothing waits. */
  readonly away: readonly Address[];
  /** How many addresses the list server holds. */
  readonly held: number;
}

/**
 * What differs and stays so: a second look tells it from a change that is just being made. Throws
 * Temporary when the list server cannot be asked.
 */
export async function lookAtList(db: Db, listServer: ListServer): Promise<ListLook> {
  const first = await lookOnce(db, listServer);
  if (isSame(first.drift) && first.away.length === 0) return first;
  const second = await lookOnce(db, listServer);
  const away = second.away.filter((one) => first.away.includes(one));
  return { ...second, drift: inBoth(first.drift, second.drift), away };
}

// What waits is read first: what is done meanwhile is seen on the list server.
async function lookOnce(db: Db, listServer: ListServer): Promise<ListLook> {
  const changes = await memberChanges(db);
  const members = await listServer.members();
  const roster = (await readRoster(db)).map(({ address }) => address);
  const unreachable = await unreachableAddresses(db);
  const later = await memberChanges(db);
  const facts = { members, roster, unreachable, changes: [...changes, ...later] };
  return { drift: compareLists(facts), away: membersAway(facts), held: members.length };
}
