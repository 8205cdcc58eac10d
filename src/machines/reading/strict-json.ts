/** JSON from outside: read only when nothing in it can mean two things. */

export type JsonFault = 'not-json' | 'too-deep' | 'ambiguous';

/** RDAP nests a dozen levels at most: a domain, its entities and theirs, and the jCards in them. */
const DEEPEST = 32;

// A string, or what opens, closes or separates; only ever run over JSON that was parsed before, where
// every string has its end: over other text it could be slow.
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]/g;

/**
 * The value, or why there is none: no JSON, nested too deep, or an object that has one name twice
 * (RFC 8259 4: programs differ in which one counts, so a forger could show each reader another one).
 */
export function readStrictJson(text: string): { readonly value: unknown } | JsonFault {
  const value = parse(text);
  if (value === undefined) return 'not-json';
  const open: (Set<string> | undefined)[] = [];
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') open.push(token === '{' ? new Set() : undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (isName(text, index + token.length)) {
      const name = String(JSON.parse(token));
      const names = open.at(-1);
      if (names?.has(name) === true) return 'ambiguous';
      names?.add(name);
    }
    if (open.length > DEEPEST) return 'too-deep';
  }
  return { value };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const BLANKS = /[ \t\r\n]*/y;

function isName(text: string, end: number): boolean {
  BLANKS.lastIndex = end;
  BLANKS.test(text);
  return text[BLANKS.lastIndex] === ':';
}
