/** The digest of a change: what a Validator approves is exactly this and nothing else (design 8). */

import { createHash } from 'node:crypto';
import { isSameList, personText } from './plan.ts';
import type { CaseContext, RegistryMove, Request, RosterEntry } from './words/case.ts';
import type { Contact } from './words/contact.ts';

export interface Change {
  readonly kind: string;
  readonly cctld: string;
  readonly anchor: string;
  readonly before: readonly RosterEntry[];
  /** The whole list after the change; nobody, when the last one leaves. */
  readonly after: readonly Contact[];
}

/** SHA-256 over the change, hex. */
export function digestOf({ kind, cctld, anchor, before, after }: Change): string {
  const people = after.map(personText);
  const text = JSON.stringify([kind, cctld, anchor, people, before.map(personText).toSorted()]);
  return createHash('sha256').update(text).digest('hex');
}

/**
 * The digest of all that a queue letter shows besides the change: an approval of less than that is
 * none. It moves with every word that is added to the case.
 */
export function shownOf(request: Request, { digest, evidence }: CaseContext): string {
  const { text, warnings, complaints, mails, notes, reason, moved } = request;
  const read = mails.map(({ sha256 }) => sha256);
  const said = notes.map(({ by, at, text: words }) => [by, at, words]);
  const all = [digest, evidence, text, warnings, complaints, read, said, reason];
  const shown = JSON.stringify(moved === undefined ? all : [...all, ...movedParts(moved)]);
  return createHash('sha256').update(shown).digest('hex');
}

// Not the whole: a value that was stored comes back with its keys in another order.
function movedParts({ changeId, outcome }: RegistryMove): readonly (string | number)[] {
  return outcome === undefined ? [changeId] : [changeId, outcome.what, outcome.at];
}

/**
 * The digest that an approval has to name; '' when the change cannot be made (it changes nothing, more
 * than three, one address twice, not exactly one primary), so that nobody can approve it.
 */
export function digestToApprove(change: Change): string {
  return canBeMade(change) ? digestOf(change) : '';
}

// What the roster holds by its constraints (design 7, 13).
function canBeMade({ before, after }: Change): boolean {
  const addresses = new Set(after.map(({ address }) => address));
  const primaries = after.filter(({ primary }) => primary).length;
  const fits = after.length <= 3 && addresses.size === after.length;
  return fits && primaries === Math.min(1, after.length) && !isSameList(before, after);
}
