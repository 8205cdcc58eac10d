/** What one part of a sentence asks about the people in it: who goes, who comes, in whose place. */

import { comes, readAdd } from './ask-comes.ts';
import { chain, type Found, hasPronoun, implied, listed, type Reading } from './ask-found.ts';
import { readGone } from './ask-gone.ts';
import { isNegated } from './ask-guards.ts';
import { readAll, readReplace, readSwap } from './ask-replace.ts';
import type { Part } from './ask-sentences.ts';
import { type AskState, unclear } from './ask-state.ts';

const ORDER = [
  'none-left',
  'all',
  'replace',
  'swap',
  'remove',
  'keep',
  'left',
  'add',
  'new',
] as const;

/** Reads one part. */
export function readPart(state: AskState, reading: Reading, part: Part): void {
  const kind = ORDER.find((each) => part.markers.some((marker) => marker.kind === each));
  const marker = part.markers.find((each) => each.kind === kind);
  if (kind === undefined || marker === undefined) return;
  const bare = part.markers.reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    reading.masked,
  );
  const found: Found = {
    ...reading,
    part,
    marker,
    negated: isNegated(bare.slice(part.start, part.end)),
    before: chain(reading, part, marker, -1),
    after: chain(reading, part, marker, 1),
  };
  if (kind !== 'keep') state.lines.push(reading.line);
  READERS[kind](state, found);
}

const READERS: Record<(typeof ORDER)[number], (state: AskState, found: Found) => void> = {
  'none-left': (state, found) => {
    if (found.negated) return;
    const old =
      /^ (?:our |the |my |these )?(?:old|former|previous|other|expired|inactive)(?!\p{L})/u;
    const isSome =
      old.test(found.masked.slice(found.marker.end)) || listed(found.mentions).length > 0;
    if (!found.plain || isSome) unclear(state, 'which-person', found.text);
    else state.noneLeft = true;
  },
  all: (state, found) => {
    if (found.plain) readAll(state, found);
    else if (!found.negated && listed(found.mentions).length > 0)
      unclear(state, 'which-person', found.text);
  },
  replace: readReplace,
  swap: readSwap,
  remove: (state, found) => readGone(state, found, true),
  left: (state, found) => readGone(state, found, false),
  keep: (state, found) => {
    if (found.negated) return;
    const named = listed([...found.before, ...found.after]);
    for (const who of named) state.kept.add(who);
    // "No, keep her."
    const who = named.length === 0 && hasPronoun(found) ? implied(state, found) : undefined;
    if (typeof who === 'number') state.kept.add(who);
  },
  add: readAdd,
  new: (state, found) => {
    for (const mention of found.after) comes(state, found, mention);
  },
};
