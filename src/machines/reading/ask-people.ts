/** Finds the people of a list, and those whom the mail describes, in a sentence: by address, name or number. */

import type { RosterEntry } from '../words/case.ts';
import type { DraftContact } from '../words/contact.ts';
import type { Mention, People, Person } from './ask-mention.ts';
import { byNumber } from './ask-numbers.ts';
import { findAtoms, type Atom } from './atoms.ts';
import { foldName } from './function-words.ts';
import { isParticle, isTitle, STOP_WORDS } from './name-words.ts';
import { isAlsoWord, isFreeWord } from './ask-free-words.ts';

export function peopleOf(roster: readonly RosterEntry[], fresh: readonly DraftContact[]): People {
  const all = [
    ...roster.map((entry, at) => personOf(entry, at, false)),
    ...fresh.map((draft, at) => personOf(draft, at, true)),
  ];
  const byWord = new Map<string, Person[]>();
  for (const person of all) {
    for (const key of new Set([...person.first, ...person.last].flatMap(keysOf))) {
      const known = byWord.get(key) ?? [];
      if (known.length < 40) byWord.set(key, [...known, person]);
    }
  }
  return { roster, fresh, byWord, all };
}

function personOf(
  { firstName = '', lastName = '' }: { firstName?: string; lastName?: string },
  at: number,
  fresh: boolean,
): Person {
  const [first, last] = [firstName, lastName].map((name) => name.replace(/\s/g, ''));
  const whole = CJK.test(`${first}${last}`) ? [`${last}${first}`, `${first}${last}`] : [];
  return {
    at,
    fresh,
    first: new Set(foldName(firstName)),
    last: new Set(foldName(lastName)),
    whole: whole.filter((name) => name.length >= 2 && name.length <= 20),
  };
}

const CJK = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2,}$/u;
const CYRILLIC = /^\p{Script=Cyrillic}{4,}$/u;

// Russian and Ukrainian bend names: Петров, Петрова, Петровым; compared without the ending as well.
function keysOf(word: string): string[] {
  if (!CYRILLIC.test(word)) return [word];
  const stem = word.replace(/[аяуюеиыоь]{1,3}(?:м|ми|х|го|му)?[иуаое]?$/u, '');
  return stem.length >= 3 && stem !== word ? [word, stem] : [word];
}

