/**
 * Cuts the text of a mail into what its sender wrote and what was only quoted.
 *
 * In doubt a line is quoted: own text can be written again, but a quotation taken for own text would
 * confirm a request with the words of our own letter. What stays doubtful even so (the tail of a
 * quoted line that some gateway wrapped) is for the readers to mind: they see every line.
 */

import { readHeading } from './label-words.ts';
import {
  beginsAttribution,
  headerKind,
  isAttribution,
  isSentFrom,
  titleKind,
  type HeaderKind,
} from './quote-words.ts';

export type Part = 'own' | 'quoted' | 'attribution' | 'signature' | 'forwarded';

export interface Line {
  /** The line without its quote marks and line end. */
  readonly text: string;
  /** The line as it stood in the mail, without its line end. */
  readonly raw: string;
  /** How many quote marks stood before the text. Text below an Outlook separator has 0. */
  readonly depth: number;
  readonly part: Part;
  /** 1 for the first line of the text. */
  readonly number: number;
}

interface Bare {
  readonly text: string;
  readonly raw: string;
  readonly depth: number;
}

/** Where we are: the sender's text, a signature, or (to the end) an unmarked quotation or forward. */
type Mode = 'own' | 'signature' | 'quoted' | 'forwarded';

/** Lines from `at` that announce something: how many they are, and what comes after them. */
interface Marker {
  readonly length: number;
  readonly next: Mode | 'quotation' | 'nothing';
}

/** The text of a mail (LF or CRLF) as lines with their parts. Linear; a lone CR ends no line. */
export function readSegments(text: string): Line[] {
  const bare = unarmour(text.split('\n').map(readMarks));
  const lines: Line[] = [];
  let mode: Mode = 'own';
  // After "On … wrote:" an unmarked text is a quotation without marks, to the end.
  let awaitsQuote = false;
  while (lines.length < bare.length) {
    const at = lines.length;
    const line = bare[at] as Bare;
    if (line.depth > 0) {
      if (mode === 'signature') mode = 'own';
      awaitsQuote = false;
      add(lines, line, mode === 'forwarded' ? 'forwarded' : 'quoted');
      continue;
    }
    const marker = findMarker(bare, at);
    if (marker !== undefined) {
      const next: Mode = nextMode(mode, marker);
      for (const each of bare.slice(at, at + marker.length)) {
        add(
          lines,
          each,
          next === 'signature' || marker.next === 'nothing' ? 'signature' : 'attribution',
        );
      }
      if (marker.next !== 'nothing') awaitsQuote = marker.next === 'quotation' && next === 'own';
      mode = next;
      continue;
    }
    if (awaitsQuote && line.text.trim() !== '') mode = 'quoted';
    add(lines, line, mode);
  }
  return lines;
}

/** What the sender wrote: own lines joined by LF, a blank line where something else stood between. */
export function ownText(lines: readonly Line[]): string {
  const out: string[] = [];
  let last = 0;
  for (const line of lines) {
    if (line.part !== 'own') continue;
    if (out.length > 0 && line.number !== last + 1) out.push('');
    out.push(line.text);
    last = line.number;
  }
  return out.join('\n');
}

function add(lines: Line[], { text, raw, depth }: Bare, part: Part): void {
  lines.push({ text, raw, depth, part, number: lines.length + 1 });
}

// An unmarked quotation or forward lasts to the end of the mail, whatever is announced inside it.
function nextMode(mode: Mode, marker: Marker): Mode {
  if (mode === 'quoted' || mode === 'forwarded') return mode;
  if (marker.next === 'nothing') return mode;
  return marker.next === 'quotation' ? 'own' : marker.next;
}

// Besides ">": full-width, guillemets (Lotus, KMail), bars (pine, elm), and "AB>" (Supercite).
const MARKS = new Set('>＞»›|│┃▎');
const BLANKS = new Set(' \t\u00a0\u3000\u200b\u200c\u200d\u200e\u200f\u2060\ufeff');
const INITIALS = /^[ \t]{0,3}\p{L}{1,12}>/u;

// By hand: a pattern such as (>\s?)+ runs out of stack on a megabyte of quote marks.
function readMarks(line: string): Bare {
  const raw = line.endsWith('\r') ? line.slice(0, -1) : line;
  let depth = 0;
  let end = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const sign = raw.charAt(at);
    if (MARKS.has(sign)) {
      depth += 1;
      end = at + 1;
    } else if (!BLANKS.has(sign)) break;
  }
  const initials = depth === 0 ? INITIALS.exec(raw.slice(0, 20)) : null;
  if (initials !== null) return { text: raw.slice(initials[0].length).trimStart(), raw, depth: 1 };
  if (depth === 0) return { text: raw, raw, depth };
  return { text: raw.slice(raw.charAt(end) === ' ' ? end + 1 : end), raw, depth };
}

