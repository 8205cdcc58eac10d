/** Which newcomer takes the place of whom, and what the other newcomers are to be. */

import type { Described } from './ask-references.ts';
import { type AskState, type Replaced, unclear } from './ask-state.ts';

/** Places in the roster and among the newcomers. */
export interface Pair {
  readonly who: number;
  readonly fresh: number;
}

/** The pairs of all that was said about replacing. */
export function pairUp(
  state: AskState,
  people: Described,
  available: ReadonlySet<number>,
  words: string,
): Pair[] {
  const pairs = state.replaced.flatMap(({ old, fresh }): Pair[] =>
    old === undefined || fresh === undefined || !available.has(fresh) ? [] : [{ who: old, fresh }],
  );
  pairs.push(...seatless(state, pairs, available));
  // "REPLACE 2", and the same person below with new data: a change.
  const again = new Set(people.known.map(({ who }) => who));
  const waiting = waitingFor(state, pairs).filter(
    ({ old }) => available.size > 0 || old === undefined || !again.has(old),
  );
  const free = freeOf(available, pairs, state);
  for (const { text } of waiting.filter(({ byListed }) => byListed))
    unclear(state, 'replaced-by-whom', text);
  const empty = waiting.filter(({ byListed }) => !byListed);
  pairs.push(...byPlace(state, empty, free, words));
  const still = empty.filter(({ old }) => !pairs.some(({ who }) => who === old));
  const left = [...free].filter((at) => !pairs.some(({ fresh }) => fresh === at));
  if (still.length > 0 && still.length === left.length) {
    for (const [at, { old }] of still.entries())
      pairs.push({ who: old as number, fresh: left[at] as number });
  } else {
    for (const { text } of still) unclear(state, 'replaced-by-whom', text);
    // Which of them it is can't be told, so nothing is asked about the others either.
    if (still.length > 0) for (const at of left) state.open.add(at);
  }
  return pairs;
}

// "Bob takes over": in the place of the one who left, or of the only one on the list.
function seatless(state: AskState, pairs: readonly Pair[], available: ReadonlySet<number>): Pair[] {
  const out: Pair[] = [];
  for (const { old, fresh, text, byListed } of state.replaced) {
    if (old !== undefined || byListed) continue;
    const free = [...freeOf(available, [...pairs, ...out], state)];
    const newcomer = fresh ?? (free.length === 1 ? free[0] : undefined);
    const named = new Set([...pairs, ...out].map(({ who }) => who));
    const seats = [...new Set(state.gone.map(({ who }) => who))].filter((who) => !named.has(who));
    const only = state.roster.length === 1 && !named.has(0) ? [0] : [];
    const [who] = seats.length > 0 ? seats : only;
    if (newcomer === undefined || [...pairs, ...out].some((pair) => pair.fresh === newcomer))
      continue;
    if (who !== undefined && seats.length <= 1) out.push({ who, fresh: newcomer });
    else {
      unclear(state, 'replaces-whom', text);
      state.open.add(newcomer);
    }
  }
  return out;
}

function waitingFor(state: AskState, pairs: readonly Pair[]): Replaced[] {
  const seen = new Set<number>();
  const gone = new Set(state.gone.map(({ who }) => who));
  return state.replaced.filter(({ old, byListed }) => {
    if (old === undefined || seen.has(old) || pairs.some(({ who }) => who === old)) return false;
    seen.add(old);
    return !(byListed && gone.has(old));
  });
}

function freeOf(
  available: ReadonlySet<number>,
  pairs: readonly Pair[],
  { added, open }: AskState,
): ReadonlySet<number> {
  return new Set(
    [...available].filter(
      (at) => !added.has(at) && !open.has(at) && !pairs.some(({ fresh }) => fresh === at),
    ),
  );
}

/** "REPLACE 2", and one person below it before the next such line. */
function byPlace(
  state: AskState,
  waiting: readonly Replaced[],
  free: ReadonlySet<number>,
  words: string,
): Pair[] {
  if (waiting.length === 0 || free.size < 2) return [];
  const lines = words.split('\n').map((line) => line.replace(/^[>\s]+/, ''));
  const places = [...free].map((at) => ({ at, line: lineOf(state, at, lines) }));
  return waiting.flatMap(({ old, line }): Pair[] => {
    const next = state.lines.find((each) => each > line) ?? Infinity;
    const below = places.filter((place) => place.line > line && place.line < next);
    const [only] = below;
    return old !== undefined && only !== undefined && below.length === 1
      ? [{ who: old, fresh: only.at }]
      : [];
  });
}

/** The line of the text on which a newcomer stands, -1 when it can't be told. */
export function lineOf({ fresh }: AskState, at: number, lines: readonly string[]): number {
  const sources = fresh[at]?.sources ?? [];
  const source = sources.find(({ field }) => field === 'address') ?? sources[0];
  const wanted = source?.line.replace(/^[>\s]+/, '');
  return wanted === undefined || wanted === ''
    ? -1
    : lines.findIndex((line) => line.startsWith(wanted));
}

/** The newcomers without a place of their own who are to be added; those in the place of who left are put into `pairs`. */
export function restOf(
  state: AskState,
  people: Described,
  found: {
    readonly available: ReadonlySet<number>;
    readonly pairs: Pair[];
    readonly gone: ReadonlySet<number>;
  },
): ReadonlySet<number> {
  const { available, pairs, gone } = found;
  const placed = new Set(pairs.map(({ fresh }) => fresh));
  const added = new Set([...state.added].filter((at) => available.has(at) && !placed.has(at)));
  const rest = [...freeOf(available, pairs, state)];
  if (rest.length === 0) return added;
  if (state.addsAll) return new Set([...added, ...rest]);
  const seats = [...gone].filter((who) => !pairs.some((pair) => pair.who === who));
  if (seats.length === rest.length) {
    for (const [at, who] of seats.entries()) pairs.push({ who, fresh: rest[at] as number });
    return added;
  }
  if (isWholeList(state, people, found)) return new Set([...added, ...rest]);
  const names = rest.map((at) => {
    const { firstName = '', lastName = '', address = '' } = state.fresh[at] ?? {};
    return `${firstName} ${lastName}`.trim() || address;
  });
  unclear(state, 'add-or-replace', names.join(', '));
  return added;
}

// Everybody who stays is described as well, or is said to stay; or nobody is left.
function isWholeList(
  { roster, kept }: AskState,
  { known }: Described,
  { pairs, gone }: { readonly pairs: readonly Pair[]; readonly gone: ReadonlySet<number> },
): boolean {
  const described = new Set([...known.map(({ who }) => who), ...kept]);
  const goes = new Set([...gone, ...pairs.map(({ who }) => who)]);
  return [...roster.keys()].every((who) => described.has(who) || goes.has(who));
}
