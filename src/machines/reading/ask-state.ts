/** What was found so far of the things that a mail asks to change, before they are put together. */

import type { Address } from '../words/address.ts';
import type { RosterEntry } from '../words/case.ts';
import type { Cctld } from '../words/cctld.ts';
import type { DraftContact, Phone, UnclearCode } from '../words/contact.ts';
import type { Unclear } from '../words/ask.ts';
import type { People } from './ask-mention.ts';
import { peopleOf } from './ask-people.ts';
import { cleanLine } from './clean-line.ts';

export interface Replaced {
  /** Place in the roster; undefined: nobody was named. */
  readonly old: number | undefined;
  /** Place among the newcomers; undefined: nobody was named. */
  readonly fresh: number | undefined;
  /** Somebody who is on the list already comes in their place. */
  readonly byListed: boolean;
  readonly line: number;
  readonly text: string;
}

export interface Fields {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly address?: Address;
  readonly phones?: readonly Phone[];
}

export interface Change {
  readonly who: number;
  readonly fields: Fields;
  readonly text: string;
}

/** Grows while the sentences are read. */
export interface AskState {
  readonly cctld: Cctld;
  readonly roster: readonly RosterEntry[];
  /** The newcomers: of the form, and of the sentences that ask. */
  readonly fresh: DraftContact[];
  people: People;
  /** People of the list whom a form describes. */
  readonly described: Set<number>;
  readonly gone: { readonly who: number; readonly line: number; readonly text: string }[];
  readonly replaced: Replaced[];
  readonly added: Set<number>;
  readonly declined: Set<number>;
  readonly kept: Set<number>;
  readonly primary: { readonly who: number; readonly text: string }[];
  readonly freshPrimary: Set<number>;
  readonly changes: Change[];
  /** Lines that announce new data of somebody. */
  readonly details: { readonly who: number; readonly line: number }[];
  readonly unclear: Unclear[];
  /** Newcomers of whom it was said already that it is not clear what they are to be. */
  readonly open: Set<number>;
  addsAll: boolean;
  /** A word asks to add somebody. */
  adds: boolean;
  /** Words say that an address is new. */
  saysNewAddress: boolean;
  /** Words of the mail take it back. */
  withdrawn: string | undefined;
  /** People who left, as a sentence seems to say that also says other things. */
  readonly perhapsGone: { readonly who: readonly number[]; readonly text: string }[];
  /** Sentences about people of the list in which a word seems to ask, and nothing was read. */
  readonly unread: string[];
  all: boolean;
  noneLeft: boolean;
  /** The people of the last sentence that named some. */
  last: readonly number[];
  /** A newcomer was among them. */
  lastFresh: boolean;
  /** What a line such as "Please remove:" asks for the lines below it. */
  heading: 'remove' | 'left' | undefined;
  /** Somebody stood below it. */
  headed: boolean;
  /** The lines are about another ccTLD. */
  elsewhere: boolean;
  /** Lines on which a word asks, in order. */
  readonly lines: number[];
}

export function newState(
  roster: readonly RosterEntry[],
  fresh: readonly DraftContact[],
  cctld: Cctld,
): AskState {
  return {
    cctld,
    roster,
    fresh: [...fresh],
    people: peopleOf(roster, fresh),
    described: new Set(),
    gone: [],
    replaced: [],
    added: new Set(),
    declined: new Set(),
    kept: new Set(),
    primary: [],
    freshPrimary: new Set(),
    changes: [],
    details: [],
    unclear: [],
    open: new Set(),
    addsAll: false,
    adds: false,
    saysNewAddress: false,
    withdrawn: undefined,
    perhapsGone: [],
    unread: [],
    all: false,
    noneLeft: false,
    last: [],
    lastFresh: false,
    heading: undefined,
    headed: false,
    elsewhere: false,
    lines: [],
  };
}

/** Notes what is not clear, with the words of the mail. */
export function unclear(state: AskState, code: UnclearCode, text: string): void {
  if (state.unclear.length >= 50) return;
  const found = cleanLine(text, 100);
  if (state.unclear.some((each) => each.code === code && each.found === found)) return;
  state.unclear.push(found === '' ? { code } : { code, found });
}
