/**
 * Who wrote a mail and who else got it: From, To and Cc read strictly from the raw header.
 *
 * Mail libraries find addresses in encoded words, quoted strings and routes (facts/address-rules), so
 * this is a small reader of our own: an address counts only when it stands literally in the field, in
 * one piece, at the top level of a mailbox (RFC 5322 3.4 without its obsolete forms).
 */

import { readAddress } from '../words/address.ts';
import type { Address, Mailbox } from '../words/address.ts';
import type { FromField, HeaderField } from '../words/mail.ts';
import { cleanLine } from './clean-line.ts';
import { decodeWords } from './encoded-word.ts';
import { TRUNCATED, valuesOf } from './header.ts';
import { readTokens } from './mailbox-tokens.ts';
import type { Token } from './mailbox-tokens.ts';

/** Display names are cut here; they are for the eye only. */
const MAX_NAME = 200;

/**
 * Longer fields are not read at all: where they were cut they would name somebody else. RFC 5322 2.1.1
 * has lines of 998 octets; a thousand recipients fit into 64 KiB.
 */
const MAX_FROM = 10_000;
const MAX_RECIPIENTS = 65_536;

type Entry =
  | { readonly kind: 'mailbox'; readonly mailbox: Mailbox }
  | { readonly kind: 'group' }
  | { readonly kind: 'unreadable' };

/** The author: exactly one raw From field with exactly one mailbox (RFC 5322 3.6.2), or why not. */
export function readFrom(fields: readonly HeaderField[]): FromField {
  const values = valuesOf(fields, 'from');
  const doubtful = valuesOf(fields, ':from').length;
  if (values.length + doubtful > 1) return { ok: false, fault: 'two-from-fields' };
  // In the part of the header that was not read there may be another one.
  if (doubtful > 0 || fields.some((field) => field.name === TRUNCATED)) {
    return { ok: false, fault: 'from-unreadable' };
  }
  const [value] = values;
  if (value === undefined) return { ok: false, fault: 'no-from-field' };
  const entries = value.length > MAX_FROM ? undefined : readEntries(value);
  if (entries === undefined) return { ok: false, fault: 'from-unreadable' };
  const [entry] = entries;
  if (entries.length !== 1 || entry === undefined || entry.kind === 'group') {
    return { ok: false, fault: 'from-without-one-mailbox' };
  }
  return entry.kind === 'mailbox'
    ? { ok: true, mailbox: entry.mailbox }
    : { ok: false, fault: 'from-unreadable' };
}

/**
 * The mailboxes of all To and Cc fields, in order. Group members and unreadable entries are left out;
 * a field that is too long, or whose structure is ambiguous, is left out as a whole.
 */
export function readRecipients(fields: readonly HeaderField[]): Mailbox[] {
  return fields
    .filter(({ name, value }) => (name === 'to' || name === 'cc') && value.length <= MAX_RECIPIENTS)
    .flatMap((field) => readEntries(field.value) ?? [])
    .flatMap((entry) => (entry.kind === 'mailbox' ? [entry.mailbox] : []));
}

/** One address field as entries; undefined when it cannot be cut into entries with certainty. */
function readEntries(value: string): Entry[] | undefined {
  const tokens = readTokens(value);
  if (tokens === undefined) return undefined;
  const entries: Entry[] = [];
  let at = 0;
  while (at <= tokens.length) {
    const start = at;
    while (at < tokens.length && !isSeparator(tokens[at])) at += 1;
    if (tokens[at]?.kind === ';') return undefined;
    if (tokens[at]?.kind === ':') {
      at = endOfGroup(tokens, start, at);
      if (at < 0) return undefined;
      entries.push({ kind: 'group' });
    } else {
      entries.push(readEntry(tokens.slice(start, at)));
    }
    at += 1;
  }
  return entries;
}

function isSeparator(token: Token | undefined): boolean {
  return token?.kind === ',' || token?.kind === ':' || token?.kind === ';';
}

/** Where the comma after a group stands (or the end of the field); -1 when it is not a sound group. */
function endOfGroup(tokens: readonly Token[], start: number, colon: number): number {
  const name = tokens.slice(start, colon);
  if (name.length === 0 || name.some((token) => token.kind === 'angle')) return -1;
  let at = colon + 1;
  while (at < tokens.length && tokens[at]?.kind !== ';') {
    if (tokens[at]?.kind === ':') return -1;
    at += 1;
  }
  if (at === tokens.length) return -1;
  at += 1;
  while (tokens[at]?.kind === 'comment') at += 1;
  return at === tokens.length || tokens[at]?.kind === ',' ? at : -1;
}

// Comments may stand before and after, never inside; then either one word that is an address, or a
// phrase and one address in angle brackets, and nothing else.
function readEntry(tokens: readonly Token[]): Entry {
  const parts = tokens.flatMap((token) => ('text' in token ? [token] : []));
  const comments = parts.filter((part) => part.kind === 'comment').map((part) => part.text);
  const core = parts.filter((part) => part.kind !== 'comment');
  const last = core.at(-1);
  const phrase = core.slice(0, -1);
  if (last === undefined || last.kind === 'quoted') return { kind: 'unreadable' };
  if (last.kind === 'word' && phrase.length > 0) return { kind: 'unreadable' };
  const address = readLiteral(last.text);
  if (address === undefined || !phrase.every((part) => isPhrasePart(part, address))) {
    return { kind: 'unreadable' };
  }
  const name = phrase.length > 0 ? phrase.map((part) => part.text).join(' ') : comments.at(-1);
  return { kind: 'mailbox', mailbox: { name: cleanName(name ?? ''), address } };
}

// RFC 2047 5: an encoded word must not stand in an addr-spec.
function readLiteral(text: string): Address | undefined {
  return text.includes('=?') ? undefined : readAddress(text);
}

// "a@b <a@b>" is not allowed and often sent; two different addresses are a forgery.
function isPhrasePart(part: { kind: Token['kind']; text: string }, address: Address): boolean {
  if (part.kind === 'quoted') return true;
  return part.kind === 'word' && (!part.text.includes('@') || readLiteral(part.text) === address);
}

function cleanName(text: string): string {
  return cleanLine(decodeWords(text), MAX_NAME);
}
