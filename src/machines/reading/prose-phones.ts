/** Gives the telephone numbers of a paragraph to the people beside them, or to nobody. */

import type { Atom } from './atoms.ts';
import type { ProsePerson } from './prose-person.ts';
import type { ProseText } from './prose-text.ts';

const MOST = 6;
// Numbers of the sender, of a house, or of several people at once.
const NOT_THEIRS =
  /(?<!\p{L})(?:my|our|me|us|both|all|shared|same|switchboard|reception|mein|meine|unser|unsere|beide|mon|notre|nos|tous|mi|nuestro|nuestra|ambos|meu|nosso|мой|наш|общий|общии)(?!\p{L})/iu;
const THEIRS =
  /(?<!\p{L})(?:her|his|their|su|sus|sa|son|ses|ihre?|seine?|dele|dela|его|её|ее|sua|suo)(?!\p{L})/iu;

/** Fills the phones of the people; returns the numbers that belong to nobody for sure. */
export function givePhones(
  prose: ProseText,
  atoms: readonly Atom[],
  people: readonly ProsePerson[],
): string[] {
  const unread: string[] = [];
  const given = new Map<ProsePerson, Atom[]>();
  for (const phone of atoms) {
    if (phone.kind !== 'phone') continue;
    const owner = ownerOf(prose, atoms, people, phone);
    if (owner === undefined) unread.push(phone.text);
    else given.set(owner, [...(given.get(owner) ?? []), phone]);
  }
  const last = people.at(-1);
  for (const [person, phones] of given) {
    if (person === last && isForSeveral(prose, people, given, phones)) {
      unread.push(...phones.map(({ text }) => text));
    } else {
      for (const { text, start } of phones.slice(0, MOST))
        person.phones.push({ text, line: prose.lineAt(start) });
    }
  }
  return unread;
}

function ownerOf(
  prose: ProseText,
  atoms: readonly Atom[],
  people: readonly ProsePerson[],
  { start }: Atom,
): ProsePerson | undefined {
  const lineStart = prose.text.lastIndexOf('\n', start - 1) + 1;
  const before = atoms.findLast(({ end }) => end <= start)?.end ?? 0;
  const words = prose.text.slice(Math.max(lineStart, before, start - 80), start);
  if (prose.isExcluded(start) || NOT_THEIRS.test(words)) return undefined;
  const named = people.filter(({ name }) => isNamed(words, name));
  if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  const owner = people.findLast((person) => person.start < start) ?? onlyOne(atoms, people);
  if (owner === undefined) return undefined;
  // An address of somebody else between the two: the number may be theirs.
  const stranger = atoms.some(
    (atom) => atom.kind === 'address' && atom.start > owner.end && atom.start < start,
  );
  if (stranger) return undefined;
  const isNear =
    prose.sentenceAt(start) === prose.sentenceAt(owner.end) ||
    THEIRS.test(words) ||
    words.replace(/[^\p{L}]/gu, '').length <= 20;
  return isNear ? owner : undefined;
}

// "Phones: Ana +1 …, Luis +1 …"
function isNamed(words: string, name: string): boolean {
  const said = new Set(words.toLowerCase().match(/[\p{L}\p{M}]+/gu));
  return (name.toLowerCase().match(/[\p{L}\p{M}]{3,}/gu) ?? []).some((word) => said.has(word));
}

// A number above the name, in a paragraph that is about one person only.
function onlyOne(atoms: readonly Atom[], people: readonly ProsePerson[]): ProsePerson | undefined {
  const addresses = atoms.filter(({ kind }) => kind === 'address').length;
  return people.length === 1 && addresses === 1 ? people[0] : undefined;
}

// "Ana … and Luis …, phones +1 … and +1 …": two at the end, none before.
function isForSeveral(
  { text }: ProseText,
  people: readonly ProsePerson[],
  given: ReadonlyMap<ProsePerson, readonly Atom[]>,
  phones: readonly Atom[],
): boolean {
  const lacking = people.slice(0, -1).some((person) => !given.has(person));
  if (!lacking) return false;
  const end = phones.at(-1)?.end ?? 0;
  const after = text.slice(end, end + 40).split('\n')[0] ?? '';
  return phones.length > 1 || NOT_THEIRS.test(after);
}
