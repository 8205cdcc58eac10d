/** How many parts a message has and how deep they are nested, counted before any parser sees it. */

export interface MimeShape {
  readonly parts: number;
  readonly depth: number;
}

/** One delimiter line (RFC 2046 5.1.1): `--boundary`, or `--boundary--` at the end of all parts. */
export interface Delimiter {
  readonly boundary: string;
  readonly closes: boolean;
  readonly start: number;
  /** Where the line ends, before its CRLF; blanks behind the boundary are still in it. */
  readonly end: number;
  /** How many multiparts stay open when the line is read; and those that it leaves unclosed. */
  readonly depth: number;
  readonly unclosed: readonly string[];
}

// A boundary parameter (RFC 2046 5.1.1): at most 70 characters, quoted or not.
const BOUNDARY = /boundary[ \t]*=[ \t]*(?:"([^"\r\n]{1,200})"|([^\s";]{1,200}))/gi;

/** Nothing that is nested deeper is read, so nothing deeper need be counted. */
const DEEPEST = 200;

/** Boundaries that a text names, in a header field or anywhere. */
export function namedBoundaries(text: string): string[] {
  return [...text.matchAll(BOUNDARY)].map((match) => (match[1] ?? match[2] ?? '').trimEnd());
}

/**
 * Counts delimiter lines of every boundary that is named anywhere in the message. It counts too many
 * rather than too few (a quoted message counts too), in one pass over the bytes.
 */
export function measureParts(raw: Buffer): MimeShape {
  let parts = 0;
  let depth = 0;
  for (const delimiter of delimitersOf(raw.toString('latin1'))) {
    if (!delimiter.closes) parts += 1;
    depth = Math.max(depth, delimiter.depth);
    if (depth > DEEPEST) break;
  }
  return { parts, depth };
}

/** All delimiter lines of a message, given as Latin-1, in order. */
export function* delimitersOf(text: string): Generator<Delimiter> {
  const boundaries = new Set(namedBoundaries(text));
  if (boundaries.size === 0) return;
  const open: string[] = [];
  for (let start = text.indexOf('--'); start >= 0; start = nextDelimiter(text, start)) {
    if (start > 0 && text[start - 1] !== '\n') continue;
    const end = endOfLine(text, start);
    const line = text.slice(start + 2, end).trimEnd();
    const closes = !boundaries.has(line) && line.endsWith('--');
    const boundary = closes ? line.slice(0, -2) : line;
    if (!boundaries.has(boundary)) continue;
    const known = open.lastIndexOf(boundary);
    const unclosed = known < 0 ? [] : open.slice(known + 1);
    if (known >= 0) open.length = closes ? known : known + 1;
    else if (!closes) open.push(boundary);
    yield { boundary, closes, start, end, depth: open.length, unclosed };
  }
}

function nextDelimiter(text: string, at: number): number {
  const next = text.indexOf('\n--', at);
  return next < 0 ? -1 : next + 1;
}

// A delimiter line is short; only its beginning is looked at.
function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  const last = Math.min(end < 0 ? text.length : end, at + 300);
  return text[last - 1] === '\r' ? last - 1 : last;
}
