/**
 * Cuts the text of a mail into what its sender wrote and what was only quoted.
 *
 * In doubt a line is quoted: own text can be written again, but a quotation taken for own text would
 * confirm a request with the words of our own letter. What stays doubtful even so (the tail of a
 * quoted line that some gateway wrapped) is for the readers to mind: they see every line.
 */

import { bannerLength, findDisclaimers } from './boilerplate.ts';
import { headerKind } from './header-words.ts';
import { findAttribution, findMarker, unarmour, type Bare, type Marker } from './marker.ts';
import { findSignatures } from './signature.ts';

export type Part =
  | 'own'
  | 'quoted'
  | 'attribution'
  | 'signature'
  | 'forwarded'
  /** What a gateway or a company puts into every mail: banners, disclaimers. */
  | 'boilerplate';

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

/** The text of a mail (LF or CRLF) as lines with their parts. Linear; a lone CR ends no line. */
export function readSegments(text: string): Line[] {
  const bare = unarmour(text.split('\n').map(readMarks));
  const banner = bannerLength(
    bare.slice(0, 12).map(({ plain, depth }) => (depth > 0 ? '>' : plain)),
  );
  const parts = Array<Part>(banner).fill('boilerplate');
  readQuotations(bare, parts);
  markWrapped(bare, parts);
  markRules(bare, parts);
  markUntyped(bare, parts);
  return bare.map((line, at) => ({
    text: line.text,
    raw: line.raw,
    depth: line.depth,
    part: parts[at] as Part,
    number: at + 1,
  }));
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

/** Where we are: the sender's text, a signature, or (to the end) an unmarked quotation or forward. */
type Mode = 'own' | 'signature' | 'quoted' | 'forwarded';

/** Adds the parts of the other lines, as far as marks, separators and attributions tell them. */
function readQuotations(bare: readonly Bare[], parts: Part[]): void {
  let mode: Mode = 'own';
  // After "On … wrote:" an unmarked text is a quotation without marks, to the end.
  let awaitsQuote = false;
  while (parts.length < bare.length) {
    const at = parts.length;
    const line = bare[at] as Bare;
    if (line === EMPTY) {
      parts.push(mode);
      continue;
    }
    if (line.depth > 0) {
      if (mode === 'signature') mode = 'own';
      awaitsQuote = announces(bare, at);
      parts.push(mode === 'forwarded' ? 'forwarded' : 'quoted');
      continue;
    }
    const marker = findMarker(bare, at);
    if (marker === undefined) {
      if (awaitsQuote && line.plain !== '') mode = 'quoted';
      parts.push(mode);
      continue;
    }
    const next: Mode = nextMode(mode, marker);
    const signs = next === 'signature' || marker.next === 'nothing';
    parts.push(...Array<Part>(marker.length).fill(signs ? 'signature' : 'attribution'));
    if (marker.next !== 'nothing') awaitsQuote = marker.next === 'quotation' && next === 'own';
    mode = next;
  }
}

// An unmarked quotation or forward lasts to the end of the mail, whatever is announced inside it.
function nextMode(mode: Mode, marker: Marker): Mode {
  if (mode === 'quoted' || mode === 'forwarded') return mode;
  if (marker.next === 'nothing') return mode;
  return marker.next === 'quotation' ? 'own' : marker.next;
}

/**
 * A quote mark that stands before an attribution alone: ">>> Ana <a@b> 03/11/2026 9:00 >>>" of
 * GroupWise, or "> On … wrote:" above a text without marks.
 */
function announces(bare: readonly Bare[], at: number): boolean {
  if ((bare[at + 1]?.depth ?? 0) > 0) return false;
  const { raw } = bare[at] as Bare;
  if (raw.length < 500 && /^>>>\s.{0,490}>>>$/.test(raw.trim())) return true;
  let first = at;
  while (first > at - 4 && (bare[first - 1]?.depth ?? 0) > 0) first -= 1;
  if ((bare[first - 1]?.depth ?? 0) > 0) return false;
  const run = bare.slice(first, at + 1).map((line) => ({ ...line, depth: 0, raw: line.text }));
  return findAttribution(run, 0)?.length === run.length;
}

// From this length on a quoted line may have been wrapped behind our back, at most that much of it.
const WRAPPED = 60;
const TAIL = 40;

/** The end of a quoted line that a gateway wrapped without a new mark is no answer. */
function markWrapped(bare: readonly Bare[], parts: Part[]): void {
  for (let at = 1; at < bare.length; at += 1) {
    if (parts[at] !== 'own' || parts[at - 1] !== 'quoted') continue;
    const [above, line] = [bare[at - 1] as Bare, bare[at] as Bare];
    if (above.depth === 0 || line.plain === '' || line.raw.length > TAIL) continue;
    const open = above.raw.length >= WRAPPED && !/[.:;!?。：？！…_)\]]$/u.test(above.plain);
    const goesOn = (bare[at + 1]?.depth ?? 0) > 0 || /^\p{Ll}/u.test(line.plain);
    if (open && goesOn) parts[at] = 'quoted';
  }
}

