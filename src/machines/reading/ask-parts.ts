/** What one part of a sentence asks about the people in it: who goes, who comes, in whose place. */

import type { Mention } from './ask-people.ts';
import { isNegated } from './ask-guards.ts';
import { newcomer } from './ask-newcomer.ts';
import { isFill, type Marker, type Part } from './ask-sentences.ts';
import { type AskState, unclear } from './ask-state.ts';
import { headingWord } from './label-words.ts';

/** A sentence with what was found in it. */
export interface Reading {
  readonly text: string;
  readonly masked: string;
  readonly line: number;
  readonly mentions: readonly Mention[];
}

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

interface Found extends Reading {
  readonly part: Part;
  readonly marker: Marker;
  readonly negated: boolean;
  /** The people before and behind the word, with nothing but small words between them. */
  readonly before: readonly Mention[];
  readonly after: readonly Mention[];
}

const READERS: Record<(typeof ORDER)[number], (state: AskState, found: Found) => void> = {
  'none-left': (state, { negated }) => {
    if (!negated) state.noneLeft = true;
  },
  all: readAll,
  replace: readReplace,
  swap: readSwap,
  remove: (state, found) => readGone(state, found, true),
  left: (state, found) => readGone(state, found, false),
  keep: (state, { before, after, negated }) => {
    if (!negated) for (const who of listed([...before, ...after])) state.kept.add(who);
  },
  add: readAdd,
  new: (state, found) => {
    for (const mention of found.after) comes(state, found, mention);
  },
};

