/**
 * Reads what an Admin Contact asks to change in the contacts of a ccTLD that has some (design 8.4a, 8.5):
 * who is new, whom they replace, who goes, whose data are other, who is primary.
 */

import type { Ask, Unclear } from '../words/ask.ts';
import type { RosterEntry } from '../words/case.ts';
import type { Cctld } from '../words/cctld.ts';
import type { DraftContact } from '../words/contact.ts';
import { readChange, saysNewAddress } from './ask-changes.ts';
import {
  isExcepting,
  isSecondThought,
  isWithdrawal,
  mayAskMore,
  ownSentences,
} from './ask-doubt.ts';
import { isHypothetical, isNegated } from './ask-guards.ts';
import { isFormLine } from './data-line.ts';
import { findMentions } from './ask-people.ts';
import { type Reading, saysPrimary } from './ask-found.ts';
import { readPart } from './ask-parts.ts';
import { isPlain } from './ask-plain.ts';
import { readPrimary } from './ask-primary.ts';
import { tellApart } from './ask-references.ts';
import {
  hasMarker,
  isFill,
  markersOf,
  type Marker,
  mask,
  partsOf,
  type Sentence,
  sentencesOf,
} from './ask-sentences.ts';
import { findNamedCctlds } from './named-cctlds.ts';
import { settle } from './ask-settle.ts';
import { type AskState, newState, unclear } from './ask-state.ts';

export interface RosterAsks {
  readonly asks: readonly Ask[];
  readonly unclear: readonly Unclear[];
  /**
   * The newcomers: of the drafts, and of the sentences that ask ("replace Alice with Bob Smith <bob@…>"),
   * which have the source `prose`. Beside a `replace-all` all whom the mail describes, for they are the
   * whole list; otherwise references to people on the list are not among them.
   */
  readonly contacts: readonly DraftContact[];
}

interface AskingMail {
  /** The sender's own words, the lines of a filled form among them. */
  readonly text: string;
  /** The people whom the readers of forms, prose and cards found. */
  readonly drafts: readonly DraftContact[];
  /** Who is on the list for this ccTLD now, in the order in which our letters number them. */
  readonly roster: readonly RosterEntry[];
  readonly cctld: Cctld;
}

const MOST_TEXT = 20_000;
const MOST_PEOPLE = 20;

/** Reads the mail. Linear, never throws; in doubt nothing is asked, and what is unclear is named. */
export function readRosterAsks({ text, drafts, roster, cctld }: AskingMail): RosterAsks {
  const listed = roster.slice(0, MOST_PEOPLE);
  const described = drafts.filter(isSomebody).slice(0, MOST_PEOPLE);
  const people = tellApart(described, listed);
  const state = newState(listed, people.fresh, cctld);
  for (const { who } of people.known) state.described.add(who);
  for (const { firstName, lastName } of people.doubtful)
    unclear(state, 'which-person', `${firstName ?? ''} ${lastName ?? ''}`);
  const words = text.slice(0, MOST_TEXT);
  const sentences = sentencesOf(words);
  const own = ownSentences(sentences);
  for (const [at, sentence] of sentences.slice(0, own).entries()) {
    readSentence(state, sentence, sentences.slice(at + 1, at + 4));
  }
  endHeading(state);
  noteForeign(state, sentences.slice(own));
  return settle(state, people, words);
}

// "Contact 2: remove" describes nobody called so.
function isSomebody({ firstName, lastName, address, rawAddress, phones }: DraftContact): boolean {
  if (address !== undefined || rawAddress !== undefined || phones.length > 0) return true;
  return !hasMarker(`${firstName ?? ''} ${lastName ?? ''}`.toLowerCase());
}

function readSentence(state: AskState, sentence: Sentence, below: readonly Sentence[]): void {
  const { text, line } = sentence;
  const mentions = findMentions(text, state.people);
  const masked = mask(text, mentions);
  const markers = markersOf(masked);
  const seen = { text, masked, line, mentions, plain: true };
  const reading: Reading = { ...seen, plain: !isExcepting(masked) && isPlain(seen, markers) };
  if (markers.length === 0 && readBelowHeading(state, reading)) return;
  endHeading(state);
  if (takesBack(reading, markers)) state.withdrawn ??= text;
  // "Contact 1 (primary)" and "Contact 2 phone:" are numbers of the form, not of the list.
  if (markers.length === 0 && isFormLine(text) && !/^primary(?!\p{L})/iu.test(text)) return;
  if (isHypothetical(masked) || isElsewhere(state, text)) return;
  readPrimary(state, reading);
  if (saysNewAddress(masked)) state.saysNewAddress = true;
  const lines = below.map((each) => each.text);
  const known = weight(state);
  if (!readChange(state, reading, markers, lines)) {
    for (const part of partsOf(masked, mentions)) {
      const named = findNamedCctlds('', text.slice(part.start, part.end));
      if (named.length === 0 || named.includes(state.cctld)) readPart(state, reading, part);
    }
  }
  noteDetails(state, reading, markers.length);
  noteUnread(state, reading, { markers, isRead: weight(state) !== known });
  const named = new Set(mentions.flatMap(({ roster }) => roster));
  const hasFresh = mentions.some(({ fresh }) => fresh.length > 0);
  if (named.size > 0 || hasFresh) {
    state.last = [...named];
    state.lastFresh = hasFresh;
  }
}

