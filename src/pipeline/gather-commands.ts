/** Loads what a decision about a Validator's commands needs to see. */

import type {
  CommandFacts,
  DeskCctld,
  DeskFacts,
  FoundToken,
  MailFacts,
  RegistryLook,
} from '../machines/facts.ts';
import type { MailRow, MoveRow } from '../machines/letters/letter.ts';
import { isHeldPost } from '../machines/post-facts.ts';
import { isReason, REASONS } from '../machines/reasons.ts';
import type { Report } from '../machines/report/report.ts';
import type { Case } from '../machines/words/case.ts';
import type { Cctld } from '../machines/words/cctld.ts';
import type { Command } from '../machines/words/command.ts';
import { dayOf } from '../machines/words/day.ts';
import { Temporary } from '../machines/words/trouble.ts';
import { auditOfCase } from '../store/audit.ts';
import { allOpenCases, findCases, lastClosedCases } from '../store/cases.ts';
import { unconfirmedPeople } from '../store/check-people.ts';
import type { Db } from '../store/db.ts';
import { whyNoDrill } from '../store/drills.ts';
import { type InboxRow, ranBefore } from '../store/inbox.ts';
import { standings } from '../store/invitations.ts';
import { listQuarantine } from '../store/quarantine.ts';
import { unreachableAddresses } from '../store/reach.ts';
import { findRegistry } from '../store/registry.ts';
import { isUnheard, listChanges } from '../store/registry-changes.ts';
import { readRoster } from '../store/roster.ts';
import { type GatherDeps, viewOf } from './gather.ts';
import { lookAtList } from './list-look.ts';
import { type Authored, commandsDigest } from './read-mail.ts';
import { gatherReport } from './statistics.ts';

/** How many cases that are over, and how many changes of the registry, SHOW names. */
const LAST_CASES = 5;

export async function gatherCommands(
  deps: GatherDeps,
  { read, mail: raw, from, inboxId }: Authored,
  mail: MailFacts,
  tokens: readonly FoundToken[],
): Promise<CommandFacts> {
  const { commands, faults, signature } = read.commands;
  const ids = [...commands.flatMap(casesIn), ...tokens.map(({ caseId }) => caseId)];
  const cases = await findCases(deps.db, [...new Set(ids)]);
  const named = commands.flatMap((command) =>
    'cctld' in command && command.cctld !== undefined ? [command.cctld] : [],
  );
  const about = [...named, ...[...cases.values()].flatMap(({ cctld }) => cctld ?? [])];
  const looks = await looksAt(deps, toLookAt(commands, cases, tokens));
  const registry = await registryOf(deps.db, [...new Set(about)], looks);
  const digest = commandsDigest(raw, read);
  return {
    now: deps.now(),
    settings: deps.settings,
    mail,
    tokens,
    cases,
    commands,
    faults,
    frozen: new Map([...registry].map(([cctld, { frozen }]) => [cctld, frozen !== undefined])),
    repeated: await ranBefore(deps.db, {
      inboxId,
      fromAddress: from.address,
      digest,
      answeredToo: commands.some(({ kind }) => !WITH_TOKEN.has(kind)),
    }),
    ...(signature === undefined ? {} : { signature: signature.fact }),
    desk: {
      ...(await deskOf(deps, commands, { registry, named, cases })),
      ...(await listOf(deps, commands)),
      ...(commands.some(({ kind }) => kind === 'invite')
        ? { standings: await standings(deps.db) }
        : {}),
      ...(await reportsOf(deps, commands)),
    },
  };
}

// These need a token that counts once: whoever plays them back has none.
const WITH_TOKEN: ReadonlySet<Command['kind']> = new Set([
  'approve',
  'approve-all',
  'reject',
  'amend',
  'redelegation',
]);

function casesIn(command: Command): readonly number[] {
  if ('caseIds' in command) return command.caseIds;
  return 'caseId' in command ? [command.caseId] : [];
}

// Whoever decides about a change in the registry has a code: without one, nobody makes us ask.
function toLookAt(
  commands: readonly Command[],
  cases: ReadonlyMap<number, Case>,
  tokens: readonly FoundToken[],
): Cctld[] {
  const coded = new Set(
    tokens.flatMap(({ caseId, status }) => (status === 'open' ? [caseId] : [])),
  );
  const ids = commands
    .filter(({ kind }) => kind === 'redelegation' || kind === 'reject')
    .flatMap(casesIn);
  return [...new Set(ids)].flatMap((id) => {
    const { kind, cctld } = cases.get(id) ?? {};
    return kind === 'redelegation' && cctld !== undefined && coded.has(id) ? [cctld] : [];
  });
}

