/** Reads the SMTP commands that carry facts: MAIL FROM, RCPT TO, XFORWARD. Refuses as little as it can. */

import { isIP } from 'node:net';
import type { Client } from '../machines/words/mail.ts';

/** A path with the parameters behind it, `SIZE` being the only one that we act on. */
export interface MailCommand {
  /** Without angle brackets and source route; '' for the null reverse-path. */
  readonly path: string;
  /** RFC 1870; absent when it was not declared, or not as a number. */
  readonly size?: number;
}

/** RFC 5321 4.1.2 allows "MAIL FROM:" with blanks about in practice. */
const COMMAND = /^\s*(?:MAIL\s+FROM|RCPT\s+TO)\s*:\s*/i;

/**
 * Reads `MAIL FROM:<path> PARAMETERS` or `RCPT TO:…`; undefined when the colon is missing. Whatever
 * stands in the path is taken as it is, quoted local parts with blanks, `@` and `>` included, and
 * unknown parameters are passed over: a mail for an address of ours must not be refused because its
 * sender has an odd address (design 2).
 */
export function readMailCommand(line: string): MailCommand | undefined {
  const start = COMMAND.exec(line);
  if (!start) return undefined;
  const rest = line.slice(start[0].length);
  const end = pathEnd(rest);
  const path = rest.slice(rest.startsWith('<') ? 1 : 0, end).replace(/^@[^\s:"]*:/, '');
  const size = /(?:^|\s)SIZE=(\d{1,20})(?=\s|$)/i.exec(rest.slice(end))?.[1];
  return size === undefined ? { path } : { path, size: Number(size) };
}

/** Where the path ends: the closing bracket outside quotes; without brackets, the first blank. */
function pathEnd(text: string): number {
  if (!text.startsWith('<')) {
    const blank = text.search(/\s/);
    return blank < 0 ? text.length : blank;
  }
  let quoted = false;
  for (let index = 1; index < text.length; index += 1) {
    const letter = text[index];
    if (letter === '\\' && quoted) index += 1;
    else if (letter === '"') quoted = !quoted;
    else if (letter === '>' && !quoted) return index;
  }
  // A quote that is never closed: then the bracket counts.
  const bracket = text.indexOf('>');
  return bracket < 0 ? text.length : bracket;
}

const FORWARDED = new Set(['NAME', 'ADDR', 'HELO', 'IDENT']);

/** `[UNAVAILABLE]`, and the answer of a resolver that was away. */
const UNKNOWN = /^(\[UNAVAILABLE\]|\[TEMPUNAVAIL\]|)$/i;

const LONGEST_FACT = 255;

/**
 * Reads `XFORWARD NAME=… ADDR=… HELO=… IDENT=…` (Postfix XFORWARD_README) to what it says about the
 * client. An attribute that is unknown, unavailable or unreadable is left out and does not spoil the
 * others: to refuse the command would leave the facts of the mail before.
 */
export function readForwarded(line: string): Client {
  const facts = new Map<string, string>();
  for (const part of line.trim().split(/\s+/).slice(1)) {
    const equals = part.indexOf('=');
    const name = part.slice(0, Math.max(equals, 0)).toUpperCase();
    const value = readXtext(part.slice(equals + 1));
    if (FORWARDED.has(name) && value !== undefined) facts.set(name, value);
  }
  return clientOf(facts);
}

function clientOf(facts: ReadonlyMap<string, string>): Client {
  const address = facts.get('ADDR')?.replace(/^IPV6:/i, '');
  const name = facts.get('NAME');
  const helo = facts.get('HELO');
  const queueId = facts.get('IDENT');
  return {
    ...(address === undefined || isIP(address) === 0 ? {} : { address }),
    ...(name === undefined ? {} : { name }),
    ...(helo === undefined ? {} : { helo }),
    ...(queueId === undefined ? {} : { queueId }),
  };
}

/** xtext of RFC 3461 4; undefined when there is nothing to know. */
function readXtext(text: string): string | undefined {
  const value = text.replace(/\+([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  const unfit = UNKNOWN.test(value) || /\p{Cc}/u.test(value) || value.length > LONGEST_FACT;
  return unfit ? undefined : value;
}
