/** Finds the lines that announce something: a quotation, a forward, or the sender's signature. */

import { isFormLine } from './data-line.ts';
import { readFormLine } from './form-line.ts';
import { headerKindsIn, type HeaderKind } from './header-words.ts';
import { readHeading } from './label-words.ts';
import {
  beginsAttribution,
  isAboveLine,
  holdsAttribution,
  isAttribution,
  isDated,
  isSenderAndDate,
  isSentFrom,
  titleKind,
} from './quote-words.ts';

/** A line without its quote marks. */
export interface Bare {
  /** Without its quote marks and line end. */
  readonly text: string;
  readonly raw: string;
  readonly depth: number;
  /** What is looked at: without invisible signs, trimmed, and the middle of a very long line left out. */
  readonly plain: string;
  readonly header: HeaderKind | undefined;
}

/** Lines from `at` that announce something: how many they are, and what comes after them. */
export interface Marker {
  readonly length: number;
  readonly next: 'signature' | 'quoted' | 'forwarded' | 'quotation' | 'nothing';
}

/** The marker that begins with this line of depth 0, or undefined. Looks ahead a bounded way only. */
export function findMarker(lines: readonly Bare[], at: number): Marker | undefined {
  const { plain } = lines[at] as Bare;
  if (plain === '') return undefined;
  if (plain === '--') return isDrawnRule(lines, at) ? undefined : { length: 1, next: 'signature' };
  if (isSentFrom(plain)) return { length: 1, next: 'nothing' };
  const first = findQuotation(lines, at);
  return first === undefined ? findArmour(lines, at) : withNext(lines, at, first, 3);
}

function findQuotation(lines: readonly Bare[], at: number): Marker | undefined {
  return findTitle(lines, at) ?? findHeaderBlock(lines, at) ?? findAttribution(lines, at);
}

// "-----Original Message-----" with the header block below it is one marker, and so is a rule.
function withNext(lines: readonly Bare[], at: number, first: Marker, most: number): Marker {
  let from = at + first.length;
  while (from < at + first.length + 3 && lines[from]?.raw.trim() === '') from += 1;
  const line = lines[from];
  if (line === undefined || line.depth > 0 || most === 0) return first;
  const second = findHeaderBlock(lines, from) ?? findTitle(lines, from);
  const more =
    second === undefined ? findAttribution(lines, from) : withNext(lines, from, second, most - 1);
  if (more === undefined) return first;
  // "--- Original Message ---" above "On … wrote:" says no more than this does.
  const soft = second === undefined && first.next === 'quoted';
  return { length: from - at + more.length, next: soft ? more.next : first.next };
}

/** People draw "--" between contacts too, but not the "-- " of RFC 3676 4.3: then a form follows. */
function isDrawnRule(lines: readonly Bare[], at: number): boolean {
  if (/\s$/.test((lines[at] as Bare).raw)) return false;
  for (const line of lines.slice(at + 1, at + 12)) {
    if (line.depth > 0) return false;
    if (isFormLine(line.plain)) return true;
  }
  return false;
}

const ARMOUR = '-----BEGIN PGP SIGNED MESSAGE-----';

function findArmour(lines: readonly Bare[], at: number): Marker | undefined {
  const { plain } = lines[at] as Bare;
  if (plain === ARMOUR) return { length: armourLength(lines, at), next: 'nothing' };
  return /^-----(BEGIN|END) PGP/.test(plain) ? { length: 1, next: 'signature' } : undefined;
}

// The armour line and its "Hash: …" lines, up to the empty line.
function armourLength(lines: readonly Bare[], at: number): number {
  let length = 1;
  while (length < 5 && /^[A-Za-z]+: /.test(lines[at + length]?.text ?? '')) length += 1;
  return length;
}

// RFC 9580 7.2: inside a clear-signed text every line that begins with a dash is escaped by "- ".
export function unarmour(lines: readonly Bare[]): readonly Bare[] {
  const start = lines.findIndex((line) => line.depth === 0 && line.text.trimEnd() === ARMOUR);
  if (start < 0) return lines;
  return lines.map((line, at) =>
    at > start && line.text.startsWith('- ')
      ? { ...line, text: line.text.slice(2), plain: line.plain.replace(/^- ?/, '') }
      : line,
  );
}

