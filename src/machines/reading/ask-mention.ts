/** Somebody whom a piece of a sentence means, and the people among whom they are looked for. */

import type { Address } from '../words/address.ts';
import type { RosterEntry } from '../words/case.ts';
import type { DraftContact } from '../words/contact.ts';

/** Somebody, or some, whom a piece of a sentence may mean: places in the roster and among the newcomers. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly roster: readonly number[];
  readonly fresh: readonly number[];
  /** An address of nobody known. */
  readonly address?: Address;
  /** A name whose neighbour says that somebody else is meant: "Alice Brown", with an Alice Jones on the list. */
  readonly stranger?: true;
  readonly isNumber?: true;
}

/** One of them, by the folded words of their names. */
export interface Person {
  readonly at: number;
  readonly fresh: boolean;
  readonly first: ReadonlySet<string>;
  readonly last: ReadonlySet<string>;
  /** Without blanks, for scripts without them. */
  readonly whole: readonly string[];
}

/** The people of a list, ready to be looked for. */
export interface People {
  readonly roster: readonly RosterEntry[];
  readonly fresh: readonly DraftContact[];
  readonly byWord: ReadonlyMap<string, readonly Person[]>;
  readonly all: readonly Person[];
}