// "FYI, see below": what somebody else asked is shown, and it is not said whether the sender wants it.
function noteForeign(state: AskState, [head, ...shown]: readonly Sentence[]): void {
  if (head === undefined || /tld-?ops/iu.test(head.text) || weight(state) > 0) return;
  const asking = shown.find(({ text }) => {
    const mentions = findMentions(text, state.people);
    const isListed = mentions.some(({ roster }) => roster.length > 0);
    return isListed && markersOf(mask(text, mentions)).length > 0;
  });
  if (asking !== undefined) unclear(state, 'which-person', asking.text);
}

// How much was read so far.
function weight(state: AskState): number {
  const { gone, replaced, primary, changes, details, perhapsGone, unclear: asked } = state;
  const lists = [gone, replaced, primary, changes, details, perhapsGone, asked];
  const sets = [state.added, state.declined, state.kept, state.freshPrimary];
  return (
    lists.reduce((sum, { length }) => sum + length, 0) +
    sets.reduce((sum, { size }) => sum + size, 0) +
    Number(state.all) +
    Number(state.noneLeft) +
    Number(state.addsAll)
  );
}

// Beside something that is asked, half of a request is never left out in silence.
function noteUnread(
  state: AskState,
  { text, masked, mentions }: Reading,
  { markers, isRead }: { readonly markers: readonly Marker[]; readonly isRead: boolean },
): void {
  const acts = markers.some(({ kind }) => kind !== 'keep' && kind !== 'new');
  if (isRead ? !markers.some(({ kind }) => GOING.has(kind)) : !acts && !mayAskMore(masked)) return;
  if (saysPrimary(masked) || findNamedCctlds('', text).some((named) => named !== state.cctld))
    return;
  const read = readPeople(state);
  const left = mentions.some(({ roster, isNumber, start, end }) => {
    const [who] = roster;
    if (who === undefined) return isNumber === true && !isRead;
    return !read.has(who) && !isBeside(masked, start, end);
  });
  if (left && (isRead || !isNegated(masked))) state.unread.push(text);
}

const GOING: ReadonlySet<string> = new Set(['remove', 'left', 'replace', 'swap']);

function readPeople(state: AskState): ReadonlySet<number | undefined> {
  return new Set([
    ...state.kept,
    ...[...state.gone, ...state.primary, ...state.changes].map(({ who }) => who),
    ...state.replaced.map(({ old }) => old),
  ]);
}

// "Alice, please remove Carol", "as requested by Alice", "not Alice".
function isBeside(masked: string, start: number, end: number): boolean {
  if (start < 3 && /^[,:]/u.test(masked.slice(end))) return true;
  const before = masked.slice(Math.max(0, start - 12), start);
  return (
    /(?<!\p{L})(?:by|from|with|as|nor|neither|not|nicht|pas|no|não|не) $/u.test(before) ||
    isNegated(masked.slice(end, end + 14))
  );
}

function takesBack(
  { text, masked, mentions, plain }: Reading,
  markers: readonly Marker[],
): boolean {
  if (isWithdrawal(text)) return true;
  const isBare = markers.every(({ kind }) => kind === 'keep') && (mentions.length === 0 || !plain);
  return isBare && isSecondThought(masked);
}

const DETAILS =
  /(?<!\p{L})(?:details?|data|information|entry|record|coordonnées|données|datos|dados|данные|daten|angaben)(?!\p{L})[^.]{0,40}:$/u;

// "Please update Carol's details:", with an address and a phone below that have no name.
function noteDetails(state: AskState, { masked, mentions, line }: Reading, markers: number): void {
  const named = new Set(mentions.flatMap(({ roster }) => roster));
  const [who] = named;
  if (who !== undefined && named.size === 1 && markers === 0 && DETAILS.test(masked.trim()))
    state.details.push({ who, line });
}

// "Remove Alice from .xb" says nothing about her at .xa; nor does what stands below a line ".xb:".
function isElsewhere(state: AskState, text: string): boolean {
  const named = findNamedCctlds('', text);
  const isHere = named.includes(state.cctld);
  if (/^(?:(?:for|cctld|domain)?[:\s]{0,3})\.[\p{L}\p{N}-]{2,63}\s?[:.]?$/iu.test(text))
    state.elsewhere = !isHere;
  return named.length > 0 ? !isHere : state.elsewhere;
}

// "Please remove:", and the people on the lines below.
function readBelowHeading(state: AskState, { masked, mentions, text, line }: Reading): boolean {
  const { heading } = state;
  if (heading === undefined || !isFill(masked)) return false;
  for (const { roster, address, stranger, fresh } of mentions) {
    const [who] = roster;
    if (roster.length > 1 || (who !== undefined && stranger === true))
      unclear(state, 'which-person', text);
    else if (who !== undefined) state.gone.push({ who, line, text });
    else if (fresh.length === 0 && (address !== undefined || stranger === true))
      unclear(state, 'not-on-the-list', text);
    state.headed = true;
  }
  return true;
}

// Nobody known stood below it.
function endHeading(state: AskState): void {
  if (state.heading === 'remove' && !state.headed) unclear(state, 'which-person', '');
  state.heading = undefined;
  state.headed = false;
}
