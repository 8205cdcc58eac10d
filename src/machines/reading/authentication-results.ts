/** Authentication-Results (RFC 8601 2.2) and the same payload in ARC (RFC 8617 4.1.1), read strictly. */

/** One method and its result, such as `dmarc=pass header.from=nic.xa`. */
export interface MethodResult {
  /** Lower case, without its version: `dmarc`, `dkim`, `spf`. */
  readonly method: string;
  readonly result: string;
  /** Properties by `ptype.property` in lower case; of two with one name the first counts. */
  readonly properties: ReadonlyMap<string, string>;
}

export interface AuthenticationResults {
  readonly authservId: string;
  readonly results: readonly MethodResult[];
}

const MAX_LENGTH = 20_000;
const MAX_COMMENT_DEPTH = 20;

/**
 * Reads the value of one field. Comments are dropped before anything is looked at, so that a
 * `(dmarc=pass)` that a sender smuggled into one says nothing. Undefined when quotes or comments are
 * not closed, when a character is not printable, or when there is no authserv-id.
 */
export function readAuthenticationResults(value: string): AuthenticationResults | undefined {
  const segments = value.length > MAX_LENGTH ? undefined : readSegments(value);
  const [head, ...rest] = segments ?? [];
  // authserv-id, then optionally a version number; only version 1 is defined.
  const [authservId, version = '1', ...more] = head ?? [];
  if (authservId === undefined || version !== '1' || more.length > 0) return undefined;
  return { authservId, results: rest.flatMap(readMethod) };
}

/** The same of an ARC-Authentication-Results field: its instance stands before the payload. */
export function readArcResults(
  value: string,
): (AuthenticationResults & { readonly instance: number }) | undefined {
  const match = /^[ \t]*i[ \t]*=[ \t]*(\d{1,2})[ \t]*;(.*)$/s.exec(value);
  if (match === null) return undefined;
  const results = readAuthenticationResults(match[2] ?? '');
  return results === undefined ? undefined : { ...results, instance: Number(match[1]) };
}

function readMethod(words: readonly string[]): MethodResult[] {
  const [first, ...rest] = words;
  const spec = /^([a-z][a-z0-9-]*)(?:\/1)?=([a-z]+)$/i.exec(first ?? '');
  if (spec === null) return [];
  const properties = new Map<string, string>();
  for (const word of rest) {
    const equals = word.indexOf('=');
    const name = word.slice(0, Math.max(0, equals)).toLowerCase();
    if (name !== '' && !properties.has(name)) properties.set(name, word.slice(equals + 1));
  }
  const [, method = '', result = ''] = spec;
  return [{ method: method.toLowerCase(), result: result.toLowerCase(), properties }];
}

/** Segments between semicolons, each as its words; blanks around "=", "/" and "." of a word vanish. */
function readSegments(value: string): string[][] | undefined {
  const plain = withoutComments(value);
  if (plain === undefined || /[^\t\u0020-\u007e\u00a0-\u{10ffff}]/u.test(plain)) return undefined;
  const segments: string[][] = [[]];
  for (const [piece] of plain.matchAll(/"(?:[^"\\]|\\.)*"|;|[=/]|[ \t]+|[^ \t;"=/]+|./gu)) {
    if (piece === '"') return undefined;
    if (piece === ';') segments.push([]);
    else addPiece(segments.at(-1) ?? [], piece);
  }
  return segments.map((words) => words.filter((word) => word !== ''));
}

// An empty last word stands for the blank after a word.
function addPiece(words: string[], piece: string): void {
  const last = words.at(-1) ?? '';
  if (/^[ \t]+$/.test(piece)) {
    // A blank after "method =" or "ptype.property =" ends nothing; after a value it does.
    if (last !== '' && !/^[^=]*[=/]$/.test(last)) words.push('');
  } else if ((piece === '=' || piece === '/') && last === '' && words.length > 1) {
    words.pop();
    words.push((words.pop() ?? '') + piece);
  } else if (words.length === 0) {
    words.push(piece);
  } else {
    words[words.length - 1] = last + (last === '' ? piece : unquote(piece));
  }
}

// Only a value is ever unquoted: a quoted word that begins a segment is no method.
function unquote(piece: string): string {
  return piece.startsWith('"') ? piece.slice(1, -1).replace(/\\(.)/gu, '$1') : piece;
}

function withoutComments(value: string): string | undefined {
  let depth = 0;
  let quoted = false;
  let plain = '';
  for (let at = 0; at < value.length; at += 1) {
    const sign = value.charAt(at);
    const pair = sign === '\\' ? value.slice(at, at + 2) : sign;
    at += pair.length - 1;
    if (!quoted && sign === '(') depth += 1;
    else if (!quoted && sign === ')') depth -= 1;
    else if (depth === 0) plain += pair;
    // A comment stands for a blank.
    if (!quoted && sign === ')' && depth === 0) plain += ' ';
    if (depth === 0 && sign === '"') quoted = !quoted;
    if (depth < 0 || depth > MAX_COMMENT_DEPTH) return undefined;
  }
  return depth === 0 && !quoted ? plain : undefined;
}
