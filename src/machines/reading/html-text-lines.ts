/** The lines of a mail, out of text in which signs stand for the edges of blocks, quotes and cells. */

// The signs are lone halves of surrogate pairs: no HTML can hold one, for the input is made well
// formed, and an entity that names one becomes U+FFFD.
export const MARK = {
  /** A block begins or ends: a new line unless one has just begun. */
  edge: '\udc00',
  /** The same with at least one blank line. */
  gap: '\udc01',
  break: '\udc02',
  quote: '\udc03',
  endQuote: '\udc04',
  /** From here to the end of the quote around it, or of the mail, all is quoted. */
  cut: '\udc05',
  signature: '\udc06',
  endSignature: '\udc07',
  row: '\udc08',
  endRow: '\udc09',
  cell: '\udc0a',
  /** What stands before the first line that follows: the dash or the number of a list. */
  prefix: '\udc0b',
  endPrefix: '\udc0c',
  /** A blank that counts. */
  blank: '\udc0d',
} as const;

const MAX_TEXT = 200_000;
const MAX_DEPTH = 20;

interface Quote {
  isCut: boolean;
  /** By how much it is deeper than what is around it. */
  depth: number;
  /** A line with text was written in it. */
  hasText: boolean;
}

interface Writer {
  readonly lines: string[];
  size: number;
  /** The line under construction. */
  current: string;
  prefix: string;
  inPrefix: boolean;
  wantsGap: boolean;
  /** The mail itself and each open quote. */
  readonly quotes: Quote[];
  depth: number;
  signatures: number;
  /** The mark of a signature was written; behind its end a quote mark has to say that it is over. */
  signed: 'no' | 'inside' | 'ended';
  /** The row under construction: for each cell its lines. */
  row?: string[][];
}

/** Writes the lines. Linear; a text without marks is one line. */
export function writeLines(marked: string): string {
  const writer: Writer = {
    lines: [],
    size: 0,
    current: '',
    prefix: '',
    inPrefix: false,
    wantsGap: false,
    quotes: [{ isCut: false, depth: 0, hasText: true }],
    depth: 0,
    signatures: 0,
    signed: 'no',
  };
  for (const piece of marked.split(/([\udc00-\udc0c])/u)) {
    if (writer.size > MAX_TEXT) break;
    const act = ACTS.get(piece);
    if (act !== undefined) act(writer);
    else if (writer.inPrefix) writer.prefix = piece;
    else writer.current += piece.slice(0, MAX_TEXT - writer.current.length);
  }
  endRow(writer);
  return writer.lines.join('\n').slice(0, MAX_TEXT).trimEnd().toWellFormed();
}

const ACTS = new Map<string, (writer: Writer) => void>([
  [MARK.edge, (writer) => endLine(writer, false)],
  [MARK.gap, gap],
  [MARK.break, (writer) => endLine(writer, true)],
  [MARK.quote, (writer) => openQuote(writer)],
  [MARK.endQuote, closeQuote],
  [MARK.cut, cut],
  [MARK.signature, openSignature],
  [MARK.endSignature, closeSignature],
  [MARK.row, openRow],
  [MARK.endRow, endRow],
  [MARK.cell, openCell],
  [MARK.prefix, (writer) => void (writer.inPrefix = true)],
  [MARK.endPrefix, (writer) => void (writer.inPrefix = false)],
]);

function gap(writer: Writer): void {
  endLine(writer, false);
  // Paragraphs in a cell come out in one line.
  if (writer.row === undefined) writer.wantsGap = true;
}

function openQuote(writer: Writer): void {
  endLine(writer, false);
  writer.quotes.push({ isCut: false, depth: 1, hasText: false });
  writer.depth += 1;
}

function closeQuote(writer: Writer): void {
  endLine(writer, false);
  writer.depth -= writer.quotes.pop()?.depth ?? 0;
  writer.wantsGap = true;
}