interface Word {
  readonly text: string;
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** All mentions of a sentence, in order; none overlap. */
export function findMentions(text: string, people: People): Mention[] {
  const atoms = findAtoms(text);
  const addressed = atoms
    .filter(({ kind }) => kind === 'address')
    .map((atom) => withName(text, byAddress(atom, people), people));
  const found = [...addressed, ...byScript(text, people), ...byNumber(text, people)];
  const words = wordsOf(text).filter(
    ({ start }) => !atoms.some((atom) => start >= atom.start && start < atom.end),
  );
  for (let at = 0; at < words.length;) {
    const run = byName(text, words, at, people);
    if (run === undefined) at += 1;
    else {
      found.push(run.mention);
      at += run.size;
    }
  }
  return joinTwins(text, apart(found.toSorted((a, b) => a.start - b.start || b.end - a.end)));
}

/** "Alice Jones <alice@nic.xa>" is one; where name and address are not the same person's, it is nobody. */
function joinTwins(text: string, found: readonly Mention[]): Mention[] {
  const out: Mention[] = [];
  for (const mention of found) {
    const name = out.at(-1);
    const between = name === undefined ? '' : text.slice(name.end, mention.start);
    const joins = mention.address !== undefined && /^ ?[(<[]? ?$/.test(between);
    if (name === undefined || name.address !== undefined || name.isNumber === true || !joins)
      out.push(mention);
    else out[out.length - 1] = { ...joined(name, mention), start: name.start };
  }
  return out;
}

function joined(name: Mention, address: Mention): Mention {
  const [who] = address.roster;
  if (who === undefined)
    return name.fresh.length > 0 && address.fresh.length > 0
      ? address
      : { ...address, stranger: true };
  if (name.roster.includes(who)) return address;
  // Another name beside an address of the list: may be either.
  return { ...address, roster: [...new Set([...name.roster, who])], stranger: true };
}

function apart(found: readonly Mention[]): Mention[] {
  const out: Mention[] = [];
  for (const mention of found) if (mention.start >= (out.at(-1)?.end ?? 0)) out.push(mention);
  return out;
}

function byAddress({ start, end, address }: Atom, { roster, fresh }: People): Mention {
  const listed = roster.flatMap((entry, at) => (entry.address === address ? [at] : []));
  const described = fresh.flatMap((draft, at) =>
    address !== undefined && draft.address === address ? [at] : [],
  );
  return {
    start,
    end,
    roster: listed.slice(0, 1),
    fresh: listed.length > 0 ? [] : described.slice(0, 1),
    ...(address !== undefined && { address }),
  };
}

/** The name of somebody unknown before an address belongs to it: "Bob Smith <bob@…>". */
function withName(text: string, mention: Mention, { byWord }: People): Mention {
  if (mention.roster.length > 0) return mention;
  const from = Math.max(0, mention.start - 120);
  const before = text.slice(from, mention.start);
  const [name = ''] = /(?:\p{Lu}[\p{L}\p{M}.'-]{0,30} ?){1,6}[,:]? ?[(<[]?$/u.exec(before) ?? [];
  const words = [...name.matchAll(/[\p{L}\p{M}]+/gu)];
  let start = mention.start;
  for (const { 0: word, index } of words.toReversed()) {
    const key = foldName(word)[0] ?? '';
    const isStop = word.length > 3 && STOP_WORDS.has(word.toLowerCase());
    if (byWord.has(key) || isFreeWord(key) || isStop) break;
    start = from + before.length - name.length + index;
  }
  return { ...mention, start };
}

function byScript(text: string, { all }: People): Mention[] {
  const bare = text;
  const hits = new Map<number, { end: number; roster: number[]; fresh: number[] }>();
  for (const person of all) {
    for (const name of new Set(person.whole)) {
      for (let from = bare.indexOf(name), n = 0; from >= 0 && n < 20; n += 1) {
        const hit = hits.get(from) ?? { end: from + name.length, roster: [], fresh: [] };
        (person.fresh ? hit.fresh : hit.roster).push(person.at);
        hits.set(from, hit);
        from = bare.indexOf(name, from + 1);
      }
    }
  }
  return [...hits].map(([start, hit]) => ({ start, ...hit }));
}

/** The words of a text with their places and folded keys. */
function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].slice(0, 600).map(({ 0: word, index }) => ({
    text: word,
    key: foldName(word)[0] ?? word,
    start: index,
    end: index + word.length,
  }));
}

interface Run {
  readonly mention: Mention;
  readonly size: number;
}

/** The longest name that begins at a word: of all people whose words these are. */
function byName(
  text: string,
  words: readonly Word[],
  from: number,
  people: People,
): Run | undefined {
  const first = words[from];
  if (first === undefined) return undefined;
  const candidates = candidatesOf(first, people);
  let best: { size: number; whole: boolean; who: Person[] } | undefined;
  for (const person of candidates) {
    const run = runOf(text, words, from, person);
    if (run === undefined) continue;
    const better =
      best === undefined ||
      (run.whole && !best.whole) ||
      (run.whole === best.whole && run.size > best.size);
    if (better) best = { ...run, who: [person] };
    else if (best !== undefined && run.whole === best.whole && run.size === best.size)
      best.who.push(person);
  }
  if (best === undefined) return undefined;
  const last = words[from + best.size - 1] ?? first;
  if (!best.whole && isNoName(text, words, from)) return undefined;
  const stranger = isStranger(text, words, from, best);
  return {
    size: best.size,
    mention: {
      start: first.start,
      end: last.end,
      roster: stranger ? [] : best.who.filter(({ fresh }) => !fresh).map(({ at }) => at),
      fresh: stranger ? [] : best.who.filter(({ fresh }) => fresh).map(({ at }) => at),
      ...(stranger && { stranger: true as const }),
    },
  };
}

function candidatesOf({ key }: Word, { byWord }: People): Person[] {
  return [...new Set(keysOf(key).flatMap((each) => byWord.get(each) ?? []))];
}

function isOf(names: ReadonlySet<string>, key: string): boolean {
  if (names.has(key)) return true;
  const keys = keysOf(key);
  return keys.length > 1 || CYRILLIC.test(key)
    ? [...names].some((name) => keysOf(name).some((each) => keys.includes(each)))
    : false;
}

function runOf(
  text: string,
  words: readonly Word[],
  from: number,
  person: Person,
): { size: number; whole: boolean } | undefined {
  let size = 0;
  let [hasFirst, hasLast] = [person.first.size === 0, person.last.size === 0];
  let onlyParticles = true;
  for (let at = from; at < words.length && at < from + 8; at += 1) {
    const word = words[at] as Word;
    if (at > from && !/^(?:[ .'’‘-]{1,2}|, )$/.test(text.slice(words[at - 1]?.end, word.start)))
      break;
    const [isFirst, isLast] = [isOf(person.first, word.key), isOf(person.last, word.key)];
    if (!isFirst && !isLast) {
      // "Alice M. Jones"
      if (/^\p{Lu}$/u.test(word.text) && at > from) continue;
      break;
    }
    hasFirst ||= isFirst;
    hasLast ||= isLast && !isParticle(word.text);
    onlyParticles &&= isParticle(word.text) || word.key.length < 2;
    size = at - from + 1;
  }
  if (size === 0 || onlyParticles) return undefined;
  // A comma ends a name unless the family name stands before it.
  const whole = hasFirst && hasLast;
  const single = person.first.size === 0 || person.last.size === 0;
  return {
    size:
      whole || !text.slice(words[from]?.start, words[from + size - 1]?.end).includes(',')
        ? size
        : 1,
    whole: whole && (size > 1 || single),
  };
}

// "We will remove …" names no Will, "dan" is "and" in Indonesian: a word of a language counts as a name
// only with its capital, and at the beginning of a sentence only before a verb.
function isNoName(text: string, words: readonly Word[], at: number): boolean {
  const word = words[at] as Word;
  const isWord = isAlsoWord(word.key);
  if (!isWord && !STOP_WORDS.has(word.key)) return false;
  if (!/^\p{Lu}\p{Ll}/u.test(word.text) || isShouted(text)) return true;
  return isWord && at === 0 && !VERBS.has(words[1]?.text ?? '');
}

const VERBS = new Set('has is was left no will replaces takes joins stays'.split(' '));

function isShouted(text: string): boolean {
  return text === text.toUpperCase();
}

/** Whether the words beside a name say that it is somebody else's. */
function isStranger(
  text: string,
  words: readonly Word[],
  from: number,
  { size, whole, who }: { size: number; whole: boolean; who: readonly Person[] },
): boolean {
  const [before, first, last, after] = [
    words[from - 1],
    words[from],
    words[from + size - 1],
    words[from + size],
  ];
  if (first === undefined || last === undefined) return false;
  const cased = first.text !== first.text.toLowerCase() && !isShouted(text);
  const next = after !== undefined && isBeside(text, last.end, after.start);
  const previous = before !== undefined && isBeside(text, before.end, first.start);
  if (!cased) {
    const hasCase = first.text.toLowerCase() !== first.text.toUpperCase();
    if (!hasCase || whole) return false;
    return (next && !isSmall(after)) || (previous && !isSmall(before));
  }
  if (next && isNamePart(after)) return true;
  // "Mary Jones", but "Hopefully Alice" at the beginning of a sentence.
  const opens = from === 1 && who.some((person) => isOf(person.first, first.key));
  return !whole && previous && !opens && isNamePart(before);
}

function isSmall({ key, text }: Word): boolean {
  return (
    isFreeWord(key) || STOP_WORDS.has(key) || STOP_WORDS.has(text.toLowerCase()) || isTitle(text)
  );
}

// Hyphens and apostrophes join names too: "Jones-Brown"; but not "Alice's".
function isBeside(text: string, end: number, start: number): boolean {
  const between = text.slice(end, start);
  return between === ' ' || between === '-';
}

function isNamePart(word: Word): boolean {
  return /^\p{Lu}[\p{L}\p{M}]*$/u.test(word.text) && !isSmall(word);
}
