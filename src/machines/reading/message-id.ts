/** Message-IDs (RFC 5322 3.6.4) of a mail and of the mails that it answers. */

import type { HeaderField } from '../words/mail.ts';
import { valuesOf } from './header.ts';

const MAX_ANSWERS = 100;
/** Of a long thread, so many of In-Reply-To are kept; the rest is the newest of References. */
const MAX_IN_REPLY_TO = 20;

const MSG_ID = /<([^<>\s\p{Cc}]{1,250})>/gu;

/** The mail's own Message-ID without its brackets; undefined when there is none or more than one. */
export function readMessageId(fields: readonly HeaderField[]): string | undefined {
  const ids = readIds(valuesOf(fields, 'message-id'));
  return ids.length === 1 ? ids[0] : undefined;
}

/** Message-IDs in In-Reply-To, then in References, as written, each once, at most 100. */
export function readAnswers(fields: readonly HeaderField[]): string[] {
  const direct = readIds(valuesOf(fields, 'in-reply-to'));
  const earlier = readIds(valuesOf(fields, 'references')).filter((id) => !direct.includes(id));
  if (direct.length + earlier.length <= MAX_ANSWERS) return [...direct, ...earlier];
  const kept = direct.slice(0, MAX_IN_REPLY_TO);
  return [...kept, ...earlier.slice(kept.length - MAX_ANSWERS)];
}

/** The mails that it answers, the nearest first: In-Reply-To, then References from its end. At most 20. */
export function readParents(fields: readonly HeaderField[]): string[] {
  const direct = readIds(valuesOf(fields, 'in-reply-to'));
  const earlier = readIds(valuesOf(fields, 'references')).toReversed();
  return [...new Set([...direct, ...earlier])].slice(0, MAX_IN_REPLY_TO);
}

/** A Message-ID that every mail system takes: printable ASCII with one "@" (RFC 5322 3.6.4). */
export function isUsableId(id: string): boolean {
  return /^[!-;=?A-~]{1,200}@[!-;=?A-~]{1,200}$/.test(id) && id.split('@').length === 2;
}

// A header of a megabyte may hold thousands: only the ends of the list can matter.
function readIds(values: readonly string[]): string[] {
  const found = values.flatMap((value) =>
    [...value.matchAll(MSG_ID)].map((match) => match[1] ?? ''),
  );
  const unique = [...new Set(found)];
  return unique.length <= 2 * MAX_ANSWERS
    ? unique
    : [...unique.slice(0, MAX_ANSWERS), ...unique.slice(-MAX_ANSWERS)];
}
