/** Who comes in whose place. */

import { comes } from './ask-comes.ts';
import {
  areGone,
  severalMeant,
  type Found,
  implied,
  isChoice,
  listed,
  hasPronoun,
  isStrange,
  saysPrimary,
  SOMEBODY,
} from './ask-found.ts';
import type { Mention } from './ask-mention.ts';
import { FINITE, isFill } from './ask-sentences.ts';
import { type AskState, unclear } from './ask-state.ts';

// "Please send us the complete list" asks for one.
const WANTS =
  /(?<!\p{L})(?:send|sends|see|receive|get|need|want|provide us|share|publish|know|enviar|envíen|envoyer|envoyez|senden|schicken|пришлите)(?!\p{L})/u;

export function readAll(state: AskState, found: Found): void {
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

export function readSwap(state: AskState, found: Found): void {
  const [old, address] = found.after;
  const [who] = old?.roster ?? [];
  // "Change carol@nic.xa to cb@registry.example": of nobody else is anything said.
  const isBare =
    address?.address !== undefined && !/[\s<(]/.test(found.text.slice(address.start, address.end));
  if (
    isBare &&
    found.after.length === 2 &&
    who !== undefined &&
    old?.address !== undefined &&
    !found.negated
  ) {
    const isFree =
      address.roster.length + address.fresh.length === 0 && address.address !== undefined;
    if (isFree) state.changes.push({ who, fields: { address: address.address }, text: found.text });
    if (isFree) return;
  }
  const isSwap = CONNECT_TO.test(found.masked) && found.after.length > 1;
  if (isSwap && listed(found.after).length > 0) readReplace(state, found);
}

const CONNECT_TO = /(?<!\p{L})(?:to|for|with|par|por|para|durch|gegen|zu|на|a)(?!\p{L})/u;

export function readReplace(state: AskState, found: Found): void {
  const { text, part, line, negated, masked } = found;
  const words = text.slice(part.start, part.end);
  const sides = sidesOf(found);
  if (negated) {
    for (const who of listed(sides.old)) state.kept.add(who);
    for (const at of sides.fresh.flatMap((mention) => mention.fresh)) state.declined.add(at);
    return;
  }
  if (isChoice(found) || (!found.plain && hasOld(state, found, sides))) {
    unclear(state, 'which-person', words);
    for (const at of sides.fresh.flatMap((mention) => mention.fresh)) state.open.add(at);
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
  if (old?.length === 0 && isStrange(found)) {
    unclear(state, 'not-on-the-list', words);
    for (const at of fresh) state.open.add(at);
    return;
  }
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

// Other words in the sentence may say that they only share the night shift.
function hasOld(state: AskState, found: Found, { old, fresh }: Sides): boolean {
  if (old.length > 0) return old.some(({ roster }) => roster.length > 0);
  return fresh.length > 0 && (oldOnes(state, found, [])?.length ?? 0) > 0;
}

function oldOnes(state: AskState, found: Found, named: readonly number[]): number[] | undefined {
  if (named.length > 0) return [...named];
  if (areGone(state, found)) return [...severalMeant(state, found)];
  const who = implied(state, found);
  if (who === 'which') return hasPronoun(found) || SOMEBODY.test(found.masked) ? undefined : [];
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

const CONNECT =
  /(?<!\p{L})(?:with|by|to|for|par|por|durch|mit|con|com|на|met|door|gegen)(?!\p{L})|[替更]?换为|换成|→|->|=>/gu;
const PASSIVE =
  /^(?:replaced (?:by|with)|is replaced|be replaced|succeeded by|(?:successor|replacement) (?:is|will be)|(?:remplaçante?|successeur) est|(?:sucesora?|reemplazo) es|(?:sucessora?|substitut[oa]) é|nachfolger(?:in)? ist|преемник|remplacée? par|reemplazad|sustituid|substituíd|ersetzt durch|替换为|更换为|换成)/u;
const INSTEAD =
  /^(?:instead of|in place of|à la place|au lieu|en lugar|en vez|no lugar|em lugar|em vez|ao invés|вместо|на место|بدلا|بدلاً|statt|anstatt|anstelle|al posto|invece|in plaats)/u;

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
            (isFill(masked.slice(end, mention.start)) || mention.roster.length === 0) &&
            mention.start - end < 60,
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
  return byOrder(before, after, FINITE.test(marker.text));
}

// "Bob replaces Alice", "replace Alice: Bob", "Alice ersetzen".
function byOrder(before: readonly Mention[], after: readonly Mention[], isFinite: boolean): Sides {
  if (before.length > 0 && (after.length > 0 || !before.every(isListed))) {
    return !isFinite &&
      before.every(isListed) &&
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

function isListed({ roster }: Mention): boolean {
  return roster.length > 0;
}
