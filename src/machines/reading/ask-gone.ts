/** Who is to go, or is said to have left. */

import {
  areGone,
  type Found,
  hasPronoun,
  implied,
  isChoice,
  isStrange,
  listed,
  saysPrimary,
} from './ask-found.ts';
import { isEverybody } from './ask-doubt.ts';
import type { Mention } from './ask-mention.ts';
import { isFill } from './ask-sentences.ts';
import { type AskState, unclear } from './ask-state.ts';

export function readGone(state: AskState, found: Found, isAsked: boolean): void {
  const { text, masked, part, marker, negated, line } = found;
  const words = text.slice(part.start, part.end);
  // "No longer primary" is no farewell.
  if (!isAsked && saysPrimary(masked.slice(part.start, part.end))) return;
  const [near, far] = isAsked ? [found.after, found.before] : [found.before, found.after];
  if (!isAsked && !isFarewell(found)) return;
  const people = near.length > 0 ? near : mayStandThere(found, isAsked) ? far : [];
  if (negated) {
    for (const who of listed(people)) state.kept.add(who);
    return;
  }
  if (isAsked && OFF_ANOTHER.test(masked.slice(marker.end, part.end))) return;
  if (!isAsked && !found.plain && listed(people).length > 0 && !isChoice(found)) {
    state.perhapsGone.push({ who: listed(people), text: words });
    return;
  }
  if (isChoice(found) || (!found.plain && people.some(isSomeone))) {
    unclear(state, 'which-person', words);
    return;
  }
  for (const { roster, address, fresh, stranger, isNumber, end } of people) {
    const [who] = roster;
    if (
      roster.length > 1 ||
      isOwner(masked.slice(end, end + 40)) ||
      (who !== undefined && stranger === true)
    )
      unclear(state, 'which-person', words);
    else if (who !== undefined) state.gone.push({ who, line, text: words });
    else if (address !== undefined || fresh.length > 0 || stranger === true || isNumber === true)
      unclear(state, 'not-on-the-list', words);
  }
  if (people.length > 0) return;
  if (hasName(text, masked, found)) {
    unclear(state, 'not-on-the-list', words);
    return;
  }
  const below = masked.slice(part.end);
  if (/[:：]\s*$/u.test(text) || (/^[:：]/u.test(below) && isFill(below))) {
    state.heading = isAsked ? 'remove' : 'left';
    return;
  }
  const outside = masked.slice(0, marker.start) + masked.slice(marker.end);
  if (isAsked && isFill(outside) && !/\d/.test(outside) && masked.trim().length < 30) {
    // "He has left. Please delete."
    if (!isSaid(state)) state.heading = 'remove';
    return;
  }
  const who =
    subjectOf(found) ?? (isAsked || hasPronoun(found) ? implied(state, found) : undefined);
  if (isAsked && isStrange(found)) unclear(state, 'not-on-the-list', words);
  else if (typeof who === 'number' && found.plain) state.gone.push({ who, line, text: words });
  else if (isOpen(state, who) || isVague(state, found, who, isAsked))
    unclear(state, 'which-person', words);
}

function isSaid({ last, gone }: AskState): boolean {
  return last.length > 0 && last.every((who) => gone.some((each) => each.who === who));
}

function isOpen({ gone }: AskState, who: number | 'which' | undefined): boolean {
  return typeof who === 'number' && !gone.some((each) => each.who === who);
}

function isSomeone({ roster, isNumber }: Mention): boolean {
  return roster.length > 0 || isNumber === true;
}

// "Remove her", "the rest", "2-3": somebody is meant, and it can't be told who.
function isVague(
  state: AskState,
  found: Found,
  who: number | 'which' | undefined,
  isAsked: boolean,
): boolean {
  const { masked, part, marker } = found;
  const words = masked.slice(part.start, part.end);
  if (areGone(state, found)) return false;
  if (isAsked && (who === 'which' || /^ ?#?\d/u.test(masked.slice(marker.end, part.end))))
    return true;
  return isEverybody(words) && (!isAsked || words.length < 60);
}

const NOUN = /(?:contact|colleague|contat|contacto|kontakt|контакт)/u;
const IS_A =
  /^[ ,]*(?:(?:is|are|was|were|our|the|an?|one|of|now|est|notre|es|nuestr[oa]|é|noss[oa]|ist|unsere?r?) ?)*$/u;

// "Alice is our former contact", but not "Alice's former colleague"; "has retired", but not "has retired the old key".
function isFarewell({ marker, masked, part, before }: Found): boolean {
  const behind = masked.slice(marker.end, part.end);
  if (/(?:retired|resigned)$/u.test(marker.text))
    return !/^ (?:the|an?|our|his|her|its|this|that|all|some|two)(?!\p{L})/u.test(behind);
  const last = before.at(-1);
  return (
    !NOUN.test(marker.text) || last === undefined || IS_A.test(masked.slice(last.end, marker.start))
  );
}

// "Alice from the Cc" stays on the list.
const OFF_ANOTHER =
  /(?:from|off|in) (?:the |your |our |this )?(?:cc|bcc|copy|footer|signature|website|web site|wiki|whois|meeting|invitation|thread|conversation)(?!\p{L})/u;

// Who left stands before it, but for "our former contact Alice", and for languages that put the verb first.
function mayStandThere(found: Found, isAsked: boolean): boolean {
  if (isAsked) return endsWithVerb(found);
  const { marker, text, masked, after } = found;
  const [first] = after;
  if (NOUN.test(marker.text))
    return first !== undefined && isFill(masked.slice(marker.end, first.start));
  return (
    first !== undefined &&
    masked.slice(marker.end, first.start).trim() === '' &&
    /(?:^|[.,;:!]) ?$/u.test(text.slice(0, marker.start))
  );
}

const PASSIVE = /^(?:be | ?(?:removed|deleted|unsubscribed)$|entfernt werden)/u;
const MODAL =
  /(?<!\p{L})(?:can|will|shall|may|to|must|should|could|would|kann|wird|soll|peut|va|puede|pode|может)(?!\p{L})/u;
const LISTS =
  /^\s*(?:(?:from|off|de|da|do|aus|von|из|la|der|the|your|our|this|mailing|tld-ops|list|lista|liste|списка|please|bitte|s'il vous plaît|por favor|immediately|asap|now|and|,) ?)*[.!:;]?\s*$/u;

// "Bitte Alice löschen", "Alice: remove", "Alice should be removed"; but not "Alice will remove the server".
function endsWithVerb({ masked, part, marker, before }: Found): boolean {
  if (PASSIVE.test(marker.text)) return true;
  const last = before.at(-1);
  if (last === undefined || !LISTS.test(masked.slice(marker.end, part.end))) return false;
  return !MODAL.test(masked.slice(last.end, marker.start));
}

// "Alice's colleague" is somebody else; "Alice's entry" is hers.
function isOwner(behind: string): boolean {
  const word = /^'s? (?:\p{L}+ ){0,1}(\p{L}+)/u.exec(behind)?.[0];
  return (
    word !== undefined &&
    /(?:colleague|boss|assistant|deputy|team|manager|successor|predecessor|replacement|secretary|friend|staff|phone|number)/u.test(
      word,
    )
  );
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
