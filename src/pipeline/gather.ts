/** Loads what a decision needs to see: registry, open cases, roster, tokens, people. */

import type {
  JoinFacts,
  RegistryView,
  Settings,
  FoundToken,
  MailFacts,
} from '../machines/facts.ts';
import { isSuspicious } from '../machines/registry-score.ts';
import type { UndoFacts } from '../machines/undo.ts';
import { type Address, readAddress } from '../machines/words/address.ts';
import type { Case, Request, RosterEntry } from '../machines/words/case.ts';
import type { Cctld } from '../machines/words/cctld.ts';
import { findCases, openCases } from '../store/cases.ts';
import type { Db } from '../store/db.ts';
import { openInvitations } from '../store/invitations.ts';
import {
  anchorInDoubt,
  cctldsOfAnchor,
  findRegistry,
  type RegistryState,
} from '../store/registry.ts';
import { doneByCase, knownPersons, readRoster } from '../store/roster.ts';
import type { ListServer } from './list-server.ts';
import type { Said } from './read-mail.ts';
import type { Registry } from './registry.ts';

/** One address serves sixteen ccTLDs at most; all of these are in our copy. */
const MOST_CCTLDS = 20;
/** Names in a mail may be made up, and each may cost a question to the registry. */
const MOST_NAMED = 3;

export interface GatherDeps {
  readonly db: Db;
  readonly registry: Registry;
  readonly listServer: ListServer;
  readonly settings: Settings;
  readonly now: () => Date;
}

/** What is known about the mail before the store is asked. */
export interface Heard {
  readonly mail: MailFacts;
  readonly said: Said;
  readonly tokens: readonly FoundToken[];
  readonly threadCase?: number | undefined;
  readonly answered?: JoinFacts['answered'];
}

/** Throws Temporary when the registry cannot be asked and our copy is too old. */
export async function gatherJoin(deps: GatherDeps, heard: Heard): Promise<JoinFacts> {
  const { db } = deps;
  const { mail, said, tokens, threadCase, answered } = heard;
  const caseIds = [
    ...tokens.map(({ caseId }) => caseId),
    ...(threadCase === undefined ? [] : [threadCase]),
  ];
  const cases = await findCases(db, [...new Set(caseIds)]);
  const anchored = await anchoredBy(db, mail);
  const meant = meantBy(
    said,
    [...cases.values()].flatMap((one) => one.cctld ?? []),
    // Who answers our letter from another mailbox means what the letter was about.
    answered?.cctlds ?? anchored,
  );
  const registry = await viewsOf(deps, meant, said.consent === 'reject' && tokens.length > 0);
  const open = await openCases(db, meant, mail.from.address);
  const roster = await readRoster(db, meant);
  const rosters = Map.groupBy(roster, (entry) => entry.cctld);
  const addresses = [
    ...[...cases.values(), ...open].flatMap(({ request }) => addressesIn(request)),
    ...said.form.contacts.flatMap(({ address }) => address ?? []),
    ...addressesInText(mail.words ?? ''),
    ...roster.map(({ address }) => address),
  ];
  return {
    now: deps.now(),
    settings: deps.settings,
    mail,
    tokens,
    cases: new Map([...cases, ...open.map((one) => [one.id, one] as const)]),
    consent: said.consent,
    form: said.form,
    named: said.named,
    ...(threadCase === undefined ? {} : { threadCase }),
    ...(answered === undefined ? {} : { answered }),
    anchored,
    registry,
    open,
    rosters,
    doneBy: await doneByCases(db, cases.values(), rosters),
    known: await knownPersons(db, addresses),
    invitations: await openInvitations(db, meant),
  };
}

/** Everybody whom a request describes, and the new addresses of those on the list. */
export function addressesIn({ drafts, asks }: Pick<Request, 'drafts' | 'asks'>): Address[] {
  return [
    ...drafts.flatMap(({ address }) => address ?? []),
    ...asks.flatMap((ask) => ('address' in ask && ask.address !== undefined ? [ask.address] : [])),
  ];
}

const MOST_ADDRESSES = 50;

// "Her new address is …": whose it is already must be known before it is asked.
function addressesInText(text: string): Address[] {
  return text
    .slice(0, 20_000)
    .split(/[\s<>()[\]",;:]+/)
    .filter((word) => word.includes('@') && word.length < 320)
    .slice(0, MOST_ADDRESSES)
    .flatMap((word) => readAddress(word.replace(/[.!?]+$/, '')) ?? []);
}

// What may have to be taken back, when the mail is an objection.
async function doneByCases(
  db: Db,
  cases: Iterable<Case>,
  rosters: ReadonlyMap<Cctld, readonly RosterEntry[]>,
) {
  const done = new Map<number, UndoFacts>();
  for (const { id, state, cctld } of cases) {
    if (state !== 'applied' || cctld === undefined) continue;
    done.set(id, { roster: rosters.get(cctld) ?? [], done: await doneByCase(db, id) });
  }
  return done;
}

/** One address serves up to sixteen ccTLDs; From decides, and copies only when From is nobody's. */
export async function anchoredBy(db: Db, { from, copied }: MailFacts): Promise<Cctld[]> {
  const own = await cctldsOfAnchor(db, from.address);
  if (own.length > 0) return own;
  const all: Cctld[] = [];
  for (const { address } of copied.slice(0, MOST_CCTLDS)) {
    all.push(...(await cctldsOfAnchor(db, address)));
  }
  return [...new Set(all)];
}

function meantBy(said: Said, ofCases: readonly Cctld[], anchored: readonly Cctld[]): Cctld[] {
  const named = [...said.form.cctlds, ...said.named, ...ofCases];
  if (named.length === 0) return [...anchored].slice(0, MOST_CCTLDS);
  // Those of the sender's own address are in our copy, however many one answer names.
  const own = named.filter((one) => anchored.includes(one));
  const others = named.filter((one) => !anchored.includes(one));
  return [...new Set([...own, ...[...new Set(others)].slice(0, MOST_NAMED)])].slice(0, MOST_CCTLDS);
}

// An objection is heard whatever the registry says or does not say: it rests on its token alone.
async function viewsOf(deps: GatherDeps, cctlds: readonly Cctld[], storedWillDo: boolean) {
  const views = new Map<Cctld, RegistryView>();
  for (const cctld of cctlds) {
    const state = storedWillDo
      ? await findRegistry(deps.db, cctld)
      : await stateOf(deps.registry, cctld);
    if (state !== undefined) views.set(cctld, viewOf(state));
  }
  return views;
}

async function stateOf(registry: Registry, cctld: Cctld): Promise<RegistryState | undefined> {
  const looked = await registry.look(cctld);
  return looked.kind === 'known' ? looked.state : undefined;
}

/** The registry's state as decisions see it. */
export function viewOf(state: RegistryState): RegistryView {
  const { candidate, record, frozen } = state;
  const unsettled = anchorInDoubt(state) ? candidate?.record.admin.email : undefined;
  const isTaken = candidate !== undefined && isSuspicious(record, candidate.record);
  return {
    cctld: state.cctld,
    anchor: state.anchor,
    snapshotId: state.snapshotId,
    organisation: record.organisation,
    adminOrganisation: record.admin.organisation,
    ...(unsettled === undefined ? {} : { unsettledAnchor: unsettled }),
    ...(isTaken ? { unsettledManager: candidate.record.organisation } : {}),
    ...(frozen === undefined ? {} : { frozen: frozen.reason }),
  };
}
