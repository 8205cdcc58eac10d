/** Text of format=flowed (RFC 3676) with its paragraphs joined, and nothing quoted made unquoted. */

interface Line {
  readonly depth: number;
  readonly text: string;
}

/**
 * Joins lines that end in a blank with the next one, but only within one quote depth (4.5): a
 * library that joins across depths makes "I did not ask: > CONFIRM" one unquoted line. Lines come
 * and go with LF; `delSp` says that the blank at the joint is dropped (4.1).
 */
export function unflow(text: string, delSp: boolean): string {
  const out: string[] = [];
  let open: { depth: number; parts: string[] } | undefined;
  for (const line of text.split('\n').map(readLine)) {
    const alone = standsAlone(line.text);
    if (open !== undefined && (open.depth !== line.depth || alone)) {
      out.push(writeLine(open.depth, open.parts));
      open = undefined;
    }
    const flows = line.text.endsWith(' ') && !alone;
    open ??= { depth: line.depth, parts: [] };
    open.parts.push(flows && delSp ? line.text.slice(0, -1) : line.text);
    if (!flows) {
      out.push(writeLine(open.depth, open.parts));
      open = undefined;
    }
  }
  if (open !== undefined) out.push(writeLine(open.depth, open.parts));
  return out.join('\n');
}

// An empty line ends a paragraph for people, whatever blank stands before it; the signature mark is
// fixed (4.3), also with the dash that escapes it inside a clear-signed text (RFC 9580 7.2); and a line that was quoted by hand, with a blank before its mark, stays a quote.
function standsAlone(text: string): boolean {
  return text === '' || text === '-- ' || text === '- -- ' || text.startsWith('>');
}

// Quote marks, then one blank that was stuffed in to protect what follows (4.4).
function readLine(line: string): Line {
  const depth = /^>*/.exec(line)?.[0].length ?? 0;
  const text = line.slice(depth);
  return { depth, text: text.startsWith(' ') ? text.slice(1) : text };
}

function writeLine(depth: number, parts: readonly string[]): string {
  return depth === 0 ? protect(parts.join('')) : `${'>'.repeat(depth)} ${parts.join('')}`;
}

// What was stuffed because it begins with a quote mark is no quote; a later reader would take it for one.
function protect(text: string): string {
  return text.startsWith('>') ? ` ${text}` : text;
}
