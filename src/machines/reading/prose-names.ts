/** Finds the name that belongs to an address in running text: before it, above it, or behind it. */

import type { Atom } from './atoms.ts';
import { isFunctionName } from './function-words.ts';
import { labelKind } from './label-words.ts';
import { isDegree } from './name-words.ts';
import { fullName, isSingleWord, nameAtEnd } from './person-name.ts';
import { isAbbreviated, type ProseText } from './prose-text.ts';

export interface FoundName {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Other names beside the same address, which have none of their own. */
  readonly others: readonly string[];
}

interface Piece {
  readonly text: string;
  readonly start: number;
}

// A sign that is no letter stands for numbers already seen, so that words around them stay in place.
const HOLE = '\u0001';
const SEPARATORS = /[,;|\t\u0001，；、،؛()（）[\]<]|\s[-–—/•·]{1,3}\s|[:：]|\.\s/gu;
const MOST_LINES = 6;

/** The name before the address, at most from `from` on; undefined when there is none or it is not clear. */
export function findName(
  prose: ProseText,
  atoms: readonly Atom[],
  from: number,
  address: Atom,
): FoundName | undefined {
  const gap = holes(prose.text, atoms, from, address.start);
  const cut = gap.lastIndexOf('\n') + 1;
  const tail = strip(gap.slice(cut));
  if (/[\p{L}]/u.test(tail)) return onLine(prose, gap, tail, from, cut);
  return aboveLine(prose, gap.slice(0, Math.max(0, cut - 1)), from);
}

function holes(text: string, atoms: readonly Atom[], from: number, until: number): string {
  let out = text.slice(from, until);
  for (const { start, end, kind } of atoms) {
    if (kind === 'address' || start < from || end > until) continue;
    out = out.slice(0, start - from) + HOLE.repeat(end - start) + out.slice(end - from);
  }
  return out;
}

