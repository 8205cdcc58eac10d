/** What the list server holds beside what the list says: the difference, and how it is mended. Pure. */

import type { SettingChange } from './letters/letter.ts';
import type { Address } from './words/address.ts';

/** A change of a member that is still to be made on the list server. */
export interface MemberChange {
  readonly address: Address;
  /** Why it was given up; absent while it is only waiting. */
  readonly failed?: string;
}

/** Both lists at one moment. */
export interface ListFacts {
  /** To whom the list server sends posts. */
  readonly members: readonly Address[];
  /** Everybody on the list, by address. */
  readonly roster: readonly Address[];
  /** Those of them whom mail does not reach: that they are members is no difference (`membersAway`). */
  readonly unreachable: readonly Address[];
  readonly changes: readonly MemberChange[];
}

/** What nothing explains. */
export interface Drift {
  /** They get posts, and are not on the list. */
  readonly strangers: readonly Address[];
  /** They are on the list, and get no posts. */
  readonly missing: readonly { readonly address: Address; readonly why?: string }[];
  readonly settings: readonly SettingChange[];
}

/** Differences of members; a change that waits explains one, a change that was given up does not. */
export function compareLists({ members, roster, unreachable, changes }: ListFacts): Drift {
  const waiting = new Set(changes.flatMap((one) => (one.failed === undefined ? one.address : [])));
  const failed = new Map(changes.map(({ address, failed: why }) => [address, why]));
  const [held, wanted] = [new Set(members), new Set(roster)];
  const away = new Set(unreachable);
  const missing = roster.filter((one) => !held.has(one) && !away.has(one) && !waiting.has(one));
  return {
    strangers: [...held].filter((one) => !wanted.has(one) && !waiting.has(one)),
    missing: [...new Set(missing)].map((address) => {
      const why = failed.get(address);
      return { address, ...(why === undefined ? {} : { why }) };
    }),
    settings: [],
  };
}

/** Members whom mail does not reach, and for whom nothing waits: posts to them come back each time. */
export function membersAway({ members, unreachable, changes }: ListFacts): Address[] {
  const held = new Set(members);
  const seenTo = new Set(changes.map(({ address }) => address));
  return unreachable.filter((one) => held.has(one) && !seenTo.has(one));
}

/** What two looks have in common: a change that is being made at this moment is in one of them only. */
export function inBoth(first: Drift, second: Drift): Drift {
  const strangers = new Set(first.strangers);
  const missing = new Set(first.missing.map(({ address }) => address));
  return {
    strangers: second.strangers.filter((one) => strangers.has(one)),
    missing: second.missing.filter(({ address }) => missing.has(address)),
    settings: second.settings,
  };
}

/** True when the list server is as it must be. */
export function isSame({ strangers, missing, settings }: Drift): boolean {
  return strangers.length + missing.length + settings.length === 0;
}

/** What is to be done to make the list server hold exactly the people on the list. */
export type Mending =
  | { readonly kind: 'none' }
  /** So many that it looks like a fault of ours: an empty list, another database. */
  | { readonly kind: 'too-many'; readonly off: number; readonly held: number }
  | { readonly kind: 'mend'; readonly off: readonly Address[]; readonly on: readonly Address[] };

/**
 * Plans it. When more than half of the members would be taken off, `all` must be said: who restores an
 * old database, or connects an empty one, must not empty the list by a routine command.
 */
export function planMending({ strangers, missing }: Drift, held: number, all: boolean): Mending {
  if (strangers.length + missing.length === 0) return { kind: 'none' };
  if (strangers.length * 2 > held && !all) return { kind: 'too-many', off: strangers.length, held };
  return { kind: 'mend', off: strangers, on: missing.map(({ address }) => address) };
}
