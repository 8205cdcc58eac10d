/** A letter about a new address came back from the old one: the Admin Contacts are asked instead (design 8.4). */

import { toValidators } from './answers.ts';
import type { AnsweredLetter } from './bounced.ts';
import { openCase } from './change.ts';
import type { CaseChange, CaseEffect, Decision } from './decision.ts';
import type { KnownPerson, RegistryView, Settings } from './facts.ts';
import { overtaken } from './own-apply.ts';
import { ownViewOf } from './own-letters.ts';
import { aboutCase } from './about-case.ts';
import { freshContext } from './read-request.ts';
import { planRequest } from './request-plan.ts';
import type { Case, OwnChange, Request, RosterEntry } from './words/case.ts';
import { type Cctld, showCctld } from './words/cctld.ts';
import type { Address } from './words/address.ts';

export interface DeadFacts {
  readonly now: Date;
  readonly settings: Settings;
  /** Of the report. */
  readonly mail: { readonly inboxId: number; readonly sha256: string };
  readonly case: Case;
  readonly roster: readonly RosterEntry[];
  readonly registry: ReadonlyMap<Cctld, RegistryView>;
  readonly known: readonly KnownPerson[];
  /** The ccTLDs about which a request of an Admin Contact is open. */
  readonly taken: ReadonlySet<Cctld>;
}

/** The case in which the person waits for the old address's word, if that is the letter that came back. */
export function waitsForDead(found: Case, { addressee, name }: AnsweredLetter): boolean {
  const isAsked = name === 'own-challenge' && found.state === 'challenged';
  const isOld = found.request.own?.what === 'address' && addressee === found.requester;
  return isAsked && isOld && !found.context.confirmed.includes(addressee);
}

/** What was decided about the report, and besides the end of the case and the Admin Contacts' cases. */
export function askAdminContacts(facts: DeadFacts, decision: Decision): Decision {
  const { case: found, roster } = facts;
  const { own } = found.request;
  if (own?.what !== 'address') return decision;
  const mine = roster.filter(({ address }) => address === found.requester);
  const opened = mine.flatMap(({ cctld }) => openFor(facts, cctld, own.address) ?? []);
  const closing = overtaken(facts, found, opened.length > 0 ? 'to-admin-contact' : 'impossible');
  if (closing === undefined) return decision;
  const missing = mine.filter(({ cctld }) => !opened.some(({ next }) => next.cctld === cctld));
  return {
    ...decision,
    outcome: 'advanced',
    reason: 'old-address-dead',
    changes: [toLiving(closing, found.requester, own), ...opened],
    letters: [
      ...decision.letters,
      ...tellMissing(
        facts,
        missing.map(({ cctld }) => cctld),
      ),
    ],
  };
}

// Nobody writes to a mailbox that is known to be gone: how it goes on is told at the new address, which
// is shown nobody's data.
function toLiving(change: CaseChange, dead: Address, own: AddressChange): CaseChange {
  const effects = change.effects.flatMap((one): CaseEffect[] => {
    if (one.type !== 'letter' || one.to !== dead) return [one];
    const data = { ...one.data, own: { change: own, cctlds: [] } };
    return one.letter === 'own-ended' ? [{ ...one, to: own.address, data }] : [];
  });
  return { ...change, effects };
}

type AddressChange = Extract<OwnChange, { readonly what: 'address' }>;

function openFor(facts: DeadFacts, cctld: Cctld, address: Address): CaseChange | undefined {
  const { case: found, registry, taken } = facts;
  const view = registry.get(cctld);
  const isUnfit = view?.frozen !== undefined || view?.unsettledAnchor !== undefined;
  if (view === undefined || isUnfit || taken.has(cctld)) return undefined;
  const { request, digest, complete } = requestFor(facts, view, address);
  const change = openCase(
    facts,
    {
      kind: 'update',
      cctld,
      anchor: view.anchor,
      snapshotId: view.snapshotId,
      request,
      requester: found.requester,
    },
    freshContext(facts),
    { type: 'details', evidence: 'E0', cctldKnown: true, complete, digest },
    { actor: 'engine', reason: 'old-address-dead', facts: { case: found.id } },
  );
  return toLiving(change, found.requester, { what: 'address', address });
}

function requestFor(facts: DeadFacts, view: RegistryView, address: Address) {
  const { case: found, known, mail, now } = facts;
  const { cctld, anchor } = view;
  const roster = facts.roster.filter((one) => one.cctld === cctld);
  const asks = [{ kind: 'change', who: found.requester, address }] as const;
  const standing = { cctld, anchor, roster, known };
  const planned = planRequest({ kind: 'update', drafts: [], asks }, standing);
  const { after, complaints, warnings, contacts, digest } = planned;
  const request: Request = {
    ...found.request,
    asks,
    after,
    complaints,
    warnings,
    contacts,
    before: roster,
    evidenceFacts: [
      `A mail that shows ${found.requester} as its sender asks for the new address ${address} (case ${found.id}).`,
      `Our letter to ${found.requester} came back: there is no such mailbox.`,
      found.context.confirmed.includes(address)
        ? 'The new address has answered CONFIRM.'
        : 'The new address has not answered yet.',
    ],
    mails: [
      ...found.request.mails,
      {
        inboxId: mail.inboxId,
        sha256: mail.sha256,
        from: 'delivery report',
        subject: '',
        at: now.toISOString(),
        evidence: 'E0',
      },
    ],
    text: `A contact whose old mailbox is gone wants to use the address ${address}.`,
  };
  const { own: _, ...rest } = request;
  return { request: rest, digest, complete: complaints.length === 0 };
}

// Where another request is open or changes are stopped, people have to see to it.
function tellMissing(facts: DeadFacts, cctlds: readonly Cctld[]): Decision['letters'] {
  const { case: found, settings, now } = facts;
  if (cctlds.length === 0) return [];
  const why = `The old mailbox of a contact is gone, so that the Admin Contact must be asked about the new address. For ${cctlds.map(showCctld).join(', ')} no request was opened: another one is open there, or changes are stopped. Please see to it.`;
  const data = { about: aboutCase(found, now, found), own: ownViewOf(found), why };
  return toValidators(settings, 'alarm-own', data).map((one) => ({ ...one, caseId: found.id }));
}
