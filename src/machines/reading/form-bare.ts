/** Lines of a form that have no label of their own: a name above "E-mail:", an address below "Contact 1". */

import { findAtoms } from './atoms.ts';
import { type Found, addPerson, dropPerson, fill, lacks } from './form-blocks.ts';
import { isFunctionName } from './function-words.ts';
import type { Walk } from './form-state.ts';
import { labelKind, readNote } from './label-words.ts';
import type { LabelKind } from './labels.ts';
import { fullName } from './person-name.ts';
import type { ProsePerson } from './prose-person.ts';
import { readProse } from './prose.ts';
import type { Line } from './segments.ts';

const MOST_ABOVE = 5;
const MOST_UNLABELLED = 20;

/** Digits and what stands between them, with a few words such as "(mobile)" or "ext. 12". */
export function isPhone(text: string): boolean {
  return (
    text.length <= 80 &&
    /^\s*[+＋(（\p{Nd}]/u.test(text) &&
    (text.match(/\p{Nd}/gu)?.length ?? 0) >= 6
  );
}

/** An address and nothing else. */
export function isAddress(text: string): boolean {
  return /^[-–—•*\s]{0,6}<?(?:mailto:)?[^\s<>@]{1,64}@[^\s<>@]{1,255}>?(?:\s?<mailto:[^<>\s]{1,320}>)?[,.;]?$/i.test(
    text.trim(),
  );
}

/** A name and nothing else but a note in brackets or numbering: `1. Ana Pérez (primary)`. */
export function bareName(text: string): string | undefined {
  if (text.length > 100) return undefined;
  return fullName(
    text.replace(/[([（][^()[\]（）]{0,60}[)\]）]/gu, ' ').replace(/[:,;-]\s*$/, ''),
    false,
  );
}

/** Names with an address behind them in one field: `Name: Ana Pérez <ana@nic.xa>`. */
export function splitMixed(
  field: Exclude<LabelKind, 'cctld'>,
  value: string,
): (readonly [LabelKind, string])[] {
  if (field !== 'name' || !value.includes('@')) return [[field, value]];
  const atoms = findAtoms(value.slice(0, 500));
  const [address] = atoms.filter(({ kind }) => kind === 'address');
  const name = value.slice(0, address?.start ?? 0).replace(/[\s<([,;:|–—-]{1,10}$/u, '');
  const several = atoms.filter(({ kind }) => kind === 'address').length !== 1;
  if (address === undefined || several || name === '') return [[field, value]];
  const phones = atoms.filter(({ kind, start }) => kind === 'phone' && start > address.end);
  return [
    ['name', name],
    ['address', address.text],
    ...phones.map(({ text }) => ['phone', text] as const),
  ];
}

/** A bare line under the heading or the fields of a person: what they lack, when it is nothing else. */
export function fillBare(state: Walk, line: Line): boolean {
  const { current } = state.blocks;
  if (current === undefined) return false;
  const text = line.text.trim();
  const place = { line: line.raw, where: 'prose' } as const;
  if (isAddress(text) && lacks(current, 'address')) {
    current.seen.add('address');
    fill(current, 'address', text.replace(/^[-–—•*\s]{1,6}/u, ''), place);
  } else if (isBarePhone(text) && current.phoneTexts.length < 3) {
    current.seen.add('phone');
    fill(current, 'phone', text, place);
  } else if (lacks(current, 'address') && !lacks(current, 'name') && isData(text)) {
    for (const { kind, text: value } of findAtoms(text)) {
      if (kind === 'fax') continue;
      current.seen.add(kind);
      fill(current, kind, value, place);
    }
  } else {
    const name = lacks(current, 'name') && lacks(current, 'address') ? bareName(text) : undefined;
    if (name === undefined) return fillRecord(state, line);
    const primary = readNote(text);
    if (primary !== undefined) current.primary ??= primary;
    current.seen.add('name');
    fill(current, 'name', name, place);
  }
  goOnUnlabelled(state, line.text.trim());
  return true;
}

// The bare lines of one person in one warning.
function goOnUnlabelled(state: Walk, text: string): void {
  const { unlabelled, blocks } = state;
  const last = unlabelled.at(-1);
  if (state.bare === blocks.current && last !== undefined && last.length + text.length < 97)
    unlabelled[unlabelled.length - 1] = `${last} / ${text}`;
  else noteUnlabelled(state, text);
  if (blocks.current !== undefined) state.bare = blocks.current;
}

// "ana@nic.xa, +1 202 555 0112": one address and numbers, with no words but their labels.
function isData(text: string): boolean {
  const atoms = findAtoms(text);
  if (atoms.filter(({ kind }) => kind === 'address').length !== 1) return false;
  const rest = atoms.reduceRight(
    (left, { start, end }) => left.slice(0, start) + left.slice(end),
    text,
  );
  return (rest.match(/\p{L}+/gu) ?? []).every((word) => labelKind(word) !== undefined);
}

function isBarePhone(text: string): boolean {
  return isPhone(text) && !/\p{L}{4,}\s+\p{L}{3,}/u.test(text);
}

// "Ana Pérez, ana@nic.xa, +1 202 555 0112" under "Contact 1".
export function fillRecord(state: Walk, line: Line): boolean {
  const { current } = state.blocks;
  if (current === undefined || !lacks(current, 'name') || !lacks(current, 'address')) return false;
  if (!line.text.includes('@')) return false;
  const { people, unread } = readProse([line]);
  const [person] = people;
  if (people.length !== 1 || person === undefined || unread.length > 0) return false;
  for (const { field, value, place } of fieldsOf(person)) {
    if (field === 'primary') continue;
    current.seen.add(field);
    fill(current, field, value, place);
  }
  if (person.primary !== undefined) current.primary ??= person.primary.is;
  noteUnlabelled(state, line.text);
  return true;
}

function at(line: Line): { line: string; where: 'prose' } {
  return { line: line.raw, where: 'prose' };
}

/** The fields of a person found in prose, each with its line. */
export function fieldsOf(person: ProsePerson): Found[] {
  return [
    { field: 'name', value: person.name, place: at(person.nameLine) },
    { field: 'address', value: person.address, place: at(person.addressLine) },
    ...person.phones.map(({ text, line }) => ({
      field: 'phone' as const,
      value: text,
      place: at(line),
    })),
    ...(person.primary === undefined
      ? []
      : [{ field: 'primary' as const, value: '', place: at(person.primary.line) }]),
  ];
}

export function noteUnlabelled({ unlabelled }: Walk, text: string): void {
  if (unlabelled.length < MOST_UNLABELLED) unlabelled.push(text.trim());
}

/**
 * Before a labelled address or phone: the bare lines just above that name its person are taken in, so
 * that the field comes to them. Names that are not clear stay where they are.
 */
export function adopt(state: Walk, { field, number }: { field: LabelKind; number?: number }): void {
  if ((field !== 'address' && field !== 'phone') || number !== undefined) return;
  const above = linesAbove(state);
  if (above.length === 0) return;
  if (above.some(({ text }) => text.includes('@'))) adoptWhole(state, above, field);
  else adoptName(state, above);
}

function linesAbove({ paragraphs, running }: Walk): Line[] {
  if (!running) return [];
  const last = paragraphs.at(-1);
  if (last === undefined || last.kind !== 'plain') return [];
  if (last.lines.length > 0) return last.lines;
  const before = paragraphs.at(-2);
  const [only] = before?.lines ?? [];
  const isName =
    before?.lines.length === 1 && only !== undefined && bareName(only.text) !== undefined;
  return isName && before?.kind === 'plain' ? before.lines : [];
}

function adoptWhole(state: Walk, above: Line[], field: LabelKind): void {
  if (field !== 'phone') return;
  const { people, unread } = readProse(above);
  if (people.length !== 1 || unread.length > 0) return;
  for (const person of people) {
    addPerson(state.blocks, fieldsOf(person), about(person));
    noteUnlabelled(state, shown(person));
  }
  above.length = 0;
}

/** The line of a person, or those of name and address, to be compared. */
export function shown({ nameLine, addressLine }: ProsePerson): string {
  const line = addressLine.text.trim();
  return nameLine === addressLine ? line : `${nameLine.text.trim().slice(-45)} / ${line}`;
}

/** What a person of the prose says about being primary. */
export function about({ primary }: ProsePerson): { primary?: boolean } {
  return primary === undefined ? {} : { primary: primary.is };
}

function adoptName(state: Walk, above: Line[]): void {
  const named = above.slice(-MOST_ABOVE).flatMap((line) => {
    const name = bareName(line.text.split(/[,;|]|\s[-–—]\s/u)[0] ?? '');
    return name === undefined ? [] : [{ name, line }];
  });
  const people = named.filter(({ name }) => !isFunctionName(name));
  const [only, ...more] = people.length > 0 ? people : named;
  if (only === undefined || more.length > 0) return;
  const { blocks } = state;
  const waiting =
    blocks.current !== undefined && blocks.current.seen.size === 0 ? blocks.current : undefined;
  const place = { line: only.line.raw, where: 'prose' as const };
  const block = addPerson(blocks, [{ field: 'name', value: only.name, place }]);
  const primary = readNote(only.line.text);
  if (primary !== undefined) block.primary = primary;
  if (waiting !== undefined) {
    if (waiting.number !== undefined) block.number ??= waiting.number;
    if (waiting.primary !== undefined) block.primary ??= waiting.primary;
    dropPerson(blocks, waiting);
    blocks.current = block;
  }
  state.adopted.push({ block, lines: [...above] });
  noteUnlabelled(state, only.line.text);
  above.splice(above.indexOf(only.line), 1);
}