/** A drawn line directly above a quotation belongs to it. */
function markRules(bare: readonly Bare[], parts: Part[]): void {
  for (let at = 0; at < bare.length; at += 1) {
    if (parts[at - 1] !== 'own' || !begins(at)) continue;
    let above = at - 1;
    while (above > at - 4 && parts[above] === 'own' && bare[above]?.plain === '') above -= 1;
    const rule = parts[above] === 'own' && /^[-_=*─━]{3,200}$/.test(bare[above]?.plain ?? '');
    if (rule) parts.fill('attribution', above, at);
  }

  function begins(at: number): boolean {
    const headed = parts[at] === 'quoted' && bare[at]?.header !== undefined;
    return parts[at] === 'attribution' || headed;
  }
}

/** Disclaimers and signatures in the sender's own text, block by block. */
function markUntyped(bare: readonly Bare[], parts: Part[]): void {
  let begun = false;
  for (let start = 0; start < bare.length;) {
    let end = start;
    while (end < bare.length && !isOthers(parts[end])) end += 1;
    if (end > start) begun = markBlock(bare, parts, { start, end, begun }) || begun;
    start = end + 1;
  }
}

interface Block {
  readonly start: number;
  readonly end: number;
  readonly begun: boolean;
}

/** True when something own is left in the block. */
function markBlock(bare: readonly Bare[], parts: Part[], { start, end, begun }: Block): boolean {
  const block: string[] = [];
  for (let at = start; at < end; at += 1) {
    block.push(parts[at] === 'own' ? (bare[at] as Bare).plain : '');
  }
  if (block.every((text) => text === '')) return false;
  take('boilerplate', findDisclaimers(block));
  take('signature', findSignatures(block, begun));
  return block.some((text) => text !== '');

  function take(part: Part, found: readonly boolean[]): void {
    for (const [at, is] of found.entries()) {
      if (!is || parts[start + at] !== 'own') continue;
      parts[start + at] = part;
      block[at] = '';
    }
  }
}

function isOthers(part: Part | undefined): boolean {
  return part === 'quoted' || part === 'attribution' || part === 'forwarded';
}

// Besides ">": full-width, guillemets (Lotus, KMail), bars (pine, elm), and "AB>" (Supercite).
const MARKS = new Set('>＞»›|│┃▎');
const BLANKS = new Set(
  ' \t\u00a0\u3000\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff',
);
const INITIALS = /^[ \t]{0,3}\p{L}{1,12}>/u;

// By hand: a pattern such as (>\s?)+ runs out of stack on a megabyte of quote marks.
function readMarks(line: string): Bare {
  if (line === '') return EMPTY;
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
  if (initials !== null) return bareLine(raw.slice(initials[0].length).trimStart(), raw, 1);
  if (depth === 0) return bareLine(raw, raw, depth);
  return bareLine(raw.slice(raw.charAt(end) === ' ' ? end + 1 : end), raw, depth);
}

const EMPTY: Bare = { text: '', raw: '', depth: 0, plain: '', header: undefined };
// Blanks that some programs put for the common one.
const BLANK = /[\u00a0\u2000-\u200a\u202f]/g;
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

function bareLine(text: string, raw: string, depth: number): Bare {
  if (/^[ -~]{0,1500}$/.test(text)) {
    const plain = text.trim();
    return { text, raw, depth, plain, header: headerKind(plain) };
  }
  const short = text.length <= 1500 ? text : `${text.slice(0, 700)} … ${text.slice(-700)}`;
  const plain = short.replace(INVISIBLE, '').replace(BLANK, ' ').normalize('NFC').trim();
  return { text, raw, depth, plain, header: headerKind(plain) };
}
