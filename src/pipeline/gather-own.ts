/** Loads what decisions about an SSC's own requests need to see. */

import type { AnsweredLetter } from '../machines/bounced.ts';
import type { Decision } from '../machines/decision.ts';
import type { FoundToken, MailFacts, RegistryView } from '../machines/facts.ts';
import { askAdminContacts, waitsForDead } from '../machines/own-dead.ts';
import type { Member, OwnFacts } from '../machines/own-facts.ts';
import type { Understanding } from '../machines/reading/understand.ts';
import type { Address } from '../machines/words/address.ts';
import type { RosterEntry } from '../machines/words/case.ts';
import type { Cctld } from '../machines/words/cctld.ts';
import type { ListNames } from '../machines/words/list-address.ts';
import { unconfirmedPeople } from '../store/check-people.ts';
import { findCase, findCases, openCases } from '../store/cases.ts';
import type { Db } from '../store/db.ts';
import { addressChangedAt, lastLetter, ownCases, placesOf } from '../store/own.ts';
import { findRegistry } from '../store/registry.ts';
import { knownPersons, readRoster } from '../store/roster.ts';
import { type GatherDeps, viewOf } from './gather.ts';

type Deps = Omit<GatherDeps, 'registry'> & { readonly names: ListNames };

/** A mail to the request address, or with the nonce of an own request. */
export async function gatherOwn(
  { db, settings, now, names }: Deps,
  mail: MailFacts,
  { body, requestCommands }: Understanding,
  tokens: readonly FoundToken[],
): Promise<OwnFacts> {
  const { address } = mail.from;
  const roster = await readRoster(db);
  const { commands, faults } = requestCommands;
  const named = commands.flatMap((one) =>
    'cctld' in one && one.cctld !== undefined ? [one.cctld] : [],
  );
  const member = await memberOf(db, address, roster);
  const turnedAwayAt = await lastLetter(db, address, 'not-a-member');
  return {
    now: now(),
    settings,
    names,
    mail,
    tokens,
    cases: await findCases(db, [...new Set(tokens.map(({ caseId }) => caseId))]),
    consent: body.consent,
    commands,
    faults,
    ...(member === undefined ? {} : { member }),
    roster,
    unconfirmed: await unconfirmedPeople(db),
    places: await placesOf(db, [...roster.map(({ cctld }) => cctld), ...named]),
    open: await ownCases(db, address),
    ...(turnedAwayAt === undefined ? {} : { turnedAwayAt }),
  };
}

async function memberOf(
  db: Db,
  address: Address,
  roster: readonly RosterEntry[],
): Promise<Member | undefined> {
  const entries = roster.filter((one) => one.address === address);
  if (entries.length === 0) return undefined;
  const changedAt = await addressChangedAt(db, address);
  const listSentAt = await lastLetter(db, address, 'own-answer', { full: true });
  return {
    address,
    entries,
    ...(changedAt === undefined ? {} : { addressChangedAt: changedAt }),
    ...(listSentAt === undefined ? {} : { listSentAt }),
  };
}

/** What a believed report about a dead mailbox does to the request of a person who moves from there. */
export async function withDeadAddress(
  deps: Deps,
  letter: AnsweredLetter | undefined,
  mail: { readonly inboxId: number; readonly sha256: string },
  decision: Decision,
): Promise<Decision> {
  if (decision.reason !== 'bounce-mailbox-gone' || letter?.caseId === undefined) return decision;
  const { db, settings, now } = deps;
  const found = await findCase(db, letter.caseId);
  if (found === undefined || !waitsForDead(found, letter)) return decision;
  const all = await readRoster(db);
  const cctlds = all.filter(({ address }) => address === found.requester).map(({ cctld }) => cctld);
  const roster = all.filter(({ cctld }) => cctlds.includes(cctld));
  const open = await openCases(db, cctlds, found.requester);
  const facts = {
    now: now(),
    settings,
    mail,
    case: found,
    roster,
    registry: await storedViews(db, cctlds),
    known: await knownPersons(
      db,
      roster.map(({ address }) => address),
    ),
    taken: new Set(open.flatMap(({ cctld }) => cctld ?? [])),
  };
  return askAdminContacts(facts, decision);
}

async function storedViews(db: Db, cctlds: readonly Cctld[]): Promise<Map<Cctld, RegistryView>> {
  const views = new Map<Cctld, RegistryView>();
  for (const cctld of cctlds) {
    const state = await findRegistry(db, cctld);
    if (state !== undefined) views.set(cctld, viewOf(state));
  }
  return views;
}