/** `-----Original Message-----`, `Begin forwarded message:`, Outlook's long rule. */
function findTitle(lines: readonly Bare[], at: number): Marker | undefined {
  const text = (lines[at] as Bare).plain;
  if (text.length > 200 || /^-----(BEGIN|END) PGP/.test(text)) return undefined;
  if (/^_{20,}$/.test(text)) return { length: 1, next: 'quoted' };
  if (isAboveLine(text)) return { length: 1, next: 'quoted' };
  const title = stripRules(text, '-–—')?.replaceAll('&nbsp;', ' ').trim();
  const kind = titleKind(title ?? bareTitle(lines, at));
  if (kind !== undefined) return { length: 1, next: kind === 'forwarded' ? 'forwarded' : 'quoted' };
  // An unknown title between dashes is a separator in a language that we do not know, unless it
  // heads a contact: people draw "---- Contact 2 ----".
  if (title === undefined || !/\p{L}/u.test(title)) return undefined;
  if (isAttribution(`${title}:`)) return { length: 1, next: 'quotation' };
  return readHeading(title) === undefined ? { length: 1, next: 'quoted' } : undefined;
}

// A title without dashes: with other rules, with a colon, or directly above a header (BlackBerry).
function bareTitle(lines: readonly Bare[], at: number): string {
  const text = (lines[at] as Bare).plain;
  const title = stripRules(text, '=*_#~+');
  if (title !== undefined) return title;
  if (/[:：]$/.test(text)) return text;
  const below = lines[at + 1]?.raw.trim() === '' ? lines[at + 2] : lines[at + 1];
  return text.length <= 60 && below?.header !== undefined ? text : '';
}

/** The words between two rules of at least two such signs each, or undefined. */
function stripRules(text: string, signs: string): string | undefined {
  let start = 0;
  let end = text.length;
  while (start < end && signs.includes(text.charAt(start))) start += 1;
  while (end > start && signs.includes(text.charAt(end - 1))) end -= 1;
  return start >= 2 && text.length - end >= 2 ? text.slice(start, end).trim() : undefined;
}

// How many lines a header block has at most, and how many may stand between two headers that are
// none: the rest of a long list of recipients, or of a subject.
const LONGEST_BLOCK = 40;
const LONGEST_GAP = 6;

/** Outlook's "From: / Sent: / To: / Subject:" block: From and two others, or From and one directly below it. */
function findHeaderBlock(lines: readonly Bare[], at: number): Marker | undefined {
  const first = lines[at] as Bare;
  if (first.header === undefined) return findUnknownBlock(lines, at);
  if (first.header === 'other') return undefined;
  const inLine = /[:：].*[:：].*[:：]/.test(first.plain) ? headerKindsIn(first.plain) : undefined;
  if (inLine !== undefined && inLine.size >= 3 && inLine.has('from'))
    return { length: 1, next: 'quoted' };
  const kinds = new Set<HeaderKind>();
  let length = 0;
  for (let ahead = 0, gap = 0; ahead < LONGEST_BLOCK && gap <= LONGEST_GAP; ahead += 1) {
    const line = lines[at + ahead];
    if (line === undefined || line.depth > 0) break;
    const kind = line.header;
    if (kind === undefined) {
      // A list of recipients may be as long as it likes.
      if (!/@|[;,]$/.test(line.plain.slice(-300))) gap += 1;
      continue;
    }
    // A second From begins the next mail of the thread.
    if (kind === 'from' && kinds.has('from')) break;
    kinds.add(kind);
    length = ahead + 1;
    gap = 0;
  }
  kinds.delete('other');
  const dated = kinds.size === 2 && !kinds.has('to') && length <= 3 && mentionsAddress(lines, at);
  return kinds.has('from') && (kinds.size >= 3 || dated) ? { length, next: 'quoted' } : undefined;
}

