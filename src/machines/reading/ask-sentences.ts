/** Cuts the sender's words into sentences, and a sentence into the parts that each ask one thing. */

import { ASK_PATTERNS, type AskKind } from './ask-words.ts';
import type { Mention } from './ask-mention.ts';
import { findAtoms } from './atoms.ts';
import { headingWord, labelKind } from './label-words.ts';
import { isAbbreviated } from './prose-text.ts';

export interface Sentence {
  readonly text: string;
  /** Number of its first line. */
  readonly line: number;
  /** A blank line stands before it. */
  readonly fresh: boolean;
}

const MOST_LINES = 600;
const WRAPPED = 55;

/** The sentences: a line ends one unless a mail program wrapped it. Blanks are single, apostrophes straight. */
export function sentencesOf(text: string): Sentence[] {
  const out: Sentence[] = [];
  let open: Sentence | undefined;
  let blank = true;
  for (const [line, raw] of text.split('\n').slice(0, MOST_LINES).entries()) {
    const written = tidy(raw);
    if (written === '') {
      if (open !== undefined) out.push(open);
      open = undefined;
      blank = true;
      continue;
    }
    const begun: Sentence = open ?? { text: '', line, fresh: blank };
    const parts = split(begun.text === '' ? written : `${begun.text} ${written}`);
    const wraps = raw.length >= WRAPPED && raw.length < 300 && !/[.!?:;。！？؟]$/u.test(written);
    const rest = wraps && (parts.at(-1)?.length ?? 0) < 1000 ? parts.pop() : undefined;
    for (const [at, part] of parts.entries())
      out.push({ text: part, line: at === 0 ? begun.line : line, fresh: at === 0 && begun.fresh });
    open =
      rest === undefined
        ? undefined
        : {
            text: rest,
            line: parts.length > 0 ? line : begun.line,
            fresh: parts.length === 0 && begun.fresh,
          };
    blank = false;
  }
  return open === undefined ? out : [...out, open];
}

