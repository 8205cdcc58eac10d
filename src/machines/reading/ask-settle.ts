/** Puts together what was found: who comes in whose place, what contradicts itself, what stays unclear. */

import type { Ask, Unclear } from '../words/ask.ts';
import type { DraftContact } from '../words/contact.ts';
import { changesOf, withoutNamesakes } from './ask-settle-changes.ts';
import { lineOf, pairUp, type Pair, restOf } from './ask-pairs.ts';
import type { Described } from './ask-references.ts';
import { type AskState, unclear } from './ask-state.ts';

interface Settled {
  readonly asks: readonly Ask[];
  readonly unclear: readonly Unclear[];
  readonly contacts: readonly DraftContact[];
}

/** `words` is the text of which the sentences were read: where a person stands in it may tell whose place they take. */
export function settle(state: AskState, described: Described, words: string): Settled {
  askAboutFarewells(state);
  const settled = put(state, described, words);
  const { asks } = settled;
  if (asks.length === 0) return settled;
  if (state.withdrawn !== undefined) {
    unclear(state, 'which-person', state.withdrawn);
    return { ...settled, asks: [] };
  }
  for (const text of state.unread) unclear(state, 'which-person', text);
  return settled;
}

// "Carol has left for a bigger registry. Please remove her." is clear, the first sentence alone is not.
function askAboutFarewells(state: AskState): void {
  const clear = new Set([
    ...state.gone.map(({ who }) => who),
    ...state.replaced.map(({ old }) => old),
  ]);
  for (const { who, text } of state.perhapsGone)
    if (!who.every((each) => clear.has(each))) unclear(state, 'which-person', text);
}

function put(state: AskState, described: Described, words: string): Settled {
  const available = new Set(state.fresh.keys());
  for (const at of state.declined) available.delete(at);
  if (state.noneLeft && available.size > 0) state.all = true;
  else if (state.noneLeft && state.kept.size > 0) unclear(state, 'which-person', '');
  else if (state.noneLeft)
    for (const who of state.roster.keys()) state.gone.push({ who, line: 0, text: '' });
  if (state.all) return replaceAll(state, described);
  const people = withoutNamesakes(state, described);
  takeDetails(state, available, words);
  const pairs = pairUp(state, people, available, words);
  const gone = new Set(state.gone.map(({ who }) => who));
  const added = restOf(state, people, { available, pairs, gone });
  const disputed = disputes(state, pairs, gone);
  const held = new Set([...gone, ...pairs.map(({ who }) => who), ...disputed]);
  const asks: Ask[] = [
    ...replacements(
      state,
      pairs.filter(({ who }) => !disputed.has(who)),
    ),
    ...[...added].flatMap((at) => addOf(state, at)),
    ...removals(state, gone, pairs, disputed),
    ...changesOf(state, people, held),
    ...primaries(state, people, held),
  ];
  return { asks: once(asks), unclear: state.unclear, contacts: contactsOf(state, available) };
}

// One block without a name, below a line that announces the data of one person: theirs.
function takeDetails(state: AskState, available: Set<number>, words: string): void {
  const nameless = [...available].filter(
    (at) => state.fresh[at]?.firstName === undefined && state.fresh[at]?.lastName === undefined,
  );
  const [at] = nameless;
  const [about] = state.details;
  const draft = at === undefined ? undefined : state.fresh[at];
  if (at === undefined || about === undefined || draft === undefined) return;
  if (nameless.length > 1 || state.details.length > 1) return;
  if (lineOf(state, at, words.split('\n')) <= about.line) return;
  const { address, phones } = draft;
  available.delete(at);
  const fields = {
    ...(address !== undefined && { address }),
    ...(phones.length > 0 && { phones }),
  };
  state.changes.push({ who: about.who, fields, text: '' });
}

function contactsOf(state: AskState, available: ReadonlySet<number>): DraftContact[] {
  return state.fresh.flatMap((draft, at) => {
    if (!available.has(at)) return [];
    return [state.freshPrimary.has(at) ? { ...draft, primary: true } : draft];
  });
}

function once(asks: readonly Ask[]): Ask[] {
  const keys = new Set<string>();
  return asks.filter((ask) => {
    const key = JSON.stringify(ask);
    const isNew = !keys.has(key);
    keys.add(key);
    return isNew;
  });
}

