/** Who writes: the person behind a role, with the mailboxes that this person truly reads. */

import type { Cctld } from '../../src/machines/words/cctld.ts';
import { readRoster } from '../../src/store/roster.ts';
import { ADMIN, type Person } from '../support/people.ts';
import {
  CONTACTS,
  FIRST_ANCHORS,
  FORGER,
  inTheNameOf,
  pick,
  STRANGER,
  VALIDATORS,
} from './cast.ts';
import type { Writer } from './step.ts';
import type { World } from './world.ts';

/** Everybody who may be an Admin Contact, now or after a change in the registry. */
export const ANCHORS: readonly Person[] = [
  ...new Set(FIRST_ANCHORS),
  {
    ...ADMIN,
    mailbox: 'Second Desk <second@nic.xa>',
    address: 'second@nic.xa',
  },
];

function anchorPerson(world: World, cctld: string): Person {
  const address = world.recordOf(cctld)?.admin.email;
  return ANCHORS.find((one) => one.address === address) ?? ADMIN;
}

// SSCs as the list has them now; an SSC who is not of the cast writes from a mailbox like the others.
export async function listed(world: World, cctld?: string): Promise<string[]> {
  const entries = await readRoster(world.db, cctld === undefined ? undefined : [cctld as Cctld]);
  return entries.map(({ address }) => address);
}

async function ssc(world: World, which: number): Promise<Person> {
  const some = await listed(world);
  return some.length === 0 ? pick(CONTACTS, which) : personOf(pick(some, which));
}

export interface Author {
  readonly from: Person;
  readonly cc?: string;
  readonly readers: readonly string[];
}

export async function author(
  world: World,
  by: Writer,
  cctld: string,
  which: number,
): Promise<Author> {
  const anchor = anchorPerson(world, cctld);
  switch (by) {
    case 'anchor':
      return { from: anchor, readers: [anchor.address] };
    case 'copied':
      return { from: STRANGER, cc: anchor.address, readers: [STRANGER.address] };
    case 'stranger':
      return { from: STRANGER, readers: [STRANGER.address] };
    case 'forged-anchor':
      return { from: inTheNameOf(anchor), readers: [FORGER.address] };
    case 'forged-validator':
      return { from: inTheNameOf(pick(VALIDATORS, which)), readers: [FORGER.address] };
    case 'forged-ssc':
      return { from: inTheNameOf(await ssc(world, which)), readers: [FORGER.address] };
    case 'ssc': {
      const from = await ssc(world, which);
      return { from, readers: [from.address] };
    }
    case 'validator':
    case 'other-validator': {
      const from = pick(VALIDATORS, by === 'validator' ? 0 : 1);
      return { from, readers: [from.address] };
    }
  }
}

/** Who reads this mailbox; somebody of no importance when it is nobody's of the cast. */
export function personOf(address: string): Person {
  const known = [...ANCHORS, ...VALIDATORS, ...CONTACTS, STRANGER, FORGER];
  const found = known.find((one) => one.address === address);
  return found ?? { ...STRANGER, mailbox: `Somebody <${address}>`, address };
}
