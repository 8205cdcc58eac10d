/** Opens an own request of an SSC: who must confirm it, and what the case remembers. */

import { createHash } from 'node:crypto';
import { moveCase, openCase } from './change.ts';
import type { CaseChange } from './decision.ts';
import type { Member, OwnFacts } from './own-facts.ts';
import { freshContext } from './read-request.ts';
import type { Address } from './words/address.ts';
import type { Case, OwnChange, Request, RosterEntry } from './words/case.ts';
import type { Cctld } from './words/cctld.ts';
import type { Contact } from './words/contact.ts';
import { hideTokens } from './words/token.ts';

/**
 * The new case, behind the end of an open one that asks for the same thing. `cctld` is given for what
 * concerns one ccTLD only.
 */
export function openOwn(
  facts: OwnFacts,
  member: Member,
  own: OwnChange,
  cctld?: Cctld,
): CaseChange[] {
  const kind = own.what === 'leave' ? 'leave' : 'self-update';
  const { address: requester } = member;
  const place = cctld === undefined ? undefined : facts.places.get(cctld);
  // The code that is on its way stays good: whoever forges a freeze shall not delay the real one.
  const isAsked = facts.open.some((one) => isSame(one, own, cctld) && one.state === 'challenged');
  if (own.what === 'freeze' && isAsked) return [];
  const opening = {
    kind,
    requester,
    request: requestOf(facts, member, own, cctld),
    ...(cctld === undefined ? {} : { cctld }),
    ...(place === undefined ? {} : { anchor: place.anchor, snapshotId: place.snapshotId }),
  } as const;
  const needed = own.what === 'address' ? [requester, own.address] : [requester];
  const digest = digestOf([kind, cctld ?? '', requester, own]);
  const context = { ...freshContext(facts), cctldKnown: true, complete: true, needed, digest };
  const audit = {
    actor: requester,
    reason: 'own-asked',
    facts: { mail: facts.mail.sha256 },
  } as const;
  const closing = facts.open
    .filter((one) => isSame(one, own, cctld))
    .flatMap((one) => overtake(facts, one) ?? []);
  return [...closing, openCase(facts, opening, context, { type: 'asked' }, audit)];
}

function isSame({ request, cctld }: Case, own: OwnChange, of: Cctld | undefined): boolean {
  return request.own?.what === own.what && cctld === of;
}

// Whoever wrote hears about the newer one; a new address of before hears that it is not needed.
function overtake(facts: OwnFacts, found: Case): CaseChange | undefined {
  const { address } = facts.mail.from;
  const audit = {
    actor: address,
    reason: 'own-newer',
    facts: { mail: facts.mail.sha256 },
  } as const;
  const closing = moveCase(facts, found, { type: 'overtaken' }, audit);
  const effects = closing?.effects.filter((one) => one.type !== 'letter' || one.to !== address);
  return closing && { ...closing, effects: effects ?? [] };
}

function requestOf(
  { mail, now, roster, places }: OwnFacts,
  member: Member,
  own: OwnChange,
  cctld: Cctld | undefined,
): Request {
  const theirs = member.entries.filter((one) => cctld === undefined || one.cctld === cctld);
  const list = roster.filter((one) => one.cctld === cctld);
  const isAnchor = own.what === 'address' && isAnchorOf(own.address, member, places);
  return {
    drafts: [],
    contacts: [],
    asks: [],
    before: own.what === 'leave' ? list : theirs,
    after: own.what === 'leave' ? withoutPerson(list, member.address) : [],
    complaints: [],
    warnings: isAnchor ? [{ code: 'contact-is-anchor', found: own.address }] : [],
    evidenceFacts: [`A mail that shows ${member.address} as its sender asked for it.`],
    mails: [
      {
        inboxId: mail.inboxId,
        sha256: mail.sha256,
        from: mail.from.address,
        subject: hideTokens(mail.subject).slice(0, 200).toWellFormed(),
        at: now.toISOString(),
        evidence: 'E0',
      },
    ],
    text: '',
    candidates: [],
    notes: [],
    own,
    ...(mail.messageId === undefined ? {} : { answersTo: mail.messageId }),
  };
}

function isAnchorOf(address: Address, { entries }: Member, places: OwnFacts['places']): boolean {
  return entries.some(({ cctld }) => places.get(cctld)?.anchor === address);
}

/** The list without one person; the next in order is primary where that was the person's mark. */
export function withoutPerson(list: readonly RosterEntry[], who: Address): Contact[] {
  const rest = list.filter(({ address }) => address !== who);
  const hasPrimary = rest.some(({ primary }) => primary);
  return rest.map(({ firstName, lastName, address, phones, primary }, index) => ({
    firstName,
    lastName,
    address,
    phones,
    primary: hasPrimary ? primary : index === 0,
  }));
}

function digestOf(values: unknown): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex');
}
