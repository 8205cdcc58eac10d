/**
 * People of several ccTLDs in one mail, each ccTLD at a place of its own with its people below it or
 * beside it in a table.
 *
 * A person on the list of a wrong ccTLD is worse than a question: whenever it is not plain whose people
 * are whose, nothing is read here, and the sender is asked for one mail each.
 */

import type { Cctld } from '../words/cctld.ts';
import type { DraftContact } from '../words/contact.ts';
import { announcesMore, leavesDoubt, namesOthers } from './apart-doubt.ts';
import { readCctldHeading } from './cctld-heading.ts';
import { type CctldPlace, withHeadings } from './cctld-places.ts';
import { type Blocks, finish } from './form-blocks.ts';
import { readFormLine } from './form-line.ts';
import { type FormPart, type PartOptions, readPart } from './form-part.ts';
import type { Line } from './segments.ts';
import { addRow } from './table-rows.ts';
import type { TablePerson } from './table.ts';

export interface Apart {
  readonly cctlds: Cctld[];
  /** All of them with their ccTLD. */
  readonly contacts: DraftContact[];
}

/** No more ccTLDs than these; a mail with more is no answer to a form. */
const MOST_CCTLDS = 9;
const MOST_PEOPLE = 9;

/** The people by ccTLD, or undefined. `whole` is the mail as it reads without regard to these places. */
export function readApart(
  lines: readonly Line[],
  whole: FormPart,
  options: PartOptions,
): Apart | undefined {
  const found = readRows(lines, whole, options) ?? readSections(lines, whole, options);
  if (found === undefined || !isPlain(found, whole)) return undefined;
  const cctlds = found.map(({ cctld }) => cctld);
  const contacts = found.flatMap((one) =>
    one.contacts.map((contact) => ({ ...contact, cctld: one.cctld })),
  );
  return { cctlds, contacts };
}

/** Whether a heading of one ccTLD stands in the sender's own lines: then not all people are for all. */
export function hasHeadings(lines: readonly Line[]): boolean {
  return lines.some(({ part, text }) => part === 'own' && readCctldHeading(text)?.length === 1);
}

interface OfCctld {
  readonly cctld: Cctld;
  readonly contacts: readonly DraftContact[];
}

// The same people as in the mail as a whole, and those without labels not beside some with labels: a
// name and address at the end may be who signs.
function isPlain(found: readonly OfCctld[], whole: FormPart): boolean {
  const cctlds = new Set(found.map(({ cctld }) => cctld));
  const all = found.flatMap(({ contacts }) => contacts);
  const unlabelled = all.filter(isUnlabelled).length;
  const counts = found.map(({ contacts }) => contacts.length);
  return (
    found.length >= 2 &&
    found.length <= MOST_CCTLDS &&
    cctlds.size === found.length &&
    counts.every((count) => count >= 1 && count <= MOST_PEOPLE) &&
    (unlabelled === 0 || unlabelled === all.length) &&
    sameSet(all.map(keyOf), whole.contacts.map(keyOf))
  );
}

function isUnlabelled({ sources }: DraftContact): boolean {
  return sources.every(({ where }) => where === 'prose');
}

function keyOf({ address, rawAddress, firstName = '', lastName = '' }: DraftContact): string {
  return address ?? rawAddress ?? `${firstName} ${lastName}`.trim().toLowerCase();
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  const [a, b] = [new Set(one), new Set(other)];
  return a.size === b.size && [...a].every((key) => b.has(key));
}

/** Every person in a row, or a column, that names one ccTLD, and none named anywhere else. */
function readRows(
  lines: readonly Line[],
  { own, tables }: FormPart,
  options: PartOptions,
): OfCctld[] | undefined {
  const people = [...tables.people.values()].flat();
  const names = people.map(({ cctlds }) => cctlds?.[0]).filter((name) => name !== undefined);
  const isWhole = people.length > 0 && people.every(({ cctlds }) => cctlds?.length === 1);
  if (!isWhole || own.places.length > 0 || hasHeadings(lines)) return undefined;
  const first = lines.findIndex(({ number }) => tables.lines.has(number));
  const cctlds = [...new Set(names)];
  const above = lines.slice(0, Math.max(first, 0));
  const below = lines.slice(Math.max(first, 0)).filter(({ number }) => !tables.lines.has(number));
  if (tables.unclear.length > 0 || announcesMore(above, cctlds)) return undefined;
  if (leavesDoubt(below, options.placeOf) || hasDoubtfulRow(people)) return undefined;
  return cctlds.map((cctld) => ({ cctld, contacts: peopleOf(people, cctld, options) }));
}

// A remark in a column of its own, such as "also for .xb".
function hasDoubtfulRow(people: readonly TablePerson[]): boolean {
  return people.some(({ cells, cctlds = [] }) =>
    cells.some(({ line }) => namesOthers([line], cctlds) || leavesDoubt([line], isRead, cctlds[0])),
  );
}