// A quoted line is somebody else's.
function tidy(line: string): string {
  if (/^\s{0,9}>/.test(line)) return '';
  return line
    .slice(0, 2000)
    .replace(/[’‘`´]/gu, "'")
    .replaceAll('İ', 'I')
    .replace(/[\s\u00a0]+/gu, ' ')
    .replace(/^[ *•·\-–—]{1,8}/u, '')
    .trim();
}

function split(text: string): string[] {
  const out: string[] = [];
  let from = 0;
  for (const { index } of text.matchAll(/[.!?؟](?=["')\]]?\s)|[。！？]/gu)) {
    if (isAbbreviated(text.slice(from, index + 1)) || isDay(text, index)) continue;
    out.push(text.slice(from, index + 1).trim());
    from = index + 1;
  }
  out.push(text.slice(from).trim());
  return out.filter((part) => part !== '');
}

// "Zum 31. Oktober" ends no sentence.
function isDay(text: string, stop: number): boolean {
  return (
    /(?<!\d)\d{1,2}\.$/u.test(text.slice(Math.max(0, stop - 3), stop + 1)) &&
    /^ (?:jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez)\p{L}/iu.test(
      text.slice(stop + 1, stop + 8),
    )
  );
}

/** A word that asks, with its place. */
export interface Marker {
  readonly kind: AskKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The text in lower case with blanks for people, data and what stands in quotation marks. */
export function mask(text: string, mentions: readonly Mention[]): string {
  const lower = text.toLowerCase();
  let masked = lower.length === text.length ? lower : text;
  for (const { start, end } of [...mentions, ...findAtoms(text)])
    masked = `${masked.slice(0, start)}${' '.repeat(end - start)}${masked.slice(end)}`;
  return masked
    .replace(
      /^(?:dear|hello|hi|good (?:morning|day|afternoon)|hola|bom dia|boa tarde|buen[oa]s (?:días|tardes)|guten abend|добрый день|estimad[oa]s?|bonjour|chère?|guten (?:tag|morgen)|sehr geehrte[rn]?|hallo|olá|prezad[oa]s?|уважаем\p{L}{1,4}|здравствуйте)(?!\p{L})[^,:!]{0,60}[,:!]/u,
      blanks,
    )
    .replace(RELATIVE, blanks)
    .replace(/, (?:please|kindly|bitte|пожалуйста|por favor|s'il vous plaît|svp),/gu, blanks)
    .replace(/["“”„«][^"“”„«»]{1,80}["“”»]/gu, (found) =>
      hasMarker(found) ? blanks(found) : found,
    );
}

// "Please replace Alice, who has left the company, with Bob".
const RELATIVE =
  /(?<=(?<!\p{L})(?:replace|remove|replacing|removing)(?!\p{L})[^.;]{1,100}), who [^,;.]{1,60},/gu;

function blanks(found: string): string {
  return ' '.repeat(found.length);
}

/** Whether any word that asks stands in a text in lower case. */
export function hasMarker(text: string): boolean {
  return ASK_PATTERNS.some(([, pattern]) => text.search(pattern) >= 0);
}

/** The words that ask, none inside a longer one. */
export function markersOf(masked: string): Marker[] {
  const all = ASK_PATTERNS.flatMap(([kind, pattern]) =>
    [...masked.matchAll(pattern)].slice(0, 30).map(({ 0: text, index }) => ({
      kind,
      text,
      start: index,
      end: index + text.length,
    })),
  ).toSorted((a, b) => a.start - b.start || b.end - a.end);
  const out: Marker[] = [];
  for (const marker of all) if (marker.start >= (out.at(-1)?.end ?? 0)) out.push(marker);
  return out;
}

/** A part of a sentence, with the words in it that ask. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly markers: readonly Marker[];
}

const BOUNDARY =
  /[;:；：，、—–]|,(?=\s|$)| - |(?<= )(?:and|but|und|aber|sondern|et|mais|y|e|pero|mas|и|а|но|&|و)(?= )/gu;
/** Verbs whose subject stands before them: "Bob replaces Alice". */
export const FINITE =
  /^(?:replaces|replaced|takes|took|has|have|is|will|succeeds|substitutes|remplace|succède|reemplaza|sustituye|substitui|заменяет|заменит|сменил|сменяет|ersetzt|folgt|tritt|übernimmt|sostituisce|vervangt|be |joins)/u;

interface Piece extends Part {
  /** What stands before it. */
  readonly after: string;
}

// "Remove Alice and Carol from the list": the end of it belongs to both.
const OFF_LIST =
  / (?:from|off|de|da|do|del|du|aus|von|vom|из) (?:(?:the|your|our|this|la|votre|cette|nuestra|su|der|lista|liste|of|de|mailing|tld-ops|distribution|diffusion|correo|contacts?|contactos|contatos) ?){0,5}(?:list|lista|liste|listado|verteiler|списка)?(?: (?:please|of contacts|de contactos|de contatos|контактов|рассылки))?[.!]{0,2}$/u;

/** Cuts at commas, colons and "and", but leaves names and data with the word that asks about them. */
export function partsOf(masked: string, mentions: readonly Mention[]): Part[] {
  const markers = markersOf(masked);
  const pieces = piecesOf(masked, markers);
  const out: Part[] = [];
  let pending: number | undefined;
  let open = false;
  for (const piece of pieces) {
    const nominal = isFill(masked.slice(piece.start, piece.end).replace(OFF_LIST, ''));
    if (piece.markers.length > 0) {
      const start =
        pending !== undefined && belongs(masked, piece, mentions) ? pending : piece.start;
      out.push({ ...piece, start });
      pending = undefined;
      open = true;
    } else if (nominal && open) {
      out[out.length - 1] = { ...(out.at(-1) as Part), end: piece.end };
    } else {
      pending = nominal ? (pending ?? piece.start) : undefined;
      open = false;
    }
  }
  return out.flatMap(splitKinds);
}

function piecesOf(masked: string, markers: readonly Marker[]): Piece[] {
  const cuts = [...masked.matchAll(BOUNDARY)].filter(
    ({ index }) => !markers.some(({ start, end }) => index >= start && index < end),
  );
  const starts = [0, ...cuts.map(({ 0: sign, index }) => index + sign.length)];
  return starts.map((start, at) => {
    const end = cuts[at]?.index ?? masked.length;
    return {
      start,
      end,
      markers: markers.filter((marker) => marker.start >= start && marker.start < end),
      after: cuts[at - 1]?.[0].trim() ?? '',
    };
  });
}

// "Alice and Carol have left"; "Bob Smith, bob@nic.xa, replaces Alice"; but not "Alice, please remove Bob".
function belongs(masked: string, piece: Piece, mentions: readonly Mention[]): boolean {
  const [marker] = piece.markers;
  if (marker === undefined) return false;
  const subject = mentions.some(({ start, end }) => start >= piece.start && end <= marker.start);
  if (subject) return /[\p{L}&]/u.test(piece.after);
  // "Alice Jones: remove"
  const alone = !mentions.some(({ start, end }) => start >= marker.end && end <= piece.end);
  if ((alone || marker.kind === 'replace') && /^[:：—–-]$/.test(piece.after)) return true;
  const opens = isFill(masked.slice(piece.start, marker.start));
  return opens && (marker.kind === 'left' || marker.kind === 'keep' || FINITE.test(marker.text));
}

// "Remove Alice then add Bob": each verb takes what follows it.
function splitKinds(part: Part): Part[] {
  const kinds = new Set(part.markers.map(({ kind }) => kind));
  if (kinds.size < 2 || kinds.has('replace') || kinds.has('all') || kinds.has('none-left'))
    return [part];
  const second = part.markers.find(({ kind }) => kind !== part.markers[0]?.kind);
  const acts = ['add', 'remove'];
  if (second === undefined || !part.markers.every(({ kind }) => acts.includes(kind))) return [part];
  return [
    {
      ...part,
      end: second.start,
      markers: part.markers.filter(({ start }) => start < second.start),
    },
    {
      ...part,
      start: second.start,
      markers: part.markers.filter(({ start }) => start >= second.start),
    },
  ];
}

const FILL = new Set(
  (
    'the a an our my mr mrs ms dr and also both contact contacts person persons people colleague colleagues new old former current ssc sscs as well too please s who whom with by to for ' +
    'le la les l notre nos et monsieur madame par avec pour el los las nuestro nuestra y con por señor señora o os nosso nossa e com sr sra ' +
    'der die das den unser unsere unseren und herr herrn frau durch mit für bitte и на наш наша нашего г-н г-жа و 先生 女士 和 用 将 把 为 il lo de del du da do von van zu ext i.e'
  ).split(' '),
);

/** Nothing but small words, labels and signs: no statement of its own. */
export function isFill(masked: string): boolean {
  if (masked.length > 400) return false;
  return (masked.match(/[\p{L}\p{M}-]+/gu) ?? []).every(
    (word) =>
      FILL.has(word) ||
      labelKind(word) !== undefined ||
      headingWord(word)?.contact === true ||
      headingWord(word)?.primary !== undefined ||
      !/\p{L}/u.test(word),
  );
}
