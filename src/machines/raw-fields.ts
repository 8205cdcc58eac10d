/** A raw message taken apart without a loss: its header fields as they were written, and its body. */

/** One field with all of its lines, or a line between the fields that is none. */
export interface RawField {
  /**
   * In lower case. Of what is not written as a field: the name that a careless reader would find, behind
   * a colon, which no real name holds.
   */
  readonly name: string;
  /** Latin-1, CRLF between its lines, none at its end. */
  readonly text: string;
}

export interface RawMessage {
  readonly fields: readonly RawField[];
  /** CRLF line ends; otherwise as it came. */
  readonly body: Buffer;
}

/** RFC 5322 2.1.1, in octets without the line end. */
const LONGEST_LINE = 998;

/**
 * Takes the message apart. Signs that some programs take for a line end (RFC 5322 2.2 knows CRLF alone)
 * become blanks within a field, so that no reader finds more fields than there are; lines that are too
 * long are broken as Postfix breaks them. In the body a CR or LF that stands alone becomes CRLF: so the
 * client of SMTP would send it (RFC 5321 2.3.8), after a seal was made.
 */
export function splitMessage(raw: Buffer): RawMessage {
  const { end, start } = findBody(raw);
  const fields: string[][] = [];
  for (const line of linesOf(raw.subarray(0, end).toString('latin1'))) {
    const last = fields.at(-1);
    if (last !== undefined && /^[ \t]/.test(line)) last.push(line);
    else fields.push([line]);
  }
  return { fields: fields.map(readField), body: withLineEnds(raw.subarray(start)) };
}

/** What stands behind the colon, unfolded (RFC 5322 2.2.3), in Latin-1. */
export function valueOf({ text }: RawField): string {
  return text.slice(text.indexOf(':') + 1).replaceAll('\r\n', '');
}

/** The header again, with the empty line that ends it. */
export function joinHeader(fields: readonly string[]): Buffer {
  return Buffer.from(`${fields.map((field) => `${field}\r\n`).join('')}\r\n`, 'latin1');
}

// Where the header ends and the body begins: the first empty line.
function findBody(raw: Buffer): { readonly end: number; readonly start: number } {
  for (let at = 0; at < raw.length;) {
    const lf = raw.indexOf(0x0a, at);
    const next = lf < 0 ? raw.length : lf + 1;
    const isEmpty = lf === at || (lf === at + 1 && raw[at] === 0x0d);
    if (isEmpty) return { end: at, start: next };
    at = next;
  }
  return { end: raw.length, start: raw.length };
}

const ODD_BREAK = /[\0\r\v\f\u001c-\u001e]/g;

function linesOf(header: string): string[] {
  if (header === '') return [];
  const lines = header.replace(/\r?\n$/, '').split('\n');
  return lines.map((line) => line.replace(/\r$/, '').replaceAll(ODD_BREAK, ' '));
}

function readField(lines: readonly string[]): RawField {
  const text = lines.map(breakLine).join('\r\n');
  const name = /^([!-9;-~]+)[ \t]*:/.exec(lines[0] ?? '')?.[1];
  if (name !== undefined) return { name: name.toLowerCase(), text };
  // "garbage", then " From: a@b": who drops the first line reads the second one alone.
  const line = lines.findLast((one) => one.includes(':')) ?? '';
  const hidden = line.slice(0, line.indexOf(':')).replace(/[^!-~]/g, '');
  return { name: `:${hidden.toLowerCase()}`, text };
}

function breakLine(line: string): string {
  const parts: string[] = [];
  let rest = line;
  while (rest.length > LONGEST_LINE) {
    const blank = rest.lastIndexOf(' ', LONGEST_LINE);
    // A continuation of blanks alone would be the end of the header to some.
    const at = blank > 1 && /\S/.test(rest.slice(0, blank)) ? blank : LONGEST_LINE - 1;
    parts.push(rest.slice(0, at));
    rest = ` ${rest.slice(at).trimStart()}`;
  }
  return [...parts, rest].join('\r\n');
}

const CR = 0x0d;
const LF = 0x0a;
const LINE_END = Buffer.from('\r\n');

function withLineEnds(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at];
    if (byte !== CR && byte !== LF) continue;
    if (byte === CR && body[at + 1] === LF) {
      at += 1;
      continue;
    }
    parts.push(body.subarray(from, at), LINE_END);
    from = at + 1;
  }
  return parts.length === 0 ? body : Buffer.concat([...parts, body.subarray(from)]);
}
