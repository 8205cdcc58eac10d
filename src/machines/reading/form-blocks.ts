/** The contacts of a form while it is read, line by line: which field belongs to which person. */

import type { Address } from '../words/address.ts';
import type { DraftContact, FieldSource } from '../words/contact.ts';
import type { FormItem } from './form-line.ts';
import { readAddressValue } from './form-values.ts';
import { readNote, type Heading, type NameOrder } from './label-words.ts';
import type { LabelKind } from './labels.ts';
import { stripTitles } from './name-words.ts';
import { readPhones } from './phone.ts';
import { type NameHints, splitName } from './split-name.ts';

type Field = Extract<FormItem, { kind: 'field' }>;

/** Where a value was found: the line as it was written, and whether in own text or in our form. */
export interface Place {
  readonly line: string;
  readonly where: FieldSource['where'];
}

/** One person under construction. Values are as they were written. */
export interface Block {
  number?: number;
  /** Labels met so far, also those without a value: the second `First name:` begins a new person. */
  readonly seen: Set<LabelKind>;
  /** Its numbers stand behind the labels: `Name 1`, `Phone 1`. */
  countsBehind: boolean;
  name?: string;
  /** What the label of the whole name says about the order in it. */
  order?: NameOrder;
  firstName?: string;
  lastName?: string;
  addressText?: string;
  readonly phoneTexts: string[];
  primary?: boolean;
  readonly sources: FieldSource[];
}

/** All persons of one form, and the one whose fields are being read. */
export interface Blocks {
  readonly all: Block[];
  current?: Block;
  /** The label that begins each person in this mail. */
  first?: LabelKind;
}

// More than anyone may name; a mail with thousands of labels is cut short here.
const MAX_BLOCKS = 20;
const MAX_PHONE_TEXTS = 10;
// Longer than any limit of check-contacts, so that a value that is too long is seen to be.
const MAX_VALUE = 300;

/** Begins the person that a heading announces. */
export function openHeading(blocks: Blocks, heading: Heading): void {
  const current = blocks.current;
  const fresh = current !== undefined && current.seen.size === 0 && current.number === undefined;
  const block = fresh ? current : open(blocks);
  if (heading.number !== undefined) block.number = heading.number;
  if (heading.primary !== undefined) block.primary = heading.primary;
}

/** Finds or begins the person that a label belongs to, and notes that the label was met. */
export function enter(blocks: Blocks, item: Field, afterBlank: boolean): Block {
  const number = numberFor(blocks.current, item);
  const block =
    number === undefined ? continued(blocks, item, afterBlank) : numbered(blocks, number);
  if (item.contact === undefined && item.after !== undefined && number === item.after) {
    block.countsBehind = true;
  }
  if (item.primary !== undefined) block.primary = item.primary;
  if (item.order !== undefined) block.order ??= item.order;
  blocks.first ??= item.field;
  block.seen.add(item.field);
  return block;
}

/** Puts a value into the person being read. */
export function fill(block: Block, field: LabelKind, written: string, place: Place): void {
  const value = written.slice(0, MAX_VALUE);
  if (field === 'name' || field === 'firstName' || field === 'lastName') {
    const primary = readNote(value);
    if (primary !== undefined) block.primary = primary;
    const name =
      primary === undefined ? value : value.replace(/\s*[([（][^()[\]（）]*[)\]）]\s*$/, '');
    block[field] ??= withoutSigns(name);
  } else if (field === 'address') block.addressText ??= value;
  else if (field !== 'phone' || block.phoneTexts.length >= MAX_PHONE_TEXTS) return;
  else block.phoneTexts.push(value);
  note(block, field, place);
}

// Stars and ticks that refer to a note below.
function withoutSigns(name: string): string {
  return name.replace(/(?<=\p{L})[\s*★☆✓✔√●†‡]{1,8}$/u, '');
}

/** A field of a person who was found whole: in a table, or in words without labels. */
export interface Found {
  readonly field: 'name' | 'firstName' | 'lastName' | 'address' | 'phone' | 'primary';
  readonly value: string;
  readonly place: Place;
}

/** Adds such a person, or fills up the one who has the same address and no other name. */
export function addPerson(
  blocks: Blocks,
  fields: readonly Found[],
  about: {
    readonly number?: number;
    readonly primary?: boolean;
    readonly order?: NameOrder;
  } = {},
): Block {
  const same = findSame(blocks, fields);
  const block = same ?? open(blocks);
  blocks.current = block;
  if (about.number !== undefined) block.number ??= about.number;
  if (about.order !== undefined) block.order ??= about.order;
  for (const { field, value, place } of fields) {
    if (field === 'primary') mark(block, about.primary === true, place);
    else {
      block.seen.add(field);
      if (field !== 'phone' || !hasPhone(block, value)) fill(block, field, value, place);
    }
  }
  if (about.primary !== undefined) block.primary ??= about.primary;
  return block;
}

