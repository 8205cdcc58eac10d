/** What an objection makes of the list when the change is made already (design 5; facts A6). */

import { isDeepStrictEqual } from 'node:util';
import type { Address } from './words/address.ts';
import type { Request, RosterEntry } from './words/case.ts';
import type { Contact } from './words/contact.ts';

/** What a case has done to the list, as the store has it now. */
export interface DoneByCase {
  /** Those who are on the list by this case. */
  readonly came: readonly Address[];
  /** Those whom it took off, with their data of today. */
  readonly gone: readonly (RosterEntry & {
    /** An objection has ended the case that once brought them: they do not come back. */
    readonly refused: boolean;
  })[];
}

export interface UndoFacts {
  readonly roster: readonly RosterEntry[];
  readonly done: DoneByCase;
}

const MOST = 3;

/**
 * The list without what the case did, person by person: who came goes, who went comes back while there
 * is room, other data are again the old ones. What others have changed since stays.
 */
export function undoOf(
  { roster, done }: UndoFacts,
  request: Pick<Request, 'before' | 'after'>,
): Contact[] {
  // Who was there before by this very address has come home meanwhile, whatever record brings them.
  const old = new Set(request.before.map(({ address }) => address));
  const came = new Set<Address>(done.came.filter((address) => !old.has(address)));
  const stays = roster
    .filter(({ address }) => !came.has(address))
    .map((one) => withOldData(one, request));
  const here = new Set(stays.map(({ address }) => address));
  const back = done.gone
    .filter(({ address, refused }) => !refused && !here.has(address))
    .slice(0, Math.max(0, MOST - stays.length))
    .map((one) => ({ ...asContact(one), primary: false }));
  return withPrimary([...stays, ...back], request);
}

// Field by field: what somebody has changed since is theirs.
function withOldData(now: RosterEntry, { before, after }: Pick<Request, 'before' | 'after'>) {
  const old = before.find(({ address }) => address === now.address);
  const set = after.find(({ address }) => address === now.address);
  const one = asContact(now);
  if (old === undefined || set === undefined) return one;
  return {
    ...one,
    ...(one.firstName === set.firstName ? { firstName: old.firstName } : {}),
    ...(one.lastName === set.lastName ? { lastName: old.lastName } : {}),
    ...(isDeepStrictEqual(one.phones, set.phones) ? { phones: old.phones } : {}),
  };
}

// The mark is where the case put it, or nowhere: it goes back to who had it before, if they are there.
function withPrimary(
  list: readonly Contact[],
  { before, after }: Pick<Request, 'before' | 'after'>,
): Contact[] {
  const now = list.find(({ primary }) => primary)?.address;
  const former = before.find(({ primary }) => primary)?.address;
  const put = after.find(({ primary }) => primary)?.address;
  const canReturn = list.some(({ address }) => address === former);
  const isOfCase = now === undefined || now === put;
  const wanted = isOfCase && canReturn ? former : (now ?? list[0]?.address);
  return list.map((one) => ({ ...one, primary: one.address === wanted }));
}

function asContact({ firstName, lastName, address, phones, primary }: RosterEntry): Contact {
  return { firstName, lastName, address, phones, primary };
}
