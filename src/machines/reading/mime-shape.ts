/** How many parts a message has and how deep they are nested, counted before any parser sees it. */

export interface MimeShape {
  readonly parts: number;
  readonly depth: number;
}

// A boundary parameter (RFC 2046 5.1.1): at most 70 characters, quoted or not.
const BOUNDARY = /boundary[ \t]*=[ \t]*(?:"([^"\r\n]{1,200})"|([^\s";]{1,200}))/gi;

/**
 * Counts delimiter lines of every boundary that is named anywhere in the message. It counts too many
 * rather than too few (a quoted message counts too), in one pass over the bytes.
 */
export function measureParts(raw: Buffer): MimeShape {
  const text = raw.toString('latin1');
  const names = [...text.matchAll(BOUNDARY)].map((match) => (match[1] ?? match[2] ?? '').trimEnd());
  const boundaries = new Set(names);
  const open: string[] = [];
  let parts = 0;
  let depth = 0;
  if (boundaries.size === 0) return { parts, depth };
  for (let at = text.indexOf('--'); at >= 0; at = nextDelimiter(text, at)) {
    if (at > 0 && text[at - 1] !== '\n') continue;
    const line = text.slice(at + 2, endOfLine(text, at)).trimEnd();
    const closes = !boundaries.has(line) && line.endsWith('--');
    const boundary = closes ? line.slice(0, -2) : line;
    if (!boundaries.has(boundary)) continue;
    const known = open.lastIndexOf(boundary);
    if (known >= 0) open.length = closes ? known : known + 1;
    else if (!closes) open.push(boundary);
    if (!closes) parts += 1;
    depth = Math.max(depth, open.length);
  }
  return { parts, depth };
}

function nextDelimiter(text: string, at: number): number {
  const next = text.indexOf('\n--', at);
  return next < 0 ? -1 : next + 1;
}

// A delimiter line is short; only its beginning is looked at.
function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return Math.min(end < 0 ? text.length : end, at + 300);
}