function addressOf({ roster }: AskState, who: number) {
  return roster[who]?.address;
}

function addOf({ fresh }: AskState, at: number): Ask[] {
  const contact = fresh[at]?.number;
  return contact === undefined ? [] : [{ kind: 'add', contact }];
}

// Who takes the place of two takes that of the first; the second goes.
function replacements(state: AskState, pairs: readonly Pair[]): Ask[] {
  const used = new Set<number>();
  const seen = new Set<number>();
  return pairs.flatMap(({ who, fresh }): Ask[] => {
    if (seen.has(who)) return [];
    seen.add(who);
    const address = addressOf(state, who);
    const contact = state.fresh[fresh]?.number;
    if (address === undefined || contact === undefined) return [];
    if (used.has(fresh)) return [{ kind: 'remove', who: address }];
    used.add(fresh);
    return [{ kind: 'replace', who: address, contact }];
  });
}

function removals(
  state: AskState,
  gone: ReadonlySet<number>,
  pairs: readonly Pair[],
  disputed: ReadonlySet<number>,
): Ask[] {
  return [...gone].flatMap((at): Ask[] => {
    const who = addressOf(state, at);
    if (who === undefined || disputed.has(at) || pairs.some((pair) => pair.who === at)) return [];
    return [{ kind: 'remove', who }];
  });
}

/** People of whom the mail says two things that can't both be meant. */
function disputes(
  state: AskState,
  pairs: readonly Pair[],
  gone: ReadonlySet<number>,
): ReadonlySet<number> {
  const out = new Set<number>();
  for (const who of state.roster.keys()) {
    const mine = new Set(pairs.filter((pair) => pair.who === who).map(({ fresh }) => fresh));
    const goes = mine.size > 0 || gone.has(who);
    const stays =
      state.kept.has(who) ||
      state.primary.some((each) => each.who === who) ||
      state.changes.some((each) => each.who === who);
    if (mine.size < 2 && !(goes && stays)) continue;
    out.add(who);
    unclear(state, 'which-person', wordsAbout(state, who));
  }
  return out;
}

function wordsAbout(state: AskState, who: number): string {
  const said =
    state.gone.find((each) => each.who === who) ?? state.replaced.find(({ old }) => old === who);
  return said?.text ?? '';
}

function primaries(state: AskState, people: Described, held: ReadonlySet<number>): Ask[] {
  const said = [...new Set(state.primary.map(({ who }) => who))].filter((who) => !held.has(who));
  if (said.length > 1) {
    unclear(state, 'which-person', state.primary.map(({ text }) => text).join(' / '));
    return [];
  }
  // A heading such as "Contact 1 (primary)" above somebody who is so already says nothing new.
  const headed = people.known.flatMap(({ who, draft }) =>
    draft.primary === true && state.roster[who]?.primary === false && !held.has(who) ? [who] : [],
  );
  const [who] =
    said.length > 0 ? said : headed.length === 1 && state.primary.length === 0 ? headed : [];
  const address = who === undefined ? undefined : addressOf(state, who);
  return address === undefined ? [] : [{ kind: 'primary', who: address }];
}

/** The people of the mail are the whole list. Whoever is among them and is to go besides makes it unclear. */
function replaceAll(state: AskState, people: Described): Settled {
  const contacts = [
    ...people.known.map(({ who, draft }) => ({
      ...draft,
      ...(state.primary.some((each) => each.who === who) && { primary: true }),
    })),
    ...contactsOf(state, new Set([...state.fresh.keys()].filter((at) => !state.declined.has(at)))),
  ].toSorted((a, b) => a.number - b.number);
  if (contacts.length === 0) unclear(state, 'replaced-by-whom', '');
  const named = new Set(people.known.map(({ who }) => who));
  const disputed = state.gone.find(({ who }) => named.has(who) && !state.noneLeft);
  if (disputed !== undefined) unclear(state, 'which-person', disputed.text);
  const isClear = contacts.length > 0 && disputed === undefined;
  return { asks: isClear ? [{ kind: 'replace-all' }] : [], unclear: state.unclear, contacts };
}
