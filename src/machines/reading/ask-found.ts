/** A part of a sentence with the word that asks and the people around it, and who is meant where none is named. */

import type { Mention } from './ask-mention.ts';
import { isFill, type Marker, type Part } from './ask-sentences.ts';
import type { AskState } from './ask-state.ts';
import { headingWord } from './label-words.ts';

/** A sentence with what was found in it. */
export interface Reading {
  readonly text: string;
  readonly masked: string;
  readonly line: number;
  readonly mentions: readonly Mention[];
}

export interface Found extends Reading {
  readonly part: Part;
  readonly marker: Marker;
  readonly negated: boolean;
  /** The people before and behind the word, with nothing but small words between them. */
  readonly before: readonly Mention[];
  readonly after: readonly Mention[];
}

export function chain(reading: Reading, part: Part, marker: Marker, step: 1 | -1): Mention[] {
  const { mentions, masked } = reading;
  const side = mentions.filter(({ start, end }) =>
    step > 0 ? start >= marker.end && end <= part.end : end <= marker.start && start >= part.start,
  );
  const ordered = step > 0 ? side : side.toReversed();
  const out: Mention[] = [];
  for (const mention of ordered) {
    const last = out.at(-1);
    const [from, to] =
      step > 0
        ? [last?.end ?? marker.end, mention.start]
        : [mention.end, last?.start ?? marker.start];
    // Up to the first one other words may stand: "remove from your list Alice", "Alice should be removed".
    if (last !== undefined && !isFill(masked.slice(from, to))) break;
    out.push(mention);
  }
  return step > 0 ? out : out.toReversed();
}

export function listed(mentions: readonly Mention[]): number[] {
  return [...new Set(mentions.flatMap(({ roster }) => (roster.length === 1 ? roster : [])))];
}

export const PRONOUN =
  /(?<!\p{L})(?:him|her|them|he|she|they|who|ihn|ihm|lui|elle|ella|él|ele|ela|его|её|ее|их)(?!\p{L})/u;
const SELF = /(?<!\p{L})(?:me|us|myself|mich|uns|moi|меня|нас)(?!\p{L})/u;
export const SOMEBODY =
  /(?<!\p{L})(?:contacts?|sscs?|persons?|people|colleagues?|one|somebody|someone|kontakte?|person|personne|contactos?|contatos?|persona|pessoa|контакт\p{L}{0,3})(?!\p{L})|联系人/u;

/** Who is meant where no name stands: the one of the sentence before, the primary, the only one. */
export function implied(
  state: AskState,
  { masked, part, mentions }: Found,
): number | 'which' | undefined {
  const text = masked.slice(part.start, part.end);
  if (PRONOUN.test(text)) {
    const named = listed(mentions.filter(({ end }) => end <= part.start));
    const last = named.length > 0 ? named : state.last;
    return last.length === 1 ? last[0] : 'which';
  }
  const ranks = new Set(
    (text.match(/[\p{L}\p{M}]+/gu) ?? []).slice(0, 60).map((word) => headingWord(word)?.primary),
  );
  const isPrimary = ranks.has(true) ? true : ranks.has(false) ? false : undefined;
  if (isPrimary !== undefined) {
    const them = state.roster.flatMap(({ primary }, at) => (primary === isPrimary ? [at] : []));
    return them.length === 1 ? them[0] : 'which';
  }
  if (SOMEBODY.test(text)) return state.roster.length === 1 ? 0 : 'which';
  return SELF.test(text) ? 'which' : undefined;
}

/** Whether a word for "primary" stands in a text. */
export function saysPrimary(masked: string): boolean {
  return (masked.match(/[\p{L}\p{M}]+/gu) ?? []).some(
    (word) => headingWord(word)?.primary === true,
  );
}
