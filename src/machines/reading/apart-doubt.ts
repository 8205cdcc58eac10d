/** Finds what leaves a doubt whose the people below the heading of a ccTLD are. */

import type { Cctld } from '../words/cctld.ts';
import { readIntent } from './intent.ts';
import type { CctldPlace } from './cctld-places.ts';
import { bareName, isPhone } from './form-bare.ts';
import { type FormItem, readFormLine } from './form-line.ts';
import type { Where } from './form-walk.ts';
import { isFunctionName } from './function-words.ts';
import { hasGroupWord, saysAlike } from './group-words.ts';
import { findNamedCctlds } from './named-cctlds.ts';
import type { Line } from './segments.ts';
import { isClosing } from './signature.ts';

// Nobody types such a line into a form.
const LONGEST = 1000;

/** Whether the lines name a ccTLD with its dot that is none of these. */
export function namesOthers(lines: readonly Line[], cctlds: readonly Cctld[]): boolean {
  return lines.some(
    ({ part, text }) =>
      part === 'own' &&
      findNamedCctlds('', text.slice(0, LONGEST)).some((cctld) => !cctlds.includes(cctld)),
  );
}

/** Whether the lines above all places name somebody else, or say that some people are for several. */
export function announcesMore(lines: readonly Line[], cctlds: readonly Cctld[]): boolean {
  const said = lines.filter(({ part }) => part === 'own');
  return namesOthers(lines, cctlds) || said.some(({ text }) => saysAlike(text.slice(0, LONGEST)));
}

/** One line below the place of a ccTLD, and what it is. */
interface Read {
  readonly line: Line;
  readonly text: string;
  readonly items: readonly FormItem[] | undefined;
  /** Neither a field nor a heading of a contact, nor anything that only a person's data hold. */
  readonly isFree: boolean;
  readonly isBlank: boolean;
}

/**
 * Whether these lines, below the place of `cctld`, say more than who its people are: words between them
 * or a heading above some of them, another ccTLD, "both" or "the same", or that somebody is to go.
 */
export function leavesDoubt(
  lines: readonly Line[],
  placeOf: (line: Line) => Where,
  cctld?: Cctld,
  place?: CctldPlace,
): boolean {
  const ofPlace = [place?.line, place?.value];
  const counted = lines.filter(
    (line) => placeOf(line) !== undefined && !ofPlace.includes(line.number),
  );
  const read = counted.map(readLine);
  const closing = lines.find(isClosed)?.number ?? Infinity;
  const isOwn = ({ line }: Read) => placeOf(line) === 'own';
  return (
    read.some((one) => isOwn(one) && isDoubtful(one, cctld)) ||
    hasWordsBetween(read, closing, isOwn) ||
    (place?.inline === false && hasQuotedBetween(lines)) ||
    asksForMore(read.filter((one) => isOwn(one) && one.isFree))
  );
}

function readLine(line: Line): Read {
  const text = line.text.trim().slice(0, LONGEST);
  const items = text === '' ? undefined : readFormLine(text);
  const holdsData = text.includes('@') || isPhone(text) || /[|\t;]/.test(line.text);
  const isFree = items === undefined && !holdsData && /\p{L}/u.test(text);
  return { line, text, items, isFree, isBlank: text === '' };
}

function isDoubtful({ line, text, items, isFree }: Read, cctld: Cctld | undefined): boolean {
  if (line.text.length > LONGEST) return true;
  const named = findNamedCctlds('', text);
  if (named.some((one) => one !== cctld) || (named.length > 0 && isFree)) return true;
  return (
    (isFree && /[:：]$/u.test(text)) || hasGroupWord(items?.some(isNamed) ? notesIn(text) : text)
  );
}

// "Both" and "Mismo" are surnames too.
function isNamed(item: FormItem): boolean {
  return item.kind === 'field' && ['name', 'firstName', 'lastName', 'address'].includes(item.field);
}

function notesIn(text: string): string {
  return (text.match(/[([（][^()[\]（）]{0,80}[)\]）]/gu) ?? []).join(' ');
}

// "> And those of .xb?" above an answer: the question tells whose the people below it are. A row of a
// table may begin with a bar, which is a quote mark elsewhere.
function hasQuotedBetween(lines: readonly Line[]): boolean {
  const last = lines.findLastIndex(({ part, text }) => part === 'own' && text.trim() !== '');
  return lines
    .slice(0, last)
    .some(({ part, raw, text }) => OTHERS.has(part) && text.trim() !== '' && !/^\s*\|/.test(raw));
}

const OTHERS: ReadonlySet<Line['part']> = new Set(['quoted', 'forwarded', 'attribution']);

function isClosed({ part, text }: Line): boolean {
  return part === 'own' ? isClosing(text) : part === 'signature' && text.trim() !== '';
}

/** Free words among the data that are not part of a person; or a form below "Kind regards". */
function hasWordsBetween(
  read: readonly Read[],
  closing: number,
  isOwn: (one: Read) => boolean,
): boolean {
  const below = read.findIndex(({ line }) => line.number >= closing);
  const end = below < 0 ? read.length : below;
  if (read.slice(end).some(({ items }) => items?.some(beginsPerson) === true)) return true;
  const isData = (one: Read) => holdsValue(one) || (isOwn(one) && one.text.includes('@'));
  const first = read.findIndex(isData);
  const last = read.slice(0, end).findLastIndex(isData);
  return read.some((one, at) => {
    if (!one.isFree || at >= last) return false;
    return at < first ? headsPerson(read, at) : !isOfPerson(read, at);
  });
}

function beginsPerson(item: FormItem): boolean {
  return item.kind === 'heading' || ['name', 'firstName', 'lastName'].includes(item.field);
}

function holdsValue({ items }: Read): boolean {
  return (
    items?.some(
      (item) =>
        item.kind === 'field' && !['cctld', 'other'].includes(item.field) && item.value !== '',
    ) === true
  );
}

// A name, or the post and organisation below it.
function isOfPerson(read: readonly Read[], at: number): boolean {
  const text = read[at]?.text ?? '';
  if (headsPerson(read, at)) return false;
  if (bareName(text) !== undefined) return true;
  const follows = at > 0 && read[at - 1]?.isBlank === false;
  return (follows || isFunctionName(text)) && text.length <= 60 && !/[.!?]$/.test(text);
}

// "Old ones" above "Contact 1"; a whole sentence only leads up to it.
function headsPerson(read: readonly Read[], at: number): boolean {
  if (/[.!。！]$/u.test(read[at]?.text ?? '')) return false;
  const below = read.slice(at + 1).find(({ text }) => /[\p{L}\p{N}]/u.test(text));
  return below?.items?.some(beginsPerson) === true;
}

const MORE: ReadonlySet<string> = new Set(['refusal', 'replace', 'remove', 'change']);

function asksForMore(read: readonly Read[]): boolean {
  const { intent } = readIntent(read.map(({ line }) => line.text.slice(0, LONGEST)));
  return intent !== undefined && MORE.has(intent);
}
