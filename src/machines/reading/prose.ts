/**
 * Reads people from words without labels: `Ana Pérez <ana@nic.xa>, +1 202 555 0112 (primary)`, one
 * person to a line, name, address and phone on lines of their own. Only where a name stands beside an
 * address; what stands alone is left out and named, never guessed.
 */

import { findAtoms, type Atom } from './atoms.ts';
import type { ProsePerson } from './prose-person.ts';
import { findName, nameAfter, nameInComment, type FoundName } from './prose-names.ts';
import { givePhones } from './prose-phones.ts';
import { givePrimary } from './prose-primary.ts';
import { proseText, type ProseText } from './prose-text.ts';
import type { Line } from './segments.ts';

export interface ProseReading {
  readonly people: readonly ProsePerson[];
  /** Addresses and numbers that belong to nobody as far as we can tell. */
  readonly unread: readonly string[];
}

const MAX_LINES = 200;

/** Reads one paragraph: lines of the sender without a blank one between them. Linear; never throws. */
export function readProse(lines: readonly Line[]): ProseReading {
  if (lines.length === 0) return { people: [], unread: [] };
  const prose = proseText(lines.slice(0, MAX_LINES).map(shorten));
  const atoms = findAtoms(prose.text);
  const addresses = atoms.filter(({ kind }) => kind === 'address');
  const found = namesOf(prose, atoms, addresses);
  const people = addresses.flatMap((address, at) => personOf(prose, address, found[at]));
  const unread = addresses.filter((_, at) => found[at] === undefined).map(({ text }) => text);
  unread.push(...found.flatMap((name) => name?.others ?? []));
  unread.push(...givePhones(prose, atoms, people));
  givePrimary(prose, people);
  return { people, unread };
}

function shorten(line: Line): Line {
  return line.text.length > 2000 ? { ...line, text: line.text.slice(0, 2000) } : line;
}

function personOf(
  { lineAt }: ProseText,
  address: Atom,
  name: FoundName | undefined,
): ProsePerson[] {
  if (name === undefined || address.address === undefined) return [];
  return [
    {
      name: name.text,
      nameLine: lineAt(name.start),
      address: address.text,
      addressLine: lineAt(address.start),
      start: Math.min(name.start, address.start),
      nameEnd: name.end,
      end: Math.max(name.end, address.end),
      phones: [],
    },
  ];
}

/** The name of each address, or undefined where there is none or more than one to choose from. */
function namesOf(
  prose: ProseText,
  atoms: readonly Atom[],
  addresses: readonly Atom[],
): (FoundName | undefined)[] {
  const read = (atom: Atom, at: number): FoundName | undefined => {
    if (atom.address === undefined || prose.isExcluded(atom.start)) return undefined;
    const from = addresses[at - 1]?.end ?? 0;
    return findName(prose, atoms, from, atom);
  };
  const before = addresses.map(read);
  const [first] = addresses;
  const backward =
    before[0] === undefined &&
    first !== undefined &&
    (!isAfterName(prose, first) || nameInComment(prose, first) !== undefined);
  const found = before.map((name, at) => {
    const atom = addresses[at] as Atom;
    if (atom.address === undefined || prose.isExcluded(atom.start)) return undefined;
    const until = addresses[at + 1]?.start ?? prose.text.length;
    if (backward) return nameAfter(prose, atom, until, addresses.length);
    return name;
  });
  return withoutTwins(prose, addresses, withoutDoubles(found));
}

// Words before the first address on its line, or lines above it: names are looked for there alone.
function isAfterName({ text }: ProseText, { start }: Atom): boolean {
  return /\p{L}/u.test(
    text.slice(text.lastIndexOf('\n', start - 1) + 1, start).replace(/\b(?:e-?mail|mail)\b/iu, ''),
  );
}

// One name may not serve two addresses.
function withoutDoubles(found: readonly (FoundName | undefined)[]): (FoundName | undefined)[] {
  return found.map((name, at) =>
    found.some((other, place) => place !== at && other !== undefined && other.start === name?.start)
      ? undefined
      : name,
  );
}

// "Ana Pérez ana@nic.xa or ana@xa.example": which of the two is meant only the sender can say.
function withoutTwins(
  prose: ProseText,
  addresses: readonly Atom[],
  found: readonly (FoundName | undefined)[],
): (FoundName | undefined)[] {
  return found.map((name, at) => {
    const [last, atom, next] = [addresses[at - 1], addresses[at], addresses[at + 1]];
    if (name === undefined || atom === undefined) return name;
    // "ana@nic.xa is Ana Pérez, luis@nic.xa …": the name may be that of the address before it.
    const nameless = last !== undefined && found[at - 1] === undefined;
    if (
      nameless &&
      name.start > last.end &&
      prose.sentenceAt(last.start) === prose.sentenceAt(name.start)
    )
      return undefined;
    if (next === undefined) return name;
    const between = prose.text.slice(atom.end, next.start);
    const near = between.length <= 24 && !between.includes('\n');
    return found[at + 1] === undefined && near ? undefined : name;
  });
}