const ARMOUR = '-----BEGIN PGP SIGNED MESSAGE-----';

// RFC 9580 7.2: inside a clear-signed text every line that begins with a dash is escaped by "- ".
function unarmour(lines: Bare[]): Bare[] {
  const start = lines.findIndex((line) => line.depth === 0 && line.text.trimEnd() === ARMOUR);
  if (start < 0) return lines;
  return lines.map((line, at) =>
    at > start && line.text.startsWith('- ') ? { ...line, text: line.text.slice(2) } : line,
  );
}

function findMarker(lines: readonly Bare[], at: number): Marker | undefined {
  const text = (lines[at] as Bare).text.trim();
  if (text === '') return undefined;
  if (text === '--') return { length: 1, next: 'signature' };
  if (isSentFrom(text)) return { length: 1, next: 'nothing' };
  return findTitle(lines, at, text) ?? findHeaderBlock(lines, at) ?? findAttribution(lines, at);
}

/** `-----Original Message-----`, `Begin forwarded message:`, PGP armour, Outlook's long rule. */
function findTitle(lines: readonly Bare[], at: number, text: string): Marker | undefined {
  if (text.length > 200) return undefined;
  if (text === ARMOUR) return { length: armourLength(lines, at), next: 'nothing' };
  if (/^-----(BEGIN|END) PGP/.test(text)) return { length: 1, next: 'signature' };
  if (/^_{20,}$/.test(text)) return { length: 1, next: 'quoted' };
  const title = stripRules(text);
  const kind = titleKind(title ?? (/[:：]$/.test(text) ? text : ''));
  if (kind !== undefined) return { length: 1, next: kind === 'forwarded' ? 'forwarded' : 'quoted' };
  // An unknown title between dashes is a separator in a language that we do not know, unless it
  // heads a contact: people draw "---- Contact 2 ----".
  if (title === undefined || !/\p{L}/u.test(title)) return undefined;
  return readHeading(title) === undefined ? { length: 1, next: 'quoted' } : undefined;
}

// The armour line and its "Hash: …" lines, up to the empty line.
function armourLength(lines: readonly Bare[], at: number): number {
  let length = 1;
  while (length < 5 && /^[A-Za-z]+: /.test(lines[at + length]?.text ?? '')) length += 1;
  return length;
}

/** The words between two rules of at least two dashes each, or undefined. */
function stripRules(text: string): string | undefined {
  let start = 0;
  let end = text.length;
  while (start < end && '-–—'.includes(text.charAt(start))) start += 1;
  while (end > start && '-–—'.includes(text.charAt(end - 1))) end -= 1;
  return start >= 2 && text.length - end >= 2 ? text.slice(start, end).trim() : undefined;
}

/** Outlook's "From: / Sent: / To: / Subject:" block: From and two others within eight lines. */
function findHeaderBlock(lines: readonly Bare[], at: number): Marker | undefined {
  if (headerKind((lines[at] as Bare).text) === undefined) return undefined;
  const kinds = new Set<HeaderKind>();
  let length = 0;
  for (let ahead = 0; ahead < 8; ahead += 1) {
    const line = lines[at + ahead];
    if (line === undefined || line.depth > 0) break;
    const kind = headerKind(line.text);
    if (kind === undefined) continue;
    // A second From begins the next mail of the thread.
    if (kinds.has(kind) && kind === 'from') break;
    kinds.add(kind);
    length = ahead + 1;
  }
  return kinds.has('from') && kinds.size >= 3 ? { length, next: 'quoted' } : undefined;
}

/** "On … wrote:", in one line or wrapped over up to four. */
function findAttribution(lines: readonly Bare[], at: number): Marker | undefined {
  let joined = '';
  const longest = beginsAttribution((lines[at] as Bare).text) === 'no' ? 1 : 4;
  for (let length = 1; length <= longest; length += 1) {
    const line = lines[at + length - 1];
    if (line === undefined || line.text.trim() === '') return undefined;
    // "… TLD-OPS <", then the address, then "> wrote:": that is no quote mark.
    const closesBracket = joined.lastIndexOf('<') > joined.lastIndexOf('>');
    if (line.depth > 0 && !closesBracket) return undefined;
    // The sender's own line may begin like an attribution too: the later beginning is the one.
    if (length > 1 && beginsAttribution(line.text) === 'surely') return undefined;
    joined = `${joined.slice(-600)} ${line.raw.trimEnd().slice(-600)}`;
    if (isAttribution(joined)) return { length, next: 'quotation' };
  }
  return undefined;
}
