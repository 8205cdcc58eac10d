/** The moment of an SSC's own change: all that it rests on is read again, and everybody concerned is told. */

import { aboutCase } from './about-case.ts';
import { toValidators } from './answers.ts';
import { moveCase, withRequest } from './change.ts';
import type { CaseChange, CaseDraft, CaseEffect, LetterEffect } from './decision.ts';
import type { OwnEnd } from './letters/letter.ts';
import type { OwnApplyFacts } from './own-facts.ts';
import { ownViewOf } from './own-letters.ts';
import { withoutPerson } from './own-open.ts';
import type { Address } from './words/address.ts';
import type { Case, OwnChange, RosterEntry } from './words/case.ts';
import type { Cctld } from './words/cctld.ts';
import type { Contact } from './words/contact.ts';

/** The change; or the ccTLDs that are frozen, for which the case waits; or nothing to do any more. */
export function decideOwnApply(
  facts: OwnApplyFacts,
): CaseChange | { readonly frozen: readonly Cctld[] } | undefined {
  const { case: found, roster, places } = facts;
  const { own } = found.request;
  const mine = roster.filter(({ address }) => address === found.requester);
  const theirs = mine.filter(({ cctld }) => found.cctld === undefined || found.cctld === cctld);
  if (own === undefined || theirs.length === 0 || isTaken(own, facts)) {
    return overtaken(facts, found, 'impossible');
  }
  const cctlds = theirs.map(({ cctld }) => cctld);
  const frozen = cctlds.filter((one) => places.get(one)?.frozen === true);
  if (frozen.length > 0 && own.what !== 'freeze') return { frozen };
  return done(facts, own, cctlds);
}

function isTaken(own: OwnChange, { roster }: OwnApplyFacts): boolean {
  return own.what === 'address' && roster.some(({ address }) => address === own.address);
}

/** Ends an own request that cannot be done any more; its letters say why. */
export function overtaken(
  at: Pick<OwnApplyFacts, 'now' | 'settings'>,
  found: Case,
  how: OwnEnd,
): CaseChange | undefined {
  const audit = { actor: 'engine', reason: 'own-impossible', facts: { how } } as const;
  const change = moveCase(at, found, { type: 'overtaken' }, audit);
  const effects = change?.effects.map((effect): CaseEffect => {
    if (effect.type !== 'letter' || effect.letter !== 'own-ended') return effect;
    return { ...effect, data: { ...effect.data, how } };
  });
  return change && { ...change, effects: effects ?? [] };
}

function done(
  facts: OwnApplyFacts,
  own: OwnChange,
  cctlds: readonly Cctld[],
): CaseChange | undefined {
  const { case: found, roster, places } = facts;
  const place = found.cctld === undefined ? undefined : places.get(found.cctld);
  const list = roster.filter(({ cctld }) => cctld === found.cctld);
  const staying = own.what === 'leave' ? withoutPerson(list, found.requester) : [];
  const mine = roster.filter(
    ({ address, cctld }) => address === found.requester && cctlds.includes(cctld),
  );
  const request = withRequest(found, {
    before: own.what === 'leave' ? list : mine,
    after: staying,
  });
  const change = moveCase(
    facts,
    found,
    { type: 'applied' },
    {
      actor: 'engine',
      reason: 'own-applied',
      facts: { what: own.what, confirmedBy: found.context.confirmed.join(', ') },
    },
    {
      request,
      ...(place === undefined ? {} : { anchor: place.anchor, snapshotId: place.snapshotId }),
    },
  );
  if (change === undefined) return undefined;
  const effects = [
    work(found, own, staying, list),
    ...change.effects,
    ...told(facts, change.next, own, staying),
  ];
  return { ...change, effects };
}

function work(
  { id, requester }: Case,
  own: OwnChange,
  staying: readonly Contact[],
  expected: readonly RosterEntry[],
): CaseEffect {
  switch (own.what) {
    case 'leave':
      return { type: 'set-roster', contacts: staying, reason: `left, case ${id}`, expected };
    case 'freeze':
      return { type: 'freeze', by: requester, reason: own.reason };
    default:
      return { type: 'change-person', address: requester, change: own };
  }
}

// The other contacts, the Admin Contacts, and for what needs people the Validators: one letter each.
function told(
  facts: OwnApplyFacts,
  next: CaseDraft,
  own: OwnChange,
  staying: readonly Contact[],
): LetterEffect[] {
  const { settings, now, case: found } = facts;
  const view = ownViewOf(next);
  const about = { ...aboutCase(next, now, found), before: [], after: [] };
  const { isAnchor, others } = concerned(facts, view.cctlds, own);
  const letters = others.map((to): LetterEffect => {
    const successor = own.what === 'leave' && isAnchor.has(to);
    const cctlds = view.cctlds.filter((one) => concerns(facts, to, one));
    const anchor = isAnchor.has(to) ? { anchor: to } : {};
    const { anchor: _, ...rest } = about;
    const data = { about: { ...rest, ...anchor }, own: { ...view, cctlds }, staying };
    return {
      type: 'letter',
      letter: successor ? 'own-successor' : 'own-told',
      to,
      data,
      once: 'step',
    };
  });
  const why = alarm(own, staying);
  const alarms =
    why === undefined ? [] : toValidators(settings, 'alarm-own', { about, own: view, why });
  return [...letters, ...alarms];
}

function concerned(
  { roster, places, case: { requester } }: OwnApplyFacts,
  cctlds: readonly Cctld[],
  own: OwnChange,
): { readonly isAnchor: ReadonlySet<Address>; readonly others: readonly Address[] } {
  const isAnchor = new Set(cctlds.flatMap((one) => places.get(one)?.anchor ?? []));
  const people = roster.filter(({ cctld }) => cctlds.includes(cctld));
  const all = new Set([...people.map(({ address }) => address), ...isAnchor]);
  // Who leaves and is the Admin Contact too is asked for a successor; the others have their letter.
  const hasLetter = own.what !== 'leave' || !isAnchor.has(requester);
  if (hasLetter) all.delete(requester);
  if (own.what === 'address') all.delete(own.address);
  return { isAnchor, others: [...all] };
}

function concerns({ roster, places }: OwnApplyFacts, who: Address, cctld: Cctld): boolean {
  const isContact = roster.some((one) => one.cctld === cctld && one.address === who);
  return isContact || places.get(cctld)?.anchor === who;
}

function alarm(own: OwnChange, staying: readonly Contact[]): string | undefined {
  if (own.what === 'freeze') {
    return 'A contact says that something is wrong, and has answered a letter to the address on the list. Nobody can change the contacts now.';
  }
  if (own.what !== 'leave' || staying.length > 1) return undefined;
  const left = staying.length === 0 ? 'Nobody is' : 'Only one person is';
  return `A contact has left the list. ${left} on the list for this ccTLD now. The Admin Contact was asked for another person.`;
}