// Before our copy is read: what this look makes count belongs to the decision.
async function looksAt(
  { db, registry }: GatherDeps,
  cctlds: readonly Cctld[],
): Promise<Map<Cctld, RegistryLook>> {
  const looks = new Map<Cctld, RegistryLook>();
  for (const cctld of new Set(cctlds)) {
    const asked = await registry.askOne(cctld);
    const state = 'looked' in asked && asked.looked.kind === 'known' ? asked.looked.state : 'away';
    const unheard = await isUnheard(db, cctld);
    const look = state === 'away' ? state : { unsettled: state.candidate !== undefined, unheard };
    looks.set(cctld, look);
  }
  return looks;
}

async function registryOf(
  db: Db,
  cctlds: readonly Cctld[],
  looks: ReadonlyMap<Cctld, RegistryLook>,
): Promise<Map<Cctld, DeskCctld>> {
  const found = new Map<Cctld, DeskCctld>();
  for (const cctld of cctlds) {
    const state = await findRegistry(db, cctld);
    if (state === undefined) continue;
    const { frozen } = state;
    const look = looks.get(cctld);
    found.set(cctld, {
      view: viewOf(state),
      ...(look === undefined ? {} : { look }),
      ...(frozen === undefined ? {} : { frozen: { ...frozen, at: frozen.at.toISOString() } }),
    });
  }
  return found;
}

const SEES_MAILS = ['quarantine', 'show-mail', 'replay', 'release', 'drop'] as const;

async function deskOf(
  { db, now }: GatherDeps,
  commands: readonly Command[],
  known: Pick<DeskFacts, 'registry'> & {
    readonly named: readonly Cctld[];
    readonly cases: ReadonlyMap<number, Case>;
  },
): Promise<DeskFacts> {
  const { registry, named, cases } = known;
  const kinds = new Set(commands.map(({ kind }) => kind));
  const stories = new Map<number, Awaited<ReturnType<typeof auditOfCase>>>();
  const last = new Map<Cctld, Case[]>();
  for (const command of commands) {
    if (command.kind === 'why' && cases.has(command.caseId))
      stories.set(command.caseId, await auditOfCase(db, command.caseId));
  }
  for (const cctld of named) last.set(cctld, await lastClosedCases(db, cctld, LAST_CASES));
  const noDrill = kinds.has('drill') ? await whyNoDrill(db, now()) : undefined;
  const history = new Map<Cctld, readonly MoveRow[]>();
  for (const cctld of named) history.set(cctld, await movesOf(db, cctld));
  const seesMails = SEES_MAILS.some((kind) => kinds.has(kind));
  return {
    open: commands.length === 0 ? [] : await allOpenCases(db),
    last,
    history,
    registry,
    roster: commands.length === 0 ? [] : await readRoster(db),
    unreachable: commands.length === 0 ? [] : await unreachableAddresses(db),
    ...(commands.length === 0 ? {} : { unconfirmed: await unconfirmedPeople(db) }),
    ...(noDrill === undefined ? {} : { noDrill }),
    stories,
    aside: seesMails ? (await listQuarantine(db)).map(mailRow) : [],
  };
}

async function movesOf(db: Db, cctld: Cctld): Promise<MoveRow[]> {
  const rows = await listChanges(db, { cctld, limit: LAST_CASES });
  return rows.map(({ at, score, fields, caseId }) => ({
    at: at.toISOString(),
    score,
    fields,
    ...(caseId === undefined ? {} : { caseId }),
  }));
}

// A list server that is away must not keep the other commands of the mail waiting.
async function listOf(
  { db, listServer }: GatherDeps,
  commands: readonly Command[],
): Promise<Pick<DeskFacts, 'list'>> {
  if (!commands.some(({ kind }) => kind === 'reconcile')) return {};
  try {
    return { list: await lookAtList(db, listServer) };
  } catch (error) {
    if (!(error instanceof Temporary)) throw error;
    return { list: { trouble: error.message } };
  }
}

// A day that has not come yet has none.
async function reportsOf(
  { db, now, settings: { table } }: GatherDeps,
  commands: readonly Command[],
): Promise<Pick<DeskFacts, 'reports'>> {
  const today = dayOf(now());
  const days = commands.flatMap((one) => (one.kind === 'report' ? [one.day ?? today] : []));
  if (days.length === 0) return {};
  const reports = new Map<string, Report>();
  for (const day of new Set(days))
    if (day <= today) reports.set(day, await gatherReport(db, { table, day, now: now() }));
  return { reports };
}

/** A mail as lists of mails show it. */
export function mailRow(row: InboxRow): MailRow {
  const reason = row.reason ?? '';
  return {
    inboxId: row.id,
    from: row.from_address ?? row.envelope_from,
    at: row.received_at.toISOString(),
    outcome: row.outcome,
    why: isReason(reason) ? REASONS[reason] : reason,
    ...(isHeldPost(row.outcome, row.reason) ? { isPost: true } : {}),
  };
}