// Without what may stand between a name and its address: signs, numbers, "e-mail:", "Tel."
function strip(text: string): string {
  let out = text;
  for (let round = 0; round < 12; round += 1) {
    const bare = out.replace(/[\s\u0001<([{"'“”„:：,，،;；|=./•·–—-]{1,40}$/u, '');
    const word = /[\p{L}.-]{2,20}$/u.exec(bare)?.[0];
    const isLabel = word !== undefined && ['address', 'phone'].includes(labelKind(word) ?? '');
    const next = isLabel ? bare.slice(0, -word.length) : bare;
    // The full stop of "Jr." or of an initial belongs to the name.
    if (next === out) break;
    out = next;
  }
  return out;
}

function onLine(
  prose: ProseText,
  gap: string,
  tail: string,
  from: number,
  cut: number,
): FoundName | undefined {
  const direct = /^[\s"'“”(<[]{0,6}$/u.test(gap.slice(cut + tail.length)) && /[<([]\s?$/.test(gap);
  const shown = displayName(prose, gap, from);
  if (shown !== undefined) return shown;
  const pieces = split(tail, from + cut);
  const begins = cut > 0 || from === 0;
  const reversed = begins ? familyFirst(prose, pieces) : undefined;
  if (reversed !== undefined) return reversed;
  const read = pieces.flatMap((piece, at) => {
    const isLast = at === pieces.length - 1;
    const text = readPiece(piece.text, { single: direct && isLast, alone: begins && at === 0 });
    return text === undefined ? [] : [{ text, start: placeOf(piece, text), isLast }];
  });
  const people = read.filter(({ text }) => !isFunctionName(text));
  const [only] = people.length > 0 ? people : read;
  const last = people.at(-1);
  if (people.length > 1) {
    if (!direct || last === undefined || !last.isLast) return undefined;
    return found(
      prose,
      last,
      people.slice(0, -1).map(({ text }) => text),
    );
  }
  if (only === undefined) return undefined;
  return wrapped(prose, gap, cut, from, only, pieces.length) ?? found(prose, only, []);
}

// "Pérez, Ana" <ana@nic.xa>, as address books write it.
function displayName(prose: ProseText, gap: string, from: number): FoundName | undefined {
  const quoted = /["“„]([^"“”„\n]{2,80})["”“]\s?<$/u.exec(gap.slice(-90));
  const text = quoted?.[1];
  if (text === undefined || quoted === null) return undefined;
  const parts = text.split(',').map((part) => fullName(part, true));
  if (parts.length > 2 || parts.includes(undefined)) return undefined;
  const start = from + gap.length - quoted[0].length + 1;
  return found(prose, { text, start }, []);
}

// One word alone is a name where it fills its place before "<", or the beginning of a line.
function readPiece(
  text: string,
  { single, alone }: { readonly single: boolean; readonly alone: boolean },
): string | undefined {
  if (isDegree(text)) return undefined;
  const whole = fullName(text, alone || single);
  if (whole !== undefined) return whole;
  const name = nameAtEnd(text);
  if (name === undefined || (isSingleWord(name) && !single)) return undefined;
  return isTied(text, name) ? undefined : name;
}

// "of Utopia Telecom", "from Nic Utopia": what follows such a word is where somebody works.
function isTied(text: string, name: string): boolean {
  const before = text.slice(0, text.lastIndexOf(name)).trimEnd();
  return /(?:^|\s)(?:of|from|at|in|bei|aus|chez|de|del|do|da|di|van|von|из|от|для|w|z|från|fra)$/iu.test(
    before,
  );
}

// "Pérez, Ana <ana@nic.xa>" at the beginning of a line.
function familyFirst(prose: ProseText, pieces: readonly Piece[]): FoundName | undefined {
  const [family, given] = pieces;
  if (family === undefined || given === undefined || pieces.length > 3) return undefined;
  const between = prose.text.slice(family.start + family.text.length, given.start);
  if (!/^\s?,\s*$/.test(between)) return undefined;
  const [a, b] = [fullName(family.text, true), fullName(given.text, true)];
  if (a === undefined || b === undefined || isFunctionName(a) || isFunctionName(b))
    return undefined;
  const capitals = a === a.toUpperCase() && b !== b.toUpperCase();
  if (!capitals && !(isSingleWord(a) && isSingleWord(b))) return undefined;
  const start = placeOf(family, a);
  const end = placeOf(given, b) + b.length;
  return { text: prose.text.slice(start, end), start, end, others: [] };
}

// "… and Luis" at the end of a long line, "Gómez <luis@nic.xa>" on the next.
function wrapped(
  prose: ProseText,
  gap: string,
  cut: number,
  from: number,
  name: { readonly text: string; readonly start: number },
  pieces: number,
): FoundName | undefined {
  if (pieces > 1 || cut === 0 || !prose.wraps(from + cut - 1)) return undefined;
  const line = gap.slice(gap.lastIndexOf('\n', cut - 2) + 1, cut - 1);
  if (!isSingleWord(name.text) || name.start !== from + cut) return undefined;
  const front = split(line, from + cut - 1 - line.length).at(-1);
  const first = front === undefined ? undefined : nameAtEnd(front.text);
  if (front === undefined || first === undefined || !front.text.endsWith(first)) return undefined;
  const start = placeOf(front, first);
  const end = name.start + name.text.length;
  return { text: `${first} ${name.text}`, start, end, others: [] };
}

/** The name on a line of its own above the address. */
function aboveLine(prose: ProseText, above: string, from: number): FoundName | undefined {
  const lines = splitLines(above, from).slice(-MOST_LINES);
  const last = lines.at(-1);
  if (last !== undefined && prose.wraps(last.start + last.text.length)) {
    const piece = split(strip(last.text), last.start).at(-1);
    const name = piece === undefined ? undefined : nameAtEnd(piece.text);
    if (
      piece !== undefined &&
      name !== undefined &&
      !isSingleWord(name) &&
      !isTied(piece.text, name)
    )
      return found(prose, { text: name, start: placeOf(piece, name) }, []);
  }
  const read = lines.flatMap((line) => {
    const piece = split(line.text, line.start)[0];
    const text = piece && fullName(piece.text, true);
    return piece === undefined || text === undefined ? [] : [{ text, start: placeOf(piece, text) }];
  });
  const people = read.filter(({ text }) => !isFunctionName(text));
  const whole = people.filter(({ text }) => !isSingleWord(text));
  if (whole.length > 1 || (whole.length === 0 && people.length > 1)) return undefined;
  const only = whole[0] ?? (people.length > 0 ? people.at(-1) : read.at(-1));
  return only === undefined ? undefined : found(prose, only, []);
}

/** `ana@nic.xa (Ana Pérez)`, `ana@nic.xa, Ana Pérez`; the one name below an address that stands first. */
export function nameAfter(
  prose: ProseText,
  { start, end }: Atom,
  until: number,
  addresses: number,
): FoundName | undefined {
  const named = nameInComment(prose, { end });
  if (named !== undefined) return named;
  const rest = prose.text.slice(end, until);
  const lineStart = prose.text.lastIndexOf('\n', start - 1) + 1;
  if (/\p{L}/u.test(strip(prose.text.slice(lineStart, start)))) return undefined;
  const lines = splitLines(rest, end);
  const scope = addresses === 1 ? lines.slice(0, MOST_LINES) : lines.slice(0, 1);
  const people = scope
    .flatMap((line) => split(line.text, line.start))
    .flatMap((piece) => {
      const text = fullName(piece.text, false);
      return text === undefined || isFunctionName(text)
        ? []
        : [{ text, start: placeOf(piece, text) }];
    });
  const [only] = people;
  if (people.length !== 1 || only === undefined) return undefined;
  // With more addresses below, nothing but signs may stand between.
  const between = prose.text.slice(end, only.start);
  return addresses > 1 && /\p{L}/u.test(between) ? undefined : found(prose, only, []);
}

/** `ana@nic.xa (Ana Pérez, +1 …)`: the first thing in brackets right behind the address. */
export function nameInComment(prose: ProseText, { end }: Pick<Atom, 'end'>): FoundName | undefined {
  const comment = /^>?[ \t]{0,3}[([（]([^()[\]（）\n,;，]{2,60})[)\]）,;，]/u.exec(
    prose.text.slice(end, end + 70),
  );
  const name = comment?.[1] === undefined ? undefined : fullName(comment[1], false);
  return name === undefined
    ? undefined
    : found(prose, { text: name, start: prose.text.indexOf(name, end) }, []);
}

function found(
  prose: ProseText,
  { text, start }: { readonly text: string; readonly start: number },
  others: readonly string[],
): FoundName | undefined {
  return prose.isExcluded(start) ? undefined : { text, start, end: start + text.length, others };
}

function split(text: string, start: number): Piece[] {
  const out: Piece[] = [];
  let from = 0;
  for (const { index, 0: sign } of text.matchAll(SEPARATORS)) {
    // The full stop of a title or an initial: "Dr. Ana Pérez", "J. Pérez".
    if (sign.startsWith('.') && isAbbreviated(text.slice(0, index + 1))) continue;
    push(out, text, from, index, start);
    from = index + sign.length;
  }
  push(out, text, from, text.length, start);
  return out;
}

function push(out: Piece[], text: string, from: number, until: number, start: number): void {
  const part = text.slice(from, until);
  if (!/\p{L}/u.test(part)) return;
  out.push({ text: part.trim(), start: start + from + (part.length - part.trimStart().length) });
}

function splitLines(text: string, start: number): Piece[] {
  const out: Piece[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    if (/\p{L}/u.test(line)) out.push({ text: line, start: start + from });
    from += line.length + 1;
  }
  return out;
}

function placeOf(piece: Piece, name: string): number {
  return piece.start + Math.max(0, piece.text.lastIndexOf(name));
}
