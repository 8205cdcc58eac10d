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
  /** Every word of the sentence is known, and nobody is excepted. */
  readonly plain: boolean;
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
    const between = masked.slice(from, to);
    // Before the verb other words may stand: "Alice should soon be removed". Behind it is what it is about.
    if (leadsToNewcomer(between, mention, marker, step)) out.push(mention);
    else if (last === undefined ? step > 0 && !isPrelude(between, marker) : !isFill(between)) break;
    else out.push(mention);
  }
  return step > 0 ? out : out.toReversed();
}

const INTRODUCES = /(?<!\p{L})(?:with|by|par|por|durch|con|com|на)(?!\p{L})/u;

// "… with our new security manager Bob Smith <bob@nic.xa>": whatever he is, he is not on the list.
function leadsToNewcomer(
  between: string,
  { roster, address, stranger }: Mention,
  { kind, text }: Marker,
  step: number,
): boolean {
  if (kind !== 'replace' || step < 0 || roster.length > 0 || address === undefined) return false;
  return stranger !== true && between.length < 80 && INTRODUCES.test(`${text}${between}`);
}

const PRELUDE = new Set(
  (
    'him her them ihn ihm lui elle la le lo from of in on off at is are were has have been be your our their tld-ops mailing list entry entries record records subscription data details following member members user named called account role roles duties ' +
    'position job post function old former previous current existing all both either or now immediately that longer no this next one last ' +
    'de des du depuis suivant suivante ancien ancienne siguiente siguientes anterior antiguo antigua seguinte anterior antigo antiga die der das dem vom aus liste alten bisherigen folgenden ' +
    'aus lista списка контакт контакта контактное лицо коллегу сотрудника من قائمة جهة الاتصال اتصال a à d im am zum ist sind soll'
  ).split(' '),
);

// "Remove from your list Alice", but not "remove the file that Alice sent".
function isPrelude(between: string, { kind }: Marker): boolean {
  if (kind !== 'remove' && kind !== 'replace' && kind !== 'swap') return true;
  if (between.length > 120) return isFill(between);
  return (between.match(/[\p{L}\p{M}-]+/gu) ?? []).every(
    (word) => PRELUDE.has(word) || isFill(word),
  );
}

/** "Alice or Carol": the sender leaves the choice to us. */
export function isChoice({ masked, mentions, part }: Reading & { readonly part: Part }): boolean {
  const named = mentions.filter(
    ({ start, end, roster }) => roster.length > 0 && start >= part.start && end <= part.end,
  );
  return named.some(
    ({ start }, at) => at > 0 && OR.test(masked.slice(named[at - 1]?.end ?? start, start)),
  );
}

/** Behind our own word in capitals, or in the part, is a name that nobody known has: "REMOVE dave", "remove mary jones". */
export function isStrange({ text, masked, mentions, part, marker }: Found): boolean {
  const behind = masked.slice(marker.end, part.end);
  if (
    /^(?:REMOVE|REPLACE)(?!\p{L})/u.test(text) &&
    /\p{L}/u.test(behind) &&
    !isPrelude(behind, marker)
  )
    return true;
  return mentions.some(
    ({ stranger, roster, start, end }) =>
      stranger === true && roster.length === 0 && start >= part.start && end <= part.end,
  );
}

const OR = /(?<!\p{L})(?:or|oder|ou|или|أو)(?!\p{L})|或/u;

export function listed(mentions: readonly Mention[]): number[] {
  return [...new Set(mentions.flatMap(({ roster }) => (roster.length === 1 ? roster : [])))];
}

// "Please remove her", "replaces him", "replace her with …"; but not "remove her old server".
const OBJECT =
  /(?<!\p{L})(?:him|her|ihn|ihm|lui|elle|la|le|его|её|ее)(?=\s*(?:$|[.,;:!]|(?:from|off|with|by|please|and|as|too|immediately|now|asap|until|de|da|par|por|aus|von|durch|из|на|löschen|entfernen|ersetzen)(?!\p{L})))/u;
const SUBJECT = /(?<!\p{L})(?:he|she|who|elle|il|ella|él|ele|ela|er|он|она)(?!\p{L})/u;
const SEVERAL = /(?<!\p{L})(?:them|they|ils|elles|ellos|ellas|eles|elas|их|они)(?!\p{L})/u;
const CLITIC = /^(?:elimin|elimín|bórr|quít|retír)\p{L}{2,4}l[oa]$/u;
const SELF = /(?<!\p{L})(?:me|us|myself|mich|uns|moi|меня|нас)(?!\p{L})/u;
export const SOMEBODY =
  /(?<!\p{L})(?:contacts?|sscs?|persons?|people|colleagues?|somebody|someone|kontakte?|person|personne|contactos?|contatos?|persona|pessoa|контакт\p{L}{0,3})(?!\p{L})|联系人/u;

/** Whether a word such as "her" stands where somebody should be named. */
export function hasPronoun({ masked, part, marker }: Found): boolean {
  return (
    CLITIC.test(marker.text) ||
    SUBJECT.test(masked.slice(part.start, marker.start)) ||
    OBJECT.test(masked.slice(marker.start, part.end)) ||
    SEVERAL.test(masked.slice(part.start, part.end))
  );
}

/** "Alice and Carol have left. Please remove them." asks nothing more. */
export function areGone(state: AskState, found: Found): boolean {
  const them = severalMeant(state, found);
  const gone = new Set(state.gone.map(({ who }) => who));
  return them.length > 0 && them.every((who) => gone.has(who));
}

/** Whom "them" may mean. */
export function severalMeant(
  state: AskState,
  { masked, mentions, part }: Found,
): readonly number[] {
  if (!SEVERAL.test(masked.slice(part.start, part.end))) return [];
  const named = listed(mentions.filter(({ end }) => end <= part.start));
  return named.length > 0 ? named : state.last;
}

/** Who is meant where no name stands: the one named before, the primary, the only one. */
export function implied(state: AskState, found: Found): number | 'which' | undefined {
  const { masked, part, marker, mentions } = found;
  const text = masked.slice(part.start, part.end);
  if (hasPronoun(found)) {
    const named = listed(mentions.filter(({ end }) => end <= part.start));
    const last = named.length > 0 ? named : state.last;
    return last.length === 1 && !SEVERAL.test(text) ? last[0] : 'which';
  }
  const rest = masked.slice(part.start, marker.start) + masked.slice(marker.end, part.end);
  const isPlain = rest.length < 200 && isPrelude(rest, marker);
  const ranks = new Set(
    (text.match(/[\p{L}\p{M}]+/gu) ?? []).slice(0, 60).map((word) => headingWord(word)?.primary),
  );
  const isPrimary = ranks.has(true) ? true : ranks.has(false) ? false : undefined;
  if (isPrimary !== undefined && isPlain) {
    const them = state.roster.flatMap(({ primary }, at) => (primary === isPrimary ? [at] : []));
    return them.length === 1 ? them[0] : 'which';
  }
  if (SOMEBODY.test(text)) return isPlain && state.roster.length === 1 ? 0 : 'which';
  return SELF.test(text) ? 'which' : undefined;
}

/** Whether a word for "primary" stands in a text. */
export function saysPrimary(masked: string): boolean {
  return (masked.match(/[\p{L}\p{M}]+/gu) ?? []).some(
    (word) => headingWord(word)?.primary === true,
  );
}
