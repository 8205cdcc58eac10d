/** Who is to come: newcomers that a word such as "add" is about, some of them first read here. */

import { type Found, SOMEBODY } from './ask-found.ts';
import { newcomer } from './ask-newcomer.ts';
import type { Mention } from './ask-mention.ts';
import { isFill } from './ask-sentences.ts';
import type { AskState } from './ask-state.ts';

export function readAdd(state: AskState, found: Found): void {
  const { before, after, negated, masked, part, marker } = found;
  const people = after.length > 0 ? after : before;
  const fresh = people.flatMap((mention) => comes(state, found, mention));
  for (const at of fresh) (negated ? state.declined : state.added).add(at);
  if (!negated) state.adds = true;
  if (fresh.length > 0 || negated) return;
  const rest = masked.slice(part.start, marker.start) + masked.slice(marker.end, part.end);
  const isBare = people.length === 0 && isFill(rest);
  if (
    isBare ||
    (people.length === 0 && (GENERIC.test(rest) || SOMEBODY.test(rest))) ||
    /[:：]\s*$/u.test(masked)
  )
    state.addsAll = true;
}

const GENERIC =
  /(?<!\p{L})(?:following|below|these|this|him|her|them|as|suivante?s?|ci-dessous|siguientes?|seguintes?|abaixo|folgende[nr]?|следующ\p{L}{1,4}|التالي|التالية)(?!\p{L})|如下|以下|\p{Lu}/u;

/** The newcomer whom a mention means; one who is read for the first time here. */
export function comes(
  state: AskState,
  found: Found,
  { start, end, fresh, roster, address }: Mention,
): number[] {
  if (fresh.length > 0) return fresh.slice(0, 1);
  if (roster.length > 0 || address === undefined) return [];
  const at = newcomer(state, pieceAround(found, start, end), address, found.text);
  return at === undefined ? [] : [at];
}

// From the word that asks, or the person on the list, before it, to the next of these.
function pieceAround({ text, mentions, part }: Found, start: number, end: number): string {
  const stops = [
    ...part.markers,
    ...mentions.filter(
      ({ roster, fresh, address, start: at }) =>
        at !== start && (roster.length > 0 || fresh.length > 0 || address !== undefined),
    ),
  ];
  const from = Math.max(part.start, ...stops.map((stop) => (stop.end <= start ? stop.end : 0)));
  const to = Math.min(
    part.end,
    ...stops.map((stop) => (stop.start >= end ? stop.start : Infinity)),
  );
  return text
    .slice(from, to)
    .replace(/^[\s,;:]*(?:(?:with|by|par|por|durch|mit|на|and|und|et|y|e|и|to|for)\s)?/iu, '');
}