function chain(reading: Reading, part: Part, marker: Marker, step: 1 | -1): Mention[] {
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

function listed(mentions: readonly Mention[]): number[] {
  return [...new Set(mentions.flatMap(({ roster }) => (roster.length === 1 ? roster : [])))];
}

const PRONOUN =
  /(?<!\p{L})(?:him|her|them|he|she|they|who|ihn|ihm|lui|elle|ella|él|ele|ela|его|её|ее|их)(?!\p{L})/u;
const SELF = /(?<!\p{L})(?:me|us|myself|mich|uns|moi|меня|нас)(?!\p{L})/u;
const SOMEBODY =
  /(?<!\p{L})(?:contacts?|sscs?|persons?|people|colleagues?|one|somebody|someone|kontakte?|person|personne|contactos?|contatos?|persona|pessoa|контакт\p{L}{0,3})(?!\p{L})|联系人/u;

/** Who is meant where no name stands: the one of the sentence before, the primary, the only one. */
function implied(state: AskState, { masked, part, mentions }: Found): number | 'which' | undefined {
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

function readGone(state: AskState, found: Found, isAsked: boolean): void {
  const { text, masked, part, marker, negated, line } = found;
  const words = text.slice(part.start, part.end);
  // "No longer primary" is no farewell.
  if (!isAsked && saysPrimary(masked.slice(part.start, part.end))) return;
  const [near, far] = isAsked ? [found.after, found.before] : [found.before, found.after];
  const people = near.length > 0 ? near : far;
  if (negated) {
    for (const who of listed(people)) state.kept.add(who);
    return;
  }
  for (const { roster, address, fresh, stranger, isNumber } of people) {
    const [who] = roster;
    if (roster.length > 1 || (who !== undefined && stranger === true))
      unclear(state, 'which-person', words);
    else if (who !== undefined) state.gone.push({ who, line, text: words });
    else if (address !== undefined || fresh.length > 0 || stranger === true || isNumber === true)
      unclear(state, 'not-on-the-list', words);
  }
  if (people.length > 0) return;
  if (/[:：]\s*$/u.test(text) || /^[:：]/u.test(masked.slice(part.end))) {
    state.heading = isAsked ? 'remove' : 'left';
    return;
  }
  const outside = masked.slice(part.start, marker.start) + masked.slice(marker.end, part.end);
  if (isAsked && outside.trim() === '' && masked.trim().length < 30) {
    state.heading = 'remove';
    return;
  }
  const who = subjectOf(found) ?? implied(state, found);
  if (hasName(text, masked, found)) unclear(state, 'not-on-the-list', words);
  else if (typeof who === 'number') state.gone.push({ who, line, text: words });
  else if (who === 'which' && isAsked) unclear(state, 'which-person', words);
}

// "Alice has a new role and will not be our contact any more."
function subjectOf({ masked, part, marker, mentions }: Found): number | undefined {
  const between = masked.slice(part.start, marker.start).trim();
  if (
    marker.kind !== 'left' ||
    !/^(?:(?:will|does|do|is|has|wird|ist|hat|est|es|é) ?)*$/u.test(between)
  )
    return undefined;
  const named = listed(mentions.filter(({ end }) => end <= part.start));
  return named.length === 1 ? named[0] : undefined;
}

// A name of nobody known right beside the word: "remove Dave Green", "Dave Green has left".
function hasName(text: string, masked: string, { part, marker }: Found): boolean {
  const behind = text.slice(marker.end, part.end);
  const ahead = text.slice(part.start, marker.start);
  if (
    /^(?: our| the| my| mr\.?| ms\.?| mrs\.?| dr\.?| contact| colleague){0,3} \p{Lu}\p{Ll}/iu.test(
      behind,
    )
  ) {
    const word =
      /^(?: (?:our|the|my|mr\.?|ms\.?|mrs\.?|dr\.?|contact|colleague)){0,3} (\p{Lu}\p{Ll}[\p{L}\p{M}]+)/u.exec(
        behind,
      )?.[1];
    if (word !== undefined && !isFill(word.toLowerCase()) && masked.includes(word.toLowerCase()))
      return true;
  }
  return /(?:^|\s)\p{Lu}\p{Ll}[\p{L}\p{M}]{1,30} \p{Lu}\p{Ll}[\p{L}\p{M}]{1,30} $/u.test(
    ahead.slice(-70),
  );
}

/** Whether a word for "primary" stands in a text. */
export function saysPrimary(masked: string): boolean {
  return (masked.match(/[\p{L}\p{M}]+/gu) ?? []).some(
    (word) => headingWord(word)?.primary === true,
  );
}

// "Please send us the complete list" asks for one.
const WANTS =
  /(?<!\p{L})(?:send|sends|see|receive|get|need|want|provide us|share|publish|know|enviar|envíen|envoyer|envoyez|senden|schicken|пришлите)(?!\p{L})/u;

function readAll(state: AskState, found: Found): void {
  const { negated, masked, before, after, marker } = found;
  if (negated || WANTS.test(masked)) return;
  // "Replace both contacts Alice and Carol" names them.
  if (listed([...before, ...after]).length > 0 && marker.text.startsWith('replace')) {
    readReplace(state, found);
    return;
  }
  if (/^ (?:occurrences|other|words|instances|the (?:text|words))/u.test(masked.slice(marker.end)))
    return;
  state.all = true;
}

function readAdd(state: AskState, found: Found): void {
  const { before, after, negated, masked, part, marker } = found;
  const people = after.length > 0 ? after : before;
  const fresh = people.flatMap((mention) => comes(state, found, mention));
  for (const at of fresh) (negated ? state.declined : state.added).add(at);
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
function comes(
  state: AskState,
  found: Found,
  { start, end, fresh, roster, address }: Mention,
): number[] {
  if (fresh.length > 0) return [...fresh.slice(0, 1)];
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

const CONNECT =
  /(?<!\p{L})(?:with|by|to|for|par|por|durch|mit|con|com|на|met|door|gegen)(?!\p{L})|[替更]?换为|换成|→|->|=>/gu;
const PASSIVE =
  /^(?:replaced (?:by|with)|is replaced|be replaced|succeeded by|(?:successor|replacement) (?:is|will be)|(?:remplaçante?|successeur) est|(?:sucesora?|reemplazo) es|(?:sucessora?|substitut[oa]) é|nachfolger(?:in)? ist|преемник|remplacée? par|reemplazad|sustituid|substituíd|ersetzt durch|替换为|更换为|换成)/u;
const INSTEAD =
  /^(?:instead of|in place of|à la place|au lieu|en lugar|en vez|no lugar|em lugar|em vez|ao invés|вместо|на место|بدلا|بدلاً|statt|anstatt|anstelle|al posto|invece|in plaats)/u;

function readSwap(state: AskState, found: Found): void {
  const isSwap = CONNECT_TO.test(found.masked) && found.after.length > 1;
  if (isSwap && listed(found.after).length > 0) readReplace(state, found);
}

const CONNECT_TO = /(?<!\p{L})(?:to|for|with|par|por|para|durch|gegen|zu|на|a)(?!\p{L})/u;

function readReplace(state: AskState, found: Found): void {
  const { text, part, line, negated, masked } = found;
  const words = text.slice(part.start, part.end);
  const sides = sidesOf(found);
  if (negated) {
    for (const who of listed(sides.old)) state.kept.add(who);
    for (const at of sides.fresh.flatMap((mention) => mention.fresh)) state.declined.add(at);
    return;
  }
  const bad = sides.old.find(({ roster, stranger }) => roster.length !== 1 || stranger === true);
  if (bad !== undefined) {
    unclear(state, bad.roster.length > 0 ? 'which-person' : 'not-on-the-list', words);
    for (const at of sides.fresh.flatMap((mention) => comes(state, found, mention)))
      state.open.add(at);
    return;
  }
  const inherits = sides.fresh.filter(({ roster }) => roster.length > 0);
  const fresh = [...new Set(sides.fresh.flatMap((mention) => comes(state, found, mention)))];
  const old = oldOnes(state, found, listed(sides.old));
  if (old === undefined) {
    unclear(state, 'which-person', words);
    return;
  }
  if (inherits.length > 0 && saysPrimary(masked) && fresh.length === 0) {
    for (const who of listed(inherits)) state.primary.push({ who, text: words });
    return;
  }
  if (fresh.length > 0 && saysPrimary(masked.slice(part.start, part.end)))
    for (const at of fresh.slice(0, 1)) state.freshPrimary.add(at);
  pair(state, old, fresh, {
    line,
    text: words,
    byListed: inherits.length > 0 && fresh.length === 0,
  });
}

function oldOnes(state: AskState, found: Found, named: readonly number[]): number[] | undefined {
  if (named.length > 0) return [...named];
  const who = implied(state, found);
  if (who === 'which')
    return PRONOUN.test(found.masked) || SOMEBODY.test(found.masked) ? undefined : [];
  return who === undefined ? [] : [who];
}

/** The first newcomer comes in the place of the first who goes; who is primary first, when there are fewer newcomers. */
function pair(
  state: AskState,
  old: readonly number[],
  fresh: readonly number[],
  about: { readonly line: number; readonly text: string; readonly byListed: boolean },
): void {
  const few = fresh.length > 0 && fresh.length < old.length;
  const going = few
    ? old.toSorted(
        (a, b) =>
          Number(state.roster[b]?.primary === true) - Number(state.roster[a]?.primary === true),
      )
    : old;
  if (going.length === 0) state.replaced.push({ ...about, old: undefined, fresh: fresh[0] });
  for (const [at, who] of going.entries()) {
    if (few && at >= fresh.length) state.gone.push({ who, line: about.line, text: about.text });
    else state.replaced.push({ ...about, old: who, fresh: fresh[at] });
  }
  if (going.length > 0) for (const at of fresh.slice(going.length)) state.added.add(at);
}

// "Alice has been replaced", but "Bob replaced Alice".
function isPassive({ masked, marker }: Found): boolean {
  return (
    /^(?:replaced|remplacée?)$/.test(marker.text) &&
    /(?<!\p{L})(?:is|are|was|were|be|been|being|est|été) $/u.test(
      masked.slice(Math.max(0, marker.start - 8), marker.start),
    )
  );
}

interface Sides {
  readonly old: readonly Mention[];
  readonly fresh: readonly Mention[];
}

function sidesOf(found: Found): Sides {
  const { before, after, marker, masked, part } = found;
  if (INSTEAD.test(marker.text)) {
    return before.length > 0 || after.length < 2
      ? { old: after, fresh: before }
      : { old: after.slice(0, 1), fresh: after.slice(1) };
  }
  if (PASSIVE.test(marker.text) || isPassive(found)) return { old: before, fresh: after };
  const all = [...before, ...after];
  const connector = [...masked.slice(part.start, part.end).matchAll(CONNECT)]
    .map(({ 0: word, index }) => ({
      start: part.start + index,
      end: part.start + index + word.length,
    }))
    .find(
      ({ start, end }) =>
        all.some(
          (mention) =>
            mention.start >= end &&
            isFill(masked.slice(end, mention.start)) &&
            mention.start - end < 30,
        ) &&
        (start > marker.end || all.some((mention) => mention.end <= start)) &&
        !(start >= marker.start && start < marker.end),
    );
  if (connector !== undefined) {
    return {
      old: all.filter(({ start }) => start < connector.start),
      fresh: all.filter(({ start }) => start >= connector.end),
    };
  }
  return byOrder(before, after);
}

// "Bob replaces Alice", "replace Alice: Bob", "Alice ersetzen".
function byOrder(before: readonly Mention[], after: readonly Mention[]): Sides {
  const isListed = ({ roster }: Mention): boolean => roster.length > 0;
  if (before.length > 0 && (after.length > 0 || !before.every(isListed))) {
    return before.every(isListed) &&
      after.length > 0 &&
      !after.some(isListed) &&
      after.every(({ stranger }) => stranger !== true)
      ? { old: before, fresh: after }
      : { old: after, fresh: before };
  }
  if (before.length > 0) return { old: before, fresh: [] };
  return after.some(isListed)
    ? { old: after.filter(isListed), fresh: after.filter((mention) => !isListed(mention)) }
    : { old: after, fresh: [] };
}