function isRead(): 'own' {
  return 'own';
}

function peopleOf(
  people: readonly TablePerson[],
  cctld: Cctld,
  { japanese }: PartOptions,
): DraftContact[] {
  const blocks: Blocks = { all: [] };
  for (const person of people) if (person.cctlds?.[0] === cctld) addRow(blocks, person);
  return finish(blocks, { country: cctld, japanese: japanese || cctld === 'jp' });
}

interface Section {
  /** Undefined above the first place. */
  readonly place: CctldPlace | undefined;
  readonly lines: readonly Line[];
}

/** Labels or headings of ccTLDs, each with its people below it, and nobody elsewhere. */
function readSections(
  lines: readonly Line[],
  { own, tables }: FormPart,
  options: PartOptions,
): OfCctld[] | undefined {
  const places = withHeadings(own.places, lines);
  const single = places.filter(({ cctlds }) => cctlds.length === 1);
  const cctlds = single.flatMap((place) => place.cctlds);
  if (cctlds.length < 2 || cctlds.length > MOST_CCTLDS || tables.cctlds.length > 0)
    return undefined;
  if (!arePlain(places, single, cctlds) || places.slice(1).some((place) => closes(place, lines)))
    return undefined;
  const sections = cut(lines, places);
  const found = sections.map((section, at) =>
    readSection(section, at === sections.length - 1, cctlds, options),
  );
  if (found.includes(undefined)) return undefined;
  return found.flatMap((one) => (one === undefined || one === 'nobody' ? [] : [one]));
}

// Each ccTLD once, all in the same way; a label without a value, or with several, may stand there too.
function arePlain(
  places: readonly CctldPlace[],
  single: readonly CctldPlace[],
  cctlds: readonly Cctld[],
): boolean {
  return (
    places.length <= 2 * MOST_CCTLDS &&
    new Set(cctlds).size === cctlds.length &&
    new Set(single.map(({ inline }) => inline)).size === 1 &&
    places.every((place) => !place.unclear && place.cctlds.every((one) => cctlds.includes(one)))
  );
}

// Close below a person and far from the next one it may be the last field of that person.
function closes({ line }: CctldPlace, lines: readonly Line[]): boolean {
  const at = line - (lines[0]?.number ?? 1);
  if (isBlank(lines[at - 1]?.text) || !isBlank(lines[at + 1]?.text)) return false;
  const next = lines.slice(at + 1, at + 1 + NEAR).find(({ text }) => !isBlank(text));
  const [item] = readFormLine(next?.text ?? '') ?? [];
  return !(
    item?.kind === 'heading' &&
    (item.heading.number === 1 || item.heading.primary === true)
  );
}

function isBlank(text = ''): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}

const NEAR = 10;

// The line of a label stays with its people; a heading says nothing more.
function cut(lines: readonly Line[], places: readonly CctldPlace[]): Section[] {
  const first = lines[0]?.number ?? 1;
  const starts = places.map(({ line }) => line - first);
  const head = { place: undefined, lines: lines.slice(0, starts[0]) };
  const below = places.map((place, at) => ({
    place,
    lines: lines.slice((starts[at] ?? 0) + (place.heading ? 1 : 0), starts[at + 1]),
  }));
  return [head, ...below];
}

function readSection(
  { place, lines }: Section,
  isLast: boolean,
  all: readonly Cctld[],
  options: PartOptions,
): OfCctld | 'nobody' | undefined {
  const [cctld, ...others] = place?.cctlds ?? [];
  const { own, contacts } = readPart(lines, {
    ...options,
    ...(cctld !== undefined && { country: cctld }),
  });
  if (!isLast && endsInHeading(own.blocks)) return undefined;
  if (place === undefined) {
    return contacts.length > 0 || announcesMore(lines, all) ? undefined : 'nobody';
  }
  const isOf = cctld !== undefined && others.length === 0;
  if (leavesDoubt(lines, options.placeOf, isOf ? cctld : undefined, place)) return undefined;
  if (!isOf) return contacts.length > 0 ? undefined : 'nobody';
  return contacts.every((contact) => isTypedAs(contact, place)) &&
    !(isLast && isSender(contacts.at(-1), options))
    ? { cctld, contacts }
    : undefined;
}

// "Contact 1" above "ccTLD: .xa": the ccTLD is a field of the person, and may stand anywhere among them.
function endsInHeading({ all }: Blocks): boolean {
  const last = all.at(-1);
  return last !== undefined && last.sources.length === 0 && last.seen.size === 0;
}

function isTypedAs({ sources }: DraftContact, { inline }: CctldPlace): boolean {
  return sources.every(({ where }) => (where === 'inline') === inline);
}

// The sender's own name and address without labels, at the end: a signature as likely as not.
function isSender(contact: DraftContact | undefined, { aside }: PartOptions): boolean {
  if (contact?.address === undefined || !isUnlabelled(contact)) return false;
  return contact.numbered !== true && aside?.(contact.address) === true;
}
