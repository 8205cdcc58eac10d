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

/** Whether the difference is such that a Validator has to look at it before anything is changed. */
export function isSuspicious(from: RegistryRecord, to: RegistryRecord): boolean {
  return scoreOf(differencesOf(from, to)) >= REVIEW;
}

/** A change between two records, seen from the `base`: the record from which changes are added up. */
export interface Step {
  readonly base: RegistryRecord;
  readonly before: RegistryRecord;
  readonly after: RegistryRecord;
}

/**
 * What a change comes to, together with what came shortly before it. One that scores nothing by itself is
 * an event only where it completes what the ones before began: the last of the old name servers goes.
 */
export function verdictOf({ base, before, after }: Step): Verdict {
  const step = differencesOf(before, after);
  const was = levelOf(scoreOf(differencesOf(base, before)));
  const is = levelOf(scoreOf(differencesOf(base, after)));
  if (scoreOf(step) === 0 && RANK.indexOf(is) <= RANK.indexOf(was)) return 'details';
  if (is !== 'details') return is;
  return step.some(({ field }) => field === 'admin-address') ? 'anchor' : 'details';
}

const RANK = ['details', 'review', 'redelegation'] as const;

function levelOf(score: number): (typeof RANK)[number] {
  if (score >= SUSPECTED) return 'redelegation';
  return score >= REVIEW ? 'review' : 'details';
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