const LABELLED = /^[*_]{0,4}\p{L}[\p{L}\p{M} .'-]{0,28}[*_]{0,4}\s{0,3}[:：][*_]{0,4}\s{0,3}\S/u;

/**
 * Three labels in a row in a language that we do not know, none of them of our form, with an address
 * and a time of day behind them: that is what a header block looks like everywhere.
 */
function findUnknownBlock(lines: readonly Bare[], at: number): Marker | undefined {
  const block = lines.slice(at, at + 3);
  if (!block.every(({ plain, depth }) => depth === 0 && LABELLED.test(plain.slice(0, 60))))
    return undefined;
  const said = block.map(({ plain }) => plain.slice(0, 300)).join('\n');
  if (!said.includes('@') || !/\p{Nd}{1,2}[:.]\p{Nd}{2}/u.test(said)) return undefined;
  const known = block.some(({ plain }) => readFormLine(plain.slice(0, 300)) !== undefined);
  return block.length < 3 || known ? undefined : { length: 3, next: 'quoted' };
}

function mentionsAddress(lines: readonly Bare[], at: number): boolean {
  return lines
    .slice(at, at + 3)
    .some(({ header, plain }) => header === 'from' && plain.includes('@'));
}

/** "On … wrote:", in one line or wrapped over up to `most`. */
export function findAttribution(lines: readonly Bare[], at: number, most = 4): Marker | undefined {
  const { plain } = lines[at] as Bare;
  if (holdsAttribution(plain)) return { length: 1, next: 'quoted' };
  const below = lines[at + 1];
  if (below?.depth === 0 && isSenderAndDate(plain, below.plain)) {
    return { length: 2, next: 'quoted' };
  }
  // Whatever it begins with, it ends with a colon or an address stands in it: most lines need no
  // closer look.
  let last = at;
  while (last < at + most && !mayBelong(lines[last])) last += 1;
  if (last === at + most) return undefined;
  const begins = beginsAs(lines, at);
  let joined = '';
  for (let length = 1; length <= (begins === 'no' ? 1 : most); length += 1) {
    const line = lines[at + length - 1];
    if (line === undefined || line.raw.trim() === '') return undefined;
    // "… TLD-OPS <", then the address, then "> wrote:": that is no quote mark.
    const closesBracket = joined.lastIndexOf('<') > joined.lastIndexOf('>');
    if (line.depth > 0 && !closesBracket) return undefined;
    // The sender's own line may begin like an attribution too: the later beginning is the one.
    const later = length > 1 && !closesBracket;
    if (later && beginsLater(lines, at + length - 1, begins, most - length + 1)) return undefined;
    joined = `${joined.slice(-900)}${closesBracket ? '' : ' '}${line.depth > 0 ? line.raw.trim() : line.plain}`;
    if (isAttribution(joined)) return { length, next: 'quotation' };
    if (length > 1 && holdsAttribution(joined.trimStart())) return { length, next: 'quoted' };
  }
  return undefined;
}

function mayBelong(line: Bare | undefined): boolean {
  return line === undefined || line.plain.includes('@') || /[:：][*_]{0,2}$/.test(line.plain);
}

function beginsAs(lines: readonly Bare[], at: number): ReturnType<typeof beginsAttribution> {
  const begins = beginsAttribution((lines[at] as Bare).plain);
  // A long name stands alone above its address.
  return begins === 'no' && /^<[^<>\s]{1,300}@/.test(lines[at + 1]?.plain ?? '')
    ? 'perhaps'
    : begins;
}

// Not the second half of "Ana <a@b>, 3 Nov 2026 / wrote:", which alone would be an attribution too.
function beginsLater(
  lines: readonly Bare[],
  at: number,
  begins: ReturnType<typeof beginsAttribution>,
  most: number,
): boolean {
  const { depth, plain } = lines[at] as Bare;
  if (depth > 0) return false;
  if (isDated(plain) && findAttribution(lines, at, most) !== undefined) return true;
  return begins === 'perhaps' && /^["'“„«]?\p{Lu}/u.test(plain) && isAttribution(plain);
}
