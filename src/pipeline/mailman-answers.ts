/** Reads what a Mailman answers; nothing in it is trusted before it was looked at here. */

import { type Address, readAddress } from '../machines/words/address.ts';
import { type Answer, odd } from './mailman-rest.ts';

/** What Mailman calls a member in its paths. */
export const MEMBER_ID = /^[0-9a-f]{32}$/;

type Entry = Readonly<Record<string, unknown>>;

/** One page of a collection. Mailman leaves `entries` out when there are none. */
export interface Page {
  readonly entries: readonly Entry[];
  readonly total: number;
}

/** Reads a page of a collection. Throws Temporary when it is none. */
export function readPage({ status, body }: Answer): Page {
  const { entries = [], total_size: total } = mustBeEntry(body);
  if (status !== 200 || !Array.isArray(entries) || typeof total !== 'number')
    throw odd('what should be a list is none');
  return { entries: entries.map(mustBeEntry), total };
}

/** Reads one object. Throws Temporary when it is none. */
export function mustBeEntry(value: unknown): Entry {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw odd('what should be an object is none');
  return value as Entry;
}

/** A value that must be a text, of the form of an id when one is named. */
export function mustBeText(entry: Entry, name: string, form = /^[^\p{Cc}]{0,1000}$/u): string {
  const value = entry[name];
  if (typeof value !== 'string' || !form.test(value))
    throw odd(`"${name}" is not what it should be`);
  return value;
}

/**
 * The address of a member as we compare them. One that is no address to us is kept as it stands: whoever
 * has it gets posts, and must not be overlooked.
 */
export function addressIn(entry: Entry): Address {
  const text = mustBeText(entry, 'email', /^.{1,1000}$/su);
  return readAddress(text) ?? (text as Address);
}

/** What it says about a request that it refuses, fit to be shown. */
export function descriptionOf({ status, body }: Answer): string {
  const said =
    typeof body === 'object' && body !== null && 'description' in body ? body : undefined;
  const text = typeof said?.description === 'string' ? said.description : `status ${status}`;
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').slice(0, 200);
}