function cut(writer: Writer): void {
  endLine(writer, false);
  const inner = writer.quotes.at(-1);
  if (inner === undefined || inner.isCut) return;
  inner.isCut = true;
  // Foxmail's blockquote begins with the headers of what it quotes: that is one quotation, not two.
  if (!inner.hasText) return;
  inner.depth += 1;
  writer.depth += 1;
}

function openSignature(writer: Writer): void {
  endLine(writer, false);
  writer.signatures += 1;
}

function closeSignature(writer: Writer): void {
  endLine(writer, false);
  writer.signatures -= 1;
  if (writer.signatures === 0 && writer.signed === 'inside') writer.signed = 'ended';
}

function openRow(writer: Writer): void {
  endLine(writer, false);
  writer.row = [];
}

function openCell(writer: Writer): void {
  endLine(writer, false);
  writer.row?.push([]);
}

// A line that begins with a bar is a quotation to many programs, and to our own reader: a dash stands
// for an empty first cell.
function endRow(writer: Writer): void {
  endLine(writer, false);
  const cells = writer.row?.map((lines) => lines.join(', ').replaceAll('|', '/')) ?? [];
  delete writer.row;
  if (cells.every((cell) => cell === '')) return;
  if (cells[0] === '') cells[0] = '-';
  writeLine(writer, cells.join(' | ').trimEnd());
}

/** Ends the line; when nothing stands in it, only `always`. */
function endLine(writer: Writer, always: boolean): void {
  const text = stripBlanks(writer.current);
  writer.current = '';
  if (text === '' && !always) return;
  const shown = text.replace(/[\udc0d\u00a0]/gu, ' ').trimEnd();
  const cell = writer.row?.at(-1);
  if (cell === undefined) return writeLine(writer, takePrefix(writer, shown));
  const inCell = takePrefix(writer, shown).trimStart();
  if (inCell !== '') cell.push(inCell);
}

function takePrefix(writer: Writer, text: string): string {
  if (text === '' || writer.prefix === '') return text;
  const { prefix } = writer;
  writer.prefix = '';
  return `${prefix} ${text}`;
}

// Only what HTML ignores: blanks that count (U+00A0) are kept at the beginning of a line.
function stripBlanks(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && text.charAt(start) === ' ') start += 1;
  while (end > start && text.charAt(end - 1) === ' ') end -= 1;
  return text.slice(start, end);
}

function writeLine(writer: Writer, text: string): void {
  const marks = '>'.repeat(Math.min(writer.depth, MAX_DEPTH));
  if (text !== '') {
    prepare(writer, marks);
    for (const quote of writer.quotes.slice(-MAX_DEPTH)) quote.hasText = true;
  }
  const last = writer.lines.at(-1);
  const isDouble = text === '' && (last === undefined || last === marks);
  // A hundred <br> say no more than two.
  if (isDouble && (last === undefined || writer.lines.at(-2) === marks)) return;
  push(writer, text === '' ? marks : marks === '' ? text : `${marks} ${text}`);
}

/** What has to stand between the line before and one with text. */
function prepare(writer: Writer, marks: string): void {
  const { lines } = writer;
  const last = lines.at(-1);
  if (writer.wantsGap && last !== undefined && /[^>]/.test(last)) {
    push(writer, last.startsWith('>') && marks !== '' ? marks : '');
  }
  writer.wantsGap = false;
  if (writer.depth > 0) {
    // A quotation ends the signature above it by itself.
    if (writer.signed === 'ended') writer.signed = 'no';
    return;
  }
  if (writer.signatures > 0 && writer.signed !== 'inside') {
    if (lines.findLast((line) => line !== '')?.trim() !== '--') push(writer, '-- ');
    writer.signed = 'inside';
  } else if (writer.signatures === 0 && writer.signed === 'ended') {
    push(writer, '>');
    writer.signed = 'no';
  }
}

function push(writer: Writer, line: string): void {
  writer.lines.push(line);
  writer.size += line.length + 1;
}
