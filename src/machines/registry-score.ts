/** In what two records of a ccTLD differ, and how much that looks like a redelegation (design 12). */

import { isSamePerson, organisationOverlap } from './same-name.ts';
import { type Address, domainOf } from './words/address.ts';
import type { RegistryField, RegistryRecord, Verdict } from './words/registry.ts';

/** Measured on 129 changes of managers: 91 lie below it; those above were all cosmetic. */
const BIG = 0.34;
const SUSPECTED = 5;
const REVIEW = 3;

/** Everything of interest in which the records differ. The score is the same in both directions. */
export function differencesOf(from: RegistryRecord, to: RegistryRecord): RegistryField[] {
  return [
    ...organisation(from.organisation, to.organisation),
    ...adminAddress(from.admin.email, to.admin.email),
    ...text('admin-name', from.admin.name, to.admin.name, isSamePerson, 1),
    ...text('tech-address', from.tech.email ?? '', to.tech.email ?? '', isEqual, 1),
    ...nameServers(from.nameServers, to.nameServers),
  ];
}

export function scoreOf(fields: readonly RegistryField[]): number {
  return fields.reduce((sum, { score }) => sum + score, 0);
}

/**
 * What a change comes to: `step` is what it did, `all` the same with what came shortly before it. What
 * scores nothing by itself never makes an event.
 */
export function verdictOf(step: readonly RegistryField[], all: readonly RegistryField[]): Verdict {
  if (scoreOf(step) === 0) return 'details';
  const score = scoreOf(all);
  if (score >= SUSPECTED) return 'redelegation';
  if (score >= REVIEW) return 'review';
  return step.some(({ field }) => field === 'admin-address') ? 'anchor' : 'details';
}

function organisation(from: string, to: string): RegistryField[] {
  if (from === to) return [];
  const score = organisationOverlap(from, to) < BIG ? 3 : 0;
  return [{ field: 'organisation', from, to, score }];
}

function adminAddress(from: Address | undefined, to: Address | undefined): RegistryField[] {
  if (from === to) return [];
  const address = { field: 'admin-address', from: from ?? '', to: to ?? '', score: 1 } as const;
  const [old, fresh] = [from, to].map((one) => (one === undefined ? '' : domainOf(one)));
  return isWithin(old ?? '', fresh ?? '')
    ? [address]
    : [{ field: 'admin-domain', from: old ?? '', to: fresh ?? '', score: 2 }, address];
}

// mail.nic.xa and nic.xa are one house.
function isWithin(one: string, other: string): boolean {
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}

function text(
  field: RegistryField['field'],
  from: string,
  to: string,
  isSame: (from: string, to: string) => boolean,
  score: number,
): RegistryField[] {
  return from === to ? [] : [{ field, from, to, score: isSame(from, to) ? 0 : score }];
}

function isEqual(from: string, to: string): boolean {
  return from === to;
}

// Only when none of the old ones is left; a record without any is a strange answer, and no sign.
function nameServers(from: readonly string[], to: readonly string[]): RegistryField[] {
  const [old, fresh] = [from.toSorted(), to.toSorted()];
  if (old.join(' ') === fresh.join(' ')) return [];
  const replaced = old.length > 0 && fresh.length > 0 && !old.some((one) => fresh.includes(one));
  const [was, is] = [old.join(', '), fresh.join(', ')];
  return [{ field: 'name-servers', from: was, to: is, score: replaced ? 2 : 0 }];
}