function findSame(blocks: Blocks, fields: readonly Found[]): Block | undefined {
  const value = (kind: Found['field']) => fields.find(({ field }) => field === kind)?.value;
  const wanted = readAddressValue(value('address') ?? '').address;
  const name = value('name') ?? [value('firstName'), value('lastName')].filter(Boolean).join(' ');
  if (wanted === undefined) return undefined;
  return blocks.all.find((block) => {
    if (readAddressValue(block.addressText ?? '').address !== wanted) return false;
    const known = wholeName(block);
    return name === '' || known === '' || known.toLowerCase() === name.toLowerCase();
  });
}

function wholeName({ name, firstName, lastName }: Block): string {
  return name ?? [firstName, lastName].filter(Boolean).join(' ');
}

function digitsOf(text: string): string {
  return text.replace(/\P{Nd}/gu, '');
}

function hasPhone({ phoneTexts }: Block, value: string): boolean {
  const wanted = digitsOf(value);
  return wanted !== '' && phoneTexts.some((text) => digitsOf(text).includes(wanted));
}

/** What is missing in the person being read, when their heading or first fields stand just above. */
export function lacks(block: Block, field: 'name' | 'address'): boolean {
  return field === 'name' ? wholeName(block) === '' : block.addressText === undefined;
}

/** The persons that hold something, and by which names each is called. */
export function calledBy(blocks: Blocks): { readonly block: Block; readonly names: string[] }[] {
  return blocks.all.filter(isFilled).map((block) => {
    const { firstName, lastName } = nameOf(block);
    const names = [wholeName(block), firstName ?? '', lastName ?? ''];
    return { block, names: names.filter((name) => name !== '') };
  });
}

/** Takes a person off again. */
export function dropPerson(blocks: Blocks, block: Block): void {
  const at = blocks.all.indexOf(block);
  if (at >= 0) blocks.all.splice(at, 1);
  if (blocks.current === block) delete blocks.current;
}

/** Notes what the sender says about being primary. */
export function mark(block: Block, primary: boolean, place: Place): void {
  block.primary = primary;
  note(block, 'primary', place);
}

/** The person of that name, whole, first, last, or one word of it; undefined for none and for two. */
export function findByName(blocks: Blocks, written: string): Block | undefined {
  const name = written.toLowerCase().replace(/[\s.,;!。]+$/u, '');
  const wanted = (stripTitles(name) || name).split(/\s+/).join(' ');
  const people = blocks.all.filter(isFilled).map((block) => ({ block, names: namesOf(block) }));
  const exact = people.filter(({ names }) => names.includes(wanted));
  if (exact.length > 0) return exact.length === 1 ? exact[0]?.block : undefined;
  const near = people.filter(({ names }) => names.some((each) => each.split(' ').includes(wanted)));
  return near.length === 1 && wanted.length > 1 ? near[0]?.block : undefined;
}

function namesOf(block: Block): string[] {
  const { firstName = '', lastName = '' } = nameOf(block);
  const names = [wholeName(block), firstName, lastName, `${firstName} ${lastName}`];
  return names
    .map((name) => name.trim().toLowerCase().split(/\s+/).join(' '))
    .filter((name) => name !== '');
}

/** The person with that number, or at that place. */
export function findByNumber(blocks: Blocks, number: number): Block | undefined {
  return (
    blocks.all.find((block) => block.number === number) ?? blocks.all.filter(isFilled)[number - 1]
  );
}

/** The persons as drafts: blank ones left out, two blocks about one number joined, all numbered. */
export function finish(
  blocks: Blocks,
  { country, japanese = false }: { readonly country?: string; readonly japanese?: boolean } = {},
): DraftContact[] {
  const joined: Block[] = [];
  for (const block of blocks.all.filter(isFilled)) {
    const same = joined.find((each) => each.number !== undefined && each.number === block.number);
    if (same === undefined) joined.push(block);
    else if (agree(same, block)) join(same, block);
    else joined.push(withoutNumber(block));
  }
  const taken = new Set(joined.map((block) => block.number));
  return joined.map((block) => {
    const place = [1, 2, 3, 4, 5, 6, 7, 8, 9].find((number) => !taken.has(number)) ?? 9;
    const number = block.number ?? place;
    taken.add(number);
    return draft(block, number, { country, japanese });
  });
}

function withoutNumber({ number: _, ...rest }: Block): Block {
  return rest;
}

function open(blocks: Blocks): Block {
  const block: Block = { seen: new Set(), countsBehind: false, phoneTexts: [], sources: [] };
  if (blocks.all.length < MAX_BLOCKS) blocks.all.push(block);
  blocks.current = block;
  return block;
}

// "Contact 2 phone" names its contact; "1. Name" does where a person begins, for others number their
// lines; "Phone 2" is a second phone under a heading, and the phone of contact 2 after "Name 2".
function numberFor(current: Block | undefined, item: Field): number | undefined {
  if (item.contact !== undefined) return item.contact;
  if (item.before !== undefined && isName(item.field) && item.field !== 'lastName')
    return item.before;
  if (item.after === undefined) return undefined;
  const headed = current?.number !== undefined && !current.countsBehind;
  return headed || (item.field === 'phone' && current?.countsBehind !== true)
    ? undefined
    : item.after;
}

function numbered(blocks: Blocks, number: number): Block {
  const found = blocks.all.findLast((block) => block.number === number);
  const { current } = blocks;
  const block =
    found ?? (current?.number === undefined && current?.seen.size === 0 ? current : open(blocks));
  block.number = number;
  blocks.current = block;
  return block;
}

function continued(blocks: Blocks, item: Field, afterBlank: boolean): Block {
  const { current } = blocks;
  const stays = current !== undefined && !beginsNext(blocks, current, item, afterBlank);
  if (item.primary === undefined) return stays ? current : open(blocks);
  if (stays && (current.primary ?? item.primary) === item.primary) return current;
  // "Primary contact e-mail" after "Secondary contact name": back to the primary.
  const found = blocks.all.findLast(
    ({ primary, seen }) => primary === item.primary && !seen.has(item.field),
  );
  if (found !== undefined) blocks.current = found;
  return found ?? open(blocks);
}

function beginsNext(blocks: Blocks, block: Block, { field }: Field, afterBlank: boolean): boolean {
  const { seen } = block;
  const named = seen.has('name') || seen.has('firstName') || seen.has('lastName');
  if (isName(field))
    return seen.has(field) || (named && (seen.has('address') || seen.has('phone')));
  if (field === 'address') return seen.has('address');
  return field === 'phone' && afterBlank && blocks.first === 'phone' && seen.has('phone') && named;
}

function isName(field: LabelKind): boolean {
  return field === 'name' || field === 'firstName' || field === 'lastName';
}

function note(block: Block, field: FieldSource['field'], { line, where }: Place): void {
  block.sources.push({ field, line: line.slice(0, 200), where });
}

function isFilled(block: Block): boolean {
  return block.sources.some(({ field }) => field !== 'primary');
}

// Contact 1 in the own text and contact 1 in the form below it are one person unless they differ.
function agree(one: Block, other: Block): boolean {
  const fields = ['name', 'firstName', 'lastName', 'addressText'] as const;
  return fields.every((field) => {
    const [a, b] = [one[field], other[field]];
    return a === undefined || b === undefined || a.toLowerCase() === b.toLowerCase();
  });
}

function join(block: Block, other: Block): void {
  for (const field of ['name', 'firstName', 'lastName', 'addressText'] as const) {
    const value = other[field];
    if (value !== undefined) block[field] ??= value;
  }
  if (other.primary !== undefined) block.primary ??= other.primary;
  block.phoneTexts.push(...other.phoneTexts.filter((text) => !block.phoneTexts.includes(text)));
  block.sources.push(...other.sources);
}

function draft(
  block: Block,
  number: number,
  { country, japanese }: { readonly country: string | undefined; readonly japanese: boolean },
): DraftContact {
  const address: { address?: Address; rawAddress?: string } = readAddressValue(
    block.addressText ?? '',
  );
  return {
    number,
    ...(block.number !== undefined && { numbered: true as const }),
    ...nameOf(block, japanese),
    ...address,
    phones: phonesOf(block).flatMap((text) => readPhones(text, country)),
    ...(block.primary !== undefined && { primary: block.primary }),
    sources: block.sources,
  };
}

// "Signal: ana.42" beside a number: a name in some service is no number. Alone it is what the sender has.
function phonesOf({ phoneTexts }: Block): string[] {
  const numbers = phoneTexts.filter((text) => digitsOf(text).length >= 5);
  return numbers.length > 0 ? numbers : phoneTexts;
}

// "Nom" and "Nombre" are the whole name or one part of it, as what stands beside them tells.
function nameOf(
  { name, order, firstName, lastName }: Block,
  japanese = false,
): { firstName?: string; lastName?: string } {
  if (name === undefined || (firstName !== undefined && lastName !== undefined)) {
    return {
      ...(firstName !== undefined && { firstName }),
      ...(lastName !== undefined && { lastName }),
    };
  }
  if (firstName !== undefined) return { firstName, lastName: name };
  if (lastName !== undefined) return { firstName: name, lastName };
  const hints: NameHints = order === undefined ? { japanese } : { japanese, order };
  return splitName(name, hints);
}
